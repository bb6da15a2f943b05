"""``reviewer original`` and ``reviewer originals``."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_project, an_incoming
from tests.cli.running import Run, started

DATA = b"\xff\xfeT\x00w\x00o\x00\r\x00\n\x00"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give a project of three originals, one of an older version."""
    with a_project(tmp_path, "archive") as workspace:
        first = a_document(workspace, "Two\n", original=DATA, title="Letter")
        a_document(workspace, "Other words\n", original=b"other", title="D1")
        workspace.versions.replace(first, an_incoming("Three\n", original=b"three"), "corrected")
        return workspace.path


def test_an_original_is_saved_byte_for_byte(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "letter.bin"
    ended = started("original", archive, "D1", "--version", "1", "--to", target)
    assert (ended.code, ended.err) == (0, "")
    assert target.read_bytes() == DATA
    assert hashlib.sha256(DATA).hexdigest() in ended.out
    again = started("original", archive, "D1", "--to", target)
    assert again.code == 3
    assert "already a file" in again.err
    assert target.read_bytes() == DATA


def test_without_a_version_the_one_that_is_read_is_meant(
    archive: Path, tmp_path: Path, run: Run
) -> None:
    target = tmp_path / "letter.bin"
    assert run("original", archive, "Letter", "--to", target).code == 0
    assert target.read_bytes() == b"three"


def test_an_original_goes_to_standard_output_as_it_is(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert started("original", archive, "D2", "--to", "-", out=out).code == 0
    assert out.read_bytes() == b"other"


def test_what_is_not_there_is_told(archive: Path, tmp_path: Path, run: Run) -> None:
    target = tmp_path / "x"
    unknown = run("original", archive, "Nothing", "--to", target)
    assert (unknown.code, target.exists()) == (2, False)
    version = run("original", archive, "D1", "--version", "7", "--to", target)
    assert version.code == 2
    assert "There are: 1, 2" in version.err


def test_all_originals_are_saved_and_their_sums_hold(
    archive: Path, tmp_path: Path, run: Run
) -> None:
    folder = tmp_path / "originals"
    ended = run("originals", archive, "--to", folder)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("3 originals saved into")
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=folder,
        check=False,
        capture_output=True,
    )
    assert checked.returncode == 0, checked.stdout
    again = run("originals", archive, "--to", folder)
    assert again.code == 3
    assert "not an empty folder" in again.err


def test_a_project_that_is_open_to_write_gives_its_originals(
    archive: Path, tmp_path: Path, run: Run
) -> None:
    with Workspace.open(archive, NOOR):
        assert run("originals", archive, "--to", tmp_path / "out").code == 0
