"""Pictures that are only looked at: an icon in the palette's colour, and the program's mark."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_square
from reviewer.ui.theme.icons import icon, paint_icon


class Glyph(QWidget):
    """An icon that is only looked at, in a colour of the palette at the moment of painting."""

    def __init__(
        self,
        name: str,
        size: int = spacing.ICON,
        role: QPalette.ColorRole = QPalette.ColorRole.ButtonText,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        keep_square(self, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, role: QPalette.ColorRole) -> None:
        """Show another icon, or in another colour."""
        self._name, self._role = name, role
        self.update()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_icon(painter, self.rect(), self._name, self.palette().color(self._role))


class Mark(QWidget):
    """The program's mark, drawn for the screen it is on."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_square(self, size)
        self.setAccessibleName(_("Reviewer"))

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            icon("reviewer").paint(painter, self.rect())
