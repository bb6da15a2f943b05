"""A text that is put together line by line knows the place of everything it was told of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Furniture, FurnitureKind, Incoming, PartKind, Reading
from reviewer.domain.spans import Span
from reviewer.domain.text import is_normal, normalise, sha256_of
from reviewer.importers.originals import restore
from reviewer.importers.writing import Writing

LINES = st.lists(
    st.tuples(st.text(max_size=12), st.sampled_from([None, *FurnitureKind]), st.booleans()),
    max_size=8,
)


def made(writing: Writing, *readings: Reading) -> Incoming:
    return writing.incoming(
        importer=("word", 1),
        media_type="application/x-word",
        readings=readings,
    )


@given(LINES)
def test_every_line_stands_where_it_was_said_to_stand(
    lines: list[tuple[str, FurnitureKind | None, bool]],
) -> None:
    writing = Writing(b"PK", "report.docx")
    writing.line("The report.")
    told: list[tuple[Span, str]] = []
    for words, kind, blank in lines:
        if blank:
            writing.blank()
        before = writing.place
        span = writing.line(words, kind)
        if span is not None:
            assert span.start == before
            told.append((span, words))
    writing.line("The end.")
    text = made(writing).text
    assert is_normal(text)
    for span, words in told:
        assert text[span.start : span.end] == normalise(words).text.strip("\n")


def test_a_text_is_its_lines_with_one_empty_line_where_a_blank_was_left() -> None:
    writing = Writing(b"PK", "report.docx")
    writing.blank()
    writing.line("The raid")
    writing.blank()
    writing.blank()
    writing.line("Two men were\r\nheld.")
    writing.line("")
    writing.blank()
    found = made(writing)
    assert found.text == "The raid\n\nTwo men were\nheld.\n"
    assert found.text_sha256 == sha256_of(found.text)
    assert found.changed == 1
    assert found.title == "The raid"


def test_repaired_characters_are_counted_with_the_normalised_ones() -> None:
    writing = Writing(b"PK", "report.docx")
    writing.line("Two men\x00")
    writing.repaired(2)
    assert made(writing).changed == 3


def test_furniture_of_one_kind_on_neighbouring_lines_is_one_piece() -> None:
    writing = Writing(b"PK", "page.html")
    writing.line("Home", FurnitureKind.NAVIGATION)
    writing.line("News", FurnitureKind.NAVIGATION)
    writing.line("Two men were held.")
    writing.line("Share", FurnitureKind.SHARING)
    found = made(writing)
    assert found.furniture == (
        Furniture(Span(0, 9), FurnitureKind.NAVIGATION),
        Furniture(Span(29, 34), FurnitureKind.SHARING),
    )
    assert found.title == "Two men were held."


def test_parts_know_their_words_and_an_empty_page_its_place() -> None:
    writing = Writing(b"PK", "report.pdf")
    first = writing.begin(PartKind.PAGE, number=1, label="i")
    writing.line("One.")
    writing.blank()
    writing.end(first)
    second = writing.begin(PartKind.PAGE, number=2)
    writing.end(second)
    third = writing.begin(PartKind.PAGE, number=3, label="2\r\n")
    title = writing.begin(PartKind.HEADING, number=1)
    writing.line("Three.")
    writing.end(title)
    writing.end(third)
    found = made(writing)
    told = [(part.kind, part.number, part.label, (part.start, part.end)) for part in found.parts]
    assert told == [
        (PartKind.PAGE, 1, "i", (0, 4)),
        (PartKind.PAGE, 2, "", (6, 6)),
        (PartKind.HEADING, 1, "", (6, 12)),
        (PartKind.PAGE, 3, "2\n", (6, 12)),
    ]


def test_an_empty_page_at_the_end_lies_at_the_end_of_the_text() -> None:
    writing = Writing(b"PK", "report.pdf")
    writing.line("One.")
    writing.blank()
    writing.end(writing.begin(PartKind.PAGE, number=2))
    found = made(writing)
    (page,) = found.parts
    assert (page.start, page.end) == (len(found.text), len(found.text))


def test_what_the_file_says_of_itself_comes_before_what_its_words_say() -> None:
    writing = Writing(b"PK", "report.docx")
    writing.line("The raid")
    stated = Reading("title", "Raid of 3 March", "Raid of 3 March", None, "properties")
    found = made(writing, stated)
    assert found.title == "Raid of 3 March"
    assert found.readings[0] == stated


def test_the_files_own_bytes_come_back() -> None:
    data = b"PK\x03\x04" + bytes(range(256))
    writing = Writing(data, "report.docx")
    writing.line("The raid")
    found = made(writing)
    assert restore(found.original, found.text) == data


def test_a_file_without_a_word_is_refused_by_name() -> None:
    writing = Writing(b"PK", "report.docx")
    writing.line(" – ")
    with pytest.raises(Unreadable, match=r"“report\.docx” is empty"):
        made(writing)


def test_a_text_that_gets_too_long_is_refused_while_it_grows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reviewer.importers.writing.LONGEST_TEXT", 20)
    writing = Writing(b"PK", "report.docx")
    writing.line("Nineteen letters so")
    with pytest.raises(Unreadable, match=r"“report\.docx” is too long"):
        writing.line("x")
