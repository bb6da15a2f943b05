"""Puts a report together from one moment of a project; passages are read as they are written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Generic, TypeVar

import reviewer
from reviewer.domain.badges import Badge, BadgeKind, ReadingBase
from reviewer.domain.documents import REVIEW_STATUS_LABELS
from reviewer.domain.events import EVENT_TYPE_LABELS, Event
from reviewer.domain.exported import ExportedHeld
from reviewer.domain.protecting import Protection
from reviewer.domain.report import ENGLISH, Account, Chapter, Report, ReportBy, Voice
from reviewer.domain.report_accounts import account_of, date_said
from reviewer.domain.report_words import rated
from reviewer.domain.snapshot import ExportedPassage, PassageFilter
from reviewer.domain.tag_trees import tree
from reviewer.domain.tags import RecordKind
from reviewer.domain.words import N_, Saying
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.exported import WholeSnapshot
from reviewer.workspace.operations.badges import BadgeOperations
from reviewer.workspace.operations.comparison import Chosen, ComparisonOperations
from reviewer.workspace.reporting.front import Front
from reviewer.workspace.reporting.links import Linked
from reviewer.workspace.reporting.questions import Questions, states_said

Thing = TypeVar("Thing")
_AT_ONCE = 200
Snapshots = Callable[[PassageFilter], WholeSnapshot]


EVERYTHING = PassageFilter()


@dataclass(frozen=True, slots=True)
class ReportWish:
    """Which report is wanted: its chapters and in which language it speaks.

    ``chosen`` narrows its passages, ``protect`` replaces protected names by their numbers,
    ``strict`` lets the opening statement never be missing.
    """

    by: ReportBy = ReportBy.EVENT
    chosen: PassageFilter = EVERYTHING
    protect: bool = False
    strict: bool = False
    voice: Voice = ENGLISH


class Reporter:
    """Makes the report of one moment; to be used within one reading of the project."""

    def __init__(
        self,
        project: ProjectFile,
        comparison: ComparisonOperations,
        snapshots: Snapshots,
        front: Front,
        wish: ReportWish,
    ) -> None:
        self._project = project
        self._comparison = comparison
        self._snapshots = snapshots
        self._front = front
        self._wish = wish
        self._hidden = Protection(project.actors.all() if wish.protect else ())
        self._badges = BadgeOperations(project)
        self._unanswered = self._hidden.of(_no_answer(project.to_do.base()))
        self._questions = Questions(project, comparison, self._hidden)
        self._linked = Linked(project, self._hidden)

    def report(self, made_at: str) -> Report:
        """Return the report; its chapters' accounts are read when somebody goes through them."""
        whole = self._snapshots(self._wish.chosen)
        base = self._front.base()
        return self._hidden_front(
            Report(
                project=self._project.path.stem,
                made_at=made_at,
                version=reviewer.__version__,
                by=self._wish.by,
                base=base,
                passages=whole.count(),
                of_passages=self._project.passage_list.count(),
                statement=self._front.statement(base, made_at[:10]),
                limits=tuple(self._front.limits(self._wish.chosen)),
                method=self._front.method(),
                checks=self._front.checks(),
                chapters=self._chapters(),
                sources=_Again(whole.held),
                not_held=_Again(whole.sources),
                reliability=self._reliability(),
                labels=self._labels(),
            )
        )

    def accounts(self, within: PassageFilter) -> Iterator[Account]:
        """Give passages as they are told, in order of document and place."""
        return self._accounts(within)

    def held(self, document: int) -> ExportedHeld:
        """Return one document that is held, names in what is known of it hidden where wished."""
        return self._snapshots(self._wish.chosen).held_one(document)

    def _labels(self) -> frozenset[str] | None:
        if self._wish.chosen == EVERYTHING:
            return None
        ids = self._project.passage_list.ids(self._wish.chosen)
        return frozenset(self._project.passages.label(one) for one in ids)

    def _hidden_front(self, report: Report) -> Report:
        return replace(
            report,
            statement=self._hidden.words(report.statement),
            limits=self._hidden.of(report.limits),
            method=self._hidden.of(report.method),
        )

    def _reliability(self) -> dict[str, Saying]:
        """Return how reliable analysts rated documents, who, when and why, by uid."""
        analysts = {one.id: one.name for one in self._project.analysts.all()}
        return {
            self._project.documents.get(one.document).uid: self._hidden.of(
                rated(one, analysts.get(one.analyst, ""))
            )
            for one in self._project.ratings.all()
            if one.document is not None
        }

    # Chapters.

    def _chapters(self) -> tuple[Chapter, ...]:
        if self._wish.by is ReportBy.TAG:
            return tuple(self._by_tag())
        if self._wish.by is ReportBy.DOCUMENT:
            return tuple(self._by_document())
        return tuple(self._by_event())

    def _by_tag(self) -> Iterator[Chapter]:
        chosen = self._wish.chosen
        for branch in tree(self._project.tags.all()):
            tag = branch.tag
            if not chosen.tags or tag.id in chosen.tags:
                yield from self._chapter(
                    f"tag-{tag.id}",
                    tag.name,
                    replace(chosen, tags=(tag.id,)),
                    description=tag.definition,
                )

    def _by_document(self) -> Iterator[Chapter]:
        chosen = self._wish.chosen
        for held in self._snapshots(chosen).held():
            document = held.document
            if not chosen.documents or document.id in chosen.documents:
                yield from self._chapter(
                    f"document-{document.number}",
                    f"{document.label} {document.title}",
                    replace(chosen, documents=(document.id,)),
                    lines=tuple(_about(held)),
                )

    def _by_event(self) -> Iterator[Chapter]:
        chosen = self._wish.chosen
        inside: set[int] = set()
        events = self._project.events.all()
        names = {one.id: one.name for one in events}
        for event in events:
            if chosen.events and event.id not in chosen.events:
                continue
            within = replace(chosen, events=(event.id,))
            inside.update(self._project.passage_list.ids(within))
            yield from self._chapter(
                f"event-{event.id}",
                event.name,
                within,
                lines=tuple(self._about_event(event, names)),
                description=event.description,
                event=event.id,
            )
        if not chosen.events:
            yield from self._outside(frozenset(inside))

    def _outside(self, inside: frozenset[int]) -> Iterator[Chapter]:
        chosen = self._wish.chosen
        count = sum(1 for one in self._project.passage_list.ids(chosen) if one not in inside)
        if count:
            yield Chapter(
                "no-event",
                Saying(N_("In no event")),
                count,
                (Saying(N_("These passages were put into no event.")),),
                accounts=_Again(lambda: self._accounts(chosen, inside)),
            )

    def _chapter(
        self,
        key: str,
        title: str,
        within: PassageFilter,
        *,
        lines: tuple[Saying, ...] = (),
        description: str = "",
        event: int | None = None,
    ) -> Iterator[Chapter]:
        """Give a chapter, unless it would have no passages; an event is asked of all the same."""
        count = len(self._project.passage_list.ids(within))
        whole = self._wish.chosen == EVERYTHING
        if count or (whole and event is not None):
            yield Chapter(
                key,
                self._hidden.words(title),
                count,
                self._hidden.of(lines),
                self._hidden.words(self._ours(description)),
                () if event is None else self._questions.of(event),
                _Again(lambda: self._accounts(within)),
            )

    def _ours(self, description: str) -> str:
        """Return what analysts wrote of a chapter, said to be theirs."""
        if not description.strip():
            return ""
        return self._wish.voice.words(
            Saying(N_("In the analysts’ words: {words}"), {"words": description})
        )

    def _about_event(self, event: Event, names: dict[int, str]) -> Iterator[Saying]:
        yield Saying(
            N_("{type}; named and put together by the analysts"),
            {"type": Saying(EVENT_TYPE_LABELS[event.type])},
        )
        if event.date.words or event.date.edtf:
            said = date_said(event.date)
            yield Saying(N_("Said to have happened: {date}"), {"date": said})
        if event.place:
            yield Saying(N_("Said to have happened at: {place}"), {"place": event.place})
        if event.parent is not None:
            name = names.get(event.parent, "")
            yield Saying(N_("Part of the larger event: {event}"), {"event": name})
        grid = self._comparison.events_by_documents(Chosen(events=(event.id,)))
        yield from states_said(grid, grid.rows[0]) if grid.rows else ()

    # Accounts.

    def _accounts(
        self, within: PassageFilter, without: frozenset[int] = frozenset()
    ) -> Iterator[Account]:
        ids = self._project.passage_list.ids(within)
        both = zip(ids, self._snapshots(within).passages(), strict=True)
        wanted = (pair for pair in both if pair[0] not in without)
        while several := list(islice(wanted, _AT_ONCE)):
            yield from self._several(several)

    def _several(self, several: Sequence[tuple[int, ExportedPassage]]) -> Iterator[Account]:
        linked = [passage for passage, one in several if one.record.ends]
        badges = self._badges.of(linked) if linked else {}
        ends = self._linked.of(linked)
        text, of = "", 0
        for identity, passage in several:
            if passage.sentence.count(passage.quote) > 1 and of != passage.document.number:
                text, of = self._text_of(identity), passage.document.number
            worn = badges.get(identity)
            if worn is not None:
                words, there = self._hidden.of(worn.words()), ends.get(identity, ())
            else:
                words = self._unanswered if passage.record.kind is RecordKind.ALLEGATION else ()
                there = ()
            yield account_of(passage, there, words, text)

    def _text_of(self, passage: int) -> str:
        if self._wish.protect:
            return ""
        return self._project.texts.text(self._project.passages.get(passage).text)


class _Again(Generic[Thing]):
    """Something that can be gone through more than once, read anew each time."""

    def __init__(self, make: Callable[[], Iterator[Thing]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[Thing]:
        return self._make()


def _no_answer(base: ReadingBase) -> tuple[Saying, ...]:
    """Return what is said of an allegation that nothing is linked to."""
    counts = {"done": base.done, "documents": base.documents}
    return (Badge(BadgeKind.NO_ANSWER, values=counts).saying,)


def _about(held: ExportedHeld) -> Iterator[Saying]:
    document = held.document
    publisher = document.publisher or held.publisher_actor
    if publisher:
        yield Saying(N_("Published by: {publisher}"), {"publisher": publisher})
    if document.posted.words or document.posted.edtf:
        yield Saying(N_("Published: {date}"), {"date": date_said(document.posted)})
    status = Saying(REVIEW_STATUS_LABELS[document.review_status])
    yield Saying(N_("Read: {status}"), {"status": status})
