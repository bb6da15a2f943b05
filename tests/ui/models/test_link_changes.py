"""What a step changed of links, events, questions, answers and ratings, as a person reads it."""

import pytest

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.events import EventStatus
from reviewer.domain.figures import Harm
from reviewer.domain.steps import Action, Touched
from reviewer.ui.models.changes import tally
from reviewer.ui.models.link_changes import noun
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage
from tests.ui.models.test_changes import in_words

DAY = WrittenDate("11 March", "2015-03-11", DateBasis.ENTERED)


@pytest.fixture
def claim(workspace: Workspace) -> int:
    return a_passage(workspace, a_document(workspace, "They were beaten."), "They were beaten")


@pytest.fixture
def answer(workspace: Workspace) -> int:
    document = a_document(workspace, "Nobody was beaten.")
    return a_passage(workspace, document, "Nobody was beaten", "Denial")


def test_a_link_tells_its_ends_and_its_kind(workspace: Workspace, claim: int, answer: int) -> None:
    link = workspace.links.link(claim, answer, note="See page 2")
    ((title, fields),) = in_words(workspace)
    assert title == "Link of D2·1, new"
    assert set(fields) == {
        ("Kind", "", "denies"),
        ("From", "", "D2·1"),
        ("To", "", "D1·1"),
        ("Note", "", "See page 2"),
    }
    workspace.passages.remove([answer])
    told = dict(in_words(workspace))
    assert ("From", "that is gone", "") in told["Link of that is gone, taken away"]
    workspace.history.undo()
    workspace.links.remove([link])
    assert in_words(workspace)[0][0] == "Link of D2·1, taken away"


def test_a_link_to_a_source_tells_its_title(workspace: Workspace, answer: int) -> None:
    source = workspace.links.add_source("Press conference")
    workspace.links.link_to_source(answer, source)
    ((_title, fields),) = in_words(workspace)
    assert ("To a source not held", "", "Press conference") in fields


def test_an_event_tells_its_date_and_what_it_is_part_of(workspace: Workspace) -> None:
    whole, part = workspace.events.add("The operation"), workspace.events.add("The raid", date=DAY)
    ((title, fields),) = in_words(workspace)
    assert title == "Event “The raid”, new"
    assert ("When", "", "11 March 2015") in fields
    assert ("When: how it was read", "", "entered by hand") in fields
    workspace.events.nest(part, whole)
    assert in_words(workspace) == [
        ("Event “The raid”", [("Part of (larger event)", "", "The operation")])
    ]
    workspace.events.change(part, status=EventStatus.CLOSED)
    assert in_words(workspace)[0][1] == [("How far worked on", "Still open", "Closed")]
    workspace.events.remove([whole])
    told = dict(in_words(workspace))
    assert told["Event “The raid”"] == [("Part of (larger event)", "one that is gone", "")]


def test_a_question_tells_what_is_asked_of_what(workspace: Workspace, claim: int) -> None:
    event = workspace.events.add("The raid")
    question = workspace.events.ask(event, "How many?", Harm.KILLED)
    ((title, fields),) = in_words(workspace)
    assert title == "Question “How many?”, new"
    assert set(fields) == {
        ("Event", "", "The raid"),
        ("What is asked", "", "How many?"),
        ("What happened to them", "", "killed"),
    }
    workspace.events.change_question(question, group="workers")
    assert in_words(workspace)[0][0] == "Question “How many?”"
    workspace.events.put([claim], event, question)
    assert in_words(workspace) == [
        (
            "D1·1 in an event, new",
            [("Question", "", "How many?"), ("Event", "", "The raid"), ("Passage", "", "D1·1")],
        )
    ]
    workspace.events.set_working(question, 27, None, "Police list")
    assert in_words(workspace)[0][0] == "Our working figure, new"
    workspace.ratings.rate("2", "Two papers", question=question)
    ((title, fields),) = in_words(workspace)
    assert title == "Rating, new"
    assert ("Scale", "", "How well is this claim borne out?") in fields


def test_so_many_rows_are_counted_in_words() -> None:
    tables = (
        *("links", "events", "questions", "working_figures", "answers", "event_documents"),
        "ratings",
    )
    assert [noun(table, 2) for table in tables] == [
        "2 links",
        "2 events",
        "2 questions",
        "2 working figures",
        "2 passages in events",
        "2 documents with nothing on this",
        "2 ratings",
    ]
    assert noun("passages", 2) is None
    assert tally([Touched("links", Action.INSERT, 1)]) == "1 link, new"
