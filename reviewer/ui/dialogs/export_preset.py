"""Choices of an export that the project keeps by name: taken, kept and removed in one row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from reviewer.domain.errors import ReviewerError
from reviewer.domain.export_presets import ExportPreset
from reviewer.environment.translation import _
from reviewer.ui.asking.export_questions import ExportQuestion, ExportWish
from reviewer.ui.theme import spacing
from reviewer.ui.wording import announce, plain, sentence


class PresetRow(QWidget):
    """A name to choose or to type; says ``taken`` when a kept choice shall be used."""

    taken = Signal(object)  # an ExportPreset

    def __init__(self, question: ExportQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._wish = question.begin
        self.names = QComboBox(self)
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.setAccessibleName(_("Kept choice"))
        field = self.names.lineEdit()
        if field is not None:
            field.setPlaceholderText(_("A name, to keep this choice"))
            field.textChanged.connect(self._refresh)
        self.keep = QPushButton(_("Keep"), self)
        self.keep.setToolTip(_("Keeps kind, format and columns in the project under this name"))
        self.remove = QPushButton(_("Remove"), self)
        self.remove.setToolTip(_("Takes the kept choice of this name away"))
        self.said = plain("", "muted")
        self.said.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.SMALL)
        row.addWidget(self.names, 1)
        for button in (self.keep, self.remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._fill("")
        self.names.activated.connect(self._take)
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)

    def follow(self, wish: ExportWish) -> None:
        """Note what is chosen now."""
        self._wish = wish

    def _fill(self, name: str) -> None:
        self.names.clear()
        for preset in self._question.presets():
            self.names.addItem(preset.name)
        self.names.setCurrentIndex(-1)
        self.names.setEditText(name)
        self._refresh()

    def _known(self) -> ExportPreset | None:
        name = self.names.currentText().strip().casefold()
        return next((one for one in self._question.presets() if one.name.casefold() == name), None)

    def _refresh(self) -> None:
        writable = self._question.save is not None
        self.keep.setEnabled(writable and bool(self.names.currentText().strip()))
        self.remove.setEnabled(writable and self._known() is not None)

    def _take(self, _row: int) -> None:
        preset = self._known()
        if preset is not None:
            self.taken.emit(preset)

    def _keep(self) -> None:
        name, wish = self.names.currentText(), self._wish
        if self._question.save is None:
            return
        try:
            self._question.save(ExportPreset(name, wish.what, wish.format, wish.columns))
        except ReviewerError as problem:
            self._say(sentence(problem))
            return
        self._fill(" ".join(name.split()))
        self._say(_("Kept in the project."))

    def _remove(self) -> None:
        preset = self._known()
        if preset is None or self._question.remove is None:
            return
        try:
            self._question.remove(preset.name)
        except ReviewerError as problem:
            self._say(sentence(problem))
            return
        self._fill("")
        self._say(_("Removed. Ctrl+Z brings it back."))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self.said, words)
