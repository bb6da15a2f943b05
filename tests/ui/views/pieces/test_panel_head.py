"""The top line of a panel says what it is, and its button closes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from reviewer.ui.views.pieces.panel_head import SidePanel, panel_head


class Panel(SidePanel):
    """A panel of nothing but its head."""

    def __init__(self) -> None:
        super().__init__()
        self.count = QLabel("3 changes")
        self.setLayout(panel_head("History", self.count, "Close the history", self.close_wanted))


def test_the_head_says_what_the_panel_is_and_how_much_is_in_it(qtbot: QtBot) -> None:
    panel = Panel()
    qtbot.addWidget(panel)
    assert [label.text() for label in panel.findChildren(QLabel)] == ["History", "3 changes"]


def test_its_button_is_named_and_asks_for_the_panel_to_be_closed(qtbot: QtBot) -> None:
    panel = Panel()
    qtbot.addWidget(panel)
    button = panel.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    assert (button.accessibleName(), button.toolTip()) == ("Close the history",) * 2
    with qtbot.waitSignal(panel.close_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_escape_closes_what_had_no_use_for_it(qtbot: QtBot) -> None:
    panel = Panel()
    qtbot.addWidget(panel)
    with qtbot.assertNotEmitted(panel.close_wanted):
        qtbot.keyClick(panel, Qt.Key.Key_A)
    with qtbot.waitSignal(panel.close_wanted):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
