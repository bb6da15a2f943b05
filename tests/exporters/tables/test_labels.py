"""What columns mean."""

import pytest

from reviewer.exporters.tables import all_tables
from reviewer.exporters.tables.columns import COLUMNS
from reviewer.exporters.tables.labels import meaning

EVERY = [("passages", column) for column in COLUMNS] + [
    (table.what, column) for table in all_tables() for column in table.columns
]


@pytest.mark.parametrize(("table", "column"), EVERY)
def test_every_column_is_called_something(table: str, column: str) -> None:
    label = meaning(table, column).label.sentence
    assert label != column
    assert "_" not in label


def test_columns_of_records_are_called_as_on_screen() -> None:
    assert meaning("passages", "act").label.sentence == "What is said to have happened"
    assert meaning("figures", "as_of_words").label.sentence == (
        "Counted up to, in the source’s words"
    )
    assert meaning("passages", "accused_filed").label.sentence == (
        "Who is said to have done it, as filed in the register of actors"
    )
    assert meaning("links", "from_posted_words").label.sentence == (
        "Where the link begins: Published, in the source’s words"
    )
    assert meaning("links", "to_url").label.sentence == "Where the link leads: Web address"


def test_a_word_may_mean_two_things_in_two_tables() -> None:
    assert meaning("passages", "wording").label.sentence == "How firmly the source puts it"
    assert meaning("questions", "wording").label.sentence == "Wording"


def test_a_column_nobody_described_is_called_as_it_is() -> None:
    assert meaning("passages", "rumour").label.sentence == "rumour"


def test_what_is_said_of_ids_and_numbers_holds_beyond_one_project() -> None:
    assert "taken into another project it gets a new one" in meaning("passages", "uid").help
    assert "in this project" in meaning("passages", "passage").help
    assert "from this project" in meaning("documents", "number").help
