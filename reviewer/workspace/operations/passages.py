"""The main verbs: tag, retag, remove, note."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reviewer.domain.anchors import anchor, holds
from reviewer.domain.citations import Citation, CitedTranslation
from reviewer.domain.errors import NotAllowed
from reviewer.domain.incoming import PartKind
from reviewer.domain.notes import note_of
from reviewer.domain.pages import Pages
from reviewer.domain.paragraphs import Paragraphs
from reviewer.domain.passages import (
    Anchor,
    Passage,
    PassageRow,
    PassageSort,
    PlacedPassage,
    first_words,
)
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.spans import Span
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.store.passages import NewPassage
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History
from reviewer.workspace.record_keeping import RecordKeeper
from reviewer.workspace.texts_at_hand import TextsAtHand


@dataclass(frozen=True, slots=True)
class Tagging:
    """A wish to tag: where, under which tag, with which note.

    ``made`` says by which analyst, and when, if not by whoever works now.
    """

    document: int
    span: Span
    tag: int
    note: str = ""
    made: tuple[int, str] | None = None


class PassageOperations:
    """Passages of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        texts: TextsAtHand,
        keeper: RecordKeeper,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._passages = project.passages
        self._list = project.passage_list
        self._history = history
        self._texts = texts
        self._keeper = keeper
        self._analyst = analyst
        self._now = now

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

    def tag_many(self, taggings: Sequence[Tagging], among: int = 0) -> list[int]:
        """Tag many spans as one step; returns the new passages in the same order.

        ``among`` is how many are tagged in all, where these are some of them: their words are read
        by rule unless those are too many. Raises ``NotAllowed`` as ``tag_passage`` does; then none
        was tagged.
        """
        with self._history.step("passages.tag_many", {"count": len(taggings)}):
            return self._add(taggings, among)

    def retag(self, passages: Sequence[int], tag: int) -> None:
        """Put passages under another tag as one step; those that would stand twice stay.

        Nobody has checked them under this tag yet. What is entered stays where this tag has a
        place for it; what else would go, ``records.would_go`` says before.
        """
        found = self._project.tags.get(tag)
        arguments: dict[str, object] = {"tag": found.name, **self._named(passages)}
        many = "_many" if len(passages) > 1 else ""
        with self._history.step(f"passages.retag{many}", arguments):
            moving = self._passages.that_may_take(passages, tag)
            changing = self._keeper.refit(moving, found.record)
            self._keeper.refit_own(moving, tag)
            values = {
                "tag": tag,
                "definition_version": found.definition_version,
                "checked_by": None,
                "checked_at": "",
            }
            self._passages.set(moving, values, self._now())
            self._keeper.read_unless_many(changing)

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
        """Set a passage's note: the analyst's words, not the source's.

        Raises ``NotAllowed`` for one that is too long.
        """
        note = note_of(normalise(note).text)
        if self._passages.get(passage).note == note:
            return
        with self._history.step("passages.note", {"passage": self._passages.label(passage)}):
            self._passages.set([passage], {"note": note}, self._now())

    def follow_up(self, passages: Sequence[int], *, wanted: bool) -> None:
        """Mark passages to be followed up, or take the mark off, as one step."""
        many = "_many" if len(passages) > 1 else ""
        name = "passages.follow_up" if wanted else "passages.no_follow_up"
        details = self._project.passage_details.of(passages)
        changing = [one.passage for one in details if one.follow_up is not wanted]
        with self._history.step(f"{name}{many}", self._named(passages)):
            if changing:
                self._passages.set(changing, {"follow_up": int(wanted)}, self._now())

    def get(self, passage: int) -> Passage:
        """Return one passage; raises ``NotFound``."""
        return self._passages.get(passage)

    def label(self, passage: int) -> str:
        """Return what a person calls a passage, such as ``D4·12``."""
        return self._passages.label(passage)

    def on(self, document: int) -> list[Passage]:
        """Return every passage of a document in order of place.

        Each is compared with the text. One whose words do not stand at its place any more, or that
        was marked in another version of the text, is given as *not certain*; it is never moved,
        and nothing is written.
        """
        found = self._passages.on(document)
        text, words = self._text_now(document) if found else (None, "")
        return [
            passage
            if passage.text == text and holds(words, passage.span, passage.quote)
            else replace(passage, anchor=Anchor.NOT_CERTAIN)
            for passage in found
        ]

    def placed(self, document: int) -> Iterator[PlacedPassage]:
        """Give where every passage of a document stands, in order of place: what a page shows.

        Each is compared with the text as in ``on``, and is given as not *sure* where that gives it
        as *not certain*.
        """
        return self._passages.placed(document, *self._text_now(document))

    def ids(
        self,
        chosen: PassageFilter | None = None,
        sort: PassageSort = PassageSort.PLACE,
        *,
        descending: bool = False,
    ) -> list[int]:
        """Return the ids of the passages that pass the filter, in order."""
        return self._list.ids(chosen, sort, descending=descending)

    def listed(self, ids: Sequence[int]) -> dict[int, PassageRow]:
        """Return the table's rows for these passages, by id; at most a few hundred at once."""
        return self._list.listed(ids)

    def count(self) -> int:
        """Return how many passages there are in listed documents."""
        return self._list.count()

    def citation(self, document: int, span: Span, passage: int | None = None) -> Citation:
        """Return a citation of the words at ``span``; a passage's has its number and translation.

        Raises ``NotAllowed`` for a source that is not held, or a span outside its text.
        """
        found = self._project.documents.get(document)
        text, words = self._text(document)
        return Citation(
            quote=anchor(words, span).quote,
            title=found.title,
            source=found.publisher or found.author,
            posted=found.posted,
            captured=found.captured,
            url=found.url,
            paragraph=Paragraphs(words).number_at(span.start),
            passage=found.label if passage is None else self._passages.label(passage),
            translation=None if passage is None else self._translation(passage),
            speaker="" if passage is None else self._speaker(passage),
            page=Pages(self._project.parts.of(text, PartKind.PAGE)).name_at(span.start),
        )

    def _speaker(self, passage: int) -> str:
        """Return who says so, as filed, else as printed; empty where nobody entered it."""
        chain = self._keeper.of_many([passage])[passage].entered.get("chain")
        last = chain[-1] if isinstance(chain, tuple) and chain else None
        if last is None or last.actor is None:
            return "" if last is None else last.printed
        return self._project.actors.get(last.actor).name

    def _translation(self, passage: int) -> CitedTranslation | None:
        (details,) = self._project.passage_details.of([passage])
        if not details.translation:
            return None
        return CitedTranslation(
            details.translation, details.translation_language, details.translator
        )

    def _add(self, taggings: Sequence[Tagging], among: int = 0) -> list[int]:
        by_document: dict[int, list[int]] = {}
        for at, tagging in enumerate(taggings):
            by_document.setdefault(tagging.document, []).append(at)
        new: dict[int, NewPassage] = {}
        for document, several in by_document.items():
            text, words = self._text(document)
            taken = self._passages.taken(document, {taggings[at].span for at in several})
            for at in several:
                new[at] = self._new(taggings[at], text, words, taken)
        passages = [new[at] for at in range(len(taggings))]
        made = self._passages.add(passages, analyst=self._analyst(), now=self._now())
        self._keeper.read_new(made, among)
        return made

    def _new(
        self, tagging: Tagging, text: int, words: str, taken: dict[tuple[int, int, int], int]
    ) -> NewPassage:
        span = tagging.span
        anchored = anchor(words, span)
        if anchored.quote.isspace():
            raise NotAllowed(N_("Only blank space is selected: there are no words to tag."))
        place = (span.start, span.end, tagging.tag)
        if place in taken:
            known = taken[place]
            raise NotAllowed(
                N_("“{words}” has this tag already ({passage})."),
                words=first_words(anchored.quote, 40),
                passage=self._passages.label(known) if known else "…",
            )
        taken[place] = 0  # has no number yet
        note = note_of(normalise(tagging.note).text)
        return NewPassage(tagging.document, text, span, *anchored, tagging.tag, note, tagging.made)

    def _text_now(self, document: int) -> tuple[int | None, str]:
        text = self._project.documents.text_of(document)
        return text, "" if text is None else self._texts.words(text)

    def _text(self, document: int) -> tuple[int, str]:
        text = self._project.documents.text_of(document)
        if text is None:
            raise NotAllowed(N_("A source that is not held has no words here."))
        return text, self._texts.words(text)

    def _named(self, passages: Sequence[int]) -> dict[str, object]:
        if len(passages) == 1:
            return {"passage": self._passages.label(passages[0])}
        return {"count": len(passages)}
