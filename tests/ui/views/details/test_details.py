"""The details: the chosen passage with its note, and the facts of its document."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.notes import NoteKind
from reviewer.domain.passages import Anchor
from reviewer.ui.bridge import Bridge
from reviewer.ui.parts import Writing
from reviewer.ui.theme.themes import DARK, LIGHT
from reviewer.ui.views.details.details import DetailsPanel
from reviewer.ui.views.details.linked_words import Link
from reviewer.ui.views.details.section import Section
from reviewer.ui.views.pieces.plain_words import PlainWords
from reviewer.workspace.operations.tags import TagChange
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, two_readings

TEXT = "First paragraph.\n\nTwelve people were hurt. Nobody was killed."
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bridge(workspace: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(workspace, qapp)
    yield made
    made.close()


@pytest.fixture
def panel(workspace: Workspace, bridge: Bridge, qtbot: QtBot) -> DetailsPanel:
    """Make the panel as the window connects it: what is written goes to the operation."""
    made = DetailsPanel(workspace, bridge, LIGHT)
    made.note_written.connect(workspace.passages.note)
    qtbot.addWidget(made)
    made.resize(300, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def document(workspace: Workspace) -> int:
    return a_document(workspace, TEXT, title="At the bridge", posted=two_readings("10/8/2015"))


def words(panel: DetailsPanel) -> str:
    said = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    said += [panel.card.number.text()] if panel.card.number.isVisible() else []
    said += [block.toPlainText() for block in panel.findChildren(PlainWords) if block.isVisible()]
    return "\n".join(said).translate(dict.fromkeys((0x2068, 0x2069)))


def write(panel: DetailsPanel, words: str) -> None:
    """Type into the note as somebody who pressed its key."""
    panel.edit(Writing.NOTE)
    QTest.keyClicks(note_field(panel), words)


def note_field(panel: DetailsPanel) -> QPlainTextEdit:
    return panel.card.note.field


def button(panel: DetailsPanel, name: str) -> QAbstractButton:
    named = (
        one
        for one in panel.findChildren(QAbstractButton)
        if one.accessibleName() == name and one.isVisible()
    )
    return next(named)


def show(panel: DetailsPanel, qtbot: QtBot, document: int, passage: int | None = None) -> None:
    panel.show_chosen(document, passage)
    qtbot.waitUntil(lambda: panel.card.passage == passage and "At the bridge" in words(panel))


def test_where_nothing_is_chosen_it_says_what_to_do(panel: DetailsPanel, qtbot: QtBot) -> None:
    panel.show_chosen(None, None)
    qtbot.waitUntil(lambda: "Open a document from the list" in words(panel))


def test_without_a_passage_it_says_how_to_choose_one(
    panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    show(panel, qtbot, document)
    assert "Put the caret on a passage to see it here; Enter takes up the one it is on." in words(
        panel
    )


def test_a_passage_is_shown_with_its_tag_words_place_and_analyst(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    show(panel, qtbot, document, a_passage(workspace, document, "Twelve people were hurt."))
    said = words(panel)
    for part in ("Allegation", "D1·1", "“Twelve people were hurt.”", "paragraph 2", "Noor"):
        assert part in said
    assert "Place not certain" not in said


def test_a_place_that_is_not_certain_is_said(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    with workspace.history.step("passages.note"):
        workspace._project.passages.set([passage], {"anchor": Anchor.NOT_CERTAIN}, "now")
    show(panel, qtbot, document, passage)
    assert "Place not certain" in words(panel)


def test_a_note_is_saved_with_control_enter_as_one_step(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    show(panel, qtbot, document, passage)
    before = len(workspace.history.ids())
    write(panel, "Compare with D2. ")
    QTest.keyClick(note_field(panel), Qt.Key.Key_Return, CONTROL)
    assert workspace.passages.get(passage).note == "Compare with D2."
    assert len(workspace.history.ids()) == before + 1
    QTest.keyClick(note_field(panel), Qt.Key.Key_Tab)
    assert len(workspace.history.ids()) == before + 1


def test_a_note_is_saved_when_the_field_is_left(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    show(panel, qtbot, document, passage)
    write(panel, "Left")
    QTest.keyClick(note_field(panel), Qt.Key.Key_Tab)
    assert workspace.passages.get(passage).note == "Left"


def test_a_note_is_saved_before_another_passage_is_shown(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    first = a_passage(workspace, document, "Twelve")
    second = a_passage(workspace, document, "Nobody")
    show(panel, qtbot, document, first)
    write(panel, "Of the first")
    show(panel, qtbot, document, second)
    assert workspace.passages.get(first).note == "Of the first"
    assert workspace.passages.get(second).note == ""
    assert note_field(panel).toPlainText() == ""


def test_a_note_still_being_written_survives_other_changes(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    show(panel, qtbot, document, passage)
    write(panel, "Half a sen")
    workspace.passages.retag([passage], 2)
    qtbot.waitUntil(lambda: "Denial" in words(panel))
    assert note_field(panel).toPlainText() == "Half a sen"
    panel.flush()
    assert workspace.passages.get(passage).note == "Half a sen"


def test_undo_of_a_note_is_seen(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve", note="First")
    show(panel, qtbot, document, passage)
    workspace.passages.note(passage, "Second")
    qtbot.waitUntil(lambda: note_field(panel).toPlainText() == "Second")
    workspace.history.undo()
    qtbot.waitUntil(lambda: note_field(panel).toPlainText() == "First")


def test_a_note_that_could_not_be_saved_is_told_again_later(
    workspace: Workspace, bridge: Bridge, document: int, qtbot: QtBot
) -> None:
    panel = DetailsPanel(workspace, bridge, LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    passage = a_passage(workspace, document, "Twelve")
    show(panel, qtbot, document, passage)
    note_field(panel).setPlainText("Not saved")
    for _ in range(2):
        with qtbot.waitSignal(panel.note_written) as written:
            panel.flush()
        assert written.args == [passage, "Not saved"]


def test_a_passage_taken_away_is_shown_no_more(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    show(panel, qtbot, document, passage)
    workspace.passages.remove([passage])
    qtbot.waitUntil(lambda: panel.card.passage is None)
    assert "“Twelve”" not in words(panel)


def test_a_very_long_passage_is_shown_in_part_and_counted(
    workspace: Workspace, panel: DetailsPanel, qtbot: QtBot
) -> None:
    text = "word " * 2_000
    document = a_document(workspace, text, title="At the bridge, at length")
    show(panel, qtbot, document, a_passage(workspace, document, text.strip()))
    assert "and 8,799 characters more" in words(panel)


def test_facts_follow_the_project(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    show(panel, qtbot, document)
    assert "Not read" in words(panel)
    workspace.documents.review([document], ReviewStatus.DONE)
    qtbot.waitUntil(lambda: "Done" in words(panel))
    workspace.documents.describe(document, "publisher", "The Courier")
    qtbot.waitUntil(lambda: "The Courier" in words(panel))


def test_an_ambiguous_date_can_be_settled_from_here(
    panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    show(panel, qtbot, document)
    with qtbot.waitSignal(panel.settle_wanted) as wanted:
        button(panel, "Settle the date: Published").click()
    assert wanted.args == [document, "posted"]


def test_what_can_be_corrected_asks_for_it(
    panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    show(panel, qtbot, document)
    for name in ("Correct: Title", "Correct: Source", "Correct: Published"):
        with qtbot.waitSignal(panel.describe_wanted) as wanted:
            button(panel, name).click()
        assert wanted.args == [document]


def test_a_fingerprint_is_copied_whole(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    show(panel, qtbot, document)
    button(panel, "Copy the whole of it: Fingerprint (text)").click()
    facts = workspace.documents.facts(document)
    assert facts is not None
    assert QGuiApplication.clipboard().text() == facts.sha256


def test_a_title_that_looks_like_markup_is_shown_as_it_is(
    workspace: Workspace, panel: DetailsPanel, qtbot: QtBot
) -> None:
    document = a_document(workspace, title="<b>At the bridge</b>", publisher="<i>x</i>")
    show(panel, qtbot, document)
    assert "<b>At the bridge</b>" in words(panel)
    assert "<i>x</i>" in words(panel)


def test_a_word_without_an_end_does_not_push_the_buttons_out(
    workspace: Workspace, panel: DetailsPanel, qtbot: QtBot
) -> None:
    document = a_document(workspace, title="At the bridge", publisher="x" * 400)
    show(panel, qtbot, document, a_passage(workspace, document, "Twelve"))
    for one in panel.facts.findChildren(QToolButton):
        right = one.mapTo(panel, one.rect().topRight()).x()
        assert right < panel.width()


def test_a_removed_document_leaves_the_place_empty(
    panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    show(panel, qtbot, document)
    panel.show_chosen(999, None)
    qtbot.waitUntil(lambda: "Open a document from the list" in words(panel))


def test_everything_that_takes_the_keys_has_a_name(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    show(panel, qtbot, document, a_passage(workspace, document, "Twelve"))
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            text = widget.text() if isinstance(widget, QPushButton) else ""
            assert widget.accessibleName() or text, widget


def test_in_a_project_that_can_only_be_read_nothing_can_be_changed(
    workspace: Workspace, document: int, qtbot: QtBot
) -> None:
    a_passage(workspace, document, "Twelve", note="Mine")
    path = workspace.path
    with Workspace.open(path, only_read=True) as reading:
        bridge = Bridge(reading)
        panel = DetailsPanel(reading, bridge, DARK)
        qtbot.addWidget(panel)
        panel.show()
        show(panel, qtbot, document, reading.passages.on(document)[0].id)
        assert note_field(panel).isReadOnly()
        names = [one.accessibleName() for one in panel.findChildren(QAbstractButton)]
        assert not [name for name in names if name.startswith(("Correct", "Settle"))]
        bridge.close()


def test_what_is_empty_is_folded_to_a_line_that_says_its_key(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    panel.show_keys({"passage.note": "N", "passage.statement": "I", "passage.translation": "X"})
    show(panel, qtbot, document, a_passage(workspace, document, "Twelve"))
    folds = [one.text() for one in panel.findChildren(QPushButton) if one.isVisible()]
    for line in ("Add a note (N)", "Say it in plain words (I)", "Add a translation (X)"):
        assert line in folds
    assert not note_field(panel).isVisible()
    panel.card.note.fold.click()
    assert note_field(panel).hasFocus()


def test_what_could_not_be_saved_is_there_again_with_its_passage(
    workspace: Workspace, bridge: Bridge, document: int, qtbot: QtBot
) -> None:
    panel = DetailsPanel(workspace, bridge, LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    first = a_passage(workspace, document, "Twelve")
    second = a_passage(workspace, document, "Nobody")
    show(panel, qtbot, document, first)
    note_field(panel).setPlainText("Not saved")
    show(panel, qtbot, document, second)
    assert note_field(panel).toPlainText() == ""
    show(panel, qtbot, document, first)
    assert note_field(panel).toPlainText() == "Not saved"
    assert note_field(panel).isVisible()
    assert "Not saved yet." in words(panel)
    panel.note_written.connect(workspace.passages.note)
    panel.flush()
    assert workspace.passages.get(first).note == "Not saved"
    assert "Not saved yet." not in words(panel)


def test_numbers_of_passages_are_links_and_lost_ones_are_told(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    other = a_passage(workspace, document, "Nobody", note="See d1.1 and D4·9.")
    show(panel, qtbot, document, other)
    view = panel.card.note.view
    assert [link.id for link in view.links()] == [passage]
    assert "D4·9: no such passage" in words(panel)
    with qtbot.waitSignal(panel.followed) as followed:
        view.followed.emit(view.links()[0])
    assert followed.args == [Link(NoteKind.PASSAGE, passage)]
    workspace.passages.remove([passage])
    qtbot.waitUntil(lambda: "d1.1, D4·9: no such passage" in words(panel))


def test_a_number_is_followed_while_one_writes_with_control(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    show(panel, qtbot, document, a_passage(workspace, document, "Nobody"))
    panel.edit(Writing.NOTE)
    note_field(panel).insertPlainText("😀 D1·1")
    cursor = note_field(panel).textCursor()
    cursor.setPosition(5)
    note_field(panel).setTextCursor(cursor)
    place = note_field(panel).cursorRect().center()
    with qtbot.waitSignal(panel.followed) as followed:
        QTest.mouseClick(
            note_field(panel).viewport(), Qt.MouseButton.LeftButton, CONTROL, pos=place
        )
    assert followed.args == [Link(NoteKind.PASSAGE, passage)]


def test_the_passage_says_which_notes_speak_of_it(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    show(panel, qtbot, document, passage)
    assert not panel.card.spoken_of.isVisible()
    workspace.notes.on_document(document, "D1·1 is the one.")
    workspace.notes.add("Ask about D1·1.")
    spoken = panel.card.spoken_of
    qtbot.waitUntil(spoken.isVisible)
    qtbot.waitUntil(lambda: len(spoken.links()) == 2)
    assert spoken.words().startswith("Spoken of in:")


def test_checks_are_asked_for_and_shown(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    workspace.details.set_translation(passage, "Douze", "fr", "Basit")
    show(panel, qtbot, document, passage)
    with qtbot.waitSignal(panel.check_wanted) as wanted:
        button(panel, "Say that you have checked this passage").click()
    assert wanted.args == [passage, True]
    with qtbot.waitSignal(panel.translation_check_wanted) as wanted:
        button(panel, "Say that you have checked this translation").click()
    assert wanted.args == [passage, True]
    workspace.details.check([passage])
    workspace.details.check_translation(passage)
    qtbot.waitUntil(lambda: words(panel).count("Checked by Noor, ") == 2)
    with qtbot.waitSignal(panel.check_wanted) as wanted:
        button(panel, "Take the check off this passage").click()
    assert wanted.args == [passage, False]
    assert "into French by Basit" in words(panel)


def test_it_says_why_a_passage_wants_another_look_until_it_had_it(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    show(panel, qtbot, document, passage)
    assert not panel.card.again.isVisible()
    workspace.tags.change(workspace.passages.get(passage).tag, TagChange(definition="Anew."))
    qtbot.waitUntil(lambda: "The meaning of the tag was changed since." in words(panel))
    with qtbot.waitSignal(panel.looked_again) as wanted:
        panel.card.again.button.click()
    assert wanted.args == [passage]


def test_a_translation_is_shown_on_the_side_where_its_letters_begin(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    workspace.details.set_translation(passage, "UNICEF نے کہا کہ بارہ افراد زخمی ہوئے۔", "Urdu")
    show(panel, qtbot, document, passage)
    field = panel.card.translation
    right = Qt.LayoutDirection.RightToLeft
    assert field.view.document().begin().textDirection() == right
    field.edit()
    assert field.field.document().defaultTextOption().textDirection() == right
    assert field.language.text() == "Urdu"


def test_a_document_has_its_note_below_its_facts(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    panel.document_note_written.connect(workspace.notes.on_document)
    show(panel, qtbot, document)
    panel.edit(Writing.DOCUMENT_NOTE)
    QTest.keyClicks(panel.note.field, "From the union.")
    QTest.keyClick(panel.note.field, Qt.Key.Key_Return, CONTROL)
    assert workspace.documents.get(document).note == "From the union."
    assert not any(label.text() == "From the union." for label in panel.facts.findChildren(QLabel))
    other = a_document(workspace, "Other words.", title="At the bridge again")
    panel.show_chosen(other, None)
    qtbot.waitUntil(lambda: panel.note.owner == other)
    assert panel.note.field.toPlainText() == ""


class Told(Section):
    """A section that keeps what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[int | None] = []

    @override
    def show_passage(self, passage: int | None) -> None:
        self.passages.append(passage)


def test_a_section_is_told_the_passage_shown_and_stands_below_its_card(
    workspace: Workspace, panel: DetailsPanel, document: int, qtbot: QtBot
) -> None:
    section = Told()
    panel.add_section(section)
    assert section.passages == [None]
    passage = a_passage(workspace, document, "Twelve")
    show(panel, qtbot, document, passage)
    qtbot.waitUntil(lambda: section.passages[-1] == passage)
    under = section.mapTo(panel, section.rect().topLeft()).y()
    assert panel.card.mapTo(panel, panel.card.rect().bottomLeft()).y() <= under
    workspace.passages.remove([passage])
    qtbot.waitUntil(lambda: section.passages[-1] is None)
