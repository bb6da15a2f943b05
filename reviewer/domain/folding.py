"""Folding: the copy of a text that is searched, in which the spellings of one word are equal.

Case, accents, Arabic vowel marks, the forms of alef, yeh, kaf and heh, presentation forms,
quotes, spaces and the digits of every script fold; characters nobody sees are dropped; a word
broken by a hyphen at a line end is joined (here and nowhere else). Queries are folded by the same
function. ``FOLD_VERSION`` is stored with the index; a change of the rules raises it.

The rule is per character; the work is not: a text is asked which of its characters fold at all,
and only those are replaced.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

FOLD_VERSION = 1

# Vowel signs, Quranic signs and accents, which stand on another letter. Where marks are letters
# of their own (Devanagari and its kin) they stay.
_MARKS = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u08d3-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
# Ligatures, Arabic presentation forms, full-width letters: other shapes of plain characters.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc\uff01-\uff5e]")
_LIKE = {
    "ا": "ٱٲٳ",
    "ی": "يىې",
    "ک": "كڪ",
    "ہ": "هھةۃە",
    "l": "łŀ",
    "o": "ø",
    "d": "đð",
    "h": "ħ",
    "i": "ı",
    "t": "ŧ",
    "ae": "æ",
    "oe": "œ",
    "th": "þ",
    "σ": "ς",
    ".": "٫",
    ",": "٬",
    "-": "‐‑",
    "'": "‘’‚‛ʼ",
    '"': "“”„‟",
    " ": "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
    "\u200c",  # the non-joiner stands between halves of a word that others write apart
    "": "\u00ad\u0640\u061c\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\u02bb\u02bd\u02be\u02bf\ufe0e\ufe0f",
}
_ALIKE = {ord(form): plain for plain, forms in _LIKE.items() for form in forms}

_BREAK = re.compile("(?<=[^\\W\\d_])[-\u2010\u00ad]\n[ \t]*(?=([^\\W\\d_]))")
_HYPHENS = "-\u2010\u00ad"
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_ASCII = bytes(range(128))
_EVERY_BYTE = bytes(range(256))
_MANY = 48  # from here on one pass over the text is cheaper than one for each form


def fold(text: str) -> str:
    """Return ``text`` as it is searched; may be shorter or longer than ``text``."""
    return _folded(text, _forms(text))


@lru_cache(maxsize=20_000)
def folded_line(words: str) -> str:
    """Return words on one line as they are compared: all spellings of one name are equal in it."""
    return " ".join(fold(words).split())


def fold_with_resized(text: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Return ``fold(text)`` and the stretches whose folded form has another length.

    Each is where it begins and ends in ``text``, and how long it is folded; in any order. Of two
    that overlap the longer one counts. See ``folded_offsets.py``.
    """
    forms = _forms(text)
    return _folded(text, forms), list(_resized(text, forms))


def _folded(text: str, forms: dict[str, str]) -> str:
    if _has_breaks(text):
        text = _BREAK.sub(lambda match: match[0] if match[1].isupper() else "", text)
    if len(forms) > _MANY:
        text = text.translate({ord(form): plain for form, plain in forms.items()})
    else:
        for form, plain in forms.items():
            text = text.replace(form, plain)
    if text.isascii():
        return text.lower()
    # Of bytes, ``lower`` takes the ASCII letters only; there are no others left to do.
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """Return ``fold(text)`` and, for each of its characters, the code point it came from."""
    folded, resized = fold_with_resized(text)
    origins: list[int] = []
    done = 0
    for start, end, kept in sorted(resized, key=lambda found: (found[0], -found[1])):
        if start >= done:
            origins.extend(range(done, start))
            origins.extend([start] * kept)
            done = end
    origins.extend(range(done, len(text)))
    return folded, origins


def _has_breaks(text: str) -> bool:
    return any(hyphen in text and f"{hyphen}\n" in text for hyphen in _HYPHENS)


def _resized(text: str, forms: dict[str, str]) -> Iterator[tuple[int, int, int]]:
    if _has_breaks(text):
        for match in _BREAK.finditer(text):
            if not match[1].isupper():
                yield match.start(), match.end(), 0
    resized = {form: len(plain) for form, plain in forms.items() if len(plain) != 1}
    if resized:
        for match in re.finditer(f"[{''.join(resized)}]", text):
            yield match.start(), match.end(), resized[match[0]]


def _forms(text: str) -> dict[str, str]:
    """Return the characters of ``text`` that fold, but for ASCII letters, with what they become."""
    if text.isascii():
        return {}
    wide = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    if len(wide) * 8 < len(text):
        candidates = set(wide.decode("utf-8", "surrogatepass"))
        return {form: plain for form in candidates if (plain := _fold_character(form)) != form}
    high_bytes = text.encode("utf-16-le", "surrogatepass")[1::2]
    blocks = _EVERY_BYTE.translate(None, _EVERY_BYTE.translate(None, high_bytes))
    found = {form: plain for high in blocks for form, plain in _block(high) if form in text}
    if len(high_bytes) != len(text):
        for form in set(_ASTRAL.findall(text)):
            found[form] = _fold_character(form)
    return found


@cache
def _block(high: int) -> tuple[tuple[str, str], ...]:
    """Return what folds among the 256 characters with this high byte."""
    characters = map(chr, range(max(high << 8, 128), (high << 8) + 256))
    return tuple((form, plain) for form in characters if (plain := _fold_character(form)) != form)


@lru_cache(maxsize=10_000)
def _fold_character(character: str) -> str:
    folded, before = character, ""
    while folded != before:
        before = folded
        folded = "".join(map(_fold_once, folded))
    return folded


def _fold_once(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if _SHAPES.match(character):
        character = unicodedata.normalize("NFKC", character).strip()
    character = character.casefold().translate(_ALIKE)
    taken_apart = unicodedata.normalize("NFD", character)
    return _MARKS.sub("", taken_apart) if _MARKS.search(taken_apart) else character
