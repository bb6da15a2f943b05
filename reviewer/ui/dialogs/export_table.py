"""Asks what an export shall hold, in which format and columns; where to is asked next."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.errors import ReviewerError
from reviewer.domain.export_presets import ExportPreset
from reviewer.environment.translation import _, counted
from reviewer.ui.asking.export_questions import ExportQuestion, ExportWish
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.dialogs.export_columns import ColumnChooser
from reviewer.ui.dialogs.export_preset import PresetRow
from reviewer.ui.dialogs.export_preview import PreviewTable
from reviewer.ui.dialogs.export_scope import ScopeRow
from reviewer.ui.soon import Soon
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen, widened
from reviewer.ui.wording import isolated, plain, sentence

WIDTH, HEIGHT = 900, 640
_LIST = 320
_OF_PASSAGES = frozenset(("passages", "workbook"))


class ExportTable(QDialog):
    """One page: what, how, which columns, and the first rows as they will be.

    Protected names are replaced unless a person switches it off: that is what was promised where
    the actor was protected.
    """

    def __init__(self, question: ExportQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.setWindowTitle(question.title)
        self.setAccessibleName(question.title)
        self.what, self.format = QComboBox(self), QComboBox(self)
        self.which = ScopeRow(question.counts)
        self.scopes = self.which.buttons
        self.columns, self.preview = ColumnChooser(self), PreviewTable(self)
        self.presets = PresetRow(question, self)
        self.protect = QCheckBox(_("Replace the names of protected actors"), self)
        self.said = plain("", "muted")
        self._soon = Soon(self._show_preview, self)
        self._fill()
        self._lay_out()
        self._connect()
        self._begin(question.begin)

    def choice(self) -> ExportWish:
        """Return what was chosen."""
        return ExportWish(
            str(self.what.currentData()),
            self.protect.isChecked(),
            str(self.format.currentData() or ""),
            self.columns.chosen(),
            self.which.scope(),
        )

    def _fill(self) -> None:
        for word, title in self._question.kinds:
            self.what.addItem(_(title), word)
        self.what.setAccessibleName(_("What"))
        self.format.setAccessibleName(_("Format"))
        protected = self._question.protected
        self.protect.setChecked(protected > 0)
        self.protect.setEnabled(protected > 0)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(spacing.LARGE)
        form.setVerticalSpacing(spacing.SMALL)
        form.addRow(_("Kept choice"), self.presets)
        form.addRow("", self.presets.said)
        form.addRow(_("What"), self.what)
        form.addRow(_("Passages"), self.which)
        form.addRow(_("Format"), self.format)
        shown = QVBoxLayout()
        shown.setSpacing(spacing.SMALL)
        label = plain(_("First rows"))
        label.setBuddy(self.preview)
        shown.addWidget(label)
        shown.addWidget(self.preview, 1)
        shown.addWidget(self.said)
        both = QHBoxLayout()
        both.setSpacing(spacing.LARGE)
        self.columns.setFixedWidth(widened(_LIST))
        both.addWidget(self.columns)
        both.addLayout(shown, 1)
        box, self.agree = agree_or_cancel(self, _("Next"))
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addLayout(form)
        column.addLayout(both, 1)
        column.addWidget(self.protect)
        column.addWidget(plain(self._protection(), "muted"))
        self.protect.setAccessibleDescription(self._protection())
        column.addWidget(box)
        self.resize(on_screen(WIDTH, HEIGHT))

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._what_changed)
        self.format.currentIndexChanged.connect(self._changed)
        self.which.changed.connect(self._changed)
        self.columns.changed.connect(self._changed)
        self.protect.toggled.connect(self._changed)
        self.presets.taken.connect(self._take)

    def _begin(self, wish: ExportWish) -> None:
        self.which.choose(wish.scope)
        self._choose(wish)
        self.what.setFocus()

    def _take(self, preset: ExportPreset) -> None:
        self._choose(ExportWish(preset.what, format=preset.format, columns=preset.columns))

    def _choose(self, wish: ExportWish) -> None:
        """Show a choice; what is not known any more is left as it is, or as it is at first."""
        place = self.what.findData(wish.what)
        self.what.setCurrentIndex(max(place, 0))
        self._what_changed()
        found = self.format.findData(wish.format)
        if found >= 0:
            self.format.setCurrentIndex(found)
        if place >= 0:
            self.columns.offer(self._question.columns(wish.what), wish.columns)

    def _what_changed(self) -> None:
        what, before = str(self.what.currentData()), self.format.currentData()
        self.format.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.format.clear()
        for key, title, suffix in self._question.formats(what):
            self.format.addItem(f"{_(title)} ({isolated(suffix)})", key)
        self.format.setCurrentIndex(max(self.format.findData(before), 0))
        self.format.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.which.allow(wanted=what in _OF_PASSAGES)
        self.columns.offer(self._question.columns(what), ())

    def _changed(self, *_what: object) -> None:
        self.agree.setEnabled(bool(self.columns.shown()) or not self.columns.isEnabled())
        self.presets.follow(self.choice())
        self._soon.start()

    def _show_preview(self) -> None:
        wish, shown = self.choice(), self.columns.shown()
        if not shown:
            self.preview.show_rows((), ())
            nothing = _("Tick at least one column.")
            whole = _("The whole project is written line by line; there is no table to show.")
            self.said.setText(nothing if self.columns.isEnabled() else whole)
            return
        try:
            rows = self._question.preview(replace(wish, columns=shown))
        except ReviewerError as problem:
            self.preview.show_rows(shown, ())
            self.said.setText(sentence(problem))
            return
        self.preview.show_rows(shown, rows)
        self.said.setText(self._about(wish) if rows else _("There is nothing in this table yet."))

    def _about(self, wish: ExportWish) -> str:
        if wish.what == "workbook":
            return _(
                "Of the sheet with the passages. The file begins with a sheet that says what it is "
                "and what every column means."
            )
        return ""

    def _protection(self) -> str:
        """Return how many names it replaces; without any there is none to set."""
        if not self._question.protected:
            return _("No actor is protected: every name is written as it is.")
        return counted(
            "{count} name is replaced wherever it stands in whole words, in quotes and notes "
            "too, by its actor's number, as in [A3].",
            "{count} names are replaced wherever they stand in whole words, in quotes and "
            "notes too, by their actor's number, as in [A3].",
            self._question.protected,
        )
