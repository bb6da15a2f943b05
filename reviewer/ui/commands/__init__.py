"""Every command is a record: menu, toolbar, verb strip, palette and key legend come from it.

A file a noun, each with ``COMMANDS``. ``run`` is short: what is chosen, then one operation.
``registry.py`` finds the records and refuses two of one id; ``actions.py`` makes ``QAction``s;
``keys.py`` matches the plain keys that act in a pane, on any keyboard layout.

To add a command: a record in the file of its noun. Its keys are written as Qt writes them
(``Ctrl+Shift+C``); plain letters work only in a focused pane (``Scope.PANE``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reviewer.ui.desk import Context


class Scope(StrEnum):
    """Where a command's keys work."""

    WINDOW = "window"
    PANE = "pane"  # only while a pane has the focus


class Menu(StrEnum):
    """Which menu a command stands in."""

    PROJECT = "project"
    EDIT = "edit"
    DOCUMENT = "document"
    PASSAGE = "passage"
    VIEW = "view"
    HELP = "help"


def always(_: Context) -> bool:
    """Say that a command can be used at any time."""
    return True


def with_project(context: Context) -> bool:
    """Say whether a project is open."""
    return context.desk is not None


def with_writable_project(context: Context) -> bool:
    """Say whether a project is open that may be changed."""
    return context.desk is not None and context.desk.workspace.read_only is None


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do.

    ``title`` is the verb as the menu says it; ``short`` what a button with little room says.
    ``shortcuts`` are all keys that run it, the first is shown. A command with a ``checked``
    function is a switch. ``starts_group`` draws a line above it in its menu.
    """

    id: str
    title: str
    run: Callable[[Context], object]
    menu: Menu
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    enabled: Callable[[Context], bool] = with_project
    checked: Callable[[Context], bool] | None = None
    scope: Scope = Scope.WINDOW
    short: str = ""
    starts_group: bool = False
