"""Where passages stand, in words: paragraph numbers, and the sentence around the words.

Both need a document's text, which no table row holds. Numbers are found after the rows were
painted, a few milliseconds at a time; a row whose number is not known yet is painted without one.
"""

from collections import OrderedDict
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.errors import ReviewerError
from reviewer.domain.paragraphs import Paragraphs, line_span
from reviewer.domain.passages import PassageRow
from reviewer.domain.sentences import sentence_around
from reviewer.domain.spans import Span
from reviewer.workspace.operations.documents import DocumentOperations
from reviewer.workspace.operations.pages import PageOperations

LONGEST_TEXT = 2_000_000
"""Above this many code points paragraphs are not counted: it would be felt while scrolling."""

MOST_BEFORE, MOST_AFTER = 160, 280
MOST_WORDS = 900
_SLICE_SECONDS = 0.006
_MOST_WAITING = 60
_MOST_TEXTS = 6
_MOST_NUMBERS = 20_000

NOT_COUNTED = 0


class ParagraphNumbers(QObject):
    """Paragraph numbers of the rows that are looked at."""

    found = Signal()  # numbers asked for before are known now

    def __init__(
        self,
        documents: DocumentOperations,
        parent: QObject | None = None,
        pages: PageOperations | None = None,
    ) -> None:
        super().__init__(parent)
        self._documents = documents
        self._pages = pages
        self._page_names: dict[int, str] = {}
        self._numbers: dict[int, int] = {}
        self._texts: OrderedDict[int, Paragraphs | None] = OrderedDict()
        self._waiting: OrderedDict[int, dict[int, int]] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def of(self, row: PassageRow) -> int | None:
        """Return the paragraph a passage begins in, from 1.

        ``None`` while it is not known (``found`` follows), ``NOT_COUNTED`` where the text is too
        long or cannot be read.
        """
        number = self._numbers.get(row.id)
        if number is None:
            self._waiting.setdefault(row.document, {})[row.id] = row.span.start
            self._waiting.move_to_end(row.document)
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            self._timer.start()
        return number

    def page_of(self, row: PassageRow) -> str:
        """Return the page a passage begins on, once its paragraph is known; empty without pages."""
        return self._page_names.get(row.id, "")

    def forget(self) -> None:
        """Count again: passages may have come to stand elsewhere."""
        self._numbers.clear()
        self._page_names.clear()
        self._texts.clear()

    def _go_on(self) -> None:
        until = perf_counter() + _SLICE_SECONDS
        if len(self._numbers) > _MOST_NUMBERS:
            self._numbers.clear()
            self._page_names.clear()
        while self._waiting and perf_counter() < until:
            document, starts = self._waiting.popitem()
            paragraphs = self._paragraphs(document)
            for passage, start in starts.items():
                number = NOT_COUNTED if paragraphs is None else paragraphs.number_at(start)
                self._numbers[passage] = number
                if self._pages is not None and (name := self._page(document, start)):
                    self._page_names[passage] = name
        if not self._waiting:
            self._timer.stop()
        self.found.emit()

    def _page(self, document: int, start: int) -> str:
        try:
            return "" if self._pages is None else self._pages.name_at(document, start)
        except ReviewerError:
            return ""

    def _paragraphs(self, document: int) -> Paragraphs | None:
        if document not in self._texts:
            self._texts[document] = self._counted(document)
            while len(self._texts) > _MOST_TEXTS:
                self._texts.popitem(last=False)
        self._texts.move_to_end(document)
        return self._texts[document]

    def _counted(self, document: int) -> Paragraphs | None:
        try:
            facts = self._documents.facts(document)
            if facts is None or facts.length > LONGEST_TEXT:
                return None
            return Paragraphs(self._documents.text(document))
        except ReviewerError:
            return None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A passage's words in their sentence; very long stretches are cut and say so by "…"."""

    before: str
    words: str
    after: str


def surroundings(text: str, span: Span) -> Surroundings:
    """Return the words at ``span`` with the sentence or sentences they stand in.

    Where the words are whole sentences, what else their paragraphs say stands around them.
    """
    around = sentence_around(text, span)
    if around == span:
        start, end = line_span(text, span.start)[0], line_span(text, span.end - 1)[1]
        around = Span(min(start, span.start), max(end, span.end))
    before = text[around.start : span.start]
    words = span.of(text)
    after = text[span.end : around.end]
    if len(before) > MOST_BEFORE:
        before = "… " + before[-MOST_BEFORE:].partition(" ")[2]
    if len(after) > MOST_AFTER:
        after = after[:MOST_AFTER].rpartition(" ")[0] + " …"
    if len(words) > MOST_WORDS:
        half = MOST_WORDS // 2
        words = f"{words[:half]} … {words[-half:]}"
    return Surroundings(before, words, after)
