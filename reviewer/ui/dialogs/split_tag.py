"""Takes passages of a tag out and puts them under a new one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.tags import LONGEST_NAME, same_words
from reviewer.environment.translation import _, counted
from reviewer.ui.asking.tag_questions import SplitQuestion, SplitWish
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.models import ID_ROLE
from reviewer.ui.models.choices import ChoicesModel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.passages.filter_menus import ChoiceDelegate
from reviewer.ui.wording import isolated, plain

SIZE = (600, 620)
_DEFINITION_LINES = 4


class SplitDialog(QDialog):
    """Asks for a name and for the passages that go under it; ``wish`` is the answer."""

    def __init__(self, question: SplitQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.setWindowTitle(_("Split a tag"))
        self.setAccessibleName(_("Split a tag"))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.definition = QPlainTextEdit(question.tag.definition)
        self.definition.setTabChangesFocus(True)
        lines = self.definition.fontMetrics().lineSpacing() * _DEFINITION_LINES
        self.definition.setFixedHeight(lines + 2 * spacing.SMALL + 6)
        self._said = plain("", "danger")
        self._model = ChoicesModel(question.passages, self)
        self._model.narrow("")
        self._total = self._model.rowCount()
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Words in passages and notes"))
        self.field.setAccessibleName(_("Narrow the list"))
        self.field.setClearButtonEnabled(True)
        self.list = self._list()
        self._all = QPushButton(_("Tick all of these"))
        self._none = QPushButton(_("Tick none"))
        self._count = QLabel()
        set_role(self._count, "muted")
        self._build()
        self.name.textChanged.connect(self._weigh)
        self.field.textChanged.connect(self._narrow)
        self._model.ticked.connect(self._weigh)
        self._all.clicked.connect(self._tick_all)
        self._none.clicked.connect(self._tick_none)
        self.list.setCurrentIndex(self._model.index(0))
        self.resize(on_screen(*SIZE))
        self._weigh()
        self.name.setFocus()

    def wish(self) -> SplitWish:
        """Return which passages go under which name, and what that means."""
        definition = self.definition.toPlainText().strip()
        same = same_words(definition, self._question.tag.definition)
        name = " ".join(self.name.text().split())
        return SplitWish(self._model.chosen, name, None if same else definition)

    def _list(self) -> QListView:
        shown = QListView()
        shown.setModel(self._model)
        shown.setItemDelegate(ChoiceDelegate(shown))
        shown.setUniformItemSizes(True)
        shown.setMouseTracking(True)
        shown.setAccessibleName(_("Passages of the tag, to be ticked"))
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setFrameShape(QFrame.Shape.StyledPanel)
        shown.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        shown.clicked.connect(self._turn)
        return shown

    def _build(self) -> None:
        words = _("Passages of “{tag}” that go under a new tag beside it.")
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.LARGE)
        form.setVerticalSpacing(spacing.SMALL)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        for title, field in ((_("&Name"), self.name), (_("&What it means"), self.definition)):
            label = QLabel(title)
            label.setContentsMargins(0, spacing.TINY + 1, 0, 0)
            label.setBuddy(field)
            field.setAccessibleName(title.replace("&", ""))
            form.addRow(label, field)
            if field is self.name:
                form.addRow("", self._said)
        below = QHBoxLayout()
        below.setSpacing(spacing.SMALL)
        for button in (self._all, self._none):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self._count)
        box, self._agree = agree_or_cancel(self, _("Split"))
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.SMALL)
        column.addWidget(plain(words.format(tag=isolated(self._question.tag.name)), "muted"))
        column.addLayout(form)
        column.addSpacing(spacing.SMALL)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        column.addSpacing(spacing.SMALL)
        column.addWidget(box)

    def _narrow(self, words: str) -> None:
        self._model.narrow(words)
        self.list.setCurrentIndex(self._model.index(0))

    def _turn(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            self._model.tick(index.data(ID_ROLE), on=not ticked)

    def _tick_all(self) -> None:
        rows = range(self._model.rowCount())
        shown = {self._model.data(self._model.index(row), ID_ROLE) for row in rows}
        self._model.choose({*self._model.chosen, *(one for one in shown if isinstance(one, int))})

    def _tick_none(self) -> None:
        self._model.choose(())

    def _weigh(self) -> None:
        chosen = len(self._model.chosen)
        name = " ".join(self.name.text().split())
        taken = name.casefold() in self._question.names
        self._said.setText(_("There is already a tag of this name.") if taken else "")
        self._said.setVisible(taken)
        words = _("{shown} of {total} ticked").format(shown=f"{chosen:,}", total=f"{self._total:,}")
        self._count.setText(words)
        self._none.setEnabled(bool(chosen))
        self._agree.setEnabled(bool(chosen and name) and not taken)
        deed = counted("Split {count} passage off", "Split {count} passages off", chosen)
        self._agree.setText(deed if chosen else _("Split"))
