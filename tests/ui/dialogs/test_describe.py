"""Describing a document: only what was changed comes back, and dates are read while one types."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.domain.actors import Named
from reviewer.domain.documents import DESCRIBED_FIELDS, Document
from reviewer.ui.dialogs.describe import LABELS, DescribeDialog
from reviewer.ui.views.overview.actor_field import ActorField
from reviewer.workspace.project import Workspace
from tests.builders import a_document, read_as, two_readings

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def document(workspace: Workspace) -> Document:
    made = a_document(
        workspace,
        title="At the bridge",
        publisher="The Courier",
        posted=two_readings("10/8/2015"),
        captured=read_as("2/24/2021", "2021-02-24"),
    )
    return workspace.documents.get(made)


def asked(qtbot: QtBot, documents: Sequence[Document]) -> DescribeDialog:
    dialog = DescribeDialog(documents)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def save_button(dialog: QDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.isDefault())


def test_nothing_changed_is_an_empty_answer(document: Document, qtbot: QtBot) -> None:
    answer = asked(qtbot, [document]).correction()
    assert (dict(answer.fields), dict(answer.dates)) == ({}, {})


def test_only_changed_fields_come_back_trimmed(document: Document, qtbot: QtBot) -> None:
    dialog = asked(qtbot, [document])
    dialog.field("author").setText("  N. Ost ")
    dialog.field("publisher").setText("")
    dialog.note_field().setPlainText("two\nlines")
    dialog.date_field("posted").line.setText("2015-10-08")
    answer = dialog.correction()
    assert dict(answer.fields) == {"author": "N. Ost", "publisher": "", "note": "two\nlines"}
    assert dict(answer.dates) == {"posted": "2015-10-08"}


def test_the_answer_is_what_the_operation_takes(
    workspace: Workspace, document: Document, qtbot: QtBot
) -> None:
    dialog = asked(qtbot, [document])
    dialog.field("title").setText("On the bridge")
    dialog.date_field("posted").line.setText("2015-10-08~")
    answer = dialog.correction()
    workspace.documents.correct([document.id], answer.fields, answer.dates)
    changed = workspace.documents.get(document.id)
    assert (changed.title, changed.posted.edtf) == ("On the bridge", "2015-10-08~")
    workspace.history.undo()
    assert workspace.documents.get(document.id) == document


def test_a_date_says_what_it_reads_as(document: Document, qtbot: QtBot) -> None:
    dialog = asked(qtbot, [document])
    date = dialog.date_field("posted")
    assert date.words() == ""
    date.line.setText("2015-10-08")
    assert date.words() == "reads as 8 October 2015"


def test_what_is_no_date_cannot_be_saved(document: Document, qtbot: QtBot) -> None:
    dialog = asked(qtbot, [document])
    dialog.date_field("posted").line.setText("2015-13-45")
    assert "2015-13-45" in dialog.date_field("posted").words()
    assert not save_button(dialog).isEnabled()
    dialog.date_field("posted").line.setText("2015")
    assert save_button(dialog).isEnabled()


def test_a_long_complaint_is_given_the_room_it_needs(document: Document, qtbot: QtBot) -> None:
    dialog = asked(qtbot, [document])
    before = dialog.height()
    dialog.date_field("posted").line.setText("tomorrow")
    qtbot.waitUntil(lambda: dialog.height() > before)


def test_a_document_cannot_lose_its_title(document: Document, qtbot: QtBot) -> None:
    dialog = asked(qtbot, [document])
    dialog.field("title").setText("  ")
    assert not save_button(dialog).isEnabled()


def test_enter_saves_and_so_does_control_enter_in_the_note(
    document: Document, qtbot: QtBot
) -> None:
    dialog = asked(qtbot, [document])
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.field("author"), Qt.Key.Key_Return)
    again = asked(qtbot, [document])
    again.activateWindow()
    again.note_field().setFocus()
    QTest.keyClick(again.note_field(), Qt.Key.Key_Return)
    assert again.isVisible()
    with qtbot.waitSignal(again.accepted):
        QTest.keyClick(again.note_field(), Qt.Key.Key_Return, CONTROL)


def test_escape_declines(document: Document, qtbot: QtBot) -> None:
    dialog = asked(qtbot, [document])
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_of_several_documents_what_differs_stays_as_it_is(
    workspace: Workspace, document: Document, qtbot: QtBot
) -> None:
    other = workspace.documents.get(
        a_document(workspace, "Other", title="Other", author="N. Ost", publisher="The Courier")
    )
    dialog = asked(qtbot, [document, other])
    assert dialog.field("title").text() == ""
    dialog.field("source_type").setText("Newspaper")
    assert dialog.field("publisher").text() == "The Courier"
    assert dialog.field("author").text() == ""
    assert dict(dialog.correction().fields) == {"source_type": "Newspaper"}
    dialog.field("source_type").clear()
    dialog.field("author").setText("A. Quill")
    dialog.field("publisher").setText("")
    dialog.date_field("captured").line.setText("2021")
    answer = dialog.correction()
    assert dict(answer.fields) == {"author": "A. Quill", "publisher": ""}
    assert dict(answer.dates) == {"captured": "2021"}
    assert save_button(dialog).isEnabled()


def test_every_field_has_a_name_and_tab_goes_through_them_in_order(
    document: Document, qtbot: QtBot
) -> None:
    dialog = asked(qtbot, [document])
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    fields = [dialog.field(name) for name in LABELS if name != "note"]
    assert set(LABELS) == {*DESCRIBED_FIELDS, "posted", "captured"}
    for field in [*fields, dialog.note_field()]:
        assert field.accessibleName()
        assert dialog.focusWidget() is field
        QTest.keyClick(field, Qt.Key.Key_Tab)


def asked_in(
    qtbot: QtBot, workspace: Workspace, documents: Sequence[Document]
) -> tuple[DescribeDialog, ActorField]:
    dialog = DescribeDialog(documents, None, workspace)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    field = dialog.actor_field()
    assert field is not None
    return dialog, field


def test_who_publishes_is_named_from_the_register(
    document: Document, workspace: Workspace, qtbot: QtBot
) -> None:
    courier = workspace.actors.add("The Courier", names=("Courier",))
    dialog, field = asked_in(qtbot, workspace, [document])
    assert dialog.correction().publisher is None
    QTest.keyClicks(field.line, "courier")
    assert dialog.correction().publisher == Named(courier)


def test_a_new_publisher_comes_back_by_its_name(
    document: Document, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog, field = asked_in(qtbot, workspace, [document])
    QTest.keyClicks(field.line, "The Gazette")
    assert dialog.correction().publisher == Named(None, "The Gazette")


def test_a_publisher_is_taken_off_by_emptying_its_field(
    document: Document, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.actors.publish([document.id], workspace.actors.add("The Courier"))
    dialog, field = asked_in(qtbot, workspace, [document])
    assert field.line.text() == "The Courier"
    assert dialog.correction().publisher is None
    field.line.clear()
    assert dialog.correction().publisher == Named(None)


def test_different_publishers_stay_as_they_are(
    document: Document, workspace: Workspace, qtbot: QtBot
) -> None:
    other = workspace.documents.get(a_document(workspace, "Another.", title="Another"))
    workspace.actors.publish([document.id], workspace.actors.add("The Courier"))
    dialog, field = asked_in(qtbot, workspace, [document, other])
    assert field.is_empty()
    assert dialog.correction().publisher is None


def test_enter_in_the_field_of_the_actor_saves(
    document: Document, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog, field = asked_in(qtbot, workspace, [document])
    field.setFocus()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(field.line, Qt.Key.Key_Return)
