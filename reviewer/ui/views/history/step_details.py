"""What one step changed: how much of what, and the values before and after."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.steps import Action, Step
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _, counted
from reviewer.ui.delegates.changes import ChangeDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models.changes import ChangeTeller, RowChange, tally
from reviewer.ui.models.history import what
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_surface
from reviewer.ui.wording import isolated, plain, sentence, tip
from reviewer.workspace.project import Workspace

MOST_ROWS = 60
MANY = 2_000
"""A step that says it touched more rows than this is only read when it is asked for."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_COLUMNS = 3
_BEFORE, _AFTER = 1, 2
_FIRST_WIDTH = 92
_LEAST_HEIGHT = 88


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

    def headings(self) -> frozenset[int]:
        """Return which rows are headings."""
        return frozenset(self._headings)

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
            return words if heading else (isolated(words) if words else "–")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(words) or None
        return None

    @override
    @guard()
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("What"), _("Before"), _("After"))[section] if section < _COLUMNS else None


class _ChangesTable(QTableView):
    """As high as its rows: what scrolls is everything that is told of the step."""

    def __init__(self) -> None:
        super().__init__()
        self._delegate = ChangeDelegate(self)
        self.setItemDelegate(self._delegate)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fit)
        self.horizontalHeader().sectionResized.connect(self._soon.start)

    def span(self, headings: frozenset[int]) -> None:
        """Let these rows reach across, and fit."""
        self.clearSpans()
        for row in headings:
            self.setSpan(row, 0, 1, _COLUMNS)
        self._delegate.headings = headings
        self.fit()

    def fit(self) -> None:
        """Give every row the height of its words, and the table that of its rows."""
        self.resizeRowsToContents()
        frame = 2 * self.frameWidth()
        self.setFixedHeight(
            self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + frame
        )


class StepDetails(QScrollArea):
    """The chosen step; without one a sentence that says what the place is for."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._step: Step | None = None
        self._teller = ChangeTeller(workspace)
        self._model = ChangesModel(self)
        self.setAccessibleName(_("The chosen change"))
        self._title = plain("", "heading")
        self._about = plain("", "muted")
        self._tally = plain("")
        self._nothing = plain(
            _("Choose a change to see what it did, and to take it back."), "muted"
        )
        self._table = self._made_table()
        self._many = QPushButton(_("Show what changed"))
        self._many.clicked.connect(self._show_changes)
        self._lay_out()
        self._show_parts()

    def show_step(self, step: Step | None) -> None:
        """Show a step, or nothing."""
        if step == self._step:
            return
        self._step = step
        self._tally.clear()
        self._model.show_changes([], 0)
        self._show_parts()
        self.verticalScrollBar().setValue(0)
        if step is None:
            return
        self._title.setText(what(step))
        parts = [isolated(step.analyst_name), isolated(local_time(step.at))]
        if step.undone:
            parts.append(_("undone"))
        self._about.setText(" · ".join(parts))
        if not _is_vast(step):
            self._show_changes()

    def _show_parts(self) -> None:
        """Show what there is to be shown, without the rows, which have yet to be read."""
        chosen = self._step is not None
        for label in (self._title, self._about):
            label.setVisible(chosen)
        self._nothing.setVisible(not chosen)
        self._tally.hide()
        self._table.hide()
        self._many.setVisible(self._step is not None and _is_vast(self._step))

    def _show_changes(self) -> None:
        step = self._step
        if step is None:
            return
        try:
            touched = self._workspace.history.touched(step.id)
            changes = self._workspace.history.first_changes(step.id, MOST_ROWS)
        except ReviewerError as problem:
            self._about.setText(sentence(problem))
            return
        rows = sum(one.rows for one in touched)
        self._tally.setText(tally(touched))
        self._tally.setVisible(rows > 1)
        self._many.hide()
        self._table.show()
        self._model.show_changes(self._teller.told(changes), rows - len(changes))
        self._table.setColumnHidden(_BEFORE, self._model.is_all(Action.INSERT))
        self._table.setColumnHidden(_AFTER, self._model.is_all(Action.DELETE))
        self._table.span(self._model.headings())

    def _keep_in_sight(self, current: QModelIndex) -> None:
        rect = self._table.visualRect(current)
        place = self._table.viewport().mapTo(self._inner, rect.center())
        self.ensureVisible(place.x(), place.y(), 0, rect.height() // 2 + spacing.SMALL)

    def _made_table(self) -> _ChangesTable:
        table = _ChangesTable()
        table.setModel(self._model)
        table.setAccessibleName(_("What changed"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        set_surface(table, "panel")
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setMinimumSectionSize(spacing.LARGE)
        table.setCornerButtonEnabled(False)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(0, _FIRST_WIDTH)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        table.selectionModel().currentRowChanged.connect(self._keep_in_sight)
        return table

    def _lay_out(self) -> None:
        self._inner = QWidget()
        set_surface(self._inner, "panel")
        layout = QVBoxLayout(self._inner)
        layout.setContentsMargins(spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM, spacing.SMALL)
        layout.setSpacing(spacing.TINY)
        for part in (self._nothing, self._title, self._about, self._tally, self._table):
            layout.addWidget(part)
        layout.addWidget(self._many, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        set_surface(self, "panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(self._inner)
        self.setMinimumHeight(_LEAST_HEIGHT)


def _is_vast(step: Step) -> bool:
    count = step.arguments.get("count")
    return isinstance(count, int) and count > MANY
