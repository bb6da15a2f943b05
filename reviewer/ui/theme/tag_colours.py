"""The colours a tag may have, searched for difference under every common kind of colour sight.

Eight hues in one order for both themes: at least 14 CIEDE2000 apart under normal, protan, deutan
and tritan sight, and at least 3:1 on the page. Ten would come too close, so the ninth tag takes
the first hue again with a dashed lane and the seventeenth with a dotted one. A tag is never
told by its colour alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from reviewer.domain.tag_shades import SHADES
from reviewer.environment.translation import N_, _

_LIGHT = tuple(f"#{shade.hexadecimal}" for shade in SHADES)  # as in what is printed
_DARK = (
    "#E5BEFB",
    "#F09BB4",
    "#B5BB0F",
    "#8FFCAF",
    "#F53666",
    "#6F65A0",
    "#367C26",
    "#C879FB",
)

_LIGHT_NAMES = (
    N_("Indigo"),
    N_("Mauve"),
    N_("Olive"),
    N_("Pine green"),
    N_("Dark red"),
    N_("Lavender"),
    N_("Sage green"),
    N_("Plum"),
)
_DARK_NAMES = (
    N_("Lilac"),
    N_("Pink"),
    N_("Yellow green"),
    N_("Mint"),
    N_("Crimson"),
    N_("Slate violet"),
    N_("Grass green"),
    N_("Orchid"),
)
HUES = len(_LIGHT)
"""How many hues there are before the dash pattern changes."""

LEAST_CONTRAST = 3.0
"""A colour of one's own below this ratio to the page deserves a warning."""

_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
_TINT, _TINT_STEP = 0.16, 0.05
_TINT_MOST_LIGHT, _TINT_MOST_DARK = 0.31, 0.32


def tag_colour(colour: str, dark: bool) -> QColor:
    """Return the colour to draw a tag in: "1" to "8" and onward, or "#RRGGBB" as it is.

    Raises ValueError for anything else.
    """
    if colour.startswith("#"):
        own = QColor(colour)
        if not own.isValid() or len(colour) != len("#RRGGBB"):
            raise ValueError(colour)
        return own
    return QColor((_DARK if dark else _LIGHT)[_place(colour) % HUES])


def tag_dash(colour: str) -> Qt.PenStyle:
    """Return the line a tag's lane is drawn with, so that the ninth tag is not the first."""
    if colour.startswith("#"):
        return Qt.PenStyle.SolidLine
    return _DASHES[_place(colour) // HUES % len(_DASHES)]


def colour_name(colour: str, dark: bool) -> str:
    """Return what a person calls a tag's colour; one of one's own is called by its number.

    Raises ValueError for what is no tag colour.
    """
    if colour.startswith("#"):
        return colour.upper()
    name = _((_DARK_NAMES if dark else _LIGHT_NAMES)[_place(colour) % HUES])
    told = {
        Qt.PenStyle.DashLine: _("{colour}, dashed"),
        Qt.PenStyle.DotLine: _("{colour}, dotted"),
    }.get(tag_dash(colour), "{colour}")
    return told.format(colour=name)


def tint(colour: str, depth: int, dark: bool) -> QColor:
    """Return the pale colour behind a passage under which ``depth`` passages lie, itself included.

    It carries its strength as alpha and grows only up to a cap: more would cost the words their
    contrast.
    """
    shade = tag_colour(colour, dark)
    most = _TINT_MOST_DARK if dark else _TINT_MOST_LIGHT
    shade.setAlphaF(min(most, _TINT + _TINT_STEP * max(0, depth - 1)))
    return shade


def edge_of(shade: QColor, other: QColor, grounds: Sequence[QColor]) -> QColor:
    """Return the edge of a mark in a colour: ``other`` where a ground would swallow the colour."""
    seen = all(contrast(shade, ground) >= LEAST_CONTRAST for ground in grounds)
    return shade if seen else other


def over(top: QColor, base: QColor) -> QColor:
    """Return what is seen where a translucent colour lies on an opaque one."""
    share = top.alphaF()
    pairs = (
        (top.red(), base.red()),
        (top.green(), base.green()),
        (top.blue(), base.blue()),
    )
    return QColor(*(round(share * upper + (1 - share) * lower) for upper, lower in pairs))


def contrast(a: QColor, b: QColor) -> float:
    """Return the contrast ratio of two opaque colours as WCAG counts it, from 1 to 21."""
    darker, lighter = sorted((_luminance(a), _luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def _place(colour: str) -> int:
    """Turn "1" into 0; raises ValueError for what is no tag colour."""
    place = int(colour) - 1
    if place < 0:
        raise ValueError(colour)
    return place


def _luminance(colour: QColor) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
