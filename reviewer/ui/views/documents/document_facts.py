"""The facts of a document in the details, one under the other, each with what can be done to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from reviewer.environment.translation import _
from reviewer.ui.models.document_facts import Fact
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_icon, keep_square, keep_width
from reviewer.ui.theme.icons import icon
from reviewer.ui.views.pieces.plain_words import selectable
from reviewer.ui.wording import isolated, plain, put_on_clipboard

_LABEL_WIDTH = 84
_GLYPH = 14
_BUTTON = 22


class DocumentFacts(QWidget):
    """Shows facts; asks for the describe dialog and for settling a date."""

    describe_wanted = Signal()
    settle_wanted = Signal(str)  # the field of an ambiguous date
    rate_wanted = Signal()

    def __init__(self, *, read_only: bool = False) -> None:
        super().__init__()
        self._read_only = read_only
        self._shown: tuple[str, str, tuple[Fact, ...]] | None = None
        self._rows: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_facts(self, label: str, title: str, facts: Sequence[Fact]) -> None:
        """Show a document's number, title and facts; the same ones again cost nothing."""
        shown = (label, title, tuple(facts))
        if shown == self._shown:
            return
        self._shown = shown
        rows = self._made(label, title, facts)
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = rows
        self._column.addWidget(rows)

    def _made(self, label: str, title: str, facts: Sequence[Fact]) -> QWidget:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing.SMALL)
        grid.setVerticalSpacing(spacing.SMALL - 2)
        grid.setColumnStretch(1, 1)
        heading = selectable(isolated(title), "heading")
        top = Qt.AlignmentFlag.AlignTop
        number = plain(label, "muted")
        grid.addWidget(number, 0, 0, top)
        grid.addWidget(heading, 1, 0, 1, 2, top)
        if not self._read_only:
            grid.addWidget(self._edit_button(_("Title")), 1, 2, top)
        for place, fact in enumerate(facts, 2):
            name = plain(fact.label, "muted")
            keep_width(name, _LABEL_WIDTH)
            grid.addWidget(name, place, 0, top)
            grid.addWidget(self._value(fact), place, 1, top)
            button = self._button(fact)
            if button is not None:
                grid.addWidget(button, place, 2, top)
        return rows

    def _value(self, fact: Fact) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = selectable(fact.words, "" if fact.known else "muted")
        words.setAccessibleName(f"{fact.label}: {fact.words}")
        if fact.copied:
            words.setToolTip(fact.copied)
        column.addWidget(words)
        if fact.caution:
            column.addWidget(selectable(fact.caution, "warning"))
        if fact.settles and not self._read_only:
            column.addWidget(self._settle_button(fact), 0, Qt.AlignmentFlag.AlignLeft)
        for line in fact.more:
            column.addWidget(selectable(line, "muted"))
        return holder

    def _button(self, fact: Fact) -> QToolButton | None:
        if fact.copied:
            button = _tool("copy", _("Copy the whole of it: {fact}").format(fact=fact.label))
            button.setProperty("copied", fact.copied)
            button.clicked.connect(self._copy)
            return button
        if fact.rates and not self._read_only:
            button = _tool("edit", _("Rate the source"))
            button.clicked.connect(self._rate)
            return button
        if fact.edits and not self._read_only:
            return self._edit_button(fact.label)
        return None

    def _edit_button(self, label: str) -> QToolButton:
        button = _tool("edit", _("Correct: {fact}").format(fact=label))
        button.clicked.connect(self._describe)
        return button

    def _settle_button(self, fact: Fact) -> QPushButton:
        button = QPushButton(_("Settle…"))
        button.setAutoDefault(False)
        button.setAccessibleName(_("Settle the date: {fact}").format(fact=fact.label))
        button.setToolTip(_("Say which of the two days is meant"))
        button.setProperty("settles", fact.settles)
        button.clicked.connect(self._settle)
        return button

    def _describe(self) -> None:
        self.describe_wanted.emit()

    def _rate(self) -> None:
        self.rate_wanted.emit()

    def _settle(self) -> None:
        self.settle_wanted.emit(self.sender().property("settles"))

    def _copy(self) -> None:
        put_on_clipboard(self, self.sender().property("copied"))


def _tool(picture: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setAutoRaise(True)
    keep_icon(button, _GLYPH)
    keep_square(button, _BUTTON)
    return button
