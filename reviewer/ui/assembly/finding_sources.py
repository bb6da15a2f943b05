"""Sources that are known of and not in the project: written down, listed, and placed once here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.environment.translation import _, counted
from reviewer.ui.asking.link_questions import SourceQuestion, SourceWish
from reviewer.ui.assembly.link_lists import LinkLists
from reviewer.ui.models.links import passage_words, types_for_source
from reviewer.ui.prompts import Prompts
from reviewer.ui.views.finding.sources import SourcesPanel
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.frame.running import Runner
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

SOURCES = "sources"
"""What the panel is called among those at the side."""

MOST_ASKED = 200  # documents of an import of which it is asked whether a link waits for them


class FindingSources(QObject):
    """The panel "Sources to find", connected to the desk."""

    linked = Signal(int)  # a link to a source that was made

    def __init__(
        self,
        workspace: Workspace,
        view: DeskView,
        lists: LinkLists,
        prompts: Prompts,
        run: Runner,
    ) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self._lists = lists
        self._prompts = prompts
        self._run = run
        self.panel = SourcesPanel(workspace)
        view.sides.add(SOURCES, self.panel)
        self.panel.go_wanted.connect(partial(self._safely, self._enter))
        self.panel.new_wanted.connect(partial(self._safely, self._write_down))
        self.panel.close_wanted.connect(lists.close)
        lists.source_wanted.connect(self.show_source)

    def is_open(self) -> bool:
        """Say whether the panel is in sight."""
        return self._view.sides.wanted() == SOURCES

    def toggle(self) -> None:
        """Show the panel, or put it away."""
        if self.is_open():
            self._lists.close()
        else:
            self.show_source(None)

    def show_source(self, document: int | None) -> None:
        """Show the panel, at a source."""
        self._view.sides.want(SOURCES)
        self._run(partial(self.panel.refresh, document))
        self.panel.take_keys()

    def link_to_source(self, passage: int) -> None:
        """Ask for a source, and link a passage to it."""
        links = self._workspace.links
        question = SourceQuestion(
            passage_words(self._workspace, passage),
            links.sources_to_find(),
            types_for_source(self._workspace, passage),
        )
        wish = self._prompts.source(question)
        if wish is None:
            return
        if wish.document is not None:
            link = links.link_to_source(passage, wish.document, wish.type, note=wish.note)
        else:
            known = (wish.title, wish.publisher, wish.author, _date(wish))
            link = links.link_to_new_source(passage, *known, type=wish.type, note=wish.note)
        self.linked.emit(link)

    def say_arrived(self, documents: frozenset[int]) -> None:
        """Say it once where links wait for documents that have come."""
        links = self._workspace.links
        if not documents or len(documents) > MOST_ASKED or not links.sources_to_find():
            return
        waiting = sum(len(links.ask_to_place(document)) for document in sorted(documents))
        if waiting:
            said = counted(
                "A source you were looking for is here: {count} link waits for its place.",
                "A source you were looking for is here: {count} links wait for their places.",
                waiting,
            )
            show = partial(self._safely, partial(self.show_source, None))
            self._prompts.inform(said, action=_("Place it…"), run=show)

    def refresh(self) -> None:
        """List them again, after the project changed."""
        if self.is_open():
            self._run(self.panel.refresh)

    def _enter(self) -> None:
        """Place the link one is at, or go to what names the source one is at."""
        row = self.panel.current()
        if row is None:
            return
        if row.link is not None:
            self._lists.list_for_link(row.link, row.document)
            return
        placed = self._workspace.links.on(row.document)
        passages = [one.start.passage for one in placed if one.start.passage is not None]
        if len(passages) == 1:
            self._lists.go_to(passages[0])
        elif passages:
            source = f"{row.label} “{isolated(row.title)}”"
            about = _("to {source}").format(source=source)
            self._lists.list_passages(tuple(passages), _("Links"), about)

    def _write_down(self) -> None:
        links = self._workspace.links
        wish = self._prompts.source(SourceQuestion("", links.sources_to_find()))
        if wish is not None and wish.document is None:
            made = links.add_source(wish.title, wish.publisher, wish.author, _date(wish))
            self.panel.refresh(made)

    def _safely(self, deed: Callable[[], object]) -> None:
        self._run(deed)


def _date(wish: SourceWish) -> WrittenDate:
    """Return when a source was published as it was typed, in EDTF."""
    if not wish.posted:
        return NO_DATE
    return WrittenDate(wish.posted, wish.posted, DateBasis.ENTERED)
