"""JSON: a header that says what the export is, and the rows as JSON Lines has them."""

import io
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.exporting import STATEMENT
from reviewer.domain.progress import Silent
from reviewer.domain.snapshot import ExportedPassage
from reviewer.exporters.formats import json_lines
from reviewer.exporters.formats.json_table import EXPORTER
from reviewer.exporters.sheets import PassagesSheet
from tests.exporters.snapshots import ABOUT, PASSAGE, TRICKY, Picture, passages, unhurried

GOLDEN = Path(__file__).parents[1] / "golden"


def written(*all_of_them: ExportedPassage) -> bytes:
    target = io.BytesIO()
    EXPORTER.write([PassagesSheet(Picture(all_of_them))], ABOUT, target, Silent())
    return target.getvalue()


def test_the_object_is_byte_for_byte_what_it_was() -> None:
    assert written(*TRICKY) == (GOLDEN / "passages.json").read_bytes()


def test_the_header_names_project_time_program_choice_and_count() -> None:
    found = json.loads(written(PASSAGE, PASSAGE))
    assert list(found) == ["format", "header", "rows", "count"]
    header = found["header"]
    assert (found["format"], found["count"], header["what"]) == (1, 2, "passages")
    assert (header["project"], header["program"]) == ("Tannery Road", "Reviewer 0.1.0")
    assert header["written_at"] == "2026-03-16T08:00:00.000+00:00"
    assert header["chosen"] == ["With the tags: Denial, =1+1"]
    assert header["statement"] == STATEMENT


def test_a_project_without_passages_gives_no_rows() -> None:
    assert json.loads(written())["rows"] == []


@unhurried
@given(st.lists(passages(), max_size=4))
def test_the_rows_are_those_of_json_lines(given_passages: list[ExportedPassage]) -> None:
    lines = io.BytesIO()
    sheet = PassagesSheet(Picture(given_passages))
    json_lines.EXPORTER.write([sheet], ABOUT, lines, Silent())
    rows = json.loads(written(*given_passages))["rows"]
    assert rows == [json.loads(line) for line in lines.getvalue().split(b"\n")[:-1]]
