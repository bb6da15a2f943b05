"""The one normaliser: what a text is turned into once, at import, and never again.

Newlines become LF, and what a text view cannot hold is replaced, so that what is stored is what
is shown, character for character. Nothing else is touched: composed and decomposed letters stay
as they came. ``NORMALISER_VERSION`` is stored with every text; a change of the rules raises it.
"""

import hashlib
import re
from dataclasses import dataclass

from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_

NORMALISER_VERSION = 1
LONGEST_TEXT = 100_000_000  # code points

_BYTE_ORDER_MARK = "\ufeff"
_WORD_JOINER = "\u2060"
_REPLACEMENT = "\ufffd"
_MORE_NEWLINES = "\u2028\u2029\ufdd0\ufdd1"
_SURROGATE = re.compile("[\ud800-\udfff]")

_ASCII = bytes(range(128))
_WIDE_SPACES = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_WORD_OR_SPACE = bytes(0x20 if chr(byte).isspace() and byte < 128 else 0x78 for byte in range(256))


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text as it is stored, and how many of its characters were changed or dropped.

    A CRLF that became LF counts as one.
    """

    text: str
    changed: int


def normalise(raw: str) -> Normalised:
    """Return ``raw`` as it is stored.

    One leading U+FEFF is dropped and any other becomes U+2060; CRLF, CR, U+2028, U+2029, U+FDD0
    and U+FDD1 become LF; NUL, surrogates and U+FFFE become U+FFFD. Doing it twice changes
    nothing. Raises ``NotAllowed`` when more than 100 million characters are left.
    """
    text, changed = _newlines(raw)
    text, replaced = _replace(text, "\0", _REPLACEMENT)
    changed += replaced
    if not text.isascii():
        text, replaced = _wide(text)
        changed += replaced
    if len(text) > LONGEST_TEXT:
        raise NotAllowed(
            N_("The text has {length} characters; at most {longest} can be taken in."),
            length=len(text),
            longest=LONGEST_TEXT,
        )
    return Normalised(text, changed)


def is_normal(text: str) -> bool:
    """Say whether words are as they would be stored; what an escape in JSON says need not be."""
    return not normalise(text).changed


def sha256_of(text: str) -> str:
    """Return the fingerprint of a text: the SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def count_words(text: str, utf8: bytes | None = None) -> int:
    """Return the number of words: runs without white space, as ``str.split`` sees them.

    ``utf8`` is the text in UTF-8, where it is at hand already.
    """
    utf8 = text.encode("utf-8", "surrogatepass") if utf8 is None else utf8
    if not text.isascii():
        wide = utf8.translate(None, _ASCII).decode("utf-8", "surrogatepass")
        for space in _WIDE_SPACES:
            if space in wide:
                utf8 = utf8.replace(space.encode(), b" ")
    marked = utf8.translate(_WORD_OR_SPACE)
    return marked.count(b" x") + marked.startswith(b"x")


def _newlines(text: str) -> tuple[str, int]:
    if "\r" not in text:
        return text, 0
    changed = text.count("\r")
    return text.replace("\r\n", "\n").replace("\r", "\n"), changed


def _wide(text: str) -> tuple[str, int]:
    changed = 0
    if text.startswith(_BYTE_ORDER_MARK):
        text, changed = text[1:], 1
    text, replaced = _replace(text, _BYTE_ORDER_MARK, _WORD_JOINER)
    changed += replaced
    for newline in _MORE_NEWLINES:
        text, replaced = _replace(text, newline, "\n")
        changed += replaced
    text, replaced = _replace(text, "\ufffe", _REPLACEMENT)
    changed += replaced
    text, replaced = _surrogates(text)
    return text, changed + replaced


def _replace(text: str, old: str, new: str) -> tuple[str, int]:
    return (text.replace(old, new), text.count(old)) if old in text else (text, 0)


def _surrogates(text: str) -> tuple[str, int]:
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.subn(_REPLACEMENT, text)
    return text, 0
