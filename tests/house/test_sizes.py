"""The building stays small enough to walk through."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "reviewer").rglob("*.py"))
MOST_LINES = 400
LIMITS = {"reviewer/ui/window.py": 250, "reviewer/app.py": 150}
TOP_LEVEL = {"pyproject.toml", "README.md", "reviewer", "resources", "seeds", "tests"}
MADE_BY_TOOLS = {"build", "dist"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_fits_on_a_few_screens(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= LIMITS.get(named(path), MOST_LINES)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_the_top_level_is_exactly_what_the_design_draws() -> None:
    found = {
        path.name
        for path in ROOT.iterdir()
        if not path.name.startswith(".") and not path.name.endswith(".egg-info")
    }
    assert found - MADE_BY_TOOLS == TOP_LEVEL


def test_every_room_says_what_lives_there() -> None:
    folders = {path.parent for path in MODULES}
    silent = [named(folder) for folder in folders if not (folder / "__init__.py").exists()]
    assert silent == []
