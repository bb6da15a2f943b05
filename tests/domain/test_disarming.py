"""Formulas in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.disarming import as_written, disarmed


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
def test_no_spreadsheet_runs_a_cell(cell: str) -> None:
    assert disarmed(cell) == "'" + cell


def test_a_plain_cell_stays_as_it_is() -> None:
    assert [disarmed(cell) for cell in ("", "Killed", "1+1")] == ["", "Killed", "1+1"]
    assert as_written("'twas so") == "'twas so"


@given(st.text(alphabet="'=+-@ab\t\r"))
def test_reading_gives_back_every_cell(cell: str) -> None:
    assert as_written(disarmed(cell)) == cell
