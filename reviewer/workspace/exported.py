"""What an export sees of an open project beside its passages, all from one moment."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from reviewer.domain.actors import Actor
from reviewer.domain.documents import Document
from reviewer.domain.errors import NotAllowed
from reviewer.domain.events import NothingOnThis
from reviewer.domain.exported import (
    ExportedEvent,
    ExportedField,
    ExportedFigure,
    ExportedHeld,
    ExportedLayout,
    ExportedLink,
    ExportedNothing,
    ExportedQuestion,
    ExportedRating,
)
from reviewer.domain.links import SourceToFind
from reviewer.domain.protecting import Protection
from reviewer.domain.ranges import ComparedFigure, FigureComparison
from reviewer.domain.snapshot import ExportedPassage, PassageFilter
from reviewer.domain.tags import Tag
from reviewer.store.held import HeldStore
from reviewer.store.project_file import ProjectFile
from reviewer.store.snapshot import StoredSnapshot
from reviewer.workspace.carried import Carried, Names
from reviewer.workspace.exported_places import Places
from reviewer.workspace.operations.provenance import ProvenanceOperations
from reviewer.workspace.record_keeping import RecordKeeper

Compare = Callable[[int], FigureComparison]
_AT_ONCE = 500


class WholeSnapshot:
    """A project at one moment; see ``domain.snapshot.ProjectSnapshot``."""

    def __init__(
        self,
        project: ProjectFile,
        keeper: RecordKeeper,
        compare: Compare,
        chosen: PassageFilter,
        *,
        protect: bool = False,
        surroundings: bool = True,
    ) -> None:
        self._project = project
        self._keeper = keeper
        self._hidden: Protection = Protection(project.actors.all() if protect else ())
        self._names = Names(project)
        self._places = Places(project)
        self._compare = compare
        self._provenance = ProvenanceOperations(project)
        self._passages = StoredSnapshot(
            project.connection,
            project.path.stem,
            chosen,
            Carried(project, keeper, self._names).of_many,
            surroundings=surroundings,
        )

    def count(self) -> int:
        """Return how many passages there will be."""
        return self._passages.count()

    def passages(self) -> Iterator[ExportedPassage]:
        """Give every chosen passage in order of document and place; raises ``Damaged``."""
        return map(self._hidden.of, self._passages.passages())

    def actors(self) -> Iterator[Actor]:
        """Give the register by name."""
        return map(self._hidden.of, self._actors())

    def _actors(self) -> Iterable[Actor]:
        return self._project.actors.all()

    def sources(self) -> Iterator[SourceToFind]:
        """Give the sources that are not held, the most named first."""
        return map(self._hidden.of, self._sources())

    def _sources(self) -> Iterable[SourceToFind]:
        return self._project.sources.to_find()

    def held(self) -> Iterator[ExportedHeld]:
        """Give the documents that are held, by number."""
        return map(self._hidden.of, self._held())

    def held_one(self, document: int) -> ExportedHeld:
        """Return one document that is held; raises ``NotFound``."""
        (found,) = self._held_of([document])
        return self._hidden.of(found)

    def _held(self) -> Iterator[ExportedHeld]:
        listed = self._project.document_list.ids()
        for start in range(0, len(listed), _AT_ONCE):
            yield from self._held_of(listed[start : start + _AT_ONCE])

    def _held_of(self, several: Sequence[int]) -> Iterator[ExportedHeld]:
        documents = self._project.documents.several(several)
        facts = HeldStore(self._project.connection).of(several)
        for document in documents:
            found = facts[document.id]
            yield ExportedHeld(
                document,
                self._names.actors.get(found.publisher_actor or 0, ""),
                found.text_sha256,
                found.original_sha256,
                found.words,
                found.passages,
                found.importer,
                found.inside,
                bool(found.dropped),
            )

    def text(self, document_uid: str) -> str:
        """Return the words of a document that is held, names in them as they are.

        Raises ``NotFound`` or ``Damaged``.
        """
        return self._project.texts.of_document(document_uid)

    def original(self, document_uid: str) -> bytes | None:
        """Return the bytes a document came in, or ``None`` where they were not kept."""
        try:
            return self._provenance.original(self._named(document_uid).id).data
        except NotAllowed:
            return None

    def layout(self, document_uid: str) -> ExportedLayout:
        """Return what stood where in the file of a document that is held."""
        text = self._named(document_uid).text or 0
        parts, furniture = self._project.parts.of(text), self._project.furniture.of(text)
        return ExportedLayout(tuple(parts), tuple(furniture))

    def _named(self, document_uid: str) -> Document:
        (found,) = self._project.documents.matching(document_uid)
        return self._project.documents.get(found)

    def tags(self) -> Iterator[Tag]:
        """Give the codebook in its order, each tag before those under it."""
        return iter(self._project.tags.all())

    def fields(self) -> Iterator[ExportedField]:
        """Give the fields of one's own, tag by tag."""
        tags = {tag.id: tag.name for tag in self._project.tags.all()}
        return (ExportedField(one, tags[one.tag]) for one in self._project.fields.all())

    def events(self) -> Iterator[ExportedEvent]:
        """Give the events in order of time."""
        return map(self._hidden.of, self._events())

    def _events(self) -> Iterator[ExportedEvent]:
        for event in self._project.events.all():
            passages = {one.passage for one in self._project.answers.in_event(event.id)}
            documents = self._project.answers.documents_in(event.id, None)
            parent = event.parent or 0
            yield ExportedEvent(
                event,
                self._names.event_keys.get(event.id, ""),
                self._names.event_keys.get(parent) or self._names.events.get(parent, ""),
                len(passages),
                len(documents),
            )

    def questions(self) -> Iterator[ExportedQuestion]:
        """Give the questions, event by event, in their order."""
        return map(self._hidden.of, self._questions())

    def _questions(self) -> Iterator[ExportedQuestion]:
        for event in self._project.events.all():
            answers = Counter(
                one.question for one in self._project.answers.in_event(event.id) if one.question
            )
            for question in self._project.questions.of(event.id):
                compared = self._compare(question.id)
                figures = compared.entering or compared.below
                working = question.working
                yield ExportedQuestion(
                    question=question,
                    key=self._names.question_keys.get(question.id, ""),
                    event=event.name,
                    event_key=self._names.event_keys.get(event.id, ""),
                    answers=answers[question.id],
                    low=compared.range.low,
                    high=compared.range.high,
                    range=compared.range.saying.sentence if figures else "",
                    base=compared.base.sentence if figures else "",
                    differ=compared.differ,
                    working_analyst=(
                        self._names.analysts.get(working.analyst, "") if working else ""
                    ),
                )

    def figures(self) -> Iterator[ExportedFigure]:
        """Give the figures that answer questions, question by question."""
        return map(self._hidden.of, self._figures())

    def _figures(self) -> Iterator[ExportedFigure]:
        for event in self._project.events.all():
            for question in self._project.questions.of(event.id):
                compared = self._compare(question.id)
                below = [(one.figure, one.saying.sentence) for one in compared.below]
                for figure, why in [*((one, "") for one in compared.entering), *below]:
                    yield self._figure(figure, event.name, question.wording, why)

    def links(self) -> Iterator[ExportedLink]:
        """Give the links, oldest first."""
        return map(self._hidden.of, self._links())

    def _links(self) -> Iterator[ExportedLink]:
        for link in self._project.links.all():
            start, document, quote = self._end(link.from_passage)
            if link.to_passage is None:
                end = ("", self._names.title(link.to_document or 0), "")
            else:
                end = self._end(link.to_passage)
            analyst = self._names.analysts.get(link.analyst, "")
            places = self._places
            yield ExportedLink(
                link,
                *(start, document, quote, *end, analyst),
                start_place=places.of(link.from_passage),
                end_place=None if link.to_passage is None else places.of(link.to_passage),
            )

    def nothings(self) -> Iterator[ExportedNothing]:
        """Give what was looked for in vain."""
        return map(self._hidden.of, self._nothings())

    def _nothings(self) -> Iterator[ExportedNothing]:
        names = self._names
        for event in self._project.events.all():
            for one in self._checks(event.id):
                yield ExportedNothing(
                    event.name,
                    names.event_keys.get(event.id, ""),
                    names.questions.get(one.question or 0, ""),
                    names.question_keys.get(one.question or 0, ""),
                    names.title(one.document),
                    self._project.documents.get(one.document).uid,
                    names.analysts.get(one.checked_by, ""),
                    one.checked_at,
                )

    def _checks(self, event: int) -> Iterable[NothingOnThis]:
        return self._project.answers.checked(event)

    def ratings(self) -> Iterator[ExportedRating]:
        """Give the ratings, oldest first."""
        return map(self._hidden.of, self._ratings())

    def _ratings(self) -> Iterator[ExportedRating]:
        names = self._names
        for one in self._project.ratings.all():
            document = None if one.document is None else self._project.documents.get(one.document)
            asked = None if one.question is None else self._project.questions.get(one.question)
            event = 0 if asked is None else asked.event
            yield ExportedRating(
                rating=one,
                document="" if document is None else document.title,
                document_uid="" if document is None else document.uid,
                actor=names.actors.get(one.actor or 0, ""),
                event=names.events.get(event, ""),
                event_key=names.event_keys.get(event, ""),
                question="" if asked is None else asked.wording,
                question_key=names.question_keys.get(one.question or 0, ""),
                analyst=names.analysts.get(one.analyst, ""),
            )

    def _figure(
        self, figure: ComparedFigure, event: str, question: str, why: str
    ) -> ExportedFigure:
        _label, document, quote = self._end(figure.passage)
        record = self._keeper.of_many([figure.passage])[figure.passage]
        made = record.by_convention
        place = self._places.of(figure.passage)
        return ExportedFigure(figure, event, question, document, quote, why, made, place)

    def _end(self, passage: int) -> tuple[str, str, str]:
        """Return what a passage is called, its document's title, and its words."""
        found = self._project.passages.get(passage)
        return self._names.label(passage), self._names.title(found.document), found.quote
