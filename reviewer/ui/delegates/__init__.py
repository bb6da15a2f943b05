"""Delegates: how a row or a cell is painted when plain words in a column are not enough.

A delegate only paints. It asks the model for the row (``models.ROW_ROLE``), takes fonts from the
option it is given, colours from the option's palette and, where the palette has no role for
them, from the theme that goes with that palette (``theme_of``). What it paints is also said by
the model's display and accessible words; an icon or a colour never says anything alone.

To add one: a file named like the noun, ``@guard`` on ``paint`` and ``sizeHint``, and a look at it
in both themes, at 100 % and 200 %, with a title in Urdu. Refused: editing in place (a change is a
command), widgets in cells, HTML.
"""

from PySide6.QtGui import QPalette

from reviewer.ui.theme.themes import DARK, LIGHT, Theme


def theme_of(palette: QPalette) -> Theme:
    """Return the theme a palette was made from, told by the ground of its pages."""
    return LIGHT if palette.base().color().lightnessF() > 0.5 else DARK
