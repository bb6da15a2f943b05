"""The row under the mouse and the row one is at are lit, and no other."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QStringListModel, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from reviewer.ui.delegates.rows import RowDelegate
from reviewer.ui.views.pieces.lit_rows import LitRows, menu_place


@pytest.fixture
def view(qtbot: QtBot) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel([f"row {number}" for number in range(5)], view))
    view.setItemDelegate(RowDelegate(view))
    view.resize(300, 300)
    view.show()
    return view


@pytest.fixture
def lit(view: QListView) -> RowDelegate:
    delegate = view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    LitRows(view, delegate)
    return delegate


def point_at(view: QListView, row: int) -> None:
    at = QPointF(view.visualRect(view.model().index(row, 0)).center())
    none, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, buttons, buttons, none)
    QApplication.sendEvent(view.viewport(), moved)


def test_the_row_under_the_mouse_is_lit_until_the_mouse_leaves(
    view: QListView, lit: RowDelegate
) -> None:
    assert view.hasMouseTracking()
    point_at(view, 2)
    assert lit.hovered == 2
    point_at(view, 3)
    assert lit.hovered == 3
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert lit.hovered == -1


def test_the_row_one_is_at_is_lit(view: QListView, lit: RowDelegate) -> None:
    view.setCurrentIndex(view.model().index(4, 0))
    assert lit.current == 4
    view.setCurrentIndex(view.model().index(1, 0))
    assert lit.current == 1
    view.clearSelection()
    view.setCurrentIndex(view.rootIndex())
    assert lit.current == -1


def test_a_menu_opens_at_the_mouse_or_below_the_row_with_the_keys(view: QListView) -> None:
    at = QPoint(20, 10)
    by_mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, at)
    assert menu_place(view, by_mouse) == view.viewport().mapToGlobal(at)
    view.setCurrentIndex(view.model().index(3, 0))
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, at)
    below = view.visualRect(view.model().index(3, 0)).bottomLeft()
    assert menu_place(view, by_key) == view.viewport().mapToGlobal(below)
