"""Columns of strangers' tables are told apart by their headings, and one can say otherwise."""

import pytest

from reviewer.domain.columns import (
    COLUMN_LABELS,
    Column,
    ColumnMapping,
    guess,
    headings_of,
    repeated_headings,
)


def test_each_column_has_words_for_a_person() -> None:
    assert set(COLUMN_LABELS) == set(Column)


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (["Headline", "Body", "Date"], {"title": "Headline", "text": "Body", "posted": "Date"}),
        (["URL", "full_text", "Site"], {"url": "URL", "text": "full_text", "publisher": "Site"}),
        (["عنوان", "متن", "تاریخ", "زبان"], {
            "title": "عنوان", "text": "متن", "posted": "تاریخ", "language": "زبان",
        }),
        (["By:", "article-text", "accessed at"], {
            "author": "By:", "text": "article-text", "captured": "accessed at",
        }),
        (["a", "b"], {}),
        ([], {}),
    ],
)  # fmt: skip
def test_headings_say_what_columns_are(header: list[str], found: dict[str, str]) -> None:
    assert guess(header).headings == found


def test_without_a_heading_the_longest_cells_are_the_words() -> None:
    rows = [["1", "Two men were held at the bridge.", "x"], ["2", "Nobody was hurt, they said."]]
    assert guess(["n", "what", "url"], rows).headings == {"url": "url", "text": "what"}
    assert guess(["n", "what"], [["1", "short"]]).headings == {}


def test_a_column_is_one_thing_and_the_first_of_a_name_counts() -> None:
    assert guess(["Text", "text"]).headings == {"text": "Text"}
    assert guess(["description", "text"]).headings[Column.TEXT] == "text"


def test_every_column_has_a_heading_of_its_own() -> None:
    assert headings_of(["a", "", " a\n b ", "a", "a"]) == ("a", "#2", "a b", "a #4", "a #5")
    assert headings_of(["a", "a #2", "x", "a"]) == ("a", "a #2", "x", "a #4")
    assert headings_of(["a #2", "a #2"]) == ("a #2", "a #2 #2")
    assert len(headings_of(["x" * 999])[0]) == 200


def test_headings_that_stand_over_several_columns_are_told_from_those_that_look_like_it() -> None:
    assert repeated_headings(["a", "", " a\n b ", "a", "a", "", "a #2"]) == {"a": 3}


def test_what_a_person_says_comes_before_what_is_guessed() -> None:
    guessed = ColumnMapping({Column.TEXT: "Body", Column.TITLE: "Head", Column.URL: "Link"})
    said = ColumnMapping({Column.TEXT: "Head", Column.URL: "", Column.AUTHOR: "Who"})
    both = said.over(guessed)
    assert both.headings == {"text": "Head", "url": "", "author": "Who"}
    assert both.among(["Head", "Body"]).headings == {"text": "Head"}
    assert str(guessed) == "text = Body, title = Head, url = Link"
