"""A codebook is made, put in order, changed and shared: on a real window, by keys, real dialogs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.ui.dialogs.left_out import LeftOut
from reviewer.ui.dialogs.merge_tags import MergeDialog
from reviewer.ui.dialogs.split_tag import SplitDialog
from reviewer.ui.dialogs.starters import StartersDialog
from reviewer.ui.dialogs.tag import TagDialog
from reviewer.ui.dialogs.take_in_codebook import TakeInDialog
from reviewer.ui.views.codebook.codebook import CodebookPanel
from reviewer.ui.window import Window
from reviewer.workspace.project import Workspace
from tests.ui.answering import meanwhile
from tests.ui.at_the_desk import a_file

KEY = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


class Person:
    """Sits at the window and has no mouse."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def workspace(self) -> Workspace:
        assert self.window.context.desk is not None
        return self.window.context.desk.workspace

    @property
    def panel(self) -> CodebookPanel:
        assert self.window.session is not None
        return self.window.session.view.codebook

    def here(self) -> QWidget:
        found = self.window.focusWidget()
        assert found is not None
        return found

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.here(), key, held)

    def press_anywhere(self, key: Qt.Key) -> None:
        """Press Ctrl and a key that works everywhere in the window."""
        # A dialog that closes gives the keys back on a desktop; offscreen nobody does.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        self.press(key, held=CONTROL)

    def undo(self) -> None:
        """Take the last change back by its keys, once the window knows of it."""
        undo = self.window.commands.action("history.undo")
        self.qtbot.waitUntil(undo.isEnabled)
        with self.qtbot.waitSignal(undo.triggered):
            self.press_anywhere(KEY.Key_Z)

    def run(self, command: str) -> None:
        """Run a command that has no keys of its own, as the menu does."""
        self.window.commands.refresh()
        self.window.commands.action(command).trigger()

    def find(self, letters: str) -> None:
        """Look for a tag in the tree, and go to it."""
        QTest.keyClicks(self.here(), letters)
        self.press(KEY.Key_Return)

    def show_all(self) -> None:
        """Take the filter off, from the field, and go back to the tree."""
        self.panel.field.setFocus()
        self.press(KEY.Key_Escape, KEY.Key_Down)

    def order(self) -> list[str]:
        return ["." * one.depth + one.tag.name for one in self.workspace.tags.tree()]


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    settings = Settings()
    settings.set(ANALYST_NAME, "Mirela Novak")
    window = Window(settings)
    qtbot.addWidget(window)
    window.resize(1_440, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open_project(a_file(tmp_path))
    QTest.qWait(0)
    yield Person(window, qtbot)
    window.close()


def describe(name: str, definition: str = "", key: Qt.Key | None = None) -> None:
    """Fill in the dialog of a tag by keys, and agree."""

    def write(dialog: TagDialog) -> None:
        QTest.keyClick(dialog.name, KEY.Key_A, CONTROL)
        QTest.keyClicks(dialog.name, name)
        if definition:
            QTest.keyClick(dialog.definition, KEY.Key_A, CONTROL)
            QTest.keyClicks(dialog.definition, definition)
        if key is not None:
            QTest.keyClick(dialog.key, key)
        QTest.keyClick(dialog.name, KEY.Key_Return)

    meanwhile(TagDialog, write)


def test_a_codebook_grows_is_ordered_and_changed_by_keys_alone(person: Person) -> None:
    person.press_anywhere(KEY.Key_B)
    person.press(KEY.Key_Down, KEY.Key_Down)
    describe("Killed", "Lost their lives.", KEY.Key_Z)
    person.press(KEY.Key_Insert, held=SHIFT)
    describe("Injured")
    person.press(KEY.Key_Insert)
    person.press(KEY.Key_Up, held=ALT)
    assert person.order()[2:] == ["Casualty figure", ".Injured", ".Killed"]
    person.press(KEY.Key_Left, held=ALT)
    assert person.order()[2:] == ["Casualty figure", ".Killed", "Injured"]
    person.undo()
    assert person.order()[2:] == ["Casualty figure", ".Injured", ".Killed"]

    # Back in the document the new key tags; what the tag means is then said anew.
    person.press_anywhere(KEY.Key_B)
    person.press(KEY.Key_Z)
    (passage,) = person.workspace.passages.ids()
    person.press_anywhere(KEY.Key_B)
    person.find("kil")
    describe("Killed", "Lost their lives, at once or later.")
    person.press(KEY.Key_F2)
    killed = person.workspace.passages.get(passage).tag
    assert person.workspace.definitions.to_look_at_again() == {killed: 1}
    person.qtbot.waitUntil(lambda: person.panel.card._fold.text() == "1 earlier wording")

    # It goes only after it was said what goes with it; Enter alone declines.
    meanwhile(QMessageBox, lambda box: QTest.keyClick(box, KEY.Key_Return))
    person.press(KEY.Key_Delete)
    assert ".Killed" in person.order()
    meanwhile(QMessageBox, lambda box: box.buttons()[0].click())
    person.press(KEY.Key_Delete)
    assert ".Killed" not in person.order()
    person.undo()
    assert person.workspace.passages.ids() == [passage]


def test_passages_are_split_off_and_joined_again(person: Person) -> None:
    person.press(KEY.Key_D)
    person.press(KEY.Key_J)
    person.press(KEY.Key_D)
    person.press_anywhere(KEY.Key_B)
    person.press(KEY.Key_Down)

    def split(dialog: SplitDialog) -> None:
        QTest.keyClicks(dialog.name, "Answer")
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, KEY.Key_Space)
        QTest.keyClick(dialog.name, KEY.Key_Return)

    meanwhile(SplitDialog, split)
    person.run("tag.split")
    assert person.order() == ["Allegation", "Denial", "Answer", "Casualty figure"]
    counts = person.workspace.tags.counts()
    assert sorted(counts.values()) == [1, 1]

    def merge(dialog: MergeDialog) -> None:
        QTest.keyClicks(dialog.target, "Den")
        QTest.keyClick(dialog.target, KEY.Key_Return)

    meanwhile(MergeDialog, merge)
    person.run("tag.merge")
    assert person.order() == ["Allegation", "Denial", "Casualty figure"]
    assert list(person.workspace.tags.counts().values()) == [2]


def test_a_starter_is_added_sent_out_changed_and_taken_in_again(
    person: Person, tmp_path: Path
) -> None:
    told: list[str] = []

    def read_what_was_left_out(dialog: LeftOut) -> None:
        told.append(dialog.accessibleDescription())
        QTest.keyClick(dialog, KEY.Key_Escape)

    def add(dialog: StartersDialog) -> None:
        meanwhile(LeftOut, read_what_was_left_out)
        QTest.keyClick(dialog, KEY.Key_Return)

    meanwhile(StartersDialog, add)
    person.run("codebook.starter")
    assert told
    assert len(person.order()) == 22
    whole = person.workspace.tags.all()

    def save(dialog: QFileDialog) -> None:
        dialog.selectFile(str(tmp_path / "shared.csv"))
        dialog.accept()

    meanwhile(QFileDialog, save)
    person.run("codebook.send_out")
    person.undo()
    assert len(person.order()) == 3

    def choose(dialog: QFileDialog) -> None:
        dialog.selectFile(str(tmp_path / "shared.csv"))
        meanwhile(TakeInDialog, lambda shown: QTest.keyClick(shown, KEY.Key_Return))
        dialog.accept()

    meanwhile(QFileDialog, choose)
    person.run("codebook.take_in")
    now = person.workspace.tags.all()
    assert [(one.name, one.uid, one.definition) for one in now] == [
        (one.name, one.uid, one.definition) for one in whole
    ]


def test_forty_nested_tags_are_found_by_a_few_letters(person: Person) -> None:
    for key in ("casualty_recorder", "fact_checker"):
        person.workspace.codebooks.add_starter(key)
    person.press_anywhere(KEY.Key_B)
    person.find("disap")
    chosen = person.panel.chosen()
    assert chosen is not None
    assert person.workspace.tags.get(chosen).name == "Disappeared"
    person.show_all()
    assert person.panel.chosen() == chosen
    assert person.panel.tree.hasFocus()
