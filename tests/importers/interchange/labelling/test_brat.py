"""brat's files of annotations, as brat and others write them."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.fields import FieldKind
from reviewer.domain.links import LinkType
from reviewer.domain.project_lines import FieldLine, LinkLine
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.along import NO_KIND
from reviewer.importers.interchange.labelling.brat import NO_TEXT, PROJECT, STRANGE
from reviewer.importers.interchange.labelling.brat_rows import (
    IN_PIECES,
    NO_END,
    OF_RELATION,
    OUTSIDE,
)
from tests.exporters.snapshots import unhurried
from tests.importers.interchange.taken_work import Work, work_of

TEXT = "😀 The army said 12 were hurt. He denied it."


def taken(files: Mapping[str, str | bytes]) -> Work:
    packed = {name: one.encode() if isinstance(one, str) else one for name, one in files.items()}
    parcel = Parcel("study", packed)
    assert PROJECT.claims(parcel)
    return work_of(PROJECT.take(parcel))


def annotated(*lines: str, text: str | bytes = TEXT, **files: str) -> Work:
    named = {f"{name}.conf": words for name, words in files.items()}
    return taken({"a.txt": text, "a.ann": "".join(f"{line}\n" for line in lines), **named})


def test_the_tutorial_is_read_whole(samples: Path) -> None:
    parcel = Parcel.of(samples / "brat")
    assert PROJECT.claims(parcel)
    work = work_of(PROJECT.take(parcel))
    assert work.refused == []
    assert (len(work.documents), len(work.passages)) == (5, 79)
    for line in work.passages:
        assert line.quote is None  # the words stand where the file says
        assert work.words(line).strip()
    tags = work.tags
    assert tags["Merge-org"].parent == "Business"
    notes = {line.key: line.words.note for line in work.passages}
    assert notes["000-introduction T2"] == "100000000 USD"
    assert notes["000-introduction T3"].splitlines()[0] == "Giver-Arg → “Citibank”"
    assert notes["000-introduction T5"] == "Wikipedia:64488 Carlos Salinas de Gortari"
    assert notes["060-relation_annotation T3"].splitlines()[0] == "Alias → “Jo Rowling”"
    assert notes["110-note_annotation T6"].splitlines() == [
        "Family → “Wilbur Wright”",
        "Should this be marked? It's not explicitly stated.",
    ]
    own = {line.key: dict(line.own) for line in work.passages if line.own}
    assert own["000-introduction T4"] == {"Mention": "Name", "Individual": "1"}
    assert own["000-introduction T3"] == {"Confidence": "High"}
    assert {one.message for one in work.doubts} == {NO_KIND}


def test_attributes_are_fields_of_ones_own() -> None:
    conf = "[attributes]\nSure\tArg:<ENTITY>, Value:High|Low # how sure\nOld Arg:<EVENT>\n"
    work = annotated("T1\tHarm 2 10\tThe army", "A1\tSure T1 Low", "M1\tOld T1", annotation=conf)
    fields = [line for line in work.lines if isinstance(line, FieldLine)]
    assert [(one.tag, one.name, one.kind, one.choices) for one in fields] == [
        ("Harm", "Sure", FieldKind.CHOICE, ("High", "Low")),
        ("Harm", "Old", FieldKind.YES_NO, ()),
    ]


def test_relations_that_are_called_as_links_are_become_links() -> None:
    work = annotated(
        "R1\tdenies Arg1:T2 Arg2:T1",
        "#1\tAnnotatorNotes R1\tFlatly.",
        "T1\tHarm 16 28\t12 were hurt",
        "T2\tDenial 30 42\tHe denied it",
        "*\tsame_figure T1 T2",
        "A1\tSure R1",
    )
    links = [line for line in work.lines if isinstance(line, LinkLine)]
    assert [(one.type, one.start, one.end, one.note) for one in links] == [
        (LinkType.DENIES, "a T2", "a T1", "Flatly."),
        (LinkType.SAME_FIGURE, "a T1", "a T2", ""),
    ]
    assert [one.message for one in work.doubts] == [OF_RELATION]


def test_events_in_events_lead_to_the_words_that_trigger_them() -> None:
    work = annotated(
        "E1\tReport:T2 Who:T1 What:E2",
        "T1\tSide 2 10\tThe army",
        "T2\tReport 11 15\tsaid",
        "T3\tHarm 16 28\t12 were hurt",
        "E2\tHarm:T3",
        "A1\tNegated E2",
        "#1\tAnnotatorNotes E1\tOn page 2.",
    )
    notes = {line.tag: line.words.note for line in work.passages}
    assert notes["Report"] == "On page 2.\nWho → “The army”\nWhat → “12 were hurt”"
    assert [dict(line.own) for line in work.passages if line.tag == "Harm"] == [{"Negated": "1"}]


def test_pieces_with_white_space_between_are_one_passage_and_others_are_said() -> None:
    work = annotated("T1\tHarm 2 5;6 10\tThe army", "T2\tHarm 2 5;16 18\tThe 12")
    assert [(line.start, line.end) for line in work.passages] == [(2, 10), (2, 18)]
    assert [(one.message, one.values) for one in work.doubts] == [(IN_PIECES, {"count": 1})]


def test_places_are_read_in_the_unit_in_which_the_words_fit() -> None:
    windows = f"First.\r\n{TEXT}\r\nHe denied it again."
    utf16 = windows.encode("utf-16-le")
    lines = []
    for number, words in enumerate(("12 were hurt", "He denied it again", "The army"), start=1):
        start = utf16.index(words.encode("utf-16-le")) // 2
        lines.append(f"T{number}\tHarm {start} {start + len(words)}\t{words}")
    work = annotated(*lines, text=windows.encode())
    assert [work.words(line) for line in work.passages] == [
        *("12 were hurt", "He denied it again", "The army"),
    ]
    assert any("UTF-16" in one for one in work.told())


def test_words_that_stand_elsewhere_go_along_with_their_place() -> None:
    (line,) = annotated("T1\tHarm 2 10\tThe navy").passages
    assert (line.start, line.end, line.quote) == (2, 10, "The navy")


def test_without_the_text_its_name_is_passed_on() -> None:
    work = taken({"x/a.ann": "T1\tHarm 2 10\tThe army\n"})
    (line,) = work.passages
    assert (line.document, line.quote) == (("a.txt",), "The army")
    assert [one.message for one in work.doubts] == [NO_TEXT]


def test_files_of_one_name_in_two_folders_are_two_documents() -> None:
    lines = "T1\tHarm 2 10\tThe army\n"
    work = taken({"x/a.ann": lines, "x/a.txt": TEXT, "y/a.ann": lines, "y/a.txt": f"{TEXT} Yes."})
    assert list(work.documents) == ["x/a", "y/a"]
    assert [line.document for line in work.passages] == [("x/a",), ("y/a",)]


def test_labels_on_screen_name_the_tags_where_no_two_are_alike() -> None:
    visual = "[labels]\nHarm | Harm done | H\nSide | The side\nOther | the side\n[drawing]\nx y\n"
    conf = "[entities]\n<A>=B|C\n!Top\n\tHarm\n\tSide\n-----\n# Note\nOther\n"
    work = annotated("T1\tHarm 2 10\tThe army", annotation=conf, visual=visual)
    assert {name: one.parent for name, one in work.tags.items()} == {
        "Top": "",
        "Harm done": "Top",
        "Side": "Top",
        "Other": "",
    }
    assert work.passages[0].tag == "Harm done"


def test_lines_that_say_nothing_that_can_be_read_are_counted() -> None:
    work = annotated(
        "T1\tHarm 2 10\tThe army",
        "T2\tHarm 9 3\tbackwards",
        "T3\tHarm x y\twords",
        "T4\tHarm 1 900\toutside",
        "T5\tHarm 3 3\t",
        "R1\tdenies Arg1 T1",
        "R2\tdenies Arg1:T1 Arg2:T9",
        "E1\tHarm:T9 Who:T1",
        "A1\tSure",
        "A2\tSure T9",
        "#1\tAnnotatorNotes T9\tNobody.",
        "?",
        "",
    )
    assert len(work.passages) == 1
    assert {one.message: one.values["count"] for one in work.doubts} == {
        STRANGE: 5,
        OUTSIDE: 2,
        NO_END: 4,
    }


def test_a_text_that_cannot_be_read_leaves_the_others() -> None:
    work = taken(
        {
            "a.ann": "T1\tHarm 0 1\tx\n",
            "a.txt": b"\xff\x01\x02\x03" * 50,
            "b.ann": "T1\tHarm 2 10\tThe army\n",
            "b.txt": TEXT,
            "c.ann": "",
            "c.txt": "  ",
        }
    )
    assert list(work.documents) == ["b"]
    assert [one.at for one in work.doubts] == ["a.ann", "c.ann"]


def test_files_that_are_left_out_are_counted_hidden_ones_apart() -> None:
    lines = "T1\tHarm 2 10\tThe army\n"
    work = taken(
        {
            "x/a.ann": lines,
            "x/a.txt": TEXT,
            "x/annotation.conf": "",
            "x/b.txt": "Nobody marked this.",
            "x/.c.ann": lines,
            "__MACOSX/x/._a.ann": "\x00",
            "__MACOSX/x/._a.txt": "\x00",
        }
    )
    assert list(work.documents) == ["x/a"]
    assert work.told() == [
        "3 hidden files are left out.",
        "1 file without annotations (.ann) is left out. It can be imported by itself.",
    ]


def test_other_things_are_not_claimed_and_an_empty_parcel_is_refused() -> None:
    other = Parcel("study", {"a.txt": b"words", "__MACOSX/._a.ann": b"\x00"})
    assert not PROJECT.claims(other)
    assert not PROJECT.claims(Parcel("a.zip", {"a.zip": b"PK\x03\x04 damaged"}))
    with pytest.raises(Unreadable, match="study"):
        list(PROJECT.take(other))


_IDS = st.sampled_from(["T1", "T2", "E1", "R1", "*", "A1", "#1", "N1", "M1", "X"])
_WORDS = st.text("T12E1:;<>| \u0085\u2028é😀-", max_size=12)
_LINES = st.builds("\t".join, st.lists(st.one_of(_IDS, _WORDS), max_size=4))
_BOUND = st.builds(
    lambda name, start, end: f"T{name}\tHarm {start} {end}\twords",
    *(st.integers(1, 3), st.integers(0, 50), st.integers(0, 50)),
)


@settings(unhurried, max_examples=80)
@given(
    st.lists(st.one_of(_LINES, _BOUND), max_size=8), st.text("[]entis\t|labVu:, #<!", max_size=40)
)
def test_any_lines_are_read(lines: list[str], conf: str) -> None:
    work = annotated(*lines, annotation=conf, visual=f"[labels]\n{conf}")
    assert list(work.documents) == ["a"]
    assert all(0 <= (line.start or 0) < (line.end or 0) <= len(TEXT) for line in work.passages)
