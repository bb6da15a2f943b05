"""An import in the window: what comes in, what is said of the rest, and what a stop leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import Cancelled
from reviewer.domain.progress import Silent
from reviewer.environment.resources import seed
from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.ui import importing
from reviewer.ui.bridge import Bridge
from reviewer.ui.importing import Import, Look
from reviewer.ui.models.import_words import refused, summary
from reviewer.ui.opening import SAMPLE, Opener
from reviewer.ui.window import Window
from reviewer.ui.wording import sentence
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import OtherKind
from tests.scripted import ScriptedPrompts


@pytest.fixture
def bridge(workspace: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(workspace, qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


def a_folder(place: Path, count: int, *others: str) -> Path:
    folder = place / "pages"
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(f"Notice {number}. Nobody was hurt.\n")
    for name in others:
        (folder / name).touch()
    return folder


def test_files_of_other_kinds_are_in_the_report(
    workspace: Workspace, bridge: Bridge, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = a_folder(tmp_path, 2, "a.mp3", "b.mp3", ".hidden")
    one = Import(workspace, bridge, prompts, [folder], look=Look.AT_ONCE)
    with qtbot.waitSignal(one.ended):
        pass
    (report,) = prompts.reports
    assert workspace.documents.count() == 2
    assert [type(outcome.problem) for outcome in report] == [
        type(None),
        type(None),
        OtherKind,
        OtherKind,
    ]
    assert refused(report) == []
    assert "2 files of other kinds left out" in summary(report)


def test_a_folder_with_other_kinds_only_is_said_so(
    workspace: Workspace, bridge: Bridge, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    one = Import(workspace, bridge, prompts, [a_folder(tmp_path, 0, "a.mp3", "b.mp3", "README")])
    with qtbot.waitSignal(one.ended):
        pass
    (told,) = prompts.told
    assert "2 .mp3, 1 without an ending" in sentence(told)
    assert prompts.reports == []


def test_an_import_that_was_stopped_says_what_stays(
    workspace: Workspace,
    bridge: Bridge,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "PART_DOCUMENTS", 1)
    one = Import(workspace, bridge, prompts, [a_folder(tmp_path, 30)], look=Look.AT_ONCE)
    one.job.part.connect(one.job.cancel)
    with qtbot.waitSignal(one.ended):
        pass
    count = workspace.documents.count()
    assert 0 < count < 30
    (told,) = prompts.told
    assert isinstance(told, Cancelled)
    assert f"{count} document" in sentence(told)
    assert "30 files" in sentence(told)
    assert prompts.reports == []
    workspace.history.undo()
    assert workspace.documents.count() == 0


def test_an_import_that_was_stopped_before_anything_came_in_says_so(
    workspace: Workspace, bridge: Bridge, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    one = Import(workspace, bridge, prompts, [a_folder(tmp_path, 3)])
    one.job.cancel()
    with qtbot.waitSignal(one.ended):
        pass
    (told,) = prompts.told
    assert "nothing was imported" in sentence(told)


def test_a_stop_after_a_refusal_shows_the_list(
    workspace: Workspace,
    bridge: Bridge,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "PART_DOCUMENTS", 1)
    folder = a_folder(tmp_path, 30, "000 empty.txt")
    one = Import(workspace, bridge, prompts, [folder], look=Look.AT_ONCE)
    one.job.part.connect(one.job.cancel)
    with qtbot.waitSignal(one.ended):
        pass
    assert prompts.told == []
    (report,) = prompts.reports
    assert [path.name for path, _problem in refused(report)] == ["000 empty.txt"]


def test_a_sample_whose_making_was_cut_short_is_completed_when_it_is_opened_again(
    qtbot: QtBot,
) -> None:
    settings, prompts = Settings(), ScriptedPrompts()
    settings.set(ANALYST_NAME, "Noor")
    opener = Opener(settings, prompts)
    whole = len(list(seed(SAMPLE).rglob("*.*")))
    found = opener.sample(None)
    assert found is not None
    torso, new = found
    assert new
    files = sorted(seed(SAMPLE).rglob("*.txt"))[:3]
    assert len([one for one in torso.imports.take_in(files, Silent()) if one.document]) == 3
    torso.close()
    window = Window(settings, prompts)
    qtbot.addWidget(window)
    window.open_sample()
    session = window.session
    assert session is not None
    qtbot.waitUntil(lambda: not session.imports())
    assert session.workspace.documents.count() == whole
    assert prompts.told == []
    assert [refused(report) for report in prompts.reports] == [[]]
    first = session.workspace.documents.ids()[0]
    session.workspace.documents.remove([first])
    window.close_project()
    window.open_sample()
    again = window.session
    assert again is not None
    assert again.imports() == []
    assert again.workspace.documents.count() == whole - 1
    window.close()


def test_a_sample_that_was_never_begun_to_be_written_is_made_anew() -> None:
    settings = Settings()
    settings.set(ANALYST_NAME, "Noor")
    opener = Opener(settings, ScriptedPrompts())
    opener.sample_place().parent.mkdir(parents=True, exist_ok=True)
    opener.sample_place().touch()
    found = opener.sample(None)
    assert found is not None
    workspace, new = found
    assert new
    assert workspace.documents.count() == 0
    workspace.close()


def test_the_programs_own_sample_never_complains_of_what_is_there(
    workspace: Workspace, bridge: Bridge, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = a_folder(tmp_path, 2)
    for _ in range(2):
        one = Import(workspace, bridge, prompts, [folder], look=Look.NONE)
        with qtbot.waitSignal(one.ended):
            pass
    assert workspace.documents.count() == 2
    assert len(prompts.reports) == 1
