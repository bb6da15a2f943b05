"""The sample dossier: tagged by somebody else, or untagged for practice."""

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.steps import EarlierWork
from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.ui import sample
from reviewer.ui.window import Window
from reviewer.workspace.project import Workspace
from tests.scripted import ScriptedPrompts


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    settings = Settings()
    settings.set(ANALYST_NAME, "Noor")
    made = Window(settings, ScriptedPrompts())
    qtbot.addWidget(made)
    return made


def opened(window: Window, qtbot: QtBot, *, practice: bool) -> Workspace:
    window.open_sample(practice=practice)
    session = window.session
    assert session is not None
    qtbot.waitUntil(lambda: sample.is_whole(session.workspace), timeout=30_000)
    return session.workspace


def test_the_sample_is_a_sample_analysts_work_and_the_person_goes_on_under_their_own_name(
    window: Window, qtbot: QtBot
) -> None:
    workspace = opened(window, qtbot, practice=False)
    assert workspace.passages.count() > 50
    assert workspace.events.all()
    assert workspace.links.all()
    assert workspace.analyst is not None
    assert workspace.analyst.name == "Noor"
    with pytest.raises(EarlierWork, match="Sample analyst"):
        workspace.history.undo()
    assert not sample.is_for_practice(workspace)
    assert not window.touring.tour.is_on()
    window.close()


def test_the_copy_for_practice_is_another_file_with_nothing_tagged(
    window: Window, qtbot: QtBot
) -> None:
    tagged = opened(window, qtbot, practice=False).path
    practice = opened(window, qtbot, practice=True)
    assert practice.path != tagged
    assert practice.passages.count() == 0
    assert practice.documents.count() > 10
    assert sample.is_for_practice(practice)
    window.close()
