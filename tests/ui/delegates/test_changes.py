"""Values of a change stand on as many lines as they need."""

from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from reviewer.ui.delegates.changes import ChangeDelegate
from reviewer.ui.theme.themes import DARK, LIGHT

LONG = "A note of the analyst that goes on for a good while. " * 3


def a_table(qtbot: QtBot, *rows: tuple[str, str]) -> QTableView:
    model = QStandardItemModel(0, 2)
    for label, value in rows:
        model.appendRow([QStandardItem(label), QStandardItem(value)])
    table = QTableView()
    qtbot.addWidget(table)
    model.setParent(table)
    table.setModel(model)
    table.setItemDelegate(ChangeDelegate(table))
    table.setColumnWidth(1, 120)
    return table


def test_a_row_is_as_high_as_its_longest_value(qtbot: QtBot) -> None:
    table = a_table(qtbot, ("Note", "short"), ("Note", LONG), ("Note", "ایک نوٹ " * 30))
    table.resizeRowsToContents()
    heights = [table.rowHeight(row) for row in range(3)]
    assert heights[0] < 40
    assert min(heights[1:]) > 4 * heights[0]


def test_words_without_a_space_are_not_lost(qtbot: QtBot) -> None:
    table = a_table(qtbot, ("File", "a"), ("File", "statement-of-the-league-on-the-raids" * 3))
    table.resizeRowsToContents()
    assert table.rowHeight(1) > 3 * table.rowHeight(0)


def test_a_heading_has_the_whole_width(qtbot: QtBot) -> None:
    table = a_table(qtbot, (LONG, ""))
    table.resize(500, 300)
    table.resizeRowsToContents()
    narrow = table.rowHeight(0)
    delegate = table.itemDelegate()
    assert isinstance(delegate, ChangeDelegate)
    delegate.headings = frozenset((0,))
    table.resizeRowsToContents()
    assert table.rowHeight(0) < narrow


def test_it_is_painted_in_the_colours_of_the_palette(qtbot: QtBot) -> None:
    for theme in (LIGHT, DARK):
        table = a_table(qtbot, ("Note", "short"))
        table.setPalette(theme.palette())
        assert is_near(theme.text, colours(table))
        table.selectRow(0)
        assert theme.selection.name() in colours(table)


def is_near(colour: QColor, others: set[str]) -> bool:
    """Say whether a colour is among others: thin letters hardly ever have their own in full."""
    return any(distance(colour, QColor(other)) < 12 for other in others)


def distance(one: QColor, other: QColor) -> int:
    return max(
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )


def colours(table: QTableView) -> set[str]:
    image = table.viewport().grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(200) for y in range(30)}
