"""Only whoever said something takes it back; its mentions by the same speaker go with it."""

from reviewer.domain.badges import Said
from reviewer.domain.links import Independence, Link, LinkType
from reviewer.domain.retractions import speakers_wanted, taken_back

PARTY, POLICE = 7, 8


def said(*speakers: int | str) -> dict[int, Said]:
    """Give passages from 1 on, each by an actor or by somebody in words."""
    return {
        at: Said(at, at, actor=one) if isinstance(one, int) else Said(at, at, speaker=one)
        for at, one in enumerate(speakers, 1)
    }


def link(kind: LinkType, start: int, end: int | None) -> Link:
    return Link(1, "", kind, start, end, None, Independence.NOT_JUDGED, "", 1, "")


def back(start: int, end: int | None) -> Link:
    return link(LinkType.RETRACTS, start, end)


def again(start: int, end: int) -> Link:
    return link(LinkType.SAME_FIGURE, start, end)


def test_whoever_said_it_takes_it_back() -> None:
    assert taken_back(said(PARTY, PARTY), [back(2, 1)]) == {1}
    assert taken_back(said("Noor Jalvand", "Noor  Jalvand"), [back(2, 1)]) == {1}


def test_what_somebody_else_tells_of_it_takes_nothing_back() -> None:
    assert taken_back(said(PARTY, POLICE), [back(2, 1)]) == frozenset()
    assert taken_back(said("a spokesman", "a spokesman"), [back(2, 1)]) == frozenset()
    assert taken_back(said("", ""), [back(2, 1)]) == frozenset()


def test_another_link_between_the_same_speakers_takes_nothing_back() -> None:
    assert taken_back(said(PARTY, PARTY), [link(LinkType.DENIES, 2, 1)]) == frozenset()
    assert taken_back(said(PARTY, PARTY), [again(1, 2)]) == frozenset()


def test_a_retraction_of_what_is_not_held_or_not_known_is_passed_over() -> None:
    assert taken_back(said(PARTY, PARTY), [back(2, None), back(2, 9), back(9, 1)]) == frozenset()


def test_every_mention_of_a_count_by_its_own_speaker_is_taken_back_with_it() -> None:
    found = said(PARTY, PARTY, POLICE, PARTY, PARTY, PARTY)
    links = [back(2, 1), again(1, 3), again(3, 4), again(5, 6), again(4, 99)]
    assert taken_back(found, links) == {1, 4}


def test_only_speakers_that_can_tell_are_asked_for() -> None:
    many = [again(10, 11), link(LinkType.DENIES, 20, 21)]
    assert speakers_wanted(many) == frozenset()
    assert speakers_wanted([*many, back(2, 1), again(1, 3), back(5, None)]) == {1, 2, 3}
    assert speakers_wanted([*many, back(2, 10)]) == {2, 10, 11}
