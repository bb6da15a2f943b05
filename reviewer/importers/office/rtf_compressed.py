"""Rich text as Outlook packs it (the LZFu format): a dictionary of 4,096 bytes and references."""

import struct
from collections.abc import Iterator

from reviewer.importers import LARGEST_FILE

_HEAD = struct.Struct("<IIII")
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D
_SIZE = 4096
_BEGINNING = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)


def unpacked(data: bytes) -> bytes:
    """Return rich text that was packed; raises ``ValueError`` when it is no such thing."""
    if len(data) < _HEAD.size:
        raise ValueError(data[: _HEAD.size])
    _, size, kind, _ = _HEAD.unpack_from(data)
    if kind == _PLAIN:
        return data[_HEAD.size : _HEAD.size + size]
    if kind != _PACKED or size > LARGEST_FILE:
        raise ValueError(kind)
    return _unpacked(memoryview(data)[_HEAD.size :], size)


def _unpacked(packed: memoryview, size: int) -> bytes:
    known = bytearray(_BEGINNING.ljust(_SIZE, b"\0"))
    write = len(_BEGINNING)
    made = bytearray()
    found: Iterator[int]
    place = 0
    while place < len(packed) and len(made) < size:
        control = packed[place]
        place += 1
        for bit in range(8):
            if control >> bit & 1:
                if place + 1 >= len(packed):
                    return bytes(made[:size])
                token = packed[place] << 8 | packed[place + 1]
                place += 2
                start, count = token >> 4, (token & 0xF) + 2
                if start == write % _SIZE:
                    return bytes(made[:size])
                found = _again(known, start, count)
            else:
                if place >= len(packed):
                    break
                found = iter((packed[place],))
                place += 1
            for byte in found:
                known[write % _SIZE] = byte
                made.append(byte)
                write += 1
    return bytes(made[:size])


def _again(known: bytearray, start: int, count: int) -> Iterator[int]:
    """Give bytes that came before; those just written are among them, so one at a time."""
    for step in range(count):
        yield known[(start + step) % _SIZE]
