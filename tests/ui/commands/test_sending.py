"""A project goes out to other programs from the window, and what stayed is told."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.interchange import Loss
from reviewer.domain.words import Saying
from reviewer.ui.asking.export_questions import Scope
from reviewer.ui.asking.sending_questions import SendQuestion, SendWish
from reviewer.ui.commands.sending import loss_in_words
from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        document = one.workspace.documents.ids()[0]
        a_passage(one.workspace, document, "Nobody was killed", "Denial", note="By phone")
        yield one


def sent(here: AtTheDesk, qtbot: QtBot, target: Path, wish: SendWish) -> str:
    here.prompts.will("what_to_send", wish)
    here.prompts.will("file_to_export", (target, wish.format))
    told = len(here.prompts.informed)
    here.run("project.export_programs")
    qtbot.waitUntil(lambda: len(here.prompts.informed) > told, timeout=10_000)
    return here.prompts.informed[-1]


def test_documents_go_out_with_their_passages_and_what_stayed_is_told(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "out.jsonl"
    told = sent(here, qtbot, target, SendWish("doccano"))
    assert told.startswith("1 passage exported")
    assert "What is said of 1 passage:" in told
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [one["label"] for one in lines if one["label"]] == [[[54, 71, "Denial"]]]


def test_what_was_sent_last_is_offered_first_with_the_counts(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    sent(here, qtbot, tmp_path / "out.jsonl", SendWish("doccano"))
    seen: list[SendQuestion] = []

    def look(question: SendQuestion) -> None:
        seen.append(question)

    here.prompts.will("what_to_send", look)
    here.run("project.export_programs")
    (question,) = seen
    assert question.begin.format == "doccano"
    assert question.counts == {Scope.ALL: 1, Scope.SHOWN: 1, Scope.CHOSEN: 0}
    assert question.offers[-1].key == "jsonl"


def test_a_whole_project_goes_out_as_lines_without_protected_names(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    shireen = here.workspace.actors.add("Shireen Kol")
    here.workspace.actors.change(shireen, protected=True)
    for protect in (True, False):
        target = tmp_path / f"{protect}.jsonl"
        told = sent(here, qtbot, target, SendWish("jsonl", protect=protect))
        assert "lines written" in told
        rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
        assert [one["tag"] for one in rows if one["row"] == "passage"] == ["Denial"]
        assert ("Shireen" in target.read_text("utf-8")) is not protect


def test_protected_actors_that_another_program_is_told_of_are_counted(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("spokesman", "Shireen Kol"):
        actor = here.workspace.actors.add(name)
        here.workspace.actors.change(actor, protected=True, note="Never written.")
    told = sent(here, qtbot, tmp_path / "all.jsonl", SendWish("doccano"))
    assert told.startswith("1 passage exported · 2 protected actors named: ")


def test_no_file_is_written_without_a_place_for_it(here: AtTheDesk, tmp_path: Path) -> None:
    here.prompts.will("what_to_send", SendWish("doccano"))
    here.prompts.will("file_to_export", None)
    here.run("project.export_programs")
    assert not list(tmp_path.glob("*.jsonl"))


def test_a_loss_says_how_many_there_are() -> None:
    assert loss_in_words(Loss(Saying("{count} ratings"), 3)) == "3 ratings"
