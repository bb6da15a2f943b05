"""A second opinion is compared block by block, and a page is read without one as well."""

import pytest

from reviewer.importers.web.markup import page_of
from reviewer.importers.web.markup_main import MainText, main_text
from tests.importers.pages import PARAGRAPHS, article, page


def test_it_holds_what_a_page_is_about() -> None:
    tree = page_of(page(f"<h1>A raid</h1>{article()}<footer>All of it is ours</footer>"), "a").tree
    main = main_text(tree)
    assert all(map(main.holds, PARAGRAPHS))
    assert not main.holds("All of it is ours")


def test_a_block_is_held_though_marks_and_line_ends_differ() -> None:
    main = MainText(["Three men were held on Thursday, he said - and more.", "Read"])
    assert main.holds("THREE men were\nheld on “Thursday”; he said")
    assert main.holds("Read!")


@pytest.mark.parametrize("words", ["", "…", "Three", "men were held", "Quite another line of it"])
def test_a_few_words_of_a_line_are_not_held(words: str) -> None:
    assert not MainText(["Three men were held on Thursday"]).holds(words)
    assert not MainText(()).holds(words)


def test_a_language_without_spaces_is_compared_sign_by_sign() -> None:
    main = MainText(["警方周四晚间在老城逮捕了三名男子。"])
    assert main.holds("警方周四晚间在老城逮捕了三名男子")
    assert not main.holds("昨天有另外三名男子在北京获释")


@pytest.mark.parametrize(
    "body", ["<a href='/x'>link</a> " * 8_001, f"<p>{'word ' * 400_001}</p>", ""]
)
def test_very_large_pages_and_empty_ones_have_no_second_opinion(body: str) -> None:
    tree = page_of(page(body or "<p></p>"), "a").tree
    assert not main_text(tree).holds("link")
    assert not main_text(tree).holds(body[:30])
