"""The line over a document: its title, what is known of it, and that panes scroll together."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.documents import Document
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.models.dates import shown
from reviewer.ui.models.document_cells import date_lines
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import heavier, keep_least_height
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.views.pieces.glyphs import Glyph
from reviewer.ui.wording import isolated, one_line, tip


class PaneHeader(QWidget):
    """Two lines of words, and a button that closes the pane."""

    close_wanted = Signal()
    file_dropped = Signal(object)  # the Path of one file, dropped onto what is known of a document

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane_header")
        self.setAcceptDrops(True)
        self._described = False
        self._title = ElidedLabel()
        self._title.setObjectName("pane_title")
        heavier(self._title, QFont.Weight.DemiBold)
        self._about = ElidedLabel()
        self._about.setObjectName("pane_about")
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._linked = Glyph("link", spacing.ICON_SMALL, QPalette.ColorRole.Accent)
        self._linked.setObjectName("pane_linked")
        self._linked.hide()
        self._close = QToolButton()
        self._close.setIcon(icon("close"))
        self._close.setAutoRaise(True)
        self._close.setToolTip(_("Close this pane (Ctrl+F4)"))
        self._close.setAccessibleName(_("Close this pane"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.close_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        layout = QHBoxLayout(self)
        inset(layout, spacing.MEDIUM, spacing.TINY, spacing.TINY, spacing.TINY)
        layout.addLayout(words, 1)
        layout.addWidget(self._linked)
        layout.addWidget(self._close)
        keep_least_height(self, spacing.PANE_HEADER)

    @override
    @guard()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file; anything else goes to what lies behind."""
        if self._described and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    @guard()
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            # Asking questions inside a drop would keep the other program waiting.
            QTimer.singleShot(0, self, partial(self.file_dropped.emit, path))

    def set_closable(self, *, closable: bool) -> None:
        """Offer to close the pane, or not."""
        self._close.setVisible(closable)

    def set_linked(self, *, linked: bool, by_events: bool = False) -> None:
        """Say that the pane scrolls together with another, and how."""
        words = (
            _("Scrolls with the other panes, by passages of the same event")
            if by_events
            else _("Scrolls with the pane beside, by the same share of the text")
        )
        self._linked.setAccessibleName(words)
        self._linked.setToolTip(words)
        self._linked.setVisible(linked)

    def show_document(self, document: Document | None, passages: int = 0, hidden: int = 0) -> None:
        """Say what is read: the title, then number, source, date and count of passages."""
        self._described = document is not None and document.text is not None
        if document is None:
            self._title.setText(_("Empty pane"))
            self._close.setAccessibleName(_("Close this pane"))
            self._about.setText("")
            return
        self._title.setText(document.title)
        self._close.setAccessibleName(
            _("Close this pane: {title}").format(title=one_line(document.title))
        )
        parts = [
            document.label,
            document.publisher or document.author,
            shown(document.posted),
            _tally(passages, hidden),
        ]
        words = " · ".join(isolated(part) for part in parts if part)
        self._about.setText(words)
        self._about.setToolTip(tip(words, *date_lines(document.posted)))


def dropped_file(data: QMimeData) -> Path | None:
    """Return the file that is dragged, where it is one of this machine and no folder."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].is_file() else None


def _tally(passages: int, hidden: int) -> str:
    if not hidden:
        return counted("{count} passage", "{count} passages", passages)
    shown_here = f"{passages - hidden:,}"
    return _("{shown} of {all} passages shown").format(shown=shown_here, all=f"{passages:,}")
