"""The page before a report, and the words it opens with, by keys and by name."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reviewer.domain.report import CheckKind, CheckLine, ReportBy
from reviewer.domain.report_words import MethodKey
from reviewer.environment.settings import Settings
from reviewer.ui.asking.export_questions import Scope
from reviewer.ui.asking.report_prompts import ReportAnswer, ReportQuestion, ReportStep
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.dialogs.report_choice import ReportChoice
from reviewer.ui.dialogs.report_words import MethodDialog, StatementDialog
from tests.ui.answering import meanwhile
from tests.ui.walking import nameless, stage

CHECKS = tuple(CheckLine(kind, tuple(range(count)), 9) for count, kind in enumerate(CheckKind))


def chapters(answer: ReportAnswer) -> Sequence[tuple[str, int]]:
    return [(f"{answer.by} chapter", 2 if answer.scope is Scope.SHOWN else 9)]


def a_question(protected: int = 0) -> ReportQuestion:
    counts = {Scope.ALL: 9, Scope.SHOWN: 2, Scope.CHOSEN: 0}
    return ReportQuestion(CHECKS, chapters, counts, protected, ReportAnswer(protect=True))


@pytest.fixture
def dialogs(qtbot: QtBot) -> Dialogs:
    window = QMainWindow()
    window.resize(900, 600)
    stage(qtbot, window)
    return Dialogs(window, Settings(), native=False)


def test_every_control_has_its_name_and_only_what_is_open_has_a_way(qtbot: QtBot) -> None:
    dialog = ReportChoice(a_question())
    stage(qtbot, dialog)
    assert nameless(dialog) == []
    ways = [way.isEnabled() for way in dialog.ways.values()]
    assert ways == [False] + [True] * (len(CHECKS) - 1)


def test_in_little_height_the_lines_scroll_and_the_buttons_stay(qtbot: QtBot) -> None:
    dialog = ReportChoice(a_question())
    stage(qtbot, dialog)
    dialog.resize(620, 420)
    qtbot.waitUntil(lambda: dialog.height() == 420)
    foot = dialog.agree.mapTo(dialog, dialog.agree.rect().bottomRight())
    assert dialog.rect().contains(foot)


def test_the_chapters_follow_what_is_chosen(qtbot: QtBot) -> None:
    dialog = ReportChoice(a_question())
    qtbot.addWidget(dialog)
    assert "9 passages" in dialog.chapters.item(0).text()
    dialog.by.setCurrentIndex(dialog.by.findData(ReportBy.TAG))
    dialog.which.buttons[Scope.SHOWN].click()
    assert "tag chapter" in dialog.chapters.item(0).text()
    assert "2 passages" in dialog.chapters.item(0).text()
    assert dialog.answer() == ReportAnswer(by=ReportBy.TAG, scope=Scope.SHOWN)


def test_a_report_cannot_be_of_chosen_passages_where_none_is(qtbot: QtBot) -> None:
    dialog = ReportChoice(a_question())
    qtbot.addWidget(dialog)
    enabled = [button.isEnabled() for button in dialog.which.buttons.values()]
    assert enabled == [True, True, False]


def test_enter_goes_on_and_protected_names_stay_protected(dialogs: Dialogs) -> None:
    meanwhile(ReportChoice, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    assert dialogs.report(a_question(protected=3)) == ReportAnswer(protect=True)


def test_a_line_leads_to_its_list(dialogs: Dialogs) -> None:
    meanwhile(ReportChoice, lambda dialog: dialog.ways[CheckKind.MOVED].click())
    assert dialogs.report(a_question()) == ReportAnswer(ReportStep.GO, check=CheckKind.MOVED)


def test_a_report_can_be_declined(dialogs: Dialogs) -> None:
    meanwhile(ReportChoice, lambda dialog: dialog.reject())
    assert dialogs.report(a_question()) is None


def test_the_statement_can_be_the_default_again(dialogs: Dialogs) -> None:
    def answer(dialog: StatementDialog) -> None:
        assert dialog.words() == "Ours."
        assert nameless(dialog) == []
        dialog.again.click()
        dialog.agree.click()

    meanwhile(StatementDialog, answer)
    assert dialogs.report_statement("Ours.", "They say.") == "They say."


def test_the_method_has_a_field_for_each_part(dialogs: Dialogs) -> None:
    def answer(dialog: MethodDialog) -> None:
        assert nameless(dialog) == []
        dialog.fields[MethodKey.SEARCH].setPlainText(" By hand. ")
        dialog.agree.click()

    meanwhile(MethodDialog, answer)
    parts = dialogs.report_method({MethodKey.SCOPE: "The bridge."})
    assert parts is not None
    assert set(parts) == set(MethodKey)
    assert (parts[MethodKey.SCOPE], parts[MethodKey.SEARCH]) == ("The bridge.", "By hand.")
