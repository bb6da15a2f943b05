"""The codebook."""

import pytest

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.tags import DEFAULT_TAGS, PALETTE_SLOTS, RecordKind
from reviewer.workspace.operations.tags import KeyTaken, TagChange
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


def names(workspace: Workspace) -> list[str]:
    """Return the codebook in order, a dot for each level."""
    return ["." * one.depth + one.tag.name for one in workspace.tags.tree()]


def test_a_tag_is_added_with_all_that_is_said_of_it(workspace: Workspace) -> None:
    parent = workspace.tags.all()[2].id
    made = workspace.tags.add(
        "Killed",
        colour="#aa0011",
        key="k",
        definition=" People said to be dead.\r\n",
        parent=parent,
        record=RecordKind.FIGURE,
    )
    found = workspace.tags.get(made)
    assert (found.colour, found.key, found.definition) == (
        "#AA0011",
        "K",
        "People said to be dead.",
    )
    assert (found.parent, found.record, found.definition_version) == (parent, RecordKind.FIGURE, 1)
    assert names(workspace) == ["Allegation", "Denial", "Casualty figure", ".Killed"]
    with pytest.raises(NotFound):
        workspace.tags.add("Lost", parent=99)
    workspace.history.undo()
    assert len(workspace.tags.all()) == 3


def test_a_new_tag_takes_no_key_that_is_in_use(workspace: Workspace) -> None:
    with pytest.raises(KeyTaken, match="The key D tags with “Denial” already") as refused:
        workspace.tags.add("Doubt", key="d")
    assert refused.value.holder == workspace.tags.named("Denial")
    with pytest.raises(NotAllowed, match="does something else"):
        workspace.tags.add("Threat", key="t", taken={"T"})
    assert len(workspace.tags.all()) == 3


def test_everything_about_a_tag_is_changed_as_one_step(workspace: Workspace) -> None:
    tag = workspace.tags.all()[0]
    wanted = TagChange("Charge", "7", "h", "What is charged.", RecordKind.NONE)
    workspace.tags.change(tag.id, wanted)
    found = workspace.tags.get(tag.id)
    assert (found.name, found.colour, found.key) == ("Charge", "7", "H")
    assert (found.definition, found.record) == ("What is charged.", RecordKind.NONE)
    step = workspace.history.to_undo()
    assert step is not None
    assert step.sentence == "Change the tag Charge"
    workspace.history.undo()
    assert workspace.tags.get(tag.id) == tag


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (TagChange(name="denial  of it"), "Rename the tag Denial to denial of it"),
        (TagChange(name="DENIAL"), "Rename the tag Denial to DENIAL"),
        (TagChange(definition="An answer."), "Say anew what the tag Denial means"),
        (TagChange(colour="9"), "Change the tag Denial"),
        (TagChange(key=""), "Change the tag Denial"),
    ],
)
def test_the_history_says_what_was_changed(
    workspace: Workspace, wanted: TagChange, sentence: str
) -> None:
    workspace.tags.change(workspace.tags.all()[1].id, wanted)
    step = workspace.history.to_undo()
    assert step is not None
    assert step.sentence == sentence


def test_a_change_that_changes_nothing_leaves_no_trace(workspace: Workspace) -> None:
    tag = workspace.tags.all()[1]
    workspace.tags.change(tag.id, TagChange())
    workspace.tags.change(
        tag.id, TagChange(tag.name, tag.colour, "d", tag.definition, tag.record), taken={"D"}
    )
    assert workspace.history.to_undo() is None


def test_a_change_that_cannot_be_is_refused_whole(workspace: Workspace) -> None:
    tag = workspace.tags.all()[1]
    for wanted, words in (
        (TagChange(name="ALLEGATION", colour="9"), "already a tag “ALLEGATION”"),
        (TagChange(name=" "), "needs a name"),
        (TagChange(colour="blue"), "no colour"),
        (TagChange(key="12"), "one letter or one digit"),
        (TagChange(key="t"), "does something else"),
        (TagChange(key="A", name="Answer"), "The key A tags with “Allegation”"),
    ):
        with pytest.raises(NotAllowed, match=words):
            workspace.tags.change(tag.id, wanted, taken={"T"})
    assert workspace.tags.get(tag.id) == tag


def test_keys_are_swapped_when_asked_for(workspace: Workspace) -> None:
    allegation, denial, figure = workspace.tags.all()
    workspace.tags.change(denial.id, TagChange(key="a"), swap_keys=True)
    assert [tag.key for tag in workspace.tags.all()] == ["D", "A", "C"]
    workspace.history.undo()
    assert workspace.tags.all() == [allegation, denial, figure]


def test_a_tag_is_put_under_another_and_out_again(workspace: Workspace) -> None:
    allegation, denial, figure = (tag.id for tag in workspace.tags.all())
    workspace.tags.nest(denial, figure)
    workspace.tags.nest(allegation, figure, 0)
    assert names(workspace) == ["Casualty figure", ".Allegation", ".Denial"]
    step = workspace.history.to_undo()
    assert step is not None
    assert step.sentence == "Put the tag Allegation under Casualty figure"
    workspace.tags.nest(denial, None, 0)
    assert names(workspace) == ["Denial", "Casualty figure", ".Allegation"]
    workspace.history.undo()
    workspace.history.undo()
    workspace.history.undo()
    assert names(workspace) == ["Allegation", "Denial", "Casualty figure"]


def test_a_tag_is_never_put_under_itself(workspace: Workspace) -> None:
    allegation, denial, figure = (tag.id for tag in workspace.tags.all())
    workspace.tags.nest(denial, figure)
    workspace.tags.nest(allegation, denial)
    with pytest.raises(NotAllowed, match="“Casualty figure” cannot stand under “Allegation”"):
        workspace.tags.nest(figure, allegation)
    with pytest.raises(NotAllowed, match="cannot stand under"):
        workspace.tags.nest(figure, figure)
    with pytest.raises(NotFound):
        workspace.tags.nest(figure, 99)
    assert names(workspace) == ["Casualty figure", ".Denial", "..Allegation"]


def test_a_tag_moves_among_those_it_stands_beside(workspace: Workspace) -> None:
    allegation, denial, figure = (tag.id for tag in workspace.tags.all())
    workspace.tags.move(figure, 0)
    assert names(workspace) == ["Casualty figure", "Allegation", "Denial"]
    workspace.tags.nest(figure, None, 2)
    assert names(workspace) == ["Allegation", "Denial", "Casualty figure"]
    before = workspace.history.ids()
    workspace.tags.nest(figure, None)
    workspace.tags.move(denial, 1)
    assert workspace.history.ids() == before
    workspace.history.undo()
    workspace.history.undo()
    assert [tag.id for tag in workspace.tags.all()] == [allegation, denial, figure]


def test_a_new_tag_takes_a_key_only_when_it_is_told_to(workspace: Workspace) -> None:
    allegation = workspace.tags.all()[0]
    with pytest.raises(KeyTaken) as refused:
        workspace.tags.add("Accusation", key="a")
    assert refused.value.holder == allegation
    made = workspace.tags.add("Accusation", key="a", take_key=True)
    assert workspace.tags.get(made).key == "A"
    assert workspace.tags.get(allegation.id).key == ""
    workspace.history.undo()
    assert workspace.tags.get(allegation.id).key == "A"


def test_a_tag_is_described_and_put_elsewhere_in_one_step(workspace: Workspace) -> None:
    allegation, denial, figure = (tag.id for tag in workspace.tags.all())
    workspace.tags.revise(denial, TagChange(name="Response", key="A"), allegation, swap_keys=True)
    assert names(workspace) == ["Allegation", ".Response", "Casualty figure"]
    assert [tag.key for tag in workspace.tags.all()] == ["D", "A", "C"]
    workspace.history.undo()
    assert names(workspace) == ["Allegation", "Denial", "Casualty figure"]
    workspace.tags.revise(figure, TagChange(name="Casualty figure"), denial)
    assert names(workspace) == ["Allegation", "Denial", ".Casualty figure"]
    workspace.tags.revise(figure, TagChange(definition="How many."), denial)
    newest = workspace.history.listed([workspace.history.newest()])
    assert newest[0].name == "tags.define"


def test_what_cannot_be_revised_changes_nothing_of_it(workspace: Workspace) -> None:
    allegation, denial, _figure = (tag.id for tag in workspace.tags.all())
    workspace.tags.nest(denial, allegation)
    with pytest.raises(NotAllowed, match="stands under it itself"):
        workspace.tags.revise(allegation, TagChange(name="Charge"), denial)
    assert names(workspace) == ["Allegation", ".Denial", "Casualty figure"]
