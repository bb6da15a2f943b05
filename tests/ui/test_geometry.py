"""The window stands where it stood, and never reaches beyond its screen."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import Settings
from reviewer.ui.geometry import fit_on_screen, restore_geometry, save_geometry


def test_the_first_window_with_its_title_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    restore_geometry(window, Settings())
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.show()
    assert window.frameGeometry().height() <= room.height()
    assert window.frameGeometry().width() <= room.width()
    window.resize(room.width() + 400, room.height())
    fit_on_screen(window)
    assert window.frameGeometry().height() <= room.height()


def test_it_has_the_size_it_had_last(qtbot: QtBot) -> None:
    settings = Settings()
    first, second = QMainWindow(), QMainWindow()
    for window in (first, second):
        qtbot.addWidget(window)
    restore_geometry(first, settings)
    first.resize(640, 480)
    save_geometry(first, settings)
    restore_geometry(second, settings)
    assert (second.width(), second.height()) == (640, 480)
