"""The application is dressed, changed and marked without a complaint from Qt."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QMenu,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer.environment import resources
from reviewer.ui.theme import fonts, style
from reviewer.ui.theme.sheet import style_sheet
from reviewer.ui.theme.themes import DARK, LIGHT, Theme

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """Lend the application, and undress it afterwards."""
    palette, font, base = qapp.palette(), qapp.font(), qapp.property(style._DESKTOP_BASE)
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setProperty(style._DESKTOP_BASE, base)


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """Collect what Qt has to say meanwhile."""
    heard: list[str] = []

    def hear(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        heard.append(words)

    before = qInstallMessageHandler(hear)
    yield heard
    qInstallMessageHandler(before)


@BOTH
def test_a_window_full_of_widgets_is_dressed_without_a_complaint(
    app: QApplication, qtbot: QtBot, complaints: list[str], theme: Theme
) -> None:
    style.apply(app, theme)
    window = QWidget()
    layout = QVBoxLayout(window)
    tick, menu = QCheckBox("tick"), QMenu(window)
    tick.setChecked(True)
    menu.addAction("checked").setCheckable(True)
    for widget in (tick, menu, QComboBox(), QSpinBox(), QDateEdit(), QTreeWidget(), QPushButton()):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    assert not window.grab().isNull()
    assert [words for words in complaints if "propagateSizeHints" not in words] == []
    assert app.palette().color(QPalette.ColorRole.Window) == theme.window
    assert app.font().families()[0] == fonts.SANS


@BOTH
def test_every_picture_the_sheet_asks_for_is_there(theme: Theme) -> None:
    asked = set(re.findall(r"url\(\w+:([^)]+)\)", style_sheet(theme)))
    assert asked
    for name in asked:
        assert resources.find(f"icons/controls/{name}").is_file()


@BOTH
def test_nothing_is_left_to_fill_in(theme: Theme) -> None:
    assert "$" not in style_sheet(theme)


def test_changing_the_theme_changes_what_is_already_shown(app: QApplication, qtbot: QtBot) -> None:
    style.apply(app, LIGHT)
    label = QLabel("words")
    style.set_role(label, "danger")
    qtbot.addWidget(label)
    label.show()
    assert label.palette().color(QPalette.ColorRole.WindowText) == LIGHT.danger
    style.apply(app, DARK)
    assert label.palette().color(QPalette.ColorRole.WindowText) == DARK.danger


def test_a_role_can_be_given_to_what_is_already_shown(app: QApplication, qtbot: QtBot) -> None:
    style.apply(app, LIGHT)
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    style.set_role(label, "success")
    assert label.palette().color(QPalette.ColorRole.WindowText) == LIGHT.success


def test_a_surface_is_painted(app: QApplication, qtbot: QtBot) -> None:
    style.apply(app, DARK)
    ground = QWidget()
    style.set_surface(ground, "page")
    qtbot.addWidget(ground)
    ground.resize(20, 20)
    assert ground.grab().toImage().pixelColor(10, 10) == DARK.page


@pytest.mark.parametrize(("base", "expected"), [("white", LIGHT), ("black", DARK)])
def test_a_desktop_without_a_scheme_is_judged_by_the_ground_of_its_fields(
    app: QApplication, base: str, expected: Theme
) -> None:
    palette = QPalette(app.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    app.setPalette(palette)
    app.setProperty(style._DESKTOP_BASE, None)
    assert style.system_theme() is expected
    style.apply(app, DARK if expected is LIGHT else LIGHT)
    assert style.system_theme() is expected, "our own palette is not the desktop's"
