"""Rules of the house that no tool knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "reviewer").rglob("*.py"))
HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")

# Where threads and processes may be started. display.py asks a child process whether a window
# can be shown, before Qt is loaded: an abort inside Qt cannot be caught. pdf_recognition.py runs
# Tesseract, a program of its own, where a person asks for it.
MAY_START_WORK = {
    "reviewer/workspace/jobs.py",
    "reviewer/ui/bridge.py",
    "reviewer/environment/display.py",
    "reviewer/importers/paged/pdf_recognition.py",
}
STARTS_WORK = {"threading", "multiprocessing", "concurrent", "subprocess", "_thread"}
REACHES_OUT = {"socket", "urllib.request", "http", "ftplib", "smtplib", "requests", "ssl"}
CATCHES_BROADLY = {
    "reviewer/ui/commands/actions.py",
    "reviewer/importers/guarded.py",  # the job runner of the process that reads strangers' files
    "reviewer/ui/bridge.py",
    "reviewer/ui/guard.py",
    "reviewer/cli/program.py",
}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_colours_are_named_in_the_theme_alone(path: Path) -> None:
    if "ui/theme" not in named(path):
        assert HEX_COLOUR.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_threads_and_processes_start_in_known_places(path: Path) -> None:
    started = {name.split(".")[0] for name in imported(path)} & STARTS_WORK
    assert not started or named(path) in MAY_START_WORK


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_nothing_reaches_for_the_network(path: Path) -> None:
    assert imported(path) & REACHES_OUT == set()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_broad_catching_happens_in_the_known_places(path: Path) -> None:
    broad = [
        handler
        for handler in ast.walk(tree(path))
        if isinstance(handler, ast.ExceptHandler)
        and isinstance(handler.type, ast.Name)
        and handler.type.id == "Exception"
    ]
    assert not broad or named(path) in CATCHES_BROADLY


def overrides(path: Path) -> Iterator[tuple[str, set[str]]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            names = {
                part.id
                for decorator in node.decorator_list
                for part in ast.walk(decorator)
                if isinstance(part, ast.Name)
            }
            if "override" in names:
                yield node.name, names


@pytest.mark.parametrize("path", [path for path in MODULES if "/ui/" in path.as_posix()], ids=named)
def test_every_override_of_a_qt_virtual_is_guarded(path: Path) -> None:
    assert [name for name, names in overrides(path) if "guard" not in names] == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_words_are_marked_as_literals_never_as_variables_in_disguise(path: Path) -> None:
    formatted = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "N_"}
        and node.args
        and isinstance(node.args[0], ast.JoinedStr)
    ]
    assert formatted == []


def test_nothing_speaks_of_where_it_was_made() -> None:
    told = re.compile(r"/work/|/root/|\.\./shared|pythonhosted|npmjs", re.IGNORECASE)
    files = [
        path
        for folder in ("reviewer", "tests", "resources", "seeds")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".md", ".toml", ".svg", ".txt", ".json"}
    ]
    mentions = {
        named(path): told.findall(path.read_text("utf-8", "replace"))
        for path in [*files, ROOT / "README.md", ROOT / "pyproject.toml"]
        if path.name not in {"test_manners.py", "conftest.py"}
    }
    assert {name: found for name, found in mentions.items() if found} == {}


# sniff looks at a file before SQLite opens it.
READS_FILES_IN_STORE = {
    "reviewer/store/schema.py": {"open"},
}
TOUCHES_FILES = {
    "open",
    "read_bytes",
    "read_text",
    "write_bytes",
    "write_text",
    "copyfile",
    "copy2",
}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if "/store/" in path.as_posix()], ids=named
)
def test_the_store_lets_nothing_but_sqlite_touch_a_project(path: Path) -> None:
    touched = set()
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id == "open":
            touched.add("open")
        if isinstance(node.func, ast.Attribute) and node.func.attr in TOUCHES_FILES:
            of_system = isinstance(node.func.value, ast.Name) and node.func.value.id in {
                "os",  # reserves a name with O_EXCL before there is a project
                "self",
                "cls",
            }
            touched |= set() if of_system else {node.func.attr}
    assert touched <= READS_FILES_IN_STORE.get(named(path), set())
    assert "shutil" not in imported(path)
