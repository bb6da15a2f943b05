"""Tables of a project's other things: links, events, questions, figures, actors, sources, ….

A table is a module with a ``TABLE`` that has ``what``, ``title``, ``columns`` and
``rows``; it is found by itself. Each row is an object in the words in which a file is taken in
again (``row`` says what it is), with further keys for reading. In cells the same keys are columns:
a date has one with its EDTF and one with its words, a list is parted by semicolons.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, cast

from reviewer import exporters
from reviewer.domain.errors import NotFound
from reviewer.domain.snapshot import ProjectSnapshot
from reviewer.domain.words import N_
from reviewer.exporters.tables.columns import Cells
from reviewer.exporters.written import BETWEEN, in_json

Row = Mapping[str, object]


class Table(Protocol):
    """One table: what it is called on the command line, and on screen, and its rows."""

    @property
    def what(self) -> str:
        """The word that asks for it."""
        ...

    @property
    def title(self) -> str:
        """What a person calls it, marked for translation."""
        ...

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows that a table in cells shows, in order."""
        ...

    def rows(self, project: ProjectSnapshot) -> Iterator[Row]:
        """Give the rows."""
        ...


def all_tables() -> list[Table]:
    """Return every table, in the order of their words."""
    found = cast("Iterator[Table]", exporters.found_in(__name__, __path__, "TABLE"))
    return sorted(found, key=lambda table: table.what)


def named(what: str) -> Table:
    """Return the table of that word; raises ``NotFound``, naming those there are."""
    tables = all_tables()
    for table in tables:
        if table.what == what:
            return table
    raise NotFound(
        N_("There is no table “{what}”. There are: {tables}."),
        what=what,
        tables=", ".join(table.what for table in tables),
    )


def cells_of_row(row: Row, columns: Sequence[str]) -> Cells:
    """Return what stands under the columns of a table; nothing is an empty text."""
    return tuple([_cell(row, column) for column in columns])


def _cell(row: Row, column: str) -> str | int:
    """Return what stands under a column; ``date_words`` is the words of the date ``date``."""
    key, part, _rest = column.partition("_words")
    date = row.get(key)
    if part and isinstance(date, Mapping):
        return str(date.get("words", ""))
    return _in_cell(row.get(column))


def _in_cell(value: object) -> str | int:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else ""
        case str() | int():
            return value
        case list():
            return BETWEEN.join(str(_in_cell(one)) for one in value)
        case {**parts} if parts.keys() <= _DATE_PARTS:
            return str(parts.get("edtf", ""))
        case _:
            return in_json(value)


_DATE_PARTS = frozenset(("words", "edtf", "basis", "evidence"))
