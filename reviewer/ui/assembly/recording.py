"""From what is typed and confirmed in the card of a record to operations, and to the text."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from reviewer.domain.actors import ChainMember
from reviewer.domain.errors import ReviewerError
from reviewer.domain.spans import Span
from reviewer.environment.settings import FIELD_NAMES, MORE_FIELDS, Settings
from reviewer.ui.views.details.record_card import Entering
from reviewer.ui.views.frame.desk import DeskView
from reviewer.workspace.project import Workspace

Safely = Callable[[Callable[[], object]], bool]
"""Does something a person asked for, tells what goes wrong, and says whether it was done."""


class Recording(QObject):
    """Connects the card of an open project; implements ``record_parts.RecordingPart``."""

    actor_wanted = Signal(int)  # somebody is to be shown in the register

    def __init__(
        self,
        workspace: Workspace,
        view: DeskView,
        settings: Settings,
        safely: Safely,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view = view
        self._settings = settings
        self._safely = safely
        self._last: tuple[ChainMember, ...] = ()
        card = view.details.card.record
        card.entering.connect(self._enter)
        card.pointed.connect(self._point_out)
        card.more_changed.connect(self._keep_more)
        card.actor_wanted.connect(self.actor_wanted)
        settings.follow(self._follow_settings)
        card.set_standard(standard=settings.text(FIELD_NAMES) == "standard")
        card.set_more(more=settings.flag(MORE_FIELDS))

    def last_chain(self) -> tuple[ChainMember, ...]:
        """Return who said so of the record that was confirmed or entered last."""
        return self._last

    def remember(self, passages: Sequence[int]) -> None:
        """Keep who says so of the last of these, now that it is confirmed.

        Words of caution belong to where they stand, and so do words that an actor was printed in.
        """
        for passage in passages[-1:]:
            try:
                members = self._workspace.records.of(passage).entered.get("chain")
            except ReviewerError:
                return
            if isinstance(members, tuple) and members:
                self._last = tuple(
                    ChainMember(one.actor, "" if one.actor is not None else one.printed)
                    for one in members
                )

    def _enter(self, wish: Entering) -> None:
        wish.saved = self._safely(partial(self._entered, wish))

    def _entered(self, wish: Entering) -> None:
        records = self._workspace.records
        if wish.values or wish.own:
            records.enter(wish.passage, wish.values, own=wish.own, confirm=wish.confirm)
        elif wish.confirm:
            records.confirm([wish.passage])
        self.remember([wish.passage])

    def _point_out(self, span: Span) -> None:
        pane = self._view.panes.focused()
        if pane.document is not None and pane.chosen_passage() == self._view.details.card.passage:
            pane.reader.point_out(span)

    def _keep_more(self, more: bool) -> None:
        self._settings.set(MORE_FIELDS, more)

    def _follow_settings(self, keys: frozenset[str]) -> None:
        if FIELD_NAMES.key in keys and isValid(self._view):
            standard = self._settings.text(FIELD_NAMES) == "standard"
            self._view.details.card.record.set_standard(standard=standard)
