"""Pieces of XML of the REFI-QDA standard: guids, escaped words, and parts that wait for their turn.

The schema wants cases before sources and notes behind them, and a project is gone through once. So
parts are written side by side, packed in memory, and strung together at the end: a hundred thousand
passages take a few megabytes.
"""

import re
import zlib
from collections.abc import Iterator
from hashlib import sha1
from uuid import NAMESPACE_URL, uuid5

from reviewer.domain.refi import Plain, escaped

PROJECT_NAMESPACE = "urn:QDA-XML:project:1.0"
CODEBOOK_NAMESPACE = "urn:QDA-XML:codebook:1.0"

_OURS = uuid5(NAMESPACE_URL, "urn:x-reviewer:refi-qda:1")
_GUID = re.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")
_LONGEST_NAME = 200  # code points; longer ones are cut off by programs, each in its own way
_UNPACKED = 262_144  # characters that are packed at a time


def guid(uid: str) -> str:
    """Return a uid as the guid it is, else one made of it, always the same."""
    return uid if _GUID.fullmatch(uid) else made("uid", uid)


def made(*words: str) -> str:
    """Return the guid of what has no uid of its own: of the same words always the same."""
    digest = sha1(_OURS.bytes + "\x1f".join(words).encode(), usedforsecurity=False).hexdigest()
    # A UUID of version 5, without the half of the time that making the object takes.
    variant = "89ab"[int(digest[16], 16) & 3]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:32]}"


def text(words: str) -> str:
    """Return words as they stand between tags."""
    words = escaped(words)
    if "&" in words or "<" in words or ">" in words or "\r" in words:
        words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        words = words.replace("\r", "&#13;")
    return words


def attribute(words: str) -> str:
    """Return words as they stand between double quotes."""
    words = text(words)
    for mark, escape in (('"', "&quot;"), ("\n", "&#10;"), ("\t", "&#9;")):
        if mark in words:
            words = words.replace(mark, escape)
    return words


def short_name(words: str) -> str:
    """Return words as the name of something: on one line, cut off where they are long."""
    line = " ".join(words[: 2 * _LONGEST_NAME].split())
    if len(line) > _LONGEST_NAME or len(words) > 2 * _LONGEST_NAME:
        line = line[: _LONGEST_NAME - 1] + "…"
    return attribute(line)


def moment(name: str, when: str) -> str:
    """Return an attribute with a moment; nothing where it is none."""
    return f' {name}="{when}"' if _MOMENT.fullmatch(when) else ""


def value_element(value: Plain) -> str:
    """Return a variable's value; nothing for none."""
    match value:
        case None:
            return ""
        case bool():
            return f"<BooleanValue>{str(value).lower()}</BooleanValue>"
        case int():
            return f"<IntegerValue>{value}</IntegerValue>"
        case str():
            return f"<TextValue>{text(value)}</TextValue>"


class Pile:
    """A part of a file that is written before its turn comes."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(1)
        self._packed: list[bytes] = []
        self._waiting: list[str] = []
        self._length = 0
        self.count = 0

    def add(self, element: str) -> None:
        """Put one more element on it."""
        self.count += 1
        self._waiting.append(element)
        self._length += len(element)
        if self._length > _UNPACKED:
            self._pack()

    def pieces(self, name: str) -> Iterator[bytes]:
        """Give the element ``name`` around all that was put here; nothing when nothing was."""
        if not self.count:
            return
        self._pack()
        self._packed.append(self._packer.flush())
        unpacker = zlib.decompressobj()
        yield f"<{name}>\n".encode()
        for piece in self._packed:
            yield unpacker.decompress(piece)
        yield f"</{name}>\n".encode()

    def _pack(self) -> None:
        packed = self._packer.compress("".join(self._waiting).encode())
        if packed:
            self._packed.append(packed)
        self._waiting.clear()
        self._length = 0
