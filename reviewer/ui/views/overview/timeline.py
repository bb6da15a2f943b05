"""The timeline: two rows of marks, when something is said to have happened and when it was said.

Left and Right walk one row in time, Up and Down change the row, + and - or Ctrl and the wheel zoom,
0 shows everything, Enter opens. How much has no place in time is said below.
"""

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QScrollBar, QVBoxLayout, QWidget

from reviewer.domain.passages import first_words
from reviewer.domain.timelines import Dated
from reviewer.environment.translation import _, counted
from reviewer.ui.models.looked_over import InTime
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_surface
from reviewer.ui.views.overview.timeline_canvas import TimelineCanvas
from reviewer.ui.wording import isolated, plain
from reviewer.workspace.project import Workspace

_QUOTE = 140  # letters of a passage


class TimelinePanel(QWidget):
    """The timeline, what one is at in words, and what has no place in time."""

    passage_wanted = Signal(int)
    event_wanted = Signal(int)
    back_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._found: InTime | None = None
        self.canvas = TimelineCanvas()
        self._here = plain("")
        self._unplaced = plain("", "muted")
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        self._bar.setAccessibleName(_("Along the timeline"))
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.LARGE, 0, spacing.LARGE, spacing.MEDIUM)
        column.setSpacing(spacing.SMALL)
        self._scroll_area = QScrollArea()
        self._scroll_area.setWidgetResizable(True)
        self._scroll_area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll_area.setWidget(self.canvas)
        column.addWidget(self._scroll_area, 1)
        column.addWidget(self._bar)
        column.addWidget(self._here)
        column.addWidget(self._unplaced)
        set_surface(self, "page")
        self.setFocusProxy(self.canvas)
        self.canvas.moved.connect(self._follow)
        self.canvas.opened.connect(self._open)
        self.canvas.seen_wanted.connect(self._show_box)
        self.canvas.back_wanted.connect(self.back_wanted)
        self.canvas.zoomed.connect(self._follow_zoom)
        self._bar.valueChanged.connect(self._scroll)

    def show_dates(self, found: InTime) -> str:
        """Show what is dated; returns how many marks there are, in words."""
        if found is not self._found:
            self._found = found
            self.canvas.show_timeline(found.timeline)
            self._unplaced.setText(found.reasons)
            self._unplaced.setVisible(bool(found.reasons))
        rows = len(found.timeline.rows)
        return counted(
            "{count} date of events and passages", "{count} dates of events and passages", rows
        )

    def is_empty(self) -> bool:
        """Say whether nothing is dated."""
        found = self._found
        return found is not None and not found.timeline.rows and not found.unplaced

    def _follow(self) -> None:
        row = self.canvas.current()
        words = self.canvas.words()
        if row is not None and row.dated.passage is not None:
            found = self._workspace.passages.listed([row.dated.passage])
            quoted = (first_words(one.quote, _QUOTE) for one in found.values())
            words = " ".join(
                (words, *(_("“{words}”").format(words=isolated(one)) for one in quoted))
            )
        self._here.setText(words)

    def _show_box(self, box: QRectF) -> None:
        middle = box.center().toPoint()
        self._scroll_area.ensureVisible(middle.x(), middle.y(), 0, 4 * spacing.LARGE)

    def _open(self, dated: Dated) -> None:
        if dated.passage is not None:
            self.passage_wanted.emit(dated.passage)
        elif dated.event is not None:
            self.event_wanted.emit(dated.event)

    def _follow_zoom(self) -> None:
        whole, seen, start = self.canvas.stretch()
        with QSignalBlocker(self._bar):
            self._bar.setRange(0, max(0, whole - seen))
            self._bar.setPageStep(seen)
            self._bar.setValue(start)
        self._bar.setVisible(whole > seen)

    def _scroll(self, value: int) -> None:
        self.canvas.scroll_to(value)
