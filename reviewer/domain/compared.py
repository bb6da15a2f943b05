"""Figures that are compared, as they shall be drawn: of one question, or of several together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.domain.charts import Ends, bracket_lines, chart, numbers_in
from reviewer.domain.events import WorkingFigure
from reviewer.domain.ranges import FigureComparison


@dataclass(frozen=True, slots=True)
class Compared:
    """What is drawn: a comparison, the working figure with its analyst's name, a heading or none.

    ``turned`` puts words on the right and bars on the left; numbers always grow to the right.
    ``beside`` are the numbers of others that are drawn on the same scale, ``lines`` the lines of
    brackets that room is left for.
    """

    comparison: FigureComparison
    working: WorkingFigure | None = None
    analyst: str = ""
    heading: str = ""
    turned: bool = False
    beside: tuple[int, ...] = ()
    lines: int = 0

    @property
    def ends(self) -> Ends | None:
        """The ends of the working figure."""
        return None if self.working is None else (self.working.low, self.working.high)


def on_one_scale(several: Sequence[Compared]) -> list[Compared]:
    """Return several comparisons so that they can be read across: their scales stand alike."""
    if len(several) < 2:
        return list(several)
    beside = tuple(number for one in several for number in numbers_in(one.comparison, one.ends))
    lines = max(bracket_lines(chart(one.comparison).brackets) for one in several)
    return [replace(one, beside=beside, lines=lines) for one in several]
