"""What every test stands on: a home of its own, no fault unseen, and no need of a screen."""

import logging
import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from typing_extensions import override

from reviewer.workspace.project import Workspace
from tests.builders import a_project

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_NUMBERS = count()
# Beside the checkout: they are nobody's to give away, and none of their text stands in here.
_REAL_DOCUMENTS = Path(__file__).resolve().parents[2].joinpath("shared", "corpus")
_REAL_FIXTURES = _REAL_DOCUMENTS.with_name("fixtures")
_REAL_SAMPLES = _REAL_DOCUMENTS.with_name("samples")


@pytest.fixture(autouse=True)
def own_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Keep settings, locks and logs of the test away from those of whoever runs it.

    The person's own folders are others too, and what is kept there although ``REVIEWER_HOME``
    names another place fails the test: at a person's it would lie in the real home.
    """
    # Numbered by ourselves: pytest would look through all the folders there are for the next one.
    number = next(_NUMBERS)
    home = tmp_path_factory.mktemp(f"home-{number}", numbered=False)
    person = tmp_path_factory.mktemp(f"person-{number}", numbered=False)
    monkeypatch.setenv("REVIEWER_HOME", str(home))
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(person))
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(person / kind.lower()))
    yield home
    kept = [one.relative_to(person) for one in person.rglob("*") if "reviewer" in one.name.lower()]
    if kept:
        pytest.fail(f"this was kept in the person's home: {kept}", pytrace=False)


class _Errors(logging.Handler):
    """Remembers each error the program logs; every fault that a guard catches is one."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if record.name.partition(".")[0] == "reviewer":
            self.told.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_faults(request: pytest.FixtureRequest, own_home: Path) -> Iterator[None]:
    """Fail a test in which the program met a fault of its own, unless marked ``faults``.

    A guard keeps a fault from the person, and would keep it from the test as well. A program that
    the test started leaves its faults in the log.
    """
    _forget_faults_seen()
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    yield
    logging.getLogger().removeHandler(errors)
    told = [*errors.told, *_errors_in(own_home / "state" / "reviewer.log")]
    if told and request.node.get_closest_marker("faults") is None:
        pytest.fail("the program met a fault of its own:\n" + "\n".join(told), pytrace=False)


def _errors_in(log: Path) -> list[str]:
    """Return the errors in the log of programs that the test started; their frames follow them."""
    if not log.is_file():
        return []
    words = log.read_text("utf-8", "replace")
    return [words] if " ERROR reviewer" in words else []


def _forget_faults_seen() -> None:
    """Let a fault that an earlier test met be logged in full again, where Qt is loaded at all."""
    guard = sys.modules.get("reviewer.ui.guard")
    if guard is not None:
        guard.on_fault(None)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Give an open, empty project with the default codebook."""
    with a_project(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="session")
def real_documents() -> Path:
    """Give the folder of real documents beside the checkout; without it the test is skipped."""
    if not (_REAL_DOCUMENTS / "captured").is_dir():
        pytest.skip("there are no real documents beside the checkout")
    return _REAL_DOCUMENTS


@pytest.fixture(scope="session")
def real_fixtures() -> Path:
    """Give the folder of real and hostile files of many formats; without it the test is skipped."""
    if not (_REAL_FIXTURES / "generated").is_dir():
        pytest.skip("there are no real files of other formats beside the checkout")
    return _REAL_FIXTURES


@pytest.fixture(scope="session")
def samples() -> Path:
    """Give the folder of other programs' work, as they wrote it; without it the test is skipped."""
    if not (_REAL_SAMPLES / "README.md").is_file():
        pytest.skip("there is no work of other programs beside the checkout")
    return _REAL_SAMPLES
