"""The key legend: every command with its keys, by menu, made from the command records."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.folding import fold
from reviewer.environment.translation import _, counted
from reviewer.ui.commands import WHERE, Command, Menu, Scope
from reviewer.ui.models.help_pages import MENU_NAMES
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.wording import announce, native_keys, tip

PAGE, KEYS = "page", "keys"
COLUMN_WIDTH = 360
MOST_COLUMNS = 3


def keys_in_words(command: Command) -> list[str]:
    """Return the keys of a command as this system writes them."""
    return [native_keys(keys) for keys in command.shortcuts]


def fitting(commands: Sequence[Command], typed: str) -> list[Command]:
    """Return the commands with keys whose title, menu or keys hold every word typed."""
    words = fold(typed).split()
    return [
        command
        for command in commands
        if command.shortcuts and all(word in _searched(command) for word in words)
    ]


def _searched(command: Command) -> str:
    parts = (_(command.title), _(MENU_NAMES[command.menu]), *command.shortcuts)
    return fold(" ".join((*parts, *keys_in_words(command))))


class Legend(QDialog):
    """The legend; typing narrows it, Esc closes it."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.setAccessibleName(_("Keys"))
        self._commands = list(commands)
        self.wanted = ""  # what a person went on to: ``PAGE``, ``KEYS`` or nothing
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(_("Search the keys…"))
        self._field.setAccessibleName(_("Search the keys"))
        self._field.setClearButtonEnabled(True)
        self._nothing = QLabel(_("No key for that. All commands are in the menus."))
        set_role(self._nothing, "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(_("Keys by menu"))
        hint = QLabel(_("Single letters work while a document has the focus."))
        set_role(hint, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.LARGE)
        column.addWidget(self._field)
        column.addWidget(self._area, 1)
        column.addWidget(self._nothing)
        below = QHBoxLayout()
        below.setSpacing(spacing.SMALL)
        below.addWidget(hint, 1)
        for words, wanted in ((_("To be printed"), PAGE), (_("Change keys…"), KEYS)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._go_on, wanted))
            below.addWidget(button)
        column.addLayout(below)
        self._field.textChanged.connect(self._narrow)
        self._fit(parent)
        self._narrow()
        self._field.setFocus()

    def shown(self) -> list[Command]:
        """Return the commands that are listed."""
        return fitting(self._commands, self._field.text())

    def _go_on(self, wanted: str, _checked: bool = False) -> None:
        self.wanted = wanted
        self.accept()

    def _fit(self, parent: QWidget | None) -> None:
        """Take most of the window, as many columns as it has room for."""
        room = parent.size() if parent is not None else self.screen().availableSize()
        by_room = (room.width() - 4 * spacing.WIDE) // grown(COLUMN_WIDTH)
        self._columns = max(1, min(MOST_COLUMNS, by_room))
        width = self._columns * grown(COLUMN_WIDTH) + (self._columns - 1) * spacing.HUGE
        self.resize(width + 2 * spacing.WIDE + spacing.LARGE, round(room.height() * 0.8))

    def _narrow(self) -> None:
        found = self.shown()
        self._area.setWidget(self._laid_out(found))
        self._area.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if self._field.text():
            announce(self._field, counted("{count} key", "{count} keys", len(found)))

    def _laid_out(self, commands: Sequence[Command]) -> QWidget:
        """Put the groups into columns, each group whole, the columns about as long."""
        sheet = QWidget()
        set_surface(sheet, "window")
        row = QHBoxLayout(sheet)
        inset(row, 0, 0, spacing.MEDIUM, 0)
        row.setSpacing(spacing.HUGE)
        groups = [
            (menu, [command for command in commands if command.menu is menu]) for menu in Menu
        ]
        for column in in_columns([group for group in groups if group[1]], self._columns):
            side = QVBoxLayout()
            side.setSpacing(spacing.WIDE)
            for menu, members in column:
                side.addLayout(_group(_(MENU_NAMES[menu]), members))
            side.addStretch(1)
            row.addLayout(side, 1)
        return sheet


def in_columns(
    groups: Sequence[tuple[Menu, list[Command]]], columns: int
) -> list[list[tuple[Menu, list[Command]]]]:
    """Deal groups out in their order so that the longest column is as short as can be."""
    lengths = [len(members) + 2 for _menu, members in groups]
    limit = max(lengths, default=0)
    while _columns_needed(lengths, limit) > columns:
        limit += 1
    dealt: list[list[tuple[Menu, list[Command]]]] = [[]]
    filled = 0
    for group, length in zip(groups, lengths, strict=True):
        if filled + length > limit and dealt[-1]:
            dealt.append([])
            filled = 0
        dealt[-1].append(group)
        filled += length
    return dealt


def _columns_needed(lengths: Sequence[int], limit: int) -> int:
    needed, filled = 1, 0
    for length in lengths:
        if filled and filled + length > limit:
            needed, filled = needed + 1, 0
        filled += length
    return needed


def _group(title: str, commands: Sequence[Command]) -> QVBoxLayout:
    heading = QLabel(title)
    set_role(heading, "heading")
    grid = QGridLayout()
    grid.setHorizontalSpacing(spacing.MEDIUM)
    grid.setVerticalSpacing(spacing.SMALL)
    grid.setColumnStretch(0, 1)
    for number, command in enumerate(commands):
        what = QLabel(_(command.title).rstrip("…"))
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setWordWrap(True)
        what.setToolTip(tip(_(command.help)))
        grid.addWidget(what, number, 0)
        grid.addLayout(_key_caps(command), number, 1)
    group = QVBoxLayout()
    group.setSpacing(spacing.SMALL)
    group.addWidget(heading)
    group.addLayout(grid)
    return group


def _key_caps(command: Command) -> QHBoxLayout:
    caps = QHBoxLayout()
    caps.setSpacing(spacing.TINY)
    caps.addStretch(1)
    for keys in keys_in_words(command):
        cap = QLabel(keys)
        cap.setTextFormat(Qt.TextFormat.PlainText)
        cap.setAccessibleName(_("key {key}").format(key=keys))
        if command.scope is not Scope.WINDOW:
            cap.setToolTip(_("Works {where}").format(where=_(WHERE[command.scope])))
        set_role(cap, "badge")
        caps.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
    return caps
