"""The pages of a project file as they lie on the disk, for files that SQLite refuses to read.

SQLite gives up a whole table where one of its inner pages is broken, and a whole file where its
first page is. Here every page is looked at on its own, with the pages of a log (``-wal``) over
those of the file, as far as the log is sound. Nothing is written, and no word of the file is
ever run: a trigger or a view is just text here.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO

_HEADER = 100
_USUAL_SIZE = 4096
_SIZES = {2**power for power in range(9, 17)}
_LOG_HEADER, _FRAME_HEADER = 32, 24
_BYTE_ORDERS = {0x377F0682: "<", 0x377F0683: ">"}


class Pages:
    """Pages by number, from 1; ``version`` is what the header says, and may be nonsense.

    ``count`` is how many there are, in the file and behind its end in the log.
    """

    def __init__(self, file: BinaryIO, log: BinaryIO | None = None) -> None:
        self._file = file
        self._log = log
        header = file.read(_HEADER)
        size = int.from_bytes(header[16:18], "big")
        size = 65_536 if size == 1 else size
        self.size = size if size in _SIZES else _USUAL_SIZE
        self.version = int.from_bytes(header[60:64], "big", signed=True)
        self._newer = {} if log is None else _sound_frames(log, self.size)
        self._newer.pop(0, None)  # no page has this number; in a chain it is the end
        self._in_file = -(-file.seek(0, 2) // self.size)
        # A log may name any page up to four thousand million: what lies between is not there.
        self._behind = sorted(number for number in self._newer if number > self._in_file)
        self.count = self._in_file + len(self._behind)

    def numbers(self) -> Iterator[int]:
        """Give the numbers of the pages there are, in order."""
        yield from range(1, self._in_file + 1)
        yield from self._behind

    def page(self, number: int) -> bytes:
        """Return a page, filled up with zeros where the file ends; empty where there is none."""
        place = self._newer.get(number)
        if place is not None and self._log is not None:
            self._log.seek(place)
            return self._log.read(self.size)
        if not 1 <= number <= self._in_file:
            return b""
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size).ljust(self.size, b"\0")


def _sound_frames(log: BinaryIO, size: int) -> dict[int, int]:
    """Return where in a log the newest copy of each page begins, up to its last whole commit."""
    header = log.read(_LOG_HEADER)
    order = _BYTE_ORDERS.get(int.from_bytes(header[:4], "big"))
    if order is None or int.from_bytes(header[8:12], "big") != size:
        return {}
    salts, sums = header[16:24], _sums(header[:24], (0, 0), order)
    found: dict[int, int] = {}
    pending: dict[int, int] = {}
    while True:
        place = log.tell()
        frame = log.read(_FRAME_HEADER + size)
        if len(frame) < _FRAME_HEADER + size or frame[8:16] != salts:
            return found
        sums = _sums(frame[_FRAME_HEADER:], _sums(frame[:8], sums, order), order)
        if frame[16:24] != b"".join(one.to_bytes(4, "big") for one in sums):
            return found
        pending[int.from_bytes(frame[:4], "big")] = place + _FRAME_HEADER
        if int.from_bytes(frame[4:8], "big"):
            found |= pending
            pending = {}


def _sums(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    """Go on with the checksum that SQLite's log keeps, over 32-bit words in that order."""
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    first, second = sums
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
