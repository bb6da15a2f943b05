"""One control for each kind of setting: shows a value, and says when a person gives another."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from reviewer.environment.settings import Kind, Setting
from reviewer.environment.translation import _
from reviewer.ui.views.pieces.calm_wheel import CalmWheel

WIDTH = 240
Value = str | float | bool


class Control(QObject):
    """A widget for one setting. ``given`` carries the value a person gave."""

    given = Signal(object)

    def __init__(
        self, setting: Setting, widget: QWidget, put: Callable[[Value], None] | None = None
    ) -> None:
        super().__init__(widget)
        self._put = put
        self.setting = setting
        self.widget = widget
        widget.setAccessibleName(_(setting.label))
        widget.setAccessibleDescription(_(setting.help))
        widget.setMinimumWidth(min(WIDTH, widget.minimumWidth() or WIDTH))

    def show(self, value: Value) -> None:
        """Show a value without saying that it was given."""
        if self._put is not None:
            with QSignalBlocker(self.widget):
                self._put(value)


class _Words(Control):
    def __init__(self, setting: Setting) -> None:
        self._field = QLineEdit()
        super().__init__(setting, self._field, self._show)
        self._field.setMaxLength(200)
        self._field.editingFinished.connect(self._give)

    def _show(self, value: Value) -> None:
        self._field.setText(str(value))

    def _give(self) -> None:
        self.given.emit(self._field.text())


class _Number(Control):
    def __init__(self, setting: Setting) -> None:
        self._spin = QDoubleSpinBox()
        CalmWheel(self._spin)
        super().__init__(setting, self._spin, self._show)
        self._spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole = isinstance(setting.default, int)
        self._spin.setDecimals(0 if whole or setting.step >= 1 else 1)
        self._spin.setRange(setting.least, setting.most)
        self._spin.setSingleStep(setting.step)
        self._spin.setKeyboardTracking(False)
        if setting.unit:
            self._spin.setSuffix(f" {_(setting.unit)}")
        self._spin.valueChanged.connect(self._give)

    def _show(self, value: Value) -> None:
        self._spin.setValue(float(value))

    def _give(self, value: float) -> None:
        self.given.emit(value)


class _OneOf(Control):
    def __init__(self, setting: Setting, choices: list[tuple[str, str]]) -> None:
        self._box = QComboBox()
        CalmWheel(self._box)
        super().__init__(setting, self._box, self._show)
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box.setMaxVisibleItems(16)
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for value, words in choices:
            self._box.addItem(words, value)
        self._box.currentIndexChanged.connect(self._give)

    def _show(self, value: Value) -> None:
        place = self._box.findData(value)
        if place < 0:  # a face that is on another machine
            self._box.addItem(str(value), value)
            place = self._box.count() - 1
        self._box.setCurrentIndex(place)

    def _give(self) -> None:
        self.given.emit(self._box.currentData())


class _Switch(Control):
    def __init__(self, setting: Setting) -> None:
        self._box = QCheckBox(_("On"))
        super().__init__(setting, self._box, self._show)
        self._box.toggled.connect(self._give)

    def _show(self, value: Value) -> None:
        self._box.setChecked(bool(value))

    def _give(self, on: bool) -> None:
        self.given.emit(on)


class _Elsewhere(Control):
    """A button to where something larger is set."""

    def __init__(self, setting: Setting) -> None:
        button = QPushButton(_("Change keys…"))
        button.setAutoDefault(False)
        super().__init__(setting, button)
        button.clicked.connect(self._give)

    def _give(self) -> None:
        self.given.emit("")


def _choice(setting: Setting) -> Control:
    return _OneOf(setting, [(value, _(words)) for value, words in setting.choices])


def _font(setting: Setting) -> Control:
    families = [
        family
        for family in QFontDatabase.families(QFontDatabase.WritingSystem.Latin)
        if not QFontDatabase.isPrivateFamily(family)
    ]
    choices = [("", _("As shipped: Reviewer Serif"))] + [(family, family) for family in families]
    return _OneOf(setting, choices)


_KINDS: dict[Kind, Callable[[Setting], Control]] = {
    Kind.TEXT: _Words,
    Kind.NUMBER: _Number,
    Kind.CHOICE: _choice,
    Kind.SWITCH: _Switch,
    Kind.FONT: _font,
    Kind.KEYS: _Elsewhere,
}


def control_for(setting: Setting) -> Control:
    """Return the control of a setting."""
    return _KINDS[setting.kind](setting)
