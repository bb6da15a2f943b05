"""Columns of a table: the filler takes the room, others get what is good for them, all remember."""

from enum import IntEnum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from reviewer.ui.views.passages.table_columns import TableColumns, Width


class Column(IntEnum):
    """Three columns."""

    KEY = 0
    NAME = 1
    NOTE = 2


TITLES = {Column.KEY: "Key", Column.NAME: "Name", Column.NOTE: "Note"}
WIDTHS = {Column.KEY: Width(50), Column.NAME: Width(100, 200), Column.NOTE: Width(60, 120)}


@pytest.fixture
def table(qtbot: QtBot) -> QTableView:
    made = QTableView()
    qtbot.addWidget(made)
    made.setModel(QStandardItemModel(2, len(Column), made))
    made.verticalHeader().hide()
    made.setFrameShape(QTableView.Shape.NoFrame)
    return made


@pytest.fixture
def columns(table: QTableView) -> TableColumns[Column]:
    return TableColumns(table, Column, TITLES, WIDTHS, Column.NAME)


def widths(table: QTableView) -> list[int]:
    return [table.columnWidth(column) for column in Column]


def given(table: QTableView, columns: TableColumns[Column], room: int) -> list[int]:
    table.resize(room, 200)
    table.show()
    columns.lay_out()
    return widths(table)


def test_too_little_room_leaves_everyone_the_least(
    table: QTableView, columns: TableColumns[Column]
) -> None:
    assert given(table, columns, 150) == [50, 100, 60]


def test_more_room_goes_to_the_filler_first_then_to_the_others_then_to_the_filler(
    table: QTableView, columns: TableColumns[Column]
) -> None:
    assert given(table, columns, 260) == [50, 150, 60]
    assert given(table, columns, 340) == [50, 200, 90]
    assert given(table, columns, 500) == [50, 330, 120]


def test_a_width_given_by_the_person_stays(
    table: QTableView, columns: TableColumns[Column]
) -> None:
    given(table, columns, 500)
    columns.head.resizeSection(Column.NOTE, 77)
    assert widths(table) == [50, 373, 77]
    assert given(table, columns, 600) == [50, 473, 77]


def test_a_filler_with_a_width_of_its_own_fills_no_more(
    table: QTableView, columns: TableColumns[Column]
) -> None:
    given(table, columns, 500)
    columns.head.resizeSection(Column.NAME, 111)
    assert given(table, columns, 700)[Column.NAME] == 111


def test_held_back_only_the_filler_is_shown(
    table: QTableView, columns: TableColumns[Column]
) -> None:
    given(table, columns, 500)
    columns.hold_back(alone=True)
    assert widths(table) == [0, 500, 0]
    assert columns.head.isHidden()
    columns.hold_back(alone=False)
    assert widths(table) == [50, 330, 120]


def test_a_hidden_column_gives_its_room_away(
    table: QTableView, columns: TableColumns[Column]
) -> None:
    given(table, columns, 500)
    columns.show(Column.NOTE, shown=False)
    assert widths(table) == [50, 450, 0]
    assert not columns.is_shown(Column.NOTE)
    columns.show(Column.NAME, shown=False)
    assert columns.is_shown(Column.NAME)


def test_what_is_remembered_comes_back(
    table: QTableView, columns: TableColumns[Column], qtbot: QtBot
) -> None:
    given(table, columns, 500)
    columns.show(Column.KEY, shown=False)
    columns.head.moveSection(2, 0)
    columns.head.resizeSection(Column.NOTE, 99)
    other = QTableView()
    qtbot.addWidget(other)
    other.setModel(QStandardItemModel(2, len(Column), other))
    again = TableColumns(other, Column, TITLES, WIDTHS, Column.NAME)
    again.restore(columns.state())
    assert again.state() == columns.state()
    assert again.head.visualIndex(Column.NOTE) == 0


def test_the_menu_names_the_columns_as_they_stand(columns: TableColumns[Column]) -> None:
    columns.head.moveSection(2, 0)
    assert [action.text() for action in columns.menu().actions()] == ["Note", "Key", "Name"]


def test_the_head_opens_its_menu(
    table: QTableView, columns: TableColumns[Column], qtbot: QtBot
) -> None:
    given(table, columns, 500)
    columns.head.customContextMenuRequested.emit(columns.head.rect().center())
    menus = [one for one in table.findChildren(type(columns.menu())) if one.isVisible()]
    assert len(menus) == 1
    with qtbot.waitSignal(menus[0].destroyed):
        menus[0].close()
    assert columns.head.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu
