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


def test_a_document_is_a_place(workspace: Workspace) -> None:
    document = a_document(workspace)
    assert workspace.history.place(newest(workspace)) == Place(document)


def test_a_tag_is_nowhere_in_the_documents(workspace: Workspace) -> None:
    a_tag(workspace, "Curfew")
    assert workspace.history.place(newest(workspace)) is None
