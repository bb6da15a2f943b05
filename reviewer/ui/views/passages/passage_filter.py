"""The bar over the passages table: words as one types, what to filter by, and how many are left."""

import logging
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.snapshot import PassageFilter
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.models.checks import (
    AGAIN,
    NOBODY,
    check_offer,
    checkers,
    ticks_of,
    without_contradiction,
)
from reviewer.ui.models.choices import Choice, analyst_offer, document_offer
from reviewer.ui.models.record_offers import (
    FOLLOW_UP,
    UNCONFIRMED,
    actor_offer,
    detail_offer,
    detail_ticks,
    event_offer,
    kinds_of,
)
from reviewer.ui.models.tags import tag_offer
from reviewer.ui.theme import spacing
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.documents.document_filter import FilterField
from reviewer.ui.views.passages.filter_menus import FilterMenu
from reviewer.ui.views.passages.tag_chips import Chip, ChipRow
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

_LOG = logging.getLogger(__name__)

MOST_CHIPS_A_KIND = 4


class PassageFilterBar(QWidget):
    """Puts a ``PassageFilter`` together."""

    changed = Signal()
    left = Signal()  # the keys shall go on to the list

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._tags = FilterMenu("tags", _("Tag"), tag_offer(workspace))
        self._documents = FilterMenu("documents", _("Document"), document_offer(workspace))
        self._analysts = FilterMenu("analysts", _("Analyst"), analyst_offer(workspace))
        self._checks = FilterMenu("checks", _("Checks"), check_offer(workspace))
        self._details = FilterMenu("details", _("Details"), detail_offer(workspace))
        self._events = FilterMenu("events", _("Event"), event_offer(workspace))
        self._actors = FilterMenu("actors", _("Actor"), actor_offer(workspace))
        self._menus = (
            *(self._tags, self._documents, self._details, self._events, self._actors),
            *(self._analysts, self._checks),
        )
        self._ticks: tuple[int, ...] = ()
        self._quiet = False
        self._told = PassageFilter()
        self.field = self._field()
        self._count = QLabel()
        set_role(self._count, "muted")
        self._chips = ChipRow()
        self._chips.removed.connect(self._take_off)
        clear = QPushButton(_("Clear all"))
        clear.setFlat(True)
        clear.setFixedHeight(24)
        clear.setStyleSheet("padding: 0 8px;")
        clear.clicked.connect(self.clear)
        self._chips.set_last(clear)
        self._checks.ticked.connect(self._settle_checks)
        for menu in self._menus:
            menu.ticked.connect(self._tell)
        self._lay_out()
        self._show_chips()

    def filter(self) -> PassageFilter:
        """Return what is to be shown."""
        chosen = {menu.kind: menu.chosen for menu in self._menus}
        return _filter(chosen, " ".join(self.field.text().split()))

    def show_count(self, shown: int, total: int) -> None:
        """Say how many passages are shown, of how many."""
        words = _("{shown} of {total} shown").format(shown=f"{shown:,}", total=f"{total:,}")
        self._count.setText(words)
        self._count.setAccessibleName(words)

    def show_filter(self, wanted: PassageFilter) -> None:
        """Show what fits this filter."""
        self._set(wanted)

    def clear(self) -> None:
        """Show everything."""
        self._set(PassageFilter())
        self.field.setFocus()

    def add_tool(self, widget: QWidget) -> None:
        """Put a tool at the end of the bar."""
        self._row.addWidget(widget)

    def refresh(self) -> None:
        """Let go of what is gone from the project, and show names as they are now."""
        now = self.filter()
        try:
            kept = {menu.kind: tuple(one.id for one in menu.names()) for menu in self._menus}
        except ReviewerError as problem:
            _LOG.warning("a filter could not be refreshed: %s", type(problem).__name__)
            return
        self._set(_filter(kept, now.words))
        self._show_chips()

    def state(self) -> dict[str, object]:
        """Return the filter as what JSON can hold."""
        lists = {menu.kind: list(menu.chosen) for menu in self._menus}
        return {"words": self.field.text(), **lists}

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up what ``state`` gave; what is not understood or gone is passed over."""
        words, kept = state.get("words"), dict[str, tuple[int, ...]]()
        for menu in self._menus:
            found = state.get(menu.kind)
            kept[menu.kind] = tuple(
                one for one in (found if isinstance(found, list) else []) if isinstance(one, int)
            )
        self._set(_filter(kept, words if isinstance(words, str) else ""))
        self.refresh()

    def type(self, letters: str) -> None:
        """Take up letters that were typed elsewhere."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.end(False)  # noqa: FBT003 - the name of the flag is not in Qt's binding
        self.field.insert(letters)

    def _field(self) -> FilterField:
        field = FilterField(_("Words in passages and notes"))
        field.setAccessibleName(_("Filter by words"))
        field.setMinimumWidth(150)
        field.setMaximumWidth(420)
        field.settled.connect(self._tell)
        field.down_pressed.connect(self.left)
        field.enter_pressed.connect(self.left)
        return field

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setSpacing(spacing.TINY)
        self._row.addWidget(self.field, 10)
        self._row.addSpacing(spacing.TINY)
        menus = FlowingRow(spacing.TINY)
        menus.put(self._menus)
        self._row.addWidget(menus, 24)
        self._row.addWidget(self._count)
        layout = QVBoxLayout(self)
        inset(layout, spacing.LARGE, spacing.SMALL, spacing.SMALL, spacing.SMALL)
        layout.setSpacing(spacing.SMALL)
        layout.addLayout(self._row)
        layout.addWidget(self._chips)

    def _set(self, wanted: PassageFilter) -> None:
        """Show a filter in all parts at once, and tell it once."""
        self._quiet = True
        try:
            self.field.setText(wanted.words)
            self._tags.choose(wanted.tags)
            self._documents.choose(wanted.documents)
            self._analysts.choose(wanted.analysts)
            self._checks.choose(ticks_of(wanted))
            self._details.choose(detail_ticks(wanted))
            self._events.choose(wanted.events)
            self._actors.choose(wanted.actors)
        finally:
            self._quiet = False
        self._tell()

    def _settle_checks(self) -> None:
        """Take off what can hold of no passage together with what was ticked last."""
        before, self._ticks = self._ticks, self._checks.chosen
        self._checks.choose(without_contradiction(before, self._checks.chosen))
        self._ticks = self._checks.chosen

    def _tell(self) -> None:
        now = self.filter()
        if self._quiet or now == self._told:
            return
        self._told = now
        self._show_chips()
        self.changed.emit()

    def _show_chips(self) -> None:
        chips = [chip for menu in self._menus for chip in self._chips_of(menu)]
        self._chips.show_chips(chips)

    def _chips_of(self, menu: FilterMenu) -> list[Chip]:
        try:
            found = menu.names()
        except ReviewerError:
            found = []
        if len(found) > MOST_CHIPS_A_KIND:
            return [Chip(menu.kind, menu.chosen, _many(menu.kind, len(found)))]
        return [Chip(menu.kind, (one.id,), _words(one, menu.kind), one.colour) for one in found]

    def _take_off(self, chip: Chip) -> None:
        for menu in self._menus:
            if menu.kind == chip.kind:
                menu.choose(set(menu.chosen) - set(chip.ids))

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in an empty field comes here: it clears the rest, and then goes to the list."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filter() != PassageFilter():
            self.clear()
        else:
            self.left.emit()


def _filter(kept: Mapping[str, tuple[int, ...]], words: str) -> PassageFilter:
    checks, details = kept["checks"], kept["details"]
    return PassageFilter(
        kept["documents"],
        kept["tags"],
        kept["analysts"],
        words,
        another_look=AGAIN in checks,
        nobody_checked=NOBODY in checks,
        checked_by=checkers(checks),
        records=kinds_of(details),
        events=kept["events"],
        actors=kept["actors"],
        unconfirmed=UNCONFIRMED in details,
        follow_up=FOLLOW_UP in details,
    )


def _words(choice: Choice, kind: str) -> str:
    if kind == "documents":
        return f"{choice.label} {isolated(choice.name)}"
    return isolated(choice.name)


def _many(kind: str, count: int) -> str:
    return _COUNTED[kind](count)


_COUNTED: Mapping[str, Callable[[int], str]] = {
    "tags": lambda count: counted("{count} tag", "{count} tags", count),
    "documents": lambda count: counted("{count} document", "{count} documents", count),
    "analysts": lambda count: counted("{count} analyst", "{count} analysts", count),
    "checks": lambda count: counted("{count} check", "{count} checks", count),
    "details": lambda count: counted("{count} detail", "{count} details", count),
    "events": lambda count: counted("{count} event", "{count} events", count),
    "actors": lambda count: counted("{count} actor", "{count} actors", count),
}
