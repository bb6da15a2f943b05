"""A project goes out as the REFI-QDA standard has it, and comes back."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from typing_extensions import override

from reviewer.domain.edtf import NO_DATE
from reviewer.domain.errors import Cancelled
from reviewer.domain.exported import ExportedRecord
from reviewer.domain.interchange import Sent
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.project_lines import (
    HeldLine,
    Line,
    LinkLine,
    NothingLine,
    PassageLine,
    RatingLine,
)
from reviewer.domain.snapshot import ExportedDetails
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.exporters.interchange.refi_project import PROJECT
from reviewer.exporters.interchange.refi_xml import guid
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.refi import refi_project as importer
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
from tests.importers.interchange.taken_work import Work, work_of

NAMES = {"q": "urn:QDA-XML:project:1.0"}
TEXT = "They killed 😀 five.\nNo, we did not."


def sent(whole: Whole) -> tuple[bytes, Sent]:
    target = io.BytesIO()
    found = PROJECT.write(whole, ABOUT, target, Silent())
    return target.getvalue(), found


def project(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("project.qde"))


def back(data: bytes) -> Work:
    parcel = Parcel("out.qdpx", {"out.qdpx": data})
    assert importer.PROJECT.claims(parcel)
    return work_of(importer.PROJECT.take(parcel))


def expected(whole: Whole) -> list[Line]:
    """Return what our own lines say, calling documents and passages as the file does."""
    passages = {one.label: guid(one.uid) for one in whole.all_passages}
    return sorted((_as_called(line, passages) for line in own_lines(whole)), key=repr)


def _as_called(line: Line, passages: Mapping[str, str]) -> Line:
    match line:
        case PassageLine():
            called = tuple(map(guid, line.document))
            return replace(line, key=passages[line.key], document=called)
        case HeldLine() | NothingLine() | RatingLine():
            return replace(line, document=tuple(map(guid, line.document)))
        case LinkLine():
            return replace(line, start=passages[line.start], end=passages.get(line.end, ""))
        case _:
            return line


@pytest.fixture(scope="session")
def schema(samples: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(samples / "refi-qda" / "Project.xsd"))


@given(whole=wholes())
@settings(unhurried, max_examples=25)
def test_everything_comes_back(whole: Whole) -> None:
    data, found = sent(whole)
    work = back(data)
    assert {key: one.text for key, one in work.documents.items()} == {
        guid(uid): text for uid, text in whole.texts.items()
    }
    assert not work.refused
    assert sorted(map(bare, work.lines), key=repr) == expected(whole)
    assert bool(whole.all_passages) == (not work.told())
    assert found.passages == len(whole.all_passages)
    assert found.losses == ()


@given(whole=wholes())
@settings(unhurried, max_examples=15)
def test_whatever_goes_out_is_as_the_standard_wants_it(
    schema: etree.XMLSchema, whole: Whole
) -> None:
    data, _sent = sent(whole)
    schema.assertValid(project(data))


def a_project(**known: object) -> Whole:
    held = a_held(1, TEXT, title="The bridge", note="Seen\tby us")
    killed = a_passage(held, TEXT, 1, Span(5, 18), "Allegation", **known)
    denied = a_passage(held, TEXT, 2, Span(20, 34), "Denial")
    link = a_link(denied, killed, LinkType.DENIES, "Of the same night")
    return a_whole({held.document.uid: TEXT}, [held], [killed, denied], [link])


def test_a_selection_is_read_by_any_program(schema: etree.XMLSchema) -> None:
    details = ExportedDetails("They killed.", "انہوں نے مارا", "ur", "Asma", "", "", "Basit", "")
    data, _sent = sent(a_project(note="At “night” & <dark>", details=details))
    root = project(data)
    schema.assertValid(root)
    first, second = root.findall("q:Sources/q:TextSource/q:PlainTextSelection", NAMES)
    text = zipfile.ZipFile(io.BytesIO(data)).read(f"sources/{guid('uid-1')}.txt").decode()
    assert text == TEXT
    start, end = int(first.get("startPosition", "")), int(first.get("endPosition", ""))
    assert text[start:end] == first.get("name") == "killed 😀 five"
    notes = {one.get("guid"): one for one in root.findall("q:Notes/q:Note", NAMES)}
    on_it = [notes[one.get("targetGUID")] for one in first.findall("q:NoteRef", NAMES)]
    assert [one.get("name") for one in on_it] == ["Note", "In plain words", "Translation"]
    assert on_it[0].findtext("q:PlainTextContent", namespaces=NAMES) == "At “night” & <dark>"
    (link,) = root.findall("q:Links/q:Link", NAMES)
    ends = link.get("originGUID"), link.get("targetGUID")
    assert (link.get("name"), link.get("direction")) == ("denies", "OneWay")
    assert ends == (second.get("guid"), first.get("guid"))
    user = root.find("q:Users/q:User", NAMES)
    assert user is not None
    assert user.get("name") == "Noor"
    assert first.get("creatingUser") == user.get("guid")
    assert first.get("creationDateTime") == "2026-03-14T09:26:53.589+00:00"


def test_a_record_is_a_case_with_its_values() -> None:
    data, _sent = sent(a_project())
    root = project(data)
    variables = {
        one.get("guid"): one.get("name") for one in root.findall("q:Variables/q:Variable", NAMES)
    }
    (case,) = (one for one in root.findall("q:Cases/q:Case", NAMES) if one.get("name") == "D1·1")
    values = {
        variables[one[0].get("targetGUID")]: one[1].text if len(one) > 1 else None
        for one in case
        if etree.QName(one).localname == "VariableValue"
    }
    assert values["passage.record.event_date.edtf"] == "2019-11"
    assert values["passage.chain.2.printed"] == "the army"
    assert values["passage.victims"] is None
    description = root.findtext(".//q:PlainTextSelection/q:Description", namespaces=NAMES) or ""
    assert "event_date.words: that November" in description
    bridge = next(
        one for one in root.findall("q:Cases/q:Case", NAMES) if one.get("name") == "The bridge"
    )
    assert len(bridge.findall("q:SelectionRef", NAMES)) == 2


def test_nothing_says_where_the_project_lies_and_how_positions_count_is_said() -> None:
    data, _sent = sent(a_project())
    root = project(data)
    assert root.get("basePath") is None
    assert root.get("origin") == "Reviewer 0.1.0"
    description = root.findtext("q:Description", namespaces=NAMES) or ""
    assert "code points" in description
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert all(
            re.fullmatch(r"project\.qde|sources/[\w-]+\.txt", one) for one in archive.namelist()
        )
        assert {one.date_time[0] for one in archive.infolist()} == {1980}


def test_words_that_do_not_stand_at_their_place_go_beside_it_and_are_counted() -> None:
    data, found = sent(a_project(quote="Somebody killed five."))
    (passage, _other) = back(data).passages
    assert (passage.start, passage.end, passage.quote) == (5, 18, "Somebody killed five.")
    assert [loss.count for loss in found.losses] == [1]


def test_titles_that_stand_twice_are_told_apart_and_come_back_alike() -> None:
    held = [a_held(number, f"Text {number}") for number in (1, 2)]
    whole = a_whole({one.document.uid: f"Text {one.document.number}" for one in held}, held, [])
    data, _sent = sent(whole)
    titles = [one.get("name") for one in project(data).findall("q:Sources/q:TextSource", NAMES)]
    assert titles == ["The same title", f"The same title ({guid('uid-2')[:8]})"]
    work = back(data)
    assert {one.original_name for one in work.documents.values()} == {"file 1.txt", "file 2.txt"}
    assert sorted(map(bare, work.lines), key=repr) == expected(whole)


def test_links_with_passages_that_were_not_chosen_are_counted() -> None:
    whole = a_project()
    whole.all_passages = whole.all_passages[:1]
    data, found = sent(whole)
    assert project(data).find("q:Links", NAMES) is None
    assert [loss.what.sentence for loss in found.losses] == [
        "1 link with a passage that was not chosen stays behind."
    ]


def test_links_to_sources_not_held_lead_to_their_cases() -> None:
    whole = a_project()
    (link,) = whole.all_links
    away = replace(link, end="", end_document="A letter", end_place=None)
    whole.all_links = [away]
    (line,) = (one for one in back(sent(whole)[0]).lines if isinstance(one, LinkLine))
    assert (line.end, line.document) == ("", "A letter")


def test_a_bare_project_is_written_without_empty_lists(schema: etree.XMLSchema) -> None:
    data, found = sent(Whole({}, [], []))
    root = project(data)
    schema.assertValid(root)
    assert [etree.QName(one).localname for one in root] == ["Description"]
    assert found == Sent(0)


def test_a_settled_name_and_a_date_come_back_as_they_were() -> None:
    record = ExportedRecord(
        RecordKind.FIGURE, entered={"low": 0, "event_date": NO_DATE}, settled=("place", "chain")
    )
    held = a_held(1, TEXT)
    passage = a_passage(held, TEXT, 1, Span(0, 4), "Casualty figure", record=record)
    work = back(sent(a_whole({"uid-1": TEXT}, [held], [passage]))[0])
    (line,) = work.passages
    assert line.values["low"] == 0
    assert line.values["place"] == ""
    assert line.chain == ()


def test_whoever_asks_is_told_how_far_it_is_and_can_stop_it() -> None:
    class Stopped(Silent):
        @override
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            raise Cancelled(f"{done} {total} {what}")

    with pytest.raises(Cancelled):
        PROJECT.write(a_project(), ABOUT, io.BytesIO(), Stopped())
