"""Choices of an export are kept in the project, one step each."""

import pytest

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.export_presets import ExportPreset
from reviewer.workspace.project import Workspace

DESK = ExportPreset("For the desk", "passages", "csv", ("quote", "tag"))


def test_a_preset_is_kept_by_name_and_stands_in_order(workspace: Workspace) -> None:
    presets = workspace.export_presets
    assert presets.all() == []
    assert presets.save(ExportPreset("  zulu  one ", "links", "xlsx")) == "zulu one"
    presets.save(DESK)
    assert [one.name for one in presets.all()] == ["For the desk", "zulu one"]
    assert presets.all()[0] == DESK


def test_the_same_name_is_written_over_and_the_same_preset_is_no_step(workspace: Workspace) -> None:
    presets = workspace.export_presets
    presets.save(DESK)
    before = workspace.history.newest()
    presets.save(DESK)
    assert workspace.history.newest() == before
    presets.save(ExportPreset("FOR the desk", "links", "ods"))
    assert [(one.name, one.what) for one in presets.all()] == [("FOR the desk", "links")]


def test_each_change_can_be_undone(workspace: Workspace) -> None:
    presets = workspace.export_presets
    presets.save(DESK)
    presets.remove("For the desk")
    assert presets.all() == []
    workspace.history.undo()
    assert presets.all() == [DESK]
    workspace.history.undo()
    assert presets.all() == []


def test_what_is_not_there_cannot_be_removed(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="“For the desk”"):
        workspace.export_presets.remove("For the desk")


@pytest.mark.parametrize("name", ["", "  ", "a" * 81])
def test_a_name_is_needed_and_not_a_long_one(workspace: Workspace, name: str) -> None:
    with pytest.raises(NotAllowed):
        workspace.export_presets.save(ExportPreset(name, "passages", "csv"))
