"""Long work says how far it is, and stops when it is asked to."""

import pytest

from reviewer.domain.errors import Cancelled
from reviewer.workspace.jobs import JobProgress

Told = tuple[int, int | None, str]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Told]:
    """Give a list of what was told, on a clock that moves a millisecond with each look."""
    moments = iter(range(10**6))
    monkeypatch.setattr(
        "reviewer.workspace.jobs.time.monotonic", lambda: 1000 + next(moments) / 1000
    )
    return []


def test_progress_is_told_at_most_twenty_times_a_second_and_the_end_always(
    told: list[Told],
) -> None:
    progress = JobProgress(lambda *what: told.append(what))
    for done in range(201):
        progress.report(done, 200, "a page")
    assert told[0] == (0, 200, "a page")
    assert told[-1] == (200, 200, "a page")
    assert 4 <= len(told) <= 6


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
