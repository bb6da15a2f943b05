"""How far it is, and Ctrl+C."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

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
    assert "Stopped. What was done until then is kept." in ended.err
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

    with pytest.raises(Cancelled):
        work()
    assert reached == [0, 1, 2]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


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
