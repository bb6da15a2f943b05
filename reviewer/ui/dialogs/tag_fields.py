"""The fields of one's own that a tag's passages have: added, changed, put in order, taken away."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.errors import NotAllowed
from reviewer.domain.field_values import (
    LONGEST_FIELD_NAME,
    LONGEST_HELP,
    choices_of,
    field_name,
    help_of,
)
from reviewer.domain.fields import FIELD_KIND_LABELS, FieldKind, FieldWish
from reviewer.environment.translation import _, counted
from reviewer.ui.asking.record_prompts import FieldsQuestion
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role
from reviewer.ui.wording import isolated, one_line, plain, sentence

SIZE = (640, 480)
_CHOICE_LINES = 5


class FieldsDialog(QDialog):
    """Shows a tag's fields; ``fields`` is what they have become."""

    def __init__(self, question: FieldsQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Fields of the tag")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._question = question
        self._fields: list[FieldWish] = list(question.fields)
        self._doomed: int | None = None  # the row whose values one has been warned of
        self.list = QListWidget()
        self.list.setAccessibleName(_("Fields"))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_FIELD_NAME)
        self.kind = QComboBox()
        for kind, label in FIELD_KIND_LABELS.items():
            self.kind.addItem(_(label), str(kind))
        self.choices = QPlainTextEdit()
        self.choices.setTabChangesFocus(True)
        self.choices.setPlaceholderText(_("One choice on each line"))
        lines = self.choices.fontMetrics().lineSpacing() * _CHOICE_LINES
        self.choices.setFixedHeight(lines + 2 * spacing.SMALL + 6)
        self.help = QLineEdit()
        self.help.setMaxLength(LONGEST_HELP)
        self.add, self.remove = QPushButton(_("Add a field")), QPushButton(_("Remove"))
        self.up, self.down = QPushButton(), QPushButton()
        self._problem = plain("", "danger")
        self._nothing = plain(
            _("Fields of your own stand below the details of each passage of this tag."), "muted"
        )
        self._warning = plain("", "warning")
        self._build()
        self._connect()
        self.resize(on_screen(*SIZE))
        self._list_them(0)
        self.add.setFocus()

    def fields(self) -> tuple[FieldWish, ...]:
        """Return the fields in their order; choices only where a field is one of choices."""
        return tuple(
            one if one.kind is FieldKind.CHOICE else replace(one, choices=())
            for one in self._fields
        )

    def _build(self) -> None:
        for button, sign, name in (
            (self.up, "chevron-up", _("Move up")),
            (self.down, "chevron-down", _("Move down")),
        ):
            button.setIcon(icon(sign))
            button.setAccessibleName(name)
            button.setToolTip(name)
        verbs = QHBoxLayout()
        verbs.setSpacing(spacing.TINY)
        for button in (self.add, self.remove, self.up, self.down):
            button.setAutoDefault(False)
            set_role(button, "small")
            verbs.addWidget(button)
        verbs.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(verbs)
        self._form = QWidget()
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(spacing.SMALL)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for words, field in (
            (_("&Name"), self.name),
            (_("&Kind"), self.kind),
            (_("&Choices"), self.choices),
            (_("&Help, one line"), self.help),
        ):
            form.addRow(words, field)
            field.setAccessibleName(words.replace("&", ""))
        right = QVBoxLayout()
        for part in (self._nothing, self._form, self._warning):
            right.addWidget(part)
        right.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(spacing.LARGE)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        self._choices_label = form.labelForField(self.choices)
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.agree = self.box.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        heading = plain(isolated(self._question.tag), "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.LARGE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(heading)
        column.addLayout(sides, 1)
        column.addWidget(self._problem)
        column.addWidget(self.box)

    def _connect(self) -> None:
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        self.list.currentRowChanged.connect(self._show)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.name.textEdited.connect(self._take)
        self.kind.activated.connect(self._take)
        self.choices.textChanged.connect(self._take)
        self.help.textEdited.connect(self._take)

    def _list_them(self, row: int) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in self._fields:
                self.list.addItem(_listed(one))
            self.list.setCurrentRow(min(row, len(self._fields) - 1))
        self._show()

    def _row(self) -> int:
        row = self.list.currentRow()
        return row if 0 <= row < len(self._fields) else -1

    def _show(self) -> None:
        """Show the chosen field; the kind of one there is cannot be changed."""
        row = self._row()
        self._doomed = None
        self._form.setVisible(row >= 0)
        self._nothing.setVisible(row < 0)
        if row >= 0:
            one = self._fields[row]
            with QSignalBlocker(self.choices):
                self.name.setText(one.name)
                self.kind.setCurrentIndex(self.kind.findData(str(one.kind)))
                self.choices.setPlainText("\n".join(one.choices))
                self.help.setText(one.help)
            self.kind.setEnabled(one.id is None)
            self.kind.setToolTip(
                "" if one.id is None else _("What is entered would not fit another kind.")
            )
        self._weigh()

    def _take(self) -> None:
        """Take up what is written of the chosen field."""
        row = self._row()
        if row < 0:
            return
        kind = FieldKind(str(self.kind.currentData()))
        lines = [line for line in self.choices.toPlainText().splitlines() if line.strip()]
        self._fields[row] = replace(
            self._fields[row],
            name=self.name.text(),
            kind=kind,
            choices=tuple(lines),
            help=self.help.text(),
        )
        item = self.list.item(row)
        item.setText(_listed(self._fields[row]))
        self._weigh()

    def _add(self) -> None:
        self._fields.append(FieldWish(None, ""))
        self._list_them(len(self._fields) - 1)
        self.name.setFocus()

    def _remove(self) -> None:
        """Take the chosen field away; where something is entered, say so first."""
        row = self._row()
        if row < 0:
            return
        use = self._question.use.get(self._fields[row].id or 0, 0)
        if use and self._doomed != row:
            self._doomed = row
            self._weigh()
            return
        del self._fields[row]
        self._list_them(row)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self._row()
        if row >= 0 and 0 <= row + by < len(self._fields):
            self._fields.insert(row + by, self._fields.pop(row))
            self._list_them(row + by)

    def _weigh(self) -> None:
        """Say what is in the way, and let be pressed what can be."""
        row = self._row()
        is_choice = row >= 0 and self._fields[row].kind is FieldKind.CHOICE
        self.choices.setVisible(is_choice)
        self._choices_label.setVisible(is_choice)
        self.remove.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(self._fields) - 1)
        self._warn(row)
        problem = self._what_is_wrong()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.agree.setEnabled(not problem)

    def _warn(self, row: int) -> None:
        doomed = row >= 0 and self._doomed == row
        self._warning.setVisible(doomed)
        self.remove.setText(_("Remove all the same") if doomed else _("Remove"))
        if doomed:
            use = self._question.use.get(self._fields[row].id or 0, 0)
            self._warning.setText(
                counted(
                    "In {count} passage something is entered here; it would go too.",
                    "In {count} passages something is entered here; it would go too.",
                    use,
                )
            )

    def _what_is_wrong(self) -> str:
        names: set[str] = set()
        try:
            for one in self._fields:
                name = field_name(one.name).casefold()
                choices_of(one.kind, one.choices)
                help_of(one.help)
                if name in names:
                    return _("Two fields have the name {name}.").format(name=isolated(one.name))
                names.add(name)
        except NotAllowed as problem:
            return sentence(problem)
        return ""


def _listed(one: FieldWish) -> str:
    name = one_line(one.name.strip()) or _("(no name yet)")
    return f"{name} · {_(FIELD_KIND_LABELS[one.kind])}"
