"""Colours and pens of one theme, made once and kept."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from reviewer.ui.theme.tag_colours import contrast, tag_colour, tag_dash, tint
from reviewer.ui.theme.themes import Theme

FAINT = 0.4
"""How much is left of the passages beside the raised one."""

_DASHES = {Qt.PenStyle.DashLine: (3.2, 1.6), Qt.PenStyle.DotLine: (1.0, 1.0)}


class Inks:
    """What to draw a tag in."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.colour = lru_cache(maxsize=256)(self._colour)
        self.tint = lru_cache(maxsize=1024)(self._tint)
        self.pen = lru_cache(maxsize=256)(self._pen)
        self.letter = lru_cache(maxsize=256)(self._letter)

    def _colour(self, colour: str, faint: bool = False) -> QColor:
        """Return a tag's colour, paler beside a raised passage."""
        shade = tag_colour(colour, self.theme.dark)
        if faint:
            shade.setAlphaF(FAINT)
        return shade

    def _tint(self, colour: str, depth: int, faint: bool = False) -> QColor:
        """Return the pale colour behind a passage."""
        shade = tint(colour, depth, self.theme.dark)
        if faint:
            shade.setAlphaF(shade.alphaF() * FAINT)
        return shade

    def _pen(self, colour: str, faint: bool, width: float) -> QPen:
        """Return the pen of a lane, dashed where the tag is."""
        pen = QPen(self.colour(colour, faint), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        dashes = _DASHES.get(tag_dash(colour))
        if dashes is not None:
            pen.setDashPattern(dashes)
        return pen

    def dash(self, colour: str, width: int) -> tuple[int, int] | None:
        """Return how long the dashes of a line and the gaps between them are, in pixels.

        ``None`` where the line is whole.
        """
        lengths = _DASHES.get(tag_dash(colour))
        return None if lengths is None else (round(lengths[0] * width), round(lengths[1] * width))

    def _letter(self, colour: str) -> QColor:
        """Return the colour of a letter that stands on a tag's colour."""
        shade = tag_colour(colour, self.theme.dark)
        candidates = (self.theme.page, self.theme.text, QColor("white"), QColor("black"))
        return max(candidates, key=lambda ink: contrast(ink, shade))
