"""Rows, icons and letters are as large beside the window's letters as they were drawn."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from reviewer.ui.theme import growing, style
from reviewer.ui.theme.fonts import INTERFACE_SIZE
from reviewer.ui.theme.sheet import style_sheet
from reviewer.ui.theme.themes import DARK, LIGHT


class Painted:
    """Somebody who paints in small, bold letters."""

    small = growing.Letters(12, QFont.Weight.Bold, struck=True)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """Lend the application in letters of the usual size, and undress it afterwards."""
    palette, font, base = qapp.palette(), qapp.font(), qapp.property(style._DESKTOP_BASE)
    style.apply(qapp, LIGHT, INTERFACE_SIZE)
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setProperty(style._DESKTOP_BASE, base)


@pytest.mark.usefixtures("app")
def test_things_are_as_drawn_beside_letters_of_the_usual_size() -> None:
    assert growing.letters() == INTERFACE_SIZE
    assert growing.grown(28) == 28


def test_things_grow_by_the_share_of_the_letters_and_never_shrink(app: QApplication) -> None:
    style.apply(app, LIGHT, 2 * INTERFACE_SIZE)
    assert growing.grown(28) == 56
    style.apply(app, LIGHT, INTERFACE_SIZE - 3)
    assert growing.grown(28) == 28


def test_what_was_given_a_size_follows_the_letters(app: QApplication, qtbot: QtBot) -> None:
    button, table = QToolButton(), QTableView()
    qtbot.addWidget(button)
    qtbot.addWidget(table)
    growing.keep_square(button, 30)
    growing.keep_icon(button, 16)
    growing.keep_rows(table.verticalHeader(), 28)
    growing.keep_least_height(table, 100)
    for letters, times in ((2 * INTERFACE_SIZE, 2), (INTERFACE_SIZE, 1)):
        style.apply(app, DARK, letters)
        assert (button.width(), button.height()) == (30 * times, 30 * times)
        assert button.iconSize().height() == 16 * times
        assert table.verticalHeader().defaultSectionSize() == 28 * times
        assert table.minimumHeight() == 100 * times


def test_letters_of_what_is_painted_follow_too(app: QApplication) -> None:
    one = Painted()
    assert one.small.pixelSize() == 12
    assert one.small.strikeOut()
    style.apply(app, LIGHT, 2 * INTERFACE_SIZE)
    assert one.small.pixelSize() == 24
    assert one.small.weight() == QFont.Weight.Bold


def test_the_sheet_grows_in_signs_and_words_and_not_in_lines() -> None:
    usual, large = style_sheet(LIGHT), style_sheet(LIGHT, 2.0)
    assert "font-size: 12px" in usual
    assert "font-size: 24px" in large
    assert "font-size: 12px" not in large
    assert usual.count("border: 1px") == large.count("border: 1px")
    for sheet in (usual, large):
        assert "sp;" not in sheet
