"""Long work says how far it is, and stops when it is asked to."""

import threading
from collections.abc import Iterator

import pytest

from reviewer.domain.errors import Cancelled
from reviewer.workspace.jobs import JobProgress, made_ahead

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

    def parts() -> Iterator[str]:
        for number in range(20):
            makers.add(threading.get_ident())
            yield "x" * number

    assert list(made_ahead(parts(), len, 5)) == ["x" * number for number in range(20)]
    assert len(makers) == 1
    assert threading.get_ident() not in makers


@pytest.mark.parametrize(("most", "waiting"), [(0, 1), (3, 3), (4, 4)])
def test_what_waits_is_never_more_than_may_or_a_single_part(most: int, waiting: int) -> None:
    made: list[int] = []
    held_back = threading.Event()

    def parts() -> Iterator[str]:
        for number in range(100):
            made.append(number)
            if number == waiting + 1:
                held_back.set()
            yield "x"

    ahead = made_ahead(parts(), len, most)
    assert next(ahead) == "x"
    assert held_back.wait(10)
    assert next(ahead) == "x"
    ahead.close()
    assert len(made) <= waiting + 3


def test_what_making_a_part_raises_is_raised_after_those_before_it() -> None:
    def parts() -> Iterator[str]:
        yield "one"
        yield "two"
        raise Cancelled("Enough.")

    ahead = made_ahead(parts(), len, 100)
    assert [next(ahead), next(ahead)] == ["one", "two"]
    with pytest.raises(Cancelled, match="Enough"):
        next(ahead)
