"""Curves between panes: which of them have room for their signs."""

from itertools import pairwise

import pytest

from reviewer.ui.views.reading.link_strip import Curve, signed


def a_curve(middle: float, *, raised: bool = False) -> Curve:
    return Curve(
        0.0, middle - 5, 100.0, middle + 5, "×", into_left=False, into_right=True
    )._replace(raised=raised)


@pytest.mark.usefixtures("qapp")
def test_signs_have_room_and_never_cover_each_other() -> None:
    curves = [a_curve(4.0 * at) for at in range(200)]
    middles = sorted((one.top + one.bottom) / 2 for one in signed(curves))
    assert len(middles) > 20
    assert all(after - before >= 13 for before, after in pairwise(middles))


@pytest.mark.usefixtures("qapp")
def test_the_raised_ones_have_their_signs_first_and_then_those_nearest_to_them() -> None:
    curves = [a_curve(4.0 * at) for at in range(200)] + [a_curve(402.0, raised=True)]
    found = signed(curves)
    assert found[0] == curves[-1]
    beside = (found[1].top + found[1].bottom) / 2
    assert abs(beside - 402) < 40
    assert signed([]) == []
