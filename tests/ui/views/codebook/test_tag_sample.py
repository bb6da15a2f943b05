"""A line as it would look under a tag: in the theme it is for, not in that of the window."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from reviewer.ui.theme.tag_colours import tag_colour
from reviewer.ui.theme.themes import DARK, LIGHT
from reviewer.ui.views.codebook.tag_sample import TagSample
from tests.ui.walking import stage


def colours(sample: TagSample) -> set[str]:
    image = sample.grab().toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_each_theme_shows_its_own_shade_on_its_own_page(qtbot: QtBot) -> None:
    for theme in (LIGHT, DARK):
        sample = TagSample(theme)
        stage(qtbot, sample)
        sample.show_tag("5", "K", "Killed")
        seen = colours(sample)
        assert theme.page.name() in seen
        assert tag_colour("5", theme.dark).name() in seen
        assert theme.name in sample.accessibleName()


def test_a_dashed_tag_and_a_long_name_are_shown_too(qtbot: QtBot) -> None:
    sample = TagSample(LIGHT)
    stage(qtbot, sample)
    for colour, key, name in (
        ("13", "", ""),
        ("24", "", "A name " * 40),
        ("#112233", "X", "لاپتا"),
    ):
        sample.show_tag(colour, key, name)
        assert tag_colour(colour, dark=False).name() in colours(sample)
