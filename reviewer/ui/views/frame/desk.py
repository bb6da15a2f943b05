"""An open project on the screen: its places and panels, put together.

``places.py`` holds one place at a time, ``sides.py`` the panel beside them; how the place "Read"
shares out its room stands in ``read_place.py``.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reviewer.domain.steps import News, Place
from reviewer.environment.clock import now
from reviewer.environment.settings import Settings
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.desk import PageName
from reviewer.ui.models.resume import resume
from reviewer.ui.soon import Soon
from reviewer.ui.theme.growing import widened
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.codebook.codebook import CodebookPanel
from reviewer.ui.views.details.details import DetailsPanel
from reviewer.ui.views.details.details_strip import DetailsStrip
from reviewer.ui.views.documents.documents import DocumentsPanel
from reviewer.ui.views.documents.screening import ScreeningPage
from reviewer.ui.views.frame.command_box import CommandBox
from reviewer.ui.views.frame.places import Places
from reviewer.ui.views.frame.remembered import entries, moderate, sizes
from reviewer.ui.views.frame.resume import ResumeBar
from reviewer.ui.views.frame.running import UNUSABLE, Runner, at_once, attempt
from reviewer.ui.views.frame.sides import SidePanels
from reviewer.ui.views.frame.status import StatusStrip
from reviewer.ui.views.frame.top_row import TopRow
from reviewer.ui.views.frame.way_back import WayBack
from reviewer.ui.views.history.history import HistoryPanel
from reviewer.ui.views.history.journal import JournalPanel
from reviewer.ui.views.passages.filtered import passage_filter_sentence
from reviewer.ui.views.passages.passages import PassagesPage
from reviewer.ui.views.reading.chosen_words import chosen_words
from reviewer.ui.views.reading.panes import PaneAreaView
from reviewer.ui.views.reading.read_place import ReadPlace
from reviewer.ui.views.reading.shown_bar import ShownBar
from reviewer.ui.views.reading.verbs import VerbStrip
from reviewer.workspace.project import Workspace

SIDE_WIDTH = 360
SAVE_MILLISECONDS = 3_000
STATE = "window"
CODEBOOK = "codebook"
HISTORY = "history"
JOURNAL = "journal"


class DeskView(QWidget):
    """The parts of an open project; see ``desk.Desk`` for what commands know of them.

    Whatever a person does here that asks the project for something goes through ``run``, which
    turns a ``ReviewerError`` into its sentence.
    """

    page_changed = Signal()
    alone_changed = Signal(bool)  # whether nothing but the panes is in sight
    context_changed = Signal()  # what is chosen changed: actions may have to follow
    document_menu_wanted = Signal(QPoint)
    passage_menu_wanted = Signal(QPoint)

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        settings: Settings,
        actions: CommandActions,
        box: CommandBox,
        theme: Theme,
        status: StatusStrip,
        run: Runner = at_once,
    ) -> None:
        super().__init__()
        self._run = run
        self._workspace = workspace
        self._status = status
        self._restored = False
        self._alone = False
        self._saved: object = None
        self._save_later = QTimer(self)
        self._save_later.setSingleShot(True)
        self._save_later.setInterval(SAVE_MILLISECONDS)
        self._words_soon = Soon(self._say_chosen, self)
        self.documents = DocumentsPanel(workspace, bridge, theme)
        self.panes = PaneAreaView(workspace, settings, theme, run)
        self.details = DetailsPanel(workspace, bridge, theme)
        self.passages = PassagesPage(workspace, bridge, theme)
        self.screening = ScreeningPage(workspace, settings, actions, theme, run)
        self.history = HistoryPanel(workspace, bridge, theme)
        self.journal = JournalPanel(workspace, bridge, theme)
        self.codebook = CodebookPanel(workspace, bridge, settings, actions, theme, run)
        self.verbs = VerbStrip(actions, theme)
        self.top = TopRow(actions, box)
        self.resume = ResumeBar()
        self.shown = ShownBar()
        self._strip = DetailsStrip(workspace)
        self.read = ReadPlace(
            self.documents,
            self.panes,
            self.details,
            self._strip,
            self.verbs,
            self.resume,
            self.shown,
        )
        self.places = Places(
            {
                PageName.READ: self.read,
                PageName.PASSAGES: self.passages,
                PageName.SCREENING: self.screening,
            }
        )
        self.sides = SidePanels(
            {HISTORY: self.history, JOURNAL: self.journal, CODEBOOK: self.codebook}
        )
        self._way = WayBack(workspace, self.places, self.panes)
        self._build()
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self._reload)
        self._connect()
        self.verbs.show_tags(workspace.tags.all())
        status.show_project(workspace)

    def show_place(self, place: Place) -> None:
        """Go to where a change acted: to its words, else to its document in the list.

        What is being read stays open; while one screens, the document comes back there.
        """
        if self.current() is PageName.SCREENING and place.span is None:
            return
        self.show_page(PageName.READ)
        if place.span is not None:
            self.panes.go_to(place.document, place.span)
        elif place.document in self._workspace.documents.ids():
            self.documents.choose(place.document)
            self.panes.focus_document(place.document)

    def show_document(self, document: int) -> None:
        """Go to a document in the focused pane."""
        self.show_page(PageName.READ)
        self._open_here(document)

    def show_passage(self, passage: int) -> None:
        """Go to a passage in its document."""
        self.show_page(PageName.READ)
        self.panes.show_passage(passage)

    def show_page(self, page: PageName) -> None:
        """Go to a place of the top row."""
        self.places.go(page)

    def current(self) -> PageName:
        """Return where one is."""
        return self.places.name()

    def back(self) -> None:
        """Go back to where one was before the last jump."""
        self._run(self._way.back)

    def toggle(self, panel: str) -> None:
        """Show or hide ``documents``, ``details`` or a panel beside the places."""
        was_alone = self._alone
        self.set_alone(alone=False)
        if was_alone and (panel == self.sides.wanted() or self.read.shows(panel)):
            return  # it came back with the rest
        if panel in self.sides.names():
            self.sides.toggle(panel)
            if panel == JOURNAL and self.sides.wanted() == JOURNAL:
                self.journal.focus_new()
        else:
            self.read.toggle(panel)

    def set_alone(self, *, alone: bool) -> None:
        """Show nothing but the panes, or everything again."""
        if alone is not self._alone:
            self._alone = alone
            if alone:
                self.places.go(PageName.READ)
            self.resume.hide()
            self.top.setVisible(not alone)
            self.sides.setVisible(bool(self.sides.wanted()) and not alone)
            self.read.set_alone(alone=alone)
            self.alone_changed.emit(alone)
            self.context_changed.emit()

    def is_alone(self) -> bool:
        """Say whether nothing but the panes is in sight."""
        return self._alone

    def apply_reading(self) -> None:
        """Use the reading font of the settings."""
        self.panes.apply_reading()
        self.screening.pane.apply_reading()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours everywhere."""
        for part in (self.documents, self.panes, self.details, self.passages, self.history):
            part.set_theme(theme)
        self.screening.set_theme(theme)
        self.journal.set_theme(theme)
        self.codebook.set_theme(theme)
        self.verbs.set_theme(theme)

    def give_keys_back(self) -> None:
        """Give the keys to what is worked in: the focused pane, or the place in sight."""
        place = self.places.currentWidget()
        if self.current() is PageName.READ:
            self.panes.focused().take_keys()
        elif self.current() is PageName.SCREENING:
            self.screening.take_keys()
        elif place is not None:
            place.setFocus()

    def save(self) -> None:
        """Remember how everything stands, with the project; nothing is written twice."""
        self._save_later.stop()
        self.panes.keep_places()
        state = {
            "panes": self.panes.state(),
            "documents": self.documents.state(),
            "passages": self.passages.state(),
            "page": self.current().value,
            "side": self.sides.wanted(),
            "side_sizes": self._body.sizes(),
            **self.read.state(),
        }
        if state != self._saved:
            self._workspace.remember(STATE, state)
            self._saved = state

    def restore(self) -> None:
        """Bring back what can be; a new project shows its first document."""
        kept = entries(attempt(lambda: self._workspace.remembered(STATE)))
        state = entries(moderate(kept))
        self.read.restore(entries(state.get("wanted")), state.get("sizes"))
        for part, key in ((self.documents, "documents"), (self.passages, "passages")):
            attempt(partial(part.restore, entries(state.get(key))), UNUSABLE)
        attempt(partial(self.panes.restore, state.get("panes")), UNUSABLE)
        shown = self.panes.document()
        if shown is not None:
            self.documents.choose(shown)
        if not state:
            self.panes.split(1 if self.read.is_compact() else 2)
            self.show_first()
        self._restored = True
        self._restore_side(state)
        if state.get("page") == PageName.PASSAGES.value:
            self.places.show_place(PageName.PASSAGES)
        self._saved = kept
        self.read.begin()
        if state or attempt(self._workspace.history.cut_short):
            attempt(self._say_where_one_was)
        self._show_filter()
        self._tell()

    def show_first(self) -> None:
        """Open the first document where nothing is open yet."""
        self._run(self._open_first)

    def _restore_side(self, state: Mapping[str, object]) -> None:
        wanted = state.get("side")
        self.sides.want(wanted if isinstance(wanted, str) else "")
        known = sizes(state.get("side_sizes"), self._body.count())
        side = widened(SIDE_WIDTH)
        self._body.setSizes(known or [max(self.width() - side, side), side])

    def _say_where_one_was(self) -> None:
        here = self.panes.document()
        following = self.documents.next_unread([] if here is None else [here])
        self.resume.say(resume(self._workspace, here, following))

    def _build(self) -> None:
        self._body = QSplitter()
        self._body.setHandleWidth(1)
        self._body.setChildrenCollapsible(False)
        self._body.addWidget(self.places)
        self._body.addWidget(self.sides)
        self._body.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self._body, 1)

    def _connect(self) -> None:
        run = self._run
        self.documents.open_here.connect(lambda one: run(lambda: self._open_here(one)))
        self.documents.open_beside.connect(lambda one: run(lambda: self._open_beside(one)))
        self.documents.chosen_changed.connect(self.context_changed)
        self.documents.context_menu_wanted.connect(self.document_menu_wanted)
        self.panes.focus_moved.connect(self._tell)
        self.panes.target_changed.connect(self._tell_chosen)
        self.panes.menu_wanted.connect(self.passage_menu_wanted)
        self.panes.together.by_events.told.connect(self._status.show_together)
        self.passages.show_wanted.connect(lambda one: run(lambda: self.show_passage(one)))
        self.passages.selection_changed.connect(self.context_changed)
        self.passages.context_menu_wanted.connect(self.passage_menu_wanted)
        self.history.show_wanted.connect(lambda place: run(lambda: self.show_place(place)))
        self.resume.place_wanted.connect(lambda place: run(lambda: self.show_place(place)))
        self.resume.document_wanted.connect(lambda one: run(lambda: self._open_here(one)))
        self.screening.ended.connect(lambda: self.show_page(PageName.READ))
        self.documents.filter_changed.connect(self._show_filter)
        self.passages.filter_changed.connect(self._show_filter)
        self.places.moved.connect(self._moved)
        self.sides.moved.connect(self._side_moved)
        self.read.arranged.connect(self._tell)
        self._save_later.timeout.connect(lambda: attempt(self.save))
        self.context_changed.connect(self._save_soon)

    def _moved(self) -> None:
        if self.current() is not PageName.READ:
            self.set_alone(alone=False)
        self.give_keys_back()
        self.page_changed.emit()
        self._show_filter()
        self.context_changed.emit()

    def _side_moved(self) -> None:
        self.read.set_crowded(crowded=bool(self.sides.wanted()))
        self.context_changed.emit()

    def _open_first(self) -> None:
        first = self._workspace.documents.ids()[:1]
        for document in first:
            self.panes.open_here(document)
            self.documents.choose(document)

    def _save_soon(self) -> None:
        if self._restored:
            self._save_later.start()

    def _show_filter(self) -> None:
        self._run(lambda: self._status.show_filter(self._filter_sentence()))

    def _filter_sentence(self) -> str:
        if self.current() is PageName.PASSAGES:
            return passage_filter_sentence(self._workspace, self.passages.filter())
        return self.documents.filter_sentence()

    def _open_here(self, document: int) -> None:
        self.panes.open_here(document)
        self.read.close_drawer()

    def _open_beside(self, document: int) -> None:
        self.panes.open_beside(document)
        self.read.close_drawer()

    def _follow(self, news: News) -> None:
        self._run(lambda: self._refresh(news))

    def _refresh(self, news: News) -> None:
        self._status.show_saved(now())
        if "tags" in news.tables:
            self.verbs.show_tags(self._workspace.tags.all())
        if "documents" in news.tables:
            self._status.show_project(self._workspace)
        self.panes.follow(news)
        self.screening.follow(news)
        self.resume.pass_by(news)
        self._tell()

    def _reload(self) -> None:
        self._run(self._read_again)

    def _read_again(self) -> None:
        self.documents.reload()
        self.passages.reload()
        self.history.reload()
        self.codebook.reload()
        self.verbs.show_tags(self._workspace.tags.all())
        self._status.show_project(self._workspace)
        self.panes.reload()
        self.screening.reload()
        self._show_filter()
        self._tell()

    def _tell(self) -> None:
        document, passage = self.panes.document(), self.panes.chosen_passage()
        self.documents.list.show_in_panes(frozenset(filter(None, self.panes.documents())))
        self.documents.list.follow(document)
        self.details.show_chosen(document, passage)
        if not self._strip.isHidden():
            attempt(lambda: self._strip.show_chosen(document, passage))
        self._tell_chosen()
        self.context_changed.emit()

    def _tell_chosen(self) -> None:
        """Say what is chosen in the status bar, once it is painted in the text."""
        self._words_soon.start()

    def _say_chosen(self) -> None:
        words = attempt(partial(chosen_words, self._workspace, self.panes.focused()))
        self._status.show_chosen(str(words or ""))
