"""A codebook is looked at beside one's own before it is taken in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.domain.codebooks import Codebook, Entry
from reviewer.ui.dialogs.take_in_codebook import TakeInDialog
from reviewer.workspace.project import Workspace
from tests.ui.walking import nameless, stage

NAMED = frozenset({"name", "definition"})
ENTRIES = (
    Entry("Allegation", said=frozenset({"name"}), place=1),
    Entry("Denial", definition="An answer.", said=NAMED, place=2),
    Entry("Killed", definition="Lost their lives.", parent="Nowhere", place=3),
)
Show = Callable[[tuple[Entry, ...]], TakeInDialog]


@pytest.fixture
def show(workspace: Workspace, qtbot: QtBot) -> Show:
    def shown(entries: tuple[Entry, ...]) -> TakeInDialog:
        made = TakeInDialog(workspace.codebooks.preview(Codebook("theirs.csv", entries)))
        stage(qtbot, made)
        return made

    return shown


def said(dialog: TakeInDialog) -> str:
    labels = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    return "\n".join(labels).replace("\u2068", "").replace("\u2069", "")


def agree(dialog: TakeInDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() != "Cancel")


def test_it_tells_what_is_new_what_differs_and_what_is_wrong(show: Show) -> None:
    dialog = show(ENTRIES)
    assert "“theirs.csv” beside your codebook: 1 new, 1 differs, 1 the same." in said(dialog)
    assert "1 thing in the file cannot be taken over as it is:" in said(dialog)
    (complaints,) = dialog.findChildren(QPlainTextEdit)
    assert complaints.toPlainText().startswith("Tag 3: “\u2068Killed\u2069” stands under")


def test_without_complaints_there_is_no_place_for_them(show: Show) -> None:
    assert show(ENTRIES[:2]).findChildren(QPlainTextEdit) == []


def test_what_differs_is_shown_as_it_is_and_as_it_would_be(show: Show) -> None:
    dialog = show(ENTRIES)
    assert "Lost their lives." in said(dialog)
    dialog.table.selectRow(1)
    assert "Then: An answer." in said(dialog)
    assert "Now: Words that answer" in said(dialog)


def test_the_button_says_what_it_will_do(show: Show) -> None:
    dialog = show(ENTRIES)
    assert agree(dialog).text() == "Add 1 tag"
    (all_of_mine,) = dialog.findChildren(QCheckBox)
    all_of_mine.click()
    assert agree(dialog).text() == "Add 1 tag, change 1"
    assert dialog.places() == {2, 3}
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.table.model().index(0, 0))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert agree(dialog).text() == "Change 1"
    all_of_mine.click()
    assert not agree(dialog).isEnabled()


def test_a_codebook_that_is_ones_own_has_nothing_to_take(show: Show) -> None:
    dialog = show(ENTRIES[:1])
    assert not agree(dialog).isEnabled()
    assert dialog.places() == frozenset()
    assert show(()).places() == frozenset()


def test_every_control_is_named(show: Show) -> None:
    assert nameless(show(ENTRIES)) == []
