"""Makes one tag of two: which goes into which, how much that moves, and what it means then."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain import tag_trees
from reviewer.domain.tags import Tag, same_words
from reviewer.environment.translation import _, counted
from reviewer.ui.asking.tag_questions import Joining, MergeQuestion, MergeWish
from reviewer.ui.delegates import theme_of
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.views.pieces.plain_words import quoted
from reviewer.ui.views.reading.verbs import colour_dot
from reviewer.ui.wording import isolated, one_line, plain

WIDTH = 560
_STEP = "    "
_SHOWN = 240


class MergeDialog(QDialog):
    """Asks for two tags; ``wish`` is the answer."""

    def __init__(self, question: MergeQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._tags = {tag.id: tag for tag in question.tags}
        self.setWindowTitle(_("Merge two tags"))
        self.setAccessibleName(_("Merge two tags"))
        self.setMinimumWidth(on_screen(WIDTH, 0).width())
        self.source = self._box(_("The tag that goes"))
        self.target = self._box(_("The tag that stays"))
        self.target.insertItem(0, _("Choose a tag"))
        self.target.setCurrentIndex(0)
        self.source.setCurrentIndex(self.source.findData(question.source))
        self.turn = QPushButton(_("The other way round"))
        self.turn.setAutoDefault(False)
        self._said = plain("", "muted")
        self._meaning = plain(_("What it means from now on"), "heading")
        self._choices = QButtonGroup(self)
        self.keep = self._choice()
        self.other = self._choice()
        self.both = self._choice()
        self.keep.setChecked(True)
        self._words = plain("", "muted")
        self._build()
        self.source.currentIndexChanged.connect(self._weigh)
        self.target.currentIndexChanged.connect(self._weigh)
        self.turn.clicked.connect(self._turn)
        self._choices.buttonToggled.connect(self._show_words)
        self._weigh()
        self.target.setFocus()

    def wish(self) -> MergeWish:
        """Return which tag goes into which, with what the other one means from now on."""
        source, target = self._chosen()
        if source is None or target is None:
            return MergeWish(0, 0)
        definition = self._definition(source, target)
        kept = same_words(definition, target.definition)
        return MergeWish(source.id, target.id, None if kept else definition)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        theme = theme_of(self.palette())
        for branch in tag_trees.tree(self._question.tags):
            words = f"{_STEP * branch.depth}{one_line(branch.tag.name)}"
            box.addItem(colour_dot(branch.tag.colour, theme), words, branch.tag.id)
        return box

    def _choice(self) -> QRadioButton:
        choice = QRadioButton()
        self._choices.addButton(choice)
        return choice

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.LARGE)
        form.setVerticalSpacing(spacing.SMALL)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        for words, box in ((_("&Merge"), self.source), (_("&into"), self.target)):
            label = QLabel(words)
            label.setBuddy(box)
            form.addRow(label, box)
        turn = QHBoxLayout()
        turn.addStretch(1)
        turn.addWidget(self.turn)
        buttons, self._agree = agree_or_cancel(self, _("Merge"))
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.SMALL)
        column.addLayout(form)
        column.addLayout(turn)
        column.addWidget(self._said)
        column.addSpacing(spacing.SMALL)
        column.addWidget(self._meaning)
        for part in (self.keep, self.other, self.both, self._words):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(buttons)

    def _chosen(self) -> tuple[Tag | None, Tag | None]:
        source, target = self.source.currentData(), self.target.currentData()
        return self._tags.get(source), self._tags.get(target)

    def _turn(self) -> None:
        source, target = self._chosen()
        if source is not None and target is not None:
            self.source.setCurrentIndex(self.source.findData(target.id))
            self.target.setCurrentIndex(self.target.findData(source.id))

    def _weigh(self) -> None:
        """Say what would move, and ask what it means where the two say different things."""
        source, target = self._chosen()
        possible = source is not None and target is not None and source != target
        self._agree.setEnabled(possible)
        self.turn.setEnabled(possible)
        if source is None or target is None or not possible:
            again = target is not None
            words = _("A tag cannot be merged with itself. Choose another.")
            self._said.setText(words if again else _("Choose the tag that stays."))
        else:
            joining = self._question.joining(source.id, target.id)
            self._said.setText(" ".join(_sentences(joining, source)))
            self.keep.setText(_what(_("as “{tag}” says"), target))
            self.other.setText(_what(_("as “{tag}” says"), source))
            self.both.setText(_("both, one after the other"))
            says = bool(target.definition) or not source.definition
            (self.keep if says else self.other).setChecked(True)
        asks = possible and _differ(source, target)
        for part in (self._meaning, self.keep, self.other, self.both, self._words):
            part.setVisible(asks)
        self._show_words()

    def _show_words(self) -> None:
        source, target = self._chosen()
        if source is not None and target is not None:
            words = self._definition(source, target)
            shown = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
            self._words.setText(quoted(shown) if words else _("It says nothing."))

    def _definition(self, source: Tag, target: Tag) -> str:
        if self.other.isChecked():
            return source.definition
        if self.both.isChecked():
            return "\n\n".join(one for one in (target.definition, source.definition) if one)
        return target.definition


def _differ(source: Tag | None, target: Tag | None) -> bool:
    """Say whether both have a meaning, and not the same one."""
    if source is None or target is None:
        return False
    return bool(source.definition) and not same_words(source.definition, target.definition)


def _what(words: str, tag: Tag) -> str:
    return words.format(tag=isolated(tag.name)).replace("&", "&&")


def _sentences(joining: Joining, source: Tag) -> list[str]:
    moved = joining.passages - joining.twice
    said = [counted("{count} passage moves.", "{count} passages move.", moved)]
    if joining.twice:
        said.append(
            counted(
                "{count} more stands there on the same words already; its notes are kept.",
                "{count} more stand there on the same words already; their notes are kept.",
                joining.twice,
            )
        )
    if joining.children:
        said.append(
            counted(
                "{count} tag under it moves too.",
                "{count} tags under it move too.",
                joining.children,
            )
        )
    gone = _("“{tag}” is gone then; undo brings it back.")
    return [*said, gone.format(tag=isolated(source.name))]
