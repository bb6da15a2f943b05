"""The pages of documents: on which one a place stands, and what is needed to draw it."""

from collections.abc import Sequence

from reviewer.domain.annotated import MarkWish, OnOnePage, PageMark
from reviewer.domain.errors import NotAllowed
from reviewer.domain.incoming import Part, PartKind
from reviewer.domain.pages import Pages, PageWish
from reviewer.domain.spans import Span
from reviewer.domain.words import N_
from reviewer.importers.originals import restore
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.texts_at_hand import TextsAtHand

NOT_KEPT = N_(
    "There is no picture of the pages: the file’s own bytes were not kept when it was imported. "
    "Put the same file in the document’s place, or look at it outside the project."
)

_DRAWN = "pdf"
_MOST_KEPT = 64  # texts whose pages are at hand


class PageOperations:
    """Answers questions about pages; nothing is changed here."""

    def __init__(self, project: ProjectFile, texts: TextsAtHand) -> None:
        self._project = project
        self._texts = texts
        self._kept: dict[int, Pages] = {}
        self._file: tuple[int, bytes] | None = None

    def of(self, document: int) -> Pages:
        """Return the pages of a document; none for one whose file had none."""
        text = self._project.documents.text_of(document)
        if text is None:
            return Pages(())
        found = self._kept.pop(text, None) or Pages(self._project.parts.of(text, PartKind.PAGE))
        self._kept[text] = found
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return found

    def name_at(self, document: int, position: int) -> str:
        """Return what the page is called on which a place stands; empty without pages."""
        return self.of(document).name_at(position)

    def can_be_drawn(self, document: int) -> bool:
        """Say whether the pages of a document have a picture."""
        text = self._project.documents.text_of(document)
        return text is not None and self._project.texts.facts(text).importer == _DRAWN

    def wish(
        self, document: int, number: int, scale: float, spans: Sequence[Span]
    ) -> PageWish | None:
        """Return what is needed to draw a page and to find places of the text on it.

        ``spans`` are in the document's text; each gets its place in the answer, and has no
        rectangle when it lies elsewhere. ``None`` where there is no such page. Raises
        ``NotAllowed`` where the file's bytes were not kept, ``Damaged`` where they are damaged.
        """
        text = self._project.documents.text_of(document)
        page = self.of(document).numbered(number)
        if text is None or page is None or not self.can_be_drawn(document):
            return None
        words = self._texts.words(text)
        return PageWish(
            self._bytes_of(text, words),
            number,
            scale,
            words[page.start : page.end],
            tuple(_within(span, page) for span in spans),
        )

    def marking(self, document: int, marks: Sequence[PageMark]) -> MarkWish:
        """Return what is needed to put marks on the pages of a document.

        A mark that crosses pages stands on each of them, one without a place on the first. Raises
        what ``wish`` does.
        """
        text = self._project.documents.text_of(document) or 0
        words = self._texts.words(text)
        pages = self.of(document)
        stands: dict[int, Part] = {}
        found: dict[int, list[tuple[int, int, int]]] = {}
        for index, mark in enumerate(marks):
            for page in pages.under(mark.span):
                place = (0, 0) if mark.span is None else _within(mark.span, page)
                stands[page.number] = page
                found.setdefault(page.number, []).append((index, *place))
        return MarkWish(
            self._bytes_of(text, words),
            tuple(marks),
            tuple(
                OnOnePage(number, words[page.start : page.end], tuple(found[number]))
                for number, page in sorted(stands.items())
            ),
        )

    def _bytes_of(self, text: int, words: str) -> bytes:
        """Return the bytes of the file a text came from; the last one is kept at hand."""
        number = self._project.texts.facts(text).original
        if self._file is None or self._file[0] != number:
            original = self._project.texts.original(number)
            if original.dropped:
                raise NotAllowed(NOT_KEPT)
            self._file = number, restore(original, words)
        return self._file[1]


def _within(span: Span, page: Part) -> tuple[int, int]:
    start = min(max(span.start, page.start), page.end)
    return start - page.start, max(min(span.end, page.end), start) - page.start
