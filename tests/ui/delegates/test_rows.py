"""Words of any script on one or two lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from reviewer.ui.delegates.rows import WordBlock, places_of
from reviewer.ui.theme.fonts import interface_font, load_fonts

WIDTH = 160
RED = QColor("red")


pytestmark = pytest.mark.usefixtures("qapp", "fonts")


@pytest.fixture
def fonts() -> None:
    load_fonts()


def drawn(block: WordBlock) -> QImage:
    image = QImage(WIDTH, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        block.draw(painter, 0, 0, QColor("black"))
    return image


def inked(image: QImage) -> tuple[int, int]:
    """Return the first and the last column with any ink."""
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 128 for y in range(image.height()))
    ]
    return columns[0], columns[-1]


def test_short_words_take_one_line_and_long_ones_two() -> None:
    short = WordBlock("Twelve", interface_font(), WIDTH)
    long = WordBlock("Twelve people were hurt at the bridge " * 9, interface_font(), WIDTH)
    assert long.height == pytest.approx(2 * short.height, abs=1)


def test_what_is_written_from_right_to_left_stands_on_the_right() -> None:
    block = WordBlock("پل کے قریب", interface_font(), WIDTH, turned=True)
    assert block.right_to_left
    assert inked(drawn(block))[1] > WIDTH - 8
    left = WordBlock("پل کے قریب", interface_font(), WIDTH)
    assert inked(drawn(left))[0] < 8


def test_high_letters_keep_inside_their_row() -> None:
    words = "اس سے پہلے اتوار کی شام وزارت کے ایک پیغام میں کہا گیا تھا"
    assert WordBlock(words, interface_font(), WIDTH, most_height=40).height <= 40


def test_words_looked_for_are_marked_on_either_line() -> None:
    words = "Twelve people were hurt at the old stone bridge"
    found = places_of(["BRIDGE"], words)
    block = WordBlock(words, interface_font(), WIDTH, found=found, marker=RED)
    image = drawn(block)
    lower = range(round(block.height / 2), round(block.height))
    assert any(image.pixelColor(x, y) == RED for y in lower for x in range(WIDTH))
    plain = drawn(WordBlock(words, interface_font(), WIDTH, found=found))
    assert not any(plain.pixelColor(x, y) == RED for y in range(60) for x in range(WIDTH))


def test_an_emoji_before_the_words_moves_no_mark() -> None:
    found = [(2, 3)]
    image = drawn(WordBlock("😂 x", interface_font(), WIDTH, found=found, marker=RED))
    columns = [x for x in range(WIDTH) if any(image.pixelColor(x, y) == RED for y in range(60))]
    without = drawn(WordBlock("😂 ", interface_font(), WIDTH, found=[(0, 1)], marker=RED))
    emoji = [x for x in range(WIDTH) if any(without.pixelColor(x, y) == RED for y in range(60))]
    assert columns[0] > emoji[-1]


def test_words_are_looked_for_as_they_are_written() -> None:
    assert places_of(["a.c", "b"], "abc A.C") == [(1, 2), (4, 7)]
    assert places_of([], "abc") == []


@given(st.text(max_size=200), st.integers(0, 400))
def test_any_words_can_be_laid_out(words: str, width: int) -> None:
    block = WordBlock(words, interface_font(), width, found=[(0, 3)], marker=RED)
    assert 0 <= block.height <= 44
    drawn(block)
