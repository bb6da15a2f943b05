"""What stands in more than one document: whole texts that are nearly the same, and sentences.

Texts are printed a few at a time in moments of idleness, or many of them by a worker that hands
their prints over (``apart.printed_apart``). Nothing is concluded from an echo: it is shown, and
what it means is a person's to say.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewer.domain.echoes import (
    FEWEST_SHARED,
    PRINT_VERSION,
    Echo,
    EchoPlace,
    NearDocument,
    nearly_the_same,
    nearness,
    prints_of,
    prints_of_sentences,
    same_words,
    sketch_of,
)
from reviewer.domain.incoming import Incoming
from reviewer.domain.spans import Span
from reviewer.domain.steps import News, StepKind
from reviewer.store.prints import Meeting, PrintRow, Shared
from reviewer.store.project_file import ProjectFile

MOST_AT_ONCE = 40  # texts: more are left to a worker
LONGEST_AT_ONCE = 100_000  # code points: printed in some twenty milliseconds
PRINTS_AT_ONCE = 1_000  # written down in some ten milliseconds, which nobody feels while typing
PRINTS_IN_ORDER = 100_000  # of some two hundred texts; they take some twenty megabytes
MOST_NEAR = 20
MOST_PLACES = 12  # of one sentence, named; the others are counted
MOST_MET = 2 * MOST_PLACES  # of one sentence, compared word for word
_LOOKED_AT = 3 * MOST_NEAR
_MOST_SKETCHED = 8  # texts: of more, prints are sooner looked for than made again


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """Some prints of some texts, and which texts begin with them or have all of theirs with them.

    Those that have all come with how many there are of the whole.

    Of many texts they come in the order of the prints, not of the texts: those that are written
    together then lie together in the file, which takes a fifth of the time (measured).
    """

    begun: Sequence[int]
    prints: Sequence[PrintRow]
    whole: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class NearPair:
    """A document and an earlier one that shares much of its text."""

    document: int
    near: NearDocument


class EchoOperations:
    """Echoes and near-duplicates of an open project."""

    def __init__(self, project: ProjectFile, words: Callable[[int], str]) -> None:
        self._project = project
        self._prints = project.prints
        self._words = words
        self._waiting: deque[int] | None = None
        self.printed = 0  # texts, since the project was opened

    def catch_up(self, most: int = 1) -> int:
        """Use a quiet moment to print so many texts; returns how many are left to such moments.

        Long texts are left to a worker, see ``waiting``. One of 20 KB takes about ten milliseconds.
        """
        waiting = self._begin()
        for _ in range(min(most, len(waiting))):
            for part in self.printed_parts([waiting.popleft()]):
                self.write(part)
        return len(waiting)

    def waiting(self) -> list[int]:
        """Return every listed document that was not compared yet, the first imported first."""
        return [one.document for one in self._prints.waiting(PRINT_VERSION)]

    def is_much(self) -> bool:
        """Say whether so much waits, or something so long, that a worker should do it."""
        if self._project.reason_not_to_write:
            return False
        waiting = self._prints.waiting(PRINT_VERSION, MOST_AT_ONCE + 1)
        return len(waiting) > MOST_AT_ONCE or any(one.length > LONGEST_AT_ONCE for one in waiting)

    def count_waiting(self) -> int:
        """Return how many listed documents were not compared yet."""
        return self._prints.count_waiting(PRINT_VERSION)

    def is_compared(self, document: int) -> bool:
        """Say whether a document's text was compared with those of the others."""
        text = self._project.documents.text_of(document)
        return text is not None and self._prints.printed(text, PRINT_VERSION)

    def printed_parts(self, documents: Iterable[int]) -> Iterator[PrintedPart]:
        """Give the prints of documents' texts in parts that are quickly written down."""
        begun, prints, whole = list[int](), list[PrintRow](), list[tuple[int, int]]()
        for document in documents:
            text = self._project.documents.text_of(document)
            if text is None:
                continue
            begun.append(text)
            size = 0
            for one in prints_of(self._project.texts.text(text), self._furniture(text)):
                size += not one.is_of_sentence
                prints.append((one.hash, text, one.start, one.end))
                if len(prints) == PRINTS_IN_ORDER:
                    yield from _in_parts(begun, prints, whole)
                    begun, prints, whole = [], [], []
            whole.append((text, size))
        yield from _in_parts(begun, prints, whole)

    def write(self, part: PrintedPart) -> None:
        """Write prints down; no step, for they can be made again.

        Raises ``ReadOnly`` where the project may not be written.
        """
        with self._project.connection.transaction():
            self._prints.begin(part.begun)
            self._prints.add(part.prints)
            self._prints.finish(part.whole, PRINT_VERSION)
        self.printed += len(part.whole)

    def near(self, document: int, most: int = MOST_NEAR) -> list[NearDocument]:
        """Return the documents that share much of a document's text, those with most first."""
        text = self._project.documents.text_of(document)
        if text is None:
            return []
        return self._sharing(sketch_of(self._words(text), self._furniture(text)), text)[:most]

    def near_incoming(self, incoming: Incoming, most: int = MOST_NEAR) -> list[NearDocument]:
        """Return the documents that share much of the text of one that is not in yet."""
        sketch = sketch_of(incoming.text, [piece.span for piece in incoming.furniture])
        return self._sharing(sketch)[:most]

    def near_among(self, documents: Sequence[int]) -> list[NearPair]:
        """Return, for each of several documents, the nearest of those that came before it.

        So that what came in twice is told once. What has the very same text is among them.
        """
        texts = {one: self._project.documents.text_of(one) or 0 for one in documents}
        many = len(texts) > _MOST_SKETCHED
        kept = self._prints.sketches(texts.values(), PRINT_VERSION) if many else {}
        found = []
        for document, text in texts.items():
            near = self._sharing(kept[text], text) if text in kept else self.near(document)
            earlier = [one for one in near[:MOST_NEAR] if one.document < document]
            found += [NearPair(document, one) for one in earlier[:1]]
        return found

    def echoes(self, document: int) -> list[Echo]:
        """Return the sentences of a document that stand in others, in order of place.

        What the prints say is compared word for word first.
        """
        text = self._project.documents.text_of(document)
        if text is None:
            return []
        words = self._words(text)
        prints = prints_of_sentences(words, self._furniture(text))
        meetings = self._prints.meetings(prints, MOST_MET, text)
        places = self._compared(words, meetings)
        found = []
        for span, several in groupby(meetings, key=lambda one: Span(one.start, one.end)):
            met = list(several)
            here = [places[one] for one in met if one in places]
            if here:
                found.append(Echo(span, *_named(here, met[0].met - len(met))))
        return found

    def follow(self, news: News) -> None:
        """See to it that what a step has changed is printed, or printed anew."""
        if "furniture" in news.rows and news.kind is not StepKind.IMPORT:
            texts = self._project.comparison.told_of(
                "furniture", ("text",), news.rows["furniture"], news.step
            )
            with self._project.connection.transaction():
                self._prints.forget(texts or ())
        if {"furniture", "documents"} & news.rows.keys():
            self._waiting = None

    def _begin(self) -> deque[int]:
        if self._waiting is None:
            self._waiting = deque()
            if not self._project.reason_not_to_write:
                found = self._prints.waiting(PRINT_VERSION, longest=LONGEST_AT_ONCE)
                self._waiting.extend(one.document for one in found)
        return self._waiting

    def _furniture(self, text: int) -> list[Span]:
        return [piece.span for piece in self._project.furniture.of(text)]

    def _sharing(self, sketch: Sequence[int], but: int = 0) -> list[NearDocument]:
        shared = self._prints.sharing(sketch, FEWEST_SHARED, _LOOKED_AT, but)
        return _near(shared)

    def _compared(self, words: str, meetings: Sequence[Meeting]) -> dict[Meeting, EchoPlace]:
        """Return the places where a sentence really stands again, reading each text once."""
        found = {}
        for document, several in groupby(sorted(meetings, key=_document), key=_document):
            other = self._words(self._project.documents.text_of(document) or 0)
            for one in several:
                here, there = Span(one.start, one.end), Span(one.other_start, one.other_end)
                exact = bool(one.exact) and same_words(here.of(words), there.of(other))
                if exact or nearly_the_same(here.of(words), there.of(other)):
                    found[one] = EchoPlace(document, there, exact)
        return found


def _in_parts(
    begun: Sequence[int], prints: list[PrintRow], whole: Sequence[tuple[int, int]]
) -> Iterator[PrintedPart]:
    prints.sort()
    last = max(0, len(prints) - 1) // PRINTS_AT_ONCE * PRINTS_AT_ONCE
    for at in range(0, last + 1, PRINTS_AT_ONCE):
        part = prints[at : at + PRINTS_AT_ONCE]
        yield PrintedPart(() if at else begun, part, whole if at == last else ())


def _near(several: Sequence[Shared]) -> list[NearDocument]:
    near = [
        NearDocument(one.document, nearness(one.shared, one.own, one.others)) for one in several
    ]
    return [one for one in near if one.nearness.is_near]


def _document(one: Meeting) -> int:
    return one.document


def _named(places: Sequence[EchoPlace], more: int) -> tuple[tuple[EchoPlace, ...], int]:
    """Return one place a document, an exact one before others, and how many are not named."""
    best: dict[int, EchoPlace] = {}
    for one in sorted(places, key=lambda one: not one.exact):
        best.setdefault(one.document, one)
    named = tuple(best[document] for document in sorted(best))
    return named[:MOST_PLACES], more + max(0, len(named) - MOST_PLACES)
