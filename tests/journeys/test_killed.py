"""A real process is killed while it tags, many times: what it had said is in the file."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from reviewer.domain.spans import Span
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_project

ROOT = Path(__file__).parents[2]
TIMES = 12


def a_killed_process(path: Path, after: float) -> list[str]:
    """Let a process tag, kill it some time after its first word; return what it had said."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.tagging_process", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    rest, _errors = process.communicate(timeout=30)
    # The last line may have been cut: only a whole one was said.
    return [
        line.strip() for line in [first, *rest.splitlines(keepends=True)] if line.endswith("\n")
    ]


def test_nothing_a_killed_process_had_said_is_lost(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        document = a_document(workspace, "Twelve people were hurt at the bridge. " * 400)
        path = workspace.path
    said: list[str] = []
    chance = random.Random(20_190_614)
    for _ in range(TIMES):
        told = a_killed_process(path, chance.uniform(0.0, 0.12))
        assert told
        said += told
        with Workspace.open(path, NOOR) as workspace:
            assert workspace.read_only is None
            kept = {passage.uid for passage in workspace.passages.on(document)}
            assert set(said) <= kept
            # Beyond what was said, at most the one that was on its way may be there.
            assert len(kept) <= len(said) + TIMES
            numbers = [passage.number for passage in workspace.passages.on(document)]
            assert len(numbers) == len(set(numbers))
            assert list(workspace.verify()) == []
    assert list(path.parent.iterdir()) == [path]


def test_work_goes_on_and_is_undone_after_a_kill(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        document = a_document(workspace, "Twelve people were hurt at the bridge. " * 40)
        path = workspace.path
    a_killed_process(path, 0.05)
    with Workspace.open(path, NOOR) as workspace:
        before = len(workspace.passages.on(document))
        workspace.history.undo()
        assert len(workspace.passages.on(document)) == before - 1
        workspace.history.redo()
        assert len(workspace.passages.on(document)) == before


def test_a_second_process_looking_in_does_not_lose_what_the_first_writes(tmp_path: Path) -> None:
    """POSIX drops a process's locks when it closes any descriptor of a file it has locked."""
    with a_project(tmp_path) as workspace:
        document = a_document(workspace, "Twelve people were hurt at the bridge. " * 40)
        path = workspace.path
        look = (
            "import sys; from pathlib import Path;"
            "from reviewer.workspace.project import Workspace;"
            "w = Workspace.open(Path(sys.argv[1]), only_read=True); print(w.passages.count());"
            "w.close()"
        )
        tag = workspace.tags.all()[0].id
        for start in range(100):
            workspace.passages.tag_passage(document, Span(start, start + 5), tag)
            if start % 40 == 10:
                subprocess.run([sys.executable, "-c", look, str(path)], check=True, cwd=ROOT)
    with Workspace.open(path, NOOR) as workspace:
        assert len(workspace.passages.on(document)) == 100
        assert list(workspace.verify()) == []
