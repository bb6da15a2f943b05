"""What the palette lists: entries of every kind in one order, and the rows they are shown in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reviewer.environment.translation import N_, _
from reviewer.ui.guard import guard
from reviewer.ui.models.matching import Match, Name, letters, match, wanted
from reviewer.ui.wording import isolated

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MOST_ROWS = 50
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
LETTERS_ROLE = ENTRY_ROLE + 1
_USED_LAST, _USED_STEP, _NOT_NOW = 160, 4, 350
_SAME_TITLE = 100  # more than what a name loses by its length


class EntryKind(StrEnum):
    """What an entry is."""

    COMMAND = "command"
    DOCUMENT = "document"
    TAG = "tag"
    EVENT = "event"
    QUERY = "query"
    SETTING = "setting"
    HELP = "help"
    HOLDING = "holding"  # a document that holds the words typed
    NOTE = "note"  # a sentence, only to be read


PREFIXES = {
    ">": EntryKind.COMMAND,
    "@": EntryKind.DOCUMENT,
    "#": EntryKind.TAG,
    "?": EntryKind.HELP,
}
"""A sign before the words leaves only one kind."""

KIND_WORDS = {
    EntryKind.COMMAND: N_("Command"),
    EntryKind.DOCUMENT: N_("Document"),
    EntryKind.TAG: N_("Tag"),
    EntryKind.EVENT: N_("Event"),
    EntryKind.QUERY: N_("Saved query"),
    EntryKind.SETTING: N_("Setting"),
    EntryKind.HELP: N_("Help page"),
    EntryKind.HOLDING: N_("Document"),
    EntryKind.NOTE: "",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the palette can do.

    ``detail`` stands small behind the title, ``keys`` at the right; ``why`` says why it cannot be
    done now, and then it is greyed. ``searched`` are more words it is found by. ``beside`` is what
    Ctrl+Enter does. ``colour`` is a tag's.
    """

    kind: EntryKind
    identity: str
    title: str
    run: Callable[[], object]
    detail: str = ""
    keys: str = ""
    icon: str = ""
    why: str = ""
    searched: str = ""
    help: str = ""
    colour: str = ""
    beside: Callable[[], object] | None = None

    @property
    def name(self) -> str:
        """All words it is found by, the title first."""
        return f"{self.title} {self.searched}".rstrip()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading between rows."""

    title: str


Row = Entry | Section


@dataclass(frozen=True, slots=True)
class Ask:
    """What was typed, taken apart: the words, and the one kind asked for if there is one."""

    words: tuple[str, ...]
    kind: EntryKind | None
    text: str

    @classmethod
    def of(cls, typed: str) -> "Ask":
        """Take apart what was typed."""
        typed = typed.strip()
        kind = PREFIXES.get(typed[:1])
        text = typed[1:].strip() if kind else typed
        return cls(wanted(text), kind, text)


def fitting(entries: Sequence[tuple[Entry, Name]], ask: Ask) -> list[tuple[Entry, Match]]:
    """Return the entries that fit, with how well."""
    found: list[tuple[Entry, Match]] = []
    for entry, name in entries:
        if ask.kind not in (None, entry.kind):
            continue
        fit = match(ask.words, name)
        if fit is not None:
            found.append((entry, _whole(fit, entry, name, ask)))
    return found


def _whole(fit: Match, entry: Entry, name: Name, ask: Ask) -> Match:
    """Return a better fit for an entry of exactly that title, whatever else it is found by."""
    typed = " ".join(ask.words)
    if len(typed) != len(entry.title) or not name.folded.startswith(typed):
        return fit
    return replace(fit, score=fit.score + _SAME_TITLE)


def in_order(
    found: Sequence[tuple[Entry, Match]], used: Mapping[str, int], most: int = MOST_ROWS
) -> list[Entry]:
    """Return entries by how well they fit and what is known of them besides, the best first.

    ``used`` is how long ago each was taken: 0 is the last one. What cannot be used now comes after
    what can and fits about as well. Where anything fits well, what fits by scattered letters only
    is left out.
    """
    if not all(fit.weak for _entry, fit in found):
        found = [(entry, fit) for entry, fit in found if not fit.weak]
    weighed = [(_weighed(fit.score, entry, used), entry) for entry, fit in found]
    weighed.sort(key=lambda pair: -pair[0])
    return [entry for _score, entry in weighed[:most]]


def _weighed(score: int, entry: Entry, used: Mapping[str, int]) -> int:
    if entry.identity in used:
        score += max(0, _USED_LAST - _USED_STEP * used[entry.identity])
    return score - _NOT_NOW if entry.why else score


def nothing_found(words: str) -> str:
    """Say that nothing fits these words."""
    return _("Nothing found for “{words}”.").format(words=isolated(words))


class PaletteModel(QAbstractListModel):
    """The rows of the palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._words: tuple[str, ...] = ()

    def show(self, rows: Sequence[Row], words: tuple[str, ...]) -> None:
        """Show these rows, with the letters of ``words`` to be marked in them."""
        self.beginResetModel()
        self._rows = list(rows)
        self._words = words
        self.endResetModel()

    def append(self, rows: Sequence[Row]) -> None:
        """Show more rows below."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row; ``None`` for a heading or beyond the end."""
        if not 0 <= row < len(self._rows):
            return None
        found = self._rows[row]
        return found if isinstance(found, Entry) else None

    def rows(self) -> list[Row]:
        """Return everything that is listed."""
        return list(self._rows)

    def next_entry(self, row: int, step: int) -> int:
        """Return the nearest row, from ``row`` on by ``step``, that is no heading; else -1."""
        while 0 <= row < len(self._rows):
            if isinstance(self._rows[row], Entry):
                return row
            row += step
        return -1

    @override
    @guard(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.title if isinstance(row, Section) else spoken(row)
        if role == ENTRY_ROLE:
            return row
        if role == LETTERS_ROLE and isinstance(row, Entry):
            return letters(self._words, row.title)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Entry):
            return row.help or None
        return None

    @override
    @guard(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Section):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def spoken(entry: Entry) -> str:
    """Return what a screen reader says of an entry."""
    kind = _(KIND_WORDS[entry.kind])
    return _(", ").join(
        part for part in (entry.title, kind, entry.detail, entry.keys, entry.why) if part
    )
