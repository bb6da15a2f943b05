"""The project's notes: written on top, edited where they stand, found by their words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.ui.bridge import Bridge
from reviewer.ui.theme.themes import DARK, LIGHT
from reviewer.ui.views.details.linked_words import LinkedWords
from reviewer.ui.views.history.journal import PAGE, JournalPanel
from reviewer.ui.views.history.journal_entry import JournalEntry
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage
from tests.ui.walking import nameless

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bridge(workspace: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(workspace, qapp)
    yield made
    made.close()


@pytest.fixture
def panel(workspace: Workspace, bridge: Bridge, qtbot: QtBot) -> JournalPanel:
    """Make the panel as the window connects it."""
    made = JournalPanel(workspace, bridge, LIGHT)
    made.add_wanted.connect(workspace.notes.add)
    made.change_wanted.connect(workspace.notes.change)
    made.remove_wanted.connect(lambda note: workspace.notes.remove([note]))
    qtbot.addWidget(made)
    made.resize(360, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def entries(panel: JournalPanel) -> list[JournalEntry]:
    """Return the entries shown, from top to bottom."""
    found = [one for one in panel.findChildren(JournalEntry) if one.isVisible()]
    return sorted(found, key=lambda one: one.y())


def shown(panel: JournalPanel) -> list[str]:
    return [entry.words.view.words() for entry in entries(panel)]


def said(panel: JournalPanel) -> str:
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    lines = [line.words() for line in panel.findChildren(LinkedWords) if line.isVisible()]
    return "\n".join(labels + lines).translate(dict.fromkeys((0x2068, 0x2069)))


def test_an_empty_journal_says_what_it_is_for(panel: JournalPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "what the whole project is about" in said(panel))


def test_a_new_note_is_saved_with_control_enter_and_stands_on_top(
    workspace: Workspace, panel: JournalPanel, qtbot: QtBot
) -> None:
    workspace.notes.add("The first.")
    workspace.sign_in(BASIT)
    panel.focus_new()
    QTest.keyClicks(panel.new.field, "The second.")
    QTest.keyClick(panel.new.field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: shown(panel) == ["The second.", "The first."])
    assert panel.new.field.toPlainText() == ""
    for part in ("Today", "2 notes", "Basit", "Noor"):
        assert part in said(panel)


def test_a_new_note_that_could_not_be_saved_stays_where_it_was_written(
    workspace: Workspace, bridge: Bridge, qtbot: QtBot
) -> None:
    panel = JournalPanel(workspace, bridge, LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    panel.new.field.setPlainText("Not saved")
    with qtbot.waitSignal(panel.add_wanted):
        panel.new.button.click()
    assert panel.new.field.toPlainText() == "Not saved"


def test_what_is_still_being_written_is_saved_at_the_end(
    workspace: Workspace, panel: JournalPanel, qtbot: QtBot
) -> None:
    note = workspace.notes.add("The first.")
    qtbot.waitUntil(lambda: len(entries(panel)) == 1)
    (entry,) = entries(panel)
    entry.words.edit()
    QTest.keyClicks(entry.words.field, " And more.")
    panel.new.field.setPlainText("The second.")
    panel.flush()
    assert [one.words for one in workspace.notes.all()] == ["The second.", "The first. And more."]
    assert workspace.notes.get(note).words == "The first. And more."


def test_an_entry_is_edited_where_it_stands_and_says_that_it_was_changed(
    workspace: Workspace, panel: JournalPanel, qtbot: QtBot
) -> None:
    workspace.notes.add("The first.")
    qtbot.waitUntil(lambda: len(entries(panel)) == 1)
    (entry,) = entries(panel)
    QTest.mouseClick(entry.words.view.viewport(), LEFT)
    qtbot.waitUntil(entry.words.field.hasFocus)
    QTest.keyClicks(entry.words.field, "So: ")
    panel.field.setFocus()
    qtbot.waitUntil(entry.words.view.isVisible)
    assert "The first." in workspace.notes.all()[0].words
    assert "So:" in workspace.notes.all()[0].words
    qtbot.waitUntil(lambda: "changed" in said(panel))


def test_an_entry_is_taken_out_and_undo_brings_it_back(
    workspace: Workspace, panel: JournalPanel, qtbot: QtBot
) -> None:
    for words in ("One", "Two", "Three"):
        workspace.notes.add(words)
    qtbot.waitUntil(lambda: len(entries(panel)) == 3)
    remove = next(
        one
        for one in entries(panel)[0].findChildren(QAbstractButton)
        if one.accessibleName() == "Take this note out of the journal"
    )
    remove.click()
    qtbot.waitUntil(lambda: shown(panel) == ["Two", "One"])
    view = entries(panel)[0].words.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(panel) == ["One"])
    workspace.history.undo()
    workspace.history.undo()
    qtbot.waitUntil(lambda: shown(panel) == ["Three", "Two", "One"])


def test_an_entry_whose_words_are_all_taken_away_is_taken_out(
    workspace: Workspace, panel: JournalPanel, qtbot: QtBot
) -> None:
    workspace.notes.add("One")
    qtbot.waitUntil(lambda: len(entries(panel)) == 1)
    (entry,) = entries(panel)
    entry.words.edit()
    entry.words.field.setPlainText("  ")
    panel.field.setFocus()
    qtbot.waitUntil(lambda: workspace.notes.all() == [])
    qtbot.waitUntil(lambda: entries(panel) == [])


def test_the_filter_looks_through_every_note_there_is(
    workspace: Workspace, panel: JournalPanel, qtbot: QtBot
) -> None:
    document = a_document(workspace)
    passage = a_passage(workspace, document, "Twelve", note="Ask the hospital.")
    workspace.notes.on_document(document, "From the hospital.")
    workspace.notes.add("Write to the hospital.")
    workspace.notes.add("Nothing else.")
    panel.field.setText("hospital")
    qtbot.waitUntil(lambda: shown(panel) == ["Write to the hospital."])
    assert "2 notes on passages and documents" in said(panel)
    lines = [
        one
        for one in panel.findChildren(LinkedWords)
        if one.isVisible() and one.words().startswith("D1")
    ]
    (of_document,) = (one for one in lines if one.words().startswith("D1 "))
    (of_passage,) = (one for one in lines if one.words().startswith("D1·1"))
    with qtbot.waitSignal(panel.document_wanted) as wanted:
        of_document.followed.emit(of_document.links()[0])
    assert wanted.args == [document]
    with qtbot.waitSignal(panel.passage_wanted) as wanted:
        of_passage.followed.emit(of_passage.links()[0])
    assert wanted.args == [passage]
    panel.field.setText("no such words")
    qtbot.waitUntil(lambda: "No note holds these words." in said(panel))


def test_a_passage_number_is_a_link_as_long_as_there_is_that_passage(
    workspace: Workspace, panel: JournalPanel, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve")
    workspace.notes.add("See d1.1 and D7·3.")
    qtbot.waitUntil(lambda: len(entries(panel)) == 1)
    view = entries(panel)[0].words.view
    assert [link.id for link in view.links()] == [passage]
    assert "D7·3: no such passage" in said(panel)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    with qtbot.waitSignal(panel.passage_wanted) as wanted:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == [passage]
    workspace.passages.remove([passage])
    qtbot.waitUntil(lambda: "d1.1, D7·3: no such passage" in said(panel))


def test_older_notes_come_when_they_are_asked_for(
    workspace: Workspace, panel: JournalPanel, qtbot: QtBot
) -> None:
    first = workspace.notes.add("The very first.")
    for number in range(PAGE + 2):
        workspace.notes.add(f"Note {number}")
    qtbot.waitUntil(lambda: len(entries(panel)) == PAGE)
    (older,) = (one for one in panel.findChildren(QPushButton) if one.text() == "Show older notes")
    older.click()
    assert len(entries(panel)) == PAGE + 3
    assert not older.isVisible()
    panel.field.setText("nothing like it")
    panel.show_note(first)
    assert next(one for one in entries(panel) if one.note == first).words.view.hasFocus()


def test_escape_closes_the_journal_and_loses_nothing(panel: JournalPanel, qtbot: QtBot) -> None:
    panel.focus_new()
    QTest.keyClicks(panel.new.field, "Half a sen")
    with qtbot.waitSignal(panel.close_wanted):
        QTest.keyClick(panel.new.field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.close_wanted):
        QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.new.field.toPlainText() == "Half a sen"


def test_everything_that_takes_the_keys_has_a_name(
    workspace: Workspace, panel: JournalPanel, qtbot: QtBot
) -> None:
    workspace.notes.add("One")
    panel.new.field.setPlainText("Two")
    qtbot.waitUntil(lambda: len(entries(panel)) == 1)
    assert nameless(panel) == []


def test_in_a_project_that_can_only_be_read_nothing_can_be_written(
    workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.notes.add("One")
    with Workspace.open(workspace.path, only_read=True) as reading:
        bridge = Bridge(reading)
        panel = JournalPanel(reading, bridge, DARK)
        qtbot.addWidget(panel)
        panel.show()
        qtbot.waitUntil(lambda: shown(panel) == ["One"])
        assert not panel.new.isVisible()
        (entry,) = entries(panel)
        QTest.mouseClick(entry.words.view.viewport(), LEFT)
        assert entry.words.view.isVisible()
        names = [one.accessibleName() for one in panel.findChildren(QAbstractButton)]
        assert not [name for name in names if name.startswith("Take this")]
        bridge.close()
