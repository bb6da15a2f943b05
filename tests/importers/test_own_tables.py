"""Tables that this program wrote for people to read: told from strangers' tables, and refused."""

import json
from pathlib import Path

import pytest

from reviewer import importers
from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Incoming
from reviewer.domain.progress import Silent
from reviewer.importers.own_tables import refusal
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import read_files
from tests.builders import a_document, a_passage, a_project
from tests.importers.rows.test_table_rows import as_workbook

READ_ME = ("read me", [["Project"], ["Program", "Reviewer 1.0"], ["passages", "quote", "Words"]])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a closed project with a passage."""
    with a_project(tmp_path) as workspace:
        a_passage(workspace, a_document(workspace, "Nobody came.", title="One"), "Nobody", "Denial")
        return workspace.path


@pytest.mark.parametrize(
    ("what", "key"),
    [
        *(("workbook", "xlsx"), ("workbook", "ods"), ("links", "xlsx"), ("actors", "ods")),
        *(("passages", "json"), ("events", "json")),
    ],
)
def test_what_was_written_to_be_read_is_refused_whatever_it_is_called(
    project: Path, tmp_path: Path, what: str, key: str
) -> None:
    path = tmp_path / f"holiday.{key}"
    with Workspace.open(project, only_read=True) as workspace, path.open("wb") as target:
        workspace.exports.write(key, target, Silent(), what=what)
    (read,) = read_files([path], Silent())
    assert read.incoming is None
    assert str(read.problem) == (
        f"“holiday.{key}” was written by this program to be read, and does not come in again. "
        "JSON Lines, a CSV of passages, or REFI-QDA (.qdpx) do: export one of these instead."
    )


@pytest.mark.parametrize(
    "first",
    [
        ("read me", [["Title", "Body"], ["One", "Reviewer 2"], ["Two", "Words of it"]]),
        ("read me", [["Title", "Body"], ["passages", "quote"], ["Two", "Reviewer of it"]]),
        ("notes", READ_ME[1]),
    ],
)
def test_a_workbook_of_a_stranger_is_read(first: tuple[str, list[list[object]]]) -> None:
    data = as_workbook(first, ("passages", [["Title", "Body"], ["Three", "Words of three"]]))
    found = [one for one in importers.take_bytes(data, "a.xlsx") if isinstance(one, Incoming)]
    assert found


def test_a_workbook_that_another_program_saved_anew_is_known_by_its_first_sheet() -> None:
    data = as_workbook(READ_ME, ("passages", [["quote"], ["Words"]]))
    with pytest.raises(Unreadable, match="by this program to be read"):
        list(importers.take_bytes(data, "a.xlsx"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", json.dumps({"format": 1, "header": {"program": "Reviewer 1"}}).encode()),
        ("a.json", b'{"format": 1, "header": [],\n'),
        ("a.json", b"[" * 100_000),
        ("a.json", b"\xff"),
        ("a.ods", b"PK\x03\x04"),
        ("a.ods", b""),
        ("a.png", b""),
    ],
)
def test_of_what_is_another_s_nothing_is_claimed(name: str, data: bytes) -> None:
    assert refusal(data, name) is None


def test_what_is_no_file_is_not_looked_into(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a.json") is None
    assert refusal(tmp_path / "none", "a.json") is None
