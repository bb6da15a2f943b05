"""A project as another program is given it: the chosen passages, and what belongs to them."""

from collections.abc import Iterator
from functools import cached_property

from typing_extensions import override

from reviewer.domain.exported import ExportedHeld, ExportedLink, ExportedNothing, ExportedRating
from reviewer.domain.snapshot import PassageFilter
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.exported import Compare, WholeSnapshot
from reviewer.workspace.record_keeping import RecordKeeper


class ChosenSnapshot(WholeSnapshot):
    """The documents that chosen passages stand in, and the links between those passages.

    Where nothing narrows the choice every document goes; passages of documents that were taken off
    the list never do, and neither do their links. Other programs have the texts, so that no passage
    is given with its sentence and the number of its paragraph.
    """

    def __init__(
        self, project: ProjectFile, keeper: RecordKeeper, compare: Compare, chosen: PassageFilter
    ) -> None:
        super().__init__(project, keeper, compare, chosen, surroundings=False)
        self._chosen = chosen
        self._ids = frozenset(project.passage_list.ids(chosen))

    @override
    def held(self) -> Iterator[ExportedHeld]:
        """Give the documents that go, by number."""
        return (one for one in super().held() if self._goes(one.document.uid))

    @override
    def links(self) -> Iterator[ExportedLink]:
        """Give the links between passages that go, and from them to sources not held."""
        return (
            one
            for one in super().links()
            if one.link.from_passage in self._ids
            and (one.link.to_passage is None or one.link.to_passage in self._ids)
        )

    @override
    def nothings(self) -> Iterator[ExportedNothing]:
        """Give what was looked for in vain in documents that go."""
        return (one for one in super().nothings() if self._goes(one.document_uid))

    @override
    def ratings(self) -> Iterator[ExportedRating]:
        """Give the ratings of documents that go, and of actors and questions."""
        return (
            one
            for one in super().ratings()
            if one.rating.document is None or self._goes(one.document_uid)
        )

    def _goes(self, document_uid: str) -> bool:
        return self._chosen == PassageFilter() or document_uid in self._documents

    @cached_property
    def _documents(self) -> frozenset[str]:
        """The uids of documents that were named, or that have a chosen passage."""
        named = {*self._chosen.documents, *self._project.passages.documents_of(self._ids)}
        return frozenset(one.uid for one in self._project.documents.several(sorted(named)))
