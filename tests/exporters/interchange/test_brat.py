"""A project as files of brat: read by anyone, and whole when it comes back."""

import io
import re
from dataclasses import replace
from zipfile import ZipFile

from hypothesis import given, settings

from reviewer.domain.exported import ExportedHeld, ExportedRecord
from reviewer.domain.interchange import Sent
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind
from reviewer.exporters.interchange.brat import ALONG, PROJECT
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.labelling.brat import PROJECT as READER
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

TEXT = "😀 The army said 12\nwere hurt.\n\nHe denied it."
_TYPE = re.compile(r"[A-Za-z0-9_-]+")


def sent(project: Whole) -> tuple[dict[str, str], Sent]:
    target = io.BytesIO()
    found = PROJECT.write(project, ABOUT, target, Silent())
    with ZipFile(target) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}, found


def read(files: dict[str, str]) -> Work:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, words in files.items():
            archive.writestr(f"folder/{name}", words)
    parcel = Parcel("project.zip", {"project.zip": packed.getvalue()})
    assert READER.claims(parcel)
    return work_of(READER.take(parcel))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def a_project(**known: object) -> Whole:
    held = a_held(1, TEXT)
    record = ExportedRecord(
        RecordKind.FIGURE, entered={"low": 12, "harm": "injured", "victim_label": "the hurt"}
    )
    passages = [
        a_passage(held, TEXT, 1, span("12\nwere hurt"), "Casualty figure", record=record, **known),
        a_passage(held, TEXT, 2, span("He denied it"), "Denial"),
    ]
    return a_whole(
        {"uid-1": TEXT},
        [held],
        passages,
        [a_link(passages[1], passages[0], LinkType.DENIES, "Flatly.")],
    )


@settings(unhurried, max_examples=40)
@given(wholes())
def test_a_project_that_went_out_comes_back_as_it_was(project: Whole) -> None:
    files, went = sent(project)
    work = read(files)
    assert work.refused == []
    assert {key: one.text for key, one in work.documents.items()} == project.texts
    assert sorted(map(bare, work.lines), key=repr) == own_lines(project)
    assert work.doubts == []
    assert went.passages == project.count()
    for name, words in files.items():
        if name.endswith(".ann"):
            assert all(_is_annotation(line) for line in words.split("\n")[:-1])


def _is_annotation(line: str) -> bool:
    """Say whether a line is whole for a reader that ends lines wherever Python does."""
    name, said, *_ = line.split("\t")
    kind = said.split(" ")[0]
    return len(line.splitlines()) == 1 and bool(_TYPE.fullmatch(kind)) and name[:1] in "TAR#"


def test_what_brat_shows_is_what_brat_writes() -> None:
    files, went = sent(a_project(note="Look\tagain\nat page 2."))
    start = TEXT.index("12")
    assert files["0001-the_same_title.ann"].split("\n")[:-1] == [
        f"T1\tCasualty_figure {start} {start + 2};{start + 3} {start + 12}\t12 were hurt",
        "A1\tlow T1 12",
        "A2\tharm T1 injured",
        "#1\tAnnotatorNotes T1\tLook again at page 2.",
        f"T2\tDenial {TEXT.index('He')} {TEXT.index('He') + 12}\tHe denied it",
        "A3\tresponse_kind T2 deny_act",
        "A4\tscope T2 whole",
        "R1\tdenies Arg1:T2 Arg2:T1\t",
        "#2\tAnnotatorNotes R1\tFlatly.",
    ]
    assert files["0001-the_same_title.txt"] == TEXT
    assert "harm\tArg:<ENTITY>, Value:injured" in files["annotation.conf"]
    assert "Casualty_figure | Casualty figure" in files["visual.conf"]
    assert went.losses


def test_names_that_brat_does_not_allow_stand_for_the_true_ones() -> None:
    files, _ = sent(a_project())
    conf = files["annotation.conf"].split("\n")
    types = conf[1 : conf.index("[relations]") - 1]
    assert types == [
        *("Allegation", "Denial", "Casualty_figure", "cmd_C_calc_A1", "script_b", "Tag_6"),
    ]
    assert "Tag_6 | حوالہ \u200f😀" in files["visual.conf"]
    files.pop(ALONG)
    names = set(read(files).tags)
    assert {"Casualty figure", "</script>]]>&<b>", "حوالہ \u200f😀"} <= names


def test_tags_under_tags_and_alike_ones_are_told_apart() -> None:
    project = a_project()
    tags = [replace(one, parent=None) for one in project.codebook]
    tags[1] = replace(tags[1], parent=1, name="Allegation!")
    project.codebook = tags
    project.all_passages = []
    project.all_links = []
    conf = sent(project)[0]["annotation.conf"].split("\n")
    assert conf[1:3] == ["Allegation", "\tAllegation_2"]


def test_what_was_changed_in_brat_wins_and_what_went_along_stays() -> None:
    files, _ = sent(a_project(follow_up=True, note="Old."))
    name = "0001-the_same_title.ann"
    assert "A1\tFollow_up T1" in files[name]
    changed = files[name].replace("harm T1 injured", "harm T1 killed").replace("\tOld.", "\tNew.")
    changed = changed.replace("low T1 12", "low T1 9").replace("\tFlatly.", "\tSoftly.")
    work = read({**files, name: changed.replace("A1\tFollow_up T1\n", "")})
    first, second = work.passages
    assert first.values == {"low": 9, "harm": "killed", "victim_label": "the hurt"}
    assert (first.words.note, first.follow_up) == ("New.", False)
    assert second.chain is not None
    (link,) = (one for one in work.lines if type(one).__name__ == "LinkLine")
    assert getattr(link, "note", "") == "Softly."
    gone = re.sub(r"(?m)^(A|#).*\n", "", files[name])
    first, second = read({**files, name: gone}).passages
    assert (first.words.note, first.values) == ("", {"victim_label": "the hurt"})
    assert second.values == {}


class Others(Whole):
    """A project whose document came as a PDF."""


def test_originals_that_are_no_plain_text_are_counted() -> None:
    held: ExportedHeld = replace(a_held(1, TEXT), original_sha256="0" * 64)
    _, went = sent(Others({"uid-1": TEXT}, [held], []))
    said = [one.what.sentence for one in went.losses]
    assert any(one.startswith("The original file of 1 document stays behind: brat") for one in said)
