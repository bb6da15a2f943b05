"""Opens what is packed in a ZIP: archives, and the formats that are archives (DOCX, ODT, EPUB).

No library looks whether an archive is made to fill the memory, so it is done here, before any
parser sees a byte: sizes are read from the archive's directory first, and bytes are counted again
while they are unpacked, because the directory may lie. Nothing is ever written to a disk, and a
name in an archive is never used as a path.
"""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from typing_extensions import override

from reviewer.domain.errors import Unreadable
from reviewer.domain.words import N_
from reviewer.importers import shown

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LARGEST_MEMBER = 200_000_000  # bytes of one file in an archive, unpacked
LARGEST_WHOLE = 1_000_000_000  # bytes of all of them
MOST_MEMBERS = 100_000
MOST_TIMES = 100  # how many times its packed size a file may have
HARMLESS = 10_000_000  # bytes up to which nobody asks how small they were packed

PROTECTED = N_(
    "“{name}” is protected by a password. Open it in the program it was made with, save it without "
    "a password, and import that."
)
DAMAGED = N_(
    "“{name}” cannot be unpacked: it is damaged, cut short, or of another kind than its name says. "
    "Get it again from where it came from."
)
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,  # packed in a way Python does not know
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Office files and encrypted ones
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; sizes are bytes, as the archive's directory states them."""

    name: str
    size: int
    packed: int
    is_folder: bool
    is_protected: bool
    place: int


class Zipped:
    """An archive whose directory was read and found harmless; its files are unpacked one by one."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read the directory; raises ``Unreadable`` with the archive's ``name``.

        That is when it is no archive, is an encrypted Office file, or would unpack to too much.
        """
        self._name = shown(name)
        if data.startswith(_OLE) and _ENCRYPTED in data:
            raise Unreadable(PROTECTED, name=self._name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as fault:
            raise Unreadable(DAMAGED, name=self._name) from fault
        self._infos = self._zip.infolist()
        self.members = tuple(map(_member, range(len(self._infos)), self._infos))
        self._by_name = {_key(member.name): member for member in self.members}
        self._exactly = {member.name: member for member in self.members}
        self._unpacked = 0
        self._check()

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._by_name

    def part(self, name: str) -> Member:
        """Return the file of that name; raises ``Unreadable`` without it.

        Capital letters do not matter, unless there is one of exactly that name.
        """
        found = self._exactly.get(name) or self._by_name.get(_key(name))
        if found is None:
            raise Unreadable(
                N_(
                    "“{name}” is damaged or of another kind than its name says: “{part}” is "
                    "missing in it. Get it again from where it came from."
                ),
                name=self._name,
                part=shown(name),
            )
        return found

    def contents(self, member: Member, name: str | None = None) -> bytes:
        """Unpack a file; ``name`` stands in a refusal instead of the archive's own."""
        with self.opened(member, name) as file:
            return file.read()

    @contextmanager
    def opened(self, member: Member, name: str | None = None) -> Iterator[IO[bytes]]:
        """Give a file to read from as it is unpacked.

        Raises ``Unreadable``, also while it is read, when it is protected or damaged, or turns out
        larger than it may be.
        """
        told = self._name if name is None else shown(name)
        if member.is_protected:
            raise Unreadable(PROTECTED, name=told)
        _refuse_larger(member.size, member.packed, told)
        try:
            file = self._zip.open(self._infos[member.place])
        except _FAULTS as fault:
            raise Unreadable(DAMAGED, name=told) from fault
        counted = _Counted(file, min(LARGEST_MEMBER, LARGEST_WHOLE - self._unpacked), told)
        with file:
            yield io.BufferedReader(counted)
        self._unpacked += counted.count

    def _check(self) -> None:
        whole = sum(member.size for member in self.members)
        if whole > LARGEST_WHOLE:
            raise too_much(self._name, LARGEST_WHOLE)
        if len(self.members) > MOST_MEMBERS:
            raise Unreadable(
                N_("“{name}” holds {count} files; at most {most} can be read. Split it."),
                name=self._name,
                count=len(self.members),
                most=MOST_MEMBERS,
            )


class _Counted(io.RawIOBase):
    """Passes bytes on while there are no more of them than there may be."""

    def __init__(self, file: IO[bytes], room: int, name: str) -> None:
        self._file = file
        self._room = room
        self._name = name
        self.count = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        try:
            data = self._file.read(len(view))
        except _FAULTS as fault:
            raise Unreadable(DAMAGED, name=self._name) from fault
        self.count += len(data)
        if self.count > self._room:
            raise too_much(self._name, self._room)
        view[: len(data)] = data
        return len(data)


def _member(place: int, info: zipfile.ZipInfo) -> Member:
    return Member(
        info.filename,
        info.file_size,
        info.compress_size,
        info.is_dir(),
        bool(info.flag_bits & _ENCRYPTED_FLAG),
        place,
    )


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _refuse_larger(size: int, packed: int, name: str) -> None:
    if size > HARMLESS and size > MOST_TIMES * packed:
        raise Unreadable(
            N_(
                "“{name}” was not opened: it unpacks to more than {times} times its size, as files "
                "do that are made to fill a computer's memory. Ask who sent it."
            ),
            name=name,
            times=MOST_TIMES,
        )
    if size > LARGEST_MEMBER:
        raise too_much(name, LARGEST_MEMBER)


def too_much(name: str, largest: int) -> Unreadable:
    """Return the refusal of a file that unpacks to more than so many bytes."""
    return Unreadable(
        N_("“{name}” was not opened: it unpacks to more than {largest} MB. Split it."),
        name=name,
        largest=largest // 1_000_000,
    )
