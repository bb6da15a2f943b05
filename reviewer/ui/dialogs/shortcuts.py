"""The keys of all commands: looked up, changed by pressing others, and set back.

Like the settings it changes what it shows at once. A key that another command has is not taken
silently: it says whose it is, and one more press takes it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.folding import fold
from reviewer.environment.settings import OWN_KEYS, Settings
from reviewer.environment.translation import N_, _
from reviewer.ui.commands import WHERE, Command, Menu, Scope
from reviewer.ui.commands.keymap import fits, given, holder, set_back
from reviewer.ui.commands.registry import all_commands, commands_in_use
from reviewer.ui.dialogs.key_field import KeyField
from reviewer.ui.models.help_pages import MENU_NAMES
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.wording import announce, isolated, native_keys, plain

SIZE = QSize(760, 680)
LETTERS = 76  # it is at least so many wide, whatever their size
TAGS = N_("Tags of this project")
_COMMAND = int(Qt.ItemDataRole.UserRole)
_NAME, _KEYS, _WHERE = range(3)


class ShortcutsDialog(QDialog):
    """A table of commands by menu, and below it the keys of the one that is chosen."""

    def __init__(
        self,
        settings: Settings,
        tags: Sequence[Command] = (),
        at: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Change keys"))
        self.setAccessibleName(_("Change keys"))
        self._settings = settings
        self._tags = list(tags)
        self._wanted = ""  # the key that another command has
        self._before: dict[str, tuple[str, ...]] = {}  # what “Set all back” took
        self._items: dict[str, QTreeWidgetItem] = {}
        self._build()
        self._fill()
        settings.follow(self._follow)
        room = parent.size() if parent is not None else SIZE
        wide = max(SIZE.width(), LETTERS * self.fontMetrics().averageCharWidth())
        self.resize(min(wide, room.width()), min(SIZE.height(), round(room.height() * 0.92)))
        first = at if at in self._items else next(iter(self._items))
        self.tree.setCurrentItem(self._items[first])
        self.filter.setFocus()

    def command(self) -> Command | None:
        """Return the command that is chosen, with its keys as they are now; no tag."""
        item = self.tree.currentItem()
        identity = item.data(0, _COMMAND) if item is not None else None
        return next((one for one in self._in_use() if one.id == identity), None)

    def press(self, key: str) -> None:
        """Give a key to the chosen command, or say what is in the way."""
        command = self.command()
        self._wanted = ""
        self.take.hide()
        if command is None:
            return
        self.field.setText(native_keys(key))
        other = holder(self._in_use(), command.scope, key)
        tag = holder(self._tags, command.scope, key)
        reason = fits(command.scope, key)
        if reason:
            self._say(reason, "warning")
        elif other is not None and other.id == command.id:
            self._say(_("It has this key already."), "muted")
        elif tag is not None and command.scope is Scope.PANE:
            words = _("{key} tags as “{tag}” in this project. Give the tag another key first.")
            self._say(words.format(key=key, tag=isolated(tag.title)), "warning")
        elif other is not None:
            self._offer(key, other)
        else:
            self._give(key)

    def _build(self) -> None:
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(_("Search by command, menu or key…"))
        self.filter.setAccessibleName(_("Search the commands"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.textChanged.connect(self._narrow)
        self.tree = QTreeWidget(self)
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([_("Command"), _("Keys"), _("Works")])
        self.tree.setAccessibleName(_("Commands by menu"))
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(spacing.MEDIUM)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.tree.header()
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_KEYS, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WHERE, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        self.tree.currentItemChanged.connect(self._chosen)
        self.tree.itemActivated.connect(self._to_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(self.filter)
        column.addWidget(self.tree, 1)
        column.addWidget(self._panel())
        column.addLayout(self._below())

    def _panel(self) -> QFrame:
        panel = QFrame(self)
        set_surface(panel, "card")
        self._title = QLabel()
        set_role(self._title, "heading")
        self._about = plain("", "muted")
        self.field = KeyField()
        self.field.pressed.connect(self.press)
        self.field.escaped.connect(self._to_tree)
        self.more = QCheckBox(_("Keep its other keys"))
        self.take = self._button("", self._take)
        self.take.hide()
        self.none = self._button(_("No keys"), self._give_none)
        self.back = self._button(_("Set back"), self._set_back)
        self._message = plain("", "muted")
        self._message.setMinimumHeight(self._message.sizeHint().height())
        row = QHBoxLayout()
        row.setSpacing(spacing.SMALL)
        for part in (self.field, self.more, self.none, self.back):
            row.addWidget(part, 1 if part is self.field else 0)
        said = QHBoxLayout()
        said.setSpacing(spacing.SMALL)
        said.addWidget(self._message, 1)
        said.addWidget(self.take)
        column = QVBoxLayout(panel)
        margin = spacing.MEDIUM
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(spacing.SMALL)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(row)
        column.addLayout(said)
        return panel

    def _below(self) -> QHBoxLayout:
        self.all_back = self._button(_("Set all back"), self._set_all_back)
        close = self._button(_("Close"), self.reject)
        row = QHBoxLayout()
        row.addWidget(self.all_back)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _button(self, words: str, run: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _fill(self) -> None:
        for menu in Menu:
            members = [one for one in self._in_use() if one.menu is menu]
            if members:
                self._add_group(_(MENU_NAMES[menu]), members)
        if self._tags:
            self._add_group(_(TAGS), self._tags)
        self.tree.expandAll()

    def _add_group(self, title: str, members: Sequence[Command]) -> None:
        group = QTreeWidgetItem(self.tree, [title])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        for command in members:
            item = QTreeWidgetItem(group)
            item.setData(0, _COMMAND, command.id)
            item.setToolTip(0, _(command.help))
            self._items[command.id] = item
            self._show(item, command)

    def _show(self, item: QTreeWidgetItem, command: Command) -> None:
        item.setText(_NAME, _(command.title).rstrip("…"))
        item.setText(_KEYS, ", ".join(map(native_keys, command.shortcuts)))
        item.setText(_WHERE, _(WHERE[command.scope]))
        font = item.font(_KEYS)
        font.setBold(command.id in self._settings.own_keys())
        item.setFont(_KEYS, font)

    def _narrow(self) -> None:
        words = fold(self.filter.text()).split()
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            if group is None:
                continue
            shown = 0
            for item in filter(None, map(group.child, range(group.childCount()))):
                known = f"{group.text(0)} {item.text(_NAME)} {item.text(_KEYS)}"
                fit = all(word in fold(known) for word in words)
                item.setHidden(not fit)
                shown += fit
            group.setHidden(not shown)
        current = self.tree.currentItem()
        if current is None or current.isHidden():
            for item in self._items.values():
                if not item.isHidden():
                    self.tree.setCurrentItem(item)
                    break

    def _chosen(self) -> None:
        command = self.command()
        self._wanted = ""
        self.take.hide()
        self.field.clear()
        self._say("", "muted")
        for part in (self.field, self.more, self.none, self.back):
            part.setEnabled(command is not None)
        item = self.tree.currentItem()
        self._title.setText(item.text(_NAME) if item is not None else "")
        if command is None:
            self._about.setText(_("The key of a tag is changed with the tag, in the codebook."))
            return
        self._about.setText(_(command.help) or _("Press Enter, and then the new keys."))
        self.back.setEnabled(command.id in self._settings.own_keys())
        self.none.setEnabled(bool(command.shortcuts))

    def _offer(self, key: str, other: Command) -> None:
        self._wanted = key
        name = isolated(_(other.title).rstrip("…"))
        self._say(
            _("{key} runs “{command}”.").format(key=native_keys(key), command=name), "warning"
        )
        self.take.setText(_("Take it from “{command}”").format(command=name))
        self.take.show()
        self.take.setFocus()

    def _take(self) -> None:
        if self._wanted:
            self._give(self._wanted)

    def _give(self, key: str) -> None:
        command = self.command()
        if command is not None:
            kept = command.shortcuts if self.more.isChecked() else ()
            self._keep(given(all_commands(), self._settings.own_keys(), command.id, [*kept, key]))
            self._say(_("Set. It holds at once."), "success")
            self.field.setFocus()

    def _give_none(self) -> None:
        command = self.command()
        if command is not None:
            self._keep(given(all_commands(), self._settings.own_keys(), command.id, ()))
            self._say(_("It has no keys now; the menu and the palette still run it."), "muted")

    def _set_back(self) -> None:
        command = self.command()
        if command is not None:
            self._keep(set_back(all_commands(), self._settings.own_keys(), command.id))
            self._say(_("As it began."), "success")

    def _set_all_back(self) -> None:
        """Set all back, or bring the keys of one's own back that were just set back."""
        self._before, wanted = self._settings.own_keys(), self._before
        self._keep({} if self._before else wanted)
        mine = bool(self._before)
        self._say(_("All keys are as they began.") if mine else _("Your keys are back."), "success")
        self.all_back.setText(_("Bring my keys back") if mine else _("Set all back"))

    def _keep(self, keys: dict[str, tuple[str, ...]]) -> None:
        self._settings.set_own_keys(keys)

    def _follow(self, keys: frozenset[str]) -> None:
        if OWN_KEYS.key in keys:
            for command in self._in_use():
                self._show(self._items[command.id], command)
            self._chosen()

    def _say(self, words: str, role: str) -> None:
        self._message.setText(words)
        set_role(self._message, role)
        if words:
            announce(self.field, words)

    def _to_field(self) -> None:
        self.field.setFocus()

    def _to_tree(self) -> None:
        self.tree.setFocus()

    def _in_use(self) -> tuple[Command, ...]:
        return commands_in_use(self._settings)
