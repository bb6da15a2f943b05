"""Table (TSV): one row a line, and every cell read back."""

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.progress import Silent
from reviewer.domain.snapshot import ExportedPassage
from reviewer.exporters.formats.tsv_table import EXPORTER
from reviewer.exporters.sheets import PassagesSheet
from reviewer.exporters.tables.columns import COLUMNS, cells_of
from tests.exporters.reading_back import tsv_cells
from tests.exporters.snapshots import ABOUT, TRICKY, Picture, passages, unhurried

GOLDEN = Path(__file__).parents[1] / "golden"


def written(*all_of_them: ExportedPassage, exact: bool = False) -> bytes:
    target = io.BytesIO()
    EXPORTER.write([PassagesSheet(Picture(all_of_them))], ABOUT, target, Silent(), exact=exact)
    return target.getvalue()


def test_the_table_is_byte_for_byte_what_it_was() -> None:
    assert written(*TRICKY) == (GOLDEN / "passages.tsv").read_bytes()


@unhurried
@given(st.lists(passages(), max_size=4))
def test_a_row_is_a_line_and_a_tab_parts_two_cells(given_passages: list[ExportedPassage]) -> None:
    lines = written(*given_passages).split(b"\r\n")
    assert lines.pop() == b""
    assert len(lines) == 1 + len(given_passages)
    assert {line.count(b"\t") for line in lines} == {len(COLUMNS) - 1}
    assert not any(b"\n" in line or b"\r" in line for line in lines)


@unhurried
@given(given_passages=st.lists(passages(), max_size=4), exact=st.booleans())
def test_every_cell_is_read_back(given_passages: list[ExportedPassage], *, exact: bool) -> None:
    header, *rows = tsv_cells(written(*given_passages, exact=exact))
    assert header == list(COLUMNS)
    assert [[cell if exact else cell.removeprefix("'") for cell in row] for row in rows] == [
        [str(cell) for cell in cells_of(passage)] for passage in given_passages
    ]


@unhurried
@given(st.lists(passages(), max_size=4))
def test_no_cell_begins_like_a_formula(given_passages: list[ExportedPassage]) -> None:
    cells = [cell for row in tsv_cells(written(*given_passages)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
