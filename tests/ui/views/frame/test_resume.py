"""An import that a crash cut short is told when the project is opened again, until that is seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import ReviewStatus
from reviewer.ui.models.history import what
from tests.builders import a_document, cut_an_import_short
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

SAID = "An import was cut short: 4 documents are in; the rest is not."


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    path = a_file(tmp_path)
    cut_an_import_short(path)
    with at_the_desk(qtbot, path) as one:
        yield one


def again(here: AtTheDesk) -> QPushButton:
    (button,) = (
        one for one in here.view.resume.findChildren(QPushButton) if one.text() == "Import again…"
    )
    return button


def test_it_is_said_until_it_was_dismissed(here: AtTheDesk) -> None:
    assert here.view.resume.words() == SAID
    here.open_again()
    assert here.view.resume.words() == SAID
    QTest.keyClick(here.view.resume, Qt.Key.Key_Escape)
    assert here.view.resume.words() == ""
    here.open_again()
    assert here.view.resume.words() == ""


def test_work_that_goes_on_leaves_it_in_sight(here: AtTheDesk) -> None:
    here.workspace.documents.review(here.workspace.documents.ids()[:1], ReviewStatus.DONE)
    assert here.view.resume.words() == SAID
    assert again(here).isVisible()


def test_it_is_over_with_a_later_import(here: AtTheDesk) -> None:
    a_document(here.workspace, "The rest.")
    assert here.view.resume.words() == ""
    here.open_again()
    assert here.view.resume.words() == ""


def test_enter_imports_again(here: AtTheDesk) -> None:
    asked: list[int] = []
    here.view.resume.import_wanted.disconnect()
    here.view.resume.import_wanted.connect(lambda: asked.append(1))
    QTest.keyClick(again(here), Qt.Key.Key_Return)
    assert asked == [1]
    here.open_again()
    assert here.view.resume.words() == ""


def test_the_history_calls_it_not_finished(here: AtTheDesk) -> None:
    history = here.workspace.history
    assert what(history.listed(history.ids()[:1])[0]) == "Import 4 documents (not finished)"
