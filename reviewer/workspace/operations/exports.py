"""Sending what a project holds out, from one moment of it."""

from typing import IO

from reviewer import exporters
from reviewer.domain.errors import NotAllowed
from reviewer.domain.progress import Progress
from reviewer.domain.protecting import Protection
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.words import N_
from reviewer.exporters import Exporter, tables
from reviewer.exporters.project_lines import write_project
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.exported import Compare, WholeSnapshot
from reviewer.workspace.record_keeping import RecordKeeper

PASSAGES, PROJECT = "passages", "project"
LINES = "jsonl"
"""The format in which a project is written, and taken in again."""


class ExportOperations:
    """Exports of an open project; they read, and change nothing."""

    def __init__(self, project: ProjectFile, keeper: RecordKeeper, compare: Compare) -> None:
        self._project = project
        self._keeper = keeper
        self._compare = compare

    def formats(self) -> list[Exporter]:
        """Return every format there is, in the order people should meet them."""
        return exporters.all_formats()

    def kinds(self) -> dict[str, str]:
        """Return what can be written beside the passages, each with what a person calls it."""
        found = {table.what: table.title for table in tables.all_tables()}
        return {**found, PROJECT: N_("The whole project, to be taken in again")}

    def protected_names(self) -> int:
        """Return how many names ``protect`` replaces, other spellings of an actor included."""
        return Protection(self._project.actors.all()).count()

    def write(
        self,
        key: str,
        target: IO[bytes],
        progress: Progress,
        chosen: PassageFilter | None = None,
        *,
        exact: bool = False,
        what: str = PASSAGES,
        protect: bool = False,
    ) -> int:
        """Write the chosen passages, or a table of another kind, to ``target``.

        Returns how many passages or rows. ``exact`` leaves spreadsheet formulas in cells as they
        are, ``protect`` replaces protected names by their numbers. Raises ``NotFound`` for a format
        or a kind there is not, ``NotAllowed`` for a project in another format than lines,
        ``Cancelled`` when asked to stop.
        """
        exporter = exporters.named(key)
        if what == PROJECT and key != LINES:
            raise NotAllowed(N_("A whole project is written as “{format}” only."), format=LINES)
        table = None if what in (PASSAGES, PROJECT) else tables.named(what)
        with self._project.connection.reading():
            snapshot = WholeSnapshot(
                self._project,
                self._keeper,
                self._compare,
                chosen or PassageFilter(),
                protect=protect,
            )
            if what == PROJECT:
                return write_project(snapshot, target, progress)
            if table is None:
                exporter.write(snapshot, target, progress, exact=exact)
                return snapshot.count()
            if key == LINES:
                return tables.write_lines(table, snapshot, target, progress)
            return tables.write_cells(table, snapshot, target, progress, exact=exact)
