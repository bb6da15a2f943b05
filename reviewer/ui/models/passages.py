"""The passages table's rows, sorted and filtered by the project file.

The table is a place of its own. While it is not looked at it only notes that something changed,
so that tagging in a pane never waits for it; it catches up when it is shown again.
"""

import logging
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.exported import ExportedRecord
from reviewer.domain.pages import is_number
from reviewer.domain.passages import ANCHOR_LABELS, Anchor, PassageRow, PassageSort
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.steps import News, StepKind
from reviewer.environment.clock import exact_time, local_time
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.guard import guard
from reviewer.ui.models import ID_ROLE, ONLY_READ_ROLE, RAW_ROLE, ROW_ROLE
from reviewer.ui.models.pages import PagedRows, runs
from reviewer.ui.models.passage_carried import (
    CARRIED_TABLES,
    carried_only_read,
    carried_spoken,
    carried_tip,
    carried_words,
)
from reviewer.ui.models.passage_columns import (
    COLUMN_HELP,
    COLUMN_TITLES,
    HIDDEN_AT_FIRST,
    PassageColumn,
)
from reviewer.ui.models.passage_places import ParagraphNumbers
from reviewer.ui.wording import isolated, one_line, tip
from reviewer.workspace.project import Workspace

_LOG = logging.getLogger(__name__)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PassagesModel(QAbstractTableModel):
    """Ids in memory, rows by the page."""

    counted = Signal()  # how many are shown, or how many there are, was asked for again
    failed = Signal(object)  # a ReviewerError: the list shows what it showed before

    def __init__(self, workspace: Workspace, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passages = workspace.passages
        self._rows = PagedRows[PassageRow](workspace.passages.listed)
        self._carried = PagedRows[ExportedRecord](workspace.carried.of_many)
        self._numbers = ParagraphNumbers(workspace.documents, self, workspace.pages)
        self._numbers.found.connect(self._show_numbers)
        self._filter = PassageFilter()
        self._sort = PassageSort.PLACE
        self._descending = False
        self._total = 0
        self._awake = False
        self._behind = True
        bridge.changed.connect(self._follow)

    @property
    def filter(self) -> PassageFilter:
        """What the list is filtered by."""
        return self._filter

    @property
    def order(self) -> tuple[PassageSort, bool]:
        """What the list is ordered by, and whether it runs downwards."""
        return self._sort, self._descending

    @property
    def total(self) -> int:
        """How many passages there are, shown or not."""
        return self._total

    @property
    def ids(self) -> Sequence[int]:
        """The passages shown, in order."""
        return self._rows.ids

    def set_awake(self, *, awake: bool) -> None:
        """Say whether the list is looked at; it catches up when it is again."""
        self._awake = awake
        if awake and self._behind:
            self.ask_again()

    def set_filter(self, chosen: PassageFilter) -> None:
        """Show only the passages that pass."""
        if chosen != self._filter:
            self._filter = chosen
            self.ask_again()

    def set_order(self, sort: PassageSort, *, descending: bool = False) -> None:
        """Order the list."""
        if (sort, descending) != self.order:
            self._sort, self._descending = sort, descending
            self.ask_again()

    def row(self, row: int) -> PassageRow | None:
        """Return what a row shows, ``None`` where it cannot be read."""
        return self._rows.row(row)

    def row_of(self, passage: int) -> int | None:
        """Return the row of a passage, ``None`` when the filter hides it."""
        return self._rows.index_of(passage)

    def ask_again(self) -> None:
        """Ask the project which passages there are, in which order."""
        if not self._awake:
            self._behind = True
            return
        try:
            ids = self._passages.ids(self._filter, self._sort, descending=self._descending)
            total = self._passages.count()
        except ReviewerError as problem:
            _LOG.warning("passages could not be listed: %s", type(problem).__name__)
            self.failed.emit(problem)
            return
        self._behind = False
        if ids != self._rows.ids:
            self.beginResetModel()
            self._rows.set_ids(ids)
            self._carried.set_ids(ids)
            self.endResetModel()
        self._total = total
        self.counted.emit()

    def read_again(self) -> None:
        """Take nothing for granted: another window has written, or the files were changed."""
        self._rows.forget()
        self._carried.forget()
        self._numbers.forget()
        self.ask_again()
        self._announce([(0, len(self._rows) - 1)])

    def _follow(self, news: News) -> None:
        imported = news.kind is StepKind.IMPORT
        carried = not CARRIED_TABLES.isdisjoint(news.tables)
        if carried:
            self._carried.forget()
        if "tags" in news.tables or ("documents" in news.tables and not imported):
            self._rows.forget()
            self.ask_again()
            self._announce([(0, len(self._rows) - 1)])
        elif "passages" in news.tables:
            touched = news.rows["passages"]
            self._rows.refresh(touched)
            self.ask_again()
            self._announce(runs(self._rows.refresh(touched)))
        elif carried and self._awake:
            self.ask_again()
        if carried:
            self._announce([(0, len(self._rows) - 1)])

    def _show_numbers(self) -> None:
        if self._rows.ids:
            last = self.index(len(self._rows) - 1, PassageColumn.PLACE)
            self.dataChanged.emit(self.index(0, PassageColumn.PLACE), last)

    def _announce(self, found: Sequence[tuple[int, int]]) -> None:
        last_column = len(PassageColumn) - 1
        for first, last in found:
            if last >= first:
                self.dataChanged.emit(self.index(first, 0), self.index(last, last_column))

    @override
    @guard(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    @guard(0)
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(PassageColumn)

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        serve = _SERVED.get(role)
        if serve is None or not index.isValid():
            return None
        row = self._rows.row(index.row())
        if row is None:
            unreadable = role == Qt.ItemDataRole.DisplayRole and index.column() == 1
            return _("This passage cannot be read.") if unreadable else None
        column = PassageColumn(index.column())
        if column in HIDDEN_AT_FIRST and role in _OF_CARRIED:
            carried = self._carried.row(index.row())
            return _OF_CARRIED[role](carried, column) if carried is not None else None
        if column is PassageColumn.PLACE and role == Qt.ItemDataRole.DisplayRole:
            return self._place(row)
        return serve(row, column)

    @override
    @guard()
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(PassageColumn):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMN_TITLES[PassageColumn(section)])
        if role == Qt.ItemDataRole.ToolTipRole:
            return _(COLUMN_HELP[PassageColumn(section)])
        return None

    def _place(self, row: PassageRow) -> str:
        if row.anchor is Anchor.NOT_CERTAIN:
            return _(ANCHOR_LABELS[row.anchor])
        number = self._numbers.of(row)
        if number is None:
            return ""
        if page := self._numbers.page_of(row):
            return _("p. {page}").format(page=page) if is_number(page) else page
        if not number:
            return _("character {start}").format(start=f"{row.span.start + 1:,}")
        return _("paragraph {number}").format(number=f"{number:,}")


def _words(row: PassageRow, column: PassageColumn) -> str:
    return _WORDS[column](row)


def _raw(row: PassageRow, column: PassageColumn) -> object:
    return row.created_at if column is PassageColumn.DATE else _WORDS[column](row)


def _tip(row: PassageRow, column: PassageColumn) -> str | None:
    return _TIPS[column](row) or None


def _place_tip(row: PassageRow) -> str:
    ends = {"start": f"{row.span.start + 1:,}", "end": f"{row.span.end:,}"}
    where = _("characters {start} to {end}").format(**ends)
    if row.anchor is Anchor.SURE:
        return tip(where)
    return tip(_("The words no longer match their place: confirm where they are."), where)


def _date_tip(row: PassageRow) -> str:
    return tip(isolated(exact_time(row.created_at)))


def _checked(row: PassageRow) -> str:
    who = isolated(row.checked_by) if row.checked_by else _("Not checked")
    if row.checked_by and not row.checked_by_another:
        who = _("{name}, who tagged it").format(name=who)
    return _("{checked}; wants another look").format(checked=who) if row.another_look else who


def _checked_tip(row: PassageRow) -> str:
    moment = isolated(local_time(row.checked_at)) if row.checked_at else ""
    at = _("Checked {moment}").format(moment=moment) if moment else ""
    return tip(_checked(row), at)


_WORDS: Mapping[PassageColumn, Callable[[PassageRow], str]] = {
    PassageColumn.NUMBER: lambda row: row.label,
    PassageColumn.WORDS: lambda row: " ".join(row.quote.split()),
    PassageColumn.TAG: lambda row: row.tag_name,
    PassageColumn.DOCUMENT: lambda row: one_line(row.document_title),
    PassageColumn.PLACE: lambda row: f"{row.span.start:,}",
    PassageColumn.ANALYST: lambda row: row.analyst_name,
    PassageColumn.DATE: lambda row: local_time(row.created_at),
    PassageColumn.NOTE: lambda row: " ".join(row.note.split()),
    PassageColumn.CHECKED: _checked,
}
_TIPS: Mapping[PassageColumn, Callable[[PassageRow], str]] = {
    PassageColumn.NUMBER: lambda row: tip(row.label),
    PassageColumn.WORDS: lambda row: tip(row.quote[:2_000]),
    PassageColumn.TAG: lambda row: tip(row.tag_name),
    PassageColumn.DOCUMENT: lambda row: tip(row.document_title),
    PassageColumn.PLACE: _place_tip,
    PassageColumn.ANALYST: lambda row: tip(row.analyst_name),
    PassageColumn.DATE: _date_tip,
    PassageColumn.NOTE: lambda row: tip(row.note),
    PassageColumn.CHECKED: _checked_tip,
}
_OF_CARRIED: Mapping[int, Callable[[ExportedRecord, PassageColumn], object]] = {
    Qt.ItemDataRole.DisplayRole: carried_words,
    Qt.ItemDataRole.ToolTipRole: carried_tip,
    Qt.ItemDataRole.AccessibleTextRole: carried_spoken,
    RAW_ROLE: carried_words,
    ONLY_READ_ROLE: carried_only_read,
}
_SERVED: Mapping[int, Callable[[PassageRow, PassageColumn], object]] = {
    Qt.ItemDataRole.DisplayRole: _words,
    Qt.ItemDataRole.ToolTipRole: _tip,
    RAW_ROLE: _raw,
    ROW_ROLE: lambda row, _column: row,
    ID_ROLE: lambda row, _column: row.id,
    ONLY_READ_ROLE: lambda _row, _column: False,
    Qt.ItemDataRole.AccessibleTextRole: lambda _row, _column: None,  # the words shown are said
}
