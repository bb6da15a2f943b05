"""The colours of tags as numbers, on a light page; which they are is decided by looking.

The window has its own colours for a dark page (``ui/theme``); whatever is printed or read by others
has these. Eight hues follow each other, then come again with a dashed and with a dotted line.
"""

from enum import StrEnum
from typing import NamedTuple

_TINT, _STEP, _MOST = 0.16, 0.05, 0.31


class Shade(NamedTuple):
    """Red, green and blue, from 0 to 255 each."""

    red: int
    green: int
    blue: int

    @property
    def hexadecimal(self) -> str:
        """The six digits, without a sign before them."""
        return f"{self.red:02X}{self.green:02X}{self.blue:02X}"


class Stroke(StrEnum):
    """How a tag's line is drawn: the ninth tag has the first one's hue."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


WHITE = Shade(255, 255, 255)
SHADES = (
    Shade(0x36, 0x3D, 0xB7),
    Shade(0xA4, 0x5E, 0x85),
    Shade(0x75, 0x79, 0x05),
    Shade(0x0C, 0x6E, 0x51),
    Shade(0x7D, 0x00, 0x15),
    Shade(0x89, 0x7C, 0xDC),
    Shade(0x58, 0x96, 0x69),
    Shade(0x5B, 0x28, 0x56),
)


def shade_of(colour: str) -> Shade:
    """Return a tag's colour: a slot of the palette from ``"1"``, or an own one as ``#RRGGBB``."""
    if colour.startswith("#"):
        red, green, blue = bytes.fromhex(colour[1:])
        return Shade(red, green, blue)
    return SHADES[(int(colour) - 1) % len(SHADES)]


def stroke_of(colour: str) -> Stroke:
    """Return how the line of a tag is drawn; that of an own colour is solid."""
    if colour.startswith("#"):
        return Stroke.SOLID
    strokes = tuple(Stroke)
    return strokes[(int(colour) - 1) // len(SHADES) % len(strokes)]


def tinted(shade: Shade, depth: int = 1) -> Shade:
    """Return the pale ground of words over which ``depth`` passages lie, itself included.

    Black words on it keep their contrast: it grows only up to a cap.
    """
    share = min(_MOST, _TINT + _STEP * max(0, depth - 1))
    parts = (round(share * part + (1 - share) * 255) for part in shade)
    return Shade(*parts)
