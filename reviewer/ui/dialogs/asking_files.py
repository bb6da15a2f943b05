"""Files chosen with the system's own dialogs; what the parts of ``asking.Dialogs`` have in common.

``native=False`` shows Qt's dialogs, as tests need.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reviewer.environment import paths, places
from reviewer.environment.settings import Settings
from reviewer.environment.translation import _
from reviewer.ui.dialogs.export_place import ExportPlace
from reviewer.ui.dialogs.over_window import OverWindow
from reviewer.ui.wording import isolated


class FileDialogs(OverWindow):
    """Asks for files and folders; begins where one was before."""

    _settings: Settings
    _native: bool
    _folder: Path

    def confirm(self, question: str, deed: str) -> bool:
        """Ask before something. Enter declines: a key too many must not do it."""
        box = QMessageBox(self._window)
        box.setWindowTitle(deed.rstrip("…"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        yes = box.addButton(deed, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        agreed = box.clickedButton() is yes
        box.deleteLater()
        return agreed

    def _place_to_write(
        self, title: str, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        folder = suggested.parent if suggested.is_absolute() else paths.projects_folder()
        dialog = self._files(title, folder)
        asking = ExportPlace(dialog, formats)
        dialog.selectFile(suggested.name + formats[0][2])
        if not self._ask(dialog):
            return None
        place, key = asking.choice()
        return (place, key) if self._may_write(place, dialog.selectedFiles()[0]) else None

    def _may_write(self, place: Path, seen: str) -> bool:
        """Ask before a file is replaced whose name the file dialog had not asked about."""
        if str(place) == seen or not place.exists():
            return True
        words = _("There is already a file {name} there. Replace it?")
        return self.confirm(words.format(name=isolated(Path(place.name))), _("Replace"))

    def _imported_from(self) -> Path:
        """Return where to begin: no network drive, which may be out of reach and hold us up."""
        folder = self._settings.imported_from()
        if folder is None or places.on_network(folder, places.mounts()):
            return Path.home()
        return folder

    def _files(self, title: str, folder: Path) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, not self._native)
        if folder.is_dir():
            dialog.setDirectory(str(folder))
        return dialog

    def _chosen(self, dialog: QFileDialog) -> list[Path]:
        chosen = [Path(path) for path in dialog.selectedFiles()] if self._ask(dialog) else []
        if chosen:
            self._folder = chosen[0].parent
        return chosen
