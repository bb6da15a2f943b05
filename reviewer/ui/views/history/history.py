"""The History panel: who did what and when, what it changed, and how to take it back."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
)
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.steps import Step
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Bridge
from reviewer.ui.delegates.history import HEADING_HEIGHT, ROW_HEIGHT, HistoryDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models.history import HistoryModel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_rows
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.documents.document_filter import FilterField
from reviewer.ui.views.history.step_bar import StepBar
from reviewer.ui.views.history.step_details import StepDetails
from reviewer.ui.views.pieces.awake import AwakeInSight
from reviewer.ui.views.pieces.command_keys import letters_typed
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.views.pieces.lit_rows import LitRows
from reviewer.ui.views.pieces.panel_head import SidePanel, panel_head
from reviewer.workspace.project import Workspace

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is to be found again when the rows are others."""

    step: int | None
    top: int | None
    offset: int
    headings: list[int]


class StepList(QTableView):
    """Shows a ``HistoryModel``; one step is chosen at a time."""

    chosen_changed = Signal()
    show_wanted = Signal()
    typed = Signal(str)

    def __init__(self, model: HistoryModel) -> None:
        super().__init__()
        self._model = model
        self._kept = _Kept(None, None, 0, [])
        self._delegate = HistoryDelegate(self)
        self._dress()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        model.rowsInserted.connect(self._lay_out_headings)
        self.doubleClicked.connect(self.show_wanted)
        LitRows(self, self._delegate)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)

    def chosen(self) -> Step | None:
        """Return the step that is selected."""
        rows = self.selectionModel().selectedRows()
        return self._model.step_at(rows[0].row()) if rows else None

    def choose(self, step: int) -> None:
        """Select a step, if it is listed."""
        row = self._model.row_of(step)
        if row is not None:
            self.selectionModel().setCurrentIndex(self._model.index(row, 0), _CHOOSE)

    def choose_first(self) -> None:
        """Select the newest step, unless one is selected."""
        if not self.selectionModel().hasSelection() and self._model.rowCount() > 1:
            self.selectionModel().setCurrentIndex(self._model.index(1, 0), _CHOOSE)

    def _dress(self) -> None:
        self.setAccessibleName(_("Changes, newest first"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setMinimumSectionSize(HEADING_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        keep_rows(rows, ROW_HEIGHT)

    def _lay_out_headings(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            if self._model.is_heading(row):
                self.verticalHeader().resizeSection(row, grown(HEADING_HEIGHT))
        self._delegate.current = self.currentIndex().row()

    def _tell_chosen(self) -> None:
        self.chosen_changed.emit()

    def _keep(self) -> None:
        row = self.rowAt(0)
        chosen, top = self.chosen(), self._model.step_at(row)
        self._kept = _Kept(
            step=None if chosen is None else chosen.id,
            top=None if top is None else top.id,
            offset=self.rowViewportPosition(row) if row >= 0 else 0,
            headings=self._model.headings(),
        )

    def _restore(self) -> None:
        kept = self._kept
        self._delegate.hovered = self._delegate.current = -1
        for row in kept.headings:  # a header keeps its heights when the model is reset
            if row < self._model.rowCount():
                self.verticalHeader().resizeSection(row, grown(ROW_HEIGHT))
        top = None if kept.top is None else self._model.row_of(kept.top)
        if kept.step is not None:
            self.choose(kept.step)
        if top is not None:
            place = self.verticalHeader().sectionPosition(top) - kept.offset
            self.verticalScrollBar().setValue(place)
        self.chosen_changed.emit()

    @override
    @guard(QModelIndex)
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        rows = self._model.rowCount()
        row = super().moveCursor(cursorAction, modifiers).row()
        if cursorAction == QAbstractItemView.CursorAction.MoveHome or row < 0:
            row = 0
        elif cursorAction == QAbstractItemView.CursorAction.MoveEnd:
            row = rows - 1
        if row < rows - 1 and self._model.is_heading(row):
            row += 1
        return self._model.index(row, 0)

    @override
    @guard()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_first()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and held in (_PLAIN, _SHIFT):
            self.show_wanted.emit()
        elif letters_typed(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class HistoryPanel(SidePanel):
    """The list, a filter over it, and what the chosen step changed below it."""

    take_back_wanted = Signal(int)  # undo this step
    show_wanted = Signal(object)  # go to this domain.steps.Place

    def __init__(self, workspace: Workspace, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        del theme  # everything here takes its colours from the palette
        self._workspace = workspace
        self._passage: int | None = None
        self._model = HistoryModel(workspace, bridge, self)
        AwakeInSight(self, self._model)
        self.list = StepList(self._model)
        self.details = StepDetails(workspace)
        self.bar = StepBar(workspace)
        self.field = FilterField(_("What, who"))
        self._only = QCheckBox(_("This passage only"))
        self._count = QLabel()
        set_role(self._count, "muted")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_chosen)
        self._lay_out()
        self._connect()
        self.follow_passage(None)

    def reload(self) -> None:
        """Read everything again: another window has written the project."""
        self._model.ask_again()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of the theme that was just put on."""
        del theme
        self.update()

    def follow_passage(self, passage: int | None) -> None:
        """Say which passage "this passage" is."""
        if self._only.isChecked() and passage is None:
            return
        self._passage = passage
        words = _("This passage only")
        if passage is not None:
            words = _("{passage} only").format(passage=self._label(passage))
        self._only.setText(words)
        self._only.setEnabled(passage is not None)
        self._filter()

    def choose(self, step: int) -> None:
        """Select a step, if it is listed."""
        self.list.choose(step)

    def _lay_out(self) -> None:
        set_surface(self, "panel")
        self.setAccessibleName(_("History"))
        head = panel_head(_("History"), self._count, _("Close the history"), self.close_wanted)
        bar = QVBoxLayout()
        bar.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, spacing.SMALL)
        bar.setSpacing(spacing.SMALL)
        bar.addWidget(self.field)
        bar.addWidget(self._only)
        self._nothing = EmptyPlace("history")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.setSizes([3_000, 2_000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing.SMALL)
        layout.addLayout(head)
        layout.addLayout(bar)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.bar)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self._only.toggled.connect(self._filter)
        self.field.settled.connect(self._filter)
        self.field.down_pressed.connect(self._go_to_list)
        self.field.enter_pressed.connect(self._go_to_list)
        self.list.typed.connect(self._type)
        self.list.chosen_changed.connect(self._soon.start)
        self.list.show_wanted.connect(self._show_place)
        self.bar.show_wanted.connect(self.show_wanted)
        self.bar.take_back_wanted.connect(self.take_back_wanted)
        self._model.counted.connect(self._show_count)
        self._model.dataChanged.connect(self._soon.start)

    def _label(self, passage: int) -> str:
        try:
            return self._workspace.passages.label(passage)
        except ReviewerError:
            return _("This passage")

    def _filter(self) -> None:
        passage = self._passage if self._only.isChecked() else None
        self._model.set_filter(self.field.text(), passage)

    def _go_to_list(self) -> None:
        self.list.choose_first()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type(self, letters: str) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.insert(letters)

    def _show_count(self) -> None:
        count = self._model.count()
        words = counted("{count} change", "{count} changes", count)
        filtered = bool(self.field.text()) or self._only.isChecked()
        if filtered:
            words = counted("{count} found", "{count} found", count)
        self._count.setText(words + ("…" if filtered and self._model.busy else ""))
        waiting = self._model.busy
        self._nothing.say(
            _("No change matches.") if filtered else _("Nothing has been changed yet.")
        )
        self._stack.setCurrentIndex(0 if count or waiting else 1)

    def _show_chosen(self) -> None:
        chosen = self.list.chosen()
        self.details.show_step(chosen)
        self.bar.show_step(chosen)

    def _show_place(self) -> None:
        self._show_chosen()
        self.bar.show_place()
