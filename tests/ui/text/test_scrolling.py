"""Scrolling and the reading place: nothing jumps, and one comes back to where one was."""

from random import Random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.ui.text.layout import TOP
from reviewer.ui.text.reader import Reader
from reviewer.ui.text.view import REVEALED
from reviewer.ui.theme.themes import DARK
from tests.ui.text.conftest import Show, point, view_of
from tests.ui.what_stands_painted import painted_anew, what_stands_painted


def a_long_text(paragraphs: int = 400) -> str:
    random = Random(4)
    words = ("the", "road", "to", "the", "valley", "was", "closed", "for", "nine", "days")
    return "\n".join(
        " ".join(random.choice(words) for _ in range(random.choice((1, 9, 60, 200))))
        for _ in range(paragraphs)
    )


LONG = a_long_text()


def line_top(reader: Reader, position: int) -> int:
    """Return where the line of ``position`` stands in the view."""
    view = view_of(reader)
    return view.page.line_place(position)[2] - view.verticalScrollBar().value()


def test_a_passage_gone_to_stands_a_third_from_the_top(show: Show) -> None:
    reader = show(LONG)
    view = view_of(reader)
    for share in (0.9, 0.5, 0.1, 0.93):
        place = round(len(LONG) * share)
        reader.reveal(Span(place, place + 20), flash=False)
        third = view.viewport().height() * REVEALED
        assert abs(line_top(reader, place) - third) <= 1


def test_what_is_in_sight_is_pointed_out_where_it_stands(show: Show) -> None:
    reader = show(LONG)
    bar = view_of(reader).verticalScrollBar()
    middle = len(LONG) // 2
    reader.reveal(Span(middle, middle + 20), flash=False)
    before = bar.value()
    for start in (middle - 60, middle, middle + 300):
        reader.point_out(Span(start, start + 30))
        assert bar.value() == before
    long_one = Span(middle, middle + 20_000)
    reader.point_out(long_one)
    assert bar.value() == before


def test_what_is_out_of_sight_is_gone_to_before_it_is_pointed_out(show: Show) -> None:
    reader = show(LONG)
    view = view_of(reader)
    third = view.viewport().height() * REVEALED
    middle = len(LONG) // 2
    for start in (middle, middle // 2, len(LONG) - 9_000):
        reader.point_out(Span(start, start + 30))
        assert abs(line_top(reader, start) - third) <= 1
    last = view.page.hitTest(
        QPointF(200, sum(view.scroller.span) // 2 + view.viewport().height() // 2 - 3),
        Qt.HitTestAccuracy.FuzzyHit,
    )
    half_seen = Span(view.places.from_qt(last), view.places.from_qt(last) + 4_000)
    reader.point_out(half_seen)
    assert abs(line_top(reader, half_seen.start) - third) <= 1


@pytest.mark.parametrize("text", [LONG, "ہم قریب ترین اسکول سے چھ کلومیٹر دور رہتے ہیں۔\n" * 30])
def test_a_page_made_narrower_is_never_cut_at_its_side(show: Show, text: str) -> None:
    reader = show(text, width=700)
    for width in (560, 420, 700, 315, 330):
        reader.resize(width, 600)
        QApplication.processEvents()
        assert view_of(reader).horizontalScrollBar().maximum() == 0


def test_going_to_a_passage_before_there_is_a_window_is_not_forgotten(qtbot: QtBot) -> None:
    reader = Reader()
    qtbot.addWidget(reader)
    place = len(LONG) // 2
    reader.show_text(LONG, [], [], right_to_left=None, name="not seen yet")
    reader.reveal(Span(place, place + 5), flash=False)
    reader.resize(640, 700)
    reader.show()
    QApplication.processEvents()
    third = view_of(reader).viewport().height() * REVEALED
    assert abs(line_top(reader, place) - third) <= 1


def test_the_light_on_what_was_gone_to_goes_out(show: Show, qtbot: QtBot) -> None:
    reader = show(LONG)
    view = view_of(reader)
    reader.reveal(Span(3000, 3020))
    assert view.scene.flash == Span(3000, 3020)
    qtbot.waitUntil(lambda: 0 < view.scene.flash_strength < 1)
    qtbot.waitUntil(lambda: view.scene.flash_strength == 0)


def test_scrolling_up_over_what_was_never_seen_moves_the_words_by_as_much_as_asked(
    show: Show,
) -> None:
    reader = show(LONG)
    view = view_of(reader)
    reader.reveal(Span(len(LONG) // 2, len(LONG) // 2 + 1), flash=False)
    bar = view.verticalScrollBar()
    for _ in range(60):
        eye = reader.place()[0]
        before = line_top(reader, eye)
        bar.setValue(bar.value() - 37)
        assert line_top(reader, eye) == before + 37


MIXED = "The road was closed 🚧 for nine days.\nہم سکول سے چھ کلومیٹر دور رہتے ہیں۔ " + LONG[:4_000]


def test_whoever_scrolls_every_line_is_painted_where_it_is(show: Show) -> None:
    reader = show(MIXED * 4, width=460)
    view = view_of(reader)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    for step in (-90, -250, -400, -30, -500, 200, -599, -310, 100, -450, -450):
        bar.setValue(bar.value() + step)
        assert what_stands_painted(view) == painted_anew(view), step


def test_a_line_is_painted_where_it_is_when_lines_above_it_were_measured_late(show: Show) -> None:
    reader = show(MIXED * 9, width=460)
    view = view_of(reader)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    what_stands_painted(view)
    before = view.page.heights.total
    for segment in range(view.page.find(bar.value())[0]):
        view.page.laid_out(segment)
    assert view.page.heights.total != before
    assert what_stands_painted(view) == painted_anew(view)


def test_the_end_of_the_text_can_be_reached(show: Show) -> None:
    reader = show(LONG)
    view = view_of(reader)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert reader.caret() == len(LONG)
    assert 0 <= line_top(reader, len(LONG)) < view.viewport().height()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() == bar.maximum()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.77])
def test_the_reading_place_survives_width_face_and_theme(show: Show, share: float) -> None:
    reader = show(LONG)
    view_of(reader).verticalScrollBar().setValue(round(share * 90_000))
    start, past = reader.place()
    for width in (690, 650, 480, 530, 610, 700):
        reader.resize(width, 600)
        QApplication.processEvents()
        assert first_line_shows(reader, start)
    assert reader.place() == (start, past)
    reader.set_reading_font(17, 1.5, 60)
    assert first_line_shows(reader, start)
    reader.set_reading_font(13, 1.25, 72)
    reader.set_theme(DARK)
    assert first_line_shows(reader, start)
    reader.show_text("something else", [], [], right_to_left=None, name="other")
    reader.show_text(LONG, [], [], right_to_left=None, name="again")
    reader.restore_place((start, past))
    view = view_of(reader)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 1)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 1)
    again, past_again = reader.place()
    assert again == start
    assert past_again == pytest.approx(past, abs=0.05)


def first_line_shows(reader: Reader, position: int) -> bool:
    """Say whether the line that holds ``position`` is the first in view."""
    view = view_of(reader)
    _laid, line, _y = view.page.line_place(position)
    return -(line.height + view.page.look.lead) < line_top(reader, position) <= TOP


def test_places_outside_the_text_go_to_its_nearer_end(show: Show) -> None:
    reader = show("a few words")
    reader.restore_place((5_000, 0.5))
    reader.set_caret(5_000)
    assert reader.caret() == len("a few words")
    reader.set_caret(-5)
    assert reader.caret() == 0


def test_the_caret_is_brought_into_view(show: Show) -> None:
    reader = show(LONG)
    place = len(LONG) * 2 // 3
    reader.set_caret(place)
    assert 0 <= point(reader, place).y() < view_of(reader).viewport().height()


def test_the_wheel_glides_and_arrives(show: Show, qtbot: QtBot) -> None:
    reader = show(LONG)
    view = view_of(reader)
    view.wheelEvent(a_turn(QPoint(0, -120)))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() >= 100)
    view.wheelEvent(a_turn(QPoint(0, 1200)))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == 0)


def test_a_touchpad_scrolls_by_its_pixels(show: Show) -> None:
    reader = show(LONG)
    view = view_of(reader)
    view.wheelEvent(a_turn(QPoint(0, -8), pixels=QPoint(0, -33)))
    assert view.verticalScrollBar().value() == 33


def test_the_wheel_with_ctrl_is_left_to_the_window(show: Show) -> None:
    reader = show(LONG)
    view = view_of(reader)
    size = view.document().defaultFont().pixelSize()
    event = a_turn(QPoint(0, -120), keys=Qt.KeyboardModifier.ControlModifier)
    view.wheelEvent(event)
    assert not event.isAccepted()
    assert view.document().defaultFont().pixelSize() == size
    assert view.verticalScrollBar().value() == 0


def a_turn(
    angle: QPoint,
    *,
    pixels: QPoint | None = None,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> QWheelEvent:
    return QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        pixels or QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - not inverted
    )


def test_only_what_was_seen_is_laid_out_and_not_for_ever(show: Show) -> None:
    text = "\n".join(f"line {n}" for n in range(3_000))
    reader = show(text)
    view = view_of(reader)
    seen = len(list(view.page.laid_segments()))
    assert seen < 40
    bar = view.verticalScrollBar()
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + view.viewport().height())
    assert len(list(view.page.laid_segments())) < 800
    reader.set_caret(7)
    assert reader.caret() == 7
