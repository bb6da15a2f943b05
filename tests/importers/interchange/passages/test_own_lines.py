"""Our own JSON Lines are taken in like the work of any other program."""

import json
from pathlib import Path

import pytest

from reviewer.domain.interchange import Doubt, GivenRow
from reviewer.importers.interchange import Parcel, importer_of
from reviewer.importers.interchange.passages.own_lines import PROJECT

ROWS = [
    {"row": "event", "name": "The bridge"},
    {"document": "a.txt", "tag": "Denial", "quote": "Nobody came"},
]


def parcel(*lines: str, name: str = "ours.jsonl", mark: str = "") -> Parcel:
    return Parcel(name, {name: (mark + "\n".join(lines)).encode()})


def test_each_row_is_given_with_its_line() -> None:
    given = list(PROJECT.take(parcel(*map(json.dumps, ROWS), "", mark="\ufeff")))
    assert given == [GivenRow(ROWS[0], "line 1"), GivenRow(ROWS[1], "line 2")]


def test_it_is_told_by_its_first_row(tmp_path: Path) -> None:
    ours = parcel(json.dumps(ROWS[1]))
    assert importer_of(ours) is PROJECT
    assert PROJECT.claims(parcel(json.dumps({**ROWS[1], "note": "long " * 2_000})))
    assert not PROJECT.claims(parcel('{"text": "Words of a page."}'))
    assert not PROJECT.claims(parcel(json.dumps(ROWS[0]), name="ours.json"))
    assert not PROJECT.claims(Parcel("x.jsonl", {"x.jsonl": tmp_path / "gone.jsonl"}))
    assert not PROJECT.claims(Parcel("x.jsonl", {"x.jsonl": b"PK\x03\x04"}))


@pytest.mark.parametrize("line", ["{", "[1]", '"x"', "[" * 100_000])
def test_what_is_no_row_is_left_out_and_said(line: str) -> None:
    first, doubt = PROJECT.take(parcel(json.dumps(ROWS[0]), line))
    assert isinstance(first, GivenRow)
    assert isinstance(doubt, Doubt)
    assert doubt.at == "line 2"
    assert doubt.sentence
