"""Making, opening and sharing a project, as a person meets it."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.errors import CannotSave, NotAllowed, ReadOnly
from reviewer.domain.progress import Silent
from reviewer.environment import places
from reviewer.store.connection import is_open_here
from reviewer.workspace import project
from reviewer.workspace.apart import export_to_file
from reviewer.workspace.project import Identity, Workspace, sqlite_version
from tests.builders import BASIT, NOOR, a_document, a_passage, a_project


def test_a_new_project_is_open_for_work(tmp_path: Path) -> None:
    with a_project(tmp_path, "winter") as workspace:
        assert workspace.name == "winter"
        assert workspace.path == tmp_path / "winter.review"
        assert workspace.read_only is None
        assert workspace.alone is None
        assert [analyst.name for analyst in workspace.analysts()] == ["Noor"]
        assert workspace.analyst == workspace.analysts()[0]
        assert len(workspace.tags.all()) == 3


@pytest.mark.parametrize("name", ["", " \n\t"])
def test_without_a_name_nothing_is_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotAllowed, match="name is needed"):
        Workspace.create(tmp_path / "winter.review", Identity("u", name))
    assert list(tmp_path.iterdir()) == []


def test_a_project_that_could_not_be_finished_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_tags() -> list[object]:
        raise CannotSave("no")

    path = tmp_path / "winter.review"
    with monkeypatch.context() as failing:
        failing.setattr(project, "default_tags", no_tags)
        with pytest.raises(CannotSave):
            Workspace.create(path, NOOR)
        assert list(tmp_path.iterdir()) == []
    Workspace.create(path, NOOR).close()


def test_a_project_cut_short_before_it_had_its_tags_gets_them_when_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "winter.review"
    with monkeypatch.context() as cut_short:
        cut_short.setattr(Workspace, "_finish_making", lambda _self: None)
        Workspace.create(path, NOOR).close()
    with Workspace.open(path) as nameless:
        assert nameless.tags.all() == []
    with Workspace.open(path, NOOR, only_read=True) as reader:
        assert reader.tags.all() == []
    for _ in range(2):
        with Workspace.open(path, NOOR) as workspace:
            assert len(workspace.tags.all()) == 3
            assert len(workspace.history.ids()) == 1


def test_opening_that_fails_lets_go_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Workspace) -> None:
        raise CannotSave("no")

    with a_project(tmp_path) as workspace:
        path = workspace.path
    with pytest.raises(NotAllowed):
        Workspace.open(path, replace(NOOR, name=" "))
    with monkeypatch.context() as failing:
        failing.setattr(Workspace, "_finish_making", fail)
        with pytest.raises(CannotSave):
            Workspace.open(path, NOOR)
    assert not is_open_here(path)
    with Workspace.open(path, NOOR) as workspace:
        assert workspace.read_only is None


def test_an_analyst_is_known_by_uid_and_may_change_names(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        document = a_document(workspace)
        passage = a_passage(workspace, document, "Twelve")
        path = workspace.path
    with Workspace.open(path, Identity(NOOR.uid, "  Noor  K. \0")) as workspace:
        assert [analyst.name for analyst in workspace.analysts()] == ["Noor K. �"]
        assert workspace.passages.listed([passage])[passage].analyst_name == "Noor K. �"
        workspace.sign_in(BASIT)
        assert [analyst.name for analyst in workspace.analysts()] == ["Noor K. �", "Basit"]


def test_signing_in_as_before_writes_nothing(workspace: Workspace) -> None:
    connection = workspace._project.connection
    before = connection.raw.total_changes
    workspace.sign_in(NOOR)
    assert connection.raw.total_changes == before


def test_whoever_only_reads_may_be_unknown_here(workspace: Workspace) -> None:
    with Workspace.open(workspace.path, BASIT) as reader:
        assert reader.analyst is None
        assert isinstance(reader.read_only, ReadOnly)
        assert "Noor" in str(reader.read_only)
        reader.sign_in(NOOR)
        assert reader.analyst == workspace.analyst
        assert len(workspace.analysts()) == 1


def test_a_second_window_sees_what_the_first_does(workspace: Workspace) -> None:
    with Workspace.open(workspace.path, NOOR) as reader:
        before = reader.data_version()
        document = a_document(workspace)
        assert reader.data_version() != before
        assert reader.documents.ids() == [document]
        with pytest.raises(ReadOnly, match="open elsewhere"):
            reader.documents.remove([document])
        workspace.note_presence()
        workspace.idle()
        reader.idle()
        reader.note_presence()


def test_how_the_window_stood_is_remembered_and_is_no_work(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        steps = workspace.history.ids()
        assert workspace.remembered("panes") is None
        workspace.remember("panes", {"left": [1, "پل"], "at": 0.5})
        workspace.remember("panes", {"left": [2, "پل"], "at": 0.5})
        assert workspace.history.ids() == steps
    with Workspace.open(workspace.path, only_read=True) as reader:
        reader.remember("panes", "lost")
        assert reader.remembered("panes") == {"left": [2, "پل"], "at": 0.5}


def test_a_copy_holds_everything_and_is_never_put_over_a_file(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        a_passage(workspace, a_document(workspace), "Twelve")
        copy = tmp_path / "copy.review"
        workspace._project.copy_to(copy)
        with pytest.raises(CannotSave, match="already a file"):
            workspace._project.copy_to(copy)
    with Workspace.open(copy, BASIT) as copied:
        assert copied.read_only is None
        assert copied.passages.count() == 1
        assert list(copied.verify()) == []


def test_an_export_goes_over_no_project_that_is_open_here_whatever_it_is_called(
    workspace: Workspace, tmp_path: Path
) -> None:
    with a_project(tmp_path, "other") as other:
        link = tmp_path / "table.csv"
        link.hardlink_to(other.path)
        with pytest.raises(NotAllowed, match="is a project"):
            export_to_file(workspace.path, "csv", link, Silent(), overwrite=True)
        assert is_open_here(other.path)


def test_a_network_drive_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"1 1 0:1 / {tmp_path.resolve()} rw - cifs //server/office rw\n")
    monkeypatch.setattr(places, "MOUNTS", mounts)
    with a_project(tmp_path) as workspace:
        assert "network drive" in str(workspace.alone)
        a_passage(workspace, a_document(workspace), "Twelve")
    with Workspace.open(workspace.path, NOOR) as workspace:
        assert workspace.passages.count() == 1


def test_a_check_counts_what_it_compares(workspace: Workspace) -> None:
    document = a_document(workspace)
    a_passage(workspace, document, "Twelve")
    compared = workspace.compared()
    assert (compared.texts, compared.originals, compared.passages) == (1, 1, 1)
    assert compared.changes == len(workspace.history.ids())
    assert list(workspace.verify()) == []


def test_the_version_of_sqlite_is_known() -> None:
    assert sqlite_version() == sqlite3.sqlite_version


def test_a_project_that_nobody_needs_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "never.review"
    Workspace.create(path, NOOR).discard()
    assert not list(tmp_path.glob("never*"))
    assert not is_open_here(path)
