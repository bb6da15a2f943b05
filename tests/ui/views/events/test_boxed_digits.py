"""Digits in boxes are painted as such where no letters have them."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from reviewer.ui.keycaps import needs_boxes
from reviewer.ui.views.events.boxed_digits import paint_boxed
from reviewer.ui.views.events.picture_painting import font_of

WORDS = "about 4\ufe0f\u20e3 killed"
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT, MIDDLE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
ONWARD = Qt.LayoutDirection.LeftToRight


def painted(
    words: str, side: Qt.AlignmentFlag = LEFT, way: Qt.LayoutDirection = ONWARD
) -> list[int]:
    """Return the columns in which anything was painted, in a room from 50 to 350."""
    image = QImage(400, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setFont(font_of(small=False, bold=False))
        paint_boxed(painter, QRectF(50, 4, 300, 20), side, words, way)
    white = QColor("white").rgb()
    return [x for x in range(400) if any(image.pixel(x, y) != white for y in range(30))]


@pytest.mark.usefixtures("qapp")
def test_only_words_with_such_digits_are_asked_about() -> None:
    assert not needs_boxes("about 4 killed", font_of(small=False, bold=False))
    first = needs_boxes(WORDS, font_of(small=False, bold=False))
    assert needs_boxes(WORDS, font_of(small=False, bold=False)) is first


@pytest.mark.usefixtures("qapp")
def test_the_digit_has_a_box_and_the_words_stand_at_their_side() -> None:
    assert len(painted(WORDS)) > len(painted("about 4 killed"))
    assert 48 <= min(painted(WORDS)) <= 56
    assert 344 <= max(painted(WORDS, RIGHT)) <= 351
    columns = painted(WORDS, MIDDLE)
    assert abs((min(columns) + max(columns)) / 2 - 200) < 6


@pytest.mark.usefixtures("qapp")
def test_words_that_run_leftward_keep_their_digits_too() -> None:
    columns = painted("تقریباً 4\ufe0f\u20e3 ہلاک", RIGHT, Qt.LayoutDirection.RightToLeft)
    assert 340 <= max(columns) <= 352
    assert min(columns) > 200
