"""The page beside the text: its picture, its name, its keys."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from reviewer.ui.views.reading.page_sheet import OnSheet
from reviewer.ui.views.reading.page_view import PageView

PASSAGE = OnSheet(7, "1", "D1·7 · Denial", (QRectF(0.1, 0.1, 0.5, 0.05),))


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    qtbot.waitExposed(made)
    picture = QImage(200, 300, QImage.Format.Format_RGBA8888)
    picture.fill(QColor(Qt.GlobalColor.white))
    made.show_name("xii", 2, 3)
    made.show_picture(picture, [PASSAGE])
    return made


def area(view: PageView) -> QScrollArea:
    found = view.findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    return found


def test_a_page_is_as_wide_as_there_is_room(view: PageView) -> None:
    assert view.sheet.width() == area(view).viewport().width() - 16
    assert view.sheet.height() == round(view.sheet.width() * 1.5)
    assert view.said() == ""


def test_passages_are_drawn_on_it(view: PageView) -> None:
    shown = view.sheet.grab().toImage()
    inside = shown.pixelColor(round(0.3 * shown.width()), round(0.12 * shown.height()))
    outside = shown.pixelColor(round(0.3 * shown.width()), round(0.5 * shown.height()))
    assert outside == QColor(Qt.GlobalColor.white)
    assert inside != outside
    view.raise_passage(7)
    stronger = (
        view.sheet.grab()
        .toImage()
        .pixelColor(round(0.3 * shown.width()), round(0.12 * shown.height()))
    )
    assert stronger.lightness() < inside.lightness()


def test_a_click_on_a_passage_says_which(view: PageView) -> None:
    clicked: list[int] = []
    view.passage_clicked.connect(clicked.append)
    sheet = view.sheet
    QTest.mouseClick(
        sheet,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(round(0.3 * sheet.width()), round(0.12 * sheet.height())),
    )
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert clicked == [7]


def test_page_keys_scroll_and_go_on_at_the_edge(view: PageView) -> None:
    turned: list[int] = []
    view.turned.connect(turned.append)
    QTest.keyClick(area(view), Qt.Key.Key_PageUp)
    assert turned == [-1]
    bar = area(view).verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.keyClick(area(view), Qt.Key.Key_PageDown)
    assert turned == [-1, 1]


def test_the_last_page_has_no_next(view: PageView) -> None:
    turned: list[int] = []
    view.turned.connect(turned.append)
    view.show_name("3", 3, 3)
    bar = area(view).verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.keyClick(area(view), Qt.Key.Key_PageDown)
    assert turned == []


def test_plus_enlarges_and_nought_fits_again(view: PageView) -> None:
    before = view.sheet.width()
    QTest.keyClick(area(view), Qt.Key.Key_Plus)
    assert view.sheet.width() > before
    QTest.keyClick(area(view), Qt.Key.Key_Minus)
    QTest.keyClick(area(view), Qt.Key.Key_Minus)
    assert view.sheet.width() < before
    QTest.keyClick(area(view), Qt.Key.Key_0)
    assert view.sheet.width() == before


def test_escape_gives_the_keys_back(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.left):
        QTest.keyClick(area(view), Qt.Key.Key_Escape)


def test_why_there_is_no_page_stands_in_its_place(view: PageView) -> None:
    view.say("There is none.")
    assert view.said() == "There is none."


def test_every_button_has_a_name(view: PageView) -> None:
    buttons = view.findChildren(QToolButton)
    assert len(buttons) == 6
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
