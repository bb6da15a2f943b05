"""A project as web annotations: correct by the schemas of W3C, and whole when it comes back."""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from typing_extensions import override

from reviewer.domain.errors import Unreadable
from reviewer.domain.exported import ExportedHeld, ExportedLayout
from reviewer.domain.incoming import Furniture, FurnitureKind, Incoming, Part, PartKind
from reviewer.domain.interchange import Brought, Given, GivenRow, Sent
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.snapshot import ExportedDetails, PassageFilter
from reviewer.domain.spans import Span
from reviewer.environment.resources import seed
from reviewer.exporters.interchange.web_annotations import PROJECT, W3C
from reviewer.importers import json_lines
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.annotations.annotation_lines import lines_of
from reviewer.importers.interchange.annotations.web_annotations import PROJECT as READER
from reviewer.importers.originals import restore
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_work import OtherWork
from tests.builders import a_document, a_project
from tests.builders import a_passage as tagged
from tests.exporters.interchange.wholes import (
    Whole,
    a_held,
    a_link,
    a_passage,
    a_whole,
    bare,
    own_lines,
    wholes,
)
from tests.exporters.snapshots import ABOUT, unhurried
from tests.importers.interchange.taken_work import work_of

Thing = dict[str, object]
TEXT = "😀 The army said 12 were hurt.\nHe denied it 😀😀."


def sent(project: Whole) -> tuple[bytes, Sent]:
    target = io.BytesIO()
    found = PROJECT.write(project, ABOUT, target, Silent())
    return target.getvalue(), found


def read(data: bytes) -> list[Given]:
    parcel = Parcel("project.jsonld", {"project.jsonld": data})
    assert READER.claims(parcel)
    return list(READER.take(parcel))


def two_passages(**known: object) -> Whole:
    held = a_held(1, TEXT)
    passages = [
        a_passage(held, TEXT, 1, Span(16, 18), "Casualty figure", **known),
        a_passage(held, TEXT, 2, Span(30, 42), "Denial"),
    ]
    return a_whole(
        {"uid-1": TEXT}, [held], passages, [a_link(passages[1], passages[0], LinkType.DENIES)]
    )


def items(data: bytes) -> list[dict[str, object]]:
    found = json.loads(data)["first"]["items"]
    assert isinstance(found, list)
    return found


@settings(unhurried, max_examples=40)
@given(wholes())
def test_a_project_that_went_out_comes_back_as_it_was(project: Whole) -> None:
    data, went = sent(project)
    work = work_of(read(data))
    assert work.refused == []
    assert {key: one.text for key, one in work.documents.items()} == project.texts
    assert sorted(map(bare, work.lines), key=repr) == own_lines(project)
    for line in work.passages:
        assert work.words(line) == line.quote
    assert work.doubts == []
    assert (went.passages, went.losses) == (project.count(), ())


@settings(unhurried, max_examples=15)
@given(wholes())
def test_a_file_that_was_written_anew_is_read_as_ours_is_line_by_line(project: Whole) -> None:
    data, _ = sent(project)
    assert lines_of(data) is not None
    anew = json.dumps(json.loads(data), indent=1).encode()
    assert lines_of(anew) is None
    assert [_plainly(one) for one in read(anew)] == [_plainly(one) for one in read(data)]


def _plainly(one: Given) -> object:
    return (one.key, one.incoming.text) if isinstance(one, Brought) else one


def test_a_file_of_ours_with_a_damaged_line_is_refused_as_a_whole() -> None:
    data, _ = sent(two_passages())
    for words in (b'"TextQuoteSelector"', b'"row": "tag"', b'"last"'):
        assert words in data
        with pytest.raises(Unreadable, match="JSON"):
            read(data.replace(words, words[1:]))


def test_a_file_of_ours_without_anything_in_it_is_read() -> None:
    empty = a_whole({}, [], [])
    empty.codebook = []
    empty.register = empty.all_events = empty.to_find = ()
    data, _ = sent(empty)
    assert lines_of(data) is not None
    assert read(data) == []


def test_any_reader_finds_tag_note_words_and_place() -> None:
    data, _ = sent(two_passages(note="See also D2.", details=ExportedDetails("A says B.")))
    first, second, link = items(data)
    assert json.loads(data)["@context"][0] == W3C
    bodies = first["body"]
    assert isinstance(bodies, list)
    assert [(one["purpose"], one["value"]) for one in bodies[:3]] == [
        ("tagging", "Casualty figure"),
        ("commenting", "See also D2."),
        ("describing", "A says B."),
    ]
    assert first["target"] == {
        "source": "urn:uuid:uid-1",
        "selector": [
            {"type": "TextPositionSelector", "start": 16, "end": 18},
            {
                "type": "TextQuoteSelector",
                "exact": "12",
                "prefix": "😀 The army said ",
                "suffix": " were hurt.\nHe denied it 😀😀.",
            },
        ],
    }
    assert link["motivation"] == "linking"
    assert link["target"] == [{"id": second["id"]}, {"id": first["id"]}]


def test_a_translation_says_its_language_and_who_made_it() -> None:
    details = ExportedDetails(
        translation="بارہ", translation_language="ur", translator="Asma", checked_by="Basit"
    )
    data, _ = sent(two_passages(details=details))
    bodies = items(data)[0]["body"]
    assert isinstance(bodies, list)
    assert bodies[1]["language"] == "ur"
    assert bodies[1]["creator"]["name"] == "Asma"
    assert "checked_by: Basit" in bodies[2]["value"]
    (line, _) = work_of(read(data)).passages
    assert line.words.translator == "Asma"
    spoken = two_passages(details=replace_language(details, "Old Urdu"))
    (line, _) = work_of(read(sent(spoken)[0])).passages
    assert line.words.translation_language == "Old Urdu"


def replace_language(details: ExportedDetails, language: str) -> ExportedDetails:
    return details._replace(translation_language=language)


class Kept(Whole):
    """A project with originals of other kinds: none for the second document."""

    @override
    def original(self, document_uid: str) -> bytes | None:
        return b"%PDF-1.7 \x00\xff" if document_uid == "uid-1" else None


def test_an_original_of_another_kind_goes_along_and_a_lost_one_is_counted() -> None:
    held = [replace_kind_of_file(a_held(1, TEXT)), a_held(2, "Other words.")]
    project = Kept({"uid-1": TEXT, "uid-2": "Other words."}, held, [])
    data, went = sent(project)
    documents = work_of(read(data)).documents
    first = documents["uid-1"]
    assert (first.media_type, first.original_name) == ("application/pdf", "file 1.txt")
    assert restore(first.original, first.text) == b"%PDF-1.7 \x00\xff"
    assert [loss.count for loss in went.losses] == [1]
    assert went.losses[0].what.sentence.startswith("The original file of 1 document ")


def replace_kind_of_file(held: ExportedHeld) -> ExportedHeld:
    return replace(held, document=replace(held.document, media_type="application/pdf"))


def test_pages_and_furniture_come_back_where_they_were() -> None:
    parts = (Part(PartKind.PAGE, 0, 30, 1, "iv"), Part(PartKind.PAGE, 30, 30, 2))
    furniture = (Furniture(Span(0, 1), FurnitureKind.MARKED),)
    layouts = {"uid-1": ExportedLayout(parts, furniture)}
    data, _ = sent(Whole({"uid-1": TEXT}, [a_held(1, TEXT)], [], layouts=layouts))
    found = work_of(read(data)).documents["uid-1"]
    assert (found.parts, found.furniture) == (parts, furniture)


def test_links_to_passages_that_were_not_chosen_are_counted() -> None:
    project = two_passages()
    project.all_passages = project.all_passages[:1]
    data, went = sent(project)
    assert len(items(data)) == 1
    assert [loss.count for loss in went.losses] == [1]
    assert json.loads(data)["total"] == 1


def test_the_sample_dossier_comes_back_with_everything_an_analyst_said(tmp_path: Path) -> None:
    target = io.BytesIO()
    with a_project(tmp_path, "one") as first:
        list(first.imports.take_in([seed("sample")], Silent()))
        lines = seed("sample-tagged/project.jsonl").read_bytes().splitlines()
        first.taking_in.take(lines, whole=True)
        first.exports.send("web_annotations", target, Silent())
        before = said(first)
    with a_project(tmp_path, "two") as second:
        take(second, read(target.getvalue()))
        assert said(second) == before


def test_a_project_in_which_a_document_was_described_by_hand_keeps_even_what_was_emptied(
    tmp_path: Path,
) -> None:
    target = io.BytesIO()
    with a_project(tmp_path, "one") as first:
        text = "The bridge\n\nBy Asha Karim\n\nIt fell 😀.\n"
        document = a_document(first, text, author="Asha Karim", original=text.encode())
        first.documents.describe(document, "author", "")
        tagged(first, document, "It fell 😀")
        first.exports.send("web_annotations", target, Silent(), PassageFilter())
        before = said(first)
    with a_project(tmp_path, "two") as second:
        take(second, read(target.getvalue()))
        assert said(second) == before
        (found,) = second.documents.ids()
        assert second.documents.get(found).author == ""


def take(workspace: Workspace, given_things: Sequence[Given]) -> None:
    documents = tuple(one for one in given_things if isinstance(one, Brought))
    rows = [one for one in given_things if isinstance(one, GivenRow)]
    lines = tuple(json_lines.row_of(at, row.values) for at, row in enumerate(rows, start=1))
    work = OtherWork(Path("x.jsonld"), "web_annotations", "", documents, lines, (), ())
    taken = workspace.interchange.take(work, Silent())
    assert taken.taken.refused == []
    assert taken.not_certain == []


def said(workspace: Workspace) -> list[str]:
    """Return a project's own lines, without what is given anew: uids, moments, order of ends."""
    target = io.BytesIO()
    workspace.exports.write("jsonl", target, Silent(), what="project")
    return sorted(map(_without_news, target.getvalue().splitlines()))


NEWS = ("project", "uid", "document_uid", "modified", "working_at", "links", "number")
ENDS = ("from", "from_document", "from_quote", "to", "to_source", "to_quote")


def _without_news(line: bytes) -> str:
    values = {key: value for key, value in json.loads(line).items() if key not in NEWS}
    if values.get("type") in ("contradicts", "same_figure"):
        values["ends"] = sorted({str(values.pop(key, "")) for key in ENDS})
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


SHAPES = {
    "annotation": (
        *("annotations/annotationTypeValueFound", "annotations/motivationRecognizedIfPresent"),
        *("id/idValueFound", "otherProperties/createdValidIfPresent"),
        *("otherProperties/modifiedValidIfPresent", "otherProperties/creatorSingularIfPresent"),
        *("annotations/bodyValueValidIfPresent", "annotations/stylesheetValueDefinition"),
    ),
    "body": (
        *("bodyTarget/bodyResourcesFound", "bodyTarget/textualBodyFound"),
        *("bodyTarget/optionalBodyPropertiesMust", "bodyTarget/optionalBodyPropertiesShould"),
        *("bodyTarget/optionalBodyPurposePropertyShould",),
    ),
    "target": (
        *("bodyTarget/targetResourcesFound", "bodyTarget/optionalTargetPropertiesMust"),
        *("specificResource/selectorDefined", "bodyTarget/optionalTargetPropertiesShould"),
    ),
    "collection": (
        *("collections/annotationCollectionTypeValueFound", "collections/labelFound"),
        *("collections/totalFound", "collections/firstFound", "collections/lastFound"),
        *("collections/firstRequiredIfTotalMoreThanZero", "id/idValueFound"),
        "otherProperties/generatorValidIfPresent",
    ),
    "page": (
        *("collections/annotationPageTypeValueFound", "collections/partOfFound"),
        *("collections/startIndexFound", "collections/itemsFound", "id/idValueFound"),
    ),
}


def parts(data: bytes) -> Iterator[tuple[str, Thing]]:
    """Give what a file holds, each with its kind."""
    root = json.loads(data)
    yield "collection", root
    yield "page", root["first"]
    for item in root["first"]["items"]:
        yield "annotation", item
        yield from (("body", one) for one in item["body"])
        target = item["target"]
        yield from (("target", one) for one in (target if isinstance(target, list) else [target]))


def test_what_is_written_is_correct_by_the_schemas_of_w3c(samples: Path) -> None:
    schemas = pytest.importorskip("fastjsonschema")
    folder = samples / "w3c-annotation" / "schemas"

    def load(uri: str) -> Mapping[str, object]:
        found = json.loads((folder / uri.partition("#")[0]).read_bytes())
        assert isinstance(found, dict)
        return found

    def check(name: str) -> object:
        file, _, definition = name.partition("/")
        where = f"{file}.json#/definitions/{definition}"
        draft = "http://json-schema.org/draft-04/schema#"
        return schemas.compile({"$schema": draft, "$ref": where}, handlers={"": load})

    checks = {kind: [check(name) for name in names] for kind, names in SHAPES.items()}
    details = ExportedDetails("A says.", "بارہ", "ur", "Asma", checked_by="Basit")
    project = two_passages(note="=1+1", details=details)
    seen = set()
    for kind, value in parts(sent(project)[0]):
        seen.add(kind)
        for one in checks[kind]:
            assert callable(one)
            one(value)
    assert seen == set(SHAPES)
    with pytest.raises(schemas.JsonSchemaException):
        checks["annotation"][0]({"type": "Squirrel"})  # type: ignore[operator]


def test_texts_come_back_byte_for_byte() -> None:
    found: list[Incoming] = list(work_of(read(sent(two_passages())[0])).documents.values())
    assert [restore(one.original, one.text) for one in found] == [TEXT.encode()]
