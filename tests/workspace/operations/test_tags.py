"""The codebook."""

import pytest

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.tags import DEFAULT_TAGS, PALETTE_SLOTS, RecordKind
from reviewer.workspace.project import Workspace


def test_a_project_begins_with_three_tags(workspace: Workspace) -> None:
    found = workspace.tags.all()
    assert tuple(tag.name for tag in found) == DEFAULT_TAGS
    assert [(tag.key, tag.record) for tag in found] == [
        ("A", RecordKind.ALLEGATION),
        ("D", RecordKind.RESPONSE),
        ("C", RecordKind.FIGURE),
    ]
    assert workspace.tags.get(found[1].id) == found[1]


def test_a_tag_is_added_at_the_end_with_the_next_colour(workspace: Workspace) -> None:
    made = workspace.tags.add("  Threat \n of force ")
    found = workspace.tags.all()[-1]
    assert (found.id, found.name, found.colour) == (made, "Threat of force", "4")
    assert (
        workspace.tags.get(workspace.tags.add("Own", colour="#112233", key="o")).colour == "#112233"
    )
    for number in range(3 * PALETTE_SLOTS - 5):
        workspace.tags.add(f"More {number}")
    assert workspace.tags.get(workspace.tags.add("Round")).colour == "1"


def test_two_tags_have_two_names(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed, match="already a tag “DENIAL”"):
        workspace.tags.add("DENIAL")
    with pytest.raises(NotAllowed, match="needs a name"):
        workspace.tags.add(" \n")
    assert len(workspace.tags.all()) == 3


def test_a_tag_is_found_by_name_and_by_key(workspace: Workspace) -> None:
    tags = workspace.tags
    allegation, denial, figure = tags.all()
    assert tags.named(" casualty  FIGURE ") == figure
    assert tags.named("nothing") is None
    assert tags.with_key("d") == denial
    assert tags.with_key("1") == allegation
    assert tags.with_key("4") is None
    assert tags.with_key("0") is None
    assert tags.with_key("z") is None
    tags.add("Without a key")
    assert tags.with_key("") is None
    assert tags.with_key("²") is None
    assert tags.with_key("۲") == denial
    with pytest.raises(NotFound):
        tags.get(99)


def test_a_digit_means_a_place_only_while_no_tag_has_it_for_a_key(workspace: Workspace) -> None:
    made = workspace.tags.add("Second", key="1")
    found = workspace.tags.with_key("1")
    assert found is not None
    assert found.id == made
