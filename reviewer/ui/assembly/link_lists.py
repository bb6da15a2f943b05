"""Lists of passages at the side, walked with the pane beside: likely ones, linked ones, others.

Whoever asks for a list says what Enter does with a row of it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reviewer.domain.passages import first_words
from reviewer.environment.translation import _
from reviewer.ui.desk import PageName
from reviewer.ui.models.links import link_sentence, linked_rows, passage_rows, passage_words
from reviewer.ui.models.where_else import Elsewhere
from reviewer.ui.views.finding.counterparts import LINKING, CounterpartsPanel
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.frame.running import Runner
from reviewer.ui.views.reading.beside import Beside
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

COUNTERPARTS = "counterparts"
"""What the panel is called among those at the side."""

Deed = Callable[[Elsewhere, bool], None]
"""What Enter does with a row; the second says that one stays in the list."""


class LinkLists(QObject):
    """Fills the panel, shows its rows beside, and does what Enter shall do."""

    linked = Signal(int)  # a link that was made or placed from the list
    source_wanted = Signal(int)  # the document of a source that is not held

    def __init__(self, workspace: Workspace, view: DeskView, run: Runner) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self._run = run
        self._beside = Beside(view.panes)
        self._deed: Deed = self._go
        self.panel = CounterpartsPanel(workspace)
        view.sides.add(COUNTERPARTS, self.panel)
        self.panel.followed.connect(self._show_beside)
        self.panel.go_wanted.connect(self._enter)
        self.panel.more_wanted.connect(partial(LinkLists.enter, self, stay=True))
        self.panel.close_wanted.connect(self.close)
        self.panel.event_wanted.connect(self._list_event)
        view.sides.moved.connect(self._side_moved)

    def is_open(self) -> bool:
        """Say whether a list is in sight."""
        return self._view.sides.wanted() == COUNTERPARTS

    def ask(self, passage: int) -> None:
        """List what a passage may be linked to; Enter links."""
        self._begin(partial(self._link, passage))
        self.panel.ask(passage, eventful=bool(self._workspace.events.of(passage)))
        self.panel.take_keys()

    def list_links(self, passage: int) -> None:
        """List the links of a passage; Enter goes to the other end."""
        workspace = self._workspace
        self._begin(self._go)
        self.panel.list_rows(
            lambda: linked_rows(workspace, workspace.links.of(passage)),
            _("Links"),
            _("of {passage}").format(passage=passage_words(workspace, passage)),
            _("Enter goes there · Escape closes"),
            _("It is linked to nothing any more."),
        )
        self.panel.take_keys()

    def list_passages(self, passages: tuple[int, ...], title: str, about: str) -> None:
        """List these passages; Enter goes there."""
        self._begin(self._go)
        self.panel.list_rows(
            lambda: passage_rows(self._workspace, passages),
            title,
            about,
            _("Enter goes there · Escape closes"),
            _("These passages are gone."),
        )
        self.panel.take_keys()

    def list_for_link(self, link: int, document: int) -> None:
        """List the passages of a source that has come; Enter places a link that named it."""
        workspace = self._workspace
        found, label = workspace.links.get(link), workspace.documents.get(document).label
        self._begin(partial(self._place, link))
        self._view.panes.open_beside(document)
        self.panel.list_rows(
            lambda: passage_rows(workspace, [one.id for one in workspace.passages.on(document)]),
            _("Place the link in {document}").format(document=label),
            link_sentence(workspace, found),
            _("Enter places the link here · Escape closes"),
            _(
                "Nothing is tagged in {document} yet. Tag the words that are meant; they are "
                "listed here then."
            ).format(document=label),
        )
        if self.panel.current() is not None:
            self.panel.take_keys()

    def go_to(self, passage: int) -> None:
        """Go to a passage: in the pane that shows its document, else in the pane beside."""
        found = self._workspace.passages.get(passage)
        panes = self._view.panes
        self._view.show_page(PageName.READ)
        if found.document in panes.documents():
            panes.show_passage(passage)
            return
        panes.leaving.emit()
        self._beside.show_passage(found)
        self._stay_beside()

    def enter(self, *, stay: bool) -> None:
        """Do what Enter does with the row one is at."""
        row = self.panel.current()
        if row is not None:
            self._run(lambda: self._deed(row, stay))

    def close(self) -> None:
        """Put the list away, and give the keys back to the text."""
        self._view.sides.want("")
        self._view.panes.focused().take_keys()

    def refresh(self) -> None:
        """List again, after the project changed."""
        if self.is_open():
            self._run(self.panel.refresh)

    def _begin(self, deed: Deed) -> None:
        self._view.show_page(PageName.READ)
        self._beside.give_back()
        self._deed = deed
        self._view.sides.want(COUNTERPARTS)

    def _enter(self) -> None:
        self.enter(stay=False)

    def _link(self, passage: int, row: Elsewhere, stay: bool) -> None:
        if row.passage is None:
            return
        link = self._workspace.links.link(passage, row.passage, row.type)
        if not stay:
            self._beside.keep()
            self.close()
        self.linked.emit(link)

    def _place(self, link: int, row: Elsewhere, stay: bool) -> None:
        del stay
        if row.passage is None:
            return
        self._workspace.links.place(link, row.passage)
        self._beside.keep()
        self.close()
        self.linked.emit(link)

    def _go(self, row: Elsewhere, stay: bool) -> None:
        del stay
        if row.passage is None:
            self.source_wanted.emit(row.document)
            return
        self._view.panes.leaving.emit()
        self._stay_beside()
        self._view.sides.want("")

    def _stay_beside(self) -> None:
        pane = self._beside.keep()
        if pane is not None:
            pane.take_keys()
            pane.reader.raise_mark(pane.chosen_passage(), by_hand=True)

    def _list_event(self) -> None:
        self._run(self._list_the_event)

    def _list_the_event(self) -> None:
        """List the passages of the events of the passage asked about that are not linked to it."""
        passage = self.panel.asked
        if passage is None:
            return
        events, links = self._workspace.events, self._workspace.links
        ids = list(dict.fromkeys(answer.event for answer in events.of(passage)))
        names = _(", ").join(isolated(first_words(events.get(event).name, 40)) for event in ids)

        def read() -> list[Elsewhere]:
            without = {end.passage for end in links.of(passage)} | {passage}
            found = dict.fromkeys(one.passage for event in ids for one in events.answers(event))
            return passage_rows(self._workspace, [one for one in found if one not in without])

        self._begin(partial(self._link, passage))
        self.panel.list_rows(
            read,
            _("Passages of {event}").format(event=names),
            _("for {passage}").format(passage=passage_words(self._workspace, passage)),
            _(LINKING),
            _("Nothing else is in this event."),
            linking=passage,
        )
        self.panel.take_keys()

    def _show_beside(self, row: object) -> None:
        if isinstance(row, Elsewhere) and row.passage is not None:
            passage = row.passage
            self._run(lambda: self._beside.show_passage(self._workspace.passages.get(passage)))

    def _side_moved(self) -> None:
        """Give the pane back once the panel has gone, whatever closed it."""
        if not self.is_open():
            self._run(self._beside.give_back)
            self.panel.clear()
