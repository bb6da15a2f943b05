"""A field of plain words that is as high as what is written in it, and runs as its letters do."""

from math import ceil, floor

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from reviewer.domain.directions import Direction, direction_of
from reviewer.ui.guard import guard

MOST_LINES = 14
_ANY_HEIGHT = 10_000
_FITTED_AFTER = frozenset(
    (QEvent.Type.Resize, QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.Show)
)
_SIDES = Qt.AlignmentFlag


class Growing(QObject):
    """Keeps a plain field as high as its words, between ``least`` and fourteen lines.

    The field itself is a plain one, so that the style sheet knows it.
    """

    def __init__(self, field: QPlainTextEdit, least: int = 1) -> None:
        super().__init__(field)
        self._field = field
        self._least = least
        field.setTabChangesFocus(True)
        field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        field.textChanged.connect(self.follow)
        field.installEventFilter(self)
        self.follow()

    def follow(self) -> None:
        """Turn the field to where its letters run, and make it as high as they need."""
        self._turn()
        self._fit()

    def _turn(self) -> None:
        document = self._field.document()
        leftward = direction_of(self._field.toPlainText()) is Direction.RIGHT_TO_LEFT
        way = Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight
        option = document.defaultTextOption()
        if option.textDirection() == way:
            return
        option.setTextDirection(way)
        option.setAlignment(
            (_SIDES.AlignRight if leftward else _SIDES.AlignLeft) | _SIDES.AlignAbsolute
        )
        document.setDefaultTextOption(option)

    def _fit(self) -> None:
        field, document = self._field, self._field.document()
        line = field.fontMetrics().lineSpacing()
        height, block = 0.0, document.begin()
        while block.isValid() and height < MOST_LINES * line:
            height += field.blockBoundingRect(block).height()
            block = block.next()
        height = max(height, self._least * line, self._hint_height())
        height = min(height, MOST_LINES * line)
        whole = height < MOST_LINES * line
        policy = Qt.ScrollBarPolicy
        field.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAsNeeded
        )
        edges = max(0, field.height() - field.viewport().height())
        wanted = ceil(height + 2 * document.documentMargin()) + edges
        if wanted != field.height():
            field.setFixedHeight(wanted)

    def _hint_height(self) -> float:
        """Return how high the words are that say what an empty field is for."""
        field, margin = self._field, self._field.document().documentMargin()
        hint = field.placeholderText()
        if not hint or not field.document().isEmpty() or not field.isVisible():
            return 0.0
        room = QRect(0, 0, max(1, floor(field.viewport().width() - 2 * margin)), _ANY_HEIGHT)
        return field.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, hint).height()

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit once the field itself has taken up its new width or face."""
        if event.type() in _FITTED_AFTER:
            QTimer.singleShot(0, self, self._fit)
        return False


def put_words(field: QPlainTextEdit, words: str) -> None:
    """Show words in a field, with the caret behind them."""
    field.setPlainText(words)
    field.moveCursor(QTextCursor.MoveOperation.End)


def put_caret(field: QPlainTextEdit, place: int) -> None:
    """Give a field the keys, with the caret at a place of Qt's; -1 is the end."""
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    cursor = field.textCursor()
    if place < 0:
        cursor.movePosition(QTextCursor.MoveOperation.End)
    else:
        cursor.setPosition(min(place, field.document().characterCount() - 1))
    field.setTextCursor(cursor)
