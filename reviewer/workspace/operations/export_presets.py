"""Choices of an export, kept in the project under a name: each change one step."""

from collections.abc import Callable
from dataclasses import replace

from reviewer.domain.errors import NotFound
from reviewer.domain.export_presets import (
    ExportPreset,
    preset_name,
    presets_read,
    presets_written,
)
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History

_KEY = "export_presets"


class ExportPresetOperations:
    """The presets of an open project."""

    def __init__(self, project: ProjectFile, history: History, now: Callable[[], str]) -> None:
        self._settings = project.settings
        self._history = history
        self._now = now

    def all(self) -> list[ExportPreset]:
        """Return the presets by name."""
        return presets_read(self._settings.get(_KEY))

    def save(self, preset: ExportPreset) -> str:
        """Keep a preset, in place of one of that name, capitals aside; returns its name.

        Raises ``NotAllowed`` as ``preset_name`` does.
        """
        preset = replace(preset, name=preset_name(normalise(preset.name).text))
        known = self.all()
        if preset not in known:
            others = [one for one in known if one.name.casefold() != preset.name.casefold()]
            self._set("exports.save_preset", preset.name, [*others, preset])
        return preset.name

    def remove(self, name: str) -> None:
        """Take a preset away; raises ``NotFound``."""
        known = self.all()
        left = [one for one in known if one.name != name]
        if len(left) == len(known):
            raise NotFound(N_("There is no saved choice “{name}” any more."), name=name)
        self._set("exports.remove_preset", name, left)

    def _set(self, step: str, name: str, presets: list[ExportPreset]) -> None:
        with self._history.step(step, {"name": name}):
            self._settings.set(_KEY, presets_written(presets), self._now())
