"""The table by which a project reads number words: seen, changed, and tried on a phrase."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
)
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.errors import NotAllowed
from reviewer.domain.reading.conventions import by_convention
from reviewer.domain.reading.number_tables import (
    HOLE,
    WORDING_LABELS,
    NumberTable,
    NumberWord,
    NumberWording,
    Wording,
    default_table,
    table_of,
)
from reviewer.domain.words import N_
from reviewer.environment.translation import _
from reviewer.ui.dialogs.number_convention import ConventionPage
from reviewer.ui.guard import guard
from reviewer.ui.models.number_conventions import said_by_convention
from reviewer.ui.models.records import numbers_of, numbers_said
from reviewer.ui.soon import Soon
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.theme.style import set_role
from reviewer.ui.wording import plain, sentence

SIZE = (640, 640)
_WORD = Qt.ItemDataRole.UserRole + 1
_EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class NumberWordsDialog(QDialog):
    """Shows the table; ``table`` is what it has become."""

    def __init__(self, table: NumberTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Number words"))
        self.setAccessibleName(_("Number words"))
        self._now = table
        self.words = _table(_("Words"), (_("Word"), _("Counts"), _("Others are counted in it")))
        self.wordings = _table(_("Wordings"), (_("Wording"), _("Says")))
        self.wordings.setItemDelegateForColumn(1, _Says(self.wordings))
        self.convention = ConventionPage()
        self.example = QLineEdit(_("at least two dozen"))
        self.example.setAccessibleName(_("Try it"))
        self.read_as = plain("", "muted")
        self._problem = plain("", "danger")
        self._problem.hide()
        self.default = QPushButton(_("Back to the default"))
        self.default.setAutoDefault(False)
        self.default.clicked.connect(self._to_default)
        self._soon = Soon(self._weigh, self)
        self._build()
        self._fill(table)
        self.words.itemChanged.connect(self._soon.start)
        self.wordings.itemChanged.connect(self._soon.start)
        self.convention.changed.connect(self._weigh)
        self.example.textChanged.connect(self._try)
        self.resize(on_screen(*SIZE))
        self._weigh()

    def table(self) -> NumberTable:
        """Return the table as it stands; the last one that could be where this one cannot."""
        return self._now

    def _build(self) -> None:
        self.pages = QTabWidget()
        self.pages.addTab(
            self._page(
                self.words,
                _("Without a number a word stays words only: “several” is never made a number."),
            ),
            _("Words"),
        )
        self.pages.addTab(
            self._page(
                self.wordings, _("“…” stands for the number, before or behind it: “at least …”.")
            ),
            _("Wordings"),
        )
        self.pages.addTab(self.convention, _("Convention"))
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.MEDIUM)
        form.addRow(_("&Try it"), self.example)
        form.addRow("", self.read_as)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.agree = box.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        below = QHBoxLayout()
        below.addWidget(self.default)
        below.addStretch(1)
        below.addWidget(box)
        self._from_now = plain(
            _("Passages tagged from now on are read so; what is read already stays as it is."),
            "muted",
        )
        self.pages.currentChanged.connect(self._show_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.LARGE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(self.pages, 1)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(self._from_now)
        column.addLayout(below)

    def _show_page(self, page: int) -> None:
        """Say what changes when: a convention counts at once, also what is read already."""
        self._from_now.setHidden(self.pages.widget(page) is self.convention)

    def _page(self, table: QTableWidget, help_words: str) -> QWidget:
        page = QWidget()
        add, remove = QPushButton(_("Add a row")), QPushButton(_("Remove the row"))
        for button in (add, remove):
            button.setAutoDefault(False)
            set_role(button, "small")
        add.clicked.connect(self._add)
        remove.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addWidget(remove)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, spacing.SMALL, 0, 0)
        column.addWidget(plain(help_words, "muted"))
        column.addWidget(table, 1)
        column.addLayout(row)
        return page

    def _fill(self, table: NumberTable) -> None:
        self.convention.show_convention(table.convention)
        with QSignalBlocker(self.words), QSignalBlocker(self.wordings):
            self.words.setRowCount(0)
            self.wordings.setRowCount(0)
            for word in table.words:
                _put_word(self.words, word)
            for wording in table.wordings:
                _put_wording(self.wordings, wording)

    def _here(self) -> QTableWidget:
        return self.words if self.pages.currentIndex() == 0 else self.wordings

    def _add(self) -> None:
        table = self._here()
        if table is self.words:
            _put_word(table, NumberWord("", None))
        else:
            _put_wording(table, NumberWording(HOLE, Wording.ABOUT))
        table.setCurrentCell(table.rowCount() - 1, 0)
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        table.editItem(_item(table, table.rowCount() - 1, 0))
        self._soon.start()

    def _remove(self) -> None:
        table = self._here()
        if table.currentRow() >= 0:
            table.removeRow(table.currentRow())
            self._soon.start()

    def _to_default(self) -> None:
        self._fill(default_table())
        self._weigh()

    def _weigh(self) -> None:
        """Say what is in the way of saving; else take it up, and read the phrase anew."""
        problem = ""
        try:
            chosen = self.convention.convention()
            self._now = table_of(self._words(), self._wordings(), chosen)
        except NotAllowed as fault:
            problem = sentence(fault)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.agree.setEnabled(not problem)
        self.default.setEnabled(bool(problem) or self._now != default_table())
        self._try()

    def _try(self) -> None:
        words = self.example.text()
        found = numbers_of(words, self._now)
        said = numbers_said(found, words if found["qualifier"] else "")
        made = by_convention(self._now.convention, words, found)
        if made is not None:
            said = f"{said} · {said_by_convention(made)}"
        self.read_as.setText(
            _("read as: {number}").format(number=said) if said else _("No number in it.")
        )
        self.example.setAccessibleDescription(self.read_as.text())

    def _words(self) -> list[NumberWord]:
        return [self._word(row) for row in range(self.words.rowCount())]

    def _word(self, row: int) -> NumberWord:
        words, count, unit = (_item(self.words, row, column) for column in range(3))
        digits = count.text().strip()
        if digits and not digits.isdecimal():
            raise NotAllowed(N_("“{words}” is no number. Type digits, or nothing."), words=digits)
        counted = int(digits) if digits else None
        checked = unit.checkState() is Qt.CheckState.Checked
        return NumberWord(words.text(), counted, checked and counted is not None)

    def _wordings(self) -> list[NumberWording]:
        found = []
        for row in range(self.wordings.rowCount()):
            says = Wording(str(_item(self.wordings, row, 1).data(_WORD)))
            found.append(NumberWording(_item(self.wordings, row, 0).text(), says))
        return found


class _Says(QStyledItemDelegate):
    """Lets what a wording says be chosen."""

    @override
    @guard(QWidget)
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        combo = QComboBox(parent)
        for says, label in WORDING_LABELS.items():
            combo.addItem(_(label), str(says))
        combo.setAccessibleName(_("Says"))
        return combo

    @override
    @guard()
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(_WORD)))

    @override
    @guard()
    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), _WORD)
            model.setData(index, editor.currentText(), Qt.ItemDataRole.DisplayRole)


def _table(name: str, heads: Sequence[str]) -> QTableWidget:
    table = QTableWidget(0, len(heads))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in range(1, len(heads)):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return table


def _item(table: QTableWidget, row: int, column: int) -> QTableWidgetItem:
    return table.item(row, column) or QTableWidgetItem()


def _put_word(table: QTableWidget, word: NumberWord) -> None:
    row = table.rowCount()
    table.insertRow(row)
    table.setItem(row, 0, QTableWidgetItem(word.words))
    count = QTableWidgetItem("" if word.value is None else str(word.value))
    count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    table.setItem(row, 1, count)
    unit = QTableWidgetItem()
    unit.setFlags((_EDITABLE & ~Qt.ItemFlag.ItemIsEditable) | Qt.ItemFlag.ItemIsUserCheckable)
    unit.setCheckState(Qt.CheckState.Checked if word.unit else Qt.CheckState.Unchecked)
    table.setItem(row, 2, unit)


def _put_wording(table: QTableWidget, wording: NumberWording) -> None:
    row = table.rowCount()
    table.insertRow(row)
    table.setItem(row, 0, QTableWidgetItem(wording.words))
    says = QTableWidgetItem(_(WORDING_LABELS[wording.says]))
    says.setData(_WORD, str(wording.says))
    table.setItem(row, 1, says)
