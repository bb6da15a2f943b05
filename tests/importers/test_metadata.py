"""Metadata: what was read fills the fields; a title there always is."""

from reviewer.domain import furniture
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.incoming import Furniture, FurnitureKind, Reading
from reviewer.domain.reading import captures
from reviewer.domain.spans import Span
from reviewer.importers.metadata import LONGEST_TITLE, Metadata, described


def read(text: str, name: str = "file.txt") -> Metadata:
    found = furniture.find(text)
    return described(text, name, found, captures.read(text, found))


def test_a_captured_page_fills_in_what_it_says_about_itself() -> None:
    page = (
        "Home  News  Videos  About us  Contact us  Links\n\n"
        "Army denies the night raid\n\nArmy denies the night raid\n"
        " Posted on: 10/8/2015\nThe army denied on Friday that its men had been in the town.\n\n"
        "2/24/2021 8:27:48 PM"
    )
    metadata = read(page)
    assert metadata.title == "Army denies the night raid"
    assert metadata.posted == WrittenDate("10/8/2015", "", DateBasis.AMBIGUOUS)
    assert metadata.captured.words == "2/24/2021 8:27:48 PM"
    assert metadata.captured.basis is DateBasis.UNAMBIGUOUS


def test_every_field_takes_its_first_reading() -> None:
    fields = ("title", "author", "publisher", "url", "language", "author")
    readings = tuple(
        Reading(field, f"{field} {number}", "words", None, "rule")
        for number, field in enumerate(fields)
    )
    metadata = described("text", "a.txt", (), readings)
    assert metadata.title == "title 0"
    assert metadata.author == "author 1"
    assert (metadata.publisher, metadata.url) == ("publisher 2", "url 3")
    assert metadata.language == "language 4"
    assert metadata.posted == metadata.captured == WrittenDate()


def test_without_a_title_the_first_own_line_serves() -> None:
    text = "Menu  Home\n  \n-----\n\u00a0The  army denied it.\nMore.\n"
    pieces = (Furniture(Span(0, 10), FurnitureKind.NAVIGATION),)
    assert described(text, "a.txt", pieces, ()).title == "The army denied it."


def test_a_long_first_line_is_cut_at_a_word() -> None:
    title = described("many words, " * 40, "a.txt", (), ()).title
    assert title.endswith("words…")
    assert len(title) <= LONGEST_TITLE
    assert len(described("x" * 500, "a.txt", (), ()).title) == LONGEST_TITLE


def test_without_any_line_the_file_name_serves() -> None:
    assert described("…\n---\n", "بیان\n2015.txt", (), ()).title == "بیان 2015"
    assert described("…", " .txt", (), ()).title == " .txt"
