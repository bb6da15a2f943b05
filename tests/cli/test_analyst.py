"""Whose name is on the work."""

import sys
from pathlib import Path

import pytest

from reviewer.cli.analyst import identity
from reviewer.cli.codes import CannotStart
from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.workspace.project import Workspace
from tests.cli.running import Run, on_a_terminal, started

needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")


def settings_of(name: str) -> Settings:
    settings = Settings()
    settings.set(ANALYST_NAME, name)
    settings.analyst_uid()
    return settings


def test_the_option_goes_before_the_variable_and_the_variable_before_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings_of("Noor")
    assert identity(None).name == "Noor"
    monkeypatch.setenv("REVIEWER_ANALYST", "Basit")
    assert identity(None).name == "Basit"
    assert identity("Sana").name == "Sana"


def test_the_person_of_the_settings_has_the_uid_of_the_settings() -> None:
    uid = settings_of("Noor").analyst_uid()
    assert identity(None).uid == uid
    assert identity("  Noor ").uid == uid


def test_another_person_has_a_uid_of_their_own_the_same_each_time() -> None:
    uid = settings_of("Noor").analyst_uid()
    assert identity("Basit").uid == identity("Basit").uid != uid
    assert identity("Sana").uid != identity("Basit").uid
    assert Settings().text(ANALYST_NAME) == "Noor"


def test_the_first_name_becomes_the_settings_so_that_the_second_is_somebody_else() -> None:
    first, second = identity("Noor"), identity("Basit")
    assert first.uid == Settings().analyst_uid() != second.uid
    assert Settings().text(ANALYST_NAME) == "Noor"


def test_two_people_at_one_machine_stay_two_in_the_project(
    run: Run, project: Path, tmp_path: Path
) -> None:
    for name, word in (("Noor", "Twelve"), ("Basit", "Nobody")):
        path = tmp_path / f"{name}.jsonl"
        path.write_text(f'{{"document": "Statement 88", "quote": "{word}", "tag": "Denial"}}')
        assert run("tag", project, path, "--analyst", name).code == 0
    with Workspace.open(project, only_read=True) as workspace:
        rows = workspace.passages.listed(workspace.passages.ids())
        assert [row.analyst_name for row in rows.values()] == ["Noor", "Basit"]


def test_settings_that_cannot_be_written_leave_a_uid_that_stays(
    own_home: Path,
) -> None:
    (own_home / "config").write_text("a file where the folder should be")
    assert identity("Noor").uid == identity("Noor").uid


@pytest.mark.parametrize("name", ["", " \t ", "\udcff"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(CannotStart):
        identity(name)


def test_a_script_without_a_name_is_told_how_to_give_one(project: Path, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text("")
    for arguments in (("import", project, lines), ("tag", project, lines)):
        ended = started(*arguments)
        assert ended.code == 2
        assert "--analyst NAME" in ended.err
        assert "REVIEWER_ANALYST" in ended.err


@needs_terminal
def test_a_person_on_a_terminal_is_asked_once(project: Path, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"document": "Statement 88", "quote": "Twelve", "tag": "Denial"}')
    with on_a_terminal("tag", project, lines) as terminal:
        terminal.wait_for("Your name, as it stands with your work: ")
        terminal.type("Noor\n")
        assert terminal.end().code == 0
    assert identity(None).name == "Noor"
    with Workspace.open(project, only_read=True) as workspace:
        (row,) = workspace.passages.listed(workspace.passages.ids()).values()
        assert row.analyst_name == "Noor"


@needs_terminal
def test_no_answer_on_a_terminal_is_no_name(project: Path, tmp_path: Path) -> None:
    with on_a_terminal("tag", project, tmp_path / "lines.jsonl") as terminal:
        terminal.wait_for("Your name")
        terminal.type("\x04")
        assert terminal.end().code == 2
