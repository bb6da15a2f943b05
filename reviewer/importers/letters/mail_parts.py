"""Takes a mail apart (MIME): the words that a reader is shown, and what is attached."""

import mimetypes
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, EncodingBasis
from reviewer.importers import shown
from reviewer.importers.decoding import ENCODINGS, codec_of, decode
from reviewer.importers.letters.mail_headers import decoded, raw_value, words_of
from reviewer.importers.letters.mail_letters import letters
from reviewer.importers.letters.mail_sources import Sources, written
from reviewer.importers.letters.mail_text import unfolded
from reviewer.importers.mime import content_of, let_go, message_of
from reviewer.importers.web.enclosed_page import lines_of
from reviewer.importers.web.markup import page_of

_BOUNDARY = re.compile(rb"^--(\S[^\r\n]{0,70}?)[ \t]*\r?$", re.MULTILINE)
_SIGNATURES = frozenset(
    ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
)
_ENCRYPTED = frozenset(
    ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
)
_REPORTS = frozenset(("message/delivery-status", "text/rfc822-headers"))
_ENDINGS = {"text/plain": ".txt", "text/html": ".html", "message/rfc822": ".eml"}


@dataclass(slots=True)
class Parts:
    """What a mail holds: ``lines`` of its words; ``pictures`` stand in them."""

    lines: list[str] = field(default_factory=list)
    attached: list[Enclosed] = field(default_factory=list)
    pictures: list[Enclosed] = field(default_factory=list)
    is_encrypted: bool = False
    encoding: tuple[str, EncodingBasis] = ("", EncodingBasis.DECLARED)


def parts_of(mail: Message, data: bytes, name: str, encoding: str | None = None) -> Parts:
    """Return the parts of a mail; ``data`` is its file.

    ``encoding`` overrules what the parts say of their letters.

    Raises ``Unreadable``, with the mail's ``name``, when that encoding is unknown, and
    ``RecursionError`` when parts lie too deep in each other.
    """
    walk = _Walk(name, encoding, Sources(data))
    walk.through(mail)
    if not any(line.strip() for line in walk.found.lines):
        walk.found.attached += walk.found.pictures
        walk.found.pictures = []
    return walk.found


class _Walk:
    def __init__(self, name: str, encoding: str | None, sources: Sources) -> None:
        self._name = name
        self._encoding = encoding
        self._sources = sources
        self._boundary: str | None = None
        self.found = Parts()

    def through(self, part: Message) -> None:
        kind = part.get_content_type()
        inside = _inside(part)
        if kind in _ENCRYPTED and "signed" not in str(part.get_param("smime-type", "")):
            self.found.is_encrypted = True
        elif kind == "message/rfc822":
            self._mail(part, inside)
        elif kind in _REPORTS:
            self._text(part, inside)
        elif kind == "multipart/alternative" and inside:
            self._alternative(inside)
        elif kind.startswith("multipart/") and not inside:
            self._unbounded(part)
        else:
            self._others(part, kind, inside)

    def _others(self, part: Message, kind: str, inside: list[Message]) -> None:
        for one in inside:
            self._boundary = part.get_boundary()
            self.through(one)
        if kind not in _SIGNATURES and not part.is_multipart():
            self._leaf(part, kind)

    def _unbounded(self, part: Message) -> None:
        """Take apart what says that it has parts, but not truly what stands between them."""
        source = _payload(part)
        found = _BOUNDARY.search(source)
        boundary = found[1].decode("latin-1").replace('"', "") if found else ""
        if found and boundary.encode("latin-1") == found[1]:
            head = f'Content-Type: multipart/mixed; boundary="{boundary}"\r\n\r\n'
            again = message_of(head.encode("latin-1") + source)
            if _inside(again):
                self.through(again)
                return
        self._add(iter(letters(source, "").splitlines()))

    def _leaf(self, part: Message, kind: str) -> None:
        attached = part.get_content_disposition() == "attachment"
        is_text = kind in {"text/plain", "text/html", "text/enriched"}
        if is_text and not attached and not _file_name(part):
            self._words(part, kind)
        elif kind.startswith("image/") and not attached and part.get("Content-ID"):
            self.found.pictures.append(self._enclosed(part, kind))
        else:
            self.found.attached.append(self._enclosed(part, kind))

    def _words(self, part: Message, kind: str) -> None:
        if not self.found.encoding[0]:
            basis = EncodingBasis.DECLARED if self._encoding is None else EncodingBasis.CHOSEN
            codec = codec_of(self._encoding or _parameter(part, "charset") or "us-ascii") or ""
            known = (one.name for one in ENCODINGS if codec_of(one.name) == codec)
            self.found.encoding = (next(known, codec), basis)
        self._add(_lines(part, kind, self._name, self._encoding))

    def _add(self, lines: Iterator[str]) -> None:
        if self.found.lines:
            self.found.lines.append("")
        self.found.lines += lines

    def _alternative(self, inside: list[Message]) -> None:
        """Read the plainest of the forms the words come in, and what else lies beside them."""
        best: Parts | None = None
        others: list[Enclosed] = []
        for one in sorted(inside, key=_plainness):
            walk = _Walk(self._name, self._encoding, self._sources)
            walk.through(one)
            found = walk.found
            if best is None and any(line.strip() for line in found.lines):
                best = found
                self._add(iter(found.lines))
                self.found.encoding = found.encoding
            self.found.is_encrypted |= found.is_encrypted
            self.found.pictures += found.pictures
            others += found.attached
        self.found.attached += others

    def _mail(self, part: Message, inside: list[Message]) -> None:
        name = _file_name(part)
        if not inside:
            self.found.attached.append(self._enclosed(part, "message/rfc822"))
            return
        source = self._sources.of(inside[0], self._boundary)
        subject = words_of(raw_value(inside[0], "subject"))
        named = name or f"{subject or self._numbered()}.eml"
        if not named.casefold().endswith(".eml"):
            named += ".eml"
        self.found.attached.append(Enclosed(named, source, attached=True))

    def _text(self, part: Message, inside: list[Message]) -> None:
        source = b"\n".join(map(written, inside)) if inside else _payload(part)
        self._add(iter(letters(source, "").splitlines()))

    def _enclosed(self, part: Message, kind: str) -> Enclosed:
        ending = _ENDINGS.get(kind) or mimetypes.guess_extension(kind) or ".bin"
        name = _file_name(part) or f"{self._numbered()}{ending}"
        data = _payload(part)
        let_go(part)
        return Enclosed(name, data, attached=True)

    def _numbered(self) -> str:
        return f"attachment {len(self.found.attached) + 1}"


def _lines(part: Message, kind: str, name: str, encoding: str | None) -> Iterator[str]:
    data = _payload(part)
    let_go(part)
    charset = _parameter(part, "charset")
    if kind == "text/html" and data.strip():
        try:
            page = page_of(data, shown(name), encoding=encoding, declared=charset)
        except Unreadable:
            if encoding is not None:
                raise
        else:
            yield from lines_of(page)
            return
    text = (
        letters(data, charset)
        if encoding is None
        else decode(data, shown(name), chosen=encoding).text
    )
    del data  # the mail may be nothing but words
    if _parameter(part, "format").casefold() == "flowed":
        yield from unfolded(text, without_space=_parameter(part, "delsp").casefold() == "yes")
    else:
        yield from text.splitlines()


def _inside(part: Message) -> list[Message]:
    if not part.is_multipart():
        return []
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _plainness(part: Message) -> int:
    kind = part.get_content_type()
    if kind == "text/plain":
        return 0
    return 1 if kind in {"text/html", "multipart/related", "multipart/mixed"} else 2


def _payload(part: Message) -> bytes:
    with suppress(ValueError, LookupError):
        data = content_of(part)
        if data is not None:
            return data
    with suppress(ValueError, LookupError):
        whole = part.get_payload()
        return whole.encode("utf-8", "surrogateescape") if isinstance(whole, str) else b""
    return b""


def _parameter(part: Message, name: str) -> str:
    found = part.get_param(name)
    if isinstance(found, tuple):
        found = found[2]
    return str(found or "").strip().strip("\"';").strip()


def _file_name(part: Message) -> str:
    for header in ("content-disposition", "content-type"):
        raw = raw_value(part, header)
        if not raw.isascii():  # the library would put a sign in place of each letter
            part.replace_header(header, words_of(raw))
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError):
        name = None
    return words_of(decoded(name)) if name else ""
