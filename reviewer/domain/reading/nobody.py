"""Reads that there was nobody: "no one", "not a single marcher", "no injuries were reported"."""

from collections.abc import Sequence
from typing import NamedTuple

from reviewer.domain.figures import Qualifier
from reviewer.domain.folding import fold
from reviewer.domain.reading.people import persons
from reviewer.domain.reading.plain_words import Token, listed

_NONE = (
    ("no", "one"),
    ("no", "-", "one"),
    ("nobody",),
    ("none",),
    ("not", "one"),
    ("not", "a", "single"),
    ("not", "a", "single", "one"),
)
_HARMS = listed("""
    injury injuries casualty casualties death deaths fatality fatalities arrest arrests
""")
_NOT_ZERO = frozenset(  # no second man: there was a first one
    [
        "second",
        "third",
        "other",
        "others",
        "another",
        "further",
        "more",
        "less",
        "fewer",
        "longer",
        "such",
        "doubt",
    ]
)
_NOUN_WITHIN = 3
_REPORTED_WITHIN = 5
_ANY, _NOT = ("کوئی", "کسی"), "نہیں"
_NOT_WITHIN = 8
_STOPS = listed(". ; ! ? : ۔ ؛ ؟ ، ,")


class Nobody(NamedTuple):
    """Words up to token ``end`` that say nobody; who is not is told from ``noun`` on."""

    end: int
    noun: int
    qualifier: Qualifier

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """Low and high: none reported is no zero."""
        return (0, 0) if self.qualifier is Qualifier.NONE else (None, None)


def nobody_at(words: Sequence[Token], at: int) -> Nobody | None:
    """Return what begins at ``at`` and says that nobody was, if anything does."""
    word = words[at].word
    if word in ("no", "not", "nobody", "none"):
        return _english(words, at)
    return _urdu(words, at) if word in _urdu_any() else None


def _english(words: Sequence[Token], at: int) -> Nobody | None:
    row = [token.word for token in words[at : at + _REPORTED_WITHIN + 2]]
    if row[1:3] in (["reports", "of"], ["report", "of"]):
        return Nobody(at + 3, at + 3, Qualifier.NONE_REPORTED)
    if row[0] == "no" and any(word in _HARMS for word in row[1:3]):
        reported = "reported" in _clause(row)
        return Nobody(at + 1, at + 1, Qualifier.NONE_REPORTED if reported else Qualifier.NONE)
    for known in sorted(_NONE, key=len, reverse=True):
        if tuple(row[: len(known)]) == known:
            end = at + len(known)
            return Nobody(end, end, Qualifier.NONE)
    if row[0] == "no" and _noun_comes(row[1 : 1 + _NOUN_WITHIN]):
        return Nobody(at + 1, at + 1, Qualifier.NONE)
    return None


def _clause(row: Sequence[str]) -> Sequence[str]:
    end = next((place for place, word in enumerate(row) if word in _STOPS), len(row))
    return row[:end]


def _noun_comes(row: Sequence[str]) -> bool:
    for word in row:
        if word in _NOT_ZERO or not word.isalpha():
            return False
        if word in persons():
            return True
    return False


def _urdu(words: Sequence[Token], at: int) -> Nobody | None:
    row = [token.word for token in words[at : at + _NOT_WITHIN]]
    clause = _clause(row)
    if len(row) > 1 and (row[1][0].isdigit() or fold(_NOT) not in clause):
        return None
    end = at + clause.index(fold(_NOT)) + 1 if fold(_NOT) in clause else at
    return Nobody(end, at + 1, Qualifier.NONE) if end > at else None


def _urdu_any() -> frozenset[str]:
    return frozenset(map(fold, _ANY))
