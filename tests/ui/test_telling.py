"""What was done is told with an Undo that takes back just that."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.events import NewEvent
from tests.builders import a_document, a_passage, a_project
from tests.ui.at_the_desk import AtTheDesk, at_the_desk

WORDS = "Twelve people were hurt at the bridge. Nobody was killed, the spokesman said.\n"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with a_project(tmp_path, "opened") as made:
        document = a_document(made, WORDS, title="At the bridge")
        first = a_passage(made, document, "Twelve people were hurt", "Casualty figure")
        a_passage(made, document, "Nobody was killed", "Denial")
        made.events.put([first], made.events.add("The bridge"))
        path = made.path
    with at_the_desk(qtbot, path) as one:
        one.open_in_panes(document)
        pane = one.view.panes.focused()
        pane.take_keys()
        pane.reader.set_caret(WORDS.index("Nobody"))
        yield one


def undo(desk: AtTheDesk) -> None:
    """Press the button of the notice."""
    assert desk.prompts.offered is not None
    action, run = desk.prompts.offered
    assert action == "Undo"
    run()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("event.put_last", "D1·2 put into"),
        ("passage.check", "1 passage checked"),
        ("passage.another_look", "Marked for another look"),
        ("passage.remove", "Tag taken off. Undo brings it back."),
    ],
)
def test_a_notice_takes_back_what_it_tells_and_nothing_that_came_after(
    desk: AtTheDesk, command: str, said: str
) -> None:
    before = desk.workspace.history.newest()
    desk.run(command)
    assert said in desk.prompts.informed[-1]
    done = desk.workspace.history.newest()
    assert done > before
    offered = desk.prompts.offered
    desk.workspace.events.add("Another")
    desk.prompts.offered = offered
    undo(desk)
    assert desk.workspace.history.listed([desk.workspace.history.newest()])[0].of == done
    assert {one.name for one in desk.workspace.events.all()} == {"The bridge", "Another"}


def test_what_changed_nothing_offers_no_undo(desk: AtTheDesk) -> None:
    desk.run("event.put_last")
    assert desk.prompts.offered is not None
    desk.run("event.put_last")
    assert "put into" in desk.prompts.informed[-1]
    assert desk.prompts.offered is None


def test_an_undo_that_cannot_be_is_told_and_the_work_goes_on(desk: AtTheDesk) -> None:
    desk.prompts.will("event", NewEvent("The harbour"))
    desk.run("event.make")
    offered = desk.prompts.offered
    (event,) = (one.id for one in desk.workspace.events.all() if one.name == "The harbour")
    desk.workspace.events.change(event, place="Zarvel")
    desk.prompts.offered = offered
    undo(desk)
    assert len(desk.prompts.told) == 1
    assert "The harbour" in [one.name for one in desk.workspace.events.all()]
