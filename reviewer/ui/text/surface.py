"""A ``QTextEdit`` tamed: read-only, over the layout of our own, scrolled by pixels.

It hands keys, mouse and wheel to the classes that know what to do, and leaves to Qt what Qt does
well: the caret, the arrow keys, the drag, and the words a screen reader reads.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.text.layout import LazyLayout
from reviewer.ui.text.loading import Loader
from reviewer.ui.text.look import Look
from reviewer.ui.text.painting import PagePainter
from reviewer.ui.text.places import Places
from reviewer.ui.text.pointing import Pointer
from reviewer.ui.text.scene import Scene
from reviewer.ui.text.scrolling import Scroller

_ACROSS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


class Column(NamedTuple):
    """The reading column: its width, how far from the gutter it is, and on which side that is."""

    width: int
    inset: int
    mirrored: bool


def _nothing(_: bool) -> bool:
    return False


class Surface(QTextEdit):
    """The widget and its events. ``TextView`` says what stands on it.

    ``keys_pressed`` tells where the caret stood before a key, counted as Qt counts;
    ``mouse_released`` that a selection may have been made. ``on_copy`` returns what is copied;
    ``on_tab`` says whether Tab (backwards or not) was for the text.
    """

    activated = Signal()
    context_menu_wanted = Signal(QPoint)
    keys_pressed = Signal(int)
    mouse_released = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The ruler shows where one is, and is dragged.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        document = self.document()
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        self.scene = Scene()
        self.page = LazyLayout(document, look)
        document.setDocumentLayout(self.page)
        self.painter = PagePainter(document, self.page, self.scene)
        self.page.on_paint(self.painter.paint)
        self.loader = Loader(document, self.page)
        self.places = Places(document, self.page, self.loader)
        self.scroller = Scroller(self, self.page, self.loader)
        self.pointer = Pointer(self, self.page, self.places, self.scene)
        self.on_copy: Callable[[], str] = str
        self.on_tab: Callable[[bool], bool] = _nothing
        self._column = Column(560, 20, mirrored=False)

    # Where the column is.

    def set_column(self, column: Column) -> None:
        """Set where the reading column stands; the reading place stays."""
        if column.mirrored is not self._column.mirrored:
            self.document().setDefaultFont(self.page.look.font(column.mirrored))
        self._column = column
        wish = self.scroller.wish()
        if self._place_column():
            self.scroller.fulfil(wish)

    def _place_column(self) -> bool:
        width, column = self.viewport().width(), self._column
        left = width - column.inset - column.width if column.mirrored else column.inset
        return self.page.place_column(width, left, column.width)

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the reading place."""
        self.scroller.hold(busy=True)
        wish = self.scroller.wish()
        super().resizeEvent(event)
        self._place_column()
        self.scroller.fulfil(wish)

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        """Stay where somebody has gone: ``QTextEdit`` would go to the caret when first shown."""
        self.scroller.hold(busy=True)
        wish = self.scroller.wish()
        super().showEvent(event)
        self.scroller.fulfil(wish)

    @override
    @guard()
    def scrollContentsBy(self, dx: int, dy: int, /) -> None:
        """Lay out what comes into view before it is painted."""
        super().scrollContentsBy(dx, dy)
        self.scroller.scrolled(dy)

    @override
    @guard()
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Glide; with Ctrl the window may zoom, ``QTextEdit`` must not."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        self.scroller.wheel(event)
        event.accept()

    # Keys.

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret as Qt does, over folded furniture and never into a grapheme."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_words()
            event.accept()
            return
        if event.key() in _ACROSS:
            self._tell_direction()
        before = self.textCursor().position()
        super().keyPressEvent(event)
        self.keys_pressed.emit(before)

    def copy_words(self) -> None:
        """Put the selected words on the clipboard.

        As a text and not as data of ours: what Python has made must not be on the clipboard when
        Python is gone.
        """
        words = self.on_copy()
        if words:
            QGuiApplication.clipboard().setText(words)

    def _tell_direction(self) -> None:
        """Tell Qt which way the caret's paragraph runs, where it would guess from one letter."""
        block = self.textCursor().block()
        segment = block.blockNumber()
        right_to_left = self.page.right_to_left(segment)
        wanted = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        if block.textDirection() is wanted:
            return
        shape = QTextBlockFormat()
        shape.setLayoutDirection(wanted)
        QTextCursor(block).mergeBlockFormat(shape)
        self.page.forget(segment)

    @override
    @guard(False)  # noqa: FBT003 - what Qt is told then
    def focusNextPrevChild(self, next: bool, /) -> bool:
        """Let Tab go through the passages at the caret; only without any it leaves."""
        if self.on_tab(not next):
            return True
        return super().focusNextPrevChild(next)

    @override
    @guard()
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the person is here now."""
        super().focusInEvent(event)
        self.activated.emit()

    # Mouse.

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open a fold, take a sentence on the third click, else begin to select."""
        if self.pointer.press(event):
            event.accept()
            return
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if (
            event.button() == Qt.MouseButton.LeftButton
            and plain
            and self.textCursor().hasSelection()
        ):
            # Else Qt would begin to drag the selected words away.
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)

    @override
    @guard()
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word by our own rules: Qt's know no Urdu full stop."""
        if self.pointer.double_click(event):
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    @override
    @guard()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on selecting, or see what lies under the pointer."""
        if not self.pointer.move(event):
            super().mouseMoveEvent(event)

    @override
    @guard()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End selecting."""
        if not self.pointer.release():
            super().mouseReleaseEvent(event)
        self.mouse_released.emit()

    @override
    @guard(False)  # noqa: FBT003 - what Qt is told then
    def viewportEvent(self, event: QEvent, /) -> bool:
        """Show the passages under the pointer; forget it when it is gone."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.pointer.tool_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self.pointer.leave()
        return super().viewportEvent(event)

    @override
    @guard()
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        """Ask whoever makes the menu."""
        self.context_menu_wanted.emit(event.globalPos())
        event.accept()

    @override
    @guard(QMimeData)
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy from the text itself: Qt's document has other spaces and line ends."""
        data = QMimeData()
        data.setText(self.on_copy())
        return data
