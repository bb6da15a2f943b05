"""Places that speak of the same, and why."""

import pytest

from reviewer.domain.clues import Clue, ClueKind, clues
from reviewer.domain.likeness import Likeness, Reason, Weighed, alike, enough, weighed
from reviewer.domain.spans import Span

SOURCE = "They say that Colonel Idris Varr burned the tannery in Kessra, and 27 people died."


def sought(source: str = SOURCE) -> list[Weighed]:
    return [weighed(clue, 2, 10) for clue in clues(source, Span(0, len(source)))]


def places(text: str, furniture: tuple[Span, ...] = ()) -> list[Likeness]:
    return list(alike(text, sought(), furniture))


def told(text: str) -> list[tuple[str, str]]:
    return [
        (place.span.of(text), "; ".join(reason.sentence for reason in place.reasons))
        for place in places(text)
    ]


def test_a_place_is_the_sentence_that_shares_most_with_its_reasons() -> None:
    text = (
        "Nothing here. Idris Varr was seen. In Kessra the tannery burned, twenty-seven died.\n"
        "A tannery elsewhere."
    )
    assert told(text) == [
        (
            "In Kessra the tannery burned, twenty-seven died.",
            "same number 27; name Kessra; rare words burned, tannery, died",
        ),
        ("A tannery elsewhere.", "rare word tannery"),
    ]


def test_what_stands_in_the_same_paragraph_counts_a_part() -> None:
    together, apart = places("Varr was seen. The tannery burned.\nThe tannery burned.")
    assert together.span == Span(15, 34)
    assert together.score > apart.score


def test_a_name_is_told_as_far_as_it_is_shared() -> None:
    assert told("Colonel Idris Varr.")[0][1] == "name Colonel Idris Varr"
    assert told("Col. Varr.")[0][1] == "name Varr"
    assert told("Varr of Kessra.")[0][1] == "names Varr, Kessra"


def test_a_title_alone_is_no_place() -> None:
    assert told("A colonel came.") == []


def test_a_number_alone_is_a_place_only_where_nothing_else_was_asked_for() -> None:
    assert told("The 27 of them.") == []
    (place,) = alike("The 27 of them.", sought("27"), ())
    assert [reason.sentence for reason in place.reasons] == ["same number 27"]


def test_furniture_is_never_a_place() -> None:
    text = "Tannery | Kessra\n\nThe tannery burned."
    assert [place.span for place in places(text, (Span(0, 16),))] == [Span(18, 37)]


def test_the_place_is_counted_in_the_real_text() -> None:
    text = "مُقَدّمہ — «ﷺ» Ta\u00adn\u00adnery\u00a0here. The tan\u00adnery burned."
    (place,) = places(text)
    assert place.span.of(text) == "The tan\u00adnery burned."


def test_a_hit_in_the_space_between_is_passed_over() -> None:
    space = Clue(ClueKind.WORD, " ", " ", clues("x y", Span(0, 3))[0].phrases, r"\n")
    assert list(alike("x\n\n\n", [Weighed(space, 1.0)], ())) == [
        Likeness(Span(0, 1), 1.0, (Reason(ClueKind.WORD, (" ",)),))
    ]


@pytest.mark.parametrize(("holding", "documents"), [(0, 0), (1, 1), (5, 3), (9, 9)])
def test_what_stands_everywhere_still_weighs_a_little(holding: int, documents: int) -> None:
    (clue,) = clues("tannery", Span(0, 7))
    assert weighed(clue, holding, max(documents, 1)).weight > 0
    assert enough(documents) > 0


def test_the_rarer_the_heavier_and_small_numbers_weigh_little() -> None:
    name, number, small = (
        clues(words, Span(0, len(words)))[0] for words in ("of Kessra", "27", "2")
    )
    assert weighed(name, 2, 100).weight > weighed(name, 20, 100).weight
    assert weighed(number, 2, 100).weight > weighed(small, 2, 100).weight
    assert weighed(name, 2, 100).weight > enough(100)
    assert weighed(small, 10, 100).weight < enough(100)
    (title,) = (one for one in clues("the Colonel Varr", Span(0, 16)) if one.title)
    assert weighed(title, 2, 100).weight == 0
