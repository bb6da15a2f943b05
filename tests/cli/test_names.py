"""Documents and tags by name."""

from pathlib import Path

import pytest

from reviewer.cli.names import Tags
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.workspace.project import Workspace
from reviewer.workspace.taking.names import DocumentNames
from tests.builders import a_document, many_documents


def names(workspace: Workspace, document: int) -> list[str]:
    found = workspace.documents.get(document)
    facts = workspace.documents.facts(document)
    assert facts is not None
    original = workspace.documents.original_sha256(document)
    return [found.uid, facts.sha256, original, found.original_name, found.title]


def test_many_names_at_once_mean_what_each_means_alone(workspace: Workspace) -> None:
    documents = many_documents(workspace, 30)
    documents += [
        a_document(workspace, "The same words", title="Same", original=b"one"),
        a_document(workspace, "The same words", title="same.txt", original=b"two"),
        a_document(workspace, "Gone", title="Gone"),
    ]
    workspace.documents.remove(documents[-1:])
    wanted = {name for document in documents for name in names(workspace, document)} | {"nothing"}
    assert workspace.documents.matching_each(wanted) == {
        name: workspace.documents.matching(name) for name in wanted
    }


def test_a_text_in_two_files_is_two_documents_and_each_file_is_one(workspace: Workspace) -> None:
    one = a_document(workspace, "The same words", title="One", original=b"one")
    other = a_document(workspace, "The same words", title="Other", original=b"two")
    _uid, text, original, *_ = names(workspace, one)
    known = DocumentNames(workspace.documents, {text, original})
    assert known.called(original) == one
    with pytest.raises(NotAllowed, match=r"means 2 documents \(D1, D2\)"):
        known.called(text)
    assert other != one


def test_only_the_first_few_are_named_where_there_are_many(workspace: Workspace) -> None:
    for number in range(7):
        a_document(workspace, f"Text {number}", title="Same")
    with pytest.raises(NotAllowed, match=r"means 7 documents \(D1, D2, D3, D4, D5, …\)"):
        DocumentNames(workspace.documents, ["Same"]).called("Same")


def test_a_document_that_was_removed_has_no_name(workspace: Workspace, tmp_path: Path) -> None:
    document = a_document(workspace, "Gone", title="Gone")
    workspace.documents.remove([document])
    with pytest.raises(NotFound, match="no document “Gone”"):
        DocumentNames(workspace.documents, ["Gone"]).called("Gone")
    assert workspace.path.parent == tmp_path


def test_a_tag_is_found_capitals_and_spaces_aside(workspace: Workspace) -> None:
    assert Tags(workspace).named(" casualty   FIGURE ") == workspace.tags.all()[2].id


def test_a_tag_that_is_not_there_is_said_with_those_there_are(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match=r"“Rumour”.*Allegation, Denial, Casualty figure"):
        Tags(workspace).named("Rumour")
