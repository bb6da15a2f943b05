"""What of a passage may stand in its counterpart too: actors, numbers, dates, places, rare words.

Traits come from the passage's record and from its words. Actors are told by any of their names and
spellings, in any script; numbers and dates by what they mean, however they are printed
(``clues.py``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

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
    ACTOR = "actor"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    HARM = "harm"
    WORD = "word"


Trait = tuple[TraitKind, int | str]


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of one passage; names, places and words are folded.

    ``dates`` are ``2015-3-11``, or ``-3-11`` where no year is given. ``shown`` says how a trait is
    printed, or what the actor or the event is called; what it lacks is shown as it is.
    """

    passage: int
    document: int
    kind: RecordKind = RecordKind.NONE
    negated: bool = False
    harm: Harm = Harm.NOT_READ
    events: frozenset[int] = frozenset()
    actors: frozenset[int] = frozenset()
    numbers: frozenset[int] = frozenset()
    dates: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    shown: Mapping[Trait, str] = field(default_factory=dict, compare=False)

    def all(self) -> set[Trait]:
        """Return every trait with its kind."""
        held: set[Trait] = {(TraitKind.EVENT, one) for one in self.events}
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
        """Take names and spellings, each with its actor."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for name, actor in names:
            words = tokens(fold(name))
            if words:
                self._by_first.setdefault(words[0], []).append((words, actor))

    def found_in(self, text: str) -> dict[int, tuple[str, ...]]:
        """Return the actors named in ``text``, each with the folded words of one of its names."""
        words = tokens(fold(text))
        return {
            actor: name
            for at, word in enumerate(words)
            for name, actor in self._by_first.get(word, ())
            if words[at : at + len(name)] == name
        }


def with_words(traits: Traits, text: str, span: Span, spellings: Spellings) -> Traits:
    """Return ``traits`` with what the words of ``span`` add to them.

    A name that is one of a known actor's is that actor, and no name besides.
    """
    found = clues(text, span)
    actors = spellings.found_in(span.of(text))
    taken = {word for name in actors.values() for word in name}
    shown: dict[Trait, str] = {}
    for clue in found:
        trait: Trait | None = None
        if clue.kind is ClueKind.NUMBER and clue.key.isdecimal():
            trait = (TraitKind.NUMBER, int(clue.key))
        elif clue.kind is ClueKind.DATE:
            trait = (TraitKind.DATE, clue.key)
        elif clue.kind is ClueKind.NAME and not clue.title and clue.key not in taken:
            trait = (TraitKind.NAME, clue.key)
        elif clue.kind is ClueKind.WORD and clue.key not in taken:
            trait = (TraitKind.WORD, clue.key)
        if trait:
            shown[trait] = clue.shown
    return _joined(traits, shown, frozenset(actors))


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
