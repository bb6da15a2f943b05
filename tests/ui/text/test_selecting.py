"""Selecting by mouse and keys: what is taken is what is seen, in code points."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.ui.text.reader import Reader
from tests.ui.text.conftest import Show, a_mark, drag, inside, point, view_of

ENGLISH = (
    "Twelve people were hurt when the lorry turned over. The driver denied it.\n"
    "\n"
    "“Nobody asked us,” she said. It wasn't the first time. 😀 The road is bad.\n"
)
URDU = (
    "ہم قریب ترین اسکول سے تقریباً چھ کلومیٹر دور رہتے ہیں۔ خشک موسم میں بڑے بچے پیدل جاتے ہیں۔\n"
    "\n"
    "UNICEF کی 2023 کی رپورٹ (Education Survey) میں بھی یہی لکھا ہے کہ فیس کم ہے۔\n"
)
FAMILY = "👩\u200d👩\u200d👧"


def words_of(reader: Reader, text: str) -> str | None:
    selection = reader.selection()
    return selection.of(text) if selection else None


def test_dragging_from_one_word_to_another_selects_what_lies_between(show: Show) -> None:
    reader = show(ENGLISH)
    start, end = ENGLISH.index("people"), ENGLISH.index(" when")
    drag(reader, point(reader, start), point(reader, end))
    assert reader.selection() == Span(start, end)
    assert reader.target() == Span(start, end)
    assert reader.caret() == end


def test_dragging_backwards_selects_the_same(show: Show) -> None:
    reader = show(ENGLISH)
    start, end = ENGLISH.index("people"), ENGLISH.index(" when")
    drag(reader, point(reader, end), point(reader, start))
    assert reader.selection() == Span(start, end)
    assert reader.caret() == start


@pytest.mark.parametrize("width", [700, 480])
def test_dragging_over_an_urdu_word_selects_that_word(show: Show, width: int) -> None:
    reader = show(URDU, width=width)
    for word in ("قریب", "کلومیٹر", "موسم", "پیدل", "رپورٹ"):
        start = URDU.index(word)
        drag(reader, point(reader, start), point(reader, start + len(word)))
        assert words_of(reader, URDU) == word


def test_dragging_on_a_selection_begins_a_new_one_and_not_a_drag_of_words(show: Show) -> None:
    reader = show(ENGLISH)
    reader.select(Span(0, 40))
    drag(reader, point(reader, 7), point(reader, 13))
    assert words_of(reader, ENGLISH) == "people"


@pytest.mark.parametrize(
    ("text", "word", "taken"),
    [
        (ENGLISH, "people", "people"),
        (ENGLISH, "wasn't", "wasn't"),
        (ENGLISH, "asked", "asked"),
        (ENGLISH, "time", "time"),
        (URDU, "ہیں۔ خشک", "ہیں"),
        (URDU, "2023", "2023"),
    ],
)
def test_a_double_click_takes_the_word_and_not_its_stop(
    show: Show, text: str, word: str, taken: str
) -> None:
    reader = show(text)
    port = view_of(reader).viewport()
    where = inside(reader, text.index(word) + 1)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert words_of(reader, text) == taken


def test_a_third_click_takes_the_sentence(show: Show) -> None:
    reader = show(ENGLISH)
    port = view_of(reader).viewport()
    where = inside(reader, ENGLISH.index("driver"))
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(port, left, plain, where)
    QTest.mousePress(port, left, plain, where)
    QTest.mouseRelease(port, left, plain, where)
    assert words_of(reader, ENGLISH) == "The driver denied it."


def test_dragging_on_after_a_double_click_takes_whole_words(show: Show) -> None:
    reader = show(ENGLISH)
    port = view_of(reader).viewport()
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(port, left, plain, inside(reader, ENGLISH.index("were")))
    move_with_button(reader, inside(reader, ENGLISH.index("lorry") + 2))
    assert words_of(reader, ENGLISH) == "were hurt when the lorry"
    move_with_button(reader, inside(reader, ENGLISH.index("people") + 2))
    assert words_of(reader, ENGLISH) == "people were"
    assert reader.caret() == ENGLISH.index("people")
    QTest.mouseRelease(port, left, plain, inside(reader, ENGLISH.index("people")))


def move_with_button(reader: Reader, where: QPoint) -> None:
    port = view_of(reader).viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(where),
        QPointF(port.mapToGlobal(where)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(port, event)


def test_an_emoji_is_one_step_and_one_code_point(show: Show) -> None:
    reader = show("a😀b")
    view = view_of(reader)
    reader.set_caret(1)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert reader.selection() == Span(1, 2)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert reader.caret() == 3


def test_a_family_of_joined_emoji_is_never_split(show: Show) -> None:
    text = f"a{FAMILY}b e\u0301x"
    reader = show(text)
    view = view_of(reader)
    for _ in range(len(text)):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        selection = reader.selection()
        assert selection is not None
        assert selection.end in {
            1,
            1 + len(FAMILY),
            2 + len(FAMILY),
            3 + len(FAMILY),
            5 + len(FAMILY),
            len(text),
        }


def test_a_selection_inside_a_cluster_widens_to_it_and_is_painted_so(show: Show) -> None:
    text = f"a{FAMILY}b"
    reader = show(text)
    view = view_of(reader)
    view.setTextCursor(view.places.cursor(2, 4))
    assert reader.selection() == Span(1, 1 + len(FAMILY))
    view.mouse_released.emit()
    assert view.places.span(view.textCursor()) == Span(1, 1 + len(FAMILY))


def test_without_a_selection_the_sentence_at_the_caret_is_the_target(show: Show) -> None:
    reader = show(ENGLISH)
    reader.set_caret(ENGLISH.index("denied"))
    target = reader.target()
    assert reader.selection() is None
    assert target is not None
    assert target.of(ENGLISH) == "The driver denied it."


def test_on_a_blank_line_there_is_no_target(show: Show) -> None:
    reader = show(ENGLISH)
    reader.set_caret(ENGLISH.index("\n\n") + 1)
    assert reader.target() is None
    reader.grow()
    reader.shrink()
    assert reader.target() is None


def test_growing_without_a_selection_leaves_the_caret_where_it_is(show: Show, qtbot: QtBot) -> None:
    reader = show(ENGLISH)
    reader.set_caret(ENGLISH.index("denied"))
    with qtbot.waitSignal(reader.target_changed):
        reader.grow()
    target = reader.target()
    assert target is not None
    assert target.of(ENGLISH) == ENGLISH.split("\n", maxsplit=1)[0]
    assert reader.selection() is None
    assert reader.caret() == ENGLISH.index("denied")
    reader.shrink()
    target = reader.target()
    assert target is not None
    assert target.of(ENGLISH) == "The driver denied it."


def test_growing_a_selection_selects_more_and_shrinking_keeps_where_it_began(show: Show) -> None:
    reader = show(ENGLISH)
    start = ENGLISH.index("driver")
    reader.select(Span(start, start + 6))
    reader.grow()
    assert words_of(reader, ENGLISH) == "The driver denied it."
    for _ in range(4):
        reader.shrink()
    assert words_of(reader, ENGLISH) == "driver"


def test_moving_the_caret_forgets_what_was_grown(show: Show) -> None:
    reader = show(ENGLISH)
    reader.set_caret(ENGLISH.index("denied"))
    reader.grow()
    QTest.keyClick(view_of(reader), Qt.Key.Key_Right)
    target = reader.target()
    assert target is not None
    assert target.of(ENGLISH) == "The driver denied it."


def test_the_arrow_keys_follow_the_paragraph_and_not_its_first_letter(show: Show) -> None:
    reader = show(URDU)
    view = view_of(reader)
    start = URDU.index("رپورٹ")
    reader.set_caret(start)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert reader.caret() == start + 1
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert reader.caret() == start


def test_what_is_copied_is_cut_from_the_text_itself(show: Show) -> None:
    text = "12\u00a0people\u2060, “here”.\n" + "word " * 4000
    reader = show(text)
    reader.select(Span(0, len(text)))
    data = view_of(reader).createMimeDataFromSelection()
    assert data.text() == text
    QTest.keyClick(view_of(reader), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == text


def in_window(window: QWidget, reader: Reader) -> None:
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    reader.setFocus()
    assert view_of(reader).hasFocus()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_1, Qt.Key.Key_BracketLeft, Qt.Key.Key_Delete]
)
def test_plain_keys_reach_the_window(show: Show, qtbot: QtBot, key: Qt.Key) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    reader = show(ENGLISH)
    layout.addWidget(reader)
    pressed: list[bool] = []
    QShortcut(QKeySequence(key), window).activated.connect(lambda: pressed.append(True))
    in_window(window, reader)
    QTest.keyClick(view_of(reader), key)
    assert pressed == [True]


def test_tab_goes_through_the_passages_at_the_caret_and_leaves_without_any(
    show: Show, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    marks = [
        a_mark(1, ENGLISH, "Twelve people were hurt"),
        a_mark(2, ENGLISH, "people were"),
        a_mark(3, ENGLISH, "people were hurt when"),
    ]
    reader, field = show(ENGLISH, marks), QLineEdit()
    layout.addWidget(reader)
    layout.addWidget(field)
    in_window(window, reader)
    reader.set_caret(ENGLISH.index("were"))
    assert [mark.id for mark in reader.marks_at_caret()] == [2, 3, 1]
    assert reader.raised() == 2
    view = view_of(reader)
    seen = []
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        seen.append(reader.raised())
    assert seen == [3, 1]
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert reader.raised() == 3
    assert view.hasFocus()
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Tab)
    assert field.hasFocus(), "once through, the keys go on"
    assert reader.raised() == 1
    view.setFocus()
    reader.set_caret(ENGLISH.index("driver"))
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert field.hasFocus()


def press(reader: Reader, key: Qt.Key, *, by_word: bool = False) -> str | None:
    held = Qt.KeyboardModifier.ShiftModifier
    if by_word:
        held |= Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view_of(reader), key, held)
    return words_of(reader, view_of(reader).text)


def test_a_key_takes_a_word_in_and_the_other_lets_it_go_again(show: Show) -> None:
    reader = show(ENGLISH)
    reader.select(Span(0, len("Twelve people")))
    left, right = Qt.Key.Key_Left, Qt.Key.Key_Right
    assert press(reader, right) == "Twelve people "
    assert press(reader, right) == "Twelve people were"
    assert press(reader, left) == "Twelve people "
    assert press(reader, left) == "Twelve people"
    assert press(reader, left, by_word=True) == "Twelve "
    assert press(reader, right, by_word=True) == "Twelve people "
    for _ in range(3):
        press(reader, left)
    assert press(reader, left) is None


def test_keys_take_urdu_words_whole_the_way_they_run(show: Show) -> None:
    reader = show(URDU)
    start = URDU.index("قریب")
    reader.set_caret(start)
    assert press(reader, Qt.Key.Key_Left) == "قریب"
    assert press(reader, Qt.Key.Key_Left, by_word=True) == "قریب "
    assert press(reader, Qt.Key.Key_Left, by_word=True) in {"قریب ترین", "قریب ترین "}
    reader.set_caret(start + 4)
    assert press(reader, Qt.Key.Key_Right) == "قریب"


def test_a_word_that_a_drag_cut_through_is_what_a_tag_takes(show: Show) -> None:
    reader = show(ENGLISH)
    start, end = ENGLISH.index("people"), ENGLISH.index("hurt") + 2
    drag(reader, point(reader, start + 2), point(reader, end))
    assert words_of(reader, ENGLISH) == "people were hurt"
    assert reader.target() == reader.selection()
