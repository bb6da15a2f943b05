"""Names, numbers, dates and rare words of a stretch."""

import pytest

from reviewer.domain.clues import LONGEST, MOST_CLUES, Clue, ClueKind, clues, compiled
from reviewer.domain.folding import fold
from reviewer.domain.queries import Phrase
from reviewer.domain.spans import Span


def all_clues(text: str) -> list[Clue]:
    return clues(text, Span(0, len(text)))


def shown(text: str, kind: ClueKind) -> list[str]:
    return [clue.shown for clue in all_clues(text) if clue.kind is kind]


def found(source: str, kind: ClueKind, elsewhere: str) -> list[str]:
    """Return what the clues of a kind find in another text."""
    folded = fold(elsewhere)
    return [
        match[0]
        for clue in all_clues(source)
        if clue.kind is kind and clue.stands_in(folded)
        for match in compiled(clue.pattern).finditer(folded)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Colonel Idris Varr in Kessra.", ["Colonel", "Idris", "Varr", "Kessra"]),
        ("Kessra burned.", []),
        ("Kessra burned. People of Kessra fled.", ["Kessra", "Kessra"][:1]),
        ("“Kessra burned.” UNICEF said so.", ["UNICEF"]),
        ("The Ministry of Water denied it.", ["Ministry", "Water"]),
        ("The men of Varr's brother, the ISIL-held town.", ["Varr", "ISIL"]),
        ("It was the Colonel who said it.", []),
        ("On Monday, the League of Al Sur and of Ox.", ["League", "Sur"]),
        ("کہا کرنل ادریس نے", ["کرنل", "ادریس"]),
        ("کرنل نے کہا", []),
        ("nobody, nowhere", []),
        ("4. Exactly 14 persons were held.", []),
        ("4. Villagers were held.", []),
        ("(b) Villagers were held.\nc) Villagers fled.", []),
        ("A. Varr was held. A Varr was held.", ["Varr"]),
        ("Exactly Idris Varr was held.", ["Idris", "Varr"]),
        ("Villagers of Kessra fled. The villagers came back.", ["Kessra"]),
        ("Idris Varr fled. Varr came back.", ["Idris", "Varr"]),
        ("Colonel Idris fled. The colonel came back.", ["Colonel", "Idris"]),
        ("4. Kessra burned. They fled from Kessra.", ["Kessra"]),
    ],
)
def test_a_name_has_capitals_or_follows_a_title(text: str, names: list[str]) -> None:
    assert shown(text, ClueKind.NAME) == names


def test_a_name_knows_the_whole_it_is_part_of() -> None:
    names = [one for one in all_clues("They met Colonel Idris\u00a0Varr.") if one.run]
    assert {clue.run for clue in names} == {"Colonel Idris Varr"}
    assert [clue.title for clue in names] == [True, False, False]
    assert names[2].phrases == (Phrase(("varr",)),)


def test_a_name_is_found_without_capitals_and_as_a_whole_word() -> None:
    assert found("of al-Jubeir and of O’Neil", ClueKind.NAME, "VARR O'NEIL oneil") == ["o'neil"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("27 people and twenty-eight", ["27", "twenty-eight"]),
        ("in 2015 and in 1999", []),
        ("on 14 August 2015", []),
        ("۲۷ افراد", ["۲۷"]),
    ],
)
def test_a_number_is_no_year_and_no_part_of_a_date(text: str, numbers: list[str]) -> None:
    assert shown(text, ClueKind.NUMBER) == numbers


def test_a_number_is_found_however_it_is_printed() -> None:
    elsewhere = "Twenty-seven died, ۲۷ ہلاک, 27 in all, 27,500, 27 March, March 27"
    assert found("27 people", ClueKind.NUMBER, elsewhere) == ["twenty-seven", "27", "27"]


@pytest.mark.parametrize(
    ("source", "elsewhere", "matches"),
    [
        ("14 August 2015", "on the 14th of August, and on August 14, 2015", 2),
        ("14 August 2015", "14.8.2015; 14/08/2015; 2015-08-14; 8/14/2015", 4),
        ("14 August 2015", "۱۴ اگست ۲۰۱۵ کو", 1),
        ("14 August 2015", "14 August 2016, 14.8.2016, 15 August 2015, 114 August", 0),
        ("August 14", "14 August 2012 and Aug 14th", 2),
        ("10/8/2015", "10 August 2015 and 8 October 2015", 2),
        ("21st January 2015", "Jan. 21", 1),
        ("11th May 2020", "May 11th", 1),
        ("40 August", "40 August", 0),
        ("August 2015", "August 2015", 0),
    ],
)
def test_a_day_is_found_whichever_part_comes_first(
    source: str, elsewhere: str, matches: int
) -> None:
    assert len(found(source, ClueKind.DATE, elsewhere)) == matches


def test_rare_words_are_what_is_left() -> None:
    text = "The old tannery in Kessra was burned in May 2015 by 27 people."
    assert shown(text, ClueKind.WORD) == ["tannery", "burned"]
    assert shown("چمڑے کا کارخانہ", ClueKind.WORD) == ["چمڑے", "کارخانہ"]


def test_where_nothing_else_is_left_common_words_are_all_there_is() -> None:
    assert shown("of the", ClueKind.WORD) == ["of", "the"]
    assert all_clues("— !") == []
    assert clues("", Span(0, 5)) == []


def test_what_stands_twice_is_one_clue_and_a_long_stretch_has_not_too_many() -> None:
    assert shown("tannery and the tannery", ClueKind.WORD) == ["tannery"]
    many = " ".join(f"word{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(200))
    assert len(all_clues(many)) == MOST_CLUES
    assert shown("of " * LONGEST + "tannery", ClueKind.WORD) == ["of"]


def test_only_the_stretch_itself_gives_clues() -> None:
    text = "They met Varr in Kessra with Orveli."
    start = text.index("in")
    assert [clue.shown for clue in clues(text, Span(start, start + 9))] == ["Kessra"]
