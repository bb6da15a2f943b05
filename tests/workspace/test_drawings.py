"""Pictures saved as files."""

from pathlib import Path

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.domain.pictures import Line, Picture
from reviewer.workspace.drawings import save_drawing, save_image
from reviewer.workspace.project import Workspace

PICTURE = Picture(100, 50, (Line(0, 0, 100, "at least 27"),), ())


def test_a_drawing_is_saved_over_another(workspace: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "raid.svg"
    target.write_text("before")
    save_drawing(workspace.path, target, PICTURE, "The raid", 13)
    assert "at least 27" in target.read_text("utf-8")


def test_an_image_is_saved(workspace: Workspace, tmp_path: Path) -> None:
    save_image(workspace.path, tmp_path / "raid.png", b"bytes")
    assert (tmp_path / "raid.png").read_bytes() == b"bytes"


def test_neither_is_written_over_the_project(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed):
        save_drawing(workspace.path, workspace.path, PICTURE, "The raid", 13)
    with pytest.raises(NotAllowed):
        save_image(workspace.path, workspace.path, b"bytes")
