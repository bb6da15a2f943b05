"""Damaged files are read whole or refused: a few of each kind here, thousands by the command."""

import pytest

from tests.benchmarks.fuzz import damaged
from tests.benchmarks.good_files import good_files

FILES = good_files()
SOME = 25


@pytest.mark.parametrize("ending", sorted(FILES))
def test_damaged_files_are_whole_or_refused_with_a_sentence(ending: str) -> None:
    tally = damaged(ending, FILES[ending], SOME)
    assert [how for how, _data in tally.failed] == []
    assert tally.whole > 0
    assert tally.whole + sum(tally.refused.values()) == SOME + len(FILES[ending])
