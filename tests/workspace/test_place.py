"""Where a step of the history acted."""

from reviewer.domain.spans import Span
from reviewer.domain.steps import Place
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag


def newest(workspace: Workspace) -> int:
    return workspace.history.ids()[0]


def test_a_passage_has_its_words_for_a_place_even_when_it_is_gone(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people.")
    passage = a_passage(workspace, document, "people")
    assert workspace.history.place(newest(workspace)) == Place(document, Span(7, 13))
    workspace.passages.note(passage, "Compare")
    assert workspace.history.place(newest(workspace)) == Place(document, Span(7, 13))
    workspace.passages.remove([passage])
    assert workspace.history.place(newest(workspace)) == Place(document, Span(7, 13))


def test_a_passage_that_was_moved_since_is_found_where_it_stands_now(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    passage = a_passage(workspace, document, "people")
    for span in (Span(14, 23), Span(7, 23), Span(0, 23), Span(0, 6)):
        workspace.boundaries.move_boundary(passage, span)
    steps = [step for step in workspace.history.ids() if workspace.history.place(step)]
    assert {workspace.history.place(step) for step in steps[:5]} == {Place(document, Span(0, 6))}


def test_undo_goes_to_where_the_edge_is_again(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    passage = a_passage(workspace, document, "people")
    workspace.boundaries.move_boundary(passage, Span(0, 13))
    assert workspace.history.undo().place == Place(document, Span(7, 13))
    assert workspace.history.redo().place == Place(document, Span(0, 13))


def test_a_document_is_a_place(workspace: Workspace) -> None:
    document = a_document(workspace)
    assert workspace.history.place(newest(workspace)) == Place(document)


def test_a_tag_is_nowhere_in_the_documents(workspace: Workspace) -> None:
    a_tag(workspace, "Curfew")
    assert workspace.history.place(newest(workspace)) is None


def test_of_several_documents_the_first_is_taken_that_is_asked_for(workspace: Workspace) -> None:
    first, second, third, other = (
        a_document(workspace, f"Twelve people. {number}") for number in range(4)
    )
    for document in (first, second, third):
        a_passage(workspace, document, "people")
    workspace.regrouping.remove(a_tag(workspace, "Allegation"))
    place, step = workspace.history.place, newest(workspace)
    span = Span(7, 13)
    assert place(step, [other, third, second]) == Place(third, span)
    assert place(step, [second, third]) == Place(second, span)
    assert place(step, [other]) == place(step) == Place(first, span)
