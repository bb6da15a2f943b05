"""Finding, put together: in the document, in all documents, and where else.

The parts do not know each other. Here a hit that is opened is shown in its document, and a place
that speaks of the same in the pane beside, until it is gone to or given back.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from reviewer.domain.search import Hit, HitKind
from reviewer.domain.spans import Span
from reviewer.ui.asking.asked_about import AskedAbout
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.registry import command
from reviewer.ui.commands.search import tag_with_key_pressed
from reviewer.ui.desk import Context, PageName
from reviewer.ui.views.finding.find_in_document import FindInDocument
from reviewer.ui.views.finding.search import SearchPage
from reviewer.ui.views.finding.tagged_of_hits import TaggedOfHits
from reviewer.ui.views.finding.where_else import WhereElsePanel
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.frame.remembered import entries
from reviewer.ui.views.frame.running import attempt
from reviewer.ui.views.frame.tour import HIT_OPENED
from reviewer.ui.views.reading.beside import Beside
from reviewer.workspace.project import Workspace

WHERE_ELSE = "where_else"
"""What the panel is called among those at the side."""

STATE = "search"


class Searching(QObject):
    """The three parts, connected to the desk; implements ``desk.SearchingPart``."""

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
        self._actions = actions
        self._beside = Beside(view.panes)
        self._find = FindInDocument(workspace, bridge, view.panes)
        self._page = SearchPage(workspace, bridge, actions.safely, TaggedOfHits(context.settings))
        self._where_else = WhereElsePanel(workspace, bridge)
        self._asked_about = AskedAbout(view.panes, actions, self)
        view.places.add(PageName.SEARCH, self._page)
        view.sides.add(WHERE_ELSE, self._where_else)
        attempt(lambda: self._page.restore(entries(workspace.remembered(STATE))))
        self._connect()

    @property
    def find(self) -> FindInDocument:
        """Finding in the text of the focused pane."""
        return self._find

    @property
    def page(self) -> SearchPage:
        """The place "Search"."""
        return self._page

    @property
    def where_else(self) -> WhereElsePanel:
        """The panel of places that speak of the same."""
        return self._where_else

    def passage_meant(self) -> int | None:
        """Return the passage one went to, unless one has moved on to other words since."""
        return self._asked_about.passage()

    def passages_chosen(self) -> list[int]:
        """Return the passages among the hits chosen on the place "Search", each once."""
        chosen = (hit.passage for hit in self._page.table.chosen() if self._page.has_hits())
        return list(dict.fromkeys(one for one in chosen if one is not None))

    def ask_where_else(self, document: int, span: Span) -> None:
        """Look where else something is said, in the panel."""
        self._beside.give_back()
        self._view.sides.want(WHERE_ELSE)
        self._where_else.ask(document, span)

    def save(self) -> None:
        """Remember what is asked with the project."""
        self._workspace.remember(STATE, self._page.state())

    def _connect(self) -> None:
        page, panel = self._page, self._where_else
        page.open_wanted.connect(self._open)
        page.key_pressed.connect(self._key_pressed)
        page.chosen_changed.connect(self._view.context_changed)
        page.tag_wanted.connect(self._runner("search.tag_hits"))
        page.tag_all_wanted.connect(self._runner("search.tag_all"))
        page.help_wanted.connect(self._runner("search.help"))
        panel.show_wanted.connect(self._show_beside)
        panel.go_wanted.connect(self._go)
        panel.close_wanted.connect(self._close_where_else)
        panel.key_pressed.connect(self._key_pressed)
        self._find.moved.connect(self._view.context_changed)
        self._find.tag_all_wanted.connect(self._runner("find.tag_all"))
        self._view.sides.moved.connect(self._side_moved)

    def _runner(self, identity: str) -> Callable[[], None]:
        """Return what runs a command as things stand then, not as its action shows them."""
        return partial(self._actions.run, command(identity))

    def _key_pressed(self, name: str) -> None:
        found = tag_with_key_pressed(self._context, name)
        if found is not None:
            self._actions.run(found)

    def _open(self, hit: Hit, beside: bool) -> None:
        self._actions.safely(lambda: self._open_hit(hit, beside=beside))

    def _open_hit(self, hit: Hit, *, beside: bool) -> None:
        panes = self._view.panes
        self._actions.ran.emit(HIT_OPENED)
        if hit.document is None:
            self._open_outside(hit)
            return
        self._view.show_page(PageName.READ)
        if beside:
            panes.open_beside(hit.document, hit.opens)
        else:
            panes.open_here(hit.document, hit.opens)
        if hit.opens is not None and hit.kind in (HitKind.TEXT, HitKind.QUOTE):
            panes.focused().reader.choose(hit.opens)
        elif hit.passage is not None:
            panes.show_passage(hit.passage)

    def _open_outside(self, hit: Hit) -> None:
        """Show what stands in no document: an actor, an event, a note of the project."""
        desk = self._context.desk
        if hit.actor is not None and desk is not None and desk.actors is not None:
            desk.actors.choose(hit.actor)
        elif hit.event is not None and desk is not None and desk.events is not None:
            self._view.show_page(PageName.EVENTS)
            desk.events.show_event(hit.event)
        else:
            self._view.sides.want("journal")

    # The pane beside.

    def _show_beside(self, document: int, span: Span) -> None:
        self._actions.safely(lambda: self._beside.show(document, span))

    def _go(self) -> None:
        pane = self._beside.keep()
        if pane is not None:
            self._view.show_page(PageName.READ)
            pane.take_keys()

    def _close_where_else(self) -> None:
        self._view.sides.want("")
        self._view.panes.focused().take_keys()

    def _side_moved(self) -> None:
        """Give the pane back once the panel has gone, whatever closed it."""
        if self._view.sides.wanted() != WHERE_ELSE:
            self._actions.safely(self._beside.give_back)
            self._where_else.clear()
