"""Long work: how it says how far it is, how it learns that it should stop, and doing two at once.

Where nobody types, what computes runs ahead in a thread while what it found is written down: both
spend most of their time where Python lets the other run. What may crash or never come back runs in
a child process.
"""

import os
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from reviewer.domain.errors import Cancelled
from reviewer.domain.words import N_

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from multiprocessing.process import BaseProcess

Report = Callable[[int, int | None, str], None]
SECONDS_BETWEEN_REPORTS = 0.1  # faster cannot be read, and each is a paint
SECONDS_BETWEEN_LOOKS = 0.05
SECONDS_TO_END = 2.0
LONGEST_ANSWER = 2**30  # bytes of one part

Part = TypeVar("Part")


class JobProgress:
    """Progress of one job, told at most ten times a second; may be stopped from any thread."""

    def __init__(self, tell: Report) -> None:
        self._tell = tell
        self._stop = threading.Event()
        self._going = threading.Event()
        self._going.set()
        self._told = 0.0

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()

    def pause(self) -> None:
        """Ask the job to wait at its next ``wait_if_paused``."""
        self._going.clear()

    def go_on(self) -> None:
        """Let a job that was paused go on."""
        self._going.set()

    def is_paused(self) -> bool:
        """Say whether the job was asked to wait."""
        return not self._going.is_set()

    def wait_if_paused(self) -> None:
        """Wait while the job is paused; raises ``Cancelled`` when it was asked to stop."""
        self.stop_if_asked()
        while not self._going.wait(SECONDS_BETWEEN_LOOKS):
            self.stop_if_asked()

    def stop_if_asked(self) -> None:
        """Raise ``Cancelled`` when the job was asked to stop."""
        if self._stop.is_set():
            raise Cancelled(N_("Stopped. What was done until then is kept."))

    def report(self, done: int, total: int | None = None, what: str = "") -> None:
        """Say how far the job is; raises ``Cancelled`` when it was asked to stop."""
        self.stop_if_asked()
        moment = time.monotonic()
        if moment - self._told >= SECONDS_BETWEEN_REPORTS or done == total:
            self._told = moment
            self._tell(done, total, what)


def made_ahead(
    parts: Iterable[Part], weigh: Callable[[Part], int], most: int
) -> Generator[Part, None, None]:
    """Give parts in their order while the next are being made in a thread.

    Those that wait weigh at most ``most`` together, or are a single one. What making one raises is
    raised here in its place. Whoever stops asking stops the making.
    """
    from concurrent.futures import ThreadPoolExecutor  # 10 ms that only this needs

    scale, ready = _Scale(most), SimpleQueue[Part | None]()

    def make() -> None:
        for part in parts:
            if not scale.put(weigh(part)):
                return
            ready.put(part)

    with ThreadPoolExecutor(1) as pool:
        making = pool.submit(make)
        making.add_done_callback(lambda _made: ready.put(None))
        try:
            while (part := ready.get()) is not None:
                scale.take(weigh(part))
                yield part
            making.result()
        finally:
            scale.close()


class _Scale:
    """Holds back whoever puts on more than may lie there; from any thread."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lying = 0
        self._closed = False
        self._changed = threading.Condition()

    def put(self, weight: int) -> bool:
        """Put on a weight once there is room for it; says no when nothing is wanted any more."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._closed or not self._lying or self._lying + weight <= self._most
            )
            self._lying += weight
            return not self._closed

    def take(self, weight: int) -> None:
        with self._changed:
            self._lying -= weight
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()


class Lost(Exception):
    """A child ended in the middle of an answer."""


class Overdue(Exception):
    """A child said nothing for longer than it may, and was ended."""


class Child:
    """A process of our own that answers one question after another, and may be ended at any time.

    It is started with the first question, and ends with ``close``, or by itself when this process
    is no more. ``work`` is what it does with its end of the line; ``is_last`` tells the part that
    ends an answer.
    """

    def __init__(
        self, work: "Callable[[Connection], None]", is_last: Callable[[bytes], bool]
    ) -> None:
        self._work = work
        self._is_last = is_last
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def ask(
        self, question: bytes, patience: float, look: Callable[[], None]
    ) -> Generator[bytes, None, None]:
        """Give the parts of an answer as they come.

        ``patience`` is how many seconds may pass without one; ``look`` is called meanwhile and may
        raise. A child that is not heard out is ended, and another answers the next question.
        Raises ``Lost``, ``Overdue``, and ``OSError`` where no process can be started.
        """
        line = self._line or self._start()
        whole = False
        try:
            line.send_bytes(question)
            while not whole:
                part = _heard(line, patience, look)
                whole = self._is_last(part)
                yield part
        except (EOFError, OSError) as fault:
            raise Lost from fault
        finally:
            if not whole:
                self.kill()

    def kill(self) -> None:
        """End the child at once, whatever it does, and the programs it started."""
        if self._process is not None:
            _kill(self._process)
        self.close()

    def close(self) -> None:
        """Let the child come to its end; one that does not is ended."""
        process, line = self._process, self._line
        self._process = self._line = None
        if process is None or line is None:
            return
        line.close()
        process.join(SECONDS_TO_END)
        _kill(process)
        process.join()
        process.close()

    def _start(self) -> "Connection":
        from multiprocessing import get_context  # 10 ms that only this needs

        spawning = get_context("spawn")
        ours, theirs = spawning.Pipe()
        process = spawning.Process(target=_in_child, args=(self._work, theirs), daemon=True)
        try:
            with _without_interrupts():
                process.start()
        finally:
            theirs.close()
        self._process, self._line = process, ours
        return ours


def _heard(line: "Connection", patience: float, look: Callable[[], None]) -> bytes:
    """Wait for the next part of an answer."""
    until = time.monotonic() + patience
    while not line.poll(SECONDS_BETWEEN_LOOKS):
        look()
        if time.monotonic() > until:
            raise Overdue
    return line.recv_bytes(LONGEST_ANSWER)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let no Ctrl+C reach a process that is started meanwhile: who started it ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _kill(process: "SpawnProcess") -> None:
    """End a child and what it started, which is of its group where the system knows groups."""
    if process.pid and process.exitcode is None:
        with suppress(AttributeError, OSError):  # it may have made no group of its own yet
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def end_all(code: int) -> None:
    """End this process and, where they are a group of their own, those that it started."""
    with suppress(AttributeError, OSError):
        if os.getpgrp() == os.getpid():
            os.killpg(0, signal.SIGKILL)
    os._exit(code)


def _in_child(work: "Callable[[Connection], None]", line: "Connection") -> None:
    """Do a child's work, watching whether anybody is left to do it for."""
    from multiprocessing import parent_process

    with suppress(AttributeError, OSError):
        os.setpgid(0, 0)
    watch = threading.Thread(target=end_with, args=(parent_process(), end_all), daemon=True)
    watch.start()
    work(line)


def end_with(process: "BaseProcess", end: Callable[[int], object]) -> None:
    """Wait until a process is no more, however it ended, and then ``end`` this one."""
    process.join()
    end(1)
