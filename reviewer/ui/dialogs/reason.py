"""Questions that are answered in one line: a reason, a name. Enter is OK."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.theme.icons import icon
from reviewer.ui.wording import isolated, plain, tip

MOST_LETTERS = 500
WIDTH = 460
MOST_OFFERED = 9
_DIGITS = frozenset("123456789")


class OfferingLine(QLineEdit):
    """A field that completes what was answered before; Down shows all of it.

    ``taken`` gives the answer whose number was pressed while nothing was written.
    """

    taken = Signal(str)

    def __init__(self, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = list(dict.fromkeys(answer for answer in known if answer.strip()))
        self.setMaxLength(MOST_LETTERS)
        if not self._known:
            return
        completer = QCompleter(QStringListModel(self._known, self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        offer = self.addAction(icon("chevron-down"), QLineEdit.ActionPosition.TrailingPosition)
        offer.setToolTip(_("Earlier answers (Down)"))
        offer.triggered.connect(self.offer_all)

    def offered(self) -> list[str]:
        """Return the answers that a number takes, in order."""
        return self._known[:MOST_OFFERED]

    def offer_all(self) -> None:
        """Show every earlier answer."""
        completer = self.completer()
        if completer is not None:
            completer.setCompletionPrefix("")
            completer.complete()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = int(event.text()) - 1 if event.text() in _DIGITS else len(self._known)
        if event.key() == Qt.Key.Key_Down and self._known:
            self.offer_all()
        elif not self.text() and place < min(len(self._known), MOST_OFFERED):
            self.taken.emit(self._known[place])
        else:
            super().keyPressEvent(event)


class OneLine(QDialog):
    """Asks one question; an answer of spaces is none, and cannot be given."""

    def __init__(
        self,
        question: str,
        *,
        title: str,
        help_words: str = "",
        current: str = "",
        known: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        label = plain(question)
        self._line = OfferingLine(known, self)
        self._line.setText(current)
        self._line.selectAll()
        self._line.setAccessibleName(question)
        self._line.setAccessibleDescription(help_words)
        label.setBuddy(self._line)
        box, self._agree = agree_or_cancel(self, _("OK"))
        self._line.taken.connect(self._take)
        self._line.textChanged.connect(self._weigh)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.SMALL)
        column.addWidget(label)
        column.addWidget(self._line)
        if help_words:
            column.addWidget(plain(help_words, "muted"))
        offers = QVBoxLayout()
        offers.setSpacing(0)
        for number, answer in enumerate(self._line.offered(), start=1):
            offers.addWidget(self._offer(number, answer), 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(offers)
        column.addSpacing(spacing.MEDIUM)
        column.addStretch(1)
        column.addWidget(box)
        wide = on_screen(WIDTH, 0).width()
        self.resize(wide, column.totalHeightForWidth(wide))
        self._weigh()

    def answer(self) -> str:
        """Return what was written, on one line with single spaces."""
        return " ".join(self._line.text().split())

    def _offer(self, number: int, answer: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setText(f"{number}  {isolated(answer)}".replace("&", "&&"))
        button.setAccessibleName(_("{number}: {answer}").format(number=number, answer=answer))
        button.setMaximumWidth(on_screen(WIDTH, 0).width() - 2 * spacing.WIDE)
        button.setToolTip(tip(answer))
        button.clicked.connect(partial(self._take, answer))
        return button

    def _take(self, answer: str, _checked: bool = False) -> None:
        self._line.setText(answer)
        self.accept()

    def _weigh(self) -> None:
        self._agree.setEnabled(bool(self.answer()))
