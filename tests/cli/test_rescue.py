"""``reviewer rescue``."""

import sqlite3
from pathlib import Path

import pytest

from reviewer.workspace.project import Workspace
from tests.cli.running import Run, held_open, started

PAGE = 4096


@pytest.fixture
def damaged(project: Path) -> Path:
    """Give a project whose words and whose first page were damaged."""
    data = bytearray(project.read_bytes())
    place = data.index(b"spokesman said")
    data[place : place + 14] = b"spokesmen said"
    data[16:18] = b"\xff\xff"
    project.write_bytes(data)
    return project


def lose_page_of(table: str, project: Path) -> None:
    """Let the page that a small table stands on be zeros, as a bad sector leaves it."""
    raw = sqlite3.connect(project)
    ((root,),) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table])
    raw.close()
    data = project.read_bytes()
    project.write_bytes(data[: (root - 1) * PAGE] + bytes(PAGE) + data[root * PAGE :])


def test_of_a_whole_project_everything_comes(run: Run, project: Path, tmp_path: Path) -> None:
    before = project.read_bytes()
    ended = run("rescue", project, tmp_path / "new.review")
    assert (ended.code, ended.err) == (0, "")
    assert ["texts", "1", "0", "-"] in [line.split() for line in ended.out.splitlines()]
    assert ended.out.splitlines()[-1].startswith("Everything came, and is as it was put there.")
    assert project.read_bytes() == before
    assert run("verify", tmp_path / "new.review").code == 0


def test_the_way_out_of_damage_is_named_and_leads_out(damaged: Path, tmp_path: Path) -> None:
    refused = started("info", damaged)
    assert refused.code == 3
    assert "reviewer rescue PROJECT NEW.review" in refused.err
    out = tmp_path / "new.review"
    ended = started("rescue", damaged, out)
    assert (ended.code, ended.err) == (1, "")
    assert f"What came is in “{out}”. Keep the damaged file as well." in ended.out
    assert "1 difference was found in it: reviewer verify lists it." in ended.out
    with Workspace.open(out, only_read=True) as made:
        assert made.documents.get(1).title == "Statement 88"


def test_json_says_what_came_and_what_did_not(run: Run, project: Path, tmp_path: Path) -> None:
    lose_page_of("texts", project)
    out = tmp_path / "new.review"
    values = run("rescue", project, out, "--json").values
    assert {key: values[key] for key in ("format", "project", "out", "whole")} == {
        "format": 1,
        "project": str(project),
        "out": str(out),
        "whole": False,
    }
    tables = {one.pop("table"): one for one in values["tables"]}
    assert tables["texts"] == {"came": 0, "rebuilt": 0, "cut": [], "lost": [1], "unknown": 1}
    assert tables["documents"]["came"] == 1
    assert {one["kind"] for one in values["findings"]} >= {"text", "file"}


def test_what_did_not_come_is_named_row_by_row(run: Run, project: Path, tmp_path: Path) -> None:
    with Workspace.open(project, only_read=True) as workspace:
        steps = len(workspace.history.ids())
    lose_page_of("steps", project)
    ended = run("rescue", project, tmp_path / "new.review")
    assert ended.code == 1
    (line,) = (one for one in ended.out.splitlines() if one.startswith("changes in the history"))
    assert ", ".join(map(str, range(1, steps + 1))) in line
    assert "1 unreadable place" in line


@pytest.mark.parametrize("name", ["new", "new.csv", "new.sqlite"])
def test_the_new_project_must_be_called_like_one(
    run: Run, project: Path, tmp_path: Path, name: str
) -> None:
    ended = run("rescue", project, tmp_path / name)
    assert ended.code == 2
    assert "must be called NAME.review" in ended.err
    assert not (tmp_path / name).exists()


def test_nothing_is_written_over(run: Run, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "new.review"
    out.write_bytes(b"mine")
    ended = run("rescue", project, out)
    assert ended.code == 3
    assert "already a file “new.review”" in ended.err
    assert out.read_bytes() == b"mine"


def test_what_is_no_project_and_what_is_not_there_is_a_sentence(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Twelve people were hurt.\n" * 99)
    for path in (page, tmp_path / "none.review", tmp_path):
        ended = run("rescue", path, tmp_path / "new.review")
        assert ended.code == 3
        assert ended.err.count("\n") == 1
        assert not (tmp_path / "new.review").exists()


def test_a_project_that_a_window_has_open_is_left_alone(project: Path, tmp_path: Path) -> None:
    with held_open(project):
        ended = started("rescue", project, tmp_path / "new.review")
    assert ended.code == 3
    assert "is open in a window" in ended.err
