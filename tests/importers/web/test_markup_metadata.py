"""What a page says of itself is kept with where it said so, the most trusted first."""

import pytest

from reviewer.domain.edtf import DateBasis
from tests.importers.pages import article, page, read_as, taken


def meta(name: str, words: str) -> str:
    return f'<meta property="{name}" content="{words}">'


def test_meta_tags_are_read() -> None:
    head = (
        "<title>A raid | The Paper</title>"
        + meta("og:title", "A raid")
        + meta("author", "By Nadia Orvel")
        + meta("og:site_name", "The Paper")
        + meta("og:url", "https://paper.example/raid#top")
        + meta("article:published_time", "2020-11-14T10:00:05+05:00")
    )
    found = taken(page(article(), head))
    assert (found.title, found.author, found.publisher) == ("A raid", "Nadia Orvel", "The Paper")
    assert found.url == "https://paper.example/raid"
    assert found.posted.edtf == "2020-11-14T10:00:05+05:00"
    assert {rule for _, _, rule in read_as(found, "author")} == {"meta_tag"}


def test_all_authors_that_are_cited_are_read() -> None:
    head = meta("citation_author", "Orvel, Nadia") + meta("citation_author", "Varr, Junaid")
    assert taken(page(article(), head)).author == "Orvel, Nadia; Varr, Junaid"


@pytest.mark.parametrize(
    "title",
    ["A raid | The Paper", "A raid - The Paper", "The Paper: A raid", "A raid — The Paper"],
)
def test_the_name_of_the_site_is_no_part_of_a_title(title: str) -> None:
    head = f"<title>{title}</title>{meta('og:site_name', 'The Paper')}"
    (read,) = read_as(taken(page(article(), head)), "title")
    assert read == ("A raid", title, "page_title")


def test_a_site_that_the_page_does_not_name_stays_in_the_title() -> None:
    assert taken(page(article(), "<title>A raid | The Paper</title>")).title == "A raid | The Paper"


def test_a_heading_that_begins_the_title_of_the_page_is_its_title() -> None:
    data = page(f"<h1>A raid in town</h1>{article()}", "<title>A raid in town | Paper</title>")
    found = taken(data)
    assert found.title == "A raid in town"
    heading = found.readings[0]
    assert (heading.rule, heading.span and heading.span.of(found.text)) == (
        "heading",
        "A raid in town",
    )


def test_the_name_of_the_site_in_a_heading_is_no_title() -> None:
    data = page(f"<h1>The Paper of the town</h1>{article()}", "<title>A raid</title>")
    assert taken(data).title == "A raid"


@pytest.mark.parametrize(
    "time",
    [
        "<time pubdate datetime='2020-11-14'>last week</time>",
        "<time itemprop='datePublished' datetime='2020-11-14'>last week</time>",
        "<time class='entry-date published' datetime='2020-11-14'>last week</time>",
    ],
)
def test_a_time_that_is_marked_as_the_date_of_the_page_is_read(time: str) -> None:
    found = taken(page(f"<p>{time}</p>{article()}"))
    assert read_as(found, "posted")[0] == ("2020-11-14", "2020-11-14", "time_mark")


@pytest.mark.parametrize(
    "time",
    [
        "<time datetime='2020-11-14'>last week</time>",
        "<time class='updated published' datetime='2020-11-14'>last week</time>",
        "<time pubdate datetime='some day'>last week</time>",
    ],
)
def test_any_other_time_says_nothing_of_the_page(time: str) -> None:
    assert taken(page(f"<p>{time}</p>{article()}")).posted.words == ""


def test_a_date_with_two_readings_waits() -> None:
    posted = taken(page(article(), meta("dc.date", "10/8/2015"))).posted
    assert (posted.words, posted.edtf, posted.basis) == ("10/8/2015", "", DateBasis.AMBIGUOUS)


def test_the_address_that_a_page_wants_to_be_known_by_is_read() -> None:
    head = "<link rel='canonical' href='https://paper.example/raid'>"
    assert taken(page(article(), head)).url == "https://paper.example/raid"


@pytest.mark.parametrize(
    "href", ["/raid", "https://paper.example/", "javascript:alert(1)", "https://[broken/x"]
)
def test_the_address_of_a_site_or_of_nothing_is_none(href: str) -> None:
    assert taken(page(article(), f"<link rel='canonical' href='{href}'>")).url == ""


SINGLE_FILE = """
 Page saved with SingleFile
 url: https://paper.example/raid
 saved date: Sat Nov 14 2020 12:00:05 GMT+0500 (Pakistan Standard Time)
"""
MIRRORED = " Mirrored from paper.example/raid by HTTrack 3, Sat, 14 Nov 2020 10:00:05 GMT "
ARCHIVED = """
     FILE ARCHIVED ON 18:27:11 Feb 16, 2012 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 11:14:24 Oct 02, 2020.
"""


@pytest.mark.parametrize(
    ("note", "url", "captured"),
    [
        (" saved from url=(0026)https://paper.example/raid ", "https://paper.example/raid", ""),
        (SINGLE_FILE, "https://paper.example/raid", "2020-11-14T12:00:05+05:00"),
        (MIRRORED, "http://paper.example/raid", "2020-11-14T10:00:05Z"),
        (ARCHIVED, "https://elsewhere.example/a", "2012-02-16T18:27:11"),
    ],
)
@pytest.mark.parametrize("where", ["{note}{page}", "{page}{note}"])
def test_what_was_noted_when_the_page_was_saved_comes_first(
    note: str, url: str, captured: str, where: str
) -> None:
    source = page(article(), meta("og:url", "https://elsewhere.example/a")).decode()
    found = taken(where.format(note=f"<!--{note}-->", page=source).encode())
    assert found.url == url
    assert found.captured.edtf == captured
    if captured:
        assert {rule for _, _, rule in read_as(found, "captured")} == {"saved_from"}


def test_words_come_before_the_language_that_a_page_declares() -> None:
    urdu = "پولیس نے کہا ہے کہ شہر میں تین افراد کو گرفتار کیا گیا اور ان کے گھر سے اسلحہ ملا"
    found = taken(f"<html lang='en-US'><body><p>{urdu}</p></body></html>".encode())
    assert found.language == "ur"
    assert read_as(found, "language") == [
        ("ur", "", "common_words"),
        ("en", "en-US", "meta_tag"),
    ]


def test_the_declared_language_counts_where_words_tell_nothing() -> None:
    found = taken(b"<html lang='bal'><body><p>Kalat, Turbat</p></body></html>")
    assert found.language == "bal"


@pytest.mark.parametrize("name", ["admin", "https://paper.example/nadia", "", "..."])
def test_what_names_nobody_is_no_author(name: str) -> None:
    assert taken(page(article(), meta("author", name))).author == ""
