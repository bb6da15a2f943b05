"""The place "Compare": events by documents, or the questions of one event by documents.

The page shows and tells what is wanted; what is done is the window's, by signals and commands.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.comparisons import CellState, Grid, GridSort
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.errors import NotFound, ReviewerError
from reviewer.domain.events import EventStatus
from reviewer.domain.standings import Standing
from reviewer.domain.steps import News
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.bridge import Bridge
from reviewer.ui.guard import guard
from reviewer.ui.models.comparison import EMPTY, ComparisonModel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import heavier
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.events.comparison_table import ComparisonTable
from reviewer.ui.views.events.events import RELEVANT
from reviewer.ui.views.events.kept_filters import (
    bring_filters_back,
    event_brought_back,
    event_kept,
    filters_kept,
)
from reviewer.ui.views.events.narrowing_field import NarrowingField
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.wording import isolated, put_on_clipboard
from reviewer.workspace.project import Workspace

MOST_PANES = 4
ALL, DONE, SPEAKING = "all", "done", "speaking"
_SORTS = (
    (GridSort.POSITION, False, N_("In their order")),
    (GridSort.NAME, False, N_("By name")),
    (GridSort.DATE, False, N_("By date")),
    (GridSort.DATE, True, N_("Latest first")),
    (GridSort.SOURCES, True, N_("Most sources first")),
)
_DOCUMENTS = (
    (ALL, N_("All documents")),
    (DONE, N_("Documents done")),
    (SPEAKING, N_("Documents that speak of these")),
)


class ComparePage(QWidget):
    """The page; implements ``record_parts.ComparePart``."""

    command_wanted = Signal(str)
    read_wanted = Signal()  # a cell was pressed twice
    side_by_side_wanted = Signal(object)  # passages
    events_wanted = Signal()  # somebody goes to the place "Events"
    chosen_changed = Signal()
    menu_wanted = Signal(QPoint)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, bridge: Bridge, runs: Callable[[str], bool]) -> None:
        super().__init__()
        self.setObjectName("compare_page")
        set_surface(self, "window")
        self._workspace = workspace
        self._behind = True
        self._event: int | None = None
        self._grid: Grid = EMPTY
        self._kept: dict[int | None, tuple[int | None, int | None]] = {}
        self._model = ComparisonModel(workspace, self)
        self.table = ComparisonTable(self._model, runs)
        self.field = NarrowingField(_("Narrow the rows by their words"), _("Words of a name…"))
        self.differing = QCheckBox(_("Only where accounts differ"))
        self.open_only = QCheckBox(_("Only open events"))
        self.documents = _choices(_("Which documents"), _DOCUMENTS)
        self.sort = QComboBox()
        self._back = QPushButton(_("All events"))
        self._heading = ElidedLabel()
        self._count = QLabel()
        self._lay_out()
        self._connect(bridge)

    # What commands ask for.

    def event_at(self) -> int | None:
        """Return the event one is at, or whose questions are compared."""
        if self._event is not None:
            return self._event
        row = self._model.row(self.table.place()[0])
        return None if row is None else row.id

    def question(self) -> int | None:
        """Return the question one is at; ``None`` while events are compared."""
        row = self._model.row(self.table.place()[0])
        return None if self._event is None or row is None else row.id

    def document(self) -> int | None:
        """Return the document one is at."""
        column = self._model.column(self.table.place()[1])
        return None if column is None else column.id

    def state(self) -> CellState | None:
        """Return what the cell one is at says, or why it says nothing."""
        cell = self._model.cell(*self.table.place())
        return None if cell is None or self.table.at_head() else cell.state

    def passages(self) -> list[int]:
        """Return the passages of the chosen cells; of one alone, with one it is to be read by."""
        cells = [self._model.cell(*place) for place in self.table.places()]
        found = list(dict.fromkeys(one for cell in cells if cell for one in cell.passages))
        if len(found) == 1:
            found += self._other_account(found[0])
        return found[:MOST_PANES]

    def read(self, passages: Sequence[int]) -> None:
        """Ask for passages to be shown side by side."""
        self.side_by_side_wanted.emit(list(passages))

    def show_questions(self, event: int) -> None:
        """Compare what each document says on the questions of an event."""
        if self._event is None:
            self._keep()
            self._event = event
            self.field.clear()
        self._event = event
        self._read_now()
        self.table.go(0, 0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def up(self) -> bool:
        """Go back from the questions of an event to all events; says whether one was there."""
        if self._event is None:
            return False
        event, self._event = self._event, None
        self.field.clear()
        self._read_now()
        row, column = self._kept.get(None, (event, None))
        place = self._model.place_of(row if row is not None else event, column)
        self.table.go(*place)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def copy(self) -> None:
        """Copy the chosen cells as text."""
        put_on_clipboard(self, self._model.as_text(self.table.places()))

    def take_keys(self) -> None:
        """Give the keys to the grid."""
        if not self.table.currentIndex().isValid():
            self.table.go(0, 0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Put the caret into the field that narrows the rows."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def reload(self) -> None:
        """Read everything again: another window has written the project."""
        self._behind = True
        if self.isVisible():
            self._read_now()

    def kept(self) -> dict[str, object]:
        """Return what is compared and how it is filtered, to be remembered."""
        event = event_kept(self._workspace, self._event)
        return {"event": event, **filters_kept(self._filters())}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Compare what was compared, filtered as it was."""
        bring_filters_back(self._filters(), kept)
        self._event = event_brought_back(self._workspace, kept.get("event"))
        self._behind = True

    def _filters(self) -> dict[str, QWidget]:
        boxes: dict[str, QWidget] = {"differing": self.differing, "open": self.open_only}
        return {"words": self.field, **boxes, "documents": self.documents, "order": self.sort}

    def _other_account(self, passage: int) -> list[int]:
        """Return the account of the same row to read a passage beside: one apart from it first."""
        row = self._model.row(self.table.place()[0])
        event = self.event_at()
        if row is None or event is None:
            return []
        asked = [one for one in self._workspace.events.of(passage) if one.event == event]
        for answer in asked:
            if answer.question is None or self._event not in (None, event):
                continue
            for pair in self._workspace.comparison.figures(answer.question).pairs():
                ends = (pair.one.passage, pair.other.passage)
                if pair.standing is Standing.APART and passage in ends:
                    return [one for one in ends if one != passage]
        here = self.document()
        others = (
            passages[0]
            for (of_row, document), passages in self._grid.says.items()
            if of_row == row.id and document != here and passages
        )
        return [one for one in [next(others, None)] if one is not None]

    # Showing.

    def _keep(self) -> None:
        """Keep where one is, to come back to."""
        row = self._model.row(self.table.place()[0])
        column = self._model.column(self.table.place()[1])
        self._kept[self._event] = (
            None if row is None else row.id,
            None if column is None else column.id,
        )

    def _read_now(self) -> None:
        self._behind = False
        comparison = self._workspace.comparison
        try:
            if self._event is None:
                self._grid = comparison.events_by_documents()
            else:
                self._grid = comparison.questions_by_documents(self._event)
        except NotFound:  # the event is gone
            self.up()
            return
        except ReviewerError as problem:
            self.failed.emit(problem)
            return
        self._narrow()

    def _narrow(self) -> None:
        """Show the rows and columns that pass, in order; the cell one was at is found again."""
        row = self._model.row(self.table.place()[0])
        column = self._model.column(self.table.place()[1])
        sort, descending, _label = _SORTS[max(0, self.sort.currentIndex())]
        grid = self._grid.narrowed(
            self.field.text(),
            only_differing=self.differing.isChecked(),
            rows=self._open_events(),
        )
        grid = grid.narrowed(columns=self._chosen_documents(grid))
        if sort is not GridSort.POSITION or descending:
            grid = grid.ordered(sort, descending=descending)
        if self._model.show(grid):
            place = self._model.place_of(
                None if row is None else row.id, None if column is None else column.id
            )
            self.table.go(*place)
        self._say(grid)

    def _open_events(self) -> frozenset[int] | None:
        if self._event is not None or not self.open_only.isChecked():
            return None
        events = self._workspace.events.all()
        return frozenset(one.id for one in events if one.status is EventStatus.OPEN)

    def _chosen_documents(self, grid: Grid) -> frozenset[int] | None:
        which = self.documents.currentData()
        if which == DONE:
            done = (one.id for one in grid.columns if one.review_status is ReviewStatus.DONE)
            return frozenset(done)
        if which == SPEAKING:
            rows = {one.id for one in grid.rows}
            return frozenset(document for row, document in grid.says if row in rows)
        return None

    def _say(self, grid: Grid) -> None:
        rows, columns = len(grid.rows), len(grid.columns)
        what = (
            counted("{count} event", "{count} events", rows)
            if self._event is None
            else counted("{count} question", "{count} questions", rows)
        )
        done = sum(1 for one in grid.columns if one.review_status is ReviewStatus.DONE)
        base = _("{done} of {all} documents done").format(done=f"{done:,}", all=f"{columns:,}")
        self._count.setText(_(" · ").join((what, base)))
        name = ""
        if self._event is not None:
            name = isolated(self._workspace.events.get(self._event).name)
        self._heading.setText(name or _("Events by documents"))
        self._back.setVisible(self._event is not None)
        self.open_only.setVisible(self._event is None)
        nothing = not self._grid.rows
        self.setFocusProxy(
            self.table if rows and columns else self._none if nothing else self.field
        )
        if rows and columns:
            self._stack.setCurrentWidget(self.table)
        elif nothing:
            self._none.say(
                _("No question is asked of this event yet: put figures or claims into it.")
                if self._event is not None
                else _("Once there are events, what each document says of them stands here.")
            )
            self._stack.setCurrentWidget(self._none)
        else:
            self._stack.setCurrentWidget(self._no_match)
        self.chosen_changed.emit()

    def _clear(self) -> None:
        self.field.clear()
        self.differing.setChecked(False)
        self.open_only.setChecked(False)
        self.documents.setCurrentIndex(0)

    def _follow(self, news: News) -> None:
        if news.tables & RELEVANT:
            self._behind = True
            if self.isVisible():
                self._read_now()

    # Making.

    def _lay_out(self) -> None:
        self.sort.setAccessibleName(_("Order of the rows"))
        for _sort, _descending, label in _SORTS:
            self.sort.addItem(_(label))
        self._back.setIcon(icon("back"))
        self._back.setAutoDefault(False)
        self._back.setToolTip(_("Back to all events (Esc)"))
        set_role(self._back, "small")
        heavier(self._heading, QFont.Weight.DemiBold)
        set_role(self._count, "muted")
        top = QHBoxLayout()
        top.setContentsMargins(spacing.MEDIUM, spacing.SMALL, spacing.MEDIUM, 0)
        top.setSpacing(spacing.SMALL)
        top.addWidget(self._back)
        top.addWidget(self._heading, 1)
        top.addWidget(self._count)
        row = FlowingRow(spacing.SMALL)
        for widget in (self.field, self.differing, self.documents, self.sort, self.open_only):
            row.add(widget)
        line = QHBoxLayout()
        line.setContentsMargins(spacing.MEDIUM, spacing.SMALL, spacing.MEDIUM, spacing.SMALL)
        line.addWidget(row, 1)
        self._none = EmptyPlace("compare", _("Go to the events (Alt+4)"), "events")
        self._no_match = EmptyPlace("filter", _("Show everything"))
        self._no_match.say(_("Nothing passes the filters."))
        self._stack = QStackedWidget()
        self.setFocusProxy(self.table)
        for part in (self.table, self._none, self._no_match):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(line)
        column.addWidget(self._stack, 1)

    def _connect(self, bridge: Bridge) -> None:
        self.field.textChanged.connect(self._narrow)
        self.field.down.connect(self.take_keys)
        self.differing.toggled.connect(self._narrow)
        self.open_only.toggled.connect(self._narrow)
        self.documents.currentIndexChanged.connect(self._narrow)
        self.sort.currentIndexChanged.connect(self._narrow)
        self._back.clicked.connect(self.up)
        self._none.wanted.connect(self.events_wanted)
        self._no_match.wanted.connect(self._clear)
        self.table.questions_wanted.connect(self._open_row)
        self.table.command_wanted.connect(self.command_wanted)
        self.table.read_wanted.connect(self.read_wanted)
        self.table.chosen_changed.connect(self.chosen_changed)
        self.table.menu_wanted.connect(self.menu_wanted)
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self.reload)

    def _open_row(self, row: int) -> None:
        if self._event is None:
            self.show_questions(row)

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self._read_now()


def _choices(name: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for key, label in choices:
        box.addItem(_(label), key)
    return box
