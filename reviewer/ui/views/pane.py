"""One document among those side by side: a header and the text with its passages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QMouseEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.anchors import holds
from reviewer.domain.documents import Document
from reviewer.domain.errors import NotFound
from reviewer.domain.incoming import Furniture
from reviewer.domain.passages import Anchor, Passage, passage_label
from reviewer.domain.spans import Span
from reviewer.domain.steps import News
from reviewer.environment.settings import LINE_SPACING, READING_COLUMN, READING_SIZE, Settings
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.models.dates import shown
from reviewer.ui.models.document_cells import date_lines
from reviewer.ui.models.documents import DOCUMENT_MIME
from reviewer.ui.soon import Soon
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.reader import Reader
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.elided import ElidedLabel
from reviewer.ui.views.empty_pane import EmptyPane
from reviewer.ui.views.remembered import entries, share, whole
from reviewer.ui.wording import isolated, tip
from reviewer.workspace.project import Workspace


@dataclass(frozen=True, slots=True)
class _Read:
    """All a pane needs of a document, read before any of it is shown."""

    document: Document
    text: str
    marks: list[Mark]
    furniture: list[Furniture]


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

    def __init__(self, workspace: Workspace, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._settings = settings
        self._document: Document | None = None
        self._marks: set[int] = set()
        self._focused = False
        self._furniture_folded = False
        self._count_soon = Soon(self._show_header, self)  # the words come first, then their number
        self.setAcceptDrops(True)
        self.setObjectName("pane")
        self._title = ElidedLabel()
        self._title.setObjectName("pane_title")
        title_font = self._title.font()
        title_font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(title_font)
        self._about = ElidedLabel()
        self._about.setObjectName("pane_about")
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.reader = Reader()
        self.reader.setAcceptDrops(False)
        self._empty = EmptyPane(theme)
        self._stack = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header())
        layout.addLayout(self._stack, 1)
        # Only now: a stack without a parent shows its first widget as a window of its own.
        self._stack.addWidget(self._empty)
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
        self._show_header()

    @property
    def document(self) -> int | None:
        """The document shown, if any."""
        return None if self._document is None else self._document.id

    def show_document(self, document: int | None, span: Span | None = None) -> None:
        """Show a document from its top or at ``span``; nothing makes the pane empty.

        Raises ``NotFound`` or ``Damaged``, and shows what it showed.
        """
        if document is not None and document == self.document:
            if span is not None:
                self.reader.point_out(span)
            return
        self._show(None if document is None else self._read(document))
        if span is not None:
            self.reader.reveal(span)
        self.document_changed.emit()

    def follow(self, news: News, touched: Mapping[int, Passage | None] | None) -> None:
        """Refresh what a step touched.

        ``touched`` are its passages as they stand now, ``None`` for those that are gone; without
        it every passage here is read again.
        """
        if self._document is None:
            return
        if touched is None:
            self._show_all_marks()
        else:
            self._refresh_marks(touched)
        if self._document.id in news.rows.get("documents", frozenset()):
            self._reread()
        if "furniture" in news.tables:
            self._show_furniture()
        if "passages" in news.tables:
            self._count_soon.start()

    def reload(self) -> None:
        """Read everything again, after another window changed the project."""
        if self._document is not None:
            self._reread()
            self._show_all_marks()
            self._show_furniture()

    def chosen_passage(self) -> int | None:
        """Return the passage raised here."""
        return self.reader.raised()

    def show_passage(self, passage: Passage) -> None:
        """Go to a passage of the document shown, and raise it."""
        self.reader.set_caret(passage.span.start)
        self.reader.reveal(passage.span)
        self.reader.raise_mark(passage.id)

    def take_keys(self) -> None:
        """Give the keyboard to the text, or to the empty pane."""
        target: QWidget = self.reader if self._document is not None else self._empty
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_focused(self, *, focused: bool) -> None:
        """Show that plain keys act here, or do not."""
        self._focused = focused
        self.reader.set_focused(focused)
        self._empty.set_focused(focused=focused)

    def set_closable(self, *, closable: bool) -> None:
        """Offer to close this pane, or not when it is the only one and empty."""
        self._close.setVisible(closable)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self._theme = theme
        self.reader.set_theme(theme)
        self._empty.set_theme(theme)

    def apply_reading(self) -> None:
        """Use the reading font, spacing and line length of the settings."""
        self.reader.set_reading_font(
            self._settings.number(READING_SIZE),
            self._settings.number(LINE_SPACING),
            int(self._settings.number(READING_COLUMN)),
        )

    def state(self) -> dict[str, object]:
        """Return what is shown and where, to be remembered."""
        offset, fraction = self.reader.place()
        uid = None if self._document is None else self._document.uid
        return {
            "document": uid,
            "offset": offset,
            "fraction": fraction,
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
        length = len(self._workspace.documents.text(found[0]))
        offset, fraction = whole(kept.get("offset"), most=length), share(kept.get("fraction"))
        if offset is not None and fraction is not None:
            self.reader.restore_place((offset, fraction))

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

    def _header(self) -> QWidget:
        header = QWidget()
        header.setObjectName("pane_header")
        header.setFixedHeight(spacing.PANE_HEADER)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        self._close = QToolButton()
        self._close.setIcon(icon("close"))
        self._close.setAutoRaise(True)
        self._close.setToolTip(_("Close this pane (Ctrl+F4)"))
        self._close.setAccessibleName(_("Close this pane"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.close_wanted)
        layout = QHBoxLayout(header)
        layout.setContentsMargins(spacing.MEDIUM, spacing.TINY, spacing.TINY, spacing.TINY)
        layout.addLayout(words, 1)
        layout.addWidget(self._close)
        return header

    def _read(self, document: int) -> _Read:
        found = self._workspace.documents.get(document)
        return _Read(
            found,
            self._workspace.documents.text(document),
            self._all_marks(found),
            self._workspace.documents.furniture(document),
        )

    def _show(self, read: _Read | None) -> None:
        if read is None:
            self._document = None
            self._marks = set()
            self._stack.setCurrentWidget(self._empty)
        else:
            self._document = read.document
            self._marks = {mark.id for mark in read.marks}
            self.reader.show_text(
                read.text,
                read.marks,
                read.furniture,
                right_to_left=None,
                name=read.document.title,
            )
            self._stack.setCurrentWidget(self.reader)
            self._put_caret_on_the_first_words(read.text, read.furniture)
        self._show_header()

    def _put_caret_on_the_first_words(self, text: str, furniture: Sequence[Furniture]) -> None:
        """Begin behind the menu: a key pressed at once shall take what the source says."""
        place = self.reader.place()
        position = 0
        for piece in furniture:
            if text[position : piece.span.start].strip():
                break
            position = piece.span.end
        position = len(text) - len(text[position:].lstrip())
        if 0 < position < len(text):
            self.reader.set_caret(position)
            self.reader.restore_place(place)

    def _reread(self) -> None:
        if self._document is not None:
            try:
                self._document = self._workspace.documents.get(self._document.id)
            except NotFound:
                self._show(None)
                self.document_changed.emit()
        self._show_header()

    def _show_furniture(self) -> None:
        if self._document is not None:
            self.reader.set_furniture(self._workspace.documents.furniture(self._document.id))

    def _all_marks(self, document: Document) -> list[Mark]:
        looks = {tag.id: (tag.colour, tag.key, tag.name) for tag in self._workspace.tags.all()}
        number = document.number
        return [
            Mark(id_, span, *looks[tag], passage_label(number, count), sure)
            for id_, count, span, tag, _analyst, sure in self._workspace.passages.placed(document.id)
        ]

    def _show_all_marks(self) -> None:
        if self._document is not None:
            marks = self._all_marks(self._document)
            self._marks = {mark.id for mark in marks}
            self.reader.replace_marks(marks)

    def _refresh_marks(self, touched: Mapping[int, Passage | None]) -> None:
        if self._document is None:
            return
        for passage, found in touched.items():
            if passage in self._marks:
                self._marks.discard(passage)
                self.reader.remove_mark(passage)
            if found is not None and found.document == self._document.id:
                tag = self._workspace.tags.get(found.tag)
                self._marks.add(passage)
                label = passage_label(self._document.number, found.number)
                sure = self._stands(found, self._document)
                look = (tag.colour, tag.key, tag.name)
                self.reader.add_mark(Mark(found.id, found.span, *look, label, sure))

    def _stands(self, passage: Passage, document: Document) -> bool:
        """Say whether a passage's words stand at its place in the text that is shown."""
        here = passage.anchor is Anchor.SURE and passage.text == document.text
        words = self._workspace.documents.text(document.id)
        return here and holds(words, passage.span, passage.quote)

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
        document = self._document
        if document is None:
            self._title.setText(_("Empty pane"))
            self._about.setText("")
            return
        self._title.setText(document.title)
        parts = [
            document.label,
            document.publisher or document.author,
            shown(document.posted),
            counted("{count} passage", "{count} passages", len(self._marks)),
        ]
        words = " · ".join(isolated(part) for part in parts if part)
        self._about.setText(words)
        self._about.setToolTip(tip(words, *date_lines(document.posted)))


def dragged_document(data: QMimeData) -> int | None:
    """Return the document that is being dragged, if it is one of ours."""
    words = bytes(data.data(DOCUMENT_MIME).data()).decode("ascii", "replace")
    return int(words) if words.isdigit() else None
