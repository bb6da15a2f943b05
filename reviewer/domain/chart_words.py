"""What a chart of compared figures says in words: its rows, what binds them, how they stand."""

from collections.abc import Iterator

from reviewer.domain.charts import Chart, ChartBracket, ChartRow, MarkKind
from reviewer.domain.events import WorkingFigure
from reviewer.domain.ranges import WHY_BELOW_WORDS, BracketKind, FigureComparison, WhyBelow
from reviewer.domain.standings import Standing
from reviewer.domain.words import N_, Saying

RANGE = N_("Range: {words}")
QUOTED = N_("“{words}”")
SPOKEN_IN = N_("{speaker} · {label}")
HOLLOW = N_("○ not confirmed")
OURS = N_("Our working figure: {numbers}")
REASON = N_("{reason} ({analyst}, {day})")
BELOW = N_("Not in the range, with the reason")
NO_WORDS = N_("no words for the number")
NOTHING = N_("No figure answers this question yet.")

_STANDING = {
    Standing.MEET: N_("These figures meet: all can hold as they are worded."),
    Standing.NEARLY: N_("These figures nearly meet: only wording or rounding stands between."),
    Standing.APART: N_("Accounts differ: at least two of these figures are apart."),
}
_BRACKETS = {
    BracketKind.PART: N_("Solid bracket, part of: {labels} in {whole}"),
    BracketKind.TOLD_AGAIN: N_("Double bracket, same people, told again: {labels}"),
    BracketKind.SAME_ORIGIN: N_("Dotted bracket, same origin: {labels}"),
}
_MARKS = {
    MarkKind.ABOUT: N_("Wave: “about”. Its width is no measure, and it sets no end of the range."),
    MarkKind.PERSON: N_("Head and shoulders: one person is told of, and no number is given."),
}
_ENDS = {  # low is open, high is open
    (False, False): N_("{low} to {high}"),
    (False, True): N_("from {low}"),
    (True, False): N_("up to {high}"),
    (True, True): N_("neither end given"),
}


def range_itself(comparison: FigureComparison) -> tuple[Saying, ...]:
    """Return the range, and what stands beside it: one does not go without the other."""
    beside = comparison.range.beside_saying
    return (comparison.range.saying, *(() if beside is None else (beside,)))


def range_said(comparison: FigureComparison) -> tuple[Saying, ...]:
    """Return the range, what stands beside it, what it rests on, and how the figures stand."""
    standing = comparison.standing()
    said = (*range_itself(comparison), comparison.base)
    return said if standing is None else (*said, Saying(_STANDING[standing]))


def working_numbers(working: WorkingFigure) -> Saying:
    """Return the ends of a working figure in words."""
    low, high = working.low, working.high
    if low is not None and low == high:
        return Saying("{low}", {"low": low})
    return Saying(_ENDS[low is None, high is None], {"low": low, "high": high})


def marks_said(drawn: Chart) -> tuple[Saying, ...]:
    """Return what the marks say that do not speak for themselves, of those that are drawn."""
    kinds = {row.mark.kind for row in drawn.rows if row.mark is not None}
    return tuple(Saying(words) for kind, words in _MARKS.items() if kind in kinds)


def bracket_said(drawn: Chart, one: ChartBracket) -> Saying:
    """Return what a bracket binds, by the short numbers of the passages."""
    labels = ", ".join(drawn.rows[row].label for row in one.rows)
    whole = "" if one.whole is None else drawn.rows[one.whole].label
    return Saying(_BRACKETS[one.kind], {"labels": labels, "whole": whole})


def doubts_said(comparison: FigureComparison) -> Iterator[Saying]:
    """Give what an analyst should look at: circles, parts above wholes, counts told differently."""
    labels = {one.passage: one.label for one in comparison.entering}
    labels |= {one.figure.passage: one.figure.label for one in comparison.below}
    for circle in comparison.circles:
        template = N_("Links lead round in a circle and are passed over: {labels}")
        yield Saying(template, {"labels": ", ".join(labels[one] for one in circle)})
    for part, whole in comparison.parts_above:
        template = N_("{label} is part of {whole}, yet more than it")
        yield Saying(template, {"label": labels[part], "whole": labels[whole]})
    for one, other in comparison.told_differently:
        template = N_("{label} and {other} tell of the same people, with numbers that are apart")
        yield Saying(template, {"label": labels[one], "other": labels[other]})


def row_said(row: ChartRow) -> tuple[Saying, ...]:
    """Return a row as it is read out: its words, numbers, who says so, and what holds of it."""
    words = Saying(QUOTED, {"words": row.words}) if row.words else Saying(NO_WORDS)
    said = [words]
    if row.numbers is not None:
        said.append(row.numbers)
    said += [*people_of(row), speaker_said(row)]
    if row.reason is not None:
        said.append(Saying(BELOW))
    return (*said, *why_said(row))


def people_of(row: ChartRow) -> tuple[Saying, ...]:
    """Return whom a row counts, where that is known."""
    return () if row.people is None else (row.people,)


def why_said(row: ChartRow) -> tuple[Saying, ...]:
    """Return that nobody confirmed a row, and why it stands below; not the same twice."""
    reasons = () if row.reason is None else (row.reason,)
    if not row.hollow:
        return reasons
    unconfirmed = WHY_BELOW_WORDS[WhyBelow.NOT_CONFIRMED]
    return (Saying(HOLLOW), *(one for one in reasons if one.template != unconfirmed))


def speaker_said(row: ChartRow) -> Saying:
    """Return who says so, and in which passage."""
    if not row.speaker:
        return Saying(N_("speaker not named · {label}"), {"label": row.label})
    return Saying(SPOKEN_IN, {"speaker": row.speaker, "label": row.label})
