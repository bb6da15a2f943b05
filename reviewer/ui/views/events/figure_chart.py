"""The chart of the figures that answer one question: painted, walked by keys, copied and saved.

Where everything stands is decided in ``domain``; here it is painted. Up and Down go from figure
to figure, Enter opens its passage. Pictures that leave the program have a heading, letters of one
size and the light theme, whatever the window wears. Several questions of one event may be drawn
one under another, on one scale; they leave the program as one picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolTip, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.compared import Compared
from reviewer.domain.events import WorkingFigure
from reviewer.domain.figure_multiples import figures_picture
from reviewer.domain.pictures import Picture, Row
from reviewer.domain.ranges import FigureComparison
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset, turned
from reviewer.ui.theme.style import set_role
from reviewer.ui.theme.themes import LIGHT, Theme
from reviewer.ui.views.events.charted import QuestionChoice
from reviewer.ui.views.events.picture_painting import PicturePainter, WindowLetters, said
from reviewer.ui.wording import announce, tip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST_WIDTH = 240
_SENT_WIDTH = 760  # of pictures that leave the program, in pixels
_SHARPNESS = 2.0


@dataclass(frozen=True, slots=True)
class SentPicture:
    """A picture that leaves the program: drawn anew with its heading, and what it is called."""

    title: str
    picture: Picture


class FigureChart(QWidget):
    """The chart with its two buttons."""

    passage_wanted = Signal(int)
    save_wanted = Signal(object)  # a SentPicture
    offers_wanted = Signal()  # the list of questions is about to be shown
    chosen = Signal(object)  # the questions that shall be drawn; none: the one one is at

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown: tuple[Compared, ...] = ()
        self._title = ""
        self.questions = QuestionChoice(self)
        self.canvas = _Canvas(theme)
        self.canvas.opened.connect(self.passage_wanted)
        self._copy = QPushButton(_("Copy picture"))
        self._copy.setIcon(icon("copy"))
        self._copy.clicked.connect(self.copy_picture)
        self._save = QPushButton(_("Save picture…"))
        self._save.setIcon(icon("export"))
        self._save.clicked.connect(self._want_save)
        self.questions.offers_wanted.connect(self.offers_wanted)
        self.questions.chosen.connect(self.chosen)
        row = QHBoxLayout()
        inset(row, spacing.SMALL, spacing.SMALL, spacing.SMALL, 0)
        row.setSpacing(spacing.SMALL)
        for button in (self.questions, self._copy, self._save):
            set_role(button, "small")
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addLayout(row)
        column.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        self._follow()

    def show_comparison(
        self,
        comparison: FigureComparison,
        working: WorkingFigure | None = None,
        analyst: str = "",
        heading: str = "",
    ) -> None:
        """Show the figures of a question; ``analyst`` is whose the working figure is.

        ``heading`` (event and question) stands only on pictures that leave the program.
        """
        shown = Compared(comparison, working, analyst, heading)
        self._show((shown,), (replace(shown, heading=""),), heading)

    def show_several(self, several: Sequence[Compared], event: str) -> None:
        """Show the figures of several questions of an event, each under its heading."""
        sent = [replace(one, heading=f"{event}: {one.heading}") for one in several]
        self._show(sent, several, event)

    def clear(self) -> None:
        """Show nothing."""
        self._show((), (), "")

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self.canvas.set_theme(theme)

    def sent(self) -> SentPicture | None:
        """Return the picture as it leaves the program; none while nothing is shown."""
        if not self._shown:
            return None
        wide = max(_SENT_WIDTH, self.canvas.width())
        shown = [replace(one, turned=turned()) for one in self._shown]
        title = self._title or _("Figures compared")
        return SentPicture(title, figures_picture(shown, wide, WindowLetters(), said))

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        sent = self.sent()
        if sent is not None:
            QGuiApplication.clipboard().setImage(image_of(sent.picture))
            announce(self, _("Copied"))

    def _show(self, sent: Sequence[Compared], here: Sequence[Compared], title: str) -> None:
        self._shown, self._title = tuple(sent), title
        self.canvas.show_compared(tuple(here))
        self._follow()

    def _want_save(self) -> None:
        sent = self.sent()
        if sent is not None:
            self.save_wanted.emit(sent)

    def _follow(self) -> None:
        anything = bool(self.canvas.rows())
        self._copy.setVisible(anything)
        self._save.setVisible(anything)


def image_of(picture: Picture) -> QImage:
    """Return a picture as an image in the light theme, sharp on fine screens and in print."""
    size = QSize(ceil(picture.width * _SHARPNESS), ceil(picture.height * _SHARPNESS))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    image.fill(LIGHT.page)
    with QPainter(image) as painter:
        PicturePainter(LIGHT).paint(painter, picture)
    return image


class _Canvas(QWidget):
    """What is painted, as high as it needs to be; its rows are walked."""

    opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Compared, ...] = ()
        self._picture = Picture(0, 0, (), ())
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Figures compared"))

    def show_compared(self, shown: tuple[Compared, ...]) -> None:
        """Show these figures; the passage one is at stays, where it is still there."""
        here = self.current()
        self._shown = shown
        self._draw()
        keys = [row.key for row in self._picture.rows]
        self._current = keys.index(here.key) if here is not None and here.key in keys else 0
        self._describe()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self._draw()

    def rows(self) -> tuple[Row, ...]:
        """Return what one can go to."""
        return self._picture.rows

    def current(self) -> Row | None:
        """Return the row one is at."""
        rows = self._picture.rows
        return rows[self._current] if self._current < len(rows) else None

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        return QSize(max(_LEAST_WIDTH, self.width()), ceil(self._picture.height))

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._draw()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._theme.page)
            PicturePainter(self._theme).paint(painter, self._picture)
            row = self.current()
            if row is not None and self.hasFocus():
                painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.focus, 2))
                painter.drawRoundedRect(QRectF(2, row.top, self.width() - 4, row.height), 4, 4)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._picture.rows) - 1
        places = {
            Qt.Key.Key_Down: min(self._current + 1, last),
            Qt.Key.Key_Up: max(self._current - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        row = self.current()
        if row is not None and event.key() in _ENTER:
            self.opened.emit(row.key)
        elif row is not None and event.key() in places:
            self._go(places[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row is not None:
            self._go(row)

    @override
    @guard()
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row is not None:
            self.opened.emit(self._picture.rows[row].key)

    @override
    @guard(fallback=False)
    def event(self, event: QEvent) -> bool:
        """Say in full what the row under the pointer is: its words may be cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self._row_at(QPointF(event.pos()))
            words = "" if row is None else tip(self._picture.rows[row].words)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return bool(super().event(event))

    def _row_at(self, point: QPointF) -> int | None:
        found = (
            place
            for place, row in enumerate(self._picture.rows)
            if row.top <= point.y() < row.top + row.height
        )
        return next(found, None)

    def _go(self, place: int) -> None:
        self._current = place
        self._describe()
        row = self.current()
        if row is not None:
            announce(self, row.words)
        self.update()

    def _describe(self) -> None:
        row = self.current()
        self.setAccessibleDescription("" if row is None else row.words)

    def _draw(self) -> None:
        shown = [replace(one, turned=turned()) for one in self._shown]
        width = max(self.width(), _LEAST_WIDTH)
        self._picture = figures_picture(shown, width, WindowLetters(), said)
        self.setFixedHeight(ceil(self._picture.height))
        self.update()
