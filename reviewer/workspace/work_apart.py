"""Looking at the work of other programs apart from the window that has the project open.

See ``apart.py``: a worker opens the project a second time, for reading only.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from reviewer.domain.progress import Progress
from reviewer.importers import suffixes
from reviewer.importers.interchange import all_projects
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_work import OtherWork, kind_of_work, read_work
from reviewer.workspace.taking.prospect import Prospect

OWN_LINES = "own_lines"
"""The format of work that this very program wrote."""
_MOST_NAMES = 5_000  # in a folder, by which it is told whether it may be looked into at all


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Work of another program that was read, and what would come of taking it in."""

    work: OtherWork
    prospect: Prospect


def look_at_work(project: Path, path: Path, progress: Progress) -> LookedAt:
    """Read the work of another program, and say what would come of it; nothing is written.

    May run in any thread. Raises what ``read_work`` and ``InterchangeOperations.look`` raise.
    """
    work = read_work(path, progress)
    with Workspace.open(project, only_read=True) as workspace:
        return LookedAt(work, workspace.interchange.look(work, progress))


def work_suffixes() -> tuple[str, ...]:
    """Return the endings of names that work of other programs may have, in order."""
    return tuple(sorted({suffix for one in all_projects() for suffix in one.suffixes}))


def may_be_work(paths: Iterable[Path]) -> bool:
    """Say in a moment, by names alone, whether any of these may be work of another program."""
    endings = work_suffixes()
    return any(
        name.casefold().endswith(endings)
        for path in paths
        for name in (path.name, *islice(_names_in(path), _MOST_NAMES))
    )


def work_among(paths: Sequence[Path], progress: Progress) -> list[Path]:
    """Return what of the files and folders is work of another program, in their order.

    In a folder of documents, files and folders in it that can be nothing else are found too.
    Whatever cannot be looked at is none. Raises ``Cancelled`` when asked to stop.
    """
    found = []
    for done, path in enumerate(paths):
        progress.report(done, len(paths), path.name)
        if may_be_work([path]):
            works = [path] if kind_of_work(path) is not None else _works_in(path)
            found += works
    return found


def _works_in(folder: Path) -> list[Path]:
    """Return work in a folder by names that no document has."""
    endings = tuple(set(work_suffixes()) - set(suffixes()))
    found = []
    for root, folders, names in os.walk(folder):
        several = [Path(root, name) for name in sorted((*folders, *names))]
        some = [one for one in several if one.name.casefold().endswith(endings)]
        works = [one for one in some if kind_of_work(one) is not None]
        folders[:] = [name for name in folders if Path(root, name) not in works]
        found += works
    return found


def _names_in(path: Path) -> Iterator[str]:
    for _root, folders, names in os.walk(path):
        yield from folders
        yield from names
