"""A few words at the bottom of the window: what was done, and what could not be.

What was done goes away by itself, with the next key or with the next; what could not be done stays
until it is dismissed, and lies under later words rather than being lost. A notice never takes the
focus: who reads on is not interrupted, who wants its button tabs or clicks there. It never lies
over the line of the caret: then it stands above that line.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset, sided
from reviewer.ui.theme.style import set_surface
from reviewer.ui.views.frame.caret_sight import KeptInSight
from reviewer.ui.views.pieces.glyphs import Glyph
from reviewer.ui.wording import announce, plain

WIDEST = 620
KEPT_CLEAR = "kept_clear"
"""The dynamic property of what notices leave in sight: rows of choices at the foot of a place."""

LEAST_MILLISECONDS = 5_000
LEAST_WITH_ACTION = 9_000
MOST_MILLISECONDS = 15_000
MILLISECONDS_A_LETTER = 70


# The edge and the ground tell it from the page it lies on; the icon tells what kind it is.
_EDGES = """
#notice {
    background: palette(window); border: 1px solid palette(dark);
    border-left: 4px solid palette(accent);
}
#notice[tone="error"] { border-left: 4px solid palette(bright-text); }
"""


class Tone(StrEnum):
    """What kind of news it is."""

    DONE = "done"
    CAUTION = "caution"
    ERROR = "error"


_GLYPHS = {
    Tone.DONE: ("check", QPalette.ColorRole.Accent),
    Tone.CAUTION: ("info", QPalette.ColorRole.Accent),
    Tone.ERROR: ("error", QPalette.ColorRole.BrightText),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """A button: the verb on it, and what it does."""

    action: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Message:
    """Something to tell; ``action`` is the verb on its button, ``run`` what the button does.

    ``also`` is a second button.
    """

    words: str
    tone: Tone = Tone.DONE
    action: str = ""
    run: Callable[[], None] | None = None
    also: Deed | None = None

    @property
    def milliseconds(self) -> int:
        """How long it takes to be read."""
        least = LEAST_WITH_ACTION if self.run else LEAST_MILLISECONDS
        return min(MOST_MILLISECONDS, max(least, MILLISECONDS_A_LETTER * len(self.words)))


class Notice(QFrame):
    """Tells in passing, over the bottom of ``host``; ``lift`` pixels above its lower edge."""

    def __init__(self, host: QWidget, lift: int = spacing.STATUS_BAR + spacing.MEDIUM) -> None:
        super().__init__(host)
        self._host = host
        self._lift = lift
        self._passing: Message | None = None
        self._standing: list[Message] = []
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.timeout.connect(self._time_is_up)
        self._build()
        self._came_from: QWidget | None = None
        host.installEventFilter(self)
        self._sight = KeptInSight(self)
        self._sight.key_pressed.connect(self._pass_over)
        self._sight.moved.connect(self._place_again)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self.hide()

    def tell(
        self,
        words: str,
        *,
        action: str = "",
        run: Callable[[], None] | None = None,
        also: Deed | None = None,
    ) -> None:
        """Say what was done; it goes away after some seconds, or with the next.

        What could not be done before is over with it.
        """
        self._standing = [one for one in self._standing if one.tone is not Tone.ERROR]
        self._pass(Message(words, Tone.DONE, action, run, also))

    def caution(
        self, words: str, *, action: str = "", run: Callable[[], None] | None = None
    ) -> None:
        """Say what one should know before going on; it goes away as ``tell`` does."""
        self._pass(Message(words, Tone.CAUTION, action, run))

    def error(self, words: str, *, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Say what could not be done; it stays until it is dismissed."""
        self._stand(Message(words, Tone.ERROR, action, run))

    def keep(self, words: str, *, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Say what was found by itself, later than it was asked for; it stays as an error does.

        It is not over with what is done next.
        """
        self._stand(Message(words, Tone.CAUTION, action, run))

    def _stand(self, message: Message) -> None:
        words = message.words
        self._passing = None
        self._standing = [*(one for one in self._standing if one.words != words), message]
        self._show_next()

    def message(self) -> Message | None:
        """Return what is shown."""
        if self._passing is not None:
            return self._passing
        return self._standing[-1] if self._standing else None

    def dismiss(self) -> None:
        """Take away what is shown; an error told before it comes back to sight."""
        if self._passing is not None:
            self._passing = None
        elif self._standing:
            self._standing.pop()
        self._show_next()

    def clear(self) -> None:
        """Take everything away, as when the project is closed."""
        self._passing = None
        self._standing = []
        self._show_next()

    def _build(self) -> None:
        set_surface(self, "card")
        self.setObjectName("notice")
        self.setStyleSheet(sided(_EDGES))
        self.setAccessibleName(_("Notice"))
        self._glyph = Glyph("check", parent=self)
        self._words = plain("")
        self._button, self._also = QPushButton(self), QPushButton(self)
        for button in (self._button, self._also):
            button.setAutoDefault(False)
        self._button.clicked.connect(self._act)
        self._also.clicked.connect(self._act_also)
        self._close = QToolButton(self)
        self._close.setIcon(icon("close"))
        self._close.setToolTip(_("Dismiss"))
        self._close.setAccessibleName(_("Dismiss this notice"))
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        inset(row, spacing.MEDIUM, spacing.SMALL, spacing.SMALL, spacing.SMALL)
        row.setSpacing(spacing.SMALL)
        row.addWidget(self._glyph)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._also)
        row.addWidget(self._close)

    def _pass(self, message: Message) -> None:
        self._passing = message
        self._show_next()

    def _show_next(self) -> None:
        message = self.message()
        self._time.stop()
        if message is None:
            self._sight.rest()
            self._give_focus_back()
            self.hide()
            return
        self._glyph.show_icon(*_GLYPHS[message.tone])
        self.setProperty("tone", str(message.tone))
        self.style().unpolish(self)
        self.style().polish(self)
        self._words.setText(message.words)
        for button, action in self._deeds(message):
            button.setText(action)
            button.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()
        self._sight.watch()
        announce(self, message.words, urgent=message.tone is Tone.ERROR)
        if message is self._passing:
            self._time.start(message.milliseconds)

    def _place(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        most = min(WIDEST, self._host.width() - 2 * spacing.LARGE)
        margins = layout.contentsMargins()
        around = margins.left() + margins.right() + grown(spacing.ICON) + 3 * spacing.SMALL + 6
        around += self._close.sizeHint().width()
        for button in (self._button, self._also):
            around += button.sizeHint().width() + spacing.SMALL if button.text() else 0
        natural = self._words.fontMetrics().horizontalAdvance(self._words.text()) + around + 2
        width = max(1, min(natural, most))
        layout.invalidate()
        size = QSize(width, layout.totalHeightForWidth(width))
        left = (self._host.width() - width) // 2
        top = max(0, self._foot() - size.height())
        place = QRect(left, top, size.width(), size.height())
        self.setGeometry(self._sight.beside_the_caret(place, self._host))

    def _place_again(self) -> None:
        if not self.isHidden():
            self._place()

    def _pass_over(self) -> None:
        """Go with the next key, unless that goes to the button, or it is an error."""
        if self._passing is not None and not self._is_held():
            self.dismiss()

    def _foot(self) -> int:
        """Return how far down notices reach: not over rows of choices at the foot of a place."""
        foot = self._host.height() - grown(self._lift)
        for widget in self._host.findChildren(QWidget):
            if widget.property(KEPT_CLEAR) and widget.isVisible():
                top = widget.mapTo(self._host, QPoint(0, 0)).y()
                foot = min(foot, top - spacing.SMALL)
        return foot

    def _deeds(self, message: Message) -> list[tuple[QPushButton, str]]:
        also = "" if message.also is None else message.also.action
        return [(self._button, message.action), (self._also, also)]

    def _act(self) -> None:
        message = self.message()
        self.dismiss()
        if message is not None and message.run is not None:
            message.run()

    def _act_also(self) -> None:
        message = self.message()
        self.dismiss()
        if message is not None and message.also is not None:
            message.also.run()

    def _time_is_up(self) -> None:
        """Go away, unless somebody is just reaching for the button."""
        if self._is_held():
            self._time.start(LEAST_MILLISECONDS)
        else:
            self.dismiss()

    def _is_held(self) -> bool:
        focus = QApplication.focusWidget()
        return self.underMouse() or (focus is not None and self.isAncestorOf(focus))

    def _focus_moved(self, left: QWidget | None, entered: QWidget | None) -> None:
        """Remember where a person came from to press the button, to put the keys back there."""
        within = entered is not None and self.isAncestorOf(entered)
        if within and left is not None and not self.isAncestorOf(left):
            self._came_from = left

    def _give_focus_back(self) -> None:
        focus = QApplication.focusWidget()
        came_from, self._came_from = self._came_from, None
        if focus is None or not self.isAncestorOf(focus):
            return
        back = came_from if came_from is not None and isValid(came_from) else self._host
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    @override
    @guard()
    def leaveEvent(self, event: QEvent) -> None:
        if self._passing is not None and self._time.isActive():
            self._time.start(LEAST_MILLISECONDS)

    @override
    @guard()
    def enterEvent(self, event: QEnterEvent) -> None:
        if self._passing is not None:
            self._time.start(MOST_MILLISECONDS)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
