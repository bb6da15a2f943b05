"""Merging, splitting and removing tags with what hangs on them."""

import pytest

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.tags import TagUse
from reviewer.workspace.operations.regrouping import Merged
from reviewer.workspace.operations.tags import TagChange
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag

AGAIN = PassageFilter(another_look=True)


@pytest.fixture
def document(workspace: Workspace) -> int:
    return a_document(workspace)


def under(workspace: Workspace, tag: int) -> list[int]:
    return workspace.passages.ids(PassageFilter(tags=(tag,)))


def names(workspace: Workspace) -> list[str]:
    return ["." * one.depth + one.tag.name for one in workspace.tags.tree()]


def everything(workspace: Workspace) -> tuple[object, ...]:
    return (
        workspace.tags.all(),
        [workspace.passages.get(one) for one in workspace.passages.ids()],
        workspace.details.of_each(workspace.passages.ids()),
    )


def test_what_hangs_on_a_tag_is_counted_before(workspace: Workspace, document: int) -> None:
    tag = a_tag(workspace, "Threat")
    workspace.tags.add("Threat of force", parent=tag)
    assert workspace.regrouping.use(tag) == TagUse(0, 0, 1)
    a_passage(workspace, document, "Twelve", "Threat")
    a_passage(workspace, document, "people", "Threat")
    gone = a_document(workspace, "Another one.")
    a_passage(workspace, gone, "Another", "Threat")
    workspace.documents.remove([gone])
    assert workspace.regrouping.use(tag) == TagUse(3, 2, 1, off_the_list=1)
    with pytest.raises(NotFound):
        workspace.regrouping.use(99)


def test_merging_moves_passages_and_joins_those_that_stand_twice(
    workspace: Workspace, document: int
) -> None:
    source, target = a_tag(workspace, "Rumour"), a_tag(workspace, "Allegation")
    moved = a_passage(workspace, document, "Twelve", "Rumour")
    twice = a_passage(workspace, document, "the bridge", "Rumour", note="Seen by two.")
    stays = a_passage(workspace, document, "the bridge", "Allegation", note="Look again.")
    workspace.details.set_statement(twice, "Somebody says so.")
    workspace.details.set_translation(twice, "پل", "ur", "Noor")
    before = everything(workspace)
    assert workspace.regrouping.would_stand_twice(source, target) == 1
    assert workspace.regrouping.merge(source, target) == Merged(moved=1, removed=1, children=0)
    assert workspace.tags.named("Rumour") is None
    assert under(workspace, target) == [moved, stays]
    assert workspace.passages.get(stays).note == "Look again.\nSeen by two."
    details = workspace.details.of(stays)
    assert (details.statement, details.translation) == ("Somebody says so.", "پل")
    assert (details.translation_language, details.translator) == ("ur", "Noor")
    after = everything(workspace)
    step = workspace.history.to_undo()
    assert step is not None
    assert step.sentence == "Merge the tag Rumour into Allegation"
    workspace.history.undo()
    assert everything(workspace) == before
    workspace.history.redo()
    assert everything(workspace) == after


def test_a_checked_translation_stays_checked_when_the_other_has_none(
    workspace: Workspace, document: int
) -> None:
    source, target = a_tag(workspace, "Rumour"), a_tag(workspace, "Allegation")
    a_passage(workspace, document, "the bridge", "Rumour")
    stays = a_passage(workspace, document, "the bridge", "Allegation")
    workspace.details.set_translation(stays, "پل", "ur", "Noor")
    workspace.details.check_translation(stays)
    workspace.regrouping.merge(source, target)
    assert workspace.details.of(stays).translation_checked_by is not None


def test_two_translations_are_both_kept_and_want_a_new_check(
    workspace: Workspace, document: int
) -> None:
    source, target = a_tag(workspace, "Rumour"), a_tag(workspace, "Allegation")
    other = a_passage(workspace, document, "the bridge", "Rumour")
    stays = a_passage(workspace, document, "the bridge", "Allegation")
    workspace.details.set_translation(stays, "پل", "ur")
    workspace.details.set_translation(other, "پُل", "ur")
    workspace.details.check_translation(stays)
    workspace.regrouping.merge(source, target)
    details = workspace.details.of(stays)
    assert details.translation == "پل\nپُل"
    assert details.translation_checked_by is None


def test_children_go_to_the_tag_that_stays(workspace: Workspace) -> None:
    source, target = a_tag(workspace, "Rumour"), a_tag(workspace, "Allegation")
    workspace.tags.add("Charge", parent=target)
    workspace.tags.add("Gossip", parent=source)
    workspace.tags.add("Hearsay", parent=source)
    assert workspace.regrouping.merge(source, target).children == 2
    assert names(workspace) == [
        *("Allegation", ".Charge", ".Gossip", ".Hearsay"),
        *("Denial", "Casualty figure"),
    ]


def test_a_tag_is_merged_into_one_that_stands_under_it(workspace: Workspace) -> None:
    top = workspace.tags.add("Violence", parent=a_tag(workspace, "Allegation"))
    middle = workspace.tags.add("Threat", parent=top)
    low = workspace.tags.add("Threat of force", parent=middle)
    workspace.tags.add("Beside", parent=a_tag(workspace, "Allegation"))
    before = names(workspace)
    assert workspace.regrouping.merge(top, low) == Merged(0, 0, children=1)
    assert names(workspace)[:4] == ["Allegation", ".Threat of force", "..Threat", ".Beside"]
    workspace.history.undo()
    assert names(workspace) == before
    workspace.regrouping.merge(top, middle)
    assert names(workspace)[:4] == ["Allegation", ".Threat", "..Threat of force", ".Beside"]


def test_a_tag_is_not_merged_with_itself_or_with_one_that_is_gone(workspace: Workspace) -> None:
    tag = a_tag(workspace, "Allegation")
    with pytest.raises(NotAllowed, match="with itself"):
        workspace.regrouping.merge(tag, tag)
    with pytest.raises(NotFound):
        workspace.regrouping.merge(tag, 99)


def test_after_a_merge_only_what_was_tagged_under_other_words_wants_another_look(
    workspace: Workspace, document: int
) -> None:
    source, target = a_tag(workspace, "Rumour"), a_tag(workspace, "Allegation")
    workspace.tags.change(source, TagChange(definition="Told by nobody."))
    moved = a_passage(workspace, document, "Twelve", "Rumour")
    stood = a_passage(workspace, document, "people", "Allegation")
    workspace.regrouping.merge(source, target)
    assert workspace.passages.ids(AGAIN) == [moved]
    workspace.history.undo()
    workspace.regrouping.merge(source, target, "Told by  nobody.")
    assert workspace.tags.get(target).definition == "Told by  nobody."
    assert workspace.passages.ids(AGAIN) == [stood]
    workspace.history.undo()
    workspace.regrouping.merge(source, target, "Told by somebody, or by nobody.")
    assert workspace.passages.ids(AGAIN) == [moved, stood]


def test_a_merge_under_the_same_definition_asks_nobody_to_look_again(
    workspace: Workspace, document: int
) -> None:
    source, target = a_tag(workspace, "Rumour"), a_tag(workspace, "Allegation")
    for tag in (source, target):
        workspace.tags.change(tag, TagChange(definition="Told by nobody."))
    a_passage(workspace, document, "Twelve", "Rumour")
    workspace.regrouping.merge(source, target)
    assert workspace.passages.ids(AGAIN) == []


def test_a_definition_given_again_for_the_merged_tag_still_differs_from_the_other(
    workspace: Workspace, document: int
) -> None:
    source, target = a_tag(workspace, "Rumour"), a_tag(workspace, "Allegation")
    workspace.tags.change(source, TagChange(definition="Told by nobody."))
    workspace.tags.change(target, TagChange(definition="Told by somebody."))
    moved = a_passage(workspace, document, "Twelve", "Rumour")
    a_passage(workspace, document, "people", "Allegation")
    workspace.regrouping.merge(source, target, "Told by somebody.")
    assert workspace.passages.ids(AGAIN) == [moved]
    workspace.definitions.looked_at_again([moved])
    assert workspace.passages.ids(AGAIN) == []


def test_notes_too_long_for_one_passage_are_not_joined_and_the_merge_is_not_made(
    workspace: Workspace, document: int
) -> None:
    source, target = a_tag(workspace, "Rumour"), a_tag(workspace, "Allegation")
    a_passage(workspace, document, "the bridge", "Rumour", note="a" * 60_000)
    a_passage(workspace, document, "the bridge", "Allegation", note="b" * 60_000)
    before = everything(workspace)
    with pytest.raises(NotAllowed, match="120001 characters; 100000 fit"):
        workspace.regrouping.merge(source, target)
    assert everything(workspace) == before


def test_what_wanted_another_look_before_a_merge_still_does(
    workspace: Workspace, document: int
) -> None:
    source, target = a_tag(workspace, "Rumour"), a_tag(workspace, "Allegation")
    passage = a_passage(workspace, document, "Twelve", "Rumour")
    workspace.tags.change(source, TagChange(definition="Told by nobody."))
    workspace.regrouping.merge(source, target)
    assert workspace.passages.ids(AGAIN) == [passage]


def test_passages_are_split_off_under_a_new_tag(workspace: Workspace, document: int) -> None:
    tag = a_tag(workspace, "Allegation")
    passages = [a_passage(workspace, document, words) for words in ("Twelve", "people", "hurt")]
    new = workspace.regrouping.split(tag, passages[1:], "Charge")
    made, old = workspace.tags.get(new), workspace.tags.get(tag)
    assert (made.definition, made.record) == (old.definition, old.record)
    assert names(workspace)[:2] == ["Allegation", "Charge"]
    assert under(workspace, new) == passages[1:]
    assert under(workspace, tag) == passages[:1]
    step = workspace.history.to_undo()
    assert step is not None
    assert step.sentence == "Split Charge off the tag Allegation"
    workspace.history.undo()
    assert under(workspace, tag) == passages
    assert workspace.tags.named("Charge") is None


def test_a_split_off_tag_has_a_definition_of_its_own_when_one_is_given(
    workspace: Workspace, document: int
) -> None:
    parent, tag = a_tag(workspace, "Denial"), a_tag(workspace, "Allegation")
    workspace.tags.nest(tag, parent)
    passage = a_passage(workspace, document, "Twelve")
    workspace.tags.change(tag, TagChange(definition="Anew."))
    new = workspace.tags.get(workspace.regrouping.split(tag, [passage], "Charge", "In court."))
    assert (new.definition, new.parent) == ("In court.", parent)
    assert workspace.passages.ids(AGAIN) == []


def test_only_chosen_passages_of_the_tag_are_split_off(workspace: Workspace, document: int) -> None:
    tag = a_tag(workspace, "Allegation")
    other = a_passage(workspace, document, "Twelve", "Denial")
    mine = a_passage(workspace, document, "people")
    with pytest.raises(NotAllowed, match="Choose the passages"):
        workspace.regrouping.split(tag, [], "Charge")
    with pytest.raises(NotAllowed, match="Only passages tagged “Allegation”"):
        workspace.regrouping.split(tag, [mine, other], "Charge")
    with pytest.raises(NotAllowed, match="already a tag “Denial”"):
        workspace.regrouping.split(tag, [mine], "Denial")
    assert under(workspace, tag) == [mine]


def test_a_tag_is_removed_with_its_passages_and_its_children_step_up(
    workspace: Workspace, document: int
) -> None:
    tag = a_tag(workspace, "Denial")
    for name in ("First", "Second"):
        workspace.tags.add(name, parent=tag)
    a_passage(workspace, document, "Twelve", "Denial")
    kept = a_passage(workspace, document, "Twelve", "Allegation")
    before = everything(workspace)
    assert workspace.regrouping.remove(tag) == TagUse(1, 1, 2)
    assert names(workspace) == ["Allegation", "First", "Second", "Casualty figure"]
    assert workspace.passages.ids() == [kept]
    step = workspace.history.to_undo()
    assert step is not None
    assert step.sentence == "Remove the tag Denial with its passages (1)"
    workspace.history.undo()
    assert everything(workspace) == before


def test_a_tag_without_passages_is_simply_removed(workspace: Workspace) -> None:
    workspace.regrouping.remove(a_tag(workspace, "Denial"))
    step = workspace.history.to_undo()
    assert step is not None
    assert step.sentence == "Remove the tag Denial"
    with pytest.raises(NotFound):
        workspace.regrouping.remove(99)


def test_what_comes_under_another_tag_was_checked_by_nobody_yet(
    workspace: Workspace, document: int
) -> None:
    source, target = a_tag(workspace, "Rumour"), a_tag(workspace, "Allegation")
    moved = a_passage(workspace, document, "Twelve", "Rumour")
    split = a_passage(workspace, document, "people", "Rumour")
    stays = a_passage(workspace, document, "the bridge", "Allegation")
    workspace.details.check([moved, split, stays])
    workspace.regrouping.split(source, [split], "Hearsay")
    workspace.regrouping.merge(source, target)
    checked = {one: workspace.details.of(one).checked_by for one in (moved, split, stays)}
    assert checked[moved] is None
    assert checked[split] is None
    assert checked[stays] is not None
    workspace.history.undo()
    assert workspace.details.of(moved).checked_by is not None
