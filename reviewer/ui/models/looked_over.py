"""All that the overview shows, read apart from the window: it takes a moment in a large project.

A worker opens the project a second time, for reading only. Lists and counts come first, because
the timeline takes as long as all of them.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.domain.overview import CountedBy, CountTable, Overview
from reviewer.domain.progress import Progress
from reviewer.domain.timelines import Timeline, Unplaced
from reviewer.environment.translation import _, filled
from reviewer.ui.models.overview import OverviewRow, Section, to_do
from reviewer.ui.models.overview_rows import unplaced_rows
from reviewer.workspace.project import Workspace


@dataclass(frozen=True, slots=True)
class InTime:
    """What is dated in order of time, and what has no place there: its rows, its reasons in words.

    The timeline itself is without the latter, which may be every passage twice.
    """

    timeline: Timeline
    unplaced: Sequence[OverviewRow]
    reasons: str


@dataclass(frozen=True, slots=True)
class LookedOver:
    """The lists still to do, by section, what is counted, and what is dated, all of one moment.

    ``in_time`` is missing while it is still being read.
    """

    lists: Mapping[Section, Sequence[int]]
    overview: Overview
    in_time: InTime | None = None

    def table(self, by: CountedBy) -> CountTable:
        """Return a table of counts."""
        return next(one for one in self.overview.tables if one.by is by)

    def counts(self) -> dict[Section, int]:
        """Return how many wait in each list."""
        counts = {section: len(ids) for section, ids in self.lists.items()}
        counts[Section.QUESTIONS] = len(self.overview.open_questions)
        return counts


def look_over(
    project: Path, progress: Progress, hand_over: Callable[[LookedOver], None]
) -> LookedOver:
    """Read everything; what is there before the timeline is handed over at once.

    Raises ``Cancelled``, and what opening a project raises.
    """
    with _nothing_collected(), Workspace.open(project, only_read=True) as workspace:
        found = looked_over(workspace, progress)
        hand_over(found)
        progress.report(0)
        return with_time(found, workspace)


def looked_over(workspace: Workspace, progress: Progress) -> LookedOver:
    """Return all but the timeline; raises ``Cancelled``."""
    lists: dict[Section, Sequence[int]] = {}
    for section, ask in to_do(workspace).items():
        progress.report(0)
        lists[section] = ask().ids
    progress.report(0)
    overview = workspace.overview.counts()
    lists[Section.NOT_READ] = overview.not_read
    return LookedOver(lists, overview)


def with_time(found: LookedOver, workspace: Workspace) -> LookedOver:
    """Return the same with what is dated."""
    timeline = workspace.overview.timeline()
    unplaced = timeline.unplaced
    in_time = InTime(replace(timeline, unplaced=()), unplaced_rows(unplaced), _reasons(unplaced))
    return replace(found, in_time=in_time)


def _reasons(unplaced: Sequence[Unplaced]) -> str:
    """Return how much has no place in time, by the reasons; empty where everything has one."""
    if not unplaced:
        return ""
    named = [
        _("{reason}: {count}").format(reason=filled(why, {}), count=f"{count:,}")
        for why, count in Counter(one.why.template for one in unplaced).most_common()
    ]
    return _("Without a place in time: {reasons}").format(reasons=_("; ").join(named))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Let nothing be looked through for rubbish: that stops the window, not the worker alone.

    A quarter of a second with 20,000 passages (measured). What is read here goes by itself when
    the worker is done with it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
