"""What is taken back out of turn never comes to stand beside what took its place meanwhile."""

from pathlib import Path

import pytest

from reviewer.domain.errors import Stale
from reviewer.domain.spans import Span
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.operations.tags import TagChange
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_project, a_tag


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_project(tmp_path)


def test_a_passage_does_not_come_back_where_it_was_tagged_anew(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    workspace.passages.remove([a_passage(workspace, document, "Twelve people")])
    removed = workspace.history.newest()
    again = a_passage(workspace, document, "Twelve people")
    with pytest.raises(Stale):
        workspace.history.take_back(removed)
    assert workspace.passages.ids() == [again]
    workspace.passages.remove([again])
    workspace.history.take_back(removed)
    assert len(workspace.passages.ids()) == 1


def test_a_passage_does_not_move_back_to_where_another_stands(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    passage = a_passage(workspace, document, "Twelve people")
    workspace.boundaries.move_boundary(passage, Span(0, 6))
    moved = workspace.history.newest()
    a_passage(workspace, document, "Twelve people")
    with pytest.raises(Stale):
        workspace.history.take_back(moved)
    assert workspace.passages.get(passage).span == Span(0, 6)


def test_a_tag_does_not_come_to_stand_under_itself(workspace: Workspace) -> None:
    one, other = a_tag(workspace, "Curfew"), a_tag(workspace, "Checkpoint")
    workspace.tags.nest(one, other)
    workspace.tags.nest(one, None)
    lifted = workspace.history.newest()
    workspace.tags.nest(other, one)
    with pytest.raises(Stale):
        workspace.history.take_back(lifted)
    assert workspace.tags.get(one).parent is None
    workspace.history.undo()
    workspace.history.take_back(lifted)
    assert workspace.tags.get(one).parent == other


def test_a_key_is_not_taken_from_the_tag_that_has_it_now(workspace: Workspace) -> None:
    one = workspace.tags.add("Curfew", key="k")
    workspace.tags.change(one, TagChange(key="", definition="Nobody may go out."))
    without = workspace.history.newest()
    workspace.tags.add("Checkpoint", key="K")
    with pytest.raises(Stale):
        workspace.history.take_back(without)
    assert workspace.tags.get(one).key == ""


def test_rows_of_one_step_come_back_together(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    tag = a_tag(workspace, "Curfew")
    spans = [Span(0, 6), Span(7, 13)]
    made = workspace.passages.tag_many([Tagging(document, span, tag) for span in spans])
    workspace.passages.remove(made)
    workspace.history.undo()
    assert sorted(workspace.passages.ids()) == made
