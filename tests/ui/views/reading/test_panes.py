"""Panes side by side: always one at least, and never another one than was meant."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import ReviewerError
from reviewer.domain.spans import Span
from reviewer.environment.settings import Settings
from reviewer.ui.theme.themes import LIGHT
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.views.reading.pane_marks import MANY_PASSAGES
from reviewer.ui.views.reading.panes import PaneAreaView
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag
from tests.ui.at_the_desk import WORDS, damage


class Area(PaneAreaView):
    """Panes that keep what could not be done."""

    def __init__(self, workspace: Workspace) -> None:
        self.told: list[ReviewerError] = []
        super().__init__(workspace, Settings(), LIGHT, self._tell)
        workspace.news.listen(self.follow)

    def _tell(self, deed: object) -> None:
        assert callable(deed)
        try:
            deed()
        except ReviewerError as problem:
            self.told.append(problem)


@pytest.fixture
def ids(workspace: Workspace) -> list[int]:
    return [
        a_document(workspace, f"{title}. {WORDS}", title=title)
        for title in ("One", "Two", "Three", "Four")
    ]


@pytest.fixture
def area(workspace: Workspace, ids: list[int], qtbot: QtBot) -> Iterator[Area]:
    made = Area(workspace)
    qtbot.addWidget(made)
    made.resize(1_200, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    workspace.news.stop(made.follow)
    del ids


def fill(area: Area, *documents: int, focused: int = 0) -> list[Pane]:
    area.split(len(documents))
    for pane, document in zip(area.panes(), documents, strict=True):
        pane.show_document(document)
    area.panes()[focused].activated.emit()
    return area.panes()


def test_there_is_a_pane_before_anything_was_restored(workspace: Workspace, qtbot: QtBot) -> None:
    made: list[object] = []
    area = Area(workspace)
    qtbot.addWidget(area)
    area.pane_made.connect(made.append)
    assert area.document() is None
    assert area.documents() == [None]
    assert area.count() == 1
    assert made == area.panes()
    workspace.news.stop(area.follow)


def test_swapping_one_of_three_leaves_the_third_where_it_is(area: Area, ids: list[int]) -> None:
    fill(area, *ids[:3])
    area.swap()
    assert area.documents() == [ids[1], ids[0], ids[2]]
    assert area.document() == ids[0]


def test_swapping_the_last_of_four_changes_places_with_the_first(
    area: Area, ids: list[int]
) -> None:
    fill(area, *ids, focused=3)
    area.swap()
    assert area.documents() == [ids[3], ids[1], ids[2], ids[0]]
    assert area.document() == ids[3]


def test_swapping_twice_is_as_before(area: Area, ids: list[int]) -> None:
    fill(area, *ids[:2])
    area.swap()
    area.swap()
    assert area.documents() == ids[:2]


@pytest.mark.parametrize("focused", range(4))
@pytest.mark.parametrize("count", [1, 2, 3])
def test_showing_fewer_panes_never_closes_the_focused_one(
    area: Area, ids: list[int], count: int, focused: int
) -> None:
    fill(area, *ids, focused=focused)
    area.split(count)
    assert area.count() == count
    assert area.document() == ids[focused]
    assert area.documents()[: count - 1] == ids[: count - 1]


def test_closing_panes_one_by_one_leaves_an_empty_one(area: Area, ids: list[int]) -> None:
    fill(area, *ids, focused=3)
    for _ in range(6):
        area.close_pane()
    assert area.documents() == [None]


def test_a_single_pane_gets_the_keys_when_the_next_one_is_asked_for(
    area: Area, ids: list[int]
) -> None:
    (pane,) = fill(area, ids[0])
    pane.reader.clearFocus()
    here = QApplication.focusWidget()
    if here is not None:
        here.clearFocus()
    area.focus_next()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert pane.isAncestorOf(focus)


def test_panes_made_later_are_quiet_too(area: Area, ids: list[int]) -> None:
    fill(area, ids[0])
    area.set_quiet(quiet=True)
    area.open_beside(ids[1])
    quiet = [pane.reader._view.scene.quiet for pane in area.panes()]
    assert quiet == [True, True]


def test_a_passage_shows_in_every_pane_of_its_document_and_goes_again(
    area: Area, ids: list[int], workspace: Workspace
) -> None:
    panes = fill(area, ids[0], ids[0], ids[1])
    passage = a_passage(workspace, ids[0], "Twelve people")
    assert [passage in pane._passages._here for pane in panes] == [True, True, False]
    workspace.passages.retag([passage], a_tag(workspace, "Warrant"))
    start = workspace.passages.get(passage).span.start
    for pane in panes[:2]:
        pane.reader.set_caret(start + 1)
        assert [mark.tag for mark in pane.reader.marks_at_caret()] == ["Warrant"]
    workspace.passages.remove([passage])
    assert not any(pane._passages._here for pane in panes)


def test_many_passages_at_once_are_shown_as_well(
    area: Area, ids: list[int], workspace: Workspace
) -> None:
    (pane,) = fill(area, ids[0])
    tags = [a_tag(workspace, f"Tag {number}") for number in range(MANY_PASSAGES + 2)]
    workspace.passages.tag_many([Tagging(ids[0], Span(0, 3), tag) for tag in tags])
    assert len(pane._passages._here) == len(tags)


def test_a_damaged_document_is_left_out_of_what_is_brought_back_and_told(
    area: Area, ids: list[int], workspace: Workspace
) -> None:
    state = {
        "panes": [{"document": workspace.documents.get(one).uid} for one in ids[:3]],
        "focused": 2,
    }
    damage(workspace, ids[1])
    area.restore(state)
    assert area.documents() == [ids[0], None, ids[2]]
    assert area.document() == ids[2]
    assert len(area.told) == 1


def test_a_damaged_document_dropped_on_a_pane_changes_nothing_there(
    area: Area, ids: list[int], workspace: Workspace
) -> None:
    pane, _other = fill(area, ids[0], ids[1])
    damage(workspace, ids[2])
    pane.dropped.emit(ids[2])
    assert len(area.told) == 1
    assert area.documents() == ids[:2]
