"""Importing, put together: the page among the places, and the imports it shows."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.domain.progress import Progress
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.desk import Context, PageName
from reviewer.ui.import_sources import Sources
from reviewer.ui.importing import Import, Look
from reviewer.ui.models.import_rows import ImportRow
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.importing.importing import ImportPage
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import ReadFile
from reviewer.workspace.waiting_files import Wish, granted, without_words


class Importing(QObject):
    """The page, connected to the desk; implements ``desk.ImportingPart``."""

    ended = Signal()

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        view: DeskView,
        context: Context,
        actions: CommandActions,
    ) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._bridge = bridge
        self._view = view
        self._context = context
        self._actions = actions
        self._waiting: list[tuple[Sources, Look]] = []
        self.page = ImportPage()
        view.places.add(PageName.IMPORT, self.page)
        self.page.encoding_wanted.connect(self._read_as)
        self.page.whole_wanted.connect(self._fetch)
        self.page.close_wanted.connect(self._close)
        self.page.import_wanted.connect(actions.action("project.import").trigger)

    def begin(self, sources: Sources | Sequence[Path], look: Look) -> Import | None:
        """Import what was dropped or chosen; after the one that is on the page, if there is one.

        Returns the import unless it waits. One that needs no look does not wait.
        """
        wanted = sources if isinstance(sources, Sources) else Sources.of(sources)
        shown = self.page.current_import()
        if shown is not None and not shown.is_over() and look in (Look.DOUBTFUL, Look.ALL):
            self._waiting.append((wanted, look))
            return None
        one = Import(self._workspace, self._bridge, self._context.prompts, wanted, look=look)
        one.look_wanted.connect(partial(self._show, one))
        one.ended.connect(self._go_on)
        if one.needs_look:
            self._show(one)
        return one

    def show(self) -> None:
        """Go to the page."""
        self._view.show_page(PageName.IMPORT)

    def has_import(self) -> bool:
        """Say whether an import is on the page."""
        return self.page.current_import() is not None

    def _show(self, one: Import) -> None:
        self.page.begin(one)
        self.show()

    def _go_on(self) -> None:
        self.ended.emit()
        if self._waiting:
            self.begin(*self._waiting.pop(0))

    def _close(self) -> None:
        self._view.show_page(PageName.READ)

    # Reading once more.

    def _read_as(self, rows: list[ImportRow], encoding: str) -> None:
        """Read files in the encoding a person chose; what is read is preview and result."""
        one = self.page.current_import()
        if one is None:
            return
        wishes = [Wish(without_words(row.file), encoding, row.columns) for row in rows]

        def read(progress: Progress) -> list[tuple[int, ReadFile]]:
            return list(granted(wishes, progress, anew=True))

        job = self._bridge.run("", read, quietly=True)
        job.done.connect(partial(self._replace, one, rows, encoding))
        job.failed.connect(self._context.prompts.tell)

    def _replace(
        self,
        one: Import,
        rows: list[ImportRow],
        encoding: str,
        read: list[tuple[int, ReadFile]],
    ) -> None:
        if one.is_over():
            return
        outcomes = one.before([file for _number, file in read])
        for (number, file), outcome in zip(read, outcomes, strict=True):
            rows[number].encoding = encoding
            one.rows.replace(rows[number], file, outcome)
        self.page.rows_replaced()

    def _fetch(self, row: ImportRow) -> None:
        """Read a file's words again that were not kept, for the page to show."""
        wish = Wish(row.file, row.encoding, row.columns)

        def read(progress: Progress) -> list[tuple[int, ReadFile]]:
            return list(granted([wish], progress))

        job = self._bridge.run("", read, quietly=True)
        job.done.connect(partial(self._show_whole, row))

    def _show_whole(self, row: ImportRow, read: list[tuple[int, ReadFile]]) -> None:
        for _number, file in read:
            self.page.show_whole(row, file)
