"""Newer versions, put together: on their way in, and the list of the passages that moved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from reviewer.domain.errors import NotAllowed
from reviewer.domain.steps import News
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.versions import take_dropped
from reviewer.ui.desk import Context, PageName
from reviewer.ui.replacing import NewerVersion
from reviewer.ui.soon import Soon
from reviewer.ui.telling import say_done
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.reading.beside import Beside
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.views.versions.moved import MovedPanel
from reviewer.ui.views.versions.older import OlderPanel
from reviewer.workspace.project import Workspace

MOVED, OLDER = "moved", "older"
"""What the panels are called among those at the side."""

_TABLES = frozenset(("version_places", "passages", "documents"))
NOT_SELECTED = N_(
    "Select the words that {passage} belongs to in its document first, and then place it there."
)


class Versioning(QObject):
    """The panel, connected to the desk; implements ``version_parts.VersionsPart``."""

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
        self._view = view
        self._context = context
        self._run: Callable[[Callable[[], object]], object] = actions.safely
        self._beside = Beside(view.panes)
        self._refresh_soon = Soon(self._refresh, self)
        self.panel = MovedPanel(workspace)
        self.older = OlderPanel(workspace, context.settings)
        view.sides.add(MOVED, self.panel)
        view.sides.add(OLDER, self.older)
        self.older.close_wanted.connect(self._close)
        self.panel.followed.connect(self._show)
        self.panel.go_wanted.connect(actions.action("version.accept").trigger)
        self.panel.certain_wanted.connect(actions.action("version.accept_certain").trigger)
        self.panel.place_wanted.connect(actions.action("version.place").trigger)
        self.panel.take_off_wanted.connect(actions.action("version.take_off").trigger)
        self.panel.close_wanted.connect(self._close)
        view.sides.moved.connect(self._side_moved)
        view.panes.pane_made.connect(self._pane_made)
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self._refresh_soon.start)

    def begin(self, document: int, path: Path, then: Callable[[], None] = lambda: None) -> None:
        """Read a file, tell what it would do, and put it in the place of a document."""
        desk = self._context.desk
        if desk is not None:
            one = NewerVersion(self._context, desk, document, path)
            one.replaced.connect(lambda _document, _waiting: then())
            one.replaced.connect(self._replaced)

    def is_open(self) -> bool:
        """Say whether the list is in sight."""
        return self._view.sides.wanted() == MOVED

    def show_moved(self, passage: int | None = None) -> None:
        """Show the list of passages that moved, at one of them."""
        self._view.show_page(PageName.READ)
        self._view.sides.want(MOVED)
        self.panel.refresh()
        if passage is not None:
            self.panel.go_to(passage)
        self._show()
        self.panel.take_keys()

    def show_older(self, document: int, text: int) -> None:
        """Show an older version of a document beside, by the id of its text."""
        found = self._workspace.documents.get(document)
        versions = self._workspace.versions.of(document)
        version = next(one for one in versions if one.text == text)
        self._view.show_page(PageName.READ)
        self._view.sides.want(OLDER)
        self.older.show_version(found, version)
        for pane in self._panes_with(document)[:1]:  # what one reads, as it stood there
            places = [pane.place().offset]
            there = self._workspace.versions.places_now(found.text or text, text, places)
            self.older.reader.restore_place((there[0], 0.0))
        self.older.take_keys()

    def moved(self) -> int | None:
        """Return the passage one is at in the list, while it is in sight."""
        found = self.panel.chosen() if self.is_open() else None
        return None if found is None else found.passage

    def accept(self) -> None:
        """Let the passage one is at stand where it was put."""
        found = self.panel.chosen()
        if found is not None:
            self._workspace.versions.accept([found.passage])
            say_done(self._context, _("Accepted: {passage}").format(passage=found.label))

    def accept_certain(self) -> None:
        """Let all stand whose very words are in the newer version."""
        certain = self.panel.certain()
        if certain:
            self._workspace.versions.accept(certain)
            say_done(
                self._context,
                counted("{count} passage accepted", "{count} passages accepted", len(certain)),
            )

    def place_here(self) -> None:
        """Put the passage one is at where words are selected in its document.

        Raises ``NotAllowed`` where nothing is selected there.
        """
        found = self.panel.chosen()
        if found is None:
            return
        spans = [pane.reader.selection() for pane in self._panes_with(found.document)]
        span = next((span for span in spans if span is not None), None)
        if span is None:
            raise NotAllowed(NOT_SELECTED, passage=found.label)
        self._workspace.versions.place(found.passage, span)
        say_done(self._context, _("Placed: {passage}").format(passage=found.label))

    def take_off(self) -> None:
        """Take the tag off the passage one is at."""
        found = self.panel.chosen()
        if found is not None:
            self._workspace.passages.remove([found.passage])
            say_done(self._context, _("Taken off: {passage}").format(passage=found.label))

    def _replaced(self, _document: int, waiting: int) -> None:
        if waiting:
            self._run(self.show_moved)

    def _pane_made(self, pane: Pane) -> None:
        pane.header.file_dropped.connect(partial(self._dropped, pane))

    def _dropped(self, pane: Pane, path: Path) -> None:
        document = pane.document
        if document is not None:
            self._run(lambda: take_dropped(self._context, document, path))

    def _panes_with(self, document: int) -> list[Pane]:
        """Return the panes that show a document, the focused one first."""
        panes = self._view.panes
        found = [pane for pane in panes.panes() if pane.document == document]
        return sorted(found, key=lambda pane: pane is not panes.focused())

    def _show(self, _row: object = None) -> None:
        """Show in its document where the passage stands that one is at; the keys stay."""
        if self.is_open():
            self._run(self._show_chosen)

    def _show_chosen(self) -> None:
        found = self.panel.chosen()
        if found is None:
            return
        passage = self._workspace.passages.get(found.passage)
        panes = self._panes_with(passage.document)
        if panes:
            panes[0].show_passage(passage)
        else:
            self._beside.show_passage(passage)

    def _follow(self, news: News) -> None:
        if not _TABLES.isdisjoint(news.tables):
            self._refresh_soon.start()

    def _refresh(self) -> None:
        self._run(self.panel.refresh)

    def _close(self) -> None:
        self._view.sides.want("")
        self._view.panes.focused().take_keys()

    def _side_moved(self) -> None:
        if not self.is_open():
            self._run(self._beside.give_back)
