"""The tour: six cards over a corner of the window, each waiting until its deed is done.

It explains nothing that can be tried. A card goes on when a command it names has been carried out,
by key, menu or button alike; Escape ends the tour, and the Help menu finds it again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.environment.translation import N_, _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.mirroring import inset, sided
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.wording import announce, plain

WIDTH = spacing.DETAILS_WIDTH - 2 * spacing.SMALL
"""It lies over the foot of the details, where there are any, and leaves what is read alone."""

HIT_OPENED = "search.hit_opened"
"""A deed that is no command: a hit was gone to on the Search page."""

MARGIN = spacing.SMALL
# The edge and the ground tell it from the page it may lie on, as with notices.
_EDGES = """
#tour {
    background: palette(window); border: 1px solid palette(dark);
    border-left: 4px solid palette(accent);
}
"""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to try: ``command`` is whose key is shown, ``deeds`` what its ids begin with."""

    title: str
    words: str
    command: str
    deeds: tuple[str, ...]


CARDS = (
    Card(
        N_("Tag what is said"),
        N_(
            "Put the caret on a sentence that blames somebody: it is outlined. Press A, and it is "
            "an allegation. Select words first to tag just these."
        ),
        "",
        ("passage.tag",),
    ),
    Card(
        N_("Say that it was checked"),
        N_(
            "A second pair of eyes is worth having. With the caret on the passage, say that you "
            "have compared it with the page."
        ),
        "passage.check",
        ("passage.check",),
    ),
    Card(
        N_("Read another beside it"),
        N_(
            "Choose another document in the list and open it beside the first. Both panes are "
            "live: tag in either."
        ),
        "document.open_beside",
        ("document.open_beside",),
    ),
    Card(
        N_("Take it back"),
        N_(
            "Everything can be undone, tomorrow too: the history is kept in the project. "
            "Take back what you did last."
        ),
        "history.undo",
        ("history.undo",),
    ),
    Card(
        N_("Find where else it is said"),
        N_("Look for a name or a number in all documents at once, and open one of the hits."),
        "search.everywhere",
        (HIT_OPENED,),
    ),
    Card(
        N_("Take it with you"),
        N_(
            "Every tagged passage goes out with its words, its place, its source and the "
            "fingerprint of its text."
        ),
        "project.export",
        ("project.export",),
    ),
)


class Tour(QFrame):
    """Lies over the lower corner of ``host``; ``key_of`` says which key a command has now."""

    ended = Signal(bool)  # whether it was gone through to the end

    def __init__(self, host: QWidget, key_of: Callable[[str], str]) -> None:
        super().__init__(host)
        self._host = host
        self._key_of = key_of
        self._at = 0
        set_surface(self, "card")
        self.setObjectName("tour")
        self.setStyleSheet(sided(_EDGES))
        self.setAccessibleName(_("Tour"))
        self._count = QLabel()
        set_role(self._count, "muted")
        self._title = plain("", "heading")
        self._words = plain("")
        self._key = plain("", "muted")
        self._skip = QPushButton(_("Next"))
        self._end = QPushButton(_("End the tour"))
        self._lay_out()
        self._skip.clicked.connect(self.go_on)
        self._end.clicked.connect(self.end)
        self.hide()

    def begin(self) -> None:
        """Show the first card."""
        self._at = 0
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
            application.installEventFilter(self)
        self._show_card()

    def is_on(self) -> bool:
        """Say whether a card is shown."""
        return not self.isHidden()

    def card(self) -> Card:
        """Return the card shown."""
        return CARDS[self._at]

    def did(self, command: str) -> None:
        """Go on when this is what the card waits for."""
        if self.is_on() and command.startswith(self.card().deeds):
            self.go_on()

    def go_on(self) -> None:
        """Show the next card, or end after the last."""
        if self._at + 1 < len(CARDS):
            self._at += 1
            self._show_card()
        else:
            self._close(finished=True)

    def end(self) -> None:
        """End the tour before its end."""
        self._close(finished=False)

    def put_away(self) -> None:
        """Take the card away with the project it was shown on."""
        if self.is_on():
            self._hide()

    def _close(self, *, finished: bool) -> None:
        self._hide()
        self.ended.emit(finished)

    def _hide(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
        self.hide()

    def _show_card(self) -> None:
        card = self.card()
        self._count.setText(_("{number} of {count}").format(number=self._at + 1, count=len(CARDS)))
        self._title.setText(_(card.title))
        self._words.setText(_(card.words))
        key = self._key_of(card.command) if card.command else ""
        self._key.setText(_("Key: {key}").format(key=key) if key else "")
        self._key.setVisible(bool(key))
        last = self._at + 1 == len(CARDS)
        self._skip.setText(_("Done") if last else _("Next"))
        self.show()
        self._place()
        self.raise_()
        announce(self, f"{_(card.title)}. {_(card.words)}")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._end)
        buttons.addStretch(1)
        buttons.addWidget(self._skip)
        for button in (self._end, self._skip):
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._end.setFlat(True)
        column = QVBoxLayout(self)
        inset(column, spacing.LARGE, spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM)
        column.setSpacing(spacing.SMALL)
        column.addWidget(self._count)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._key)
        column.addSpacing(spacing.TINY)
        column.addLayout(buttons)

    def _place(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        layout.invalidate()
        width = min(grown(WIDTH), self._host.width() - 2 * MARGIN)
        height = layout.totalHeightForWidth(width)
        left = MARGIN if self.isRightToLeft() else self._host.width() - width - MARGIN
        top = self._host.height() - height - grown(spacing.STATUS_BAR) - MARGIN
        self.setGeometry(QRect(max(0, left), max(0, top), width, height))

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return self._is_escape(event) and self._ended_by_key()

    def _is_escape(self, event: QEvent) -> bool:
        return (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        )

    def _ended_by_key(self) -> bool:
        """End with Escape, unless a dialog or a menu is what it is meant for."""
        if QApplication.activeModalWidget() is not None:
            return False
        if QApplication.activePopupWidget() is not None or not self.is_on():
            return False
        self.end()
        return True
