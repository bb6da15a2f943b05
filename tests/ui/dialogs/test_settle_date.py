"""Settling an ambiguous date: both days spelled out, the evidence shown, the answer complete."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from reviewer.domain.edtf import DateBasis
from reviewer.domain.reading.dates import DateOrder
from reviewer.ui.dialogs.settle_date import SettleDateDialog
from reviewer.workspace.project import Workspace
from tests.builders import a_document, read_as, two_readings

SITE = "Concord League"


def ambiguous(workspace: Workspace, words: str) -> int:
    return a_document(workspace, f"Page of {words}", publisher=SITE, posted=two_readings(words))


def a_page_that_shows(workspace: Workspace, words: str, edtf: str) -> int:
    return a_document(
        workspace,
        f"Another page, {words}",
        title=f"The page of {words}",
        publisher=SITE,
        posted=read_as(words, edtf),
    )


def asked(
    qtbot: QtBot, workspace: Workspace, document: int, field: str = "posted"
) -> SettleDateDialog:
    documents = workspace.documents
    dialog = SettleDateDialog(
        documents.get(document),
        field,
        documents.possible_dates(document, field),
        documents.site_order(document, field),
        len(documents.unsettled_of_site(document, field)),
    )
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def choices(dialog: SettleDateDialog) -> list[str]:
    return [choice.text() for choice in dialog.findChildren(QRadioButton)]


def words(dialog: SettleDateDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel)).translate(
        dict.fromkeys((0x2068, 0x2069))
    )


def settle_button(dialog: SettleDateDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.isDefault())


def test_both_days_are_spelled_out(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = asked(qtbot, workspace, ambiguous(workspace, "10/8/2015"))
    assert choices(dialog) == ["8 October 2015 (month first)", "10 August 2015 (day first)"]
    assert "“10/8/2015” can be read two ways" in words(dialog)


def test_without_evidence_nothing_is_chosen_and_nothing_can_be_settled(
    workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = asked(qtbot, workspace, ambiguous(workspace, "10/8/2015"))
    assert "No other page of this site shows which number comes first." in words(dialog)
    assert dialog.settlement() is None
    assert not settle_button(dialog).isEnabled()
    dialog.choose(DateOrder.DAY_MONTH)
    answer = dialog.settlement()
    assert answer is not None
    assert (answer.edtf, answer.order) == ("2015-08-10", DateOrder.DAY_MONTH)
    assert (answer.evidence, answer.whole_site) == (None, False)
    assert settle_button(dialog).isEnabled()


def test_the_evidence_is_shown_and_its_order_chosen_already(
    workspace: Workspace, qtbot: QtBot
) -> None:
    document = ambiguous(workspace, "10/8/2015")
    a_page_that_shows(workspace, "11/14/2020", "2020-11-14")
    dialog = asked(qtbot, workspace, document)
    assert "This site prints month/day: “11/14/2020” in “The page of 11/14/2020”" in words(dialog)
    answer = dialog.settlement()
    assert answer is not None
    assert (answer.edtf, answer.order) == ("2015-10-08", DateOrder.MONTH_DAY)
    assert answer.evidence is not None
    assert answer.evidence.words == "11/14/2020"


def test_against_the_evidence_a_choice_has_none(workspace: Workspace, qtbot: QtBot) -> None:
    document = ambiguous(workspace, "10/8/2015")
    a_page_that_shows(workspace, "11/14/2020", "2020-11-14")
    dialog = asked(qtbot, workspace, document)
    dialog.choose(DateOrder.DAY_MONTH)
    answer = dialog.settlement()
    assert answer is not None
    assert answer.evidence is None


def test_pages_that_do_not_agree_leave_the_choice_open(workspace: Workspace, qtbot: QtBot) -> None:
    document = ambiguous(workspace, "10/8/2015")
    a_page_that_shows(workspace, "11/14/2020", "2020-11-14")
    a_page_that_shows(workspace, "14/11/2020", "2020-11-14")
    dialog = asked(qtbot, workspace, document)
    assert "The pages of this site do not agree:" in words(dialog)
    assert dialog.settlement() is None


def test_much_evidence_is_counted(workspace: Workspace, qtbot: QtBot) -> None:
    document = ambiguous(workspace, "10/8/2015")
    for day in range(13, 20):
        a_page_that_shows(workspace, f"11/{day}/2020", f"2020-11-{day}")
    assert "and 3 pages more" in words(asked(qtbot, workspace, document))


def test_the_whole_site_is_offered_where_more_documents_wait(
    workspace: Workspace, qtbot: QtBot
) -> None:
    documents = [ambiguous(workspace, text) for text in ("10/8/2015", "3/4/2016", "5/6/2017")]
    dialog = asked(qtbot, workspace, documents[0])
    assert choices(dialog)[2:] == [
        "For this document only",
        "For all 3 documents of this site whose date can be read two ways",
    ]
    dialog.choose(DateOrder.MONTH_DAY)
    dialog.choose_whole_site()
    answer = dialog.settlement()
    assert answer is not None
    assert answer.whole_site
    workspace.documents.settle_site(documents[0], "posted", answer.order, answer.evidence)
    assert {workspace.documents.get(one).posted.basis for one in documents} == {DateBasis.SITE}


def test_a_date_of_capture_speaks_of_saving(workspace: Workspace, qtbot: QtBot) -> None:
    stamp = two_readings("3/4/2024 11:17:13 PM")
    document = a_document(workspace, publisher=SITE, captured=stamp)
    a_document(
        workspace,
        "Other",
        title="Other page",
        publisher=SITE,
        captured=read_as("2/24/2021", "2021-02-24"),
    )
    dialog = asked(qtbot, workspace, document, "captured")
    assert choices(dialog)[0] == "4 March 2024, 23:17:13 (month first)"
    assert "Saved with month/day as well: “2/24/2021” in “Other page”" in words(dialog)


def test_enter_settles_what_is_chosen(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = asked(qtbot, workspace, ambiguous(workspace, "10/8/2015"))
    dialog.choose(DateOrder.MONTH_DAY)
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


@pytest.mark.parametrize("title", ["<b>bold</b>", "پل پر فائرنگ"])
def test_words_of_the_document_are_shown_as_they_are(
    workspace: Workspace, qtbot: QtBot, title: str
) -> None:
    document = a_document(workspace, title=title, posted=two_readings("10/8/2015"))
    dialog = asked(qtbot, workspace, document)
    assert title in words(dialog)
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel)
    )
