"""What of a passage may stand in its counterpart too."""

import pytest

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.figures import Harm
from reviewer.domain.spans import Span
from reviewer.domain.traits import (
    Spellings,
    TraitKind,
    Traits,
    day_key,
    place_key,
    with_words,
    word_key,
)

SPELLINGS = Spellings(
    [
        ("MQM", 1),
        ("Muttahida Qaumi Movement", 1),
        ("متحدہ قومی موومنٹ", 1),
        ("Rangers", 2),
        ("…", 3),
    ]
)


def read(text: str, **more: object) -> Traits:
    return with_words(Traits(1, 1, **more), text, Span(0, len(text)), SPELLINGS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["the mqm said", "of the Muttahida  QAUMI Movement.", "ترجمان متحدہ قومی موومنٹ نے کہا"],
)
def test_an_actor_is_found_by_any_of_its_names(text: str) -> None:
    assert read(text).actors == {1}


def test_an_actor_is_no_name_besides_and_part_of_a_name_is_no_actor() -> None:
    traits = read("They say that MQM met Colonel Varr of Qaumi.")
    assert traits.actors == {1}
    assert traits.names == {"varr", "qaumi"}


def test_numbers_dates_and_rare_words_are_told_by_what_they_mean() -> None:
    traits = read("Twenty-seven blindfolded captives, by 11 March 2015; 2.5 dozen before 12 March.")
    assert 27 in traits.numbers
    assert traits.dates == {"2015-3-11", "-3-12"}
    assert {word_key("blindfolded"), word_key("captives")} <= traits.words
    assert traits.shown[TraitKind.WORD, word_key("captives")] == "captives"
    assert traits.shown[TraitKind.NUMBER, 27] == "Twenty-seven"


def test_what_the_record_says_is_kept() -> None:
    shown = {(TraitKind.NUMBER, 27): "27 or more"}
    traits = read("27 blindfolded", numbers=frozenset({27, 30}), actors=frozenset({2}), shown=shown)
    assert traits.numbers == {27, 30}
    assert traits.actors == {2}
    assert traits.shown[TraitKind.NUMBER, 27] == "27 or more"


def test_what_an_analyst_wrote_of_a_passage_counts_as_its_words() -> None:
    text = "نیلوفر نے دیکھا"
    told = "She says that the MQM chained the gate of Varrock."
    traits = with_words(Traits(1, 1), text, Span(0, len(text)), SPELLINGS, told)
    assert traits.actors == {1}
    assert traits.shown[TraitKind.ACTOR, 1] == "MQM"
    assert "varrock" in traits.names
    assert {word_key("chain"), word_key("gate")} <= traits.words


def test_an_actor_is_called_by_the_first_of_its_names() -> None:
    assert read("Muttahida Qaumi Movement").shown == {(TraitKind.ACTOR, 1): "MQM"}


@pytest.mark.parametrize(
    "forms",
    [
        ("raid", "raids", "raided", "raiding"),
        ("charge", "charges", "charged", "charging"),
        ("carry", "carries", "carried"),
        ("headquarter", "headquarters"),
        ("killing", "killings", "killed"),
        ("stop", "stopped", "stopping"),
        ("process", "processes"),
        ("pass", "passed"),
        ("die",),
        ("یرغمالی",),
    ],
)
def test_the_forms_of_a_word_have_one_key(forms: tuple[str, ...]) -> None:
    assert len({word_key(one) for one in forms}) == 1


def test_other_words_have_other_keys() -> None:
    words = ("raid", "rain", "gate", "gun", "press", "prison", "fire", "fish", "یرغمال", "یرغمالی")
    assert len({word_key(one) for one in words}) == len(words)


def test_every_trait_is_listed_with_its_kind() -> None:
    one = frozenset({"a"})
    traits = Traits(
        1,
        1,
        harm=Harm.KILLED,
        events=frozenset({1}),
        questions=frozenset({4}),
        actors=frozenset({2}),
        numbers=frozenset({3}),
        dates=one,
        places=one,
        names=one,
        words=one,
    )
    assert {kind for kind, _value in traits.all()} == set(TraitKind)
    assert Traits(1, 1).all() == set()


@pytest.mark.parametrize(
    ("edtf", "key"),
    [
        ("2015-03-11", "2015-3-11"),
        ("2015-03-11T10:00:00", "2015-3-11"),
        ("2015-03", ""),
        ("", ""),
        ("soon", ""),
    ],
)
def test_only_a_single_day_is_a_trait(edtf: str, key: str) -> None:
    assert day_key(WrittenDate(edtf=edtf)) == key


def test_a_place_is_told_however_it_is_spelt() -> None:
    assert place_key(" NINE  Zéro ") == "nine zero"
