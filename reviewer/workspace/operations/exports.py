"""Sending what a project holds out, from one moment of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import IO

from reviewer import __version__, exporters
from reviewer.domain.errors import NotAllowed, NothingChosen
from reviewer.domain.exporting import About, ColumnMeaning
from reviewer.domain.interchange import Sent
from reviewer.domain.progress import Progress, Silent
from reviewer.domain.protecting import Protection
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.words import N_
from reviewer.exporters import Exporter, tables
from reviewer.exporters import sheets as ready
from reviewer.exporters.interchange import ProjectFormat, all_projects
from reviewer.exporters.project_lines import write_project
from reviewer.exporters.sheets import PassagesSheet, Sheet, TableSheet, with_columns
from reviewer.exporters.tables.columns import Cells
from reviewer.exporters.tables.labels import meaning
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.chosen_words import chosen_words
from reviewer.workspace.exported import Compare, WholeSnapshot
from reviewer.workspace.exported_choice import ChosenSnapshot
from reviewer.workspace.record_keeping import RecordKeeper

PASSAGES, PROJECT, WORKBOOK = ready.PASSAGES, "project", "workbook"
LINES = "jsonl"
"""The format in which a project is written, and taken in again."""
TABLE = "xlsx"
"""The format of a table unless another one is wished for."""
_SHEETS = (PASSAGES, "links", "events", "questions", "figures", "actors", "sources", "documents")
"""The sheets of a workbook, in their order."""
_NOTHING = N_("Nothing was written: no passage passes the filter, and no document is named.")


class ExportOperations:
    """Exports of an open project; they read, and change nothing."""

    def __init__(
        self,
        project: ProjectFile,
        keeper: RecordKeeper,
        compare: Compare,
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._keeper = keeper
        self._compare = compare
        self._now = now

    def formats(self, what: str = PASSAGES) -> list[Exporter]:
        """Return the formats in which something can be written; those with one table come first."""
        return [one for one in exporters.all_formats() if _can_write(one, what)]

    def check(self, key: str, what: str, columns: Sequence[str] = ()) -> None:
        """Raise what ``write`` does where a format cannot hold what is wanted."""
        _check(exporters.named(key), what, columns)

    def kinds(self) -> dict[str, str]:
        """Return what can be written beside the passages, each with what a person calls it."""
        found = {table.what: table.title for table in tables.all_tables()}
        return {
            WORKBOOK: N_("Everything, a sheet each"),
            **found,
            PROJECT: N_("The whole project, to be taken in again"),
        }

    def columns(self, what: str = PASSAGES) -> tuple[str, ...]:
        """Return the columns of a table, for a workbook those of its passages.

        A whole project has none. Raises ``NotFound`` for a kind there is not.
        """
        if what == PROJECT:
            return ()
        return PassagesSheet.columns if what in (PASSAGES, WORKBOOK) else tables.named(what).columns

    def meanings(self, what: str = PASSAGES) -> dict[str, ColumnMeaning]:
        """Return what each of these columns means, in their order."""
        of = PASSAGES if what == WORKBOOK else what
        return {column: meaning(of, column) for column in self.columns(what)}

    def preview(
        self,
        chosen: PassageFilter | None = None,
        *,
        what: str = PASSAGES,
        protect: bool = False,
        columns: Sequence[str] = (),
        most: int = 5,
    ) -> list[Cells]:
        """Return the first rows as ``write`` would write them, of a workbook those of its passages.

        Of a whole project there are none to see. Raises ``NotFound`` and ``NotAllowed`` as it does.
        """
        if what == PROJECT:
            return []
        with self._project.connection.reading():
            snapshot = WholeSnapshot(
                self._project,
                self._keeper,
                self._compare,
                chosen or PassageFilter(),
                protect=protect,
            )
            sheet = with_columns(_sheet(PASSAGES if what == WORKBOOK else what, snapshot), columns)
            return list(islice(sheet.cells(Silent()), most))

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
        columns: Sequence[str] = (),
    ) -> int:
        """Write the chosen passages, a table of another kind or several tables to ``target``.

        Returns how many passages or rows. ``exact`` leaves spreadsheet formulas in cells as they
        are, ``protect`` replaces protected names by their numbers, ``columns`` are the ones wanted,
        in order (none: all of them; in a workbook they are those of the passages). Raises
        ``NotFound`` for a format or a kind there is not, ``NotAllowed`` for a kind that the format
        cannot hold and for columns there are not, ``Cancelled`` when asked to stop.
        """
        exporter = exporters.named(key)
        _check(exporter, what, columns)
        passing = chosen or PassageFilter()
        with self._project.connection.reading():
            snapshot = WholeSnapshot(
                self._project, self._keeper, self._compare, passing, protect=protect
            )
            if what == PROJECT:
                return write_project(snapshot, target, progress)
            about = self._about(passing, protect=protect)
            sheets = [
                with_columns(_sheet(one, snapshot), columns if at == 0 else ())
                for at, one in enumerate(_SHEETS if what == WORKBOOK else (what,))
            ]
            return exporter.write(sheets, about, target, progress, exact=exact)

    def other_programs(self) -> list[ProjectFormat]:
        """Return the formats in which a project goes out to other programs, documents and all."""
        return all_projects()

    def send(
        self,
        key: str,
        target: IO[bytes],
        progress: Progress,
        chosen: PassageFilter | None = None,
    ) -> Sent:
        """Write the project for another program; returns what went out and what could not.

        ``chosen`` says which passages go, with the documents they stand in and what these speak of.
        The words of documents and whom they name go out as they are, protected or not. Raises
        ``NotFound`` for a format there is not, ``NothingChosen`` before a byte is written where no
        passage and no document passes, ``Cancelled`` when asked to stop.
        """
        written = exporters.with_key(key, all_projects())
        passing = chosen or PassageFilter()
        with self._project.connection.reading():
            snapshot = ChosenSnapshot(self._project, self._keeper, self._compare, passing)
            if snapshot.nothing:
                raise NothingChosen(_NOTHING)
            about = snapshot.noticing.of(self._about(passing, protect=False))
            sent = written.write(snapshot, about, target, progress)
            return replace(sent, named=snapshot.noticing.named)

    def _about(self, chosen: PassageFilter, *, protect: bool) -> About:
        hidden = Protection(self._project.actors.all() if protect else ())
        return About(
            project=hidden.words(self._project.path.stem),
            written_at=self._now(),
            version=__version__,
            chosen=tuple(map(hidden.of, chosen_words(self._project, chosen))),
            protected=protect,
        )


def _sheet(what: str, snapshot: WholeSnapshot) -> Sheet:
    if what == PASSAGES:
        return PassagesSheet(snapshot)
    return TableSheet(tables.named(what), snapshot)


def _can_write(exporter: Exporter, what: str) -> bool:
    if what == PROJECT:
        return exporter.key == LINES
    return exporter.several or what != WORKBOOK


def _check(exporter: Exporter, what: str, columns: Sequence[str]) -> None:
    if what == PROJECT and exporter.key != LINES:
        raise NotAllowed(N_("A whole project is written as “{format}” only."), format=LINES)
    if not _can_write(exporter, what):
        several = [one.key for one in exporters.all_formats() if one.several]
        raise NotAllowed(
            N_("Several tables in one file are written as {formats} only."),
            formats=", ".join(several),
        )
    if what == PROJECT and columns:
        raise NotAllowed(N_("A whole project has no columns to choose."))
