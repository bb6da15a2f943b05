"""Where else something is said: the index gives the documents, the rules the places."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.domain.clues import Clue, ClueKind, clues
from reviewer.domain.likeness import Reason, Weighed, alike, enough, weighed
from reviewer.domain.progress import Progress, Silent
from reviewer.domain.queries import Either, Phrase
from reviewer.domain.spans import Span
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.texts_at_hand import TextsAtHand

MOST_READ = 60  # documents, those that share most
MOST_PHRASES = 200  # asked for at once
MOST_ASKED = 20  # passages whose like is looked for in one document
MOST_OF_ONE = 5  # places in one document
_COMMON = 0.2  # a word in more of the documents is not rare
_FEW = 5  # documents: what stands in no more of them is rare in any project


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place in another document that speaks of the same, and why it is thought so."""

    document: int
    span: Span
    score: float
    reasons: tuple[Reason, ...]


class LikenessOperations:
    """Looks in an open project for what is said elsewhere; nothing is changed."""

    def __init__(self, project: ProjectFile, texts: TextsAtHand) -> None:
        self._project = project
        self._texts = texts

    def where_else(
        self, document: int, span: Span, most: int = 50, progress: Progress | None = None
    ) -> list[Elsewhere]:
        """Return places in other documents that share names, numbers, dates or rare words.

        Best first. Raises ``NotFound`` without such a document, and what ``progress``, which
        counts documents read, raises.
        """
        progress = progress or Silent()
        text = self._project.documents.text_of(document)
        words = "" if text is None else self._texts.words(text)
        count = self._project.document_list.count()
        counted = self._counted(clues(words, span), count)
        sought = [weighed(clue, holding, count) for clue, holding in counted]
        others = self._candidates(counted, count, document)
        held = [(one, its) for one in others if (its := self._project.documents.text_of(one))]
        found: list[Elsewhere] = []
        for done, (other, its_text) in enumerate(held):
            progress.report(done, len(others))
            found += self._in(other, its_text, sought, enough(count))
        progress.report(len(others), len(others))
        return sorted(found, key=lambda place: (-place.score, place.document, place.span))[:most]

    def likeliest(self, document: int, passages: Sequence[int]) -> Span | None:
        """Return the place in a document that is most like one of some passages, if any is.

        Of many passages the first are looked at. Raises ``NotFound`` for what is gone.
        """
        text = self._project.documents.text_of(document)
        if text is None:
            return None
        count = self._project.document_list.count()
        found: list[Elsewhere] = []
        for one in map(self._project.passages.get, passages[:MOST_ASKED]):
            words = self._texts.words(one.text)
            counted = self._counted(clues(words, one.span), count)
            sought = [weighed(clue, holding, count) for clue, holding in counted]
            found += self._in(document, text, sought, enough(count))
        best = max(found, key=lambda place: (place.score, -place.span.start), default=None)
        return None if best is None else best.span

    def _counted(self, found: Sequence[Clue], documents: int) -> list[tuple[Clue, int]]:
        """Return clues with how many documents have them; common words are left out.

        Nothing is counted farther than it takes to call it common.
        """
        common = _common(documents)
        counted: list[tuple[Clue, int]] = []
        for clue in found:
            holding = self._project.search.count(_any_of(clue.phrases), common + 1)
            if holding <= common or clue.kind is not ClueKind.WORD:
                counted.append((clue, holding if holding <= common else documents))
        return counted

    def _candidates(
        self, counted: Sequence[tuple[Clue, int]], documents: int, document: int
    ) -> list[int]:
        """Return the other documents that share most of what is rare, or of all there is."""
        every = [(clue, holding) for clue, holding in counted if not clue.title]
        rare = [pair for pair in every if pair[1] <= _common(documents)] or every
        phrases = [phrase for clue, _holding in rare for phrase in clue.phrases][:MOST_PHRASES]
        if not phrases:
            return []
        found = self._project.search.documents(_any_of(phrases), MOST_READ + 1)
        return [other for other in found if other != document][:MOST_READ]

    def _in(
        self, document: int, text: int, sought: Sequence[Weighed], least: float
    ) -> list[Elsewhere]:
        furniture = [piece.span for piece in self._project.furniture.of(text)]
        places = alike(self._project.texts.text(text), sought, furniture)
        best = sorted(places, key=lambda place: -place.score)[:MOST_OF_ONE]
        return [
            Elsewhere(document, place.span, place.score, place.reasons)
            for place in best
            if place.score >= least
        ]


def _common(documents: int) -> int:
    return max(int(documents * _COMMON), _FEW)


def _any_of(phrases: Sequence[Phrase]) -> Either | Phrase:
    return phrases[0] if len(phrases) == 1 else Either(tuple(phrases))
