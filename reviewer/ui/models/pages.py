"""Rows read by the page when they are shown, for lists too long to hold.

The ids are all in memory, in order: so the scroll bar is exact, a row's place is known by its id,
and a selection outlives a new order. The rows behind them are read 200 at a time and forgotten
again, the page used longest ago first.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from reviewer.domain.errors import ReviewerError

_LOG = logging.getLogger(__name__)

PAGE = 200
MOST_PAGES = 24
FEW = 20
"""Up to so many rows are read again one by one, more by their pages."""

Row = TypeVar("Row")
Read = Callable[[Sequence[int]], Mapping[int, Row]]


class PagedRows(Generic[Row]):
    """The rows of one list: ids in order, and a few pages of rows.

    ``read`` returns the rows of at most 200 ids, by id; those that are gone are left out. It is
    called when a row is asked for, never before.
    """

    def __init__(self, read: Read[Row], most_pages: int = MOST_PAGES) -> None:
        self._read = read
        self._most_pages = most_pages
        self._ids: list[int] = []
        self._places: dict[int, int] | None = None
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._stale: set[int] = set()

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> Sequence[int]:
        """All ids in order; not to be written to."""
        return self._ids

    def set_ids(self, ids: Iterable[int]) -> None:
        """Take other ids, or the same in another order; every page is read again when shown."""
        self._ids = list(ids)
        self._places = None
        self.forget()

    def row(self, index: int) -> Row | None:
        """Return the row at a place.

        ``None`` outside the list, and where the row is gone or damaged: a list shows what it can.
        """
        if not 0 <= index < len(self._ids):
            return None
        id_, page = self._ids[index], self._page(index // PAGE)
        if id_ in self._stale:
            self._stale.discard(id_)
            page.pop(id_, None)
            page.update(self._read_rows([id_]))
        return page.get(id_)

    def index_of(self, id_: int) -> int | None:
        """Return where an id stands, ``None`` when it is not in the list."""
        return self._by_id().get(id_)

    def refresh(self, ids: Iterable[int]) -> list[int]:
        """Read these rows again when they are next shown; returns their places in order.

        Ids that are not in the list are passed over.
        """
        places = self._by_id()
        found = {id_ for id_ in ids if id_ in places}
        touched = sorted(places[id_] for id_ in found)
        if len(found) <= FEW:
            self._stale |= {id_ for id_ in found if places[id_] // PAGE in self._pages}
        else:
            for page in {place // PAGE for place in touched}:
                self._pages.pop(page, None)
        return touched

    def forget(self) -> None:
        """Read every row again when it is next shown: something all of them show has changed."""
        self._pages.clear()
        self._stale.clear()

    def _by_id(self) -> dict[int, int]:
        if self._places is None:
            self._places = {id_: place for place, id_ in enumerate(self._ids)}
        return self._places

    def _page(self, number: int) -> dict[int, Row]:
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            page = self._pages[number] = self._read_rows(ids)
            self._stale.difference_update(ids)
            while len(self._pages) > self._most_pages:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page

    def _read_rows(self, ids: Sequence[int]) -> dict[int, Row]:
        """Read rows; where one is damaged, one by one, so that only that one is missing."""
        try:
            return dict(self._read(ids))
        except ReviewerError as problem:
            _LOG.warning("rows could not be read: %s", type(problem).__name__)
        rows: dict[int, Row] = {}
        for id_ in ids if len(ids) > 1 else ():
            try:
                rows.update(self._read([id_]))
            except ReviewerError:
                continue
        return rows


def runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Return places in order as runs from first to last, as a model announces changed rows."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
