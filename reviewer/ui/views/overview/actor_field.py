"""A field in which actors are named: completed in any spelling, several with semicolons between.

What is typed is a name, never an id. A name that an actor has, however it is spelt, is that
actor; any other stays as written, and whoever saves what the field holds makes the actor then, in
the same step. Only where a person picks "New actor" from the list is it made at once.
"""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.actors import ACTOR_KIND_LABELS, Actor, Named
from reviewer.domain.errors import ReviewerError
from reviewer.domain.folding import fold
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.wording import announce, isolated, one_line, sentence, tip
from reviewer.workspace.project import Workspace

_BETWEEN = re.compile("[;؛]")
_NAME = Qt.ItemDataRole.UserRole + 1  # what goes into the field
_NEW = Qt.ItemDataRole.UserRole + 2  # whether an actor is to be made
_MOST = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActorField(QWidget):
    """Names of actors, one or ``many``.

    ``edited`` is told of each change a person makes, ``entered`` when Enter is pressed while
    nothing is offered. ``line`` is what is typed into.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, workspace: Workspace, many: bool) -> None:
        super().__init__()
        self._workspace = workspace
        self._many = many
        self._shown: tuple[Named, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._showing = False
        self.line = _Line()
        self.line.setReadOnly(workspace.read_only is not None)
        self.line.setPlaceholderText(_("Names, with ; between them") if many else _("A name"))
        self._offers = QStandardItemModel(0, 1, self)
        self._completer = _Completer(self._offers, self.line, self)
        self.line.setCompleter(self._completer)
        self._completer.activated.connect(self._take)
        self.line.textEdited.connect(self._typed)
        self.line.textChanged.connect(self._tell)
        self.line.entered.connect(self.entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def names(self) -> tuple[Named, ...]:
        """Return who is named, in order; what was shown and not touched comes back as it was.

        A name nobody has comes without an actor, as words. Raises ``ReviewerError``.
        """
        left = [pair for pair in zip(self._texts, self._shown, strict=True) if pair[0]]
        found = []
        for words in self._written():
            kept = next((pair for pair in left if pair[0] == words), None)
            if kept is not None:
                left.remove(kept)
            found.append(self._meant(words) if kept is None else kept[1])
        return tuple(found)

    def show_names(self, names: Iterable[Named]) -> None:
        """Show these, each as printed, else by the name it is filed under. Tells of no change."""
        self._shown = tuple(names)
        actors = self._actors([one.actor for one in self._shown if one.actor is not None])
        self._texts = tuple(_written_as(one, actors) for one in self._shown)
        self._showing = True
        self.line.setText("; ".join(filter(None, self._texts)))
        self._showing = False
        self.line.setCursorPosition(0)
        told = [_filed(one, actors) for one in self._shown]
        self.line.setToolTip(tip(*told))
        self.line.setAccessibleDescription("; ".join(filter(None, told)))

    def is_empty(self) -> bool:
        """Say whether nothing is written."""
        return not self.line.text().strip()

    def clear(self) -> None:
        """Show nothing."""
        self.show_names(())

    def _written(self) -> list[str]:
        text = self.line.text()
        parts = _BETWEEN.split(text) if self._many else [text]
        return [words for part in parts if (words := " ".join(part.split()))]

    def _meant(self, words: str) -> Named:
        if fold(words) == fold(_("not named")):
            return Named(None)
        found = self._workspace.actors.named(words)
        return Named(None, words) if found is None else Named(found.id)

    def _actors(self, ids: Sequence[int]) -> dict[int, Actor]:
        if not ids:
            return {}
        return {one.id: one for one in self._workspace.actors.several(list(dict.fromkeys(ids)))}

    def _typed(self, text: str) -> None:
        before, typed = _at_caret(text, self.line.cursorPosition(), many=self._many)
        self._completer.before = before
        self._offer(typed)

    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _offer(self, typed: str) -> None:
        """List whom the name being typed may mean, and a new actor where nobody has it."""
        self._offers.clear()
        if not typed:
            return
        actors = self._workspace.actors
        for actor in actors.beginning_with(typed, _MOST):
            self._offers.appendRow(_offer_of(actor, typed))
        if self._workspace.read_only is None and actors.named(typed) is None:
            words = _("New actor {name}").format(name=isolated(typed))
            self._offers.appendRow(_row(words, typed, new=True))

    def _take(self, taken: str) -> None:
        """Make the actor, where that is what was picked."""
        for row in map(self._offers.item, range(self._offers.rowCount())):
            if row.data(_NEW) and self._completer.pathFromIndex(row.index()) == taken:
                self._make(str(row.data(_NAME)))
                return

    def _make(self, name: str) -> None:
        try:
            self._workspace.actors.find_or_add(name)
        except ReviewerError as problem:
            self.line.setToolTip(tip(sentence(problem)))
            announce(self.line, sentence(problem))
        else:
            self.edited.emit()


class _Line(QLineEdit):
    """A line whose Enter is the list's while the list is in sight, and otherwise a wish."""

    entered = Signal()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        completer = self.completer()
        popup = completer.popup()
        if event.key() in _ENTER and (popup is None or not popup.isVisible()):
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class _Completer(QCompleter):
    """Offers what it is given; what is taken stands behind the names already written."""

    def __init__(self, offers: QStandardItemModel, line: QLineEdit, parent: QWidget) -> None:
        super().__init__(offers, parent)
        self.before = ""
        self.setWidget(line)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_MOST + 1)

    @override
    @guard("")
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what the whole line is when this is taken."""
        return f"{self.before}{index.data(_NAME)}"


def _at_caret(text: str, caret: int, *, many: bool) -> tuple[str, str]:
    """Return what stands before the name being typed, and that name; only at the line's end."""
    if not many:
        return "", " ".join(text.split())
    if caret < len(text.rstrip()):
        return "", ""  # what follows the caret would be lost
    ends = [one.end() for one in _BETWEEN.finditer(text)]
    begin = ends[-1] if ends else 0
    before = text[:begin].rstrip()
    return (f"{before} " if before else ""), " ".join(text[begin:].split())


def _offer_of(actor: Actor, typed: str) -> QStandardItem:
    wanted = " ".join(fold(typed).split())
    own = " ".join(fold(actor.name).split())
    words = isolated(actor.name)
    if wanted not in own:
        other = next((one for one in actor.names if wanted in " ".join(fold(one).split())), "")
        words = _("{name} (also {other})").format(name=words, other=isolated(other))
    row = _row(words, actor.name)
    row.setToolTip(tip(_(ACTOR_KIND_LABELS[actor.kind]), one_line(actor.side)))
    return row


def _row(words: str, name: str, *, new: bool = False) -> QStandardItem:
    row = QStandardItem(words)
    row.setData(name, _NAME)
    row.setData(new, _NEW)
    return row


def _written_as(named: Named, actors: dict[int, Actor]) -> str:
    """Return how a name stands in the field."""
    if named.printed:
        return " ".join(named.printed.split())
    return _("not named") if named.actor is None else actors[named.actor].name


def _filed(named: Named, actors: dict[int, Actor]) -> str:
    """Return under which name printed words are filed, where that is another."""
    actor = None if named.actor is None else actors[named.actor]
    if actor is None or not named.printed or named.printed == actor.name:
        return ""
    return _("“{printed}” is filed as {name}").format(
        printed=isolated(named.printed), name=isolated(actor.name)
    )
