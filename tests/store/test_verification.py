"""The check tells what differs, one sentence each, and lets itself be stopped."""

import sqlite3
from pathlib import Path

import pytest

from reviewer.domain.errors import Cancelled
from reviewer.domain.findings import FindingKind
from reviewer.domain.spans import Span
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_passage, a_project
from tests.store.test_damage import change


class Watch:
    """Counts what is reported, and stops after so much."""

    def __init__(self, most: int = 10**6) -> None:
        self.told: list[tuple[int, int | None]] = []
        self._most = most

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        del what
        if done >= self._most:
            raise Cancelled("Stopped.")
        self.told.append((done, total))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a closed project with two documents and a passage."""
    with a_project(tmp_path) as workspace:
        a_passage(workspace, a_document(workspace, "One two three.", title="A page"), "two")
        a_document(workspace, "Four five six.", title="Another")
    return workspace.path


@pytest.mark.parametrize(
    ("sql", "kind", "sentence"),
    [
        (
            "UPDATE texts SET text = 'One two threE.' WHERE id = 1",
            FindingKind.TEXT,
            "The words of D1 “A page” have changed",
        ),
        (
            "UPDATE originals SET data = x'00' WHERE id = 2",
            FindingKind.ORIGINAL,
            "The original of D2 “Another” does not give its bytes again",
        ),
        (
            'UPDATE passages SET start = 5, "end" = 8 WHERE id = 1',
            FindingKind.PASSAGE,
            "D1·1: the words do not stand at their place. 5–8",
        ),
        (
            "UPDATE steps SET at = '2020-01-01T00:00:00.000+00:00' WHERE id = 2",
            FindingKind.HISTORY,
            "The history was altered at change 2",
        ),
        (
            "UPDATE documents SET title = 'B page' WHERE id = 1",
            FindingKind.FILE,
            "documents 1: title not as the history left it",
        ),
        (
            "UPDATE texts SET original = 77 WHERE id = 1",
            FindingKind.TEXT,
            "There is no original 77",
        ),
        (
            "UPDATE documents SET review_status = 'dream' WHERE id = 2",
            FindingKind.FILE,
            "CHECK constraint failed in documents",
        ),
    ],
)
def test_each_difference_is_told_in_a_sentence(
    path: Path, sql: str, kind: FindingKind, sentence: str
) -> None:
    change(path, f"PRAGMA foreign_keys = OFF; {sql}")
    with Workspace.open(path, only_read=True) as workspace:
        findings = [(found.kind, found.sentence) for found in workspace.verify()]
    assert any(found is kind and sentence in words for found, words in findings), findings


def test_one_broken_text_does_not_hide_another(path: Path) -> None:
    change(
        path,
        "UPDATE texts SET text = CAST(x'ff' AS TEXT) WHERE id = 1; "
        "UPDATE texts SET text = 'changed' WHERE id = 2",
    )
    with Workspace.open(path, only_read=True) as workspace:
        subjects = [found.subject for found in workspace.verify() if found.kind is FindingKind.TEXT]
    assert subjects == ["D1 “A page”", "D2 “Another”"]


def test_a_title_that_cannot_be_read_does_not_hide_the_text(path: Path) -> None:
    change(
        path,
        "UPDATE documents SET title = CAST(x'ff' AS TEXT); "
        "UPDATE texts SET text = 'changed' WHERE id = 2",
    )
    with Workspace.open(path, only_read=True) as workspace:
        subjects = [found.subject for found in workspace.verify() if found.kind is FindingKind.TEXT]
    assert "text 2" in subjects


def test_tables_changed_while_the_project_is_open_are_found(path: Path) -> None:
    with Workspace.open(path, NOOR) as workspace:
        raw = sqlite3.connect(path)
        raw.execute("CREATE TABLE more (x)")
        raw.close()
        assert any("its tables are not" in found.sentence for found in workspace.verify())


def test_what_cannot_be_counted_counts_as_none(path: Path) -> None:
    with Workspace.open(path, NOOR) as workspace:
        workspace._project.connection.execute("DROP TABLE changes")
        workspace._project.connection.execute("DROP TABLE steps")
        workspace._project.connection.execute("PRAGMA foreign_keys = OFF")
        workspace._project.connection.execute("DROP TABLE originals")
        assert workspace.compared().changes == 0
        assert workspace.compared().texts == 2
        assert workspace.compared().dropped_of == ()


def test_a_check_says_how_far_it_is_and_can_be_stopped(path: Path) -> None:
    with Workspace.open(path, only_read=True) as workspace:
        watch = Watch()
        assert list(workspace.verify(watch)) == []
        assert watch.told == [(0, 2), (1, 2)]
        with pytest.raises(Cancelled):
            list(workspace.verify(Watch(1)))
        assert workspace.documents.count() == 2


class Meanwhile:
    """Lets somebody tag while the check is under way."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        del total, what
        a_passage(self._workspace, 2, ("Four", "five")[done])


def test_a_check_is_of_one_moment_while_somebody_works(path: Path) -> None:
    with (
        Workspace.open(path, NOOR) as workspace,
        Workspace.open(path, only_read=True) as reader,
    ):
        assert list(reader.verify(Meanwhile(workspace))) == []
        assert workspace.passages.count() == 3


def test_many_rows_are_compared_with_their_history(path: Path) -> None:
    with Workspace.open(path, NOOR) as workspace:
        document = a_document(workspace, "word " * 600)
        workspace.passages.tag_many(
            [Tagging(document, Span(5 * number, 5 * number + 4), 1) for number in range(600)]
        )
        assert list(workspace.verify()) == []
    change(path, "UPDATE passages SET note = 'x' WHERE id IN (3, 590)")
    with Workspace.open(path, only_read=True) as workspace:
        told = [found.detail for found in workspace.verify()]
    assert told == [
        "passages 3: note not as the history left it",
        "passages 590: note not as the history left it",
    ]
