"""The panel "Echoes": sentences of a document that stand in others too, and documents like it.

As one walks the list, the pane beside shows the place; where one reads stays where it is. Enter
goes there, Escape gives the pane back as it was. Nothing is concluded: that documents have one
origin is said with a button, by a person.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from reviewer.environment.translation import _
from reviewer.ui.models.where_else import Elsewhere
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.views.finding.walked_list import WalkedList
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.wording import announce, plain


class EchoesPanel(WalkedList):
    """Lists what somebody else found."""

    all_wanted = Signal()  # all echoes of the document, not of one sentence only
    origin_wanted = Signal()  # the document listed and the one that is asked about have one origin

    def __init__(self) -> None:
        super().__init__(_("Echoes"), "repeat", _("Places that say the same"), "echoes")
        self._hint = plain("", "muted")
        self._offers = FlowingRow(spacing.SMALL)
        self._all = self._button(_("All of the document"), "repeat", self.all_wanted.emit)
        self._origin = self._button(_("These have one origin"), "source", self.origin_wanted.emit)
        self._offers.put([self._all, self._origin])
        foot = QVBoxLayout()
        foot.setContentsMargins(spacing.MEDIUM, spacing.TINY, spacing.MEDIUM, spacing.MEDIUM)
        foot.setSpacing(spacing.SMALL)
        foot.addWidget(self._hint)
        foot.addWidget(self._offers)
        self._below.addLayout(foot)
        self.clear()

    def show_echoes(self, rows: Sequence[Elsewhere], title: str, about: str, at: int = 0) -> None:
        """List places; ``about`` says of what."""
        self._about.setText(about)
        self._offers.setVisible(True)
        self._hint.setText(_("Enter goes there · Escape closes"))
        self._hint.setVisible(True)
        self.show_rows(rows, title, at)

    def offer(self, *, everything: bool, origin: bool) -> None:
        """Say which buttons can be pressed."""
        self._all.setEnabled(everything)
        self._origin.setEnabled(origin)

    def say_none(self, words: str, about: str = "") -> None:
        """Say that there is nothing to list."""
        self._about.setText(about)
        self._offers.setVisible(False)
        self._hint.setVisible(False)
        self.say(words, _("Echoes"))
        announce(self, words)

    def clear(self) -> None:
        """Forget what was listed."""
        self.say_none(
            _(
                "Sentences that stand in other documents too, word for word or nearly. A line in "
                "the margin marks them; press it, or Shift+W on the sentence, to see where."
            )
        )

    def _button(self, words: str, picture: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setIcon(icon(picture))
        button.clicked.connect(partial(_press, deed))
        return button


def _press(deed: Callable[[], None], _checked: bool = False) -> None:
    deed()
