"""The words a report opens with."""

from dataclasses import replace

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.overview import Base
from reviewer.domain.ratings import Rating, Scale
from reviewer.domain.report import ENGLISH
from reviewer.domain.report_words import (
    LONGEST_WORDS,
    STATEMENT,
    default_statement,
    kept,
    rated,
    statement_filled,
    statement_read,
    statement_written,
)


def test_a_statement_is_kept_as_it_was_written_one_that_was_taken_away_too() -> None:
    for words in ("They say.", "", None, "{day} “x”"):
        assert statement_read(statement_written(words)) == words


@pytest.mark.parametrize("damaged", ["{", "[]", "3", '{"words": 3}', "{}", "[" * 100_000])
def test_what_is_damaged_is_the_default(damaged: str) -> None:
    assert statement_read(damaged) is None


def test_a_person_changes_the_default_with_its_holes() -> None:
    assert default_statement().sentence == STATEMENT
    filled = statement_filled(STATEMENT, Base(5, done=3), "2026-03-14")
    assert "none was found in the 3 of 5 documents" in filled
    assert "{" not in filled


def test_a_rating_says_whose_it_is_and_why() -> None:
    one = Rating(1, "9", 1, None, None, Scale.RELIABILITY, "B", "", 1, "2026-03-15T10:00:00Z")
    assert rated(one, "Noor").sentence.endswith("(Noor, 2026-03-15)")
    said = ENGLISH.words(rated(replace(one, reason="It corrects itself."), "Noor"))
    assert said == (
        "rated by the analysts B: usually reliable (Noor, 2026-03-15). Reason: It corrects itself."
    )


def test_words_that_are_too_long_are_refused() -> None:
    assert kept(" a ") == "a"
    with pytest.raises(NotAllowed, match="at most"):
        kept("x" * (LONGEST_WORDS + 1))
