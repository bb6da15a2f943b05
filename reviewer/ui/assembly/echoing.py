"""Echoes, put together: looked for by a worker, marked in the margins, listed, told after imports.

What is known of a document is kept until a text changes anywhere: whatever comes in may repeat it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from reviewer.domain.echoes import Echo
from reviewer.domain.passages import first_words
from reviewer.domain.steps import News, StepKind
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.desk import Context, PageName
from reviewer.ui.models.echoes import (
    Found,
    echo_marks,
    echo_rows,
    look,
    look_for_near,
    near_rows,
    near_sentence,
    pair_rows,
)
from reviewer.ui.models.where_else import Elsewhere
from reviewer.ui.soon import Soon
from reviewer.ui.views.finding.echoes import EchoesPanel
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.reading.beside import Beside
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.wording import isolated
from reviewer.workspace.operations.echoes import NearPair
from reviewer.workspace.project import Workspace

ECHOES = "echoes"
"""What the panel is called among those at the side."""

_STATE = "echoes"
_TABLES = frozenset(("documents", "furniture"))


class Echoing(QObject):
    """The panel and the marks, connected to the desk; implements ``echo_parts.EchoesPart``."""

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        view: DeskView,
        context: Context,
        actions: CommandActions,
    ) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._bridge = bridge
        self._view = view
        self._context = context
        self._run: Callable[[Callable[[], object]], object] = actions.safely
        self._shown = workspace.remembered(_STATE) is not False
        self._found: dict[int, Found] = {}
        self._looking: set[int] = set()
        self._stale: set[int] = set()
        self._arrived: list[int] = []
        self._asked: tuple[int, int | None] | None = None
        self._pairs: dict[int, int] = {}
        self._beside = Beside(view.panes)
        self._soon = Soon(self._follow_panes, self)
        self.panel = EchoesPanel()
        view.sides.add(ECHOES, self.panel)
        self.panel.followed.connect(self._show_beside)
        self.panel.go_wanted.connect(self._go)
        self.panel.close_wanted.connect(self._close)
        self.panel.all_wanted.connect(partial(self._run, self._list_all))
        self.panel.origin_wanted.connect(actions.action("document.one_origin").trigger)
        view.sides.moved.connect(self._side_moved)
        view.panes.pane_made.connect(self._pane_made)
        view.panes.focus_moved.connect(self._soon.start)
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self._forget)
        bridge.compared.connect(self._compared)

    # What commands ask.

    def is_open(self) -> bool:
        """Say whether the list is in sight."""
        return self._view.sides.wanted() == ECHOES

    def show_all(self) -> None:
        """List the echoes of the document in the focused pane, or put the list away."""
        if self.is_open():
            self._close()
        else:
            self._list_all()

    def show_here(self) -> None:
        """List where the sentence at the caret stands again."""
        pane = self._view.panes.focused()
        if pane.document is not None:
            self._ask(pane.document, pane.reader.caret())

    def marks_shown(self) -> bool:
        """Say whether echoes are marked in the margin."""
        return self._shown

    def show_marks(self, *, shown: bool) -> None:
        """Mark echoes in the margin, or hide the marks."""
        self._shown = shown
        self._workspace.remember(_STATE, shown)
        self._mark()

    def documents_meant(self) -> list[int]:
        """Return the document asked about and the one at hand in the list, while that is open."""
        row = self.panel.current() if self.is_open() else None
        if row is None:
            return []
        if self._asked is not None:
            return [self._asked[0], row.document]
        return [row.document, self._pairs[row.document]]

    # Looking for echoes.

    def _follow_panes(self) -> None:
        """Look for the echoes of documents that have come into the panes; mark what is known."""
        for document in self._view.panes.documents():
            if document is not None and document not in self._found:
                self._look(document)
        self._mark()

    def _look(self, document: int) -> None:
        if document in self._looking:
            return
        self._looking.add(document)
        job = self._bridge.run(
            _("Echoes"), partial(look, self._workspace.path, document), quietly=True
        )
        job.done.connect(partial(self._take, document))
        job.failed.connect(partial(self._take, document, None))
        job.stopped.connect(partial(self._take, document, None))

    def _take(self, document: int, found: object, _problem: object = None) -> None:
        self._looking.discard(document)
        if document in self._stale:  # something came in while it was looked for
            self._stale.discard(document)
            self._look(document)
            return
        self._found[document] = found if isinstance(found, Found) else Found()
        self._mark()
        if self._asked is not None and self._asked[0] == document and self.is_open():
            self._run(self._list)

    def _mark(self) -> None:
        for pane in self._view.panes.panes():
            found = self._found.get(pane.document or 0)
            echoes = found.echoes if found is not None and self._shown else ()
            if len(pane.reader.echoes.marks()) != len(echoes) or echoes:
                pane.reader.show_echoes(echo_marks(self._workspace, echoes))

    def _pane_made(self, pane: Pane) -> None:
        pane.reader.echo_wanted.connect(partial(self._pressed, pane))
        self._soon.start()

    def _pressed(self, pane: Pane, start: int) -> None:
        document = pane.document
        if document is not None:
            self._run(lambda: self._ask(document, start))

    def _follow(self, news: News) -> None:
        if news.kind is StepKind.IMPORT:
            self._arrived += sorted(news.rows.get("documents", ()))  # compared in a moment
        elif news.tables & _TABLES:
            self._forget()

    def _forget(self) -> None:
        self._found = {}
        self._stale = set(self._looking)
        self._soon.start()

    def _compared(self) -> None:
        """Take up what is known now, and tell which of the documents that came in are not new."""
        self._forget()
        arrived, self._arrived = self._arrived, []
        if arrived:
            path = self._workspace.path
            job = self._bridge.run(
                _("Compare documents"), partial(look_for_near, path, arrived), quietly=True
            )
            job.done.connect(self._tell_near)

    def _tell_near(self, pairs: list[NearPair]) -> None:
        if pairs:
            self._context.prompts.inform(
                near_sentence(self._workspace, pairs),
                action=_("Show"),
                run=partial(self._show_pairs, pairs),
                stays=True,
            )

    def _show_pairs(self, pairs: list[NearPair]) -> None:
        self._run(partial(self._list_pairs, pairs))

    # The list.

    def _ask(self, document: int, at: int | None) -> None:
        self._beside.give_back()
        self._view.show_page(PageName.READ)
        self._asked = document, at
        self._view.sides.want(ECHOES)
        if document in self._found:
            self._list()
        else:
            self.panel.say_none(_("Looking…"))
            self._look(document)
        self.panel.take_keys()

    def _list_all(self) -> None:
        document = self._view.panes.document()
        if document is not None:
            self._ask(document, None)

    def _list(self) -> None:
        """List what is known of what was asked about."""
        if self._asked is None:
            return
        document, at = self._asked
        found = self._found.get(document, Found())
        echoes = [one for one in found.echoes if at is None or one.span.start <= at <= one.span.end]
        near = found.near if at is None else ()
        workspace = self._workspace
        rows = [*near_rows(workspace, document, near), *echo_rows(workspace, document, echoes)]
        if rows:
            self.panel.show_echoes(rows, self._title(at, echoes), self._about(document, at))
            self._offer()
        else:
            self.panel.say_none(self._nothing(document, at), self._about(document, at))

    def _title(self, at: int | None, echoes: list[Echo]) -> str:
        if at is not None:
            documents = sum(one.documents for one in echoes)
            return counted("In {count} other document", "In {count} other documents", documents)
        return counted("Echoes: {count} sentence", "Echoes: {count} sentences", len(echoes))

    def _about(self, document: int, at: int | None) -> str:
        about = self._workspace.documents.get(document)
        if at is None:
            return _("of {document}").format(document=f"{about.label} {isolated(about.title)}")
        found = self._found.get(document, Found()).echoes
        span = next((one.span for one in found if one.span.start <= at <= one.span.end), None)
        if span is None:
            return ""
        words = first_words(span.of(self._workspace.documents.text(document)), 90)
        return _("for “{words}”").format(words=isolated(words))

    def _nothing(self, document: int, at: int | None) -> str:
        if not self._workspace.echoes.is_compared(document):
            return _("This document was not compared with the others yet; that is done by itself.")
        if at is not None:
            return _("This sentence stands in no other document, word for word or nearly.")
        return _("No sentence of it stands in another document, word for word or nearly.")

    def _list_pairs(self, pairs: list[NearPair]) -> None:
        """List the documents that came in and are nearly the same as others."""
        self._beside.give_back()
        self._view.show_page(PageName.READ)
        self._asked = None
        self._pairs = {one.document: one.near.document for one in pairs}
        self._view.sides.want(ECHOES)
        self.panel.show_echoes(
            pair_rows(self._workspace, pairs),
            _("Nearly the same"),
            _("Documents that came in and share most of their text with an earlier one."),
        )
        self._offer()
        self.panel.take_keys()

    def _offer(self) -> None:
        one_sentence = self._asked is not None and self._asked[1] is not None
        writable = self._workspace.read_only is None
        self.panel.offer(everything=one_sentence, origin=writable)

    def _show_beside(self, row: object) -> None:
        if isinstance(row, Elsewhere):
            self._run(lambda: self._beside.show(row.document, row.span))

    def _go(self) -> None:
        if self.panel.current() is None:
            return
        self._view.panes.leaving.emit()
        pane = self._beside.keep()
        self._view.sides.want("")
        if pane is not None:
            pane.take_keys()

    def _close(self) -> None:
        self._view.sides.want("")
        self._view.panes.focused().take_keys()

    def _side_moved(self) -> None:
        """Give the pane back once the panel has gone, whatever closed it."""
        if not self.is_open():
            self._run(self._beside.give_back)
            self._asked = None
            self.panel.clear()
