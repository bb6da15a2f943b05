"""What a passage carries, by keys alone: tagged, confirmed, corrected, and the keys counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.domain.actors import ChainMember
from reviewer.domain.events import NewEvent
from reviewer.domain.links import LinkType
from tests.builders import a_document, a_project
from tests.journeys.analyst import Analyst, an_analyst

TEXT = (
    "At least 27 party workers were arrested.\n\n"
    "Farooq Sattar said that the Rangers had tortured Aftab Ahmed.\n\n"
    "The ministry denied that anyone was tortured.\n\n"
    "The army denied all these charges.\n\n"
    "More than 300 people were killed."
)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


@pytest.fixture
def analyst(tmp_path: Path, qtbot: QtBot) -> Iterator[Analyst]:
    with a_project(tmp_path, "opened") as made:
        document, path = a_document(made, TEXT, title="The raid"), made.path
    with an_analyst(qtbot, path, document, TEXT) as person:
        yield person


def test_a_figure_is_tagged_and_confirmed_in_two_keys(analyst: Analyst) -> None:
    analyst.begin_at("At least")
    analyst.press(KEY.Key_C)
    analyst.press(KEY.Key_Return)
    assert analyst.pressed <= 3
    entered = analyst.record().entered
    assert (entered["low"], entered["number_text"]) == (27, "At least 27")
    assert (entered["harm"], entered["victim_label"]) == ("arrested", "party workers")
    assert "high" not in entered
    assert analyst.record().unconfirmed() == ()
    assert analyst.keys_are_in_the_text()
    assert analyst.changes()[0] == "Confirm what was read of D1·1"


def test_an_allegation_has_its_speaker_and_the_accused_in_two_keys(analyst: Analyst) -> None:
    analyst.begin_at("Farooq")
    analyst.press(KEY.Key_A)
    analyst.press(KEY.Key_Return)
    assert analyst.pressed <= 3
    entered = analyst.record().entered
    chain, accused = entered["chain"], entered["accused"]
    assert isinstance(chain, tuple)
    assert isinstance(accused, tuple)
    assert [one.printed for one in chain] == ["Farooq Sattar"]
    assert [one.printed for one in accused] == ["Rangers"]


def test_a_number_is_corrected_by_one_key_and_what_is_typed(analyst: Analyst, qtbot: QtBot) -> None:
    analyst.begin_at("At least")
    analyst.press(KEY.Key_C)
    analyst.pressed = 0
    analyst.press(KEY.Key_R)
    qtbot.waitUntil(lambda: analyst.card.isAncestorOf(analyst.keys()))
    analyst.type("27")
    analyst.press(KEY.Key_Return)
    assert analyst.pressed == 2
    entered = analyst.record().entered
    assert (entered["number_text"], entered["low"], entered["high"]) == ("27", 27, 27)
    assert (entered["qualifier"], entered["harm"]) == ("stated", "arrested")
    assert analyst.record().unconfirmed() == ()
    qtbot.waitUntil(analyst.keys_are_in_the_text)


def test_escape_leaves_what_was_read_as_it_is(analyst: Analyst, qtbot: QtBot) -> None:
    analyst.begin_at("At least")
    analyst.press(KEY.Key_C)
    analyst.press(KEY.Key_R)
    qtbot.waitUntil(lambda: analyst.card.isAncestorOf(analyst.keys()))
    analyst.press(KEY.Key_Escape)
    qtbot.waitUntil(analyst.keys_are_in_the_text)
    assert analyst.record().entered == {}
    assert "low" in analyst.record().unconfirmed()


def test_the_last_speaker_and_event_are_given_again_by_one_key(analyst: Analyst) -> None:
    workspace = analyst.desk.workspace
    analyst.begin_at("Farooq")
    analyst.press(KEY.Key_A)
    analyst.press(KEY.Key_Return)
    event = workspace.events.make_from([analyst.raised()], NewEvent("The raid"))
    analyst.begin_at("More than")
    analyst.press(KEY.Key_C)
    analyst.pressed = 0
    analyst.press(KEY.Key_Period, CONTROL)
    assert analyst.pressed == 1
    chain = analyst.record().entered["chain"]
    assert isinstance(chain, tuple)
    (member,) = chain
    assert isinstance(member, ChainMember)
    assert analyst.named(member) == "Farooq Sattar"
    assert [one.event for one in workspace.events.of(analyst.raised())] == [event]


def test_a_denial_is_tagged_with_its_charge_by_one_key(analyst: Analyst) -> None:
    analyst.begin_at("The ministry")
    analyst.press(KEY.Key_D, SHIFT)
    workspace = analyst.desk.workspace
    denial = analyst.raised()
    assert workspace.tags.get(workspace.passages.get(denial).tag).name == "Denial"
    (linked,) = workspace.links.of(denial)
    assert (linked.quote, linked.type) == ("anyone was tortured", LinkType.DENIES)
    assert analyst.pressed == 1
    workspace.history.undo()
    assert workspace.passages.ids() == []


def test_where_no_charge_is_named_that_is_said(analyst: Analyst) -> None:
    analyst.begin_at("The army")
    analyst.press(KEY.Key_D, SHIFT)
    assert len(analyst.desk.workspace.passages.ids()) == 1
    assert "name no charge" in analyst.prompts.informed[-1]


def test_the_same_words_take_a_second_tag_with_who_says_so(analyst: Analyst) -> None:
    workspace = analyst.desk.workspace
    analyst.begin_at("Farooq")
    analyst.press(KEY.Key_A)
    analyst.press(KEY.Key_Return)
    first = analyst.raised()
    analyst.prompts.will("tag", workspace.tags.named("Casualty figure"))
    analyst.window.commands.refresh()
    analyst.window.commands.action("record.tag_also").trigger()
    second = analyst.raised()
    assert second != first
    assert workspace.passages.get(second).span == workspace.passages.get(first).span
    assert analyst.record(second).entered["chain"] == analyst.record(first).entered["chain"]


def test_another_tag_asks_before_entered_values_go(analyst: Analyst) -> None:
    workspace = analyst.desk.workspace
    denial = workspace.tags.named("Denial")
    analyst.begin_at("At least")
    analyst.press(KEY.Key_C)
    analyst.press(KEY.Key_Return)
    passage = analyst.raised()
    questions: list[str] = []

    def decline(question: str, _deed: str) -> bool:
        questions.append(question)
        return False

    analyst.prompts.will("tag", denial)
    analyst.prompts.will("confirm", decline)
    analyst.press(KEY.Key_T, SHIFT)
    assert "Number as printed, in 1 passage\n" in questions[0]
    assert analyst.record(passage).entered["low"] == 27
    analyst.prompts.will("tag", denial)
    analyst.prompts.will("confirm", "yes")
    analyst.press(KEY.Key_T, SHIFT)
    assert workspace.passages.get(passage).tag == (denial.id if denial else None)


def test_enter_runs_nothing_where_nothing_is_to_be_confirmed(analyst: Analyst) -> None:
    analyst.begin_at("At least")
    analyst.press(KEY.Key_C)
    analyst.press(KEY.Key_Return)
    before = analyst.changes()
    analyst.press(KEY.Key_Return)
    assert analyst.changes() == before


def test_a_speaker_in_the_line_is_shown_in_the_register(analyst: Analyst, qtbot: QtBot) -> None:
    analyst.begin_at("Farooq")
    analyst.press(KEY.Key_A)
    analyst.press(KEY.Key_Return)
    sattar = analyst.desk.workspace.actors.named("Farooq Sattar")
    assert sattar is not None
    analyst.card.actor_wanted.emit(sattar.id)
    actors = analyst.desk.actors
    assert actors is not None
    qtbot.waitUntil(lambda: list(actors.chosen()) == [sattar.id])


def test_another_tag_asks_before_links_go_that_it_would_make_wrong(analyst: Analyst) -> None:
    workspace = analyst.desk.workspace
    analyst.begin_at("The ministry")
    analyst.press(KEY.Key_D, SHIFT)
    denial, allegation = analyst.raised(), workspace.tags.named("Allegation")
    questions: list[str] = []

    def decline(question: str, _deed: str) -> bool:
        questions.append(question)
        return False

    analyst.prompts.will("tag", allegation)
    analyst.prompts.will("confirm", decline)
    analyst.press(KEY.Key_T, SHIFT)
    assert (
        "these links would be wrong:\nD1·1 denies D1·2\n"
        "They are removed then. Undo brings them back." in questions[0]
    )
    assert len(workspace.links.of(denial)) == 1
    analyst.prompts.will("tag", allegation)
    analyst.prompts.will("confirm", "yes")
    analyst.press(KEY.Key_T, SHIFT)
    assert workspace.links.of(denial) == []
    workspace.history.undo()
    assert len(workspace.links.of(denial)) == 1
