"""All that the overview shows, read apart from the window: it takes a moment in a large project.

A worker opens the project a second time, for reading only. Lists and counts come first, because
the timeline takes as long as all of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.domain.overview import CountedBy, CountTable, Overview
from reviewer.domain.progress import Progress
from reviewer.domain.timelines import Timeline
from reviewer.ui.models.overview import Section, to_do
from reviewer.workspace.project import Workspace


@dataclass(frozen=True, slots=True)
class LookedOver:
    """The lists still to do, by section, what is counted, and what is dated, all of one moment.

    ``timeline`` is missing while it is still being read.
    """

    lists: Mapping[Section, Sequence[int]]
    overview: Overview
    timeline: Timeline | None = None

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
    with Workspace.open(project, only_read=True) as workspace:
        found = looked_over(workspace, progress)
        hand_over(found)
        progress.report(0)
        return with_timeline(found, workspace)


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


def with_timeline(found: LookedOver, workspace: Workspace) -> LookedOver:
    """Return the same with what is dated."""
    return replace(found, timeline=workspace.overview.timeline())
