"""The rows of an event's page as a Qt model: passages can be dragged onto a question."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.event_page import PageRow, RowKind
from reviewer.ui.wording import tip

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
MIME = "application/x-reviewer-answers"
_FLAGS = Qt.ItemFlag


class EventRowsModel(QAbstractListModel):
    """Shows ``PageRow``s; ``dropped`` tells passages, where they were, and the question now."""

    dropped = Signal(object, object)  # (passage, question before) each; the question they go to

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PageRow] = []

    def show(self, rows: Sequence[PageRow]) -> bool:
        """Show rows; says whether others stand there now, and not only what they say."""
        if [one.key for one in rows] == [one.key for one in self._rows]:
            changed = [at for at, one in enumerate(rows) if one != self._rows[at]]
            self._rows = list(rows)
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return False
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()
        return True

    def row(self, row: int) -> PageRow | None:
        """Return what a row shows."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rows(self) -> Sequence[PageRow]:
        """Return all of them."""
        return self._rows

    def find(self, fits: Callable[[PageRow], bool]) -> int:
        """Return the first row that fits, -1 where none does."""
        return next((at for at, one in enumerate(self._rows) if fits(one)), -1)

    @override
    @guard(0)
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        serve = _SERVED.get(role)
        return None if row is None or serve is None else serve(row)

    @override
    @guard(_FLAGS.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return _FLAGS.NoItemFlags
        flags = _FLAGS.ItemIsEnabled | _FLAGS.ItemIsSelectable
        if row.passage is not None:
            flags |= _FLAGS.ItemIsDragEnabled
        return flags | _FLAGS.ItemIsDropEnabled

    @override
    @guard(Qt.DropAction.MoveAction)
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    @guard(list)
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    @guard(QMimeData)
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = [row for row in map(self.row, sorted(one.row() for one in indexes)) if row]
        lines = [f"{one.passage} {one.question or 0}" for one in rows if one.passage is not None]
        data = QMimeData()
        data.setData(MIME, "\n".join(lines).encode())
        return data

    @override
    @guard(fallback=False)
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        del action, column
        at = self.row(parent.row() if parent.isValid() else row - 1)
        if at is None or not data.hasFormat(MIME):
            return False
        lines = bytes(data.data(MIME).data()).decode().split("\n")
        moved = [(int(one), int(other) or None) for one, other in map(str.split, lines)]
        self.dropped.emit(moved, None if at.kind in _WITHOUT else at.question)
        return False  # news of the change brings the rows


_WITHOUT = (RowKind.LOOSE, RowKind.PASSAGE)
_SERVED: Mapping[int, Callable[[PageRow], object]] = {
    Qt.ItemDataRole.DisplayRole: PageRow.words,
    Qt.ItemDataRole.AccessibleTextRole: PageRow.words,
    Qt.ItemDataRole.ToolTipRole: lambda row: tip(row.first, row.second, row.whole[:2_000]),
    ROW_ROLE: lambda row: row,
}
