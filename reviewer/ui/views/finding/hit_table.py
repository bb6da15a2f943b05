"""The lines of a search: walked with the arrows, picked with Space, opened with Enter.

What Space has picked stays picked while one walks on. Left and right go to the document before
and the one behind. A tag's key tags what is picked, else the line one is at.
"""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from reviewer.domain.search import Hit
from reviewer.environment.translation import _
from reviewer.ui.commands.keys import key_name
from reviewer.ui.delegates.search import ROW_HEIGHT, HitDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models.search import Place, SearchModel, line_of, place_of
from reviewer.ui.theme.growing import keep_rows
from reviewer.ui.views.pieces.lit_rows import LitRows

MOST_COPIED = 5_000

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_PLAIN = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_FLAG = QItemSelectionModel.SelectionFlag
_CHOOSE = _FLAG.ClearAndSelect | _FLAG.Rows


class HitTable(QTableView):
    """Shows a ``SearchModel``."""

    open_wanted = Signal(bool)  # the hit one is at, here or (true) beside
    chosen_changed = Signal()
    key_pressed = Signal(str)  # a key of one sign: perhaps a tag's
    left = Signal()  # upwards out of the first line: back to the field

    def __init__(self, model: SearchModel) -> None:
        super().__init__()
        self._model = model
        self._picking = False
        self.delegate = HitDelegate(self)
        self.setAccessibleName(_("Hits"))
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        keep_rows(rows, ROW_HEIGHT)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._open_here)
        self.selectionModel().selectionChanged.connect(self._tell)
        LitRows(self, self.delegate)
        self.selectionModel().currentRowChanged.connect(self._tell)
        model.modelReset.connect(self._begin_again)

    def current(self) -> Hit | None:
        """Return the hit one is at."""
        return self._model.hit(self.currentIndex().row())

    def chosen(self) -> list[Hit]:
        """Return the hits that are picked in their order, else the one that one is at."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        rows = sorted({(one.top(), one.bottom()) for one in ranges})
        found = [
            hit
            for first, last in rows
            for row in range(first, last + 1)
            if (hit := self._model.hit(row)) is not None
        ]
        here = self.current()
        return found or ([] if here is None else [here])

    def places(self) -> list[Place]:
        """Return the places of the chosen hits that can be tagged."""
        return [place for hit in self.chosen() if (place := place_of(hit)) is not None]

    def choose_first(self) -> None:
        """Go to the first hit, unless one is at one."""
        if self.current() is None:
            self._go(self._model.heading_after(-1))

    def _go(self, heading: int | None) -> None:
        if heading is not None and self._model.hit(heading + 1) is not None:
            index = self._model.index(heading + 1, 0)
            flags = _FLAG.NoUpdate if self._picking else _CHOOSE
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(self._model.index(heading, 0))
            self.scrollTo(index)

    def _begin_again(self) -> None:
        self._picking = False
        self.delegate.current = self.delegate.hovered = -1
        self.chosen_changed.emit()

    def _tell(self) -> None:
        self.chosen_changed.emit()

    def _open_here(self) -> None:
        self.open_wanted.emit(False)  # noqa: FBT003 - a signal has no names

    def _copy(self) -> None:
        lines = [line_of(hit).strip() for hit in self.chosen()[:MOST_COPIED]]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _pick(self) -> None:
        """Pick the line one is at, or leave it, and go on to the next."""
        row, model = self.currentIndex().row(), self.selectionModel()
        if not self._picking and len(model.selectedRows()) == 1:
            model.clearSelection()
        self._picking = True
        model.select(self._model.index(row, 0), _FLAG.Toggle | _FLAG.Rows)
        for following in (row + 1, row + 2):
            if self._model.hit(following) is not None:
                model.setCurrentIndex(self._model.index(following, 0), _FLAG.NoUpdate)
                break

    @override
    @guard(_FLAG.NoUpdate)
    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave what was picked as it is while one walks on with plain arrows."""
        if isinstance(event, QKeyEvent):
            walks = event.key() in _ARROWS and event.modifiers() & ~_KEYPAD == _PLAIN
            if self._picking and walks:
                return _FLAG.NoUpdate
        if event is not None:
            self._picking = False
        return super().selectionCommand(index, event)

    @override
    @guard(fallback=False)
    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Enter, which the window would take for "done, next"."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
            and event.modifiers() & ~_KEYPAD == _CTRL
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~_KEYPAD
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._picking = False
            self.selectAll()
        elif event.key() in _ENTER and held in (_PLAIN, _CTRL):
            self.open_wanted.emit(held == _CTRL)
        elif held != _PLAIN or not self._take(event):
            self._pass_on(event)

    def _take(self, event: QKeyEvent) -> bool:
        """Do what a plain key does here; says whether it does anything."""
        row = self.currentIndex().row()
        first = self._model.heading_after(-1)
        if event.key() == Qt.Key.Key_Space:
            self._pick()
        elif event.key() == Qt.Key.Key_Right:
            self._go(self._model.heading_after(row))
        elif event.key() == Qt.Key.Key_Left:
            here = self._model.heading_before(row)
            self._go(here if here is None else self._model.heading_before(here))
        elif event.key() == Qt.Key.Key_Up and (first is None or row <= first + 1):
            self.left.emit()
        else:
            return False
        return True

    def _pass_on(self, event: QKeyEvent) -> None:
        name = key_name(event)
        if len(name) == 1:
            self.key_pressed.emit(name)
        else:
            super().keyPressEvent(event)
