"""Likely counterparts: what is shared, what fits, and when nothing is likely."""

from dataclasses import replace

import pytest

from reviewer.domain.counterparts import REASON_WORDS, Counterpart, CounterpartIndex
from reviewer.domain.figures import Harm
from reviewer.domain.tags import RecordKind
from reviewer.domain.traits import TraitKind, Traits

PARTY, RANGERS, RAID = 1, 2, 50
CHARGE = Traits(
    1,
    1,
    RecordKind.ALLEGATION,
    events=frozenset({RAID}),
    actors=frozenset({PARTY, RANGERS}),
    shown={(TraitKind.ACTOR, PARTY): "Party", (TraitKind.ACTOR, RANGERS): "Rangers"},
)
NOISE = [
    Traits(100 + at, 100 + at, actors=frozenset({200 + at}), words=frozenset({"captives"}))
    for at in range(80)
]


def figure(passage: int, *numbers: int, harm: Harm = Harm.KILLED, negated: bool = False) -> Traits:
    return Traits(passage, passage, RecordKind.FIGURE, negated, harm, numbers=frozenset(numbers))


def asked(wanted: Traits, *others: Traits, without: tuple[int, ...] = ()) -> list[Counterpart]:
    return CounterpartIndex([*NOISE, wanted, *others]).likely(wanted, without=without)


def order(found: list[Counterpart]) -> list[int]:
    return [one.passage for one in found]


def reasons(found: list[Counterpart]) -> list[str]:
    return [one.sentence for one in found[0].reasons]


def test_nothing_is_likely_where_nothing_or_next_to_nothing_is_shared() -> None:
    assert asked(CHARGE) == []
    assert asked(Traits(1, 1), Traits(2, 2, harm=Harm.KILLED)) == []
    word = frozenset({"blindfolded"})
    assert asked(Traits(1, 1, words=word), Traits(2, 2, words=word)) == []
    assert CounterpartIndex().likely(CHARGE) == []


def test_a_response_wants_an_allegation_and_the_other_way_round() -> None:
    shared = frozenset({RANGERS})
    answer = Traits(2, 2, RecordKind.RESPONSE, actors=shared)
    charge = Traits(3, 3, RecordKind.ALLEGATION, actors=shared)
    untold = Traits(4, 4, actors=shared)
    assert order(asked(CHARGE, untold, charge, answer)) == [2, 3, 4]
    assert order(asked(answer, untold, charge, CHARGE)) == [1, 3, 4]
    found = asked(CHARGE, answer)
    assert reasons(found) == ["same actor: Rangers", "a response, and something it may answer"]
    other_answer = Traits(5, 5, RecordKind.RESPONSE, actors=shared)
    assert order(asked(other_answer, answer, untold))[0] == 4


def test_a_shared_event_counts_more_than_a_shared_actor() -> None:
    by_actor = Traits(2, 2, actors=frozenset({PARTY}))
    by_event = Traits(3, 3, events=frozenset({RAID}))
    found = asked(CHARGE, by_actor, by_event)
    assert order(found) == [3, 2]
    assert reasons(found) == ["same event: 50"]


def test_equal_numbers_count_by_their_harm() -> None:
    wanted = figure(1, 250)
    found = asked(
        wanted,
        figure(2, 250, harm=Harm.ARRESTED),
        figure(3, 250, harm=Harm.NOT_READ),
        figure(4, 250),
    )
    assert order(found) == [4, 3]
    assert reasons(found) == ["same number: 250", "same kind of harm"]


def test_near_numbers_count_where_the_harm_is_the_same() -> None:
    wanted = figure(1, 250)
    found = asked(wanted, figure(2, 251), figure(3, 300), figure(4, 251, harm=Harm.INJURED))
    assert order(found) == [2]
    assert reasons(found) == ["same kind of harm", "near number: 250 and 251"]
    nobody_read = figure(1, 250, harm=Harm.NOT_READ)
    assert asked(nobody_read, figure(2, 251, harm=Harm.NOT_READ)) == []


def test_small_numbers_are_shared_by_everybody() -> None:
    assert asked(figure(1, 4), figure(2, 4)) != []
    assert asked(figure(1, 4, harm=Harm.NOT_READ), figure(2, 4, harm=Harm.NOT_READ)) == []


def test_what_one_says_is_not_so_fits_what_the_other_says() -> None:
    found = asked(figure(1, 250, negated=True), figure(2, 250, negated=True), figure(3, 250))
    assert order(found) == [3, 2]
    assert reasons(found)[-1] == "one of the two says it is not so"


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2015-3-11", "2015-3-11", True),
        ("2015-3-11", "-3-11", True),
        ("-3-11", "2015-3-11", True),
        ("-3-11", "-3-11", True),
        ("2015-3-11", "2014-3-11", False),
        ("-3-12", "2015-3-11", False),
    ],
)
def test_a_date_without_a_year_is_shared_by_any_year(one: str, other: str, *, shared: bool) -> None:
    wanted = Traits(1, 1, RecordKind.ALLEGATION, dates=frozenset({one}))
    found = asked(wanted, Traits(2, 2, RecordKind.RESPONSE, dates=frozenset({other})))
    assert bool(found) is shared
    if found:
        assert reasons(found)[0] == f"same date: {one}"


def test_words_that_many_passages_have_tell_nothing() -> None:
    words = frozenset({"captives", "blindfolded", "warehouse", "orchard"})
    wanted = Traits(1, 1, RecordKind.ALLEGATION, words=words)
    found = asked(wanted, Traits(2, 2, RecordKind.RESPONSE, words=words))
    assert order(found) == [2]
    assert reasons(found)[0] == "rare words: blindfolded, orchard, warehouse"


def test_the_same_document_counts_less_and_what_is_linked_is_left_out() -> None:
    actor = frozenset({PARTY})
    here, elsewhere = Traits(2, 1, actors=actor, start=900), Traits(3, 3, actors=actor)
    assert order(asked(CHARGE, here, elsewhere)) == [3, 2]
    assert order(asked(CHARGE, here, elsewhere, without=(3, 9))) == [2]


def test_what_stands_close_by_is_likely_where_one_may_answer_or_count_the_other() -> None:
    whole = figure(1, 312)
    part, far = figure(2, 41), figure(3, 17)
    here = [replace(one, document=7) for one in (whole, part, far)]
    whole, part, far = (
        replace(one, start=at) for one, at in zip(here, (500, 100, 99), strict=True)
    )
    found = asked(whole, part, far, replace(far, passage=4, document=8, start=500))
    assert order(found) == [2]
    assert reasons(found)[-1] == "stands close by in the same document"
    charge = Traits(5, 7, RecordKind.ALLEGATION, start=900)
    assert order(asked(charge, Traits(6, 7, RecordKind.RESPONSE, start=700))) == [6]
    assert asked(charge, replace(charge, passage=6)) == []


def test_what_nearly_all_have_makes_nothing_likely_in_a_small_project() -> None:
    party = frozenset({PARTY})
    answers = [Traits(at, at, RecordKind.RESPONSE, actors=party) for at in range(2, 20)]
    index = CounterpartIndex([CHARGE, *answers])
    assert index.likely(CHARGE) == []
    few = CounterpartIndex([CHARGE, *answers[:2]])
    assert order(few.likely(CHARGE)) == [2, 3]


def test_a_shared_question_counts_beside_the_event() -> None:
    killed = replace(figure(1, 60), events=frozenset({RAID}), questions=frozenset({8}))
    same = replace(figure(2, 45), events=frozenset({RAID}), questions=frozenset({8}))
    other = replace(figure(3, 45), events=frozenset({RAID}), questions=frozenset({9}))
    found = asked(killed, other, same)
    assert order(found) == [2, 3]
    assert reasons(found)[:2] == ["same event: 50", "same question: 8"]


def test_the_index_follows_changes() -> None:
    index = CounterpartIndex([figure(2, 250, 251), figure(3, 250)])
    assert len(index) == 2
    index.put(Traits(2, 2, dates=frozenset({"2015-3-11", "2014-3-11"})))
    assert order(index.likely(figure(1, 250))) == [3]
    index.drop(3)
    index.drop(3)
    index.drop(2)
    assert len(index) == 0
    assert index.likely(figure(1, 250)) == []
    index.put(figure(4, 250))
    assert order(index.likely(figure(1, 250))) == [4]


def test_every_kind_of_trait_has_its_words() -> None:
    assert set(REASON_WORDS) == set(TraitKind)


def test_two_have_in_common_what_tells_of_one_matter_and_not_mere_words_or_harm() -> None:
    alone = Traits(2, 2, harm=Harm.KILLED, words=frozenset({"captives"}))

    def have(one: Traits, other: Traits) -> bool:
        return CounterpartIndex((one, other)).have_in_common(one, other)

    wanted = Traits(
        1,
        1,
        harm=Harm.KILLED,
        events=frozenset({RAID}),
        actors=frozenset({PARTY}),
        numbers=frozenset({250}),
        dates=frozenset({"2015-3-11"}),
        words=frozenset({"captives"}),
    )
    assert not have(wanted, alone)
    assert not have(wanted, replace(alone, numbers=frozenset({400}), dates=frozenset({"-4-11"})))
    for shared in (
        replace(alone, events=frozenset({RAID})),
        replace(alone, actors=frozenset({PARTY})),
        replace(alone, numbers=frozenset({250})),
        replace(alone, numbers=frozenset({260})),
        replace(alone, dates=frozenset({"-3-11"})),
        replace(alone, document=1, start=300),
    ):
        assert have(wanted, shared)
        assert have(shared, wanted)
