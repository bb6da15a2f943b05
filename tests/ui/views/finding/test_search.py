"""The place "Search" by itself: what it asks, says and shows while a worker searches."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.queries import SavedQuery
from reviewer.ui.bridge import Bridge
from reviewer.ui.models.search import Heading, Scope
from reviewer.ui.views.finding.search import SearchPage
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage
from tests.ui.walking import controls, nameless, spoken, stage

URDU = "جنید پل پر تھا اور کچھ نہیں کہا۔"


class Searched:
    """Somebody at the page."""

    def __init__(self, qtbot: QtBot, workspace: Workspace) -> None:
        self.qtbot = qtbot
        self.workspace = workspace
        self.bridge = Bridge(workspace)
        self.page = SearchPage(workspace, self.bridge)
        self.tester = QAbstractItemModelTester(
            self.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.page.resize(1_000, 600)
        stage(qtbot, self.page)
        self.page.activateWindow()
        self.page.begin()

    def look_for(self, words: str) -> None:
        self.page.head.field.setText(words)
        self.page.search()
        self.qtbot.waitUntil(lambda: not self.page.is_searching())

    def empty_words(self) -> str:
        return self.page._empty.words()

    def lines(self) -> list[str]:
        model = self.page.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def searched(qtbot: QtBot, workspace: Workspace) -> Iterator[Searched]:
    gate = a_document(workspace, "The gate was shut. A gate burned.", title="At the gate")
    a_document(workspace, URDU, title="جنید")
    a_passage(workspace, gate, "A gate burned", note="which gate?")
    one = Searched(qtbot, workspace)
    yield one
    one.bridge.close()
    one.page.deleteLater()
    one.bridge.deleteLater()


def test_it_says_what_it_is_for_until_something_is_asked(searched: Searched) -> None:
    assert searched.empty_words().startswith("Find words in every document")
    assert searched.page.head.summary() == ""
    assert not searched.page.has_question()


def test_hits_stand_under_their_document_with_their_count(searched: Searched) -> None:
    searched.look_for("gate")
    model = searched.page.model
    headings = [row for row in model.rows if isinstance(row, Heading)]
    assert [(one.label, one.title, one.count) for one in headings] == [
        ("D1", "At the gate", 2),
        ("D1", "At the gate", 1),
        ("D1", "At the gate", 1),
    ]
    assert searched.page.head.summary() == "4 hits in 1 document"
    assert "At the gate" in searched.lines()[0]
    assert "2 hits" in searched.lines()[0]
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    spoken_words = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken_words).endswith("in the text")


def test_what_is_typed_is_looked_for_when_one_stops_typing(searched: Searched) -> None:
    QTest.keyClicks(searched.page.head.field, "burn*")
    searched.qtbot.waitUntil(lambda: searched.page.model.hits == 1)


def test_enter_looks_at_once_and_enter_again_goes_into_the_hits(searched: Searched) -> None:
    field = searched.page.head.field
    QTest.keyClicks(field, "gate")
    QTest.keyClick(field, Qt.Key.Key_Return)
    searched.qtbot.waitUntil(lambda: not searched.page.is_searching())
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert searched.page.table.hasFocus()
    assert searched.page.table.current() is not None


def test_down_before_anything_is_found_goes_there_when_it_is(searched: Searched) -> None:
    field = searched.page.head.field
    QTest.keyClicks(field, "gate")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Down)
    searched.qtbot.waitUntil(searched.page.table.hasFocus)
    assert searched.page.table.current() is not None


def test_a_query_that_cannot_be_read_is_said_in_place_of_the_hint(searched: Searched) -> None:
    searched.look_for("gate")
    searched.look_for("gate OR")
    assert "has nothing to join" in searched.page.head.problem()
    assert searched.page.model.rows == []
    searched.look_for("gate")
    assert searched.page.head.problem() == ""


def test_nothing_found_is_said_with_the_number_of_documents(searched: Searched) -> None:
    searched.look_for("lighthouse")
    assert searched.empty_words().startswith("Nothing in these 2 documents holds")
    searched.page.head.choose_scopes([])
    searched.page.search()
    assert searched.empty_words() == "Choose at least one of the places to search in."


def test_the_places_to_look_in_are_chosen(searched: Searched) -> None:
    searched.page.head.choose_scopes([Scope.PASSAGES.value])
    searched.look_for("gate")
    assert searched.page.model.hits == 2
    assert len(searched.page.all_places()) == 1
    searched.look_for("(")
    assert "not closed" in searched.page.head.problem()


def test_a_search_that_is_stopped_leaves_nothing_old(searched: Searched) -> None:
    searched.look_for("gate")
    searched.page.head.field.setText("burned")
    searched.page.search()
    assert searched.page.places() == []
    assert not searched.page.has_hits()
    searched.page.stop()
    assert searched.page.model.rows == []
    assert searched.page.head.summary() == "stopped"
    searched.page.stop()


def test_documents_that_come_meanwhile_offer_another_search(searched: Searched) -> None:
    searched.look_for("gate")
    assert not searched.page.head._again.isVisible()
    a_document(searched.workspace, "Another gate.", title="New")
    assert searched.page.head._again.isVisible()
    searched.page.head._again.click()
    searched.qtbot.waitUntil(lambda: searched.page.model.documents == 2)
    assert not searched.page.head._again.isVisible()


def test_what_is_remembered_is_taken_up_as_far_as_it_makes_sense(searched: Searched) -> None:
    searched.page.head.choose_scopes([Scope.TEXT.value, Scope.JOURNAL.value])
    searched.page.head.field.setText("gate")
    kept = searched.page.state()
    searched.page.restore({"words": 7, "scopes": "all"})
    assert searched.page.state() == kept
    searched.page.restore({"words": "gate OR bridge", "scopes": ["titles", 3]})
    assert searched.page.head.ask().scopes == {Scope.TITLES}


def test_a_name_that_is_taken_is_refused_and_asked_for_again(
    searched: Searched, qtbot: QtBot
) -> None:
    told: list[Exception] = []

    def run(deed: object) -> None:
        try:
            deed()  # type: ignore[operator]
        except Exception as problem:  # noqa: BLE001 - what the window would tell
            told.append(problem)

    searched.page._run = run
    first = searched.workspace.queries.save("One", "gate")
    searched.workspace.queries.save("Two", "burned")
    query = searched.workspace.queries.get(first)
    assert isinstance(query, SavedQuery)
    searched.page._rename(query)
    searched.page.head.name.field.setText("two")
    searched.page.head.name._save.click()
    assert len(told) == 1
    assert searched.page.head.name.isVisible()
    searched.page.head.name.field.clear()
    assert not searched.page.head.name._save.isEnabled()
    QTest.keyClick(searched.page.head.name.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not searched.page.head.name.isVisible())


def test_everything_is_reached_by_tab_and_has_a_name(searched: Searched) -> None:
    searched.look_for("gate")
    assert nameless(searched.page) == []
    names = [spoken(control) for control in controls(searched.page)]
    for name in ("Words in all documents", "Saved queries", "Documents", "Hits", "Tag all 4…"):
        assert name in names


def test_a_click_chooses_and_a_double_click_opens(searched: Searched) -> None:
    searched.look_for("gate")
    table = searched.page.table
    opened: list[tuple[object, bool]] = []
    searched.page.open_wanted.connect(lambda hit, beside: opened.append((hit, beside)))
    place = table.visualRect(searched.page.model.index(1, 0)).center()
    port = table.viewport()
    QTest.mouseMove(port, place)
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert opened == [(table.current(), False)]
    searched.page._beside.click()
    assert opened[-1] == (table.current(), True)
