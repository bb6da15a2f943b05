"""What the document list is filtered by: words as one types, the status, and two special marks."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.documents import REVIEW_STATUS_LABELS, DocumentFilter, ReviewStatus
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.models.document_cells import STATUS_ICONS
from reviewer.ui.models.known_values import known_words
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_segment
from reviewer.ui.wording import isolated

TYPING_MILLISECONDS = 80
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterField(QLineEdit):
    """A line that filters as one types. Esc empties it, Down goes to what was found."""

    settled = Signal(str)  # the words, once typing has paused
    down_pressed = Signal()
    enter_pressed = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icon("close"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setText(_("Clear filter"))
        self._clear.setToolTip(_("Clear filter (Esc)"))
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_MILLISECONDS)
        self._pause.timeout.connect(self.settle)
        self.textChanged.connect(self._typed)

    def settle(self) -> None:
        """Tell the words now, without waiting for a pause."""
        self._pause.stop()
        self.settled.emit(self.text())

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key() if plain == Qt.KeyboardModifier.NoModifier else None
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.settle()
        elif key == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif key in _ENTER:
            self.settle()
            self.enter_pressed.emit()
        elif event.key() in _ENTER or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _typed(self, words: str) -> None:
        self._clear.setVisible(bool(words))
        self._pause.start()


class StatusChips(QWidget):
    """All, Not read, Reading, Done, Set aside: one of them is pressed."""

    chosen = Signal(object)  # a ReviewStatus, or None for all

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._chips: dict[ReviewStatus | None, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        statuses: list[ReviewStatus | None] = [None, *ReviewStatus]
        for status in statuses:
            chip = self._chip(status)
            place = "first" if status is None else "middle"
            set_segment(chip, "last" if status is statuses[-1] else place)
            row.addWidget(chip)
        row.addStretch(1)
        self._chips[None].setChecked(True)
        self._group.buttonClicked.connect(self._tell)

    def choose(self, status: ReviewStatus | None) -> None:
        """Press a chip without telling."""
        self._chips[status].setChecked(True)

    def show_counts(self, counts: Mapping[ReviewStatus, int]) -> None:
        """Say in the tips how many documents each chip would show."""
        for status, chip in self._chips.items():
            count = sum(counts.values()) if status is None else counts.get(status, 0)
            chip.setToolTip(f"{chip.accessibleName()}: {count:,}")

    def set_wordy(self, *, wordy: bool) -> None:
        """Show words beside the icons where there is room."""
        style = Qt.ToolButtonStyle
        for status, chip in self._chips.items():
            if status is not None:
                chip.setToolButtonStyle(
                    style.ToolButtonTextBesideIcon if wordy else style.ToolButtonIconOnly
                )

    def _chip(self, status: ReviewStatus | None) -> QToolButton:
        label = _("All") if status is None else _(REVIEW_STATUS_LABELS[status])
        chip = QToolButton()
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        chip.setCheckable(True)
        chip.setText(label)
        chip.setAccessibleName(label)
        chip.setToolTip(label)
        chip.setProperty("status", None if status is None else status.value)
        if status is not None:
            chip.setIcon(icon(STATUS_ICONS[status]))
        self._group.addButton(chip)
        self._chips[status] = chip
        return chip

    def _tell(self) -> None:
        pressed = self._group.checkedButton()
        found = next(status for status, chip in self._chips.items() if chip is pressed)
        self.chosen.emit(found)


def filter_words(chosen: DocumentFilter) -> list[str]:
    """Return in words what is filtered by, apart from the words that were typed."""
    words = [_(REVIEW_STATUS_LABELS[status]) for status in chosen.statuses]
    if chosen.second_look:
        words.append(_("second look"))
    if chosen.unsettled_dates:
        words.append(_("dates with two readings"))
    if chosen.shared_origin:
        words.append(_("one origin with others"))
    return [*words, *known_words(chosen.known)]


def filter_sentence(chosen: DocumentFilter) -> str:
    """Return what is filtered by, with the words that were typed in quotation marks."""
    typed = [_("“{words}”").format(words=isolated(chosen.words))] if chosen.words else []
    return _(", ").join([*typed, *filter_words(chosen)])


def with_words(chosen: DocumentFilter, words: str) -> DocumentFilter:
    """Return the filter with other words."""
    return replace(chosen, words=" ".join(words.split()))
