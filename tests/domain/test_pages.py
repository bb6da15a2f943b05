"""On which page a place stands, and how it is called."""

import pytest

from reviewer.domain.incoming import Part, PartKind
from reviewer.domain.pages import Pages, is_number, name_of, place_on
from reviewer.domain.spans import Span

PAGES = Pages(
    [
        Part(PartKind.PAGE, 10, 20, 2, "ii"),
        Part(PartKind.HEADING, 0, 3),
        Part(PartKind.PAGE, 0, 9, 1, "i"),
        Part(PartKind.PAGE, 21, 21, 3),
        Part(PartKind.PAGE, 21, 30, 4, "1"),
    ]
)


@pytest.mark.parametrize(
    ("position", "name"),
    [(0, "i"), (8, "i"), (9, "i"), (10, "ii"), (20, "ii"), (21, "1"), (99, "1")],
)
def test_a_place_is_on_the_page_that_began_before_it(position: int, name: str) -> None:
    assert PAGES.name_at(position) == name


def test_a_page_is_found_by_its_number_and_called_by_its_label() -> None:
    assert len(PAGES) == 4
    third = PAGES.numbered(3)
    assert third is not None
    assert name_of(third) == "3"
    assert PAGES.numbered(5) is None


@pytest.mark.parametrize(
    ("span", "numbers"),
    [
        (Span(0, 9), [1]),
        (Span(0, 10), [1]),
        (Span(5, 11), [1, 2]),
        (Span(5, 25), [1, 2, 4]),
        (Span(29, 40), [4]),
        (None, [1]),
    ],
)
def test_words_may_stand_on_several_pages(span: Span | None, numbers: list[int]) -> None:
    assert [page.number for page in PAGES.under(span)] == numbers


def test_a_text_without_pages_has_no_name_for_any_place() -> None:
    none = Pages([])
    assert none.at(3) is None
    assert none.name_at(3) == ""
    assert none.under(Span(0, 1)) == []


@pytest.mark.parametrize("name", ["12", "xii", "A-3", "۱۲", "7b"])
def test_numbers_are_cited_as_pages(name: str) -> None:
    assert is_number(name)
    assert place_on(name) == f"p. {name}"


def test_a_sheet_is_cited_by_its_name() -> None:
    assert place_on("Casualties 2019 by month") == "Casualties 2019 by month"
