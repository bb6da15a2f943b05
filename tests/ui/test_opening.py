"""Whose name stands with the work, and where new projects lie."""

from pathlib import Path

import pytest

from reviewer.domain.errors import NotAllowed
from reviewer.environment import paths
from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.ui.opening import Opener
from reviewer.ui.sample import SAMPLE_IS_WHOLE
from tests.builders import a_project
from tests.scripted import ScriptedPrompts


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def opener(prompts: ScriptedPrompts) -> Opener:
    return Opener(Settings(), prompts)


def test_a_name_is_asked_for_once_and_kept(opener: Opener, prompts: ScriptedPrompts) -> None:
    prompts.will("analyst_name", "  Noor   Ost ")
    first = opener.identity()
    assert first is not None
    assert opener.identity() == first
    assert prompts.asked == ["analyst_name"]
    assert opener.known_name() == first.name == "Noor Ost"
    assert Settings().text(ANALYST_NAME) == "Noor Ost"


def test_who_gives_no_name_reads_and_signs_nothing(
    opener: Opener, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    a_project(tmp_path).close()
    prompts.will("analyst_name", None)
    with opener.opened(tmp_path / "project.review") as workspace:
        assert workspace.analyst is None
        assert workspace.read_only is None
    assert opener.known_name() == ""


def test_a_new_project_is_called_after_what_goes_into_it(opener: Opener) -> None:
    files = [Path("/media/night raids.txt"), Path("/media/other.txt")]
    assert opener.suggested(files) == paths.projects_folder() / "night raids.review"
    assert opener.suggested() == paths.projects_folder() / "New project.review"


def test_a_project_is_made_under_a_name_that_is_kept(opener: Opener, tmp_path: Path) -> None:
    with opener.created(tmp_path / "made.review", "Mirela Novak") as workspace:
        assert workspace.analyst is not None
        assert workspace.analyst.name == "Mirela Novak"
    assert opener.known_name() == "Mirela Novak"


def test_nobody_makes_a_project_without_a_name(opener: Opener, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        opener.created(tmp_path / "made.review", "   ")
    assert list(tmp_path.iterdir()) == []


def test_what_was_opened_last_is_first_among_the_recent_ones(
    opener: Opener, tmp_path: Path
) -> None:
    for name in ("one", "other"):
        with opener.created(tmp_path / f"{name}.review", "Noor") as workspace:
            opener.remember(workspace)
    with opener.opened(tmp_path / "one.review") as workspace:
        opener.remember(workspace)
    assert [path.stem for path in Settings().recent()] == ["one", "other"]


def test_the_sample_is_made_once_and_then_opened(
    opener: Opener, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.will("analyst_name", "Noor")
    made = opener.sample(None)
    assert made is not None
    workspace, new = made
    assert new
    assert workspace.path == opener.sample_place()
    workspace.close()
    cut_short = opener.sample(None)
    assert cut_short is not None
    workspace, new = cut_short
    assert new
    workspace.remember(SAMPLE_IS_WHOLE, True)  # noqa: FBT003 - a value to keep
    workspace.close()
    again = opener.sample(None)
    assert again is not None
    workspace, new = again
    assert not new
    workspace.close()
    elsewhere = opener.sample(tmp_path / "mine.review")
    assert elsewhere is not None
    workspace, new = elsewhere
    assert new
    assert workspace.path == tmp_path / "mine.review"
    workspace.close()


def test_who_gives_no_name_gets_no_sample(opener: Opener, prompts: ScriptedPrompts) -> None:
    prompts.will("analyst_name", None)
    assert opener.sample(None) is None
    assert not opener.sample_place().exists()
