"""The picture of compared figures: what stands where, and that nothing is left out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.compared import Compared
from reviewer.domain.events import WorkingFigure
from reviewer.domain.figure_pictures import figure_picture
from reviewer.domain.figures import Qualifier
from reviewer.domain.links import Link, LinkType
from reviewer.domain.pictures import Align, Box, Dot, Fill, Ink, Line, Picture, Shape, Stroke
from reviewer.domain.ranges import ComparedFigure, compare
from tests.domain.test_charts import figure, link

LEAST = figure(1, 27, words="at least 27", speaker="The League", actor=9)
NOBODY = figure(2, 0, 0, qualifier=Qualifier.NONE, words="no one was killed", speaker="The Army")
ABOUT = figure(3, about=30, qualifier=Qualifier.ABOUT, words="about 30", speaker="The Courier")
SPAN = figure(4, 28, 31, words="28 to 31", speaker="A spokesman")
PART = figure(5, 4, 4, words="four parliamentarians", speaker="The League", actor=9)
URDU = figure(6, None, 40, qualifier=Qualifier.UP_TO, words="زیادہ سے زیادہ چالیس")
WORDS = figure(7, qualifier=Qualifier.WORDS_ONLY, words="dozens")
GUESS = figure(8, 33, 33, words="33", confirmed=False)
AGAIN = figure(9, 27, 27, words="27", actor=9)
PERSON = figure(10, 1, one_person=True, words="Junaid Varr", people="worker")
ALL = (LEAST, NOBODY, ABOUT, SPAN, PART, URDU, WORDS, GUESS, AGAIN)
LINKS = (link(LinkType.COUNTS_WITHIN, 5, 1), link(LinkType.SAME_FIGURE, 1, 9))
OURS = WorkingFigure(27, 30, "Two lists agree", 1, "2026-03-14T09:00:00.000+00:00")


class Even:
    """Letters that are all equally wide."""

    line = 16.0
    small_line = 15.0

    def width(self, words: str, *, small: bool, bold: bool) -> float:
        return len(words) * (6.0 if small else 7.0 + bold)


def picture(
    *figures: ComparedFigure, links: tuple[Link, ...] = (), width: float = 720, **more: object
) -> Picture:
    shown = replace(Compared(compare(figures, links)), **more)  # type: ignore[arg-type]
    return figure_picture(shown, width, Even(), lambda said: said.sentence)


def words_of(drawn: Picture) -> str:
    return " ".join(one.words for one in drawn.items if isinstance(one, Line))


def marks(drawn: Picture) -> list[Box]:
    inks = (Ink.MARK, Ink.PALE)
    return [one for one in drawn.items if isinstance(one, Box) and one.ink in inks]


def test_every_figure_has_a_row_in_its_sources_words() -> None:
    drawn = picture(*ALL, links=LINKS, working=OURS, analyst="Noor", heading="The raid – Killed")
    said = words_of(drawn)
    assert {row.key for row in drawn.rows} == {one.passage for one in ALL}
    assert all(f"“{one.words}”" in said for one in ALL)
    for part in (
        "The raid – Killed",
        "Accounts differ",
        "○ not confirmed",
        "words only, no number",
        "part of D1·1",
        "same people, told again: D1·1 stands for both",
        "Our working figure: 27 to 30",
        "Two lists agree (Noor, 2026-03-14)",
        "Solid bracket, part of: D5·1 in D1·1",
    ):
        assert part in said, part


def test_marks_that_do_not_speak_for_themselves_are_explained_where_they_are_drawn() -> None:
    said = words_of(picture(ABOUT, PERSON))
    assert "Its width is no measure" in said
    assert "one person is told of, and no number is given" in said
    assert "counts “worker”" in said
    assert "Wave" not in words_of(picture(SPAN))


def test_what_stands_beside_the_range_is_told_in_its_headline() -> None:
    drawn = picture(figure(1, 151, qualifier=Qualifier.MORE_THAN), ABOUT)
    headline = " ".join(one.words for one in drawn.items if isinstance(one, Line) and one.bold)
    assert headline == "Range: more than 150 · no upper end given · beside it: about 30"


def test_rows_follow_each_other_down_inside_the_picture() -> None:
    drawn = picture(*ALL, links=LINKS, working=OURS)
    ends = [row.top + row.height for row in drawn.rows]
    assert [row.top for row in drawn.rows[1:]] >= ends[:-1]
    assert ends[-1] <= drawn.height


def test_a_number_a_span_open_ends_and_about_are_drawn_differently() -> None:
    assert [one.hollow for one in picture(NOBODY).items if isinstance(one, Dot)] == [False]
    assert [one.fill for one in marks(picture(SPAN))] == [Fill.SOLID]
    assert marks(picture(ABOUT)) == []
    waves = [one for one in picture(ABOUT).items if isinstance(one, Stroke) and one.ink is Ink.PALE]
    assert any(len(one.points) > 2 for one in waves)
    (body,) = (one for one in picture(PERSON).items if isinstance(one, Shape))
    assert not body.hollow
    for open_one in (LEAST, URDU):
        assert sum(isinstance(one, Shape) for one in picture(open_one).items) == 1


def test_what_nobody_confirmed_is_hollow() -> None:
    assert [one.hollow for one in picture(GUESS).items if isinstance(one, Dot)] == [True]
    assert [one.fill for one in marks(picture(replace(SPAN, confirmed=False)))] == [Fill.HOLLOW]
    unsure = picture(replace(PERSON, confirmed=False))
    assert [one.hollow for one in unsure.items if isinstance(one, Shape | Dot)] == [True, True]
    (arrow,) = (
        one for one in picture(replace(LEAST, confirmed=False)).items if isinstance(one, Shape)
    )
    assert arrow.hollow


def test_what_does_not_enter_is_hollow_and_grey_and_says_why() -> None:
    drawn = picture(LEAST, PART, links=LINKS[:1])
    assert [(one.ink, one.hollow) for one in drawn.items if isinstance(one, Shape)] == [
        (Ink.MARK, False)
    ]
    dots = [one for one in drawn.items if isinstance(one, Dot) and one.ink is Ink.PALE]
    assert [one.hollow for one in dots] == [True]
    (below,) = (row for row in drawn.rows if row.key == PART.passage)
    assert "part of D1·1" in below.words
    denied = picture(SPAN, replace(SPAN, passage=12, negated=True))
    assert [(one.ink, one.fill) for one in marks(denied)] == [
        (Ink.MARK, Fill.SOLID),
        (Ink.PALE, Fill.HOLLOW),
    ]


@pytest.mark.parametrize("words", ["4\ufe0f\u20e3", "27 👩‍👩‍👧‍👦 martyred 🕯️", "2️⃣7️⃣"])
def test_digits_in_boxes_and_emoji_stay_whole(words: str) -> None:
    drawn = picture(figure(1, 27, 27, words=words))
    assert f"“{words}”" in words_of(drawn)
    long = picture(figure(1, 27, 27, words="👩‍👩‍👧‍👦" * 60), width=300)
    (cut,) = (one.words for one in long.items if isinstance(one, Line) and "…" in one.words)
    assert cut.strip("“”…").replace("👩‍👩‍👧‍👦", "") == ""


def test_no_line_of_the_scale_runs_through_the_words_over_a_mark() -> None:
    drawn = picture(*ALL, links=LINKS, width=900)
    scale = {
        one.x + one.width / 2
        for one in drawn.items
        if isinstance(one, Line) and one.align is Align.MIDDLE
    }
    strokes = [
        one.points
        for one in drawn.items
        if isinstance(one, Stroke) and one.points[0][0] == one.points[-1][0]
    ]
    numbers = [
        one for one in drawn.items if isinstance(one, Line) and one.small and one.ink is Ink.TEXT
    ]
    assert scale
    assert len(numbers) == len(ALL)
    for one in numbers:
        for (x, top), (_x, bottom) in strokes:
            beside = x < one.x - 1 or x > one.x + one.width
            assert beside or bottom <= one.y or top >= one.y + 15, (one.words, x)


def test_the_numbers_at_both_ends_of_the_scale_are_kept_before_those_between() -> None:
    drawn = picture(figure(1, 40_000_000, 50_000_000), width=330)
    numbers = [
        one.words for one in drawn.items if isinstance(one, Line) and one.align is Align.MIDDLE
    ]
    assert {"0", "50,000,000"} <= set(numbers)


def test_our_working_figure_looks_like_no_sources() -> None:
    assert [one.fill for one in marks(picture(NOBODY, working=OURS))] == [Fill.STRIPED]
    one_number = replace(OURS, high=27)
    (diamond,) = (
        one for one in picture(NOBODY, working=one_number).items if isinstance(one, Shape)
    )
    assert len(diamond.points) == 4


def test_zero_is_always_on_the_scale() -> None:
    numbers = [one for one in picture(SPAN).items if isinstance(one, Line) and one.words == "0"]
    assert len(numbers) == 1


def test_the_range_is_drawn_only_where_there_is_one() -> None:
    def bands(drawn: Picture) -> int:
        return sum(isinstance(one, Box) and one.ink is Ink.BAND for one in drawn.items)

    assert bands(picture(SPAN, NOBODY)) == 1
    assert bands(picture(NOBODY)) == 1
    assert "Range: 0 to 31" in words_of(picture(SPAN, NOBODY))
    assert bands(picture(WORDS)) == 0
    assert bands(picture(GUESS)) == 0


def test_without_figures_there_is_a_sentence() -> None:
    drawn = picture()
    assert "No figure answers this question yet." in words_of(drawn)
    assert drawn.rows == ()


def test_words_that_run_leftward_stand_on_the_right() -> None:
    urdu = next(
        one
        for one in picture(URDU).items
        if isinstance(one, Line) and one.leftward and not one.small
    )
    assert urdu.align is Align.RIGHT


def test_in_a_turned_window_words_stand_right_of_the_bars() -> None:
    plain, turned = picture(*ALL, links=LINKS), picture(*ALL, links=LINKS, turned=True)

    def words_left_of_bars(drawn: Picture) -> bool:
        words = next(
            one for one in drawn.items if isinstance(one, Line) and one.words == "“28 to 31”"
        )
        return words.x < marks(drawn)[0].x

    assert words_left_of_bars(plain)
    assert not words_left_of_bars(turned)


def test_a_wide_scale_says_that_its_steps_grow() -> None:
    drawn = picture(figure(1, 1, 1), figure(2, 20_000, 20_000), width=320)
    assert "ten times the one before" in words_of(drawn)


def test_counts_that_want_a_look_stand_at_the_foot() -> None:
    drawn = picture(figure(1, 3, 3), figure(2, 9, 9), links=(link(LinkType.COUNTS_WITHIN, 2, 1),))
    assert "D2·1 is part of D1·1, yet more than it" in words_of(drawn)


def xs(one: object) -> list[float]:
    if isinstance(one, Stroke | Shape):
        return [x for x, _y in one.points]
    if isinstance(one, Dot):
        return [one.x - one.radius, one.x + one.radius]
    assert isinstance(one, Box | Line)
    return [one.x, one.x + one.width]


@pytest.mark.parametrize("turned", [False, True])
@given(st.lists(st.sampled_from(ALL), unique=True), st.integers(280, 1_400))
def test_nothing_stands_outside(turned: bool, figures: list[ComparedFigure], width: int) -> None:
    drawn = picture(*figures, links=LINKS, working=OURS, width=width, turned=turned)
    assert all(-8 <= x <= width + 8 for one in drawn.items for x in xs(one))


def test_numbers_of_the_scale_do_not_overlap_and_zero_stays() -> None:
    drawn = picture(figure(1, 40_000_000, 50_000_000), width=280)
    numbers = [one.words for one in drawn.items if isinstance(one, Line) and one.ink is Ink.PALE]
    assert "0" in numbers
    assert "20,000,000" not in numbers
