"""The page beside one pane's text: which page it is, its picture, and the passages on it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage

from reviewer.domain.errors import ReviewerError
from reviewer.domain.incoming import Part
from reviewer.domain.pages import DrawnPage, OnPage, PageWish, name_of
from reviewer.domain.spans import Span
from reviewer.environment.translation import _
from reviewer.ui.soon import Soon
from reviewer.ui.text.marks import Mark
from reviewer.ui.views.reading.page_sheet import OnSheet
from reviewer.ui.views.reading.page_view import PageView
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.wording import isolated, one_line, sentence
from reviewer.workspace.project import Workspace

_POINTS_ACROSS = 595.0  # of a page, until one has said how wide it is
"""Dots a point are asked for so that a page comes about as wide as it is shown."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page that is to be drawn, with the passages that stand on it."""

    document: int
    wish: PageWish
    marks: tuple[Mark, ...]


class PageFollower(QObject):
    """Follows where one reads in a pane, and shows that page."""

    wanted = Signal(object)  # Wanted: it should be drawn; ``take`` or ``fail`` follows

    def __init__(
        self, workspace: Workspace, pane: Pane, marks: Callable[[], list[Mark]], view: PageView
    ) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._pane = pane
        self._marks = marks
        self.view = view
        self._shown: tuple[int, int] | None = None  # document and number of the page
        self._place: tuple[int, float] | None = None
        self._across = _POINTS_ACROSS
        self._soon = Soon(self._follow, self)
        pane.reader.repainted.connect(self._soon.start)
        pane.reader.caret_moved.connect(self._caret_moved)
        pane.document_changed.connect(self._another_document)
        pane.sifted.connect(self.draw)
        pane.raised_changed.connect(self._raise)
        view.turned.connect(self._turn)
        view.resized.connect(self.draw)
        view.passage_clicked.connect(self._clicked)
        view.left.connect(pane.take_keys)
        self._soon.start()

    def draw(self) -> None:
        """Have the page drawn that is shown, as it is now."""
        if self._shown is None:
            return
        document, number = self._shown
        page = self._workspace.pages.of(document).numbered(number)
        if page is None or document != self._pane.document:
            return
        marks = tuple(mark for mark in self._marks() if _shares(mark.span, page))
        scale = self.view.dots_across() / self._across
        try:
            wish = self._workspace.pages.wish(document, number, scale, [one.span for one in marks])
        except ReviewerError as problem:
            self.view.say(sentence(problem))
            return
        if wish is not None:
            self.wanted.emit(Wanted(document, wish, marks))

    def take(self, wanted: Wanted, drawn: DrawnPage) -> None:
        """Show a page that was drawn, unless another is wanted by now."""
        if self._shown != (wanted.document, wanted.wish.number):
            return
        picture = drawn.picture
        self._across = max(picture.width / picture.scale, 1.0)
        image = QImage(
            picture.data,
            picture.width,
            picture.height,
            4 * picture.width,
            QImage.Format.Format_RGBA8888,
        ).copy()
        passages = [
            OnSheet(mark.id, mark.colour, _tip(mark), tuple(map(_rectangle, places)))
            for mark, places in zip(wanted.marks, drawn.places, strict=True)
        ]
        self.view.show_picture(image, passages)
        self._raise()

    def fail(self, problem: ReviewerError) -> None:
        """Say why there is no picture."""
        self.view.say(sentence(problem))

    def _follow(self) -> None:
        """Show the page of the line at the top, when somebody scrolled."""
        place = self._pane.reader.place()
        if place != self._place:
            self._place = place
            self._show_page_at(place[0])

    def _caret_moved(self, position: int) -> None:
        self._place = self._pane.reader.place()
        self._show_page_at(position)

    def _another_document(self) -> None:
        self._shown = None
        self._place = None
        self._soon.start()

    def _show_page_at(self, position: int) -> None:
        document = self._pane.document
        page = None if document is None else self._workspace.pages.of(document).at(position)
        if document is None or page is None or not self._workspace.pages.can_be_drawn(document):
            self._shown = None
            self.view.say(_("This document has no pages: only PDFs have pictures of them."))
        elif self._shown != (document, page.number):
            self._show(document, page)

    def _show(self, document: int, page: Part) -> None:
        fresh = self._shown is None
        self._shown = document, page.number
        count = len(self._workspace.pages.of(document))
        self.view.show_name(name_of(page), page.number, count)
        if fresh:
            self.view.say(_("The page is being drawn…"))
        self.view.top()
        self.draw()

    def _turn(self, by: int) -> None:
        """Go on to another page, in the text as well."""
        if self._shown is None:
            return
        document, number = self._shown
        page = self._workspace.pages.of(document).numbered(number + by)
        if page is None:
            return
        if page.end > page.start:
            self._pane.reader.set_caret(page.start)
            self._pane.reader.reveal(Span(page.start, page.start + 1), flash=False)
        self._show(document, page)
        self._place = self._pane.reader.place()

    def _raise(self) -> None:
        self.view.raise_passage(self._pane.chosen_passage())

    def _clicked(self, passage: int) -> None:
        self._pane.show_passage(self._workspace.passages.get(passage), by_hand=True)


def _shares(span: Span, page: Part) -> bool:
    return span.start < page.end and page.start < span.end


def _rectangle(place: OnPage) -> QRectF:
    return QRectF(place.left, place.top, place.right - place.left, place.bottom - place.top)


def _tip(mark: Mark) -> str:
    return f"{isolated(mark.number)} · {isolated(one_line(mark.tag))}"
