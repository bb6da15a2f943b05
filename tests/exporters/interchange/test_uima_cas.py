"""A project goes out to INCEpTION, and comes back."""

import io
import json
import zipfile

import pytest
from hypothesis import given, settings

from reviewer.domain import cas
from reviewer.domain.interchange import Sent
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.project_lines import PassageLine
from reviewer.domain.spans import Span
from reviewer.exporters.interchange.uima_cas import PROJECT
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.labelling import uima_cas as importer
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
from tests.importers.packing import packed

TEXT = "They killed 😀 five.\nNo, we did not."


def sent(whole: Whole) -> tuple[dict[str, bytes], Sent]:
    """Return the files that were written, by name, and what is told of it."""
    target = io.BytesIO()
    found = PROJECT.write(whole, ABOUT, target, Silent())
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}, found


def back(files: dict[str, bytes]) -> Work:
    parcel = Parcel("out.zip", {"out.zip": packed(files)})
    assert importer.PROJECT.claims(parcel)
    return work_of(importer.PROJECT.take(parcel))


@given(wholes())
@settings(unhurried, max_examples=25)
def test_everything_comes_back_and_what_xml_cannot_hold_is_told(whole: Whole) -> None:
    files, found = sent(whole)
    work = back(files)
    assert {key: one.text for key, one in work.documents.items()} == whole.texts
    assert not work.refused
    assert sorted(map(bare, work.lines), key=repr) == own_lines(whole)
    assert work.told() == []
    assert found.passages == len(whole.all_passages)
    lost = [one.count for one in found.losses if "control character" in one.what.sentence]
    assert sum(lost) == sum(cas.holdable(text)[1] for text in whole.texts.values())


def three_passages() -> Whole:
    """Return a project of one document with three passages and a link."""
    held = a_held(1, TEXT, language="en")
    killed = a_passage(held, TEXT, 1, Span(5, 18), "Allegation", note="At\nnight.")
    denied = a_passage(held, TEXT, 2, Span(20, 34), "Denial")
    figure = a_passage(held, TEXT, 3, Span(14, 18), "Casualty figure")
    links = [a_link(denied, killed, LinkType.DENIES, "flatly")]
    return a_whole({"uid-1": TEXT}, [held], [killed, denied, figure], links)


def test_places_are_counted_in_utf16() -> None:
    xmi = sent(three_passages())[0]["00001.xmi"].decode()
    assert 'begin="5" end="19" tag="Allegation"' in xmi


def test_characters_that_xml_cannot_hold_are_replaced_and_told() -> None:
    text = "One\x0ctwo\uffff 😀 three."
    held = a_held(1, text)
    passage = a_passage(held, text, 1, Span(3, 8), "Denial", note="a\x07b")
    files, found = sent(a_whole({"uid-1": text}, [held], [passage]))
    assert found.losses[-1].what.sentence == (
        "2 control characters of the texts, which XML cannot hold: “�” stands for each of them, so "
        "not all words leave as they are here (documents: 1)."
    )
    assert "One�two� 😀 three." in files["00001.xmi"].decode()
    work = back(files)
    assert work.documents["uid-1"].text == text
    (line,) = work.passages
    assert (work.words(line), line.words.note) == ("\x0ctwo\uffff", "a\x07b")
    del files["project.jsonl"]
    work = back(files)
    assert [one.text for one in work.documents.values()] == ["One�two� 😀 three."]
    assert [work.words(one) for one in work.passages] == ["�two�"]


def test_what_other_programs_do_not_show_is_told() -> None:
    _files, found = sent(three_passages())
    assert [one.count for one in found.losses] == [9]


def test_names_of_files_are_made_of_numbers() -> None:
    files, _found = sent(
        a_whole({"uid-1": "a", "uid-2": "b"}, [a_held(1, "a", title="../x"), a_held(2, "b")], [])
    )
    assert list(files) == ["TypeSystem.xml", "00001.xmi", "00002.xmi", "project.jsonl"]


def test_the_same_project_is_the_same_bytes() -> None:
    written = []
    for _time in range(2):
        target = io.BytesIO()
        PROJECT.write(three_passages(), ABOUT, target, Silent())
        written.append(target.getvalue())
    assert written[0] == written[1]


@pytest.mark.parametrize("line", ["", "nonsense", "[" * 100_000, "7", json.dumps({"row": 7})])
def test_lines_that_went_along_may_be_anything(line: str) -> None:
    files, _found = sent(three_passages())
    files["project.jsonl"] = line.encode()
    work = back(files)
    assert len([one for one in work.lines if isinstance(one, PassageLine)]) == 3
    assert list(work.documents) == ["00001.xmi"]
