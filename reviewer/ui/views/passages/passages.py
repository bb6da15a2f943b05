"""The place "Passages": every tagged passage, filtered and sorted, the chosen one in its sentence.

The page shows and tells what is wanted; what is done with the chosen passages is the window's.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.passages import PassageSort
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.steps import News
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.models.passage_columns import COLUMN_TITLES, SORTS, PassageColumn
from reviewer.ui.models.passages import PassagesModel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_square
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_surface
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.passages.passage_filter import PassageFilterBar
from reviewer.ui.views.passages.passage_preview import PassagePreview
from reviewer.ui.views.passages.passage_table import PassageTable
from reviewer.ui.views.pieces.awake import AwakeInSight
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.workspace.project import Workspace

PREVIEW_HEIGHT = 168


class PassagesPage(QWidget):
    """The page; implements ``desk.PassagesPart``."""

    show_wanted = Signal(int)  # go to this passage in its document
    selection_changed = Signal()
    filter_changed = Signal()
    read_wanted = Signal()  # somebody goes to the documents, to tag
    context_menu_wanted = Signal(QPoint)  # global position
    remove_wanted = Signal()  # Delete was pressed on the chosen passages
    retag_wanted = Signal()  # Shift+T was
    check_wanted = Signal(bool)  # V was pressed on them, or Shift+V: they are not checked
    failed = Signal(object)  # a ReviewerError: the passages could not be listed

    def __init__(self, workspace: Workspace, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        del theme  # everything here takes its colours from the palette
        self._model = PassagesModel(workspace, bridge, self)
        AwakeInSight(self, self._model)
        self.bar = PassageFilterBar(workspace)
        self.table = PassageTable(self._model)
        self._preview = PassagePreview(workspace)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_chosen)
        self._lay_out()
        self._connect()
        bridge.changed.connect(self._follow)

    def chosen(self) -> list[int]:
        """Return the passages selected in the table, the current one first."""
        return self.table.chosen()

    def filter(self) -> PassageFilter:
        """Return what the table is filtered by."""
        return self.bar.filter()

    def focus_filter(self) -> None:
        """Put the caret into the words field."""
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def show_filter(self, wanted: PassageFilter) -> None:
        """Filter the table by this, instead of what it is filtered by."""
        self.bar.show_filter(wanted)

    def reload(self) -> None:
        """Read everything again: another window has written the project."""
        self.bar.refresh()
        self._model.read_again()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of the theme that was just put on."""
        del theme
        self._preview.dress()
        self.update()

    def state(self) -> dict[str, object]:
        """Return columns, order and filter as what JSON can hold."""
        sort, descending = self._model.order
        return {
            "columns": self.table.columns.state(),
            "sort": sort.value,
            "descending": descending,
            "filter": self.bar.state(),
            "preview": self._splitter.sizes()[-1],
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up what ``state`` gave; what is not understood is passed over."""
        self.table.columns.restore(state.get("columns"))
        sorts = {sort.value: sort for sort in PassageSort}
        sort = sorts.get(str(state.get("sort")))
        if sort is not None:
            self.table.set_order(sort, descending=state.get("descending") is True)
        kept = state.get("filter")
        if isinstance(kept, dict):
            self.bar.restore(kept)
        height = state.get("preview")
        if isinstance(height, int) and 0 < height < 2_000:
            self._preview_height = height

    def _lay_out(self) -> None:
        self._preview_height = PREVIEW_HEIGHT
        self.bar.add_tool(self._order_button())
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet("background: palette(light);")
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self._preview)
        self._splitter.setStretchFactor(0, 1)
        self._preview.hide()
        self._none = EmptyPlace("tag", _("Go to reading (Alt+1)"), "read")
        self._none.say(
            _("Every tagged passage stands here: select words in a document and press A, D or C.")
        )
        self._none.wanted.connect(self.read_wanted)
        self._no_match = EmptyPlace("filter", _("Show all passages"))
        self._no_match.say(_("No passage matches the filter."))
        self._no_match.wanted.connect(self.bar.clear)
        self._stack = QStackedWidget()
        for part in (self._splitter, self._none, self._no_match):
            self._stack.addWidget(part)
        set_surface(self, "window")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(line)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.bar.changed.connect(self._filter)
        self.bar.left.connect(self._go_to_table)
        self.table.typed.connect(self.bar.type)
        self.table.show_wanted.connect(self.show_wanted)
        self.table.chosen_changed.connect(self._chosen_changed)
        self.table.menu_wanted.connect(self.context_menu_wanted)
        self.table.remove_wanted.connect(self.remove_wanted)
        self.table.retag_wanted.connect(self.retag_wanted)
        self.table.check_wanted.connect(self.check_wanted)
        self._preview.show_wanted.connect(self._show_current)
        self._model.counted.connect(self._show_count)
        self._model.failed.connect(self.failed)

    def _order_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("sort"))
        button.setAccessibleName(_("Order and columns"))
        button.setToolTip(_("Order and columns"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        keep_square(button, spacing.FIELD)
        self._order_menu = QMenu(button)
        self._in_order_menu: tuple[QObject, ...] = ()
        self._order_menu.aboutToShow.connect(self._fill_order_menu)
        button.setMenu(self._order_menu)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; width: 0; }")
        return button

    def _fill_order_menu(self) -> None:
        menu, (now, descending) = self._order_menu, self._model.order
        menu.clear()
        for old in self._in_order_menu:
            old.deleteLater()
        group = QActionGroup(menu)
        for column in PassageColumn:
            sort = SORTS.get(column)
            if sort is None or column is PassageColumn.NUMBER:
                continue
            action = _switch(menu, _(COLUMN_TITLES[column]), checked=sort is now)
            action.setData(int(column))
            group.addAction(action)
        group.triggered.connect(self._order_by)
        menu.addSeparator()
        downwards = _switch(menu, _("The other way round"), checked=descending)
        downwards.toggled.connect(self._turn_round)
        menu.addSeparator()
        columns = self.table.columns.menu()
        columns.setTitle(_("Columns"))
        menu.addMenu(columns)
        self._in_order_menu = (group, columns)

    def _order_by(self, action: QAction) -> None:
        sort = SORTS[PassageColumn(action.data())]
        self.table.set_order(sort, descending=self._model.order[1])

    def _turn_round(self, descending: bool) -> None:
        self.table.set_order(self._model.order[0], descending=descending)

    def _filter(self) -> None:
        self.table.set_filter(self.bar.filter())
        self.filter_changed.emit()

    def _follow(self, news: News) -> None:
        if news.tables & {"tags", "documents"} and self.bar.filter() != PassageFilter():
            self.bar.refresh()

    def _go_to_table(self) -> None:
        self.table.choose_first()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_current(self) -> None:
        row = self.table.current()
        if row is not None:
            self.show_wanted.emit(row.id)

    def _chosen_changed(self) -> None:
        self._soon.start()
        self.selection_changed.emit()

    def _show_count(self) -> None:
        shown, total = len(self._model.ids), self._model.total
        self.bar.show_count(shown, total)
        place = self._splitter
        if not shown:
            nothing = total == 0 and self.bar.filter() == PassageFilter()
            self._stack.setCurrentWidget(self._none if nothing else self._no_match)
        else:
            self._stack.setCurrentWidget(place)
        self._soon.start()

    def _show_chosen(self) -> None:
        count = self.table.chosen_count()
        was_hidden = self._preview.isHidden()
        self._preview.show_row(self.table.current() if count else None, count)
        if was_hidden and not self._preview.isHidden():
            whole = self._splitter.height()
            self._splitter.setSizes([whole - self._preview_height, self._preview_height])


def _switch(menu: QMenu, words: str, *, checked: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(checked)
    return action
