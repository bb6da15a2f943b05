"""A second pair of eyes, by its commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.snapshot import PassageFilter
from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

AGAIN = PassageFilter(another_look=True)


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path, 1)) as one:
        (document,) = one.workspace.documents.ids()
        one.open_in_panes(document)
        one.desk.panes.show_passage(a_passage(one.workspace, document, "Twelve people"))
        yield one


def passage(here: AtTheDesk) -> int:
    raised = here.desk.panes.chosen_passage()
    assert raised is not None
    return raised


def test_the_raised_passage_is_checked_and_unchecked(here: AtTheDesk) -> None:
    details = here.workspace.details
    here.run("passage.check")
    assert details.of(passage(here)).checked_by is not None
    here.run("passage.check")
    here.run("passage.uncheck")
    assert details.of(passage(here)).checked_by is None
    here.run("passage.uncheck")
    assert here.prompts.informed[-4:] == [
        "1 passage checked",
        "Checked already.",
        "Check taken off. Undo brings it back.",
        "Nobody has checked it.",
    ]


def test_another_look_is_wanted_and_had_with_one_key(here: AtTheDesk) -> None:
    here.run("passage.another_look")
    assert here.workspace.passages.ids(AGAIN) == [passage(here)]
    here.run("passage.another_look")
    assert here.workspace.passages.ids(AGAIN) == []


def test_without_a_passage_there_is_nothing_to_check(here: AtTheDesk) -> None:
    here.workspace.passages.remove([passage(here)])
    here.window.commands.refresh()
    for command in ("passage.check", "passage.uncheck", "passage.another_look", "passage.note"):
        assert not here.window.commands.action(command).isEnabled()
