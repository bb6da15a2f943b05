"""The settings, made from their records: searched, changed at once, each set back by one press.

It is the one dialog that changes what it shows: a colour or a size is chosen by looking at it, so
there is nothing to accept and nothing to cancel.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.folding import fold
from reviewer.environment.settings import DECLARED, Kind, Setting, Settings
from reviewer.environment.translation import _, counted
from reviewer.ui.dialogs.setting_controls import Control, control_for
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_icon
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.wording import announce, plain

SIZE = QSize(680, 620)
LETTERS = 66  # it is at least so many wide, whatever their size


def fitting(settings: Sequence[Setting], typed: str) -> list[Setting]:
    """Return the settings whose label, group, help or choices hold every word typed."""
    words = fold(typed).split()
    return [one for one in settings if all(word in _searched(one) for word in words)]


def _searched(setting: Setting) -> str:
    choices = [_(words) for _value, words in setting.choices]
    return fold(" ".join((_(setting.label), _(setting.group), _(setting.help), *choices)))


class SettingsDialog(QDialog):
    """The settings; ``keys_wanted`` when a person went on to the keys of the commands."""

    def __init__(self, settings: Settings, at: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Settings"))
        self.setAccessibleName(_("Settings"))
        self.keys_wanted = False
        self._settings = settings
        self._rows: dict[str, _Row] = {}
        self._headings: dict[str, QLabel] = {}
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(_("Search the settings…"))
        self._field.setAccessibleName(_("Search the settings"))
        self._field.setClearButtonEnabled(True)
        self._field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._nothing = plain(_("No setting for that."), "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._sheet())
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        hint = plain(_("What you change holds at once."), "muted")
        below = QHBoxLayout()
        below.addWidget(hint, 1)
        below.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.LARGE)
        column.addWidget(self._field)
        column.addWidget(self._area, 1)
        column.addWidget(self._nothing, 1)
        column.addLayout(below)
        self._field.textChanged.connect(self._narrow)
        settings.follow(self._follow)
        room = parent.size() if parent is not None else SIZE
        wide = max(SIZE.width(), LETTERS * self.fontMetrics().averageCharWidth())
        self.resize(min(wide, room.width()), min(SIZE.height(), round(room.height() * 0.9)))
        self._field.setFocus()
        if at in self._rows:
            QTimer.singleShot(0, self, lambda: self._go_to(at))

    def shown(self) -> list[Setting]:
        """Return the settings that are listed."""
        return [row.setting for row in self._rows.values() if not row.isHidden()]

    def control(self, setting: Setting) -> Control:
        """Return the control of a setting."""
        return self._rows[setting.key].control

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        set_surface(sheet, "window")
        column = QVBoxLayout(sheet)
        inset(column, 0, 0, spacing.MEDIUM, 0)
        column.setSpacing(spacing.MEDIUM)
        for setting in DECLARED:
            if not setting.shown:
                continue
            if setting.group not in self._headings:
                column.addWidget(self._heading(setting.group, first=not self._headings))
            row = _Row(setting, self._settings)
            row.control.given.connect(self._keys if setting.kind is Kind.KEYS else row.take)
            self._rows[setting.key] = row
            column.addWidget(row)
        column.addStretch(1)
        return sheet

    def _heading(self, group: str, *, first: bool) -> QLabel:
        heading = QLabel(_(group))
        set_role(heading, "heading")
        heading.setContentsMargins(0, 0 if first else spacing.MEDIUM, 0, 0)
        self._headings[group] = heading
        return heading

    def _narrow(self) -> None:
        found = fitting([row.setting for row in self._rows.values()], self._field.text())
        groups = {setting.group for setting in found}
        for row in self._rows.values():
            row.setVisible(row.setting in found)
        for group, heading in self._headings.items():
            heading.setVisible(group in groups)
        self._area.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if self._field.text():
            announce(self._field, counted("{count} setting", "{count} settings", len(found)))

    def _go_to(self, at: str) -> None:
        row = self._rows[at]
        self._area.ensureWidgetVisible(row, 0, spacing.WIDE)
        row.control.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keys(self) -> None:
        self.keys_wanted = True
        self.accept()

    def _follow(self, keys: frozenset[str]) -> None:
        for key in keys & self._rows.keys():
            self._rows[key].refresh()


class _Row(QWidget):
    """One setting: what it is called, its value, the way back, and one line of help."""

    def __init__(self, setting: Setting, settings: Settings) -> None:
        super().__init__()
        self.setting = setting
        self._settings = settings
        self.control = control_for(setting)
        label = QLabel(_(setting.label))
        label.setBuddy(self.control.widget)
        self._back = QToolButton()
        self._back.setIcon(icon("undo"))
        keep_icon(self._back, spacing.ICON_SMALL)
        name = _("Set back: {what}").format(what=_(setting.label))
        self._back.setAccessibleName(name)
        self._back.setToolTip(name)
        policy = self._back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._back.setSizePolicy(policy)
        self._back.clicked.connect(self._set_back)
        self._help = plain(_(setting.help), "muted")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing.SMALL)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.control.widget, 0, 1)
        grid.addWidget(self._back, 0, 2)
        grid.addWidget(self._help, 1, 0, 1, 2)
        self.refresh()

    def take(self, value: object) -> None:
        """Set what a person gave; a text that may not be empty stays as it was."""
        if isinstance(value, str):
            value = " ".join(value.split()) if self.setting.kind is Kind.TEXT else value
            if self.setting.required and not value:
                self.refresh()
                return
        if isinstance(value, str | float | int):
            kind = type(self.setting.default)
            self._settings.set(self.setting, kind(value))
        self.refresh()

    def refresh(self) -> None:
        """Show the value as it is set."""
        if self.setting.kind is Kind.KEYS:
            changed = bool(self._settings.own_keys())
        else:
            self.control.show(self._settings.get(self.setting))
            changed = not self._settings.is_default(self.setting)
        self._back.setVisible(changed and not self.setting.required)

    def _set_back(self) -> None:
        if self.setting.kind is Kind.KEYS:
            self._settings.set_own_keys({})
        else:
            self._settings.reset(self.setting)
        self.control.widget.setFocus()
        self.refresh()
