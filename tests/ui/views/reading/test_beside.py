"""A pane is lent to show another place, an empty one first, and given back as it was."""

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.environment.settings import Settings
from reviewer.ui.theme.themes import LIGHT
from reviewer.ui.views.reading.beside import Beside
from reviewer.ui.views.reading.panes import PaneAreaView
from reviewer.workspace.project import Workspace
from tests.builders import a_document
from tests.ui.at_the_desk import WORDS
from tests.ui.walking import stage


@pytest.fixture
def ids(workspace: Workspace) -> list[int]:
    return [a_document(workspace, f"{title}. {WORDS}", title=title) for title in "ABC"]


@pytest.fixture
def area(workspace: Workspace, qtbot: QtBot) -> PaneAreaView:
    made = PaneAreaView(workspace, Settings(), LIGHT)
    made.resize(1_200, 600)
    stage(qtbot, made)
    return made


@pytest.mark.parametrize(
    ("before", "focused", "lent"),
    [
        (["A", "B", ""], 0, ["A", "B", "C"]),
        (["A", "", "B"], 2, ["A", "C", "B"]),
        (["", "A"], 0, ["C", "A"]),
        (["", "A"], 1, ["C", "A"]),
        ([""], 0, ["C"]),
        (["A", "B"], 1, ["C", "B"]),
        (["A"], 0, ["A", "C"]),
    ],
)
def test_an_empty_pane_is_lent_before_one_that_is_read(
    area: PaneAreaView, ids: list[int], before: list[str], focused: int, lent: list[str]
) -> None:
    known = dict(zip("ABC", ids, strict=True))
    area.split(len(before))
    for pane, name in zip(area.panes(), before, strict=True):
        pane.show_document(known.get(name))
    while area.focused() is not area.panes()[focused]:
        area.focus_next()
    beside = Beside(area)
    beside.show(known["C"], Span(0, 4))
    assert area.documents() == [known.get(name) for name in lent]
    assert area.focused() is area.panes()[focused]
    beside.give_back()
    assert area.documents() == [known.get(name) for name in before]
