"""What one step changed: values before and after, and what can be done about it."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
)
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.steps import Action, Place, Step, StepKind
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.models.changes import ChangeTeller, RowChange
from reviewer.ui.models.history import what
from reviewer.ui.theme import spacing
from reviewer.ui.theme.fonts import interface_font
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.wording import isolated, plain, sentence, tip
from reviewer.workspace.project import Workspace

MOST_ROWS = 60
MANY = 2_000
"""A step that says it touched more rows than this is only read when it is asked for."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DONE = (StepKind.DO, StepKind.IMPORT)
_COLUMNS = 3
_BEFORE, _AFTER = 1, 2
_FIRST_WIDTH = 104


class ChangesModel(QAbstractTableModel):
    """Field, before, after; a row with a field alone is the heading of what follows it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, str, str]] = []
        self._headings: set[int] = set()
        self._actions: set[Action] = set()

    def show_changes(self, changes: list[RowChange], more: int) -> None:
        """Show changes; ``more`` says how many are left out."""
        self.beginResetModel()
        self._rows, self._headings = [], set()
        self._actions = {change.action for change in changes}
        for change in changes:
            self._add_heading(change.title)
            for field in change.fields:
                self._rows.append((field.label, field.before, field.after))
        if more:
            self._add_heading(counted("… and {count} more", "… and {count} more", more))
        self.endResetModel()

    def headings(self) -> list[int]:
        """Return which rows are headings."""
        return sorted(self._headings)

    def is_all(self, action: Action) -> bool:
        """Say whether everything shown was made, or was taken away, in this step."""
        return self._actions == {action}

    def _add_heading(self, words: str) -> None:
        self._headings.add(len(self._rows))
        self._rows.append((words, "", ""))

    @override
    @guard(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    @guard(0)
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else _COLUMNS

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        heading = index.row() in self._headings
        words = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words if heading or not index.column() else (isolated(words) if words else "–")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(words) or None
        if role == Qt.ItemDataRole.FontRole and heading:
            return interface_font(weight=QFont.Weight.DemiBold)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None

    @override
    @guard()
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("What"), _("Before"), _("After"))[section] if section < _COLUMNS else None


class StepDetails(QFrame):
    """The chosen step; its buttons say what is wanted."""

    take_back_wanted = Signal(int)
    show_wanted = Signal(object)  # domain.steps.Place

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._step: Step | None = None
        self._teller = ChangeTeller(workspace)
        self._model = ChangesModel(self)
        set_surface(self, "panel")
        self.setAccessibleName(_("The chosen change"))
        self._title = plain("")
        set_role(self._title, "heading")
        self._about = plain("", "muted")
        self._table = self._made_table()
        self._many = QPushButton(_("Show what changed"))
        self._many.clicked.connect(self._show_changes)
        self._place = QPushButton(_("Show the place"))
        self._place.setIcon(icon("read"))
        self._place.clicked.connect(self.show_place)
        self._undo = QPushButton(_("Undo this change"))
        self._undo.setIcon(icon("undo"))
        self._undo.clicked.connect(self._take_back)
        self._lay_out()

    def show_step(self, step: Step | None) -> None:
        """Show a step, or nothing."""
        if step == self._step:
            return
        self._step = step
        self.setVisible(step is not None)
        if step is None:
            return
        self._title.setText(what(step))
        parts = [isolated(step.analyst_name), local_time(step.at)]
        if step.undone:
            parts.append(_("undone"))
        self._about.setText(" · ".join(parts))
        self._offer(step)
        count = step.arguments.get("count")
        many = isinstance(count, int) and count > MANY
        self._many.setVisible(many)
        self._table.setVisible(not many)
        self._model.show_changes([], 0)
        if not many:
            self._show_changes()

    def can_take_back(self) -> bool:
        """Say whether the step shown can be undone."""
        return self._undo.isEnabled()

    def _offer(self, step: Step) -> None:
        why = ""
        if step.kind not in _DONE:
            why = _("This only took back or did again: undo what it acted on instead.")
        elif step.undone:
            why = _("It is undone already.")
        elif self._workspace.read_only is not None:
            why = sentence(self._workspace.read_only)
        self._undo.setEnabled(not why)
        self._undo.setToolTip(tip(why))
        self._place.setEnabled(step.name.partition(".")[0] in ("passages", "documents"))

    def _show_changes(self) -> None:
        step = self._step
        if step is None:
            return
        try:
            changes = self._workspace.history.changes(step.id)
        except ReviewerError as problem:
            self._about.setText(sentence(problem))
            return
        self._many.hide()
        self._table.show()
        self._model.show_changes(
            self._teller.told(changes[:MOST_ROWS]), max(0, len(changes) - MOST_ROWS)
        )
        self._table.setColumnHidden(_BEFORE, self._model.is_all(Action.INSERT))
        self._table.setColumnHidden(_AFTER, self._model.is_all(Action.DELETE))
        for row in self._model.headings():
            self._table.setSpan(row, 0, 1, _COLUMNS)
        self._table.resizeRowsToContents()

    def show_place(self) -> None:
        """Ask to be shown where the step acted."""
        place = self._found_place()
        if place is not None:
            self.show_wanted.emit(place)

    def _found_place(self) -> Place | None:
        if self._step is None:
            return None
        try:
            return self._workspace.history.place(self._step.id)
        except ReviewerError:
            return None

    def _take_back(self) -> None:
        if self._step is not None:
            self.take_back_wanted.emit(self._step.id)

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setAccessibleName(_("What changed"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(True)
        set_surface(table, "panel")
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setMinimumSectionSize(spacing.LARGE)
        table.setCornerButtonEnabled(False)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(0, _FIRST_WIDTH)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        return table

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing.SMALL)
        buttons.addWidget(self._place)
        buttons.addWidget(self._undo)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM)
        layout.setSpacing(spacing.TINY)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addSpacing(spacing.TINY)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._many, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(spacing.TINY)
        layout.addLayout(buttons)

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.resizeRowsToContents()
