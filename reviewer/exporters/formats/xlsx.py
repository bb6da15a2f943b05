"""A workbook (XLSX), written by XlsxWriter: a sheet that says what it is, and one a table.

Nothing in it is ever a formula or a link: cells are written as words or as whole numbers, and what
begins like a formula is marked as text, so that it stays words when somebody edits it. Rows go to
files of its own in a folder that is gone afterwards, so that a hundred thousand need little memory.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from tempfile import TemporaryDirectory
from typing import IO, Any
from xml.sax.saxutils import escape

from reviewer.domain.directions import Direction, direction_of
from reviewer.domain.disarming import ARMED
from reviewer.domain.exporting import About
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_
from reviewer.exporters.formats.cell_limits import LARGEST, cut, fits, without_controls
from reviewer.exporters.formats.read_me import NAME, WIDTHS, Written, read_me
from reviewer.exporters.formats.widths import WORDS, lines_at, lines_of, width_of
from reviewer.exporters.sheets import Sheet
from reviewer.exporters.tables.columns import Cells

_LINE = 15  # points
_RIGHT_TO_LEFT = 2  # what Excel calls the reading order


class Workbook:
    """Several sheets in one file."""

    key, title, suffix, several = "xlsx", N_("Workbook (XLSX)"), ".xlsx", True

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
        with _workbook(target, about) as book:
            formats = _Formats(book)
            first = book.add_worksheet(NAME)
            written = Written()
            for sheet in sheets:
                written.rows[sheet.what] = _table(book, sheet, formats, progress, written)
            _first(first, read_me(about, sheets, written), formats)
        return written.rows[sheets[0].what]


class _Formats:
    """How cells look; each is looked up by whether it wraps, runs right to left, is armed."""

    def __init__(self, book: Any) -> None:
        self.heading = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self._made: dict[tuple[bool, bool, bool], Any] = {}
        for wraps in (False, True):
            for runs_left in (False, True):
                for armed in (False, True):
                    look: dict[str, object] = {"valign": "top", "text_wrap": wraps}
                    if runs_left:
                        look |= {"reading_order": _RIGHT_TO_LEFT, "align": "right"}
                    if armed:
                        look["quote_prefix"] = True
                    self._made[wraps, runs_left, armed] = book.add_format(look)
        self.number = book.add_format({"valign": "top", "align": "right", "indent": 1})
        self._plain = self._made[False, False, False], self._made[True, False, False]

    def of(self, cell: str, *, wraps: bool) -> Any:
        armed = cell[:1] in ARMED
        if cell.isascii() and not armed:
            return self._plain[wraps]  # as most are
        runs_left = not cell.isascii() and direction_of(cell) is Direction.RIGHT_TO_LEFT
        return self._made[wraps, runs_left, armed]


@contextmanager
def _workbook(target: IO[bytes], about: About) -> Iterator[Any]:
    """Give a workbook that is closed into ``target``, or leaves nothing behind at all."""
    from xlsxwriter import Workbook as Book

    with TemporaryDirectory(prefix="reviewer-") as folder:
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "tmpdir": folder,
        }
        book = Book(target, options)
        book.set_properties(
            {
                "title": without_controls(about.project),
                "comments": f"Reviewer {about.version}",
                "created": datetime.fromisoformat(about.written_at),
            }
        )
        try:
            yield book
            book.close()
        finally:
            for sheet in book.worksheets():  # those of a workbook that was given up stand open
                with suppress(AttributeError, OSError):
                    sheet.row_data_fh.close()


def _table(book: Any, sheet: Sheet, formats: _Formats, progress: Progress, written: Written) -> int:
    page = book.add_worksheet(sheet.what)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, width_of(column))
        page.write_string(0, place, column, formats.heading)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.repeat_rows(0)
    wraps = [column in WORDS for column in sheet.columns]
    number = 0
    for number, row in enumerate(sheet.cells(progress), 1):
        _row(page, number, row, wraps, formats, _cutting(sheet, row, written))
    page.autofilter(0, 0, number, len(sheet.columns) - 1)
    return number


def _row(
    page: Any,
    number: int,
    row: Cells,
    wraps: Sequence[bool],
    formats: _Formats,
    shorten: Callable[[str, int], str],
) -> None:
    lines = lines_of(row, wraps)
    if lines > 1:
        page.set_row(number, lines * _LINE)
    for place, cell in enumerate(row):
        if cell == "":
            continue
        if isinstance(cell, int) and -LARGEST <= cell <= LARGEST:
            page.write_number(number, place, cell, formats.number)
            continue
        words = without_controls(str(cell))
        given = _given(words)
        if not fits(given):
            words = given = shorten(words, place)
        page.write_string(number, place, given, formats.of(words, wraps=wraps[place]))


def _given(words: str) -> str:
    """Return words as XlsxWriter has to be given them, so that they are words in the cell.

    What stands between these two marks it takes for a rich string of its own making and writes as
    XML: a stranger's cells, and formulas in them. So it gets a rich string of one piece.
    """
    if words.startswith("<r>") and words.endswith("</r>"):
        return f'<r><t xml:space="preserve">{escape(words)}</t></r>'
    return words


def _cutting(sheet: Sheet, row: Cells, written: Written) -> Callable[[str, int], str]:
    def shorten(words: str, place: int) -> str:
        return cut(words, sheet.what, sheet.columns[place], row, written)

    return shorten


def _first(page: Any, lines: Sequence[tuple[bool, Cells]], formats: _Formats) -> None:
    """Write what the workbook says of itself."""
    page.set_landscape()
    page.fit_to_pages(1, 0)  # as wide as the paper, as long as it is
    for place, wide in enumerate(WIDTHS):
        page.set_column(place, place, wide)
    for number, (heading, cells) in enumerate(lines):
        high = max(
            [1, *(lines_at(str(one), wide) for one, wide in zip(cells, WIDTHS, strict=False))]
        )
        if len(cells) > 2 and high > 1:
            page.set_row(number, high * _LINE)
        for place, cell in enumerate(cells):
            if isinstance(cell, int):
                page.write_number(number, place, cell, formats.number)
            elif cell:
                words = without_controls(cell)
                look = formats.heading if heading else formats.of(words, wraps=place > 1)
                page.write_string(number, place, _given(words), look)


EXPORTER = Workbook()
