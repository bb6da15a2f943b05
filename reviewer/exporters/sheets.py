"""Tables ready to be written: what they are called, their columns, and their rows when asked for.

A format writes one sheet after another, and asks for one row after another. A sheet gives its rows
twice over: as cells under its columns, and as objects as JSON has them. With chosen columns both
hold those columns only, in the order chosen.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from reviewer.domain.exporting import chosen_columns
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ExportedPassage, ProjectSnapshot, Snapshot
from reviewer.domain.words import N_
from reviewer.exporters.tables import Table, cells_of_row
from reviewer.exporters.tables.columns import (
    CARRIED,
    COLUMNS,
    FORMAT,
    Cells,
    Parts,
    carried_cells,
    pages,
)
from reviewer.exporters.tables.record_columns import record_written
from reviewer.exporters.written import filled

Values = Mapping[str, object]
PASSAGES = "passages"
_BETWEEN_REPORTS = 100
_KEYS = ("format", *COLUMNS[:-CARRIED])


class Sheet(Protocol):
    """One table to be written."""

    @property
    def what(self) -> str:
        """The word that asks for it, and its name among several."""
        ...

    @property
    def title(self) -> str:
        """What a person calls it, marked for translation."""
        ...

    @property
    def columns(self) -> tuple[str, ...]:
        """Its columns, in order."""
        ...

    def cells(self, progress: Progress) -> Iterator[Cells]:
        """Give its rows under its columns, and report; raises ``Cancelled``."""
        ...

    def lines(self, progress: Progress) -> Iterator[Values]:
        """Give its rows as objects; raises ``Cancelled``."""
        ...


class PassagesSheet:
    """One row a passage."""

    what, title, columns = PASSAGES, N_("Passages"), COLUMNS

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def pages(self, progress: Progress) -> Iterator[list[Parts]]:
        """Give the rows a hundred at a time and in parts, for a format that is in a hurry."""
        return pages(self._snapshot, progress)

    def cells(self, progress: Progress) -> Iterator[Cells]:
        """Give the rows, in order of document and place."""
        for page in self.pages(progress):
            for row in page:
                yield row.place + row.words + row.work + row.document + carried_cells(row.passage)

    def lines(self, progress: Progress) -> Iterator[Values]:
        """Give the rows in the words in which they are taken in again."""
        for page in self.pages(progress):
            yield from map(passage_values, page)


class TableSheet:
    """One of a project's other tables."""

    def __init__(self, table: Table, project: ProjectSnapshot) -> None:
        self._table = table
        self._project = project

    @property
    def what(self) -> str:
        """The word that asks for it."""
        return self._table.what

    @property
    def title(self) -> str:
        """What a person calls it."""
        return self._table.title

    @property
    def columns(self) -> tuple[str, ...]:
        """Its columns, in order."""
        return self._table.columns

    def cells(self, progress: Progress) -> Iterator[Cells]:
        """Give the rows under the columns."""
        for row in self._rows(progress):
            yield cells_of_row(row, self._table.columns)

    def lines(self, progress: Progress) -> Iterator[Values]:
        """Give the rows as objects."""
        for row in self._rows(progress):
            yield {"format": FORMAT, **filled(row)}

    def _rows(self, progress: Progress) -> Iterator[Values]:
        for count, row in enumerate(self._table.rows(self._project)):
            if count % _BETWEEN_REPORTS == 0:
                progress.report(count)
            yield row


class ChosenSheet:
    """A sheet with some of its columns, in an order of one's own."""

    def __init__(self, sheet: Sheet, columns: Sequence[str]) -> None:
        """Raise ``NotAllowed`` for a column the sheet has not."""
        self._sheet = sheet
        self.what, self.title = sheet.what, sheet.title
        self.columns = chosen_columns(columns, sheet.columns)
        self._places = [sheet.columns.index(column) for column in self.columns]

    def cells(self, progress: Progress) -> Iterator[Cells]:
        """Give the rows under the chosen columns."""
        places = self._places
        for cells in self._sheet.cells(progress):
            yield tuple([cells[place] for place in places])

    def lines(self, progress: Progress) -> Iterator[Values]:
        """Give the rows as flat objects; what is empty stands there as an empty text."""
        for cells in self.cells(progress):
            yield {"format": FORMAT, **dict(zip(self.columns, cells, strict=True))}


def with_columns(sheet: Sheet, columns: Sequence[str]) -> Sheet:
    """Return a sheet with these columns; none means the sheet as it is. Raises ``NotAllowed``."""
    return ChosenSheet(sheet, columns) if columns else sheet


def passage_values(row: Parts) -> dict[str, object]:
    """Return a passage as one object, in the words in which it is taken in again."""
    cells = (FORMAT, *row.place, *row.words, *row.work, *row.document)
    values: dict[str, object] = dict(zip(_KEYS, cells, strict=True))
    values |= carried_values(row.passage)
    return values


def carried_values(passage: ExportedPassage) -> dict[str, object]:
    """Return the end of such an object: what a passage carries beside its words."""
    values: dict[str, object] = {}
    if passage.follow_up:
        values["follow_up"] = True
    if passage.page:
        values["page"] = passage.page
    values |= record_written(passage.record)
    return values
