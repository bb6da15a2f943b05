"""The register of actors, put together: its panel at the side, and what it opens."""

from PySide6.QtCore import QObject

from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.desk import PageName
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.overview.actors import ActorsPanel
from reviewer.workspace.project import Workspace

ACTORS = "actors"
"""What the panel is called among those at the side."""


class Registering(QObject):
    """The panel, connected to the desk; implements ``overview_parts.ActorsPart``."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, view: DeskView, actions: CommandActions
    ) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self._actions = actions
        self.panel = ActorsPanel(workspace, bridge, actions, actions.safely)
        view.sides.add(ACTORS, self.panel)
        self.panel.passage_wanted.connect(self._open_passage)
        self.panel.document_wanted.connect(self._open_document)
        self.panel.chosen_changed.connect(view.context_changed)
        self.panel.close_wanted.connect(self._close)

    def is_shown(self) -> bool:
        """Say whether the panel is in sight."""
        return self.panel.is_shown()

    def chosen(self) -> list[int]:
        """Return the actors that are selected, the current one first; none while hidden."""
        return self.panel.chosen()

    def choose(self, actor: int) -> None:
        """Show the panel at an actor."""
        self._view.sides.want(ACTORS)
        self.panel.choose(actor)

    def begin(self) -> None:
        """Show the panel with the caret where a name is looked for, or written anew."""
        self._view.sides.want(ACTORS)
        self.panel.begin()

    def take_keys(self) -> None:
        """Give the keys to the panel."""
        self.panel.take_keys()

    def flush(self) -> None:
        """Save what is being typed."""
        self.panel.card.flush()

    def _close(self) -> None:
        self._view.sides.want("")
        self._view.give_keys_back()

    def _open_passage(self, passage: int) -> None:
        self._actions.safely(lambda: self._view.show_passage(passage))

    def _open_document(self, document: int) -> None:
        if self._workspace.documents.facts(document) is not None:
            self._actions.safely(lambda: self._view.show_document(document))
        else:
            self._view.show_page(PageName.READ)
            self._view.documents.choose(document)
