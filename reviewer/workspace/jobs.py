"""Long work: how it says how far it is, how it learns that it should stop, and doing two at once.

Where nobody types, what computes runs ahead in a thread while what it found is written down: both
spend most of their time where Python lets the other run.
"""

import threading
import time
from collections.abc import Callable, Generator, Iterable
from queue import SimpleQueue
from typing import TypeVar

from reviewer.domain.errors import Cancelled
from reviewer.domain.words import N_

Report = Callable[[int, int | None, str], None]
SECONDS_BETWEEN_REPORTS = 0.1  # faster cannot be read, and each is a paint

Part = TypeVar("Part")


class JobProgress:
    """Progress of one job, told at most ten times a second; may be stopped from any thread."""

    def __init__(self, tell: Report) -> None:
        self._tell = tell
        self._stop = threading.Event()
        self._told = 0.0

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()

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
