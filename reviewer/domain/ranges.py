"""Figures that answer one question, compared: which enter the range, and why others do not.

The range goes from the lowest low to the highest high of what may enter it; an end that one of
the entering figures leaves open is open. Nothing is summed, averaged or made up. What may not
enter stands below, with one reason.

- *About 30* enters and is compared, but sets neither end: its source set none. Left out, "about
  30" and "about 300" would look like agreement.
- A part stays below while its whole is in the comparison, whatever keeps the whole itself out of
  the range; otherwise an unconfirmed "300, among them 4" would leave a range of 4. The same goes
  for a count that its source has replaced.
- Mentions of one count share their fate, so that the second mention of a part is a part. Where
  they may enter, one does for all: one that sets an end before one that does not, then the one
  said first, then the smaller passage id; never the one with the higher or the lower number.
- What its own source took back stands below, and a mention of the same count by another source
  does not: only whoever said a number can take it back (``retractions.py``).
- Links that lead around in a circle (a part of its own part, a newer count of its newer count,
  or both mixed) say nothing and are passed over; they are named.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.edtf_parser import sort_key
from reviewer.domain.errors import NotAllowed
from reviewer.domain.figure_bases import base_in_words
from reviewer.domain.figures import Qualifier
from reviewer.domain.groupings import circles, joined
from reviewer.domain.links import BETWEEN_FIGURES, Independence, Link, LinkType
from reviewer.domain.standings import Range, Standing, apart_somewhere, range_of, standing
from reviewer.domain.words import N_, Saying


class WhyBelow(StrEnum):
    """Why a figure stands below the range."""

    NOT_CONFIRMED = "not_confirmed"
    NEGATED = "negated"
    WORDS_ONLY = "words_only"
    NONE_REPORTED = "none_reported"
    NO_NUMBER = "no_number"
    TAKEN_BACK = "taken_back"
    CROSSED = "crossed"
    PART = "part"
    REPLACED = "replaced"
    TOLD_AGAIN = "told_again"


WHY_BELOW_WORDS = {
    WhyBelow.NOT_CONFIRMED: N_("not confirmed yet"),
    WhyBelow.NEGATED: N_("the source says this number is not so"),
    WhyBelow.WORDS_ONLY: N_("words only, no number"),
    WhyBelow.NONE_REPORTED: N_("none reported: not the same as none"),
    WhyBelow.NO_NUMBER: N_("no number was read or entered"),
    WhyBelow.TAKEN_BACK: N_("taken back by its own source"),
    WhyBelow.CROSSED: N_("“at least” is above “at most”"),
    WhyBelow.PART: N_("part of {label}"),
    WhyBelow.REPLACED: N_("replaced by the newer count {label}"),
    WhyBelow.TOLD_AGAIN: N_("same people, told again: {label} stands for both"),
}


class BracketKind(StrEnum):
    """What binds figures together."""

    PART = "part"
    TOLD_AGAIN = "told_again"
    SAME_ORIGIN = "same_origin"


BRACKET_LABELS = {
    BracketKind.PART: N_("part of"),
    BracketKind.TOLD_AGAIN: N_("same people, told again"),
    BracketKind.SAME_ORIGIN: N_("same origin"),
}


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A figure as it is compared: its numbers, its words, and who says so.

    ``label`` is the passage's short number (``D4·12``), ``words`` the number as printed,
    ``speaker`` the last member of the chain in words (empty: not named) and ``actor`` the same as
    an actor; ``origin`` is the same for figures of documents that have one origin (empty: none is
    known). ``confirmed`` says that an analyst entered or confirmed its numbers.
    """

    passage: int
    label: str
    document: int
    speaker: str = ""
    actor: int | None = None
    low: int | None = None
    high: int | None = None
    about: int | None = None
    qualifier: Qualifier = Qualifier.STATED
    negated: bool = False
    words: str = ""
    confirmed: bool = True
    event_date: WrittenDate = NO_DATE
    as_of: WrittenDate = NO_DATE
    said_on: WrittenDate = NO_DATE
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Below:
    """A figure that does not enter the range; ``other`` is the figure it gives way to, if any."""

    figure: ComparedFigure
    why: WhyBelow
    other: ComparedFigure | None = None

    @property
    def saying(self) -> Saying:
        """The reason in words."""
        values = {"label": self.other.label} if self.other else {}
        return Saying(WHY_BELOW_WORDS[self.why], values)


@dataclass(frozen=True, slots=True)
class Bracket:
    """Passages of figures that belong together; ``whole`` is the one the others are part of."""

    kind: BracketKind
    passages: tuple[int, ...]
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures and how they stand to each other."""

    one: ComparedFigure
    other: ComparedFigure
    standing: Standing


@dataclass(frozen=True, slots=True)
class FigureComparison:
    """What the figures of one question say together; each stands in it exactly once.

    ``circles`` are the passages whose links lead around in a circle and were passed over;
    ``parts_above`` the parts whose least is above the most of their whole, each with that whole;
    ``told_differently`` mentions of one count that are apart. All three wait for an analyst.
    """

    entering: tuple[ComparedFigure, ...]
    below: tuple[Below, ...]
    range: Range
    brackets: tuple[Bracket, ...]
    circles: tuple[tuple[int, ...], ...]
    parts_above: tuple[tuple[int, int], ...]
    told_differently: tuple[tuple[int, int], ...]

    @property
    def differ(self) -> bool:
        """Say whether at least two entering figures are apart: *Accounts differ*."""
        return apart_somewhere(self.entering)

    @property
    def base(self) -> Saying:
        """What the range rests on, in words."""
        figures = len(self.entering) + len(self.below)
        return base_in_words(self.entering, figures, self.range.limited)

    def pairs(self) -> Iterator[Pair]:
        """Give the entering figures two by two, with how they stand."""
        for one, other in combinations(self.entering, 2):
            yield Pair(one, other, standing(one, other))

    def standing(self) -> Standing | None:
        """Say how the entering figures stand at worst; ``None`` where there are not two."""
        if self.differ:
            return Standing.APART
        if len(self.entering) < 2:
            return None
        if any(pair.standing is Standing.NEARLY for pair in self.pairs()):
            return Standing.NEARLY
        return Standing.MEET


def compare(
    figures: Iterable[ComparedFigure],
    links: Iterable[Link],
    taken_back: Collection[int] = frozenset(),
) -> FigureComparison:
    """Compare the figures of one question by the links among them; their order does not matter.

    Links from or to other passages are passed over. ``taken_back`` are the passages that their own
    source took back, as ``retractions.taken_back`` finds them.
    """
    known = {one.passage: one for one in sorted(figures, key=lambda one: one.passage)}
    among = [one for one in links if one.from_passage in known and one.to_passage in known]
    group_of = joined(known, _steps(among, LinkType.SAME_FIGURE))
    giving_way = _giving_way(among)
    circle_of = circles(
        known, [(group_of[one], group_of[other]) for one, other, _why in giving_way]
    )
    lasting = [
        step for step in giving_way if circle_of[group_of[step[0]]] != circle_of[group_of[step[1]]]
    ]
    below = _own_reasons(known.values(), taken_back)
    below |= _given_way(known, group_of, lasting, below)
    told = _by_value(group_of, (one for one in known if one not in below))
    for several in told:
        first, *others = sorted(several, key=lambda one: _first_of_mentions(known[one]))
        below |= {one: Below(known[one], WhyBelow.TOLD_AGAIN, known[first]) for one in others}
    entering = sorted((known[one] for one in known if one not in below), key=_by_size)
    return FigureComparison(
        tuple(entering),
        tuple(below[one] for one in known if one in below),
        range_of(entering),
        (*_parts(among), *_mentions(group_of), *_origins(known, among)),
        tuple(tuple(several) for several in _in_circles(known, group_of, circle_of, giving_way)),
        tuple(_parts_above(known, among)),
        tuple(
            pair
            for several in told
            for pair in combinations(several, 2)
            if standing(known[pair[0]], known[pair[1]]) is Standing.APART
        ),
    )


def accounts_differ(
    figures: Sequence[ComparedFigure],
    links: Iterable[Link],
    taken_back: Collection[int] = frozenset(),
) -> bool:
    """Say what ``compare(…).differ`` says; at little cost where links decide nothing."""
    among = [one for one in links if one.type in BETWEEN_FIGURES]
    own = _own_reasons(figures, taken_back)
    able = [one for one in figures if one.passage not in own]
    if not apart_somewhere(able):
        return False
    linked = {end for one in among for end in (one.from_passage, one.to_passage)}
    if apart_somewhere([one for one in able if one.passage not in linked]):
        return True
    return compare(figures, among, taken_back).differ


def _own_reasons(
    figures: Iterable[ComparedFigure], taken_back: Collection[int]
) -> dict[int, Below]:
    return {
        one.passage: Below(one, why)
        for one in figures
        if (why := _own_reason(one, taken_back=one.passage in taken_back))
    }


def _own_reason(figure: ComparedFigure, *, taken_back: bool) -> WhyBelow | None:
    """Return what keeps a figure out by itself; what has no number at all is said first."""
    checks = (
        (figure.qualifier is Qualifier.NONE_REPORTED, WhyBelow.NONE_REPORTED),
        (figure.qualifier is Qualifier.WORDS_ONLY, WhyBelow.WORDS_ONLY),
        ((figure.low, figure.high, figure.about) == (None, None, None), WhyBelow.NO_NUMBER),
        (taken_back, WhyBelow.TAKEN_BACK),
        (not figure.confirmed, WhyBelow.NOT_CONFIRMED),
        (figure.negated, WhyBelow.NEGATED),
        (
            figure.low is not None and figure.high is not None and figure.low > figure.high,
            WhyBelow.CROSSED,
        ),
    )
    return next((why for holds, why in checks if holds), None)


def _steps(links: Iterable[Link], *types: LinkType) -> list[tuple[int, int]]:
    return [
        (one.from_passage, one.to_passage)
        for one in links
        if one.type in types and one.to_passage is not None
    ]


def _giving_way(links: Sequence[Link]) -> list[tuple[int, int, WhyBelow]]:
    """Return who gives way to whom, and why: a part to its whole, a count to a newer one."""
    parts = [(part, whole, WhyBelow.PART) for part, whole in _steps(links, LinkType.COUNTS_WITHIN)]
    return parts + [
        (older, newer, WhyBelow.REPLACED) for newer, older in _steps(links, LinkType.UPDATES)
    ]


def _given_way(
    known: Mapping[int, ComparedFigure],
    group_of: Mapping[int, int],
    giving_way: Iterable[tuple[int, int, WhyBelow]],
    out: Mapping[int, Below],
) -> dict[int, Below]:
    """Return all mentions of what gives way; a figure's own link says it before a mention's."""
    of_group: dict[int, list[tuple[int, int, WhyBelow]]] = {}
    for step in sorted(giving_way):
        of_group.setdefault(group_of[step[0]], []).append(step)
    below = {}
    for passage, figure in known.items():
        several = of_group.get(group_of[passage], [])
        if several and passage not in out:
            _own, other, why = next((one for one in several if one[0] == passage), several[0])
            below[passage] = Below(figure, why, known[other])
    return below


def _by_value(group_of: Mapping[int, int], members: Iterable[int]) -> list[list[int]]:
    """Return the groups of two or more among ``members``."""
    groups: dict[int, list[int]] = {}
    for one in members:
        groups.setdefault(group_of[one], []).append(one)
    return [several for several in groups.values() if len(several) > 1]


def _first_of_mentions(figure: ComparedFigure) -> tuple[object, ...]:
    return (figure.low is None and figure.high is None, _said(figure), figure.passage)


def _said(figure: ComparedFigure) -> object:
    try:
        return sort_key(figure.said_on.edtf)
    except NotAllowed:
        return sort_key("")


def _by_size(figure: ComparedFigure) -> tuple[int, int, int]:
    given = [one for one in (figure.low, figure.high, figure.about) if one is not None]
    return (min(given), max(given), figure.passage)


def _parts(links: Iterable[Link]) -> Iterator[Bracket]:
    wholes: dict[int, list[int]] = {}
    for part, whole in sorted(set(_steps(links, LinkType.COUNTS_WITHIN))):
        wholes.setdefault(whole, []).append(part)
    for whole, parts in sorted(wholes.items()):
        yield Bracket(BracketKind.PART, tuple(parts), whole)


def _mentions(group_of: Mapping[int, int]) -> Iterator[Bracket]:
    for several in _by_value(group_of, group_of):
        yield Bracket(BracketKind.TOLD_AGAIN, tuple(several))


def _origins(known: Mapping[int, ComparedFigure], links: Iterable[Link]) -> Iterator[Bracket]:
    """Give figures of one origin: judged so, of a link or of documents, or from the same mouth."""
    judged = [one for one in links if one.independent is Independence.NO]
    pairs = _steps(judged, LinkType.CORROBORATES, LinkType.REPEATS)
    first_of: dict[int | str, int] = {}
    for passage, figure in known.items():
        for origin in (figure.actor, figure.origin or None):
            if origin is not None:
                pairs.append((first_of.setdefault(origin, passage), passage))
    for several in _by_value(joined(known, pairs), known):
        yield Bracket(BracketKind.SAME_ORIGIN, tuple(several))


def _in_circles(
    known: Iterable[int],
    group_of: Mapping[int, int],
    circle_of: Mapping[int, int],
    giving_way: Iterable[tuple[int, int, WhyBelow]],
) -> list[list[int]]:
    """Return the passages of each circle: those at the ends of links that were passed over."""
    at_ends = {
        end
        for one, other, _why in giving_way
        if circle_of[group_of[one]] == circle_of[group_of[other]]
        for end in (one, other)
    }
    found: dict[int, list[int]] = {}
    for one in known:
        if one in at_ends:
            found.setdefault(circle_of[group_of[one]], []).append(one)
    return list(found.values())


def _parts_above(
    known: Mapping[int, ComparedFigure], links: Iterable[Link]
) -> Iterator[tuple[int, int]]:
    for part, whole in sorted(set(_steps(links, LinkType.COUNTS_WITHIN))):
        least, most = known[part].low, known[whole].high
        if least is not None and most is not None and least > most:
            yield part, whole
