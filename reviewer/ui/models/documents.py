"""The document list's rows, as the open project has them.

What is touched is read again at once, and a count of passages is shown when the passage is painted
in the text. Which documents are listed, and in which order, is asked for again at once too while
the list is short; in a long one, and while files come in, a moment later and once for many steps,
so that neither typing nor an import waits for the list.
"""

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from time import monotonic, perf_counter

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from reviewer.domain.documents import (
    DocumentFilter,
    DocumentRow,
    DocumentSort,
    ReviewStatus,
)
from reviewer.domain.errors import ReviewerError
from reviewer.domain.steps import News, StepKind
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.guard import guard
from reviewer.ui.models.document_cells import (
    DocumentColumn,
    cell,
    header,
    serves,
    status_words,
    whole_tip,
)
from reviewer.ui.models.pages import FEW, PagedRows, runs
from reviewer.ui.soon import Soon
from reviewer.ui.wording import tip
from reviewer.workspace.project import Workspace

_LOG = logging.getLogger(__name__)

DOCUMENT_MIME = "application/x-reviewer-document"
SHORT_LIST = 2_000
LEAST_MILLISECONDS = 40
LATER_MILLISECONDS = 400

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many documents there are, shown and done; ``by_status`` counts all that are listed."""

    total: int = 0
    shown: int = 0
    by_status: tuple[tuple[ReviewStatus, int], ...] = ()

    def of(self, status: ReviewStatus) -> int:
        """Return how many of all documents have this status."""
        return dict(self.by_status).get(status, 0)


class DocumentModel(QAbstractTableModel):
    """Ids in memory, rows by the page; sorted and filtered by the project file."""

    tallied = Signal()  # the counts may have changed
    ordered = Signal()  # the order is another

    def __init__(self, workspace: Workspace, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents = workspace.documents
        self._passages = workspace.passages
        self._rows = PagedRows[DocumentRow](workspace.documents.listed)
        self.in_panes: frozenset[int] = frozenset()  # said to who cannot see which are bold
        self._filter = DocumentFilter()
        self._sort = DocumentSort.NUMBER
        self._descending = False
        self._tally = Tally()
        self._cost_milliseconds = 0.0
        self._asked_at = 0.0
        self._by_hand = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.ask_again)
        self._count_later = QTimer(self)
        self._count_later.setSingleShot(True)
        self._count_later.timeout.connect(self._count_again)
        self._recounted: set[int] = set()
        self._recounted_soon = Soon(self._show_recounted, self)
        bridge.changed.connect(self._follow)
        self.ask_again()

    @property
    def tally(self) -> Tally:
        """The counts as they were when the project was last asked."""
        return self._tally

    @property
    def filter(self) -> DocumentFilter:
        """What the list is filtered by."""
        return self._filter

    @property
    def order(self) -> tuple[DocumentSort, bool]:
        """What the list is ordered by, and whether it runs downwards."""
        return self._sort, self._descending

    @property
    def by_hand(self) -> bool:
        """Whether the rows are just becoming others because the person ordered or filtered."""
        return self._by_hand

    @property
    def ids(self) -> Sequence[int]:
        """The documents shown, in order."""
        return self._rows.ids

    def set_filter(self, chosen: DocumentFilter) -> None:
        """Show only the documents that pass."""
        if chosen != self._filter:
            self._filter = chosen
            self._list_by_hand()

    def set_order(self, sort: DocumentSort, *, descending: bool = False) -> None:
        """Order the list; the chosen documents stay chosen."""
        if (sort, descending) != self.order:
            self._sort, self._descending = sort, descending
            self._list_by_hand()
            self.ordered.emit()

    def document_at(self, row: int) -> int | None:
        """Return the document in a row."""
        return self._rows.ids[row] if 0 <= row < len(self._rows) else None

    def row_of(self, document: int) -> int | None:
        """Return the row of a document, ``None`` when the filter hides it."""
        return self._rows.index_of(document)

    def row(self, row: int) -> DocumentRow | None:
        """Return what a row shows, ``None`` where it cannot be read."""
        return self._rows.row(row)

    def ask_again(self) -> None:
        """Ask the project which documents are listed and in which order, and count them."""
        self._later.stop()
        self._list_again()
        if len(self._rows) <= SHORT_LIST:
            self._count_again()
        else:
            self._count_later.start()

    def reload(self) -> None:
        """Read everything again, after another window changed the project."""
        self._count_all_passages()
        self.ask_again()

    def _list_by_hand(self) -> None:
        self._by_hand = True
        try:
            self._list_again()
        finally:
            self._by_hand = False

    def _list_again(self) -> None:
        start = perf_counter()
        try:
            ids = self._documents.ids(self._filter, self._sort, descending=self._descending)
        except ReviewerError as problem:
            _LOG.warning("documents could not be listed: %s", type(problem).__name__)
            return
        if ids != self._rows.ids:
            self.beginResetModel()
            self._rows.set_ids(ids)
            self.endResetModel()
        self._cost_milliseconds = (perf_counter() - start) * 1000
        self._tell(replace(self._tally, shown=len(ids)))

    def _count_again(self) -> None:
        try:
            by_status = self._documents.counts_by_status()
        except ReviewerError as problem:
            _LOG.warning("documents could not be counted: %s", type(problem).__name__)
            return
        self._tell(Tally(sum(by_status.values()), len(self._rows), tuple(by_status.items())))

    def _tell(self, tally: Tally) -> None:
        if tally != self._tally:
            self._tally = tally
            self.tallied.emit()

    def _follow(self, news: News) -> None:
        touched = news.rows.get("documents", frozenset())
        passages = news.rows.get("passages", frozenset())
        if touched:
            self._announce(self._rows.refresh(touched))
        if passages:
            self._count_passages(passages)
        if touched:
            self._ask_soon(importing=news.kind is StepKind.IMPORT)
        elif passages and self._sort is DocumentSort.PASSAGES:
            self._later.start(max(LATER_MILLISECONDS, round(10 * self._cost_milliseconds)))

    def _count_passages(self, passages: Collection[int]) -> None:
        """Have new counts: of a few passages in their documents' rows, else in all.

        A passage that was taken away no longer says which document it stood in.
        """
        found = self._passages.listed(list(passages)) if len(passages) <= FEW else {}
        if len(found) < len(passages):
            self._count_all_passages()
            return
        documents = {passage.document for passage in found.values()}
        if self._rows.refresh(documents):
            self._recounted |= documents
            self._recounted_soon.start()

    def _show_recounted(self) -> None:
        documents, self._recounted = self._recounted, set()
        for row in sorted(row for one in documents if (row := self.row_of(one)) is not None):
            for column in (DocumentColumn.TITLE, DocumentColumn.PASSAGES):
                one = self.index(row, column)
                self.dataChanged.emit(one, one)

    def _count_all_passages(self) -> None:
        self._rows.forget()
        self._announce(range(len(self._rows)))

    def _ask_soon(self, *, importing: bool) -> None:
        """Ask at once for a short list, a moment later for a long one, and once for many files."""
        pause = max(LEAST_MILLISECONDS, round(10 * self._cost_milliseconds)) / 1000
        short = max(self._tally.total, len(self._rows)) <= SHORT_LIST
        if short and (not importing or monotonic() - self._asked_at >= pause):
            self._asked_at = monotonic()
            self.ask_again()
        elif not self._later.isActive():
            self._later.start(round(1000 * pause))

    def _announce(self, rows: Sequence[int]) -> None:
        last = len(DocumentColumn) - 1
        found = [(rows[0], rows[-1])] if isinstance(rows, range) and rows else runs(rows)
        for first, final in found:
            self.dataChanged.emit(self.index(first, 0), self.index(final, last))

    @override
    @guard(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    @guard(0)
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(DocumentColumn)

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not serves(role) or not index.isValid():
            return None
        row = self._rows.row(index.row())
        column = DocumentColumn(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and row is not None:
            if column is DocumentColumn.TITLE:
                return whole_tip(row, self._reason(row))
            if column is DocumentColumn.STATUS:
                return tip(status_words(row, self._reason(row)))
        said = cell(row, column, role)
        names_it = role == Qt.ItemDataRole.AccessibleTextRole and column is DocumentColumn.TITLE
        if names_it and row is not None and row.id in self.in_panes:
            return _("{document}, open in a pane").format(document=said)
        return said

    @override
    @guard()
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(DocumentColumn):
            return None
        return header(DocumentColumn(section), role)

    @override
    @guard()
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(DocumentColumn):
            descending = order == Qt.SortOrder.DescendingOrder
            self.set_order(DocumentColumn(column).sort, descending=descending)

    @override
    @guard(fallback=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    @guard(list)
    def mimeTypes(self) -> list[str]:
        return [DOCUMENT_MIME]

    @override
    @guard(QMimeData)
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        document = self.document_at(indexes[0].row()) if indexes else None
        if document is not None:
            carried.setData(DOCUMENT_MIME, str(document).encode())
        return carried

    def _reason(self, row: DocumentRow) -> str:
        """Return why a document is set aside; rows do not carry it, a tip is seldom asked for."""
        if row.review_status is not ReviewStatus.SET_ASIDE:
            return ""
        return self._documents.get(row.id).set_aside_reason
