"""JSON Lines."""

import io
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.progress import Silent
from reviewer.domain.snapshot import ExportedPassage
from reviewer.exporters.formats.json_lines import EXPORTER
from reviewer.exporters.sheets import PassagesSheet
from reviewer.exporters.tables.columns import CARRIED, COLUMNS, FORMAT, cells_of
from reviewer.exporters.written import json_line
from tests.exporters.snapshots import ABOUT, PASSAGE, RECORD, TRICKY, Picture, passages, unhurried

GOLDEN = Path(__file__).parents[1] / "golden"


def written(*all_of_them: ExportedPassage, exact: bool = False) -> bytes:
    target = io.BytesIO()
    EXPORTER.write([PassagesSheet(Picture(all_of_them))], ABOUT, target, Silent(), exact=exact)
    return target.getvalue()


def test_the_lines_are_byte_for_byte_what_they_were() -> None:
    assert written(*TRICKY) == (GOLDEN / "passages.jsonl").read_bytes()


def test_a_line_says_its_format_first_and_then_the_columns_in_order() -> None:
    line = json.loads(written(PASSAGE))
    assert list(line) == ["format", *COLUMNS[:-CARRIED]]
    assert line["format"] == FORMAT == 1


def test_what_nobody_confirmed_stands_apart_from_what_was_entered() -> None:
    line = json.loads(written(PASSAGE._replace(record=RECORD, follow_up=True)))
    assert line["record"]["low"] == 0
    assert "high" not in line["record"]
    assert (line["unconfirmed"], line["read"]) == (["high"], {"high": 12})
    assert line["record"]["victim_group"] == ""
    assert line["chain"][1] == {"name": "Army", "printed": "the army", "hedge": "is said to"}
    assert line["events"][0] == {"event": "Shots on the bridge", "question": "Injured"}
    assert line["links"][0]["words"] == "denied by D2·1"
    assert line["follow_up"] is True


def test_a_project_without_passages_gives_nothing() -> None:
    assert written() == b""


def test_formulas_stay_as_they_are_and_exact_changes_nothing() -> None:
    assert json.loads(written(TRICKY[1]))["quote"] == '=HYPERLINK("http://x","y")'
    assert written(*TRICKY) == written(*TRICKY, exact=True)


@unhurried
@given(st.lists(passages(), max_size=4))
def test_every_line_is_read_back_exactly(given_passages: list[ExportedPassage]) -> None:
    lines = written(*given_passages).decode().split("\n")
    assert lines.pop() == ""
    assert [list(json.loads(line).values())[1:] for line in lines] == [
        list(cells_of(passage)[:-CARRIED]) for passage in given_passages
    ]


@unhurried
@given(st.lists(passages(), max_size=4), st.booleans())
def test_a_line_is_the_object_that_a_passage_is_everywhere(
    given_passages: list[ExportedPassage], carrying: bool
) -> None:
    if carrying:
        given_passages = [
            one._replace(record=RECORD, follow_up=True, page="1\u2028") for one in given_passages
        ]
    objects = PassagesSheet(Picture(given_passages)).lines(Silent())
    assert written(*given_passages).decode() == "".join(map(json_line, objects))


@unhurried
@given(st.lists(passages(), max_size=4))
def test_no_reader_finds_a_line_end_inside_a_line(given_passages: list[ExportedPassage]) -> None:
    assert len(written(*given_passages).decode().splitlines()) == len(given_passages)


def test_a_line_says_the_page_only_where_there_is_one() -> None:
    assert "page" not in json.loads(written(PASSAGE))
    assert json.loads(written(PASSAGE._replace(page="12")))["page"] == "12"
