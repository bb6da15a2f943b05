"""A report is asked for in the window: what is to settle first, then how and where to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.links import LinkType
from reviewer.domain.report import CheckKind, ReportBy
from reviewer.domain.report_words import MethodKey
from reviewer.ui.asking.report_prompts import ReportAnswer, ReportQuestion, ReportStep
from reviewer.ui.desk import PageName
from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def written(here: AtTheDesk, target: Path, qtbot: QtBot, answer: ReportAnswer) -> str:
    told = len(here.prompts.informed)
    here.prompts.will("report", answer)
    here.prompts.will("file_to_export", (target, "html"))
    here.run("project.report")
    qtbot.waitUntil(lambda: len(here.prompts.informed) > told, timeout=10_000)
    return target.read_text(encoding="utf-8")


def test_a_report_is_written_as_it_was_wished(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    document = here.workspace.documents.ids()[0]
    words = here.workspace.documents.text(document)[:10]
    a_passage(here.workspace, document, words, "Denial")
    page = written(here, tmp_path / "out.html", qtbot, ReportAnswer(by=ReportBy.TAG))
    assert ">Denial</h2>" in page
    assert "It does not state that any of it happened" in page


def test_the_page_before_says_what_is_to_settle_and_which_chapters_there_will_be(
    here: AtTheDesk,
) -> None:
    document = here.workspace.documents.ids()[0]
    words = here.workspace.documents.text(document)[:10]
    a_passage(here.workspace, document, words, "Denial")
    seen: list[ReportQuestion] = []

    def look(question: ReportQuestion) -> None:
        seen.append(question)

    here.prompts.will("report", look)
    here.run("project.report")
    (question,) = seen
    unchecked = next(one for one in question.checks if one.kind is CheckKind.UNCHECKED)
    assert (unchecked.count, unchecked.of) == (1, 1)
    assert question.chapters(ReportAnswer(by=ReportBy.TAG)) == [("Denial", 1)]


def test_what_is_to_settle_is_gone_to(here: AtTheDesk) -> None:
    here.prompts.will("report", ReportAnswer(ReportStep.GO, check=CheckKind.UNCHECKED))
    here.run("project.report")
    assert here.desk.pages.current() is PageName.OVERVIEW


def test_a_supporting_link_nobody_judged_leads_to_its_passage(here: AtTheDesk) -> None:
    document = here.workspace.documents.ids()[0]
    text = here.workspace.documents.text(document)
    one = a_passage(here.workspace, document, text[:5])
    other = a_passage(here.workspace, document, text[6:12])
    here.workspace.links.link(one, other, LinkType.CORROBORATES)
    here.desk.pages.show_page(PageName.OVERVIEW)
    here.prompts.will("report", ReportAnswer(ReportStep.GO, check=CheckKind.INDEPENDENCE))
    here.run("project.report")
    assert here.desk.pages.current() is PageName.READ


def test_nothing_happens_where_nothing_is_to_settle(here: AtTheDesk) -> None:
    before = here.desk.pages.current()
    here.prompts.will("report", ReportAnswer(ReportStep.GO, check=CheckKind.PLACES))
    here.run("project.report")
    assert here.desk.pages.current() is before


def test_the_statement_is_changed_and_one_comes_back_to_the_page(here: AtTheDesk) -> None:
    here.prompts.will("report", ReportAnswer(ReportStep.STATEMENT), None)
    here.prompts.will("report_statement", "Ours.")
    here.run("project.report")
    assert here.workspace.reports.statement() == "Ours."
    here.workspace.history.undo()
    assert here.workspace.reports.statement() is None


def test_taking_the_statement_away_is_asked_about(here: AtTheDesk) -> None:
    for agreed, left in ((False, None), (True, "")):
        here.prompts.will("report_statement", "")
        here.prompts.will("confirm", agreed)
        here.run("project.report_statement")
        assert here.workspace.reports.statement() == left


def test_the_default_is_no_statement_of_one_s_own(here: AtTheDesk) -> None:
    here.workspace.reports.set_statement("Ours.")
    here.prompts.will("report_statement", lambda _now, default: default)
    here.run("project.report_statement")
    assert here.workspace.reports.statement() is None


def test_the_method_is_written_part_by_part(here: AtTheDesk) -> None:
    here.prompts.will("report", ReportAnswer(ReportStep.METHOD), None)
    here.prompts.will("report_method", {MethodKey.SCOPE: "The bridge.", MethodKey.SEARCH: ""})
    here.run("project.report")
    assert here.workspace.reports.method()[MethodKey.SCOPE] == "The bridge."
    here.prompts.will("report_method", None)
    here.run("project.report_method")
    assert here.workspace.reports.method()[MethodKey.SCOPE] == "The bridge."
