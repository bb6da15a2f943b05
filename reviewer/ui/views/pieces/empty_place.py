"""An empty place: what is missing, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.views.pieces.glyphs import Glyph
from reviewer.ui.wording import plain


class EmptyPlace(QWidget):
    """A picture, one sentence, and at most one button."""

    wanted = Signal()  # the button was pressed

    def __init__(self, picture: str, deed: str = "", deed_icon: str = "") -> None:
        super().__init__()
        self._sentence = plain("", "muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._glyph = Glyph(picture, spacing.ICON_LARGE, QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.LARGE, spacing.HUGE, spacing.LARGE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        if deed:
            button = QPushButton(deed)
            button.setAutoDefault(False)
            if deed_icon:
                button.setIcon(icon(deed_icon))
            button.clicked.connect(self._press)
            self.setFocusProxy(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, words: str) -> None:
        """Show this sentence; names in it are isolated by the caller."""
        self._sentence.setText(words)
        self.setAccessibleName(words)

    def words(self) -> str:
        """Return the sentence shown."""
        return self._sentence.text()

    def _press(self) -> None:
        self.wanted.emit()
