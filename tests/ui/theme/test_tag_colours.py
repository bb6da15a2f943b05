"""Tag colours are told apart, seen on the page, and leave the words readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from reviewer.domain.refi import colour_written
from reviewer.ui.text.inks import Inks
from reviewer.ui.theme.tag_colours import (
    HUES,
    LEAST_CONTRAST,
    contrast,
    over,
    tag_colour,
    tag_dash,
    tint,
)
from reviewer.ui.theme.themes import DARK, LIGHT, Theme
from reviewer.ui.views.passages.tag_chips import mark_edge

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
NAMES = [str(number) for number in range(1, HUES + 1)]
colours = st.builds(QColor, *[st.integers(0, 255)] * 3)


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_every_tag_colour_is_seen_on_the_page(theme: Theme, name: str) -> None:
    assert contrast(tag_colour(name, theme.dark), theme.page) >= LEAST_CONTRAST


@BOTH
def test_no_two_tags_share_a_colour_before_the_ninth(theme: Theme) -> None:
    assert len({tag_colour(name, theme.dark).name() for name in NAMES}) == HUES


@BOTH
@pytest.mark.parametrize("name", [*NAMES, "#000000", "#FFFFFF", "#00FF00"])
def test_words_stay_readable_however_many_passages_lie_on_them(theme: Theme, name: str) -> None:
    ground = over(tint(name, 40, theme.dark), theme.page)
    assert contrast(theme.text, ground) >= 4.5


@BOTH
@pytest.mark.parametrize("name", [*NAMES, "#000000", "#FFFFFF", "#808080"])
def test_a_letter_on_a_tag_can_be_read(theme: Theme, name: str) -> None:
    assert contrast(Inks(theme).letter(name), tag_colour(name, theme.dark)) >= 4.5


@BOTH
@pytest.mark.parametrize("name", [*NAMES, "#FFFFFF", "#1C1D20"])
def test_a_mark_is_seen_on_every_ground_by_its_colour_or_its_edge(theme: Theme, name: str) -> None:
    shade = tag_colour(name, theme.dark)
    for ground in (theme.page, theme.panel, theme.window, theme.hover, theme.selection):
        edge = mark_edge(shade, theme)
        assert max(contrast(shade, ground), contrast(edge, ground)) >= LEAST_CONTRAST


def test_the_ninth_tag_takes_the_first_colour_again_in_another_line() -> None:
    assert tag_colour("9", dark=False) == tag_colour("1", dark=False)
    assert [tag_dash(name) for name in ("1", "8", "9", "17", "25", "#123456")] == [
        Qt.PenStyle.SolidLine,
        Qt.PenStyle.SolidLine,
        Qt.PenStyle.DashLine,
        Qt.PenStyle.DotLine,
        Qt.PenStyle.SolidLine,
        Qt.PenStyle.SolidLine,
    ]


def test_a_colour_of_ones_own_is_kept_in_both_themes() -> None:
    assert tag_colour("#1A2B3C", dark=False) == tag_colour("#1A2B3C", dark=True)
    assert tag_colour("#1A2B3C", dark=True).name() == "#1a2b3c"


@pytest.mark.parametrize("wrong", ["", "0", "-1", "red", "#12345", "#GGGGGG", "#1234567"])
def test_what_is_no_tag_colour_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        tag_colour(wrong, dark=False)


@pytest.mark.parametrize(
    ("depth", "dark", "strength"),
    [(1, False, 0.16), (2, False, 0.21), (3, True, 0.26), (9, False, 0.31), (9, True, 0.32)],
)
def test_the_tint_grows_with_each_layer_up_to_its_cap(
    depth: int, *, dark: bool, strength: float
) -> None:
    assert tint("3", depth, dark).alphaF() == pytest.approx(strength, abs=0.003)


def test_contrast_is_counted_as_wcag_does() -> None:
    black, white = QColor(0, 0, 0), QColor(255, 255, 255)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(QColor(118, 118, 118), white) == pytest.approx(4.54, abs=0.01)


@given(colours, colours)
def test_contrast_does_not_ask_which_colour_comes_first(a: QColor, b: QColor) -> None:
    assert contrast(a, b) == contrast(b, a)
    assert 1 <= contrast(a, b) <= 21.001


@pytest.mark.parametrize("name", NAMES)
def test_tags_look_in_files_for_other_programs_as_on_the_light_page(name: str) -> None:
    assert colour_written(name) == tag_colour(name, dark=False).name().upper()
