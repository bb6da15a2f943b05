"""The main verbs: tag, retag, remove, note."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.domain.anchors import anchor
from reviewer.domain.citations import Citation
from reviewer.domain.errors import NotAllowed
from reviewer.domain.paragraphs import Paragraphs
from reviewer.domain.passages import (
    Passage,
    PassageRow,
    PassageSort,
    first_words,
)
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.spans import Span
from reviewer.domain.words import N_
from reviewer.store.passages import NewPassage
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History


@dataclass(frozen=True, slots=True)
class Tagging:
    """A wish to tag: where, under which tag, with which note."""

    document: int
    span: Span
    tag: int
    note: str = ""


class PassageOperations:
    """Passages of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._passages = project.passages
        self._history = history
        self._analyst = analyst
        self._now = now
        self._text_in_hand: tuple[int, str] | None = None

    def tag_passage(self, document: int, span: Span, tag: int) -> int:
        """Tag a span of a document; returns the new passage.

        Raises ``NotAllowed`` when the words are blank, lie outside the text, or carry this very
        tag already. The same words may carry several tags; nested and crossing ones are normal.
        """
        name = self._project.tags.get(tag).name
        with self._history.step("passages.tag", {"tag": name}) as step:
            (passage,) = self._add([Tagging(document, span, tag)])
            step.describe(passage=self._passages.label(passage))
        return passage

    def tag_many(self, taggings: Sequence[Tagging]) -> list[int]:
        """Tag many spans as one step; returns the new passages in the same order."""
        with self._history.step("passages.tag_many", {"count": len(taggings)}):
            return self._add(taggings)

    def retag(self, passages: Sequence[int], tag: int) -> None:
        """Put passages under another tag as one step; those that would stand twice stay."""
        name = self._project.tags.get(tag).name
        arguments: dict[str, object] = {"tag": name, **self._named(passages)}
        many = "_many" if len(passages) > 1 else ""
        with self._history.step(f"passages.retag{many}", arguments):
            self._passages.set(self._that_may_take(passages, tag), {"tag": tag}, self._now())

    def remove(self, passages: Sequence[int]) -> None:
        """Take tags off as one step; the numbers are never given again."""
        arguments = self._named(passages)
        if len(passages) == 1:
            found = self._passages.get(passages[0])
            arguments["tag"] = self._project.tags.get(found.tag).name
        many = "_many" if len(passages) > 1 else ""
        with self._history.step(f"passages.remove{many}", arguments):
            self._passages.remove(passages)

    def note(self, passage: int, note: str) -> None:
        """Set a passage's note: the analyst's words, not the source's."""
        note = note.strip()
        if self._passages.get(passage).note == note:
            return
        with self._history.step("passages.note", {"passage": self._passages.label(passage)}):
            self._passages.set([passage], {"note": note}, self._now())

    def get(self, passage: int) -> Passage:
        """Return one passage; raises ``NotFound``."""
        return self._passages.get(passage)

    def label(self, passage: int) -> str:
        """Return what a person calls a passage, such as ``D4·12``."""
        return self._passages.label(passage)

    def on(self, document: int) -> list[Passage]:
        """Return every passage of a document in order of place."""
        return self._passages.on(document)

    def ids(
        self,
        chosen: PassageFilter | None = None,
        sort: PassageSort = PassageSort.PLACE,
        *,
        descending: bool = False,
    ) -> list[int]:
        """Return the ids of the passages that pass the filter, in order."""
        return self._passages.ids(chosen, sort, descending=descending)

    def listed(self, ids: Sequence[int]) -> dict[int, PassageRow]:
        """Return the table's rows for these passages, by id; at most a few hundred at once."""
        return self._passages.listed(ids)

    def count(self) -> int:
        """Return how many passages there are in listed documents."""
        return self._passages.count()

    def citation(self, document: int, span: Span, passage: int | None = None) -> Citation:
        """Return a citation of the words at ``span``, with the passage's number if it is one."""
        found = self._project.documents.get(document)
        text = self._text(document)[1]
        return Citation(
            quote=span.of(text),
            title=found.title,
            source=found.publisher or found.author,
            posted=found.posted,
            captured=found.captured,
            url=found.url,
            paragraph=Paragraphs(text).number_at(span.start),
            passage=found.label if passage is None else self._passages.label(passage),
        )

    def holds(self, passage: int) -> bool:
        """Say whether a passage's words still stand at its place."""
        found = self._passages.get(passage)
        return found.span.of(self._project.texts.text(found.text)) == found.quote

    def _add(self, taggings: Sequence[Tagging]) -> list[int]:
        made = [self._new(tagging) for tagging in taggings]
        return self._passages.add(made, analyst=self._analyst(), now=self._now())

    def _new(self, tagging: Tagging) -> NewPassage:
        text_id, text = self._text(tagging.document)
        span = tagging.span
        if span.end > len(text):
            raise NotAllowed(
                N_("The text ends at {length}; a passage to {end} lies outside."),
                length=len(text),
                end=span.end,
            )
        words = anchor(text, span)
        if not words.quote.strip():
            raise NotAllowed(N_("Only blank space is selected: there are no words to tag."))
        known = self._passages.same(tagging.document, span, tagging.tag)
        if known is not None:
            raise NotAllowed(
                N_("“{words}” has this tag already ({passage})."),
                words=first_words(words.quote, 40),
                passage=self._passages.label(known),
            )
        return NewPassage(
            tagging.document,
            text_id,
            span,
            words.quote,
            words.prefix,
            words.suffix,
            tagging.tag,
            tagging.note,
        )

    def _text(self, document: int) -> tuple[int, str]:
        """Return a document's text and its id; the last one is kept, as texts never change."""
        text = self._project.documents.get(document).text
        if text is None:
            raise NotAllowed(N_("A source that is not held has no words to tag."))
        if self._text_in_hand is None or self._text_in_hand[0] != text:
            self._text_in_hand = (text, self._project.texts.text(text))
        return self._text_in_hand

    def _that_may_take(self, passages: Sequence[int], tag: int) -> list[int]:
        return [
            found.id
            for found in map(self._passages.get, passages)
            if found.tag != tag and self._passages.same(found.document, found.span, tag) is None
        ]

    def _named(self, passages: Sequence[int]) -> dict[str, object]:
        if len(passages) == 1:
            return {"passage": self._passages.label(passages[0])}
        return {"count": len(passages)}
