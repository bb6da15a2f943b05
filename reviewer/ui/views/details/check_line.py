"""One line that says who has checked something, with the one button that changes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reviewer.environment.translation import _
from reviewer.ui.models.passage_details import Check, Eyes
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.pieces.glyphs import Glyph
from reviewer.ui.wording import native_keys, plain

_GLYPHS = {Eyes.NOBODY: "unread", Eyes.OWN: "check", Eyes.ANOTHER: "done"}


class CheckLine(QWidget):
    """Says "Not checked", or who did and when; asks for it, or for taking it off."""

    wanted = Signal(bool)  # shall be checked, or not be

    def __init__(self, check: str, take_off: str, *, read_only: bool) -> None:
        """``check`` and ``take_off`` say what the button does, for whoever cannot see the line."""
        super().__init__()
        self._names = {True: check, False: take_off}
        self._keys = {True: "", False: ""}
        self._may_check = True
        self._glyph = Glyph("unread", spacing.ICON_SMALL, QPalette.ColorRole.PlaceholderText)
        self.words = plain("", "muted")
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        if read_only:
            self.button.hide()
        set_role(self.button, "small")
        self.button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.SMALL)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_keys(self, check: str, take_off: str) -> None:
        """Say which keys do the same."""
        self._keys = {True: check, False: take_off}
        self._say_button()

    def show_check(self, check: Check) -> None:
        """Show who has checked it."""
        self._may_check = check.may_check
        role = QPalette.ColorRole.PlaceholderText
        self._glyph.show_icon(_GLYPHS[check.eyes], role)
        self.words.setText(check.words)
        set_role(self.words, "success" if check.eyes is Eyes.ANOTHER else "muted")
        self._say_button()

    def _say_button(self) -> None:
        name, keys = self._names[self._may_check], self._keys[self._may_check]
        self.button.setText(_("Check") if self._may_check else _("Take off"))
        self.button.setAccessibleName(name)
        self.button.setToolTip(f"{name} ({native_keys(keys)})" if keys else name)

    def _press(self) -> None:
        self.wanted.emit(self._may_check)


class AgainLine(QWidget):
    """Says why a passage wants another look; hidden while it wants none."""

    looked = Signal()

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self._keys = ""
        glyph = Glyph("second-look", spacing.ICON_SMALL, QPalette.ColorRole.PlaceholderText)
        self.words = plain("", "warning")
        self.button = QPushButton(_("Looked at again"))
        self.button.setAutoDefault(False)
        if read_only:
            self.button.hide()
        set_role(self.button, "small")
        self.button.clicked.connect(self.looked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.SMALL)
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_keys(self, keys: str) -> None:
        """Say which key does the same."""
        words = _("You have looked at this passage again")
        self.button.setToolTip(f"{words} ({native_keys(keys)})" if keys else words)

    def show_why(self, why: str) -> None:
        """Show why, or nothing at all."""
        self.words.setText(why)
        self.setVisible(bool(why))
