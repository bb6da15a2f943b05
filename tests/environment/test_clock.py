"""Moments are said as dates are said everywhere on the screen."""

from collections.abc import Iterator

import pytest

from reviewer.environment import translation
from reviewer.environment.clock import exact_time, local_day, local_time

MOMENT = "2026-03-04T09:26:53.589+00:00"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    spoken = translation.spoken()
    translation.speak(translation.ENGLISH)
    yield
    translation.speak(spoken)


def test_a_moment_is_said_with_its_month_in_words() -> None:
    day, month = local_day(MOMENT)[8:].lstrip("0"), "Mar"
    assert local_time(MOMENT).startswith(f"{day} {month} 2026, ")
    assert local_time(MOMENT)[-5:].endswith("26")


def test_the_exact_moment_is_the_one_that_was_kept() -> None:
    assert exact_time(MOMENT) == "4 Mar 2026, 09:26:53 UTC"
