"""The place "Events": the list of events, and the page of the one that is chosen.

The page shows and tells what is wanted; what is done is the window's, by signals and commands.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.errors import NotFound, ReviewerError
from reviewer.domain.steps import News
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.delegates import theme_of
from reviewer.ui.dialogs.scrolled import Scrolled
from reviewer.ui.guard import guard
from reviewer.ui.models.event_page import RowKind, counts_in_words, rows_of
from reviewer.ui.models.event_rows import EventRowsModel
from reviewer.ui.models.events import EventsModel, event_items
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.events.deed_button import deed_button
from reviewer.ui.views.events.drawn_questions import DrawnQuestions
from reviewer.ui.views.events.event_head import EventHead
from reviewer.ui.views.events.event_list import EventList
from reviewer.ui.views.events.event_rows import EventPageRows
from reviewer.ui.views.events.figure_chart import FigureChart
from reviewer.ui.views.events.kept_filters import event_brought_back, event_kept
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.workspace.project import Workspace

LIST_WIDTH = 330
CHART_HEIGHT = 240
ROOMY = 660  # height of the place from which on the chart is shown at first
RELEVANT = frozenset(
    (
        *("events", "questions", "answers", "event_documents", "links", "figures", "allegations"),
        *("responses", "readings", "chain_members", "roles", "actors", "actor_names"),
        *("passages", "documents", "tags", "analysts", "working_figures", "ratings"),
    )
)
"""Tables of which news changes what is shown here, or in the grid that compares."""


class EventsPage(QWidget):
    """The page; implements ``record_parts.EventsPart``."""

    written = Signal(int, object)  # the event, and what shall be changed of it
    parent_wanted = Signal()
    new_wanted = Signal()
    remove_wanted = Signal()
    open_wanted = Signal()  # the row one is at was pressed twice
    dropped = Signal(object, object)
    command_wanted = Signal(str)
    chosen_changed = Signal()
    menu_wanted = Signal(QPoint)
    failed = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        runs: Callable[[str], bool],
        buttons: list[QWidget],
        chart: FigureChart,
    ) -> None:
        super().__init__()
        self.setObjectName("events_page")
        set_surface(self, "window")
        self._workspace = workspace
        self._behind = True
        self._shown: int | None = None
        self._wanted: int | None = None
        self._charted: int | None = None
        self._has_figures = self._switched = False
        self._events = EventsModel(self)
        self._model = EventRowsModel(self)
        self.list = EventList(self._events)
        self.head = EventHead(read_only=workspace.read_only is not None)
        self.rows = EventPageRows(self._model, runs)
        self.chart = chart
        self._drawn = DrawnQuestions(workspace, chart)
        self._count = QLabel()
        set_role(self._count, "muted")
        self._lay_out(buttons)
        self._connect(bridge)
        self.setFocusProxy(self.list.rows)

    # What commands ask for.

    def event_shown(self) -> int | None:
        """Return the event that is shown."""
        return self._shown

    def question(self) -> int | None:
        """Return the question one is at, or whose answer one is at."""
        row = self.rows.current()
        return None if row is None else row.question

    def passages(self) -> list[int]:
        """Return the passages chosen among the answers, the current one first."""
        return self.rows.passages() if self._shown is not None else []

    def placed(self) -> list[tuple[int, int | None]]:
        """Return the passages chosen, each with the question it stands under."""
        return self.rows.placed() if self._shown is not None else []

    def document(self) -> int | None:
        """Return the document one is at, where a row says what it has to say on a question."""
        row = self.rows.current()
        return None if row is None else row.document

    def row_kind(self) -> RowKind | None:
        """Return what the row is that one is at."""
        row = self.rows.current()
        return None if row is None or self._shown is None else row.kind

    def show_event(self, event: int, question: int | None = None) -> None:
        """Show an event, at one of its questions."""
        self._read()
        if not self.list.choose(event):
            self.list.field.clear()
            self._read_events()
            self.list.choose(event)
        if question is not None:
            self.rows.go_to_question(question)

    def focus_filter(self) -> None:
        """Put the caret into the field that narrows the list."""
        self.list.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.field.selectAll()

    def take_keys(self) -> None:
        """Give the keys to the rows of the event, else to the list."""
        if self._model.rowCount() and self._shown is not None:
            if not self.rows.currentIndex().isValid():
                self.rows.go(0)
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.enter()

    def reload(self) -> None:
        """Read everything again: another window has written the project."""
        self._behind = True
        if self.isVisible():
            self._read()

    def kept(self) -> dict[str, object]:
        """Return which event is shown, and how the list is narrowed, to be remembered."""
        event = event_kept(self._workspace, self._shown or self._wanted)
        return {"event": event, **self.list.kept()}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Show what was shown, once one comes here."""
        self.list.bring_back(kept)
        self._wanted = event_brought_back(self._workspace, kept.get("event"))

    # Showing.

    def _read(self) -> None:
        if self._behind:
            self._behind = False
            self._read_events()

    def _read_events(self) -> None:
        before = self.list.chosen() or self._shown or self._wanted
        try:
            total = len(self._workspace.events.all())
            items = event_items(self._workspace, self.list.field.text(), self.list.sort)
        except ReviewerError as problem:
            self.failed.emit(problem)
            return
        if self._events.show(items) and not self.list.choose(before) and items:
            self.list.choose(items[0].event.id)
        self.list.say_count(total)
        self._stack.setCurrentWidget(self._body if total else self._none)
        self._show_chosen()
        if not total:
            self.setFocusProxy(self._none)

    def _show_chosen(self) -> None:
        """Show the page of the event chosen; of the one that is shown, as it is now."""
        event = self.list.chosen()
        if event is None:
            self.head.forget()
            self._shown = None
            self._page.setCurrentWidget(self._no_match)
            self.setFocusProxy(self.list.field)
            self.chosen_changed.emit()
            return
        if event != self._shown:
            self.head.flush()
        try:
            found = self._workspace.events.get(event)
            parent = "" if found.parent is None else self._workspace.events.get(found.parent).name
            rows = rows_of(self._workspace, event)
        except NotFound:
            return
        except ReviewerError as problem:
            self.failed.emit(problem)
            return
        other = event != self._shown
        self._shown = event
        self.head.show_event(found, parent)
        self.rows.show_rows(rows)
        if other:
            self.rows.go(0)
            self.rows.scrollToTop()
        self._count.setText(counts_in_words(rows, self._workspace.origins.groups()))
        self._rows.setCurrentWidget(self.rows if rows else self._no_rows)
        self.setFocusProxy(self.rows if rows else self.list.rows)
        self._page.setCurrentWidget(self._whole)
        self._charted = None
        self._show_chart()
        self.chosen_changed.emit()

    def _show_chart(self) -> None:
        """Show the figures of the question one is at."""
        question = self.question()
        if question == self._charted and question is not None:
            return
        self._charted = question
        try:
            shown = self._shown is not None and self._drawn.show(self._shown, question)
        except ReviewerError:
            shown = False
        self._has_figures = shown
        self._chart_area.setVisible(shown and self.chart_switch.isChecked())

    def _draw_others(self) -> None:
        self._charted = None
        self._show_chart()

    def _switch_chart(self, wanted: bool) -> None:
        self._switched = True
        self._chart_area.setVisible(wanted and self._has_figures)

    def _moved(self) -> None:
        self._show_chart()
        self.chosen_changed.emit()

    def _follow(self, news: News) -> None:
        if news.tables & RELEVANT:
            self._behind = True
            if self.isVisible():
                self._read()

    # Making.

    def _lay_out(self, buttons: list[QWidget]) -> None:
        self._none = EmptyPlace("events", _("New event (Ctrl+Alt+E)"), "add")
        self._none.say(
            _(
                "What several documents speak of stands here. Press E on a passage to make an "
                "event of it."
            )
        )
        self._no_match = EmptyPlace("filter", _("Show all events"))
        self._no_match.say(_("No event has these words."))
        self._no_rows = EmptyPlace("question")
        self._no_rows.say(
            _(
                "Nothing stands in this event yet: put passages into it with Shift+E, or ask a "
                "question with Q."
            )
        )
        self._rows = QStackedWidget()
        self._rows.addWidget(self.rows)
        self._rows.addWidget(self._no_rows)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._rows)
        self._chart_area = QScrollArea()
        self._chart_area.setWidgetResizable(True)
        self._chart_area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._chart_area.setWidget(self.chart)
        self._chart_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_surface(self.chart, "page")
        self._chart_area.hide()
        self._split.addWidget(self._chart_area)
        self._split.setSizes([CHART_HEIGHT * 2, CHART_HEIGHT])
        self._split.setStretchFactor(0, 1)
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Scrolled(self.head)
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(head)
        column.addLayout(self._deeds(buttons))
        column.addWidget(self._split, 1)
        self._page = QStackedWidget()
        for part in (self._whole, self._no_match):
            self._page.addWidget(part)
        self._body = QSplitter()
        self._body.setHandleWidth(1)
        self._body.setChildrenCollapsible(False)
        self._body.addWidget(self.list)
        self._body.addWidget(self._page)
        self._body.setStretchFactor(1, 1)
        self._body.setSizes([LIST_WIDTH, LIST_WIDTH * 3])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _deeds(self, buttons: list[QWidget]) -> QVBoxLayout:
        row = FlowingRow(spacing.TINY)
        self.chart_switch = deed_button(_("Chart"), "overview")
        self.chart_switch.setCheckable(True)
        self.chart_switch.setChecked(True)
        self.chart_switch.setToolTip(_("Shows the figures of the question one is at as a chart"))
        for one in (*buttons, self.chart_switch, self._count):
            row.add(one)
        line = QHBoxLayout()
        line.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, spacing.SMALL)
        line.addWidget(row, 1)
        column = QVBoxLayout()
        column.addLayout(line)
        return column

    def _connect(self, bridge: Bridge) -> None:
        self._none.wanted.connect(self.new_wanted)
        self._no_match.wanted.connect(self.list.field.clear)
        self.chart_switch.clicked.connect(self._switch_chart)
        self._drawn.changed.connect(self._draw_others)
        self.list.new_wanted.connect(self.new_wanted)
        self.list.chosen_changed.connect(self._show_chosen)
        self.list.narrowed.connect(self._read_events)
        self.list.rows.enter_wanted.connect(self.take_keys)
        self.list.rows.remove_wanted.connect(self.remove_wanted)
        self.head.written.connect(self.written)
        self.head.parent_wanted.connect(self.parent_wanted)
        self.head.done.connect(self.take_keys)
        self.rows.chosen_changed.connect(self._moved)
        self.rows.command_wanted.connect(self.command_wanted)
        self.rows.open_wanted.connect(self.open_wanted)
        self.rows.menu_wanted.connect(self.menu_wanted)
        # Queued: the rows must be done with the drag before they are others.
        self._model.dropped.connect(self.dropped, Qt.ConnectionType.QueuedConnection)
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self.reload)

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the chart out of a low window until somebody wants it."""
        super().resizeEvent(event)
        if not self._switched:
            roomy = self.height() >= grown(ROOMY)
            self.chart_switch.setChecked(roomy)
            self._chart_area.setVisible(roomy and self._has_figures)

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.chart.set_theme(theme_of(self.palette()))

    @override
    @guard()
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.head.flush()
