"""A second pair of eyes goes over a passage by keys alone: note, translation, check."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.snapshot import PassageFilter
from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.ui.window import Window
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage, a_project
from tests.scripted import ScriptedPrompts

URDU = "فوج نے پل پر فائرنگ کی تردید کی۔"
REPORT = "Twelve people were hurt at the bridge. Nobody was killed, the spokesman said."
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Second:
    """A second analyst, who sits down at the project of another."""

    def __init__(self, window: Window, prompts: ScriptedPrompts, qtbot: QtBot) -> None:
        self.window, self.prompts, self._qtbot = window, prompts, qtbot
        self.pressed = 0

    @property
    def workspace(self) -> Workspace:
        desk = self.window.context.desk
        assert desk is not None
        return desk.workspace

    def keys(self) -> QWidget:
        """Return what has the keys."""
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        here = QApplication.focusWidget()
        assert here is not None
        return here

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.keys(), key, held)
        self.pressed += 1

    def type(self, words: str) -> None:
        """Type words; where the keyboard has no such letters they are put in as a paste is."""
        here = self.keys()
        if words.isascii():
            QTest.keyClicks(here, words)
        else:
            QGuiApplication.clipboard().setText(words)
            QTest.keyClick(here, Qt.Key.Key_V, CONTROL)

    def close_and_open(self) -> None:
        path = self.workspace.path
        self.window.close_project()
        self.window.open_project(path)


@pytest.fixture
def passages(tmp_path: Path) -> tuple[Path, int, int]:
    """Basit has tagged a passage in Urdu and one in English; ids as they are in the file."""
    with a_project(tmp_path, "opened", BASIT) as made:
        urdu = a_passage(made, a_document(made, URDU, title="پل"), URDU, "Denial")
        english = a_passage(made, a_document(made, REPORT, title="Report"), "Twelve people")
        return made.path, urdu, english


@pytest.fixture
def second(passages: tuple[Path, int, int], qtbot: QtBot) -> Iterator[Second]:
    path, urdu, _english = passages
    settings, prompts = Settings(), ScriptedPrompts()
    settings.set(ANALYST_NAME, "Mirela Novak")
    window = Window(settings, prompts)
    qtbot.addWidget(window)
    window.resize(1_440, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open_project(path)
    made = Second(window, prompts, qtbot)
    desk = window.context.desk
    assert desk is not None
    desk.panes.show_passage(urdu)
    desk.pages.give_keys_back()
    yield made
    window.close()
    assert prompts.unforeseen == []
    assert prompts.told == []


def test_a_second_pair_of_eyes_goes_over_a_passage(
    second: Second, passages: tuple[Path, int, int], qtbot: QtBot
) -> None:
    _path, urdu, english = passages
    workspace = second.workspace
    second.press(Qt.Key.Key_X)
    second.type("The army denied having fired at the bridge.")
    second.press(Qt.Key.Key_Tab)
    second.type("English")
    second.press(Qt.Key.Key_Tab)
    second.type("Mirela Novak")
    second.press(Qt.Key.Key_Escape)
    second.press(Qt.Key.Key_I)
    second.type("The army says that it did not shoot.")
    second.press(Qt.Key.Key_Return)
    second.press(Qt.Key.Key_N)
    second.type("See D2.1, and D7.7 which is gone.")
    second.press(Qt.Key.Key_Return, CONTROL)
    second.press(Qt.Key.Key_V)
    details = workspace.details.of(urdu)
    assert details.translation == "The army denied having fired at the bridge."
    assert (details.translation_language, details.translator) == ("en", "Mirela Novak")
    assert details.statement == "The army says that it did not shoot."
    assert details.checked_by_another
    assert workspace.passages.get(urdu).note == "See D2.1, and D7.7 which is gone."
    assert workspace.passages.ids(PassageFilter(nobody_checked=True)) == [english]
    assert second.pressed == 9

    second.press(Qt.Key.Key_C, CONTROL | SHIFT)
    cited = QGuiApplication.clipboard().text()
    assert URDU in cited
    assert "translation into English by Mirela Novak: “The army denied having fired" in cited

    second.press(Qt.Key.Key_F)
    assert workspace.passages.ids(PassageFilter(another_look=True)) == [urdu]
    second.press(Qt.Key.Key_F)
    assert workspace.passages.ids(PassageFilter(another_look=True)) == []

    second.press(Qt.Key.Key_J, CONTROL)
    session = second.window.session
    assert session is not None
    journal = session.view.journal
    qtbot.waitUntil(journal.new.field.hasFocus)
    second.type("Ask the army about D1.1.")
    second.press(Qt.Key.Key_Return, CONTROL)
    assert [note.words for note in workspace.notes.all()] == ["Ask the army about D1.1."]
    second.type("Not finished yet")
    second.close_and_open()
    notes = [note.words for note in second.workspace.notes.all()]
    assert notes == ["Not finished yet", "Ask the army about D1.1."]
    assert second.workspace.details.of(urdu).translator == "Mirela Novak"


def test_what_is_being_typed_when_the_window_closes_is_in_the_file(
    second: Second, passages: tuple[Path, int, int]
) -> None:
    _path, urdu, _english = passages
    second.press(Qt.Key.Key_N)
    second.type("یہ نوٹ ابھی لکھا جا رہا ہے")
    second.close_and_open()
    assert second.workspace.passages.get(urdu).note == "یہ نوٹ ابھی لکھا جا رہا ہے"


def test_undo_takes_each_of_it_back(second: Second, passages: tuple[Path, int, int]) -> None:
    _path, urdu, _english = passages
    workspace = second.workspace
    second.press(Qt.Key.Key_N)
    second.type("One")
    second.press(Qt.Key.Key_Escape)
    second.press(Qt.Key.Key_V)
    second.press(Qt.Key.Key_Z, CONTROL)
    assert workspace.details.of(urdu).checked_by is None
    assert workspace.passages.get(urdu).note == "One"
    second.press(Qt.Key.Key_Z, CONTROL)
    assert workspace.passages.get(urdu).note == ""
