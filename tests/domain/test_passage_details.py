"""What fits beside a passage, and what several passages have when they become one."""

from collections.abc import Callable

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.passage_details import (
    LONGEST_LINE,
    LONGEST_STATEMENT,
    LONGEST_TRANSLATION,
    PassageDetails,
    statement_of,
    translation_language_of,
    translation_of,
    translator_of,
    written_together,
)

KEPT = [
    (statement_of, LONGEST_STATEMENT),
    (translation_of, LONGEST_TRANSLATION),
    (translation_language_of, LONGEST_LINE),
    (translator_of, LONGEST_LINE),
]


@pytest.mark.parametrize(("kept", "longest"), KEPT)
def test_the_longest_words_fit_and_no_longer_ones(kept: Callable[[str], str], longest: int) -> None:
    words = "ا" * longest
    assert kept(f"  {words} \n") == words
    with pytest.raises(NotAllowed, match=f"{longest + 1} characters; at most {longest} fit"):
        kept(words + "ا")


def test_plain_words_and_names_are_on_one_line_and_a_translation_keeps_its_lines() -> None:
    assert statement_of("A says\nthat …") == "A says that …"
    assert translator_of("Noor \t Q.") == "Noor Q."
    assert translation_language_of(" Dari\n(Kabul)") == "Dari (Kabul)"
    assert translation_of(" one\ntwo ") == "one\ntwo"


def test_what_stands_beside_several_passages_is_written_once_in_order() -> None:
    one = PassageDetails(1, 1, "A says so.", "پل", "ur", "Noor")
    other = PassageDetails(2, 1, "A says so.", "دریا", "ur", "Basit", follow_up=True)
    assert written_together([one, other], ["Look.", "", "Look."], " ") == {
        "note": "Look.",
        "statement": "A says so.",
        "translation": "پل دریا",
        "translation_language": "ur",
        "translator": "Noor, Basit",
        "follow_up": 1,
    }


def test_more_than_fits_beside_one_passage_is_not_put_together() -> None:
    details = [PassageDetails(number, 1, str(number) * 6_000) for number in (1, 2)]
    with pytest.raises(NotAllowed, match="12001 characters; 10000 fit"):
        written_together(details, [], " ")
