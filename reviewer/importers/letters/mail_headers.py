"""The head of a mail as a person reads it: encoded words decoded, folded lines joined.

The standard library's own reader of addresses drops what it cannot parse and may fail on what
strangers write, so words are decoded here and otherwise left as they are printed.
"""

import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Iterator
from datetime import datetime
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.importers.letters.mail_letters import letters

HEAD = ("From", "To", "Cc", "Date", "Subject")
_ENCODED = re.compile(
    r"=\?(?P<charset>[^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?(?P<kind>[bBqQ])\?(?P<words>[^?]*)\?="
    r"(?P<between>\s+(?==\?))?"
)
_NAMED = re.compile(rb"From |[!-9;-~]+[ \t]*:")
_SPACED = re.compile(rb"^([!-9;-~]+)[ \t]+:", re.MULTILINE)
_STRAY = re.compile(rb"(^|\n)(?!From |[!-9;-~]+:|[ \t\r\n])(?=.)")
_HEAD_END = re.compile(rb"\r?\n\r?\n|\r\r")
_FOLDED = re.compile(r"[ \t]*\r?\n[ \t]*|\r")
_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_ZONE = re.compile(r"([+-]\d{4}|\b[A-Z]{1,5})\)?(?:\s*\(.*)?\s*$")


def head_of(mail: Message) -> Iterator[tuple[str, str]]:
    """Give the lines of a mail's head that a reader is shown, each with its name."""
    charset = str(mail.get_content_charset("") or "")
    for name in HEAD:
        values = [
            words_of(value, charset)
            for key, value in _raw(mail)
            if key.casefold() == name.casefold()
        ]
        yield from ((name, value) for value in values if value)


def words_of(raw: str, charset: str = "") -> str:
    """Return the words of a header on one line; never raises.

    ``charset`` is the one of the mail's text, in which some programs write heads as well.
    """
    value = _FOLDED.sub(" ", raw).strip()
    if not value.isascii():
        value = letters(value.encode("utf-8", "surrogateescape"), charset)
    return " ".join(decoded(value).split())


def decoded(value: str) -> str:
    """Decode the encoded words in a value; letters that were cut in two between them are joined."""
    made: list[str] = []
    place = 0
    waiting, charset = b"", ""
    for match in _ENCODED.finditer(value):
        data = _bytes_of(match["kind"], match["words"])
        if data is None:
            continue
        between = value[place : match.start()]
        if waiting and (between or charset != match["charset"].casefold()):
            made.append(letters(waiting, charset))
            waiting = b""
        made.append(between)
        waiting, charset = waiting + data, match["charset"].casefold()
        place = match.end()
    if waiting:
        made.append(letters(waiting, charset))
    return "".join((*made, value[place:]))


def sender(words: str) -> str:
    """Return who sent a mail: the name that stands before the address, or the address."""
    try:
        name, address = parseaddr(words)
    except (ValueError, IndexError, AttributeError):
        return words
    return name.strip() or address.strip() or words


def moment(words: str) -> str:
    """Return a mail's date as EDTF, in its own zone; empty where it cannot be read."""
    if _ISO.fullmatch(words):  # as it is written here, where a file keeps a number only
        return words
    try:
        found = parsedate_to_datetime(words)
        return edtf_of(found, zoned=bool(_ZONE.search(words)) and "-0000" not in words)
    except (ValueError, TypeError, IndexError, OverflowError, NotAllowed):
        return ""


def edtf_of(found: datetime, *, zoned: bool = True) -> str:
    """Return a time as EDTF; raises ``NotAllowed`` for one that cannot be said."""
    expression = found.replace(microsecond=0, tzinfo=None).isoformat()
    if zoned and found.tzinfo is not None:
        zone = found.strftime("%z")[:5]
        expression += "Z" if zone == "+0000" else f"{zone[:3]}:{zone[3:]}"
    return parse(expression).expression


def mended(data: bytes) -> bytes:
    """Return a mail whose head can be read to its end: a line that is none ends it otherwise.

    Spaces before a colon are taken out, and lines without a name go on with what is before them.
    """
    data = data.lstrip(b"\r\n\t ")
    if not _NAMED.match(data):
        return data
    end = _HEAD_END.search(data)
    head = data[: end.start()] if end else data
    made = _STRAY.sub(rb"\1 ", _SPACED.sub(rb"\1:", head))
    return data if made == head else made + data[len(head) :]


def raw_value(part: Message, name: str) -> str:
    """Return a header as it stands in the file, its bytes escaped where they are no ASCII."""
    return next((value for key, value in _raw(part) if key.casefold() == name), "")


def _raw(mail: Message) -> Iterator[tuple[str, str]]:
    for key, value in mail.raw_items():
        yield str(key), str(value)


def _bytes_of(kind: str, words: str) -> bytes | None:
    data = words.encode("ascii", "replace")
    if kind in "qQ":
        return a2b_qp(data, header=True)
    try:
        return a2b_base64(data + b"=" * (-len(data) % 4))
    except Error:
        return None
