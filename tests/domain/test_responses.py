"""The closed lists of responses: an admission is none of the denials."""

from reviewer.domain.records import FIELDS, is_empty
from reviewer.domain.responses import (
    DENIALS,
    RESPONSE_KIND_LABELS,
    SCOPE_LABELS,
    Response,
    ResponseKind,
    Scope,
)
from reviewer.domain.tags import RecordKind


def test_every_word_has_a_label_and_no_choice_has_none() -> None:
    assert RESPONSE_KIND_LABELS.keys() == set(ResponseKind)
    assert SCOPE_LABELS.keys() == set(Scope)
    for labels in (list(RESPONSE_KIND_LABELS.items()), list(SCOPE_LABELS.items())):
        assert all(bool(word) is bool(label) for word, label in labels)


def test_admitting_taking_back_and_not_answering_are_no_denials() -> None:
    no_denials = set(ResponseKind) - DENIALS
    assert no_denials == {
        ResponseKind.NONE,
        ResponseKind.ACCEPT_RESPONSIBILITY,
        ResponseKind.RETRACTION,
        ResponseKind.DISSOCIATION,
        ResponseKind.RHETORICAL_QUESTION,
        ResponseKind.NO_COMMENT,
    }


def test_a_new_response_says_nothing_and_has_the_fields_of_its_record() -> None:
    empty = Response()
    assert all(is_empty(getattr(empty, name)) for name in Response.__slots__)
    keys = {one.key for one in FIELDS[RecordKind.RESPONSE]}
    assert keys - {"chain"} == set(Response.__slots__)
