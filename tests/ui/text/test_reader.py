"""The reader as the panes use it: furniture, gutter, ruler, long texts, and what a reader reads."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.ui.text.gutter import Gutter, Label
from reviewer.ui.text.lines import cursor_x
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.pointing import describe
from reviewer.ui.text.reader import Reader
from reviewer.ui.text.ruler import Ruler
from reviewer.ui.theme.tag_colours import tag_colour
from tests.ui.text.conftest import Show, alike, inside, point, view_of

PAGE = (
    "Home\nNews\nAbout us\n\n"
    "Twelve people were hurt when the lorry turned over.\n\n"
    "The driver denied it.\n\n"
    "Copyright of the page\nLeave a comment\n"
)
URDU = (
    "ہم قریب ترین اسکول سے تقریباً چھ کلومیٹر دور رہتے ہیں۔\n\nخشک موسم میں بڑے بچے پیدل جاتے ہیں۔\n"
)


def stretch(words: str) -> Span:
    return Span(PAGE.index(words), PAGE.index(words) + len(words))


FURNITURE = [stretch(w) for w in ("Home", "News", "About us", "Copyright of the page")] + [
    stretch("Leave a comment")
]
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def folded(show: Show) -> Reader:
    reader = show(PAGE)
    reader.set_furniture(FURNITURE)
    reader.fold_furniture(folded=True)
    return reader


def top_of(reader: Reader, words: str) -> int:
    return view_of(reader).page.line_place(PAGE.index(words))[2]


def test_folding_brings_the_words_up_and_unfolding_puts_them_back(show: Show) -> None:
    reader = show(PAGE)
    reader.set_furniture(FURNITURE)
    before = top_of(reader, "Twelve")
    reader.fold_furniture(folded=True)
    assert top_of(reader, "Twelve") < before - 60
    reader.fold_furniture(folded=False)
    assert top_of(reader, "Twelve") == before


def test_folding_is_told_once(show: Show, qtbot: QtBot) -> None:
    reader = show(PAGE)
    reader.set_furniture(FURNITURE)
    with qtbot.waitSignal(reader.furniture_fold_changed) as told:
        reader.fold_furniture(folded=True)
    assert told.args == [True]
    with qtbot.assertNotEmitted(reader.furniture_fold_changed):
        reader.fold_furniture(folded=True)


def test_a_press_on_the_thin_line_opens_what_it_hides(folded: Reader, qtbot: QtBot) -> None:
    view = view_of(folded)
    first, last = view.page.furniture.folds
    where = QPoint(120, view.page.top(first.first) + 12)
    QTest.mouseClick(view.viewport(), LEFT, PLAIN, where)
    assert view.page.furniture.fold_at(first.first) is None
    assert view.page.furniture.fold_at(last.first) is not None
    where = QPoint(120, view.page.top(last.first) + 12)
    with qtbot.waitSignal(folded.furniture_fold_changed) as told:
        QTest.mouseClick(view.viewport(), LEFT, PLAIN, where)
    assert told.args == [False]


def test_the_caret_walks_past_folded_lines(folded: Reader) -> None:
    view = view_of(folded)
    assert folded.caret() == PAGE.index("Twelve")
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert folded.caret() == PAGE.index("Twelve") - 1
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Left)
        assert view.page.furniture.fold_at(view.page.segments.at(folded.caret())) is None
    folded.set_caret(PAGE.index("The driver"))
    for _ in range(60):
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.page.furniture.fold_at(view.page.segments.at(folded.caret())) is None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
        assert view.page.furniture.fold_at(view.page.segments.at(folded.caret())) is None


def test_going_to_folded_words_opens_them(folded: Reader) -> None:
    folded.reveal(stretch("Leave a comment"))
    view = view_of(folded)
    assert view.page.furniture.fold_at(view.page.segments.at(PAGE.index("Leave"))) is None


def test_a_page_of_furniture_alone_can_be_folded_and_opened(show: Show) -> None:
    reader = show("Home\nNews\nAbout us")
    reader.set_furniture([Span(0, 4), Span(5, 9), Span(10, 18)])
    reader.fold_furniture(folded=True)
    QTest.keyClick(view_of(reader), Qt.Key.Key_Right)
    reader.set_caret(12)
    assert reader.caret() == 12
    assert not view_of(reader).page.furniture.folded


def test_the_next_text_is_folded_too(folded: Reader) -> None:
    folded.show_text(PAGE, [], FURNITURE, right_to_left=None, name="the same")
    view = view_of(folded)
    assert len([f for f in view.page.furniture.folds if view.page.furniture.fold_at(f.first)]) == 2
    assert folded.caret() == PAGE.index("Twelve")


# Gutter and ruler.


def labels(reader: Reader) -> list[Label]:
    gutter = reader.findChild(Gutter)
    assert isinstance(gutter, Gutter)
    gutter.repaint()
    return gutter.labels()


def named(number: int, words: str, key: str, tag: str, colour: str = "1") -> Mark:
    return Mark(number, stretch(words), colour, key, tag, f"D1·{number}")


def test_a_wide_gutter_names_the_tag_in_whole_words(show: Show) -> None:
    reader = show(PAGE, [named(1, "Twelve people", "C", "Casualty figure")], width=800)
    assert [label.words for label in labels(reader)] == ["Casualty figure"]
    reader.replace_marks([named(1, "Twelve people", "E", "Enforced disappearances of workers")])
    (label,) = labels(reader)
    assert "Enforced disappearances of workers".startswith(label.words)
    assert label.words.split() == ["Enforced", "disappearances", "of", "workers"][:1] or (
        label.words == "Enforced disappearances"
    )


def test_a_narrow_gutter_shows_the_key_alone(show: Show) -> None:
    reader = show(PAGE, [named(1, "Twelve people", "C", "Casualty figure")], width=400)
    (label,) = labels(reader)
    assert label.words == ""
    assert label.box.width() < 24


def test_beside_another_pane_the_gutter_says_the_first_word(show: Show) -> None:
    reader = show(PAGE, [named(1, "Twelve people", "C", "Casualty figure")], width=440)
    assert [label.words for label in labels(reader)] == ["Casualty"]


def test_labels_of_one_line_stand_below_each_other(show: Show) -> None:
    marks = [named(n, "people were hurt", "A", "Allegation", str(n)) for n in range(1, 4)]
    boxes = [label.box for label in labels(show(PAGE, marks, width=800))]
    assert len(boxes) == 3
    assert all(upper.bottom() <= lower.top() for upper, lower in pairwise(boxes))


def test_the_gutter_stands_where_the_lines_begin(show: Show) -> None:
    for text, left in ((PAGE, True), (URDU, False)):
        reader = show(text)
        gutter, ruler = reader.findChild(Gutter), reader.findChild(Ruler)
        assert isinstance(gutter, Gutter)
        assert isinstance(ruler, Ruler)
        assert (gutter.x() < view_of(reader).x() < ruler.x()) is left
        assert (gutter.x() > view_of(reader).x() > ruler.x()) is not left


def test_a_press_on_a_label_raises_its_passage(show: Show) -> None:
    marks = [named(1, "Twelve people were hurt", "A", "Allegation")]
    reader = show(PAGE, [*marks, named(2, "people", "C", "Casualty figure", "2")], width=800)
    (outer,) = (label for label in labels(reader) if label.bracket.mark.id == 1)
    gutter = reader.findChild(Gutter)
    assert isinstance(gutter, Gutter)
    QTest.mouseClick(gutter, LEFT, PLAIN, outer.box.center().toPoint())
    assert reader.raised() == 1
    assert reader.caret() == PAGE.index("Twelve")
    assert view_of(reader).hasFocus()


def test_the_tooltip_says_tags_and_numbers_and_reads_no_markup(show: Show) -> None:
    marks = [
        named(1, "Twelve people were hurt", "A", "Allegation"),
        named(2, "people", "C", "<b>Casualty</b> & figure", "2"),
    ]
    reader = show(PAGE, marks)
    where = inside(reader, PAGE.index("people") + 2)
    view = view_of(reader)
    event = QHelpEvent(QEvent.Type.ToolTip, where, view.viewport().mapToGlobal(where))
    QApplication.sendEvent(view.viewport(), event)
    document = QTextDocument()
    document.setHtml(QToolTip.text())
    shown = document.toPlainText().replace("\u2068", "").replace("\u2069", "")
    assert shown.split("\n") == ["C · <b>Casualty</b> & figure · D1·2", "A · Allegation · D1·1"]


def test_a_press_on_the_ruler_goes_there_and_a_drag_goes_along(show: Show) -> None:
    text = "\n".join(f"{n}: " + "the road to the valley was closed. " * 6 for n in range(500))
    reader = show(text, [Mark(1, Span(50_000, 50_300), "1", "A", "Allegation")])
    ruler = reader.findChild(Ruler)
    assert isinstance(ruler, Ruler)
    bar = view_of(reader).verticalScrollBar()
    QTest.mousePress(ruler, LEFT, PLAIN, QPoint(6, ruler.height() // 2))
    assert 0.4 < reader.place()[0] / len(text) < 0.6
    QTest.mouseMove(ruler, QPoint(6, ruler.height() - 1))
    assert bar.value() == bar.maximum()
    QTest.mouseMove(ruler, QPoint(6, 0))
    QTest.mouseRelease(ruler, LEFT, PLAIN, QPoint(6, 0))
    assert bar.value() == 0


def test_the_ruler_shows_a_passage_where_it_is(show: Show) -> None:
    text = "\n".join(f"{n}: " + "the road to the valley was closed. " * 6 for n in range(500))
    reader = show(text)
    ruler = reader.findChild(Ruler)
    assert isinstance(ruler, Ruler)
    plain = ruler.grab().toImage()
    middle = len(text) // 2
    reader.add_mark(Mark(1, Span(middle, middle + 900), "1", "A", "Allegation"))
    marked = ruler.grab().toImage()
    rows = {
        y
        for y in range(plain.height())
        for x in range(plain.width())
        if plain.pixelColor(x, y) != marked.pixelColor(x, y)
    }
    assert rows
    assert abs(min(rows) - ruler.height() / 2) < 12
    assert len(rows) < 12


def test_the_ruler_shows_very_many_passages_soon_after_the_words(show: Show, qtbot: QtBot) -> None:
    text = "the road to the valley was closed.\n" * 5_000
    marks = [Mark(n, Span(n * 35, n * 35 + 8), "1", "A", "Allegation") for n in range(5_000)]
    reader = show(text, marks)
    ruler = reader.findChild(Ruler)
    assert isinstance(ruler, Ruler)

    def is_full() -> bool:
        picture = ruler.grab().toImage()
        return alike(picture.pixelColor(3, ruler.height() // 2), tag_colour("1", dark=False))

    qtbot.waitUntil(is_full)


def test_a_passage_whose_words_are_not_there_is_said_to_be_so_under_the_pointer() -> None:
    sure = Mark(1, Span(0, 6), "1", "A", "Allegation", "D1·1")
    said = describe([sure, sure._replace(number="D1·2", sure=False)]).splitlines()
    assert "Place not certain" not in said[0]
    assert said[1].endswith("D1·2 · Place not certain")


# Long and odd texts.


def test_a_very_long_text_opens_at_once_and_is_whole_soon(show: Show, qtbot: QtBot) -> None:
    line = "the road to the valley was closed for nine days 😀 after heavy rain. " * 3
    text = "\n".join([line] * 30_000)
    reader = show("")
    view = view_of(reader)
    reader.show_text(text, [], [], right_to_left=None, name="long")
    assert len(text) > 6_000_000
    assert view.document().blockCount() < 30_000
    reader.set_caret(len(text))
    assert reader.caret() == len(text)
    qtbot.waitUntil(lambda: view.loader.done, timeout=20_000)
    assert view.document().blockCount() == 30_000
    assert view.caret() == len(text)


def test_another_text_may_come_while_a_long_one_goes_in(show: Show) -> None:
    reader = show("")
    reader.show_text("a line of words\n" * 400_000, [], [], right_to_left=None, name="long")
    reader.show_text("short", [], [], right_to_left=None, name="short")
    QApplication.processEvents()
    assert view_of(reader).document().blockCount() == 1
    assert view_of(reader).loader.done


def test_one_line_of_a_megabyte_is_read_like_any_other(show: Show) -> None:
    text = "the road to the valley was closed for nine days. " * 21_000
    reader = show(text)
    middle = len(text) // 2
    reader.reveal(Span(middle, middle + 4), flash=False)
    reader.set_caret(middle)
    assert reader.caret() == middle
    reader.select(Span(5_990, 6_020))
    assert reader.selection() == Span(5_990, 6_020)
    assert view_of(reader).createMimeDataFromSelection().text() == text[5_990:6_020]


def test_characters_that_qt_would_drop_do_not_move_the_others(show: Show) -> None:
    text = "\ufeffone\r\ntwo\u2029three\ufdd0four\nfive 😀 six"
    reader = show(text)
    for word in ("one", "two", "three", "four", "five", "six"):
        start = text.index(word)
        reader.set_caret(start)
        assert reader.caret() == start
        reader.select(Span(start, start + len(word)))
        selection = reader.selection()
        assert selection is not None
        assert selection.of(text) == word


def test_an_empty_text_has_nothing_to_take(show: Show) -> None:
    reader = show("")
    assert reader.target() is None
    assert reader.selection() is None
    assert reader.place()[0] == 0
    view = view_of(reader)
    QTest.mouseDClick(view.viewport(), LEFT, PLAIN, QPoint(30, 30))
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert reader.selection() is None


def test_a_paragraph_stands_on_the_side_it_is_written_from(show: Show) -> None:
    text = "UNICEF کی رپورٹ میں یہی لکھا ہے کہ فیس کم ہے۔\nThe survey is in English.\n\n"
    for default in (True, False, None):
        reader = show(text, right_to_left=default)
        view = view_of(reader)
        page = view.page
        urdu = page.laid_out(0).layout.lineAt(0).naturalTextRect()
        english = page.laid_out(1).layout.lineAt(0).naturalTextRect()
        assert abs(urdu.right() - page.left - page.column) < 2
        assert abs(english.left() - page.left) < 2


@pytest.mark.parametrize("default", [True, False])
def test_the_lines_qt_moves_the_caret_on_are_the_lines_that_are_painted(
    show: Show, default: bool
) -> None:
    text = f"{URDU}\n{PAGE}\nUNICEF کی رپورٹ (Education) 😀 میں۔\n" + "many words on lines " * 40
    reader = show(text, right_to_left=default, width=420)
    view = view_of(reader)
    for position in range(0, len(text), 3):
        rect = view.cursorRect(view.places.cursor(position, position))
        laid, line, top = view.page.line_place(position)
        assert rect.top() == top - view.verticalScrollBar().value()
        column = laid.columns.to_utf16(position - laid.start)
        x = cursor_x(laid.layout.lineAt(line.number), column)
        assert abs(rect.center().x() - x) <= 2


# What others hear and see.


def test_a_screen_reader_reads_the_text_as_it_is(show: Show) -> None:
    text = "Twelve people 😀 were hurt.\n\nہم قریب ترین اسکول\nlast line"
    reader = show(text, [Mark(1, Span(0, 6), "1", "A", "Allegation")])
    view = view_of(reader)
    interface = QAccessible.queryAccessibleInterface(view)
    said = interface.textInterface()
    assert said.text(0, said.characterCount()) == text
    assert interface.text(QAccessible.Text.Name) == "Interview 14"
    assert "1 tagged passage" in interface.text(QAccessible.Text.Description)
    reader.set_caret(len(text))
    assert said.cursorPosition() == said.characterCount()


def test_the_menu_is_asked_for_where_the_pointer_is(show: Show, qtbot: QtBot) -> None:
    reader = show(PAGE)
    view = view_of(reader)
    where = QPoint(60, 60)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, view.mapToGlobal(where))
    with qtbot.waitSignal(reader.context_menu_wanted) as wanted:
        QApplication.sendEvent(view.viewport(), event)
    assert wanted.args == [view.mapToGlobal(where)]


def test_the_caret_tells_where_it_goes(show: Show, qtbot: QtBot) -> None:
    reader = show(PAGE)
    with qtbot.waitSignal(reader.caret_moved) as moved:
        QTest.mouseClick(view_of(reader).viewport(), LEFT, PLAIN, point(reader, 9))
    assert moved.args == [9]


def test_the_focused_reader_is_plain_to_see(show: Show) -> None:
    reader = show(PAGE)
    reader.set_focused(False)
    calm = reader.grab().toImage()
    reader.set_focused(True)
    focused = reader.grab().toImage()
    assert calm.pixelColor(300, 0) != focused.pixelColor(300, 0)


def test_coming_to_the_text_is_told(show: Show, qtbot: QtBot) -> None:
    first, second = show(PAGE), show(PAGE)
    second.setFocus()
    with qtbot.waitSignal(first.activated):
        view_of(first).activateWindow()
        QTest.mouseClick(view_of(first).viewport(), LEFT, PLAIN, QPoint(60, 60))
        first.setFocus()
