"""The overview, put together: its page among the places, and what its rows open."""

from PySide6.QtCore import QObject

from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.desk import Context, PageName
from reviewer.ui.models.overview import Section
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.frame.remembered import entries
from reviewer.ui.views.frame.running import attempt
from reviewer.ui.views.overview.overview import OverviewPage
from reviewer.workspace.project import Workspace

STATE = "overview"


class Overviewing(QObject):
    """The page, connected to the desk; implements ``record_parts.OverviewPart``."""

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
        self.page = OverviewPage(workspace, bridge, actions.safely)
        view.places.add(PageName.OVERVIEW, self.page)
        attempt(lambda: self.page.restore(entries(workspace.remembered(STATE))))
        self.page.passage_wanted.connect(self._open_passage)
        self.page.document_wanted.connect(self._open_document)
        self.page.question_wanted.connect(self._open_question)
        self.page.event_wanted.connect(self._open_question)
        self.page.help_wanted.connect(actions.action("overview.help").trigger)

    def show_section(self, section: Section) -> None:
        """Go to a list of the overview."""
        self._view.show_page(PageName.OVERVIEW)
        self.page.show_section(section)

    def save(self) -> None:
        """Remember which list is shown with the project."""
        self._workspace.remember(STATE, self.page.state())

    def _open_passage(self, passage: int) -> None:
        self._actions.safely(lambda: self._go_to_passage(passage))

    def _go_to_passage(self, passage: int) -> None:
        """Read a passage; one that moved is shown with its words before and now."""
        desk = self._context.desk
        if self.page.section() is Section.MOVED and desk is not None and desk.versions is not None:
            desk.versions.show_moved(passage)
        else:
            self._view.show_passage(passage)

    def _open_document(self, document: int) -> None:
        self._actions.safely(lambda: self._go_to_document(document))

    def _go_to_document(self, document: int) -> None:
        """Read a document; one that is not held is shown among the sources to find."""
        desk = self._context.desk
        if self._workspace.documents.facts(document) is not None:
            self._view.show_document(document)
        elif desk is not None and desk.linking is not None:
            desk.linking.show_source(document)

    def _open_question(self, event: int, question: int | None = None) -> None:
        desk = self._context.desk
        events = None if desk is None else desk.events
        if events is not None:
            self._view.show_page(PageName.EVENTS)
            self._actions.safely(lambda: events.show_event(event, question))
