"""Long work says how far it is, and stops when it is asked to."""

import threading
from collections.abc import Iterator

import pytest

from reviewer.domain.errors import Cancelled
from reviewer.workspace.jobs import PARTS_AHEAD, JobProgress, made_ahead

Told = tuple[int, int | None, str]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Told]:
    """Give a list of what was told, on a clock that moves a millisecond with each look."""
    moments = iter(range(10**6))
    monkeypatch.setattr(
        "reviewer.workspace.jobs.time.monotonic", lambda: 1000 + next(moments) / 1000
    )
    return []


def test_progress_is_told_at_most_ten_times_a_second_and_the_end_always(
    told: list[Told],
) -> None:
    progress = JobProgress(lambda *what: told.append(what))
    for done in range(201):
        progress.report(done, 200, "a page")
    assert told[0] == (0, 200, "a page")
    assert told[-1] == (200, 200, "a page")
    assert 2 <= len(told) <= 4


def test_a_job_that_was_asked_to_stop_stops_at_its_next_word(told: list[Told]) -> None:
    progress = JobProgress(lambda *what: told.append(what))
    progress.report(1)
    progress.stop_if_asked()
    progress.cancel()
    with pytest.raises(Cancelled, match="kept"):
        progress.report(2)
    with pytest.raises(Cancelled):
        progress.stop_if_asked()
    assert told == [(1, None, "")]


def test_parts_come_in_their_order_from_another_thread() -> None:
    makers: set[int] = set()

    def parts() -> Iterator[int]:
        for number in range(20):
            makers.add(threading.get_ident())
            yield number

    assert list(made_ahead(parts())) == list(range(20))
    assert len(makers) == 1
    assert threading.get_ident() not in makers


def test_no_more_parts_are_made_than_are_soon_wanted() -> None:
    made: list[int] = []

    def parts() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    ahead = made_ahead(parts())
    assert next(ahead) == 0
    ahead.close()
    assert len(made) <= 1 + PARTS_AHEAD


def test_what_making_a_part_raises_is_raised_after_those_before_it() -> None:
    def parts() -> Iterator[int]:
        yield 1
        yield 2
        raise Cancelled("Enough.")

    ahead = made_ahead(parts())
    assert [next(ahead), next(ahead)] == [1, 2]
    with pytest.raises(Cancelled, match="Enough"):
        next(ahead)
