"""The projects opened last, as rows of the welcome page."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from reviewer.environment.places import on_network
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.models.dates import spelled
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_height
from reviewer.ui.theme.icons import icon
from reviewer.ui.views.pieces.enter_button import EnterButton
from reviewer.ui.wording import isolated, one_line

LINE, HEIGHT = 21, 54


@dataclass(frozen=True, slots=True)
class Recent:
    """A project opened before; ``changed`` is missing when the file is, or was not asked for.

    ``far``: it lies on a network drive.
    """

    path: Path
    changed: dt.datetime | None
    far: bool = False


def look_up(path: Path, mounts: str) -> Recent:
    """Find out whether a project is still there, and when it was changed; the file stays closed.

    A network drive is not asked, by the list of ``mounts``: one that has gone answers after
    minutes, and all the time the window would stand still. Opening the project will tell.
    """
    if on_network(path, mounts):
        return Recent(path, None, far=True)
    try:
        seconds = path.stat().st_mtime
        changed = dt.datetime.fromtimestamp(seconds, dt.UTC).astimezone()
    except (OSError, OverflowError, ValueError):
        return Recent(path, None)
    return Recent(path, changed)


def when_in_words(moment: dt.datetime, now: dt.datetime) -> str:
    """Return a moment as one would say it; before yesterday, a day that cannot be misread."""
    days = (now.date() - moment.date()).days
    if days == 0:
        return _("today, {time}").format(time=moment.strftime("%H:%M"))
    if days == 1:
        return _("yesterday, {time}").format(time=moment.strftime("%H:%M"))
    return spelled(moment.date().isoformat(), brief=True)


class RecentRow(QWidget):
    """A project opened before: its name, its folder, and when it was changed.

    Delete takes it off the list. One that is gone is greyed, says so, and has a button for that.
    """

    wanted = Signal(Path)
    unwanted = Signal(Path)

    def __init__(self, recent: Recent, now: dt.datetime) -> None:
        super().__init__()
        self.path = recent.path
        self.found = recent.changed is not None or recent.far
        when = _("on a network drive") if recent.far else _("not found")
        if recent.changed is not None:
            when = when_in_words(recent.changed, now)
        name = recent.path.stem
        self.button = _RecentButton(name, recent.path.parent, when, found=self.found)
        self.button.clicked.connect(self._want)
        self.remove = QToolButton(self)
        self.remove.setIcon(icon("close"))
        words = _("Remove {name} from the list").format(name=isolated(name))
        self.remove.setToolTip(_("Remove from the list"))
        self.remove.setAccessibleName(words)
        self.remove.clicked.connect(self._unwant)
        self.remove.setVisible(recent.changed is None)
        keep_height(self, HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.TINY)
        row.addWidget(self.button, 1)
        row.addWidget(self.remove)

    def _want(self) -> None:
        self.wanted.emit(self.path)

    def _unwant(self) -> None:
        self.unwanted.emit(self.path)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._unwant()
        else:
            super().keyPressEvent(event)


class _RecentButton(EnterButton):
    """The part of a row that opens the project; paints its words itself, shortened to fit."""

    def __init__(self, name: str, folder: Path, when: str, *, found: bool) -> None:
        super().__init__()
        self._name = one_line(name)
        self._folder = folder
        self._when = when
        self.setFlat(True)
        self.setEnabled(found)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(f"{self._name}, {when}")
        self.setAccessibleDescription(one_line(folder))

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        return QSize(200, grown(HEIGHT))

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        role = QPalette.ColorRole
        if self.isEnabled():
            super().paintEvent(event)
        ink = self.palette().color(role.ButtonText)
        muted = self.palette().color(role.PlaceholderText) if self.isEnabled() else ink
        inner = self.rect().adjusted(spacing.MEDIUM, 0, -spacing.MEDIUM, 0)
        line = grown(LINE)
        upper = QRect(inner.left(), 6, inner.width(), line)
        lower = QRect(inner.left(), 6 + line, inner.width(), line)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        middle = Qt.TextElideMode.ElideMiddle
        with QPainter(self) as painter:
            painter.setPen(muted)
            painter.drawText(upper, right, isolated(self._when))
            metrics = painter.fontMetrics()
            folder = metrics.elidedText(one_line(self._folder), middle, lower.width())
            painter.drawText(lower, left, isolated(Path(folder)))
            width = upper.width() - metrics.horizontalAdvance(self._when) - spacing.LARGE
            font = painter.font()
            font.setWeight(font.Weight.Medium)
            painter.setFont(font)
            painter.setPen(ink)
            name = painter.fontMetrics().elidedText(self._name, middle, width)
            painter.drawText(upper, left, isolated(name))
