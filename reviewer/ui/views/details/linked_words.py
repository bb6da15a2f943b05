"""Words an analyst wrote, with the numbers of passages in them as links.

Nothing is ever taken for markup: the words are put in one by one, and what is a link is said by
the caller.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from reviewer.domain.directions import Direction, direction_of
from reviewer.domain.notes import NoteKind, Reference
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme.style import set_role
from reviewer.ui.wording import tip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDES = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads: to a passage, a document, or an entry of the journal."""

    kind: NoteKind
    id: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words; ``link`` is where they lead, ``lost`` that they should lead somewhere."""

    words: str
    link: Link | None = None
    lost: bool = False


def stretches(words: str, references: Iterable[Reference]) -> list[Stretch]:
    """Cut a note at the passage numbers in it."""
    found, at = list[Stretch](), 0
    for one in references:
        if one.span.start > at:
            found.append(Stretch(words[at : one.span.start]))
        link = None if one.passage is None else Link(NoteKind.PASSAGE, one.passage)
        found.append(Stretch(one.span.of(words), link, lost=link is None))
        at = one.span.end
    if at < len(words):
        found.append(Stretch(words[at:]))
    return found


class LinkedWords(QTextBrowser):
    """Shows stretches of words, as high as they are; Tab goes from link to link."""

    followed = Signal(object)  # the Link that was pressed
    edit_wanted = Signal(int)  # pressed beside any link: at this place of Qt's, or -1 by key

    def __init__(self, *, boxed: bool = True) -> None:
        super().__init__()
        self._shown: tuple[Stretch, ...] = ()
        self._pressed_at = -1
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        set_role(self, "written" if boxed else "bare")
        self.document().setDocumentMargin(4 if boxed else 0)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._follow)

    def say(self, shown: Sequence[Stretch]) -> None:
        """Show these words; the same ones again cost nothing."""
        if tuple(shown) != self._shown:
            self._shown = tuple(shown)
            self._write()

    def links(self) -> list[Link]:
        """Return the links shown, in order."""
        return [one.link for one in self._shown if one.link is not None]

    def words(self) -> str:
        """Return what is shown."""
        return "".join(one.words for one in self._shown)

    def _write(self) -> None:
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        lines = self.words().split("\n")
        turned = [direction_of(line) for line in lines]
        cursor.setBlockFormat(_block(turned[0]))
        line = 0
        for one in self._shown:
            written = self._format(one)
            for place, part in enumerate(one.words.split("\n")):
                if place:
                    line += 1
                    cursor.insertBlock(_block(turned[line]))
                cursor.insertText(part, written)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def _format(self, one: Stretch) -> QTextCharFormat:
        written = QTextCharFormat()
        if one.link is not None:
            written.setAnchor(True)
            written.setAnchorHref(f"{one.link.kind.value}:{one.link.id}")
            written.setForeground(self.palette().color(QPalette.ColorRole.Link))
            written.setFontUnderline(True)
        elif one.lost:
            written.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            written.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
            written.setToolTip(tip(_("There is no such passage.")))
        return written

    def _follow(self, where: QUrl) -> None:
        kind, _colon, number = where.toString().partition(":")
        self.followed.emit(Link(NoteKind(kind), int(number)))

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

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown:
            self._write()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = event.position().toPoint()
        plain = event.button() == Qt.MouseButton.LeftButton and not self.anchorAt(place)
        self._pressed_at = self.cursorForPosition(place).position() if plain else -1

    @override
    @guard()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed_at, self._pressed_at = self._pressed_at, -1
        if pressed_at >= 0 and not self.textCursor().hasSelection():
            self.edit_wanted.emit(pressed_at)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 or (event.key() in _ENTER and not self._is_on_link()):
            self.edit_wanted.emit(-1)
        else:
            super().keyPressEvent(event)

    def _is_on_link(self) -> bool:
        cursor = self.textCursor()
        return cursor.hasSelection() and cursor.charFormat().isAnchor()

    def _fit(self) -> None:
        document = self.document()
        edge = self.height() - self.viewport().height() if self.height() else 0
        document.setTextWidth(max(1, self.viewport().width()))
        least = self.fontMetrics().height()
        wanted = max(least, ceil(document.size().height())) + max(0, edge)
        if wanted != self.height():
            self.setFixedHeight(wanted)


def _block(direction: Direction) -> QTextBlockFormat:
    leftward = direction is Direction.RIGHT_TO_LEFT
    ways = Qt.LayoutDirection
    block = QTextBlockFormat()
    block.setLayoutDirection(ways.RightToLeft if leftward else ways.LeftToRight)
    side = _SIDES.AlignRight if leftward else _SIDES.AlignLeft
    block.setAlignment(side | _SIDES.AlignAbsolute)
    return block
