"""Work of other programs, put together: which files are that, and the page they are seen on."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.domain.errors import ReviewerError
from reviewer.domain.progress import Progress
from reviewer.ui.bridge import Bridge
from reviewer.ui.desk import Context
from reviewer.ui.import_sources import Sources
from reviewer.ui.taking_work import TakingWork, WorkStage
from reviewer.ui.views.importing.work import WorkPage
from reviewer.workspace.project import Workspace
from reviewer.workspace.work_apart import work_among


class Working(QObject):
    """Files that are work of other programs, one after the other on their page."""

    found = Signal()  # something waits to be looked at
    shown = Signal()  # the page is wanted in sight
    freed = Signal()  # nothing comes in just now: other things can be changed
    ended = Signal()  # one is over, or left
    close_wanted = Signal()

    def __init__(
        self, workspace: Workspace, bridge: Bridge, context: Context, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._bridge = bridge
        self._context = context
        self._waiting: list[Path] = []
        self.page = WorkPage()
        self.page.close_wanted.connect(self.close_wanted)
        self.page.places_wanted.connect(self._show_places)

    def sort_out(self, sources: Sources, then: Callable[[Sources], object]) -> bool:
        """Take what is work of other programs out of what was chosen; the rest goes on to ``then``.

        Says whether anything may be; only then is it looked at, in a worker, and ``then`` called
        later. Plain texts are no such work, and come in without a turn.
        """
        if sources.are_documents():
            return False

        def look(progress: Progress) -> list[Path]:
            return work_among(sources.paths, progress)

        job = self._bridge.run("", look, quietly=True)
        job.done.connect(partial(self._sorted, sources, then))
        job.failed.connect(partial(self._unsorted, sources, then))
        return True

    def is_busy(self) -> bool:
        """Say whether work is on the page that is not over."""
        taking = self.page.taking()
        return taking is not None and taking.stage is not WorkStage.OVER

    def has_any(self) -> bool:
        """Say whether work is on the page."""
        return self.page.taking() is not None

    def is_writing(self) -> bool:
        """Say whether work is coming in just now."""
        taking = self.page.taking()
        return taking is not None and taking.stage is WorkStage.WRITING

    def leave(self) -> None:
        """Take in nothing more, because the project closes; what is not whole is taken back."""
        taking = self.page.taking()
        if taking is not None:
            taking.leave()

    def go_on(self) -> bool:
        """Look at the next file, where one waits and none is looked at; says whether one is."""
        if self._waiting and not self.is_busy():
            path = self._waiting.pop(0)
            taking = TakingWork(self._workspace, self._bridge, self._context, path)
            taking.ended.connect(partial(self._ended, taking))
            taking.written.connect(self.freed)
            self.page.begin(taking)
            self.shown.emit()
        return self.is_busy()

    def _sorted(
        self, sources: Sources, then: Callable[[Sources], object], found: Sequence[Path]
    ) -> None:
        self._waiting += found
        rest = Sources(tuple(path for path in sources.paths if path not in found), sources.pasted)
        if rest.paths or rest.pasted:
            then(rest)
        else:
            self.found.emit()

    def _unsorted(
        self, sources: Sources, then: Callable[[Sources], object], _problem: ReviewerError
    ) -> None:
        then(sources)  # importing it says what is the matter

    def _ended(self, taking: TakingWork) -> None:
        if self.page.taking() is taking:
            self.page.forget()
        taking.deleteLater()
        self.ended.emit()

    def _show_places(self) -> None:
        desk = self._context.desk
        if desk is not None and desk.versions is not None:
            self._context.safely(desk.versions.show_moved)
