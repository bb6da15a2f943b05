"""How far it is, and Ctrl+C."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.cli import targets
from reviewer.cli.progress import watched
from reviewer.domain.errors import Cancelled
from reviewer.workspace.project import Workspace
from tests.cli.running import on_a_terminal, started

pytestmark = [
    pytest.mark.usefixtures("signed_in"),
    pytest.mark.skipif(sys.platform == "win32", reason="terminals and signals of POSIX"),
]
MANY = 4000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with more documents than are imported in a moment."""
    made = tmp_path / "folder"
    made.mkdir()
    for number in range(MANY):
        (made / f"{number:04}.txt").write_text(f"Report {number}\n\nNobody was hurt. " * 20)
    return made


@pytest.fixture
def handler() -> Iterator[None]:
    """Put the signal's handler back as it was."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def count(project: Path) -> int:
    with Workspace.open(project, only_read=True) as workspace:
        return workspace.documents.count()


def test_on_a_terminal_it_says_how_far_it_is_and_ctrl_c_keeps_what_is_in(
    folder: Path, tmp_path: Path
) -> None:
    project = tmp_path / "new.review"
    with on_a_terminal("import", project, folder) as terminal:
        terminal.wait_for(f"of {MANY:,}")
        terminal.wait_for("Importing: 1,")
        terminal.process.send_signal(signal.SIGINT)
        ended = terminal.end()
    assert ended.code == 130
    assert "Stopped. What came in until then is kept." in ended.err
    assert "Traceback" not in ended.err
    imported = count(project)
    assert 1000 <= imported < MANY
    assert ended.out == f"{imported:,} documents imported into “new.review”, 0 refused.\n"
    assert started("verify", project).code == 0


def test_in_a_pipe_it_is_quiet(folder: Path, tmp_path: Path) -> None:
    ended = started("import", tmp_path / "new.review", folder, "--no-compare", "--json")
    assert (ended.code, ended.err) == (0, "")
    assert len(ended.values["imported"]) == MANY


@pytest.mark.usefixtures("handler")
def test_ctrl_c_stops_the_work_at_its_next_report() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    reached = []

    def work() -> None:
        with watched("Working") as progress:
            for done in range(5):
                progress.report(done)
                reached.append(done)
                if done == 2:
                    os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(Cancelled, match="Nothing was changed"):
        work()
    assert reached == [0, 1, 2]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("handler")
@pytest.mark.parametrize(
    ("target", "words"),
    [("a.csv", "Stopped. No file was written."), ("-", "What was printed until then is not all.")],
)
def test_a_file_that_is_stopped_is_not_said_to_be_kept(target: str, words: str) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)

    def work() -> None:
        with watched("Writing", targets.stopped(Path(target))) as progress:
            os.kill(os.getpid(), signal.SIGINT)
            progress.report(1)

    with pytest.raises(Cancelled, match=words):
        work()


@pytest.mark.parametrize("plain", [False, True])
def test_work_of_another_program_that_is_stopped_is_not_said_to_be_kept(
    tmp_path: Path, *, plain: bool
) -> None:
    work, before = tmp_path / "work.jsonl", tmp_path / "plain.txt"
    with work.open("w", encoding="utf-8") as lines:
        for number in range(8_000):
            words = f"Report {number}: two were hurt."
            lines.write(json.dumps({"id": number, "text": words, "label": [[0, 6, "Figure"]]}))
            lines.write("\n")
    before.write_text("Nobody came.", encoding="utf-8")
    project = tmp_path / "new.review"
    with on_a_terminal("import", project, *([before] if plain else []), work) as terminal:
        terminal.wait_for("of 8,000")
        terminal.process.send_signal(signal.SIGINT)
        ended = terminal.end()
    assert ended.code == 130
    assert "kept" not in ended.err or plain
    if plain:
        assert "Stopped. Nothing of “work.jsonl” came in." in ended.err
        assert "What came in before it is kept." in ended.err
        assert count(project) == 1
    else:
        assert "Stopped. Nothing came in." in ended.err
        assert not project.exists()


@pytest.mark.usefixtures("handler")
def test_ctrl_c_twice_stops_at_once() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)

    def work() -> None:
        with watched("Working"):
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        work()


@pytest.mark.usefixtures("handler")
def test_in_the_background_where_ctrl_c_is_ignored_it_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with watched("Working") as progress:
        os.kill(os.getpid(), signal.SIGINT)
        progress.report(1)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
