"""An export written apart from the window: whole or not at all, and never over a project."""

import csv
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain.errors import Cancelled, CannotSave, NotAllowed, NotFound
from reviewer.domain.progress import Silent
from reviewer.workspace.apart import (
    AlreadyThere,
    check_target,
    export_to_file,
    findings_of,
    originals_to_folder,
    writing_to,
)
from tests.builders import a_document, a_passage, a_project

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, devices and rights of POSIX")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a closed project with one passage."""
    with a_project(tmp_path, "tagged") as workspace:
        document = a_document(workspace, "Nobody came to the bridge.")
        a_passage(workspace, document, "Nobody", "Denial")
        return workspace.path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give an empty folder to export to."""
    made = tmp_path / "out"
    made.mkdir()
    return made


def quotes(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["quote"] for row in csv.DictReader(file)]


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def write(target: Path, meanwhile: Callable[[], object], *, overwrite: bool = False) -> None:
    """Write some bytes to a place, and do something before the file stands there."""
    with writing_to(target, overwrite=overwrite) as file:
        file.write(b"words")
        meanwhile()


def test_an_export_appears_at_its_place_and_nothing_beside_it(project: Path, folder: Path) -> None:
    assert export_to_file(project, "csv", folder / "out.csv", Silent()) == 1
    assert quotes(folder / "out.csv") == ["Nobody"]
    assert names(folder) == ["out.csv"]


def test_a_file_that_is_there_is_written_over_only_when_allowed(
    project: Path, folder: Path
) -> None:
    target = folder / "mine.csv"
    target.write_text("my own work")
    with pytest.raises(AlreadyThere, match="already a file"):
        export_to_file(project, "csv", target, Silent())
    assert target.read_text() == "my own work"
    export_to_file(project, "csv", target, Silent(), overwrite=True)
    assert quotes(target) == ["Nobody"]


@posix
def test_a_new_export_is_its_owners_alone_and_another_keeps_its_mode(
    project: Path, folder: Path
) -> None:
    target = folder / "out.csv"
    export_to_file(project, "csv", target, Silent())
    assert mode(target) == 0o600
    target.chmod(0o640)
    export_to_file(project, "csv", target, Silent(), overwrite=True)
    assert mode(target) == 0o640


@posix
@pytest.mark.parametrize(
    "name",
    [
        "tagged.review",
        "tagged.review-wal",
        "tagged.review-shm",
        "tagged.review-journal",
        "link.csv",
        "hard.csv",
        "hard-wal.csv",
        "renamed.csv",
        "DAMAGED.Review",
        "dangling.csv",
        "new.REVIEW",
        "new.review-wal",
    ],
)
def test_no_project_is_ever_written_over(project: Path, tmp_path: Path, name: str) -> None:
    wal = tmp_path / "tagged.review-wal"
    for ending in ("-shm", "-journal"):
        Path(f"{project}{ending}").write_bytes(b"")
    wal.write_bytes(b"")
    (tmp_path / "link.csv").symlink_to(project)
    (tmp_path / "dangling.csv").symlink_to(tmp_path / "gone.review")
    (tmp_path / "hard.csv").hardlink_to(project)
    (tmp_path / "hard-wal.csv").hardlink_to(wal)
    other = a_project(tmp_path, "other")
    other.close()
    other.path.rename(tmp_path / "renamed.csv")
    (tmp_path / "DAMAGED.Review").write_bytes(b"what is left")
    before = {one: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    with pytest.raises(NotAllowed, match="project"):
        check_target(tmp_path / name, project, overwrite=True)
    with pytest.raises(NotAllowed, match="project"):
        export_to_file(project, "csv", tmp_path / name, Silent(), overwrite=True)
    assert {one: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()} == before


def test_a_folder_is_no_place_for_an_export(project: Path, folder: Path) -> None:
    with pytest.raises(NotAllowed, match="is a folder"):
        export_to_file(project, "csv", folder, Silent(), overwrite=True)


@pytest.mark.parametrize("name", ["nul\0.csv", "long" * 100 + ".csv"])
def test_a_place_that_cannot_be_written_is_a_sentence(
    project: Path, folder: Path, name: str
) -> None:
    with pytest.raises(CannotSave, match="cannot be written: "):
        export_to_file(project, "csv", folder / name, Silent())
    assert names(folder) == []


@posix
def test_a_link_to_a_file_stays_a_link(project: Path, folder: Path) -> None:
    (folder / "real.csv").write_text("old")
    (folder / "link.csv").symlink_to(folder / "real.csv")
    export_to_file(project, "csv", folder / "link.csv", Silent(), overwrite=True)
    assert (folder / "link.csv").is_symlink()
    assert quotes(folder / "real.csv") == ["Nobody"]


@posix
def test_a_device_is_written_to_as_it_is(project: Path) -> None:
    assert export_to_file(project, "csv", Path(os.devnull), Silent()) == 1
    assert Path(os.devnull).is_char_device()


@posix
def test_a_pipe_whose_reader_went_away_is_told_apart_from_a_full_disk(folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(BrokenPipeError):
        write(pipe, lambda: os.close(reading))


def test_a_file_that_appeared_meanwhile_still_stands(folder: Path) -> None:
    target = folder / "out.csv"
    with pytest.raises(AlreadyThere):
        write(target, lambda: target.write_text("meanwhile"))
    assert target.read_text() == "meanwhile"
    assert names(folder) == ["out.csv"]


@pytest.mark.parametrize("fault", [Cancelled("stopped"), KeyboardInterrupt(), OSError(28, "full")])
def test_what_is_stopped_half_way_leaves_what_was_there(folder: Path, fault: BaseException) -> None:
    target = folder / "out.csv"
    target.write_text("last week")

    def stop() -> None:
        raise fault

    with pytest.raises((Cancelled, KeyboardInterrupt, CannotSave)):
        write(target, stop, overwrite=True)
    assert target.read_text() == "last week"
    assert names(folder) == ["out.csv"]


def test_a_format_there_is_not_leaves_nothing_behind(project: Path, folder: Path) -> None:
    with pytest.raises(NotFound):
        export_to_file(project, "doc", folder / "out.csv", Silent())
    assert names(folder) == []


def test_a_sound_project_has_no_findings(project: Path) -> None:
    assert findings_of(project, Silent()) == []


def test_originals_are_saved_while_the_project_is_open(tmp_path: Path) -> None:
    data = "Zwölf.\r\n".encode("utf-16")
    with a_project(tmp_path, "open") as workspace:
        a_document(workspace, "Zwölf.\n", original=data, original_name="twelve.txt")
        saved = originals_to_folder(workspace.path, tmp_path / "saved", Silent())
    assert (saved.saved, saved.left) == (1, ())
    assert data in [one.read_bytes() for one in (tmp_path / "saved").iterdir()]
