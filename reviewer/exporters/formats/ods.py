"""A workbook (ODS), written by hand: cells are words or whole numbers, never formulas or links.

Each sheet goes to a file that has no name and is gone when it is closed, since what the first sheet
says, how many rows the others have, is known last.
"""

import shutil
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby, islice
from tempfile import TemporaryFile
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from reviewer.domain.directions import Direction, direction_of
from reviewer.domain.exporting import About
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_
from reviewer.exporters.formats import ods_parts as parts
from reviewer.exporters.formats.cell_limits import LARGEST, cut, fits, without_controls
from reviewer.exporters.formats.read_me import NAME, WIDTHS, Written, read_me
from reviewer.exporters.formats.widths import WORDS, lines_of, width_of
from reviewer.exporters.sheets import Sheet
from reviewer.exporters.tables.columns import Cells

_AT_ONCE = 100


class OpenWorkbook:
    """Several sheets in one file."""

    key, title, suffix, several = "ods", N_("Workbook (ODS)"), ".ods", True

    def write(
        self,
        sheets: Sequence[Sheet],
        about: About,
        target: IO[bytes],
        progress: Progress,
        *,
        exact: bool = False,
    ) -> int:
        """Write the workbook; ``exact`` changes nothing, since cells are words already.

        Returns how many rows the first sheet has.
        """
        del exact
        written = Written()
        widths = sorted({*WIDTHS, *(width_of(one) for sheet in sheets for one in sheet.columns)})
        with ExitStack() as open_files, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
            tables = []
            for sheet in sheets:
                table = open_files.enter_context(TemporaryFile())
                written.rows[sheet.what] = _table(sheet, table, progress, written)
                tables.append(table)
            book.writestr(parts.entry("mimetype", stored=True), parts.MIME)
            book.writestr(parts.entry("META-INF/manifest.xml"), parts.MANIFEST)
            book.writestr(parts.entry("meta.xml"), parts.meta(about))
            book.writestr(parts.entry("styles.xml"), parts.STYLES)
            book.writestr(parts.entry("settings.xml"), parts.settings([one.what for one in sheets]))
            with book.open(parts.entry("content.xml"), "w", force_zip64=True) as content:
                content.write(parts.head(widths).encode())
                content.write(_first(read_me(about, sheets, written)).encode())
                for table in tables:
                    table.seek(0)
                    shutil.copyfileobj(table, content)
                content.write(parts.foot(sheets, written.rows).encode())
        return written.rows[sheets[0].what]


def _table(sheet: Sheet, target: IO[bytes], progress: Progress, written: Written) -> int:
    columns = sheet.columns
    head = [f"<table:table table:name={quoteattr(sheet.what)}>", *_widths(map(width_of, columns))]
    head.append("<table:table-header-rows>")
    head.append(_row_of(_words(column, "heading") for column in columns))
    head.append("</table:table-header-rows>")
    target.write("".join(head).encode())
    wraps = [column in WORDS for column in columns]
    rows, count = sheet.cells(progress), 0
    while page := list(islice(rows, _AT_ONCE)):
        target.write("".join([_row(sheet, row, wraps, written) for row in page]).encode())
        count += len(page)
    target.write(b"</table:table>")
    return count


def _row(sheet: Sheet, row: Cells, wraps: Sequence[bool], written: Written) -> str:
    high = lines_of(row, wraps)
    cells, empty = [f'<table:table-row table:style-name="high{high}">'], 0
    for place, cell in enumerate(row):
        if cell == "":
            empty += 1
            continue
        if empty:
            cells.append(_EMPTY[empty])
            empty = 0
        if isinstance(cell, int) and -LARGEST <= cell <= LARGEST:
            cells.append(_number(cell))
            continue
        words = without_controls(str(cell))
        if not fits(words):
            words = cut(words, sheet.what, sheet.columns[place], row, written)
        cells.append(_words(words, _look(words, wraps=wraps[place])))
    cells.append("</table:table-row>")
    return "".join(cells)


class _Empty(dict[int, str]):
    def __missing__(self, count: int) -> str:
        cell = f'<table:table-cell table:number-columns-repeated="{count}"/>'
        return self.setdefault(count, cell)


_EMPTY = _Empty()


def _look(words: str, *, wraps: bool) -> str:
    runs_left = not words.isascii() and direction_of(words) is Direction.RIGHT_TO_LEFT
    return ("left-" if runs_left else "") + ("words" if wraps else "short")


def _number(cell: int) -> str:
    return (
        f'<table:table-cell table:style-name="number" office:value-type="float" '
        f'office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    )


def _words(words: str, look: str) -> str:
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    paragraphs = "".join([f"<text:p>{_line(line)}</text:p>" for line in lines])
    return (
        f'<table:table-cell table:style-name="{look}" office:value-type="string">'
        f"{paragraphs}</table:table-cell>"
    )


def _line(line: str) -> str:
    """Return words of one line; what XML would take for one space is written out."""
    plain = escape(line)
    if "\t" in plain:
        plain = plain.replace("\t", "<text:tab/>")
    if "  " not in plain and not plain.startswith(" ") and not plain.endswith(" "):
        return plain
    return "".join(
        f'<text:s text:c="{len(list(run))}"/>' if blank else "".join(run)
        for blank, run in groupby(plain, key=" ".__eq__)
    )


def _row_of(cells: Iterator[str]) -> str:
    return "<table:table-row>" + "".join(cells) + "</table:table-row>"


def _widths(widths: Iterator[int]) -> Iterator[str]:
    for wide in widths:
        yield f'<table:table-column table:style-name="wide{wide}"/>'


def _first(lines: Sequence[tuple[bool, Cells]]) -> str:
    """Return what the workbook says of itself."""
    found = [f"<table:table table:name={quoteattr(NAME)}>", *_widths(iter(WIDTHS))]
    for heading, cells in lines:
        row = []
        for place, cell in enumerate(cells):
            if cell == "":
                row.append(_EMPTY[1])
            elif isinstance(cell, int):
                row.append(_number(cell))
            else:
                words = without_controls(cell)
                row.append(_words(words, "heading" if heading else _look(words, wraps=place > 1)))
        found.append(_row_of(iter(row or [_EMPTY[1]])))
    return "".join([*found, "</table:table>"])


EXPORTER = OpenWorkbook()
