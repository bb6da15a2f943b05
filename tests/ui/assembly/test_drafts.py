"""Words that were never left are there again after a sudden end, and no step was made meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.assembly import drafts
from reviewer.ui.assembly.drafts import STATE
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE_MILLISECONDS", 20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_file(tmp_path)


@pytest.fixture
def here(hasty: None, qtbot: QtBot, path: Path) -> Iterator[AtTheDesk]:
    del hasty
    with at_the_desk(qtbot, path) as one:
        yield one


def typed(words: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, words)


def kept(here: AtTheDesk) -> object:
    return here.workspace.remembered(STATE)


def test_a_pause_keeps_what_is_written_without_a_step(here: AtTheDesk, qtbot: QtBot) -> None:
    document = here.workspace.documents.ids()[0]
    here.open_in_panes(document)
    before = here.workspace.history.newest()
    here.run("document.note")
    typed("Half a")
    draft = {"kind": "document", "owner": document, "saved": [""], "typed": ["Half a"]}
    qtbot.waitUntil(lambda: kept(here) == [draft])
    typed(" thought")
    qtbot.waitUntil(lambda: kept(here) == [draft | {"typed": ["Half a thought"]}])
    assert here.workspace.history.newest() == before
    here.view.give_keys_back()
    assert here.workspace.history.newest() == before + 1
    qtbot.waitUntil(lambda: kept(here) == [])


def test_a_new_note_of_the_journal_is_a_draft_too(here: AtTheDesk, qtbot: QtBot) -> None:
    here.run("view.journal")
    typed("Ask")
    new = {"kind": "new", "owner": 0, "saved": [""], "typed": ["Ask"]}
    qtbot.waitUntil(lambda: kept(here) == [new])
    here.open_again()
    assert [note.words for note in here.workspace.notes.all()] == ["Ask"]
    assert kept(here) == []


def cut_off(path: Path, *left: dict[str, object]) -> None:
    """Leave a project as a program does that was killed while somebody wrote."""
    with Workspace.open(path, NOOR) as made:
        made.remember(STATE, list(left))


def left(kind: str, owner: int, *words: str, saved: tuple[str, ...] = ("",)) -> dict[str, object]:
    return {"kind": kind, "owner": owner, "saved": list(saved), "typed": list(words)}


def test_what_was_cut_off_is_saved_where_it_belongs_and_said(qtbot: QtBot, path: Path) -> None:
    with Workspace.open(path, NOOR) as made:
        document = made.documents.ids()[0]
        passage = a_passage(made, document, "At the bridge", "Denial")
        note = made.notes.add("Begun")
    cut_off(
        path,
        left("document", document, "On it"),
        left("note", passage, "Of it"),
        left("statement", passage, "A says it."),
        left("translation", passage, "Words", "de", "M. N.", saved=("", "", "")),
        left("entry", note, "Begun and ended", saved=("Begun",)),
        left("new", 0, "Another"),
    )
    with at_the_desk(qtbot, path) as here:
        qtbot.waitUntil(lambda: kept(here) == [])
        workspace = here.workspace
        assert workspace.documents.get(document).note == "On it"
        assert workspace.passages.get(passage).note == "Of it"
        details = workspace.details.of(passage)
        assert (details.statement, details.translation) == ("A says it.", "Words")
        assert {one.words for one in workspace.notes.all()} == {"Begun and ended", "Another"}
        said = here.prompts.informed[-1]
        assert said.startswith("Words that were being written when the program ended are saved")
        assert "D1, D1·1, Journal" in said
        here.run("history.undo")
        assert {one.words for one in workspace.notes.all()} == {"Begun and ended"}


def test_nothing_is_written_over_and_nothing_saved_twice(qtbot: QtBot, path: Path) -> None:
    with Workspace.open(path, NOOR) as made:
        document = made.documents.ids()[0]
        made.notes.on_document(document, "Written since")
        made.notes.add("Saved in time")
    cut_off(
        path,
        left("document", document, "Written before"),
        left("note", 999, "Of what is gone"),
        left("new", 0, "Saved in time"),
    )
    with at_the_desk(qtbot, path) as here:
        qtbot.waitUntil(lambda: kept(here) == [])
        assert here.workspace.documents.get(document).note == "Written since"
        words = sorted(note.words for note in here.workspace.notes.all())
        assert words == ["Of what is gone", "Saved in time", "Written before"]


@pytest.mark.parametrize("state", [1, [1], [{"kind": []}], [left("note", 1)], [left("x", 1, "y")]])
def test_what_no_window_wrote_is_passed_over(qtbot: QtBot, path: Path, state: object) -> None:
    with Workspace.open(path, NOOR) as made:
        made.remember(STATE, state)
    with at_the_desk(qtbot, path) as here:
        QTest.qWait(0)
        assert here.workspace.notes.all() == []
        assert not any("being written" in one for one in here.prompts.informed)
