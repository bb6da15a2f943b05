"""Questions of events: asked, ordered, answered by working figures, and checked in vain."""

from collections.abc import Callable

import pytest

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.events import QuestionUse
from reviewer.domain.figures import Harm
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage

YEAR = WrittenDate("2015", "2015", DateBasis.ENTERED)


@pytest.fixture
def event(workspace: Workspace) -> int:
    return workspace.events.add("The raid")


def newest(workspace: Workspace) -> str:
    return workspace.history.listed(workspace.history.ids()[:1])[0].sentence


def test_one_thing_is_asked_once(workspace: Workspace, event: int) -> None:
    events = workspace.events
    killed = events.ask(event, " How many\ndied? ", Harm.KILLED)
    assert newest(workspace) == "Ask “How many died?” of “The raid”"
    events.ask(event, "How many men died?", Harm.KILLED, " the  men ")
    events.ask(event, "In 2015?", Harm.KILLED, period=YEAR)
    events.ask(event, "Who ordered it?")
    events.ask(events.add("The fire"), "Who ordered it?")
    assert [(one.wording, one.group, one.period.edtf) for one in events.questions(event)] == [
        ("How many died?", "", ""),
        ("How many men died?", "the men", ""),
        ("In 2015?", "", "2015"),
        ("Who ordered it?", "", ""),
    ]
    steps = workspace.history.ids()
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: events.ask(event, " "), "Say what is asked"),
        (lambda: events.ask(event, "Deaths?", Harm.KILLED), "asked already: “How many died"),
        (lambda: events.ask(event, "Deaths?", Harm.KILLED, "The Men"), "asked already"),
        (lambda: events.ask(event, "who ordered it?"), "asked already"),
        (lambda: events.change_question(killed, group="the men"), "asked already"),
    ]
    for deed, words in refused:
        with pytest.raises(NotAllowed, match=words):
            deed()
    with pytest.raises(NotFound, match="no such question"):
        events.question(99)
    assert workspace.history.ids() == steps


def test_a_question_is_changed_and_keeps_what_is_not_said(workspace: Workspace, event: int) -> None:
    events = workspace.events
    question = events.ask(event, "How many died?", Harm.KILLED)
    events.change_question(question, wording="How many were killed?", period=YEAR)
    assert newest(workspace) == "Change the question “How many were killed?”"
    found = events.question(question)
    assert (found.harm, found.period, found.wording) == (
        Harm.KILLED,
        YEAR,
        "How many were killed?",
    )
    steps = workspace.history.ids()
    events.change_question(question, harm=Harm.KILLED, group=" ")
    assert workspace.history.ids() == steps


def test_questions_are_put_in_order(workspace: Workspace, event: int) -> None:
    events = workspace.events
    one, two, three = (events.ask(event, words) for words in ("One?", "Two?", "Three?"))
    events.move_question(three, 0)
    assert [found.id for found in events.questions(event)] == [three, one, two]
    assert newest(workspace) == "Move the question “Three?” among its neighbours"
    events.move_question(one, 0)
    assert [found.id for found in events.questions(event)] == [one, three, two]
    workspace.history.undo()
    events.move_question(three, 9)
    assert [found.id for found in events.questions(event)] == [one, two, three]
    workspace.history.undo()
    assert [found.id for found in events.questions(event)] == [three, one, two]


def test_a_working_figure_needs_a_number_and_a_reason(workspace: Workspace, event: int) -> None:
    events = workspace.events
    question = events.ask(event, "How many?")
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: events.set_working(question, 27, None, " "), "Say why"),
        (lambda: events.set_working(question, None, None, "A list"), "Type a number"),
        (lambda: events.set_working(question, 28, 27, "A list"), "is above"),
        (lambda: events.set_working(question, -1, None, "A list"), "0 or more"),
    ]
    for deed, words in refused:
        with pytest.raises(NotAllowed, match=words):
            deed()
    events.set_working(question, 0, 0, "The list names nobody")
    events.set_working(question, 27, None, " The list ")
    working = events.question(question).working
    assert working is not None
    assert (working.low, working.high, working.reason) == (27, None, "The list")
    steps = workspace.history.ids()
    events.set_working(question, 27, None, "The list")
    assert workspace.history.ids() == steps
    events.drop_working(question)
    assert events.question(question).working is None
    assert newest(workspace) == "Drop the working figure of “How many?”"
    workspace.history.undo()
    assert events.question(question).working == working


def test_what_answered_a_question_stays_in_the_event_when_it_is_removed(
    workspace: Workspace, event: int
) -> None:
    events = workspace.events
    document = a_document(workspace, "They were beaten. Nobody was.")
    silent = a_document(workspace, "Something else.")
    one = a_passage(workspace, document, "They were beaten")
    other = a_passage(workspace, document, "Nobody was", "Denial")
    who, why = events.ask(event, "Who?"), events.ask(event, "Why?")
    events.put([one, other], event, who)
    events.put([other], event, why)
    events.set_working(who, 1, None, "So said")
    workspace.ratings.rate("3", "Heard twice", question=who)
    events.nothing_on_this(event, silent, who)
    assert events.question_use(who) == QuestionUse(2, 1, 1, 1)
    events.remove_question(who)
    assert newest(workspace) == "Remove the question “Who?”"
    assert {(one.passage, one.question) for one in events.answers(event)} == {
        (one, None),
        (other, why),
    }
    assert events.checked(event) == []
    workspace.history.undo()
    assert events.question_use(who) == QuestionUse(2, 1, 1, 1)


def test_nothing_on_this_is_taken_back_when_something_comes(
    workspace: Workspace, event: int
) -> None:
    events = workspace.events
    document = a_document(workspace, "They were beaten.")
    passage = a_passage(workspace, document, "They were beaten")
    question, other = events.ask(event, "Who?"), events.ask(event, "Why?")
    for asked in (None, question, other):
        events.nothing_on_this(event, document, asked)
    assert newest(workspace) == "Note that D1 says nothing on “The raid: Why?”"
    steps = workspace.history.ids()
    events.nothing_on_this(event, document, question)
    assert workspace.history.ids() == steps
    events.put([passage], event, question)
    assert [one.question for one in events.checked(event)] == [other]
    workspace.history.undo()
    assert len(events.checked(event)) == 3
    events.put([passage], event)
    assert [one.question for one in events.checked(event)] == [question, other]
    with pytest.raises(NotAllowed, match="D1 has passages on this"):
        events.nothing_on_this(event, document)
    events.take_back_nothing(event, document, question)
    assert newest(workspace) == "Take back that D1 says nothing on “The raid: Who?”"
    assert [one.question for one in events.checked(event)] == [other]
    with pytest.raises(NotAllowed, match="not held cannot be checked"):
        events.nothing_on_this(event, workspace.links.add_source("A leaflet"))
    elsewhere = events.ask(events.add("The fire"), "Who lit it?")
    with pytest.raises(NotAllowed, match="of another event"):
        events.nothing_on_this(event, document, elsewhere)


def test_what_is_asked_has_an_end_and_its_period_is_a_date(
    workspace: Workspace, event: int
) -> None:
    events = workspace.events
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: events.ask(event, "Deaths?", Harm.KILLED, "x" * 2001), "2001 characters"),
        (lambda: events.ask(event, "x" * 301), "301 characters"),
        (lambda: events.ask(event, "?", period=WrittenDate("x" * 301)), "301 characters"),
        (lambda: events.ask(event, "?", period=WrittenDate("", "soon")), "soon"),
    ]
    for deed, words in refused:
        with pytest.raises(NotAllowed, match=words):
            deed()
    assert events.questions(event) == []
