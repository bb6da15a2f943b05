"""Two lines over the panes when a project is opened again: what was done last, what comes next.

A third one stands above them where an import was cut short; that one stays until it is dismissed.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QToolButton
from typing_extensions import override

from reviewer.domain.steps import News, StepKind
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.models.resume import Resume
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_surface
from reviewer.ui.views.pieces.enter_button import EnterButton
from reviewer.ui.wording import announce, plain


class ResumeBar(QFrame):
    """Goes away when it is dismissed, or when work goes on."""

    place_wanted = Signal(object)  # the Place of the last change
    document_wanted = Signal(int)  # the next one not read
    import_wanted = Signal()  # what was cut short shall come in
    seen = Signal(int)  # the step of the import that was cut short is known now

    def __init__(self) -> None:
        super().__init__()
        set_surface(self, "panel")
        self.setObjectName("resume")
        self.setAccessibleName(_("Where you were"))
        self._resume: Resume | None = None
        self._cut = plain("", "heading")
        self._again = self._button(_("Import again…"))
        self._again.setToolTip(_("Choose the same files: what is in already is not doubled."))
        self._again.clicked.connect(self._import_again)
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
        close.clicked.connect(self.dismiss)
        lines = QGridLayout(self)
        inset(lines, spacing.MEDIUM, spacing.TINY, spacing.TINY, spacing.TINY)
        lines.setHorizontalSpacing(spacing.SMALL)
        lines.setVerticalSpacing(0)
        lines.setColumnStretch(0, 1)
        lines.addWidget(self._cut, 0, 0)
        lines.addWidget(self._again, 0, 1)
        lines.addWidget(self._last, 1, 0)
        lines.addWidget(self._there, 1, 1)
        lines.addWidget(self._next, 2, 0)
        lines.addWidget(self._open, 2, 1)
        lines.addWidget(close, 0, 2, 3, 1, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, resume: Resume | None) -> None:
        """Show where one was; nothing to say hides the line."""
        self._resume = resume
        if resume is None:
            self.hide()
            return
        self._cut.setText(resume.cut_short)
        self._last.setText(resume.last)
        self._next.setText(resume.next_words)
        self._show(self._cut, self._again, wanted=bool(resume.cut_short))
        self._show(self._last, self._next, wanted=True)
        self._show(self._there, wanted=resume.place is not None)
        self._show(self._open, wanted=resume.next_document is not None)
        self.show()
        announce(self, f"{resume.cut_short} {resume.last} {resume.next_words}".strip())

    def words(self) -> str:
        """Return what is said of an import that was cut short, where that is in sight."""
        return "" if self.isHidden() else self._cut.text()

    def dismiss(self) -> None:
        """Go away; what was cut short is known from now on."""
        if self._resume is not None and self._resume.cut_step:
            self.seen.emit(self._resume.cut_step)
        self.hide()

    def pass_by(self, news: News | None = None) -> None:
        """Go away as work goes on, all but what was cut short, where it still is."""
        kept = self._resume is not None and bool(self._resume.cut_step)
        if not kept or (news is not None and news.kind is not StepKind.DO):
            self.hide()
        self._show(self._last, self._next, self._there, self._open, wanted=False)

    def _show(self, *parts: QLabel | QPushButton, wanted: bool) -> None:
        for part in parts:
            part.setVisible(wanted)

    def _button(self, words: str) -> QPushButton:
        button = EnterButton()
        button.setText(words)
        button.setFlat(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _go_there(self) -> None:
        if self._resume is not None and self._resume.place is not None:
            self.place_wanted.emit(self._resume.place)
        self.pass_by()

    def _open_it(self) -> None:
        if self._resume is not None and self._resume.next_document is not None:
            self.document_wanted.emit(self._resume.next_document)
        self.pass_by()

    def _import_again(self) -> None:
        self.dismiss()
        self.import_wanted.emit()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
