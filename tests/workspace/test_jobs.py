"""Long work says how far it is, and stops when it is asked to."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from reviewer.domain.errors import Cancelled
from reviewer.workspace.jobs import (
    Child,
    JobProgress,
    Lost,
    Overdue,
    end_all,
    end_with,
    made_ahead,
)

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


def echoing(line: Connection) -> None:
    """Say each word of a question, and then a full stop; silence is kept, an end comes at once."""
    while True:
        try:
            words = line.recv_bytes().split()
        except EOFError:
            return
        for word in words:
            if word == b"silence":
                time.sleep(600)
            if word == b"end":
                return
            line.send_bytes(word)
        line.send_bytes(b".")


def never() -> None:
    """Never stop."""


@pytest.fixture
def child() -> Iterator[Child]:
    made = Child(echoing, lambda part: part == b".")
    yield made
    made.close()


def test_a_child_answers_one_question_after_another(child: Child) -> None:
    assert list(child.ask(b"one two", 20, never)) == [b"one", b"two", b"."]
    assert list(child.ask(b"three", 20, never)) == [b"three", b"."]


def test_a_child_that_ends_is_lost_and_another_answers(child: Child) -> None:
    with pytest.raises(Lost):
        list(child.ask(b"one end", 20, never))
    assert list(child.ask(b"two", 20, never)) == [b"two", b"."]


def test_a_child_that_keeps_silent_is_not_waited_for(child: Child) -> None:
    list(child.ask(b"ready", 20, never))
    with pytest.raises(Overdue):
        list(child.ask(b"silence", 0.2, never))
    assert list(child.ask(b"two", 20, never)) == [b"two", b"."]


def test_one_who_looks_about_may_stop_it(child: Child) -> None:
    def look() -> None:
        raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        list(child.ask(b"silence", 20, look))


def test_a_child_that_was_never_asked_ends_without_a_word(child: Child) -> None:
    child.kill()
    child.close()


def test_where_signals_cannot_be_held_back_a_child_is_started_all_the_same(
    child: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
    assert list(child.ask(b"one", 20, never)) == [b"one", b"."]


@pytest.mark.skipif(sys.platform == "win32", reason="groups of POSIX")
@pytest.mark.parametrize(("leads", "ended"), [(True, [(0, signal.SIGKILL)]), (False, [])])
def test_what_a_process_started_ends_with_it_where_it_leads_them(
    monkeypatch: pytest.MonkeyPatch, leads: bool, ended: list[tuple[int, int]]
) -> None:
    killed: list[tuple[int, int]] = []
    codes: list[int] = []
    monkeypatch.setattr(os, "getpgrp", lambda: os.getpid() + (not leads))
    monkeypatch.setattr(os, "killpg", lambda group, sign: killed.append((group, sign)))
    monkeypatch.setattr(os, "_exit", codes.append)
    end_all(1)
    assert (killed, codes) == (ended, [1])


def test_whoever_works_for_another_ends_with_it() -> None:
    other = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(0.1,))
    other.start()
    codes: list[int] = []
    end_with(other, codes.append)
    assert codes == [1]
    assert other.exitcode == 0
