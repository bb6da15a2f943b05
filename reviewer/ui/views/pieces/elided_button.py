"""A button that shortens its words to the room there is, and never asks for more."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.theme.growing import grown
from reviewer.ui.wording import tip

_LEAST = 80
_AROUND = 16  # pixels between icon, words and edges, as the style sheet has them


class ElidedButton(QPushButton):
    """For panels that may be narrower than a button's words; tip and screen reader have them."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setToolTip(tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(least.width(), grown(_LEAST)), least.height())

    def shown(self) -> str:
        """Return what there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        icon = 0 if self.icon().isNull() else self.iconSize().width() + _AROUND // 4
        if self.sizeHint().width() <= self.width():
            return self.text()
        mode = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), mode, inside.width() - icon - _AROUND)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as a button is painted, with as many of its words as there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown()
        with QPainter(self) as painter:
            self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
