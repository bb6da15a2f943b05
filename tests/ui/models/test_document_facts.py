"""The facts of a document: in words, with where they come from, and nothing invented."""

import pytest

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.incoming import EncodingBasis, Reading
from reviewer.domain.spans import Span
from reviewer.ui.models.document_facts import (
    LONGEST_SOURCE_LINE,
    Fact,
    date_explained,
    facts_of,
    shortened,
    source_line,
)
from reviewer.workspace.project import Workspace
from tests.builders import a_document, read_as, two_readings

TEXT = "Site menu\n\nPosted on: 10/8/2015\n\nTwelve people were hurt."


def posted_at(text: str, words: str) -> Reading:
    start = text.index(words)
    return Reading("posted", "", words, Span(start, start + len(words)), "posted_line")


def facts(workspace: Workspace, document: int) -> dict[str, Fact]:
    return {fact.key: fact for fact in facts_of(workspace.documents, document)}


def plainly(words: str) -> str:
    return words.translate(dict.fromkeys((0x2068, 0x2069)))


def test_an_ambiguous_date_names_both_days_and_the_line_it_comes_from(
    workspace: Workspace,
) -> None:
    document = a_document(
        workspace,
        TEXT,
        posted=two_readings("10/8/2015"),
        readings=(posted_at(TEXT, "10/8/2015"),),
    )
    posted = facts(workspace, document)["posted"]
    assert plainly(posted.words) == "10/8/2015"
    assert posted.caution == "8 October 2015 or 10 August 2015?"
    assert posted.settles == "posted"
    assert [plainly(line) for line in posted.more] == ["from: “Posted on: 10/8/2015”"]


def test_a_settled_date_says_on_what_it_rests(workspace: Workspace) -> None:
    date = WrittenDate("10/8/2015", "2015-10-08", DateBasis.SITE, "11/14/2020 (The gate)")
    posted = facts(workspace, a_document(workspace, posted=date))["posted"]
    assert (posted.caution, posted.settles) == ("", "")
    assert [plainly(line) for line in posted.more] == [
        "read as 8 October 2015",
        "settled for all pages of this site",
        "on this evidence: 11/14/2020 (The gate)",
    ]


def test_a_stamp_without_a_zone_says_so_and_gets_none() -> None:
    stamp = read_as("2/24/2021 8:27:48 PM", "2021-02-24T20:27:48")
    assert date_explained(stamp) == [
        "read as 24 February 2021, 20:27:48",
        "no time zone is printed",
    ]
    zoned = read_as("2021-02-24 20:27:48 +05:00", "2021-02-24T20:27:48+05:00")
    assert date_explained(zoned) == ["read as 24 February 2021, 20:27:48 UTC+05:00"]


def test_a_reading_that_is_no_expression_is_shown_as_it_is() -> None:
    assert date_explained(read_as("then", "some day")) == ["read as some day"]


def test_what_is_not_known_is_said_where_it_can_be_filled_in(workspace: Workspace) -> None:
    found = facts(workspace, a_document(workspace))
    for key in ("publisher", "author", "posted"):
        assert (found[key].words, found[key].known, found[key].edits) == ("not known", False, True)
    for key in ("captured", "url", "language", "note"):
        assert key not in found


def test_what_is_known_is_told(workspace: Workspace) -> None:
    document = a_document(
        workspace,
        title="At the bridge",
        publisher="The Courier",
        author="N. Ost",
        url="https://courier.example/bridge",
        language="en",
        captured=read_as("2/24/2021", "2021-02-24"),
    )
    workspace.documents.describe(document, "note", "First line\nsecond line")
    found = facts(workspace, document)
    said = {key: plainly(fact.words) for key, fact in found.items()}
    assert said["publisher"] == "The Courier"
    assert said["author"] == "N. Ost"
    assert said["url"] == "https://courier.example/bridge"
    assert said["language"] == "en"
    assert said["captured"] == "2/24/2021"
    assert said["note"] == "First line\nsecond line"
    assert said["original_name"] == "at.txt"


def test_the_status_comes_with_its_reason_and_the_second_look(workspace: Workspace) -> None:
    document = a_document(workspace)
    workspace.documents.review([document], ReviewStatus.SET_ASIDE, "a copy of D4")
    workspace.documents.mark_second_look([document], wanted=True)
    status = facts(workspace, document)["review_status"]
    assert status.words == "Set aside"
    assert [plainly(line) for line in status.more] == ["a copy of D4", "marked for a second look"]
    assert not status.edits


@pytest.mark.parametrize(
    ("encoding", "basis", "words", "why"),
    [
        ("utf-8", EncodingBasis.STRICT, "UTF-8", "every byte of the file fits it"),
        ("windows-1256", EncodingBasis.GUESSED, "Windows-1256", "guessed from the bytes"),
        ("shift_jis", EncodingBasis.CHOSEN, "shift_jis", "chosen when it was imported"),
    ],
)
def test_the_encoding_is_told_with_the_reason_for_it(
    workspace: Workspace, encoding: str, basis: EncodingBasis, words: str, why: str
) -> None:
    document = a_document(workspace, encoding=encoding, encoding_basis=basis, changed=3)
    found = facts(workspace, document)["encoding"]
    assert found.words == words
    assert found.more[0].startswith(why)
    assert found.more[1].startswith("3 line ends and other characters changed")


def test_every_basis_of_an_encoding_has_its_words(workspace: Workspace) -> None:
    for basis in EncodingBasis:
        document = a_document(workspace, f"Text {basis}", encoding_basis=basis)
        assert facts(workspace, document)["encoding"].more[0]


def test_fingerprints_are_shortened_and_copied_whole(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve", original=b"Twelve\r\n")
    found = facts(workspace, document)
    text, file = found["text_sha256"], found["original_sha256"]
    assert len(text.copied) == len(file.copied) == 64
    assert text.copied != file.copied
    assert text.words == shortened(text.copied)
    assert len(text.words) < 20


def test_a_line_it_was_read_from_is_shortened_around_the_words() -> None:
    text = "x " * 400 + "Posted on: 10/8/2015 " + "y " * 400
    line = source_line(text, posted_at(text, "10/8/2015"))
    assert "Posted on: 10/8/2015" in line
    assert len(line) <= LONGEST_SOURCE_LINE


def test_words_read_from_no_place_in_the_text_have_no_line() -> None:
    assert source_line(TEXT, None) == ""
    assert source_line(TEXT, Reading("title", "", "name", None, "file_name")) == ""
    assert source_line(TEXT, Reading("posted", "", "x", Span(900, 901), "posted_line")) == ""


def test_what_a_document_says_cannot_turn_what_stands_beside_it(workspace: Workspace) -> None:
    document = a_document(workspace, publisher="\u202egnidael\nsite")
    words = facts(workspace, document)["publisher"].words
    assert "\u202e" not in words
    assert "\n" not in words
    assert (words[0], words[-1]) == ("\u2068", "\u2069")


def test_a_date_in_a_programs_notation_is_spelled_with_what_the_file_says(
    workspace: Workspace,
) -> None:
    posted = read_as("D:20130205154705-05'00'", "2013-02-05T15:47:05-05:00")
    document = a_document(workspace, posted=posted)
    fact = next(one for one in facts_of(workspace.documents, document) if one.key == "posted")
    assert "5 February 2013" in fact.words
    assert "D:20130205" in fact.more[0]


def test_a_file_whose_kind_sets_its_encoding_says_so(workspace: Workspace) -> None:
    document = a_document(workspace, encoding="", encoding_basis=EncodingBasis.DECLARED)
    fact = next(one for one in facts_of(workspace.documents, document) if one.key == "encoding")
    assert (fact.words, fact.more) == ("set by the kind of file", ())


def test_when_a_file_was_made_is_no_date_of_publication(workspace: Workspace) -> None:
    made = Reading("made", "2013-02-05T15:47:05", "D:20130205154705", None, "properties")
    document = a_document(workspace, readings=(made,))
    told = facts(workspace, document)
    assert told["posted"].words == "not known"
    assert told["made"].words.startswith("5 February 2013")
    assert "D:20130205154705" in told["made"].more[0]
