"""What may be entered in a record, field by field, and how a reading is understood."""

import pytest

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.record_values import MOST_NAMES, checked, date_of, line_of, understood
from reviewer.domain.records import RecordField, Value, field_of
from reviewer.domain.tags import RecordKind


def a_field(key: str, kind: RecordKind = RecordKind.FIGURE) -> RecordField:
    found = field_of(kind, key)
    assert found is not None
    return found


ACCUSED = a_field("accused", RecordKind.ALLEGATION)


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("victim_label", " party\n workers ", "party workers"),
        ("victim_label", None, ""),
        ("low", 0, 0),
        ("low", None, None),
        ("harm", "killed", "killed"),
        ("harm", "", ""),
        ("negated", True, True),
        ("negated", None, False),
        ("chain", (ChainMember(1, " A ", " said "),), (ChainMember(1, "A", "said"),)),
        ("chain", None, ()),
        ("victims", (Named(None, " "), Named(2)), (Named(2),)),
        ("victims", None, ()),
        ("event_date", None, NO_DATE),
    ],
)
def test_what_fits_is_kept_tidily(key: str, value: Value, kept: Value) -> None:
    assert checked(a_field(key), value) == kept


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("victim_label", 12),
        ("victim_label", "x" * 2_001),
        ("low", "12"),
        ("low", True),
        ("harm", "murdered"),
        ("harm", 1),
        ("chain", "A"),
        ("chain", (Named(1),)),
        ("chain", (ChainMember(None, "x" * 301),)),
        ("victims", "A"),
        ("victims", (ChainMember(1),)),
        ("victims", tuple(Named(None, f"N{n}") for n in range(MOST_NAMES + 1))),
        ("event_date", 5),
        ("event_date", "someday"),
    ],
)
def test_what_does_not_fit_is_refused_with_words(key: str, value: Value) -> None:
    with pytest.raises(NotAllowed) as refused:
        checked(a_field(key), value)
    assert str(refused.value)


def test_a_word_that_is_not_on_the_list_is_answered_with_the_list() -> None:
    with pytest.raises(NotAllowed, match="killed, injured"):
        checked(a_field("harm"), "murdered")


def test_a_date_somebody_typed_is_entered_by_hand() -> None:
    entered = DateBasis.ENTERED
    assert date_of("2015-03-11") == WrittenDate("2015-03-11", "2015-03-11", entered)
    assert date_of(WrittenDate(" 11  March ", " 2015-03-11 ")) == WrittenDate(
        "11 March", "2015-03-11", entered
    )
    assert date_of(WrittenDate("10/8", "", DateBasis.AMBIGUOUS)).basis is DateBasis.AMBIGUOUS
    assert date_of(WrittenDate("last week", "", DateBasis.ENTERED)).basis is DateBasis.NONE
    read = WrittenDate("11 March", "2015-03-11", DateBasis.UNAMBIGUOUS)
    assert date_of(read) == read
    assert date_of("") == date_of(WrittenDate(evidence="none")) == NO_DATE


@pytest.mark.parametrize(
    ("key", "written", "value"),
    [
        ("low", "12", 12),
        ("negated", "1", True),
        ("negated", "0", False),
        ("harm", "injured", "injured"),
        ("victim_label", "party workers", "party workers"),
        ("chain", '[["Noor", "reportedly"]]', (ChainMember(None, "Noor", "reportedly"),)),
        ("victims", '[["Noor"]]', (Named(None, "Noor"),)),
    ],
)
def test_a_reading_is_understood_by_its_field(key: str, written: str, value: Value) -> None:
    assert understood(a_field(key), written, "words") == value


def test_a_date_that_was_read_keeps_the_words_it_was_read_from() -> None:
    date = understood(a_field("event_date"), "2015-03-11", "11 March 2015")
    assert date == WrittenDate("11 March 2015", "2015-03-11", DateBasis.UNAMBIGUOUS)


@pytest.mark.parametrize(
    ("key", "written"),
    [("low", "twelve"), ("chain", "Noor"), ("victims", "{}"), ("harm", "x"), ("event_date", "x")],
)
def test_a_reading_that_cannot_be_is_refused(key: str, written: str) -> None:
    with pytest.raises(NotAllowed):
        understood(a_field(key), written, "")


def test_names_of_the_accused_may_be_many_and_each_is_one_line() -> None:
    several = tuple(Named(None, f"Name {n}") for n in range(MOST_NAMES))
    assert checked(ACCUSED, several) == several
    assert line_of(" a \n b ") == "a b"
