"""Which documents go out with their passages, and how, is asked on one page."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import Settings
from reviewer.ui.asking.annotated_questions import (
    AnnotatedOffer,
    AnnotatedQuestion,
    AnnotatedWish,
    Which,
)
from reviewer.ui.asking.export_questions import Scope
from reviewer.ui.dialogs.annotated import AnnotatedDialog
from reviewer.ui.dialogs.asking import Dialogs
from tests.ui.answering import meanwhile
from tests.ui.walking import nameless, stage


def left_out(wish: AnnotatedWish) -> int:
    if wish.format != "pdf":
        return 0
    return {Which.MEANT: 1, Which.LISTED: 2, Which.ALL: 0}[wish.which]


QUESTION = AnnotatedQuestion(
    offers=(
        AnnotatedOffer("html", "Web page", "For any browser"),
        AnnotatedOffer("pdf", "Its pages", "With highlights", on_pages=True),
    ),
    documents={Which.MEANT: 1, Which.LISTED: 3, Which.ALL: 9},
    called="D4 The raid",
    counts={Scope.ALL: 9, Scope.SHOWN: 4, Scope.CHOSEN: 0},
    protected=2,
    left_out=left_out,
)


@pytest.fixture
def dialogs(qtbot: QtBot) -> Dialogs:
    window = QMainWindow()
    window.resize(900, 600)
    stage(qtbot, window)
    return Dialogs(window, Settings(), native=False)


@pytest.fixture
def dialog(qtbot: QtBot) -> AnnotatedDialog:
    dialog = AnnotatedDialog(QUESTION)
    stage(qtbot, dialog)
    return dialog


def test_it_begins_at_the_document_one_is_in_and_everything_has_a_name(
    dialog: AnnotatedDialog,
) -> None:
    assert nameless(dialog) == []
    assert "D4 The raid" in dialog.documents[Which.MEANT].text()
    assert dialog.wish() == AnnotatedWish(Which.MEANT, "html", protect=True)


def test_what_has_no_pages_is_said_before(dialog: AnnotatedDialog) -> None:
    dialog.format.setCurrentIndex(1)
    assert not dialog.agree.isEnabled()
    assert "choose another format" in dialog.said.text()
    dialog.documents[Which.LISTED].click()
    assert dialog.agree.isEnabled()
    assert dialog.said.text().startswith("2 of them did not come in as PDFs")
    dialog.documents[Which.ALL].click()
    assert "archive (ZIP)" in dialog.said.text()


def test_names_stand_on_the_pages_of_a_pdf(dialog: AnnotatedDialog) -> None:
    dialog.format.setCurrentIndex(1)
    assert not dialog.wish().protect
    assert "protected names stand as they are printed" in dialog.said.text()


def test_without_documents_nothing_can_be_had(qtbot: QtBot) -> None:
    dialog = AnnotatedDialog(replace(QUESTION, documents={}, protected=0))
    stage(qtbot, dialog)
    assert not dialog.agree.isEnabled()
    assert dialog.said.text() == "There is no document yet."
    assert not dialog.protect.isVisible()


def test_several_chosen_in_the_list_are_counted(qtbot: QtBot) -> None:
    several = {**QUESTION.documents, Which.MEANT: 2}
    dialog = AnnotatedDialog(replace(QUESTION, documents=several))
    stage(qtbot, dialog)
    assert dialog.documents[Which.MEANT].text() == "The documents chosen in the list (2)"


def test_enter_agrees_and_escape_does_not(dialogs: Dialogs) -> None:
    meanwhile(AnnotatedDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    assert dialogs.documents_to_export(QUESTION) == AnnotatedWish(Which.MEANT, "html", protect=True)
    meanwhile(AnnotatedDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert dialogs.documents_to_export(QUESTION) is None
