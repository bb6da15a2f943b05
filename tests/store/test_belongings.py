"""What hangs on passages goes with them, or is handed on to the one they are merged into."""

import re

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.store.belongings import hand_on
from reviewer.store.journal import JOURNALED
from reviewer.store.rows import RowStore
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag


def rows(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    connection = workspace._project.connection
    return {
        table: connection.rows(None, f"SELECT * FROM {table} ORDER BY id") for table in JOURNALED
    }


def two(workspace: Workspace) -> tuple[int, int]:
    document = a_document(workspace, "They were beaten, they were shot.")
    return (
        a_passage(workspace, document, "They were beaten"),
        a_passage(workspace, document, "they were shot"),
    )


def test_nothing_is_left_of_a_passage_and_all_comes_back(workspace: Workspace) -> None:
    one, other = two(workspace)
    workspace.records.enter(one, {"act": "beating", "event_date": "2015"})
    workspace.links.link(one, other)
    workspace.links.link(other, one, LinkType.CONTRADICTS)
    event = workspace.events.add("The raid")
    workspace.events.put([one], event)
    before = rows(workspace)
    workspace.passages.remove([one])
    assert workspace.links.of(other) == []
    assert workspace.events.answers(event) == []
    assert list(workspace.verify(Silent())) == []
    workspace.history.undo()
    assert rows(workspace) == before
    workspace.regrouping.remove(workspace.passages.get(one).tag)
    assert workspace.links.all() == []
    workspace.history.undo()
    assert rows(workspace) == before


def test_links_are_handed_on_to_the_passage_that_stays(workspace: Workspace) -> None:
    one, other = two(workspace)
    denial = a_passage(workspace, a_document(workspace, "Nobody was."), "Nobody was", "Denial")
    third = a_passage(workspace, a_document(workspace, "It is so."), "It is so")
    source = workspace.links.add_source("A leaflet")
    workspace.links.link(one, other)
    kept = workspace.links.link(denial, one)
    workspace.links.link(denial, other)
    new = workspace.links.link(third, other)
    either = workspace.links.link(third, other, LinkType.CONTRADICTS)
    named = workspace.links.link_to_source(other, source)
    outside = workspace.links.link(third, denial, LinkType.CONTRADICTS)
    before = rows(workspace)
    assert workspace.boundaries.merge([one, other]) == one
    assert [end.link for end in workspace.links.of(one)] == [kept, new, either, named]
    assert [link.id for link in workspace.links.all()] == [kept, new, either, named, outside]
    assert list(workspace.verify(Silent())) == []
    workspace.history.undo()
    assert rows(workspace) == before


def test_ends_of_a_handed_on_link_stand_in_order_whichever_uid_is_smaller(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "They were beaten, then beaten, and beaten.")
    text = workspace.documents.text(document)
    tag = a_tag(workspace, "Allegation")
    starts = [found.start() for found in re.finditer("beaten", text)]
    made = [workspace.passages.tag_passage(document, Span(at, at + 6), tag) for at in starts]
    by_uid = sorted(made, key=lambda one: workspace.passages.get(one).uid)
    for gone, partner, stays in (by_uid, by_uid[::-1]):
        workspace.links.link(gone, partner, LinkType.CONTRADICTS)
        with workspace.history.step("passages.merge"):
            hand_on(workspace._project.connection, [gone], stays, "2026-03-14T09:00:00.000+00:00")
        (link,) = workspace.links.all()
        ends = [link.from_passage, link.to_passage]
        assert ends == [one for one in by_uid if one in (partner, stays)]
        assert list(workspace.verify(Silent())) == []
        workspace.links.remove([link.id])


def test_answers_are_handed_on_once(workspace: Workspace) -> None:
    one, other = two(workspace)
    raid, fire = workspace.events.add("The raid"), workspace.events.add("The fire")
    who = workspace.events.ask(raid, "Who?")
    workspace.events.put([one], raid)
    workspace.events.put([other], raid, who)
    workspace.events.put([one, other], fire)
    workspace.boundaries.merge([one, other])
    assert {(answer.event, answer.question) for answer in workspace.events.of(one)} == {
        (fire, None),
        (raid, who),
    }
    workspace.history.undo()
    assert len(workspace.events.of(one)) == 2


def test_tags_that_are_merged_hand_on_what_hung_on_their_passages(workspace: Workspace) -> None:
    document = a_document(workspace, "They were beaten.")
    one = a_passage(workspace, document, "They were beaten")
    other = a_passage(workspace, document, "They were beaten", "Charge")
    event = workspace.events.add("The raid")
    workspace.events.put([other], event)
    tags = {tag.name: tag.id for tag in workspace.tags.all()}
    workspace.regrouping.merge(tags["Charge"], tags["Allegation"])
    assert [answer.event for answer in workspace.events.of(one)] == [event]
    assert RowStore(workspace._project.connection).current("passages", [other]) == {}


def test_passages_whose_links_would_lead_round_are_not_merged(workspace: Workspace) -> None:
    document = a_document(workspace, "27 men, 20 men.")
    one = a_passage(workspace, document, "27 men", "Casualty figure")
    other = a_passage(workspace, document, "20 men", "Casualty figure")
    far = a_document(workspace, "Some 30 men died.")
    whole = a_passage(workspace, far, "30 men", "Casualty figure")
    part = workspace.links.link(one, whole, LinkType.COUNTS_WITHIN)
    workspace.links.link(whole, other, LinkType.COUNTS_WITHIN)
    before = rows(workspace)
    with pytest.raises(NotAllowed, match="part of their own part"):
        workspace.boundaries.merge([one, other])
    assert rows(workspace) == before
    workspace.links.remove([part])
    workspace.boundaries.merge([one, other])
    assert list(workspace.verify(Silent())) == []


def test_a_circle_that_stood_before_is_no_bar_to_a_merge(workspace: Workspace) -> None:
    one, other = two(workspace)
    third = a_passage(workspace, a_document(workspace, "It is so."), "It is so")
    link = workspace.links.link(other, third)
    workspace.boundaries.merge([one, other])
    assert workspace.links.get(link).from_passage == one
