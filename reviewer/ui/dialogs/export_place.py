"""Where an export goes, and in which format: the suffix of its name says both."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from reviewer.environment.translation import _


class ExportPlace:
    """Keeps the suffix of an export and its format together while both can be changed."""

    def __init__(self, dialog: QFileDialog, formats: Sequence[tuple[str, str, str]]) -> None:
        self._dialog = dialog
        self._formats = {f"{_(title)} (*{suffix})": (key, suffix) for key, title, suffix in formats}
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(self._formats))
        dialog.filterSelected.connect(self._follow)
        self._follow(next(iter(self._formats)))

    def choice(self) -> tuple[Path, str]:
        """Return the file and the format's key; a suffix somebody typed outright decides."""
        place = Path(self._dialog.selectedFiles()[0])
        for key, suffix in self._formats.values():
            if place.name.casefold().endswith(suffix):
                return place, key
        key, suffix = self._formats[self._dialog.selectedNameFilter()]
        return place.with_name(place.name + suffix), key

    def _follow(self, chosen: str) -> None:
        _key, suffix = self._formats[chosen]
        self._dialog.setDefaultSuffix(suffix.removeprefix("."))
