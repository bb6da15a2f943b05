"""The events of a project as a list: nested under their larger one, narrowed and put in order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reviewer.domain.comparisons import date_order
from reviewer.domain.events import EVENT_STATUS_LABELS, EVENT_TYPE_LABELS, Event, EventStatus
from reviewer.domain.folding import fold
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.guard import guard
from reviewer.ui.models import ID_ROLE, ROW_ROLE
from reviewer.ui.models.dates import shown
from reviewer.ui.wording import isolated, tip
from reviewer.workspace.project import Workspace

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class EventSort(StrEnum):
    """What events are put in order by."""

    DATE = "date"
    NAME = "name"
    PLACE = "place"
    TYPE = "type"
    QUESTIONS = "questions"
    SOURCES = "sources"


SORT_LABELS = {
    EventSort.DATE: N_("By date"),
    EventSort.NAME: N_("By name"),
    EventSort.PLACE: N_("By place"),
    EventSort.TYPE: N_("By type"),
    EventSort.QUESTIONS: N_("Most open questions first"),
    EventSort.SOURCES: N_("Most sources first"),
}


@dataclass(frozen=True, slots=True)
class EventItem:
    """A row: an event, how deep it is nested, and what there is to it.

    ``open_questions`` are those without a working figure, of so many ``questions``; ``sources``
    are the documents that speak of it, those of one origin counted once, ``documents`` all of them;
    ``differ`` says that accounts differ in some question.
    """

    event: Event
    depth: int
    questions: int
    open_questions: int
    sources: int
    differ: bool
    documents: int = 0

    def when_and_where(self) -> str:
        """Return date, place, type, and whether it is closed, on one line."""
        event = self.event
        status = EVENT_STATUS_LABELS[event.status]
        parts = (
            isolated(shown(event.date)) if shown(event.date) else "",
            isolated(event.place) if event.place else "",
            _(EVENT_TYPE_LABELS[event.type]),
            _(status) if event.status is not EventStatus.OPEN else "",
        )
        return _(" · ").join(part for part in parts if part)

    def counts(self) -> str:
        """Return how many sources speak of it, and what is open."""
        sources = sources_in_words(self.sources, self.documents)
        if not self.questions:
            return sources
        asked = _("open questions: {open} of {all}").format(
            open=self.open_questions, all=self.questions
        )
        return _(" · ").join((sources, asked))

    def brief(self) -> str:
        """Return the same with fewer words, for where there is little room."""
        sources = sources_in_words(self.sources, self.documents)
        if not self.questions:
            return sources
        asked = _("{open} of {all} open").format(open=self.open_questions, all=self.questions)
        return _(" · ").join((sources, asked))

    def words(self) -> str:
        """Return all of it, as it is spoken."""
        parts = [isolated(self.event.name), self.when_and_where(), self.counts()]
        if self.differ:
            parts.append(_("Accounts differ"))
        return _(", ").join(part for part in parts if part)


def sources_in_words(sources: int, documents: int) -> str:
    """Return how many sources there are; of how many documents, where some have one origin."""
    words = counted("{count} source", "{count} sources", sources)
    if documents <= sources:
        return words
    named = counted("{count} document", "{count} documents", documents)
    return _("{sources} in {documents}").format(sources=words, documents=named)


def event_items(
    workspace: Workspace, words: str = "", sort: EventSort = EventSort.DATE
) -> list[EventItem]:
    """Return the events whose names, places or descriptions have all the words, in order."""
    events = workspace.events.all()
    grid = workspace.comparison.events_by_documents()
    sources, documents = grid.sources(), grid.documents()
    differing = {row.id for row in grid.rows if row.differ}
    wanted = fold(words).split()
    chosen = [one for one in events if _has_all(one, wanted)]
    items = {}
    for event in chosen:
        questions = workspace.events.questions(event.id)
        items[event.id] = EventItem(
            event,
            0,
            len(questions),
            sum(1 for one in questions if one.working is None),
            sources.get(event.id, 0),
            event.id in differing,
            documents.get(event.id, 0),
        )
    return _nested(sorted(items.values(), key=_ORDERS[sort]))


def _nested(items: Sequence[EventItem]) -> list[EventItem]:
    """Put parts below their larger event, each level in the order given."""
    known = {one.event.id for one in items}
    parts: dict[int | None, list[EventItem]] = {}
    for one in items:
        parent = one.event.parent if one.event.parent in known else None
        parts.setdefault(parent, []).append(one)
    found: list[EventItem] = []
    waiting = [(one, 0) for one in reversed(parts.get(None, []))]
    while waiting:
        one, depth = waiting.pop()
        found.append(replace(one, depth=depth))
        waiting += [(part, depth + 1) for part in reversed(parts.get(one.event.id, []))]
    return found


def _has_all(event: Event, wanted: Iterable[str]) -> bool:
    folded = fold(f"{event.name} {event.place} {event.description} {event.date.words}")
    return all(word in folded for word in wanted)


_ORDERS: Mapping[EventSort, Callable[[EventItem], tuple[object, ...]]] = {
    EventSort.DATE: lambda one: (date_order(one.event.date), fold(one.event.name)),
    EventSort.NAME: lambda one: (fold(one.event.name),),
    EventSort.PLACE: lambda one: (
        not one.event.place,
        fold(one.event.place),
        fold(one.event.name),
    ),
    EventSort.TYPE: lambda one: (list(EVENT_TYPE_LABELS).index(one.event.type), one.event.id),
    EventSort.QUESTIONS: lambda one: (-one.open_questions, fold(one.event.name)),
    EventSort.SOURCES: lambda one: (-one.sources, fold(one.event.name)),
}


class EventsModel(QAbstractListModel):
    """The rows, whole: a project has hundreds of events, not thousands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[EventItem] = []
        self._row_of: dict[int, int] = {}

    def show(self, items: Sequence[EventItem]) -> bool:
        """Show these; says whether the rows are others, and not only what they say."""
        ids = [one.event.id for one in items]
        if ids == [one.event.id for one in self._items]:
            changed = [row for row, one in enumerate(items) if one != self._items[row]]
            self._items = list(items)
            for row in changed:
                self.dataChanged.emit(self.index(row), self.index(row))
            return False
        self.beginResetModel()
        self._items = list(items)
        self._row_of = {event: row for row, event in enumerate(ids)}
        self.endResetModel()
        return True

    def item(self, row: int) -> EventItem | None:
        """Return what a row shows."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, event: int) -> int | None:
        """Return the row of an event, ``None`` where it is not shown."""
        return self._row_of.get(event)

    @override
    @guard(0)
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._items)

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row()) if index.isValid() else None
        serve = _SERVED.get(role)
        return None if item is None or serve is None else serve(item)


_SERVED: Mapping[int, Callable[[EventItem], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda one: one.event.name,
    Qt.ItemDataRole.AccessibleTextRole: EventItem.words,
    Qt.ItemDataRole.ToolTipRole: lambda one: tip(
        one.event.name, one.when_and_where(), one.counts()
    ),
    ROW_ROLE: lambda one: one,
    ID_ROLE: lambda one: one.event.id,
}
