"""The place "Search": words in all documents, passages and notes, each hit in its line.

The page asks and shows. What a worker finds comes in parts; a new question stops the one before.
What is done with hits (opening, tagging) is the window's, by signals and commands.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.progress import Progress
from reviewer.domain.queries import SavedQuery
from reviewer.domain.search import Hit
from reviewer.domain.steps import News
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Bridge, Job
from reviewer.ui.guard import guard
from reviewer.ui.models.search import MOST_HITS, Ask, Part, Place, SearchModel, gather, place_of
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.finding.hit_table import HitTable
from reviewer.ui.views.finding.search_head import SearchHead
from reviewer.ui.views.frame.notice import KEPT_CLEAR
from reviewer.ui.views.frame.running import Runner, at_once
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.wording import announce, isolated, sentence
from reviewer.workspace.project import Workspace

PAUSE_MILLISECONDS = 300  # after the last letter


class SearchPage(QWidget):
    """The page; implements ``desk.SearchPart``."""

    open_wanted = Signal(object, bool)  # a Hit; beside (true), or here
    key_pressed = Signal(str)
    chosen_changed = Signal()
    tag_wanted = Signal()
    tag_all_wanted = Signal()
    help_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        run: Runner = at_once,
        chosen_of_hits: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("search_page")
        set_surface(self, "window")
        self._workspace = workspace
        self._bridge = bridge
        self._run = run
        self._job: Job | None = None
        self._asked: Ask | None = None
        self._is_cut = self._is_stopped = self._is_stale = False
        self._is_old = False  # what is in sight was found before, and nothing new yet
        self._enters = False  # into the hits, as soon as there are any
        self._named: SavedQuery | None = None
        self.head = SearchHead()
        self.model = SearchModel(self)
        self.table = HitTable(self.model)
        self._empty = EmptyPlace("search")
        self._stack = QStackedWidget()
        self._below = self._deeds(chosen_of_hits)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._lay_out()
        self._connect()
        self._offer()
        self._show()

    # What commands ask for.

    def begin(self, words: str = "") -> None:
        """Put the caret into the field; with words, look for them."""
        if words:
            self.head.field.setText(words)
            self.search()
        self.head.take_keys()

    def places(self) -> list[Place]:
        """Return the places of the chosen hits that can be tagged."""
        return [] if self._is_old else self.table.places()

    def all_places(self) -> list[Place]:
        """Return every place found that can be tagged."""
        hits = (row for row in self.model.rows if isinstance(row, Hit) and not self._is_old)
        return [place for hit in hits if (place := place_of(hit)) is not None]

    def has_hits(self) -> bool:
        """Say whether anything was found."""
        return self.model.hits > 0 and not self._is_old

    def is_searching(self) -> bool:
        """Say whether a search is going on."""
        return self._job is not None

    def has_question(self) -> bool:
        """Say whether there is a query that could be saved."""
        return bool(self.head.ask().words)

    def ask_for_name(self) -> None:
        """Ask under which name the query shall be kept."""
        self._named = None
        words = " ".join(self.head.ask().words.split())
        self.head.name.ask(_("Save this query as"), words)

    def run_query(self, query: SavedQuery) -> None:
        """Look for the words of a saved query."""
        self.head.field.setText(query.words)
        self.search()
        self.head.take_keys()

    def state(self) -> dict[str, object]:
        """Return what is asked, to be remembered with the project."""
        ask = self.head.ask()
        return {"words": ask.words, "scopes": sorted(ask.scopes)}

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up what ``state`` gave; it is looked for when a person wishes it."""
        words, scopes = state.get("words"), state.get("scopes")
        if isinstance(scopes, list) and scopes:
            self.head.choose_scopes([str(scope) for scope in scopes])
        if isinstance(words, str):
            self.head.field.setText(words)
        self._pause.stop()

    # Asking.

    def search(self) -> None:
        """Look for what stands in the field, and show what is found from the first on."""
        self._pause.stop()
        self.stop()
        self._is_cut = self._is_stopped = self._is_stale = False
        ask = self.head.ask()
        self._asked = ask if ask.words else None
        self._enters = False
        self._is_old = True  # it goes when the first of the new comes, so that nothing flickers
        if ask.words and ask.scopes:
            self._begin(ask)
        else:
            self._make_room()
        self.head.say_problem("")
        self._show()

    def stop(self) -> None:
        """Stop a search that goes on; what was found stays."""
        job, self._job = self._job, None
        if job is not None:
            self._is_stopped = True
            job.cancel()
            self._make_room()
            self._show()

    def _begin(self, ask: Ask) -> None:
        path = self._workspace.path

        def work(progress: Progress) -> None:
            gather(path, ask, progress, job.hand_over)

        job = self._bridge.run(_("Search in all documents"), work)
        self._job = job
        job.part.connect(lambda part: self._take(job, part))
        job.done.connect(lambda _result: self._end(job))
        job.failed.connect(lambda problem: self._fail(job, problem))

    def _take(self, job: Job, part: Part) -> None:
        if job is self._job:
            self._is_cut = part.is_cut
            self._make_room()
            self.model.add(part.rows)
            self._show()
            if self._enters:
                self._enter_hits()

    def _make_room(self) -> None:
        """Take away what the search before has found."""
        if self._is_old:
            self._is_old = False
            self.model.clear()

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._show()
            announce(self, self.head.summary() or self._empty.words())

    def _fail(self, job: Job, problem: ReviewerError) -> None:
        if job is self._job:
            self._job = self._asked = None
            self._make_room()
            self.head.say_problem(sentence(problem))
            self._show()

    def _search_if_new(self) -> None:
        """Look for what was typed, once nobody types; what is there already is not asked again."""
        if self._asked != self.head.ask():
            self.search()

    # Showing.

    def _show(self) -> None:
        stale = self._is_stale and self._asked is not None
        self.head.say(self._summary(), searching=self.is_searching(), stale=stale)
        if self.model.rows:
            self._stack.setCurrentWidget(self.table)
        else:
            self._empty.say(self._nothing())
            self._stack.setCurrentWidget(self._empty)
        self._below.setVisible(bool(self.model.rows))
        self._show_chosen()

    def _summary(self) -> str:
        if self._asked is None or self._is_old:
            return ""
        hits = counted("{count} hit", "{count} hits", self.model.hits)
        where = counted("in {count} document", "in {count} documents", self.model.documents)
        found = f"{hits} {where}" if self.model.documents else hits
        if not self.model.hits:
            found = ""
        if self._is_cut:
            found = _("The first {count} hits").format(count=f"{MOST_HITS:,}")
        state = ""
        if self.is_searching():
            state = _("searching…")
        elif self._is_stopped:
            state = _("stopped")
        return " · ".join(part for part in (found, state) if part)

    def _nothing(self) -> str:
        if self.is_searching():
            return _("Searching…")
        if self._asked is None or self._is_stopped:
            return _("Find words in every document, passage and note of this project.")
        if not self._asked.scopes:
            return _("Choose at least one of the places to search in.")
        return counted(
            "Nothing in this {count} document holds “{{words}}”.",
            "Nothing in these {count} documents holds “{{words}}”.",
            self._workspace.documents.count(),
        ).format(words=isolated(self._asked.words))

    def _show_chosen(self) -> None:
        chosen = len(self.table.chosen())
        writable = self._workspace.read_only is None
        words = counted("{count} hit chosen", "{count} hits chosen", chosen) if chosen > 1 else ""
        self._chosen.setText(words)
        self._open.setEnabled(chosen > 0)
        self._beside.setEnabled(chosen > 0)
        self._tag.setEnabled(writable and bool(self.places()))
        self._tag_all.setEnabled(writable and self.has_hits())
        self._tag_all.setText(
            _("Tag all {count}…").format(count=f"{self.model.hits:,}")
            if self.model.hits
            else _("Tag all…")
        )
        self.chosen_changed.emit()

    def _open_hit(self, beside: bool) -> None:
        hit = self.table.current()
        if hit is not None:
            self.open_wanted.emit(hit, beside)

    # Saved queries.

    def _offer(self) -> None:
        self.head.saved.offer(
            self._workspace.queries.all(), may_change=self._workspace.read_only is None
        )

    def _rename(self, query: SavedQuery) -> None:
        self._named = query
        self.head.name.ask(_("New name of this query"), query.name)

    def _remove(self, query: SavedQuery) -> None:
        self._run(lambda: self._workspace.queries.remove([query.id]))

    def _name_given(self, name: str) -> None:
        query, words = self._named, self.head.ask().words

        def keep() -> None:
            if query is None:
                self._workspace.queries.save(name, words)
            else:
                self._workspace.queries.rename(query.id, name)
            self._leave_name()

        self._run(keep)

    def _leave_name(self) -> None:
        self.head.name.hide()
        self.head.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, news: News) -> None:
        if "queries" in news.tables:
            self._run(self._offer)
        if self._asked is not None and "documents" in news.tables and not self._is_stale:
            self._is_stale = True
            self._show()

    @override
    @guard()
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keys on to the hits, or to the field where there are none."""
        super().focusInEvent(event)
        if self.model.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.head.take_keys()

    # Put together.

    def _connect(self) -> None:
        head, table = self.head, self.table
        head.changed.connect(self._pause.start)
        head.wanted.connect(self._enter)
        head.stop_wanted.connect(self.stop)
        head.left.connect(self._enter_hits)
        head.help_wanted.connect(self.help_wanted)
        head.saved.run_wanted.connect(self.run_query)
        head.saved.save_wanted.connect(self.ask_for_name)
        head.saved.rename_wanted.connect(self._rename)
        head.saved.remove_wanted.connect(self._remove)
        head.name.named.connect(self._name_given)
        head.name.left.connect(self._leave_name)
        table.open_wanted.connect(self._open_hit)
        table.chosen_changed.connect(self._show_chosen)
        table.key_pressed.connect(self.key_pressed)
        table.left.connect(head.take_keys)
        self._pause.timeout.connect(self._search_if_new)
        self._open.clicked.connect(lambda: self._open_hit(beside=False))
        self._beside.clicked.connect(lambda: self._open_hit(beside=True))
        self._tag.clicked.connect(self.tag_wanted)
        self._tag_all.clicked.connect(self.tag_all_wanted)
        self._bridge.changed.connect(self._follow)

    def _enter(self) -> None:
        """Look now; what is found already is gone into."""
        there = self.has_hits() and not self._is_stale
        if there and self._asked == self.head.ask():
            self._enter_hits()
        else:
            self.search()

    def _enter_hits(self) -> None:
        self._enters = self.is_searching() and not self.has_hits()
        if self.has_hits():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.choose_first()

    def _lay_out(self) -> None:
        self._empty.setMinimumHeight(1)  # it claims no height where there are hits
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._below)

    def _deeds(self, chosen_of_hits: QWidget | None) -> QWidget:
        below = QWidget()
        set_surface(below, "panel")
        below.setProperty(KEPT_CLEAR, 1)
        row = FlowingRow(spacing.SMALL)
        line = QHBoxLayout(below)
        line.setContentsMargins(spacing.LARGE, spacing.SMALL, spacing.LARGE, spacing.SMALL)
        line.addWidget(row, 1)
        self._chosen = QLabel()
        set_role(self._chosen, "muted")
        self._open = _deed(_("Open"), "read", _("Goes to its document (Enter)"))
        self._beside = _deed(_("Beside"), "open-beside", _("Shows it beside (Ctrl+Enter)"))
        self._tag = _deed(_("Tag…"), "tag", _("Tags what is chosen (T, or a tag’s key)"))
        self._tag_all = _deed(_("Tag all…"), "", _("Tags every hit, as one change"))
        for button in (self._open, self._beside, self._tag, self._tag_all):
            row.add(button)
        if chosen_of_hits is not None:
            row.add(chosen_of_hits)
        line.addWidget(self._chosen)
        return below


def _deed(words: str, picture: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setToolTip(tip)
    if picture:
        button.setIcon(icon(picture))
    return button
