"""The way back: where one was before each jump, to a search hit, a passage, another document."""

from collections.abc import Callable
from typing import NamedTuple

from reviewer.ui.desk import PageName
from reviewer.ui.models.reading_places import ReadingPlace

MOST_SPOTS = 100


class Spot(NamedTuple):
    """A place of the top row, and where one was in the document of the pane with the keys."""

    page: PageName
    document: int | None = None
    place: ReadingPlace | None = None


class Trail:
    """Spots one behind the other; going back takes them away."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []

    def leave(self, spot: Spot) -> None:
        """Keep where one was before a jump; the same spot twice is one."""
        if self._spots[-1:] != [spot]:
            self._spots = [*self._spots, spot][-MOST_SPOTS:]

    def back(self, here: Spot, is_there: Callable[[int], bool]) -> Spot | None:
        """Return where to go back to, ``None`` at the beginning of the way.

        What one has not left, and documents that are gone, are passed over.
        """
        while self._spots:
            spot = self._spots.pop()
            if spot.document is None and spot.page is not here.page:
                return spot
            if spot.document is not None and spot != here and is_there(spot.document):
                return spot
        return None
