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
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard
from uuid import uuid4

from reviewer.environment import paths
from reviewer.environment.translation import N_

_LOG = logging.getLogger(__name__)
_FILE = "settings.json"
_SECONDS_FOR_THE_LOCK = 1  # whoever keeps it longer hangs, and the window must not hang with it
MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key in the file, the group and label a person reads, and its default.

    A number is held between ``least`` and ``most``: the file is a person's to edit, and a font of
    1e308 points would end the program at every start.
    """

    key: str
    group: str
    label: str
    default: str | int | float | bool
    least: float = 0.0
    most: float = 1_000_000.0


ANALYST_NAME = Setting("analyst.name", N_("You"), N_("Your name, as it stands with your work"), "")
ANALYST_UID = Setting("analyst.uid", N_("You"), N_("Your number, the same in every project"), "")
THEME = Setting("view.theme", N_("View"), N_("Light, dark, or as the system"), "system")
READING_SIZE = Setting(
    "view.reading_size", N_("View"), N_("Size of the reading text"), 13.0, least=8.0, most=40.0
)
READING_COLUMN = Setting(
    "view.reading_column", N_("View"), N_("Letters in a line"), 72, least=20, most=400
)
LINE_SPACING = Setting(
    "view.line_spacing", N_("View"), N_("Room between lines"), 1.0, least=0.5, most=4.0
)
DECLARED = (
    ANALYST_NAME,
    ANALYST_UID,
    THEME,
    READING_SIZE,
    READING_COLUMN,
    LINE_SPACING,
)
_RECENT = "recent"
_WINDOW = "window"


class Settings:
    """What is set, read at once and written at each change (mode 0600, its folder 0700).

    Where nothing can be written, changes hold until the program ends.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or paths.config_folder()) / _FILE
        self._unwritten: dict[str, object] = {}
        self._values: dict[str, object] = {}
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
        return found if isinstance(found, kind) else setting.default

    def text(self, setting: Setting) -> str:
        """Return a setting of words."""
        return str(self.get(setting))

    def number(self, setting: Setting) -> float:
        """Return a setting that is a number, finite and within its bounds."""
        return float(self.get(setting))

    def set(self, setting: Setting, value: str | float | bool) -> None:
        """Set a setting and write the file."""
        self._change({setting.key: value})

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
        """Clear the list of recent projects."""
        self._change({_RECENT: []})

    def window(self, key: str) -> object:
        """Return how a part of the window stood, or ``None``."""
        found = self._values.get(_WINDOW)
        return found.get(key) if isinstance(found, dict) else None

    def set_window(self, values: dict[str, object]) -> None:
        """Remember how the window stands."""
        self._change({_WINDOW: values})

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
