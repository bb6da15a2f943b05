"""Comparing follows every change, and asks again for nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain.actors import ChainMember
from reviewer.domain.comparisons import CellState, Grid, GridSort
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.errors import NotFound
from reviewer.domain.events import EventType
from reviewer.domain.links import LinkType
from reviewer.domain.ranges import WhyBelow
from reviewer.domain.readings import NewReading
from reviewer.domain.records import Value
from reviewer.workspace.operations.comparison import Chosen
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage, a_project, read_as


@pytest.fixture
def documents(workspace: Workspace) -> tuple[int, int]:
    one = a_document(workspace, "Over 250 died. They were workers.", title="Courier")
    return one, a_document(workspace, "250 died. 4 of them were guards. 12 died.", title="League")


@pytest.fixture
def figures(workspace: Workspace, documents: tuple[int, int]) -> tuple[int, int, int]:
    places: tuple[tuple[int, str, dict[str, Value]], ...] = (
        (documents[0], "Over 250", {"low": 251, "qualifier": "more_than"}),
        (documents[1], "250", {"low": 250, "high": 250, "qualifier": "stated"}),
        (documents[1], "12", {"low": 12, "high": 12}),
    )
    found = []
    for document, words, values in places:
        passage = a_passage(workspace, document, words, "Casualty figure")
        workspace.records.enter(passage, values | {"harm": "killed", "number_text": words})
        found.append(passage)
    one, other, low = found
    return one, other, low


@pytest.fixture
def event(workspace: Workspace, figures: tuple[int, int, int]) -> int:
    made = workspace.events.add("The fire", date=read_as("2012", "2012-09-11"))
    workspace.events.put(figures[:2], made)
    return made


def differing(workspace: Workspace) -> list[str]:
    grid = workspace.comparison.events_by_documents(Chosen(only_differing=True))
    return [row.name for row in grid.rows]


def states(grid: Grid) -> list[list[CellState]]:
    return [[grid.cell(row, column).state for column in grid.columns] for row in grid.rows]


def test_each_source_says_something_of_an_event_or_why_not(
    workspace: Workspace, event: int, figures: tuple[int, int, int], documents: tuple[int, int]
) -> None:
    workspace.links.add_source("A leaflet")
    later = workspace.events.add("The trial", EventType.MATTER)
    third = a_document(workspace, "Older.", posted=read_as("2011", "2011"))
    workspace.documents.review([documents[1]], ReviewStatus.DONE)
    grid = workspace.comparison.events_by_documents()
    assert [column.label for column in grid.columns] == ["D1", "D2", "D4"]
    assert [row.name for row in grid.rows] == ["The fire", "The trial"]
    assert states(grid) == [
        [CellState.SAYS, CellState.SAYS, CellState.OLDER],
        [CellState.NOT_TO_ITS_END, CellState.NOT_MENTIONED, CellState.NOT_READ],
    ]
    assert workspace.comparison.cell(event, documents[0]) == [figures[0]]
    assert workspace.comparison.cell(later, documents[0]) == []
    workspace.events.nothing_on_this(event, third)
    assert states(workspace.comparison.events_by_documents())[0][2] is CellState.NOT_MENTIONED
    chosen = Chosen("fire trial", events=[event], documents=[documents[1]])
    assert workspace.comparison.events_by_documents(chosen).rows == ()
    by_sources = Chosen(sort=GridSort.SOURCES, descending=True)
    rows = workspace.comparison.events_by_documents(by_sources).rows
    assert [row.id for row in rows] == [event, later]


def test_a_document_read_before_an_event_was_made_is_not_said_to_be_silent_on_it(
    workspace: Workspace, documents: tuple[int, int]
) -> None:
    workspace.documents.review([documents[0]], ReviewStatus.DONE)
    trial = workspace.events.add("The trial", EventType.MATTER)
    assert states(workspace.comparison.events_by_documents()) == [
        [CellState.READ_BEFORE, CellState.NOT_READ]
    ]
    workspace.events.ask(trial, "Who was tried?")
    assert states(workspace.comparison.questions_by_documents(trial)) == [
        [CellState.READ_BEFORE, CellState.NOT_READ]
    ]
    # Read once more, with the event in mind.
    workspace.documents.review([documents[0]], ReviewStatus.READING)
    assert states(workspace.comparison.events_by_documents())[0][0] is CellState.NOT_TO_ITS_END
    workspace.documents.review([documents[0]], ReviewStatus.DONE)
    assert states(workspace.comparison.events_by_documents())[0][0] is CellState.NOT_MENTIONED
    # When it was read is not known of what an undoing brings back, or a file.
    workspace.documents.review([documents[0]], ReviewStatus.READING)
    workspace.history.undo()
    assert states(workspace.comparison.events_by_documents())[0][0] is CellState.NO_PASSAGE
    workspace.events.nothing_on_this(trial, documents[0])
    assert states(workspace.comparison.events_by_documents())[0][0] is CellState.NOT_MENTIONED


def test_the_questions_of_one_event_stand_by_documents(
    workspace: Workspace, event: int, figures: tuple[int, int, int], documents: tuple[int, int]
) -> None:
    why = workspace.events.ask(event, "Why?")
    (killed, _why) = workspace.events.questions(event)
    claim = a_passage(workspace, documents[0], "They were workers")
    workspace.events.put([claim], event, why)
    workspace.events.nothing_on_this(event, documents[1], why)
    grid = workspace.comparison.questions_by_documents(event)
    assert states(grid) == [
        [CellState.SAYS, CellState.SAYS],
        [CellState.SAYS, CellState.NOTHING_ON_THIS],
    ]
    assert workspace.comparison.cell(event, documents[0], why) == [claim]
    assert workspace.comparison.cell(event, documents[0]) == [figures[0], claim]
    only = workspace.comparison.questions_by_documents(event, Chosen(events=[killed.id]))
    assert [row.name for row in only.rows] == ["Killed"]
    with pytest.raises(NotFound):
        workspace.comparison.questions_by_documents(99)


def test_over_250_and_250_nearly_meet_and_12_is_apart(
    workspace: Workspace, event: int, figures: tuple[int, int, int]
) -> None:
    assert differing(workspace) == []
    workspace.events.put([figures[2]], event)
    assert differing(workspace) == ["The fire"]
    (killed,) = workspace.events.questions(event)
    found = workspace.comparison.figures(killed.id)
    assert [one.label for one in found.entering] == ["D2·2", "D2·1", "D1·1"]
    assert (found.entering[2].words, found.entering[2].speaker) == ("Over 250", "")
    assert found.range.low == 12
    with pytest.raises(NotFound):
        workspace.comparison.figures(99)


def test_every_kind_of_change_shows_in_the_comparison(
    workspace: Workspace, event: int, figures: tuple[int, int, int], documents: tuple[int, int]
) -> None:
    one, other, _low = figures
    deeds: list[tuple[Callable[[], object], list[str]]] = [
        (lambda: workspace.records.enter(one, {"low": 300}), ["The fire"]),
        (workspace.history.undo, []),
        (workspace.history.redo, ["The fire"]),
        (lambda: workspace.records.enter(one, {"negated": True}), []),
        (workspace.history.undo, ["The fire"]),
        (lambda: workspace.links.link(one, other, LinkType.COUNTS_WITHIN), []),
        (workspace.history.undo, ["The fire"]),
        (lambda: workspace.events.take_out([one], event), []),
        (workspace.history.undo, ["The fire"]),
        (lambda: workspace.documents.remove([documents[1]]), []),
        (workspace.history.undo, ["The fire"]),
        (lambda: workspace.passages.remove([one]), []),
        (workspace.history.undo, ["The fire"]),
        (lambda: workspace.passages.retag([one], _tag(workspace, "Allegation")), []),
        (workspace.history.undo, ["The fire"]),
        (lambda: workspace.events.remove([event]), []),
        (workspace.history.undo, ["The fire"]),
        (lambda: workspace.documents.review([documents[0]], ReviewStatus.DONE), ["The fire"]),
        (lambda: workspace.tags.add("Another"), ["The fire"]),
        (lambda: workspace.links.link(one, other, LinkType.CONTRADICTS), ["The fire"]),
        (lambda: workspace.records.enter(one, {"low": 251}), ["The fire"]),
    ]
    assert differing(workspace) == []
    for deed, expected in deeds:
        deed()
        assert differing(workspace) == expected


def test_what_another_window_writes_shows(
    workspace: Workspace, event: int, figures: tuple[int, int, int]
) -> None:
    workspace.events.change(event, place="Karachi")
    with Workspace.open(workspace.path, BASIT, only_read=True) as reader:
        assert differing(reader) == []
        workspace.records.enter(figures[0], {"low": 300})
        assert differing(reader) == ["The fire"]


def test_what_was_read_and_not_confirmed_stands_below(
    workspace: Workspace, event: int, documents: tuple[int, int]
) -> None:
    passage = a_passage(workspace, documents[1], "4 of them", "Casualty figure")
    workspace.records.enter(passage, {"harm": "killed"})
    (killed,) = workspace.events.questions(event)
    workspace.events.put([passage], event)
    with workspace.history.step("records.read_again"):
        workspace._project.readings.replace(
            passage,
            [
                NewReading(field, value, None, "test")
                for field, value in (
                    *(("low", "4"), ("high", "4"), ("qualifier", "stated"), ("negated", "1")),
                    *(("number_text", "4"), ("event_date", "2012-09"), ("said_on", "2012-10")),
                    ("chain", '[["Courier", ""], ["a fireman", "reportedly"]]'),
                )
            ],
        )
    assert differing(workspace) == []
    (below,) = workspace.comparison.figures(killed.id).below
    assert below.why is WhyBelow.NOT_CONFIRMED
    figure = below.figure
    assert (figure.low, figure.high, figure.negated, figure.words) == (4, 4, True, "4")
    assert (figure.speaker, figure.actor, figure.event_date.edtf) == ("a fireman", None, "2012-09")
    assert figure.said_on.edtf == "2012-10"
    workspace.records.enter(passage, {"chain": (ChainMember(None, "The Courier"),)})
    figure = workspace.comparison.figures(killed.id).below[0].figure
    assert figure.speaker == "The Courier"
    assert figure.actor == workspace.actors.all()[0].id
    workspace.records.confirm([passage])
    assert [one.why for one in workspace.comparison.figures(killed.id).below] == [WhyBelow.NEGATED]


def test_an_empty_chain_that_was_read_names_nobody(
    workspace: Workspace, event: int, figures: tuple[int, int, int]
) -> None:
    with workspace.history.step("records.read_again"):
        workspace._project.readings.replace(figures[0], [NewReading("chain", "[]", None, "test")])
    (killed,) = workspace.events.questions(event)
    assert {one.speaker for one in workspace.comparison.figures(killed.id).entering} == {""}


@pytest.mark.usefixtures("event")
def test_what_the_history_cannot_tell_is_all_read_again(
    workspace: Workspace, figures: tuple[int, int, int]
) -> None:
    assert differing(workspace) == []
    group = workspace.history.begin_group()
    for passage, low in ((figures[0], 300), (figures[1], 20)):
        with workspace.history.step("records.enter", group=group):
            workspace.records.enter(passage, {"low": low, "high": None})
        if passage == figures[0]:
            with workspace.history.step("links.link", group=group):
                workspace.links.link(figures[0], figures[2])
    workspace.history.end_group(group)
    workspace.history.undo()
    assert differing(workspace) == []


def test_a_project_without_events_has_an_empty_comparison(tmp_path: Path) -> None:
    with a_project(tmp_path, "other") as workspace:
        assert workspace.comparison.events_by_documents() == Grid((), ())


def _tag(workspace: Workspace, name: str) -> int:
    found = workspace.tags.named(name)
    assert found is not None
    return found.id


def test_a_figure_its_own_source_took_back_stands_below_until_the_link_is_gone(
    workspace: Workspace, event: int, figures: tuple[int, int, int], documents: tuple[int, int]
) -> None:
    first, second, _low = figures
    question = workspace.events.questions(event)[0].id
    workspace.records.enter(second, {"low": 12, "high": 12})
    assert differing(workspace) == ["The fire"]
    back = a_passage(workspace, documents[0], "They were workers.", "Denial")
    speaker = (ChainMember(None, "Junaid Varr"),)
    for passage in (first, back):
        workspace.records.enter(passage, {"chain": speaker})
    link = workspace.links.link(back, first, LinkType.RETRACTS)
    compared = workspace.comparison.figures(question)
    assert {one.figure.passage: one.why for one in compared.below} == {first: WhyBelow.TAKEN_BACK}
    assert differing(workspace) == []
    workspace.records.enter(back, {"chain": (ChainMember(None, "Adeel Sarmuz"),)})
    assert workspace.comparison.figures(question).below == ()
    assert differing(workspace) == ["The fire"]
    workspace.records.enter(back, {"chain": speaker})
    assert differing(workspace) == []
    workspace.links.remove([link])
    assert workspace.comparison.figures(question).below == ()
    assert differing(workspace) == ["The fire"]
