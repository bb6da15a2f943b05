"""What chosen passages, and the documents that go with them, speak of: told by ids."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from reviewer.domain.events import Answer
from reviewer.domain.links import Link
from reviewer.store.held import HeldStore
from reviewer.store.project_file import ProjectFile


class SpokenOf:
    """Actors, events, questions and sources that a choice speaks of.

    ``passages`` are those that were chosen, ``named`` the documents chosen whether or not they have
    any; documents that are not on the list never go.
    """

    def __init__(self, project: ProjectFile, passages: Sequence[int], named: Sequence[int]) -> None:
        self._project = project
        self._chosen = frozenset(named)
        self.passages = frozenset(passages)

    @cached_property
    def documents(self) -> frozenset[int]:
        """The documents that were named, or that have a chosen passage."""
        going = self._chosen.union(self._project.passages.documents_of(self.passages))
        return going.intersection(self._project.document_list.ids())

    @cached_property
    def actors(self) -> set[int]:
        """Who says so, is accused or harmed in the passages, or publishes one of the documents."""
        facts = HeldStore(self._project.connection).of(sorted(self.documents)).values()
        publishers = {one.publisher_actor for one in facts if one.publisher_actor is not None}
        return publishers | self._project.chains.actors_in(sorted(self.passages))

    @cached_property
    def in_events(self) -> dict[int, set[int]]:
        """The passages that speak of each event."""
        found: dict[int, set[int]] = defaultdict(set)
        for one in self._answers:
            found[one.event].add(one.passage)
        return found

    @cached_property
    def events(self) -> set[int]:
        """The events the passages are in, with the larger ones that those are part of."""
        parents = {one.id: one.parent for one in self._project.events.all()}
        found = set[int]()
        for event in self.in_events:
            larger: int | None = event
            while larger is not None and larger not in found:
                found.add(larger)
                larger = parents.get(larger)
        return found

    @cached_property
    def questions(self) -> Counter[int]:
        """The questions the passages answer, each with how many do."""
        return Counter(one.question for one in self._answers if one.question is not None)

    @cached_property
    def sources(self) -> Counter[int]:
        """The sources that links of the passages name, each with how many do."""
        links = self._project.links.all()
        return Counter(
            one.to_document for one in links if one.to_document is not None and self.joins(one)
        )

    def joins(self, link: Link) -> bool:
        """Say whether a link joins two of the passages, or one of them and a source."""
        ends = (
            {link.from_passage} if link.to_passage is None else {link.from_passage, link.to_passage}
        )
        return ends <= self.passages

    @cached_property
    def _answers(self) -> list[Answer]:
        return self._project.answers.of(sorted(self.passages))
