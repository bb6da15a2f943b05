"""Web annotations of strangers: what is correct comes in, what is not is refused in one line."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Given
from reviewer.domain.links import LinkType
from reviewer.domain.project_lines import GivenWork, LinkLine
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.along import NO_KIND
from reviewer.importers.interchange.annotations.web_annotations import NO_ROW, PROJECT
from tests.exporters.snapshots import unhurried
from tests.importers.interchange.taken_work import Work, work_of

W3C = "http://www.w3.org/ns/anno.jsonld"
TEXT = "😀 The army said 12 were hurt. 😀 He denied it."


def parcel(*things: object, name: str = "notes.json") -> Parcel:
    """Return a file that holds one thing, or several as a list."""
    value = things[0] if len(things) == 1 else list(things)
    return Parcel(name, {name: json.dumps(value).encode()})


def taken(*things: object) -> Work:
    return work_of(PROJECT.take(parcel(*things)))


def note(number: int = 1, **more: object) -> dict[str, object]:
    """Return an annotation of words."""
    selector = {"type": "TextQuoteSelector", "exact": "12 were hurt"}
    return {
        "@context": W3C,
        "id": f"http://example.org/a{number}",
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "Harm", "purpose": "tagging"},
        "target": {"source": "http://example.org/docs/report.txt", "selector": selector},
        **more,
    }


def position(start: int, end: int) -> dict[str, object]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def quote(words: str) -> dict[str, object]:
    return {"type": "TextQuoteSelector", "exact": words}


def relation(name: str, *targets: str, **more: object) -> dict[str, object]:
    body = {"type": "TextualBody", "value": name, "purpose": "tagging"}
    ends = [{"id": f"http://example.org/{one}"} for one in targets]
    return note(9, motivation="linking", body=[body], target=ends, **more)


def test_every_correct_sample_is_accepted_and_nothing_of_it_passed_over_in_silence(
    samples: Path,
) -> None:
    files = sorted((samples / "w3c-annotation" / "correct").glob("*.json"))
    assert len(files) == 45
    for file in files:
        opened = Parcel.of(file)
        assert PROJECT.claims(opened)
        work = work_of(PROJECT.take(opened))
        assert work.refused == []
        assert work.told(), file.name  # none of them is a text of ours with nothing besides


def test_every_incorrect_sample_is_refused_in_one_line_that_names_it(samples: Path) -> None:
    files = sorted((samples / "w3c-annotation" / "incorrect").glob("*.json"))
    assert len(files) == 39
    told = {}
    for file in files:
        with pytest.raises(Unreadable) as refused:
            list(PROJECT.take(Parcel.of(file)))
        told[file.stem] = str(refused.value)
        assert f"“{file.name}”" in told[file.stem]
        assert "\n" not in told[file.stem]
    assert sum("is not JSON" in one for one in told.values()) == 17
    for name, key in FAULTS.items():
        assert f"“{key}”" in told[name]


FAULTS = {
    "anno3": "@context",
    "anno4": "@context",
    "anno5": "@context",
    "anno6": "id",
    "anno7": "id",
    "anno8": "type",
    "anno9": "type",
    "anno11": "target",
    "anno26": "creator",
    "anno27": "generator",
    "anno28": "created",
    "anno29": "modified",
    "anno30": "generated",
    "anno31": "modified",
    "anno32": "created",
    "anno33": "generated",
    "anno34": "rights",
    "anno35": "via",
    "anno36": "canonical",
    "anno38": "value",
    "anno39": "value",
}
"""The key that each of them is wrong in, as its own label says."""


def test_recogito_tags_and_comments_come_and_its_relations_stay_in_notes(samples: Path) -> None:
    file = samples / "w3c-annotation" / "recogito-with-relation.w3c.json"
    opened = Parcel.of(file)
    assert PROJECT.claims(opened)
    work = work_of(PROJECT.take(opened))
    assert [(one.tag, one.start, one.end, one.quote) for one in work.passages] == [
        ("A Tag", 124, 128, "Troy"),
        ("Another Tag", 124, 128, "Troy"),
        ("Annotation", 646, 661, "death in battle"),
        ("Annotation", 963, 970, "Ithaca"),
    ]
    assert work.passages[0].words.note == "This is a comment\n\nisRelatedTo → “death in battle”"
    assert len({one.key for one in work.passages}) == 4
    assert work.told() == [
        NO_KIND[0].format(count=1, name="isRelatedTo"),
        "2 annotations have no tag; they get “Annotation”.",
    ]


def test_places_of_a_text_that_lies_beside_are_read_in_the_unit_that_fits() -> None:
    utf16 = TEXT.encode("utf-16-le")
    places = [utf16.index(one.encode("utf-16-le")) // 2 for one in ("12 were", "He denied")]
    notes = [
        note(1, target=target(places[0], places[0] + 7, "12 were")),
        note(2, target=target(places[1], places[1] + 9, "He denied")),
    ]
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("out/notes.w3c.json", json.dumps(notes))
        archive.writestr("out/report.txt", TEXT)
        archive.writestr("out/another.txt", "Nobody speaks of this.")
    opened = Parcel("study.zip", {"study.zip": packed.getvalue()})
    assert PROJECT.claims(opened)
    work = work_of(PROJECT.take(opened))
    assert list(work.documents) == ["out/report.txt"]
    assert [work.words(one) for one in work.passages] == ["12 were", "He denied"]
    assert any("UTF-16" in one for one in work.told())


def target(start: int, end: int, words: str, source: str = "http://example.org/report") -> object:
    return {"source": source, "selector": [position(start, end), quote(words)]}


def test_without_the_text_words_and_place_are_passed_on_with_what_names_the_document() -> None:
    work = taken(note(target=target(3, 8, "words", "http://example.org/docs/a%20report.txt#top")))
    (line,) = work.passages
    assert (line.start, line.end, line.quote) == (3, 8, "words")
    assert line.document == ("a report.txt",)


def test_what_refines_a_fragment_counts_inside_it_so_only_its_words_are_taken() -> None:
    refined = {"type": "FragmentSelector", "value": "p5", "refinedBy": [position(1, 6)]}
    refined["refinedBy"] = [position(1, 6), quote("words")]
    work = taken(note(target={"source": "http://example.org/r", "selector": refined}))
    (line,) = work.passages
    assert (line.start, line.end, line.quote) == (None, None, "words")


def test_what_hypothesis_answers_is_read() -> None:
    answer = {
        "total": 1,
        "rows": [
            {
                "id": "abc_1",
                "created": "2026-03-14T09:26:53.589+00:00",
                "updated": "2026-03-14T09:26:53.589+00:00",
                "user": "acct:asma@example.org",
                "uri": "http://example.org/report.html",
                "text": "See *page 2*.",
                "tags": ["Harm"],
                "target": [
                    {
                        "source": "http://example.org/report.html",
                        "selector": [
                            {"type": "RangeSelector", "startContainer": "/p[1]", "endOffset": 9},
                            position(3, 15),
                            {**quote("12 were hurt"), "prefix": "said ", "suffix": "."},
                        ],
                    }
                ],
            }
        ],
    }
    opened = parcel(answer)
    assert PROJECT.claims(opened)
    work = work_of(PROJECT.take(opened))
    (line,) = work.passages
    assert (line.tag, line.words.note, line.start) == ("Harm", "See *page 2*.", 3)
    assert line.document == ("report.html",)
    assert line.made == GivenWork("asma@example.org", "2026-03-14T09:26:53.589+00:00")
    assert work.told() == []
    (line,) = work_of(PROJECT.take(parcel(answer["rows"]))).passages
    assert line.quote == "12 were hurt"


def test_a_relation_that_is_called_what_a_link_is_called_becomes_one() -> None:
    other = note(2, target=target(1, 5, "four"))
    work = taken(note(1), other, relation("Denies", "a2", "a1", bodyValue="He says no."))
    (link,) = (one for one in work.lines if isinstance(one, LinkLine))
    assert (link.type, link.start, link.end) == (
        LinkType.DENIES,
        "http://example.org/a2",
        "http://example.org/a1",
    )
    assert link.note == "He says no."
    work = taken(note(1), other, relation("denied by", "a2", "a1"))
    (link,) = (one for one in work.lines if isinstance(one, LinkLine))
    assert (link.start, link.end) == ("http://example.org/a1", "http://example.org/a2")


def test_a_relation_to_what_is_not_in_the_file_is_counted() -> None:
    told = "1 relation leads to an annotation that is not in the file."
    assert taken(note(1), relation("denies", "a1", "a7")).told() == [told]
    assert taken(note(1), relation("alike", "a1", "a7")).told() == [told]


def test_one_wrong_annotation_among_several_is_left_out_and_named() -> None:
    work = taken(note(1), note(2, created="yesterday"), 5, {"type": "Annotation", "target": "x"})
    assert len(work.passages) == 1
    assert [(one.at, one.values.get("key")) for one in work.doubts] == [
        ("http://example.org/a2", "created"),
        ("3", None),
        ("4", "@context"),
    ]


def test_bodies_of_every_kind_are_told_apart() -> None:
    bodies = [
        {"type": "TextualBody", "value": "A comment."},
        {"type": "Choice", "items": [{"id": "http://example.org/n1"}, {"value": "Chosen."}]},
        {"type": "SpecificResource", "purpose": "tagging", "source": "http://example.org/v#Harm"},
        "http://example.org/note7",
        {"type": "Choice", "items": ["http://example.org/n2"]},
    ]
    work = taken(note(body=bodies, motivation="commenting"))
    (line,) = work.passages
    assert (line.tag, line.words.note) == ("Harm", "A comment.\n\nChosen.")
    assert work.told() == ["3 comments lie elsewhere on the web; nothing is fetched."]


def test_an_annotation_without_a_tag_gets_one_by_its_motivation() -> None:
    work = taken(note(body=[], bodyValue="Nice.", motivation="highlighting"))
    (line,) = work.passages
    assert (line.tag, line.words.note) == ("Highlight", "Nice.")


def test_every_target_of_a_set_is_a_passage() -> None:
    both = {"type": "List", "items": [target(1, 2, "a"), target(3, 4, "b")]}
    assert [one.start for one in taken(note(target=both)).passages] == [1, 3]


def test_a_collection_is_read_page_by_page_and_pages_elsewhere_are_counted() -> None:
    inner = {key: value for key, value in note(2).items() if key != "@context"}
    last = {"type": "AnnotationPage", "items": [inner], "next": "http://example.org/page9"}
    first = {"id": "http://example.org/p1", "type": "AnnotationPage", "items": [note(1)]}
    found = taken(
        {"@context": [W3C], "type": ["AnnotationCollection"], "first": {**first, "next": last}}
    )
    assert len(found.passages) == 2
    assert found.told() == ["1 further page of the collection lies elsewhere; nothing is fetched."]
    graph = taken({"@context": W3C, "@graph": [inner]})
    assert len(graph.passages) == 1


def test_a_damaged_project_of_ours_gives_what_can_be_read() -> None:
    rows = [
        7,
        {
            "row": "document",
            "document_uid": "u1",
            "text": TEXT,
            "original": "%%%",
            "title": "A",
            "parts": [["page", 0, 900, 1, ""], ["room", 0, 1, 1, ""], 7],
            "furniture": [["scroll", 5, 2], ["scroll", 0, True, 1], ["fog", 0, 1]],
        },
        {"row": "document", "document_uid": "u2", "text": " ", "posted": {"basis": "odd"}},
        {"row": "tag", "name": "Harm"},
    ]
    work = taken(
        {
            "@context": W3C,
            "type": "AnnotationCollection",
            "reviewer:rows": rows,
            "first": {"type": "AnnotationPage", "items": []},
        }
    )
    assert {key: one.text for key, one in work.documents.items()} == {"u1": TEXT}
    assert (work.documents["u1"].parts, work.documents["u1"].furniture) == ((), ())
    assert list(work.tags) == ["Harm"]
    assert [one.message for one in work.doubts] == [
        "The original of “{title}” is damaged in the file; its text is kept instead.",
        "“{name}” is empty: there is no word in it. Look whether it was saved completely.",
        NO_ROW,
    ]


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe\x00", b"{" * 200_000, b"[" * 200_000, b'{"a": ' + b"9" * 5_000 + b"}", b"7"],
)
def test_what_is_no_json_that_can_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"notes\.jsonld"):
        list(PROJECT.take(Parcel("notes.jsonld", {"notes.jsonld": data})))


@pytest.mark.parametrize("key", ["motivation", "body", "target", "creator", "fog", "reviewer:key"])
def test_what_is_nested_very_deep_does_no_harm(key: str) -> None:
    deep = '{"items": [' * 400 + "1" + "]}" * 400
    for value in (deep, deep[10:-1]):
        text = json.dumps([note(1), note(2, **{key: "deep"})]).replace('"deep"', value)
        with_refusal(PROJECT.take(Parcel("notes.json", {"notes.json": text.encode()})))


def test_other_files_are_not_claimed() -> None:
    assert not PROJECT.claims(parcel({"@context": "https://schema.org", "type": "Article"}))
    assert not PROJECT.claims(Parcel("folder", {"a.txt": b"text", "b.json": b"{}"}))
    assert PROJECT.claims(Parcel("folder", {"a.jsonld": b"{}", "b.txt": b"text"}))


_SIMPLE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 50),
    st.text("aT:/# \u202e\n\ud800", max_size=5),
    st.sampled_from(["tagging", "linking", "TextQuoteSelector", "TextPositionSelector", "Choice"]),
)
_KEYS = st.sampled_from(
    """id type body target source selector exact start end items value purpose refinedBy motivation
    reviewer:part reviewer:details""".split()  # noqa: SIM905 - read more easily so
)
_ANY = st.recursive(
    _SIMPLE,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_KEYS, inner, max_size=4)),
    max_leaves=12,
)


@settings(unhurried, max_examples=120)
@given(st.dictionaries(_KEYS, _ANY, max_size=4), _ANY)
def test_any_json_under_any_key_is_read_or_refused(more: Mapping[str, object], row: object) -> None:
    page = {"type": "AnnotationPage", "items": [{**note(), **more}, note(2), more]}
    root = {"@context": W3C, "type": "AnnotationCollection", "reviewer:rows": row, "first": page}
    for one in (root, {**note(), **more}, [{**note(), **more}]):
        with_refusal(PROJECT.take(parcel(one)))


def with_refusal(given_things: Iterator[Given]) -> None:
    with suppress(Unreadable):
        work_of(given_things)
