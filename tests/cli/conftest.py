"""What the tests of the command line share: a name, a way to run it, and projects to run it on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_project
from tests.cli.running import Ended, Run

TEXT = "Twelve people were hurt at the bridge. Nobody was killed, the spokesman said."


@pytest.fixture(autouse=True)
def no_name_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody's name come in from outside."""
    monkeypatch.delenv("REVIEWER_ANALYST", raising=False)
    monkeypatch.delenv("REVIEWER_TRACEBACK", raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Give a way to call the command line in this process."""

    def call(*arguments: str | Path) -> Ended:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return call


@pytest.fixture
def signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Noor be at work."""
    monkeypatch.setenv("REVIEWER_ANALYST", "Noor")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a closed project with one document."""
    with a_project(tmp_path) as workspace:
        a_document(workspace, TEXT, title="Statement 88", original_name="statement-88.txt")
        return workspace.path


@pytest.fixture
def change(project: Path) -> Callable[[Callable[[Workspace], object]], None]:
    """Give a way to do something in the project, as the window would."""

    def do(work: Callable[[Workspace], object]) -> None:
        with Workspace.open(project, NOOR) as workspace:
            work(workspace)

    return do
