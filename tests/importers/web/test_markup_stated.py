"""JSON-LD is read as far as it can be, and what is broken or endless is passed over."""

import json

import pytest

from tests.importers.pages import article, page, read_as, taken

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "A raid &amp; a denial",
    "author": [{"@type": "Person", "name": "Nadia Orvel"}, "Junaid Varr"],
    "publisher": {"@type": "Organization", "name": "The Paper"},
    "datePublished": "2020-11-14T10:00:05Z",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://paper.example/raid"},
}


def stating(*stated: object) -> bytes:
    scripts = "".join(
        f"<script type='application/ld+json'>{one if isinstance(one, str) else json.dumps(one)}"
        "</script>"
        for one in stated
    )
    return page(article(), scripts)


@pytest.mark.parametrize(
    "stated",
    [
        ARTICLE,
        [{"@type": "BreadcrumbList"}, ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, ARTICLE]},
        {"@type": ["WebPage", "Thing"], "mainEntity": ARTICLE},
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
    ],
)
def test_an_article_is_found_where_it_is_stated(stated: object) -> None:
    found = taken(stating(stated))
    assert found.title == "A raid & a denial"
    assert (found.author, found.publisher) == ("Nadia Orvel; Junaid Varr", "The Paper")
    assert found.posted.edtf == "2020-11-14T10:00:05Z"
    assert found.url == "https://paper.example/raid"
    assert read_as(found, "title")[0][2] == "stated_data"


def test_an_author_may_be_named_elsewhere_on_the_page() -> None:
    graph = [
        {**ARTICLE, "author": {"@id": "#nadia"}},
        {"@type": "Person", "@id": "#nadia", "name": "Nadia Orvel"},
    ]
    assert taken(stating({"@graph": graph})).author == "Nadia Orvel"


def test_a_page_that_states_no_article_has_its_publisher_and_date() -> None:
    found = taken(stating({**ARTICLE, "@type": "WebPage", "name": "Home"}))
    assert (found.publisher, found.author) == ("The Paper", "")
    assert found.posted.edtf == "2020-11-14T10:00:05Z"


@pytest.mark.parametrize(
    "stated",
    [
        "{",
        "null",
        "[" * 100_000,
        '"' + "a" * 1_000_001 + '"',
        {"@type": "NewsArticle", "headline": 5, "author": {"name": ["", 3]}, "url": []},
        {"@type": None, "headline": "No article"},
        {"@graph": [[{"@id": "x"}]] * 3_000},
    ],
)
def test_what_cannot_be_understood_is_passed_over(stated: object) -> None:
    found = taken(stating(stated))
    assert (found.author, found.publisher, found.url) == ("", "", "")


def test_only_so_many_statements_are_read() -> None:
    assert taken(stating(*[{}] * 50, ARTICLE)).author == ""
