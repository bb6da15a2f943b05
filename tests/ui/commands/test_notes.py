"""Notes, plain words and translations, by their keys in a real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.desk import PageName
from reviewer.ui.views.details.details import DetailsPanel
from reviewer.ui.views.history.journal_entry import JournalEntry
from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=[1_440, 1_024])
def here(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    """Somebody at a wide window, and at one in which the details are a strip."""
    with at_the_desk(qtbot, a_file(tmp_path, 2), request.param, 700) as one:
        (document, _other) = one.workspace.documents.ids()
        one.open_in_panes(document)
        one.desk.panes.show_passage(a_passage(one.workspace, document, "Twelve people"))
        yield one


def passage(here: AtTheDesk) -> int:
    raised = here.desk.panes.chosen_passage()
    assert raised is not None
    return raised


def details(here: AtTheDesk) -> DetailsPanel:
    return here.view.details


def type_words(words: str) -> QWidget:
    """Type where the keys are."""
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, words)
    return field


def test_a_note_is_one_key_away_and_escape_goes_back(here: AtTheDesk, qtbot: QtBot) -> None:
    was_shown = details(here).isVisible()
    here.run("passage.note")
    qtbot.waitUntil(details(here).card.note.field.hasFocus)
    QTest.keyClick(type_words("Compare with D1·1"), Qt.Key.Key_Escape)
    assert here.workspace.passages.get(passage(here)).note == "Compare with D1·1"
    assert here.keys_are_in(here.view.panes.focused())
    qtbot.waitUntil(lambda: details(here).isVisible() is was_shown)


def test_plain_words_are_done_with_enter(here: AtTheDesk, qtbot: QtBot) -> None:
    here.run("passage.statement")
    qtbot.waitUntil(details(here).card.statement.field.hasFocus)
    QTest.keyClick(type_words("The union says so."), Qt.Key.Key_Return)
    assert here.workspace.details.of(passage(here)).statement == "The union says so."
    assert here.keys_are_in(here.view.panes.focused())


def test_a_translation_has_its_language_and_translator_and_is_one_change(
    here: AtTheDesk, qtbot: QtBot
) -> None:
    before = len(here.workspace.history.ids())
    here.run("passage.translation")
    qtbot.waitUntil(details(here).card.translation.field.hasFocus)
    QTest.keyClick(type_words("Douze personnes"), Qt.Key.Key_Tab)
    QTest.keyClick(type_words("french"), Qt.Key.Key_Tab)
    QTest.keyClick(type_words("Noor"), Qt.Key.Key_Return, CONTROL)
    found = here.workspace.details.of(passage(here))
    assert (found.translation, found.translation_language, found.translator) == (
        "Douze personnes",
        "fr",
        "Noor",
    )
    assert len(here.workspace.history.ids()) == before + 1


def test_the_next_translation_begins_with_the_language_of_the_last(
    here: AtTheDesk, qtbot: QtBot
) -> None:
    document = here.desk.panes.document()
    assert document is not None
    field = details(here).card.translation
    here.run("passage.translation")
    field.field.setPlainText("Douze")
    field.language.setText("French")
    QTest.keyClick(field.field, Qt.Key.Key_Escape)
    second = a_passage(here.workspace, document, "Nobody")
    here.desk.panes.show_passage(second)
    qtbot.waitUntil(lambda: field.owner == second)
    assert field.language.text() == "French"
    details(here).flush()
    assert here.workspace.details.of(second).translation_language == ""


def test_a_note_on_the_document_is_written_below_its_facts(here: AtTheDesk, qtbot: QtBot) -> None:
    here.run("document.note")
    qtbot.waitUntil(details(here).note.field.hasFocus)
    QTest.keyClick(type_words("From the union."), Qt.Key.Key_Escape)
    document = here.desk.panes.document()
    assert document is not None
    assert here.workspace.documents.get(document).note == "From the union."


def test_from_the_table_one_writes_where_the_words_stand(here: AtTheDesk, qtbot: QtBot) -> None:
    here.run("view.passages")
    here.view.passages.table.choose_first()
    here.run("passage.note")
    assert here.desk.pages.current() is PageName.READ
    qtbot.waitUntil(details(here).card.note.field.hasFocus)


def test_a_link_opens_the_passage_it_names(here: AtTheDesk, qtbot: QtBot) -> None:
    (document, other) = here.workspace.documents.ids()
    there = a_passage(here.workspace, other, "Nobody was killed")
    here.workspace.passages.note(passage(here), "Not so: D2·1.")
    view = details(here).card.note.view
    qtbot.waitUntil(lambda: len(view.links()) == 1)
    view.followed.emit(view.links()[0])
    assert here.desk.panes.document() == other
    assert here.desk.panes.chosen_passage() == there
    spoken = details(here).card.spoken_of
    qtbot.waitUntil(lambda: spoken.words().translate({0x2068: None, 0x2069: None}).endswith("D1·1"))
    spoken.followed.emit(spoken.links()[0])
    assert here.desk.panes.document() == document


def test_a_link_to_the_journal_opens_it_at_that_note(here: AtTheDesk, qtbot: QtBot) -> None:
    note = here.workspace.notes.add("Ask about D1·1.")
    spoken = details(here).card.spoken_of
    qtbot.waitUntil(lambda: len(spoken.links()) == 1)
    spoken.followed.emit(spoken.links()[0])
    journal = here.view.journal
    qtbot.waitUntil(journal.isVisible)
    qtbot.waitUntil(lambda: here.keys_are_in(journal))
    assert journal.findChildren(JournalEntry)[0].note == note
