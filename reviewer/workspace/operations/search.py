"""Searching the whole project: documents by the index, everything else by reading it.

Hits come one after another, best documents first; whoever shows them takes as many as there is
room for and asks for more later. Texts are folded when their hits are wanted, not before.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from reviewer.domain.errors import NotFound
from reviewer.domain.progress import Progress, Silent
from reviewer.domain.queries import Query, parse
from reviewer.domain.query_hits import fitting
from reviewer.domain.search import Hit, HitKind, Source, hits_in
from reviewer.domain.sentences import sentence_around
from reviewer.domain.spans import Span
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.operations.passages import PassageOperations, Tagging

AT_ONCE = 50  # documents asked for first: as many as can be shown
READ_AT_ONCE = 500  # passages or titles between two looks at the progress

Place = tuple[int, Span]


@dataclass(frozen=True, slots=True)
class TaggedHits:
    """The new passages, and how many places were passed over."""

    passages: list[int]
    skipped: int


class Search:
    """The documents that a query fits. Which they are is asked once: search again after changes."""

    def __init__(self, project: ProjectFile, query: Query) -> None:
        self.query = query
        self._project = project
        self._documents: list[int] | None = None
        self._has_all = False

    def count(self) -> int:
        """Return how many documents the query fits."""
        return self._project.search.count(self.query.tree)

    def first_documents(self) -> list[int]:
        """Return the best documents, at most ``AT_ONCE``; sooner there than all of them."""
        if self._documents is None:
            self._documents = self._project.search.documents(self.query.tree, AT_ONCE)
            self._has_all = len(self._documents) < AT_ONCE
        return self._documents[:AT_ONCE]

    def documents(self) -> list[int]:
        """Return every document the query fits, best first."""
        first = self.first_documents()
        if not self._has_all:
            every = self._project.search.documents(self.query.tree, -1)
            shown = set(first)  # their order stands, whatever came in meanwhile
            self._documents = first + [one for one in every if one not in shown]
            self._has_all = True
        return list(self._documents or ())

    def hits(self, progress: Progress | None = None) -> Iterator[Hit]:
        """Give every hit in the documents' texts, best document first, in order of place.

        A document that was taken back meanwhile has none. ``progress`` counts documents, and may
        raise ``Cancelled``.
        """
        progress = progress or Silent()
        done = 0
        for documents in (self.first_documents, lambda: self.documents()[AT_ONCE:]):
            for document in documents():
                progress.report(done)
                with suppress(NotFound):  # undone meanwhile
                    yield from self.hits_in(document)
                done += 1
        progress.report(done, done)

    def hits_in(self, document: int) -> Iterator[Hit]:
        """Give the hits in one document's text in order; raises ``NotFound``."""
        text = self._project.documents.text_of(document)
        if text is not None:
            words = self._project.texts.text(text)
            yield from hits_in(self.query.tree, Source(HitKind.TEXT, words, document=document))


class SearchOperations:
    """Searches of an open project, and what is done with their hits."""

    def __init__(self, project: ProjectFile, passages: PassageOperations) -> None:
        self._project = project
        self._passages = passages

    def search(self, words: str) -> Search:
        """Ask all documents; raises ``BadQuery``, which says where it cannot be read."""
        return Search(self._project, parse(words))

    def in_passages(self, words: str, progress: Progress | None = None) -> Iterator[Hit]:
        """Give the hits in passages' quotes, notes, statements, translations and records, by place.

        Each is looked at by itself: all the words must stand in the same one. Raises ``BadQuery``,
        and what ``progress`` raises.
        """
        store = self._project
        return _read(parse(words), store.passage_list.ids(), store.search.passages, progress)

    def in_titles_and_notes(self, words: str, progress: Progress | None = None) -> Iterator[Hit]:
        """Give the hits in documents' titles and notes, by number; raises as ``in_passages``."""
        store = self._project
        return _read(
            parse(words), store.document_list.ids(), store.search.titles_and_notes, progress
        )

    def in_journal(self, words: str) -> Iterator[Hit]:
        """Give the hits in the project's own notes, newest first; raises ``BadQuery``."""
        return _fitting(parse(words), self._project.search.notes())

    def in_register(self, words: str) -> Iterator[Hit]:
        """Give the hits in the names of actors, then of events, by name; raises ``BadQuery``."""
        store = self._project.search
        return _fitting(parse(words), [*store.actors(), *store.events()])

    def tag_hits(self, places: Sequence[Place], tag: int, *, sentences: bool = False) -> TaggedHits:
        """Tag places in documents as one step, or the ``sentences`` around them, each once.

        Passed over, and counted, is what carries the tag already, what is named twice, and what is
        blank. Raises ``NotFound`` and what ``tag_many`` raises; then nothing was tagged.
        """
        self._project.tags.get(tag)
        if sentences:
            places = list(dict.fromkeys(self._around(places)))
        wanted = [Tagging(document, span, tag) for document, span in self._free(places, tag)]
        made = self._passages.tag_many(wanted) if wanted else []
        return TaggedHits(made, len(places) - len(made))

    def _around(self, places: Sequence[Place]) -> Iterator[Place]:
        for document, several in groupby(places, key=itemgetter(0)):
            words = self._words(document)
            for _document, span in several:
                yield document, sentence_around(words, span)

    def _words(self, document: int) -> str:
        text = self._project.documents.text_of(document)
        return "" if text is None else self._project.texts.text(text)

    def _free(self, places: Sequence[Place], tag: int) -> Iterator[Place]:
        by_document: dict[int, dict[Span, None]] = {}
        for document, span in places:
            by_document.setdefault(document, {})[span] = None
        for document, spans in by_document.items():
            taken = self._project.passages.taken(document, spans)
            words = self._words(document)
            for span in spans:
                if (span.start, span.end, tag) not in taken and not span.of(words).isspace():
                    yield document, span


def _read(
    query: Query,
    ids: Sequence[int],
    sources: Callable[[Sequence[int]], list[Source]],
    progress: Progress | None,
) -> Iterator[Hit]:
    """Give the hits in what belongs to ``ids``, read a few hundred at a time."""
    progress = progress or Silent()
    for start in range(0, len(ids), READ_AT_ONCE):
        progress.report(start, len(ids))
        yield from _fitting(query, sources(ids[start : start + READ_AT_ONCE]))
    progress.report(len(ids), len(ids))


def _fitting(query: Query, sources: Sequence[Source]) -> Iterator[Hit]:
    for at in fitting(query.tree, [source.words for source in sources]):
        yield from hits_in(query.tree, sources[at])
