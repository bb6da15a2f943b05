"""What the overview lists: what is still to do, counts, open questions, and what stands behind.

Every list says what it rests on. Counts are few rows and held; passages and documents may be many,
so their ids are held and their rows read by the page.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from reviewer.domain.documents import REVIEW_STATUS_LABELS, DocumentRow
from reviewer.domain.overview import COUNTED_BY_LABELS, CountedBy
from reviewer.domain.passages import PassageRow, first_words
from reviewer.environment.translation import N_, _
from reviewer.ui.guard import guard
from reviewer.ui.models import ID_ROLE, ROW_ROLE
from reviewer.ui.models.pages import PagedRows
from reviewer.ui.wording import isolated, one_line
from reviewer.workspace.operations.to_do import ToDo
from reviewer.workspace.project import Workspace

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_QUOTE = 200  # letters of a passage in a list


class Section(StrEnum):
    """The lists of the overview, in the order they have at the side."""

    UNANSWERED = "unanswered"
    ANSWERING_NOTHING = "answering_nothing"
    BLANKET = "blanket"
    UNCONFIRMED = "unconfirmed"
    UNCHECKED = "unchecked"
    MOVED = "moved"
    DATES = "unsettled_dates"
    DOCUMENT_DATES = "unsettled_documents"
    SOURCES = "sources_to_find"
    NOT_READ = "not_read"
    QUESTIONS = "questions"
    BY_TAG = "by_tag"
    BY_DOCUMENT = "by_document"
    BY_ACTOR = "by_actor"
    BY_MONTH = "by_month"
    TIMELINE = "timeline"
    UNPLACED = "unplaced"


class Opens(StrEnum):
    """What Enter on a row does."""

    NOTHING = "nothing"  # a heading
    SECTION = "section"
    PASSAGES = "passages"  # those behind a count
    PASSAGE = "passage"
    DOCUMENT = "document"
    QUESTION = "question"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One row: two lines of words, and a count with a bar where ``share`` (0 to 1) is given."""

    key: str
    first: str
    second: str = ""
    opens: Opens = Opens.NOTHING
    count: int | None = None
    share: float | None = None
    event: int | None = None

    @property
    def spoken(self) -> str:
        """The row as it is read out."""
        parts = [self.first, self.second]
        if self.count is not None and not self.second:
            parts.append(f"{self.count:,}")
        return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class About:
    """What a section is called, what it lists, and what is said where it lists nothing."""

    title: str
    words: str
    empty: str


ABOUT: Mapping[Section, About] = {
    Section.UNANSWERED: About(
        N_("Allegations with no answer found"),
        N_("Allegations to follow up, or in an open event, that no response here answers."),
        N_("Every allegation to follow up, or in an open event, has an answer here."),
    ),
    Section.ANSWERING_NOTHING: About(
        N_("Responses that answer nothing here"),
        N_("Responses that are not linked to what they answer."),
        N_("Every response is linked to what it answers."),
    ),
    Section.BLANKET: About(
        N_("Blanket rejections"),
        N_("Passages that reject something in general and name no detail."),
        N_("No passage rejects something in general."),
    ),
    Section.UNCONFIRMED: About(
        N_("Values not confirmed"),
        N_("Passages with values that were read from the words and that nobody confirmed."),
        N_("Everything that was read from the words is confirmed."),
    ),
    Section.UNCHECKED: About(
        N_("Passages not checked"),
        N_("Passages that no second pair of eyes has checked."),
        N_("Every passage is checked."),
    ),
    Section.MOVED: About(
        N_("Moved passages"),
        N_("Passages that moved or changed with a newer version; Enter shows both wordings."),
        N_("No passage wants a look after a newer version came in."),
    ),
    Section.DATES: About(
        N_("Dates of passages to settle"),
        N_("Passages with a date that can be read in two ways."),
        N_("No date of a passage waits to be settled."),
    ),
    Section.DOCUMENT_DATES: About(
        N_("Dates of documents to settle"),
        N_("Documents with a date that can be read in two ways."),
        N_("No date of a document waits to be settled."),
    ),
    Section.SOURCES: About(
        N_("Sources to find"),
        N_("Sources that passages are linked to and that are not in this project."),
        N_("No source is missing that a passage is linked to."),
    ),
    Section.NOT_READ: About(
        N_("Documents not read"),
        N_("Documents that nobody has begun to read."),
        N_("Every document was at least begun."),
    ),
    Section.QUESTIONS: About(
        N_("Open questions"),
        N_("Questions of events that have no working figure yet."),
        N_("No question is open. Questions come with events."),
    ),
    Section.BY_TAG: About(
        COUNTED_BY_LABELS[CountedBy.TAG],
        N_("How many passages each tag has."),
        N_("Nothing is tagged yet."),
    ),
    Section.BY_DOCUMENT: About(
        COUNTED_BY_LABELS[CountedBy.DOCUMENT],
        N_("How many passages each document has."),
        N_("Nothing is tagged yet."),
    ),
    Section.BY_ACTOR: About(
        COUNTED_BY_LABELS[CountedBy.ACTOR],
        N_("How many passages each speaker has."),
        N_("No passage says yet who says so."),
    ),
    Section.BY_MONTH: About(
        COUNTED_BY_LABELS[CountedBy.MONTH],
        N_("How many passages were said, or else published, in each month."),
        N_("No passage has a date told to the month."),
    ),
    Section.TIMELINE: About(
        N_("Timeline"),
        N_("Events, and what passages in them say: when it happened, and when it was said."),
        N_("Events with their passages stand here in order of time. There are none yet."),
    ),
    Section.UNPLACED: About(
        N_("Without a place in time"),
        N_("Events and passages of events whose dates are not given, or cannot be placed."),
        N_("Every event and every passage of one has a place in time."),
    ),
}
GROUPS = (
    (N_("Still to do"), tuple(Section)[:11]),
    (N_("Passages counted"), tuple(Section)[11:15]),
    (N_("In time"), (Section.TIMELINE, Section.UNPLACED)),
)
COUNTED = {
    Section.BY_TAG: CountedBy.TAG,
    Section.BY_DOCUMENT: CountedBy.DOCUMENT,
    Section.BY_ACTOR: CountedBy.ACTOR,
    Section.BY_MONTH: CountedBy.MONTH,
}
OF_DOCUMENTS = (Section.DOCUMENT_DATES, Section.SOURCES, Section.NOT_READ)


def to_do(workspace: Workspace) -> Mapping[Section, Callable[[], ToDo]]:
    """Return how each to-do list is asked for."""
    lists = workspace.to_do
    return {
        Section.UNANSWERED: lists.unanswered,
        Section.ANSWERING_NOTHING: lists.answering_nothing,
        Section.BLANKET: lists.blanket,
        Section.UNCONFIRMED: lists.unconfirmed,
        Section.UNCHECKED: lists.unchecked,
        Section.MOVED: lists.moved,
        Section.DATES: lists.unsettled_dates,
        Section.DOCUMENT_DATES: lists.unsettled_documents,
        Section.SOURCES: lists.sources_to_find,
    }


def side_rows(counts: Mapping[Section, int]) -> list[OverviewRow]:
    """Return the list at the side: headings, and the sections with how many each has to do."""
    rows = []
    for heading, sections in GROUPS:
        rows.append(OverviewRow("", _(heading)))
        rows += [
            OverviewRow(one.value, _(ABOUT[one].title), "", Opens.SECTION, counts.get(one))
            for one in sections
        ]
    return rows


def passage_row(row: PassageRow) -> OverviewRow:
    """Return a passage as a row: its words, and what it is and where."""
    words = _("“{words}”").format(words=isolated(first_words(row.quote, _QUOTE)))
    second = f"{row.label} · {isolated(row.tag_name)} · {isolated(row.document_title)}"
    return OverviewRow(str(row.id), words, second, Opens.PASSAGE)


def document_row(row: DocumentRow) -> OverviewRow:
    """Return a document as a row: its title, its source, and how far it is read."""
    status = _(REVIEW_STATUS_LABELS[row.review_status]) if row.held else _("not held")
    second = " · ".join(filter(None, (row.label, row.source and isolated(row.source), status)))
    return OverviewRow(str(row.id), one_line(row.title), second, Opens.DOCUMENT)


class OverviewModel(QAbstractListModel):
    """The rows of one list."""

    same_rows = Signal()  # the same rows, to be painted anew: a view lays nothing out again

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._held: list[OverviewRow] = []
        self._passages = PagedRows[PassageRow](workspace.passages.listed)
        self._documents = PagedRows[DocumentRow](workspace.documents.listed)

    def show_rows(self, rows: Sequence[OverviewRow]) -> None:
        """Show these rows."""
        self._show(rows=rows)

    def show_passages(self, ids: Sequence[int]) -> None:
        """Show these passages."""
        self._show(passages=ids)

    def show_documents(self, ids: Sequence[int]) -> None:
        """Show these documents."""
        self._show(documents=ids)

    def row(self, place: int) -> OverviewRow | None:
        """Return a row; none outside, and where what it shows is gone."""
        if 0 <= place < len(self._held):
            return self._held[place]
        passage = self._passages.row(place)
        if passage is not None:
            return passage_row(passage)
        document = self._documents.row(place)
        return None if document is None else document_row(document)

    def place_of(self, key: str) -> int | None:
        """Return where a row stands."""
        if self._held:
            found = (place for place, row in enumerate(self._held) if row.key == key)
            return next(found, None)
        if not key.isdigit():
            return None
        paged = self._passages if len(self._passages) else self._documents
        return paged.index_of(int(key))

    @override
    @guard(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.isValid():
            return 0
        return len(self._held) or len(self._passages) or len(self._documents)

    @override
    @guard(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _SERVED or not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        return row.key if role == ID_ROLE else row.spoken

    @override
    @guard(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index.row())
        if row is None or row.opens is Opens.NOTHING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _show(
        self,
        *,
        rows: Sequence[OverviewRow] = (),
        passages: Sequence[int] = (),
        documents: Sequence[int] = (),
    ) -> None:
        shown = (self._held, self._passages.ids, self._documents.ids)
        if shown == (list(rows), list(passages), list(documents)):
            self._show_anew()
            return
        self.beginResetModel()
        self._held = list(rows)
        self._passages.set_ids(passages)
        self._documents.set_ids(documents)
        self.endResetModel()

    def _show_anew(self) -> None:
        """Read the same rows again where they are looked at; nothing moves."""
        self._passages.forget()
        self._documents.forget()
        self.same_rows.emit()


_SERVED = (
    ROW_ROLE,
    ID_ROLE,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
