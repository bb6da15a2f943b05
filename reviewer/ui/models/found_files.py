"""Files that were read and wait to be imported: how each was decoded, and which are wanted."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reviewer.domain.incoming import EncodingBasis
from reviewer.environment.translation import N_, _
from reviewer.ui.guard import guard
from reviewer.ui.wording import isolated
from reviewer.workspace.reading_files import ReadFile

PREVIEW_LINES = 60
PREVIEW_LETTERS = 6_000
LEAD_LETTERS = 200
NAME, ENCODING, BASIS = range(3)

Index = QModelIndex | QPersistentModelIndex

_BASIS_WORDS = {
    EncodingBasis.MARK: N_("the file’s mark says so"),
    EncodingBasis.ZERO_PATTERN: N_("seen from its zero bytes"),
    EncodingBasis.STRICT: N_("fits throughout"),
    EncodingBasis.DAMAGED: N_("fits, but for damaged places"),
    EncodingBasis.DECLARED: N_("the file says so"),
    EncodingBasis.GUESSED: N_("a guess: please look"),
    EncodingBasis.CHOSEN: N_("your choice"),
}
_GUESSED = frozenset({EncodingBasis.GUESSED})
_DOUBTFUL = _GUESSED | {EncodingBasis.DAMAGED}
_NOT_ASCII = re.compile("[^\x00-\x7f]")


def is_doubtful(file: ReadFile, bases: frozenset[EncodingBasis] = _DOUBTFUL) -> bool:
    """Say whether a person should look at how a file was decoded."""
    return file.incoming is not None and file.incoming.encoding_basis in bases


def excerpt(text: str) -> str:
    """Return the lines of a text by which its encoding can be judged.

    That is the beginning; where it has plain letters only, the place of the first damage, or of
    the first other letter.
    """
    place = text.find("\ufffd")
    if place < 0:
        found = _NOT_ASCII.search(text)
        place = found.start() if found else 0
    start = 0
    if place > PREVIEW_LETTERS // 2:
        start = text.rfind("\n", 0, max(0, place - LEAD_LETTERS)) + 1
        start = max(start, place - PREVIEW_LETTERS // 2)
    lines = text[start : start + PREVIEW_LETTERS].split("\n")[:PREVIEW_LINES]
    return "\n".join(["…", *lines] if start else lines)


class FoundFiles(QAbstractTableModel):
    """The files in hand, each with a tick: file, encoding, and why that one."""

    def __init__(
        self, files: Sequence[ReadFile], labels: dict[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._files = list(files)
        self._ticked = [file.problem is None for file in self._files]
        self._labels = labels

    def file(self, row: int) -> ReadFile:
        """Return the file of a row."""
        return self._files[row]

    def replace(self, row: int, file: ReadFile) -> None:
        """Put a file in the row that was read anew; one that can now be read is ticked."""
        if self._files[row].problem is not None and file.problem is None:
            self._ticked[row] = True
        self._files[row] = file
        self.dataChanged.emit(self.index(row, 0), self.index(row, BASIS))

    def ticked(self) -> list[ReadFile]:
        """Return the files to import, in their order."""
        return [file for file, tick in zip(self._files, self._ticked, strict=True) if tick]

    def doubtful(self) -> tuple[int, ...]:
        """Return the rows whose encoding was guessed or does not fit throughout."""
        return tuple(row for row, file in enumerate(self._files) if is_doubtful(file))

    def guessed(self) -> tuple[int, ...]:
        """Return the rows whose encoding was guessed."""
        return tuple(row for row, file in enumerate(self._files) if is_doubtful(file, _GUESSED))

    @override
    @guard(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._files)

    @override
    @guard(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else BASIS + 1

    @override
    @guard()
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("File"), _("Encoding"), _("Why"))[section]

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        file = self._files[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(file, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            ticked = self._ticked[index.row()]
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    @override
    @guard(fallback=False)
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != NAME:
            return False
        self._ticked[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        return True

    @override
    @guard(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        readable = index.isValid() and self._files[index.row()].problem is None
        if index.column() == NAME and readable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _words(self, file: ReadFile, column: int) -> str:
        if column == NAME:
            return isolated(file.path.name)
        if file.incoming is None:
            return _("cannot be read") if column == BASIS else ""
        if column == ENCODING:
            return self._labels.get(file.incoming.encoding, file.incoming.encoding)
        return _(_BASIS_WORDS[file.incoming.encoding_basis])
