"""An open project on the screen: its places, panels and panes, put together.

Wide windows show documents, panes and details side by side; the history takes the details' place,
which become a strip of one line. Below ``COMPACT`` pixels the documents
become a drawer that closes when one is opened, and the details a strip too.
"""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.passages import first_words
from reviewer.domain.steps import News, Place
from reviewer.environment.clock import now
from reviewer.environment.settings import Settings
from reviewer.environment.translation import counted
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.desk import PageName
from reviewer.ui.guard import guard
from reviewer.ui.soon import Soon
from reviewer.ui.theme import spacing
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.command_box import CommandBox
from reviewer.ui.views.details import DetailsPanel
from reviewer.ui.views.details_strip import DetailsStrip
from reviewer.ui.views.documents import DocumentsPanel
from reviewer.ui.views.filtered import passage_filter_sentence
from reviewer.ui.views.history import HistoryPanel
from reviewer.ui.views.panes import PaneAreaView, Runner, at_once
from reviewer.ui.views.passages import PassagesPage
from reviewer.ui.views.remembered import entries, moderate, sizes
from reviewer.ui.views.status import StatusStrip
from reviewer.ui.views.top_row import TopRow
from reviewer.ui.views.verbs import VerbStrip
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

_LOG = logging.getLogger(__name__)

COMPACT = 1_180
HISTORY_WIDTH = 360
SAVE_MILLISECONDS = 3_000
STATE = "window"

_GONE = (ReviewerError, LookupError)
# What taking up a state may end in that no window of this version wrote.
_UNUSABLE = (*_GONE, TypeError, ValueError, AttributeError, OverflowError)


class DeskView(QWidget):
    """The parts of an open project; see ``desk.Desk`` for what commands know of them.

    Whatever a person does here that asks the project for something goes through ``run``, which
    turns a ``ReviewerError`` into its sentence.
    """

    page_changed = Signal()
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
        self._box = box
        self._came_from: list[PageName] = []
        self._compact = False
        self._drawer = True  # whether the documents are shown while there is little room
        self._restored = False
        self._saved: object = None
        self._save_later = QTimer(self)
        self._save_later.setSingleShot(True)
        self._save_later.setInterval(SAVE_MILLISECONDS)
        self._words_soon = Soon(self._say_chosen, self)
        self._wanted = {"documents": True, "details": True, "history": False}
        self.documents = DocumentsPanel(workspace, bridge, theme)
        self.panes = PaneAreaView(workspace, settings, theme, run)
        self.details = DetailsPanel(workspace, bridge, theme)
        self.passages = PassagesPage(workspace, bridge, theme)
        self.history = HistoryPanel(workspace, bridge, theme)
        self.verbs = VerbStrip(actions, theme)
        self.top = TopRow(actions, box)
        self._strip = DetailsStrip(workspace)
        self._build()
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self._reload)
        self._connect()
        self.verbs.show_tags(workspace.tags.all())
        status.show_project(workspace)

    def show_place(self, place: Place) -> None:
        """Go to where a change acted: to its words, else to its document in the list.

        What is being read stays open.
        """
        self.show_page(PageName.READ)
        if place.span is not None:
            self.panes.go_to(place.document, place.span)
        elif place.document in self._workspace.documents.ids():
            self.documents.choose(place.document)
            self.panes.focus_document(place.document)

    def show_passage(self, passage: int) -> None:
        """Go to a passage in its document."""
        self.show_page(PageName.READ)
        self.panes.show_passage(passage)

    def show_page(self, page: PageName) -> None:
        """Go to a place of the top row."""
        if page is not self.current():
            self._came_from.append(self.current())
        self._go(page)

    def current(self) -> PageName:
        """Return where one is."""
        return PageName.PASSAGES if self._pages.currentIndex() else PageName.READ

    def back(self) -> None:
        """Go back to where one was."""
        if self._came_from:
            self._go(self._came_from.pop())

    def toggle(self, panel: str) -> None:
        """Show or hide ``documents``, ``details`` or ``history``."""
        if panel == "documents" and self._compact:
            self._drawer = not self._drawer
        else:
            self._wanted[panel] = not self._wanted[panel]
        self._show_panels()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours everywhere."""
        for part in (self.documents, self.panes, self.details, self.passages, self.history):
            part.set_theme(theme)
        self.verbs.set_theme(theme)

    def give_keys_back(self) -> None:
        """Give the keys to what is worked in: the focused pane, or the passages."""
        if self.current() is PageName.PASSAGES:
            self.passages.setFocus()
        else:
            self.panes.focused().take_keys()

    def save(self) -> None:
        """Remember how everything stands, with the project; nothing is written twice."""
        self._save_later.stop()
        state = {
            "panes": self.panes.state(),
            "documents": self.documents.state(),
            "passages": self.passages.state(),
            "page": self.current().value,
            "sizes": self._splitter.sizes(),
            "wanted": dict(self._wanted),
        }
        if state != self._saved:
            self._workspace.remember(STATE, state)
            self._saved = state

    def restore(self) -> None:
        """Bring back what can be; a new project shows its first document."""
        kept = entries(self._attempt(lambda: self._workspace.remembered(STATE)))
        state = entries(moderate(kept))
        wanted = entries(state.get("wanted"))
        self._wanted |= {key: wanted[key] is True for key in self._wanted if key in wanted}
        self._restore_sizes(state.get("sizes"))
        for part, key in ((self.documents, "documents"), (self.passages, "passages")):
            self._attempt(partial(part.restore, entries(state.get(key))), _UNUSABLE)
        self._attempt(partial(self.panes.restore, state.get("panes")), _UNUSABLE)
        shown = self.panes.document()
        if shown is not None:
            self.documents.choose(shown)
        if not state:
            self.panes.split(1 if self.width() < COMPACT else 2)
            self.show_first()
        self._restored = True
        if state.get("page") == PageName.PASSAGES.value:
            self._go(PageName.PASSAGES)
        self._saved = kept
        self._arrange()
        self._show_filter()
        self._tell()

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() < COMPACT) is not self._compact:
            self._arrange()

    def _build(self) -> None:
        center = QWidget()
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.verbs)
        column.addWidget(self.panes, 1)
        column.addWidget(self._strip)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for part in (self.documents, center, self.details):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(1, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self.passages)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._pages, 1)
        self.history.setFixedWidth(HISTORY_WIDTH)
        self.history.hide()
        body.addWidget(self.history)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        run = self._run
        self.documents.open_here.connect(lambda one: run(lambda: self._open_here(one)))
        self.documents.open_beside.connect(lambda one: run(lambda: self._open_beside(one)))
        self.documents.chosen_changed.connect(self.context_changed)
        self.documents.context_menu_wanted.connect(self.document_menu_wanted)
        self.panes.focus_moved.connect(self._tell)
        self.panes.target_changed.connect(self._tell_chosen)
        self.panes.menu_wanted.connect(self.passage_menu_wanted)
        self.passages.show_wanted.connect(lambda one: run(lambda: self.show_passage(one)))
        self.passages.selection_changed.connect(self.context_changed)
        self.passages.context_menu_wanted.connect(self.passage_menu_wanted)
        self.history.show_wanted.connect(lambda place: run(lambda: self.show_place(place)))
        self.documents.filter_changed.connect(self._show_filter)
        self.passages.filter_changed.connect(self._show_filter)
        self.page_changed.connect(self._show_filter)
        self._save_later.timeout.connect(lambda: self._attempt(self.save))
        self.context_changed.connect(self._save_soon)

    def show_first(self) -> None:
        """Open the first document where nothing is open yet."""
        self._run(self._open_first)

    def _open_first(self) -> None:
        first = self._workspace.documents.ids()[:1]
        for document in first:
            self.panes.open_here(document)
            self.documents.choose(document)

    def _attempt(
        self, deed: Callable[[], object], but: tuple[type[Exception], ...] = _GONE
    ) -> object:
        """Do what nobody asked for just now; where it cannot be done the work goes on without."""
        try:
            return deed()
        except but as problem:
            _LOG.warning("the window's state: %s", type(problem).__name__)
            return None

    def _save_soon(self) -> None:
        if self._restored:
            self._save_later.start()

    def _show_filter(self) -> None:
        self._run(lambda: self._status.show_filter(self._filter_sentence()))

    def _filter_sentence(self) -> str:
        if self.current() is PageName.PASSAGES:
            return passage_filter_sentence(self._workspace, self.passages.filter())
        return self.documents.filter_sentence()

    def _restore_sizes(self, kept: object) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()  # so that the splitter shares out the room it will have
        known = sizes(kept, self._splitter.count())
        if known is not None:
            self._splitter.setSizes(known)
            return
        rest = max(self.width() - spacing.DOCUMENTS_WIDTH - spacing.DETAILS_WIDTH, 400)
        self._splitter.setSizes([spacing.DOCUMENTS_WIDTH, rest, spacing.DETAILS_WIDTH])

    def _go(self, page: PageName) -> None:
        self._pages.setCurrentIndex(1 if page is PageName.PASSAGES else 0)
        self.give_keys_back()
        self.page_changed.emit()
        self.context_changed.emit()

    def _arrange(self) -> None:
        if not self._restored:
            return  # how wide it is while it is put together says nothing
        compact = self.width() < COMPACT
        if compact and not self._compact:
            self._drawer = self.panes.document() is None
        self._compact = compact
        self._show_panels()

    def _show_panels(self) -> None:
        self.documents.setVisible(self._drawer if self._compact else self._wanted["documents"])
        beside = not self._compact and not self._wanted["history"]
        self.details.setVisible(self._wanted["details"] and beside)
        self._strip.setVisible(self._wanted["details"] and not beside)
        self.history.setVisible(self._wanted["history"])
        self._tell()

    def _open_here(self, document: int) -> None:
        self.panes.open_here(document)
        self._close_drawer()

    def _open_beside(self, document: int) -> None:
        self.panes.open_beside(document)
        self._close_drawer()

    def _close_drawer(self) -> None:
        if self._compact:
            self._drawer = False
            self._show_panels()

    def _follow(self, news: News) -> None:
        self._run(lambda: self._refresh(news))

    def _refresh(self, news: News) -> None:
        self._status.show_saved(now())
        if "tags" in news.tables:
            self.verbs.show_tags(self._workspace.tags.all())
        if "documents" in news.tables:
            self._status.show_project(self._workspace)
        self.panes.follow(news)
        self._tell()

    def _reload(self) -> None:
        self._run(self._read_again)

    def _read_again(self) -> None:
        self.documents.reload()
        self.passages.reload()
        self.history.reload()
        self.verbs.show_tags(self._workspace.tags.all())
        self._status.show_project(self._workspace)
        self.panes.reload()
        self._show_filter()
        self._tell()

    def _tell(self) -> None:
        document, passage = self.panes.document(), self.panes.chosen_passage()
        self.details.show_chosen(document, passage)
        if not self._strip.isHidden():
            self._attempt(lambda: self._strip.show_chosen(document, passage))
        self._tell_chosen()
        self.context_changed.emit()

    def _tell_chosen(self) -> None:
        """Say what is chosen in the status bar, once it is painted in the text."""
        self._words_soon.start()

    def _say_chosen(self) -> None:
        passage = self.panes.chosen_passage()
        words = self._attempt(partial(self._passage_words, passage))
        self._status.show_chosen(str(words) if words else self._target_words())

    def _passage_words(self, passage: int | None) -> str:
        if passage is None:
            return ""
        found = self._workspace.passages.listed([passage])[passage]
        quote = isolated(first_words(found.quote, 80))
        return f"{found.label} · {isolated(found.tag_name)} · “{quote}”"

    def _target_words(self) -> str:
        span, reader = self.panes.target(), self.panes.focused().reader
        if span is None or reader.selection() is None:
            return ""
        return counted("{count} character chosen", "{count} characters chosen", len(span))
