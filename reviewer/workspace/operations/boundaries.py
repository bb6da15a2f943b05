"""Moving the edges of passages, cutting a passage in two, making one of several."""

from collections.abc import Callable, Sequence

from reviewer.domain.anchors import anchor, holds
from reviewer.domain.boundaries import Edge, Stride, halves, joined, moved, touching
from reviewer.domain.errors import NotAllowed
from reviewer.domain.offsets import widen
from reviewer.domain.passage_details import PassageDetails, written_together
from reviewer.domain.passages import Anchor, Passage, first_words
from reviewer.domain.spans import Span
from reviewer.domain.versions import CarriedBy
from reviewer.domain.words import N_
from reviewer.store.passages import NewPassage
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History
from reviewer.workspace.record_keeping import RecordKeeper
from reviewer.workspace.texts_at_hand import TextsAtHand


class BoundaryOperations:
    """Where passages of an open project begin and end.

    Whatever changes a passage's words takes its check off, and that of its translation: what was
    checked were other words.
    """

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
        self._boundaries = project.boundaries
        self._details = project.passage_details
        self._history = history
        self._texts = texts
        self._keeper = keeper
        self._analyst = analyst
        self._now = now

    def move_boundary(self, passage: int, span: Span) -> None:
        """Let a passage stand at ``span``, widened to whole characters.

        Its words are read from the document as it is now, so this also settles a place that was
        not certain. Raises ``NotAllowed`` when the words are blank, lie outside the text, or carry
        this very tag already.
        """
        found = self._passages.get(passage)
        text, words = self._text(found.document)
        if span.end <= len(words):
            span = widen(words, span)
        if span == found.span and self._is_sure(found, text, words):
            return
        self._place(found, text, words, span)

    def move_edge(self, passage: int, edge: Edge, stride: Stride, *, earlier: bool) -> None:
        """Move one edge of a passage by a character or a word; nothing at the text's ends.

        Raises ``NotAllowed`` where the passage's place is not certain, or its tag stands there.
        """
        found = self._passages.get(passage)
        _text, words = self._certain([found])
        self.move_boundary(passage, moved(words, found.span, edge, stride, earlier=earlier))

    def split(self, passage: int, at: int) -> int:
        """Cut a passage in two at a position in its document; returns the new one, the second.

        Blanks at the cut are dropped. The first keeps number, note and details; both have the tag,
        the statement and the translation. Raises ``NotAllowed`` without words on both sides.
        """
        found = self._passages.get(passage)
        text, words = self._certain([found])
        first, second = halves(words, found.span, at)
        self._must_be_free(found, words, [first, second], [passage])
        (details,) = self._details.of([passage])
        now = self._now()
        with self._history.step(
            "passages.split", {"passage": self._passages.label(passage)}
        ) as step:
            self._boundaries.place(passage, text, first, anchor(words, first), now)
            new = NewPassage(found.document, text, second, *anchor(words, second), found.tag)
            (made,) = self._passages.add([new], analyst=self._analyst(), now=now)
            self._details.set(made, _taken_over(details), now)
            self._keeper.moved(passage)
            self._keeper.read_new([made])
            step.describe(new=self._passages.label(made))
        return made

    def touching(self, passage: int) -> int | None:
        """Return the nearest passage of the same tag that one can be merged with, if there is one.

        Raises ``NotAllowed`` where the passage's own place is not certain.
        """
        found = self._passages.get(passage)
        text, words = self._certain([found])
        others = {
            other.span: other.id
            for other in self._passages.placed(found.document, text, words)
            if other.tag == found.tag and other.id != passage and other.sure
        }
        near = touching(words, found.span, list(others))
        return None if near is None else others[near]

    def merge(self, passages: Sequence[int]) -> int:
        """Make one passage of several that touch or overlap; returns it, the first by place.

        Only blanks and punctuation may stand between them. Notes, statements and translations are
        joined in order of place; of the details the first keeps its own, and takes what only the
        others have. Raises ``NotAllowed`` for different tags or documents, or when
        other words stand between, and where more was written beside them than fits beside one.
        """
        found = sorted(
            map(self._passages.get, set(passages)), key=lambda one: (one.span, one.number)
        )
        if len(found) < 2:
            raise NotAllowed(N_("Choose two passages or more to merge."))
        if len({(one.document, one.tag) for one in found}) > 1:
            raise NotAllowed(
                N_("Only passages of one tag in one document can be merged. Retag them first.")
            )
        text, words = self._certain(found)
        span = joined(words, [one.span for one in found])
        first, *others = [one.id for one in found]
        self._must_be_free(found[0], words, [span], [first, *others])
        values = _merged(found, self._details.of([first, *others]))
        now = self._now()
        arguments = {"count": len(found), "passage": self._passages.label(first)}
        with self._history.step("passages.merge", arguments):
            self._boundaries.place(first, text, span, anchor(words, span), now)
            self._details.set(first, values, now)
            self._passages.hand_on(others, first, now)
            self._keeper.take_over(first, others)
            self._passages.remove(others)
            self._keeper.moved(first)
        return first

    def _place(self, found: Passage, text: int, words: str, span: Span) -> None:
        anchored = anchor(words, span)
        if anchored.quote.isspace():
            raise NotAllowed(N_("Only blank space is selected: there are no words to tag."))
        self._must_be_free(found, words, [span], [found.id])
        with self._history.step("passages.move", {"passage": self._passages.label(found.id)}):
            now = self._now()
            self._boundaries.place(found.id, text, span, anchored, now)
            self._keeper.moved(found.id, found.text)
            self._project.versions.looked_at(found.id, self._analyst(), now, CarriedBy.HAND)

    def _must_be_free(
        self, passage: Passage, words: str, spans: Sequence[Span], but: Sequence[int]
    ) -> None:
        """Raise ``NotAllowed`` when another passage of this tag stands at exactly such a place."""
        taken = self._passages.taken(passage.document, spans)
        for span in spans:
            known = taken.get((span.start, span.end, passage.tag))
            if known is not None and known not in but:
                raise NotAllowed(
                    N_("“{words}” has this tag already ({passage})."),
                    words=first_words(span.of(words), 40),
                    passage=self._passages.label(known),
                )

    def _certain(self, passages: Sequence[Passage]) -> tuple[int, str]:
        """Return the text of passages of one document, and its words, where all are sure."""
        text, words = self._text(passages[0].document)
        for passage in passages:
            if not self._is_sure(passage, text, words):
                raise NotAllowed(
                    N_("The place of {passage} is not certain: confirm where its words are first."),
                    passage=self._passages.label(passage.id),
                )
        return text, words

    def _is_sure(self, passage: Passage, text: int, words: str) -> bool:
        marked_here = passage.text == text and passage.anchor is Anchor.SURE
        return marked_here and holds(words, passage.span, passage.quote)

    def _text(self, document: int) -> tuple[int, str]:
        text = self._project.documents.text_of(document)
        if text is None:
            raise NotAllowed(N_("A source that is not held has no words here."))
        return text, self._texts.words(text)


def _taken_over(details: PassageDetails) -> dict[str, object]:
    """Return what the second half of a passage takes over; nobody has checked it yet."""
    return {
        "statement": details.statement,
        "translation": details.translation,
        "translation_language": details.translation_language,
        "translator": details.translator,
        "follow_up": int(details.follow_up),
        "definition_version": details.definition_version,
    }


def _merged(found: Sequence[Passage], details: Sequence[PassageDetails]) -> dict[str, object]:
    """Return what a passage made of several has: everything once, in order of place.

    It was tagged under the oldest definition any of them was, and so wants another look if one
    of them did.
    """
    return {
        **written_together(details, [one.note for one in found], " "),
        "definition_version": min(one.definition_version for one in details),
    }
