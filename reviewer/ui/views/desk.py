"""An open project on the screen: its places, panels and panes, put together.

Wide windows show documents, panes and details side by side; the history takes the details' place,
which become a strip of one line. Below ``COMPACT`` pixels the documents
become a drawer that closes when one is opened, and the details a strip too.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.errors import NotFound
from reviewer.domain.passages import first_words
from reviewer.domain.steps import News, Place
from reviewer.environment.clock import now
from reviewer.environment.settings import Settings
from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.desk import PageName
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.details import DetailsPanel
from reviewer.ui.views.documents import DocumentsPanel
from reviewer.ui.views.elided import ElidedLabel
from reviewer.ui.views.history import HistoryPanel
from reviewer.ui.views.panes import PaneAreaView
from reviewer.ui.views.passages import PassagesPage
from reviewer.ui.views.status import StatusStrip
from reviewer.ui.views.top_row import TopRow
from reviewer.ui.views.verbs import VerbStrip
from reviewer.workspace.project import Workspace

COMPACT = 1_180
HISTORY_WIDTH = 360
_STATE = "window"


class DeskView(QWidget):
    """The parts of an open project; see ``desk.Desk`` for what commands know of them."""

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
        box: QWidget,
        theme: Theme,
        status: StatusStrip,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._status = status
        self._box = box
        self._came_from: list[PageName] = []
        self._compact = False
        self._wanted = {"documents": True, "details": True, "history": False}
        self.documents = DocumentsPanel(workspace, bridge, theme)
        self.panes = PaneAreaView(workspace, settings, theme)
        self.details = DetailsPanel(workspace, bridge, theme)
        self.passages = PassagesPage(workspace, bridge, theme)
        self.history = HistoryPanel(workspace, bridge, theme)
        self.verbs = VerbStrip(actions, theme)
        self.top = TopRow(actions, box)
        self._strip = ElidedLabel()
        self._strip.setObjectName("details_strip")
        self._build()
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self._reload)
        self._connect()
        self.verbs.show_tags(workspace.tags.all())
        status.show_project(workspace)

    def show_place(self, place: Place) -> None:
        """Go to where a change acted."""
        self.show_page(PageName.READ)
        if place.span is not None:
            self.panes.go_to(place.document, place.span)
        else:
            self.panes.open_here(place.document)

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

    def focus_search(self) -> None:
        """Put the caret into the search and command box."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self, panel: str) -> None:
        """Show or hide ``documents``, ``details`` or ``history``."""
        self._wanted[panel] = not self._is_shown(panel)
        self._show_panels()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours everywhere."""
        for part in (self.documents, self.panes, self.details, self.passages, self.history):
            part.set_theme(theme)
        self.verbs.set_theme(theme)

    def save(self) -> None:
        """Remember how everything stands, with the project."""
        self._workspace.remember(
            _STATE,
            {
                "panes": self.panes.state(),
                "documents": self.documents.state(),
                "passages": self.passages.state(),
                "page": self.current().value,
                "sizes": self._splitter.sizes(),
                "wanted": self._wanted,
            },
        )

    def restore(self) -> None:
        """Bring everything back as it stood; a new project shows its first document."""
        kept = self._workspace.remembered(_STATE)
        state = kept if isinstance(kept, dict) else {}
        wanted = state.get("wanted")
        if isinstance(wanted, dict):
            self._wanted |= {key: bool(wanted.get(key)) for key in self._wanted if key in wanted}
        self._restore_sizes(state.get("sizes"))
        for part, key in ((self.documents, "documents"), (self.passages, "passages")):
            one = state.get(key)
            if isinstance(one, dict):
                part.restore(one)
        self.panes.restore(state.get("panes"))
        shown = self.panes.document()
        if shown is not None:
            self.documents.choose(shown)
        if not state:
            self.panes.split(1 if self.width() < COMPACT else 2)
            self.show_first()
        if state.get("page") == PageName.PASSAGES.value:
            self._go(PageName.PASSAGES)
        self._arrange()
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
        self._strip.setContentsMargins(spacing.MEDIUM, spacing.SMALL, spacing.MEDIUM, spacing.SMALL)

    def _connect(self) -> None:
        self.documents.open_here.connect(self._open_here)
        self.documents.open_beside.connect(self._open_beside)
        self.documents.chosen_changed.connect(self.context_changed)
        self.documents.context_menu_wanted.connect(self.document_menu_wanted)
        self.panes.focus_moved.connect(self._tell)
        self.panes.target_changed.connect(self._tell_chosen)
        self.panes.menu_wanted.connect(self.passage_menu_wanted)
        self.passages.show_wanted.connect(self.show_passage)
        self.passages.selection_changed.connect(self.context_changed)
        self.passages.context_menu_wanted.connect(self.passage_menu_wanted)
        self.history.show_wanted.connect(self.show_place)

    def show_first(self) -> None:
        """Open the first document where nothing is open yet."""
        first = self._workspace.documents.ids()[:1]
        for document in first:
            self.panes.open_here(document)
            self.documents.choose(document)

    def _restore_sizes(self, sizes: object) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()  # so that the splitter shares out the room it will have
        if isinstance(sizes, list) and len(sizes) == 3 and all(isinstance(s, int) for s in sizes):
            self._splitter.setSizes(sizes)
            return
        rest = max(self.width() - spacing.DOCUMENTS_WIDTH - spacing.DETAILS_WIDTH, 400)
        self._splitter.setSizes([spacing.DOCUMENTS_WIDTH, rest, spacing.DETAILS_WIDTH])

    def _go(self, page: PageName) -> None:
        self._pages.setCurrentIndex(1 if page is PageName.PASSAGES else 0)
        if page is PageName.PASSAGES:
            self.passages.setFocus()
        else:
            self.panes.focused().take_keys()
        self.page_changed.emit()
        self.context_changed.emit()

    def _arrange(self) -> None:
        compact = self.width() < COMPACT
        if compact and not self._compact:
            self._wanted["documents"] = self.panes.document() is None
        elif self._compact and not compact:
            self._wanted["documents"] = True
        self._compact = compact
        self._show_panels()

    def _show_panels(self) -> None:
        self.documents.setVisible(self._wanted["documents"])
        beside = not self._compact and not self._wanted["history"]
        self.details.setVisible(self._wanted["details"] and beside)
        self._strip.setVisible(self._wanted["details"] and not beside)
        self.history.setVisible(self._wanted["history"])
        self.context_changed.emit()

    def _is_shown(self, panel: str) -> bool:
        parts: dict[str, Callable[[], bool]] = {
            "documents": self.documents.isVisible,
            "details": lambda: self.details.isVisible() or self._strip.isVisible(),
            "history": self.history.isVisible,
        }
        return parts[panel]()

    def _open_here(self, document: int) -> None:
        self.panes.open_here(document)
        self._close_drawer()

    def _open_beside(self, document: int) -> None:
        self.panes.open_beside(document)
        self._close_drawer()

    def _close_drawer(self) -> None:
        if self._compact:
            self._wanted["documents"] = False
            self._show_panels()

    def _follow(self, news: News) -> None:
        self.panes.follow(news)
        if "tags" in news.tables:
            self.verbs.show_tags(self._workspace.tags.all())
        if "documents" in news.tables:
            self._status.show_project(self._workspace)
        self._status.show_saved(now())
        self._tell()

    def _reload(self) -> None:
        self.panes.reload()
        self.documents.reload()
        self.passages.reload()
        self.history.reload()
        self._status.show_project(self._workspace)

    def _tell(self) -> None:
        self.details.show_chosen(self.panes.document(), self.panes.chosen_passage())
        self._tell_chosen()
        self.context_changed.emit()

    def _tell_chosen(self) -> None:
        passage = self.panes.chosen_passage()
        words = self._passage_words(passage) if passage is not None else ""
        if not words:
            words = self._target_words()
        self._status.show_chosen(words)
        self._strip.setText(words or _("Nothing is chosen. Put the caret on a passage."))

    def _passage_words(self, passage: int) -> str:
        try:
            found = self._workspace.passages.listed([passage])[passage]
        except (KeyError, NotFound):
            return ""
        return f"{found.label} · {found.tag_name} · “{first_words(found.quote, 80)}”"

    def _target_words(self) -> str:
        span, reader = self.panes.target(), self.panes.focused().reader
        if span is None or reader.selection() is None:
            return ""
        return _("{count} characters chosen").format(count=f"{len(span):,}")
