"""The panel "Sources to find": what is known of and not held, what names it, and what has come."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from reviewer.domain.errors import NotFound, ReviewerError
from reviewer.domain.links import SourceToFind
from reviewer.domain.spans import Span
from reviewer.environment.translation import _, counted
from reviewer.ui.models.links import link_sentence, source_words
from reviewer.ui.models.where_else import Elsewhere
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.views.finding.walked_list import WalkedList
from reviewer.ui.wording import plain, sentence
from reviewer.workspace.project import Workspace

MOST_NAMED = 6  # passages that are named in a row; the others are counted
_NO_PLACE = Span(0, 1)


class SourcesPanel(WalkedList):
    """Lists links that wait for their place, then the sources that are still to be found."""

    new_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Sources to find"), "source", _("Sources not in this project"), "links")
        self._workspace = workspace
        self._new = QPushButton(_("Write a source down…"))
        self._new.setIcon(icon("add"))
        self._new.setAutoDefault(False)
        self._new.setEnabled(workspace.read_only is None)
        self._new.clicked.connect(self._ask_for_new)
        hint = plain(_("Enter goes to what names it, or places a link · Escape closes"), "muted")
        foot = QVBoxLayout()
        foot.setContentsMargins(spacing.MEDIUM, spacing.TINY, spacing.MEDIUM, spacing.MEDIUM)
        foot.setSpacing(spacing.SMALL)
        foot.addWidget(hint)
        foot.addWidget(self._new)
        self._below.addLayout(foot)
        self._about.hide()

    def refresh(self, document: int | None = None) -> None:
        """List them as they are now; one stays where one was, or stands at a document."""
        try:
            arrived, missing = self._arrived(), self._missing()
        except ReviewerError as problem:
            self.say(sentence(problem), _("Sources to find"))
            return
        rows = [*arrived, *missing]
        if not rows:
            self.say(
                _(
                    "Shift+L links the passage you chose to a source that is not in this project; "
                    "it stands here until it is found."
                ),
                _("Sources to find"),
            )
            return
        at = next((n for n, row in enumerate(rows) if row.document == document), None)
        title = counted("Sources to find: {count}", "Sources to find: {count}", len(missing))
        if arrived:
            waiting = counted("{count} link to place", "{count} links to place", len(arrived))
            title = f"{title} · {waiting}"
        self.show_rows(rows, title, max(0, self.list.currentIndex().row()) if at is None else at)

    def _arrived(self) -> list[Elsewhere]:
        rows = []
        for one in self._workspace.links.arrivals():
            held = self._workspace.documents.get(one.document)
            said = link_sentence(self._workspace, self._workspace.links.get(one.link))
            words = _("is here now: Enter places the link")
            place = (one.document, _NO_PLACE, held.label, held.title)
            rows.append(Elsewhere(*place, said, words, link=one.link))
        return rows

    def _missing(self) -> list[Elsewhere]:
        return [
            Elsewhere(
                *(one.document, _NO_PLACE, one.label, one.title),
                *(source_words(one, labelled=False), self._named_by(one)),
            )
            for one in self._workspace.links.sources_to_find()
        ]

    def _named_by(self, source: SourceToFind) -> str:
        labels = []
        for placed in self._workspace.links.on(source.document):
            if placed.start.passage is not None:
                try:
                    labels.append(self._workspace.passages.label(placed.start.passage))
                except NotFound:
                    continue
        return _named(labels)

    def _ask_for_new(self) -> None:
        self.new_wanted.emit()


def _named(labels: Sequence[str]) -> str:
    if not labels:
        return _("no link names it")
    shown, more = _(", ").join(labels[:MOST_NAMED]), len(labels) - MOST_NAMED
    if more > 0:
        shown = _("{some} and {count} more").format(some=shown, count=f"{more:,}")
    return _("named by {passages}").format(passages=shown)
