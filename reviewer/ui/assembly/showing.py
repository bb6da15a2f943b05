"""Which passages are shown in the text: chosen in a sheet, said in a line, never unsaid."""

from collections import Counter

from PySide6.QtCore import QObject, QPoint

from reviewer.domain.steps import News
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.models.shown import EVERYTHING, Shown, sentence, still_there
from reviewer.ui.prompts import Prompts
from reviewer.ui.soon import Soon
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.reading.shown_sheet import ShownSheet
from reviewer.workspace.project import Workspace


class Showing(QObject):
    """Implements ``desk.ShownPart`` for an open project."""

    def __init__(
        self,
        workspace: Workspace,
        view: DeskView,
        bridge: Bridge,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view = view
        self._prompts = prompts
        self._sheet = ShownSheet(workspace, view)
        self._count_soon = Soon(self._count, self)
        self._sheet.wanted.connect(self.use)
        view.shown.wanted.connect(self.use)
        view.panes.sifted.connect(self._count_soon.start)
        view.panes.shown_anyway.connect(self._say_shown_anyway)
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self.refresh)

    def choose(self) -> None:
        """Open the list of tags and people to tick."""
        panes = self._view.panes
        button = self._view.verbs.button("pane.show_only")
        at = panes.mapToGlobal(QPoint(0, 0))
        if button is not None and button.isVisible():
            at = button.mapToGlobal(QPoint(0, button.height() + 2))
        self._sheet.open_at(panes.shown(), self._tally(), at)

    def use(self, shown: Shown) -> None:
        """Show the passages of these tags and people only."""
        self._view.panes.set_shown(shown)
        self.refresh()
        self._view.context_changed.emit()

    def is_on(self) -> bool:
        """Say whether any passage may be left out."""
        return bool(self._view.panes.shown())

    def clear(self) -> None:
        """Show every passage again."""
        if self.is_on():
            self.use(EVERYTHING)

    def sentence(self) -> str:
        """Return in words which passages are shown; empty when all are."""
        return sentence(self._workspace, self._view.panes.shown())

    def refresh(self) -> None:
        """Let go of what is gone from the project, and show names as they are now."""
        panes = self._view.panes
        panes.set_shown(still_there(self._workspace, panes.shown()))
        tags, people = self._workspace.tags.all(), self._workspace.analysts()
        self._view.shown.show_filter(panes.shown(), tags, people)
        self._count()

    def _follow(self, news: News) -> None:
        if "tags" in news.tables and self.is_on():
            self.refresh()

    def _count(self) -> None:
        self._view.shown.show_count(len(self._view.panes.hidden()))

    def _tally(self) -> tuple[Counter[int], Counter[int]]:
        """Count the passages of the documents in the panes, by tag and by analyst."""
        tags, people = Counter[int](), Counter[int]()
        for document in {one for one in self._view.panes.documents() if one is not None}:
            for placed in self._workspace.passages.placed(document):
                tags[placed.tag] += 1
                people[placed.analyst] += 1
        return tags, people

    def _say_shown_anyway(self, label: str) -> None:
        words = _("{passage} is shown although the filter leaves it out.")
        self._prompts.inform(words.format(passage=label))
