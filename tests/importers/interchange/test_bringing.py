"""A text of another program becomes a document exactly as it is."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Incoming
from reviewer.domain.text import normalise
from reviewer.importers.interchange.bringing import Said, brought, left_out
from reviewer.importers.originals import restore

MADE_BY = ("brat", 1)


def made(text: str, **said: object) -> Incoming:
    """Make a document of a text, with what is said of it."""
    return brought("1", "a.txt", text, importer=MADE_BY, **said).incoming  # type: ignore[arg-type]


@given(st.text(min_size=1).filter(lambda text: normalise(text).text.strip() != ""))
@settings(max_examples=60)
def test_the_text_is_the_raw_one_only_normalised(text: str) -> None:
    incoming = made(text)
    assert incoming.text == normalise(text).text
    data = text.encode("utf-8", "surrogatepass")
    assert restore(incoming.original, incoming.text) == data


def test_white_space_at_both_ends_stays_and_no_newline_is_added() -> None:
    assert made("\n\n  He denied it. \n \n").text == "\n\n  He denied it. \n \n"
    assert made("no end").text == "no end"


def test_bytes_that_the_text_gives_back_are_kept_as_a_recipe() -> None:
    data = "\ufeffone\r\ntwo 😀".encode("utf-16-le")
    incoming = made("one\r\ntwo 😀", original=data)
    assert incoming.original.recipe == "utf-16-le bom crlf"
    assert restore(incoming.original, incoming.text) == data


def test_bytes_of_another_kind_are_kept_as_they_are() -> None:
    data = b"%PDF-1.7 \x00\x01\x02 something else"
    incoming = made("The words of it.", original=data, media_type="application/pdf")
    assert incoming.original.sha256 == hashlib.sha256(data).hexdigest()
    assert incoming.original.data == data
    assert incoming.media_type == "application/pdf"


def test_what_the_file_says_wins_over_what_the_rules_read() -> None:
    text = "The bridge\n\nBy Asha Karim\n\nPosted on 3 May 2019\n\nIt fell.\n"
    assert made(text).author == "Asha Karim"
    incoming = made(
        text,
        said=Said(
            title="A  bridge\nfell",
            author="R. Noor",
            publisher="Courier",
            url="https://example.org/1",
            language="en",
            posted="2019-06-01",
            captured="2019-06-02T10:00:00Z",
        ),
    )
    assert (incoming.title, incoming.author) == ("A bridge fell", "R. Noor")
    assert (incoming.publisher, incoming.url) == ("Courier", "https://example.org/1")
    assert incoming.language == "en"
    assert incoming.posted == WrittenDate("2019-06-01", "2019-06-01", DateBasis.UNAMBIGUOUS)
    assert incoming.captured.edtf == "2019-06-02T10:00:00Z"


def test_words_that_are_no_date_wait_for_an_analyst() -> None:
    assert made("It fell.", said=Said(posted="last week")).posted == WrittenDate(
        "last week", "", DateBasis.AMBIGUOUS
    )
    assert made("It fell.", said=Said(posted="2019-06?")).posted.edtf == "2019-06?"


def test_a_date_of_our_own_keeps_its_basis() -> None:
    settled = WrittenDate("10/8/2015", "2015-08-10", DateBasis.SETTLED, "the page of contents")
    incoming = made("It fell.", said=Said(posted=settled))
    assert incoming.posted == settled
    assert incoming.captured == WrittenDate()


def test_a_text_without_a_word_is_refused_by_its_name() -> None:
    with pytest.raises(Unreadable, match=r"a\.txt") as refused:
        made(" \n")
    doubt = left_out(refused.value, "T1")
    assert doubt.sentence == str(refused.value)
    assert doubt.at == "T1"


def test_half_characters_and_controls_in_what_is_said_do_no_harm() -> None:
    incoming = made("It \ud800fell.", said=Said(title="=cmd \ud800</script>\x00]]>"))
    assert incoming.text == "It \ufffdfell."
    assert incoming.title == "=cmd \ufffd</script>\ufffd]]>"
