"""Everything that is said of a tag: name, what it means, colour, key, place and details.

What cannot be is said while one writes. A key that another tag has can be taken from it: that tag
gets the old key of this one. Both themes show how a passage will look.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain import tag_trees
from reviewer.domain.fields import FieldWish
from reviewer.domain.tags import (
    LONGEST_NAME,
    RecordKind,
    Tag,
    as_key,
    next_colour,
    same_words,
    with_key,
)
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.asking.record_prompts import FieldsQuestion
from reviewer.ui.asking.tag_questions import TagQuestion, TagWish
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.dialogs.key_field import KeyField
from reviewer.ui.dialogs.scrolled import Scrolled, most_height
from reviewer.ui.dialogs.tag_colour import ColourChooser
from reviewer.ui.dialogs.tag_fields import FieldsDialog
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_width, on_screen
from reviewer.ui.theme.style import set_role
from reviewer.ui.theme.themes import DARK, LIGHT
from reviewer.ui.views.codebook.tag_sample import TagSample
from reviewer.ui.wording import isolated, one_line, plain

WIDTH = 600
_DEFINITION_LINES = 5
_STEP = "    "
_EMPTIES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)

RECORDS = {
    RecordKind.NONE: (N_("None"), N_("The words, and your note on them.")),
    RecordKind.ALLEGATION: (
        N_("Allegation"),
        N_("Someone says that someone did, ordered or let happen something wrong."),
    ),
    RecordKind.RESPONSE: (
        N_("Denial / response"),
        N_("Someone rejects, explains or answers something said about them."),
    ),
    RecordKind.FIGURE: (
        N_("Casualty figure"),
        N_("Words that say how many were killed, hurt, held, missing or driven out, zero too."),
    ),
}
"""What passages of a tag are described by, each with its line of help."""


class TagKeyField(KeyField):
    """Takes one letter or digit; Backspace takes it away."""

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _EMPTIES:
            self.pressed.emit("")
        else:
            super().keyPressEvent(event)


class TagDialog(QDialog):
    """Asks for a tag, new or there already; ``wish`` is the answer."""

    def __init__(self, question: TagQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._tag = question.tag
        self._key = "" if self._tag is None else self._tag.key
        self._fields_wanted: tuple[FieldWish, ...] | None = None
        title = _("Change the tag") if self._tag is not None else _("Add a tag")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._grow = QTimer(self)
        self._grow.setSingleShot(True)
        self._grow.timeout.connect(self._make_room)
        self._make_fields()
        self._build()
        self._connect()
        self._put_in_order()
        self._show_key()
        self._weigh()
        self.name.setFocus()
        self.name.selectAll()

    def wish(self) -> TagWish:
        """Return what shall be said of the tag."""
        parent = self.parent_box.currentData()
        return TagWish(
            name=" ".join(self.name.text().split()),
            definition=self.definition.toPlainText().strip(),
            colour=self.colour.colour(),
            key=self._key,
            record=RecordKind(str(self.record.currentData())),
            parent=parent if isinstance(parent, int) else None,
            take_key=self._holder() is not None,
            fields=self._fields_wanted,
        )

    def press_key(self, name: str) -> None:
        """Take the name of a key that was pressed; what is no letter or digit is passed over."""
        key = as_key(name)
        if key or not name:
            self._key = key
            self.take.setChecked(False)
            self._show_key()
            self._weigh()

    def _make_fields(self) -> None:
        tag, question = self._tag, self._question
        self.name = QLineEdit(question.name if tag is None else tag.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.definition = QPlainTextEdit("" if tag is None else tag.definition)
        self.definition.setTabChangesFocus(True)
        self.definition.setPlaceholderText(_("When to use it, and when not"))
        lines = self.definition.fontMetrics().lineSpacing() * _DEFINITION_LINES
        self.definition.setFixedHeight(lines + 2 * spacing.SMALL + 6)
        self.colour = ColourChooser(next_colour(len(question.tags)) if tag is None else tag.colour)
        self.key = TagKeyField()
        keep_width(self.key, 220)
        self.no_key = QPushButton(_("No key"))
        self.no_key.setAutoDefault(False)
        self.take = QCheckBox()
        self.parent_box = QComboBox()
        self.record = QComboBox()
        self._fill_parents()
        for kind, (title, _help) in RECORDS.items():
            self.record.addItem(_(title), kind.value)
        record = RecordKind.NONE if tag is None else tag.record
        self.record.setCurrentIndex(self.record.findData(record.value))
        self.fields = QPushButton()
        self.fields.setAutoDefault(False)
        self._samples = (TagSample(LIGHT), TagSample(DARK))
        self._name_said, self._key_said = plain("", "danger"), plain("", "muted")
        self._definition_said, self._record_said = plain("", "muted"), plain("", "muted")

    def _fill_parents(self) -> None:
        """Offer every tag this one can stand under, in the order of the codebook."""
        tags, tag = self._question.tags, self._tag
        inside = set() if tag is None else tag_trees.inside(tags, tag.id)
        self.parent_box.addItem(_("None: at the top level"))
        for branch in tag_trees.tree(tags):
            if branch.tag.id not in inside:
                words = f"{_STEP * branch.depth}{one_line(branch.tag.name)}"
                self.parent_box.addItem(words, branch.tag.id)
        wanted = self._question.parent if tag is None else tag.parent
        self.parent_box.setCurrentIndex(max(0, self.parent_box.findData(wanted)))

    def _build(self) -> None:
        inside = QWidget()
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.LARGE)
        form.setVerticalSpacing(spacing.SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        key_row = QHBoxLayout()
        key_row.setSpacing(spacing.SMALL)
        key_row.addWidget(self.key)
        key_row.addWidget(self.no_key)
        key_row.addStretch(1)
        key: list[QWidget | QHBoxLayout] = [key_row, self._key_said, self.take]
        self._add(form, _("&Name"), self.name, [self.name, self._name_said])
        self._add(
            form, _("&What it means"), self.definition, [self.definition, self._definition_said]
        )
        self._add(form, _("Co&lour"), self.colour, [self.colour])
        self._add(form, _("&Key"), self.key, key)
        self._add(form, _("&Under"), self.parent_box, [self.parent_box])
        self._add(form, _("&Details"), self.record, [self.record, self._record_said])
        own = QHBoxLayout()
        own.addWidget(self.fields)
        own.addStretch(1)
        self._add(form, _("Own &fields"), self.fields, [own])
        samples = QHBoxLayout()
        samples.setSpacing(spacing.SMALL)
        for sample in self._samples:
            samples.addWidget(sample, 1)
        deed = _("Add the tag") if self._tag is None else _("Save")
        box, self._agree = agree_or_cancel(self, deed)
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(spacing.MEDIUM)
        fields.addLayout(form)
        fields.addLayout(samples)
        fields.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        self._fields = Scrolled(inside)
        column.addWidget(self._fields, 1)
        column.addWidget(box)
        wide = max(on_screen(WIDTH, 0).width(), column.totalMinimumSize().width())
        self.setMinimumWidth(wide)

    def _add(
        self,
        form: QFormLayout,
        words: str,
        field: QWidget,
        parts: Sequence[QWidget | QHBoxLayout],
    ) -> None:
        label = QLabel(words)
        label.setContentsMargins(0, spacing.TINY + 1, 0, 0)
        label.setBuddy(field)
        if field is not self.key:
            field.setAccessibleName(words.replace("&", ""))
        side = QVBoxLayout()
        side.setSpacing(2)
        for part in parts:
            if isinstance(part, QWidget):
                side.addWidget(part)
            else:
                side.addLayout(part)
        form.addRow(label, side)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._weigh)
        self.definition.textChanged.connect(self._weigh)
        self.colour.changed.connect(self._weigh)
        self.key.pressed.connect(self.press_key)
        self.key.escaped.connect(self.reject)
        self.no_key.clicked.connect(self._drop_key)
        self.take.toggled.connect(self._weigh)
        self.record.currentIndexChanged.connect(self._weigh)
        self.fields.clicked.connect(self._ask_for_fields)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._agree.click)

    def _put_in_order(self) -> None:
        order: list[QWidget] = [self.name, self.definition, self.key, self.no_key, self.take]
        order += [self.parent_box, self.record, self.fields, self._agree]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
        colours = self.colour.findChildren(QWidget)
        reached = [one for one in colours if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for one, following in pairwise([self.definition, *reached, self.key]):
            QWidget.setTabOrder(one, following)

    def _ask_for_fields(self) -> None:
        """Let fields of one's own be made, changed and taken away; they are saved with the tag."""
        name = " ".join(self.name.text().split())
        asking = FieldsDialog(FieldsQuestion(name, self._own_fields(), self._question.use), self)
        if asking.exec():
            self._fields_wanted = asking.fields()
            self._weigh()
        asking.deleteLater()

    def _own_fields(self) -> tuple[FieldWish, ...]:
        wanted = self._fields_wanted
        return self._question.fields if wanted is None else wanted

    def _drop_key(self) -> None:
        self.press_key("")

    def _holder(self) -> Tag | None:
        """Return the other tag that has the key wanted."""
        found = with_key(self._question.tags, self._key)
        return None if found is None or found == self._tag else found

    def _show_key(self) -> None:
        self.key.setText(self._key)
        self.no_key.setEnabled(bool(self._key))
        holder, old = self._holder(), "" if self._tag is None else self._tag.key
        self.take.setVisible(holder is not None)
        if holder is not None:
            name = isolated(holder.name)
            words = _("Take it; “{tag}” gets the key {key}").format(tag=name, key=old)
            without = _("Take it; “{tag}” has no key then").format(tag=name)
            self.take.setText((words if old else without).replace("&", "&&"))

    def _weigh(self) -> None:
        """Say what is in the way, show the look, and let be saved what can be."""
        name = self._name_problem()
        self._say(self._name_said, name, "danger")
        key, possible = self._key_words()
        self._say(self._key_said, key, "muted" if possible else "danger")
        self._say(self._definition_said, self._definition_words(), "muted")
        kind = RecordKind(str(self.record.currentData()))
        self._say(self._record_said, _(RECORDS[kind][1]), "muted")
        count = len(self._own_fields())
        own = counted("{count} field of your own…", "{count} fields of your own…", count)
        self.fields.setText(own if count else _("Fields…"))
        colour = self.colour.colour()
        written = bool(" ".join(self.name.text().split()))
        self._agree.setEnabled(possible and bool(colour) and written and not name)
        for sample in self._samples:
            sample.show_tag(colour or "1", self._key, self.name.text())
        self._grow.start()

    def _make_room(self) -> None:
        """Grow when what is said below a field needs more lines than before."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        more = self._fields.sizeHint().height() - self._fields.height()
        needed = min(self.height() + more, most_height())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _say(self, label: QLabel, words: str, role: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))
        set_role(label, role)

    def _name_problem(self) -> str:
        name = " ".join(self.name.text().split()).casefold()
        others = (tag for tag in self._question.tags if tag != self._tag)
        if any(" ".join(tag.name.split()).casefold() == name for tag in others):
            return _("There is already a tag of this name.")
        return ""

    def _key_words(self) -> tuple[str, bool]:
        """Return what there is to say of the key, and whether the tag can have it."""
        runs, holder = self._question.taken.get(self._key, ""), self._holder()
        if runs:
            words = _("In a document {key} runs “{command}”. Press another.")
            return words.format(key=self._key, command=isolated(runs)), False
        if holder is not None:
            words = _("{key} tags with “{tag}”.")
            told = words.format(key=self._key, tag=isolated(holder.name))
            return told, self.take.isChecked()
        if self._key.isdecimal():
            return _("Digits without a tag of their own count through the codebook."), True
        return _("One letter or digit that tags with it in a document."), True

    def _definition_words(self) -> str:
        """Say that passages will want another look, where other words stand here now."""
        tag, count = self._tag, self._question.passages
        if tag is None or not count or same_words(tag.definition, self.definition.toPlainText()):
            return ""
        return counted(
            "{count} passage was tagged under the old words, and will want another look.",
            "{count} passages were tagged under the old words, and will want another look.",
            count,
        )
