"""Files that exports are written to: ours are known by their names, and go once nobody writes."""

import os
import sys
from pathlib import Path

import pytest

from reviewer.domain.errors import CannotSave
from reviewer.workspace import unfinished
from reviewer.workspace.apart import writing_to

posix = pytest.mark.skipif(sys.platform == "win32", reason="files are not held so there")
pytestmark = posix


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def left_behind(folder: Path) -> str:
    """Leave an unfinished file as a killed program does; returns its name."""
    with unfinished.unfinished_beside(folder / "out.csv") as (path, number):
        os.write(number, b"words")
        os.close(number)
        copy = path.read_bytes()
    path.write_bytes(copy)
    return path.name


def write(target: Path) -> None:
    with writing_to(target, overwrite=True) as file:
        file.write(b"whole")


def test_what_a_killed_export_left_goes_with_the_next_one_there(tmp_path: Path) -> None:
    assert left_behind(tmp_path).endswith(".reviewer.part")
    write(tmp_path / "next.csv")
    assert names(tmp_path) == ["next.csv"]


def test_what_another_export_writes_is_left_to_it(tmp_path: Path) -> None:
    with writing_to(tmp_path / "one.csv", overwrite=False) as one:
        one.write(b"whole")
        write(tmp_path / "other.csv")
        assert len(names(tmp_path)) == 2
    assert names(tmp_path) == ["one.csv", "other.csv"]


def test_only_files_with_our_own_names_from_this_machine_are_removed(tmp_path: Path) -> None:
    ours = left_behind(tmp_path)
    kept = [f".{'0' * 32}.part", f".{'0' * 32}.00000000.reviewer.part", f"a{ours}", "report.part"]
    for name in kept:
        (tmp_path / name).write_bytes(b"mine")
    pipe, link = tmp_path / f".{'1' * 32}{ours[33:]}", tmp_path / f".{'2' * 32}{ours[33:]}"
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "report.part")
    unfinished.remove_unfinished(tmp_path)
    assert names(tmp_path) == sorted([*kept, pipe.name, link.name])


def test_where_files_cannot_be_held_nothing_is_called_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unfinished, "hold", lambda _number: False)
    with unfinished.unfinished_beside(tmp_path / "out.csv") as (path, number):
        os.close(number)
    assert not path.name.endswith(".reviewer.part")
    unfinished.remove_unfinished(tmp_path)
    assert path.exists()


def test_a_folder_that_is_not_there_is_named_also_behind_a_link(tmp_path: Path) -> None:
    missing = tmp_path / "nofolder" / "out.csv"
    with pytest.raises(CannotSave, match=f"no folder “{missing.parent}”. Make it, or choose"):
        write(missing)
    link = tmp_path / "link.csv"
    link.symlink_to(missing)
    with pytest.raises(CannotSave, match=f"no folder “{missing.parent}”"):
        write(link)


def test_a_file_that_is_gone_in_a_folder_that_is_there_is_another_fault(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    with pytest.raises(CannotSave, match="be written: gone"), writing_to(target, overwrite=False):
        raise FileNotFoundError(2, "gone")
