"""A person's settings, each declared once, kept as JSON in the config folder.

The analyst's name and uid live here, so that the same person has one uid in every project. A file
that cannot be read is put aside under another name, never written over, and the defaults hold.
"""

import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from reviewer.environment import paths
from reviewer.environment.translation import N_

_LOG = logging.getLogger(__name__)
_FILE = "settings.json"
MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key in the file, the group and label a person reads, and its default."""

    key: str
    group: str
    label: str
    default: str | int | float | bool


ANALYST_NAME = Setting("analyst.name", N_("You"), N_("Your name, as it stands with your work"), "")
ANALYST_UID = Setting("analyst.uid", N_("You"), N_("Your number, the same in every project"), "")
THEME = Setting("view.theme", N_("View"), N_("Light, dark, or as the system"), "system")
READING_SIZE = Setting("view.reading_size", N_("View"), N_("Size of the reading text"), 13.0)
READING_COLUMN = Setting("view.reading_column", N_("View"), N_("Letters in a line"), 72)
LINE_SPACING = Setting("view.line_spacing", N_("View"), N_("Room between lines"), 1.0)
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
    """What is set, read at once and written at each change (mode 0600)."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or paths.config_folder()) / _FILE
        self._values = self._read()

    def get(self, setting: Setting) -> str | int | float | bool:
        """Return a setting's value; a value of another kind than the default's is not taken."""
        found = self._values.get(setting.key, setting.default)
        kind = type(setting.default)
        if kind is float and isinstance(found, int):
            return float(found)
        return found if isinstance(found, kind) else setting.default

    def text(self, setting: Setting) -> str:
        """Return a setting of words."""
        return str(self.get(setting))

    def number(self, setting: Setting) -> float:
        """Return a setting that is a number."""
        return float(self.get(setting))

    def set(self, setting: Setting, value: str | float | bool) -> None:
        """Set a setting and write the file."""
        self._values[setting.key] = value
        self._write()

    def analyst_uid(self) -> str:
        """Return the person's uid, made the first time it is asked for."""
        if not self.text(ANALYST_UID):
            self.set(ANALYST_UID, str(uuid4()))
        return self.text(ANALYST_UID)

    def recent(self) -> list[Path]:
        """Return the projects opened last, newest first."""
        found = self._values.get(_RECENT)
        if not isinstance(found, list):
            return []
        return [Path(path) for path in found if isinstance(path, str)]

    def remember(self, project: Path) -> None:
        """Put a project at the head of the recent ones."""
        others = [path for path in self.recent() if path != project]
        self._values[_RECENT] = [str(path) for path in [project, *others][:MOST_RECENT]]
        self._write()

    def forget_recent(self) -> None:
        """Clear the list of recent projects."""
        self._values[_RECENT] = []
        self._write()

    def window(self, key: str) -> object:
        """Return how a part of the window stood, or ``None``."""
        found = self._values.get(_WINDOW)
        return found.get(key) if isinstance(found, dict) else None

    def set_window(self, values: dict[str, object]) -> None:
        """Remember how the window stands."""
        self._values[_WINDOW] = values
        self._write()

    def _read(self) -> dict[str, object]:
        try:
            values = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as fault:
            _LOG.warning("settings could not be read: %s", type(fault).__name__)
            self._put_aside()
            return {}
        return values if isinstance(values, dict) else {}

    def _put_aside(self) -> None:
        try:
            self._path.replace(self._path.with_suffix(".unreadable"))
        except OSError:
            _LOG.warning("unreadable settings could not be put aside")

    def _write(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside = self._path.with_suffix(".new")
            descriptor = os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(self._values, file, ensure_ascii=False, indent=1)
            beside.replace(self._path)
        except OSError as fault:
            _LOG.warning("settings could not be written: %s", type(fault).__name__)
