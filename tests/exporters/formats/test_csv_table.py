"""Table (CSV)."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.exported import ExportedRecord
from reviewer.domain.progress import Silent
from reviewer.domain.reading.conventions import ByConvention
from reviewer.domain.snapshot import ExportedPassage
from reviewer.domain.tags import RecordKind
from reviewer.exporters.formats.csv_table import EXPORTER, disarmed_cell
from reviewer.exporters.sheets import PassagesSheet
from reviewer.exporters.tables.columns import COLUMNS, cells_of
from tests.exporters.snapshots import (
    ABOUT,
    PASSAGE,
    RECORD,
    TRICKY,
    Picture,
    passages,
    unhurried,
    words,
)

GOLDEN = Path(__file__).parents[1] / "golden"
ARMED = ("=", "+", "-", "@", "\t", "\r")


def written(*all_of_them: ExportedPassage, exact: bool = False) -> bytes:
    target = io.BytesIO()
    EXPORTER.write([PassagesSheet(Picture(all_of_them))], ABOUT, target, Silent(), exact=exact)
    return target.getvalue()


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_table_is_byte_for_byte_what_it_was() -> None:
    assert written(*TRICKY) == (GOLDEN / "passages.csv").read_bytes()


def test_the_exact_table_is_byte_for_byte_what_it_was() -> None:
    assert written(*TRICKY, exact=True) == (GOLDEN / "passages.exact.csv").read_bytes()


def test_the_table_begins_with_a_byte_order_mark_and_its_lines_end_in_cr_lf() -> None:
    data = written(PASSAGE)
    assert data.startswith(b"\xef\xbb\xbfproject,passage,uid,")
    assert data.count(b"\r\n") == data.count(b"\n") == 2


def test_nought_is_a_number_and_what_nobody_confirmed_stands_apart() -> None:
    (header, row) = read(written(PASSAGE._replace(record=RECORD, follow_up=True)))
    cells = dict(zip(header, row, strict=True))
    assert (cells["record"], cells["low"], cells["high"], cells["about"]) == ("figure", "0", "", "")
    assert (cells["unconfirmed"], cells["read"]) == ("high", '{"high": 12}')
    assert (cells["event_date"], cells["event_date_words"]) == ("2019-11", "that November")
    assert (cells["speaker"], cells["follow_up"], cells["negated"]) == ("Army", "yes", "")
    assert (cells["chain"], cells["chain_filed"]) == ("Courier → the army", "Courier → Army")
    assert cells["questions"] == "Shots on the bridge: Injured"
    assert cells["links"] == "denied by D2·1"
    assert (cells["low_by_convention"], cells["convention"]) == ("", "")


def test_what_a_convention_makes_of_words_stands_apart_with_its_name() -> None:
    record = ExportedRecord(RecordKind.FIGURE, by_convention=ByConvention(12, "acled"))
    (header, row) = read(written(PASSAGE._replace(record=record)))
    cells = dict(zip(header, row, strict=True))
    assert (cells["low_by_convention"], cells["convention"]) == ("12", "acled")
    assert (cells["low"], cells["high"]) == ("", "")


def test_a_project_without_passages_gives_the_header_alone() -> None:
    assert read(written()) == [list(COLUMNS)]


@pytest.mark.parametrize("first", ARMED)
def test_a_cell_that_would_run_as_a_formula_is_disarmed(first: str) -> None:
    (_, row) = read(written(PASSAGE._replace(quote=f"{first}cmd|' /C calc'!A0")))
    assert row[COLUMNS.index("quote")] == f"'{first}cmd|' /C calc'!A0"


def test_places_stay_numbers() -> None:
    (_, row) = read(written(PASSAGE))
    assert (row[COLUMNS.index("start")], row[COLUMNS.index("end")]) == ("10", "33")


def test_a_minus_inside_a_cell_is_left_alone() -> None:
    assert disarmed_cell("well-known = so") == "well-known = so"


@unhurried
@given(st.lists(passages(), max_size=4))
def test_taking_one_apostrophe_off_gives_back_every_cell(
    given_passages: list[ExportedPassage],
) -> None:
    header, *rows = read(written(*given_passages))
    assert header == list(COLUMNS)
    assert [[cell.removeprefix("'") for cell in row] for row in rows] == [
        [str(cell) for cell in cells_of(passage)] for passage in given_passages
    ]


@unhurried
@given(st.lists(passages(), max_size=4))
def test_no_cell_of_the_table_begins_like_a_formula(given_passages: list[ExportedPassage]) -> None:
    assert not [
        cell for row in read(written(*given_passages)) for cell in row if cell.startswith(ARMED)
    ]


@unhurried
@given(st.lists(passages(), max_size=4))
def test_exact_cells_are_read_back_as_they_are(given_passages: list[ExportedPassage]) -> None:
    _header, *rows = read(written(*given_passages, exact=True))
    assert rows == [[str(cell) for cell in cells_of(passage)] for passage in given_passages]


@unhurried
@given(words, words)
def test_two_cells_that_differ_still_differ_when_disarmed(one: str, other: str) -> None:
    assert (disarmed_cell(one) == disarmed_cell(other)) == (one == other)


@unhurried
@given(st.lists(passages(), max_size=4))
def test_the_bytes_are_those_that_the_standard_writer_would_write(
    given_passages: list[ExportedPassage],
) -> None:
    lines = io.StringIO(newline="")
    rows = [COLUMNS, *map(cells_of, given_passages)]
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    assert written(*given_passages, exact=True) == lines.getvalue().encode("utf-8-sig")


def test_the_page_stands_in_the_last_column() -> None:
    (header, row) = read(written(PASSAGE._replace(page="xii")))
    assert (header[-1], row[-1]) == ("page", "xii")
