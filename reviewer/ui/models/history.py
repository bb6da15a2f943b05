"""The history as a list: steps, newest first, under the days they were made on.

All ids are in memory and steps are read by the page. Where a day begins is found by asking for a
few steps and halving, and a search reads page after page; both go on in slices of a few
milliseconds while the list is already shown, from the newest step to the oldest.
"""

import logging
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from time import perf_counter

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.folding import fold
from reviewer.domain.steps import STOPPED, News, Step, StepKind
from reviewer.environment.clock import exact_time, local_day, local_time, now
from reviewer.environment.translation import N_, _, filled
from reviewer.ui.bridge import Bridge
from reviewer.ui.guard import guard
from reviewer.ui.models import ID_ROLE, RAW_ROLE, ROW_ROLE
from reviewer.ui.models.changes import field_label
from reviewer.ui.models.dates import spelled
from reviewer.ui.models.pages import PAGE, PagedRows
from reviewer.ui.wording import isolated, isolated_values, tip
from reviewer.workspace.history import History
from reviewer.workspace.project import Workspace

_LOG = logging.getLogger(__name__)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SLICE_SECONDS = 0.006
_SECONDS_BETWEEN_MATCHES = 0.15  # each showing costs a repaint

_TURNED: Mapping[StepKind, str] = {
    StepKind.UNDO: N_("Undo: {step}"),
    StepKind.REDO: N_("Redo: {step}"),
}


@dataclass(frozen=True, slots=True)
class Day:
    """A heading over the steps of one day, ``2026-11-14`` where the person sits."""

    iso: str


def what(step: Step) -> str:
    """Return what a step did, in the person's language, names isolated."""
    words = filled(step.words, isolated_values(_arguments(step)))
    if "interrupted" in step.arguments:
        words = _("{step} (not finished)").format(step=words)
    if STOPPED in step.arguments:
        return _("{step} (stopped, and taken back)").format(step=words)
    turned = _TURNED.get(step.kind)
    return words if turned is None else _(turned).format(step=words)


def day_words(iso: str) -> str:
    """Return a day as a heading: today, yesterday, or the date."""
    today = date.fromisoformat(local_day(now()))
    if iso == today.isoformat():
        return _("Today")
    if iso == (today - timedelta(days=1)).isoformat():
        return _("Yesterday")
    return spelled(iso)


def day_starts(count: int, day_of: Callable[[int], str]) -> Iterator[tuple[int, str]]:
    """Give where each day begins in a list that is in order of time, and which day it is.

    Asks ``day_of`` a few times a day, not once an entry. An entry whose day cannot be told
    (empty) belongs to the day before it in the list.
    """
    position = 0
    while position < count:
        day = day_of(position)
        yield position, day
        inside, stride = position, 1
        while inside + stride < count and day_of(inside + stride) in (day, ""):
            inside, stride = inside + stride, stride * 2
        outside = min(count, inside + stride)
        while outside - inside > 1:
            middle = (inside + outside) // 2
            if day_of(middle) in (day, ""):
                inside = middle
            else:
                outside = middle
        position = outside


class HistoryModel(QAbstractListModel):
    """Steps and the headings of their days, as rows."""

    counted = Signal()  # more is known of how many steps there are, or that the search has ended

    def __init__(self, workspace: Workspace, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: History = workspace.history
        self._rows = PagedRows[Step](self._listed)
        self._starts: list[int] = []
        self._heads: list[int] = []
        self._days: list[str] = []
        self._sought: tuple[str, ...] = ()
        self._passage: int | None = None
        self._awake = False
        self._behind = True
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        bridge.changed.connect(self._follow)

    @property
    def busy(self) -> bool:
        """Whether days or matches are still being looked for."""
        return self._work is not None

    def count(self) -> int:
        """Return how many steps are listed, headings aside."""
        return len(self._rows)

    def set_awake(self, *, awake: bool) -> None:
        """Say whether the list is looked at; it catches up when it is again."""
        self._awake = awake
        if awake and self._behind:
            self.ask_again()

    def set_filter(self, words: str, passage: int | None) -> None:
        """Show the steps that say all these words, or that touched this passage."""
        sought = tuple(fold(words).split())
        if (sought, passage) != (self._sought, self._passage):
            self._sought, self._passage = sought, passage
            self.ask_again()

    def step_at(self, row: int) -> Step | None:
        """Return the step in a row, ``None`` for a heading and outside."""
        position = self._position(row)
        return None if position is None else self._rows.row(position)

    def row_of(self, step: int) -> int | None:
        """Return the row of a step, ``None`` when it is not listed."""
        position = self._rows.index_of(step)
        return None if position is None else self._row(position)

    def is_heading(self, row: int) -> bool:
        """Say whether a row is the heading of a day."""
        return self._position(row) is None

    def headings(self) -> list[int]:
        """Return the rows that are headings."""
        return list(self._heads)

    def ask_again(self) -> None:
        """Ask for the steps, from the beginning."""
        if not self._awake:
            self._behind = True
            return
        try:
            ids = self._ids()
        except ReviewerError as problem:
            _LOG.warning("the history could not be listed: %s", type(problem).__name__)
            return
        self._behind = False
        self.beginResetModel()
        self._starts, self._heads, self._days = [], [], []
        self._rows.set_ids([] if self._sought else ids)
        self.endResetModel()
        self._work = self._search(ids) if self._sought else self._divide()
        self._timer.start()
        self._go_on()

    def _ids(self) -> list[int]:
        if self._passage is None:
            return self._history.ids()
        return self._history.about_passage(self._passage)

    def _listed(self, ids: Sequence[int]) -> dict[int, Step]:
        return {step.id: step for step in self._history.listed(ids)}

    def _go_on(self) -> None:
        """Look for days or matches for a few milliseconds."""
        until = perf_counter() + _SLICE_SECONDS
        while self._work is not None and perf_counter() < until:
            try:
                next(self._work)
            except StopIteration:
                self._work = None
        if self._work is None:
            self._timer.stop()
        self.counted.emit()

    def _divide(self) -> Iterator[None]:
        for position, day in day_starts(len(self._rows), self._day_of):
            self._add_heading(position, day)
            yield

    def _search(self, ids: list[int]) -> Iterator[None]:
        found: list[Step] = []
        shown_at = 0.0
        for first in range(0, len(ids), PAGE):
            steps = self._steps(ids[first : first + PAGE])
            found += [step for step in steps if _says(step, self._sought)]
            if found and perf_counter() - shown_at >= _SECONDS_BETWEEN_MATCHES:
                self._append(found)
                found, shown_at = [], perf_counter()
            yield
        if found:
            self._append(found)

    def _steps(self, ids: list[int]) -> list[Step]:
        """Return steps newest first; where one is damaged, the others."""
        try:
            return self._history.listed(ids)
        except ReviewerError:
            return [] if len(ids) == 1 else [one for id_ in ids for one in self._steps([id_])]

    def _append(self, steps: Sequence[Step]) -> None:
        """Put matches at the end, with the headings of the days that begin among them."""
        headings: list[tuple[int, str]] = []
        last = self._days[-1] if self._days else ""
        for position, step in enumerate(steps, start=len(self._rows)):
            day = local_day(step.at)
            if day != last:
                headings.append((position, day))
                last = day
        row = self.rowCount()
        self.beginInsertRows(_ROOT, row, row + len(steps) + len(headings) - 1)
        self._rows.set_ids([*self._rows.ids, *(step.id for step in steps)])
        for position, day in headings:
            self._note_heading(position, day)
        self.endInsertRows()

    def _add_heading(self, position: int, day: str) -> None:
        row = position + len(self._starts)
        self.beginInsertRows(_ROOT, row, row)
        self._note_heading(position, day)
        self.endInsertRows()

    def _note_heading(self, position: int, day: str) -> None:
        self._heads.append(position + len(self._starts))
        self._starts.append(position)
        self._days.append(day)

    def _day_of(self, position: int) -> str:
        steps = self._steps([self._rows.ids[position]])
        return local_day(steps[0].at) if steps else ""

    def _follow(self, news: News) -> None:
        steps = self._steps([news.step]) if self._awake else []
        simple = not (self._sought or self._passage or self.busy or self._behind)
        if not self._awake or not steps or not simple or steps[0].group:
            self.ask_again()
            return
        self._put_on_top(steps[0])
        turned = [] if steps[0].of is None else self._rows.refresh([steps[0].of])
        for position in turned:
            index = self.index(self._row(position))
            self.dataChanged.emit(index, index)

    def _put_on_top(self, step: Step) -> None:
        day = local_day(step.at)
        new_day = not self._days or self._days[0] != day
        self.beginInsertRows(_ROOT, 0 if new_day else 1, 1)
        self._rows.set_ids([step.id, *self._rows.ids])
        later = [start + 1 for start in self._starts[not new_day :]]
        self._starts = [0, *later]
        self._days = [day, *self._days] if new_day else self._days
        self._heads = [start + number for number, start in enumerate(self._starts)]
        self.endInsertRows()
        self.counted.emit()

    def _position(self, row: int) -> int | None:
        """Return which step stands in a row, ``None`` for a heading."""
        before = bisect_right(self._heads, row)
        if before and self._heads[before - 1] == row:
            return None
        return row - before

    def _row(self, position: int) -> int:
        return position + bisect_right(self._starts, position)

    @override
    @guard(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows) + len(self._starts)

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        position = self._position(index.row())
        if position is None:
            return _head_data(self._days[bisect_right(self._heads, index.row()) - 1], role)
        if role == ID_ROLE:
            return self._rows.ids[position]
        serve = _SERVED.get(role)
        step = None if serve is None else self._rows.row(position)
        if serve is None or step is None:
            unreadable = role == Qt.ItemDataRole.DisplayRole
            return _("This change cannot be read.") if unreadable else None
        return serve(step)

    @override
    @guard(fallback=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._position(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        kinds = Qt.ItemFlag
        return kinds.ItemIsEnabled | kinds.ItemIsSelectable | kinds.ItemNeverHasChildren


def _head_data(day: str, role: int) -> object:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return day_words(day)
    return Day(day) if role in (ROW_ROLE, RAW_ROLE) else None


def _arguments(step: Step) -> dict[str, object]:
    """Return what fills a step's words, with schema words as a person reads them."""
    arguments = dict(step.arguments)
    if isinstance(arguments.get("field"), str):
        arguments["field"] = field_label(str(arguments["field"]))
    if isinstance(arguments.get("status"), str):
        arguments["status"] = _(str(arguments["status"]))
    return arguments


def _says(step: Step, sought: Sequence[str]) -> bool:
    turned = _(_TURNED.get(step.kind, ""))
    said = fold(f"{turned} {filled(step.words, _arguments(step))} {step.analyst_name}")
    return all(word in said for word in sought)


def _accessible(step: Step) -> str:
    parts = [what(step), isolated(step.analyst_name), local_time(step.at)]
    if step.undone:
        parts.append(_("undone"))
    return _(", ").join(parts)


def _tip(step: Step) -> str:
    at = f"{local_time(step.at)} · {exact_time(step.at)}"
    return tip(what(step), isolated(step.analyst_name), at)


_SERVED: Mapping[int, Callable[[Step], object]] = {
    Qt.ItemDataRole.DisplayRole: what,
    Qt.ItemDataRole.AccessibleTextRole: _accessible,
    Qt.ItemDataRole.ToolTipRole: _tip,
    RAW_ROLE: lambda step: step.at,
    ROW_ROLE: lambda step: step,
}
