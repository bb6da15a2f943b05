"""Commands are found by what other programs call the same thing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.commands.registry import all_commands
from reviewer.ui.models.also_called import ALSO_CALLED
from reviewer.ui.models.palette import Entry, EntryKind
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path, 1)) as one:
        yield one


def found(here: AtTheDesk, words: str) -> list[str]:
    here.run("view.search")
    palette = here.window.palette_card
    palette.field.setText(f">{words}")
    rows = palette._model.rows()
    palette.leave()
    return [
        row.identity.partition(":")[2]
        for row in rows
        if isinstance(row, Entry) and row.kind is EntryKind.COMMAND
    ]


def test_only_commands_there_are_have_other_names() -> None:
    assert set(ALSO_CALLED) <= {command.id for command in all_commands()}


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("retag", "passage.retag"),
        ("change tag", "passage.retag"),
        ("rename", "document.describe"),
        ("rename tag", "tag.edit"),
        ("delete document", "document.remove"),
        ("delete tag", "tag.remove"),
        ("save as", "project.export"),
        ("preferences", "settings.open"),
        ("dark mode", "view.theme_dark"),
        ("zoom in", "view.larger"),
        ("pdf page", "pane.page"),
        ("shortcuts", "help.legend"),
    ],
)
def test_a_command_is_found_by_the_word_one_knows(
    here: AtTheDesk, words: str, command: str
) -> None:
    assert command in found(here, words)[:4]
