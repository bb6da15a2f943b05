"""The program as somebody else gets it: a wheel that carries its icons, fonts and seeds."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reviewer.environment import resources

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, ROOT],
        check=True,
    )
    (made,) = folder.glob("reviewer_desk-*.whl")
    return made


def test_a_wheel_carries_resources_and_seeds(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = (
        "from reviewer.environment import resources, translation;"
        "translation.speak('ur');"
        "print(resources.find('icons/tag.svg'), resources.find('help/reading.md'), "
        "resources.seed('sample'), sep='\\n');"
        "print(ascii(translation._('Close')))"
    )
    told = subprocess.run(
        [
            sys.executable,
            "-I",
            "-c",
            f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {program}",
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    *lines, close = told.stdout.splitlines()
    found = [Path(line) for line in lines]
    assert close == ascii("بند کریں")
    assert all(path.is_relative_to(tmp_path) and path.exists() for path in found)


def test_a_checkout_finds_them_at_its_root() -> None:
    assert resources.find("icons/tag.svg").is_relative_to(ROOT)
    assert resources.seed("sample").is_dir()


def test_a_missing_resource_is_an_error_that_names_it() -> None:
    with pytest.raises(FileNotFoundError, match="icons/none"):
        resources.find("icons/none.svg")
