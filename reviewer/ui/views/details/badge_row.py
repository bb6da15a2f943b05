"""What answers and supports the chosen passage, as a row of badges; each opens its passages.

None of them is a verdict: they say what is linked, and how much was looked at.
"""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from typing_extensions import override

from reviewer.domain.badges import Badge, BadgeKind
from reviewer.domain.errors import ReviewerError
from reviewer.domain.words import Saying
from reviewer.environment.translation import _, counted, filled
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.views.details.section import Section
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.wording import isolated_values
from reviewer.workspace.project import Workspace


def badge_words(saying: Saying) -> str:
    """Return what a badge says, in the language of the window."""
    return filled(saying.template, isolated_values(saying.values))


class BadgeRow(Section):
    """Buttons that say what holds of a passage; hidden where nothing does."""

    opened = Signal(int, object)  # the passage, and the Badge that was pressed

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._passage: int | None = None
        self._shown: tuple[Badge, ...] = ()
        self.setAccessibleName(_("What answers it"))
        self._row = FlowingRow(spacing.TINY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self.hide()

    @override
    @guard()
    def show_passage(self, passage: int | None) -> None:
        """Show the badges of a passage as they are now."""
        badges: tuple[Badge, ...] = ()
        if passage is not None:
            try:
                found = self._workspace.badges.of([passage]).get(passage)
            except ReviewerError:
                found = None
            badges = () if found is None else found.all
        if (passage, badges) == (self._passage, self._shown):
            return
        self._passage, self._shown = passage, badges
        self._row.put([self._button(badge) for badge in badges])
        self._fold()
        self.setVisible(bool(badges))

    def refresh(self) -> None:
        """Show them as they are now, after the project changed."""
        self.show_passage(self._passage)

    def buttons(self) -> list[QPushButton]:
        """Return the badges, in their order."""
        return [one for one in self._row.widgets() if isinstance(one, QPushButton)]

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold()

    def _fold(self) -> None:
        """Break the words of a badge into lines where the panel is too narrow for them."""
        for button in self.buttons():
            words = button.accessibleName()
            around = button.sizeHint().width() - _width_of(button, button.text())
            button.setText("\n".join(_lines(button, words, self.width() - around)))

    def _button(self, badge: Badge) -> QPushButton:
        words = badge_words(badge.saying)
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setToolTip(_opens(badge))
        button.setAccessibleName(words)
        button.setAccessibleDescription(button.toolTip())
        button.clicked.connect(partial(self._press, badge))
        return button

    def _press(self, badge: Badge, _checked: bool = False) -> None:
        if self._passage is not None:
            self.opened.emit(self._passage, badge)


def _width_of(button: QPushButton, words: str) -> int:
    metrics = button.fontMetrics()
    return max(metrics.horizontalAdvance(line) for line in words.split("\n"))


def _lines(button: QPushButton, words: str, width: int) -> list[str]:
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width_of(button, longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _opens(badge: Badge) -> str:
    if badge.kind is BadgeKind.NO_ANSWER:
        return _("Lists what may answer it")
    return counted("Opens its {count} passage", "Opens its {count} passages", len(badge.passages))
