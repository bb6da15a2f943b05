"""The codebook as a tree: tags under tags, with how many passages each has.

A codebook is a few hundred rows at most, so all of it is in memory. When tags change it is read
anew as a whole; when passages change only the numbers are, once what was done has been painted.
The model never changes a tag: what is dropped on it is told by ``dropped``.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from reviewer.domain import tag_trees
from reviewer.domain.errors import ReviewerError
from reviewer.domain.tag_trees import Branch
from reviewer.domain.tags import Tag
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Bridge
from reviewer.ui.guard import guard
from reviewer.ui.models import ID_ROLE, ROW_ROLE
from reviewer.ui.models.tags import narrowed
from reviewer.ui.soon import Soon
from reviewer.ui.wording import one_line, tip
from reviewer.workspace.project import Workspace

_LOG = logging.getLogger(__name__)

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-reviewer-tag"
_ROOT = QModelIndex()
_TOP = 0  # no tag has this id


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag as the tree shows it.

    ``another_look`` of its ``passages`` wait for one. ``fits`` says that it is what was looked for,
    and not only what such a tag stands under.
    """

    tag: Tag
    depth: int
    passages: int = 0
    another_look: int = 0
    fits: bool = True


class CodebookModel(QAbstractItemModel):
    """One column; a row's ``TagRow`` is under ``ROW_ROLE``, the tag's id under ``ID_ROLE``."""

    dropped = Signal(int, object, object)  # tag, the parent wanted or None, the place or None
    counted = Signal()  # how many tags there are, or fit, may be another number
    numbers_changed = Signal()  # how many passages the tags have

    def __init__(self, workspace: Workspace, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._words = ""
        self._tags: list[Tag] = []
        self._rows: dict[int, TagRow] = {}
        self._parents: dict[int, int] = {}
        self._children: dict[int, list[int]] = {}
        self._awake = False
        self._behind = True
        self._soon = Soon(self._count_again, self)
        bridge.changed.connect(self._follow)

    @property
    def words(self) -> str:
        """What the tree is narrowed by."""
        return self._words

    @property
    def total(self) -> int:
        """How many tags there are, shown or not."""
        return len(self._tags)

    def fitting(self) -> list[int]:
        """Return the tags that fit what was typed, in the order of the tree."""
        return [tag for tag, row in self._rows.items() if row.fits]

    def set_awake(self, *, awake: bool) -> None:
        """Say whether anybody looks; meanwhile nothing is read."""
        self._awake = awake
        if awake and self._behind:
            self.read_again()

    def narrow(self, words: str) -> None:
        """Show the tags that fit the words, and what they stand under; no words show all."""
        words = " ".join(words.split())
        if words != self._words:
            self._words = words
            self.read_again()

    def read_again(self) -> None:
        """Read everything afresh; where that fails, what is shown stays."""
        if not self._awake:
            self._behind = True
            return
        try:
            branches, numbers = self._workspace.tags.tree(), self._numbers()
        except ReviewerError as problem:
            _LOG.warning("the codebook could not be read: %s", type(problem).__name__)
            return
        self._behind = False
        self.beginResetModel()
        self._build(branches, *numbers)
        self.endResetModel()
        self.counted.emit()

    def row_of(self, tag: int) -> TagRow | None:
        """Return what is shown of a tag; ``None`` when it is not."""
        return self._rows.get(tag)

    def index_of(self, tag: int) -> QModelIndex:
        """Return where a tag is shown; an invalid index when it is not."""
        if tag not in self._rows:
            return QModelIndex()
        return self.createIndex(self._children[self._parents[tag]].index(tag), 0, tag)

    def _build(
        self, branches: Sequence[Branch], passages: Mapping[int, int], again: Mapping[int, int]
    ) -> None:
        self._tags = [branch.tag for branch in branches]
        fitting = {tag.id for tag in narrowed(self._tags, self._words)}
        line: list[int] = []
        self._parents = {}
        above: dict[int, list[int]] = {}
        for branch in branches:
            del line[branch.depth :]
            self._parents[branch.tag.id] = line[-1] if line else _TOP
            line.append(branch.tag.id)
            above[branch.tag.id] = list(line)
        wanted = {one for tag in fitting for one in above[tag]}
        self._rows, self._children = {}, {_TOP: []}
        for branch in branches:
            tag = branch.tag.id
            if tag in wanted:
                self._rows[tag] = TagRow(
                    branch.tag,
                    branch.depth,
                    passages.get(tag, 0),
                    again.get(tag, 0),
                    tag in fitting,
                )
                self._children.setdefault(self._parents[tag], []).append(tag)

    def _numbers(self) -> tuple[dict[int, int], dict[int, int]]:
        return self._workspace.tags.counts(), self._workspace.definitions.to_look_at_again()

    def _follow(self, news: object) -> None:
        tables: frozenset[str] = getattr(news, "tables", frozenset())
        if "tags" in tables:
            self.read_again()
        elif tables & {"passages", "documents"}:
            if self._awake:
                self._soon.start()
            else:
                self._behind = True

    def _count_again(self) -> None:
        try:
            passages, again = self._numbers()
        except ReviewerError as problem:
            _LOG.warning("passages could not be counted: %s", type(problem).__name__)
            return
        for tag, row in self._rows.items():
            now = replace(row, passages=passages.get(tag, 0), another_look=again.get(tag, 0))
            if now != row:
                self._rows[tag] = now
                index = self.index_of(tag)
                self.dataChanged.emit(index, index)
        self.numbers_changed.emit()

    # What Qt asks.

    @override
    @guard(QModelIndex)
    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        children = self._children.get(_tag_at(parent), [])
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    # Qt has another ``parent`` without arguments, for objects: told apart by the call alone.
    @override
    @guard(QModelIndex)
    def parent(self, child: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        return self.index_of(self._parents.get(_tag_at(child), _TOP))

    @override
    @guard(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._children.get(_tag_at(parent), ()))

    @override
    @guard(0)
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows.get(_tag_at(index))
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == ID_ROLE:
            return row.tag.id
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.tag.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return _tip(row) if role == Qt.ItemDataRole.ToolTipRole else None

    @override
    @guard(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        moves = not self._words and self._workspace.read_only is None
        if not index.isValid():
            return flags.ItemIsDropEnabled if moves else flags.NoItemFlags
        shown = flags.ItemIsEnabled | flags.ItemIsSelectable
        return shown | flags.ItemIsDragEnabled | flags.ItemIsDropEnabled if moves else shown

    @override
    @guard(fallback=lambda: Qt.DropAction.IgnoreAction)
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    @guard(list)
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    @guard(QMimeData)
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        for index in indexes[:1]:
            data.setData(MIME, QByteArray(str(_tag_at(index)).encode()))
        return data

    @override
    @guard(fallback=False)
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        tag = self._carried(data)
        wanted = _tag_at(parent) or None
        return tag is not None and not tag_trees.makes_circle(self._tags, tag, wanted)

    @override
    @guard(fallback=False)
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell what was dropped where; never take the row out here, as Qt would then do."""
        tag = self._carried(data)
        if tag is not None and self.canDropMimeData(data, action, row, column, parent):
            above = _tag_at(parent)
            self.dropped.emit(tag, above or None, self._place(tag, above, row))
        return False

    def _place(self, tag: int, above: int, row: int) -> int | None:
        """Return the place among the others where a tag lands that is dropped before ``row``."""
        if row < 0:
            return None
        return sum(1 for one in self._children.get(above, [])[:row] if one != tag)

    def _carried(self, data: QMimeData) -> int | None:
        written = bytes(data.data(MIME).data()).decode("ascii", "replace")
        tag = int(written) if written.isascii() and written.isdecimal() else None
        return tag if tag in self._rows and not self._words else None

    def _spoken(self, row: TagRow) -> str:
        above = self._rows.get(self._parents[row.tag.id])
        parts = [
            one_line(row.tag.name),
            _("key {key}").format(key=row.tag.key) if row.tag.key else "",
            passages_in_words(row.passages),
            another_look_in_words(row.another_look) if row.another_look else "",
            _("under {parent}").format(parent=one_line(above.tag.name)) if above else "",
        ]
        return _(", ").join(part for part in parts if part)


def passages_in_words(count: int) -> str:
    """Say how many passages a tag has."""
    return counted("{count} passage", "{count} passages", count)


def another_look_in_words(count: int) -> str:
    """Say how many passages were tagged under another wording, or put off."""
    return counted("{count} wants another look", "{count} want another look", count)


def _tip(row: TagRow) -> str:
    lines = [row.tag.name, *row.tag.definition[:600].split("\n"), passages_in_words(row.passages)]
    if row.another_look:
        lines.append(another_look_in_words(row.another_look))
    return tip(*lines)


def _tag_at(index: Index) -> int:
    return int(index.internalId()) if index.isValid() else _TOP
