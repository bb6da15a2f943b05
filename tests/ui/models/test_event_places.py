"""Where documents speak of the same events, and which place is nearest."""

from hypothesis import given
from hypothesis import strategies as some

from reviewer.domain.events import EventPlace
from reviewer.domain.spans import Span
from reviewer.ui.models.event_places import EventPlaces, at_the_line, shared_by

HERE, THERE, ELSEWHERE = 1, 2, 3
RAID, FIRE = 7, 8


def place(start: int, end: int, event: int = RAID, passage: int = 0) -> EventPlace:
    return EventPlace(Span(start, end), event, passage or start + 1)


def extent(span: Span) -> tuple[float, float]:
    return float(span.start), float(span.end)


def test_events_are_shared_by_two_documents_at_least() -> None:
    places = EventPlaces({HERE: [place(0, 5), place(9, 12, FIRE)], THERE: [place(3, 8)]})
    assert shared_by(places, HERE, [THERE, None]) == {RAID}
    assert shared_by(places, HERE, [ELSEWHERE]) == frozenset()
    assert shared_by(places, None, [THERE]) == frozenset()


def test_the_nearest_place_on_the_event_is_given() -> None:
    places = EventPlaces({HERE: [place(0, 5), place(40, 45, FIRE), place(90, 95)]})
    assert places.nearest(HERE, RAID, 50) == place(90, 95)
    assert places.nearest(HERE, RAID, 44) == place(0, 5)
    assert places.nearest(HERE, 9, 0) is None
    assert places.nearest(THERE, RAID, 0) is None


def test_the_innermost_place_at_the_line_is_given_and_the_present_event_goes_first() -> None:
    outer, inner, far = place(0, 100), place(40, 60, FIRE), place(70, 80)
    assert at_the_line([outer, inner, far], 50, extent, None) == inner
    assert at_the_line([outer, far], 65, extent, None) == outer
    assert at_the_line([far], 50, extent, None) == far
    assert at_the_line([], 50, extent, None) is None
    both = [place(40, 60, RAID, 5), place(40, 60, FIRE, 5)]
    assert at_the_line(both, 50, extent, None) == both[0]
    assert at_the_line(both, 50, extent, FIRE) == both[1]


def test_the_passage_followed_last_is_among_them_wherever_it_stands() -> None:
    places = EventPlaces({HERE: [place(0, 5, passage=3), place(90, 95)]})
    events = frozenset({RAID})
    assert places.touching(HERE, Span(89, 91), events) == [place(90, 95)]
    assert places.touching(HERE, Span(89, 91), events, 3) == [place(90, 95), place(0, 5, passage=3)]
    assert places.touching(HERE, Span(0, 1), events, 3) == [place(0, 5, passage=3)]
    assert places.touching(HERE, Span(0, 1), frozenset()) == []
    assert places.touching(THERE, Span(0, 1), events) == []


@given(
    some.lists(some.tuples(some.integers(0, 60), some.integers(1, 60)), max_size=20),
    some.integers(0, 80),
    some.integers(1, 20),
)
def test_every_place_that_touches_is_found(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    several = sorted(place(one, one + many) for one, many in spans)
    found = EventPlaces({HERE: several}).touching(
        HERE, Span(start, start + length), frozenset({RAID})
    )
    assert found == [
        one for one in several if one.span.start < start + length and one.span.end > start
    ]
