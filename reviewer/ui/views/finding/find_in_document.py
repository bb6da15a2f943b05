"""Finding in the text of the pane that has the keys: what is sought, where it is, the way there.

Long texts are folded and searched in a worker, so that no letter typed has to wait. What is typed
while one search goes on is looked for when it has ended, the last of it only. Hits are marked as
long as the bar is in sight, and no longer.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout
from shiboken6 import isValid

from reviewer.domain.errors import ReviewerError
from reviewer.domain.finding import Finder, Sought
from reviewer.domain.spans import Span
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.text.hits import Hits
from reviewer.ui.views.finding.find_bar import FindBar
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.views.reading.panes import PaneAreaView
from reviewer.ui.wording import sentence
from reviewer.workspace.project import Workspace

PAUSE_MILLISECONDS = 120  # after the last letter
LONGEST_TAKEN_OVER = 120  # code points of a selection that is looked for

Start = Callable[[Hits], int | None]


class FindInDocument(QObject):
    """Implements ``desk.FindPart``."""

    moved = Signal()  # other hits, or another of them is the present one
    tag_all_wanted = Signal()

    def __init__(self, workspace: Workspace, bridge: Bridge, panes: PaneAreaView) -> None:
        super().__init__(panes)
        self._workspace = workspace
        self._bridge = bridge
        self._panes = panes
        self._pane: Pane | None = None
        self._bar: FindBar | None = None
        self._last = Sought("")
        self._text = ""
        self._finder = Finder("")
        self._origin = 0
        self._step = 0  # wanted as soon as it is known where the hits are
        self._shown: tuple[Finder, Sought] | None = None
        self._working: tuple[Finder, Sought] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._search)
        panes.focus_moved.connect(self._follow_panes)

    def open(self) -> None:
        """Show the bar over the focused pane, with the selected words if they are few."""
        pane = self._panes.focused()
        chosen = pane.reader.selection()
        self._show_over(pane)
        bar = self.bar()
        if bar is None:
            return
        words = "" if chosen is None else chosen.of(self._text)
        if chosen is not None and len(words) <= LONGEST_TAKEN_OVER and "\n" not in words.strip():
            self._origin = chosen.start
            bar.field.setText(words.strip())
        bar.take_keys()

    def step(self, *, backwards: bool = False) -> None:
        """Go to the next hit, or the one before; behind the last comes the first.

        Without the bar what was looked for last is looked for again, from the caret.
        """
        pane = self._panes.focused()
        bar = self.bar()
        if bar is None or not _has_keys(bar):
            self._show_over(pane)
            bar = self.bar()
        if bar is None or not self._last.words:
            self.open()
            return
        self._step = -1 if backwards else 1
        if self._is_shown():
            self._go()
        else:
            self._search()

    def close(self) -> bool:
        """Put the bar and the marks away; the keys go back to the text. Says whether any were."""
        bar, pane = self.bar(), self._pane
        if bar is None or pane is None:
            return False
        had_keys = _has_keys(bar)
        self._forget()
        pane.reader.show_hits(Hits())
        if had_keys:
            pane.take_keys()
        self.moved.emit()
        return True

    def bar(self) -> FindBar | None:
        """Return the bar, where it is in sight."""
        return self._bar if self._bar is not None and isValid(self._bar) else None

    def hits(self) -> list[tuple[int, Span]]:
        """Return every place that is marked, with its document."""
        pane = self._pane
        if pane is None or pane.document is None or not self._is_shown():
            return []
        return [(pane.document, span) for span in self._hits().spans]

    def is_open(self) -> bool:
        """Say whether the bar is in sight, and places may be marked."""
        return self.bar() is not None

    def count(self) -> int:
        """Return how many places are marked."""
        return len(self._hits()) if self._is_shown() else 0

    def _hits(self) -> Hits:
        return Hits() if self._pane is None else self._pane.reader.hits()

    def _is_shown(self) -> bool:
        return self._shown is not None and self._shown == (self._finder, self._last)

    # The bar.

    def _show_over(self, pane: Pane) -> None:
        if pane is self._pane and self.bar() is not None:
            return
        self.close()
        layout = pane.layout()
        if pane.document is None or not isinstance(layout, QBoxLayout):
            return
        bar = FindBar()
        bar.show_sought(self._last)
        layout.insertWidget(1, bar)
        self._pane, self._bar = pane, bar
        bar.sought_changed.connect(self._sought_changed)
        bar.step_wanted.connect(self._step_wanted)
        bar.close_wanted.connect(self.close)
        bar.tag_all_wanted.connect(self.tag_all_wanted)
        pane.document_changed.connect(self._read)
        bar.show()
        self._read()

    def _forget(self) -> None:
        """Let go of the bar and its pane, which may be gone already."""
        self._pause.stop()
        bar, pane = self.bar(), self._pane
        self._pane = self._bar = self._shown = None
        if pane is not None and isValid(pane):
            pane.document_changed.disconnect(self._read)
        if bar is not None:
            bar.hide()
            bar.deleteLater()

    def _follow_panes(self) -> None:
        if self._pane is not None and self._pane not in self._panes.panes():
            self._forget()
            self.moved.emit()

    def _read(self) -> None:
        """Take up the text of the bar's pane, and look in it for what was looked for."""
        pane, self._shown = self._pane, None
        if pane is None or pane.document is None:
            self.close()
            return
        text = self._workspace.documents.text(pane.document)
        if text is not self._text:
            self._text, self._finder = text, Finder(text)
        self._origin = pane.reader.caret()
        self._search()

    def _sought_changed(self) -> None:
        self._shown = None
        self._pause.start()

    def _step_wanted(self, backwards: bool) -> None:
        self.step(backwards=backwards)

    # Looking.

    def _search(self) -> None:
        """Look for what the bar says, unless something is being looked for: then after that."""
        self._pause.stop()
        bar = self.bar()
        if bar is None:
            return
        self._last = bar.sought()
        if self._working is not None:
            return
        finder, sought = self._working = (self._finder, self._last)

        def work(_progress: object) -> Hits:
            finder.prepare()
            return Hits(finder.hits(sought))

        job = self._bridge.run(_("Find in the document"), work)
        job.done.connect(self._found)
        job.failed.connect(self._failed)
        job.stopped.connect(self._stopped)

    def _stopped(self) -> None:
        self._working = None

    def _found(self, hits: Hits) -> None:
        if self._is_over() and self._pane is not None:
            self._shown = (self._finder, self._last)
            self._pane.reader.show_hits(hits)
            if self._last.words:
                self._go()
            else:
                self._tell()

    def _failed(self, problem: ReviewerError) -> None:
        bar = self.bar()
        if self._is_over() and bar is not None and self._pane is not None:
            self._shown = (self._finder, self._last)
            self._pane.reader.show_hits(Hits())
            bar.say_problem(sentence(problem))
            self.moved.emit()

    def _is_over(self) -> bool:
        """Take note that a search has ended; if it was not the last one wanted, begin that."""
        ended, self._working = self._working, None
        bar = self.bar()
        if bar is None:
            return False
        if ended == (self._finder, bar.sought()):
            return True
        if not self._pause.isActive():
            self._search()
        return False

    # Going.

    def _go(self) -> None:
        """Make a hit the present one: the first from where one began, or a step from there."""
        pane, hits, step = self._pane, self._hits(), self._step
        self._step = 0
        if pane is None:
            return
        here = hits.at(pane.reader.selection())
        if step and here is not None:
            hits.present = here
            hits.present = hits.by(step)
        elif step < 0:
            hits.present = hits.before(pane.reader.caret())
        else:
            hits.present = hits.after(pane.reader.caret() if step else self._origin)
        found = hits.present_span
        if found is not None:
            pane.reader.choose(found)
            self._origin = found.start
        pane.reader.show_hits(hits)
        self._tell()

    def _tell(self) -> None:
        bar, hits = self.bar(), self._hits()
        if bar is not None:
            if self._last.words:
                bar.say_place(hits.present, len(hits))
            else:
                bar.say_nothing()
        self.moved.emit()


def _has_keys(bar: FindBar) -> bool:
    here = QApplication.focusWidget()
    return here is not None and bar.isAncestorOf(here)
