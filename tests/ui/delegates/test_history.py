"""Icons that go with steps."""

import pytest

from reviewer.domain.steps import STEP_WORDS, Step, StepKind
from reviewer.environment import resources
from reviewer.ui.delegates.history import step_icon


def a_step(name: str, kind: StepKind = StepKind.DO) -> Step:
    return Step(1, kind, None, "", name, {}, 1, "Noor", "2026-03-14T09:26:53.589+00:00")


@pytest.mark.parametrize("name", [*STEP_WORDS, "later.verb"])
def test_every_step_has_an_icon_that_is_there(name: str) -> None:
    assert resources.find(f"icons/{step_icon(a_step(name))}.svg").is_file()


@pytest.mark.parametrize(("kind", "icon"), [(StepKind.UNDO, "undo"), (StepKind.REDO, "redo")])
def test_what_was_turned_back_has_the_icon_of_turning(kind: StepKind, icon: str) -> None:
    assert step_icon(a_step("passages.tag", kind)) == icon
