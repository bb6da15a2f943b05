"""Figures that answer one question, compared: which enter the range, and why others do not.

The range goes from the lowest low to the highest high of what may enter it; an end that one of
the entering figures leaves open is open. Nothing is summed, averaged or made up. What may not
enter stands below, with one reason.

- *About 30* does not enter: its source sets neither end. It stands beside the range and is told
  with it, and it is compared with the others: otherwise "about 30" and "about 300" would look like
  agreement.
- What speaks of other people than the question does not enter: an analyst's group that is not the
  question's; and of a question about everybody a zero of some ("no marcher was killed"), which
  says nothing of the others.
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
from reviewer.domain.groupings import circles, in_circles, joined, several_of
from reviewer.domain.links import BETWEEN_FIGURES, Independence, Link, LinkType
from reviewer.domain.people_counted import of_others
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
    OTHER_GROUP = "other_group"
    TOLD_AGAIN = "told_again"
    ABOUT = "about"


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
    WhyBelow.OTHER_GROUP: N_("speaks of {group} only"),
    WhyBelow.ABOUT: N_("“about”: it gives neither a least nor a most"),
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
    known). ``confirmed`` says that an analyst entered or confirmed its numbers. ``people`` is the
    source's word for whom it counts, ``group`` the analyst's; ``one_person`` says that 1 stands for
    somebody who is named or told of, and no number is printed.
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
    people: str = ""
    group: str = ""
    one_person: bool = False


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
        if self.why is WhyBelow.OTHER_GROUP:
            values = {"group": self.figure.group or f"“{self.figure.people}”"}
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
    def beside(self) -> tuple[ComparedFigure, ...]:
        """The figures worded "about", which would enter if they set an end."""
        return tuple(one.figure for one in self.below if one.why is WhyBelow.ABOUT)

    @property
    def compared(self) -> tuple[ComparedFigure, ...]:
        """The figures that are held against each other: what enters, and what stands beside."""
        return (*self.entering, *self.beside)

    @property
    def differ(self) -> bool:
        """Say whether at least two figures compared are apart: *Accounts differ*."""
        return apart_somewhere(self.compared)

    @property
    def base(self) -> Saying:
        """What the range rests on, in words."""
        return base_in_words(self.entering, (one.figure for one in self.below))

    def pairs(self) -> Iterator[Pair]:
        """Give the figures compared two by two, with how they stand."""
        for one, other in combinations(self.compared, 2):
            yield Pair(one, other, standing(one, other))

    def standing(self) -> Standing | None:
        """Say how the figures compared stand at worst; ``None`` where there are not two."""
        if self.differ:
            return Standing.APART
        if len(self.compared) < 2:
            return None
        if any(pair.standing is Standing.NEARLY for pair in self.pairs()):
            return Standing.NEARLY
        return Standing.MEET


def compare(
    figures: Iterable[ComparedFigure],
    links: Iterable[Link],
    taken_back: Collection[int] = frozenset(),
    group: str = "",
) -> FigureComparison:
    """Compare the figures of one question by the links among them; their order does not matter.

    ``group`` is whom the question asks about, empty for everybody. Links from or to other passages
    are passed over. ``taken_back`` are the passages that their own source took back, as
    ``retractions.taken_back`` finds them.
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
    able = [one for one in known.values() if one.passage not in below]
    below |= {one.passage: Below(one, WhyBelow.OTHER_GROUP) for one in of_others(able, group)}
    told = several_of(group_of, (one for one in known if one not in below))
    for several in told:
        first, *others = sorted(several, key=lambda one: _first_of_mentions(known[one]))
        below |= {one: Below(known[one], WhyBelow.TOLD_AGAIN, known[first]) for one in others}
    left = sorted((known[one] for one in known if one not in below), key=_by_size)
    beside = [one for one in left if one.low is None and one.high is None]
    entering = [one for one in left if one not in beside]
    out = [below[one] for one in known if one in below]
    return FigureComparison(
        tuple(entering),
        (*(Below(one, WhyBelow.ABOUT) for one in beside), *out),
        range_of(entering, (one.about for one in beside if one.about is not None)),
        (*_parts(among), *_mentions(group_of), *_origins(known, among)),
        tuple(in_circles(known, group_of, circle_of, [one[:2] for one in giving_way])),
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
    group: str = "",
) -> bool:
    """Say what ``compare(…).differ`` says; at little cost where links decide nothing."""
    among = [one for one in links if one.type in BETWEEN_FIGURES]
    own = _own_reasons(figures, taken_back)
    able = [one for one in figures if one.passage not in own]
    others = {one.passage for one in of_others(able, group)}
    able = [one for one in able if one.passage not in others]
    if not apart_somewhere(able):
        return False
    linked = {end for one in among for end in (one.from_passage, one.to_passage)}
    if apart_somewhere([one for one in able if one.passage not in linked]):
        return True
    return compare(figures, among, taken_back, group).differ


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
    for several in several_of(group_of, group_of):
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
    for several in several_of(joined(known, pairs), known):
        yield Bracket(BracketKind.SAME_ORIGIN, tuple(several))


def _parts_above(
    known: Mapping[int, ComparedFigure], links: Iterable[Link]
) -> Iterator[tuple[int, int]]:
    for part, whole in sorted(set(_steps(links, LinkType.COUNTS_WITHIN))):
        least, most = known[part].low, known[whole].high
        if least is not None and most is not None and least > most:
            yield part, whole
