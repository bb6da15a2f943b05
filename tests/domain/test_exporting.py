"""What an export says of itself, and which of its columns are wanted."""

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.exporting import chosen_columns

COLUMNS = ("quote", "tag", "note")


def test_nothing_wanted_means_all_of_them() -> None:
    assert chosen_columns((), COLUMNS) == COLUMNS
    assert chosen_columns(["note", "quote"], COLUMNS) == ("note", "quote")


def test_what_is_not_there_is_named_with_what_is() -> None:
    with pytest.raises(NotAllowed, match=r"“a”, “b”\. There are: quote, tag, note"):
        chosen_columns(["a", "quote", "b"], COLUMNS)
    with pytest.raises(NotAllowed, match="“note” is named more than once"):
        chosen_columns(["note", "note"], COLUMNS)
