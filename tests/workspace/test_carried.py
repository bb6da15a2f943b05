"""What passages carry, for whoever shows them a few at a time."""

import pytest

from reviewer.domain.exported import ExportedEnd
from reviewer.domain.links import LinkType
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage


@pytest.fixture
def figure(workspace: Workspace) -> int:
    document = a_document(workspace, "At least 27 were hurt. He denied it.", title="Note")
    return a_passage(workspace, document, "At least 27 were hurt", "Casualty figure")


def test_each_end_of_a_link_names_the_other_though_it_is_not_asked_for(
    workspace: Workspace, figure: int
) -> None:
    denial = a_passage(workspace, workspace.passages.get(figure).document, "He denied it", "Denial")
    workspace.links.link(denial, figure)
    for one, outgoing, other in ((figure, False, "D1·2"), (denial, True, "D1·1")):
        ends = workspace.carried.of_many([one])[one].ends
        assert ends == (ExportedEnd(LinkType.DENIES, outgoing, other, "Note"),)


def test_a_name_that_was_changed_is_told_as_it_is_now(workspace: Workspace, figure: int) -> None:
    raid = workspace.events.add("Raid")
    workspace.events.put([figure], raid)
    assert [one.event for one in workspace.carried.of_many([figure])[figure].answers] == ["Raid"]
    workspace.events.change(raid, name="Night raid")
    assert [one.event for one in workspace.carried.of_many([figure])[figure].answers] == [
        "Night raid"
    ]
    workspace.history.undo()
    assert [one.event for one in workspace.carried.of_many([figure])[figure].answers] == ["Raid"]
