"""How a passage is told in a report."""

import pytest

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.exported import BARE, ExportedName, ExportedRecord
from reviewer.domain.reading.conventions import ByConvention
from reviewer.domain.records import Value
from reviewer.domain.report import ENGLISH
from reviewer.domain.report_accounts import (
    account_of,
    around,
    date_said,
    details_of,
    name_said,
    published_said,
)
from reviewer.domain.snapshot import ExportedPassage
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from tests.exporters.snapshots import PASSAGE


def with_record(record: ExportedRecord) -> ExportedPassage:
    return PASSAGE._replace(record=record)


def head(record: ExportedRecord) -> str:
    return ENGLISH.words(account_of(with_record(record)).head)


def lines(record: ExportedRecord) -> list[str]:
    return [
        f"{ENGLISH.words(one.label)}: {ENGLISH.words(one.words)}" + ("?" if one.hollow else "")
        for one in details_of(record)
    ]


def figure(**entered: Value) -> ExportedRecord:
    return ExportedRecord(RecordKind.FIGURE, entered)


def test_whoever_says_so_stands_in_front() -> None:
    kind = RecordKind.ALLEGATION
    named = ExportedRecord(kind, chain=(ExportedName("", "a page"), ExportedName("Army", "army")))
    assert head(named) == "According to Army, as told by “a page” in D1:"
    described = ExportedRecord(kind, chain=(ExportedName("", "a security official"),))
    assert head(described) == "According to “a security official”, as D1 has it:"
    unnamed = ExportedRecord(kind, chain=(ExportedName("", ""),))
    assert head(unnamed) == "According to not named, as D1 has it:"


def test_whoever_told_it_is_named_beside_who_is_said_to_have_said_it() -> None:
    chain = (ExportedName("Courier", ""), ExportedName("", "a clerk"), ExportedName("Army", ""))
    found = head(ExportedRecord(RecordKind.ALLEGATION, chain=chain))
    assert found == "According to Army, as told by Courier, “a clerk” in D1:"


def test_a_day_of_publication_that_nobody_knows_is_said_not_to_be_known() -> None:
    assert ENGLISH.words(published_said(NO_DATE)) == "date of publication not known"
    known = WrittenDate("8 May", "2019-05-08", DateBasis.ENTERED)
    assert ENGLISH.words(published_said(known)) == "published 8 May [2019-05-08]"


def test_a_speaker_a_rule_read_is_not_confirmed() -> None:
    read: dict[str, Value] = {"chain": (ChainMember(None, "Colonel Tahir"),)}
    found = head(ExportedRecord(RecordKind.ALLEGATION, read=read))
    assert found == "According to Colonel Tahir (○ not confirmed), as D1 has it:"


def test_nobody_is_made_up_where_nobody_was_entered() -> None:
    assert head(BARE[RecordKind.ALLEGATION]) == ("D1 has these words; who says so was not entered:")


def test_the_words_stand_in_the_rest_of_their_sentence() -> None:
    passage = PASSAGE._replace(quote="were hurt", sentence="Twelve were hurt there.")
    assert around(passage) == ("Twelve ", " there.")


@pytest.mark.parametrize("text", ["", "Something else entirely, of another version."])
def test_words_that_stand_twice_are_placed_by_the_text_or_stand_alone(text: str) -> None:
    passage = PASSAGE._replace(quote="ran", sentence="He ran and ran.", span=Span(11, 14))
    assert around(passage, text) == ("", "")
    assert around(passage, "He ran and ran.") == ("He ran and ", ".")


def test_words_that_are_not_in_the_sentence_stand_alone() -> None:
    assert around(PASSAGE._replace(quote="[A3]", sentence="Army.")) == ("", "")
    assert around(PASSAGE._replace(quote="", sentence="Army.")) == ("", "")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (figure(low=0, high=0, qualifier="stated"), "Read as: 0"),
        (figure(low=61, qualifier="more_than"), "Read as: more than 60"),
        (figure(about=30, qualifier="about"), "Read as: about 30"),
        (figure(qualifier="words_only"), "Read as: words only, no number"),
        (ExportedRecord(RecordKind.FIGURE, read={"low": 5, "high": 5}), "Read as: 5?"),
        (figure(negated=True), "Denied number: yes"),
        (figure(victim_group="workers"), "Group (the analysts’ choice): workers"),
        (
            figure(as_of=WrittenDate("8 May", "2019-05-08", DateBasis.ENTERED)),
            "Counted up to: 8 May [2019-05-08]",
        ),
        (figure(harm="killed"), "What happened to them: killed"),
        (
            ExportedRecord(RecordKind.FIGURE, by_convention=ByConvention(12, "acled")),
            "At least: at least 12 by the convention “acled”; no number of the source",
        ),
        (ExportedRecord(RecordKind.FIGURE, own={"{odd}": "x"}), "{odd}: x"),
    ],
)
def test_a_figure_is_told_as_its_source_words_it(record: ExportedRecord, said: str) -> None:
    assert lines(record) == [said]


def test_a_figure_without_a_number_has_none() -> None:
    assert lines(figure(number_text="Twelve")) == ["Number as printed: Twelve"]


def test_a_chain_is_told_where_it_says_more_than_its_last_member() -> None:
    kind = RecordKind.RESPONSE
    chain = (ExportedName("Courier", ""), ExportedName("", "the army", "is said to"))
    assert lines(ExportedRecord(kind, chain=chain)) == [
        "Told by (chain): Courier ← “the army” (“is said to”)"
    ]
    assert lines(ExportedRecord(kind, chain=chain[:1])) == []
    read = (ChainMember(None, "Courier"), ChainMember(None, "Tahir"))
    assert lines(ExportedRecord(kind, read={"chain": read})) == [
        "Told by (chain): Courier ← Tahir?"
    ]
    assert lines(ExportedRecord(kind, read={"chain": read[:1]})) == []


def test_who_is_accused_and_harmed_is_told_as_named() -> None:
    kind = RecordKind.ALLEGATION
    names = (ExportedName("Army", "army"), ExportedName("", "three men"))
    assert lines(ExportedRecord(kind, accused=names)) == [
        "Who is said to have done it: Army, “three men”"
    ]
    read: dict[str, Value] = {"victims": (Named(None, "Shireen Kol"),)}
    assert lines(ExportedRecord(kind, read=read)) == ["Names given: Shireen Kol?"]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        (WrittenDate("8 May", "2019-05-08", DateBasis.ENTERED), "8 May [2019-05-08]"),
        (WrittenDate("1/2/2019", "", DateBasis.AMBIGUOUS), "1/2/2019 (can be read in two ways)"),
        (WrittenDate("2019", "2019", DateBasis.ENTERED), "2019"),
        (WrittenDate("", "2019", DateBasis.ENTERED), "2019"),
        (WrittenDate("soon"), "soon"),
    ],
)
def test_a_date_is_told_as_printed_and_as_read(date: WrittenDate, said: str) -> None:
    assert ENGLISH.words(date_said(date)) == said


def test_a_name_that_is_filed_is_told_as_filed() -> None:
    assert name_said("the  colonel", "Tahir") == "Tahir"
    assert name_said("Colonel  Tahir") == "Colonel Tahir"
