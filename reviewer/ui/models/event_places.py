"""Where documents side by side speak of the same events: gathered once, asked while one scrolls."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate

from reviewer.domain.events import EventPlace
from reviewer.domain.spans import Span


class EventPlaces:
    """The places of some documents, each document's in order of place."""

    def __init__(self, places: Mapping[int, Sequence[EventPlace]]) -> None:
        self._of = {document: _Document(several) for document, several in places.items()}

    def events(self, document: int | None) -> frozenset[int]:
        """Return the events a document speaks of."""
        found = self._of.get(document or 0)
        return frozenset() if found is None else frozenset(found.by_event)

    def touching(
        self, document: int, span: Span, shared: frozenset[int], and_also: int | None = None
    ) -> list[EventPlace]:
        """Return the places on some of the ``shared`` events that touch a stretch of text.

        The passage ``and_also`` is among them wherever it stands.
        """
        of = self._of.get(document)
        if of is None:
            return []
        first, last = bisect_right(of.ends, span.start), bisect_left(of.starts, span.end)
        found = [one for one in of.places[first:last] if one.span.end > span.start]
        if all(one.passage != and_also for one in found):
            found += of.by_passage.get(and_also or 0, ())
        return [one for one in found if one.event in shared]

    def nearest(self, document: int, event: int, position: int) -> EventPlace | None:
        """Return the place on an event that is nearest to a code point in order of reading."""
        of = self._of.get(document)
        several = [] if of is None else of.by_event.get(event, [])
        return min(several, key=lambda one: abs(one.span.start - position), default=None)


class _Document:
    """The places of one document, so that none of them is looked at that is not meant."""

    def __init__(self, places: Sequence[EventPlace]) -> None:
        self.places = list(places)
        self.starts = [place.span.start for place in places]
        # The furthest end so far: they rise as the starts do.
        self.ends = list(accumulate((place.span.end for place in places), max))
        self.by_event = defaultdict[int, list[EventPlace]](list)
        self.by_passage = defaultdict[int, list[EventPlace]](list)
        for place in places:
            self.by_event[place.event].append(place)
            self.by_passage[place.passage].append(place)


def shared_by(
    places: EventPlaces, here: int | None, others: Iterable[int | None]
) -> frozenset[int]:
    """Return the events that a document and any of the others speak of."""
    return places.events(here) & frozenset[int]().union(*(places.events(one) for one in others))


def at_the_line(
    found: Iterable[EventPlace],
    line: float,
    extent: Callable[[Span], tuple[float, float]],
    event: int | None,
) -> EventPlace | None:
    """Return the place nearest to the line one reads at; of several there the innermost.

    Of several events of one passage the one that is followed already goes first.
    """

    def order(place: EventPlace) -> tuple[float, int, int, bool, int]:
        top, bottom = extent(place.span)
        away = max(top - line, line - bottom, 0.0)
        return away, -place.span.start, place.span.end, place.event != event, place.event

    return min(found, key=order, default=None)
