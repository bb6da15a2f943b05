"""The group of commands, and how every fault ends."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import reviewer
from reviewer.cli import COMMANDS, main
from reviewer.cli.codes import ExitCode
from reviewer.cli.program import group
from reviewer.domain.errors import CannotSave
from reviewer.environment.logs import log_path
from tests.cli.running import Ended, Run, started

SECRET = "the words of a witness"


@pytest.fixture
def own_log() -> Iterator[None]:
    """Let the log of this test begin anew in this test's home."""
    root = logging.getLogger("reviewer")
    before, root.handlers = root.handlers, []
    yield
    for handler in root.handlers:
        handler.close()
    root.handlers = before


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a command that fails as it is told to."""

    @click.command("fail")
    @click.argument("how")
    def fail(how: str) -> ExitCode:
        faults: dict[str, BaseException] = {
            "ours": ZeroDivisionError(SECRET),
            "disk": OSError(28, "No space left on device", "/some/where"),
            "saving": CannotSave("The disk is full: {name}", name="p\nq"),
            "stopped": KeyboardInterrupt(),
            "pipe": BrokenPipeError(),
        }
        raise faults[how] from ValueError(SECRET)

    monkeypatch.setitem(group.commands, "fail", fail)


def test_the_names_given_to_the_window_are_the_commands_there_are() -> None:
    assert set(COMMANDS) == set(group.commands)


def test_asking_for_the_names_costs_next_to_nothing() -> None:
    asking = (
        "import sys, reviewer.cli; assert reviewer.cli.COMMANDS\n"
        "print([name for name in sys.modules if name.split('.')[0] in {'click', 'sqlite3'}"
        " or name.startswith(('reviewer.workspace', 'reviewer.store', 'reviewer.domain'))])"
    )
    found = subprocess.run([sys.executable, "-c", asking], capture_output=True, check=True)
    assert found.stdout == b"[]\n"


def test_no_command_needs_a_window_system(project: Path) -> None:
    running = (
        "import sys; from reviewer.cli import main; assert main(sys.argv[1:]) == 0\n"
        "assert not [name for name in sys.modules if 'PySide6' in name or 'shiboken' in name]"
    )
    subprocess.run(
        [sys.executable, "-c", running, "info", project], check=True, stdout=subprocess.DEVNULL
    )


def test_the_function_stays_a_function_after_it_was_called(run: Run) -> None:
    run("--version")
    assert callable(reviewer.cli.main)
    assert reviewer.cli.main is main


def test_help_lists_the_commands_and_the_forms_of_the_window() -> None:
    ended = started("--help")
    assert (ended.code, ended.err) == (0, "")
    for words in (*COMMANDS, "reviewer sample", "reviewer NAME.review", "FOLDER-OR-FILES", "130"):
        assert words in ended.out


def test_version() -> None:
    ended = started("--version")
    assert (ended.code, ended.out) == (0, f"Reviewer {reviewer.__version__}\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_fits_a_terminal(run: Run, name: str) -> None:
    ended = run(name, "--help")
    assert ended.code == 0
    assert max(map(len, ended.out.splitlines())) <= 80
    assert (
        "Exit code 1" in ended.out
        or "exit code 1" in ended.out
        or name in {"info", "search", "export", "formats", "original", "report"}
    )


@pytest.mark.usefixtures("signed_in")
def test_the_help_of_each_command_names_every_key_of_its_json(
    run: Run, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "new.txt").write_text("New")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "lines.jsonl").write_text(
        '{"document": "New", "quote": "New", "tag": "Made"}\n{"document": "New"}\n'
    )
    for arguments in (
        ("import", project, tmp_path / "new.txt", tmp_path / "empty.txt"),
        ("tag", project, tmp_path / "lines.jsonl", "--make-tags"),
        ("info", project),
        ("verify", project),
        ("formats",),
    ):
        words = run(arguments[0], "--help").out
        values = run(*arguments, "--json").values
        assert [key for key in _keys(values) if key not in words] == []


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"unread", "reading", "done", "set_aside"}:
                yield key
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)


@pytest.mark.parametrize(
    "arguments", [[], ["nonsense"], ["info"], ["info", "p.review", "--nonsense"], ["tag", "a"]]
)
def test_wrong_words_are_refused_with_where_help_is(run: Run, arguments: list[str]) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert "--help" in ended.err


def test_wrong_words_are_shown_safely(run: Run) -> None:
    assert "\x1b" not in run("\x1b[31mnonsense").err


@pytest.mark.usefixtures("command", "own_log")
@pytest.mark.faults
def test_a_fault_of_ours_is_one_sentence_and_its_details_hold_no_words(run: Run) -> None:
    ended = run("fail", "ours")
    assert ended.code == 3
    assert ended.err.startswith("Something went wrong that should not have (ZeroDivisionError).")
    assert len(ended.err.splitlines()) == 1
    assert str(log_path()) in ended.err
    log = log_path().read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert "ValueError" in log
    assert "test_program.py" in log
    assert SECRET not in ended.err + log


@pytest.mark.usefixtures("command", "own_log")
@pytest.mark.faults
def test_a_traceback_is_shown_to_whoever_asks_for_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWER_TRACEBACK", "1")
    ended = run("fail", "ours")
    assert ended.code == 3
    assert "Traceback (most recent call last)" in ended.err


@pytest.mark.usefixtures("command")
@pytest.mark.parametrize(
    ("how", "code", "words"),
    [
        ("disk", 3, "“/some/where” cannot be read or written: No space left on device.\n"),
        ("saving", 3, "The disk is full: p\\nq\n"),
        ("stopped", 130, "Stopped.\n"),
        ("pipe", 1, ""),
    ],
)
def test_every_kind_of_fault_has_its_code_and_sentence(
    run: Run, how: str, code: int, words: str
) -> None:
    assert run("fail", how) == Ended(code, "", words)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("option", ["--json", None])
def test_output_that_cannot_be_written_is_a_sentence(project: Path, option: str | None) -> None:
    ended = started("info", project, *([option] if option else []), out=Path("/dev/full"))
    assert ended.code == 3
    assert ended.err == "The output cannot be written: No space left on device.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a POSIX shell")
def test_closed_streams_break_nothing(project: Path) -> None:
    for closing in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        ended = subprocess.run(
            ["sh", "-c", f'"$0" -m reviewer verify "$1" {closing}', sys.executable, project],
            capture_output=True,
            check=False,
        )
        assert (ended.returncode, ended.stderr) == (0, b"")
