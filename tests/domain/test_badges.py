"""Badges: what answers a passage, counted by speakers, and what is claimed by nobody."""

from dataclasses import replace

import pytest

from reviewer.domain.badges import (
    BADGE_WORDS,
    BadgeKind,
    Badges,
    ReadingBase,
    Said,
    badges_of,
)
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.links import Independence, Link, LinkType
from reviewer.domain.responses import DENIALS, ResponseKind
from reviewer.domain.tags import RecordKind

CHARGE = Said(
    1, 1, RecordKind.ALLEGATION, actor=70, speaker="Rangers", said=WrittenDate(edtf="2015-03-11")
)
BASE = ReadingBase(12, 205)


def response(
    passage: int,
    kind: ResponseKind = ResponseKind.DENY_ACT,
    actor: int | None = None,
    speaker: str = "",
    said: str = "",
) -> Said:
    day = WrittenDate(edtf=said)
    return Said(passage, passage, RecordKind.RESPONSE, actor, speaker, day, kind)


def allegation(passage: int, actor: int | None = None) -> Said:
    return Said(passage, passage, RecordKind.ALLEGATION, actor, f"speaker {actor}")


def link(
    kind: LinkType,
    start: int,
    end: int | None = 1,
    independent: Independence = Independence.NOT_JUDGED,
) -> Link:
    return Link(1, "", kind, start, end, 9 if end is None else None, independent, "", 1, "")


def worn(others: list[Said], links: list[Link], here: Said = CHARGE) -> Badges:
    said = {one.passage: one for one in [here, *others]}
    return badges_of([here.passage], said, links, BASE)[here.passage]


def words(badges: Badges) -> list[str]:
    return [one.sentence for one in badges.words()]


def test_an_allegation_nobody_answered_says_how_many_documents_are_done() -> None:
    badges = worn([], [])
    assert words(badges) == ["no answer in these documents (12 of 205 done)"]
    assert badges.all[0].passages == ()
    assert words(worn([], [], replace(CHARGE, kind=RecordKind.FIGURE))) == []


def test_denials_are_counted_by_speaker_and_open_all_their_passages() -> None:
    others = [
        response(5, actor=80, speaker="Party"),
        response(4, actor=80, speaker="Party"),
        response(6, speaker="A  spokesman"),
        response(7, speaker="a spokesman"),
        response(8),
        response(9),
    ]
    badges = worn(others, [link(LinkType.DENIES, one.passage) for one in others])
    assert words(badges) == ["has a response", "denied by 4"]
    denied = badges.of(BadgeKind.DENIED)
    assert denied
    assert denied.passages == (4, 5, 6, 7, 8, 9)
    assert badges.of(BadgeKind.SUPPORTED) is None


@pytest.mark.parametrize("kind", ResponseKind)
def test_only_what_says_no_is_a_denial_and_an_admission_never(kind: ResponseKind) -> None:
    badges = worn([response(5, kind)], [link(LinkType.DENIES, 5)])
    says_no = kind in DENIALS or kind is ResponseKind.NONE
    assert (badges.of(BadgeKind.DENIED) is not None) is says_no
    assert badges.of(BadgeKind.RESPONSE)


def test_an_admission_is_a_response_however_it_is_linked() -> None:
    admission = response(5, ResponseKind.ACCEPT_RESPONSIBILITY)
    for links in ([link(LinkType.CONTRADICTS, 1, 5)], [link(LinkType.REJECTS_IN_GENERAL, 5)]):
        assert words(worn([admission], links)) == ["has a response"]


def test_a_blanket_rejection_is_counted_apart_from_denials() -> None:
    badges = worn([response(5)], [link(LinkType.REJECTS_IN_GENERAL, 5)])
    assert words(badges) == ["has a response", "rejected in general by 1"]


def test_support_says_how_many_are_separate_and_nobody_supports_themselves() -> None:
    others = [allegation(5, 81), allegation(6, 81), allegation(7, 82), allegation(8, 70)]
    yes = Independence.YES
    links = [
        link(LinkType.CORROBORATES, 5, independent=yes),
        link(LinkType.CORROBORATES, 6, independent=Independence.NO),
        link(LinkType.CORROBORATES, 7),
        link(LinkType.CORROBORATES, 8, independent=yes),
        link(LinkType.CORROBORATES, 1, 5, independent=yes),
    ]
    badges = worn(others, links)
    assert words(badges)[0] == "supported by 3 (1 separate, 1 not judged)"
    assert words(worn(others, links[4:]))[0].startswith("no answer")


def test_only_the_speaker_can_take_back_their_own_words() -> None:
    own = response(5, ResponseKind.RETRACTION, actor=70, speaker="Rangers")
    opponent = response(6, ResponseKind.RETRACTION, actor=80, speaker="Party")
    nobody = response(7, ResponseKind.RETRACTION)
    badges = worn([own], [link(LinkType.RETRACTS, 5)])
    assert words(badges) == ["has a response", "taken back"]
    links = [link(LinkType.RETRACTS, 6), link(LinkType.DENIES, 7)]
    badges = worn([opponent, nobody], links)
    assert words(badges) == [
        "has a response",
        "taken back, as told by Party and someone not named",
    ]
    assert words(worn([opponent], links)) == ["has a response", "taken back, as told by Party"]


def test_two_speakers_who_are_not_named_are_not_known_to_be_one() -> None:
    charge = replace(CHARGE, actor=None, speaker="")
    told = replace(response(5, ResponseKind.RETRACTION), document=1)
    assert words(worn([told], [link(LinkType.RETRACTS, 5)], charge)) == [
        "has a response",
        "taken back, as told by someone not named",
    ]


def test_a_response_older_than_the_allegation_is_marked() -> None:
    others = [response(5, said="2013"), response(6, said="2015-03-11"), response(7)]
    badges = worn(others, [link(LinkType.DENIES, one.passage) for one in others])
    assert words(badges) == [
        "has a response",
        "denied by 3",
        "earlier: 1 of 3 older than this",
    ]
    earlier = badges.of(BadgeKind.EARLIER)
    assert earlier
    assert earlier.passages == (5,)


def test_links_to_what_is_not_held_and_to_others_do_no_harm() -> None:
    links = [
        link(LinkType.DENIES, 5, None),
        link(LinkType.DENIES, 5, 6),
        link(LinkType.DENIES, 44),
        link(LinkType.REPEATS, 6),
    ]
    badges = worn([response(5), allegation(6)], links)
    assert [one.kind for one in badges.all] == [BadgeKind.NO_ANSWER]


def test_every_badge_has_its_words() -> None:
    assert set(BADGE_WORDS) == set(BadgeKind)


@pytest.mark.parametrize(
    ("words_for_them", "known"), [("a spokesman", False), ("Sources", False), ("Noor Khan", True)]
)
def test_who_is_only_described_is_not_known_to_take_back_their_own_words(
    words_for_them: str, *, known: bool
) -> None:
    charge = replace(CHARGE, actor=None, speaker=words_for_them)
    told = response(5, ResponseKind.RETRACTION, speaker=words_for_them)
    found = words(worn([told], [link(LinkType.RETRACTS, 5)], charge))[1]
    assert found == ("taken back" if known else f"taken back, as told by {words_for_them}")


def supports(*passages: int) -> list[Link]:
    return [link(LinkType.CORROBORATES, one, independent=Independence.YES) for one in passages]


def test_copies_of_one_text_support_once_and_say_how_many_they_are() -> None:
    copies = [replace(allegation(one, actor=one), origin="release") for one in (2, 3)]
    badges = worn([*copies, allegation(4, actor=4)], supports(2, 3, 4))
    assert words(badges)[0] == ("supported by 3 (2 separate; 2 documents of one origin count once)")


def test_what_nobody_judged_is_told_apart_where_copies_are_counted() -> None:
    copies = [replace(allegation(one, actor=one), origin="release") for one in (2, 3)]
    links = [*supports(2, 3), link(LinkType.CORROBORATES, 4)]
    badges = worn([*copies, allegation(4, actor=4)], links)
    assert words(badges)[0] == (
        "supported by 3 (1 separate, 1 not judged; 2 documents of one origin count once)"
    )


def test_a_copy_supports_nothing_of_its_own_origin() -> None:
    badges = worn(
        [replace(allegation(2, actor=2), origin="release")],
        supports(2),
        replace(CHARGE, origin="release"),
    )
    found = badges.of(BadgeKind.SUPPORTED)
    assert found is not None
    assert found.values == {"count": 1, "separate": 0, "documents": 2}


def test_speakers_not_named_in_documents_of_one_origin_are_one() -> None:
    copies = [replace(response(one), origin="release") for one in (2, 3)]
    badges = worn(copies, [link(LinkType.DENIES, one) for one in (2, 3)])
    assert "denied by 1" in words(badges)
