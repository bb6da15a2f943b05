"""Every format of other programs is explained in a line before it is chosen."""

from reviewer.exporters.interchange import all_projects
from reviewer.ui.models.other_programs import GOOD_FOR, LACKS


def test_each_format_says_what_it_is_good_for_and_what_it_lacks() -> None:
    keys = {one.key for one in all_projects()} | {"jsonl"}
    assert keys <= set(GOOD_FOR)
    assert keys <= set(LACKS)
