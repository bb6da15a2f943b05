"""What a spreadsheet cannot hold: cells that are too long, numbers that are too large.

Nothing is cut in silence: the cell says so at its end, and the workbook's first sheet lists it.
"""

import re

from reviewer.domain.words import N_, Saying
from reviewer.environment.translation import filled
from reviewer.exporters.formats.read_me import Written
from reviewer.exporters.tables.columns import Cells

LONGEST = 32_767
"""UTF-16 units in a cell; more is damage to Excel."""
_SURELY_FITS = LONGEST // 2
LARGEST = 2**53
"""Whole numbers beyond it are not exact in a spreadsheet, and are written as words."""
_CUT = N_(" [Cut here, {count} of {whole} characters; {name} holds the rest]")
_CUT_LISTED = N_("{sheet}, {column}: {name}, cut after {count} of {whole} characters")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def fits(cell: str) -> bool:
    """Say whether a spreadsheet holds a cell whole."""
    return len(cell) <= _SURELY_FITS or _units(cell) <= LONGEST


def cut(cell: str, sheet: str, column: str, row: Cells, written: Written) -> str:
    """Return as much of a cell as fits with a remark, and note that it was cut.

    The remark names the row by its first cell that is a short name: a passage's number, a title.
    """
    name = next((str(one) for one in row[1:3] if one != "" and len(str(one)) < 80), sheet)
    values = {"name": name, "whole": f"{len(cell):,}", "count": f"{len(cell):,}"}
    room = LONGEST - _units(filled(_CUT, values))
    kept = cell[:room]
    while _units(kept) > room:
        kept = kept[: len(kept) - max((_units(kept) - room) // 2, 1)]
    values["count"] = f"{len(kept):,}"
    written.cut(Saying(_CUT_LISTED, {"sheet": sheet, "column": column, **values}))
    return kept + filled(_CUT, values)


def without_controls(cell: str) -> str:
    """Return a cell as XML can hold it: characters it cannot are shown as replaced."""
    if cell.isprintable():
        return cell  # as nearly all are
    return _NO_XML.sub("\ufffd", cell)


def _units(words: str) -> int:
    return len(words) if words.isascii() else len(words.encode("utf-16-le", "replace")) // 2
