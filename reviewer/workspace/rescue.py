"""Saves what can be read of a damaged project into a new one.

The damaged file is read as bytes, and only while no window has it open; SQLite is not asked, and
nothing is ever written to it.
"""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reviewer.domain.errors import CannotSave, NotAProject, NotFound
from reviewer.domain.findings import Finding
from reviewer.domain.progress import Progress
from reviewer.domain.rescues import Saved
from reviewer.domain.words import N_
from reviewer.environment import clock, paths
from reviewer.store import rescue as store
from reviewer.store.connection import is_open_here
from reviewer.store.lock import Turn, WriterLock
from reviewer.workspace.project import Workspace

_IS_OPEN = N_("“{name}” is open in a window. Close it there first, then save what can be read.")
_NOT_THERE = N_("There is no file “{name}” in {folder}.")
_CANNOT_READ = N_("“{name}” cannot be read: {reason}.")


@dataclass(frozen=True, slots=True)
class Rescued:
    """How each table came through, and what a check of the new project finds."""

    tables: tuple[Saved, ...]
    findings: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be missing, and everything is as it was put there."""
        return not self.findings and all(table.is_whole for table in self.tables)


def rescue(
    project: Path, target: Path, progress: Progress, state_folder: Path | None = None
) -> Rescued:
    """Save what can be read of ``project`` into a new project at ``target``, and check that.

    Raises ``NotFound``, ``NotAProject``, or ``CannotSave`` where the project is open in a window,
    where something stands at ``target`` already, or where a disk refuses.
    """
    lock = WriterLock(project, (state_folder or paths.state_folder()) / "locks")
    with ExitStack() as undo:
        if is_open_here(project) or lock.take() is Turn.SOMEBODY_HAS_IT:
            raise CannotSave(_IS_OPEN, name=project.name)
        undo.callback(lock.give_back)
        file = undo.enter_context(_opened(project))
        log = project.with_name(project.name + "-wal")
        over = undo.enter_context(_opened(log)) if log.exists() else None
        tables = store.rescue(file, over, target.absolute(), clock.now(), progress)
    with Workspace.open(target, only_read=True, state_folder=state_folder) as made:
        return Rescued(tuple(tables), tuple(made.verify(progress)))


def _opened(path: Path) -> BinaryIO:
    if path.is_fifo():  # whoever opens one waits for somebody to write to it
        raise NotAProject(store.NOTHING_FOUND, name=path.name)
    try:
        return path.open("rb")
    except FileNotFoundError as fault:
        raise NotFound(_NOT_THERE, name=path.name, folder=str(path.absolute().parent)) from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or type(fault).__name__
        raise CannotSave(_CANNOT_READ, name=path.name, reason=reason) from fault
