"""What taking a codebook in would bring, as rows to tick: new tags, and those that differ."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from reviewer.domain.codebooks import Meeting, Preview, Standing
from reviewer.environment.translation import N_, _
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.wording import one_line, tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NAME, STANDING, WHAT = range(3)
TITLES = (N_("Tag"), N_("Beside your codebook"), N_("What would change"))
_ORDER = (Standing.NEW, Standing.DIFFERS, Standing.SAME)
STANDINGS = {
    Standing.NEW: N_("new"),
    Standing.SAME: N_("the same"),
    Standing.DIFFERS: N_("differs"),
}
COLUMN_WORDS = {
    "name": N_("name"),
    "parent": N_("what it stands under"),
    "colour": N_("colour"),
    "key": N_("key"),
    "definition": N_("what it means"),
    "record": N_("details"),
}


class CodebookPreviewModel(QAbstractTableModel):
    """A tag of the file a row, what is new first; that is ticked, and what differs is not.

    One that is the same has nothing to tick. A row's ``Meeting`` is under ``ROW_ROLE``.
    """

    ticked = Signal()

    def __init__(self, preview: Preview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meetings = [one for standing in _ORDER for one in preview.those(standing)]
        self._ticked = {one.entry.place for one in preview.those(Standing.NEW)}

    def places(self) -> frozenset[int]:
        """Return the places, in the file, of what is ticked."""
        return frozenset(self._ticked)

    def count(self, standing: Standing) -> int:
        """Return how many of that standing are ticked."""
        return sum(
            1
            for one in self._meetings
            if one.standing is standing and one.entry.place in self._ticked
        )

    def tick_all(self, standing: Standing, *, on: bool) -> None:
        """Tick all that stand so, or none of them."""
        places = {one.entry.place for one in self._meetings if one.standing is standing}
        self._ticked = self._ticked | places if on else self._ticked - places
        self._announce()

    def turn(self, row: int) -> None:
        """Tick a row, or take its tick off."""
        meeting = self._meetings[row]
        if meeting.standing is not Standing.SAME:
            self._ticked ^= {meeting.entry.place}
            self._announce()

    @override
    @guard(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._meetings)

    @override
    @guard(0)
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(TITLES)

    @override
    @guard()
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(TITLES[section])
        return None

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        meeting = self._meetings[index.row()]
        if role == ROW_ROLE:
            return meeting
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(meeting, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(*_told(meeting))
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            return self._state(meeting)
        return None

    @override
    @guard(fallback=False)
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.turn(index.row())
        return True

    @override
    @guard(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        kinds = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        same = self._meetings[index.row()].standing is Standing.SAME
        return kinds if same or index.column() != NAME else kinds | Qt.ItemFlag.ItemIsUserCheckable

    def _state(self, meeting: Meeting) -> Qt.CheckState | None:
        if meeting.standing is Standing.SAME:
            return None
        ticked = meeting.entry.place in self._ticked
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

    def _announce(self) -> None:
        if self._meetings:
            last = self.index(len(self._meetings) - 1, WHAT)
            self.dataChanged.emit(self.index(0, 0), last)
        self.ticked.emit()


def _words(meeting: Meeting, column: int) -> str:
    if column == NAME:
        return one_line(meeting.entry.name)
    if column == STANDING:
        return _(STANDINGS[meeting.standing])
    return _(", ").join(_(COLUMN_WORDS[one]) for one in meeting.differs)


def _told(meeting: Meeting) -> list[str]:
    """Return what is there and what would be, for the definition where that differs."""
    lines = [meeting.entry.name]
    if "definition" in meeting.differs and meeting.tag is not None:
        lines += [_("Now: {words}").format(words=meeting.tag.definition[:600])]
        lines += [_("Then: {words}").format(words=meeting.entry.definition[:600])]
    elif meeting.entry.definition:
        lines.append(meeting.entry.definition[:600])
    return lines
