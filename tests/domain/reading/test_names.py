"""The shapes of people's and organisations' names."""

import pytest

from reviewer.domain.reading.names import is_organisation, is_person


@pytest.mark.parametrize(
    "words",
    ["Qadir Bozmar", "Sana al-Rimi", "LEILA VON ARLEN", "Imre Doss and Sana Rimi", "J. R. O'Dell"],
)
def test_names_of_people_look_like_names(words: str) -> None:
    assert is_person(words)


@pytest.mark.parametrize(
    "words",
    ["Qadir", "order of the governor", "Land and sea", "12 Men", "", "A B C D E F G H I"],
)
def test_other_words_do_not(words: str) -> None:
    assert not is_person(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ministry of Water and Salt",
        "Office for Coastal Affairs",
        "Harbour State Department",
        "Tarvesh Needle Workers Union",
        "The Harbour Ledger",
        "THE HARBOUR COURIER",
    ],
)
def test_names_of_organisations_look_like_names(words: str) -> None:
    assert is_organisation(words, "")


@pytest.mark.parametrize(
    "words",
    [
        "Background",
        "Press Statement",
        "The Ruling Party",
        "The Post",
        "Breaking News",
        "Water for the coast",
        "Ministry, of Water",
        "Ministry 12 Office",
        "A Long Night at the Office of the Harbour Master and His Many Other Departments",
        "Mill " * 15 + "Office",
        "",
    ],
)
def test_headings_and_slogans_are_no_organisations(words: str) -> None:
    assert not is_organisation(words, words)


def test_capitals_alone_count_only_where_the_text_has_them_again() -> None:
    text = "COASTCOM\n\nThe commander of COASTCOM denied it."
    assert is_organisation("COASTCOM", text)
    assert not is_organisation("HARBOUR", "HARBOUR\n\nShots were heard in Harbour.")
