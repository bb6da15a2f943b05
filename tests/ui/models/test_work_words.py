"""What the page of another program's work says of each tag."""

import pytest

from reviewer.ui.models.work_words import tag_rows
from reviewer.workspace.taking.prospect import ComingTag


@pytest.mark.parametrize(
    ("tag", "before", "after"),
    [
        (ComingTag("A", 2, here=False), "comes", "came in"),
        (ComingTag("A", 0, here=True, refused=1), "is there already", "is there already"),
        (
            ComingTag("A", 0, here=False, refused=3),
            "comes, without its passages: they cannot",
            "came in, without its passages",
        ),
        (
            ComingTag("A", 0, here=False, refused=3, comes=False),
            "does not come: none of its passages can",
            "did not come in: none of its passages could",
        ),
    ],
)
def test_a_tag_under_which_nothing_comes_says_so(tag: ComingTag, before: str, after: str) -> None:
    assert [one.becomes for one in tag_rows([tag])] == [before]
    assert [one.becomes for one in tag_rows([tag], over=True)] == [after]
