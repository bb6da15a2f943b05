"""What the chosen tag means, with the wordings it had before folded away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
)

from reviewer.domain.errors import ReviewerError
from reviewer.domain.tags import RecordKind, Tag
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _, counted
from reviewer.ui.dialogs.tag import RECORDS
from reviewer.ui.models.codebook import TagRow, another_look_in_words, passages_in_words
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_icon
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.passages.tag_chips import TagMark
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.views.pieces.plain_words import PlainWords
from reviewer.ui.wording import isolated, plain
from reviewer.workspace.operations.definitions import Wording
from reviewer.workspace.project import Workspace

_SEPARATOR = "\u00a0· "  # a line never begins with it


class DefinitionCard(QFrame):
    """Name, meaning and earlier wordings of one tag; a button to tag with it."""

    tag_wanted = Signal(int)
    passages_wanted = Signal(int)
    edit_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._row: TagRow | None = None
        self._wordings: list[Wording] = []
        set_surface(self, "panel")
        self.setAccessibleName(_("The chosen tag"))
        self._mark = TagMark()
        self._name = plain("", "heading")
        self._about = plain("", "muted")
        self._means = PlainWords()
        self._missing = plain(_("Nobody has said yet when to use it, and when not."), "muted")
        self._say = QPushButton(_("Say what it means…"))
        self._say.clicked.connect(self.edit_wanted)
        self._fold = QToolButton()
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        keep_icon(self._fold, 12)
        self._fold.clicked.connect(self._turn)
        self._unfolded = False
        self._earlier = QVBoxLayout()
        self._earlier.setSpacing(spacing.SMALL)
        self.use = QPushButton(_("Tag with it"))
        self.use.setIcon(icon("tag"))
        self.use.clicked.connect(self._tag)
        self.passages = QPushButton(_("Its passages"))
        self.passages.setIcon(icon("passages"))
        self.passages.clicked.connect(self._passages)
        self._lay_out()
        self.show_tag(None)

    def show_tag(self, row: TagRow | None) -> None:
        """Show what is said of a tag, afresh; nothing for none."""
        before = self._row.tag.id if self._row is not None else None
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        tag = row.tag
        if tag.id != before:
            self._unfolded = False
        self._mark.show_colour(tag.colour)
        self._name.setText(isolated(tag.name))
        self._about.setText(_SEPARATOR.join(self._facts(row)))
        self._means.say(tag.definition)
        self._means.setVisible(bool(tag.definition))
        self._missing.setVisible(not tag.definition)
        self._say.setVisible(not tag.definition and self._workspace.read_only is None)
        self._wordings = self._read(tag)
        count = len(self._wordings)
        words = counted("{count} earlier wording", "{count} earlier wordings", count)
        self._fold.setText(words)
        self._fold.setAccessibleName(words)
        self._fold.setVisible(bool(count))
        self._unfold()

    def _facts(self, row: TagRow) -> list[str]:
        facts = [_("key {key}").format(key=row.tag.key)] if row.tag.key else []
        facts.append(passages_in_words(row.passages))
        if row.another_look:
            facts.append(another_look_in_words(row.another_look))
        if row.tag.record is not RecordKind.NONE:
            words = _("details: {kind}")
            facts.append(words.format(kind=_(RECORDS[row.tag.record][0])))
        return facts

    def _read(self, tag: Tag) -> list[Wording]:
        """Return what the tag meant before; empty wordings say nothing and are left out."""
        try:
            found = self._workspace.definitions.wordings(tag.id)
        except ReviewerError:
            return []
        return [one for one in found if not one.stands and one.definition]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(spacing.SMALL)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._name, 1)
        inside = QFrame()
        set_surface(inside, "panel")
        words = QVBoxLayout(inside)
        words.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, spacing.SMALL)
        words.setSpacing(spacing.SMALL)
        words.addLayout(head)
        for part in (self._about, self._means, self._missing):
            words.addWidget(part)
        words.addWidget(self._say, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        words.addLayout(self._earlier)
        words.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_surface(self._area, "panel")
        bar = QHBoxLayout()
        bar.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, spacing.MEDIUM)
        buttons = FlowingRow(spacing.SMALL)
        buttons.add(self.use)
        buttons.add(self.passages)
        bar.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing.MEDIUM, 0, 0)
        column.setSpacing(spacing.SMALL)
        column.addWidget(self._area, 1)
        column.addLayout(bar)

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._unfold()

    def _unfold(self) -> None:
        """Show the earlier wordings, or put them away."""
        while (item := self._earlier.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        shown = self._unfolded and bool(self._wordings)
        self._fold.setAccessibleDescription(_("shown") if shown else _("folded away"))
        self._fold.setIcon(icon("chevron-down" if shown else "chevron-right"))
        for wording in self._wordings if shown else []:
            when = f"{isolated(wording.analyst_name)}{_SEPARATOR}{isolated(local_time(wording.at))}"
            label = QLabel(when)
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_role(label, "muted")
            self._earlier.addWidget(label)
            self._earlier.addWidget(PlainWords(wording.definition))

    def _tag(self) -> None:
        if self._row is not None:
            self.tag_wanted.emit(self._row.tag.id)

    def _passages(self) -> None:
        if self._row is not None:
            self.passages_wanted.emit(self._row.tag.id)
