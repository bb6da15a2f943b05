"""The tagged project of the sample dossier, as a sceptical editor reads it.

Ranges, what stands below them, badges and cells were worked out by hand from the words of the
documents; the passages are called by the keys they have in ``seeds/sample-tagged``.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reviewer.domain.chart_words import range_itself
from reviewer.domain.comparisons import CellState, Grid
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.links import Independence, LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.ranges import FigureComparison
from reviewer.domain.records import Value
from reviewer.domain.standings import Standing
from reviewer.environment.resources import seed
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_project
from tests.journeys.sample_by_hand import (
    ARMY,
    BADGES,
    BRIDGE,
    BRIEF,
    COLUMN,
    CONFESSED,
    COURIER,
    EMBASSY,
    FIRE,
    HANDOUT,
    LAND,
    LEAGUE,
    POSTS,
    RAID,
    RANGES,
    SALT,
    SUPPORTERS,
)


@dataclass(frozen=True)
class Made:
    """Where the project lies, and its passages by key."""

    path: Path
    passages: dict[str, int]


@dataclass(frozen=True)
class Sample:
    """The project opened, its passages by key, and its keys by passage."""

    workspace: Workspace
    passages: dict[str, int]

    def keys(self, passages: object) -> set[str]:
        known = {passage: key for key, passage in self.passages.items()}
        assert isinstance(passages, list | tuple | set)
        return {known[one] for one in passages}

    def event(self, name: str) -> int:
        (found,) = (one.id for one in self.workspace.events.all() if one.name == name)
        return found

    def figures(self, event: str, wording: str) -> FigureComparison:
        questions = self.workspace.events.questions(self.event(event))
        (found,) = (one.id for one in questions if one.wording == wording)
        return self.workspace.comparison.figures(found)

    def badges(self, key: str) -> dict[str, set[str]]:
        """Return what a passage's badges say, and the passages each of them opens."""
        passage = self.passages[key]
        found = self.workspace.badges.of([passage])[passage].all
        return {one.saying.sentence: self.keys(one.passages) for one in found}

    def document(self, name: str) -> int:
        (found,) = self.workspace.documents.matching(name)
        return found

    def state(self, grid: Grid, row: str, document: str) -> CellState:
        (at,) = (one for one in grid.rows if one.name == row)
        (column,) = (one for one in grid.columns if one.id == self.document(document))
        return grid.cell(at, column).state

    def entered(self, key: str) -> dict[str, Value]:
        return dict(self.workspace.records.of(self.passages[key]).entered)


def lines() -> list[bytes]:
    return seed("sample-tagged/project.jsonl").read_bytes().splitlines()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REVIEWER_HOME", str(folder / "home"))
        with a_project(folder) as workspace:
            list(workspace.imports.take_in([seed("sample")], Silent()))
            taken = workspace.taking_in.take(lines(), whole=True)
            path = workspace.path
    rows = [json.loads(one) for one in lines()]
    return Made(path, {rows[one.number - 1]["key"]: one.passage for one in taken.passages})


@pytest.fixture
def sample(made: Made) -> Iterator[Sample]:
    with Workspace.open(made.path, NOOR) as workspace:
        yield Sample(workspace, made.passages)


def test_every_line_is_there_afterwards(sample: Sample) -> None:
    rows = [json.loads(one)["row"] for one in lines()]
    workspace = sample.workspace
    assert len(sample.passages) == rows.count("passage")
    assert len(workspace.links.all()) == rows.count("link")
    assert len(workspace.events.all()) == rows.count("event")
    names = [json.loads(one)["name"] for one in lines() if b'"row": "actor"' in one]
    assert [one.name for one in workspace.actors.all() if one.name not in names] == []


Shape = Callable[[Value, Value, Value], bool]
SHAPES: dict[str, Shape] = {
    "stated": lambda low, high, about: low is not None and low == high and about is None,
    "exactly": lambda low, high, about: low is not None and low == high and about is None,
    "at_least": lambda low, high, about: low is not None and high is None and about is None,
    "more_than": lambda low, high, about: low is not None and high is None and about is None,
    "up_to": lambda low, high, about: low is None and high is not None and about is None,
    "about": lambda low, high, about: low is None and high is None and about is not None,
    "between": lambda low, high, about: (
        isinstance(low, int) and isinstance(high, int) and low < high and about is None
    ),
    "none": lambda low, high, about: (low, high, about) == (0, 0, None),
    "none_reported": lambda low, high, about: (low, high, about) == (None, None, None),
    "words_only": lambda low, high, about: (low, high, about) == (None, None, None),
}


def test_every_figure_has_the_numbers_its_wording_allows_and_the_words_of_its_passage(
    sample: Sample,
) -> None:
    wordings = set()
    for key, passage in sample.passages.items():
        figure = sample.entered(key)
        if "qualifier" in figure:
            wordings.add(figure["qualifier"])
            numbers = (figure.get("low"), figure.get("high"), figure.get("about"))
            assert SHAPES[str(figure["qualifier"])](*numbers), key
            quote = sample.workspace.passages.get(passage).quote
            assert str(figure["number_text"]) in quote, key
    assert wordings == set(SHAPES)


@pytest.mark.parametrize(
    ("question", "words", "entering", "below", "standing"),
    RANGES,
    ids=[" - ".join(one[0]) for one in RANGES],
)
def test_the_range_of_a_question_is_what_its_sources_print(
    sample: Sample,
    question: tuple[str, str],
    words: str,
    entering: set[str],
    below: dict[str, str],
    standing: Standing | None,
) -> None:
    found = sample.figures(*question)
    assert " · ".join(one.sentence for one in range_itself(found)) == words
    assert sample.keys([one.passage for one in found.entering]) == entering
    keys = {passage: key for key, passage in sample.passages.items()}
    assert {keys[one.figure.passage]: str(one.why) for one in found.below} == below
    assert found.standing() is standing
    assert (found.circles, found.parts_above, found.told_differently) == ((), (), ())


def test_every_question_about_numbers_was_worked_out(sample: Sample) -> None:
    workspace = sample.workspace
    asked = {
        (event.name, question.wording)
        for event in workspace.events.all()
        for question in workspace.events.questions(event.id)
        if question.harm
    }
    assert asked == {one[0] for one in RANGES}


def test_over_sixty_and_sixty_nearly_meet_in_the_fire(sample: Sample) -> None:
    both = {sample.passages["cf-60"], sample.passages["cl-60"]}
    pairs = sample.figures(FIRE, "Killed").pairs()
    (pair,) = (one for one in pairs if {one.one.passage, one.other.passage} == both)
    assert pair.standing is Standing.NEARLY


@pytest.mark.parametrize(("key", "badges"), BADGES, ids=[one[0] for one in BADGES])
def test_a_passage_wears_the_badges_its_links_give_it(
    sample: Sample, key: str, badges: dict[str, set[str]]
) -> None:
    found = sample.badges(key)
    answers = found.pop("has a response", set())
    assert found == badges
    assert bool(answers) == (key not in ("ul-64", "wc-amb", "dl-lorries"))


def test_three_events_are_told_by_four_sources_or_more(sample: Sample) -> None:
    grid = sample.workspace.comparison.events_by_documents()
    told = {row.name: grid.sources()[row.id] for row in grid.rows}
    assert {name for name, count in told.items() if count >= 4} == {FIRE, RAID, BRIDGE}
    differing = {row.name for row in grid.rows if row.differ}
    assert differing == {FIRE, RAID, BRIDGE, LAND}


def test_a_cell_says_why_a_source_is_silent(sample: Sample) -> None:
    grid = sample.workspace.comparison.events_by_documents()
    assert sample.state(grid, RAID, EMBASSY) is CellState.NOT_READ
    assert sample.state(grid, SUPPORTERS, POSTS) is CellState.NOT_TO_ITS_END
    assert sample.state(grid, RAID, LEAGUE) is CellState.OLDER
    assert sample.state(grid, BRIDGE, ARMY) is CellState.OLDER
    # It came in as done, with the events: nobody knows which was first.
    assert sample.state(grid, RAID, HANDOUT) is CellState.NO_PASSAGE
    assert sample.state(grid, SALT, BRIEF) is CellState.NOT_MENTIONED
    assert sample.state(grid, CONFESSED, COLUMN) is CellState.SAYS

    grid = sample.workspace.comparison.questions_by_documents(sample.event(FIRE))
    assert sample.state(grid, "Were ambulances held up?", COURIER) is CellState.NOTHING_ON_THIS
    assert sample.state(grid, "Were ambulances held up?", LEAGUE) is CellState.NOT_CHECKED
    assert sample.state(grid, "Were ambulances held up?", HANDOUT) is CellState.NO_PASSAGE


def test_no_document_that_is_done_keeps_words_of_an_event_untagged(sample: Sample) -> None:
    """A cell that says "no passage of it here" must hold: words that only one event has."""
    words = {
        RAID: ("Tannery Road",),
        BRIDGE: ("Zarvel Bridge",),
        SUPPORTERS: ("312",),
        LAND: ("1,50,000 people", "60,000 people", "12,400 families"),
        CONFESSED: ("confess",),
    }
    workspace = sample.workspace
    grid = workspace.comparison.events_by_documents()
    silent = [
        (row.name, column.title)
        for row in grid.rows
        for column in grid.columns
        if grid.cell(row, column).state is CellState.NOT_MENTIONED
        and any(one in workspace.documents.text(column.id) for one in words.get(row.name, ()))
    ]
    assert silent == []


def test_what_is_still_to_do_shows_something_in_every_list(sample: Sample) -> None:
    to_do = sample.workspace.to_do
    assert to_do.unanswered().base.done == 12
    assert to_do.unanswered().base.documents == 15
    assert sample.keys(to_do.unanswered().ids) == {"wc-amb", "dl-lorries"}
    assert sample.keys(to_do.answering_nothing().ids) == {"dl-nothing"}
    assert sample.keys(to_do.blanket().ids) == {"ai-blanket", "sr-blanket"}
    assert sample.keys(to_do.unconfirmed().ids) == {"wc-dozens", "bp-staff"}
    assert sample.keys(to_do.unchecked().ids) == set(sample.passages)
    assert len(to_do.unsettled_documents().ids) == 2  # 7/2/2019 and 10/8/2019
    assert len(to_do.sources_to_find().ids) == 7


def test_the_sources_that_are_named_and_not_held_are_to_be_found(sample: Sample) -> None:
    found = {one.title: one.links for one in sample.workspace.links.sources_to_find()}
    assert found["Press conference of the Interior Minister, 15 November 2019"] == 2
    assert all(found.values())


def test_independence_is_judged_by_the_analyst_or_left_open(sample: Sample) -> None:
    support = [one for one in sample.workspace.links.all() if one.type is LinkType.CORROBORATES]
    assert {one.independent for one in support} == set(Independence)


def test_urdu_passages_have_a_translation(sample: Sample) -> None:
    workspace = sample.workspace
    urdu = [
        passage
        for passage in sample.passages.values()
        if any("\u0600" <= one <= "\u06ff" for one in workspace.passages.get(passage).quote)
    ]
    assert len(urdu) >= 8
    found = dict(zip(urdu, workspace.details.of_each(urdu), strict=True))
    assert sample.keys([one for one in urdu if not found[one].translation]) == set()
    assert {one.translation_language for one in found.values()} == {"en"}


def test_dates_say_when_it_happened_and_when_it_was_said(sample: Sample) -> None:
    first = sample.entered("cf-60")
    happened, said = first["event_date"], first["said_on"]
    assert isinstance(happened, WrittenDate)
    assert isinstance(said, WrittenDate)
    assert (happened.words, happened.edtf) == ("Friday", "2019-06-14")
    assert (said.words, said.edtf) == ("on Saturday night", "2019-06-15")
