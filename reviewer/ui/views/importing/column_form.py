"""What the columns of a table mean, before each of its rows is a document."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.columns import COLUMN_LABELS, Column, ColumnMapping, Table
from reviewer.environment.translation import _
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.pieces.enter_button import EnterButton
from reviewer.ui.wording import isolated, one_line, plain

_LONGEST_SAMPLE = 80


class ColumnForm(QWidget):
    """A choice for each thing a column can be; ``wanted`` tells all of them."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._table: Table | None = None
        self._choices: dict[Column, QComboBox] = {}
        heading = plain(_("A table: each row becomes a document. Which column is what?"))
        self._sample = plain("", "muted")
        self.button = EnterButton()
        self.button.setText(_("Read the table &so"))
        set_role(self.button, "small")
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(spacing.MEDIUM)
        form.setVerticalSpacing(spacing.TINY)
        for column in Column:
            choice = self._choices[column] = QComboBox()
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            label = QLabel(_(COLUMN_LABELS[column]))
            label.setBuddy(choice)
            choice.setAccessibleName(label.text())
            choice.currentIndexChanged.connect(self._show_sample)
            form.addRow(label, choice)
        column_of_parts = QVBoxLayout(self)
        column_of_parts.setContentsMargins(0, 0, 0, 0)
        column_of_parts.setSpacing(spacing.TINY)
        column_of_parts.addWidget(heading)
        column_of_parts.addLayout(form)
        column_of_parts.addWidget(self._sample)
        column_of_parts.addWidget(self.button)
        self.button.clicked.connect(self._want)

    def show_table(self, table: Table, chosen: ColumnMapping | None) -> None:
        """Show the columns of a table, with what they were taken to mean."""
        self._table = table
        meant = (chosen or ColumnMapping({})).over(table.guess)
        for column, choice in self._choices.items():
            with QSignalBlocker(choice):
                choice.clear()
                choice.addItem(_("– none –"), "")
                for heading in table.header:
                    choice.addItem(one_line(heading), heading)
                choice.setCurrentIndex(max(0, choice.findData(meant.headings.get(column, ""))))
        self._show_sample()

    def choose(self, column: Column, heading: str) -> None:
        """Let a column be what is said here."""
        choice = self._choices[column]
        choice.setCurrentIndex(max(0, choice.findData(heading)))

    def mapping(self) -> ColumnMapping:
        """Return what was chosen; an empty heading says that there is none."""
        return ColumnMapping(
            {column: str(choice.currentData() or "") for column, choice in self._choices.items()}
        )

    def _show_sample(self) -> None:
        heading = self.mapping().headings[Column.TEXT]
        self.button.setEnabled(bool(heading))
        if self._table is None or heading not in self._table.header:
            self._sample.setText(_("No column holds the words of documents yet."))
            return
        place = self._table.header.index(heading)
        words = next((row[place] for row in self._table.rows if row[place].strip()), "")
        shown = isolated(one_line(words)[:_LONGEST_SAMPLE])
        self._sample.setText(_("The first document begins: “{words}”").format(words=shown))

    def _want(self) -> None:
        self.wanted.emit(self.mapping())
