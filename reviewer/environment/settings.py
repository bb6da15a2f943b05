"""A person's settings, each declared once, kept as JSON in the config folder.

The analyst's name and uid live here, so that the same person has one uid in every project. A file
whose content cannot be understood is put aside under another name, and the defaults hold.

Several windows and commands share the file: each change is made to what stands there now, under a
lock, so that nobody's uid or recent projects are lost to what another window read an hour ago.
"""

import json
import logging
import math
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeGuard
from uuid import uuid4
from weakref import WeakMethod

from reviewer.environment import paths
from reviewer.environment.declared import (
    ANALYST_NAME,
    ANALYST_UID,
    DECLARED,
    EXPORT_DOCUMENTS,
    EXPORT_HOW,
    EXPORT_KIND,
    EXPORT_SENT,
    EXPORT_WHAT,
    FIELD_NAMES,
    LANGUAGE,
    LINE_SPACING,
    MORE_FIELDS,
    OWN_KEYS,
    READING_COLUMN,
    READING_FACE,
    READING_SIZE,
    SEEN_VERSION,
    TAGGED_OF_HITS,
    TELL_NEWS,
    THEME,
    TOUR_OFFERED,
    WINDOW_SIZE,
    Kind,
    Setting,
)

__all__ = [
    "ANALYST_NAME",
    "ANALYST_UID",
    "DECLARED",
    "EXPORT_DOCUMENTS",
    "EXPORT_HOW",
    "EXPORT_KIND",
    "EXPORT_SENT",
    "EXPORT_WHAT",
    "FIELD_NAMES",
    "LANGUAGE",
    "LINE_SPACING",
    "MORE_FIELDS",
    "MOST_RECENT",
    "MOST_USED",
    "OWN_KEYS",
    "READING_COLUMN",
    "READING_FACE",
    "READING_SIZE",
    "SEEN_VERSION",
    "TAGGED_OF_HITS",
    "TELL_NEWS",
    "THEME",
    "TOUR_OFFERED",
    "WINDOW_SIZE",
    "Kind",
    "Setting",
    "Settings",
]

_LOG = logging.getLogger(__name__)
_FILE = "settings.json"
_SECONDS_FOR_THE_LOCK = 1  # whoever keeps it longer hangs, and the window must not hang with it
MOST_RECENT = 12
MOST_USED = 60
Follower = Callable[[frozenset[str]], object]
_RECENT = "recent"
_USED = "used"
_WINDOW = "window"
_IMPORTED_FROM = "imported_from"
_EXPORTED = "exported"


class Settings:
    """What is set, read at once and written at each change (mode 0600, its folder 0700).

    Where nothing can be written, changes hold until the program ends.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or paths.config_folder()) / _FILE
        self._unwritten: dict[str, object] = {}
        self._values: dict[str, object] = {}
        self._followers: list[WeakMethod[Any]] = []
        self._known = True  # what stands in the file; what nobody could read is not written over
        self._take_in()

    def get(self, setting: Setting) -> str | int | float | bool:
        """Return a setting's value.

        A value of another kind than the default's is not taken, nor one that is no number; a
        number too small or too large is brought to the nearest that is allowed.
        """
        found = self._values.get(setting.key, setting.default)
        kind = type(setting.default)
        if kind in {int, float}:
            return _number(setting, found)
        if setting.choices and found not in [value for value, _words in setting.choices]:
            return setting.default
        return found if isinstance(found, kind) else setting.default

    def text(self, setting: Setting) -> str:
        """Return a setting of words."""
        return str(self.get(setting))

    def number(self, setting: Setting) -> float:
        """Return a setting that is a number, finite and within its bounds."""
        return float(self.get(setting))

    def flag(self, setting: Setting) -> bool:
        """Return a setting that is a switch."""
        return bool(self.get(setting))

    def set(self, setting: Setting, value: str | float | bool) -> None:
        """Set a setting, write the file, and tell those who follow if it is another value now."""
        before = self.get(setting)
        self._change({setting.key: value})
        if self.get(setting) != before:
            self._tell(setting.key)

    def reset(self, setting: Setting) -> None:
        """Set a setting back to its default."""
        self.set(setting, setting.default)

    def is_default(self, setting: Setting) -> bool:
        """Say whether a setting has its default value."""
        return self.get(setting) == setting.default

    def follow(self, follower: Follower) -> None:
        """Call a bound method with the keys of settings that have changed, while its owner lives.

        A window follows through ``ui.preferences``, which makes one Qt signal of it.
        """
        self._followers.append(WeakMethod(follower))

    def own_keys(self) -> dict[str, tuple[str, ...]]:
        """Return the keys a person has given to commands, by the command's id; may be none."""
        found = self._values.get(OWN_KEYS.key)
        if not isinstance(found, dict):
            return {}
        return {
            identity: tuple(key for key in keys if isinstance(key, str))
            for identity, keys in found.items()
            if isinstance(identity, str) and isinstance(keys, list)
        }

    def set_own_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Keep the keys that differ from those the commands begin with, and tell who follows."""
        wanted = {identity: tuple(several) for identity, several in keys.items()}
        if wanted != self.own_keys():
            self._change({OWN_KEYS.key: {one: list(several) for one, several in wanted.items()}})
            self._tell(OWN_KEYS.key)

    def used(self) -> list[str]:
        """Return what was taken from the palette, the last first; nothing of any project."""
        found = self._values.get(_USED)
        return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []

    def remember_used(self, identity: str) -> None:
        """Put what was taken from the palette at the head of what was used."""
        others = [one for one in self.used() if one != identity]
        if self.used()[:1] != [identity]:
            self._change({_USED: [identity, *others][:MOST_USED]})

    def analyst_uid(self) -> str:
        """Return the person's uid, made the first time it is asked for, by whichever window."""
        if not self.text(ANALYST_UID):
            with self._alone():
                self._take_in()
                if not self.text(ANALYST_UID):
                    self._write({ANALYST_UID.key: str(uuid4())})
        return self.text(ANALYST_UID)

    def recent(self) -> list[Path]:
        """Return the projects opened last, newest first."""
        found = self._values.get(_RECENT)
        if not isinstance(found, list):
            return []
        return [Path(path) for path in found if isinstance(path, str) and _is_path(path)]

    def remember(self, project: Path) -> None:
        """Put a project at the head of the recent ones, those of other windows included."""
        with self._alone():
            self._take_in()
            others = [path for path in self.recent() if path != project]
            self._write({_RECENT: [str(path) for path in [project, *others][:MOST_RECENT]]})

    def forget_recent(self) -> None:
        """Clear the list of recent projects, and where documents were imported and exported."""
        self._change({_RECENT: [], _IMPORTED_FROM: "", _EXPORTED: {}})

    def imported_from(self) -> Path | None:
        """Return the folder from which documents were imported last."""
        found = self._values.get(_IMPORTED_FROM)
        return Path(found) if isinstance(found, str) and found and _is_path(found) else None

    def remember_imported_from(self, folder: Path) -> None:
        """Remember from which folder documents are imported: the next are often beside them."""
        self._change({_IMPORTED_FROM: str(folder)})

    def exported(self, entry: str) -> tuple[Path | None, str]:
        """Return the folder into which an entry of the menu exported last, and in which format."""
        found = self._values.get(_EXPORTED)
        kept = found.get(entry) if isinstance(found, dict) else None
        if not isinstance(kept, list) or [type(one) for one in kept] != [str, str]:
            return None, ""
        folder, key = kept
        return (Path(folder) if folder and _is_path(folder) else None), key

    def remember_exported(self, entry: str, folder: Path, key: str) -> None:
        """Remember where and how an entry of the menu exports: the next often goes there too."""
        with self._alone():
            self._take_in()
            found = self._values.get(_EXPORTED)
            others = found if isinstance(found, dict) else {}
            self._write({_EXPORTED: {**others, entry: [str(folder), key]}})

    def window(self, key: str) -> object:
        """Return how a part of the window stood, or ``None``."""
        found = self._values.get(_WINDOW)
        return found.get(key) if isinstance(found, dict) else None

    def set_window(self, values: dict[str, object]) -> None:
        """Remember how the window stands."""
        self._change({_WINDOW: values})

    def _tell(self, *keys: str) -> None:
        for reference in list(self._followers):
            follower = reference()
            if follower is None:
                self._followers.remove(reference)
            else:
                follower(frozenset(keys))

    def _change(self, changed: dict[str, object]) -> None:
        with self._alone():
            self._take_in()
            self._write(changed)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes from changing the file meanwhile, where that can be had."""
        from filelock import FileLock  # not needed by who only reads

        lock = FileLock(
            self._path.with_suffix(".lock"), timeout=_SECONDS_FOR_THE_LOCK, mode=paths.FILE_MODE
        )
        try:
            paths.make_private(self._path.parent)
            lock.acquire()
        except (OSError, NotImplementedError) as fault:
            _LOG.warning("settings could not be locked: %s", type(fault).__name__)
        try:
            yield
        finally:
            lock.release()

    def _take_in(self) -> None:
        """Read what others wrote; what could not be written here still holds."""
        self._known = True
        try:
            self._values = _understood(self._path.read_text("utf-8-sig"))
        except FileNotFoundError:
            self._values = {}
        except OSError as fault:
            _LOG.warning("settings could not be read: %s", type(fault).__name__)
            self._known = False
        except (ValueError, RecursionError) as fault:
            _LOG.warning("settings could not be understood: %s", type(fault).__name__)
            self._put_aside()
            self._values = {}
        self._values |= self._unwritten

    def _put_aside(self) -> None:
        aside = self._path.with_suffix(".unreadable")
        try:
            self._path.replace(aside)
            aside.chmod(paths.FILE_MODE)
        except OSError:
            _LOG.warning("unreadable settings could not be put aside")

    def _write(self, changed: dict[str, object]) -> None:
        self._unwritten |= changed
        self._values |= changed
        if not self._known:
            return
        try:
            _replace(self._path, json.dumps(self._values, indent=1).encode("ascii"))
            self._unwritten.clear()
        except (OSError, ValueError, RecursionError) as fault:
            _LOG.warning("settings could not be written: %s", type(fault).__name__)


def _understood(words: str) -> dict[str, object]:
    """Return what stands in the file; raises ValueError or RecursionError for anything else."""
    values = json.loads(words)
    if not isinstance(values, dict):
        raise ValueError("not an object")  # noqa: TRY004 - what stands in a file, not a call
    return values


def _number(setting: Setting, found: object) -> int | float:
    """Return a number of the kind of the setting's default, within its bounds."""
    kind: Callable[[float], int | float] = float if isinstance(setting.default, float) else int
    for taken in (found, setting.default):
        if _is_number(taken):
            return kind(min(max(taken, setting.least), setting.most))
    raise AssertionError(setting.key)


def _is_number(found: object) -> TypeGuard[int | float]:
    """Say whether ``found`` is a number to count with; Python takes yes and no for numbers too."""
    if isinstance(found, float):
        return math.isfinite(found)
    return isinstance(found, int) and not isinstance(found, bool)


def _is_path(words: str) -> bool:
    """Say whether words can be a file's name: the file is a person's to edit."""
    try:
        return b"\0" not in os.fsencode(words)
    except UnicodeEncodeError:
        return False


def _replace(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of a file, whole or not at all, for its owner alone.

    A link stays a link: settings are often kept elsewhere and linked. Raises OSError.
    """
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".{uuid4().hex}.new")
    try:
        descriptor = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, paths.FILE_MODE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
