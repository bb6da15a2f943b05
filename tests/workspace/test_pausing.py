"""Long work waits while it is paused, and stops from there as well."""

import threading

import pytest

from reviewer.domain.errors import Cancelled
from reviewer.workspace.jobs import JobProgress


def test_a_job_that_is_paused_waits_until_it_may_go_on() -> None:
    progress = JobProgress(lambda *_what: None)
    progress.wait_if_paused()
    progress.pause()
    assert progress.is_paused()
    going = threading.Timer(0.1, progress.go_on)
    going.start()
    progress.wait_if_paused()
    assert not progress.is_paused()


def test_a_job_that_is_paused_can_be_stopped() -> None:
    progress = JobProgress(lambda *_what: None)
    progress.pause()
    stopping = threading.Timer(0.1, progress.cancel)
    stopping.start()
    with pytest.raises(Cancelled):
        progress.wait_if_paused()
