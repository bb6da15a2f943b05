"""A project open in the window: what is told at its opening, and how it is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import ReadOnly
from reviewer.environment import places
from reviewer.environment.settings import Settings
from reviewer.ui.views.frame.notice import Notice
from reviewer.ui.views.frame.sides import NOTHING
from reviewer.ui.window import Window
from tests.builders import a_passage
from tests.scripted import ScriptedPrompts
from tests.ui.at_the_desk import WORDS, AtTheDesk, a_file, at_the_desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_file(tmp_path)


@pytest.fixture
def here(qtbot: QtBot, path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, path) as one:
        yield one


def test_a_project_that_nobody_else_can_open_meanwhile_says_so(
    qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"1 1 0:1 / {tmp_path.resolve()} rw - nfs4 server:/office rw\n")
    monkeypatch.setattr(places, "MOUNTS", mounts)
    with at_the_desk(qtbot, path) as here:
        qtbot.waitUntil(lambda: bool(here.prompts.informed))
        assert "nobody else can open it" in here.prompts.informed[0]
        assert here.prompts.told == []


def test_a_project_open_as_usual_says_nothing(here: AtTheDesk) -> None:
    assert here.prompts.informed == []
    assert here.prompts.told == []


def test_a_second_window_is_told_why_it_can_only_read(here: AtTheDesk, qtbot: QtBot) -> None:
    prompts = ScriptedPrompts()
    second = Window(Settings(), prompts)
    qtbot.addWidget(second)
    second.open_project(here.workspace.path)
    qtbot.waitUntil(lambda: bool(prompts.told))
    assert isinstance(prompts.told[0], ReadOnly)
    second.close()


def test_a_notice_goes_with_the_project_it_was_about(here: AtTheDesk) -> None:
    notice = Notice(here.window)
    notice.tell("Undone", action="Redo", run=here.view.back)
    notice.error("The tag could not be taken off.")
    here.window.close_project()
    assert notice.message() is None
    assert not notice.isVisible()


def test_what_was_typed_last_is_kept_when_the_project_is_left(
    here: AtTheDesk, qtbot: QtBot
) -> None:
    (document, *_rest) = here.workspace.documents.ids()
    passage = a_passage(here.workspace, document, "Twelve people")
    here.open_in_panes(document)
    here.desk.panes.show_passage(passage)
    field = here.view.details.card.note.field
    here.run("passage.note")
    qtbot.waitUntil(field.hasFocus)
    field.setPlainText("Compare with the list of the hospital.")
    here.open_again()
    assert here.workspace.passages.get(passage).note == "Compare with the list of the hospital."


def test_what_is_asked_in_the_details_is_done_by_the_commands(here: AtTheDesk) -> None:
    (document, *_rest) = here.workspace.documents.ids()
    here.open_in_panes(document)
    here.prompts.will("describe", None)
    here.view.details.describe_wanted.emit(document)
    assert here.prompts.asked == ["describe"]


def test_the_history_follows_the_passage_that_is_raised_and_takes_back(here: AtTheDesk) -> None:
    (document, *_rest) = here.workspace.documents.ids()
    passage = a_passage(here.workspace, document, "Twelve people")
    here.open_in_panes(document)
    here.run("history.show")
    here.desk.panes.show_passage(passage)
    newest = here.workspace.history.newest()
    here.view.history.take_back_wanted.emit(newest)
    assert here.workspace.passages.ids() == []
    here.view.history.close_wanted.emit()
    assert here.view.sides.wanted() == NOTHING


@pytest.mark.parametrize("signal", ["document_menu_wanted", "passage_menu_wanted"])
def test_a_menu_of_commands_comes_up_where_it_was_asked_for(
    here: AtTheDesk, qtbot: QtBot, signal: str
) -> None:
    getattr(here.view, signal).emit(QPoint(40, 40))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) > 5
    menu.close()


def test_an_import_under_way_is_asked_about_before_the_project_is_left(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(3):
        (tmp_path / f"notice-{number}.txt").write_text(f"Notice {number}. {WORDS}")
    here.window.import_paths(sorted(tmp_path.glob("notice-*.txt")))
    session = here.window.session
    assert session is not None
    assert len(session.imports()) == 1
    here.prompts.will("confirm", None, "Stop it")
    assert not session.may_leave()
    assert session.may_leave()
    qtbot.waitUntil(lambda: not session.imports())
    assert session.may_leave()
    assert here.prompts.asked == ["confirm", "confirm"]
