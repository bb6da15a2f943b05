"""Which keys run which command, once a person has given other keys to some.

A map of one's own holds only what differs: a command's id and all its keys, none being allowed.
Where two want the same key, the one a person gave it to has it; so a key that a later version
gives to a new command takes nothing away from anybody.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reviewer.environment.translation import N_, _
from reviewer.ui.commands import COVERING, Command, Scope

OwnKeys = Mapping[str, tuple[str, ...]]
NEEDS_MODIFIER = N_(
    "This works everywhere in the window, so it needs Ctrl, Alt or a function key: a plain letter "
    "would be lost while one types."
)
FOR_TAGS = N_("Digits tag with the first nine tags of the codebook.")
FIXED = N_("This key moves the caret or leaves what one is in, here as everywhere.")
LOOKS_FOR_TAGS = N_("Letters look for tags here, and arrows go from one to the next.")
_FUNCTION = re.compile("F[1-9][0-9]?$")
_PLAIN_WINDOW = ("?",)  # no letter of any language, and free in every list
_CARET = frozenset(("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "Tab", "Space"))
_LEFT_ALONE = _CARET - {"Tab", "Space"} | {"Escape", "Esc", "Return"}


def in_use(commands: Sequence[Command], own: OwnKeys) -> tuple[Command, ...]:
    """Return the commands with the keys they have now."""
    theirs: dict[str, list[Command]] = {}
    for command in commands:
        for key in own.get(command.id, ()):
            if fits(command.scope, key) == "" and not _taken(theirs, command, key):
                theirs.setdefault(key, []).append(command)
    return tuple(_with_keys(command, own, theirs) for command in commands)


def _taken(theirs: Mapping[str, list[Command]], command: Command, key: str) -> bool:
    return any(other.scope.meets(command.scope) for other in theirs.get(key, ()))


def _with_keys(command: Command, own: OwnKeys, theirs: Mapping[str, list[Command]]) -> Command:
    if command.id in own:
        keys = [key for key in own[command.id] if command in theirs.get(key, ())]
    else:
        keys = [key for key in command.shortcuts if not _taken(theirs, command, key)]
    wanted = tuple(dict.fromkeys(keys))
    return command if wanted == command.shortcuts else replace(command, shortcuts=wanted)


def fits(scope: Scope, key: str) -> str:
    """Return why a key cannot be given to a command of that scope; empty when it can."""
    if not key:
        return _(FIXED)
    modified = any(part in key for part in ("Ctrl+", "Alt+", "Meta+"))
    bare = key.removeprefix("Shift+")
    if modified or _FUNCTION.match(bare):
        return ""
    if scope is Scope.PANE:
        return _fits_pane(key, bare)
    if scope in COVERING:
        return _fits_rows(scope, bare)
    if scope is Scope.SCREENING:  # nothing is tagged there, and nothing else to leave
        return "" if bare.isdecimal() or bare == "Escape" else _fits_pane(key, bare)
    return "" if key in _PLAIN_WINDOW else _(NEEDS_MODIFIER)


def _fits_rows(scope: Scope, bare: str) -> str:
    """Keys of the window may be covered there; letters look for tags in the codebook."""
    if scope is Scope.CODEBOOK:
        return "" if len(bare) > 1 and bare not in _CARET else _(LOOKS_FOR_TAGS)
    return _(FIXED) if bare in _CARET else ""


def _fits_pane(key: str, bare: str) -> str:
    if bare in _LEFT_ALONE:
        return _(FIXED)
    return _(FOR_TAGS) if key.isdecimal() else ""


def holder(commands: Iterable[Command], scope: Scope, key: str) -> Command | None:
    """Return the command that has a key where one of that scope would have it."""
    return next((one for one in commands if key in one.shortcuts and one.scope.meets(scope)), None)


def given(
    commands: Sequence[Command], own: OwnKeys, identity: str, keys: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Return the map in which a command has exactly these keys, taken from whoever had them."""
    used = in_use(commands, own)
    scope = next(command.scope for command in used if command.id == identity)
    now = {
        command.id: tuple(
            key for key in command.shortcuts if key not in keys or not command.scope.meets(scope)
        )
        for command in used
    }
    now[identity] = tuple(dict.fromkeys(keys))
    return _differences(commands, now)


def set_back(
    commands: Sequence[Command], own: OwnKeys, identity: str
) -> dict[str, tuple[str, ...]]:
    """Return the map in which a command has the keys it began with again."""
    first = next(command.shortcuts for command in commands if command.id == identity)
    return given(commands, own, identity, first)


def _differences(
    commands: Sequence[Command], now: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    return {
        command.id: now[command.id] for command in commands if now[command.id] != command.shortcuts
    }
