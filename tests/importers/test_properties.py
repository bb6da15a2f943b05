"""Properties of files are read where they say something."""

import pytest

from reviewer.domain.incoming import Reading
from reviewer.domain.reading.captures import Rule
from reviewer.importers import properties


def values(readings: object) -> list[str]:
    assert isinstance(readings, list)
    return [reading.value for reading in readings if isinstance(reading, Reading)]


@pytest.mark.parametrize(
    "words",
    [
        *("", " – ", "Untitled", "untitled1.docx", "Document 3", "Microsoft Word - raid.doc"),
        *("C:\\files\\raid.doc", "/home/raid", "Unknown Title", "Normal.dotm", "x" * 600, "12.3"),
    ],
)
def test_titles_that_programs_fill_in_are_passed_over(words: str) -> None:
    assert values(list(properties.title(words))) == []


def test_a_title_is_read_on_one_line() -> None:
    assert list(properties.title(" The\n raid ")) == [
        Reading("title", "The raid", "The raid", None, Rule.PROPERTIES)
    ]
    assert values(list(properties.title("Document on the raid"))) == ["Document on the raid"]


@pytest.mark.parametrize(
    "words", ["", "-", "Windows User", "admin", "Administrator", "USER", "Unknown Author"]
)
def test_authors_that_are_nobody_are_passed_over(words: str) -> None:
    assert values(list(properties.author(words))) == []
    assert values(list(properties.author("Noor Khan"))) == ["Noor Khan"]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2015-03-04T10:11:12Z", ["2015-03-04T10:11:12Z"]),
        ("2015-03-04T10:11", ["2015-03-04T10:11:00"]),
        ("2015-03-04T10:11:12.345+0500", ["2015-03-04T10:11:12+05:00"]),
        ("2015-03-04", ["2015-03-04"]),
        ("2015-03", ["2015-03"]),
        ("2015", ["2015"]),
        ("2015-02-30", []),
        ("1601-01-01T00:00:00Z", []),
        ("1970-01-01", []),
        ("yesterday", []),
    ],
)
def test_moments_are_read_from_the_one_way_to_write_them(words: str, edtf: list[str]) -> None:
    assert values(list(properties.moment(words))) == edtf
