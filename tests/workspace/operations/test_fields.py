"""Fields of one's own: added to a tag, entered in its passages, taken away with their values."""

import pytest

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.fields import FieldKind, FieldWish, as_wished
from reviewer.workspace.operations.records import WouldGo
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag


def newest(workspace: Workspace) -> str:
    return workspace.history.listed(workspace.history.ids()[:1])[0].sentence


def test_a_field_is_added_entered_and_taken_away_with_its_values(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve people")
    tag = workspace.passages.get(passage).tag
    field = workspace.fields.add(tag, " Weapon ", FieldKind.CHOICE, ("gun", "knife"), "Which?")
    found = workspace.fields.get(field)
    assert (found.name, found.choices, found.help) == ("Weapon", ("gun", "knife"), "Which?")
    workspace.records.enter_own(passage, field, "gun")
    assert newest(workspace) == "Enter “Weapon” of D1·1"
    steps = workspace.history.ids()
    workspace.records.enter_own(passage, field, " gun ")
    assert workspace.history.ids() == steps
    workspace.records.enter_own(passage, field, "knife")
    assert workspace.records.of(passage).own == {field: "knife"}
    workspace.records.enter_own(passage, field, "")
    assert workspace.fields.use(field) == 0
    workspace.history.undo()
    assert workspace.fields.use(field) == 1
    assert workspace.fields.remove(field) == 1
    assert workspace.records.of(passage).own == {}
    workspace.history.undo()
    assert workspace.records.of(passage).own == {field: "knife"}
    with pytest.raises(NotAllowed, match="does not fit"):
        workspace.records.enter_own(passage, field, "bomb")
    with pytest.raises(NotFound):
        workspace.fields.get(field + 1)


def test_a_passage_has_only_the_fields_of_its_tag(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve people")
    field = workspace.fields.add(a_tag(workspace, "Denial"), "Weapon")
    with pytest.raises(NotAllowed, match="has no field “Weapon”"):
        workspace.records.enter_own(passage, field, "gun")


def test_fields_of_a_tag_have_their_order_and_each_its_own_name(workspace: Workspace) -> None:
    tag = a_tag(workspace, "Denial")
    first, second, third = (workspace.fields.add(tag, name) for name in ("A", "B", "C"))
    with pytest.raises(NotAllowed, match="field “A” already"):
        workspace.fields.add(tag, "a")
    workspace.fields.move(third, 1)
    assert [one.id for one in workspace.fields.of(tag)] == [first, third, second]
    workspace.fields.move(third, 0)
    assert [one.id for one in workspace.fields.of(tag)] == [third, first, second]
    workspace.fields.move(third, 99)
    assert [one.id for one in workspace.fields.all()] == [first, second, third]
    workspace.history.undo()
    assert [one.id for one in workspace.fields.of(tag)] == [third, first, second]


def test_a_field_is_renamed_and_offers_other_choices(workspace: Workspace) -> None:
    tag = a_tag(workspace, "Denial")
    field = workspace.fields.add(tag, "Weapon", FieldKind.CHOICE, ("gun",))
    workspace.fields.change(field, name="Arms", choices=("gun", "bomb"), help="Which?")
    found = workspace.fields.get(field)
    assert (found.name, found.choices, found.help) == ("Arms", ("gun", "bomb"), "Which?")
    steps = workspace.history.ids()
    workspace.fields.change(field, name="Arms", choices=("gun", "bomb"), help="Which?")
    workspace.fields.change(field)
    assert workspace.history.ids() == steps


def test_another_tag_takes_over_values_where_it_has_such_a_field(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve people")
    old, new = workspace.passages.get(passage).tag, a_tag(workspace, "Denial")
    weapon = workspace.fields.add(old, "Weapon")
    count = workspace.fields.add(old, "Count", FieldKind.NUMBER)
    arms = workspace.fields.add(new, "weapon")
    workspace.fields.add(new, "Count")
    workspace.records.enter_own(passage, weapon, "gun")
    workspace.records.enter_own(passage, count, "2")
    assert workspace.records.would_go([passage], old) == []
    assert workspace.records.would_go([passage], new) == [WouldGo(str(count), "Count", 1)]
    workspace.passages.retag([passage], new)
    assert workspace.records.of(passage).own == {arms: "gun"}
    workspace.history.undo()
    assert workspace.records.of(passage).own == {weapon: "gun", count: "2"}


def test_a_merged_tag_brings_its_fields_along(workspace: Workspace) -> None:
    document = a_document(workspace)
    there, here = a_passage(workspace, document, "Twelve"), a_passage(workspace, document, "people")
    same = a_passage(workspace, document, "people", "Denial")
    source, target = workspace.passages.get(there).tag, a_tag(workspace, "Denial")
    weapon = workspace.fields.add(source, "Weapon")
    count = workspace.fields.add(source, "Count", FieldKind.NUMBER)
    place = workspace.fields.add(source, "Place")
    arms = workspace.fields.add(target, "weapon")
    workspace.fields.add(target, "Count")
    workspace.fields.add(target, "count (2)")
    workspace.records.enter_own(there, weapon, "gun")
    workspace.records.enter_own(there, count, "2")
    workspace.records.enter_own(here, place, "Karimabad")
    workspace.records.enter_own(here, weapon, "knife")
    workspace.records.enter_own(same, arms, "bomb")
    workspace.regrouping.merge(source, target)
    names = [one.name for one in workspace.fields.of(target)]
    assert names == ["weapon", "Count", "count (2)", "Count (3)", "Place"]
    assert workspace.records.of(there).own == {arms: "gun", count: "2"}
    assert workspace.records.of(same).own == {arms: "bomb", place: "Karimabad"}
    assert list(workspace.verify()) == []
    workspace.history.undo()
    assert workspace.records.of(here).own == {place: "Karimabad", weapon: "knife"}


def test_a_tag_split_off_has_the_same_fields_and_one_removed_has_none(workspace: Workspace) -> None:
    document = a_document(workspace)
    stays, goes = a_passage(workspace, document, "Twelve"), a_passage(workspace, document, "people")
    tag = workspace.passages.get(stays).tag
    weapon = workspace.fields.add(tag, "Weapon")
    workspace.records.enter_own(stays, weapon, "gun")
    workspace.records.enter_own(goes, weapon, "knife")
    new = workspace.regrouping.split(tag, [goes], "Armed")
    (made,) = workspace.fields.of(new)
    assert workspace.records.of(goes).own == {made.id: "knife"}
    assert workspace.records.of(stays).own == {weapon: "gun"}
    workspace.regrouping.remove(new)
    assert [one.id for one in workspace.fields.all()] == [weapon]
    workspace.history.undo()
    assert workspace.records.of(goes).own == {made.id: "knife"}


def test_a_merged_tag_offers_the_choices_of_both(workspace: Workspace) -> None:
    document = a_document(workspace, "They were beaten, they were shot.")
    passage = a_passage(workspace, document, "they were shot", "Charge")
    source, target = a_tag(workspace, "Charge"), a_tag(workspace, "Allegation")
    long = "x" * 60
    for tag, choices in ((source, ("gun", "stick")), (target, ("knife", "gun"))):
        workspace.fields.add(tag, "Arm", FieldKind.CHOICE, choices)
        kind = FieldKind.TEXT if tag == source else FieldKind.DATE
        workspace.fields.add(tag, long, kind)
    field = workspace.fields.of(source)[0].id
    workspace.records.enter_own(passage, field, "stick")
    workspace.regrouping.merge(source, target)
    arm, _date, text = workspace.fields.of(target)
    assert arm.choices == ("knife", "gun", "stick")
    assert workspace.records.of(passage).own == {arm.id: "stick"}
    assert len(text.name) <= 60
    workspace.fields.change(text.id, name=text.name, help="As it was.")


def test_a_choice_that_is_offered_no_more_may_stay(workspace: Workspace) -> None:
    document = a_document(workspace, "They were beaten.")
    passage = a_passage(workspace, document, "They were beaten")
    field = workspace.fields.add(a_tag(workspace, "Allegation"), "Arm", FieldKind.CHOICE, ("gun",))
    workspace.records.enter_own(passage, field, "gun")
    workspace.fields.change(field, choices=("knife",))
    before = workspace.history.ids()
    workspace.records.enter_own(passage, field, "gun")
    assert workspace.history.ids() == before
    workspace.records.enter_own(passage, field, " ")
    with pytest.raises(NotAllowed, match="does not fit"):
        workspace.records.enter_own(passage, field, "gun")


def test_a_tags_fields_are_arranged_as_one_change(workspace: Workspace) -> None:
    tag = a_tag(workspace, "Casualty figure")
    kept = workspace.fields.add(tag, "Ward")
    gone = workspace.fields.add(tag, "Shift", FieldKind.CHOICE, ("day", "night"))
    before = len(workspace.history.ids())
    workspace.fields.revise(
        tag,
        [
            FieldWish(None, "Source seen", FieldKind.YES_NO),
            FieldWish(kept, "Hospital ward", help="As printed"),
        ],
    )
    assert [one.name for one in workspace.fields.of(tag)] == ["Source seen", "Hospital ward"]
    assert len(workspace.history.ids()) == before + 1
    workspace.history.undo()
    assert [one.id for one in workspace.fields.of(tag)] == [kept, gone]


def test_fields_as_they_are_change_nothing(workspace: Workspace) -> None:
    tag = a_tag(workspace, "Casualty figure")
    workspace.fields.add(tag, "Shift", FieldKind.CHOICE, ("day", "night"), "When")
    before = len(workspace.history.ids())
    workspace.fields.revise(tag, as_wished(workspace.fields.of(tag)))
    assert len(workspace.history.ids()) == before


def test_two_fields_exchange_their_names_and_keep_what_is_entered(workspace: Workspace) -> None:
    document = a_document(workspace)
    passage = a_passage(workspace, document, "Twelve")
    tag = workspace.passages.get(passage).tag
    one, other = workspace.fields.add(tag, "Ward"), workspace.fields.add(tag, "Shift")
    workspace.records.enter_own(passage, one, "north")
    before = len(workspace.history.ids())
    wanted = [FieldWish(one, "Shift"), FieldWish(other, "Ward"), FieldWish(None, "Door")]
    workspace.fields.revise(tag, wanted)
    assert [(field.id, field.name) for field in workspace.fields.of(tag)][:2] == [
        (one, "Shift"),
        (other, "Ward"),
    ]
    assert workspace.records.of(passage).own == {one: "north"}
    assert len(workspace.history.ids()) == before + 1
    with pytest.raises(NotAllowed, match="already"):
        workspace.fields.revise(tag, [FieldWish(one, "ward "), FieldWish(other, "Ward")])
    workspace.history.undo()
    assert [field.name for field in workspace.fields.of(tag)] == ["Ward", "Shift"]
    workspace.history.redo()
    assert [field.name for field in workspace.fields.of(tag)] == ["Shift", "Ward", "Door"]
    assert list(workspace.fields.all()) == workspace.fields.of(tag)
