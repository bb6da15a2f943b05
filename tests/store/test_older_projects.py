"""A project of every older version opens, keeps what it held, and can be undone to its first step.

The files in ``older/`` were made by the program of that version: two documents, four taggings of
which one was taken off and one undone, a note, a retagging and a tag of one's own.
"""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.domain.errors import Damaged
from reviewer.store import migrations
from reviewer.workspace.project import Workspace
from tests.builders import NOOR

OLDER = Path(__file__).parent / "older"


@pytest.fixture(params=range(1, migrations.NEWEST))
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give a project file of an older version."""
    version: int = request.param
    path = tmp_path / f"version-{version}.review"
    path.write_bytes(gzip.decompress((OLDER / f"{path.name}.gz").read_bytes()))
    return path


def test_what_an_older_project_held_is_there_and_whole(older: Path) -> None:
    with Workspace.open(older, NOOR) as workspace:
        first, second = workspace.documents.ids()
        quotes = [found.quote for one in (first, second) for found in workspace.passages.on(one)]
        assert quotes == [
            "Twelve people were hurt at the bridge.",
            "پل پر بارہ افراد زخمی ہوئے۔",
        ]
        assert workspace.passages.on(first)[0].note == "No source for the number."
        assert workspace.tags.named("order given") is not None
        assert list(workspace.verify()) == []


def test_an_older_project_is_undone_to_its_first_step_and_redone(older: Path) -> None:
    with Workspace.open(older, NOOR) as workspace:
        history = workspace.history
        before = [workspace.passages.get(one) for one in workspace.passages.ids()]
        done = 0
        while (step := history.to_undo()) is not None:
            history.take_back(step.id)
            done += 1
        assert workspace.passages.ids() == []
        assert workspace.documents.ids() == []
        for _ in range(done):
            history.redo()
        after = [workspace.passages.get(one) for one in workspace.passages.ids()]
        assert after == before
        assert list(workspace.verify()) == []


def change_by_hand(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(sql)


def test_a_strangers_trigger_in_an_older_project_is_dropped_before_it_can_run(older: Path) -> None:
    change_by_hand(
        older,
        "CREATE TRIGGER more AFTER UPDATE ON documents BEGIN DELETE FROM opened; END",
    )
    with Workspace.open(older, NOOR) as workspace:
        assert len(workspace.documents.ids()) == 2
    with closing(sqlite3.connect(older)) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema")]
    assert "passages_insert" in names
    assert "more" not in names


def test_a_strangers_view_in_an_older_project_is_refused(older: Path) -> None:
    change_by_hand(older, "CREATE VIEW totals AS SELECT count(*) FROM documents")
    before = older.read_bytes()
    with pytest.raises(Damaged, match="can do harm"):
        Workspace.open(older, NOOR)
    assert older.read_bytes() == before
