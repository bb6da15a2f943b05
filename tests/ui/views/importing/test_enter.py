"""Enter presses the buttons of the line of work, as Space does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.ui.views.importing.importing import ImportPage
from reviewer.ui.views.importing.work_line import WorkLine


def test_enter_stops_the_work(qtbot: QtBot) -> None:
    line = WorkLine()
    qtbot.addWidget(line)
    with qtbot.waitSignal(line.stop_wanted):
        QTest.keyClick(line.stop, Qt.Key.Key_Return)


def test_enter_presses_the_buttons_of_the_page(qtbot: QtBot) -> None:
    page = ImportPage()
    qtbot.addWidget(page)
    for button in (page.close_button, page.card.everywhere):
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, Qt.Key.Key_Return)
