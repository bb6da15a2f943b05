"""Two wordings side by side, or one under the other where it is narrow; what differs is marked.

Words that differ are underlined and heavier on a ground of their own: never told by colour alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QFrame, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.differing import Around, differing
from reviewer.domain.directions import Direction, direction_of_text
from reviewer.domain.spans import Span
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, widened
from reviewer.ui.theme.style import set_surface
from reviewer.ui.wording import plain

_SIDE_BY_SIDE = 520  # pixels wide
_LEAST, _MOST = 64, 104


class Wording(QTextEdit):
    """Words as printed, some of them marked; they can be selected and copied, not changed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._shown: tuple[str, Sequence[Span]] = ("", ())
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(grown(_LEAST))
        self.setMaximumHeight(grown(_MOST))
        set_surface(self, "page")

    def show_words(self, words: str, marked: Sequence[Span]) -> None:
        """Show these words, and mark stretches of them."""
        self._shown = words, marked
        self.setPlainText("")
        option = self.document().defaultTextOption()
        right = direction_of_text(words) is Direction.RIGHT_TO_LEFT
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        )
        self.document().setDefaultTextOption(option)
        cursor = QTextCursor(self.document())
        told = QTextCharFormat()
        told.setFontWeight(QFont.Weight.DemiBold)
        told.setFontUnderline(True)
        told.setBackground(self.palette().brush(QPalette.ColorRole.AlternateBase))
        as_it_is = QTextCharFormat()
        place = 0
        for span in marked:
            cursor.insertText(words[place : span.start], as_it_is)
            cursor.insertText(span.of(words), told)
            place = span.end
        cursor.insertText(words[place:], as_it_is)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        """Give the marks the ground of the colours there are now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.show_words(*self._shown)


class ComparedWords(QWidget):
    """The words a passage had, and those that stand there now."""

    def __init__(self) -> None:
        super().__init__()
        self.before = Wording(_("Words before"))
        self.now = Wording(_("Words now"))
        self._missing = plain("", "muted")
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing.SMALL)
        for title, wording, more in (
            (_("Before"), self.before, None),
            (_("Now"), self.now, self._missing),
        ):
            column = QVBoxLayout()
            column.setSpacing(spacing.TINY)
            column.addWidget(plain(title, "muted"))
            column.addWidget(wording, 1)
            if more is not None:
                column.addWidget(more, 1, Qt.AlignmentFlag.AlignTop)
            self._row.addLayout(column, 1)

    def show_words(self, before: str, now: str, missing: str = "") -> None:
        """Show both, with what differs marked; ``missing`` is said where nothing stands now."""
        ours, theirs = differing(before, now) if now else ([], [])
        self.before.show_words(before, ours)
        self.now.show_words(now, theirs)
        self._missing.setText(missing)
        self._missing.setVisible(not now)
        self.now.setVisible(bool(now))

    def show_around(self, before: Around, now: Around) -> None:
        """Show the same words with what stands around them, which is what differs."""
        self.before.show_words(before.words, before.marked)
        self.now.show_words(now.words, now.marked)
        self._missing.hide()
        self.now.show()

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= widened(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
