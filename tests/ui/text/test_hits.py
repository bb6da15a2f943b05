"""Hits found by place, framed in the text, and in the ruler's own column."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from reviewer.domain.spans import Span
from reviewer.ui.text.hits import Hits
from reviewer.ui.text.reader import Reader
from reviewer.ui.text.ruler import Ruler
from reviewer.ui.theme.tag_colours import over, tint
from reviewer.ui.theme.themes import DARK, LIGHT
from tests.ui.text.conftest import Show, a_mark, alike, behind, inside, picture, view_of

TEXT = "Salt was sold at the gate.\n" + "Nobody said why. " * 40 + "\nThe salt store burned.\n" * 60


def spans_of(text: str, words: str) -> list[Span]:
    found, at = [], text.lower().find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.lower().find(words, at + 1)
    return found


@st.composite
def several(draw: st.DrawFn) -> list[Span]:
    """Return spans in order that do not overlap."""
    found, at = [], 0
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)))):
        found.append(Span(at + gap, at + gap + length))
        at = found[-1].end
    return found


@given(several(), st.integers(0, 99), st.integers(1, 99))
def test_what_touches_a_stretch_is_found_without_looking_at_the_rest(
    spans: list[Span], start: int, length: int
) -> None:
    here = Span(start, start + length)
    assert list(Hits(spans).between(here.start, here.end)) == [s for s in spans if s.touches(here)]


@given(several(), st.integers(0, 99))
def test_one_goes_round_behind_the_last_and_before_the_first(
    spans: list[Span], position: int
) -> None:
    hits = Hits(spans)
    after, before = hits.after(position), hits.before(position)
    if not spans:
        assert after is None
        assert before is None
        return
    assert after is not None
    assert before is not None
    behind_here = [place for place, span in enumerate(spans) if span.start >= position]
    assert after == (behind_here[0] if behind_here else 0)
    assert (before + 1) % len(spans) == after
    assert hits.by(1) is None
    hits.present = before
    assert hits.by(1) == after
    assert hits.at(spans[after]) == after
    assert hits.at(Span(spans[after].start, spans[after].end + 1)) is None
    assert hits.at(None) is None


@given(several(), st.lists(st.integers(0, 99), min_size=1))
def test_a_row_of_the_strip_has_a_hit_that_begins_in_it(spans: list[Span], rows: list[int]) -> None:
    starts = [0, *sorted(rows)]
    rows_of_hits = {
        max(row for row, start in enumerate(starts) if start <= span.start) for span in spans
    }
    assert set(Hits(spans).rows(starts)) == rows_of_hits


def test_a_hit_is_framed_and_lets_the_tint_of_a_passage_through(show: Show) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "was sold", "1")])
    place = TEXT.index("sold") + 1
    tinted = over(tint("1", 1, dark=False), LIGHT.page)
    assert alike(behind_middle(reader, place), tinted)
    reader.show_hits(Hits([Span(place - 1, place + 3)]))
    ground = QColor(LIGHT.warning)
    ground.setAlphaF(0.16)
    assert alike(behind_middle(reader, place), over(ground, tinted))
    reader.show_hits(Hits())
    assert alike(behind_middle(reader, place), tinted)


def behind_middle(reader: Reader, position: int) -> QColor:
    """Return the colour behind a character, a few rows below the frame's upper edge."""
    view = view_of(reader)
    _laid, _line, y = view.page.line_place(position)
    row = y - view.verticalScrollBar().value() + 3
    return picture(reader).pixelColor(inside(reader, position).x(), row)


def test_another_text_has_no_hits_of_the_one_before(show: Show) -> None:
    reader = show(TEXT)
    reader.show_hits(Hits(spans_of(TEXT, "salt")))
    reader.show_text("Other salt.", [], [], right_to_left=None, name="Other")
    assert len(view_of(reader).scene.hits) == 0
    assert alike(behind(reader, 6), LIGHT.page)


def test_a_chosen_hit_is_selected_and_in_sight(show: Show) -> None:
    reader = show(TEXT)
    last = spans_of(TEXT, "salt")[-1]
    reader.choose(last)
    assert reader.selection() == last
    assert view_of(reader).scroller.in_sight(last.start, last.end)


def test_the_ruler_has_a_column_for_hits_alone(show: Show) -> None:
    reader = show(TEXT)
    ruler = reader.findChild(Ruler)
    assert isinstance(ruler, Ruler)
    hits = Hits(spans_of(TEXT, "salt"))
    column = ruler.width() - 3
    assert not warm_rows(ruler, column, LIGHT.warning)
    reader.show_hits(hits)
    rows = warm_rows(ruler, column, LIGHT.warning)
    assert len(rows) > 20
    assert not warm_rows(ruler, 3, LIGHT.warning)
    hits.present = len(hits) - 1
    reader.show_hits(hits)
    (present, *_rest) = warm_rows(ruler, 3, LIGHT.warning)
    assert present > ruler.height() * 0.8
    reader.set_theme(DARK)
    assert warm_rows(ruler, column, DARK.warning)


def warm_rows(ruler: Ruler, x: int, colour: QColor) -> list[int]:
    """Return the rows of a ruler that have a colour there."""
    seen = ruler.grab().toImage()
    return [y for y in range(seen.height()) if alike(seen.pixelColor(x, y), colour)]
