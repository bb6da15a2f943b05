"""Long work: how it says how far it is, how it learns that it should stop, and doing two at once.

Where nobody types, what computes runs ahead in a thread while what it found is written down: both
spend most of their time where Python lets the other run.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from typing import TypeVar

from reviewer.domain.errors import Cancelled
from reviewer.domain.words import N_

Report = Callable[[int, int | None, str], None]
SECONDS_BETWEEN_REPORTS = 0.1  # faster cannot be read, and each is a paint
PARTS_AHEAD = 2

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


def made_ahead(parts: Iterator[Part]) -> Generator[Part, None, None]:
    """Give parts in their order while the next are being made in a thread, never far ahead.

    What making one raises is raised here in its place. Whoever stops asking stops the making.
    """
    from concurrent.futures import ThreadPoolExecutor  # 10 ms that only this needs

    pool = ThreadPoolExecutor(1)
    try:
        coming = deque(pool.submit(next, parts, None) for _ in range(PARTS_AHEAD))
        while (part := coming.popleft().result()) is not None:
            coming.append(pool.submit(next, parts, None))
            yield part
    finally:
        pool.shutdown(cancel_futures=True)
