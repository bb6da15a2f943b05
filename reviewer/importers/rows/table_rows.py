"""Tables in which each row is a document: what they have in common, whatever their format.

A format only takes a file apart (``Opened``): sheets, each with headings and rows. Which column is
what is settled here, from what a person said and else from the headings, and told; a row without
words is passed over and counted. All rows share the file as their original, and each says which
row it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from reviewer.domain.columns import (
    LONGEST_HEADING,
    SHOWN_ROWS,
    Column,
    ColumnMapping,
    Table,
    guess,
)
from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis, LeftOut, Reading, Remark, Taken
from reviewer.domain.languages import language_code
from reviewer.domain.reading import dates
from reviewer.domain.reading.captures import Rule
from reviewer.domain.words import N_
from reviewer.importers import shown
from reviewer.importers.originals import kept_as_it_is
from reviewer.importers.properties import moment
from reviewer.importers.writing import Writing

_LOOKED_AT = 50  # rows by which columns are told apart
_LONGEST_CELL = 500  # code points of a cell that is shown, or is more than the words
_MOST_HEADINGS = 30  # that a sentence names
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d) +(\d\d:\d\d.*)", re.DOTALL)

READ_SO = N_("Columns of “{name}” were read so: {columns}.")
NO_WORDS = N_(
    "No column of “{name}” seems to hold the words of documents. Its columns are: {columns}. "
    "Import it again, and say which one does."
)
NO_COLUMN = N_(
    "“{name}” has no column “{column}”. Its columns are: {columns}. Import it again, and say which "
    "one holds the words of documents."
)
NO_ROWS = N_("“{name}” is empty: no row in it has words. Look whether it was saved completely.")
EMPTY_ROWS = N_("Rows of “{name}” without words, which were passed over: {count}.")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: where it stands, as a person finds it there, and its cells by their headings."""

    part: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file; ``name`` is empty where there is only one.

    ``repeated`` says which headings stood over several columns, and over how many.
    """

    name: str
    header: tuple[str, ...]
    rows: Iterator[Row]
    repeated: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of tables, taken apart as it is asked for."""

    sheets: Iterator[Sheet]
    encoding: tuple[str, EncodingBasis] = ("", EncodingBasis.DECLARED)


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A format of tables; ``open`` takes a file's bytes apart, raising ``Unreadable``."""

    key: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    open: Callable[[bytes, str, str | None], Opened]
    version: int = 1
    guarded: bool = True

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:
        """Give a document a row; the columns are what their headings seem to mean."""
        return self.take_rows(data, name, encoding=encoding, columns=ColumnMapping({}))

    def take_rows(
        self, data: bytes, name: str, *, encoding: str | None, columns: ColumnMapping
    ) -> Iterator[Taken]:
        """Give a document a row.

        What ``columns`` names overrules what the headings seem to mean, an empty name says that
        there is none. Raises ``Unreadable`` where no sheet has a column for the words, or no words.
        """
        opened = self.open(data, name, encoding)
        reading = _Reading(self, data, name, opened.encoding)
        for sheet in opened.sheets:
            yield from reading.sheet(sheet, columns)
        if not reading.found:
            raise reading.problem or Unreadable(NO_ROWS, name=shown(name))
        if reading.problem is not None:
            yield LeftOut(name, reading.problem)
        if reading.empty:
            yield LeftOut(name, Unreadable(EMPTY_ROWS, name=shown(name), count=reading.empty))

    def table(self, data: bytes, name: str, *, encoding: str | None = None) -> Table:
        """Return the headings and the first rows of the first sheet that has any."""
        for sheet in self.open(data, name, encoding).sheets:
            rows = _cells(sheet, islice(sheet.rows, _LOOKED_AT))
            if rows:
                shown_rows = tuple(tuple(cell[:_LONGEST_CELL] for cell in row) for row in rows)
                return Table(sheet.header, shown_rows[:SHOWN_ROWS], guess(sheet.header, rows))
        raise Unreadable(NO_ROWS, name=shown(name))


class _Reading:
    """One file while it is read."""

    def __init__(
        self, format_: TableFormat, data: bytes, name: str, encoding: tuple[str, EncodingBasis]
    ) -> None:
        self._format = format_
        self._data = data
        self._name = name
        self._encoding = encoding
        self._original = kept_as_it_is(data)
        self.found = self.empty = 0
        self.problem: Unreadable | None = None

    def sheet(self, sheet: Sheet, chosen: ColumnMapping) -> Iterator[Taken]:
        first = list(islice(sheet.rows, _LOOKED_AT))
        if not first:
            return
        try:
            columns = self._columns(sheet, first, chosen)
        except Unreadable as problem:
            self.problem = problem
            return
        remarks: tuple[Remark, ...] = ()
        if columns != chosen:
            remarks = (Remark(READ_SO, {"name": self._called(sheet), "columns": str(columns)}),)
        for row in chain(first, sheet.rows):
            found = self._row(row, columns, remarks)
            if found is not None:
                yield found
                remarks = ()

    def _columns(self, sheet: Sheet, first: Iterable[Row], chosen: ColumnMapping) -> ColumnMapping:
        columns = chosen.over(guess(sheet.header, _cells(sheet, first)))
        wanted = columns.headings.get(Column.TEXT, "")
        if wanted in sheet.header:
            return columns.among(sheet.header)
        raise Unreadable(
            NO_COLUMN if wanted else NO_WORDS,
            name=self._called(sheet),
            column=wanted[:LONGEST_HEADING],
            columns=", ".join(sheet.header[:_MOST_HEADINGS]),
        )

    def _called(self, sheet: Sheet) -> str:
        name = shown(self._name)
        return f"{name} ({shown(sheet.name)})" if sheet.name else name

    def _row(self, row: Row, columns: ColumnMapping, remarks: tuple[Remark, ...]) -> Taken | None:
        words = row.cells.get(columns.headings[Column.TEXT], "")
        if not any(map(str.isalnum, words)):
            self.empty += any(map(str.strip, row.cells.values()))
            return None
        writing = Writing(self._data, self._name)
        try:
            writing.line(words)
            found = writing.incoming(
                importer=(self._format.key, self._format.version),
                media_type=self._format.media_type,
                readings=list(_readings(row, columns)),
                encoding=self._encoding,
                part=row.part,
                original=self._original,
                remarks=remarks,
            )
        except Unreadable as problem:
            return LeftOut(f"{self._name} ({row.part})", problem)
        self.found += 1
        return found


def _cells(sheet: Sheet, rows: Iterable[Row]) -> list[Sequence[str]]:
    return [[row.cells.get(heading, "") for heading in sheet.header] for row in rows]


def _readings(row: Row, columns: ColumnMapping) -> Iterator[Reading]:
    for column, heading in columns.headings.items():
        words = " ".join(row.cells.get(heading, "").split())
        if column is not Column.TEXT and words and len(words) <= _LONGEST_CELL:
            yield _reading(column, words)


def _reading(column: Column, words: str) -> Reading:
    if column in (Column.POSTED, Column.CAPTURED):
        return _date(column, words)
    value = language_code(words) if column is Column.LANGUAGE else words
    return Reading(column, value, words, None, Rule.COLUMN)


def _date(column: Column, words: str) -> Reading:
    """Return what a cell's date is read as; nothing where there are two ways, or none."""
    for found in moment(_CLOCK.sub(r"\1T\2", words), Rule.COLUMN):
        return replace(found, field=column.value, words=words)
    printed = dates.read(words)
    return Reading(column, printed.edtf if printed else "", words, None, Rule.COLUMN)
