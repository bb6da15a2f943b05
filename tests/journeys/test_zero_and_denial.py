"""“No one was killed”: a zero and a denial on the same words, by keys alone, in ten of them.

Both have who says so, both are in the event; the figure is linked to another number as one that
cannot hold beside it, the denial to the allegation it answers, each in a document of its own.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.domain.events import NewEvent
from reviewer.domain.links import LinkType
from reviewer.domain.records import Record
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_project
from tests.journeys.analyst import Analyst, an_analyst

SAID = "No one was killed in the raid on the Azizabad headquarters, the spokesman said."
TEXT = f"The Rangers went to the office at night.\n\n{SAID}\n\nNothing else is known."
ALLEGED = "The Rangers killed Waqas Shah in the raid on the Azizabad headquarters"
COUNTED = "One party worker was killed in the raid on the Azizabad headquarters"
MOST = 10
KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def analyst(tmp_path: Path, qtbot: QtBot) -> Iterator[Analyst]:
    with a_project(tmp_path, "opened") as made:
        document, path = a_document(made, TEXT, title="Statement"), made.path
        party = a_document(made, f"{ALLEGED}, the party said.", title="The party")
        paper = a_document(made, f"{COUNTED}, the paper says.", title="The paper")
        told = [a_passage(made, party, ALLEGED), a_passage(made, paper, COUNTED, "Casualty figure")]
        made.records.confirm(told)
        made.events.make_from(told, NewEvent("The raid"))
    with an_analyst(qtbot, path, document, TEXT) as person:
        yield person


def passage(workspace: Workspace, document: str, tag: str) -> int:
    """Return the passage of a document under a tag."""
    (found,) = (
        one.id
        for one in workspace.passages.listed(workspace.passages.ids()).values()
        if one.tag_name == tag and one.document_title == document
    )
    return found


def printed_speaker(record: Record) -> list[str]:
    chain = record.entered["chain"]
    assert isinstance(chain, tuple)
    return [one.printed for one in chain]


def link_to(analyst: Analyst, wanted: int) -> None:
    """Link the passage raised to a likely one: walk the list as far as that stands in it."""
    session = analyst.window.session
    assert session is not None
    panel = session.linking.lists.panel
    analyst.press(KEY.Key_L)
    assert wanted in [row.passage for row in panel.rows()]
    while (here := panel.current()) is not None and here.passage != wanted:
        analyst.press(KEY.Key_Down)
    analyst.press(KEY.Key_Return)


def test_a_zero_and_a_denial_with_speaker_event_and_links_take_ten_keys(
    analyst: Analyst, qtbot: QtBot
) -> None:
    workspace = analyst.desk.workspace
    analyst.begin_at("No one")
    analyst.press(KEY.Key_C)
    analyst.press(KEY.Key_Return)
    analyst.press(KEY.Key_E, SHIFT)
    link_to(analyst, passage(workspace, "The paper", "Casualty figure"))
    qtbot.waitUntil(analyst.keys_are_in_the_text)
    analyst.press(KEY.Key_D)
    analyst.press(KEY.Key_Return)
    link_to(analyst, passage(workspace, "The party", "Allegation"))
    qtbot.waitUntil(analyst.keys_are_in_the_text)
    assert analyst.pressed <= MOST

    figure = passage(workspace, "Statement", "Casualty figure")
    denial = passage(workspace, "Statement", "Denial")
    assert workspace.passages.get(figure).quote == workspace.passages.get(denial).quote == SAID
    zero, denied = analyst.record(figure), analyst.record(denial)
    assert (zero.entered["low"], zero.entered["high"]) == (0, 0)
    assert (zero.entered["harm"], zero.entered["qualifier"]) == ("killed", "none")
    assert denied.entered["response_kind"] == "deny_act"
    assert printed_speaker(zero) == printed_speaker(denied) == ["the spokesman"]
    assert zero.unconfirmed() == denied.unconfirmed() == ()
    for one in (figure, denial):
        assert [workspace.events.get(at.event).name for at in workspace.events.of(one)] == [
            "The raid"
        ]
    (to_number,), (to_charge,) = workspace.links.of(figure), workspace.links.of(denial)
    counted = passage(workspace, "The paper", "Casualty figure")
    alleged = passage(workspace, "The party", "Allegation")
    assert (to_number.type, to_number.passage) == (LinkType.CONTRADICTS, counted)
    assert (to_charge.type, to_charge.passage) == (LinkType.DENIES, alleged)


def test_the_words_under_another_tag_are_taken_off_again_with_one_undo(analyst: Analyst) -> None:
    workspace = analyst.desk.workspace
    analyst.begin_at("No one")
    for key in (KEY.Key_C, KEY.Key_Return, KEY.Key_D):
        analyst.press(key)
    assert printed_speaker(analyst.record()) == ["the spokesman"]
    assert analyst.changes()[0] == "Tag the words of D1·1 as Denial as well: D1·2"
    workspace.history.undo()
    assert len(workspace.passages.on(workspace.passages.get(analyst.raised()).document)) == 1


def test_who_denies_a_charge_is_not_taken_for_who_makes_it(analyst: Analyst) -> None:
    analyst.begin_at("No one")
    for key in (KEY.Key_D, KEY.Key_Return, KEY.Key_A):
        analyst.press(key)
    assert "chain" in analyst.record().unconfirmed()
