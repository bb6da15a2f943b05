"""The overview at a real window: lists are walked to the passages and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from reviewer.domain.actors import ChainMember
from reviewer.domain.documents import ReviewStatus
from reviewer.ui.desk import PageName
from reviewer.ui.models.overview import ABOUT, OverviewModel, Section
from reviewer.ui.soon import Soon
from reviewer.ui.views.overview.overview import OverviewPage
from tests.builders import a_passage, read_as
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk
from tests.ui.walking import nameless


class Overlooking(AtTheDesk):
    """Somebody who looks the whole over."""

    def __init__(self, one: AtTheDesk, qtbot: QtBot) -> None:
        super().__init__(one.window, one.prompts)
        self._qtbot = qtbot

    @property
    def page(self) -> OverviewPage:
        session = self.window.session
        assert session is not None
        return session.overviewing.page

    def show(self, section: Section) -> None:
        session = self.window.session
        assert session is not None
        session.overviewing.show_section(section)
        self.wait()

    @override
    def run(self, command: str) -> None:
        super().run(command)
        self.wait()

    def wait(self) -> None:
        """Wait until what is shown is counted."""
        self._qtbot.waitUntil(lambda: not self.page.is_counting())

    def rows(self) -> list[str]:
        model = self.page.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.list, key)


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Overlooking]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield Overlooking(one, qtbot)


@pytest.fixture
def claims(here: Overlooking) -> list[int]:
    """Tag two allegations, in an event, and a denial."""
    workspace = here.workspace
    first, second, *_rest = workspace.documents.ids()
    made = [
        a_passage(workspace, first, "Twelve people were hurt at the bridge."),
        a_passage(workspace, second, "Twelve people were hurt"),
        a_passage(workspace, second, "Nobody was killed", "Denial"),
    ]
    workspace.records.enter(made[0], {"chain": (ChainMember(None, "Rangers"),)})
    workspace.documents.review([first], ReviewStatus.DONE)
    event = workspace.events.add("The raid", date=read_as("x", "2015-03-11"))
    question = workspace.events.ask(event, "How many?")
    workspace.events.put(made[:2], event, question)
    return made


def test_every_list_says_what_it_is_for(here: Overlooking) -> None:
    here.run("view.overview")
    for section in Section:
        here.show(section)
        assert here.page.section() is section
        assert here.page.words(), section
    assert nameless(here.page) == []


@pytest.mark.usefixtures("claims")
def test_a_count_has_its_base(here: Overlooking) -> None:
    here.show(Section.BY_TAG)
    assert here.rows() == [
        "Allegation, 2 passages in 2 documents",
        "Denial, 1 passage in 1 document",
    ]
    assert here.page.words() == "2 rows; 1 of 5 documents done"


@pytest.mark.usefixtures("claims")
def test_a_count_opens_its_passages_and_escape_goes_back_to_it(here: Overlooking) -> None:
    here.show(Section.BY_TAG)
    here.press(Qt.Key.Key_Down)
    here.press(Qt.Key.Key_Return)
    (denial,) = here.rows()
    assert denial.startswith("“\u2068Nobody was killed")
    assert here.page.words() == "1 passage; 1 of 5 documents done"
    here.press(Qt.Key.Key_Escape)
    row = here.page.list.row()
    assert row is not None
    assert row.first == "Denial"
    here.press(Qt.Key.Key_Escape)
    assert here.keys_are_in(here.page.side)


@pytest.mark.usefixtures("claims")
def test_passages_without_a_speaker_are_counted_apart(here: Overlooking) -> None:
    here.show(Section.BY_ACTOR)
    assert len(here.rows()) == 3
    here.press(Qt.Key.Key_End)
    here.press(Qt.Key.Key_Return)
    assert len(here.rows()) == 1
    assert here.page.words().startswith("1 passage;")
    here.press(Qt.Key.Key_Escape)
    row = here.page.list.row()
    assert row is not None
    assert row.key == ""


def test_a_list_is_walked_to_the_passage_and_back(here: Overlooking, claims: list[int]) -> None:
    here.run("overview.unanswered")
    assert len(here.rows()) == 2
    here.press(Qt.Key.Key_Down)
    here.press(Qt.Key.Key_Return)
    assert here.view.current() is PageName.READ
    assert here.view.panes.chosen_passage() == claims[1]
    here.run("view.back")
    assert here.view.current() is PageName.OVERVIEW
    row = here.page.list.row()
    assert row is not None
    assert row.key == str(claims[1])


def test_the_lists_follow_what_is_done(here: Overlooking, claims: list[int], qtbot: QtBot) -> None:
    here.run("overview.unchecked")
    here.press(Qt.Key.Key_Down)
    here.workspace.details.check([claims[0]])
    qtbot.waitUntil(lambda: len(here.rows()) == 2)
    row = here.page.list.row()
    assert row is not None
    assert row.key == str(claims[1])


def test_what_was_counted_stays_until_the_new_counts_are_there(
    here: Overlooking, claims: list[int], qtbot: QtBot
) -> None:
    here.show(Section.BY_TAG)
    before = here.rows()
    here.workspace.passages.remove(claims[:1])
    qtbot.waitUntil(here.page.is_counting)
    assert here.rows() == before
    here.wait()
    assert here.rows() == [
        "Allegation, 1 passage in 1 document",
        "Denial, 1 passage in 1 document",
    ]


@pytest.mark.usefixtures("claims")
def test_an_empty_list_is_not_said_to_be_empty_before_it_is_counted(here: Overlooking) -> None:
    session = here.window.session
    assert session is not None
    session.overviewing.show_section(Section.BLANKET)
    assert here.page.words() == "Counting…"
    assert here.keys_are_in(here.page.list)
    here.wait()
    assert here.page.words() == "No passage rejects something in general."
    assert here.keys_are_in(here.page.side)


def test_nothing_is_counted_while_nobody_looks(
    here: Overlooking, claims: list[int], qtbot: QtBot
) -> None:
    here.show(Section.UNCHECKED)
    here.run("view.read")
    session = here.window.session
    assert session is not None
    begun: list[object] = []
    session.bridge.job_begun.connect(begun.append)
    here.workspace.details.check([claims[0]])
    quiet: list[str] = []
    Soon(lambda: quiet.append("all is quiet"), here.page).start()
    qtbot.waitUntil(lambda: bool(quiet))
    assert not here.page.is_counting()
    assert begun == []
    here.show(Section.UNCHECKED)
    assert len(begun) == 1
    assert len(here.rows()) == 2


@pytest.mark.usefixtures("claims")
def test_rows_that_are_the_same_stay_where_they_are(here: Overlooking, qtbot: QtBot) -> None:
    here.show(Section.BY_TAG)
    told: list[str] = []
    model = here.page.list.model()
    assert isinstance(model, OverviewModel)
    model.modelReset.connect(lambda: told.append("other rows"))
    model.same_rows.connect(lambda: told.append("the same rows"))
    here.workspace.notes.add("Ask the clerk")
    qtbot.waitUntil(lambda: bool(told))
    here.wait()
    assert set(told) == {"the same rows"}


def test_a_document_that_is_not_read_opens(here: Overlooking) -> None:
    here.show(Section.NOT_READ)
    assert len(here.rows()) == 5
    here.press(Qt.Key.Key_Down)
    here.press(Qt.Key.Key_Return)
    assert here.view.current() is PageName.READ
    assert here.view.panes.document() == here.workspace.documents.ids()[1]


def test_a_source_to_find_is_shown_among_those(here: Overlooking) -> None:
    here.workspace.links.add_source("Press conference")
    session = here.window.session
    assert session is not None
    here.show(Section.SOURCES)
    assert here.page.words() == "1 source not held; 0 of 5 documents done"
    here.press(Qt.Key.Key_Return)
    assert session.linking.sources.is_open()


@pytest.mark.usefixtures("claims")
def test_an_open_question_opens_its_event(here: Overlooking) -> None:
    here.show(Section.QUESTIONS)
    (row,) = here.rows()
    assert "2 passages in 2 documents" in row
    here.press(Qt.Key.Key_Return)
    assert here.view.current() is PageName.EVENTS


def test_the_timeline_is_walked_zoomed_and_opened(here: Overlooking, claims: list[int]) -> None:
    here.workspace.records.enter(claims[0], {"event_date": "2015-03-10", "statement": "2015-03-12"})
    here.run("overview.timeline")
    canvas = here.page.timeline.canvas
    assert here.keys_are_in(canvas)
    assert "D1·1" in canvas.words()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert "The raid" in canvas.words()
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    whole, seen, _start = canvas.stretch()
    assert whole > seen
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.stretch()[0] == seen
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert "When it was said" in canvas.words()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert here.view.current() is PageName.READ
    assert here.view.panes.chosen_passage() == claims[0]


@pytest.mark.usefixtures("claims")
def test_an_event_of_the_timeline_opens(here: Overlooking) -> None:
    here.run("overview.timeline")
    QTest.keyClick(here.page.timeline.canvas, Qt.Key.Key_Return)
    assert here.view.current() is PageName.EVENTS


@pytest.mark.usefixtures("claims")
def test_what_has_no_place_in_time_is_listed_with_the_reason(here: Overlooking) -> None:
    here.show(Section.UNPLACED)
    assert all("no date given" in row for row in here.rows())
    here.press(Qt.Key.Key_Return)
    assert here.view.current() is PageName.READ


@pytest.mark.usefixtures("claims")
def test_the_list_that_was_shown_is_shown_again(here: Overlooking) -> None:
    here.show(Section.BY_MONTH)
    here.open_again()
    here.run("view.overview")
    assert here.page.section() is Section.BY_MONTH
    assert set(ABOUT) == set(Section)
