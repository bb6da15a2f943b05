"""The place "Screening": one document at a time, and one key decides what becomes of it.

Space pages on through the text. A digit sets the document aside for the reason that stands beside
it. Each decision is a step of its own, so undo brings the document back here.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.steps import News, StepKind
from reviewer.environment.settings import Settings
from reviewer.environment.translation import _, counted
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.models.screening import ScreeningQueue, known_reasons
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import heavier, keep_height, keep_icon
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.frame.notice import KEPT_CLEAR
from reviewer.ui.views.frame.running import Runner, at_once
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.wording import announce, isolated
from reviewer.workspace.project import Workspace

VERBS = (
    "screening.to_read",
    "screening.set_aside",
    "screening.second_look",
    "screening.skip",
    "screening.end",
)
_OVERLAP = 48  # pixels of the last page that stay in sight


class ScreeningPage(QWidget):
    """Shows the document to decide on; see ``desk.Screening`` for what commands know of it."""

    pane_made = Signal(object)  # the Pane, so that keys can be put on it
    ended = Signal()

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        actions: CommandActions,
        theme: Theme,
        run: Runner = at_once,
    ) -> None:
        super().__init__()
        self.setObjectName("screening")
        self._workspace = workspace
        self._actions = actions
        self._run = run
        self._queue: ScreeningQueue | None = None
        self._reasons: list[str] = []
        self.pane = Pane(workspace, settings, theme)
        self.pane.set_closable(closable=False)
        self.pane.fold_furniture(folded=True)
        self._tally = QLabel()
        self._tally.setTextFormat(Qt.TextFormat.PlainText)
        self._reason_row = FlowingRow(spacing.TINY)
        self._nothing = EmptyPlace("done", _("Go to reading"), "read")
        self._nothing.wanted.connect(self.ended)
        self._lay_out()

    def begin(self, order: list[int]) -> None:
        """Screen the documents not read, in this order."""
        self._queue = ScreeningQueue(self._workspace, order)
        self._queue.advance()
        self._show()

    def document(self) -> int | None:
        """Return the document to decide on."""
        return None if self._queue is None else self._queue.current

    def reasons(self) -> list[str]:
        """Return the reasons for setting aside, in the order of their digits."""
        return list(self._reasons)

    def to_read(self) -> None:
        """Keep the present document for reading, and go on."""
        if self._queue is not None:
            self._queue.to_read()
            self._queue.advance()
            self._show()

    def set_aside(self, reason: str) -> None:
        """Set the present document aside for a reason; its news shows the next."""
        if self._queue is not None and self._queue.current is not None:
            here = [self._queue.current]
            self._workspace.documents.review(here, ReviewStatus.SET_ASIDE, reason)

    def second_look(self) -> None:
        """Keep the present document for reading with a mark for a second look, and go on."""
        if self._queue is not None and self._queue.current is not None:
            self._workspace.documents.mark_second_look([self._queue.current], wanted=True)
            self.to_read()

    def skip(self) -> None:
        """Leave the present document for the end."""
        if self._queue is not None:
            self._queue.skip()
            self._queue.advance()
            self._show()

    def begin_again(self) -> None:
        """Screen every document not read once more."""
        if self._queue is not None:
            self._queue.begin_again()
            self._queue.advance()
            self._show()

    def page_on(self, *, backwards: bool = False) -> None:
        """Go on by what is in sight of the text, or back."""
        text = self.pane.reader.focusProxy()
        if isinstance(text, QAbstractScrollArea):
            bar = text.verticalScrollBar()
            step = max(bar.pageStep() - _OVERLAP, _OVERLAP)
            bar.setValue(bar.value() + (-step if backwards else step))

    def follow(self, news: News) -> None:
        """Show what a step made of the documents: an undone decision comes back to be made."""
        queue = self._queue
        if queue is None or "documents" not in news.tables or self.isHidden():
            return
        if news.kind is StepKind.UNDO and queue.take_up(news.rows["documents"]):
            self._show()
        elif queue.current is None or queue.current not in queue.waiting():
            queue.advance()
            self._show()
        else:
            self._show_tally()

    def reload(self) -> None:
        """Read everything again: another window has written the project."""
        if self._queue is not None and not self.isHidden():
            if self._queue.current not in self._queue.waiting():
                self._queue.advance()
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours."""
        self.pane.set_theme(theme)

    def take_keys(self) -> None:
        """Give the keyboard to the text."""
        if self._stack.currentWidget() is self._nothing:
            self._nothing.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.pane.take_keys()

    def _show(self) -> None:
        self._run(self._show_current)

    def _show_current(self) -> None:
        document = self.document()
        if document is None:
            self._nothing.say(self._nothing_left())
            self._stack.setCurrentWidget(self._nothing)
        else:
            self.pane.show_document(document)
            self._stack.setCurrentWidget(self._work)
            self._show_reasons()
            found = self._workspace.documents.get(document)
            announce(self, f"{found.label} {found.title}")
        self._show_tally()
        if not self.isHidden():
            self.take_keys()

    def _nothing_left(self) -> str:
        if not self._workspace.documents.ids():
            return _("Documents are sorted here one by one: press Ctrl+I and import some.")
        kept = 0 if self._queue is None else self._queue.kept()
        return counted(
            "Every document has been looked at. {count} is kept for reading.",
            "Every document has been looked at. {count} are kept for reading.",
            kept,
        )

    def _show_tally(self) -> None:
        left = 0 if self._queue is None else len(self._queue.waiting())
        self._tally.setText(
            counted("{count} document to decide on", "{count} documents to decide on", left)
        )

    def _show_reasons(self) -> None:
        known = known_reasons(self._workspace)
        if known == self._reasons:
            return
        self._reasons = known
        self._reason_row.clear()
        for digit, reason in enumerate(self._reasons, start=1):
            button = QToolButton()
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setText(f"{digit}  {isolated(reason)}".replace("&", "&&"))
            button.setAccessibleName(_("Set aside: {reason}").format(reason=reason))
            button.clicked.connect(partial(self._clicked, reason))
            self._reason_row.add(button)

    def _clicked(self, reason: str, _checked: bool = False) -> None:
        self._run(partial(self.set_aside, reason))

    def _lay_out(self) -> None:
        heading = QLabel(_("Screening"))
        heavier(heading, QFont.Weight.DemiBold)
        top = QHBoxLayout()
        top.setContentsMargins(spacing.MEDIUM, spacing.SMALL, spacing.MEDIUM, spacing.SMALL)
        verbs = FlowingRow(spacing.SMALL)
        for part in (heading, self._tally, *map(self._verb, VERBS)):
            verbs.add(part)
        top.addWidget(verbs)
        aside = QLabel(_("Set aside because:"))
        foot = QWidget()
        foot.setProperty(KEPT_CLEAR, 1)
        reasons = QHBoxLayout(foot)
        reasons.setContentsMargins(spacing.MEDIUM, spacing.SMALL, spacing.MEDIUM, spacing.SMALL)
        reasons.setSpacing(spacing.SMALL)
        keep_height(aside, spacing.FIELD)
        reasons.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        reasons.addWidget(self._reason_row, 1)
        self._work = QWidget()
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.pane, 1)
        column.addWidget(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack)
        self._stack.addWidget(self._work)
        self._stack.addWidget(self._nothing)

    def _verb(self, identity: str) -> QToolButton:
        button = QToolButton()
        action = self._actions.action(identity)
        key = action.text().partition("\t")[2]
        button.setIcon(action.icon())
        button.setText(f"{action.iconText()}  {key}".rstrip())
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.iconText())
        button.clicked.connect(action.trigger)
        button.setAutoRaise(True)
        keep_icon(button, spacing.ICON_SMALL)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
