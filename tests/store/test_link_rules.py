"""The check tells of links, events and answers that another program let in."""

import pytest

from reviewer.domain.findings import FindingKind
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.store.connection import Connection
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage
from tests.store.test_records import behind_the_history


@pytest.fixture
def passages(workspace: Workspace) -> list[int]:
    document = a_document(workspace, "One 1, two 2, three 3.")
    return [a_passage(workspace, document, words, "Casualty figure") for words in ("1", "2", "3")]


def told(workspace: Workspace) -> set[str]:
    return {
        one.sentence
        for one in workspace.verify(Silent())
        if one.kind not in (FindingKind.FILE, FindingKind.HISTORY)
    }


def test_nothing_is_told_of_what_the_program_wrote(
    workspace: Workspace, passages: list[int]
) -> None:
    one, two, three = passages
    workspace.links.link(one, two)
    workspace.links.link(three, two, LinkType.COUNTS_WITHIN)
    workspace.links.link_to_source(one, workspace.links.add_source("A leaflet"), LinkType.REPEATS)
    whole, part = workspace.events.add("The operation"), workspace.events.add("The raid")
    workspace.events.nest(part, whole)
    workspace.events.put([one], part, workspace.events.ask(part, "How many?"))
    assert list(workspace.verify()) == []


def test_a_link_that_lost_an_end_is_told(
    workspace: Workspace, stored: Connection, passages: list[int]
) -> None:
    workspace.links.link(passages[0], passages[1], LinkType.REPEATS)
    stored.execute("PRAGMA foreign_keys = OFF")
    behind_the_history(stored, "UPDATE links SET to_passage = 99")
    assert told(workspace) == {
        "Link 1 (D1·1) has lost one of its ends. Take it away, and link again."
    }
    stored.execute("UPDATE links SET from_passage = 98")
    assert told(workspace) == {"Link 1 (…) has lost one of its ends. Take it away, and link again."}


def test_ends_in_the_wrong_order_are_told(
    workspace: Workspace, stored: Connection, passages: list[int]
) -> None:
    link = workspace.links.get(workspace.links.link(passages[0], passages[1], LinkType.SAME_FIGURE))
    behind_the_history(
        stored,
        f"UPDATE links SET from_passage = {link.to_passage}, to_passage = {link.from_passage}",
    )
    (sentence,) = told(workspace)
    assert "has its ends in the wrong order" in sentence


def test_circles_of_links_and_events_are_told(
    workspace: Workspace, stored: Connection, passages: list[int]
) -> None:
    one, two, three = passages
    workspace.links.link(one, two, LinkType.COUNTS_WITHIN)
    last = workspace.links.link(two, three, LinkType.COUNTS_WITHIN)
    behind_the_history(stored, f"UPDATE links SET to_passage = {one} WHERE id = {last}")
    whole, part = workspace.events.add("The operation"), workspace.events.add("The raid")
    alone = workspace.events.add("The fire")
    workspace.events.nest(part, whole)
    behind_the_history(stored, f"UPDATE events SET parent = {part} WHERE id = {whole}")
    stored.execute("UPDATE events SET parent = id WHERE id = ?", [alone])
    assert told(workspace) == {
        "Links of D1·1, D1·2 lead round in a circle (part of). Take one of them away.",
        (
            "The event “The operation” is part of itself: The operation, The raid. "
            "Make one of them part of no other."
        ),
        "The event “The fire” is part of itself: The fire. Make one of them part of no other.",
    }
    stored.execute("PRAGMA foreign_keys = OFF")
    behind_the_history(stored, f"DELETE FROM passages WHERE id = {one}")
    assert any("Links of …, D1·2 lead round" in sentence for sentence in told(workspace))


def test_an_answer_to_another_events_question_is_told(
    workspace: Workspace, stored: Connection, passages: list[int]
) -> None:
    raid, fire = workspace.events.add("The raid"), workspace.events.add("The fire")
    question = workspace.events.ask(raid, "How many?")
    workspace.events.put([passages[0]], raid, question)
    silent = a_document(workspace, "Nothing of it.")
    workspace.events.nothing_on_this(raid, silent, question)
    behind_the_history(stored, f"UPDATE answers SET event = {fire}")
    behind_the_history(stored, f"UPDATE event_documents SET event = {fire}")
    assert told(workspace) == {
        f"{label} stands at a question of another event (“How many?”, “The fire”). "
        "Take it out there."
        for label in ("D1·1", "D2")
    }
