"""Digits in boxes stand plainly where no letters on the machine have the box."""

import pytest
from PySide6.QtGui import QColor, QFont, QImage

from reviewer.domain.spans import Span
from reviewer.ui.keycaps import needs_boxes, unseen_boxes
from reviewer.ui.text.reader import Reader
from tests.ui.text.conftest import Show

POST = "About 4\ufe0f\u20e3 killed, 1\u20e3 held"
PLAIN = "About 4 killed, 1 held"


def inked(reader: Reader) -> list[int]:
    """Return the columns of the text in which anything is painted."""
    image: QImage = reader.grab().toImage()
    page = QColor(reader.theme.page).rgb()
    rows = range(10, 60)
    return [x for x in range(60, 600) if any(image.pixel(x, y) != page for y in rows)]


def test_what_follows_the_digit_takes_neither_room_nor_ink(show: Show) -> None:
    post = show(POST)
    if not needs_boxes(POST, post._view.page.look.font(right_to_left=False)):
        pytest.skip("letters here have the box")
    plain = show(PLAIN)
    assert abs(max(inked(post)) - max(inked(plain))) <= 6


def test_the_words_stay_as_they_are(show: Show) -> None:
    reader = show(POST)
    reader.select(Span(0, len(POST)))
    assert reader._view._words_to_copy() == POST


def test_only_what_stands_behind_a_digit_is_left_out() -> None:
    left = [(one.start, one.length) for one in unseen_boxes("😀 4\ufe0f\u20e3 a\u20e3 #\u20e3")]
    assert left == [(4, 2), (11, 1)]


def test_words_without_such_digits_are_not_asked_about() -> None:
    assert not needs_boxes(PLAIN, QFont())
