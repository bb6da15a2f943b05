"""How far long work is: a line on the terminal, nothing in a pipe; and Ctrl+C, which stops it."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from reviewer.cli.printing import on_terminal, show_progress, wipe
from reviewer.domain.errors import Cancelled
from reviewer.domain.words import N_
from reviewer.workspace.jobs import JobProgress

UNCHANGED = N_("Stopped. Nothing was changed.")


@contextmanager
def watched(verb: str, stopped: str = UNCHANGED) -> Iterator[JobProgress]:
    """Give the progress of one piece of work, called ``verb`` on the terminal.

    Ctrl+C stops the work at its next report, which raises ``Cancelled`` there, and here with the
    words of ``stopped``: only whoever works knows what stays of it. Pressed once more it stops
    everything at once.
    """

    def tell(done: int, total: int | None, what: str) -> None:
        if on_terminal(sys.stderr):
            of = f" of {total:,}" if total is not None else ""
            show_progress(f"{verb}: {done:,}{of} {what}".rstrip())

    progress = JobProgress(tell)
    with _stopped_by_ctrl_c(progress):
        try:
            yield progress
        except Cancelled as fault:
            raise Cancelled(stopped) from fault
        finally:
            wipe()


@contextmanager
def _stopped_by_ctrl_c(progress: JobProgress) -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        progress.cancel()

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # ignored in the background, or not ours to take
        yield
        return
    try:
        signal.signal(signal.SIGINT, stop)
    except ValueError:  # only the main thread is asked
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
