"""What is asked on the place "Search": the field, how it may be written, and where is looked."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.queries import LONGEST_QUERY
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.models.search import SCOPE_LABELS, Ask, Scope
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_icon
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.finding.saved_queries import NameLine, SavedQueriesButton
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.wording import announce, plain

SIDE_BY_SIDE_FROM = 600  # width of the head, beside letters of the usual size
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchHead(QWidget):
    """Says what is looked for (``ask``); tells when a person has changed it, and wants it."""

    changed = Signal()
    wanted = Signal()  # Enter: look now
    stop_wanted = Signal()
    left = Signal()  # downwards, into the hits
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_QUERY)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(_("Words in all documents"))
        self.field.setAccessibleName(_("Words in all documents"))
        self.saved = SavedQueriesButton()
        self.name = NameLine()
        self._help = QToolButton()
        self._help.setIcon(icon("help"))
        keep_icon(self._help, spacing.ICON_SMALL)
        self._help.setAutoRaise(True)
        self._help.setToolTip(_("What can be written here"))
        self._help.setAccessibleName(_("What can be written here"))
        self._help.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hint = plain(_('"in this order" · OR · NOT · begin* · (…) · NEAR(a b, 8)'), "muted")
        self._problem = plain("", "danger")
        self._problem.hide()
        self._summary = QLabel()
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._summary, "muted")
        self._switches = {scope: _switch(scope) for scope in Scope}
        self._stop = _small(_("Stop"))
        lasting = self._stop.sizePolicy()
        lasting.setRetainSizeWhenHidden(True)  # so that nothing is laid out anew as it comes
        self._stop.setSizePolicy(lasting)
        self._again = _small(_("Search again"))
        self._again.setToolTip(_("Documents have come or gone since this was looked for."))
        self._lay_out()
        self._connect()

    def ask(self) -> Ask:
        """Return what is looked for."""
        scopes = frozenset(one for one, switch in self._switches.items() if switch.isChecked())
        return Ask(self.field.text().strip(), scopes)

    def choose_scopes(self, scopes: Collection[str]) -> None:
        """Look in these places only."""
        for scope, switch in self._switches.items():
            switch.setChecked(scope.value in scopes)

    def take_keys(self) -> None:
        """Put the caret into the field, everything in it selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def say(self, summary: str, *, searching: bool, stale: bool) -> None:
        """Say what was found so far; offer to stop, or to look again where that may differ."""
        self._summary.setText(summary)
        self._stop.setVisible(searching)
        self._again.setVisible(stale and not searching)

    def say_problem(self, words: str) -> None:
        """Say in place of the hint why this cannot be looked for; nothing brings the hint back."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self._hint.setVisible(not words)
        if words:
            announce(self, words)

    def summary(self) -> str:
        """Return what is said of the hits."""
        return self._summary.text()

    def problem(self) -> str:
        """Return what is said against the query."""
        return self._problem.text()

    def _connect(self) -> None:
        self.field.textChanged.connect(self.changed)
        for switch in self._switches.values():
            switch.toggled.connect(self.changed)
        self._stop.clicked.connect(self.stop_wanted)
        self._again.clicked.connect(self.wanted)
        self._help.clicked.connect(self.help_wanted)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(spacing.TINY)
        first.addWidget(self.field, 1)
        first.addWidget(self.saved)
        first.addWidget(self._help)
        scopes = FlowingRow(spacing.LARGE)
        for switch in self._switches.values():
            scopes.add(switch)
        told = QHBoxLayout()
        for widget in (self._stop, self._again, self._summary):
            told.addWidget(widget)
        self._state = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._state.setSpacing(spacing.SMALL)
        self._state.addWidget(scopes, 1)
        self._state.addLayout(told)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.LARGE, spacing.MEDIUM, spacing.LARGE, spacing.SMALL)
        column.setSpacing(spacing.SMALL)
        column.addLayout(first)
        column.addWidget(self.name)
        column.addWidget(self._hint)
        column.addWidget(self._problem)
        column.addLayout(self._state)
        self.setTabOrder(self.field, self.saved)

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what was found below where one looks, where both do not go side by side."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = self.width() < grown(SIDE_BY_SIDE_FROM)
        self._state.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look on Enter, go down into the hits, stop on Escape; the field leaves these keys."""
        if not self.field.hasFocus():
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.stop_wanted.emit()
        else:
            super().keyPressEvent(event)


def _switch(scope: Scope) -> QCheckBox:
    switch = QCheckBox(_(SCOPE_LABELS[scope]))
    switch.setToolTip(_("Look here too"))
    switch.setChecked(True)
    return switch


def _small(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    set_role(button, "small")
    return button
