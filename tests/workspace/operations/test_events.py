"""Events, and which passages speak of them."""

from collections.abc import Callable

import pytest

from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.events import Asked, EventStatus, EventType, EventUse, NewEvent, Question
from reviewer.domain.figures import Harm
from reviewer.domain.readings import NewReading
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage

DAY = WrittenDate("11 March", "2015-03-11", DateBasis.ENTERED)


@pytest.fixture
def document(workspace: Workspace) -> int:
    return a_document(workspace, "At least 27 men were arrested. 4 died. They were beaten.")


@pytest.fixture
def claim(workspace: Workspace, document: int) -> int:
    return a_passage(workspace, document, "They were beaten")


@pytest.fixture
def figures(workspace: Workspace, document: int) -> tuple[int, int]:
    arrested = a_passage(workspace, document, "At least 27 men", "Casualty figure")
    died = a_passage(workspace, document, "4 died", "Casualty figure")
    workspace.records.enter(arrested, {"low": 27, "harm": "arrested"})
    workspace.records.enter(died, {"low": 4, "high": 4, "harm": "killed"})
    return arrested, died


def newest(workspace: Workspace) -> str:
    return workspace.history.listed(workspace.history.ids()[:1])[0].sentence


def test_events_stand_in_order_of_time(workspace: Workspace) -> None:
    undated = workspace.events.add(" The\nmatter ", EventType.MATTER)
    later = workspace.events.add("The fire", date=WrittenDate("", "2015-09", DateBasis.ENTERED))
    raid = workspace.events.add("The raid", date=DAY, place=" Karachi ", description="As told\n")
    assert newest(workspace) == "Add the event “The raid”"
    assert [one.id for one in workspace.events.all()] == [raid, later, undated]
    found = workspace.events.get(raid)
    assert (found.name, found.date, found.place) == ("The raid", DAY, "Karachi")
    assert (found.description, found.status, found.parent) == ("As told", EventStatus.OPEN, None)
    assert workspace.events.get(undated).name == "The matter"


def test_an_event_is_changed_and_keeps_what_is_not_said(workspace: Workspace) -> None:
    raid = workspace.events.add("The raid", date=DAY)
    workspace.events.change(raid, status=EventStatus.CLOSED, place="Karachi")
    workspace.events.change(raid, name="The raid on the headquarters")
    found = workspace.events.get(raid)
    assert (found.name, found.date) == ("The raid on the headquarters", DAY)
    assert (found.status, found.place) == (EventStatus.CLOSED, "Karachi")
    workspace.events.change(raid, date=NO_DATE, type=EventType.TOTAL, description="")
    assert workspace.events.get(raid).date == NO_DATE
    steps = workspace.history.ids()
    workspace.events.change(raid, name=" The raid on the headquarters")
    assert workspace.history.ids() == steps


def test_what_is_no_event_is_refused_with_words(workspace: Workspace) -> None:
    raid = workspace.events.add("The raid")
    events = workspace.events
    steps = workspace.history.ids()
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: events.add(" "), "An event needs a name"),
        (lambda: events.add("x" * 301), "at most 300 fit"),
        (lambda: events.add("Raid", description="x" * 20_001), "at most 20000 fit"),
        (lambda: events.change(raid, date=WrittenDate("", "32 March", DateBasis.ENTERED)), "32 M"),
    ]
    for deed, words in refused:
        with pytest.raises(NotAllowed, match=words):
            deed()
    for deed in (
        lambda: events.add("Part", parent=99),
        lambda: events.get(99),
        lambda: events.put([99], raid),
    ):
        with pytest.raises(NotFound):
            deed()
    assert workspace.history.ids() == steps


def test_an_event_is_part_of_a_larger_one_and_never_of_itself(workspace: Workspace) -> None:
    events = workspace.events
    war, raid, shot = (events.add(name) for name in ("The operation", "The raid", "The shot"))
    events.nest(raid, war)
    assert newest(workspace) == "Make the event “The raid” part of “The operation”"
    events.nest(shot, raid)
    for parent in (war, raid, shot):
        with pytest.raises(NotAllowed, match="cannot be part of"):
            events.nest(war, parent)
    assert events.get(shot).parent == raid
    events.nest(shot, None)
    assert newest(workspace) == "Let the event “The shot” be part of no other"
    steps = workspace.history.ids()
    events.nest(shot, None)
    assert workspace.history.ids() == steps


def test_undo_lets_no_event_become_a_part_of_itself(workspace: Workspace) -> None:
    events = workspace.events
    one, other = events.add("One"), events.add("Other")
    events.nest(one, other)
    events.nest(one, None)
    step = workspace.history.ids()[0]
    events.nest(other, one)
    with pytest.raises(NotAllowed, match="rests on “One”"):
        workspace.history.take_back(step)


def test_a_passage_makes_an_event_and_figures_their_questions(
    workspace: Workspace, claim: int, figures: tuple[int, int], document: int
) -> None:
    workspace.records.enter(claim, {"act": "beating", "place": "Karachi", "event_date": "2015"})
    new = workspace.events.proposal(claim)
    assert (new.name, new.place, new.date.edtf) == ("beating", "Karachi", "2015")
    event = workspace.events.make_from([claim, *figures], new)
    assert newest(workspace) == "Make the event “beating” of D1·1 + 2"
    arrested, killed = workspace.events.questions(event)
    assert (arrested.wording, arrested.harm, arrested.position) == ("Arrested", Harm.ARRESTED, 1)
    assert (killed.wording, killed.harm, killed.position) == ("Killed", Harm.KILLED, 2)
    assert [(one.passage, one.question) for one in workspace.events.answers(event)] == [
        (claim, None),
        (figures[0], arrested.id),
        (figures[1], killed.id),
    ]
    assert workspace.events.last() == event
    assert workspace.events.counts() == {event: 3}
    assert [one.event for one in workspace.events.of(claim)] == [event]
    workspace.history.undo()
    assert workspace.events.all() == []
    assert workspace.events.last() is None
    workspace.history.redo()
    assert len(workspace.events.questions(event)) == 2
    assert workspace.events.last() == event
    workspace.documents.remove([document])
    assert workspace.events.answers(event) == []
    assert workspace.events.counts() == {}


def test_a_proposal_says_nothing_the_words_do_not_say(workspace: Workspace, claim: int) -> None:
    assert workspace.events.proposal(claim) == NewEvent("They were beaten")


def test_what_was_read_and_not_confirmed_is_proposed_too(
    workspace: Workspace, claim: int, figures: tuple[int, int]
) -> None:
    workspace.records.enter(figures[0], {"harm": ""})
    readings = workspace._project.readings
    with workspace.history.step("records.read_again"):
        workspace._project.rows.delete(
            "readings", workspace._project.connection.numbers("SELECT id FROM readings")
        )
        readings.add(
            {
                claim: [NewReading("place", "Quetta", None, "r")],
                figures[0]: [NewReading("harm", "injured", None, "r")],
                figures[1]: [NewReading("victim_group", "x", None, "r")],
            }
        )
    assert workspace.events.proposal(claim).place == "Quetta"
    event = workspace.events.add("The raid")
    found = workspace.events.suggested_question(event, workspace.records.of(figures[0]))
    assert found == Asked("Injured", Harm.INJURED)
    with workspace.history.step("records.read_again"):
        readings.replace(figures[0], [NewReading("harm", "bruised", None, "r")])
    assert workspace.events.suggested_question(event, workspace.records.of(figures[0])) is None


def test_figures_of_a_total_ask_for_their_period(
    workspace: Workspace, figures: tuple[int, int]
) -> None:
    one, other = figures
    events = workspace.events
    workspace.records.enter(one, {"event_date": "2015", "harm": "killed", "victim_group": "Men"})
    workspace.records.enter(other, {"event_date": "2016", "victim_group": "men"})
    year = WrittenDate("2015", "2015", DateBasis.ENTERED)
    total = events.add("Deaths in custody", EventType.TOTAL, year)
    placed = events.put([one, other], total)
    first, second = events.questions(total)
    assert placed == {one: first.id, other: second.id}
    assert (first.wording, first.period) == ("Killed, Men", NO_DATE)
    assert (second.wording, second.period.edtf) == ("Killed, men, 2016", "2016")
    raid = events.add("The raid", date=year)
    assert len(set(events.put([one, other], raid).values())) == 1
    suggested = events.suggested_question(raid, workspace.records.of(one))
    assert isinstance(suggested, Question)
    assert suggested.group == "Men"


def test_a_passage_stands_without_a_question_only_while_it_has_none(
    workspace: Workspace, claim: int
) -> None:
    events = workspace.events
    event = events.add("The raid")
    events.put([claim], event)
    who, why = events.ask(event, "Who ordered it?"), events.ask(event, "Why?")
    assert events.put([claim], event, who) == {claim: who}
    assert newest(workspace) == "Put D1·1 into “The raid”"
    events.put([claim], event, why)
    steps = workspace.history.ids()
    events.put([claim], event)
    events.put([claim], event, who)
    assert workspace.history.ids() == steps
    assert [one.question for one in events.of(claim)] == [who, why]
    events.take_out([claim], event, who)
    events.take_out([claim], event, why)
    assert [one.question for one in events.of(claim)] == [None]
    events.take_out([claim], event)
    assert newest(workspace) == "Take D1·1 out of “The raid”"
    assert events.of(claim) == []
    other = events.ask(events.add("The fire"), "Who lit it?")
    for deed in (
        lambda: events.put([claim], event, other),
        lambda: events.take_out([claim], event, other),
    ):
        with pytest.raises(NotAllowed, match="“Who lit it\\?” is asked of another event"):
            deed()


def test_what_hangs_on_an_event_is_said_and_goes_with_it(
    workspace: Workspace, claim: int, figures: tuple[int, int], document: int
) -> None:
    events = workspace.events
    silent = a_document(workspace, "Nothing of it.")
    war, raid, shot = (events.add(name) for name in ("The operation", "The raid", "The shot"))
    events.nest(raid, war)
    events.nest(shot, raid)
    events.put([claim, *figures], raid)
    (question, _other) = events.questions(raid)
    events.set_working(question.id, 27, None, "Police list")
    workspace.ratings.rate("2", "Two papers", question=question.id)
    events.nothing_on_this(raid, silent, question.id)
    assert events.use(raid) == EventUse(
        passages=3, documents=1, questions=2, working_figures=1, checks=1, parts=1
    )
    events.remove([raid])
    assert newest(workspace) == "Remove the event “The raid”"
    assert events.get(shot).parent == war
    assert events.of(claim) == []
    assert len(workspace.passages.on(document)) == 3
    workspace.history.undo()
    assert events.use(raid).passages == 3
    assert events.questions(raid)[0].working is not None
    assert events.get(shot).parent == raid
    events.remove([raid, war])
    assert newest(workspace) == "Remove 2 events"
    assert events.get(shot).parent is None
    workspace.history.undo()
    assert (events.get(shot).parent, events.get(raid).parent) == (raid, war)


def test_events_that_a_damaged_file_made_part_of_each_other_can_be_removed(
    workspace: Workspace,
) -> None:
    events = workspace.events
    one, other, part = (events.add(name) for name in ("One", "Other", "Part"))
    events.nest(part, one)
    connection = workspace._project.connection
    with workspace.history.step("events.nest"):
        connection.execute("UPDATE events SET parent = ? WHERE id = ?", [other, one])
        connection.execute("UPDATE events SET parent = ? WHERE id = ?", [one, other])
    events.remove([one, other])
    assert [(found.id, found.parent) for found in events.all()] == [(part, None)]


def test_passages_move_from_question_to_question_as_one_step(
    workspace: Workspace, figures: tuple[int, int], claim: int
) -> None:
    raid = workspace.events.make_from([*figures, claim], NewEvent("The raid"))
    arrested, died = (one.id for one in workspace.events.questions(raid))
    before = workspace.history.newest()
    workspace.events.move([(figures[0], arrested), (claim, None)], raid, "Who was beaten")
    asked = workspace.events.questions(raid)[-1]
    assert asked.wording == "Who was beaten"
    standing = {one.passage: one.question for one in workspace.events.answers(raid)}
    assert standing == {figures[0]: asked.id, figures[1]: died, claim: asked.id}
    assert newest(workspace) == "Put D1·1 + 1 into “The raid”"
    workspace.events.move([(figures[1], died)], raid, None)
    assert newest(workspace) == "Take D1·2 out of “The raid”"
    workspace.history.undo()
    workspace.history.undo()
    assert workspace.history.newest() > before
    standing = {one.passage: one.question for one in workspace.events.answers(raid)}
    assert standing == {figures[0]: arrested, figures[1]: died, claim: None}
    newest_now = workspace.history.newest()
    workspace.events.move([(figures[1], died)], raid, died)
    assert workspace.history.newest() == newest_now
