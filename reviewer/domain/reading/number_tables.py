"""The table of number words: what each word counts, and what a wording makes of a number.

A project has its own table, which can be seen and changed; the shipped one follows the reading
rules of casualty recorders. A word counts something ("dozen": 12) or is words only ("several"): of
those no number is ever made. A wording has ``…`` where its number stands: "at least …".
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from reviewer.domain.errors import NotAllowed
from reviewer.domain.figures import LARGEST, Qualifier
from reviewer.domain.reading.conventions import Convention
from reviewer.domain.reading.number_words import SMALL_WORDS, UNIT_WORDS
from reviewer.domain.reading.plain_words import plain, tokens
from reviewer.domain.words import N_

FORMAT = 1
HOLE = "…"
MOST_ROWS = 1_000
LONGEST_ROW = 60  # code points

Words = tuple[str, ...]


class Wording(StrEnum):
    """What a wording says of its number."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    ABOUT = "about"


WORDING_LABELS = {
    Wording.EXACTLY: N_("exactly"),
    Wording.AT_LEAST: N_("at least"),
    Wording.MORE_THAN: N_("more than"),
    Wording.UP_TO: N_("up to"),
    Wording.LESS_THAN: N_("less than"),
    Wording.ABOUT: N_("about"),
}
QUALIFIERS = {
    Wording.EXACTLY: Qualifier.EXACTLY,
    Wording.AT_LEAST: Qualifier.AT_LEAST,
    Wording.MORE_THAN: Qualifier.MORE_THAN,
    Wording.UP_TO: Qualifier.UP_TO,
    Wording.LESS_THAN: Qualifier.UP_TO,
    Wording.ABOUT: Qualifier.ABOUT,
}

_VAGUE = """
    several/many/a few/few/dozens/scores/hundreds/thousands/lakhs/lacs/crores/millions/tens/
    numerous/countless/multiple/various/some/a number of/a handful of/a couple of/a couple/
    a group of/
    کئی/درجنوں/بیسیوں/سینکڑوں/سیکڑوں/ہزاروں/لاکھوں/کروڑوں/متعدد/بہت سے/چند/کچھ/بے شمار
"""
_SHIPPED: dict[Wording, str] = {
    Wording.EXACTLY: "exactly …/precisely …/only …/just …/صرف …/محض …",
    Wording.AT_LEAST: """at least …/no fewer than …/no less than …/not less than …/
        not fewer than …/a minimum of …/minimum …/… or more/… at least/… at a minimum/… and more/
        کم از کم …/کم سے کم …/… یا اس سے زائد/… یا زیادہ""",
    Wording.MORE_THAN: """more than …/over …/above …/upwards of …/in excess of …/well over …/
        … plus/… سے زائد/… سے زیادہ/… سے بھی زائد/… سے بھی زیادہ/… سے اوپر""",
    Wording.UP_TO: """up to …/as many as …/at most …/no more than …/not more than …/
        a maximum of …/… at most/… at the most/زیادہ سے زیادہ …/… تک""",
    Wording.LESS_THAN: "fewer than …/less than …/under …/below …/… سے کم",
    Wording.ABOUT: """about …/some …/nearly …/around …/approximately …/roughly …/almost …/
        close to …/an estimated …/estimated …/circa …/… or so/تقریبا …/لگ بھگ …/قریبا …/
        کوئی …/… کے قریب/… کے لگ بھگ""",
}


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word and what it counts; ``None`` is words only. ``unit``: others are counted in it.

    "Two dozen" can be said, since a dozen is a unit; "two twenty" cannot.
    """

    words: str
    value: int | None
    unit: bool = False


@dataclass(frozen=True, slots=True)
class NumberWording:
    """Words around a number, with ``…`` in its place, and what they say of it."""

    words: str
    says: Wording


@dataclass(frozen=True)
class NumberTable:
    """The table of a project; ``table_of`` makes one and checks it.

    ``convention`` is what words without a number are counted as, apart from all numbers.
    """

    words: tuple[NumberWord, ...]
    wordings: tuple[NumberWording, ...]
    convention: Convention = Convention.NONE

    @cached_property
    def single(self) -> dict[str, NumberWord]:
        """The words that count something, by their plain form."""
        return {_key(one.words)[0]: one for one in self.words if one.value is not None}

    @cached_property
    def vague(self) -> dict[str, list[Words]]:
        """What is words only, by its first word, the longest first."""
        return _by_first(_key(one.words) for one in self.words if one.value is None)

    @cached_property
    def before(self) -> dict[str, list[Words]]:
        """The wordings before a number, by their first word, the longest first."""
        return _by_first(words for words in self.sayings if words[-1] == HOLE)

    @cached_property
    def after(self) -> dict[str, list[Words]]:
        """The wordings behind a number, by their first word, the longest first."""
        return _by_first(words[1:] for words in self.sayings if words[0] == HOLE)

    @cached_property
    def sayings(self) -> dict[Words, Wording]:
        """What each wording says, by its plain words, with the hole among them."""
        return {_key(one.words): one.says for one in self.wordings}


@cache
def default_table() -> NumberTable:
    """Return the table that a new project has."""
    units = {**UNIT_WORDS, "score": 20}
    words = [NumberWord("zero", 0), NumberWord("صفر", 0)]
    words += [NumberWord(word, value) for word, value in SMALL_WORDS.items()]
    words += [NumberWord(word, value, unit=True) for word, value in units.items()]
    words += [NumberWord(" ".join(one.split()), None) for one in _VAGUE.split("/")]
    wordings = [
        NumberWording(" ".join(one.split()), says)
        for says, listing in _SHIPPED.items()
        for one in listing.split("/")
    ]
    return NumberTable(tuple(words), tuple(wordings))


def table_of(
    words: Iterable[NumberWord],
    wordings: Iterable[NumberWording],
    convention: Convention = Convention.NONE,
) -> NumberTable:
    """Return the table of these rows, blank space put right.

    Raises ``NotAllowed``, naming the row, where one says nothing, is too long, stands there twice,
    counts what cannot be counted, or has not one ``…`` at an end where it is a wording.
    """
    table = NumberTable(
        tuple(NumberWord(_row(one.words), one.value, one.unit) for one in words),
        tuple(NumberWording(_row(one.words), one.says) for one in wordings),
        convention,
    )
    if len(table.words) + len(table.wordings) > MOST_ROWS:
        raise NotAllowed(N_("The table may have {most} rows at most."), most=MOST_ROWS)
    for word in table.words:
        _check_word(word)
    for wording in table.wordings:
        _check_wording(wording)
    met: set[Words] = set()
    for row in [one.words for one in table.words] + [one.words for one in table.wordings]:
        key = _key(row)
        if key in met:
            raise NotAllowed(N_("“{words}” stands in the table twice."), words=row)
        met.add(key)
    return table


def table_written(table: NumberTable) -> str:
    """Return a table as the project's settings keep it (JSON)."""
    rows = {
        "format": FORMAT,
        "words": [[one.words, one.value, one.unit] for one in table.words],
        "wordings": [[one.words, str(one.says)] for one in table.wordings],
        "convention": str(table.convention),
    }
    return json.dumps(rows, ensure_ascii=False)


def table_read(written: str) -> NumberTable:
    """Return the table that ``table_written`` wrote; of nothing written, the shipped one.

    Raises ``NotAllowed`` for what is no such table, as a stranger's project may hold.
    """
    if not written:
        return default_table()
    try:
        rows = json.loads(written)
        if rows["format"] != FORMAT:
            raise ValueError(rows["format"])  # noqa: TRY301  # one way out for all that is wrong
        return table_of(
            [
                NumberWord(str(words), _count(value), bool(unit))
                for words, value, unit in rows["words"]
            ],
            [NumberWording(str(words), Wording(says)) for words, says in rows["wordings"]],
            Convention(rows.get("convention", "")),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise NotAllowed(N_("The project’s table of number words cannot be read.")) from fault


def _count(value: object) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise ValueError(value)


def _row(words: str) -> str:
    return " ".join("".join(one if one.isprintable() else " " for one in words).split())


def _check_word(word: NumberWord) -> None:
    _check_row(word.words)
    if HOLE in word.words:
        raise NotAllowed(
            N_("“{words}” counts nothing: “…” belongs in a wording."), words=word.words
        )
    if word.value is None:
        return
    if not 0 <= word.value <= LARGEST or (word.unit and word.value < 2):
        raise NotAllowed(
            N_("{number} cannot be what “{words}” counts."), number=word.value, words=word.words
        )
    if len(_key(word.words)) > 1 or _key(word.words)[0].isdigit():
        raise NotAllowed(
            N_("“{words}” must be a single word to count something."), words=word.words
        )


def _check_wording(wording: NumberWording) -> None:
    _check_row(wording.words)
    key = _key(wording.words)
    if key.count(HOLE) != 1 or len(key) < 2 or HOLE not in (key[0], key[-1]):
        raise NotAllowed(
            N_("“{words}” needs one “…” before or behind it, where the number stands."),
            words=wording.words,
        )


def _check_row(words: str) -> None:
    if not _key(words):
        raise NotAllowed(N_("A row of the table needs its words."))
    if len(words) > LONGEST_ROW:
        raise NotAllowed(
            N_("“{words}” is too long: at most {longest} characters fit."),
            words=f"{words[:LONGEST_ROW]}…",
            longest=LONGEST_ROW,
        )


def _key(words: str) -> Words:
    return tuple(token.word for token in tokens(plain(words)))


def _by_first(rows: Iterable[Words]) -> dict[str, list[Words]]:
    found: dict[str, list[Words]] = {}
    for row in sorted(rows, key=len, reverse=True):
        found.setdefault(row[0], []).append(row)
    return found
