"""The panel of actors: the register, narrowed as one types, and what is known of the chosen one.

Where an actor is named opens in the list's place: Enter reads the passage, Escape comes back.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.actors import ACTOR_KIND_LABELS, Actor
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.guard import guard
from reviewer.ui.models.overview import Opens, OverviewModel, OverviewRow
from reviewer.ui.reading_again import ReadingAgain
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.documents.document_filter import FilterField
from reviewer.ui.views.frame.running import Runner, at_once
from reviewer.ui.views.overview.actor_card import ActorCard
from reviewer.ui.views.overview.overview_list import OverviewList
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.views.pieces.panel_head import SidePanel, panel_head
from reviewer.ui.wording import isolated, one_line, plain
from reviewer.workspace.project import Workspace

MENU = ("actors.add", "", "rating.actor", "actors.merge", "actors.remove")
_MOST = 100_000
_SHOWN = frozenset(("actors", "actor_names", "chain_members", "roles", "ratings", "documents"))
"""The tables of the register, and of where an actor is named."""


class ActorsPanel(SidePanel):
    """The panel; implements ``overview_parts.ActorsPart`` with ``registering.Registering``."""

    passage_wanted = Signal(int)
    document_wanted = Signal(int)
    chosen_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        actions: CommandActions,
        run: Runner = at_once,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._actions = actions
        self._run = run
        self._model = OverviewModel(workspace, self)
        self._found_model = OverviewModel(workspace, self)
        self.field = FilterField(_("Find an actor, or write a new name"))
        self.list = OverviewList(self._model, _("Actors"), two_lines=True)
        self.found = OverviewList(self._found_model, _("Where the actor is named"), two_lines=True)
        self.card = ActorCard(workspace, run)
        self.add = QPushButton()
        self._count = plain("", "muted")
        self._about = QLabel()
        self._nothing = EmptyPlace("person", _("Find a name"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._again = ReadingAgain(self, bridge, self._read_again, _SHOWN)
        self._connect()

    def is_shown(self) -> bool:
        """Say whether the panel is in sight."""
        return self.isVisible()

    def chosen(self) -> list[int]:
        """Return the actors that are selected, the current one first; none while hidden."""
        if not self.isVisible():
            return []
        rows = [self._model.row(one.row()) for one in self.list.selectedIndexes()]
        here = self.list.row()
        ids = [int(row.key) for row in rows if row is not None]
        first = [int(here.key)] if here is not None and int(here.key) in ids else []
        return list(dict.fromkeys((*first, *ids)))

    def choose(self, actor: int) -> None:
        """Go to an actor, clearing the words when they hide it."""
        self._again.catch_up()
        if self._model.place_of(str(actor)) is None and self.field.text():
            self.field.clear()
            self.field.settle()
        self.list.go_to(str(actor))
        self._show_register()

    def take_keys(self) -> None:
        """Give the keys to the list, or to the field where it is empty."""
        target = self.list if self._model.rowCount() else self.field
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the caret where a name is looked for, or written anew."""
        self._show_register()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def add_written(self) -> None:
        """Add an actor with the name that is written; raises what adding raises."""
        name = self.field.text().strip()
        if name:
            actor = self._workspace.actors.find_or_add(name)
            self.field.clear()
            self.field.settle()
            self.choose(actor)
            self.take_keys()

    @override
    @guard()
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._popup(event.globalPos())

    def _lay_out(self) -> None:
        set_surface(self, "panel")
        set_surface(self.list, "panel")
        set_surface(self.found, "panel")
        self.setAccessibleName(_("Actors"))
        self.setProperty("help_page", "actors")
        self.setMinimumWidth(260)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._nothing.say(
            _("Who speaks, is accused, is harmed or publishes stands here under one name.")
        )
        self._register, self._behind = self._lay_out_register(), self._lay_out_behind()
        for part in (self._register, self._behind, self._nothing):
            self._stack.addWidget(part)
        body = QSplitter(Qt.Orientation.Vertical)
        body.setHandleWidth(1)
        body.setChildrenCollapsible(False)
        body.addWidget(self._stack)
        self._card_area = _scrolled(self.card)
        body.addWidget(self._card_area)
        body.setSizes([3_000, 3_000])
        bar = QVBoxLayout()
        bar.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, spacing.TINY)
        bar.addWidget(self.field)
        bar.addWidget(self.add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(spacing.SMALL)
        whole.addLayout(panel_head(_("Actors"), self._count, _("Close"), self.close_wanted))
        whole.addLayout(bar)
        whole.addWidget(body, 1)
        self.setFocusProxy(self.list)
        self.add.hide()

    def _lay_out_register(self) -> QWidget:
        register = QWidget()
        column = QVBoxLayout(register)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(self._deeds())
        return register

    def _lay_out_behind(self) -> QWidget:
        behind = QWidget()
        self._about.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, 0)
        self._about.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        back = QPushButton(_("Back to the actors (Esc)"))
        set_role(back, "small")
        back.clicked.connect(self._back)
        top = QHBoxLayout()
        top.setContentsMargins(spacing.MEDIUM, 0, spacing.MEDIUM, 0)
        top.addWidget(back)
        top.addStretch(1)
        lines = QVBoxLayout(behind)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(spacing.TINY)
        lines.addLayout(top)
        lines.addWidget(self._about)
        lines.addWidget(self.found, 1)
        return behind

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(spacing.MEDIUM, spacing.TINY, spacing.MEDIUM, spacing.TINY)
        row.setSpacing(spacing.SMALL)
        self._buttons = []
        for identity, words in (("actors.merge", _("Merge…")), ("actors.remove", _("Remove"))):
            button = QPushButton(words)
            set_role(button, "small")
            button.clicked.connect(self._actions.action(identity).trigger)
            row.addWidget(button)
            self._buttons.append(button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.field.settled.connect(self._again.read)
        self.field.down_pressed.connect(self.take_keys)
        self.field.enter_pressed.connect(self._enter)
        self.add.clicked.connect(self._add)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._edit)
        self.list.selectionModel().selectionChanged.connect(self._select)
        self.list.back_wanted.connect(self.close_wanted)
        self.found.opened.connect(self._open)
        self.found.back_wanted.connect(self._back)
        self.card.passages_wanted.connect(self._show_passages)
        self.card.documents_wanted.connect(self._show_documents)
        self.card.rate_wanted.connect(self._actions.action("rating.actor").trigger)
        self._nothing.wanted.connect(self.begin)

    # Reading the project.

    def _read_again(self) -> None:
        self._run(self._read)

    def _read(self) -> None:
        words, actors = self.field.text().strip(), self._workspace.actors
        everybody = actors.all()
        found = actors.beginning_with(words, _MOST) if words else everybody
        here, at = self.list.row(), self.list.currentIndex().row()
        self._model.show_rows([_row(one) for one in found])
        self.list.go_to("" if here is None else here.key, at)
        self._count.setText(counted("{count} actor", "{count} actors", len(everybody)))
        is_new = bool(words) and actors.named(words) is None and self._workspace.read_only is None
        self.add.setText(_("Add {name}").format(name=isolated(words)))
        self.add.setVisible(is_new)
        if self._stack.currentWidget() is not self._behind:
            self._show_register()
        self._show_card()

    def _show_register(self) -> None:
        nobody = not self._model.rowCount() and not self.field.text().strip()
        self._stack.setCurrentWidget(self._nothing if nobody else self._register)

    def _show_card(self) -> None:
        row = self.list.row()
        self._card_area.setVisible(row is not None)
        self._run(
            lambda: self.card.show_actor(
                None if row is None else self._workspace.actors.get(int(row.key))
            )
        )

    # What a person does.

    def _choose(self, row: OverviewRow) -> None:
        del row
        self.card.flush()
        self._show_card()

    def _select(self) -> None:
        self.chosen_changed.emit()
        self._buttons[0].setEnabled(len(self.chosen()) > 1 and self._workspace.read_only is None)
        self._buttons[1].setEnabled(bool(self.chosen()) and self._workspace.read_only is None)

    def _edit(self, row: OverviewRow) -> None:
        del row
        self.card.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if self._model.rowCount():
            self.take_keys()
        else:
            self._add()

    def _add(self) -> None:
        self._run(self.add_written)

    def _show_passages(self, ids: tuple[int, ...], words: str) -> None:
        self._found_model.show_passages(ids)
        self._show_behind(words)

    def _show_documents(self, ids: tuple[int, ...], words: str) -> None:
        self._found_model.show_documents(ids)
        self._show_behind(words)

    def _show_behind(self, words: str) -> None:
        row = self.list.row()
        name = "" if row is None else row.first
        self._about.setText(f"{isolated(name)}: {words}")
        self._stack.setCurrentWidget(self._behind)
        self.found.go_to("")
        self.found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, row: OverviewRow) -> None:
        if row.opens is Opens.PASSAGE:
            self.passage_wanted.emit(int(row.key))
        elif row.opens is Opens.DOCUMENT:
            self.document_wanted.emit(int(row.key))

    def _back(self) -> None:
        self._stack.setCurrentWidget(self._register)
        self.take_keys()

    def _popup(self, where: QPoint) -> None:
        menu = self._actions.menu(MENU, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)


def _scrolled(card: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(card)
    return scroll


def _row(actor: Actor) -> OverviewRow:
    """Return an actor as a row: its name; its kind, side, whether protected, its other names."""
    parts = [_(ACTOR_KIND_LABELS[actor.kind]), isolated(actor.side) if actor.side else ""]
    if actor.protected:
        parts.append(_("protected"))
    parts += [isolated(one) for one in actor.names]
    second = " · ".join(filter(None, parts))
    return OverviewRow(str(actor.id), one_line(actor.name), second, Opens.DOCUMENT)
