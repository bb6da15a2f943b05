"""All command records, found in the files of this folder, and the keys they have now.

``all_commands`` are the records as they are written; ``commands_in_use`` have the keys a person
has given them instead (``keymap.py``). Whatever shows or matches keys takes the latter.
"""

import pkgutil
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import import_module

import reviewer.ui.commands as room
from reviewer.environment.settings import Settings
from reviewer.ui.commands import Command, Scope
from reviewer.ui.commands.keymap import in_use

# Menus list commands in the order of these files; a file that is not named here comes last.
_ORDER = (
    *(
        "projects",
        "exports",
        "reports",
        "history",
        "search",
        "documents",
        "versions",
        "originals",
        "writing",
        "panes",
        "passages",
        "records",
        "notes",
        "checks",
    ),
    *("tags", "regrouping", "codebooks", "events", "questions", "comparison"),
    *("screening", "views", "filters", "help"),
)


_LAST = ("help.verify", "project.analyst", "project.close", "project.quit")
"""What stands at the end of its menu, whatever other files put there."""


@cache
def all_commands() -> tuple[Command, ...]:
    """Return every command once; two of one id, or one key for two of them, raise."""
    names = [module.name for module in pkgutil.iter_modules(room.__path__)]
    names.sort(key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))
    found: list[Command] = []
    for name in names:
        found += getattr(import_module(f"{room.__name__}.{name}"), "COMMANDS", ())
    _refuse_doubles("id", (command.id for command in found))
    for scope in Scope:
        there = {scope, Scope.WINDOW} if scope.meets(Scope.WINDOW) else {scope}
        meeting = [one for one in found if one.scope in there]
        _refuse_doubles("key", (key for command in meeting for key in command.shortcuts))
    found.sort(key=lambda command: _LAST.index(command.id) + 1 if command.id in _LAST else 0)
    return tuple(found)


def commands_in_use(settings: Settings) -> tuple[Command, ...]:
    """Return every command once, with the keys that run it now."""
    return _in_use(tuple(sorted(settings.own_keys().items())))


def command(identity: str) -> Command:
    """Return the command of that id; raises ``KeyError``."""
    for one in all_commands():
        if one.id == identity:
            return one
    raise KeyError(identity)


@lru_cache(maxsize=4)
def _in_use(own: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Command, ...]:
    return in_use(all_commands(), dict(own))


def _refuse_doubles(what: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise ValueError(f"two commands have the {what} {value}")
        seen.add(value)
