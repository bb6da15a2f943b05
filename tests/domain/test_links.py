"""Typed relations between passages: which are likely, and which cannot be."""

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.links import (
    BETWEEN_FIGURES,
    FROM_RESPONSES,
    INDEPENDENCE_LABELS,
    LINK_TYPE_LABELS,
    REVERSE_LABELS,
    SYMMETRIC,
    Independence,
    LinkedEnd,
    LinkType,
    check_type,
    guessed_type,
)
from reviewer.domain.tags import RecordKind


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (RecordKind.RESPONSE, LinkType.DENIES),
        (RecordKind.FIGURE, LinkType.CORROBORATES),
        (RecordKind.ALLEGATION, LinkType.CORROBORATES),
        (RecordKind.NONE, LinkType.CORROBORATES),
    ],
)
def test_a_tag_makes_a_type_likely(source: RecordKind, expected: LinkType) -> None:
    assert guessed_type(source) is expected


def test_two_figures_are_told_again_only_where_they_may_be_one_count() -> None:
    assert guessed_type(RecordKind.FIGURE, one_count=True) is LinkType.SAME_FIGURE


@pytest.mark.parametrize("source", RecordKind)
@pytest.mark.parametrize("target", RecordKind)
def test_the_type_that_is_guessed_is_always_allowed(source: RecordKind, target: RecordKind) -> None:
    check_type(guessed_type(source), source, target)


@pytest.mark.parametrize("kind", sorted(FROM_RESPONSES))
def test_only_a_response_denies_or_rejects(kind: LinkType) -> None:
    check_type(kind, RecordKind.RESPONSE, RecordKind.ALLEGATION)
    check_type(kind, RecordKind.RESPONSE, None)
    with pytest.raises(NotAllowed, match="starts at a response") as refused:
        check_type(kind, RecordKind.ALLEGATION, RecordKind.ALLEGATION)
    assert LINK_TYPE_LABELS[kind] in str(refused.value)


@pytest.mark.parametrize("kind", sorted(BETWEEN_FIGURES))
def test_only_figures_are_parts_newer_counts_or_the_same(kind: LinkType) -> None:
    check_type(kind, RecordKind.FIGURE, RecordKind.FIGURE)
    check_type(kind, RecordKind.FIGURE, None)
    for source, target in (
        (RecordKind.FIGURE, RecordKind.ALLEGATION),
        (RecordKind.RESPONSE, RecordKind.FIGURE),
        (RecordKind.ALLEGATION, None),
    ):
        with pytest.raises(NotAllowed, match="between two figures"):
            check_type(kind, source, target)


def test_every_type_has_words_each_way_and_symmetric_ones_the_same() -> None:
    assert set(LINK_TYPE_LABELS) == set(REVERSE_LABELS) == set(LinkType)
    assert set(INDEPENDENCE_LABELS) == set(Independence)
    same = {one for one in LinkType if LINK_TYPE_LABELS[one] == REVERSE_LABELS[one]}
    assert same == SYMMETRIC


def test_a_link_is_read_from_the_passage_that_was_asked_for() -> None:
    def end(*, outgoing: bool) -> LinkedEnd:
        judged = Independence.NOT_JUDGED
        return LinkedEnd(1, LinkType.DENIES, outgoing, 2, 1, "D1·2", "No.", "A page", judged, "")

    assert end(outgoing=True).words == "denies"
    assert end(outgoing=False).words == "denied by"
