"""Marks of tags and chips of filters, as they are painted and pressed."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.ui.theme.tag_colours import tag_colour
from reviewer.ui.theme.themes import DARK, LIGHT, Theme
from reviewer.ui.views.passages.tag_chips import MARK, Chip, ChipButton, ChipRow, paint_mark
from tests.ui.walking import nameless

DENIAL = Chip("tags", (2,), "Denial", "1")
BRIDGE = Chip("documents", (4,), "D4 The bridge")


def painted(colour: str, theme: Theme) -> QImage:
    image = QImage(MARK, MARK, QImage.Format.Format_RGB32)
    image.fill(theme.page)
    with QPainter(image) as painter:
        paint_mark(painter, QRect(0, 0, MARK, MARK), colour, theme)
    return image


@pytest.fixture
def row(qtbot: QtBot) -> ChipRow:
    made = ChipRow()
    qtbot.addWidget(made)
    made.set_last(QPushButton("Clear all"))
    made.resize(300, 60)
    return made


def shown(row: ChipRow, *chips: Chip) -> list[ChipButton]:
    row.show_chips(chips)
    row.show()
    return row.findChildren(ChipButton)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.usefixtures("qapp")
def test_a_mark_has_the_colour_of_its_tag(theme: Theme) -> None:
    middle = painted("3", theme).pixelColor(MARK // 2, MARK // 2)
    assert middle == tag_colour("3", theme.dark)


@pytest.mark.usefixtures("qapp")
def test_tags_of_one_hue_have_different_marks() -> None:
    images = [painted(colour, LIGHT) for colour in ("1", "9", "17")]
    assert len({bytes(image.constBits()) for image in images}) == 3


@pytest.mark.usefixtures("qapp")
def test_a_colour_nobody_knows_is_drawn_as_an_outline() -> None:
    image = painted("what", LIGHT)
    assert image.pixelColor(MARK // 2, MARK // 2) == LIGHT.page


def test_pressing_a_chip_tells_which(row: ChipRow, qtbot: QtBot) -> None:
    _denial, bridge = shown(row, DENIAL, BRIDGE)
    with qtbot.waitSignal(row.removed) as told:
        QTest.mouseClick(bridge, Qt.MouseButton.LeftButton)
    assert told.args == [BRIDGE]


def test_chips_are_reached_by_key_and_have_names(row: ChipRow, qtbot: QtBot) -> None:
    denial, _bridge = shown(row, DENIAL, BRIDGE)
    assert nameless(row) == []
    assert denial.accessibleName() == "Take off the filter Denial"
    with qtbot.waitSignal(row.removed) as told:
        QTest.keyClick(denial, Qt.Key.Key_Space)
    assert told.args == [DENIAL]


def test_the_neighbour_of_a_chip_that_went_has_the_keys(row: ChipRow, qtbot: QtBot) -> None:
    first, _second = shown(row, DENIAL, BRIDGE)
    with qtbot.waitActive(row):
        row.activateWindow()
    first.setFocus()
    row.show_chips([BRIDGE])
    assert row.chips() == [BRIDGE]
    (left,) = [one for one in row.findChildren(ChipButton) if one.isVisible()]
    assert left.hasFocus()


def test_without_chips_there_is_no_row(row: ChipRow) -> None:
    shown(row, DENIAL)
    assert row.isVisible()
    row.show_chips([])
    assert not row.isVisible()


def test_chips_go_on_in_a_new_line(row: ChipRow, qtbot: QtBot) -> None:
    chips = [Chip("documents", (number,), f"D{number} A long title") for number in range(4)]
    buttons = shown(row, *chips)
    row.resize(300, row.heightForWidth(300))
    qtbot.waitUntil(lambda: buttons[-1].y() > 0)
    assert all(button.geometry().right() < 300 for button in buttons)
    assert len({button.y() for button in buttons}) > 1


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chip_paints_its_mark(qtbot: QtBot, theme: Theme) -> None:
    button = ChipButton(DENIAL)
    qtbot.addWidget(button)
    button.setPalette(theme.palette())
    button.resize(button.sizeHint())
    image = button.grab().toImage()
    colours = {image.pixelColor(x, button.height() // 2).name() for x in range(button.width() // 3)}
    assert tag_colour("1", theme.dark).name() in colours
