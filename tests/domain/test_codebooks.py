"""A codebook beside a project's own."""

from dataclasses import replace

from reviewer.domain.codebooks import (
    COLUMNS,
    Codebook,
    Complaint,
    Entry,
    Preview,
    Standing,
    compared,
    entries_of,
    same_name,
)
from reviewer.domain.errors import NotAllowed
from reviewer.domain.tags import RecordKind, Tag

VIOLENCE = Tag(1, "uid-1", "Violence", "1", "V", "Force.", None, RecordKind.NONE, 1)
THREAT = Tag(2, "uid-2", "Threat", "2", "H", "Words.", 1, RecordKind.ALLEGATION, 2)
TAGS = [VIOLENCE, THREAT]


def met(*entries: Entry, taken: tuple[str, ...] = ()) -> Preview:
    placed = [replace(entry, place=place) for place, entry in enumerate(entries, start=1)]
    return compared(Codebook("book.csv", tuple(placed)), TAGS, taken)


def complaints(preview: Preview) -> list[str]:
    return [f"{one.place}: {one.problem}" for one in preview.complaints]


def test_tags_are_told_as_a_file_has_them() -> None:
    assert entries_of(TAGS) == [
        Entry("Violence", "", "1", "V", "Force.", RecordKind.NONE, "uid-1"),
        Entry("Threat", "Violence", "2", "H", "Words.", RecordKind.ALLEGATION, "uid-2"),
    ]


def test_names_are_compared_as_the_project_file_does() -> None:
    assert same_name("Élan VITAL") == "Élan vital" != same_name("élan vital")


def test_what_is_there_already_is_the_same() -> None:
    preview = met(*entries_of(TAGS))
    assert [(one.standing, one.tag) for one in preview.meetings] == [
        (Standing.SAME, VIOLENCE),
        (Standing.SAME, THREAT),
    ]
    assert preview.complaints == ()


def test_what_is_not_there_is_new() -> None:
    entry = Entry("Charge", "Threat", "3", "G")
    preview = met(entry)
    (found,) = preview.those(Standing.NEW)
    assert (found.entry.name, found.entry.parent, found.tag) == ("Charge", "Threat", None)
    assert preview.those(Standing.SAME) == preview.those(Standing.DIFFERS) == []


def test_what_differs_is_named_column_by_column() -> None:
    (found,) = met(Entry("THREAT", "", "9", "", "Other words.", uid="uid-2")).meetings
    assert found.standing is Standing.DIFFERS
    assert found.differs == ("name", "parent", "colour", "key", "definition", "record")
    (found,) = met(Entry("threat", "violence", "2", "h", " Words. ", RecordKind.FIGURE)).meetings
    assert found.differs == ("name", "record")


def test_what_the_file_does_not_speak_of_does_not_differ() -> None:
    (found,) = met(Entry("Threat", said=frozenset({"name"}))).meetings
    assert found.standing is Standing.SAME
    assert found.tag is THREAT


def test_the_uid_counts_before_the_name() -> None:
    (found,) = met(Entry("Menace", uid="uid-2", said=frozenset({"name", "uid"}))).meetings
    assert (found.tag, found.differs) == (THREAT, ("name",))


def test_a_name_that_is_another_tags_is_not_taken_over() -> None:
    preview = met(replace(entries_of(TAGS)[1], name="Violence"))
    (found,) = preview.meetings
    assert (found.tag, found.standing) == (THREAT, Standing.SAME)
    assert complaints(preview) == [
        "1: The name “Violence” is another tag’s already, so the one meant keeps its own."
    ]


def test_an_entry_whose_namesake_is_another_entrys_tag_is_passed_over() -> None:
    preview = met(replace(entries_of(TAGS)[0], name="Force", uid="uid-1"), Entry("Violence"))
    assert [one.tag for one in preview.meetings] == [VIOLENCE]
    assert complaints(preview)[0].startswith("2: “Violence” was passed over")


def test_a_key_in_use_is_left_out() -> None:
    preview = met(Entry("Charge", key="V"), Entry("Rumour", key="T"), taken=("t",))
    assert [one.entry.key for one in preview.meetings] == ["", ""]
    assert complaints(preview) == [
        "1: “Charge” comes without its key V, which does something else here.",
        "2: “Rumour” comes without its key T, which does something else here.",
    ]


def test_a_parent_that_is_nowhere_is_left_out() -> None:
    preview = met(Entry("Charge", "Law"), Entry("Rumour", "charge"))
    assert [one.entry.parent for one in preview.meetings] == ["", "charge"]
    assert "parent" not in preview.meetings[0].entry.said
    assert complaints(preview) == [
        "1: “Charge” stands under “Law”, which is nowhere; that is passed over."
    ]


def test_complaints_of_the_file_stand_among_the_others_in_order() -> None:
    early, late = (Complaint(place, NotAllowed("odd")) for place in (1, 3))
    entry = Entry("Charge", "Law", said=frozenset(COLUMNS), place=2)
    preview = compared(Codebook("book", (entry,), (late, early)), TAGS)
    assert [one.place for one in preview.complaints] == [1, 2, 3]
