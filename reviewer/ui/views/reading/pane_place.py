"""Where one is in the document of a pane: where one begins, and where one was."""

from collections.abc import Sequence

from reviewer.domain.documents import Document
from reviewer.domain.spans import Span
from reviewer.ui.models.reading_places import ReadingPlace, ReadingPlaces
from reviewer.ui.text.reader import Reader


class PanePlace:
    """Keeps and finds the place of a reader; without ``places`` nothing is remembered."""

    def __init__(self, reader: Reader, places: ReadingPlaces | None) -> None:
        self._reader = reader
        self._places = places

    def now(self) -> ReadingPlace:
        """Return where one is."""
        return ReadingPlace(*self._reader.place(), self._reader.caret())

    def keep(self, document: Document | None) -> None:
        """Remember where one is in the document, for when it is shown again."""
        if self._places is not None and document is not None:
            self._places.keep(document.uid, self.now())

    def go_to(self, place: ReadingPlace, length: int) -> None:
        """Go to a place of a text of that length."""
        there = place.within(length)
        self._reader.set_caret(there.caret)
        self._reader.restore_place((there.offset, there.fraction))

    def go_back(self, document: Document, length: int) -> None:
        """Go where one was in a document, if anywhere."""
        known = None if self._places is None else self._places.of(document.uid)
        if known is not None:
            self.go_to(known, length)

    def begin(self, text: str, furniture: Sequence[Span]) -> None:
        """Begin behind the menu: what is read and tagged first shall be what the source says.

        Folded furniture is one line, which stays in sight above.
        """
        top = self._reader.place()
        position = first_words_at(text, furniture)
        if 0 < position < len(text):
            self._reader.set_caret(position)
            if self._reader.furniture_folded():
                self._reader.restore_place(top)
            else:
                self._reader.begin_at(position)


def first_words_at(text: str, furniture: Sequence[Span]) -> int:
    """Return where the first words begin that are no page furniture; its end without any."""
    position = 0
    for span in furniture:
        if text[position : span.start].strip():
            break
        position = span.end
    return len(text) - len(text[position:].lstrip())
