"""A document cut into pieces wherever a passage begins or ends."""

from dataclasses import replace

from hypothesis import given

from reviewer.domain.annotated import Annotated
from reviewer.domain.incoming import Part, PartKind
from reviewer.domain.spans import Span
from reviewer.domain.tag_shades import shade_of
from tests.exporters.annotated.made import TEXT, annotated, any_annotated, one_of_each
from tests.exporters.snapshots import unhurried


@unhurried
@given(any_annotated())
def test_every_character_knows_what_lies_over_it(made: Annotated) -> None:
    covered = ""
    for line in made.lines():
        assert (
            "".join(made.text[one.start : one.end] for one in line.pieces)
            == (made.text[line.start : line.end])
        )
        for piece in line.pieces:
            for at in range(piece.start, piece.end):
                over = {
                    index for index, place in enumerate(made.places) if place and place.covers(at)
                }
                assert set(piece.over) == over
                assert piece.dimmed is any(one.covers(at) for one in made.furniture)
        covered += made.text[line.start : line.end] + "\n"
    assert covered[:-1] == made.text


@unhurried
@given(any_annotated())
def test_every_passage_with_words_begins_once_and_ends_once(made: Annotated) -> None:
    pieces = [piece for line in made.lines() for piece in line.pieces]
    begun = [one for piece in pieces for one in piece.begins]
    ended = [one for piece in pieces for one in piece.ends]
    standing = [
        index for index, one in enumerate(made.places) if one and one.of(made.text).strip("\n")
    ]
    assert sorted(begun) == sorted(ended) == standing


def test_lines_have_the_numbers_of_their_paragraphs_and_the_pages_that_begin() -> None:
    lines = list(one_of_each().lines())
    assert [line.number for line in lines] == [1, 0, 2, 3, 0, 4]
    assert [line.pages for line in lines] == [("1",), (), ("ii",), ("3",), (), ()]


def test_a_line_that_goes_on_with_a_broken_word_has_no_number() -> None:
    assert [line.number for line in annotated("he was arres-\nted there\nby").lines()] == [1, 0, 2]


def test_a_tag_without_a_colour_has_the_first() -> None:
    made = annotated(spans=[Span(0, 1)] * 6)
    assert made.colour(3) == "#123456"
    assert made.colour(5) == "1"
    assert made.shade(5) == shade_of("1")


def test_it_knows_which_passages_it_has() -> None:
    made = one_of_each()
    assert made.has("D1·1")
    assert not made.has("D2·1")
    assert [one.passage.label for one in made.without_place] == ["D1·6"]
    assert made.document.label == "D1"


def test_pages_that_begin_on_one_line_are_all_named() -> None:
    pages = [Part(PartKind.PAGE, 0, 0, 1), Part(PartKind.PAGE, 0, len(TEXT), 2)]
    made = replace(annotated(), pages=pages)
    assert next(iter(made.lines())).pages == ("1", "2")
