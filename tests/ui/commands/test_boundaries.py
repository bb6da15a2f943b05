"""Edges of passages from the window: by keys, by grips, in two and together again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from reviewer.domain.boundaries import Edge
from reviewer.ui.commands import why_not
from reviewer.ui.commands.registry import command
from reviewer.ui.desk import PageName
from reviewer.ui.text.grips import Grip
from reviewer.ui.text.reader import Reader
from reviewer.ui.views.reading.chosen_words import chosen_words
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_project
from tests.ui.at_the_desk import AtTheDesk, at_the_desk

ENGLISH = "Twelve people were hurt at the bridge. Nobody was killed, the spokesman said."
URDU = "ہم قریب ترین اسکول سے تقریباً چھ کلومیٹر دور رہتے ہیں۔ بچے پیدل جاتے ہیں۔"
KEY = Qt.Key
EDGE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def at_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with a_project(tmp_path, "opened") as made:
        english = a_document(made, ENGLISH, title="English")
        urdu = a_document(made, URDU, title="Urdu")
        a_passage(made, english, "people were hurt")
        a_passage(made, urdu, "اسکول سے")
        path = made.path
    with at_the_desk(qtbot, path) as person:
        person.open_in_panes(english, urdu)
        yield person


def words(workspace: Workspace, document: int) -> list[str]:
    return [one.quote for one in workspace.passages.on(document)]


def raise_first(person: AtTheDesk) -> int:
    (passage, *_) = person.workspace.passages.on(person.desk.panes.document() or 0)
    person.desk.panes.show_passage(passage.id)
    return passage.id


def press(person: AtTheDesk, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    text = person.view.panes.focused().reader.focusProxy()
    assert text is not None
    QTest.keyClick(text, key, held)


def test_right_and_left_go_where_they_point_in_either_script(at_desk: AtTheDesk) -> None:
    english, urdu = at_desk.desk.panes.documents()
    assert english is not None
    assert urdu is not None
    raise_first(at_desk)
    press(at_desk, KEY.Key_Right, EDGE)
    assert words(at_desk.workspace, english) == ["people were hurt at"]
    press(at_desk, KEY.Key_Left, EDGE)
    assert words(at_desk.workspace, english) == ["people were hurt"]
    at_desk.run("pane.next")
    raise_first(at_desk)
    press(at_desk, KEY.Key_Left, EDGE)
    assert words(at_desk.workspace, urdu) == ["اسکول سے تقریباً"]
    press(at_desk, KEY.Key_O)
    press(at_desk, KEY.Key_Right, EDGE)
    assert words(at_desk.workspace, urdu) == ["ترین اسکول سے تقریباً"]
    press(at_desk, KEY.Key_Down, EDGE)
    assert words(at_desk.workspace, urdu) == ["رین اسکول سے تقریباً"]


def test_the_status_bar_says_which_end_moves_and_its_words(at_desk: AtTheDesk) -> None:
    raise_first(at_desk)
    pane = at_desk.view.panes.focused()
    assert "moves" not in chosen_words(at_desk.workspace, pane)
    press(at_desk, KEY.Key_Up, EDGE)
    said = chosen_words(at_desk.workspace, pane)
    assert "the end moves" in said
    assert "people were hur\u2069" in said
    press(at_desk, KEY.Key_O)
    assert "the beginning moves" in chosen_words(at_desk.workspace, pane)


def test_a_place_that_is_taken_is_not_moved_to_and_that_is_told(at_desk: AtTheDesk) -> None:
    document = at_desk.desk.panes.document()
    assert document is not None
    a_passage(at_desk.workspace, document, "people were hurt at")
    raised = next(
        one.id for one in at_desk.workspace.passages.on(document) if one.quote == "people were hurt"
    )
    at_desk.desk.panes.show_passage(raised)
    press(at_desk, KEY.Key_Right, EDGE)
    assert "this tag already" in str(at_desk.prompts.told[0])
    assert sorted(words(at_desk.workspace, document)) == ["people were hurt", "people were hurt at"]


def test_a_passage_is_cut_at_the_caret_and_merged_again(at_desk: AtTheDesk) -> None:
    document = at_desk.desk.panes.document()
    assert document is not None
    passage = raise_first(at_desk)
    reader = at_desk.view.panes.focused().reader
    reader.set_caret(ENGLISH.index("were"))
    press(at_desk, KEY.Key_S)
    assert words(at_desk.workspace, document) == ["people", "were hurt"]
    assert at_desk.desk.panes.chosen_passage() not in (None, passage)
    press(at_desk, KEY.Key_M)
    assert words(at_desk.workspace, document) == ["people were hurt"]
    assert at_desk.desk.panes.chosen_passage() == passage
    assert at_desk.prompts.informed[-2:] == [
        "Cut in two: \u2068D1·2\u2069 is new.",
        "Merged into \u2068D1·1\u2069.",
    ]


def test_passages_chosen_in_the_table_are_merged(at_desk: AtTheDesk) -> None:
    document = at_desk.desk.panes.document()
    assert document is not None
    a_passage(at_desk.workspace, document, "at the bridge")
    urdu = at_desk.workspace.passages.on(at_desk.desk.panes.documents()[1] or 0)
    at_desk.workspace.passages.remove([one.id for one in urdu])
    at_desk.desk.pages.show_page(PageName.PASSAGES)
    assert why_not(command("passage.edge_right"), at_desk.window.context)
    table = at_desk.view.passages.findChild(QTableView)
    assert isinstance(table, QTableView)
    table.selectAll()
    at_desk.run("passage.merge")
    assert words(at_desk.workspace, document) == ["people were hurt at the bridge"]


def test_without_a_passage_it_is_said_what_is_needed(at_desk: AtTheDesk) -> None:
    at_desk.view.panes.focused().reader.set_caret(len(ENGLISH) - 3)
    context = at_desk.window.context
    assert "Choose a passage" in why_not(command("passage.edge_right"), context)
    assert "Choose a passage" in why_not(command("passage.split"), context)
    assert "choose a passage" in why_not(command("select.other_end"), context)
    assert why_not(command("select.let_go"), context)


def test_a_grip_let_go_makes_one_step_that_undo_takes_back(at_desk: AtTheDesk) -> None:
    document = at_desk.desk.panes.document()
    assert document is not None
    at_desk.open_in_panes(document, document)
    raise_first(at_desk)
    here, other = (pane.reader for pane in at_desk.view.panes.panes())
    here.handles.show_by_keys()
    steps = len(at_desk.workspace.history.ids())
    drag_end(here, ENGLISH.index("people were hurt") + 16, ENGLISH.index("bridge") + 5)
    assert words(at_desk.workspace, document) == ["people were hurt at the bridge"]
    assert len(at_desk.workspace.history.ids()) == steps + 1
    for reader in (here, other):
        (mark,) = reader._view.scene.marks.all()
        assert mark.span.of(ENGLISH) == "people were hurt at the bridge"
    assert at_desk.desk.panes.chosen_passage() is not None
    at_desk.run("history.undo")
    assert words(at_desk.workspace, document) == ["people were hurt"]


def test_a_grip_let_go_where_the_place_is_taken_goes_back(at_desk: AtTheDesk) -> None:
    document = at_desk.desk.panes.document()
    assert document is not None
    raised = raise_first(at_desk)
    a_passage(at_desk.workspace, document, "people were hurt at the bridge")
    at_desk.desk.panes.show_passage(raised)
    here = at_desk.view.panes.focused().reader
    here.handles.show_by_keys()
    drag_end(here, ENGLISH.index("people were hurt") + 16, ENGLISH.index("bridge") + 5)
    assert "this tag already" in str(at_desk.prompts.told[0])
    assert here.walker.raised_words() == "people were hurt"


def drag_end(reader: Reader, start: int, end: int) -> None:
    """Drag the grip at the end of the raised passage from one place to another."""
    view = reader._view
    (held,) = view.findChildren(Grip, f"grip_{Edge.END.value}")
    places = [view.cursorRect(view.places.cursor(at, at)).center() for at in (start, end)]
    QTest.mousePress(held, Qt.MouseButton.LeftButton, PLAIN, held.middle())
    where = held.mapToParent(held.middle()) + places[1] - places[0]
    move(held, where)
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton, PLAIN, held.mapFromParent(where))


def move(held: Grip, where: QPoint) -> None:
    inside = held.mapFromParent(where)
    left = Qt.MouseButton.LeftButton
    around = QPointF(held.mapToGlobal(inside))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(inside), around, left, left, PLAIN)
    QApplication.sendEvent(held, event)
