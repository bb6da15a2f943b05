"""The words of a text in plain letters, each in its place: what rules are tried on.

Quotes, dashes, spaces, the digits of every script and the forms of Arabic letters become one plain
form, as in ``folding.py``; but nothing is dropped or moved and capitals stay, so that a place in
the plain words is the same place in the text, in code points. What nobody sees becomes ``GLUE``.
"""

import re
from functools import cache
from typing import NamedTuple, Protocol

from reviewer.domain.folding import fold

GLUE = "\u2060"
GAP = rf"[\s{GLUE}]+"
_DASHES = dict.fromkeys("–‐‑−", "-")


class Token(NamedTuple):
    """A word, a number or a mark: small letters, and its place in code points."""

    word: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return ``text`` in plain letters, as many as it has."""
    return text if text.isascii() else text.translate(_letters())


def tokens(words: str) -> list[Token]:
    """Return the words, numbers and marks of plain ``words``, in order.

    Hyphens stand alone, an apostrophe does not; the commas and the point of a number belong to it.
    """
    return [Token(match[0], *match.span()) for match in _pattern().finditer(_lower(words))]


def listed(words: str) -> frozenset[str]:
    """Return a list of words, folded, as rules compare them."""
    return frozenset(fold(words).split())


def _lower(words: str) -> str:
    lower = words.lower()
    return lower if len(lower) == len(words) else "".join(map(_small, words))


def _small(letter: str) -> str:
    return letter.lower() if len(letter.lower()) == 1 else letter


class _Translation(Protocol):
    def __getitem__(self, letter: int, /) -> str: ...


class _Letters(dict[int, str]):
    """Works out what a letter becomes when it is met for the first time."""

    def __missing__(self, letter: int) -> str:
        form = chr(letter)
        plain_form = _DASHES.get(form) or (form if form.isupper() else fold(form))
        if len(plain_form) != 1:
            plain_form = form if plain_form else GLUE
        self[letter] = plain_form
        return plain_form


@cache
def _letters() -> _Translation:
    return _Letters()


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\d+(?:,\d+)*(?:\.\d+)?|[^\W\d_]+(?:'[^\W\d_]+)*|[^\s{GLUE}]")
