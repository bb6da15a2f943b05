"""Tags to choose from."""

import pytest

from reviewer.ui.models.tags import narrowed, tag_offer
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Allegation", "Denial", "Casualty figure", "Figure of speech", "Édité"]),
        ("d", ["Denial", "Édité"]),  # the tag with that key before any other
        ("figure", ["Figure of speech", "Casualty figure"]),
        ("FIG", ["Figure of speech", "Casualty figure"]),
        ("speech", ["Figure of speech"]),
        ("edite", ["Édité"]),
        ("  of   speech ", ["Figure of speech"]),
        ("zzz", []),
    ],
)
def test_tags_narrow_as_one_types_the_best_first(
    workspace: Workspace, typed: str, found: list[str]
) -> None:
    a_tag(workspace, "Figure of speech")
    a_tag(workspace, "Édité")
    assert [tag.name for tag in narrowed(workspace.tags.all(), typed)] == found


def test_an_offer_says_how_many_passages_each_tag_has(workspace: Workspace) -> None:
    document = a_document(workspace)
    a_passage(workspace, document, "Twelve people", "Casualty figure")
    a_passage(workspace, document, "Nobody", "Casualty figure")
    offer = tag_offer(workspace)
    found = offer.read(offer.ids("")).values()
    assert [(one.name, one.label, one.count) for one in found] == [
        ("Allegation", "A", 0),
        ("Denial", "D", 0),
        ("Casualty figure", "C", 2),
    ]


def test_tags_that_are_gone_are_not_offered(workspace: Workspace) -> None:
    tag = a_tag(workspace, "Curfew")
    offer = tag_offer(workspace)
    workspace.history.undo()
    assert offer.read([tag]) == {}
