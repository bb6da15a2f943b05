"""What a mail that Outlook saved says: its head, its words, what is attached.

The library takes the file apart; values are read here, because it knows fewer code pages than
Python does and fails on the others, whatever else may be in the mail.
"""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.parser import HeaderParser
from typing import TYPE_CHECKING

from reviewer.domain.errors import NotAllowed
from reviewer.domain.incoming import Enclosed
from reviewer.importers.letters.mail_headers import HEAD, edtf_of, head_of
from reviewer.importers.letters.mail_letters import letters
from reviewer.importers.office.blocks import words_of
from reviewer.importers.office.rtf_compressed import unpacked
from reviewer.importers.office.rtf_streams import Streams
from reviewer.importers.office.rtf_text import RtfText
from reviewer.importers.web.enclosed_page import lines_of
from reviewer.importers.web.markup import page_of

if TYPE_CHECKING:
    from oxmsg.storage import Storage

# Where in a mail Outlook keeps what (its property ids).
_SUBJECT, _HEADERS, _TO_LINE, _CC_LINE = 0x0037, 0x007D, 0x0E04, 0x0E03
_PLAIN, _RTF, _HTML = 0x1000, 0x1009, 0x1013
_SENDER, _SENDER_ADDRESS, _SENDER_SMTP, _FOR = 0x0C1A, 0x0C1F, 0x5D01, 0x0042
_SENT, _DELIVERED = 0x0039, 0x0E06
_DATA, _NAMES = 0x3701, (0x3707, 0x3704, 0x3001)
_EMBEDDED = f"__substg1.0_{_DATA:04X}000D"
_DISPLAYED, _ADDRESSES, _RECIPIENT_KIND = 0x3001, (0x39FE, 0x3003), 0x0C15
_CODE_PAGES = (0x3FFD, 0x3FDE)
_TO, _CC = 1, 2
_CODECS = {65001: "utf-8", 20127: "cp1252", 50220: "iso2022_jp", 51932: "euc_jp"} | {
    28590 + number: f"iso8859-{number}" for number in range(1, 16)
}
_FIXED = "__properties_version1.0"
_ENTRY = struct.Struct("<HH4x8s")
_BEGINNING = datetime(1601, 1, 1, tzinfo=UTC)
_TIME, _NUMBER = 0x0040, 0x0003
_OUTER, _INNER = 32, 24  # bytes before the properties of a mail, and of one in a mail
_OTHERS = 8  # of what is attached, and of those it was sent to


def opened(data: bytes) -> "OutlookMail":
    """Open a mail; raises what the library raises where it is none."""
    from oxmsg import Message
    from oxmsg.storage import Storage

    storage = Message.load(io.BytesIO(data))._storage  # noqa: SLF001 - there is no other way to it
    assert isinstance(storage, Storage)
    if all(one.name != _FIXED for one in storage.streams):
        raise ValueError(_FIXED)  # some other file of an Office program
    return OutlookMail(_Kept(storage, _OUTER))


class _Kept:
    """The values of a mail, of an attachment or of one it was sent to."""

    def __init__(self, storage: "Storage", offset: int, charset: str = "") -> None:
        self.storage = storage
        self._streams: dict[str, bytes] = {one.name: one.bytes_ for one in storage.streams}
        self._fixed = _fixed(self._streams.get(_FIXED, b"")[offset:])
        self.charset = self._charset() or charset

    def data(self, pid: int) -> bytes:
        return self._streams.get(f"__substg1.0_{pid:04X}0102", b"")

    def words(self, pid: int) -> str:
        wide = self._streams.get(f"__substg1.0_{pid:04X}001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").replace("\0", "")
        narrow = self._streams.get(f"__substg1.0_{pid:04X}001E", b"")
        return letters(narrow.rstrip(b"\0"), self.charset).replace("\0", "")

    def line(self, pid: int) -> str:
        return " ".join(self.words(pid).split())

    def number(self, pid: int) -> int | None:
        found = self._fixed.get((pid, _NUMBER))
        return None if found is None else int.from_bytes(found[:4], "little")

    def date(self, pid: int) -> str:
        """Return a date as EDTF, in UTC; Outlook counts tenths of microseconds from 1601."""
        found = self._fixed.get((pid, _TIME))
        if found is None:
            return ""
        try:
            date = _BEGINNING + timedelta(microseconds=int.from_bytes(found, "little") // 10)
            return edtf_of(date)
        except (OverflowError, NotAllowed):
            return ""

    def _charset(self) -> str:
        page = next(filter(None, map(self.number, _CODE_PAGES)), None)
        return "" if page is None else _CODECS.get(page, f"cp{page}")


def _fixed(table: bytes) -> dict[tuple[int, int], bytes]:
    """Return the values that stand in the table of properties itself, by id and type."""
    whole = len(table) - len(table) % _ENTRY.size
    return {(pid, kind): value for kind, pid, value in _ENTRY.iter_unpack(table[:whole])}


@dataclass(frozen=True, slots=True)
class OutlookMail:
    """A mail; what the library gives is given its type here."""

    kept: _Kept

    def head(self) -> list[tuple[str, str]]:
        """Give the lines of the head: as they were sent, or else as Outlook keeps them."""
        found = dict(head_of(HeaderParser().parsestr(self.kept.words(_HEADERS).lstrip())))
        for name, words in self._kept_head():
            found.setdefault(name, words)
        return [(name, found[name]) for name in HEAD if found.get(name)]

    def lines(self) -> list[str]:
        """Give the words of the mail: plain, else those of its page, else of its rich text."""
        plain = self.kept.words(_PLAIN)
        if plain.strip():
            return plain.splitlines()
        page = self.kept.data(_HTML)
        if page.strip():
            return list(lines_of(page_of(page, "", declared=self.kept.charset)))
        written = self.kept.words(_HTML)
        if written.strip():
            return list(lines_of(page_of(written.encode(), "", declared="utf-8")))
        packed = self.kept.data(_RTF)
        return _rich_lines(unpacked(packed)) if packed else []

    def attachments(self) -> "list[Storage]":
        """Give the places of what is attached."""
        return list(self.kept.storage.iter_attachment_storages())

    def attached(self, storage: "Storage", name: str) -> "Enclosed | OutlookMail | None":
        """Return a file or a mail that is attached, by its own name or else the one given."""
        for inner in storage.storages:
            if inner.name == _EMBEDDED:
                return OutlookMail(_Kept(inner, _INNER, self.kept.charset))
        one = _Kept(storage, _OTHERS, self.kept.charset)
        own = next(filter(None, map(one.line, _NAMES)), name)
        data = one.data(_DATA)
        return Enclosed(own, data, attached=True) if data else None

    def _kept_head(self) -> Iterator[tuple[str, str]]:
        yield "From", self._sender()
        to, cc = self._recipients()
        yield "To", ", ".join(to) or self.kept.line(_TO_LINE)
        yield "Cc", ", ".join(cc) or self.kept.line(_CC_LINE)
        yield "Date", self.kept.date(_SENT) or self.kept.date(_DELIVERED)
        yield "Subject", self.kept.line(_SUBJECT)

    def _sender(self) -> str:
        address = self.kept.line(_SENDER_SMTP) or self.kept.line(_SENDER_ADDRESS)
        return _addressed(self.kept.line(_SENDER) or self.kept.line(_FOR), address)

    def _recipients(self) -> tuple[list[str], list[str]]:
        to: list[str] = []
        cc: list[str] = []
        for storage in self.kept.storage.iter_recipient_storages():
            one = _Kept(storage, _OTHERS, self.kept.charset)
            address = next(filter(None, map(one.line, _ADDRESSES)), "")
            words = _addressed(one.line(_DISPLAYED), address)
            kind = (one.number(_RECIPIENT_KIND) or _TO) & 0xF
            if words and kind in {_TO, _CC}:
                (to if kind == _TO else cc).append(words)
        return to, cc


def _addressed(name: str, address: str) -> str:
    """Return a name and its address; addresses inside an office say nothing to others."""
    if "@" not in address or address.strip("'") == name.strip("'"):
        return name or address
    return f"{name} <{address}>".strip()


def _rich_lines(source: bytes) -> list[str]:
    streams = Streams(source.decode("latin-1"))
    found = RtfText(streams, "").blocks(streams.main)
    return [line for words in words_of(found) for line in (*words.split("\n"), "")]
