"""Labels say whole words and do not stand on each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewer.ui.text.labels import fit_words, push_apart, short_name


def test_a_name_that_fits_is_whole() -> None:
    assert fit_words("Casualty figure", 15, len) == "Casualty figure"


def test_a_name_that_does_not_fit_is_cut_between_words_and_never_elided() -> None:
    assert fit_words("Enforced disappearance of workers", 25, len) == "Enforced disappearance"


def test_a_small_word_does_not_stand_at_the_end() -> None:
    assert fit_words("Access to school", 10, len) == "Access"


def test_where_not_one_word_fits_there_are_none() -> None:
    assert fit_words("Disappearance", 5, len) == ""


def test_a_tag_is_named_by_its_key_or_its_first_letters() -> None:
    assert short_name("a", "Allegation") == "A"
    assert short_name("", "access to school") == "AT"
    assert short_name("", "") == "·"


@given(st.lists(st.integers(-50, 900), max_size=60).map(sorted))
def test_labels_keep_their_order_and_their_distance(wanted: list[int]) -> None:
    placed = push_apart([float(each) for each in wanted], 18, (3, 900))
    tops = [each.top for each in placed]
    assert all(later - earlier >= 18 for earlier, later in pairwise(tops))
    assert all(top >= 3 for top in tops)
    assert [each.number for each in placed] == sorted(each.number for each in placed)


@given(st.lists(st.integers(-50, 900), max_size=60).map(sorted))
def test_every_label_is_placed_or_counted(wanted: list[int]) -> None:
    placed = push_apart([float(each) for each in wanted], 18, (3, 900))
    assert sum(1 + each.hidden for each in placed) == len(wanted)


def test_a_label_that_would_stand_too_far_away_is_counted_instead() -> None:
    placed = push_apart([10.0] * 9, 18, (3, 900))
    assert 1 < len(placed) < 9
    assert placed[-1].hidden == 9 - len(placed)
