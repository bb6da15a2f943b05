"""Documents of one origin: said, taken back, and counted once where sources are counted."""

import pytest

from reviewer.domain.badges import BadgeKind
from reviewer.domain.errors import NotAllowed
from reviewer.domain.links import Independence, LinkType
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, many_documents


def groups(workspace: Workspace) -> list[list[int]]:
    found: dict[str, list[int]] = {}
    for document, group in workspace.origins.groups().items():
        found.setdefault(group, []).append(document)
    return list(found.values())


def test_documents_are_said_to_have_one_origin_and_that_is_undone(workspace: Workspace) -> None:
    one, two, three, four, five = many_documents(workspace, 5)
    workspace.origins.join([four, two])
    assert workspace.origins.shared_with(two) == [four]
    assert workspace.origins.shared_with(one) == []
    workspace.origins.join([three, four])
    assert groups(workspace) == [[two, three, four]]
    workspace.origins.join([one, five])
    workspace.origins.join([five, two])
    assert groups(workspace) == [[one, two, three, four, five]]
    workspace.history.undo()
    assert groups(workspace) == [[one, five], [two, three, four]]


def test_saying_it_again_is_no_change(workspace: Workspace) -> None:
    one, two, three = many_documents(workspace, 3)
    workspace.origins.join([one, two, three])
    steps = workspace.history.ids()
    workspace.origins.join([three, two])
    assert workspace.history.ids() == steps


def test_one_document_alone_has_nothing_to_share(workspace: Workspace) -> None:
    (one,) = many_documents(workspace, 1)
    with pytest.raises(NotAllowed, match="two documents or more"):
        workspace.origins.join([one, one])


def test_who_is_left_alone_shares_its_origin_with_nobody(workspace: Workspace) -> None:
    one, two, three = many_documents(workspace, 3)
    workspace.origins.join([one, two, three])
    workspace.origins.part([two])
    assert groups(workspace) == [[one, three]]
    workspace.origins.part([one, two])
    assert groups(workspace) == []
    steps = workspace.history.ids()
    workspace.origins.part([one])
    assert workspace.history.ids() == steps
    workspace.history.undo()
    workspace.origins.part([one, three])
    assert groups(workspace) == []


def test_a_document_taken_off_the_list_keeps_its_origin(workspace: Workspace) -> None:
    one, two = many_documents(workspace, 2)
    workspace.origins.join([one, two])
    workspace.documents.remove([two])
    assert workspace.origins.shared_with(one) == []
    workspace.history.undo()
    assert workspace.origins.shared_with(one) == [two]


def test_badges_events_and_open_questions_count_copies_once(workspace: Workspace) -> None:
    words = "Two were held at the mill"
    documents = [a_document(workspace, f"{words}, number {at} writes.") for at in range(3)]
    here, *others = (a_passage(workspace, document, words) for document in documents)
    for other in others:
        workspace.links.link(other, here, LinkType.CORROBORATES, independent=Independence.YES)
    event = workspace.events.add("Arrests")
    question = workspace.events.ask(event, "How many?")
    workspace.events.put([here, *others], event, question)
    workspace.origins.join(documents[1:])

    found = workspace.badges.of([here])[here].of(BadgeKind.SUPPORTED)
    assert found is not None
    assert found.values["separate"] == 1
    assert found.values["documents"] == 2
    grid = workspace.comparison.events_by_documents()
    assert (grid.sources()[event], grid.documents()[event]) == (2, 3)
    (asked,) = workspace.overview.counts().open_questions
    assert (asked.sources, asked.documents) == (2, 3)
