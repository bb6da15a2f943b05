"""What is painted where: by the colour of single pixels, so that it holds for any face."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.ui.text.inks import Inks
from reviewer.ui.text.lines import ranges
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.reader import Reader
from reviewer.ui.theme.tag_colours import over, tag_colour, tint
from reviewer.ui.theme.themes import DARK, LIGHT
from tests.ui.text.conftest import Show, a_mark, alike, behind, inside, picture, under_bar, view_of

TEXT = (
    "Twelve people were hurt when the lorry turned over on the long road to the valley, said a "
    "driver who had seen it all from the other side of the river and called for help at once. "
    "Nobody came.\n\nThe office said nothing.\n"
)
URDU = "ہم قریب ترین اسکول سے تقریباً چھ کلومیٹر دور رہتے ہیں۔ رپورٹ (Education Survey) میں لکھا ہے۔"
PAGE = LIGHT.page


def test_an_added_passage_is_seen_at_once_and_a_removed_one_is_gone(show: Show) -> None:
    reader = show(TEXT)
    place = TEXT.index("people") + 2
    document = view_of(reader).document()
    before = (document.revision(), document.toRawText())
    assert alike(under_bar(reader, place, 0), PAGE)
    reader.add_mark(a_mark(1, TEXT, "people were hurt"))
    assert alike(under_bar(reader, place, 0), tag_colour("1", dark=False))
    assert alike(behind(reader, place), over(tint("1", 1, dark=False), PAGE))
    reader.remove_mark(1)
    assert alike(under_bar(reader, place, 0), PAGE)
    assert alike(behind(reader, place), PAGE)
    assert (document.revision(), document.toRawText()) == before


def test_the_words_before_and_after_a_passage_are_left_alone(show: Show) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "people were hurt")])
    assert alike(behind(reader, TEXT.index("Twelve") + 2), PAGE)
    assert alike(under_bar(reader, TEXT.index("lorry") + 2, 0), PAGE)


def test_a_passage_keeps_its_lane_on_every_line(show: Show) -> None:
    inner, outer = "lorry turned over", TEXT.split("\n", maxsplit=1)[0]
    reader = show(TEXT, [a_mark(1, TEXT, outer, "1"), a_mark(2, TEXT, inner, "2")], width=520)
    assert view_of(reader).page.laid_out(0).lines[1].start < TEXT.index("once")
    for words in ("Twelve", "lorry", "once"):
        assert alike(under_bar(reader, TEXT.index(words) + 2, 0), tag_colour("1", dark=False))
    assert alike(under_bar(reader, TEXT.index("lorry") + 2, 1), tag_colour("2", dark=False))
    assert under_bar(reader, TEXT.index("once") + 2, 1) != tag_colour("2", dark=False)


def test_the_tint_is_that_of_the_innermost_passage(show: Show) -> None:
    marks = [a_mark(1, TEXT, "Twelve people were hurt when", "1"), a_mark(2, TEXT, "hurt", "2")]
    reader = show(TEXT, marks)
    assert alike(behind(reader, TEXT.index("were") + 1), over(tint("1", 1, dark=False), PAGE))
    assert alike(behind(reader, TEXT.index("hurt") + 1), over(tint("2", 2, dark=False), PAGE))


def test_crossing_passages_lie_in_different_lanes(show: Show) -> None:
    marks = [a_mark(1, TEXT, "Twelve people were", "1"), a_mark(2, TEXT, "people were hurt", "2")]
    reader = show(TEXT, marks)
    shared = TEXT.index("were") + 1
    assert alike(under_bar(reader, shared, 0), tag_colour("1", dark=False))
    assert alike(under_bar(reader, shared, 1), tag_colour("2", dark=False))


def test_a_passage_deeper_than_six_is_counted_and_not_lost(show: Show) -> None:
    marks = [a_mark(n, TEXT, "people were hurt", str(n)) for n in range(1, 9)]
    reader = show(TEXT, marks)
    view = view_of(reader)
    strokes = view.painter.strokes(view.page.laid_out(0))
    assert strokes.more == {0: 2}
    assert len({bar.lane for bar in strokes.bars}) == 6


def test_the_raised_passage_stands_out_and_the_others_are_faint(show: Show, qtbot: QtBot) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "people were", "1"), a_mark(2, TEXT, "lorry", "2")])
    with qtbot.waitSignal(reader.mark_raised) as raised:
        reader.raise_mark(2)
    assert raised.args == [2]
    assert reader.raised() == 2
    assert alike(under_bar(reader, TEXT.index("lorry") + 2, 0), tag_colour("2", dark=False))
    faint = Inks(LIGHT).colour("1", True)  # noqa: FBT003 - cached by place
    assert alike(under_bar(reader, TEXT.index("people") + 2, 0), over(faint, PAGE))
    reader.raise_mark(None)
    assert alike(under_bar(reader, TEXT.index("people") + 2, 0), tag_colour("1", dark=False))


def test_the_caret_raises_what_it_moves_into(show: Show) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "people were", "1"), a_mark(2, TEXT, "lorry", "2")])
    reader.set_caret(TEXT.index("lorry") + 2)
    assert reader.raised() == 2
    QTest.keyClick(view_of(reader), Qt.Key.Key_Home)
    assert reader.raised() is None
    reader.select(Span(TEXT.index("lorry"), TEXT.index("lorry") + 5))
    assert reader.raised() is None


def test_a_removed_passage_is_raised_no_longer(show: Show) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "people were")])
    reader.raise_mark(1)
    reader.remove_mark(1)
    assert reader.raised() is None
    reader.raise_mark(1)
    assert reader.raised() is None


def test_replacing_all_passages_keeps_the_raised_one_if_it_is_there(show: Show) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "people were"), a_mark(2, TEXT, "lorry")])
    reader.raise_mark(2)
    reader.replace_marks([a_mark(2, TEXT, "lorry turned"), a_mark(3, TEXT, "office")])
    assert reader.raised() == 2
    assert alike(under_bar(reader, TEXT.index("people") + 2, 0), PAGE)
    reader.replace_marks([a_mark(3, TEXT, "office")])
    assert reader.raised() is None


def test_the_pointer_raises_the_lane_it_is_on(show: Show, qtbot: QtBot) -> None:
    marks = [a_mark(1, TEXT, "Twelve people were hurt", "1"), a_mark(2, TEXT, "were", "2")]
    reader = show(TEXT, marks)
    view = view_of(reader)
    place = TEXT.index("were") + 1
    where = inside(reader, place)
    QTest.mouseMove(view.viewport(), where)
    qtbot.waitUntil(lambda: view.scene.hovered == 2)
    _laid, line, y = view.page.line_place(place)
    where.setY(y + line.height + 2)
    QTest.mouseMove(view.viewport(), where)
    qtbot.waitUntil(lambda: view.scene.hovered == 1)
    where.setY(y + line.height + 60)
    QTest.mouseMove(view.viewport(), where)
    qtbot.waitUntil(lambda: view.scene.hovered is None)


def test_quiet_leaves_the_lanes_and_takes_the_tint(show: Show) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "people were hurt")])
    place = TEXT.index("people") + 2
    reader.set_quiet(True)
    assert alike(behind(reader, place), PAGE)
    assert alike(under_bar(reader, place, 0), tag_colour("1", dark=False))
    reader.set_quiet(False)
    assert alike(behind(reader, place), over(tint("1", 1, dark=False), PAGE))


def test_where_everything_is_tagged_the_page_is_quiet_by_itself(show: Show) -> None:
    reader = show(TEXT)
    view = view_of(reader)
    assert not view.scene.quiet
    whole = Span(0, len(TEXT) - 1)
    reader.replace_marks([Mark(n, whole, str(n), "A", "Allegation") for n in range(1, 6)])
    assert view.scene.quiet
    reader.set_quiet(False)
    assert not view.scene.quiet


def test_the_dark_theme_paints_in_its_own_colours(show: Show) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "people were hurt")])
    reader.set_theme(DARK)
    place = TEXT.index("people") + 2
    assert alike(under_bar(reader, place, 0), tag_colour("1", dark=True))
    assert alike(behind(reader, place), over(tint("1", 1, dark=True), DARK.page))


def test_furniture_is_dimmed_and_the_rest_is_not(show: Show) -> None:
    reader = show(TEXT)
    plain = picture(reader)
    reader.set_furniture([Span(TEXT.index("The office"), len(TEXT) - 1)])
    dimmed = picture(reader)
    assert darkest(reader, plain, "The office") < darkest(reader, dimmed, "The office")
    assert darkest(reader, plain, "Nobody") == darkest(reader, dimmed, "Nobody")


def darkest(reader: Reader, image: QImage, words: str) -> int:
    start = TEXT.index(words)
    left, right = inside(reader, start), inside(reader, start + len(words) - 1)
    rows = range(left.y() - 8, left.y() + 8)
    columns = range(left.x() - 4, right.x())
    return min(image.pixelColor(x, y).lightness() for x in columns for y in rows)


def test_every_letter_of_a_mixed_line_has_a_place_and_they_fill_the_line(show: Show) -> None:
    reader = show(URDU)
    view = view_of(reader)
    laid = view.page.laid_out(0)
    assert laid.mixed
    for line in laid.lines:
        whole = ranges(laid, line, line.start, line.ink_end)
        assert len(whole) == 1
        inner = ranges(laid, line, URDU.index("(Educ"), URDU.index(" میں لکھا"))
        before = ranges(laid, line, 0, URDU.index("(Educ"))
        widths = sum(b - a for a, b in [*inner, *before])
        assert all(whole[0][0] - 1 <= a and b <= whole[0][1] + 1 for a, b in [*inner, *before])
        assert widths <= whole[0][1] - whole[0][0] + 2


def test_a_latin_stretch_in_urdu_is_tinted_where_it_stands(show: Show) -> None:
    reader = show(URDU, [a_mark(1, URDU, "Education")])
    assert alike(behind(reader, URDU.index("cation")), over(tint("1", 1, dark=False), PAGE))
    assert alike(behind(reader, URDU.index("Survey") + 2), PAGE)
    assert alike(behind(reader, URDU.index("قریب") + 1), PAGE)
