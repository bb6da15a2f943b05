"""A long change is taken back while the window lives, and can be stopped like other long work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.ui.bridge import Job
from reviewer.ui.turnings import MOST_AT_ONCE
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, an_incoming, import_many
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

LONGEST = 20_000
STEPS = 12
AT_ONCE = MOST_AT_ONCE // 10
MANY = STEPS * AT_ONCE


class Undoer(AtTheDesk):
    """Somebody who tagged many passages in one long change."""

    qtbot: QtBot
    document: int

    def begin(self, command: str) -> Job:
        """Begin to take it back, or to do it again."""
        self.run(command)
        (job,) = [one for one in self.desk.bridge.running() if one.title in ("Undo", "Redo")]
        return job

    def ends(self) -> None:
        def is_over() -> bool:
            return not any(one.title in ("Undo", "Redo") for one in self.desk.bridge.running())

        self.qtbot.waitUntil(is_over, timeout=LONGEST)


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Undoer]:
    with at_the_desk(qtbot, a_file(tmp_path)) as desk:
        person = Undoer(desk.window, desk.prompts)
        person.qtbot = qtbot
        workspace = person.workspace
        person.document = a_document(workspace, "word " * MANY)
        tag = workspace.tags.all()[0].id
        group = workspace.history.begin_group()
        for begin in range(0, MANY, AT_ONCE):
            spans = [Span(5 * one, 5 * one + 4) for one in range(begin, begin + AT_ONCE)]
            with workspace.history.step("passages.tag_many", {"count": AT_ONCE}, group=group):
                workspace.passages.tag_many(
                    [Tagging(person.document, span, tag) for span in spans], MANY
                )
        workspace.history.end_group(group)
        yield person


def test_a_long_change_is_taken_back_and_done_again(here: Undoer) -> None:
    here.begin("history.undo")
    assert here.workspace.passages.count() > 0
    here.ends()
    assert here.workspace.passages.count() == 0
    assert here.prompts.informed[-1].startswith("Undone")
    assert here.desk.panes.document() == here.document
    here.begin("history.redo")
    here.ends()
    assert here.workspace.passages.count() == MANY
    assert here.prompts.informed[-1].startswith("Done again")


def test_it_can_be_stopped_and_then_all_of_it_stands(here: Undoer) -> None:
    job = here.begin("history.undo")
    with here.qtbot.waitSignal(job.part, timeout=LONGEST):
        pass
    here.run("history.undo")
    assert "under way" in str(here.prompts.told[-1])
    job.cancel()
    here.ends()
    assert here.workspace.passages.count() == MANY
    assert not any(one.startswith("Undone") for one in here.prompts.informed)


def test_what_rests_on_it_is_named_and_all_of_it_stands(here: Undoer) -> None:
    step = here.workspace.history.wanted_undo().id
    first = here.workspace.passages.on(here.document)[0].id
    here.workspace.passages.note(first, "A note of later.")
    session = here.window.session
    assert session is not None
    here.view.history.take_back_wanted.emit(step)
    here.ends()
    assert "later work rests on" in str(here.prompts.told[-1])
    assert here.workspace.passages.count() == MANY


def test_a_project_that_is_closed_meanwhile_has_it_taken_back(here: Undoer) -> None:
    path = here.workspace.path
    here.begin("history.undo")
    here.window.close_project()
    with Workspace.open(path, only_read=True) as workspace:
        assert workspace.passages.count() == 0


def test_documents_that_are_shown_may_go(here: Undoer) -> None:
    """What asks for one that is going is told that it cannot be done, and never of a fault."""
    texts = [f"Notice {number}." for number in range(MOST_AT_ONCE + 1)]
    made = import_many(here.workspace, [an_incoming(text) for text in texts])
    here.open_in_panes(made[0])
    here.begin("history.undo")
    here.ends()
    assert made[0] not in here.workspace.documents.ids()
    assert here.prompts.told == []


def test_a_short_change_is_taken_back_at_once(here: Undoer) -> None:
    a_passage(here.workspace, here.document, "word word word", "Denial")
    here.run("history.undo")
    assert here.workspace.passages.count() == MANY
