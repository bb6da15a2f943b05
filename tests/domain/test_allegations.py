"""The closed lists of allegations: every word has its label, and nothing is filled in."""

from reviewer.domain.allegations import (
    ACT_TYPE_LABELS,
    WORDING_LABELS,
    ActType,
    Allegation,
    Wording,
)
from reviewer.domain.records import FIELDS, is_empty
from reviewer.domain.tags import RecordKind


def test_every_word_has_a_label_and_no_choice_has_none() -> None:
    assert ACT_TYPE_LABELS.keys() == set(ActType)
    assert WORDING_LABELS.keys() == set(Wording)
    for labels in (list(ACT_TYPE_LABELS.items()), list(WORDING_LABELS.items())):
        assert all(bool(word) is bool(label) for word, label in labels)


def test_a_new_allegation_says_nothing() -> None:
    empty = Allegation()
    assert all(is_empty(getattr(empty, name)) for name in Allegation.__slots__)


def test_every_value_of_an_allegation_is_a_field_of_its_record() -> None:
    keys = {one.key for one in FIELDS[RecordKind.ALLEGATION]}
    assert keys - {"chain", "accused", "victims"} == set(Allegation.__slots__)
