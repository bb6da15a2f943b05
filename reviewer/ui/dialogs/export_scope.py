"""Of which passages something goes out: all, those the table shows now, those chosen in it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from reviewer.environment.translation import _
from reviewer.ui.asking.export_questions import Scope
from reviewer.ui.theme import spacing


class ScopeRow(QWidget):
    """A choice for each scope with how many passages it has; none are chosen: none to choose."""

    changed = Signal()

    def __init__(self, counts: Mapping[Scope, int]) -> None:
        super().__init__()
        self._counts = counts
        self._group = QButtonGroup(self)
        self.buttons = {scope: QRadioButton(self._said(scope)) for scope in Scope}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        for button in self.buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
        self.allow(wanted=True)
        self.choose(Scope.ALL)
        self._group.buttonToggled.connect(self._tell)

    def scope(self) -> Scope:
        """Return the one that is chosen."""
        return next(scope for scope, button in self.buttons.items() if button.isChecked())

    def choose(self, scope: Scope) -> None:
        """Choose one; all of them where it has none."""
        self.buttons[scope if self._counts.get(scope, 0) else Scope.ALL].setChecked(True)

    def allow(self, *, wanted: bool) -> None:
        """Let it be chosen, or not: what goes out may not be passages."""
        for scope, button in self.buttons.items():
            known = self._counts.get(scope, 0) > 0 or scope is not Scope.CHOSEN
            button.setEnabled(wanted and known)

    def _said(self, scope: Scope) -> str:
        count = f"{self._counts.get(scope, 0):,}"
        words = {
            Scope.ALL: _("All ({count})"),
            Scope.SHOWN: _("The passages the table shows now ({count})"),
            Scope.CHOSEN: _("The passages chosen in it ({count})"),
        }
        return words[scope].format(count=count)

    def _tell(self, _button: object, chosen: bool) -> None:
        if chosen:
            self.changed.emit()
