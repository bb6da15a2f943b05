"""What the program is, and where things lie, can be read and copied."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from reviewer import __version__
from reviewer.environment.logs import log_path
from reviewer.ui.dialogs.about import About
from reviewer.ui.dialogs.new_project import NOT_ENCRYPTED
from tests.ui.walking import nameless, stage

PROJECT = Path("/home/x/زرویل پل.review")


def shown(qtbot: QtBot, project: Path | None = PROJECT) -> About:
    dialog = About("3.99.1", project)
    stage(qtbot, dialog)
    return dialog


def said(dialog: About) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_says_the_versions_the_log_and_the_project(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    for words in (
        __version__,
        "Qt 6.",
        "Python 3.",
        "SQLite 3.99.1",
        str(log_path()),
        NOT_ENCRYPTED,
    ):
        assert words in said(dialog)
    assert str(PROJECT) in dialog.text()


def test_without_a_project_it_says_nothing_of_one(qtbot: QtBot) -> None:
    dialog = shown(qtbot, None)
    assert NOT_ENCRYPTED not in said(dialog)
    assert "project" not in dialog.text()


def test_each_place_and_the_whole_can_be_copied(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    copied = []
    for button in dialog.findChildren(QToolButton):
        if button.isVisible():
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            copied.append(QGuiApplication.clipboard().text())
    assert copied == [str(log_path()), str(PROJECT)]
    everything = next(one for one in dialog.findChildren(QPushButton) if "all" in one.text())
    qtbot.mouseClick(everything, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.text()


def test_the_licence_of_every_part_can_be_read(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    (tabs,) = dialog.findChildren(QTabWidget)
    tabs.setCurrentIndex(1)
    (choice,), (text,) = dialog.findChildren(QComboBox), dialog.findChildren(QPlainTextEdit)
    read = set()
    for number in range(choice.count()):
        choice.setCurrentIndex(number)
        assert "icense" in text.toPlainText() or "LICENSE" in text.toPlainText()
        read.add(text.toPlainText())
    assert len(read) == choice.count() == 5
    assert nameless(dialog) == []


def test_nothing_in_it_opens_an_address(qtbot: QtBot) -> None:
    for label in shown(qtbot).findChildren(QLabel):
        assert not label.openExternalLinks()
        assert "href" not in label.text()


def test_every_control_says_what_it_is(qtbot: QtBot) -> None:
    assert nameless(shown(qtbot)) == []
