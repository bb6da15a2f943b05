"""Grips at the ends of the raised passage: words follow live, and letting go asks once."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.boundaries import Edge
from reviewer.domain.spans import Span
from reviewer.ui.text.grips import Grip
from reviewer.ui.text.reader import Reader
from tests.ui.text.conftest import Show, a_mark, inside, point, view_of

ENGLISH = "Twelve people were hurt when the lorry turned over. The driver denied it.\n" * 3
URDU = "ہم قریب ترین اسکول سے تقریباً چھ کلومیٹر دور رہتے ہیں۔ خشک موسم میں بچے پیدل جاتے ہیں۔\n"
MIXED = "The report یونیسف نے کہا ہے says more than that.\n"
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


def raised(show: Show, text: str, words: str, *, width: int = 700) -> Reader:
    reader = show(text, [a_mark(1, text, words)], width=width)
    reader.handles.set_editable(True)
    reader.raise_mark(1)
    reader.handles.show_by_keys()
    return reader


def grip(reader: Reader, each: Edge) -> Grip:
    (found,) = view_of(reader).findChildren(Grip, f"grip_{each.value}")
    return found


def words(reader: Reader) -> str:
    return reader.walker.raised_words()


def pull(reader: Reader, each: Edge, position: int, *, keys: Qt.KeyboardModifier = PLAIN) -> Grip:
    """Take a grip and bring it to before a letter; it is still held."""
    held = grip(reader, each)
    span = view_of(reader).scene.marks.get(1)
    assert span is not None
    here = span.span.start if each is Edge.START else span.span.end
    way = point(reader, position) - point(reader, here)
    QTest.mousePress(held, LEFT, PLAIN, held.middle())
    start = held.mapToParent(held.middle())
    for step in (1, 2, 3, 4):
        move(held, start + QPoint(way.x() * step // 4, way.y() * step // 4), keys)
    return held


def move(held: Grip, where: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    inside = QPointF(held.mapFromParent(where))
    around = QPointF(held.mapToGlobal(inside.toPoint()))
    event = QMouseEvent(QEvent.Type.MouseMove, inside, around, LEFT, LEFT, keys)
    QApplication.sendEvent(held, event)


def let_go(held: Grip) -> None:
    QTest.mouseRelease(held, LEFT, PLAIN, held.middle())


def test_grips_show_where_the_pointer_is_near_and_after_keys(show: Show) -> None:
    reader = show(ENGLISH, [a_mark(1, ENGLISH, "people were")])
    reader.handles.set_editable(True)
    port = view_of(reader).viewport()
    reader.set_caret(ENGLISH.index("people") + 2)
    assert not grip(reader, Edge.START).isVisible()
    QTest.mouseMove(port, point(reader, ENGLISH.index("were") + 1))
    assert grip(reader, Edge.START).isVisible()
    assert grip(reader, Edge.END).isVisible()
    QTest.mouseMove(port, QPoint(300, 500))
    assert not grip(reader, Edge.START).isVisible()
    reader.handles.change_edge()
    assert grip(reader, Edge.START).isVisible()
    reader.set_caret(ENGLISH.index("driver"))
    assert not grip(reader, Edge.START).isVisible()


def test_where_nothing_may_be_changed_there_are_none(show: Show) -> None:
    reader = show(ENGLISH, [a_mark(1, ENGLISH, "people were")])
    reader.raise_mark(1)
    reader.handles.show_by_keys()
    assert not grip(reader, Edge.END).isVisible()
    assert not reader.handles.change_edge()
    reader.handles.set_editable(True)
    assert grip(reader, Edge.END).isVisible()
    unsure = a_mark(1, ENGLISH, "people were")._replace(sure=False)
    reader.add_mark(unsure)
    view_of(reader).refresh()
    assert not grip(reader, Edge.END).isVisible()


def test_a_grip_that_is_dragged_takes_whole_words_and_asks_once(show: Show, qtbot: QtBot) -> None:
    reader = raised(show, ENGLISH, "people were")
    asked: list[tuple[int, Span]] = []
    reader.handles.moved.connect(lambda one, span: asked.append((one, span)))
    held = pull(reader, Edge.END, ENGLISH.index("lorry") + 4)
    assert words(reader) == "people were hurt when the lorry"
    assert reader.handles.is_dragging()
    assert asked == []
    with qtbot.waitSignal(reader.handles.moved):
        let_go(held)
    start = ENGLISH.index("people")
    assert asked == [(1, Span(start, ENGLISH.index("lorry") + 5))]
    assert words(reader) == "people were"  # until it is done
    assert not reader.handles.is_dragging()


def test_the_beginning_is_dragged_too_and_one_word_always_stays(show: Show) -> None:
    reader = raised(show, ENGLISH, "people were hurt")
    held = pull(reader, Edge.START, 0)
    assert words(reader) == "Twelve people were hurt"
    let_go(held)
    held = pull(reader, Edge.START, ENGLISH.index("lorry"))
    assert words(reader) == "hurt"
    let_go(held)


@pytest.mark.parametrize("on_the_words", [False, True])
@pytest.mark.parametrize(
    ("each", "to", "taken"),
    [
        (Edge.END, "lamp", "for the gate to the lamp"),
        (Edge.START, "hill", "hill and for the gate"),
    ],
)
def test_a_knob_taken_at_its_middle_keeps_the_line_it_hangs_from(
    show: Show, each: Edge, to: str, taken: str, on_the_words: bool
) -> None:
    line = "Over the hill and from the gate to the lamp.\n"
    reader = raised(show, line + line.replace("from", "for") + line, "for the gate")
    text = view_of(reader).text
    middle = text.index("for the gate")
    place = text.index(to, middle) if each is Edge.END else text.rindex(to, 0, middle)
    word = inside(reader, place + (3 if each is Edge.END else 0))  # nearer to the far side
    assert word.y() == point(reader, middle).y()
    held = grip(reader, each)
    start = held.mapToParent(held.middle())
    QTest.mousePress(held, LEFT, PLAIN, held.middle())
    end = QPoint(word.x(), word.y() if on_the_words else start.y())
    for step in (1, 2, 3, 4):
        move(held, start + (end - start) * step / 4)
    assert words(reader) == taken
    let_go(held)


def test_with_alt_it_goes_to_the_letter(show: Show) -> None:
    reader = raised(show, ENGLISH, "people were")
    held = pull(reader, Edge.END, ENGLISH.index("hurt") + 2, keys=ALT)
    assert words(reader) == "people were hu"
    let_go(held)


@pytest.mark.parametrize("width", [700, 480])
def test_in_a_text_that_runs_to_the_left_the_grips_are_on_the_other_sides(
    show: Show, width: int
) -> None:
    reader = raised(show, URDU, "ترین اسکول", width=width)
    begins, ends = grip(reader, Edge.START), grip(reader, Edge.END)
    assert begins.geometry().center().x() > ends.geometry().center().x()
    held = pull(reader, Edge.END, URDU.index("چھ") + 2)
    assert words(reader) == "ترین اسکول سے تقریباً چھ"
    let_go(held)
    held = pull(reader, Edge.START, URDU.index("قریب"))
    assert words(reader) == "قریب ترین اسکول"
    let_go(held)


def test_where_directions_mix_a_grip_stands_at_the_outer_side_of_its_own_letter(
    show: Show,
) -> None:
    reader = raised(show, MIXED, "یونیسف نے کہا ہے")
    begins, ends = grip(reader, Edge.START), grip(reader, Edge.END)
    assert begins.geometry().center().x() > ends.geometry().center().x()


def test_escape_while_dragging_leaves_everything_as_it_was(show: Show) -> None:
    reader = raised(show, ENGLISH, "people were")
    asked: list[int] = []
    reader.handles.moved.connect(lambda one, _span: asked.append(one))
    held = pull(reader, Edge.END, ENGLISH.index("lorry") + 4)
    assert reader.walker.let_go_of_words()
    assert words(reader) == "people were"
    assert reader.raised() == 1
    move(held, QPoint(400, 10))
    assert words(reader) == "people were"
    let_go(held)
    assert asked == []


def test_a_click_on_a_grip_changes_nothing(show: Show) -> None:
    reader = raised(show, ENGLISH, "people were")
    asked: list[int] = []
    reader.handles.moved.connect(lambda one, _span: asked.append(one))
    held = grip(reader, Edge.END)
    QTest.mouseClick(held, LEFT, PLAIN, held.middle())
    assert asked == []
    assert words(reader) == "people were"


def test_what_is_changed_meanwhile_ends_the_drag_and_stays(show: Show) -> None:
    reader = raised(show, ENGLISH, "people were")
    held = pull(reader, Edge.END, ENGLISH.index("lorry") + 4)
    other = a_mark(1, ENGLISH, "people were hurt")
    reader.add_mark(other)
    assert words(reader) == "people were hurt"
    assert not reader.handles.is_dragging()
    let_go(held)
    assert words(reader) == "people were hurt"


def test_dragged_over_the_edge_of_the_page_the_text_scrolls_on(show: Show, qtbot: QtBot) -> None:
    text = ENGLISH * 20
    reader = raised(show, text, "people were")
    view = view_of(reader)
    held = grip(reader, Edge.END)
    QTest.mousePress(held, LEFT, PLAIN, held.middle())
    move(held, QPoint(200, view.viewport().height() + 60))
    in_sight = len(words(reader))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 60)
    assert len(words(reader)) > in_sight
    assert held.isVisible()
    let_go(held)


def test_the_grips_follow_the_page_and_go_with_their_letters(show: Show) -> None:
    text = ENGLISH * 20
    reader = raised(show, text, "people were")
    before = grip(reader, Edge.END).y()
    bar = view_of(reader).verticalScrollBar()
    bar.setValue(10)
    assert grip(reader, Edge.END).y() == before - 10
    bar.setValue(900)
    assert not grip(reader, Edge.END).isVisible()


def test_keys_move_the_end_until_the_other_is_asked_for(show: Show) -> None:
    reader = raised(show, ENGLISH, "people were")
    assert reader.walker.moving_edge() is Edge.END
    assert reader.walker.change_ends() is Edge.START
    assert reader.walker.chosen_edge() is Edge.START
    reader.raise_mark(None)
    reader.raise_mark(1)
    assert reader.walker.moving_edge() is Edge.END


@pytest.mark.parametrize("words", ["people were", "denied it.\n", "it.\nTwelve", "\nTwelve"])
@pytest.mark.parametrize("text", [ENGLISH, MIXED.replace("more", "people were denied it.\nTwelve")])
def test_grips_stand_at_words_that_begin_or_end_with_a_line_end(
    show: Show, text: str, words: str
) -> None:
    start = text.index(words)
    reader = show(text, [a_mark(1, text, words)])
    reader.handles.set_editable(True)
    reader.set_caret(start)
    reader.raise_mark(1)
    reader.handles.show_by_keys()
    assert grip(reader, Edge.START).isVisible()
    assert grip(reader, Edge.END).isVisible()
