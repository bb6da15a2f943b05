"""A project in counts, each with its base, and in order of time."""

from reviewer.domain.actors import ChainMember
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.events import EventStatus
from reviewer.domain.overview import CountedBy
from reviewer.domain.timelines import DateOf
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, read_as


def test_passages_are_counted_by_what_they_have(workspace: Workspace) -> None:
    one = a_document(workspace, "They were beaten. So it was.", posted=read_as("x", "2015-03-12"))
    other = a_document(workspace, "Nobody was.", title="League")
    claim, again = a_passage(workspace, one, "They were beaten"), a_passage(workspace, one, "So it")
    denial = a_passage(workspace, other, "Nobody was", "Denial")
    workspace.records.enter(
        claim, {"statement": "2015-04-01", "chain": (ChainMember(None, "Rangers"),)}
    )
    workspace.documents.review([one], ReviewStatus.DONE)
    found = workspace.overview.counts()
    assert (found.base.documents, found.base.done, found.not_read) == (2, 1, (other,))
    tables = {
        table.by: [(one.name, one.passages, one.documents) for one in table.counts]
        for table in found.tables
    }
    assert tables == {
        CountedBy.TAG: [("Allegation", 2, 1), ("Denial", 1, 1)],
        CountedBy.DOCUMENT: [("D1 They were beaten. So it was.", 2, 1), ("D2 League", 1, 1)],
        CountedBy.ACTOR: [("Rangers", 1, 1)],
        CountedBy.MONTH: [("2015-03", 1, 1), ("2015-04", 1, 1)],
    }
    assert [table.without for table in found.tables] == [0, 0, 2, 1]
    assert (again, denial) not in ((0, 0),)


def test_questions_nobody_settled_are_open(workspace: Workspace) -> None:
    document = a_document(workspace, "They were beaten.")
    claim = a_passage(workspace, document, "They were beaten")
    raid, closed = workspace.events.add("The raid"), workspace.events.add("The fire")
    who, many = workspace.events.ask(raid, "Who?"), workspace.events.ask(raid, "How many?")
    workspace.events.ask(closed, "Why?")
    workspace.events.change(closed, status=EventStatus.CLOSED)
    workspace.events.set_working(many, 1, 1, "So said")
    workspace.events.put([claim], raid, who)
    workspace.events.put([claim], raid, many)
    (found,) = workspace.overview.counts().open_questions
    assert (found.question, found.event, found.event_name) == (who, raid, "The raid")
    assert (found.wording, found.passages, found.documents, found.differ) == ("Who?", 1, 1, False)


def test_what_happened_and_what_was_said_are_two_dates(workspace: Workspace) -> None:
    document = a_document(workspace, "They were beaten.")
    claim = a_passage(workspace, document, "They were beaten")
    raid = workspace.events.add("The raid", date=read_as("x", "2015-03-11"))
    undated = workspace.events.add("The fire")
    workspace.events.put([claim], raid)
    workspace.records.enter(claim, {"event_date": "2015-03-10", "statement": "2015-03-12"})
    found = workspace.overview.timeline()
    assert [(row.dated.name, row.dated.date_of) for row in found.rows] == [
        ("D1·1", DateOf.HAPPENED),
        ("The raid", DateOf.HAPPENED),
        ("D1·1", DateOf.SAID),
    ]
    assert [one.dated.event for one in found.unplaced] == [undated]
    assert workspace.overview.timeline([undated]).rows == ()


def test_each_count_knows_the_passages_it_rests_on(workspace: Workspace) -> None:
    one = a_document(workspace, "They were beaten. So it was.", posted=read_as("x", "2015-03-12"))
    other = a_document(workspace, "Nobody was.", title="League")
    claim, again = a_passage(workspace, one, "They were beaten"), a_passage(workspace, one, "So it")
    denial = a_passage(workspace, other, "Nobody was", "Denial")
    workspace.records.enter(claim, {"chain": (ChainMember(None, "Rangers"),)})
    found = workspace.overview.counts()
    behind = {table.by: table.behind for table in found.tables}
    for table in found.tables:
        for count in table.counts:
            assert len(table.behind[count.key]) == count.passages
        assert len(table.behind.get("", ())) == table.without
    assert behind[CountedBy.DOCUMENT][str(one)] == (claim, again)
    assert behind[CountedBy.MONTH][""] == (denial,)
