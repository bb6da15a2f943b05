"""Every word can be read on the ground it stands on, in both themes."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

import reviewer
from reviewer.ui.theme.sheet import style_sheet
from reviewer.ui.theme.tag_colours import contrast
from reviewer.ui.theme.themes import DARK, LIGHT, Theme

READABLE, VISIBLE = 4.5, 3.0

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
WORDS_ON_GROUNDS = [
    ("text", ("window", "panel", "page", "gutter", "hover", "badge")),
    ("muted_text", ("window", "panel", "page", "gutter", "hover")),
    ("furniture_text", ("page",)),
    ("selection_text", ("selection",)),
    ("accent", ("window", "panel", "page")),
    ("accent_text", ("accent",)),
    ("warning", ("window", "panel", "page")),
    ("danger", ("window", "panel", "page", "hover")),
    ("success", ("window", "panel", "page")),
]


def _colour(theme: Theme, role: str) -> QColor:
    colour = getattr(theme, role)
    assert isinstance(colour, QColor)
    return colour


@BOTH
@pytest.mark.parametrize(("words", "grounds"), WORDS_ON_GROUNDS)
def test_words_stand_out_from_every_ground_they_stand_on(
    theme: Theme, words: str, grounds: tuple[str, ...]
) -> None:
    for ground in grounds:
        ratio = contrast(_colour(theme, words), _colour(theme, ground))
        assert ratio >= READABLE, f"{words} on {ground}: {ratio:.2f}"


@BOTH
def test_a_button_that_is_switched_on_can_be_read(theme: Theme) -> None:
    assert contrast(theme.accent, theme.chosen()) >= READABLE


@BOTH
def test_the_focus_ring_is_seen_on_every_ground(theme: Theme) -> None:
    for ground in (theme.window, theme.panel, theme.page):
        assert contrast(theme.focus, ground) >= VISIBLE


@BOTH
def test_what_one_writes_into_or_ticks_has_an_edge_that_is_seen(theme: Theme) -> None:
    for ground in (theme.window, theme.panel, theme.page, theme.hover):
        assert contrast(theme.edge(), ground) >= VISIBLE


@BOTH
def test_the_sheet_writes_nothing_in_a_colour_that_cannot_be_read(theme: Theme) -> None:
    """Every rule of the sheet that has words in one colour on a ground of its own."""
    checked = 0
    for rule in re.findall(r"\{([^}]*)\}", style_sheet(theme)):
        words = re.search(r"(?<![-\w])color: (#\w{6})", rule)
        ground = re.search(r"background: (#\w{6})", rule)
        if words and ground:
            checked += 1
            assert contrast(QColor(words[1]), QColor(ground[1])) >= READABLE, rule
    assert checked >= 4


@BOTH
def test_the_palette_has_no_words_that_cannot_be_read(theme: Theme) -> None:
    palette, role = theme.palette(), QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.PlaceholderText, role.Window),
        (role.Link, role.Base),
        (role.LinkVisited, role.Base),
        (role.BrightText, role.Window),
        (role.Accent, role.Base),
    ]
    for words, ground in pairs:
        ratio = contrast(palette.color(words), palette.color(ground))
        assert ratio >= READABLE, f"{words} on {ground}: {ratio:.2f}"


@BOTH
def test_furniture_is_dimmer_than_the_words_of_the_document(theme: Theme) -> None:
    assert contrast(theme.furniture_text, theme.page) < contrast(theme.text, theme.page) / 2


@BOTH
def test_disabled_words_are_dimmer_than_muted_ones(theme: Theme) -> None:
    disabled = contrast(theme.disabled_text(), theme.panel)
    assert 1.5 < disabled < contrast(theme.muted_text, theme.panel)


@BOTH
def test_the_palette_carries_the_theme(theme: Theme) -> None:
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Base) == theme.page
    assert palette.color(QPalette.ColorRole.Window) == theme.window
    assert palette.color(QPalette.ColorRole.Highlight) == theme.selection
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.disabled_text()
    assert (palette.base().color().lightnessF() < 0.5) is theme.dark


def test_colours_are_written_out_in_the_theme_alone() -> None:
    house = Path(reviewer.__file__).parent
    theme = house / "ui" / "theme"
    written = re.compile(r"#[0-9A-Fa-f]{6}\b")
    elsewhere = [
        path
        for path in house.rglob("*.py")
        if theme not in path.parents and written.search(path.read_text(encoding="utf-8"))
    ]
    assert elsewhere == []
    assert any(written.search(path.read_text(encoding="utf-8")) for path in theme.glob("*.py"))
