"""Pages beside the texts of panes: in which panes they are shown, and their drawing in turn."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from reviewer.domain.errors import ReviewerError
from reviewer.domain.pages import DrawnPage
from reviewer.domain.progress import Progress
from reviewer.environment.translation import _
from reviewer.ui.assembly.page_following import PageFollower, Wanted
from reviewer.ui.bridge import Bridge
from reviewer.ui.text.marks import Mark
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.views.reading.pane_marks import PaneMarks
from reviewer.ui.views.reading.pane_room import PaneRoom
from reviewer.ui.views.reading.panes import PaneAreaView
from reviewer.workspace.page_drawing import PageDrawing
from reviewer.workspace.project import Workspace

_STATE = "pages_shown"


class PageShowing(QObject):
    """Implements ``page_parts.PagePart``: one page is drawn at a time, the newest wish first."""

    def __init__(
        self, workspace: Workspace, panes: PaneAreaView, bridge: Bridge, parent: QObject
    ) -> None:
        """Show pages where they were shown; no pane is asked for yet."""
        super().__init__(parent)
        self._workspace = workspace
        self._panes = panes
        self._bridge = bridge
        self._drawing = PageDrawing()
        self._room = PaneRoom(panes)
        self._followers: dict[Pane, PageFollower] = {}
        self._waiting: dict[Pane, Wanted] = {}
        self._busy = False
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._begin_again)
        self._later.start(0)

    def is_on(self) -> bool:
        """Say whether the focused pane shows pages."""
        return self._panes.focused() in self._followers

    def can_show(self) -> bool:
        """Say whether the document in the focused pane has pages to show."""
        document = self._panes.document()
        return document is not None and self._workspace.pages.can_be_drawn(document)

    def set_on(self, *, on: bool) -> None:
        """Show the page beside the text of the focused pane, or put it away."""
        pane = self._panes.focused()
        if on:
            self._begin(pane)
        else:
            self._end(pane)

    def save(self) -> None:
        """Remember which panes show pages; raises what the project file raises.

        Before they are shown again, what is remembered stays.
        """
        if self._later.isActive():
            return
        shown = [index for index, pane in enumerate(self._panes.panes()) if pane in self._followers]
        self._workspace.remember(_STATE, shown)

    def close(self) -> None:
        """Let go of the process that draws."""
        self._drawing.close()

    def _begin_again(self) -> None:
        """Show pages where they were shown when the project was last open."""
        remembered = self._workspace.remembered(_STATE)
        shown = remembered if isinstance(remembered, list) else []
        for index, pane in enumerate(self._panes.panes()):
            if index in shown:
                self._begin(pane)

    def _begin(self, pane: Pane) -> None:
        if pane in self._followers:
            return
        view = pane.body.show_page()
        follower = PageFollower(self._workspace, pane, partial(self._marks, pane), view)
        follower.wanted.connect(partial(self._want, pane))
        view.close_wanted.connect(partial(self._end, pane))
        pane.destroyed.connect(partial(self._forget, pane))
        self._followers[pane] = follower
        self._room.follow()

    def _end(self, pane: Pane) -> None:
        self._forget(pane)
        pane.body.put_page_away()
        self._room.follow()
        pane.take_keys()

    def _forget(self, pane: Pane) -> None:
        self._followers.pop(pane, None)
        self._waiting.pop(pane, None)

    def _marks(self, pane: Pane) -> list[Mark]:
        """Return the passages of a pane's document as its filter has them."""
        if pane.document is None:
            return []
        document = self._workspace.documents.get(pane.document)
        hidden = pane.hidden()
        marks = PaneMarks(self._workspace, pane.reader).read(document).marks
        return [mark for mark in marks if mark.id not in hidden]

    def _want(self, pane: Pane, wanted: Wanted) -> None:
        self._waiting[pane] = wanted
        self._next()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        pane, wanted = self._waiting.popitem()
        self._busy = True

        def draw(progress: Progress) -> DrawnPage:
            return self._drawing.draw(wanted.wish, lambda: progress.report(0))

        job = self._bridge.run(_("Drawing a page"), draw, quietly=True)
        job.done.connect(partial(self._done, pane, wanted))
        job.failed.connect(partial(self._failed, pane))
        job.stopped.connect(self._free)

    def _done(self, pane: Pane, wanted: Wanted, drawn: DrawnPage) -> None:
        follower = self._followers.get(pane)
        if follower is not None and isValid(follower):
            follower.take(wanted, drawn)
        self._free()

    def _failed(self, pane: Pane, problem: ReviewerError) -> None:
        follower = self._followers.get(pane)
        if follower is not None and isValid(follower):
            follower.fail(problem)
        self._free()

    def _free(self) -> None:
        self._busy = False
        self._next()
