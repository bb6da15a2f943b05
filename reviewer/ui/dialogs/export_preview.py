"""The first rows of a table before it is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from reviewer.environment.translation import _
from reviewer.ui.wording import one_line

_MOST_LETTERS = 160
_WIDEST = 260


class PreviewTable(QTableWidget):
    """Shows cells as words on one line; the header has the schema words, as the file will."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("First rows"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)

    def show_rows(self, columns: Sequence[str], rows: Sequence[Sequence[str | int]]) -> None:
        """Show these rows under these columns."""
        self.clear()
        self.setColumnCount(len(columns))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(columns))
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                item = QTableWidgetItem(one_line(cell)[:_MOST_LETTERS])
                if isinstance(cell, int):
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                    )
                self.setItem(number, place, item)
        self.resizeColumnsToContents()
        for place in range(len(columns)):
            if self.columnWidth(place) > _WIDEST:
                self.setColumnWidth(place, _WIDEST)
