"""The columns of a table: shown, hidden, moved and sized by the person, and remembered.

One column, the ``filler``, takes the room that the others leave, until the person gives it a width
of its own; it cannot be hidden.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from reviewer.environment.translation import _
from reviewer.ui.theme.growing import grown

Column = TypeVar("Column", bound=IntEnum)

_LEAST_SECTION = 28
_WIDEST = 4_000


@dataclass(frozen=True, slots=True)
class Width:
    """How wide a column is at least, and how wide it is where there is room for it."""

    least: int
    good: int = 0

    def now(self) -> "Width":
        """Return it as it is beside the letters of the window."""
        return Width(grown(self.least), grown(self.good))


class TableColumns(Generic[Column]):
    """Keeps the columns of ``table``; ``titles`` name them in the head's menu, untranslated.

    Those that are ``hidden`` are so until the person asks for them.
    """

    def __init__(
        self,
        table: QTableView,
        columns: type[Column],
        titles: Mapping[Column, str],
        widths: Mapping[Column, Width],
        filler: Column,
        hidden: Collection[Column] = (),
    ) -> None:
        self._table = table
        self._columns = columns
        self._titles = titles
        self._filler = filler
        self._natural = widths
        self._given: dict[Column, int] = {}
        self._hidden: set[Column] = set(hidden)
        self._held_back = False
        self._moving = False
        head = self.head
        head.setSectionsMovable(True)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(_LEAST_SECTION)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.setAccessibleName(_("Columns"))
        head.customContextMenuRequested.connect(self._open_menu)
        head.sectionResized.connect(self._resized)

    @property
    def head(self) -> QHeaderView:
        """The table's head."""
        return self._table.horizontalHeader()

    def hold_back(self, *, alone: bool) -> None:
        """Show the filler alone and no head, or all columns again."""
        self._held_back = alone
        self.head.setVisible(not alone)
        self.lay_out()

    def lay_out(self) -> None:
        """Give every column its width, and the filler the rest of the room."""
        shown = {self._filler} if self._held_back else set(self._columns) - self._hidden
        widths = self._fitted(shown)
        self._moving = True
        try:
            for column in self._columns:
                self.head.setSectionHidden(column, column not in shown)
                if column in shown:
                    self.head.resizeSection(column, widths[column])
        finally:
            self._moving = False

    def is_shown(self, column: Column) -> bool:
        """Say whether the person wants to see a column."""
        return column not in self._hidden

    def show(self, column: Column, *, shown: bool) -> None:
        """Show or hide a column; the filler stays."""
        if column is self._filler:
            return
        (self._hidden.discard if shown else self._hidden.add)(column)
        self.lay_out()

    def menu(self) -> QMenu:
        """Return a menu that shows and hides the columns."""
        menu = QMenu(self._table)
        menu.setAccessibleName(_("Columns"))
        for column in self._in_order():
            action = QAction(_(self._titles[column]), menu)
            action.setCheckable(True)
            action.setChecked(self.is_shown(column))
            action.setEnabled(column is not self._filler)
            action.toggled.connect(self._shower(column))
            menu.addAction(action)
        return menu

    def state(self) -> list[dict[str, object]]:
        """Return order, widths and visibility as what JSON can hold."""
        return [
            {
                "column": column.name.lower(),
                "shown": self.is_shown(column),
                "width": self._given.get(column),
            }
            for column in self._in_order()
        ]

    def restore(self, state: object) -> None:
        """Take up what ``state`` gave; what is not understood is passed over."""
        if not isinstance(state, Sequence) or isinstance(state, str):
            return
        known = {column.name.lower(): column for column in self._columns}
        place = 0
        for entry in state:
            column = known.pop(str(entry.get("column")), None) if isinstance(entry, dict) else None
            if column is None:
                continue
            self.head.moveSection(self.head.visualIndex(column), place)
            place += 1
            self._take_up(column, entry)
        self.lay_out()

    def _take_up(self, column: Column, entry: Mapping[str, object]) -> None:
        if entry.get("shown") is False and column is not self._filler:
            self._hidden.add(column)
        else:
            self._hidden.discard(column)
        width = entry.get("width")
        if isinstance(width, int) and _LEAST_SECTION <= width <= _WIDEST:
            self._given[column] = width

    def _fitted(self, shown: set[Column]) -> dict[Column, int]:
        """Return a width for each column shown: the least, then what is good, the rest for one."""
        natural = {column: self._natural[column].now() for column in shown}
        least = {column: self._given.get(column, natural[column].least) for column in shown}
        room = self._table.viewport().width() - sum(least.values())
        for column in sorted(shown, key=lambda one: one is not self._filler):
            more = min(max(0, natural[column].good - least[column]), max(0, room))
            if column not in self._given:
                least[column] += more
                room -= more
        if self._held_back:
            return {self._filler: self._table.viewport().width()}
        if self._filler not in self._given:
            least[self._filler] += max(0, room)
        return least

    def _resized(self, section: int, _old: int, width: int) -> None:
        """Remember a width the person gave; widths given here are no news."""
        if self._moving or self._held_back or width == 0:
            return
        column = self._columns(section)
        self._given[column] = width
        if column is not self._filler:
            self.lay_out()

    def _in_order(self) -> list[Column]:
        return [self._columns(self.head.logicalIndex(place)) for place in range(len(self._columns))]

    def _shower(self, column: Column) -> Callable[[bool], None]:
        return lambda shown: self.show(column, shown=shown)

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.head.mapToGlobal(place))
