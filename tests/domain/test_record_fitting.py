"""What stays of a record when its passage gets a tag of another kind."""

from reviewer.domain.actors import ChainMember, Named
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.links import LinkType
from reviewer.domain.record_fitting import (
    fitted,
    in_one_voice,
    link_fits,
    renamed,
    standing_together,
)
from reviewer.domain.records import Record, Value
from reviewer.domain.tags import RecordKind

SAID = WrittenDate("11 March 2015", "2015-03-11")
FIGURE = Record(
    1,
    RecordKind.FIGURE,
    entered={
        "low": 12,
        "chain": (ChainMember(1),),
        "victims": (Named(2),),
        "event_date": SAID,
        "said_on": SAID,
        "place": "Karimabad",
    },
)


def test_chain_names_dates_and_place_go_along_where_both_have_them() -> None:
    kept = fitted(FIGURE, RecordKind.ALLEGATION)
    assert kept.keys() == {"chain", "victims", "event_date", "statement", "place"}
    assert kept["statement"] == SAID
    assert fitted(FIGURE, RecordKind.RESPONSE).keys() == {"chain", "statement"}
    assert fitted(FIGURE, RecordKind.NONE) == {}


def test_a_field_that_a_kind_never_had_is_called_nothing_in_another() -> None:
    assert renamed(RecordKind.RESPONSE, "low", RecordKind.FIGURE) is None
    assert renamed(RecordKind.RESPONSE, "statement", RecordKind.FIGURE) == "said_on"


def test_a_figure_with_a_number_takes_no_half_of_another() -> None:
    other: dict[str, Value] = {"high": 30, "harm": "killed"}
    assert standing_together(FIGURE, other) == {"harm": "killed"}
    assert standing_together(Record(2, RecordKind.FIGURE), other) == other


def test_a_link_fits_where_its_ends_carry_what_it_is_between() -> None:
    assert link_fits(LinkType.DENIES, RecordKind.RESPONSE, RecordKind.FIGURE)
    assert not link_fits(LinkType.DENIES, RecordKind.FIGURE, RecordKind.ALLEGATION)
    assert link_fits(LinkType.UPDATES, RecordKind.FIGURE, None)
    assert not link_fits(LinkType.SAME_FIGURE, RecordKind.FIGURE, RecordKind.RESPONSE)
    assert link_fits(LinkType.REPEATS, RecordKind.NONE, RecordKind.NONE)


def test_a_zero_and_a_denial_are_one_voice_but_a_charge_and_its_denial_are_not() -> None:
    assert in_one_voice(RecordKind.FIGURE, RecordKind.RESPONSE)
    assert in_one_voice(RecordKind.ALLEGATION, RecordKind.FIGURE)
    assert not in_one_voice(RecordKind.RESPONSE, RecordKind.ALLEGATION)
    assert not in_one_voice(RecordKind.NONE, RecordKind.FIGURE)
