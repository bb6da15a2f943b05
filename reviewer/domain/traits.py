"""What of a passage may stand in its counterpart too: actors, numbers, dates, places, rare words.

Traits come from the passage's record and from its words. Actors are told by any of their names and
spellings, in any script; numbers and dates by what they mean, however they are printed
(``clues.py``); rare words by what they have in common with their other forms, as "raid" and
"raided". The words an analyst wrote about a passage, and its translation, count as its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from reviewer.domain.clues import ClueKind, clues
from reviewer.domain.edtf import Precision, WrittenDate
from reviewer.domain.edtf_parser import day_of, parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.figures import Harm
from reviewer.domain.folding import fold, folded_line
from reviewer.domain.queries import tokens
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind


class TraitKind(StrEnum):
    """What passages may share."""

    EVENT = "event"
    QUESTION = "question"
    ACTOR = "actor"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    HARM = "harm"
    WORD = "word"


Trait = tuple[TraitKind, int | str]

_LETTERS = 3  # of a word that are left at least
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of one passage; names, places and words are folded.

    ``dates`` are ``2015-3-11``, or ``-3-11`` where no year is given. ``start`` is where in its
    document it begins, in code points. ``shown`` says how a trait is printed, or what the actor or
    the event is called; what it lacks is shown as it is.
    """

    passage: int
    document: int
    kind: RecordKind = RecordKind.NONE
    negated: bool = False
    harm: Harm = Harm.NOT_READ
    events: frozenset[int] = frozenset()
    questions: frozenset[int] = frozenset()
    actors: frozenset[int] = frozenset()
    numbers: frozenset[int] = frozenset()
    dates: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    start: int = 0
    shown: Mapping[Trait, str] = field(default_factory=dict, compare=False)

    def all(self) -> set[Trait]:
        """Return every trait with its kind."""
        held: set[Trait] = {(TraitKind.EVENT, one) for one in self.events}
        held |= {(TraitKind.QUESTION, one) for one in self.questions}
        held |= {(TraitKind.ACTOR, one) for one in self.actors}
        held |= {(TraitKind.NUMBER, one) for one in self.numbers}
        held |= {(TraitKind.DATE, one) for one in self.dates}
        held |= {(TraitKind.PLACE, one) for one in self.places}
        held |= {(TraitKind.NAME, one) for one in self.names}
        held |= {(TraitKind.WORD, one) for one in self.words}
        if self.harm is not Harm.NOT_READ:
            held.add((TraitKind.HARM, self.harm.value))
        return held


class Spellings:
    """Finds actors in words by any of their names, in any script, as whole words."""

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        """Take names and spellings, each with its actor; an actor is called by the first."""
        self._called: dict[int, str] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for name, actor in names:
            self._called.setdefault(actor, name)
            words = tokens(fold(name))
            if words:
                self._by_first.setdefault(words[0], []).append((words, actor))

    def called(self, actor: int) -> str:
        """Return what an actor is called."""
        return self._called[actor]

    def found_in(self, text: str) -> dict[int, tuple[str, ...]]:
        """Return the actors named in ``text``, each with the folded words of one of its names."""
        words = tokens(fold(text))
        return {
            actor: name
            for at, word in enumerate(words)
            for name, actor in self._by_first.get(word, ())
            if words[at : at + len(name)] == name
        }


def with_words(
    traits: Traits, text: str, span: Span, spellings: Spellings, told: str = ""
) -> Traits:
    """Return ``traits`` with what the words of ``span`` add to them, and what is ``told`` of it.

    A name that is one of a known actor's is that actor, and no name besides.
    """
    found = clues(text, span)
    actors = spellings.found_in(span.of(text))
    if told:
        found += clues(told, Span(0, len(told)))
        actors = spellings.found_in(told) | actors
    taken = {word for name in actors.values() for word in name}
    shown: dict[Trait, str] = {
        (TraitKind.ACTOR, actor): spellings.called(actor) for actor in actors
    }
    for clue in found:
        trait: Trait | None = None
        if clue.kind is ClueKind.NUMBER and clue.key.isdecimal():
            trait = (TraitKind.NUMBER, int(clue.key))
        elif clue.kind is ClueKind.DATE:
            trait = (TraitKind.DATE, clue.key)
        elif clue.kind is ClueKind.NAME and not clue.title and clue.key not in taken:
            trait = (TraitKind.NAME, clue.key)
        elif clue.kind is ClueKind.WORD and clue.key not in taken:
            trait = (TraitKind.WORD, word_key(clue.key))
        if trait:
            shown.setdefault(trait, clue.shown)
    return _joined(traits, shown, frozenset(actors))


@lru_cache(maxsize=20_000)
def word_key(word: str) -> str:
    """Return what the forms of an English word have in common; a word of another script stays."""
    if not word.isascii():
        return word
    for _twice in range(2):  # killings, killing, kill
        for ending, put in _ENDINGS:
            kept = len(word) - len(ending)
            if kept >= _LETTERS and word.endswith(ending) and word[kept - 1 : kept + 1] != "ss":
                word = word[:kept] + put
                break
    doubled = len(word) > _LETTERS and word[-1] == word[-2] and word[-1] not in "aeiouls"
    return word[:-1] if doubled else word


def day_key(date: WrittenDate) -> str:
    """Return a date as a trait, empty where it names no single day."""
    try:
        found = parse(date.edtf) if date.edtf else None
    except NotAllowed:
        return ""
    if found is None or found.precision not in (Precision.DAY, Precision.TIME):
        return ""
    return "-".join(map(str, day_of(found.earliest)))


def place_key(place: str) -> str:
    """Return a place's name as a trait."""
    return folded_line(place)


def _joined(traits: Traits, shown: Mapping[Trait, str], actors: frozenset[int]) -> Traits:
    def of(kind: TraitKind) -> frozenset[str]:
        return frozenset(str(value) for one, value in shown if one is kind)

    return replace(
        traits,
        actors=traits.actors | actors,
        numbers=traits.numbers | frozenset(map(int, of(TraitKind.NUMBER))),
        dates=traits.dates | of(TraitKind.DATE),
        names=traits.names | of(TraitKind.NAME),
        words=traits.words | of(TraitKind.WORD),
        shown={**shown, **traits.shown},
    )
