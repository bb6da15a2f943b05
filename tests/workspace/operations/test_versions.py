"""A newer version takes a document's place; no passage moves unsaid, and nothing is lost."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import NotAllowed
from reviewer.domain.incoming import Furniture, FurnitureKind, Part, PartKind
from reviewer.domain.passages import Anchor
from reviewer.domain.spans import Span
from reviewer.domain.versions import CarriedBy
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag, an_incoming
from tests.workspace.sources import a_source_not_held

OLD = """The raid on Hill Street

Twelve people were hurt at the bridge. The office denies it.

Two men were held.
"""
NEW = """Corrected on 4 March.

The raid on Hill Street

At least fourteen people were hurt at the bridge. The office denies it.

Two men were held.
"""


@pytest.fixture
def document(workspace: Workspace) -> int:
    return a_document(workspace, OLD)


def replace_with(workspace: Workspace, document: int, text: str, reason: str = "") -> int:
    return workspace.versions.replace(document, an_incoming(text), reason)


def whole(workspace: Workspace) -> None:
    """See that every passage that says it is sure stands at its words, and the file is whole."""
    assert list(workspace.verify()) == []


def test_passages_on_unchanged_lines_stay_sure_and_checked(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "Two men were held")
    workspace.details.check([passage])
    assert replace_with(workspace, document, NEW) == 0
    found = workspace.passages.get(passage)
    assert found.anchor is Anchor.SURE
    assert found.span.of(NEW) == "Two men were held"
    assert workspace.passages.listed([passage])[passage].checked_by == "Noor"
    assert workspace.versions.to_look_at() == []
    whole(workspace)


def test_words_that_stayed_are_told_with_what_changed_around_them(workspace: Workspace) -> None:
    said = "12 people died in the fire at the mill. The office denies it.\n"
    document = a_document(workspace, said)
    a_passage(workspace, document, "12 people died")
    replace_with(workspace, document, f"At least {said}")
    (moved,) = workspace.versions.to_look_at(document)
    assert moved.before == moved.now
    found = workspace.versions.around(moved)
    assert found is not None
    before, now = found
    assert (before.words, before.marked) == ("12 people died in the fire at the mill…", ())
    assert now.words.startswith("At least 12 people died")
    assert [span.of(now.words) for span in now.marked] == ["At least"]


def test_words_that_changed_are_listed_with_old_and_new_side_by_side(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "Twelve people were hurt at the bridge")
    assert replace_with(workspace, document, NEW) == 1
    (moved,) = workspace.versions.to_look_at(document)
    assert (moved.passage, moved.label, moved.by) == (passage, "D1·1", CarriedBy.LIKENESS)
    assert moved.before == "Twelve people were hurt at the bridge"
    assert moved.from_span.of(OLD) == moved.before
    assert moved.now == "people were hurt at the bridge"
    assert workspace.versions.around(moved) is None
    found = workspace.passages.get(passage)
    assert found.anchor is Anchor.NOT_CERTAIN
    assert found.quote == moved.before
    whole(workspace)


def test_accepting_takes_the_words_that_stand_there_now(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "Twelve people were hurt at the bridge")
    replace_with(workspace, document, NEW)
    workspace.versions.accept([passage])
    found = workspace.passages.get(passage)
    assert (found.anchor, found.quote) == (Anchor.SURE, "people were hurt at the bridge")
    assert workspace.versions.to_look_at() == []
    whole(workspace)
    workspace.history.undo()
    assert workspace.passages.get(passage).anchor is Anchor.NOT_CERTAIN
    assert len(workspace.versions.to_look_at()) == 1


def test_words_that_moved_are_sure_and_still_listed_until_somebody_looked(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "The office denies it", "Denial")
    replace_with(workspace, document, NEW)
    (moved,) = workspace.versions.to_look_at()
    assert (moved.by, moved.now) == (CarriedBy.QUOTE, "The office denies it")
    before = workspace.passages.get(passage)
    assert before.anchor is Anchor.SURE
    workspace.versions.accept([passage])
    assert workspace.passages.get(passage) == before
    assert workspace.versions.to_look_at() == []


def test_words_that_are_gone_have_to_be_placed_by_hand(workspace: Workspace, document: int) -> None:
    passage = a_passage(workspace, document, "Two men were held")
    newer = OLD.replace("Two men were held.", "Nobody is in custody now.")
    replace_with(workspace, document, newer)
    (moved,) = workspace.versions.to_look_at()
    assert (moved.by, moved.now) == (CarriedBy.NOTHING, "")
    with pytest.raises(NotAllowed, match=r"D1·1 are not in the document"):
        workspace.versions.accept([passage])
    start = newer.index("Nobody")
    workspace.versions.place(passage, Span(start, start + 20))
    found = workspace.passages.get(passage)
    assert (found.anchor, found.quote) == (Anchor.SURE, "Nobody is in custody")
    assert workspace.versions.to_look_at() == []
    whole(workspace)


def test_blank_words_are_no_place(workspace: Workspace, document: int) -> None:
    passage = a_passage(workspace, document, "Two men were held")
    replace_with(workspace, document, NEW.replace("Two men were held.", "No."))
    with pytest.raises(NotAllowed, match="blank"):
        workspace.versions.place(passage, Span(NEW.index("\n\n"), NEW.index("\n\n") + 2))


def test_moving_the_edges_of_a_passage_is_looking_at_it(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "Twelve people were hurt at the bridge")
    replace_with(workspace, document, NEW)
    start = NEW.index("At least fourteen")
    workspace.boundaries.move_boundary(passage, Span(start, NEW.index(" The office denies")))
    assert workspace.versions.to_look_at() == []
    assert workspace.passages.get(passage).anchor is Anchor.SURE
    (version, _newer) = workspace.versions.of(document)
    (place,) = workspace.versions.standing_in(version)
    assert (place.by, place.looked_at_by) == (CarriedBy.HAND, "Noor")


def test_the_older_version_stays_with_where_its_passages_stood(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "Two men were held")
    replace_with(workspace, document, NEW, "the ministry's corrected release")
    first, second = workspace.versions.of(document)
    assert workspace.versions.text(first) == OLD
    assert workspace.versions.text(second) == NEW
    assert (first.number, second.number) == (1, 2)
    assert (first.reason, second.reason) == ("", "the ministry's corrected release")
    (place,) = workspace.versions.standing_in(first)
    assert (place.passage, place.from_span.of(OLD)) == (passage, "Two men were held")


def test_one_undo_brings_the_older_version_back_with_every_passage(
    workspace: Workspace, document: int
) -> None:
    for words in ("Twelve people were hurt", "The office denies it", "Two men were held"):
        a_passage(workspace, document, words, "Casualty figure")
    before = [workspace.passages.get(one) for one in workspace.passages.ids()]
    replace_with(workspace, document, NEW)
    after = [workspace.passages.get(one) for one in workspace.passages.ids()]
    workspace.history.undo()
    assert [workspace.passages.get(one) for one in workspace.passages.ids()] == before
    assert workspace.documents.text(document) == OLD
    assert workspace.versions.to_look_at() == []
    whole(workspace)
    workspace.history.redo()
    assert [workspace.passages.get(one) for one in workspace.passages.ids()] == after
    assert workspace.documents.text(document) == NEW
    whole(workspace)


def test_a_version_after_an_undone_one_has_a_number_of_its_own(
    workspace: Workspace, document: int
) -> None:
    replace_with(workspace, document, NEW)
    workspace.history.undo()
    replace_with(workspace, document, NEW + "More.\n")
    assert [version.number for version in workspace.versions.of(document)] == [1, 2, 3]


def test_the_newer_words_are_searched_and_the_older_are_not(
    workspace: Workspace, document: int
) -> None:
    replace_with(workspace, document, NEW)
    assert workspace.documents.holding("fourteen people") == [document]
    assert workspace.documents.holding("twelve people") == []


def test_what_an_analyst_said_of_the_document_stays(workspace: Workspace, document: int) -> None:
    workspace.documents.describe(document, "title", "The release of 3 March")
    replace_with(workspace, document, NEW)
    found = workspace.documents.get(document)
    assert found.title == "The release of 3 March"
    assert found.second_look
    assert workspace.documents.listed([document])[document].words == len(NEW.split())


def test_furniture_and_parts_of_the_newer_version_are_its_own(
    workspace: Workspace, document: int
) -> None:
    furniture = Furniture(Span(0, 21), FurnitureKind.NOTICE)
    part = Part(PartKind.PAGE, 0, 21, 1, "1")
    newer = replace(an_incoming(NEW), furniture=(furniture,), parts=(part,))
    workspace.versions.replace(document, newer)
    assert workspace.documents.furniture(document) == [furniture]


def test_what_was_read_in_a_passage_moves_along_with_it(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "Two men were held", "Casualty figure")
    workspace.records.confirm([passage])
    replace_with(workspace, document, NEW)
    record = workspace.records.of(passage)
    reading = record.readings["number_text"]
    assert reading.span is not None
    assert reading.span.of(NEW) == "Two"
    whole(workspace)


def test_a_number_whose_words_changed_stands_nowhere_until_it_is_placed(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "Twelve people were hurt", "Casualty figure")
    workspace.records.confirm([passage])
    replace_with(workspace, document, NEW.replace("people", "passers-by and people"))
    whole(workspace)
    workspace.versions.place(passage, Span(NEW.index("The raid"), NEW.index("Hill Street")))
    whole(workspace)


def test_two_passages_of_one_tag_never_claim_the_same_words(workspace: Workspace) -> None:
    twice = "Two men were held.\n\nTwo men were held.\n"
    document = a_document(workspace, twice)
    tag = a_tag(workspace, "Allegation")
    first = workspace.passages.tag_passage(document, Span(0, 17), tag)
    second = workspace.passages.tag_passage(document, Span(20, 37), tag)
    replace_with(workspace, document, "Two men were held.\n")
    assert workspace.passages.get(first).anchor is Anchor.SURE
    assert workspace.passages.get(second).anchor is Anchor.NOT_CERTAIN


def test_the_same_words_are_no_newer_version(workspace: Workspace, document: int) -> None:
    with pytest.raises(NotAllowed, match="the very same words"):
        workspace.versions.preview(document, an_incoming(OLD, original=b"other bytes"))


def test_a_source_that_is_not_held_has_no_version_to_replace(workspace: Workspace) -> None:
    source = a_source_not_held(workspace)
    with pytest.raises(NotAllowed, match="not held"):
        replace_with(workspace, source, NEW)


def test_a_preview_writes_nothing(workspace: Workspace, document: int) -> None:
    a_passage(workspace, document, "Two men were held")
    steps = workspace.history.ids()
    ((_passage, place),) = workspace.versions.preview(document, an_incoming(NEW))
    assert place.by is CarriedBy.PLACE
    assert workspace.history.ids() == steps
    assert len(workspace.versions.of(document)) == 1


def test_what_was_foreseen_is_done_unless_passages_changed_since(
    workspace: Workspace, document: int
) -> None:
    a_passage(workspace, document, "Two men were held")
    foreseen = workspace.versions.preview(document, an_incoming(NEW))
    added = a_passage(workspace, document, "Twelve people were hurt at the bridge")
    assert workspace.versions.replace(document, an_incoming(NEW), "", foreseen) == 1
    assert [one.passage for one in workspace.versions.to_look_at()] == [added]
    workspace.history.undo()
    foreseen = workspace.versions.preview(document, an_incoming(NEW))
    assert workspace.versions.replace(document, an_incoming(NEW), "", foreseen) == 1


def test_accepting_what_was_looked_at_already_changes_nothing(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "Two men were held")
    steps = workspace.history.ids()
    workspace.versions.accept([passage])
    assert workspace.history.ids() == steps


def test_a_passage_is_taken_off_with_where_it_stood(workspace: Workspace, document: int) -> None:
    passage = a_passage(workspace, document, "Twelve people were hurt at the bridge")
    replace_with(workspace, document, NEW)
    workspace.passages.remove([passage])
    assert workspace.versions.to_look_at() == []
    workspace.history.undo()
    assert len(workspace.versions.to_look_at()) == 1


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.sampled_from(OLD.split("\n")), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 70), st.integers(1, 30)), max_size=4),
)
def test_whatever_replaces_whatever_every_sure_passage_has_its_words(
    workspace: Workspace, lines: list[str], places: list[tuple[int, int]]
) -> None:
    document = a_document(workspace, OLD, original=uuid4().bytes)
    tag = a_tag(workspace, "Allegation")
    for start, length in dict.fromkeys(places):
        if not OLD[start : start + length].isspace():
            workspace.passages.tag_passage(document, Span(start, start + length), tag)
    text = "\n".join(["Corrected.", *lines])
    replace_with(workspace, document, text)
    for passage in workspace.passages.on(document):
        sure = passage.anchor is Anchor.SURE
        assert not sure or passage.span.of(text) == passage.quote
    whole(workspace)
    workspace.history.undo()
    whole(workspace)


def test_a_file_of_the_same_address_or_name_with_other_words_may_be_a_newer_version(
    workspace: Workspace,
) -> None:
    page = "https://example.org/release"
    named = a_document(workspace, OLD, title="Release")
    addressed = a_document(workspace, "Other words here.", title="Page", url=page)
    a_document(workspace, "Unrelated words.", title="Letter")
    newer = replace(an_incoming(NEW, title="Release"), url=page)
    assert workspace.versions.likely_older(newer) == [addressed, named]
    same = an_incoming(OLD, title="Release", original=b"the same in other bytes")
    assert workspace.versions.likely_older(same) == []
    both = [replace(newer, url=""), an_incoming("New.", title="Elsewhere")]
    assert workspace.versions.likely_older_each(both) == [[named], []]


def test_what_was_taken_off_the_list_is_no_older_version(workspace: Workspace) -> None:
    document = a_document(workspace, OLD, title="Release")
    workspace.documents.remove([document])
    assert workspace.versions.likely_older(an_incoming(NEW, title="Release")) == []


def test_a_reading_place_is_told_between_versions(workspace: Workspace, document: int) -> None:
    replace_with(workspace, document, NEW)
    first, second = workspace.versions.of(document)
    there = workspace.versions.places_now(first.text, second.text, [OLD.index("Two men")])
    assert there == [NEW.index("Two men")]
    assert workspace.versions.places_now(first.text, first.text, [3]) == [3]


def test_a_passage_is_not_placed_where_another_of_its_tag_stands(workspace: Workspace) -> None:
    document = a_document(workspace, "Two men were held.\n\nNobody else was.\n")
    lost = a_passage(workspace, document, "Nobody else was")
    stays = a_passage(workspace, document, "Two men were held")
    replace_with(workspace, document, "Two men were held.\n\nOther words.\n")
    with pytest.raises(NotAllowed, match=r"have this tag already \(D1·2\)"):
        workspace.versions.place(lost, workspace.passages.get(stays).span)
    assert len(workspace.versions.to_look_at()) == 1
    whole(workspace)


def test_two_passages_that_are_lost_at_one_place_are_no_tag_twice(workspace: Workspace) -> None:
    document = a_document(workspace, "Two men were held.\n\nTwo men were held.\n")
    tag = a_tag(workspace, "Allegation")
    for start in (0, 20):
        workspace.passages.tag_passage(document, Span(start, start + 17), tag)
    replace_with(workspace, document, "Other words altogether stand here.\n")
    whole(workspace)
    first, second = workspace.versions.to_look_at()
    workspace.versions.place(first.passage, Span(0, 5))
    with pytest.raises(NotAllowed, match="have this tag already"):
        workspace.versions.place(second.passage, Span(0, 5))
    whole(workspace)
