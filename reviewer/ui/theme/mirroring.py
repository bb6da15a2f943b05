"""What is painted by hand stands on the other side where the window begins at the right.

Places are reckoned from left to right and turned round when they are painted: ``placed`` for a
part of something, ``leading`` for the side at which words begin. The direction is the window's,
put on once at its start; documents keep their own, whatever it is.
"""

import re
from unicodedata import bidirectional

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QStyle

_SIDED = re.compile(r"\b(padding-|margin-|border-(?:top-|bottom-)?)(left|right)\b")


def turned() -> bool:
    """Say whether the window begins at the right."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def our_way(words: str) -> str:
    """Return a sentence of ours so that it runs as the window does, whatever names are in it."""
    begins = "\u2067" if turned() else "\u2066"
    return f"{begins}{words}\u2069" if words else ""


def onward(words: str) -> str:
    """Return an arrow that points on between words which run as the first letter of all of them.

    Where they run both ways, marks around it keep it out of those that run the other way.
    """
    ways = [way for way in map(bidirectional, words) if way in ("L", "R", "AL")]
    leftward = ways[:1] not in ([], ["L"])
    arrow, mark = ("←", "\u200f") if leftward else ("→", "\u200e")
    return f"{mark}{arrow}{mark}" if len({way == "L" for way in ways}) > 1 else arrow


def placed(whole: QRect, part: QRect) -> QRect:
    """Return where a part of ``whole``, reckoned from the left, stands in this window."""
    return QStyle.visualRect(QGuiApplication.layoutDirection(), whole, part)


def placed_f(whole: QRectF, part: QRectF) -> QRectF:
    """Return the same for places between pixels."""
    if not turned():
        return QRectF(part)
    left = whole.left() + whole.right() - part.right()
    return QRectF(left, part.top(), part.width(), part.height())


def sided(sheet: str) -> str:
    """Return a style sheet with its edges turned round; Qt turns places round, and not these."""
    return _SIDED.sub(_other_side, sheet) if turned() else sheet


def _other_side(found: re.Match[str]) -> str:
    return found[1] + ("right" if found[2] == "left" else "left")


def upright(keys: str) -> str:
    """Return keys so that ``[`` and ``+`` stand as on a keyboard between words that run left."""
    return f"\u2066{keys}\u2069" if turned() and keys else keys


def inset(layout: QLayout, begin: int, top: int, end: int, bottom: int) -> None:
    """Set a layout's margins, that at the side at which words begin first; Qt never turns them."""
    sides = (end, top, begin, bottom) if turned() else (begin, top, end, bottom)
    layout.setContentsMargins(*sides)


def runs_leftward(words: str) -> bool:
    """Say whether the program's own words run to the left: a letter of such a script is enough.

    A sentence of ours may name a long title in Latin letters and is Urdu all the same; words of a
    document go by most of their letters (``domain.directions``).
    """
    return turned() and any(bidirectional(letter) in {"R", "AL"} for letter in words)


def leading() -> Qt.AlignmentFlag:
    """Return the side at which words begin, to be taken as it is whatever the words are."""
    sides = Qt.AlignmentFlag
    return (sides.AlignRight if turned() else sides.AlignLeft) | sides.AlignAbsolute
