"""The window's answers to ``VersionPrompts``, a part of ``asking.Dialogs``."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from reviewer.environment.translation import _
from reviewer.ui.asking.version_prompts import Dropped, ReplaceQuestion
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
