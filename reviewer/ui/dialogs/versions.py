"""Every version of a document: when it came in, why, how it was read, and its fingerprint."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.provenance import in_groups
from reviewer.domain.versions import Version
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _, counted
from reviewer.ui.asking.version_prompts import VersionDeed, VersionsQuestion, VersionWish
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import isolated, plain


def line_of(version: Version, *, newest: bool) -> str:
    """Return a version on one line: its number, when it came in, how long it is, and why."""
    number = _("Version {number}").format(number=version.number)
    words = counted("{count} word", "{count} words", version.words)
    parts = [number, local_time(version.created_at), words]
    if newest:
        parts.append(_("the newest"))
    if version.reason:
        parts.append(isolated(version.reason))
    return " · ".join(parts)


class VersionsDialog(QDialog):
    """Lists the versions, the newest first; one can be read, or its original saved."""

    def __init__(self, question: VersionsQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish: VersionWish | None = None
        self._versions = list(reversed(question.versions))
        self.setWindowTitle(_("Versions"))
        self.setAccessibleName(self.windowTitle())
        self.list = QListWidget()
        self.list.setAccessibleName(_("Versions"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        for place, version in enumerate(self._versions):
            self.list.addItem(QListWidgetItem(line_of(version, newest=not place)))
        self._read_by = plain("", "muted")
        self._sums = plain("", "muted")
        self._sums.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        box = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.read = box.addButton(_("&Read this version"), role.ActionRole)
        self.save = box.addButton(_("&Save the original as…"), role.ActionRole)
        box.addButton(_("Close"), role.RejectRole)
        self.read.setDefault(True)
        self.read.clicked.connect(self._read)
        self.save.clicked.connect(self._save)
        box.rejected.connect(self.reject)
        self.list.itemActivated.connect(self._read)
        self.list.currentRowChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(plain(isolated(question.document), "heading"))
        column.addWidget(self.list, 1)
        column.addWidget(self._read_by)
        column.addWidget(self._sums)
        column.addWidget(box)
        self.resize(on_screen(620, 380))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def wish(self) -> VersionWish | None:
        """Return what is to be done with which version."""
        return self._wish

    def _tell(self, row: int) -> None:
        version = self._versions[row]
        self._read_by.setText(
            _("Read by {importer}; {length}").format(
                importer=version.importer,
                length=counted("{count} character", "{count} characters", version.length),
            )
        )
        self._sums.setText(
            _("Fingerprint of the text (SHA-256): {sha256}").format(
                sha256=f"\u2066{in_groups(version.sha256)}\u2069"
            )
        )

    def _read(self, _item: object = None) -> None:
        self._choose(VersionDeed.READ)

    def _save(self) -> None:
        self._choose(VersionDeed.SAVE_ORIGINAL)

    def _choose(self, deed: VersionDeed) -> None:
        self._wish = VersionWish(self._versions[self.list.currentRow()].text, deed)
        self.accept()
