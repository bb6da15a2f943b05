"""Two lines over the panes when a project is opened again: what was done last, what comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QToolButton
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.models.resume import Resume
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_surface
from reviewer.ui.wording import announce, plain


class ResumeBar(QFrame):
    """Goes away when it is dismissed, or when work goes on."""

    place_wanted = Signal(object)  # the Place of the last change
    document_wanted = Signal(int)  # the next one not read

    def __init__(self) -> None:
        super().__init__()
        set_surface(self, "panel")
        self.setObjectName("resume")
        self.setAccessibleName(_("Where you were"))
        self._resume: Resume | None = None
        self._last, self._next = plain(""), plain("")  # what was done is read whole
        self._there = self._button(_("Go there"))
        self._there.clicked.connect(self._go_there)
        self._open = self._button(_("Open it"))
        self._open.clicked.connect(self._open_it)
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setAutoRaise(True)
        close.setToolTip(_("Dismiss"))
        close.setAccessibleName(_("Dismiss where you were"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.hide)
        lines = QGridLayout(self)
        inset(lines, spacing.MEDIUM, spacing.TINY, spacing.TINY, spacing.TINY)
        lines.setHorizontalSpacing(spacing.SMALL)
        lines.setVerticalSpacing(0)
        lines.setColumnStretch(0, 1)
        lines.addWidget(self._last, 0, 0)
        lines.addWidget(self._there, 0, 1)
        lines.addWidget(close, 0, 2)
        lines.addWidget(self._next, 1, 0)
        lines.addWidget(self._open, 1, 1)
        self.hide()

    def say(self, resume: Resume | None) -> None:
        """Show where one was; nothing to say hides the line."""
        self._resume = resume
        if resume is None:
            self.hide()
            return
        self._last.setText(resume.last)
        self._next.setText(resume.next_words)
        self._there.setVisible(resume.place is not None)
        self._open.setVisible(resume.next_document is not None)
        self.show()
        announce(self, f"{resume.last} {resume.next_words}")

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setFlat(True)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _go_there(self) -> None:
        if self._resume is not None and self._resume.place is not None:
            self.place_wanted.emit(self._resume.place)
        self.hide()

    def _open_it(self) -> None:
        if self._resume is not None and self._resume.next_document is not None:
            self.document_wanted.emit(self._resume.next_document)
        self.hide()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
