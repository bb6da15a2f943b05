"""Which passages are likely counterparts of one: what they share, rare things first, and what fits.

Each shared trait counts by its kind and by how few passages have it; numbers count more where
the harm is the same, and near numbers only there. To stand close by in the same document counts:
"46 of those deaths" shares nothing else with its whole. The sum is weighed by what fits: a response
wants an allegation or a figure, and the other way round; what one says and the other denies fits.
Below ``LIKELY`` nothing is proposed: when nothing is likely, the list is empty, and the window
says so.

The index goes from a trait to the passages that have it, so that asking costs what is shared, not
what there is. It follows changes passage by passage.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from math import log
from typing import TypeVar

from reviewer.domain.figures import Harm
from reviewer.domain.tags import RecordKind
from reviewer.domain.traits import Trait, TraitKind, Traits
from reviewer.domain.words import N_, Saying

Key = TypeVar("Key")

LIKELY = 0.7  # the score from which on a counterpart is one
MOST = 20

_WEIGHT = {
    TraitKind.EVENT: 2.5,
    TraitKind.QUESTION: 1.5,
    TraitKind.ACTOR: 1.6,
    TraitKind.NUMBER: 1.2,
    TraitKind.DATE: 1.5,
    TraitKind.PLACE: 0.9,
    TraitKind.NAME: 1.0,
    TraitKind.HARM: 0.4,
    TraitKind.WORD: 0.5,
}
_SAME_HARM = 1.6  # an equal number of the same harm
_OTHER_HARM = 0.4  # an equal number of another harm
_NEAR = 0.6
_SMALL = 0.4  # a number below ten stands everywhere
_WITHIN = 0.15  # of a number are near
_UNSEEN = 10  # passages that a small project is thought to have besides
_COMMON = 0.1  # of all passages have a word that tells nothing
_FEW = 50
_BESIDE = 0.8
_CLOSE = 400  # code points between what stands beside each other
_ANSWERS = 1.35
_COUNTS = 1.2
_SAME_SIDE = 0.6
_NO_RECORD = 0.8
_DENIED = 1.2
_SAME_DOCUMENT = 0.8
_TELL_LITTLE = (TraitKind.HARM, TraitKind.WORD)
_CLAIMS = (RecordKind.ALLEGATION, RecordKind.FIGURE)

REASON_WORDS = {
    TraitKind.EVENT: N_("same event: {words}"),
    TraitKind.QUESTION: N_("same question: {words}"),
    TraitKind.ACTOR: N_("same actor: {words}"),
    TraitKind.NUMBER: N_("same number: {words}"),
    TraitKind.DATE: N_("same date: {words}"),
    TraitKind.PLACE: N_("same place: {words}"),
    TraitKind.NAME: N_("same name: {words}"),
    TraitKind.HARM: N_("same kind of harm"),
    TraitKind.WORD: N_("rare words: {words}"),
}
NEAR_NUMBER = N_("near number: {words} and {other}")
BESIDE = N_("stands close by in the same document")
ANSWERS = N_("a response, and something it may answer")
ONE_DENIES = N_("one of the two says it is not so")


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A likely counterpart; the reasons are in order of what they count for."""

    passage: int
    score: float
    reasons: tuple[Saying, ...]


class CounterpartIndex:
    """Passages by their traits, kept up to date passage by passage."""

    def __init__(self, candidates: Iterable[Traits] = ()) -> None:
        """Take the traits of the passages there are."""
        self._traits: dict[int, Traits] = {}
        self._having: dict[Trait, set[int]] = {}
        self._on_day: dict[str, set[int]] = {}  # whatever the year
        self._counting: dict[tuple[Harm, int], set[int]] = {}
        self._numbers: dict[Harm, list[int]] = {}  # in order, each once
        self._placed: dict[int, list[tuple[int, int]]] = {}  # by document: place and passage
        for one in candidates:
            self.put(one)

    def __len__(self) -> int:
        return len(self._traits)

    def put(self, traits: Traits) -> None:
        """Add a passage, or put new traits in the place of those it had."""
        self.drop(traits.passage)
        self._traits[traits.passage] = traits
        insort(self._placed.setdefault(traits.document, []), (traits.start, traits.passage))
        for trait in traits.all():
            self._having.setdefault(trait, set()).add(traits.passage)
        for date in traits.dates:
            self._on_day.setdefault(_day(date), set()).add(traits.passage)
        for number in traits.numbers:
            key = (traits.harm, number)
            if key not in self._counting:
                insort(self._numbers.setdefault(traits.harm, []), number)
            self._counting.setdefault(key, set()).add(traits.passage)

    def drop(self, passage: int) -> None:
        """Take a passage out, if it is in."""
        traits = self._traits.pop(passage, None)
        if traits is None:
            return
        self._placed[traits.document].remove((traits.start, passage))
        for trait in traits.all():
            _take_out(self._having, trait, passage)
        for day in {_day(date) for date in traits.dates}:
            _take_out(self._on_day, day, passage)
        for number in traits.numbers:
            _take_out(self._counting, (traits.harm, number), passage)
            if (traits.harm, number) not in self._counting:
                self._numbers[traits.harm].remove(number)

    def likely(
        self, wanted: Traits, most: int = MOST, without: Collection[int] = ()
    ) -> list[Counterpart]:
        """Return the likely counterparts of a passage, the likeliest first.

        ``without`` are passages that need not be proposed: those it is linked to already.
        """
        scores: dict[int, float] = {}
        for passages, weight in self._sharing(wanted):
            for passage in passages:
                scores[passage] = scores.get(passage, 0.0) + weight
        for passage in (wanted.passage, *without):
            scores.pop(passage, None)
        fits: dict[tuple[RecordKind, bool, bool], float] = {}
        fitting = []
        for passage, score in scores.items():
            other = self._traits[passage]
            case = (other.kind, other.negated, other.document == wanted.document)
            if case not in fits:
                fits[case] = _fit(wanted, other)
            if score * fits[case] >= LIKELY:
                fitting.append((score * fits[case], -passage))
        return [
            Counterpart(-passage, score, tuple(self._reasons(wanted, self._traits[-passage])))
            for score, passage in nlargest(most, fitting)
        ]

    def have_in_common(self, one: Traits, other: Traits) -> bool:
        """Say whether more than words and harm tells that two of the passages belong together.

        An actor or a name, a number or one near it, a date, a place, an event or a question; or
        that they stand close by in one document.
        """
        return (
            any(kind not in _TELL_LITTLE for kind, _value in one.all() & other.all())
            or any(other.passage in self._on_date(date) for date in one.dates)
            or any(self._near_numbers(one, other))
            or other.passage in self._beside(one)
        )

    def _sharing(self, wanted: Traits) -> Iterator[tuple[Collection[int], float]]:
        """Give the passages that share something, with what it counts."""
        for trait in wanted.all():
            kind, value = trait
            having: Collection[int] = self._having.get(trait, ())
            weight = _WEIGHT[kind] * self._rarity(kind, len(having))
            if kind is TraitKind.NUMBER:
                yield from self._sharing_number(wanted.harm, int(value), weight)
            elif kind is TraitKind.DATE:
                yield self._on_date(str(value)), weight
            elif not self._says_nothing(trait):
                yield having, weight
        for number in wanted.numbers:
            for near in self._near(wanted.harm, number):
                yield self._counting[wanted.harm, near], _NEAR
        yield self._beside(wanted), _BESIDE

    def _beside(self, wanted: Traits) -> list[int]:
        """Return what stands close by: a part to its whole, an answer to what it quotes."""
        placed = self._placed.get(wanted.document, [])
        start = bisect_left(placed, (wanted.start - _CLOSE, 0))
        end = bisect_left(placed, (wanted.start + _CLOSE + 1, 0))
        return [passage for _start, passage in placed[start:end]]

    def _sharing_number(
        self, harm: Harm, number: int, weight: float
    ) -> Iterator[tuple[Collection[int], float]]:
        if number < 10:
            weight *= _SMALL
        for other in Harm:
            yield self._counting.get((other, number), ()), weight * _harm_fit(harm, other)

    def _on_date(self, date: str) -> set[int]:
        """Return who has a date; one without a year is shared by any year, and the other way."""
        day = _day(date)
        if date == day:
            return self._on_day.get(day, set())
        either = self._having.get((TraitKind.DATE, date), set())
        return either | self._having.get((TraitKind.DATE, day), set())

    def _near(self, harm: Harm, number: int) -> Iterator[int]:
        """Give the numbers near one, of the same harm; none is near itself."""
        if harm is not Harm.NOT_READ:
            numbers = self._numbers.get(harm, [])
            start = bisect_left(numbers, number * (1 - _WITHIN))
            end = bisect_right(numbers, number * (1 + _WITHIN))
            yield from (one for one in numbers[start:end] if one != number)

    def _rarity(self, kind: TraitKind, having: int) -> float:
        """Return how much a trait tells that so many have: 1 for few, next to nothing for all."""
        if kind is TraitKind.EVENT:
            return 1.0
        passages = len(self._traits) + _UNSEEN
        return log(passages / max(1, having)) / log(passages)

    def _says_nothing(self, trait: Trait) -> bool:
        """Say whether a trait is a word that too many passages have."""
        having = len(self._having.get(trait, ()))
        return trait[0] is TraitKind.WORD and having > max(_FEW, _COMMON * len(self._traits))

    def _reasons(self, wanted: Traits, other: Traits) -> Iterator[Saying]:
        shared = wanted.all() & other.all()
        shared |= {
            (TraitKind.DATE, date) for date in wanted.dates if other.passage in self._on_date(date)
        }
        shared = {one for one in shared if not self._says_nothing(one)}
        for kind, template in REASON_WORDS.items():
            words = sorted(
                wanted.shown.get(trait, str(trait[1])) for trait in shared if trait[0] is kind
            )
            if words:
                yield Saying(template, {"words": ", ".join(words)})
        yield from self._near_numbers(wanted, other)
        if other.passage in self._beside(wanted):
            yield Saying(BESIDE)
        if _answers(wanted.kind, other.kind):
            yield Saying(ANSWERS)
        if wanted.negated is not other.negated:
            yield Saying(ONE_DENIES)

    def _near_numbers(self, wanted: Traits, other: Traits) -> Iterator[Saying]:
        if wanted.harm is other.harm:
            for number in sorted(wanted.numbers):
                for near in other.numbers.intersection(self._near(wanted.harm, number)):
                    yield Saying(NEAR_NUMBER, {"words": number, "other": near})


def _harm_fit(one: Harm, other: Harm) -> float:
    if Harm.NOT_READ in (one, other):
        return 1.0
    return _SAME_HARM if one is other else _OTHER_HARM


def _fit(wanted: Traits, other: Traits) -> float:
    """Return by how much two passages fit as what they are."""
    kinds = (wanted.kind, other.kind)
    fit = 1.0
    if _answers(*kinds):
        fit = _ANSWERS
    elif kinds == (RecordKind.FIGURE, RecordKind.FIGURE):
        fit = _COUNTS
    elif RecordKind.NONE in kinds:
        fit = _NO_RECORD
    elif kinds == (RecordKind.RESPONSE, RecordKind.RESPONSE):
        fit = _SAME_SIDE
    if wanted.negated is not other.negated:
        fit *= _DENIED
    return fit * (_SAME_DOCUMENT if wanted.document == other.document else 1)


def _answers(one: RecordKind, other: RecordKind) -> bool:
    return (one is RecordKind.RESPONSE and other in _CLAIMS) or (
        other is RecordKind.RESPONSE and one in _CLAIMS
    )


def _day(date: str) -> str:
    """Return a date without its year."""
    return "-" + "-".join(date.rsplit("-", 2)[1:])


def _take_out(having: dict[Key, set[int]], key: Key, passage: int) -> None:
    having[key].discard(passage)
    if not having[key]:
        del having[key]
