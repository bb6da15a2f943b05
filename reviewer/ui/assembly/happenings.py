"""Events and comparing, put together: their places, their keys, and what is connected to what.

The parts do not know each other. Here a key pressed in rows or grid runs its command, a passage
that is opened is shown in its document, and several are shown side by side.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands import Command, Scope
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.events import change
from reviewer.ui.commands.figures import save_picture
from reviewer.ui.commands.keys import key_name
from reviewer.ui.commands.registry import command, commands_in_use
from reviewer.ui.desk import Context, PageName
from reviewer.ui.guard import guard
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.events.comparison import ComparePage
from reviewer.ui.views.events.deed_button import deed_button
from reviewer.ui.views.events.events import EventsPage
from reviewer.ui.views.events.figure_chart import FigureChart, SentPicture
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.frame.remembered import entries, moderate
from reviewer.ui.views.frame.running import attempt
from reviewer.workspace.project import Workspace

STATE = "happenings"
_IN_TABLES = ("event.make", "event.put_last")
"""Commands of a pane whose keys act on passages chosen in a table, too."""

_DEEDS = ("question.ask", "question.work_with", "answer.put_under", "answer.nothing")
_EVENT_MENU = (
    "answer.show",
    "",
    "answer.put_under",
    "answer.take_out",
    "answer.nothing",
    "answer.not_checked",
    "",
    "question.ask",
    "question.change",
    "question.up",
    "question.down",
    "question.work_with",
    "rating.question",
    "",
    "event.nest",
    "event.compare",
    "event.remove",
)
_GRID_MENU = (
    "compare.read",
    "compare.document",
    "compare.questions",
    "compare.event",
    "",
    "compare.nothing",
    "compare.not_checked",
    "",
    "compare.copy",
)


class Happenings(QObject):
    """The two places, connected to the desk."""

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        view: DeskView,
        context: Context,
        actions: CommandActions,
        theme: Theme,
    ) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self._context = context
        self._actions = actions
        buttons: list[QWidget] = [self._button(identity) for identity in _DEEDS]
        buttons.append(self._button("event.compare"))
        chart = FigureChart(theme)
        self.events = EventsPage(
            workspace, bridge, partial(self._runs, Scope.EVENTS), buttons, chart
        )
        self.compare = ComparePage(workspace, bridge, partial(self._runs, Scope.COMPARE))
        chart.passage_wanted.connect(view.show_passage)
        chart.save_wanted.connect(self._save_picture)
        view.places.add(PageName.EVENTS, self.events)
        view.places.add(PageName.COMPARE, self.compare)
        view.passages.table.installEventFilter(self)
        self._connect()
        attempt(self._bring_back)

    def save(self) -> None:
        """Remember with the project which events are shown and compared, and what filters them."""
        self._workspace.remember(
            STATE, {"events": self.events.kept(), "compare": self.compare.kept()}
        )

    def _bring_back(self) -> None:
        kept = entries(moderate(entries(self._workspace.remembered(STATE))))
        self.events.bring_back(entries(kept.get("events")))
        self.compare.bring_back(entries(kept.get("compare")))

    def _save_picture(self, sent: SentPicture) -> None:
        self._actions.safely(lambda: save_picture(self._context, sent))

    def side_by_side(self, passages: Sequence[int]) -> None:
        """Show passages in panes beside each other, the first with the keys, each raised.

        Panes are made where there are too few. Raises ``NotFound`` for a passage that is gone.
        """
        found = [self._workspace.passages.get(one) for one in passages]
        panes = self._view.panes
        panes.leaving.emit()
        if panes.count() < len(found):
            panes.split(len(found))
        for pane, passage in zip(panes.panes(), found, strict=False):
            pane.show_document(passage.document)
            pane.show_passage(passage)
        panes.panes()[0].take_keys()

    def _button(self, identity: str) -> QWidget:
        one = command(identity)
        button = deed_button(_(one.short or one.title), one.icon)
        button.setObjectName(identity)
        button.setToolTip(self._actions.action(identity).toolTip())
        button.clicked.connect(partial(self._run, identity))
        return button

    def _connect(self) -> None:
        events, compare = self.events, self.compare
        events.written.connect(self._write)
        events.parent_wanted.connect(partial(self._run, "event.nest"))
        events.new_wanted.connect(partial(self._run, "event.new"))
        events.remove_wanted.connect(partial(self._run, "event.remove"))
        events.open_wanted.connect(partial(self._run, "answer.show"))
        events.dropped.connect(self._drop)
        events.command_wanted.connect(partial(self._press, Scope.EVENTS))
        events.chosen_changed.connect(self._view.context_changed)
        events.menu_wanted.connect(partial(self._menu, _EVENT_MENU))
        events.failed.connect(self._context.prompts.tell)
        compare.command_wanted.connect(partial(self._press, Scope.COMPARE))
        compare.read_wanted.connect(partial(self._run, "compare.read"))
        compare.side_by_side_wanted.connect(self._read)
        compare.events_wanted.connect(partial(self._run, "view.events"))
        compare.chosen_changed.connect(self._view.context_changed)
        compare.menu_wanted.connect(partial(self._menu, _GRID_MENU))
        compare.failed.connect(self._context.prompts.tell)

    def _read(self, passages: Sequence[int]) -> None:
        self._actions.safely(lambda: self.side_by_side(passages))

    def _write(self, event: int, values: dict[str, object]) -> None:
        self._actions.safely(lambda: change(self._context, event, values))

    def _drop(self, placed: list[tuple[int, int | None]], question: int | None) -> None:
        event = self.events.event_shown()
        if event is not None:
            self._actions.safely(lambda: self._workspace.events.move(placed, event, question))

    def _run(self, identity: str, *_arguments: object) -> None:
        """Run a command as things stand now, not as its action shows them."""
        self._actions.run(command(identity))

    def _found(self, scope: Scope, key: str) -> Command | None:
        found = commands_in_use(self._context.settings)
        return next((one for one in found if one.scope is scope and key in one.shortcuts), None)

    def _runs(self, scope: Scope, key: str) -> bool:
        return self._found(scope, key) is not None

    def _press(self, scope: Scope, key: str) -> None:
        found = self._found(scope, key)
        if found is not None:
            self._actions.run(found)

    def _menu(self, identities: Sequence[str], where: QPoint) -> None:
        menu = self._actions.menu(identities, self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys of events act on the passages chosen in the table."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        name = key_name(event)
        for one in commands_in_use(self._context.settings):
            if one.id in _IN_TABLES and name in one.shortcuts and one.enabled(self._context):
                self._actions.run(one)
                return True
        return False
