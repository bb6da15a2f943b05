"""The welcome page: what the program is for, three ways to begin, and the projects opened last."""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.environment.places import mounts
from reviewer.environment.settings import Settings
from reviewer.environment.translation import _
from reviewer.ui.commands.registry import command
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_width
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.frame.recent import RecentRow, look_up
from reviewer.ui.views.pieces.enter_button import EnterButton
from reviewer.ui.views.pieces.glyphs import Glyph, Mark
from reviewer.ui.wording import native_keys, plain

COLUMN_WIDTH = 410
"""Width of each of the two columns."""

TWO_COLUMNS = 2 * COLUMN_WIDTH + spacing.HUGE * 3
MARK_SIZE = 64


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the files and folders among what is dragged; addresses elsewhere are left out."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.path()]


class WelcomePage(QWidget):
    """The page while no project is open; ``refresh`` looks anew at the recent projects.

    What a person wants is told by signals. Only the list of recent projects, which is a setting,
    is changed here.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    practice_wanted = Signal()
    recent_wanted = Signal(Path)
    files_dropped = Signal(list)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Welcome"))
        set_surface(self, "window")
        page = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(spacing.HUGE * 2)
        self._columns.addWidget(self._begin_side())
        self._columns.addWidget(self._recent_side())
        around = QVBoxLayout(page)
        around.setContentsMargins(spacing.HUGE, spacing.HUGE, spacing.HUGE, spacing.HUGE)
        around.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addLayout(self._columns)
        across.addStretch(1)
        around.addLayout(across)
        around.addStretch(3)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_surface(page, "window")
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._veil = DropVeil(self)
        self._veil.hide()
        self.refresh()
        self.setFocusProxy(self._new)

    def refresh(self) -> None:
        """List the projects opened last, newest first; missing ones are shown as such."""
        for row in self.rows():
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        now = dt.datetime.now(dt.UTC).astimezone()
        projects, mounted = self._settings.recent(), mounts()
        for path in projects:
            row = RecentRow(look_up(path, mounted), now)
            row.wanted.connect(self.recent_wanted)
            row.unwanted.connect(self._forget)
            self._rows.addWidget(row)
        self._recents.setVisible(bool(projects))

    def rows(self) -> list[RecentRow]:
        """Return the rows of the list from top to bottom."""
        items = (self._rows.itemAt(number) for number in range(self._rows.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, RecentRow)]

    def _begin_side(self) -> QWidget:
        side = QWidget()
        keep_width(side, COLUMN_WIDTH)
        name = plain(_("Reviewer"), "title")
        purpose = QLabel(
            _(
                "Read documents side by side, tag the passages in which somebody is accused, "
                "answers, or counts the harmed, and take each out with its words and its place."
            )
        )
        purpose.setWordWrap(True)
        set_role(purpose, "muted")
        self._new = BigButton(
            "add", _("New project…"), _("One file that holds everything"), "project.new"
        )
        self._open = BigButton(
            "folder", _("Open project…"), _("Go on where you stopped"), "project.open"
        )
        self._sample = BigButton(
            "documents",
            _("Sample dossier"),
            _("A made-up country’s documents, tagged: look around"),
            "project.sample",
        )
        self._practice = BigButton(
            "tag",
            _("Practise"),
            _("The same documents with nothing tagged yet"),
            "project.practice",
        )
        self._new.clicked.connect(self.new_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._sample.clicked.connect(self.sample_wanted)
        self._practice.clicked.connect(self.practice_wanted)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.SMALL)
        column.addWidget(Mark(MARK_SIZE))
        column.addSpacing(spacing.SMALL)
        column.addWidget(name)
        column.addWidget(purpose)
        column.addSpacing(spacing.LARGE)
        for button in (self._new, self._open, self._sample, self._practice):
            column.addWidget(button)
        column.addSpacing(spacing.SMALL)
        column.addLayout(_drop_hint())
        column.addStretch(1)
        return side

    def _recent_side(self) -> QWidget:
        self._recents = QWidget()
        keep_width(self._recents, COLUMN_WIDTH)
        heading = QLabel(_("Recent projects"))
        set_role(heading, "heading")
        clear = QPushButton(_("Clear list"))
        clear.setFlat(True)
        clear.setAccessibleName(_("Clear the list of recent projects"))
        clear.clicked.connect(self._clear)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(clear)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self._recents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addStretch(1)
        return self._recents

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list under the buttons where there is no room beside them."""
        super().resizeEvent(event)
        wide = self.width() >= grown(TWO_COLUMNS)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._columns.setSpacing(spacing.HUGE * 2 if wide else spacing.HUGE)
        self._veil.setGeometry(self.rect())

    @override
    @guard()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self._show_veil(shown=True)

    @override
    @guard()
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_veil(shown=False)

    @override
    @guard()
    def dropEvent(self, event: QDropEvent) -> None:
        self._show_veil(shown=False)
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            # Questions asked inside a drop would keep the other program waiting.
            QTimer.singleShot(0, self, partial(self.files_dropped.emit, paths))

    def _show_veil(self, *, shown: bool) -> None:
        """Draw a line around the page while something hangs over it that can be taken."""
        self._veil.setGeometry(self.rect())
        self._veil.setVisible(shown)
        self._veil.raise_()

    def _forget(self, project: Path) -> None:
        kept = [path for path in self._settings.recent() if path != project]
        self._settings.forget_recent()
        for path in reversed(kept):
            self._settings.remember(path)
        self.refresh()
        self.setFocus()

    def _clear(self) -> None:
        self._settings.forget_recent()
        self.refresh()
        self.setFocus()


class DropVeil(QWidget):
    """The line around a page that would take what is dragged over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        accent = self.palette().color(QPalette.ColorRole.Accent)
        inner = self.rect().adjusted(spacing.SMALL, spacing.SMALL, -spacing.SMALL, -spacing.SMALL)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine))
            accent.setAlphaF(0.06)
            painter.setBrush(accent)
            painter.drawRoundedRect(inner, spacing.MEDIUM, spacing.MEDIUM)


class BigButton(EnterButton):
    """A way to begin: an icon, what it does, a line about it, and its key."""

    def __init__(self, glyph: str, title: str, about: str, identity: str) -> None:
        super().__init__()
        keys = command(identity).shortcuts
        key = native_keys(keys[0]) if keys else ""
        self.setAccessibleName(title)
        self.setAccessibleDescription(_(", ").join(part for part in (about, key) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        what, more = QLabel(title), plain(about)
        what.setStyleSheet("font-weight: 500;")
        set_role(more, "muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(what)
        words.addWidget(more)
        row = QHBoxLayout(self)
        row.setContentsMargins(spacing.LARGE, spacing.MEDIUM, spacing.LARGE, spacing.MEDIUM)
        row.setSpacing(spacing.LARGE)
        row.addWidget(Glyph(glyph, 24, QPalette.ColorRole.Accent))
        row.addLayout(words, 1)
        if key:
            cap = QLabel(key)
            set_role(cap, "badge")
            row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
        _let_clicks_through(self)

    @override
    @guard(QSize)
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    @override
    @guard(QSize)
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _drop_hint() -> QHBoxLayout:
    words = plain(_("Or drop documents, a folder or a project here."), "muted")
    row = QHBoxLayout()
    row.setSpacing(spacing.SMALL)
    row.addWidget(Glyph("import", spacing.ICON_SMALL, QPalette.ColorRole.PlaceholderText))
    row.addWidget(words, 1)
    return row


def _let_clicks_through(button: QWidget) -> None:
    for child in button.findChildren(QWidget):
        child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
