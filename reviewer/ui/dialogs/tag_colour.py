"""Chooses a tag's colour: a slot of the palette, or one of one's own with a warning.

A slot looks different in the two themes, so the name and the contrast are told for both. Dashed
and dotted slots let more tags than hues be told apart.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QColorDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.errors import NotAllowed
from reviewer.domain.tags import COLOURS, colour_of, contrast_warning
from reviewer.environment.translation import _
from reviewer.ui.delegates import theme_of
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_square, keep_width
from reviewer.ui.theme.style import set_role
from reviewer.ui.theme.tag_colours import HUES, colour_name, contrast, tag_colour, tag_dash
from reviewer.ui.theme.themes import DARK, LIGHT, Theme
from reviewer.ui.wording import plain, sentence, tip

_SIDE = 28
_EXAMPLE = "#RRGGBB"


class Swatch(QAbstractButton):
    """A slot of the palette, in the theme of the moment; a ring shows which one is chosen."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        keep_square(self, _SIDE)
        name = colour_name(colour, theme_of(self.palette()).dark)
        self.setAccessibleName(name)
        self.setToolTip(tip(*contrast_lines(colour)))

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        shade, dash = tag_colour(self.colour, theme.dark), tag_dash(self.colour)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if self.isChecked() or self.hasFocus():
                painter.setPen(QPen(theme.focus if self.hasFocus() else theme.text, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, spacing.CORNER, spacing.CORNER)
            inner = box.adjusted(4, 4, -4, -4)
            painter.setPen(Qt.PenStyle.NoPen)
            if dash == Qt.PenStyle.SolidLine:
                painter.setBrush(shade)
                painter.drawRoundedRect(inner, 3, 3)
                return
            count = 2 if dash == Qt.PenStyle.DashLine else 3
            part = inner.width() / (2 * count - 1)
            for number in range(count):
                bar = QRectF(inner.left() + 2 * number * part, inner.top(), part, inner.height())
                painter.fillRect(bar, shade)


class ColourChooser(QWidget):
    """The slots in three rows, a field for one's own colour, and how well it is seen."""

    changed = Signal()

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._swatches = [Swatch(str(number + 1)) for number in range(COLOURS)]
        self._said = plain("", "muted")
        self._own = QLineEdit()
        self._own.setPlaceholderText(_EXAMPLE)
        self._own.setMaxLength(len(_EXAMPLE))
        keep_width(self._own, 104)
        self._own.setAccessibleName(_("A colour of your own, as #RRGGBB"))
        self._pick = QPushButton(_("Choose…"))
        self._pick.setAutoDefault(False)
        self._pick.setAccessibleName(_("Choose a colour of your own"))
        self._lay_out()
        self._show(colour)
        self._group.buttonClicked.connect(self._take_slot)
        self._group.buttonToggled.connect(self._slot_toggled)
        self._own.textEdited.connect(self._take_own)
        self._pick.clicked.connect(self._ask)
        self._say()

    def colour(self) -> str:
        """Return the colour chosen; empty while one's own is not written yet as it must be."""
        written = self._own.text().strip()
        if written:
            try:
                return colour_of(written)
            except NotAllowed:
                return ""
        pressed = self._group.checkedButton()
        return pressed.colour if isinstance(pressed, Swatch) else ""

    def problem(self) -> str:
        """Return what is wrong with a colour of one's own; empty when it can be taken."""
        try:
            colour_of(self._own.text().strip() or "1")
        except NotAllowed as problem:
            return sentence(problem)
        return ""

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(2)
        for number, swatch in enumerate(self._swatches):
            self._group.addButton(swatch)
            grid.addWidget(swatch, number // HUES, number % HUES)
        own = QVBoxLayout()
        own.setSpacing(spacing.TINY)
        own.addWidget(plain(_("or your own"), "muted"))
        own.addWidget(self._own)
        own.addWidget(self._pick)
        own.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(spacing.LARGE)
        row.addLayout(grid)
        row.addLayout(own)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addLayout(row)
        column.addWidget(self._said)

    def _show(self, colour: str) -> None:
        for swatch in self._swatches:
            swatch.setChecked(swatch.colour == colour)
        if colour.startswith("#"):
            self._own.setText(colour)

    def _take_slot(self) -> None:
        self._own.clear()
        self._tell()

    def _slot_toggled(self, _button: QAbstractButton, checked: bool) -> None:
        if checked:
            self._take_slot()

    def _take_own(self) -> None:
        """Let the slots go while something of one's own is written."""
        if self._own.text().strip():
            self._group.setExclusive(False)
            for swatch in self._swatches:
                swatch.setChecked(False)
            self._group.setExclusive(True)
        self._tell()

    def _ask(self) -> None:
        now = QColor(self.colour()) if self.colour().startswith("#") else QColor()
        chosen = QColorDialog.getColor(now, self, _("A colour of your own"))
        if chosen.isValid():
            self._own.setText(chosen.name().upper())
            self._take_own()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        colour, problem = self.colour(), self.problem()
        warning = _(contrast_warning(colour)) if colour else ""
        lines = [problem] if problem else contrast_lines(colour) if colour else []
        self._said.setText("\n".join([*lines, warning] if warning else lines))
        set_role(self._said, "danger" if problem else "warning" if warning else "muted")
        self._own.setAccessibleDescription(self._said.text())


def contrast_lines(colour: str) -> list[str]:
    """Say what a colour is called and how well it is told from the page, in both themes."""
    own = theme_of(QGuiApplication.palette())
    first, other = (DARK, LIGHT) if own.dark else (LIGHT, DARK)
    return [_line(colour, first), _line(colour, other)]


def _line(colour: str, theme: Theme) -> str:
    ratio = contrast(tag_colour(colour, theme.dark), theme.page)
    words = _("{name} on the dark page: contrast {ratio} : 1")
    if not theme.dark:
        words = _("{name} on the light page: contrast {ratio} : 1")
    return words.format(name=colour_name(colour, theme.dark), ratio=f"{ratio:.1f}")
