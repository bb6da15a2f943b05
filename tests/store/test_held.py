"""What is known of documents that are held, many at once."""

import pytest

from reviewer.domain.errors import Damaged, NotFound
from reviewer.store.connection import Connection
from reviewer.store.held import HeldStore
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage
from tests.workspace.sources import a_source_not_held

TEXT = "They were beaten, they were shot."


def test_many_documents_are_known_as_each_of_them_is(
    workspace: Workspace, stored: Connection
) -> None:
    first, second = a_document(workspace, TEXT), a_document(workspace, "Nobody was.")
    a_passage(workspace, first, "They were beaten")
    a_passage(workspace, first, "they were shot")
    found = HeldStore(stored).of([second, first])
    for document, passages in ((first, 2), (second, 0)):
        facts = workspace.documents.facts(document)
        assert facts is not None
        assert found[document].text_sha256 == facts.sha256
        assert found[document].original_sha256 == workspace.documents.original_sha256(document)
        assert (found[document].words, found[document].importer) == (facts.words, facts.importer)
        assert found[document].passages == passages
    assert workspace._project.documents.several([second, first]) == [
        workspace.documents.get(second),
        workspace.documents.get(first),
    ]


def test_who_publishes_a_document_is_known_by_id(workspace: Workspace, stored: Connection) -> None:
    document = a_document(workspace, TEXT)
    actor = workspace.actors.add("The Courier")
    workspace.actors.publish([document], actor)
    assert HeldStore(stored).of([document])[document].publisher_actor == actor


def test_nothing_is_known_of_a_document_without_a_text(
    workspace: Workspace, stored: Connection
) -> None:
    with pytest.raises(Damaged):
        HeldStore(stored).of([a_source_not_held(workspace)])


def test_a_document_there_is_not_is_not_found_among_several(workspace: Workspace) -> None:
    document = a_document(workspace, TEXT)
    with pytest.raises(NotFound, match="no such document"):
        workspace._project.documents.several([document, document + 1])
