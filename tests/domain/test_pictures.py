"""Words that are broken into lines for a picture."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.pictures import runs_leftward, wrapped


def lines(words: str, width: float, most: int = 3) -> list[str]:
    return list(wrapped(words, width, most, lambda part: float(len(part))))


def test_words_are_broken_between_words() -> None:
    assert lines("two women and a child", 10) == ["two women", "and a", "child"]


def test_what_does_not_fit_in_the_last_line_is_cut() -> None:
    assert lines("two women and a child", 10, most=2) == ["two women", "and a chi…"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert lines("neighbouring", 6) == ["neigh…"]
    assert lines("neighbouring village", 7) == ["neighb…", "village"]


def test_no_words_need_no_line() -> None:
    assert lines("  ", 10) == []
    assert lines("words", 0) == ["…"]


@given(st.text(max_size=60), st.integers(1, 30), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(words: str, width: int, most: int) -> None:
    found = lines(words, width, most)
    assert len(found) <= most
    assert all(len(line) <= max(width, 1) for line in found)


def test_the_direction_is_that_of_most_letters() -> None:
    assert runs_leftward("زیادہ سے زیادہ 40")
    assert not runs_leftward("at most 40")
