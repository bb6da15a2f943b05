"""The panel "Where else": places in other documents that speak of the same, and why.

As one walks the list, the pane beside shows the place; where one reads stays where it is. Enter
goes there, Escape gives the pane back as it was.
"""

from PySide6.QtCore import Signal

from reviewer.domain.errors import ReviewerError
from reviewer.domain.passages import first_words
from reviewer.domain.progress import Progress
from reviewer.domain.spans import Span
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Bridge, Job
from reviewer.ui.models.search import Place
from reviewer.ui.models.where_else import Elsewhere, look
from reviewer.ui.views.finding.walked_list import WalkedList
from reviewer.ui.wording import announce, isolated, sentence
from reviewer.workspace.project import Workspace


class WhereElsePanel(WalkedList):
    """The panel; implements ``desk.WhereElsePart``."""

    show_wanted = Signal(int, object)  # a document and a span, in the pane beside

    def __init__(self, workspace: Workspace, bridge: Bridge) -> None:
        super().__init__(
            _("Where else"), "where-else", _("Places that speak of the same"), "search"
        )
        self._workspace = workspace
        self._bridge = bridge
        self._job: Job | None = None
        self._about.setObjectName("where_else_about")
        self.followed.connect(self._show)
        self._say_how()

    def ask(self, document: int, span: Span) -> None:
        """Look where else is spoken of what stands at ``span``; raises ``NotFound``."""
        self._forget()
        words = first_words(span.of(self._workspace.documents.text(document)), 90)
        self._about.setText(_("for “{words}”").format(words=isolated(words)))
        self._say(_("Looking…"))
        path = self._workspace.path

        def work(progress: Progress) -> list[Elsewhere]:
            return look(path, document, span, progress)

        job = self._job = self._bridge.run(_("Where else"), work)
        job.done.connect(lambda found: self._found(job, found))
        job.failed.connect(lambda problem: self._failed(job, problem))

    def places(self) -> list[Place]:
        """Return the place one is at."""
        place = self.current()
        return [] if place is None else [(place.document, place.span)]

    def clear(self) -> None:
        """Forget what was found."""
        self._forget()
        self._about.setText("")
        self._say_how()

    def _forget(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _found(self, job: Job, found: list[Elsewhere]) -> None:
        if job is not self._job:
            return
        self._job = None
        if found:
            places = counted("{count} place", "{count} places", len(found))
            self.show_rows(found, _("Where else: {places}").format(places=places))
            self.take_keys()
        else:
            self._say(
                counted(
                    "Nothing else in this {count} document shares its names, numbers, dates or "
                    "rare words.",
                    "Nothing else in these {count} documents shares its names, numbers, dates or "
                    "rare words.",
                    self._workspace.documents.count(),
                )
            )
            announce(self, self._nothing.words())

    def _failed(self, job: Job, problem: ReviewerError) -> None:
        if job is self._job:
            self._job = None
            self._say(sentence(problem))

    def _say(self, words: str) -> None:
        self.say(words, _("Where else"))

    def _say_how(self) -> None:
        self._say(
            _(
                "W in a document lists the places in others that share the names, numbers, dates "
                "or rare words of what is selected, of the passage you went to, or of the sentence "
                "outlined."
            )
        )

    def _show(self, place: Elsewhere | None) -> None:
        if place is not None:
            self.show_wanted.emit(place.document, place.span)
