"""Every export begins where it wrote last, is named for what it is, and says where it lies."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import NotAllowed
from reviewer.environment.clock import local_day, now
from reviewer.environment.settings import Settings
from reviewer.ui.asking.report_prompts import ReportAnswer
from reviewer.ui.commands import why_not
from reviewer.ui.commands.registry import command
from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

Offered = tuple[Path, list[str]]


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        document = one.workspace.documents.ids()[0]
        a_passage(one.workspace, document, "Nobody was killed", "Denial")
        yield one


def offered_to(here: AtTheDesk, question: str) -> list[Offered]:
    """Decline to say where to write, and return what was offered."""
    seen: list[Offered] = []

    def decline(suggested: Path, formats: Sequence[tuple[str, str, str]]) -> None:
        seen.append((suggested, [key for key, *_ in formats]))

    here.prompts.will(question, decline)
    return seen


def codebook_written(here: AtTheDesk, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    here.prompts.will("codebook_to_write", (target, "json"))
    here.run("codebook.send_out")
    assert target.is_file()


def test_the_name_offered_says_project_kind_and_day(here: AtTheDesk) -> None:
    name, today = here.workspace.name, local_day(now())
    here.prompts.will("what_to_export", "passages")
    seen = offered_to(here, "file_to_export")
    here.run("project.export_table")
    here.prompts.will("report", ReportAnswer())
    reports = offered_to(here, "file_to_export")
    here.run("project.report")
    assert [path.name for path, _formats in (*seen, *reports)] == [
        f"{name} passages {today}",
        f"{name} report {today}",
    ]


def test_an_entry_begins_in_its_last_folder_and_format(here: AtTheDesk, tmp_path: Path) -> None:
    beside = here.workspace.path.parent
    first = offered_to(here, "codebook_to_write")
    here.run("codebook.send_out")
    assert first[0][0].parent == beside
    assert first[0][1][0] != "json"
    codebook_written(here, tmp_path / "sent" / "tags.json")
    here.open_again()
    second = offered_to(here, "codebook_to_write")
    here.run("codebook.send_out")
    assert second[0][0].parent == tmp_path / "sent"
    assert second[0][1][0] == "json"
    assert sorted(second[0][1]) == sorted(first[0][1])
    register = offered_to(here, "paper_to_write")
    here.run("project.register")
    assert register[0][0].parent == beside
    assert Settings().exported("codebook") == (tmp_path / "sent", "json")


def test_a_folder_that_is_gone_is_not_offered(here: AtTheDesk, tmp_path: Path) -> None:
    here.window.context.settings.remember_exported("codebook", tmp_path / "gone", "json")
    seen = offered_to(here, "codebook_to_write")
    here.run("codebook.send_out")
    assert seen[0][0].parent == here.workspace.path.parent


def test_what_was_exported_last_can_be_gone_to(here: AtTheDesk, tmp_path: Path) -> None:
    context = here.window.context
    for one in ("project.show_written", "project.open_written"):
        assert "Export" in why_not(command(one), context)
    codebook_written(here, tmp_path / "tags.json")
    assert here.prompts.places == [(tmp_path / "tags.json", True)]
    assert here.prompts.told == []  # nothing is opened by itself
    for one in ("project.show_written", "project.open_written"):
        here.run(one)  # there is no desktop in a test
    assert [type(problem) for problem in here.prompts.told] == [NotAllowed, NotAllowed]


def test_what_came_in_from_elsewhere_is_shown_and_not_opened(
    here: AtTheDesk, tmp_path: Path
) -> None:
    here.desk.panes.open_here(here.workspace.documents.ids()[0])
    here.prompts.will("original_to_write", tmp_path / "page.html")
    here.run("document.save_original")
    assert here.prompts.places == [(tmp_path / "page.html", False)]
    assert "folders and archives" in why_not(command("project.open_written"), here.window.context)
    assert why_not(command("project.show_written"), here.window.context) == ""
