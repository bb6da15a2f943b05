"""Pages are drawn, and words of their text are found on them."""

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Incoming, PartKind
from reviewer.domain.pages import OnPage
from reviewer.importers import take_bytes
from reviewer.importers.paged.pdf_pictures import boxes, page_picture
from tests.importers.pdf_files import column, from_the_right, pdf

WORDS = "The bridge was hit at night, they say, and two of them saw it\nwith their own eyes there."


def kept(data: bytes, number: int = 1) -> str:
    document = next(iter(take_bytes(data, "x.pdf")))
    assert isinstance(document, Incoming)
    page = next(
        part for part in document.parts if part.kind is PartKind.PAGE and part.number == number
    )
    return document.text[page.start : page.end]


def dark(data: bytes, where: OnPage) -> int:
    """Count the dark dots of a page within a rectangle."""
    picture = page_picture(data, 1, 2.0)
    rows = range(int(where.top * picture.height), int(where.bottom * picture.height) + 1)
    columns = range(int(where.left * picture.width), int(where.right * picture.width) + 1)
    return sum(
        picture.data[4 * (row * picture.width + column)] < 128 for row in rows for column in columns
    )


def test_a_page_is_drawn_in_the_size_that_is_asked_for() -> None:
    picture = page_picture(pdf(column(WORDS)), 1, 1.0)
    assert (picture.width, picture.height) == (595, 842)
    assert len(picture.data) == 4 * picture.width * picture.height
    assert picture.data[:4] == b"\xff\xff\xff\xff"


def test_no_picture_is_larger_than_memory_allows() -> None:
    picture = page_picture(pdf([], size=(14000, 14000)), 1, 8.0)
    assert picture.width * picture.height <= 24_100_000
    assert picture.scale < 1


def test_words_are_found_where_they_are_printed() -> None:
    data = pdf(column(WORDS))
    text = kept(data)
    start = text.index("night")
    ((found,),) = boxes(data, 1, text, [(start, start + len("night"))])
    assert dark(data, found) > 20
    nothing = OnPage(found.left, found.bottom + 0.1, found.right, found.bottom + 0.12)
    assert dark(data, nothing) == 0


def test_a_passage_over_two_lines_has_two_rectangles() -> None:
    data = pdf(column(WORDS))
    text = kept(data)
    start, end = text.index("saw it"), text.index("eyes")
    ((one, other),) = boxes(data, 1, text, [(start, end)])
    assert one.bottom < other.top + 0.01
    assert other.left < one.left


def test_words_from_the_right_are_found() -> None:
    data = from_the_right(["عدد القتلى ٤٣ شخصا"])
    text = kept(data)
    start = text.index("٤٣")
    ((found,),) = boxes(data, 1, text, [(start, start + 2)])
    ((first,),) = boxes(data, 1, text, [(0, 3)])
    assert found.right < first.left


def test_of_a_text_that_was_read_otherwise_no_place_is_said() -> None:
    assert boxes(pdf(column(WORDS)), 1, "Another text altogether.", [(0, 7)]) == [[]]


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(Unreadable):
        page_picture(pdf(column(WORDS)), 9, 1.0)
