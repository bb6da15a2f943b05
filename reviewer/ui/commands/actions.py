"""Command records as ``QAction``s, and the one place where commands are run.

A command that raises a ``ReviewerError`` is told to the person; anything else is a fault of the
program: logged, reported once, and the work goes on.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reviewer.domain.errors import CannotSave, NotFound, ReviewerError, Unsigned
from reviewer.environment.translation import N_, _
from reviewer.ui.commands import Command, Menu, Scope, changes
from reviewer.ui.commands.projects import change_analyst
from reviewer.ui.commands.registry import all_commands
from reviewer.ui.desk import Context
from reviewer.ui.guard import report_fault
from reviewer.ui.soon import Soon
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import turned, upright
from reviewer.ui.views.frame.recent_menu import RecentMenu

MENU_TITLES = {
    Menu.PROJECT: N_("&Project"),
    Menu.EDIT: N_("&Edit"),
    Menu.DOCUMENT: N_("&Document"),
    Menu.PASSAGE: N_("P&assage"),
    Menu.CODEBOOK: N_("&Codebook"),
    Menu.EVENT: N_("Eve&nts"),
    Menu.GO: N_("&Go"),
    Menu.VIEW: N_("&View"),
    Menu.HELP: N_("&Help"),
}


class CommandActions(QObject):
    """One action a command; ``refresh`` brings what is enabled and checked up to date."""

    ran = Signal(str)  # the id of a command that was carried out without a problem

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._choices: dict[str, QActionGroup] = {}
        context.safely = self.safely
        self._actions = {command.id: self._made(command, window) for command in all_commands()}
        self._soon = Soon(self.refresh, self)
        self.refresh()

    def action(self, identity: str) -> QAction:
        """Return the action of a command; raises ``KeyError``."""
        return self._actions[identity]

    def run(self, command: Command) -> None:
        """Run a command if it can be used now."""
        if not self._is_enabled(command):
            return
        if self.safely(partial(self._carry_out, command), command.id):
            self.ran.emit(command.id)

    def safely(self, deed: Callable[[], object], name: str = "deed") -> bool:
        """Do something a person asked for; whatever goes wrong is told, and the work goes on.

        What could not be saved was not done, so it may be tried again; a name that is missing is
        asked for. Says whether it was done.
        """
        done = False
        try:
            deed()
            done = True
        except CannotSave as problem:
            done = self._context.prompts.retry(problem) and self.safely(deed, name)
        except Unsigned:
            done = change_analyst(self._context) and self.safely(deed, name)
        except ReviewerError as problem:
            self._context.prompts.tell(problem)
        except Exception as error:  # noqa: BLE001 - command dispatch is one of the four places
            report_fault(error, name)
        self.refresh_soon()
        return done

    def _carry_out(self, command: Command) -> None:
        """Run it; what could not be kept now is not asked for first."""
        if changes(command) and self._context.desk is not None:
            self._context.desk.workspace.history.must_be_free()
        command.run(self._context)

    def refresh_soon(self) -> None:
        """Refresh once what has changed is painted, however often this is called until then."""
        self._soon.start()

    def refresh(self) -> None:
        """Enable and check every action as things stand now."""
        for command in all_commands():
            action = self._actions[command.id]
            action.setEnabled(self._is_enabled(command))
            if command.checked is not None:
                action.setChecked(self._is_checked(command.checked))

    def _is_enabled(self, command: Command) -> bool:
        with suppress(NotFound):  # it is going with a long change that has not been told of yet
            return command.enabled(self._context)
        return False

    def _is_checked(self, checked: Callable[[Context], bool]) -> bool:
        with suppress(NotFound):
            return self._context.desk is not None and checked(self._context)
        return False

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Make the menus from the records."""
        for menu, title in MENU_TITLES.items():
            self._fill(bar.addMenu(_(title)), (c for c in all_commands() if c.menu is menu))

    def menu(self, identities: Iterable[str], parent: QWidget) -> QMenu:
        """Return a context menu of these commands; an empty id draws a line."""
        self.refresh()
        menu = QMenu(parent)
        for identity in identities:
            if identity:
                menu.addAction(self._actions[identity])
            else:
                menu.addSeparator()
        return menu

    def _fill(self, menu: QMenu, commands: Iterator[Command]) -> None:
        menu.aboutToShow.connect(self.refresh)
        for command in commands:
            if command.starts_group and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(self._actions[command.id])
            if command.id == "project.open":
                recent = RecentMenu(self._context.settings, menu)
                recent.wanted.connect(self._context.shell.open_project)
                menu.addMenu(recent)

    def _made(self, command: Command, window: QWidget) -> QAction:
        title = _(command.title)
        action = QAction(title, window)
        action.setObjectName(command.id)
        action.setCheckable(command.checked is not None)
        if command.one_of:
            self._choices.setdefault(command.one_of, QActionGroup(self)).addAction(action)
        if command.icon:
            action.setIcon(icon(command.icon))
        action.setIconText(_(command.short or command.title))
        keys = command.shortcuts[0] if command.shortcuts else ""
        action.setToolTip(f"{title.rstrip('…')} ({upright(keys)})" if keys else title)
        if command.scope is Scope.WINDOW:
            action.setShortcuts([QKeySequence(key) for key in command.shortcuts])
            window.addAction(action)
        if keys and (command.scope is not Scope.WINDOW or turned()):
            # Shown as a hint only: plain letters act in a focused pane, matched by keys.py. In a
            # menu that is turned round, Qt would write "," before "Ctrl+".
            action.setText(f"{title}\t{upright(keys)}")
        action.triggered.connect(partial(self._triggered, command))
        return action

    def _triggered(self, command: Command, _checked: bool = False) -> None:
        self.run(command)
