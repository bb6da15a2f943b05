"""The words reports open with: the statement, and the method part by part."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.report_words import METHOD_HELP, METHOD_TITLES, MethodKey
from reviewer.environment.translation import _
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import plain

WIDE, HIGH = 620, 560
_LINES = 6


class StatementDialog(QDialog):
    """The opening statement; the default can be put back."""

    def __init__(self, now: str, default: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Opening statement"))
        self.setAccessibleName(_("Opening statement"))
        self._default = default
        self.field = _field(_("Opening statement"), now)
        self.again = QPushButton(_("Put the default back"))
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self._put_back)
        box, self.agree = agree_or_cancel(self, _("OK"))
        about = _(
            "Every report opens with these words. {done}, {documents} and {day} are filled in for "
            "each report: documents read to the end, documents held, and its day."
        )
        column = _column(self)
        column.addWidget(plain(about, "muted"))
        column.addWidget(self.field, 1)
        column.addWidget(self.again)
        column.addWidget(box)
        self.resize(on_screen(WIDE, HIGH // 2))
        self.field.setFocus()

    def words(self) -> str:
        """Return the words as they are."""
        return self.field.toPlainText().strip()

    def _put_back(self) -> None:
        self.field.setPlainText(self._default)


class MethodDialog(QDialog):
    """Every part of the method, with what belongs there."""

    def __init__(self, now: Mapping[MethodKey, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Method"))
        self.setAccessibleName(_("Method"))
        self.fields = {key: _field(_(METHOD_TITLES[key]), now.get(key, "")) for key in MethodKey}
        box, self.agree = agree_or_cancel(self, _("OK"))
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setSpacing(spacing.SMALL)
        for key, field in self.fields.items():
            field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES)
            parts.addWidget(plain(_(METHOD_TITLES[key]), "heading"))
            parts.addWidget(plain(_(METHOD_HELP[key]), "muted"))
            parts.addWidget(field)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(_("Method"))
        area.setWidget(inside)
        column = _column(self)
        column.addWidget(area, 1)
        column.addWidget(box)
        self.resize(on_screen(WIDE, HIGH))
        self.fields[MethodKey.SCOPE].setFocus()

    def parts(self) -> dict[MethodKey, str]:
        """Return every part as it is."""
        return {key: field.toPlainText().strip() for key, field in self.fields.items()}


def _field(name: str, words: str) -> QPlainTextEdit:
    """Return a field of several lines; Tab leaves it."""
    field = QPlainTextEdit(words)
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    return field


def _column(dialog: QDialog) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
    column.setSpacing(spacing.MEDIUM)
    return column
