"""What stands again at the edges of pages is furniture; what stands once is not."""

from reviewer.domain.incoming import FurnitureKind
from reviewer.importers.paged.pdf_furniture import furniture_of
from reviewer.importers.paged.pdf_layout import PageText, TextBlock


def page(number: int, *blocks: tuple[str, float]) -> PageText:
    return PageText(
        number,
        "",
        tuple(
            TextBlock(words, apart=True, top=top + 10, bottom=top, size=10, lines=1)
            for words, top in blocks
        ),
        0,
    )


def kinds(*pages: PageText) -> dict[str, FurnitureKind]:
    by_number = {one.number: one for one in pages}
    found = furniture_of(pages).kinds
    return {by_number[number].blocks[index].words: kind for (number, index), kind in found.items()}


def body(number: int) -> tuple[tuple[str, float], ...]:
    words = ("first", "second", "third", "fourth", "fifth")
    return tuple(
        (f"What page {words[number]} says in its {word} paragraph", 700.0 - 60 * index)
        for index, word in enumerate(words)
    )


def test_a_head_and_a_foot_of_three_pages_are_furniture() -> None:
    pages = [
        page(number, ("Press office", 800), *body(number), (f"{number} August 2019", 30))
        for number in (1, 2, 3)
    ]
    found = kinds(*pages)
    assert found["Press office"] is FurnitureKind.HEADER
    assert found["2 August 2019"] is FurnitureKind.FOOTER
    assert len(found) == 4


def test_one_page_alone_has_none() -> None:
    assert kinds(page(1, ("Press office", 800), *body(1), ("1", 30))) == {}


def test_the_same_words_at_another_height_are_no_head() -> None:
    pages = [page(number, ("Summary", 820.0 - 90 * number), *body(number)) for number in (1, 2, 3)]
    assert kinds(*pages) == {}


def test_heads_of_left_and_right_pages_are_both_found() -> None:
    pages = [
        page(number, ("The report" if number % 2 else "Chapter one", 800), *body(number % 5))
        for number in range(1, 9)
    ]
    found = kinds(*pages)
    assert found["The report"] is found["Chapter one"] is FurnitureKind.HEADER


def test_page_numbers_grow_with_the_pages() -> None:
    roman = ("iii", "iv", "v")
    pages = [page(index + 1, *body(index), (words, 30)) for index, words in enumerate(roman)]
    found = furniture_of(pages)
    assert found.printed == {1: "iii", 2: "iv", 3: "v"}
    assert set(found.kinds.values()) == {FurnitureKind.PAGE_NUMBER}


def test_numbers_in_urdu_digits_are_page_numbers_too() -> None:
    pages = [
        page(number, *body(number), (f"صفحہ {words}", 30)) for number, words in ((1, "۷"), (2, "۸"))
    ]
    assert furniture_of(pages).printed == {1: "۷", 2: "۸"}


def test_a_figure_that_stands_alone_is_no_page_number() -> None:
    pages = [page(number, *body(number), (words, 30)) for number, words in ((1, "43"), (2, "25"))]
    assert furniture_of(pages).printed == {}
