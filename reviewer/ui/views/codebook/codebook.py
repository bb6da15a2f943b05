"""The codebook panel: the tree of tags, a filter over it, and below it what the chosen one means.

Verbs are commands: the panel runs them by their keys and in its menus. Only what is dragged is
done from here, because where it was let go is nothing a command could know.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.environment.settings import Settings
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands import Command, Scope
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.registry import commands_in_use
from reviewer.ui.guard import guard
from reviewer.ui.models.codebook import CodebookModel
from reviewer.ui.soon import Soon
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_height
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset, sided
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.codebook.codebook_tree import CodebookTree
from reviewer.ui.views.details.definition_card import DefinitionCard
from reviewer.ui.views.documents.document_filter import FilterField
from reviewer.ui.views.frame.running import Runner, at_once
from reviewer.ui.views.pieces.awake import AwakeInSight
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.wording import native_keys, tip
from reviewer.workspace.project import Workspace

TAG_MENU = (
    *("tag.use", "tag.passages", "tag.looked_again", ""),
    *("tag.edit", "tag.add", "tag.add_under", ""),
    *("tag.up", "tag.down", "tag.nest", "tag.unnest", ""),
    *("tag.merge", "tag.split", "", "tag.remove"),
)
MENU = ("tag.add", "", "codebook.starter", "codebook.take_in", "codebook.send_out")


class CodebookPanel(QWidget):
    """The panel; implements ``desk.CodebookPart``."""

    tag_wanted = Signal(int)  # tag the words chosen with this one
    passages_wanted = Signal(int)  # show the passages of this tag
    chosen_changed = Signal()
    close_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        settings: Settings,
        actions: CommandActions,
        theme: Theme,
        run: Runner = at_once,
    ) -> None:
        super().__init__()
        del theme  # everything here takes its colours from the palette
        self._workspace = workspace
        self._settings = settings
        self._actions = actions
        self._run = run
        self._model = CodebookModel(workspace, bridge, self)
        AwakeInSight(self, self._model)
        self.tree = CodebookTree(self._model, self._runs)
        self.card = DefinitionCard(workspace)
        self.field = FilterField(_("Find a tag"))
        self.add = QPushButton(_("Add a tag"))
        self._count = QLabel()
        set_role(self._count, "muted")
        self._soon = Soon(self._show_chosen, self)
        self._lay_out()
        self._connect()

    def is_shown(self) -> bool:
        """Say whether the panel is in sight."""
        return self.isVisible()

    def chosen(self) -> int | None:
        """Return the tag that is selected; ``None`` while nobody sees which."""
        return self.tree.chosen() if self.isVisible() else None

    def choose(self, tag: int) -> None:
        """Select a tag and scroll to it, clearing the filter when that hides it."""
        if not self.tree.choose(tag) and self.field.text():
            self.field.clear()
            self.field.settle()
            self.tree.choose(tag)

    def focus_tree(self) -> None:
        """Give the keys to the tree of tags."""
        self.tree.choose_first()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read everything again: another window has written the project."""
        self._model.read_again()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of the theme that was just put on."""
        del theme
        self.update()

    @override
    @guard()
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.chosen_changed.emit()

    def _lay_out(self) -> None:
        set_surface(self, "panel")
        self.setAccessibleName(_("Codebook"))
        self.setMinimumWidth(240)
        bar = QVBoxLayout()
        bar.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, spacing.TINY)
        bar.addWidget(self.field)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stacked(), 1)
        column.addWidget(self._add_row())
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(top)
        self._splitter.addWidget(self.card)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([3_000, 1_400])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing.SMALL)
        layout.addLayout(self._head())
        layout.addLayout(bar)
        layout.addWidget(self._splitter, 1)
        self.setFocusProxy(self.tree)

    def _head(self) -> QHBoxLayout:
        title = QLabel(_("Codebook"))
        set_role(title, "heading")
        self._more = self._tool("more", _("Whole codebooks"))
        self._more.clicked.connect(self._show_more)
        close = self._tool("close", _("Close the codebook"))
        close.clicked.connect(self.close_wanted)
        head = QHBoxLayout()
        inset(head, spacing.MEDIUM, spacing.TINY, spacing.TINY, 0)
        head.setSpacing(spacing.TINY)
        head.addWidget(title)
        head.addSpacing(spacing.TINY)
        head.addWidget(self._count, 1)
        head.addWidget(self._more)
        head.addWidget(close)
        return head

    def _stacked(self) -> QStackedWidget:
        self._nothing = EmptyPlace("tag", _("Add a starter codebook…"))
        self._nothing.say(
            _("A tag is a name for what you look for. Add the first one, or several.")
        )
        self._nothing.wanted.connect(self._actions.action("codebook.starter").trigger)
        self._no_match = EmptyPlace("filter", _("Show all tags"))
        self._no_match.say(_("No tag fits these words."))
        self._no_match.wanted.connect(self._clear)
        self._stack = QStackedWidget()
        for part in (self.tree, self._nothing, self._no_match):
            self._stack.addWidget(part)
        return self._stack

    def _add_row(self) -> QWidget:
        """Return what looks like one more row of the tree, always in sight below it."""
        action = self._actions.action("tag.add")
        self.add.setFlat(True)
        self.add.setIcon(icon("add"))
        keep_height(self.add, spacing.FIELD)
        self.add.setStyleSheet(sided("text-align: left; padding-left: 6px;"))
        self.add.setToolTip(tip(*action.toolTip().split("\n")))
        self.add.clicked.connect(action.trigger)
        action.changed.connect(self._follow_add)
        self._keys = QLabel()
        set_role(self._keys, "muted")
        row = QWidget()
        line = QHBoxLayout(row)
        inset(line, spacing.SMALL, 2, spacing.MEDIUM, 2)
        line.addWidget(self.add, 1)
        line.addWidget(self._keys)
        self._follow_add()
        return row

    def _tool(self, picture: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(picture))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _connect(self) -> None:
        self.field.settled.connect(self._model.narrow)
        self.field.down_pressed.connect(self._go_to_tree)
        self.field.enter_pressed.connect(self._go_to_tree)
        self.tree.typed.connect(self._type)
        self.tree.chosen_changed.connect(self._soon.start)
        self.tree.chosen_changed.connect(self.chosen_changed)
        self.tree.chosen_changed.connect(self._actions.refresh_soon)
        self.tree.passages_wanted.connect(self.passages_wanted)
        self.tree.edit_wanted.connect(self._actions.action("tag.edit").trigger)
        self.tree.menu_wanted.connect(self._show_menu)
        self.tree.command_wanted.connect(self._press)
        self.card.tag_wanted.connect(self.tag_wanted)
        self.card.passages_wanted.connect(self.passages_wanted)
        self.card.edit_wanted.connect(self._actions.action("tag.edit").trigger)
        self._model.counted.connect(self._show_count)
        self._model.numbers_changed.connect(self._soon.start)
        # Queued: the tree must be done with the drag before its rows are others.
        self._model.dropped.connect(self._drop, Qt.ConnectionType.QueuedConnection)

    def _command(self, key: str) -> Command | None:
        found = commands_in_use(self._settings)
        here = (one for one in found if one.scope is Scope.CODEBOOK and key in one.shortcuts)
        return next(here, None)

    def _runs(self, key: str) -> bool:
        return self._command(key) is not None

    def _press(self, key: str) -> None:
        command = self._command(key)
        if command is not None:
            self._actions.run(command)

    def _drop(self, tag: int, parent: int | None, place: int | None) -> None:
        """Put a tag where it was let go."""
        self._run(lambda: self._workspace.tags.nest(tag, parent, place))
        self.choose(tag)

    def _type(self, letters: str) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.insert(letters)

    def _clear(self) -> None:
        self.field.clear()
        self.field.settle()
        self.field.setFocus()

    def _go_to_tree(self) -> None:
        if self._model.fitting():
            self.focus_tree()

    def _show_menu(self, where: QPoint) -> None:
        self._popup(TAG_MENU if self.tree.chosen() is not None else MENU, where)

    def _show_more(self) -> None:
        self._popup(MENU, self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _popup(self, identities: tuple[str, ...], where: QPoint) -> None:
        menu = self._actions.menu(identities, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _show_count(self) -> None:
        total, fitting = self._model.total, len(self._model.fitting())
        words = counted("{count} tag", "{count} tags", total)
        if self._model.words:
            words = _("{shown} of {total}").format(shown=f"{fitting:,}", total=f"{total:,}")
        self._count.setText(words)
        none = self._no_match if total else self._nothing
        self._stack.setCurrentWidget(self.tree if fitting else none)
        if self._model.words and fitting:
            self.tree.choose(self._model.fitting()[0])
        self._soon.start()

    def _show_chosen(self) -> None:
        tag = self.tree.chosen()
        self.card.show_tag(None if tag is None else self._model.row_of(tag))

    def _follow_add(self) -> None:
        self.add.setEnabled(self._actions.action("tag.add").isEnabled())
        keys = self._keys_of_add()
        self._keys.setText(keys)

    def _keys_of_add(self) -> str:
        found = commands_in_use(self._settings)
        shortcuts = next(one.shortcuts for one in found if one.id == "tag.add")
        return native_keys(shortcuts[0]) if shortcuts else ""
