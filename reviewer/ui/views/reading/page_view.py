"""The page beside the text: its picture, which page it is, and how large it is shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_least_height
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.views.reading.page_sheet import OnSheet, PageSheet

_STEP, _SMALLEST, _LARGEST = 1.25, 0.5, 4.0
_RESIZE_MILLISECONDS = 150  # until a page is drawn anew in another size


class PageView(QFrame):
    """Shows one page, fitted to its width or larger; other pages are asked for."""

    turned = Signal(int)  # so many pages on, or back
    resized = Signal()  # the picture should be drawn in another size
    passage_clicked = Signal(int)
    close_wanted = Signal()
    left = Signal()  # the keys should go back to the text

    def __init__(self) -> None:
        super().__init__()
        self._zoom = 1.0
        self.setObjectName("page_view")
        self.sheet = PageSheet()
        self.sheet.clicked.connect(self.passage_clicked)
        self._back = self._button("chevron-left", _("Previous page"), self._turn_back)
        self._on = self._button("chevron-right", _("Next page"), self._turn_on)
        self._name = QLabel()
        self._name.setObjectName("page_name")
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setBackgroundRole(QPalette.ColorRole.Window)
        self._area.setWidget(self.sheet)
        self._area.setAccessibleName(_("Picture of the page"))
        self._area.installEventFilter(self)
        self._area.viewport().installEventFilter(self)
        self._said = QLabel()
        self._said.setObjectName("page_said")
        self._said.setWordWrap(True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._said.setMargin(spacing.WIDE)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._said)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_RESIZE_MILLISECONDS)
        self._later.timeout.connect(self.resized)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._stack, 1)
        self.say(_("The page is being drawn…"))

    def dots_across(self) -> int:
        """Return how many dots of the screen a page is wide here."""
        return max(round(self._width() * self.devicePixelRatioF()), 50)

    def show_name(self, name: str, number: int, count: int) -> None:
        """Say which page it is, as printed, and of how many."""
        if name == str(number):
            self._name.setText(_("Page {number} of {count}").format(number=name, count=count))
        else:
            words = _("Page {name} ({number} of {count})")
            self._name.setText(words.format(name=name, number=number, count=count))
        self._back.setEnabled(number > 1)
        self._on.setEnabled(number < count)

    def show_picture(self, picture: QImage, passages: Sequence[OnSheet]) -> None:
        """Show a page that was drawn."""
        self.sheet.use_width(self._width())
        self.sheet.show_picture(picture, passages)
        self._stack.setCurrentWidget(self._area)

    def say(self, words: str) -> None:
        """Say why there is no page, or that it is not there yet."""
        self._said.setText(words)
        self._stack.setCurrentWidget(self._said)

    def said(self) -> str:
        """Return what is said in place of a page; empty while one is in sight."""
        return self._said.text() if self._stack.currentWidget() is self._said else ""

    def top(self) -> None:
        """Go to the upper edge of the page."""
        self._area.verticalScrollBar().setValue(0)

    def raise_passage(self, passage: int | None) -> None:
        """Draw one passage more strongly, and bring it into sight."""
        self.sheet.raise_passage(passage)
        place = None if passage is None else self.sheet.place_of(passage)
        if place is not None:
            middle = place.center()
            self._area.ensureVisible(round(middle.x()), round(middle.y()), 0, spacing.HUGE * 2)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._area.viewport():
            self.sheet.use_width(self._width())
            self._later.start()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        bar = self._area.verticalScrollBar()
        key = event.key()
        if key == Qt.Key.Key_PageDown and bar.value() >= bar.maximum():
            self._turn_on()
        elif key == Qt.Key.Key_PageUp and bar.value() <= 0:
            self._turn_back()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._enlarge()
        elif key == Qt.Key.Key_Minus:
            self._reduce()
        elif key == Qt.Key.Key_0:
            self._fit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("page_head")
        row = QHBoxLayout(head)
        inset(row, spacing.TINY, spacing.TINY, spacing.TINY, spacing.TINY)
        row.setSpacing(spacing.TINY)
        row.addWidget(self._back)
        row.addWidget(self._name)
        row.addWidget(self._on)
        row.addStretch(1)
        row.addWidget(self._button("", _("Smaller page (−)"), self._reduce, "−"))
        row.addWidget(self._button("", _("Fit the page to the width (0)"), self._fit, "↔"))
        row.addWidget(self._button("add", _("Larger page (+)"), self._enlarge))
        row.addWidget(self._button("close", _("Put the page away"), self.close_wanted.emit))
        keep_least_height(head, spacing.PANE_HEADER)
        return head

    def _button(
        self, name: str, words: str, call: Callable[[], object], text: str = ""
    ) -> QToolButton:
        button = QToolButton()
        if name:
            button.setIcon(icon(name))
        button.setText(text)
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(call)
        return button

    def _width(self) -> int:
        return round((self._area.viewport().width() - 2 * spacing.SMALL) * self._zoom)

    def _turn_on(self) -> None:
        if self._on.isEnabled():
            self.turned.emit(1)

    def _turn_back(self) -> None:
        if self._back.isEnabled():
            self.turned.emit(-1)

    def _enlarge(self) -> None:
        self._use_zoom(self._zoom * _STEP)

    def _reduce(self) -> None:
        self._use_zoom(self._zoom / _STEP)

    def _fit(self) -> None:
        self._use_zoom(1.0)

    def _use_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, _SMALLEST), _LARGEST)
        self.sheet.use_width(self._width())
        self._later.start()
