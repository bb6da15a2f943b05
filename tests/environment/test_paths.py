"""Where the program keeps its own things."""

import sys
from pathlib import Path

import pytest

from reviewer.environment import paths


def test_one_variable_names_the_place_of_everything(own_home: Path) -> None:
    found = {paths.config_folder(), paths.state_folder(), paths.projects_folder()}
    assert found == {own_home / "config", own_home / "state", own_home / "documents"}


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
def test_without_it_the_folders_of_the_system_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REVIEWER_HOME")
    for kind in ("CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "papers"))
    assert paths.config_folder() == tmp_path / "CONFIG" / "reviewer"
    assert paths.state_folder() == tmp_path / "STATE" / "reviewer"
    assert paths.projects_folder() == tmp_path / "papers" / "Reviewer"


def test_a_folder_that_is_there_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    folder.mkdir(mode=0o755)
    paths.make_private(folder)
    if sys.platform != "win32":
        assert folder.stat().st_mode & 0o777 == 0o700


def test_dots_become_the_folders_they_mean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inside").mkdir()
    monkeypatch.chdir(tmp_path / "inside")
    assert paths.named(Path()) == tmp_path / "inside"
    assert paths.named(Path("..")) == tmp_path
    assert paths.named(Path("a.txt")) == Path("a.txt")
    assert paths.named(Path("/")) == Path("/").resolve()


def test_a_folder_that_is_gone_meanwhile_keeps_its_dot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert paths.named(Path()) == Path()


def test_a_path_without_a_name_has_no_files_beside_it_and_is_no_fault() -> None:
    assert not any(file.is_file() for file in paths.files_of_project(Path("/")))
