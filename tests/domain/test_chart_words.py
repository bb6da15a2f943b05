"""What a chart says in words."""

import pytest

from reviewer.domain.chart_words import (
    bracket_said,
    doubts_said,
    range_said,
    row_said,
    why_said,
    working_numbers,
)
from reviewer.domain.charts import Chart, chart
from reviewer.domain.events import WorkingFigure
from reviewer.domain.figures import Qualifier
from reviewer.domain.links import LinkType
from reviewer.domain.ranges import ComparedFigure, compare
from tests.domain.test_charts import figure, link


def drawn(*figures: ComparedFigure) -> Chart:
    return chart(compare(figures, ()))


def sentences(one: ComparedFigure) -> list[str]:
    return [said.sentence for said in row_said(drawn(one).rows[0])]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (27, 27, "27"),
        (27, 30, "27 to 30"),
        (27, None, "from 27"),
        (None, 30, "up to 30"),
        (None, None, "neither end given"),
    ],
)
def test_a_working_figure_is_said_with_its_ends(
    low: int | None, high: int | None, words: str
) -> None:
    assert working_numbers(WorkingFigure(low, high, "lists", 1, "2026")).sentence == words


def test_how_the_figures_stand_is_said_in_words() -> None:
    apart = [one.sentence for one in range_said(compare([figure(1, 0, 0), figure(2, 9, 9)], ()))]
    assert apart[0] == "0 to 9"
    assert apart[1] == "figures: 2 of 2; documents: 2 of 2"
    assert apart[2].startswith("Accounts differ")
    more = figure(2, 251, qualifier=Qualifier.MORE_THAN)
    assert "nearly meet" in range_said(compare([figure(1, 250, 250), more], ()))[2].sentence
    assert "meet" in range_said(compare([figure(1, 9, 9), figure(2, 9, 9)], ()))[2].sentence
    assert len(range_said(compare([figure(1, 9, 9)], ()))) == 2


def test_a_row_is_read_out_with_its_words_and_who_says_so() -> None:
    said = sentences(figure(1, 27, words="at least 27", speaker="The League"))
    assert said == ["“at least 27”", "27 or more", "The League · D1·1"]


def test_a_row_without_words_or_speaker_says_so() -> None:
    none = figure(1, qualifier=Qualifier.WORDS_ONLY)
    assert sentences(none) == [
        "no words for the number",
        "speaker not named · D1·1",
        "Not in the range, with the reason",
        "words only, no number",
    ]


def test_that_nobody_confirmed_it_is_said_once() -> None:
    unconfirmed = figure(1, 9, 9, confirmed=False)
    assert sentences(unconfirmed)[-1] == "○ not confirmed"
    words = figure(1, qualifier=Qualifier.WORDS_ONLY, words="dozens", confirmed=False)
    said = [one.sentence for one in why_said(drawn(words).rows[0])]
    assert said == ["○ not confirmed", "words only, no number"]


def test_brackets_say_what_they_bind() -> None:
    figures = [
        figure(1, 30, 30, actor=7),
        figure(2, 4, 4),
        figure(3, 30, 30),
        figure(4, 9, actor=7),
    ]
    several = compare(
        figures, [link(LinkType.COUNTS_WITHIN, 2, 1), link(LinkType.SAME_FIGURE, 1, 3)]
    )
    picture = chart(several)
    said = {bracket_said(picture, one).sentence for one in picture.brackets}
    assert said == {
        "Solid bracket, part of: D2·1 in D1·1",
        "Double bracket, same people, told again: D1·1, D3·1",
        "Dotted bracket, same origin: D4·1, D1·1",
    }


def test_what_wants_a_look_is_named() -> None:
    figures = [figure(1, 3, 3), figure(2, 9, 9), figure(3, 5, 5), figure(4, 8, 8), figure(5, 1, 1)]
    links = [
        link(LinkType.COUNTS_WITHIN, 2, 1),
        link(LinkType.SAME_FIGURE, 3, 4),
        link(LinkType.UPDATES, 5, 1),
        link(LinkType.UPDATES, 1, 5),
    ]
    said = [one.sentence for one in doubts_said(compare(figures, links))]
    assert said == [
        "Links lead round in a circle and are passed over: D1·1, D5·1",
        "D2·1 is part of D1·1, yet more than it",
        "D3·1 and D4·1 tell of the same people, with numbers that are apart",
    ]
