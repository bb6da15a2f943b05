"""One document among those side by side: a header and the text with its passages."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollBar,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.documents import Document
from reviewer.domain.errors import NotFound
from reviewer.domain.passages import Passage, passage_label
from reviewer.domain.spans import Span
from reviewer.domain.steps import News
from reviewer.environment.settings import (
    LINE_SPACING,
    READING_COLUMN,
    READING_FACE,
    READING_SIZE,
    Settings,
)
from reviewer.ui.guard import guard
from reviewer.ui.models.documents import DOCUMENT_MIME
from reviewer.ui.models.reading_places import ReadingPlace, ReadingPlaces, reading_place
from reviewer.ui.models.shown import Shown
from reviewer.ui.soon import Soon
from reviewer.ui.text.reader import Reader
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.frame.remembered import entries
from reviewer.ui.views.reading.empty_pane import EmptyPane
from reviewer.ui.views.reading.newer_text import place_in_newer
from reviewer.ui.views.reading.page_beside import PageBeside
from reviewer.ui.views.reading.pane_header import PaneHeader
from reviewer.ui.views.reading.pane_marks import PaneMarks, Sifted
from reviewer.ui.views.reading.pane_place import PanePlace
from reviewer.ui.views.reading.read_document import ReadDocument, read_document
from reviewer.ui.views.reading.zoom import Zoom
from reviewer.workspace.project import Workspace


class Pane(QFrame):
    """Shows one document; what it shows follows the project's news.

    A document is read as a whole before anything changes here: when it is damaged the pane keeps
    the one it has, words and number together.
    """

    activated = Signal()  # it has got the keys
    document_changed = Signal()
    raised_changed = Signal()
    target_changed = Signal()
    close_wanted = Signal()
    dropped = Signal(int)  # a document was dragged here
    menu_wanted = Signal(QPoint)  # global position
    sifted = Signal()  # other passages are left out
    shown_anyway = Signal(str)  # what such a passage is called that is shown all the same

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        theme: Theme,
        places: ReadingPlaces | None = None,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._settings = settings
        self._document: Document | None = None
        self._moving = False
        self._furniture_folded = False
        self._count_soon = Soon(self._show_header, self)  # the words come first, then their number
        self.setAcceptDrops(True)
        self.setObjectName("pane")
        self.header = PaneHeader()
        self.reader = Reader()
        self.reader.setAcceptDrops(False)
        self._place = PanePlace(self.reader, places)
        self._zoom = Zoom(settings, self.reader)
        self._passages = PaneMarks(workspace, self.reader)
        self.empty = EmptyPane(theme)
        self._stack = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self.body = PageBeside(self._stack)
        layout.addWidget(self.body, 1)
        # Only now: a stack without a parent shows its first widget as a window of its own.
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.reader)
        self.set_theme(theme)
        self.apply_reading()
        reader = self.reader
        reader.activated.connect(self.activated)
        reader.mark_raised.connect(self._raised)
        reader.target_changed.connect(self.target_changed)
        reader.caret_moved.connect(self._caret_moved)
        reader.context_menu_wanted.connect(self.menu_wanted)
        reader.furniture_fold_changed.connect(self._folded)
        self.header.close_wanted.connect(self.close_wanted)
        self._show_header()

    @property
    def document(self) -> int | None:
        """The document shown, if any."""
        return None if self._document is None else self._document.id

    def show_document(self, document: int | None, span: Span | None = None) -> None:
        """Show a document at ``span``, else where one was in it; nothing makes the pane empty.

        Raises ``NotFound`` or ``Damaged``, and shows what it showed.
        """
        if document is not None and document == self.document:
            if span is not None:
                self._show_what_lies_at(span)
                self.reader.point_out(span)
            return
        read = (
            None if document is None else read_document(self._workspace, self._passages, document)
        )
        self.keep_place()
        self._moving = True
        try:
            self._show(read)
            if span is not None:
                self._show_what_lies_at(span)
                self.reader.reveal(span)
            elif self._document is not None:
                self._place.go_back(self._document, self._length())
        finally:
            self._moving = False
        self.document_changed.emit()

    def keep_place(self) -> None:
        """Remember where one is in the document, for when it is shown again."""
        self._place.keep(self._document)

    def place(self) -> ReadingPlace:
        """Return where one is in the document."""
        return self._place.now()

    def go_to_place(self, place: ReadingPlace) -> None:
        """Go back to a place of the document shown."""
        if self._document is not None:
            self._place.go_to(place, self._length())

    def is_moving(self) -> bool:
        """Say whether another document is just being shown, and nobody scrolls."""
        return self._moving

    def scroll_bar(self) -> QScrollBar:
        """Return what says how far one is in the document."""
        text = self.reader.focusProxy()
        if not isinstance(text, QAbstractScrollArea):
            raise TypeError(type(text))
        return text.verticalScrollBar()

    def set_shown(self, shown: Shown) -> None:
        """Show the passages of some tags or people only."""
        if shown != self._passages.shown:
            self._passages.filter_by(shown, self._document)
            self._sifted()

    def hidden(self) -> frozenset[int]:
        """Return the passages of the document that are left out."""
        return self._passages.hidden

    def show_anyway(self, passages: Sequence[int]) -> None:
        """Show these passages, and say so, though the filter leaves them out."""
        document = self._document
        if document is None:
            return
        exposed = self._passages.expose(document, passages)
        for passage in exposed:
            number = self._workspace.passages.get(passage).number
            self.shown_anyway.emit(passage_label(document.number, number))
        if exposed:
            self._sifted()

    def follow(self, news: News, touched: Mapping[int, Passage | None] | None) -> None:
        """Refresh what a step touched.

        ``touched`` are its passages as they stand now, ``None`` for those that are gone; without
        it every passage here is read again.
        """
        if self._document is None or self._shows_newer(self._document):
            return
        self._passages.follow(self._document, touched)
        if self._document.id in news.rows.get("documents", frozenset()):
            self._reread()
        if "furniture" in news.tables:
            self._show_furniture()
        if "passages" in news.tables:
            self._count_soon.start()
            self.sifted.emit()

    def reload(self) -> None:
        """Read everything again, after another window changed the project."""
        if self._document is not None and not self._shows_newer(self._document):
            self._reread()
            if self._document is not None:
                self._passages.read_again(self._document)
            self._show_furniture()
            self._sifted()

    def chosen_passage(self) -> int | None:
        """Return the passage raised here."""
        return self.reader.raised()

    def show_passage(self, passage: Passage, *, by_hand: bool = False) -> None:
        """Go to a passage of the document shown, and raise it, whatever is left out."""
        self.show_anyway([passage.id])
        self.reader.set_caret(passage.span.start)
        self.reader.reveal(passage.span)
        self.reader.raise_mark(passage.id, by_hand=by_hand)

    def take_keys(self) -> None:
        """Give the keyboard to the text, or to the empty pane."""
        target: QWidget = self.reader if self._document is not None else self.empty
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_focused(self, *, focused: bool) -> None:
        """Show that plain keys act here, or do not."""
        self.reader.set_focused(focused)
        self.empty.set_focused(focused=focused)

    def set_closable(self, *, closable: bool) -> None:
        """Offer to close this pane, or not when it is the only one and empty."""
        self.header.set_closable(closable=closable)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self._theme = theme
        self.reader.set_theme(theme)
        self.empty.set_theme(theme)

    def apply_reading(self) -> None:
        """Use the reading font, spacing and line length of the settings; the place stays."""
        self.reader.set_reading_font(
            self._settings.number(READING_SIZE),
            self._settings.number(LINE_SPACING),
            int(self._settings.number(READING_COLUMN)),
            self._settings.text(READING_FACE),
        )

    def state(self) -> dict[str, object]:
        """Return what is shown and where, to be remembered."""
        offset, fraction, caret = self.place()
        uid = None if self._document is None else self._document.uid
        return {
            "document": uid,
            "offset": offset,
            "fraction": fraction,
            "caret": caret,
            "furniture_folded": self._furniture_folded,
        }

    def restore(self, state: object) -> None:
        """Show what ``state`` gave, as far as it is there and makes sense.

        Raises ``Damaged`` where the document cannot be read.
        """
        kept = entries(state)
        uid = kept.get("document")
        self.fold_furniture(folded=kept.get("furniture_folded") is True)
        found = self._workspace.documents.matching(uid) if isinstance(uid, str) else []
        if not found:
            return
        self.show_document(found[0])
        place = reading_place(kept.get("offset"), kept.get("fraction"), kept.get("caret"))
        if place is not None and place.offset <= self._length():
            self._moving = True
            self.go_to_place(place)
            self._moving = False

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.take_keys()
        self.activated.emit()
        super().mousePressEvent(event)

    @override
    @guard()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(DOCUMENT_MIME):
            event.acceptProposedAction()

    @override
    @guard()
    def dropEvent(self, event: QDropEvent) -> None:
        document = dragged_document(event.mimeData())
        if document is not None:
            event.acceptProposedAction()
            self.dropped.emit(document)

    @override
    @guard()
    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, change the size of the letters; the line under the pointer stays there."""
        if self._zoom.turn(event, self):
            event.accept()
        else:
            super().wheelEvent(event)

    def _length(self) -> int:
        document = self._document
        return 0 if document is None else len(self._workspace.documents.text(document.id))

    def _show(self, read: ReadDocument | None) -> None:
        if read is None:
            self._document = None
            self._passages.take(Sifted())
            self._stack.setCurrentWidget(self.empty)
        else:
            self._document = read.document
            self._passages.take(read.passages)
            self.reader.show_text(
                read.text,
                read.passages.marks,
                read.furniture,
                right_to_left=None,
                name=read.document.title,
            )
            self._stack.setCurrentWidget(self.reader)
            self._place.begin(read.text, [piece.span for piece in read.furniture])
        self._sifted()

    def _show_what_lies_at(self, span: Span) -> None:
        self.show_anyway(self._passages.hidden_at(span))

    def _sifted(self) -> None:
        self._show_header()
        self.sifted.emit()

    def _reread(self) -> None:
        if self._document is not None:
            try:
                self._document = self._workspace.documents.get(self._document.id)
            except NotFound:
                self._show(None)
                self.document_changed.emit()
        self._show_header()

    def _shows_newer(self, document: Document) -> bool:
        """Show another version where one was put in the place of the text; says whether it did.

        One stays where one was, as well as the two texts allow.
        """
        place = place_in_newer(self._workspace, document, self.place())
        if place is None:
            return False
        read = read_document(self._workspace, self._passages, document.id)
        raised, by_hand = self.reader.raised(), self.reader.raised_by_hand() is not None
        self._moving = True
        self._show(read)
        self.go_to_place(place)
        self.reader.raise_mark(raised, by_hand=by_hand)
        self._moving = False
        self.document_changed.emit()
        return True

    def _show_furniture(self) -> None:
        if self._document is not None:
            self.reader.set_furniture(self._workspace.documents.furniture(self._document.id))

    def fold_furniture(self, *, folded: bool) -> None:
        """Fold page furniture here, or unfold it."""
        self._furniture_folded = folded
        self.reader.fold_furniture(folded)

    def furniture_folded(self) -> bool:
        """Say whether page furniture is folded here."""
        return self._furniture_folded

    def _folded(self, folded: bool) -> None:
        self._furniture_folded = folded

    def _raised(self, _mark: object) -> None:
        self.raised_changed.emit()

    def _caret_moved(self, _position: int) -> None:
        self.raised_changed.emit()

    def _show_header(self) -> None:
        passages = self._passages
        self.header.show_document(self._document, passages.count(), len(passages.hidden))


def dragged_document(data: QMimeData) -> int | None:
    """Return the document that is being dragged, if it is one of ours."""
    words = bytes(data.data(DOCUMENT_MIME).data()).decode("ascii", "replace")
    return int(words) if words.isdigit() else None
