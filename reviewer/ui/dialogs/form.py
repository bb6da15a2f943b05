"""A dialog of a few fields with their labels: what it is about above, its buttons below."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.dialogs.scrolled import most_height
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen

WIDTH = 480
Word = TypeVar("Word", bound=StrEnum)


class FormDialog(QDialog):
    """Is laid out once its fields are made; ``agree`` is pressed by Enter."""

    def __init__(self, title: str, agree: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._box, self.agree = agree_or_cancel(self, agree)

    def lay_out(
        self,
        above: Iterable[QWidget],
        fields: Iterable[tuple[str, QWidget]],
        below: Iterable[QWidget] = (),
    ) -> None:
        """Put words above the fields, each field with its label, and words below them."""
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(spacing.LARGE)
        form.setVerticalSpacing(spacing.SMALL)
        for label, field in fields:
            form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        for words in above:
            column.addWidget(words)
        column.addLayout(form)
        for words in below:
            column.addWidget(words)
        column.addStretch(1)
        column.addWidget(self._box)
        self.setMinimumWidth(on_screen(WIDTH, 0).width())

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need: how they break is known once the faces are."""
        super().showEvent(event)
        self._fit()

    @override
    @guard(fallback=False)
    def event(self, event: QEvent) -> bool:
        """Grow where words come to stand below a field, as those that say what is wrong in it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return done

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            needed = min(layout.totalHeightForWidth(self.width()), most_height())
            if self.height() < needed:
                self.resize(self.width(), needed)


def line_of(words: str, name: str, most: int) -> QLineEdit:
    """Return a field of one line, of ``most`` code points, that begins with ``words``."""
    line = QLineEdit(words)
    line.setMaxLength(most)
    line.setAccessibleName(name)
    return line


def choice_of(labels: Mapping[Word, str], now: Word, name: str) -> QComboBox:
    """Return a list of the words of a closed list, by their labels; each carries its word."""
    box = QComboBox()
    box.setAccessibleName(name)
    for word, label in labels.items():
        box.addItem(_(label) if label else _("not said"), word)
    box.setCurrentIndex(list(labels).index(now))
    return box
