"""A project as another program is given it: the chosen passages, and what belongs to them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from typing_extensions import override

from reviewer.domain.actors import Actor
from reviewer.domain.events import NothingOnThis
from reviewer.domain.exported import (
    ExportedEvent,
    ExportedField,
    ExportedFigure,
    ExportedHeld,
    ExportedLink,
    ExportedQuestion,
    ExportedRating,
)
from reviewer.domain.links import SourceToFind
from reviewer.domain.protecting import Noticing
from reviewer.domain.snapshot import ExportedPassage, PassageFilter
from reviewer.domain.tags import Tag
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.exported import Compare, WholeSnapshot
from reviewer.workspace.record_keeping import RecordKeeper
from reviewer.workspace.spoken_of import SpokenOf


class ChosenSnapshot(WholeSnapshot):
    """The documents that chosen passages stand in, and what these passages and documents speak of.

    Where something narrows the choice, nothing else of the project goes along: no actor nobody
    there names, no event or question nothing there answers. The codebook goes whole, because the
    other program tags with it. Where nothing does, every document goes with all there is; passages
    of documents that were taken off the list never do, and neither do their links. Other programs
    have the texts, so that no passage is given with its sentence and the number of its paragraph.

    Names stand as they are; ``noticing`` knows which protected actors were named in what was given.
    """

    def __init__(
        self, project: ProjectFile, keeper: RecordKeeper, compare: Compare, chosen: PassageFilter
    ) -> None:
        super().__init__(project, keeper, compare, chosen, surroundings=False)
        self._hidden = self.noticing = Noticing(project.actors.all())
        self._narrowed = chosen != PassageFilter()
        self._spoken = SpokenOf(project, project.passage_list.ids(chosen), chosen.documents)

    @property
    def nothing(self) -> bool:
        """Whether a choice was made that no passage and no document passes."""
        return self._narrowed and not self._spoken.documents

    @override
    def passages(self) -> Iterator[ExportedPassage]:
        """Give every chosen passage; its links are given apart."""
        return map(self._hidden.of, map(_without_links, self._passages.passages()))

    @override
    def text(self, document_uid: str) -> str:
        """Return the words of a document; raises ``NotFound`` or ``Damaged``."""
        return self._hidden.of(super().text(document_uid))

    @override
    def tags(self) -> Iterator[Tag]:
        """Give the codebook, whole."""
        return map(self._hidden.of, super().tags())

    @override
    def fields(self) -> Iterator[ExportedField]:
        """Give the fields of one's own, all of them."""
        return map(self._hidden.of, super().fields())

    @override
    def _actors(self) -> Iterable[Actor]:
        every = super()._actors()
        if not self._narrowed:
            return every
        return (one for one in every if one.id in self._spoken.actors)

    @override
    def _sources(self) -> Iterable[SourceToFind]:
        every = super()._sources()
        if not self._narrowed:
            return every
        named = self._spoken.sources
        return (replace(one, links=named[one.document]) for one in every if one.document in named)

    @override
    def _held(self) -> Iterator[ExportedHeld]:
        every = super()._held()
        if not self._narrowed:
            return every
        return (one for one in every if one.document.id in self._spoken.documents)

    @override
    def _events(self) -> Iterator[ExportedEvent]:
        every = super()._events()
        if not self._narrowed:
            return every
        return (self._part_of(one) for one in every if one.event.id in self._spoken.events)

    def _part_of(self, event: ExportedEvent) -> ExportedEvent:
        """Return an event with how many of the chosen passages are in it."""
        passages = self._spoken.in_events.get(event.event.id, set())
        documents = self._project.passages.documents_of(passages)
        return replace(event, passages=len(passages), documents=len(documents))

    @override
    def _questions(self) -> Iterator[ExportedQuestion]:
        """Give questions without what all figures of the project say together."""
        every = super()._questions()
        if not self._narrowed:
            return every
        answered = self._spoken.questions
        return (
            replace(
                one,
                answers=answered[one.question.id],
                low=None,
                high=None,
                range="",
                base="",
                differ=False,
            )
            for one in every
            if one.question.id in answered
        )

    @override
    def _figures(self) -> Iterator[ExportedFigure]:
        return (one for one in super()._figures() if one.figure.passage in self._spoken.passages)

    @override
    def _links(self) -> Iterator[ExportedLink]:
        return (one for one in super()._links() if self._spoken.joins(one.link))

    @override
    def _checks(self, event: int) -> Iterable[NothingOnThis]:
        every, spoken = super()._checks(event), self._spoken
        if not self._narrowed:
            return every
        return (
            one
            for one in every
            if one.document in spoken.documents
            and event in spoken.events
            and (one.question is None or one.question in spoken.questions)
        )

    @override
    def _ratings(self) -> Iterator[ExportedRating]:
        every, spoken = super()._ratings(), self._spoken
        if not self._narrowed:
            return every
        return (
            one
            for one in every
            if one.rating.document in spoken.documents
            or one.rating.actor in spoken.actors
            or one.rating.question in spoken.questions
        )


def _without_links(passage: ExportedPassage) -> ExportedPassage:
    if not passage.record.ends:
        return passage
    return passage._replace(record=passage.record._replace(ends=()))
