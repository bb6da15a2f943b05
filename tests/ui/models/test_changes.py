"""What a step changed, as a person reads it."""

import pytest

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.spans import Span
from reviewer.domain.steps import Action, Change, Touched
from reviewer.ui.models.changes import ChangeTeller, FieldChange, RowChange, field_label, tally
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag, two_readings


@pytest.fixture
def document(workspace: Workspace) -> int:
    return a_document(workspace, "Twelve people were hurt.", title="At the bridge")


def told(workspace: Workspace) -> list[RowChange]:
    """Return what the newest step did, in words."""
    return ChangeTeller(workspace).told(workspace.history.changes(workspace.history.ids()[0]))


def bare(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def in_words(workspace: Workspace) -> list[tuple[str, list[tuple[str, str, str]]]]:
    return [
        (bare(row.title), [(one.label, one.before, one.after) for one in row.fields])
        for row in told(workspace)
        if not row.title.startswith("Read in")  # what rules read is tried for itself
    ]


def test_a_new_passage_tells_its_words_place_and_tag(workspace: Workspace, document: int) -> None:
    a_passage(workspace, document, "Twelve people", "Denial")
    assert in_words(workspace) == [
        (
            "Passage D1·1, new",
            [
                ("Characters", "", "1 to 13"),
                ("Words in the document", "", "Twelve people"),
                ("Tag", "", "Denial"),
            ],
        )
    ]


def test_a_retagging_tells_both_tags(workspace: Workspace, document: int) -> None:
    passage = a_passage(workspace, document, "Twelve", "Denial")
    workspace.passages.retag([passage], a_tag(workspace, "Casualty figure"))
    assert in_words(workspace) == [("Passage D1·1", [("Tag", "Denial", "Casualty figure")])]


def test_a_note_tells_before_and_after(workspace: Workspace, document: int) -> None:
    passage = a_passage(workspace, document, "Twelve", note="27, it says")
    workspace.passages.note(passage, "30, it says")
    assert in_words(workspace) == [("Passage D1·1", [("Note", "27, it says", "30, it says")])]


def test_an_entry_of_the_journal_tells_its_words(workspace: Workspace) -> None:
    note = workspace.notes.add("Ask Basit.")
    assert in_words(workspace) == [("Note in the journal, new", [("Note", "", "Ask Basit.")])]
    workspace.notes.change(note, "Ask Basit again.")
    assert in_words(workspace) == [
        ("Note in the journal", [("Note", "Ask Basit.", "Ask Basit again.")])
    ]


def test_a_saved_query_tells_its_name_and_its_words(workspace: Workspace) -> None:
    workspace.queries.save("Bridges", "bridge")
    assert in_words(workspace) == [
        (
            "Saved query “Bridges”, new",
            [("Name", "", "Bridges"), ("Query", "", "bridge")],
        )
    ]
    workspace.queries.save("Bridges", "bridge OR crossing")
    assert in_words(workspace) == [
        ("Saved query “Bridges”", [("Query", "bridge", "bridge OR crossing")])
    ]


def test_a_checked_translation_tells_its_language_and_who_checked(
    workspace: Workspace, document: int
) -> None:
    passage = a_passage(workspace, document, "Twelve")
    workspace.details.set_translation(passage, "بارہ", "ur", "Asma")
    assert in_words(workspace) == [
        (
            "Passage D1·1",
            [
                ("Translation", "", "بارہ"),
                ("Language of the translation", "", "Urdu"),
                ("Translated by", "", "Asma"),
            ],
        )
    ]
    workspace.details.check_translation(passage)
    assert in_words(workspace) == [("Passage D1·1", [("Translation checked by", "", "Noor")])]


def test_a_removed_passage_keeps_its_number(workspace: Workspace, document: int) -> None:
    passage = a_passage(workspace, document, "Twelve", "Denial")
    workspace.passages.remove([passage])
    ((title, fields),) = in_words(workspace)
    assert title == "Passage D1·1, taken away"
    assert ("Tag", "Denial", "") in fields


def test_how_far_a_document_is_read_is_told_in_its_words(
    workspace: Workspace, document: int
) -> None:
    workspace.documents.review([document], ReviewStatus.SET_ASIDE, "A copy of D2")
    assert in_words(workspace) == [
        (
            "Document “At the bridge”",
            [
                ("How far read", "Not read", "Set aside"),
                ("Reason to set aside", "", "A copy of D2"),
            ],
        )
    ]


def test_marks_are_yes_or_no(workspace: Workspace, document: int) -> None:
    workspace.documents.mark_second_look([document], wanted=True)
    assert in_words(workspace) == [
        ("Document “At the bridge”", [("Second look", "no", "yes")]),
    ]


def test_a_settled_date_is_spelled_out(workspace: Workspace) -> None:
    document = a_document(workspace, posted=two_readings("10/8/2015"))
    workspace.documents.settle_date(document, "posted", "2015-10-08", "the site's other pages")
    ((_title, fields),) = in_words(workspace)
    assert ("Published", "", "8 October 2015") in fields
    assert (
        "Published: how it was read",
        "two readings, not settled yet",
        "settled for this document",
    ) in fields


@pytest.mark.usefixtures("document")
def test_a_new_document_leaves_out_what_only_the_program_needs(workspace: Workspace) -> None:
    ((title, fields),) = in_words(workspace)
    assert title == "Document “At the bridge”, new"
    assert fields == [("Title", "", "At the bridge"), ("File", "", "at.txt")]


def test_a_new_tag_tells_its_key_and_colour(workspace: Workspace) -> None:
    workspace.tags.add("Curfew", colour="4", key="F")
    assert in_words(workspace) == [
        (
            "Tag “Curfew”, new",
            [("Name", "", "Curfew"), ("Colour", "", "4"), ("Key", "", "F")],
        )
    ]


def test_page_furniture_tells_its_kind(workspace: Workspace, document: int) -> None:
    workspace.documents.mark_furniture(document, Span(0, 6), wanted=True)
    assert in_words(workspace) == [
        ("Page furniture, new", [("Characters", "", "1 to 6"), ("Kind", "", "marked by hand")])
    ]


def test_what_is_gone_says_so(workspace: Workspace) -> None:
    gone = Change(
        1, "passages", 99, "uid", Action.UPDATE, {"tag": 98, "anchor": "sure"}, {"tag": 97}
    )
    elsewhere = Change(1, "passages", 99, "uid", Action.DELETE, {"document": 99, "number": 3}, {})
    document = Change(1, "documents", 99, "uid", Action.UPDATE, {"note": ""}, {"note": "x"})
    first, second, third = ChangeTeller(workspace).told([gone, elsewhere, document])
    assert bare(first.title) == "Passage that is gone"
    assert first.fields[0] == FieldChange("Tag", "one that is gone", "one that is gone")
    assert first.fields[1] == FieldChange("Place", "sure", "")
    assert bare(second.title) == "Passage that is gone, taken away"
    assert bare(third.title) == "Document “that is gone”"


def test_what_a_later_version_wrote_is_shown_as_it_is(workspace: Workspace) -> None:
    later = Change(1, "duties", 1, "uid", Action.UPDATE, {"actor_side": "x"}, {"actor_side": "y"})
    odd = Change(
        1,
        "documents",
        99,
        "uid",
        Action.UPDATE,
        {"review_status": "lost", "removed_at": "?", "posted_basis": "odd"},
        {"removed_at": "2026-03-14T09:26:53.589+00:00", "kind": "odd"},
    )
    first, second = ChangeTeller(workspace).told([later, odd])
    assert first == RowChange("duties", (FieldChange("actor side", "x", "y"),))
    assert ("How far read", "lost", "") in [(f.label, f.before, f.after) for f in second.fields]


def test_a_setting_is_told_by_its_key(workspace: Workspace) -> None:
    change = Change(1, "settings", 1, "uid", Action.UPDATE, {"value": "1"}, {"value": "2"})
    made = Change(1, "settings", 1, "uid", Action.INSERT, {}, {"key": "dates", "value": "2"})
    first, second = ChangeTeller(workspace).told([change, made])
    assert first.fields == (FieldChange("Value", "1", "2"),)
    assert bare(second.title) == "Setting dates, new"


def test_labels_are_plain_words() -> None:
    assert field_label("publisher") == "Source"
    assert field_label("something_new") == "something new"


def test_much_that_changed_is_told_by_the_kind_of_row() -> None:
    touched = [
        Touched("documents", Action.INSERT, 1),
        Touched("furniture", Action.INSERT, 12),
        Touched("passages", Action.UPDATE, 2_000),
        Touched("tags", Action.DELETE, 2),
        Touched("settings", Action.UPDATE, 1),
        Touched("later_table", Action.UPDATE, 3_000),
    ]
    assert tally(touched).split(" · ") == [
        "1 document, new",
        "12 stretches of page furniture, new",
        "2,000 passages, changed",
        "2 tags, taken away",
        "1 setting, changed",
        "3,000 × later table, changed",
    ]
