"""What passages carry, in the cells of the passages table."""

from reviewer.domain.actors import ChainMember
from reviewer.ui.models.passage_carried import (
    HOLLOW,
    carried_only_read,
    carried_spoken,
    carried_tip,
    carried_words,
)
from reviewer.ui.models.passage_columns import PassageColumn
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage


def plain(words: str) -> str:
    return words.translate(dict.fromkeys((0x2066, 0x2068, 0x2069)))


def test_what_was_entered_is_shown_and_what_was_only_read_is_hollow(workspace: Workspace) -> None:
    document = a_document(workspace, "At least 27 people were killed. A spokesman denied it.")
    figure = a_passage(workspace, document, "At least 27 people were killed", tag="Casualty figure")
    denial = a_passage(workspace, document, "A spokesman denied it", tag="Denial")
    carried = workspace.carried.of_many([figure])[figure]
    low = carried_words(carried, PassageColumn.LOW)
    assert low == f"{HOLLOW}27"
    assert "Not confirmed" in (carried_tip(carried, PassageColumn.LOW) or "")
    assert carried_only_read(carried, PassageColumn.LOW)
    assert plain(carried_spoken(carried, PassageColumn.LOW)) == "27 (not confirmed)"
    assert plain(carried_words(carried, PassageColumn.SPEAKER)) == f"{HOLLOW}not named"
    army = workspace.actors.add("Army")
    chain = (ChainMember(None, "The Courier"), ChainMember(army, "it"))
    workspace.records.enter(figure, {"low": 0, "chain": chain, "event_date": "2019-10"})
    raid = workspace.events.add("Raid")
    workspace.events.put([figure], raid)
    workspace.links.link(denial, figure)
    carried = workspace.carried.of_many([figure])[figure]
    shown = {
        column: plain(carried_words(carried, column)) for column in PassageColumn if column > 8
    }
    assert shown[PassageColumn.LOW] == "0"
    assert not carried_only_read(carried, PassageColumn.LOW)
    assert carried_spoken(carried, PassageColumn.LOW) == "0"
    assert shown[PassageColumn.HIGH] == carried_spoken(carried, PassageColumn.HIGH) == ""
    assert shown[PassageColumn.SPEAKER] == "Army"
    assert shown[PassageColumn.EVENT_DATE] == "2019-10"
    assert shown[PassageColumn.EVENT] == "Raid"
    assert shown[PassageColumn.QUESTION]
    assert shown[PassageColumn.LINKS] == "denied by D1·2"
    assert shown[PassageColumn.HARM] == f"{HOLLOW}killed"
    assert "What happened to them" in shown[PassageColumn.CONFIRMED]
    assert carried_tip(carried, PassageColumn.HIGH) is None


def test_entered_words_with_a_mark_of_their_own_are_not_taken_for_read_ones(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "At least 27 people were killed.")
    figure = a_passage(workspace, document, "At least 27 people were killed", tag="Casualty figure")
    workspace.records.enter(figure, {"victim_group": f"{HOLLOW}dockers"})
    carried = workspace.carried.of_many([figure])[figure]
    assert plain(carried_words(carried, PassageColumn.GROUP)) == f"{HOLLOW}dockers"
    assert not carried_only_read(carried, PassageColumn.GROUP)
    assert "Not confirmed" not in (carried_tip(carried, PassageColumn.GROUP) or "")
