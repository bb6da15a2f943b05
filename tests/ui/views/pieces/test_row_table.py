"""Rows are known by their ids: what was chosen is found again when the rows are others."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.views.pieces.row_table import CHOOSE, RowTable

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Numbers(QAbstractTableModel):
    """Ids and nothing else, in two columns."""

    def __init__(self, ids: Sequence[int]) -> None:
        super().__init__()
        self.ids = tuple(ids)

    def row_of(self, identity: int) -> int | None:
        return self.ids.index(identity) if identity in self.ids else None

    @override
    @guard(fallback=0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.ids)

    @override
    @guard(fallback=0)
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return str(self.ids[index.row()]) if role == Qt.ItemDataRole.DisplayRole else None

    def become(self, ids: Sequence[int]) -> None:
        self.beginResetModel()
        self.ids = tuple(ids)
        self.endResetModel()


@pytest.fixture
def model() -> Numbers:
    return Numbers(range(100, 200))


@pytest.fixture
def table(qtbot: QtBot, model: Numbers) -> RowTable:
    table = RowTable(model, 1)
    qtbot.addWidget(table)
    table.setModel(model)
    table.resize(300, 200)
    table.show()
    return table


def test_the_current_one_is_the_first_of_the_chosen(table: RowTable) -> None:
    table.select_rows([(2, 3), (7, 7)], 3)
    assert table.chosen() == [103, 102, 107]
    assert table.chosen_rows() == [(2, 3), (7, 7)]
    assert table.currentIndex().column() == 1


def test_ids_are_known_in_the_table_and_none_outside(table: RowTable) -> None:
    assert [table.id_at(row) for row in (-1, 0, 99, 100)] == [None, 100, 199, None]


def test_what_was_chosen_is_found_again_in_another_order(table: RowTable, model: Numbers) -> None:
    table.select_rows([(0, 1), (5, 5)], 5)
    kept = table.kept()
    model.become([105, 999, 100])
    assert table.found_again(kept, 10) == ([(0, 0), (2, 2)], 0)
    model.become([999])
    assert table.found_again(kept, 10) == ([], None)


def test_of_too_many_stretches_the_current_row_alone_stays_chosen(table: RowTable) -> None:
    table.select_rows([(0, 0), (2, 2), (4, 4)], 2)
    assert table.found_again(table.kept(), 2) == ([(2, 2)], 2)


def test_the_row_at_the_top_is_scrolled_back_to(table: RowTable, model: Numbers) -> None:
    table.scrollTo(model.index(60, 0), RowTable.ScrollHint.PositionAtTop)
    kept = table.kept()
    table.scrollToTop()
    table.scroll_to_top_of(kept.top, kept.offset)
    assert table.id_at(table.rowAt(0)) == kept.top == 160
    table.scroll_to_top_of(None, 0)
    assert table.id_at(table.rowAt(0)) == 160


def test_home_and_end_go_to_the_first_and_last_row(
    qtbot: QtBot, table: RowTable, model: Numbers
) -> None:
    table.selectionModel().setCurrentIndex(model.index(50, 1), CHOOSE)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.chosen() == [199]
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.chosen() == [100]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen() == [101]
