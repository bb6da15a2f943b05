"""Long work: how it says how far it is, and how it learns that it should stop."""

import threading
import time
from collections.abc import Callable

from reviewer.domain.errors import Cancelled
from reviewer.domain.words import N_

Report = Callable[[int, int | None, str], None]
SECONDS_BETWEEN_REPORTS = 0.05


class JobProgress:
    """Progress of one job, told at most twenty times a second; may be stopped from any thread."""

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
