"""What doccano writes, and others in its name."""

import json
from pathlib import Path

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.domain.project_lines import HeldLine, LinkLine, PassageLine
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.labelling.doccano import PROJECT
from tests.importers.interchange.taken_work import Work, work_of
from tests.importers.packing import packed


def parcel(*values: object, name: str = "all.jsonl") -> Parcel:
    return Parcel(name, {name: "\n".join(map(json.dumps, values)).encode()})


def work(*values: object) -> Work:
    given = parcel(*values)
    return work_of(PROJECT.take(given))


def test_labels_of_doccanos_own_export_are_their_words(samples: Path) -> None:
    given = Parcel.of(samples / "doccano" / "export-sequence_labeling.jsonl")
    assert PROJECT.claims(given)
    found = work_of(PROJECT.take(given))
    assert [(found.words(one), one.tag) for one in found.passages] == [
        ("EU", "ORG"),
        ("German", "MISC"),
        ("Peter Blackburn", "PERSON"),
        ("Obama", "PERSON"),
    ]
    assert (found.refused, found.doubts) == ([], [])


@pytest.mark.parametrize("name", ["export", "import"])
def test_entities_and_relations_are_read_over_one_line_or_many(samples: Path, name: str) -> None:
    given = Parcel.of(samples / "doccano" / f"{name}-relation_extraction.jsonl")
    assert PROJECT.claims(given)
    found = work_of(PROJECT.take(given))
    assert [found.words(one) for one in found.passages] == [
        "Google",
        "September 4, 1998",
        "Larry Page",
        "Sergey Brin",
    ]
    assert found.passages[0].words.note == (
        "foundedAt → “September 4, 1998”\nfoundedBy → “Larry Page”\nfoundedBy → “Sergey Brin”"
    )
    assert [told[:24] for told in found.told()] == [
        "1 relation “foundedAt”: ",
        "2 relations “foundedBy”:",
    ]


def test_a_line_without_a_text_is_refused_alone(samples: Path) -> None:
    found = work_of(PROJECT.take(Parcel.of(samples / "doccano" / "import-sequence_labeling.jsonl")))
    assert [one.text for one in found.documents.values()] == ["exampleA", "exampleB"]
    assert len(found.passages) == 1
    (doubt,) = found.doubts
    assert (doubt.at, found.told()[0][:16]) == ("line 3", "There is no text")


def test_what_else_is_said_of_a_text_is_its_note(samples: Path) -> None:
    found = work_of(PROJECT.take(Parcel.of(samples / "doccano" / "import-overlapping.jsonl")))
    (held,) = [one for one in found.lines if isinstance(one, HeldLine)]
    assert held.described == {"note": "wikiPageID: 1"}
    assert len(found.passages) == 2


def test_comments_of_doccano_are_the_note_of_the_document() -> None:
    found = work(
        {"text": "He ran.", "label": [[0, 2, "A"]], "Comments": ["Who?", 3, {"comment": "Ask."}]}
    )
    (held,) = [one for one in found.lines if isinstance(one, HeldLine)]
    assert held.described == {"note": "Who?\nAsk."}


def test_a_relation_that_is_called_like_a_link_is_one() -> None:
    entities = [
        {"id": 0, "label": "A", "start_offset": 0, "end_offset": 2},
        {"id": "x", "label": "B", "start_offset": 3, "end_offset": 6},
    ]
    relations = [
        {"from_id": 0, "to_id": "x", "type": "Denied by"},
        {"from_id": 0, "to_id": "x", "type": "corroborates"},
        {"from_id": 0, "to_id": 7, "type": "denies"},
        {"from_id": [], "to_id": {}, "type": None},
    ]
    found = work({"text": "He ran.", "entities": entities, "relations": relations})
    links = [one for one in found.lines if isinstance(one, LinkLine)]
    first, second = (one.key for one in found.passages)
    assert [(one.type, one.start, one.end) for one in links] == [
        ("denies", second, first),
        ("corroborates", first, second),
    ]
    assert found.told() == ["2 relations lead to no label."]


@pytest.mark.parametrize(
    "label",
    [[0], [0, 1], ["0", 1, "A"], [0, True, "A"], [0, 1, ""], [0, 1, None], {}, {"label": "A"}, "A"],
)
def test_what_is_no_label_is_counted(label: object) -> None:
    found = work({"text": "He ran.", "label": [label, [0, 2, "A"]]})
    assert len(found.passages) == 1
    assert found.told() == ["1 label is none: it needs a start, an end and a name."]


@pytest.mark.parametrize("place", [(0, 8), (-1, 2), (3, 3), (5, 2), (10**30, 10**31)])
def test_a_label_outside_the_text_is_counted(place: tuple[int, int]) -> None:
    found = work({"text": "He ran.", "label": [[*place, "A"]]})
    assert not found.passages
    assert found.told() == ["1 label lies outside the text or holds nothing."]


def test_places_count_two_for_a_line_end_of_two_characters_and_one_for_an_emoji() -> None:
    found = work({"text": "\ufeff😀\r\nHe ran.", "label": [[4, 6, "A"]]})
    assert [found.words(one) for one in found.passages] == ["He"]


def test_lines_that_are_no_json_are_refused_alone() -> None:
    good = json.dumps({"text": "He ran.", "label": [[0, 2, "A"]]})
    data = "\n".join(["nonsense", good, "[" * 100_000, "7", good]).encode()
    found = work_of(PROJECT.take(Parcel("a.jsonl", {"a.jsonl": data})))
    assert [one.at for one in found.doubts] == ["line 1", "line 3", "line 4"]
    assert len(found.documents) == 2


def test_a_list_of_objects_is_read_like_lines() -> None:
    one = {"text": "He ran.", "labels": [[0, 2, "A"]]}
    data = json.dumps([one, one], indent=1).encode()
    given = Parcel("a.json", {"a.json": data})
    assert PROJECT.claims(given)
    assert list(work_of(PROJECT.take(given)).documents) == ["line 1, 1", "line 1, 2"]


def test_the_archive_that_doccano_packs_is_read_file_by_file() -> None:
    line = json.dumps({"data": "He ran.", "label": [[0, 2, "A"]]}).encode()
    given = Parcel("x.zip", {"x.zip": packed({"all.jsonl": line, "noor.jsonl": line})})
    assert PROJECT.claims(given)
    assert list(work_of(PROJECT.take(given)).documents) == [
        "all.jsonl, line 1",
        "noor.jsonl, line 1",
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"text": "A scraped page", "url": "https://example.org"},
        {"text": "A classified one", "label": ["good"]},
        {"text": "Nothing in it", "label": []},
        {"row": "passage", "document": "a.txt", "tag": "A", "quote": "x"},
        {"document": "a.txt", "tag": "A", "quote": "x"},
        {"data": {"text": "x"}, "annotations": [{"result": []}]},
        {"text": "x", "label": [{"start": 0, "end": 1, "labels": ["A"]}]},
        [0, 1, "A"],
        "text",
    ],
)
def test_other_lines_of_json_are_not_doccanos(values: object) -> None:
    assert not PROJECT.claims(parcel(values))


def test_a_first_line_of_any_length_is_looked_at() -> None:
    assert PROJECT.claims(parcel({"text": "He ran. " * 9_000, "label": [[0, 2, "A"]]}))
    assert not PROJECT.claims(parcel({"text": "He ran. " * 9_000}))


def test_labels_may_begin_late() -> None:
    unlabelled = {"text": "He ran. " * 40, "label": []}
    assert PROJECT.claims(parcel(*[unlabelled] * 100, {"text": "He ran.", "label": [[0, 2, "A"]]}))
    assert not PROJECT.claims(parcel(*[unlabelled] * 100))


def test_other_files_are_not_claimed() -> None:
    assert not PROJECT.claims(Parcel("a.zip", {"a.zip": packed({"a.txt": b"x"})}))
    assert not PROJECT.claims(Parcel("a.zip", {"a.zip": b"PK nonsense"}))
    assert not PROJECT.claims(Parcel("empty", {}))
    assert not PROJECT.claims(Parcel("a.jsonl", {"a.jsonl": b"\xff\xfe\x00"}))
    assert not PROJECT.claims(Parcel("gone.jsonl", {"gone.jsonl": Path("gone.jsonl")}))


def test_a_file_that_cannot_be_read_is_named() -> None:
    with pytest.raises(Unreadable, match=r"gone\.jsonl"):
        work_of(PROJECT.take(Parcel("gone.jsonl", {"gone.jsonl": Path("gone.jsonl")})))


def out_and_changed(**changes: object) -> Work:
    """Return what comes of a line of ours that was changed at doccano."""
    said = {"start": 0, "end": 2, "tag": "A", "key": "D1·1", "note": "mine", "document": "other"}
    line = {
        "text": "He ran.",
        "label": [[0, 2, "A"]],
        "reviewer": {"uid": "u1", "document": {"note": "ours"}, "passages": [said]},
    }
    return work({**line, **changes})


def test_what_went_along_with_a_passage_comes_back_to_it() -> None:
    found = out_and_changed()
    (line,) = found.passages
    assert (line.key, line.words.note, line.document) == ("D1·1", "mine", ("u1",))


def test_what_was_said_of_a_passage_that_is_gone_is_told() -> None:
    found = out_and_changed(label=[[0, 2, "B"], [3, 6, "A"]])
    assert [one.words.note for one in found.passages] == ["", ""]
    assert "1 passage that went out was moved" in found.told()[0]


@pytest.mark.parametrize(
    "gone",
    [
        7,
        {"uid": 3, "document": [], "passages": {}, "links": "x", "rows": [1, {"row": 3}, "x"]},
        {"passages": [{"start": [], "end": {}, "tag": 3}]},
        {"uid": "u" * 5_000, "document": {"note": [[[[[[[[[[[[[["deep"]]]]]]]]]]]]]]}},
        {"passages": [{"start": 0, "end": 2, "tag": "A", "key": {"a": 1}, "note": 7}]},
    ],
)
def test_what_went_along_may_be_anything(gone: object) -> None:
    found = out_and_changed(reviewer=gone)
    assert len(found.documents) == 1
    assert len([one for one in found.lines if isinstance(one, PassageLine)]) <= 1


def test_two_lines_with_one_uid_are_two_documents() -> None:
    line = {"text": "He ran.", "label": [[0, 2, "A"]], "reviewer": {"uid": "line 2"}}
    assert list(work(line, line, line).documents) == ["line 2", "line 2 +", "line 3"]


def test_a_text_of_blanks_is_left_out_with_the_reason() -> None:
    found = work({"text": "\ufeff", "label": []}, {"text": "x", "label": [[0, 1, "A"]]})
    assert len(found.documents) == 1
    assert "is empty" in found.told()[0]


def test_words_with_labels_are_a_text_with_a_sentence_a_line(samples: Path) -> None:
    given = Parcel.of(samples / "doccano" / "import.conll")
    assert PROJECT.claims(given)
    found = work_of(PROJECT.take(given))
    assert [one.text for one in found.documents.values()] == ["JAPAN GET\nNadim Ladki\n"]
    assert [(found.words(one), one.tag) for one in found.passages] == [
        ("JAPAN", "LOC"),
        ("Nadim Ladki", "PER"),
    ]
    assert found.doubts == []


def test_a_line_without_a_label_is_text_and_no_more(samples: Path) -> None:
    given = Parcel.of(samples / "doccano" / "import-invalid.conll")
    assert PROJECT.claims(given)
    found = work_of(PROJECT.take(given))
    (document,) = found.documents.values()
    assert document.text.startswith("SOCCERO SOCCERO SOCCERO - JAPAN GET")
    assert [found.words(one) for one in found.passages] == [
        "JAPAN",
        "CHINA",
        "Nadim Ladki",
        "AL-AIN",
        "United Arab Emirates",
    ]
    assert [one.at for one in found.doubts] == ["line 1"]


def test_labels_of_words_begin_and_go_on() -> None:
    lines = (
        "-DOCSTART- O\n\n\nA NN B-X\nb NN I-X\nc NN B-X\nd NN I-Y\n\ne NN I-Y\nf O\ng S-X\ng U-X"
    )
    data = lines.replace("\n", "\r\n").encode()
    given = Parcel("a.conll", {"a.conll": data})
    assert PROJECT.claims(given)
    found = work_of(PROJECT.take(given))
    assert [one.text for one in found.documents.values()] == ["A b c d\ne f g g"]
    assert [(found.words(one), one.tag) for one in found.passages] == [
        ("A b", "X"),
        ("c", "X"),
        ("d", "Y"),
        ("e", "Y"),
        ("g", "X"),
        ("g", "X"),
    ]


def test_other_lines_of_words_are_not_doccanos() -> None:
    for data in (b"", b"one two\nthree four\n", b"only words\nB-X\n"):
        assert not PROJECT.claims(Parcel("a.conll", {"a.conll": data}))
