"""Echoes at a real window: marked in the margin, listed, shown beside, and one origin said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reviewer.ui.assembly.echoing import ECHOES, Echoing
from reviewer.ui.text.echo_margin import EchoMargin
from reviewer.ui.views.reading.pane import Pane
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_project
from tests.ui.at_the_desk import AtTheDesk, at_the_desk
from tests.ui.walking import nameless

CRANE = "The crane at the north gate fell on nine workers of the salt harbour at noon."
CRANE_AGAIN = "The crane at the north gate fell on ten workers of the salt harbour at noon."
MILLS = "Nobody at the department of mills wanted to say why the bridge had been closed."
ALONE = "Grain came to the store of the western road on a day that nobody wrote down."
LONG = "\n".join(
    f"On day {at} the ferry {at * 7} left quay {at * 3} with {at} sacks aboard." for at in range(30)
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Listener(AtTheDesk):
    """Somebody at a window who reads what is said twice."""

    qtbot: QtBot

    @property
    def echoing(self) -> Echoing:
        session = self.window.session
        assert session is not None
        return session.echoing

    def pane(self, place: int = 0) -> Pane:
        return self.view.panes.panes()[place]

    def margin(self, place: int = 0) -> EchoMargin:
        return self.pane(place).reader.echoes

    def document(self, title: str) -> int:
        (found,) = self.workspace.documents.matching(title)
        return found

    def wait_for_marks(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.margin().marks()) == count)

    def rows(self) -> list[tuple[str, str, str]]:
        return [(one.label, one.quote, one.reasons) for one in self.echoing.panel.rows()]


@pytest.fixture
def listener(qtbot: QtBot, tmp_path: Path) -> Iterator[Listener]:
    with a_project(tmp_path, "opened") as made:
        _fill(made)
        path = made.path
    with at_the_desk(qtbot, path) as desk:
        one = Listener(desk.window, desk.prompts)
        one.qtbot = qtbot
        one.open_in_panes(one.document("Raid"))
        yield one


def _fill(made: Workspace) -> None:
    a_document(made, f"{CRANE} {MILLS}\n{ALONE}", title="Raid")
    a_document(made, f"Told again\n{CRANE_AGAIN}", title="Courier")
    a_document(made, f"Printed\n\n{CRANE}\n{MILLS}", title="Post")
    while made.echoes.catch_up():
        pass


def test_echoes_are_marked_beside_the_text_with_how_many_documents_have_them(
    listener: Listener,
) -> None:
    listener.wait_for_marks(2)
    marks = listener.margin().marks()
    assert [(one.documents, one.exact) for one in marks] == [(2, True), (1, True)]
    assert [one.words for one in marks] == [
        "also in D2 (nearly word for word), D3",
        "also in D3",
    ]
    placed = listener.margin().placed()
    assert placed[0].opens
    assert all(one.bar.height() > 0 for one in placed)


def test_a_press_on_a_mark_lists_the_places_and_shows_each_beside(listener: Listener) -> None:
    listener.wait_for_marks(2)
    margin = listener.margin()
    bar = margin.placed()[0].bar
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=bar.center().toPoint())
    assert listener.rows() == [
        (
            "D2",
            CRANE_AGAIN,
            "nearly word for word: here “\u2068nine\u2069”, there “\u2068ten\u2069”",
        ),
        ("D3", CRANE, "word for word"),
    ]
    assert listener.pane(1).document == listener.document("Courier")
    selected = listener.pane(1).reader.selection()
    text = listener.workspace.documents.text(listener.document("Courier"))
    assert selected is not None
    assert selected.of(text) == CRANE_AGAIN
    QTest.keyClick(listener.echoing.panel.list, Qt.Key.Key_Escape)
    assert len(listener.view.panes.panes()) == 1


def test_the_key_lists_the_sentence_at_the_caret_and_enter_goes_there(listener: Listener) -> None:
    listener.wait_for_marks(2)
    listener.pane().reader.set_caret(len(CRANE) + 9)
    listener.pane().take_keys()
    QTest.keyClick(QApplication.focusWidget() or listener.window, Qt.Key.Key_W, SHIFT)
    assert [row[:2] for row in listener.rows()] == [("D3", MILLS)]
    assert listener.echoing.panel.title() == "In 1 other document"
    QTest.keyClick(listener.echoing.panel.list, Qt.Key.Key_Return)
    assert listener.view.panes.document() == listener.document("Post")
    assert listener.view.sides.wanted() == ""


def test_a_sentence_that_stands_nowhere_else_is_said_to_stand_alone(listener: Listener) -> None:
    listener.wait_for_marks(2)
    listener.pane().reader.set_caret(len(CRANE) + len(MILLS) + 9)
    listener.echoing.show_here()
    assert "stands in no other document" in listener.echoing.panel.words()


def test_the_marks_can_be_hidden_and_stay_hidden(listener: Listener) -> None:
    listener.wait_for_marks(2)
    listener.run("echo.marks")
    assert not listener.margin().isVisible()
    assert listener.workspace.remembered("echoes") is False
    listener.run("echo.marks")
    listener.wait_for_marks(2)


def test_one_origin_is_said_from_the_list_and_taken_back(listener: Listener) -> None:
    listener.wait_for_marks(2)
    listener.run("echo.list")
    listener.run("document.one_origin")
    raid, post = listener.document("Raid"), listener.document("Post")
    assert listener.rows()[0][0] == "D3"  # the whole of it is nearly the same
    assert listener.workspace.origins.shared_with(raid) == [post]
    listener.qtbot.waitUntil(lambda: "one origin" in listener.rows()[0][2])
    listener.workspace.history.undo()
    assert listener.workspace.origins.groups() == {}


def test_what_came_in_and_is_nearly_the_same_is_told_with_a_way_there(listener: Listener) -> None:
    first = a_document(listener.workspace, LONG, title="Ferry")
    second = a_document(listener.workspace, f"Once more.\n{LONG}", title="Ferries")
    while listener.workspace.echoes.catch_up():
        pass
    listener.echoing._bridge.compared.emit()
    listener.qtbot.waitUntil(lambda: listener.prompts.offered is not None)
    assert "“\u2068Ferries\u2069” is nearly the same as D4" in listener.prompts.informed[-1]
    assert listener.prompts.offered is not None
    listener.prompts.offered[1]()
    assert listener.view.sides.wanted() == ECHOES
    assert listener.echoing.documents_meant() == [second, first]


def test_the_pointer_is_told_where_a_sentence_stands_too(listener: Listener) -> None:
    listener.wait_for_marks(2)
    margin = listener.margin()
    at = margin.placed()[1].bar.center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, at, margin.mapToGlobal(at))
    QApplication.sendEvent(margin, event)
    assert "also in D3" in QToolTip.text()
    assert margin.under(QPointF(1, margin.height() - 1)) == []
    QTest.mouseMove(margin, at)
    QTest.mouseMove(margin, QPoint(1, margin.height() - 1))


def test_everything_in_the_list_has_a_name(listener: Listener) -> None:
    listener.wait_for_marks(2)
    listener.run("echo.list")
    assert nameless(listener.echoing.panel) == []


def test_an_empty_pane_takes_the_other_document_wherever_it_stands(listener: Listener) -> None:
    raid, post = listener.document("Raid"), listener.document("Post")
    listener.wait_for_marks(2)
    panes = listener.view.panes
    panes.split(3)
    listener.pane(1).show_document(post)
    assert panes.focused() is listener.pane()
    listener.run("echo.list")
    assert panes.documents()[:2] == [raid, post]
    assert panes.documents()[2] is not None
    QTest.keyClick(listener.echoing.panel.list, Qt.Key.Key_Escape)
    assert panes.documents() == [raid, post, None]


def test_a_mark_pressed_in_a_pane_without_the_keys_leaves_its_document_there(
    listener: Listener,
) -> None:
    raid = listener.document("Raid")
    listener.wait_for_marks(2)
    panes = listener.view.panes
    panes.split(2)
    panes.focus_next()
    assert panes.focused() is listener.pane(1)
    bar = listener.margin().placed()[0].bar
    QTest.mouseClick(listener.margin(), Qt.MouseButton.LeftButton, pos=bar.center().toPoint())
    assert panes.documents() == [raid, listener.document("Courier")]
    QTest.keyClick(listener.echoing.panel.list, Qt.Key.Key_Escape)
    assert panes.documents() == [raid, None]
