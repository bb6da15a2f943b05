"""The columns of a table to be exported: ticked and put in order, with the mouse and with keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.asking.export_questions import ColumnOffer
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.wording import isolated, plain, tip

_COLUMN = Qt.ItemDataRole.UserRole
_ALT = Qt.KeyboardModifier.AltModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnList(QListWidget):
    """Can be ticked with Space, and moved by dragging or with Alt and the arrows."""

    rearranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Columns"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setUniformItemSizes(True)
        self.itemChanged.connect(self._changed)
        self.model().rowsMoved.connect(self._changed)
        self.model().rowsInserted.connect(self._changed)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & _ALT:
            self.shift(step)
        else:
            super().keyPressEvent(event)

    def shift(self, step: int) -> None:
        """Put the current column one place up (-1) or down (1)."""
        row = self.currentRow()
        to = row + step
        if row >= 0 and 0 <= to < self.count():
            item = self.takeItem(row)
            self.insertItem(to, item)
            self.setCurrentRow(to)

    def _changed(self, *_what: object) -> None:
        self.rearranged.emit()


class ColumnChooser(QWidget):
    """The list with its buttons; says ``changed`` when other columns, or another order, are."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._natural: tuple[str, ...] = ()
        self._filling = False
        self.list = ColumnList(self)
        self.list.rearranged.connect(self._tell)
        label = plain(_("Columns"))
        label.setBuddy(self.list)
        self.all = self._button(_("All"), _("Tick every column"), self._tick_all)
        self.none = self._button(_("None"), _("Tick no column"), self._tick_none)
        self.up = self._button(_("Up"), _("Put the column one place up (Alt+Up)"), self._up)
        self.down = self._button(
            _("Down"), _("Put the column one place down (Alt+Down)"), self._down
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing.SMALL)
        for button in (self.all, self.none, self.up, self.down):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.SMALL)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def offer(self, columns: Sequence[ColumnOffer], chosen: Sequence[str]) -> None:
        """Show columns: the chosen ones first and ticked, in their order; none chosen means all."""
        known = {one.column: one for one in columns}
        self._natural = tuple(known)
        first = [one for one in chosen if one in known]
        self._filling = True
        self.list.clear()
        for column in dict.fromkeys((*first, *known)):
            offer = known[column]
            item = QListWidgetItem(
                _("{label}  ·  {column}").format(label=offer.label, column=isolated(column))
            )
            item.setData(_COLUMN, column)
            item.setToolTip(tip(offer.label, offer.help))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            ticked = not first or column in first
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self._filling = False
        self.list.setCurrentRow(0)
        self.setEnabled(bool(columns))
        self.changed.emit()

    def shown(self) -> tuple[str, ...]:
        """Return the ticked columns in their order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(
            str(one.data(_COLUMN)) for one in items if one.checkState() is Qt.CheckState.Checked
        )

    def chosen(self) -> tuple[str, ...]:
        """Return the same, and nothing where all of them stand in their own order."""
        shown = self.shown()
        return () if shown == self._natural else shown

    def _button(self, words: str, helping: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(helping)
        button.setAccessibleName(helping)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _tick_all(self) -> None:
        self._tick(Qt.CheckState.Checked)

    def _tick_none(self) -> None:
        self._tick(Qt.CheckState.Unchecked)

    def _tick(self, state: Qt.CheckState) -> None:
        self._filling = True
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)
        self._filling = False
        self._tell()

    def _up(self) -> None:
        self.list.shift(-1)

    def _down(self) -> None:
        self.list.shift(1)

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()
