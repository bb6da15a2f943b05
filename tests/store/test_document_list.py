"""The document list in any order and through any filter."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.domain.documents import (
    FILTERED_FIELDS,
    DocumentFilter,
    DocumentRow,
    DocumentSort,
    ReviewStatus,
)
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import ReadFile
from tests.builders import (
    a_document,
    a_passage,
    a_project,
    an_incoming,
    many_documents,
    read_as,
    two_readings,
)


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give a project with sixty documents that differ, one of them taken off the list."""
    folder = tmp_path_factory.mktemp("listed")
    with pytest.MonkeyPatch.context() as home:
        home.setenv("REVIEWER_HOME", str(folder))
        workspace = a_project(folder)
    documents = many_documents(workspace, 60)
    a_document(workspace, "By an author.", author="Asma Noor", publisher="")
    a_document(workspace, "Zürich 100% sure_ly.", title="a\\b 100% sure_ly", url="https://x.y")
    for document in documents[::3]:
        for words in ("Notice", "said")[: 1 + document % 2]:
            a_passage(workspace, document, words) if words in workspace.documents.text(
                document
            ) else None
    workspace.documents.review(documents[5:20], ReviewStatus.DONE)
    workspace.documents.review(documents[20:25], ReviewStatus.READING)
    workspace.documents.review(documents[25:27], ReviewStatus.SET_ASIDE, "an advertisement")
    workspace.documents.review(documents[27:28], ReviewStatus.SET_ASIDE, "twice the same")
    workspace.documents.mark_second_look(documents[10:14], wanted=True)
    workspace.origins.join([documents[33], documents[30], documents[40]])
    workspace.documents.remove(documents[40:41])
    yield workspace
    workspace.close()


KEYS: dict[DocumentSort, Callable[[DocumentRow], object]] = {
    DocumentSort.NUMBER: lambda row: row.number,
    DocumentSort.TITLE: lambda row: row.title.lower(),
    DocumentSort.POSTED: lambda row: row.posted.edtf,
    DocumentSort.SOURCE: lambda row: row.source.lower(),
    DocumentSort.WORDS: lambda row: row.words,
    DocumentSort.PASSAGES: lambda row: row.passages,
    DocumentSort.REVIEW_STATUS: lambda row: list(ReviewStatus).index(row.review_status),
    DocumentSort.SECOND_LOOK: lambda row: row.second_look,
    DocumentSort.ORIGIN: lambda row: "shared" if row.origin else "",
    DocumentSort.AUTHOR: lambda row: row.author.lower(),
    DocumentSort.LANGUAGE: lambda row: row.language,
    DocumentSort.KIND: lambda row: row.media_type,
    DocumentSort.CAME_WITH: lambda row: row.inside,
    DocumentSort.CAPTURED: lambda row: row.captured.edtf,
    DocumentSort.IMPORTED: lambda row: row.imported_at,
}


@pytest.mark.parametrize("sort", DocumentSort)
@pytest.mark.parametrize("descending", [False, True])
def test_the_list_can_be_in_every_order(
    listed: Workspace, sort: DocumentSort, *, descending: bool
) -> None:
    documents = listed.documents
    every = documents.listed(documents.ids())
    found = documents.ids(sort=sort, descending=descending)
    assert sorted(found) == sorted(every)
    assert len(found) == documents.count() == 61
    keys = [(KEYS[sort](every[document]), every[document].number) for document in found]
    known = [key for key in keys if key[0] != ""]
    assert known == sorted(known, reverse=descending)
    unknown = keys[len(known) :]
    assert all(key[0] == "" for key in unknown)
    assert unknown == sorted(unknown, reverse=descending)


def test_a_row_says_with_whom_a_document_shares_its_origin(listed: Workspace) -> None:
    shared = listed.documents.ids(DocumentFilter(shared_origin=True))
    rows = listed.documents.listed(shared)
    assert [(row.number, row.origin) for row in rows.values()] == [(31, (34,)), (34, (31,))]


def test_the_list_is_narrowed_to_values_that_are_there(listed: Workspace) -> None:
    documents = listed.documents
    for field in FILTERED_FIELDS:
        values = documents.values(field)
        assert [count for _value, count in values] == sorted(
            (count for _value, count in values), reverse=True
        )
        for value, count in values:
            assert value not in ("", "0")
            assert len(documents.ids(DocumentFilter(known=((field, value),)))) == count
    assert documents.values("parent") == []
    assert documents.values("media_type") == [("text/plain", 61)]
    (author, _count) = documents.values("author")[0]
    both = DocumentFilter(known=(("author", author), ("media_type", "text/html")))
    assert documents.ids(both) == []


def test_an_attachment_says_which_mail_it_came_with(workspace: Workspace) -> None:
    mail = ReadFile(Path("m.eml"), an_incoming("Dear all."), key=5)
    list_ = ReadFile(Path("m.eml"), an_incoming("A list."), None, ("m.eml",), "list.txt", 6, 5)
    outcomes = workspace.imports.write([mail, list_], workspace.imports.new_group())
    first, second = (one.document or 0 for one in outcomes)
    documents = workspace.documents
    rows = documents.listed([first, second])
    assert (rows[first].parent, rows[first].inside) == (0, "")
    assert (rows[second].parent, rows[second].inside) == (rows[first].number, "m.eml")
    assert documents.parent(second) == first
    assert documents.parent(first) is None
    assert documents.attached_to(first) == [second]
    assert documents.values("parent") == [("1", 1)]
    assert documents.ids(DocumentFilter(known=(("parent", "1"),))) == [second]


def test_a_source_is_the_publisher_or_else_the_author(listed: Workspace) -> None:
    (document,) = listed.documents.ids(DocumentFilter(words="Asma"))
    assert listed.documents.listed([document])[document].source == "Asma Noor"


@pytest.mark.parametrize(
    "words", ["bridge", "BRIDGE notice", "ضلعی", "Courier", "D12", "d1", "12", "notice.txt", "Asma"]
)
def test_words_are_looked_for_in_everything_that_names_a_document(
    listed: Workspace, words: str
) -> None:
    documents = listed.documents
    rows = documents.listed(documents.ids())
    expected = []
    for document, row in rows.items():
        named = [row.title, row.source, documents.get(document).original_name, row.label]
        if all(any(word.lower() in name.lower() for name in named) for word in words.split()):
            expected.append(document)
    found = documents.ids(DocumentFilter(words=words), DocumentSort.TITLE)
    assert sorted(found) == sorted(expected)
    assert found
    assert found == [one for one in documents.ids(sort=DocumentSort.TITLE) if one in expected]


@pytest.mark.parametrize("words", ["100%", "sure_", "a\\b", "%"])
def test_signs_of_a_search_language_are_plain_words(listed: Workspace, words: str) -> None:
    found = listed.documents.ids(DocumentFilter(words=words))
    assert [listed.documents.get(document).title for document in found] == ["a\\b 100% sure_ly"]


def test_the_list_can_be_narrowed_by_status_second_look_and_dates_to_settle(
    workspace: Workspace,
) -> None:
    made = [a_document(workspace, f"Notice {number}.") for number in range(4)]
    unsettled = a_document(workspace, "Dated.", posted=two_readings("10/8/2015"))
    captured = a_document(workspace, "Saved.", captured=two_readings("10/8/2015"))
    a_document(workspace, "Plain.", posted=read_as("8 October 2015", "2015-10-08"))
    workspace.documents.review(made[:2], ReviewStatus.DONE)
    workspace.documents.review(made[2:3], ReviewStatus.READING)
    workspace.documents.mark_second_look(made[1:3], wanted=True)
    ids = workspace.documents.ids
    assert ids(DocumentFilter(statuses=(ReviewStatus.DONE,))) == made[:2]
    assert ids(DocumentFilter(statuses=(ReviewStatus.DONE, ReviewStatus.READING))) == made[:3]
    assert ids(DocumentFilter(second_look=True)) == made[1:3]
    both = DocumentFilter(second_look=True, statuses=(ReviewStatus.READING,), words="Notice")
    assert ids(both) == made[2:3]
    assert ids(DocumentFilter(unsettled_dates=True)) == [unsettled, captured]


def test_statuses_are_counted_and_documents_off_the_list_are_not(listed: Workspace) -> None:
    assert listed.documents.counts_by_status() == {
        ReviewStatus.UNREAD: 38,
        ReviewStatus.READING: 5,
        ReviewStatus.DONE: 15,
        ReviewStatus.SET_ASIDE: 3,
    }


def test_reasons_are_offered_the_most_used_first(listed: Workspace) -> None:
    assert listed.documents.reasons() == ["an advertisement", "twice the same"]


def test_an_empty_project_has_an_empty_list(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        for sort in DocumentSort:
            assert workspace.documents.ids(sort=sort) == []
        assert workspace.documents.count() == 0
        assert workspace.documents.listed([]) == {}


def test_a_source_that_is_not_held_is_neither_listed_nor_counted(workspace: Workspace) -> None:
    held = a_document(workspace, "Twelve people were hurt.")
    workspace.links.add_source("The press conference of 15 November")
    assert workspace.documents.ids() == [held]
    assert workspace.documents.ids(DocumentFilter(words="press")) == []
    assert workspace.documents.ids(DocumentFilter(statuses=(ReviewStatus.UNREAD,))) == [held]
    assert sum(workspace.documents.counts_by_status().values()) == 1
