"""The documents panel: filter, list, and what is to be said about both.

Narrow, it shows rows of two lines; drawn wider than ``WIDE`` it becomes the full table. It
implements ``desk.DocumentsPart``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.documents import DocumentFilter, DocumentSort, ReviewStatus
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.guard import guard
from reviewer.ui.models.document_cells import COLUMN_TITLES, DocumentColumn
from reviewer.ui.models.documents import DocumentModel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.documents.document_filter import (
    FilterField,
    StatusChips,
    filter_sentence,
    filter_words,
    with_words,
)
from reviewer.ui.views.documents.document_list import DocumentList
from reviewer.ui.views.documents.value_menus import Known, ValueMenus
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.workspace.project import Workspace

WIDE = 700
WORDY = 400
LEAST_WIDTH = 200


class DocumentsPanel(QWidget):
    """Which documents there are, and how far one has come."""

    open_here = Signal(int)
    open_beside = Signal(int)
    import_wanted = Signal()
    chosen_changed = Signal()
    filter_changed = Signal()
    context_menu_wanted = Signal(QPoint)  # global position

    def __init__(self, workspace: Workspace, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self.model = DocumentModel(workspace, bridge, self)
        self.list = DocumentList(self.model, theme)
        self.filter_field = FilterField(_("Filter documents"))
        self._chips = StatusChips()
        self._count = ElidedLabel()
        self._clear = QToolButton()
        self._order = QToolButton()
        self._none = EmptyPlace("documents", _("Import…"), "import")
        self._none.say(_("Every document is listed here: drop files, or press Ctrl+I to import."))
        self._no_match = EmptyPlace("filter", _("Clear filter"))
        self._build()
        self._connect()
        self._show_tally()

    def chosen(self) -> list[int]:
        """Return the documents selected in the list, the current one first."""
        return self.list.chosen()

    def choose(self, document: int) -> None:
        """Select a document and scroll to it, clearing the filter when that hides it."""
        if self.list.choose(document):
            return
        self.model.ask_again()
        if self.model.row_of(document) is None:
            self.clear_filter()
        self.list.choose(document)

    def focus_filter(self) -> None:
        """Put the caret into the filter field."""
        self.filter_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_field.selectAll()

    def has_focus(self) -> bool:
        """Say whether the list has the keys."""
        return self.list.hasFocus()

    def order(self) -> list[int]:
        """Return the documents of the list in its order, as it is filtered."""
        return list(self.model.ids)

    def next_unread(self, after: Sequence[int]) -> int | None:
        """Return the next one not read in the list as shown, from its top again, none of ``after``.

        One that the filter hides is never meant.
        """
        ids = self.model.ids
        unread = DocumentFilter(statuses=(ReviewStatus.UNREAD,))
        left = set(self._workspace.documents.ids(unread)).difference(after)
        start = 1 + max(
            (row for row in map(self.model.row_of, after) if row is not None), default=-1
        )
        return next((one for one in (*ids[start:], *ids[:start]) if one in left), None)

    def neighbour(self, document: int | None, by: int) -> int | None:
        """Return the document ``by`` rows below another; from none or a hidden one, the first."""
        row = None if document is None else self.model.row_of(document)
        return self.model.document_at(0 if row is None else row + by)

    def filter_sentence(self) -> str:
        """Return what the list is filtered by, in words; empty when every document is shown."""
        return filter_sentence(self.model.filter)

    def clear_filter(self) -> None:
        """Show every document."""
        self.filter_field.clear()
        self._chips.choose(None)
        self._filter(DocumentFilter())

    def reload(self) -> None:
        """Read everything again, after another window changed the project."""
        self.model.reload()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self.list.set_theme(theme)

    def state(self) -> dict[str, object]:
        """Return columns and order, as what JSON can hold; a filter is not remembered."""
        sort, descending = self.model.order
        return {
            "columns": self.list.columns.state(),
            "sort": sort.value,
            "descending": descending,
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up what ``state`` gave; what is not understood is passed over."""
        self.list.columns.restore(state.get("columns"))
        sort = next((one for one in DocumentSort if one.value == state.get("sort")), None)
        if sort is not None:
            self.model.set_order(sort, descending=state.get("descending") is True)

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.set_compact(compact=self.width() < WIDE)
        self._chips.set_wordy(wordy=self.width() >= WORDY)

    def _build(self) -> None:
        set_surface(self, "panel")
        set_surface(self.list, "panel")
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName(_("Documents"))
        self.setFocusProxy(self.list)
        self._clear.setText(_("Clear filter"))
        self._clear.setAccessibleName(_("Clear filter"))
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._stack = QStackedWidget()
        for page in (self.list, self._none, self._no_match):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing.SMALL, 0, 0)
        column.setSpacing(spacing.SMALL)
        for part in (self._heading(), self.filter_field, self._chips, self._count_line()):
            column.addLayout(_inset(part))
        column.addWidget(self._stack, 1)

    def _heading(self) -> QWidget:
        title = QLabel(_("Documents"))
        set_role(title, "heading")
        self._order.setIcon(icon("sort"))
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order.setToolTip(_("Order, and which documents to show"))
        self._order.setAccessibleName(_("Order, and which documents to show"))
        self._order.setMenu(self._order_menu())
        add = QToolButton()
        add.setIcon(icon("add"))
        add.setToolTip(_("Import documents (Ctrl+I)"))
        add.setAccessibleName(_("Import documents"))
        add.clicked.connect(self._want_import)
        return _row(title, None, self._order, add)

    def _count_line(self) -> QWidget:
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the list does not jump when it is filtered
        self._clear.setSizePolicy(policy)
        return _row(self._count, self._clear)

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        self._sorts = _exclusive(menu)
        for column in DocumentColumn:
            _switch(menu, _(COLUMN_TITLES[column]), self._sorts).setData(column.sort.value)
        menu.addSeparator()
        self._directions = _exclusive(menu)
        _switch(menu, _("Upwards"), self._directions).setData(False)
        _switch(menu, _("Downwards"), self._directions).setData(True)
        menu.addSeparator()
        self._only_second_look = _switch(menu, _("Only those for a second look"))
        self._only_unsettled = _switch(menu, _("Only dates with two readings"))
        self._only_shared = _switch(menu, _("Only those of one origin with others"))
        menu.addSeparator()
        self.values = ValueMenus(self._workspace, menu)
        return menu

    def _connect(self) -> None:
        self.list.open_here.connect(self.open_here)
        self.list.open_beside.connect(self.open_beside)
        self.list.chosen_changed.connect(self.chosen_changed)
        self.list.menu_wanted.connect(self.context_menu_wanted)
        self.list.typed.connect(self._type_on)
        self.filter_field.settled.connect(self._filter_words)
        self.filter_field.down_pressed.connect(self._go_to_list)
        self.filter_field.enter_pressed.connect(self._open_first)
        self._chips.chosen.connect(self._filter_status)
        self._only_second_look.triggered.connect(self._filter_marks)
        self._only_unsettled.triggered.connect(self._filter_marks)
        self._only_shared.triggered.connect(self._filter_marks)
        self.values.chosen.connect(self._filter_known)
        self._sorts.triggered.connect(self._sort)
        self._directions.triggered.connect(self._sort)
        self._clear.clicked.connect(self.clear_filter)
        self._no_match.wanted.connect(self.clear_filter)
        self._none.wanted.connect(self._want_import)
        self.model.tallied.connect(self._show_tally)
        self.model.ordered.connect(self._show_order)
        self._show_order()

    def _filter(self, chosen: DocumentFilter) -> None:
        self.model.set_filter(chosen)
        self._only_second_look.setChecked(chosen.second_look)
        self._only_unsettled.setChecked(chosen.unsettled_dates)
        self._only_shared.setChecked(chosen.shared_origin)
        self.values.show_known(chosen.known)
        self._show_tally()
        self.filter_changed.emit()

    def _filter_words(self, words: str) -> None:
        self._filter(with_words(self.model.filter, words))

    def _filter_status(self, status: ReviewStatus | None) -> None:
        statuses = () if status is None else (status,)
        self._filter(replace(self.model.filter, statuses=statuses))

    def _filter_known(self, known: Known) -> None:
        self._filter(replace(self.model.filter, known=known))

    def _filter_marks(self) -> None:
        self._filter(
            replace(
                self.model.filter,
                second_look=self._only_second_look.isChecked(),
                unsettled_dates=self._only_unsettled.isChecked(),
                shared_origin=self._only_shared.isChecked(),
            )
        )

    def _sort(self) -> None:
        sort = DocumentSort(self._sorts.checkedAction().data())
        descending = bool(self._directions.checkedAction().data())
        self.model.set_order(sort, descending=descending)

    def _show_order(self) -> None:
        sort, descending = self.model.order
        for action in self._sorts.actions():
            action.setChecked(action.data() == sort.value)
        for action in self._directions.actions():
            action.setChecked(bool(action.data()) is descending)

    def _show_tally(self) -> None:
        """Say how many there are, and always when some are filtered away."""
        tally, chosen = self.model.tally, self.model.filter
        filtered = chosen != DocumentFilter()
        self._chips.show_counts(dict(tally.by_status))
        self._clear.setVisible(filtered)
        if filtered:
            words = _("{shown} of {total} shown").format(
                shown=f"{tally.shown:,}", total=f"{tally.total:,}"
            )
            marks = _(", ").join(filter_words(chosen))
            self._count.setText(f"{words}: {marks}" if marks else words)
        else:
            done = tally.of(ReviewStatus.DONE)
            words = _("{done} of {total} done").format(done=f"{done:,}", total=f"{tally.total:,}")
            self._count.setText(words if tally.total else "")
        self._no_match.say(_("Nothing matches {filter}.").format(filter=filter_sentence(chosen)))
        self._stack.setCurrentWidget(self._page(filtered=filtered))

    def _page(self, *, filtered: bool) -> QWidget:
        if self.model.rowCount():
            return self.list
        return self._no_match if filtered and self.model.tally.total else self._none

    def _type_on(self, letters: str) -> None:
        """Go on in the filter field with what was typed in the list."""
        self.filter_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter_field.setCursorPosition(len(self.filter_field.text()))
        self.filter_field.insert(letters)

    def _go_to_list(self) -> None:
        self.filter_field.settle()
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.list.chosen():
            self.list.step(0)

    def _open_first(self) -> None:
        if not self.list.chosen():
            self.list.step(0)
        for document in self.list.chosen()[:1]:
            self.open_here.emit(document)

    def _want_import(self) -> None:
        self.import_wanted.emit()


def _row(*parts: QWidget | None) -> QWidget:
    """Put widgets side by side; ``None`` is the room that is left."""
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing.TINY)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        else:
            layout.addWidget(part)
    return line


def _inset(part: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(spacing.SMALL, 0, spacing.SMALL, 0)
    layout.addWidget(part)
    return layout


def _exclusive(menu: QMenu) -> QActionGroup:
    group = QActionGroup(menu)
    group.setExclusive(True)
    return group


def _switch(menu: QMenu, title: str, group: QActionGroup | None = None) -> QAction:
    action = QAction(title, menu)
    action.setCheckable(True)
    if group is not None:
        group.addAction(action)
    menu.addAction(action)
    return action
