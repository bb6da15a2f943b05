"""Folding: one form for all spellings, and a map back to where each character came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.folding import fold, fold_with_map, folded_line

PIECES = [
    *"abAZ é\u0301ßİıŁæΣς0٣۵²",
    *"أإآٱايىئكکڪهہھةۃ\u064e\u0651\u0670ـ",
    *"\u200c\u200d\u200e\u00ad\u00a0’“﷽ﻻﷺﬁＡ２💥𐐀𝟚한क\u094d",
    "demon-\nstration",
    "Al-\nQaida",
    "12-\nday",
    "\u00ad\n ",
]
texts = st.lists(st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"])).map("".join)


@pytest.mark.parametrize(
    ("spelt", "otherwise"),
    [
        ("KARACHI", "karachi"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("Diyarbakır İL", "diyarbakir il"),
        ("naïve", "nai\u0308ve"),
        ("Ærø", "aero"),
        ("Daʿesh", "Daesh"),
        ("Pakistan’s “army”", 'pakistan\'s "army"'),
        ("Mr\u00a0Khan", "mr khan"),
        ("ﬁre", "fire"),
        ("ΣΟΦΟΣ", "σοφος"),
        ("مُحَمَّد", "محمد"),
        ("أحمد إلى آخر", "احمد الی اخر"),
        ("علي", "علی"),
        ("كراچي", "کراچی"),
        ("مدینة هذه", "مدینہ ہذہ"),
        ("هـــذا", "هذا"),
        ("ﻻ", "لا"),
        ("می\u200cروم", "می روم"),
        ("۱۲ ١٢ १२ １２", "12 12 12 12"),
        ("١٬٢٣٤٫٥", "1,234.5"),
        ("demon-\nstration", "demonstration"),
        ("demon\u00ad\n  stration", "demonstration"),
        ("demon\u00adstration", "demonstration"),
    ],
)
def test_spellings_of_one_word_become_equal(spelt: str, otherwise: str) -> None:
    assert fold(spelt) == fold(otherwise)


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("ہے", "ہی"),  # two letters in Urdu
        ("हिन्दी", "हनद"),  # vowel signs are letters there
        ("Al-\nQaida", "AlQaida"),
        ("2015-\n16", "201516"),
        ("x²", "x2"),
    ],
)
def test_what_differs_stays_different(one: str, another: str) -> None:
    assert fold(one) != fold(another)


@given(texts)
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    folded, origins = fold_with_map(text)
    assert folded == fold(text)
    assert len(folded) == len(origins)
    assert origins == sorted(origins)
    for character, origin in zip(folded, origins, strict=True):
        assert character in fold(text[origin])


@given(texts)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = fold(text).replace("\n", " ")  # hyphens at line ends are another matter
    assert fold(once) == once


@given(texts, texts)
def test_parts_fold_as_the_whole_does(one: str, another: str) -> None:
    assert fold(f"{one}.{another}") == f"{fold(one)}.{fold(another)}"


def test_the_map_leaps_over_what_is_dropped() -> None:
    assert fold_with_map("a\u00ad\n b Al-\nQ") == ("ab al-\nq", [0, 4, 5, 6, 7, 8, 9, 10])
    assert fold_with_map("ße\u0301") == ("sse", [0, 0, 1])


def test_a_text_full_of_forms_folds_as_its_characters_do() -> None:
    text = "".join(map(chr, range(0xFB50, 0xFC50))) + "".join(map(chr, range(0xC0, 0x17F)))
    assert fold(text) == "".join(map(fold, text))
    assert fold_with_map(text)[0] == fold(text)


def test_spellings_of_one_name_are_one_line() -> None:
    assert folded_line(" Ábdul\n Karim ") == folded_line("abdul karim") == "abdul karim"
    assert folded_line(" \n") == ""
