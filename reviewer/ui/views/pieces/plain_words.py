"""Words of a document that can be selected and copied, on as many lines as they need.

A label cannot break a long address or file name and would push everything beside it out of sight;
``PlainWords`` breaks anywhere when there is no better place. Nothing here is ever taken for
markup.
"""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QTextEdit
from typing_extensions import override

from reviewer.domain.directions import Direction, direction_of
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.theme.growing import heavier
from reviewer.ui.theme.mirroring import leading
from reviewer.ui.wording import plain

MOST_LETTERS = 1_200
LONG_WORD = 22
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class PlainWords(QTextEdit):
    """Read-only words without a frame, as high as they are at the width they are given."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(_SELECTABLE)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.say(words)

    def say(self, words: str) -> None:
        """Show these words, on the side where they begin."""
        option = self.document().defaultTextOption()
        leftward = direction_of(words) is Direction.RIGHT_TO_LEFT
        sides, ways = Qt.AlignmentFlag, Qt.LayoutDirection
        side = sides.AlignRight if leftward else sides.AlignLeft
        option.setAlignment(side | sides.AlignAbsolute)
        option.setTextDirection(ways.RightToLeft if leftward else ways.LeftToRight)
        self.document().setDefaultTextOption(option)
        self.setPlainText(words)
        self.setAccessibleName(words)
        self._fit()

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        document = self.document()
        document.setTextWidth(max(1, self.viewport().width()))
        self.setFixedHeight(max(self.fontMetrics().height(), ceil(document.size().height())))


def selectable(words: str, role: str = "") -> QLabel | PlainWords:
    """Return words that can be selected and copied, breaking inside long words where they must.

    ``role`` is one of the sheet's for labels.
    """
    if any(len(word) > LONG_WORD for word in words.split()):
        broken = PlainWords(words)
        _dress(broken, role)
        return broken
    label = plain(words, role)
    label.setTextInteractionFlags(_SELECTABLE)
    label.setAlignment(leading() | Qt.AlignmentFlag.AlignTop)
    label.setAccessibleName(words)
    return label


def quoted(words: str) -> str:
    """Return words of a document in quotation marks; of very many, the beginning and a count."""
    if len(words) > MOST_LETTERS:
        rest = len(words) - MOST_LETTERS
        more = counted("and {count} character more", "and {count} characters more", rest)
        return _("“{words}…” ({more})").format(words=words[:MOST_LETTERS].rstrip(), more=more)
    return _("“{words}”").format(words=words)


def _dress(words: PlainWords, role: str) -> None:
    """Give words the look that the sheet gives to labels of that role."""
    if role == "heading":
        heavier(words, QFont.Weight.DemiBold)
    elif role == "muted":
        palette = words.palette()
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        palette.setColor(QPalette.ColorRole.Text, muted)
        words.setPalette(palette)
