"""What a person does to documents: read them, describe them, say how far they have come."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from reviewer.domain.documents import (
    DESCRIBED_FIELDS,
    REVIEW_STATUS_LABELS,
    Document,
    DocumentFilter,
    DocumentRow,
    DocumentSort,
    ReviewStatus,
)
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.edtf_parser import parse
from reviewer.domain.errors import NotAllowed
from reviewer.domain.folding import fold
from reviewer.domain.incoming import Furniture, FurnitureKind, Part, PartKind, Reading
from reviewer.domain.notes import note_of
from reviewer.domain.passages import first_words
from reviewer.domain.queries import Phrase, tokens
from reviewer.domain.reading import dates
from reviewer.domain.reading.dates import DateOrder, Evidence, SiteOrder, settle, site_orders
from reviewer.domain.spans import Span
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.store.documents import DatedDocument
from reviewer.store.project_file import ProjectFile
from reviewer.store.texts import TextFacts
from reviewer.workspace.history import History
from reviewer.workspace.texts_at_hand import TextsAtHand


class DocumentOperations:
    """Documents of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        texts: TextsAtHand,
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._documents = project.documents
        self._list = project.document_list
        self._history = history
        self._texts = texts
        self._now = now

    def ids(
        self,
        chosen: DocumentFilter | None = None,
        sort: DocumentSort = DocumentSort.NUMBER,
        *,
        descending: bool = False,
    ) -> list[int]:
        """Return the ids of the documents that pass the filter, in order."""
        return self._list.ids(chosen, sort, descending=descending)

    def listed(self, ids: Sequence[int]) -> dict[int, DocumentRow]:
        """Return the list's rows for these documents, by id; at most a few hundred at once."""
        return self._list.listed(ids)

    def get(self, document: int) -> Document:
        """Return one document; raises ``NotFound``."""
        return self._documents.get(document)

    def matching(self, name: str) -> list[int]:
        """Return the documents meant by a uid, a SHA-256, an original name or a title."""
        return self._documents.matching(name)

    def holding(self, words: str, most: int = 50) -> list[int]:
        """Return the documents that hold these words as one phrase, best first.

        Capitals, accents and Arabic marks do not matter.
        """
        phrase = Phrase(tokens(fold(words)))
        return self._project.search.documents(phrase, most) if phrase.words else []

    def matching_each(self, names: Collection[str]) -> dict[str, list[int]]:
        """Return what ``matching`` returns for each of many names; none of them is missing."""
        return self._documents.matching_each(names)

    def values(self, field: str) -> list[tuple[str, int]]:
        """Return the commonest values of one of ``FILTERED_FIELDS``, with how many have each."""
        return self._list.values(field)

    def parent(self, document: int) -> int | None:
        """Return the mail that a document came with; raises ``NotFound``."""
        return self._documents.provenance(document).parent

    def attached_to(self, document: int) -> list[int]:
        """Return the listed documents that came with a mail, in order."""
        return self._documents.attached_to(document)

    def count(self) -> int:
        """Return how many documents are listed."""
        return self._list.count()

    def counts_by_status(self) -> dict[ReviewStatus, int]:
        """Return how many documents have each review status."""
        return self._list.counts_by_status()

    def text(self, document: int) -> str:
        """Return a document's words; empty for a source that is not held."""
        found = self._documents.text_of(document)
        return "" if found is None else self._texts.words(found)

    def facts(self, document: int) -> TextFacts | None:
        """Return what is known of a document's text, ``None`` for a source that is not held."""
        found = self._documents.text_of(document)
        return None if found is None else self._project.texts.facts(found)

    def original_sha256(self, document: int) -> str:
        """Return the fingerprint of the file a document came in, empty where none is held."""
        facts = self.facts(document)
        return "" if facts is None else self._project.texts.original_sha256(facts.original)

    def furniture(self, document: int) -> list[Furniture]:
        """Return a document's page furniture in order of place."""
        found = self._documents.text_of(document)
        return [] if found is None else self._project.furniture.of(found)

    def parts(self, document: int, kind: PartKind | None = None) -> list[Part]:
        """Return the pages, headings and other parts of a document, or those of a kind."""
        found = self._documents.text_of(document)
        return [] if found is None else self._project.parts.of(found, kind)

    def readings(self, document: int) -> list[Reading]:
        """Return where each piece of a document's metadata was read from."""
        found = self._documents.text_of(document)
        return [] if found is None else self._project.texts.readings(found)

    def review(self, documents: Sequence[int], status: ReviewStatus, reason: str = "") -> None:
        """Say how far one has come; setting aside needs a reason, and raises without one."""
        reason = " ".join(normalise(reason).text.split())
        if status is not ReviewStatus.SET_ASIDE:
            reason = ""
        elif not reason:
            raise NotAllowed(N_("Say why it is set aside: the reason is kept with the document."))
        with self._history.step(
            "documents.review",
            {
                "document": self._all_called(documents),
                "status": REVIEW_STATUS_LABELS[status],
                "reason": reason,
            },
        ):
            changing = [
                found.id
                for found in map(self._documents.get, documents)
                if found.review_status is not status or found.set_aside_reason != reason
            ]
            values = {"review_status": status, "set_aside_reason": reason}
            self._documents.set(changing, values, self._now())

    def mark_second_look(self, documents: Sequence[int], *, wanted: bool) -> None:
        """Mark documents for a second look, or take the mark off."""
        name = "documents.second_look" if wanted else "documents.no_second_look"
        with self._history.step(name, {"document": self._all_called(documents)}):
            changing = [
                found.id
                for found in map(self._documents.get, documents)
                if found.second_look is not wanted
            ]
            self._documents.set(changing, {"second_look": int(wanted)}, self._now())

    def describe(self, document: int, field: str, value: str) -> None:
        """Correct what is known of a document, one of ``DESCRIBED_FIELDS``.

        Raises ``NotAllowed`` for no title, and for a note that is too long.
        """
        if field not in DESCRIBED_FIELDS:
            raise KeyError(field)
        found = self._documents.get(document)
        value = normalise(value).text
        value = note_of(value) if field == "note" else " ".join(value.split())
        if field == "title" and not value:
            raise NotAllowed(N_("A document needs a title."))
        if getattr(found, field) == value:
            return
        with self._history.step("documents.describe", {"field": field, "document": _called(found)}):
            self._documents.set([document], {field: value}, self._now())

    def correct(
        self,
        documents: Sequence[int],
        fields: Mapping[str, str],
        dates_by_field: Mapping[str, str],
    ) -> None:
        """Correct several fields and dates of documents as one step.

        Dates are EDTF, empty for none; the printed words stay. Raises ``NotAllowed`` for what is
        no date, for a document without a title, or for a note that is too long.
        """
        with self._history.step(
            "documents.describe",
            {
                "field": ", ".join([*fields, *dates_by_field]),
                "document": self._all_called(documents),
            },
        ):
            for document in documents:
                for field, value in fields.items():
                    self.describe(document, field, value)
                for field, edtf in dates_by_field.items():
                    self.enter_date(document, field, edtf)

    def enter_date(self, document: int, field: str, edtf: str) -> None:
        """Enter a date by hand, as EDTF; empty takes the reading away, the words stay.

        Raises ``NotAllowed`` for what is no date.
        """
        found = self._documents.get(document)
        date: WrittenDate = getattr(found, field)
        edtf = parse(edtf).expression if edtf.strip() else ""
        if date.edtf == edtf:
            return
        basis = DateBasis.ENTERED if edtf else DateBasis.NONE
        with self._history.step("documents.describe", {"field": field, "document": _called(found)}):
            entered = WrittenDate(date.words or edtf, edtf, basis)
            self._documents.set_date(document, field, entered, self._now())

    def set_date(self, document: int, field: str, date: WrittenDate) -> None:
        """Let a date be as it is given, words and basis included: it was settled elsewhere."""
        found = self._documents.get(document)
        if getattr(found, field) == date:
            return
        with self._history.step("documents.describe", {"field": field, "document": _called(found)}):
            self._documents.set_date(document, field, date, self._now())

    def possible_dates(self, document: int, field: str) -> tuple[str, ...]:
        """Return what a date's words can mean, as EDTF; more than one while it is ambiguous."""
        date = dates.read(getattr(self._documents.get(document), field).words)
        return date.readings if date else ()

    def settle_date(self, document: int, field: str, edtf: str, evidence: str = "") -> None:
        """Settle an ambiguous date for this document; raises ``NotAllowed`` for another day."""
        found = self._documents.get(document)
        words = getattr(found, field).words
        if edtf not in self.possible_dates(document, field):
            raise NotAllowed(N_("“{words}” cannot be read as {edtf}."), words=words, edtf=edtf)
        with self._history.step(
            "documents.settle_date", {"words": words, "document": _called(found)}
        ):
            date = WrittenDate(words, edtf, DateBasis.SETTLED, evidence)
            if date != getattr(found, field):
                self._documents.set_date(document, field, date, self._now())

    def site_order(self, document: int, field: str) -> SiteOrder:
        """Return how a document's site prints its dates, with the pages that show it."""
        found = self._documents.get(document)
        return site_orders(
            (one.title, one.date.words)
            for one in self._same_site(document, field)
            if one.id != found.id
        )

    def unsettled_of_site(self, document: int, field: str) -> list[int]:
        """Return the documents of the same site whose date is still ambiguous."""
        return [
            one.id
            for one in self._same_site(document, field)
            if one.date.basis is DateBasis.AMBIGUOUS
        ]

    def settle_site(
        self, document: int, field: str, order: DateOrder, evidence: Evidence | None
    ) -> int:
        """Settle the ambiguous dates of all of a document's site at once; returns how many."""
        unsettled = [
            one for one in self._same_site(document, field) if one.date.basis is DateBasis.AMBIGUOUS
        ]
        why = "" if evidence is None else f"{evidence.words} ({evidence.page})"
        with self._history.step("documents.settle_site", {"count": len(unsettled)}):
            for one in unsettled:
                words = one.date.words
                date = WrittenDate(words, settle(words, order), DateBasis.SITE, why)
                self._documents.set_date(one.id, field, date, self._now())
        return len(unsettled)

    def mark_furniture(self, document: int, span: Span, *, wanted: bool) -> None:
        """Mark a stretch as page furniture, or unmark the furniture it touches.

        What is furniture already keeps its kind and its extent. Raises ``NotAllowed`` outside the
        text.
        """
        found = self._documents.get(document)
        facts = self.facts(document)
        if facts is None:
            raise NotAllowed(N_("A source that is not held has no words to mark."))
        if span.end > facts.length:
            raise NotAllowed(N_("There are no words at {end}: the text ends before."), end=span.end)
        with self._history.step("documents.furniture", {"document": _called(found)}):
            if wanted:
                known = [piece.span for piece in self._project.furniture.of(facts.id)]
                self._project.furniture.add(
                    (facts.id, Furniture(free, FurnitureKind.MARKED))
                    for free in _outside(span, known)
                )
            else:
                self._project.furniture.remove(facts.id, span)

    def reasons(self) -> list[str]:
        """Return the reasons documents were set aside for, the most used first."""
        return self._list.reasons()

    def remove(self, documents: Sequence[int]) -> None:
        """Take documents off the list; nothing is deleted, and undo brings them back."""
        with self._history.step("documents.remove", {"document": self._all_called(documents)}):
            self._documents.set(documents, {"removed_at": self._now()}, self._now())

    def _all_called(self, documents: Sequence[int]) -> str:
        first = _called(self._documents.get(documents[0])) if documents else ""
        return first if len(documents) < 2 else f"{first} + {len(documents) - 1}"

    def _same_site(self, document: int, field: str) -> list[DatedDocument]:
        """Return the dated documents of one site: same address, publisher, or menu."""
        every = self._documents.dated(field)
        mine = next((one for one in every if one.id == document), None)
        if mine is None:
            return []
        host, publisher = _host(mine.url), mine.publisher.casefold()
        menus = self._documents.menus()
        menu = menus.get(document, "").split()
        return [
            one
            for one in every
            if one.id == document
            or (host and _host(one.url) == host)
            or (publisher and one.publisher.casefold() == publisher)
            or (menu and menus.get(one.id, "").split() == menu)
        ]


def _host(url: str) -> str:
    return url.split("://", 1)[-1].split("/", 1)[0].casefold() if url else ""


def _called(document: Document) -> str:
    return f"{document.label} “{first_words(document.title, 40)}”"


def _outside(span: Span, known: Sequence[Span]) -> Iterator[Span]:
    """Give the stretches of ``span`` that none of the ``known`` spans, in order, covers."""
    start = span.start
    for one in known:
        if one.start > start and start < span.end:
            yield Span(start, min(one.start, span.end))
        start = max(start, one.end)
    if start < span.end:
        yield Span(start, span.end)
