"""What is said to be left when a project is opened again."""

import pytest

from reviewer.domain.documents import ReviewStatus
from reviewer.ui.models.resume import resume
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document
from tests.workspace.test_groups import cut_short


@pytest.fixture
def two(workspace: Workspace) -> tuple[int, int]:
    return a_document(workspace, "One."), a_document(workspace, "Two.")


def said(workspace: Workspace, here: int | None, following: int | None = None) -> str:
    found = resume(workspace, here, following)
    assert found is not None
    return found.next_words


def test_the_document_one_stands_in_counts_as_not_read(
    workspace: Workspace, two: tuple[int, int]
) -> None:
    first, last = two
    workspace.documents.review([first], ReviewStatus.DONE)
    assert said(workspace, last) == "1 not read: this one."


def test_the_next_one_not_read_is_named(workspace: Workspace, two: tuple[int, int]) -> None:
    first, last = two
    assert "D2" in said(workspace, first, last)


def test_what_a_filter_hides_is_not_passed_over(workspace: Workspace, two: tuple[int, int]) -> None:
    first, last = two
    assert said(workspace, last).startswith("2 not read: this one")
    workspace.documents.review([first], ReviewStatus.DONE)
    assert said(workspace, first) == "1 not read, which the list does not show."


def test_what_is_still_being_read_is_not_said_to_be_read(
    workspace: Workspace, two: tuple[int, int]
) -> None:
    workspace.documents.review([two[0]], ReviewStatus.READING)
    workspace.documents.review([two[1]], ReviewStatus.DONE)
    assert said(workspace, two[0]) == "Nothing is unread; 1 document is still being read."


def test_every_document_has_been_read_when_none_is_left(
    workspace: Workspace, two: tuple[int, int]
) -> None:
    workspace.documents.review(two, ReviewStatus.DONE)
    assert said(workspace, two[1]) == "Every document has been read."


def test_work_of_another_program_that_was_cut_short_is_told_as_that(workspace: Workspace) -> None:
    path = workspace.path
    cut_short(workspace)
    count = workspace.passages.count()
    workspace.close()
    with Workspace.open(path, NOOR) as again:
        found = resume(again, None, None)
        assert found is not None
        assert f"{count} passages are in; the rest is not" in found.cut_short
