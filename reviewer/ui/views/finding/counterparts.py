"""The panel "Counterparts": passages that may answer one, or repeat it, or are linked to it.

As one walks the list, the pane beside shows each; where one reads stays where it is. What Enter
does stands below the list: it links, or goes there, or places a link. Escape gives everything back.

Likely ones are told from an index that is read in quiet moments. Who asks before it is whole sees
the panel at once, with how far it is: a few passages are read a turn, so that keys and scrolling go
on meanwhile, and Escape leaves.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout

from reviewer.domain.errors import ReviewerError
from reviewer.domain.links import LINK_TYPE_LABELS, LinkType
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.models.links import counterpart_rows, passage_words, typed_row, types_between
from reviewer.ui.models.where_else import Elsewhere
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.views.finding.walked_list import WalkedList
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.wording import announce, plain, sentence
from reviewer.workspace.project import Workspace

Rows = Callable[[], Sequence[Elsewhere]]
READ_AT_ONCE = 25  # passages read for the index in one turn of the event loop: some 10 ms
LINKING = N_("Enter links · Left and Right change as what · Shift+Enter stays · Escape closes")
"""What keys do in a list from which one links."""
_LINE = 3  # pixels high: how far it is


class CounterpartsPanel(WalkedList):
    """Lists likely counterparts of a passage, or passages that somebody else chose."""

    event_wanted = Signal()  # all passages of the event
    search_wanted = Signal()
    source_wanted = Signal()  # one that is not in this project

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Counterparts"), "link", _("Passages that may be linked"), "links")
        self._workspace = workspace
        self._asked: int | None = None
        self._linking: int | None = None
        self._types: dict[int, LinkType] = {}
        self._rows: Rows | None = None
        self._heading = ""
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._look)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(_LINE)
        self.progress.setAccessibleName(_("How many passages have been read"))
        self.progress.hide()
        self._hint = plain("", "muted")
        self._offers = FlowingRow(spacing.SMALL)
        self._untyped: list[Elsewhere] = []
        self._change = self._button(_("Link as something else"), "link", partial(self.turn, 1))
        self._change.setToolTip(_("Changes as what the row is linked (Left, Right)"))
        self.turn_wanted.connect(self.turn)
        self._lay_out_offers()
        self.clear()

    @property
    def asked(self) -> int | None:
        """The passage whose counterparts are listed."""
        return self._asked

    def is_looking(self) -> bool:
        """Say whether passages are still being read."""
        return self._turn.isActive()

    def ask(self, passage: int, *, eventful: bool) -> None:
        """List the likely counterparts of a passage; ``eventful`` where it stands in an event.

        Raises ``NotFound``.
        """
        words = passage_words(self._workspace, passage, 90)
        self._about.setText(_("for {passage}").format(passage=words))
        self._asked, self._rows = passage, None
        self._link_from(passage)
        self._event.setEnabled(eventful)
        self._event.setToolTip("" if eventful else _("It is in no event yet: E puts it into one."))
        self._offers.setVisible(True)
        self._say_keys(_(LINKING))
        self._stop_looking()
        self._look(0)

    def list_rows(
        self,
        rows: Rows,
        title: str,
        about: str,
        keys: str,
        nothing: str,
        linking: int | None = None,
    ) -> None:
        """List what ``rows`` reads, now and whenever the project changes.

        ``keys`` says what Enter does; ``nothing`` is said where there are none; ``linking`` is the
        passage that Enter links to a row.
        """
        self._link_from(linking)
        self._stop_looking()
        self._asked, self._rows, self._heading = None, rows, title
        self._about.setText(about)
        self._offers.setVisible(False)
        self._say_keys(keys)
        self._nothing_words = nothing
        self._show(rows())

    def refresh(self) -> None:
        """List again, after the project changed; one stays where one was."""
        if self._asked is not None and not self.is_looking():
            self._look()
        elif self._rows is not None:
            self._show(self._rows())

    def turn(self, step: int) -> None:
        """Let the row one is at be linked as the next type that fits, or the one before."""
        row = self.current()
        if self._linking is None or row is None or row.passage is None or row.type is None:
            return
        fitting = types_between(self._workspace, self._linking, row.passage)
        kind = fitting[(fitting.index(row.type) + step) % len(fitting)]
        self._types[row.passage] = kind
        self._show(self._untyped)
        announce(self, _("would be linked as: {type}").format(type=_(LINK_TYPE_LABELS[kind])))

    def clear(self) -> None:
        """Forget what was listed."""
        self._link_from(None)
        self._stop_looking()
        self._asked = self._rows = None
        self._about.setText("")
        self._offers.setVisible(False)
        self._say_keys("")
        self.say(
            _(
                "L in a document lists the passages that may answer or repeat the one chosen; with "
                "one chosen in each of two panes it links them."
            ),
            _("Counterparts"),
        )

    def _look(self, most: int = READ_AT_ONCE) -> None:
        """Read so many of the passages there are; list the likely ones when all are read.

        The last few are read in any case: a small project needs no turn.
        """
        if self._asked is None:
            return
        try:
            left = self._workspace.links.gather(most)
            if left <= READ_AT_ONCE:
                left = self._workspace.links.gather(left)
            found = [] if left else self._workspace.links.counterparts(self._asked)
        except ReviewerError as problem:
            self._stop_looking()
            self.say(sentence(problem), _("Counterparts"))
            return
        if left:
            self._go_on_looking(left)
            return
        self._stop_looking()
        self._heading = counted("Likely: {count} passage", "Likely: {count} passages", len(found))
        self._nothing_words = counted(
            "Nothing is likely among {count} passage: none shares enough of its names, numbers, "
            "dates, places or rare words.",
            "Nothing is likely among {count} passages: none shares enough of its names, numbers, "
            "dates, places or rare words.",
            self._workspace.passages.count(),
        )
        self._show(counterpart_rows(self._workspace, found))

    def _go_on_looking(self, left: int) -> None:
        """Show how far it is, and read on once whatever else waits is done."""
        if self.progress.isHidden():
            self.progress.setRange(0, left)
            words = counted(
                "Looking through {count} passage for what it shares with this one. That is done "
                "once; you can read on meanwhile.",
                "Looking through {count} passages for what they share with this one. That is done "
                "once; you can read on meanwhile.",
                left,
            )
            self.say(words, _("Counterparts"))
            self.progress.show()
        self.progress.setValue(self.progress.maximum() - left)
        self._turn.start()

    def _stop_looking(self) -> None:
        self._turn.stop()
        self.progress.hide()

    def _link_from(self, passage: int | None) -> None:
        self._linking, self._types = passage, {}
        self._change.setVisible(passage is not None)

    def _typed(self, row: Elsewhere) -> Elsewhere:
        """Return a row with the type it would be linked as: the one chosen, else the likely one."""
        if self._linking is None or row.passage in (None, self._linking):
            return row
        chosen = self._types.get(row.passage)
        try:
            return typed_row(
                row, chosen or self._workspace.links.proposed(self._linking, row.passage)
            )
        except ReviewerError:  # one of them is gone; news of it follows
            return row

    def _show(self, untyped: Sequence[Elsewhere]) -> None:
        self._untyped = list(untyped)
        rows = [self._typed(one) for one in untyped]
        if list(rows) == self.rows() and rows:
            return
        if rows:
            at = max(0, self.list.currentIndex().row())
            self.show_rows(rows, self._heading, at)
        else:
            self.say(self._nothing_words, _("Counterparts"))
            announce(self, self._nothing.words())

    def _say_keys(self, words: str) -> None:
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def _lay_out_offers(self) -> None:
        self._nothing_words = ""
        self._event = self._button(_("All passages of its event"), "events", self.event_wanted.emit)
        search = self._button(_("Search…"), "search", self.search_wanted.emit)
        source = self._button(_("A source not in this project…"), "source", self.source_wanted.emit)
        self._offers.put([self._event, search, source])
        foot = QVBoxLayout()
        foot.setContentsMargins(spacing.MEDIUM, spacing.TINY, spacing.MEDIUM, spacing.MEDIUM)
        foot.setSpacing(spacing.SMALL)
        foot.addWidget(self.progress)
        foot.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeading)
        foot.addWidget(self._hint)
        foot.addWidget(self._offers)
        self._below.addLayout(foot)

    def _button(self, words: str, picture: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setIcon(icon(picture))
        button.clicked.connect(partial(_press, deed))
        return button


def _press(deed: Callable[[], None], _checked: bool = False) -> None:
    deed()
