"""What is known of one actor, edited in place; each change is one step, made on leaving a field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.actors import ACTOR_KIND_LABELS, Actor, ActorKind, ActorUse, actor_name
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.models.ratings import rating_line
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.details.growing_field import Growing, put_words
from reviewer.ui.views.frame.running import Runner, at_once
from reviewer.ui.views.pieces.elided_button import ElidedButton
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.views.pieces.problem_line import ProblemLine
from reviewer.ui.wording import isolated, plain
from reviewer.workspace.project import Workspace


class ActorCard(QWidget):
    """The card of one actor."""

    passages_wanted = Signal(object, str)  # ids, and what they are in words
    documents_wanted = Signal(object, str)
    rate_wanted = Signal()

    def __init__(self, workspace: Workspace, run: Runner = at_once) -> None:
        super().__init__()
        self._workspace = workspace
        self._run = run
        self._actor: Actor | None = None
        read_only = workspace.read_only is not None
        self.name, self.side, self.another = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind, self.protected, self.note = QComboBox(), QCheckBox(), QPlainTextEdit()
        self.names = FlowingRow(spacing.TINY)
        self.uses = FlowingRow(spacing.TINY)
        self.ratings = plain("")
        self.rate = QPushButton(_("Rate…"))
        set_role(self.rate, "small")
        self.rate.setEnabled(not read_only)
        self.rate.clicked.connect(self.rate_wanted)
        for kind in ActorKind:
            self.kind.addItem(_(ACTOR_KIND_LABELS[kind]), kind.value)
        for field in (self.name, self.side, self.another, self.note):
            field.setReadOnly(read_only)
        self.kind.setEnabled(not read_only)
        self.protected.setEnabled(not read_only)
        self._growing = Growing(self.note, 2)
        self.problem = ProblemLine(self.name, actor_name)
        self._lay_out()
        self.rate.setAccessibleName(_("Rate the actor…"))
        self.name.editingFinished.connect(self._name_left)
        self.side.editingFinished.connect(self._side_left)
        self.another.returnPressed.connect(self._add_name)
        self.kind.activated.connect(self._kind_chosen)
        self.protected.clicked.connect(self._protect)
        self.note.installEventFilter(self)

    def show_actor(self, actor: Actor | None) -> None:
        """Show an actor; what is being typed in its note stays."""
        typing = self.note.hasFocus() and self._is(actor)
        self._actor = actor
        self.setVisible(actor is not None)
        if actor is None:
            return
        _put(self.name, actor.name)
        _put(self.side, actor.side)
        self.kind.setCurrentIndex(self.kind.findData(actor.kind.value))
        self.protected.setChecked(actor.protected)
        if not typing and self.note.toPlainText() != actor.note:
            put_words(self.note, actor.note)
        self.names.put([self._name_button(one) for one in actor.names])
        self.names.setVisible(bool(actor.names))
        self._show_ratings(actor.id)
        self._show_uses(self._workspace.actors.uses(actor.id))

    def flush(self) -> None:
        """Save a note that is being typed."""
        self._leave_note()

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save the note when its field is left."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self._leave_note()
        return False

    def _is(self, actor: Actor | None) -> bool:
        return actor is not None and self._actor is not None and actor.id == self._actor.id

    def _lay_out(self) -> None:
        set_surface(self, "panel")
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(spacing.MEDIUM)
        form.setVerticalSpacing(spacing.SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.protected.setText(_("Replace the name in exports"))
        self.protected.setToolTip(self.protected.text())
        self.protected.setMinimumWidth(1)  # else a narrow panel would cut every field
        self.another.setPlaceholderText(_("Another name, then Enter"))
        self.side.setPlaceholderText(_("Party to the dispute, if any"))
        self.note.setPlaceholderText(_("Your own words; not part of the source."))
        called = QWidget()
        naming = QVBoxLayout(called)
        naming.setContentsMargins(0, 0, 0, 0)
        naming.setSpacing(spacing.TINY)
        naming.addWidget(self.name)
        naming.addWidget(self.problem)
        others = QWidget()
        column = QVBoxLayout(others)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addWidget(self.names)
        column.addWidget(self.another)
        where = QWidget()
        places = QVBoxLayout(where)
        places.setContentsMargins(0, 0, 0, 0)
        places.addWidget(self.uses)
        rated = QWidget()
        judged = QVBoxLayout(rated)
        judged.setContentsMargins(0, 0, 0, 0)
        judged.setSpacing(spacing.TINY)
        judged.addWidget(self.ratings)
        judged.addWidget(self.rate, 0, Qt.AlignmentFlag.AlignLeft)
        rows: tuple[tuple[str, QWidget, QWidget | None], ...] = (
            (_("Name"), called, self.name),
            (_("Kind"), self.kind, self.kind),
            (_("Side"), self.side, self.side),
            (_("Protected"), self.protected, self.protected),
            (_("Other names"), others, self.another),
            (_("Reliability"), rated, self.rate),
            (_("Note"), self.note, self.note),
            (_("Where named"), where, None),
        )
        for words, row, field in rows:
            label = QLabel(words)
            set_role(label, "muted")
            if field is not None:
                label.setBuddy(field)
                field.setAccessibleName(words)
            if row in (self.protected, others, where):  # long words, in a narrow panel
                form.addRow(label)
                form.addRow(row)
            else:
                form.addRow(label, row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(spacing.MEDIUM, spacing.SMALL, spacing.MEDIUM, spacing.MEDIUM)
        whole.addLayout(form)
        whole.addStretch(1)

    def _name_button(self, name: str) -> QPushButton:
        button = ElidedButton(f"{isolated(name)} ×")
        set_role(button, "small")
        words = _("Take the name {name} away").format(name=isolated(name))
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setEnabled(self._workspace.read_only is None)
        button.setProperty("name", name)
        button.clicked.connect(self._remove_name)
        return button

    def _show_ratings(self, actor: int) -> None:
        ratings = self._workspace.ratings.of(actor=actor)
        lines = [rating_line(self._workspace, one) for one in ratings]
        self.ratings.setText("\n".join(lines) or _("not rated"))
        set_role(self.ratings, "" if lines else "muted")

    def _show_uses(self, use: ActorUse) -> None:
        several = (
            (
                use.chains,
                counted(
                    "says so in {count} passage", "says so in {count} passages", len(use.chains)
                ),
            ),
            (
                use.accused,
                counted(
                    "said to have done it in {count} passage",
                    "said to have done it in {count} passages",
                    len(use.accused),
                ),
            ),
            (
                use.victims,
                counted(
                    "said to be harmed in {count} passage",
                    "said to be harmed in {count} passages",
                    len(use.victims),
                ),
            ),
        )
        shown: list[QWidget] = [
            self._use_button(ids, words, self.passages_wanted) for ids, words in several if ids
        ]
        if use.publishers:
            words = counted(
                "publishes {count} document", "publishes {count} documents", len(use.publishers)
            )
            shown.append(self._use_button(use.publishers, words, self.documents_wanted))
        if use.ratings:
            shown.append(plain(counted("{count} rating", "{count} ratings", use.ratings), "muted"))
        self.uses.put(shown or [plain(_("Nowhere yet"), "muted")])

    def _use_button(self, ids: tuple[int, ...], words: str, wanted: SignalInstance) -> QPushButton:
        button = _UseButton(ids, words, wanted)
        button.clicked.connect(self._use_pressed)
        return button

    def _use_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, _UseButton):
            button.wanted.emit(button.ids, button.text())

    # Changes.

    def _change(self, deed: Callable[[int], object]) -> None:
        """Do something to the actor shown, and show what it is then, whatever came of it."""
        actor = self._actor
        if actor is None or self._workspace.read_only is not None:
            return
        self._run(lambda: deed(actor.id))
        self._run(lambda: self.show_actor(self._workspace.actors.get(actor.id)))

    def _name_left(self) -> None:
        words, actor = self.name.text(), self._actor
        if actor is not None and words != actor.name and not self.problem.weigh():
            self._change(lambda one: self._workspace.actors.change(one, name=words))

    def _side_left(self) -> None:
        words, actor = self.side.text(), self._actor
        if actor is not None and words != actor.side:
            self._change(lambda one: self._workspace.actors.change(one, side=words))

    def _kind_chosen(self) -> None:
        kind = ActorKind(str(self.kind.currentData()))
        self._change(lambda one: self._workspace.actors.change(one, kind=kind))

    def _protect(self) -> None:
        wanted = self.protected.isChecked()
        self._change(lambda one: self._workspace.actors.change(one, protected=wanted))

    def _leave_note(self) -> None:
        words, actor = self.note.toPlainText(), self._actor
        if actor is not None and words != actor.note:
            self._change(lambda one: self._workspace.actors.change(one, note=words))

    def _add_name(self) -> None:
        words = self.another.text()
        if words.strip():
            self.another.clear()
            self._change(lambda one: self._workspace.actors.add_name(one, words))

    def _remove_name(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            name = str(button.property("name"))
            self._change(lambda one: self._workspace.actors.remove_name(one, name))
            self.another.setFocus(Qt.FocusReason.OtherFocusReason)


class _UseButton(ElidedButton):
    """Opens where an actor is named; the ids are its own, whoever the card shows by then."""

    def __init__(self, ids: tuple[int, ...], words: str, wanted: SignalInstance) -> None:
        super().__init__(words)
        set_role(self, "small")
        self.ids = ids
        self.wanted = wanted


def _put(field: QLineEdit, words: str) -> None:
    """Show words in a field that nobody is typing in."""
    if field.text() != words and not (field.hasFocus() and field.isModified()):
        field.setText(words)
        field.setCursorPosition(0)
