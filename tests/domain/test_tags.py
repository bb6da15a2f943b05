"""What a tag's name, colour and key may be."""

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.tags import (
    COLOURS,
    LONGEST_DEFINITION,
    LONGEST_NAME,
    RecordKind,
    Tag,
    as_key,
    colour_of,
    contrast_of,
    contrast_warning,
    definition_of,
    key_of,
    next_colour,
    same_words,
    tag_name,
    with_key,
)


def a_tag(number: int, key: str = "") -> Tag:
    return Tag(number, str(number), f"Tag {number}", "1", key, "", None, RecordKind.NONE, number)


def test_a_name_stands_on_one_line_and_is_not_too_long() -> None:
    assert tag_name("  Threat \n of force ") == "Threat of force"
    assert tag_name("Threat\x1b[2J\x00\x9f") == "Threat [2J"
    assert tag_name("n" * LONGEST_NAME) == "n" * LONGEST_NAME
    with pytest.raises(NotAllowed, match="needs a name"):
        tag_name(" \n")
    with pytest.raises(NotAllowed, match="201 characters; at most 200"):
        tag_name("n" * (LONGEST_NAME + 1))


def test_a_definition_has_no_blank_space_around_it_and_is_not_a_book() -> None:
    assert definition_of(" First line.\n\nSecond. \n") == "First line.\n\nSecond."
    assert definition_of("\x1b[2JWords\tand\x07 more") == "[2JWords\tand more"
    with pytest.raises(NotAllowed, match="at most 20000 fit"):
        definition_of("d" * (LONGEST_DEFINITION + 1))


def test_definitions_are_the_same_whatever_their_blank_space() -> None:
    assert same_words("Words\nthat  say", "Words that say ")
    assert not same_words("Words that say", "words that say")


@pytest.mark.parametrize(
    ("written", "kept"),
    [("1", "1"), (" 24 ", "24"), ("۲", "2"), ("07", "7"), ("#a0b1c2", "#A0B1C2")],
)
def test_a_colour_is_a_slot_or_ones_own(written: str, kept: str) -> None:
    assert colour_of(written) == kept


@pytest.mark.parametrize("written", ["0", "25", "100", "red", "#abc", "#abcdeg", "", "²", "-1"])
def test_anything_else_is_no_colour(written: str) -> None:
    with pytest.raises(NotAllowed, match="no colour for a tag"):
        colour_of(written)


def test_the_next_colour_goes_round() -> None:
    assert [next_colour(count) for count in (0, COLOURS - 1, COLOURS)] == ["1", "24", "1"]


def test_contrast_is_counted_as_wcag_does() -> None:
    black, grey = contrast_of("#000000"), contrast_of("#777777")
    assert round(black.light, 2) == 21
    assert round(black.dark, 2) == 1.26
    assert round(grey.light, 2) == 4.48


@pytest.mark.parametrize(
    ("colour", "words"),
    [
        ("#FFFF00", "light page"),
        ("#FFFFFF", "light page"),
        ("#000033", "dark page"),
        ("#777777", ""),
        ("24", ""),
    ],
)
def test_a_colour_that_is_hard_to_see_is_warned_of(colour: str, words: str) -> None:
    warning = contrast_warning(colour)
    assert words in warning
    assert bool(warning) == bool(words)


def test_keys_are_compared_without_capitals_and_scripts_of_digits() -> None:
    assert [as_key(key) for key in ("a", " B ", "۳", "ع", "ß", "", "ab", "+", "²")] == [
        *("A", "B", "3", "ع", "ß"),
        *("", "", "", ""),
    ]


def test_a_key_is_one_letter_or_digit_that_no_command_uses() -> None:
    assert key_of("k") == "K"
    assert key_of("  ") == ""
    with pytest.raises(NotAllowed, match="one letter or one digit"):
        key_of("Ctrl")
    with pytest.raises(NotAllowed, match="T does something else"):
        key_of("t", {"T", "Delete"})
    assert key_of("u", {"T", "]"}) == "U"


def test_the_tag_of_a_key_is_found() -> None:
    tags = [a_tag(1), a_tag(2, "d"), a_tag(3, "3")]
    assert with_key(tags, "D") == tags[1]
    assert with_key(tags, "۳") == tags[2]
    assert with_key(tags, "") is None
    assert with_key(tags, "x") is None
