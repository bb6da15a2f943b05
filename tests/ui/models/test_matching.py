"""A few letters find a name: at beginnings first, then as they stand, then one after another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.folding import fold
from reviewer.ui.models.matching import Match, Name, Names, letters, match, wanted

TITLES = st.text(st.sampled_from("abcAB Àéßاىۃـİıﬁŉ-.\n0٣😀"), min_size=1, max_size=24)


def fits(typed: str, name: str) -> Match | None:
    return match(wanted(typed), Name.of(name))


def best(typed: str, *names: str) -> list[str]:
    return [names[place] for place, _fit in Names(names).best(wanted(typed), 10)]


@pytest.mark.parametrize(
    ("typed", "first", "then"),
    [
        ("exp", "Export passages", "The expert’s brief"),
        ("exp", "The expert’s brief", "Unexpected"),
        ("unexp", "Unexpected", "Undo, expect nothing"),
        ("fpf", "Fold page furniture", "If a proof is found"),
        ("redo", "Redo", "Redoubt"),
        ("pane two", "Two panes", "Pane between towers"),
        ("d12", "At the weir D12", "At the weir D112"),
    ],
)
def test_what_begins_there_comes_before_what_only_holds_it(
    typed: str, first: str, then: str
) -> None:
    for names in ((first, then), (then, first)):
        assert best(typed, *names)[0] == first


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("naib", "Nāʾib Amīr"),
        ("زرويل", "زرویل پل"),
        ("2019", "نومبر ۲۰۱۹"),
        ("EXPORT", "export"),
        ("it's", "It’s over"),
    ],
)
def test_spellings_that_are_the_same_to_the_search_are_the_same_here(typed: str, name: str) -> None:
    assert fits(typed, name) is not None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("xyz", "Export"),
        ("tropxe", "Export"),
        ("export zebra", "Export passages"),
        ("eexport", "Export"),
    ],
)
def test_what_does_not_fit_is_not_found(typed: str, name: str) -> None:
    assert fits(typed, name) is None


def test_letters_too_far_apart_say_nothing() -> None:
    assert fits("bg", "barely anything here, then a very long way to a dog") is None


def test_letters_that_neither_begin_a_word_nor_follow_are_weak() -> None:
    scattered, begun = fits("den", "Documents"), fits("fpf", "Fold page furniture")
    assert scattered is not None
    assert scattered.weak
    assert begun is not None
    assert not begun.weak


@pytest.mark.parametrize(
    ("typed", "shown", "marked"),
    [
        ("harb", "The harbour gate", "harb"),
        ("fpf", "Fold page furniture", "Fpf"),
        ("strasse", "Straße", "Straße"),
        ("gate har", "The harbour gate", "hargate"),
        ("gate zebra", "The harbour gate", "gate"),
    ],
)
def test_the_letters_found_are_marked_in_the_name_as_it_is_shown(
    typed: str, shown: str, marked: str
) -> None:
    assert "".join(shown[place] for place in letters(wanted(typed), shown)) == marked


@given(TITLES, st.data())
def test_a_part_of_a_name_always_finds_it_and_marks_letters_of_it(
    name: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(name) - 1))
    part = name[start : data.draw(st.integers(start + 1, len(name)))]
    words = wanted(part)
    if words and all(word in fold(name) for word in words):
        assert match(words, Name.of(name)) is not None
        places = letters(words, name)
        assert places
        assert places == sorted(set(places))
        assert 0 <= places[0] <= places[-1] < len(name)


@given(st.lists(st.sampled_from(("oak gate", "gate of oak", "go", "mango", "g-o", "zinc"))))
def test_among_many_names_the_best_is_as_good_as_among_few(names: list[str]) -> None:
    few = Names(names).best(wanted("go"), 1)
    many = Names([*("zzz" for _ in range(500)), *names]).best(wanted("go"), 1)
    assert [fit for _place, fit in many] == [fit for _place, fit in few]


def test_names_may_come_in_parts_and_hold_line_ends() -> None:
    names = Names(f"notice {number}" for number in range(600))
    assert [place for place, _fit in names.best(wanted("notice 599"), 3)] == [599]
    names.add(["the\nweir"])
    assert len(names) == 601
    assert [place for place, _fit in names.best(wanted("weir"), 3)] == [600]
    assert [place for place, _fit in names.best(wanted("twr"), 3)] == [600]
    assert names.best((), 3) == []


def test_no_more_are_listed_than_asked_for() -> None:
    names = Names(f"notice {number}" for number in range(2_000))
    assert len(names.best(wanted("n"), 20)) == 20
