"""What a search in the whole project has found, as rows: a heading a document, then its hits.

The project is searched by a worker that opens it a second time, for reading only, and hands over
what it has found while it goes on. The rows are plain values; a list of them only grows, and is
read where it is shown.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reviewer.domain.progress import Progress
from reviewer.domain.search import HIT_KIND_LABELS, Hit, HitKind
from reviewer.domain.spans import Span
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

MOST_HITS = 20_000
FIRST_SECONDS, NEXT_SECONDS = 0.01, 0.1
"""After so long what was found is handed over: the first of it soon, for it is waited for."""

FIRST_HITS = 40  # as many as are in sight
BREATH_SECONDS = 0.025  # in which the window paints the first of it, undisturbed

Place = tuple[int, Span]
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_QUIET = Qt.ItemFlag.NoItemFlags
_CHOOSABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Scope(StrEnum):
    """Whose words are searched."""

    TEXT = "text"
    PASSAGES = "passages"
    TITLES = "titles"
    REGISTER = "register"
    JOURNAL = "journal"


SCOPE_LABELS = {
    Scope.TEXT: N_("Documents"),
    Scope.PASSAGES: N_("Passages and notes on them"),
    Scope.TITLES: N_("Titles and notes on documents"),
    Scope.REGISTER: N_("Actors and events"),
    Scope.JOURNAL: N_("Journal"),
}


_OUTSIDE = {
    HitKind.ACTOR: N_("Actors"),
    HitKind.EVENT: N_("Events"),
    HitKind.PROJECT_NOTE: N_("Journal"),
}
"""Over hits that stand in no document."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is looked for, and where."""

    words: str
    scopes: frozenset[Scope] = frozenset(Scope)


@dataclass(frozen=True, slots=True)
class Heading:
    """Over the hits of one document, or of the actors, events or the project's notes.

    ``count`` is how many there are, ``kind`` in whose words the first stands.
    """

    document: int | None
    label: str
    title: str
    count: int
    kind: HitKind = HitKind.TEXT


@dataclass(frozen=True, slots=True)
class Part:
    """Rows found by one search, and how many documents of how many were looked through."""

    rows: Sequence["Row"]
    done: int
    total: int
    is_cut: bool = False


Row = Heading | Hit
HandOver = Callable[[Part], None]


class _Watched:
    """Passes on only that work goes on and may be stopped: what it counts differs by scope."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        """Say that work goes on; raises ``Cancelled`` where it shall not."""
        del total, what
        self._progress.report(done)


def gather(project: Path, ask: Ask, progress: Progress, hand_over: HandOver) -> None:
    """Search a project from a worker; what is found is handed over part by part.

    Raises ``BadQuery``, ``Cancelled``, and what opening a project raises.
    """
    with Workspace.open(project, only_read=True) as workspace:
        _Gathering(workspace, ask, progress, hand_over).run()


class _Gathering:
    def __init__(
        self, workspace: Workspace, ask: Ask, progress: Progress, hand_over: HandOver
    ) -> None:
        self._workspace = workspace
        self._ask = ask
        self._progress = _Watched(progress)
        self._hand_over = hand_over
        self._rows: list[Row] = []
        self._due = time.monotonic() + FIRST_SECONDS
        self._begun = False
        self._left = MOST_HITS
        self._done = self._total = 0

    def run(self) -> None:
        """Search every scope in its order."""
        for found in self._groups():
            self._keep(found)
            if self._left <= 0:
                break
            if self._is_due():
                self._give()
        self._give(is_cut=self._left <= 0)

    def _groups(self) -> Iterator[list[Hit]]:
        operations, words, scopes = self._workspace.search, self._ask.words, self._ask.scopes
        if Scope.TEXT in scopes:
            yield from self._in_texts()
        else:
            operations.search(words)  # so that a query nobody can read is always refused
        if Scope.PASSAGES in scopes:
            hits = operations.in_passages(words, self._progress)
            yield from _by_document(self._without_quotes(hits))
        if Scope.TITLES in scopes:
            yield from _by_document(operations.in_titles_and_notes(words, self._progress))
        if Scope.REGISTER in scopes:
            for _kind, several in groupby(operations.in_register(words), key=attrgetter("kind")):
                yield list(several)
        if Scope.JOURNAL in scopes:
            yield from _by_document(operations.in_journal(words))

    def _in_texts(self) -> Iterator[list[Hit]]:
        search = self._workspace.search.search(self._ask.words)
        first = search.first_documents()
        self._total = len(first)
        yield from map(self._in_text(search.hits_in), first)
        every = search.documents()
        self._total = len(every)
        yield from map(self._in_text(search.hits_in), every[len(first) :])

    def _in_text(self, hits_in: Callable[[int], Iterator[Hit]]) -> Callable[[int], list[Hit]]:
        def look(document: int) -> list[Hit]:
            self._progress.report(self._done)
            found = list(islice(hits_in(document), self._left))
            self._done += 1
            return found

        return look

    def _without_quotes(self, hits: Iterator[Hit]) -> Iterator[Hit]:
        """Leave out the words of passages where they were found in the text already."""
        if Scope.TEXT not in self._ask.scopes:
            return hits
        return (hit for hit in hits if hit.kind is not HitKind.QUOTE)

    def _keep(self, found: list[Hit]) -> None:
        found = found[: self._left]
        if found:
            self._left -= len(found)
            self._rows += [self._heading(found), *found]

    def _heading(self, found: Sequence[Hit]) -> Heading:
        document = found[0].document
        if document is None:
            kind = found[0].kind
            return Heading(None, "", _(_OUTSIDE[kind]), len(found), kind)
        about = self._workspace.documents.get(document)
        return Heading(document, about.label, about.title, len(found))

    def _is_due(self) -> bool:
        if not self._begun and len(self._rows) >= FIRST_HITS:
            return True
        return time.monotonic() >= self._due

    def _give(self, *, is_cut: bool = False) -> None:
        self._hand_over(Part(self._rows, self._done, self._total, is_cut))
        if not self._begun and self._rows:
            time.sleep(BREATH_SECONDS)
        self._rows, self._begun = [], True
        self._due = time.monotonic() + NEXT_SECONDS


def _by_document(hits: Iterator[Hit]) -> Iterator[list[Hit]]:
    for _document, several in groupby(hits, key=attrgetter("document")):
        yield list(several)


class SearchModel(QAbstractTableModel):
    """The rows of one search. Headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.hits = 0
        self.documents = 0
        self._seen = set[int]()

    def clear(self) -> None:
        """Forget what was found."""
        self.beginResetModel()
        self.rows, self.hits, self.documents = [], 0, 0
        self._seen.clear()
        self.endResetModel()

    def add(self, rows: Sequence[Row]) -> None:
        """Put rows at the end."""
        if not rows:
            return
        first = len(self.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self.rows += rows
        self.hits += sum(isinstance(row, Hit) for row in rows)
        self._seen |= {row.document for row in rows if row.document is not None}
        self.documents = len(self._seen)
        self.endInsertRows()

    def hit(self, row: int) -> Hit | None:
        """Return the hit in a row; ``None`` for a heading, and outside."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Hit) else None

    def heading_before(self, row: int) -> int | None:
        """Return the row of the last heading above a row."""
        return next((r for r in range(row - 1, -1, -1) if self.hit(r) is None), None)

    def heading_after(self, row: int) -> int | None:
        """Return the row of the next heading below a row."""
        return next((r for r in range(row + 1, len(self.rows)) if self.hit(r) is None), None)

    @override
    @guard(0)
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    @guard(0)
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 1

    @override
    @guard(_QUIET)
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _QUIET if self.hit(index.row()) is None else _CHOOSABLE

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return heading_words(row) if isinstance(row, Heading) else line_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Hit):
            return f"{line_of(row)}, {kind_words(row)}"
        return None


def heading_words(heading: Heading) -> str:
    """Return what a heading says, for whoever does not see it painted."""
    named = f"{heading.label} {isolated(heading.title)}".strip()
    return f"{named}, {counted('{count} hit', '{count} hits', heading.count)}"


def line_of(hit: Hit) -> str:
    """Return a hit with the words around it."""
    return f"{hit.before}{hit.words}{hit.after}"


def kind_words(hit: Hit) -> str:
    """Return in whose words it was found."""
    return _(HIT_KIND_LABELS[hit.kind])


def place_of(hit: Hit) -> Place | None:
    """Return the place in a text that can be tagged for a hit: only where it stands in one."""
    if hit.document is None or hit.opens is None:
        return None
    return (hit.document, hit.opens) if hit.kind in (HitKind.TEXT, HitKind.QUOTE) else None
