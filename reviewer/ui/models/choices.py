"""What a filter menu offers: tags, documents or analysts, several of which may be chosen.

All of them have a name, some a colour and a count. The ids are in memory and the choices are read
by the page, because a project may have ten thousand documents.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from reviewer.domain.documents import DocumentFilter, DocumentRow
from reviewer.domain.errors import ReviewerError
from reviewer.domain.folding import fold
from reviewer.ui.guard import guard
from reviewer.ui.models import ID_ROLE, ROW_ROLE
from reviewer.ui.models.pages import PagedRows
from reviewer.ui.wording import one_line
from reviewer.workspace.project import Workspace

_LOG = logging.getLogger(__name__)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by; ``label`` is what it is called in short: ``D4``, or a tag's key.

    ``depth`` is how far it is indented; ``above`` what it stands under, told before its name.
    """

    id: int
    name: str
    label: str = ""
    colour: str = ""
    count: int | None = None
    depth: int = 0
    above: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Where choices come from: which ids fit the words typed, and the choices with these ids."""

    ids: Callable[[str], Sequence[int]]
    read: Callable[[Sequence[int]], dict[int, Choice]]


class ChoicesModel(QAbstractListModel):
    """Choices to tick; what is ticked stays so while the list is narrowed."""

    ticked = Signal()

    def __init__(self, offer: Offer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._rows = PagedRows[Choice](offer.read)
        self._chosen: set[int] = set()

    @property
    def chosen(self) -> tuple[int, ...]:
        """What is ticked, by id."""
        return tuple(sorted(self._chosen))

    def choose(self, ids: Iterable[int]) -> None:
        """Tick exactly these; says nothing when they are ticked already."""
        wanted = set(ids)
        if wanted != self._chosen:
            self._chosen = wanted
            self._announce()

    def tick(self, id_: int, *, on: bool) -> None:
        """Tick one, or take its tick off."""
        self.choose(self._chosen | {id_} if on else self._chosen - {id_})

    def narrow(self, words: str) -> None:
        """Offer what fits the words typed, read afresh; no words offer all."""
        try:
            ids = self._offer.ids(words)
        except ReviewerError as problem:
            _LOG.warning("choices could not be listed: %s", type(problem).__name__)
            ids = []
        self.beginResetModel()
        self._rows.set_ids(ids)
        self.endResetModel()

    def named(self, ids: Iterable[int]) -> list[Choice]:
        """Return these choices; what is gone is left out. Raises ``ReviewerError``."""
        found = self._offer.read(list(ids))
        return [found[id_] for id_ in ids if id_ in found]

    @override
    @guard(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = self._rows.ids[index.row()] in self._chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == ID_ROLE:
            return self._rows.ids[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, ROW_ROLE):
            return None
        choice = self._rows.row(index.row())
        return choice if choice is None or role == ROW_ROLE else choice.name

    @override
    @guard(fallback=False)
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        on = value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        self.tick(self._rows.ids[index.row()], on=on)
        return True

    @override
    @guard(fallback=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        kinds = Qt.ItemFlag
        return (
            kinds.ItemIsEnabled
            | kinds.ItemIsSelectable
            | kinds.ItemIsUserCheckable
            | kinds.ItemNeverHasChildren
        )

    def _announce(self) -> None:
        if len(self._rows):
            role = [Qt.ItemDataRole.CheckStateRole]
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), role)
        self.ticked.emit()


def document_offer(workspace: Workspace) -> Offer:
    """Offer the documents in order, with how many passages each has."""

    def read(ids: Sequence[int]) -> dict[int, Choice]:
        return {row.id: _document(row) for row in workspace.documents.listed(ids).values()}

    return Offer(lambda words: workspace.documents.ids(DocumentFilter(words=words)), read)


def analyst_offer(workspace: Workspace) -> Offer:
    """Offer everyone who has worked in the project."""

    def ids(words: str) -> list[int]:
        sought = fold(words.strip())
        return [one.id for one in workspace.analysts() if sought in fold(one.name)]

    def read(wanted: Sequence[int]) -> dict[int, Choice]:
        return {
            one.id: Choice(one.id, one.name) for one in workspace.analysts() if one.id in wanted
        }

    return Offer(ids, read)


def _document(row: DocumentRow) -> Choice:
    return Choice(row.id, one_line(row.title), row.label, count=row.passages)
