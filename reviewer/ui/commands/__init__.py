"""Every command is a record: menu, toolbar, verb strip, palette and key legend come from it.

A file a noun, each with ``COMMANDS``. ``run`` is short: what is chosen, then one operation.
``registry.py`` finds the records and refuses two of one id; ``actions.py`` makes ``QAction``s;
``keys.py`` matches the plain keys that act in a pane, on any keyboard layout.

To add a command: a record in the file of its noun, with one line of ``help``. Its keys are written
as Qt writes them (``Ctrl+Shift+C``); plain letters work only in a focused pane (``Scope.PANE``).
``shortcuts`` are the keys it begins with: a person may change them, so whoever shows or matches
keys takes the records from ``registry.commands_in_use``. A predicate for ``enabled`` says with
``@needs`` what is missing where it says no; the palette shows that beside the greyed command.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reviewer.environment.translation import N_, _
from reviewer.ui.desk import Context


class Scope(StrEnum):
    """Where a command's keys work."""

    WINDOW = "window"
    PANE = "pane"  # only while a pane has the focus
    SCREENING = "screening"  # only while one document at a time is decided on
    CODEBOOK = "codebook"  # only in the tree of tags, where they cover those of the window
    EVENTS = "events"  # only in the rows of an event, likewise
    COMPARE = "compare"  # only in the grid of what each source says, likewise

    def meets(self, other: "Scope") -> bool:
        """Say whether keys of the two can be pressed in the same place."""
        if self is other or not COVERING.isdisjoint((self, other)):
            return self is other
        return Scope.WINDOW in (self, other)


COVERING = frozenset((Scope.CODEBOOK, Scope.EVENTS, Scope.COMPARE))
"""Scopes of rows that take their keys before the window does."""

WHERE = {
    Scope.WINDOW: N_("everywhere"),
    Scope.PANE: N_("in a document"),
    Scope.SCREENING: N_("while screening"),
    Scope.CODEBOOK: N_("in the codebook"),
    Scope.EVENTS: N_("in an event"),
    Scope.COMPARE: N_("while comparing"),
}
"""Where keys of a scope work, in words."""


class Menu(StrEnum):
    """Which menu a command stands in."""

    PROJECT = "project"
    EDIT = "edit"
    DOCUMENT = "document"
    PASSAGE = "passage"
    CODEBOOK = "codebook"
    EVENT = "event"
    GO = "go"
    SCREENING = "screening"  # no menu of its own: its place has buttons
    VIEW = "view"
    HELP = "help"


Predicate = Callable[[Context], bool]
_NEEDS: dict[Predicate, str] = {}
_CHANGES: set[Predicate] = set()
WITHOUT_PROJECT = N_("Open a project first.")
READ_ONLY = N_("This project can only be read here.")
NOT_NOW = N_("Not possible just now.")


def needs(sentence: str, *, changes: bool = False) -> Callable[[Predicate], Predicate]:
    """Say in one sentence what a person has to do where a predicate says no.

    ``changes`` where the predicate also says no in a project that can only be read.
    """

    def keep(predicate: Predicate) -> Predicate:
        _NEEDS[predicate] = sentence
        if changes:
            _CHANGES.add(predicate)
        return predicate

    return keep


def always(_: Context) -> bool:
    """Say that a command can be used at any time."""
    return True


def with_project(context: Context) -> bool:
    """Say whether a project is open."""
    return context.desk is not None


@needs(READ_ONLY, changes=True)
def with_writable_project(context: Context) -> bool:
    """Say whether a project is open that may be changed."""
    return context.desk is not None and context.desk.workspace.read_only is None


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do.

    ``title`` is the verb as the menu says it; ``short`` what a button with little room says;
    ``help`` one line on what it does, for the status bar, the palette and the key legend.
    ``shortcuts`` are all keys that run it, the first is shown. A command with a ``checked``
    function is a switch; of those ``one_of`` a name is shared by, one at most is on.
    ``starts_group`` draws a line above it in its menu.
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
    help: str = ""
    one_of: str = ""


def changes(command: Command) -> bool:
    """Say whether a command changes the project, as far as its predicate says."""
    return command.enabled in _CHANGES


def why_not(command: Command, context: Context) -> str:
    """Return why a command cannot be used now, as a sentence; empty when it can."""
    if command.enabled(context):
        return ""
    if context.desk is None:
        return _(WITHOUT_PROJECT)
    if context.desk.workspace.read_only is not None and command.enabled in _CHANGES:
        return _(READ_ONLY)
    return _(_NEEDS.get(command.enabled, NOT_NOW))
