"""Places of other programs: every unit there is comes back as the same words of our text."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.text import normalise
from reviewer.importers.interchange.offset_units import (
    ALL,
    Chosen,
    Counting,
    Sample,
    Unit,
    best_of,
    best_reading,
)

PIECES = [
    *"ab1 .\n\r\tپہ\u064eé각क\u093f\u0301\u200d\u200f\u00a0\0",
    "\r\n",
    "\u2028",
    "💥",
    "👍🏽",
    "🇵🇰",
    "Zwölf Tote\r\n",
    "نفى المتحدث",
]
bodies = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=30).map("".join)
raws = st.builds(str.__add__, st.sampled_from(["", "\ufeff", "\ufeff\ufeff"]), bodies)
MIXED = "\ufeffZwölf Menschen 😀 starben.\r\nنفى المتحدث ذلك 💥\r\nat least 20 were 🇵🇰 hurt\r\n"
LENGTHS: dict[Unit, Callable[[str], int]] = {
    Unit.CODE_POINTS: len,
    Unit.UTF16: lambda words: len(words.encode("utf-16-le", "surrogatepass")) // 2,
    Unit.UTF8: lambda words: len(words.encode("utf-8", "surrogatepass")),
}


def counted(raw: str, way: Counting) -> list[tuple[int, int]]:
    """Return each character of our text with its place in theirs, told one by one."""
    length = LENGTHS[way.unit]
    rest = raw
    at = 0
    if rest.startswith("\ufeff"):
        rest = rest[1:]
        at = length("\ufeff") if way.mark_counts else 0
    edges = [at]
    characters = []
    while rest:
        size = 2 if rest.startswith("\r\n") else 1
        characters.append(rest[:size])
        at += length(rest[:size] if way.crlf_is_two else rest[:size][-1])
        edges.append(at)
        rest = rest[size:]
    return list(pairwise(edges))


@given(raws, st.sampled_from(ALL), st.data())
def test_every_way_to_count_leads_to_the_same_words(
    raw: str, way: Counting, data: st.DataObject
) -> None:
    text = normalise(raw).text
    places = counted(raw, way)
    assert len(places) == len(text)
    ends = st.integers(0, len(text))
    wanted = [tuple(sorted(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends)))]
    wanted = [(start, end) for start, end in wanted if start < end]
    theirs = [(places[start][0], places[end - 1][1] - way.last) for start, end in wanted]
    assert way.places(raw, theirs) == wanted


def test_a_line_end_before_one_of_two_characters_is_counted_by_itself() -> None:
    assert Counting(crlf_is_two=False).places("a\r\r\nbc", [(1, 3), (3, 5)]) == [(1, 3), (3, 5)]


def test_the_same_words_are_found_whatever_is_counted() -> None:
    raw = "Officials said 12 people died 😀 in the raid."
    for unit, pair in [
        (Unit.CODE_POINTS, (32, 43)),
        (Unit.UTF16, (33, 44)),
        (Unit.UTF8, (35, 46)),
    ]:
        assert Counting(unit).places(raw, [pair]) == [(32, 43)]
        assert Counting(unit, last=True).places(raw, [(pair[0], pair[1] - 1)]) == [(32, 43)]


def test_what_lies_inside_a_character_goes_down_at_the_start_and_up_at_the_end() -> None:
    assert Counting(Unit.UTF16).places("a😀b", [(2, 4), (0, 2), (2, 2)]) == [(1, 3), (0, 2), (1, 1)]
    assert Counting(Unit.UTF8).places("éé", [(1, 3)]) == [(0, 2)]
    for unit in Unit:
        assert Counting(unit).places("a\r\nb", [(2, 4), (0, 2)]) == [(1, 3), (0, 2)]
    assert Counting(Unit.UTF8).places("\ufeffé", [(0, 5), (1, 2), (3, 5)]) == [
        (0, 1),
        (0, 0),
        (0, 1),
    ]


def test_places_outside_the_text_and_ends_before_starts_are_no_places() -> None:
    pairs = [(-1, 2), (0, 99), (3, 2), (2, 2)]
    for raw in ("abcd", "ab😀d"):
        assert Counting(Unit.UTF16).places(raw, pairs) == [None, None, None, (2, 2)]


def test_a_lone_surrogate_does_no_harm() -> None:
    assert Counting(Unit.UTF16).places("\ud83d ab", [(2, 4)]) == [(2, 4)]
    assert Counting(Unit.UTF8).places("\ud83d ab", [(4, 6)]) == [(2, 4)]


def words_of(way: Counting) -> tuple[list[tuple[int, int]], list[str]]:
    """Return the places of some passages as another program would count them, and their words."""
    text = normalise(MIXED).text
    places = counted(MIXED, way)
    quotes = ["Menschen 😀", "starben", "نفى", "ذلك 💥", "at least 20", "🇵🇰 hurt"]
    spans = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    return [(places[s][0], places[e - 1][1] - way.last) for s, e in spans], quotes


@pytest.mark.parametrize("way", ALL, ids=str)
def test_the_way_that_was_counted_in_is_found_by_the_quotes(way: Counting) -> None:
    pairs, quotes = words_of(way)
    chosen = best_reading(MIXED, pairs, quotes)
    assert (chosen.counting, chosen.fitted, chosen.unfitted) == (way, 6, 0)
    assert chosen.other is not None
    assert chosen.other_fitted < 6


@pytest.mark.parametrize("way", ALL, ids=str)
def test_the_way_that_was_counted_in_is_found_by_the_edges_of_words(way: Counting) -> None:
    pairs, _ = words_of(way)
    chosen = best_reading(MIXED, pairs)
    assert (chosen.counting, chosen.fitted) == (way, 6)


def test_quotes_may_be_shortened_and_on_one_line() -> None:
    raw = "one two three four five\nsix seven eight nine 😀 ten\n"
    pairs = [(0, 44), (24, 51)]
    quotes = ["one two three four five six seven …", "six  seven eight nine 😀 ten"]
    chosen = best_reading(raw, pairs, quotes)
    assert chosen.counting == Counting(Unit.UTF16)
    assert (chosen.fitted, chosen.other_fitted) == (2, 1)


def test_nothing_is_said_where_every_way_gives_the_same() -> None:
    ways = [Counting(unit) for unit in Unit]
    assert best_reading("one two", [(0, 3)], among=ways).doubt() is None
    doubt = best_reading("one two", [(0, 2)], among=ways).doubt()
    assert doubt is not None
    assert doubt.values["count"] == doubt.values["total"] == 1


def test_a_choice_is_said_with_the_numbers_of_both_ways() -> None:
    doubt = best_reading("😀 one two", [(3, 6), (7, 10)], ["one", "two"]).doubt()
    assert doubt is not None
    said = doubt.sentence
    assert "UTF-16, start…end" in said
    assert "2 of 2 fit" in said
    assert "0 would" in said


def test_where_as_many_fit_the_likely_way_is_taken() -> None:
    ways = [Counting(Unit.UTF16), Counting()]
    for likely in ways:
        assert best_reading("one 😀", [(0, 3)], likely=[likely], among=ways).counting == likely
    assert best_reading("", [], among=()) == Chosen(Counting(), 0, 0, crlf=False, mark=False)


def test_one_way_is_chosen_for_all_texts_of_a_file() -> None:
    unclear = Sample("one two three", [(0, 3)])
    telling = Sample("😀😀 one two", [(5, 8), (9, 12)], ["one", "two"])
    chosen = best_of([unclear, telling])
    assert chosen.counting.unit is Unit.UTF16
    assert (chosen.fitted, chosen.total) == (3, 3)


def test_of_very_many_passages_some_are_enough_unless_they_say_nothing() -> None:
    raw = "one two " * 3_000 + "😀 three four"
    pairs = [(8 * number, 8 * number + 3) for number in range(3_000)]
    pairs.append((len(raw) - 4 + 1, len(raw) + 1))
    early = Sample("😀 " + raw, [(start + 3, end + 3) for start, end in pairs])
    for samples in ([early, early], [Sample(raw, pairs)]):
        chosen = best_of(samples)
        assert chosen.counting == Counting(Unit.UTF16)
        assert chosen.fitted == chosen.total == len(pairs) * len(samples)
        assert chosen.other_fitted < chosen.fitted


def test_a_way_is_said_with_what_matters_in_the_texts() -> None:
    way = Counting(Unit.UTF16, mark_counts=False)
    assert str(way) == "UTF-16, CRLF = 2, U+FEFF = 0, start…end"
    assert way.told(crlf=False, mark=False) == "UTF-16, start…end"
    doubt = best_reading(MIXED, *words_of(way)).doubt()
    assert doubt is not None
    assert doubt.values["reading"] == str(way)
