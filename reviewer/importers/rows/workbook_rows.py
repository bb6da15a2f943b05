"""A table of documents in a workbook of a spreadsheet program (XLSX), sheet by sheet."""

import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from reviewer.domain.columns import headings_of
from reviewer.domain.errors import Unreadable
from reviewer.domain.exporting import READ_ME
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.importers import Importer, shown
from reviewer.importers.own_tables import is_read_me, own_table
from reviewer.importers.rows.table_rows import Opened, Row, Sheet, TableFormat
from reviewer.importers.zipped import DAMAGED, PROTECTED, Zipped

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def _open(data: bytes, name: str, encoding: str | None) -> Opened:
    del encoding  # a workbook says it
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    Zipped(data, name)  # refuses what would fill the memory
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as fault:
        raise Unreadable(PROTECTED, name=shown(name)) from fault
    except CalamineError as fault:
        raise Unreadable(DAMAGED, name=shown(name)) from fault
    _refuse_own(workbook, name)
    return Opened(_sheets(workbook, shown(name)))


def _refuse_own(workbook: "CalamineWorkbook", name: str) -> None:
    """Refuse what this program wrote; raises ``Unreadable``."""
    from python_calamine import CalamineError

    if workbook.sheet_names[:1] != [READ_ME]:
        return
    try:
        rows = workbook.get_sheet_by_index(0).iter_rows()
    except CalamineError as fault:
        raise Unreadable(DAMAGED, name=shown(name)) from fault
    if is_read_me(rows, workbook.sheet_names):
        raise own_table(name)


def _sheets(workbook: "CalamineWorkbook", name: str) -> Iterator[Sheet]:
    from python_calamine import CalamineError, SheetTypeEnum

    tables = [one.name for one in workbook.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
    several = len(tables) > 1
    for title in tables:
        try:
            rows = workbook.get_sheet_by_name(title).iter_rows()
        except CalamineError as fault:
            raise Unreadable(DAMAGED, name=name) from fault
        yield _sheet(normalise(title).text if several else "", rows)


def _sheet(name: str, rows: Iterable[Iterable[object]]) -> Sheet:
    """Return a sheet; its headings are the first row that is not empty."""
    written = (
        (number, cells)
        for number, row in enumerate(rows, 1)
        if any(cells := [_words(cell) for cell in row])
    )
    _number, first = next(written, (1, []))
    header = headings_of([normalise(cell).text for cell in first])
    before = f"{name}, " if name else ""
    return Sheet(
        name,
        header,
        (
            Row(f"{before}row {number}", dict(zip(header, cells, strict=False)))
            for number, cells in written
        ),
    )


def _words(cell: object) -> str:
    """Return what a cell says, dates as ISO 8601, whole numbers without a point."""
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


IMPORTER: Importer = TableFormat(
    key="workbook",
    title=N_("Table (XLSX), a document a row"),
    suffixes=(".xlsx", ".xlsm"),
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    open=_open,
)
