"""What no verb of the program would have let in is found by the check, in plain words."""

from pathlib import Path

import pytest

from reviewer.domain.findings import Finding, FindingKind
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_project
from tests.store.test_damage import change

RULES = {FindingKind.TWICE, FindingKind.CIRCLE, FindingKind.KEY}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a closed project with two documents and three passages."""
    with a_project(tmp_path) as workspace:
        page = a_document(workspace, "One two three.")
        for words in ("two", "three"):
            a_passage(workspace, page, words)
        a_passage(workspace, a_document(workspace, "One two, one two."), "two")
    return workspace.path


def broken_rules(path: Path) -> list[Finding]:
    with Workspace.open(path, only_read=True) as workspace:
        return [finding for finding in workspace.verify() if finding.kind in RULES]


def said(path: Path) -> list[str]:
    return [finding.sentence for finding in broken_rules(path)]


def test_a_project_made_by_the_program_keeps_its_rules(path: Path) -> None:
    assert broken_rules(path) == []


def test_one_tag_twice_on_the_same_words_is_told_with_both_numbers(path: Path) -> None:
    change(path, "UPDATE passages SET start = 4, \"end\" = 7, quote = 'two' WHERE id = 2")
    assert said(path) == ["D1·1 has the same tag on the same words as D1·2. Take all but one off."]


def test_two_tags_on_the_same_words_are_as_they_should_be(path: Path) -> None:
    change(path, "UPDATE passages SET start = 4, \"end\" = 7, quote = 'two', tag = 2 WHERE id = 2")
    assert said(path) == []


def test_a_circle_of_tags_is_told_with_the_way_around(path: Path) -> None:
    change(path, "UPDATE tags SET parent = id % 3 + 1")
    assert said(path) == [
        (
            "The tag “Allegation” stands under itself: "
            "Allegation → Denial → Casualty figure → Allegation. Put one of them elsewhere."
        )
    ]


def test_a_tag_right_under_itself_is_a_circle(path: Path) -> None:
    change(path, "UPDATE tags SET parent = 2 WHERE id >= 2")
    assert said(path) == [
        "The tag “Denial” stands under itself: Denial → Denial. Put one of them elsewhere."
    ]


def test_tags_with_one_key_are_named(path: Path) -> None:
    change(path, "UPDATE tags SET shortcut = iif(id = 2, 'x', iif(id = 1, 'd', 'D'))")
    assert said(path) == [
        (
            "The key D is given to several tags: “Allegation”, “Casualty figure”. "
            "Leave it to one of them."
        )
    ]


def test_a_tag_that_cannot_be_read_hides_no_passage_that_stands_twice(path: Path) -> None:
    change(
        path,
        "UPDATE tags SET name = CAST(x'ff' AS TEXT) WHERE id = 3; "
        "UPDATE passages SET start = 4, \"end\" = 7, quote = 'two' WHERE id = 2",
    )
    assert [finding.kind for finding in broken_rules(path)] == [FindingKind.TWICE]
