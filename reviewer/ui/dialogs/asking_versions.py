"""The window's answers to ``VersionPrompts``, a part of ``asking.Dialogs``."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from reviewer.environment import paths
from reviewer.environment.translation import _
from reviewer.ui.asking.version_prompts import (
    Dropped,
    ReplaceQuestion,
    VersionsQuestion,
    VersionWish,
)
from reviewer.ui.dialogs.asking_files import FileDialogs


class VersionDialogs(FileDialogs):
    """Asks about versions and originals."""

    def newer_version(self, document: str) -> Path | None:
        """Ask which file is the newer version of a document."""
        title = _("Newer version of {document}").format(document=document)
        dialog = self._files(title, self._imported_from())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        chosen = self._chosen(dialog)
        return chosen[0] if chosen else None

    def replace_version(self, question: ReplaceQuestion) -> str | None:
        """Tell what putting it in place would do, and ask why it is done."""
        from reviewer.ui.dialogs.replace_version import ReplaceVersion

        dialog = ReplaceVersion(question, self._window)
        return dialog.answer() if self._ask(dialog) else None

    def dropped_on(self, name: str, document: str) -> Dropped | None:
        """Ask what is meant by a file that was dropped onto a document."""
        from reviewer.ui.dialogs.replace_version import DroppedOn

        dialog = DroppedOn(name, document, self._window)
        return dialog.meant() if self._ask(dialog) else None

    def versions(self, question: VersionsQuestion) -> VersionWish | None:
        """Show every version of a document; returns what is to be done with one."""
        from reviewer.ui.dialogs.versions import VersionsDialog

        dialog = VersionsDialog(question, self._window)
        return dialog.wish() if self._ask(dialog) else None

    def original_to_write(self, suggested: Path) -> Path | None:
        """Ask where to save a file as it came in."""
        folder = suggested.parent if suggested.is_absolute() else paths.projects_folder()
        dialog = self._files(_("Save the original"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggested.name)
        chosen = self._chosen(dialog)
        return chosen[0] if chosen else None

    def folder_for_originals(self, begin: Path) -> Path | None:
        """Ask for an empty folder to save all originals into, beginning in another."""
        title = _("Save all originals into an empty folder")
        dialog = self._files(title, begin)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        chosen = self._chosen(dialog)
        return chosen[0] if chosen else None

    def paper_to_write(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        """Ask where to save a register or a certificate, and in which of the formats."""
        return self._place_to_write(_("Save"), suggested, formats)
