"""A project goes out to Label Studio, and comes back."""

import io
import json

from hypothesis import given, settings

from reviewer.domain.interchange import Sent
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.exporters.interchange.label_studio import PROJECT
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.labelling import label_studio as importer
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

TEXT = "They killed 😀 five.\nNo, we did not."


def sent(whole: Whole) -> tuple[bytes, Sent]:
    target = io.BytesIO()
    found = PROJECT.write(whole, ABOUT, target, Silent())
    return target.getvalue(), found


def back(data: bytes) -> Work:
    parcel = Parcel("out.json", {"out.json": data})
    assert importer.PROJECT.claims(parcel)
    return work_of(importer.PROJECT.take(parcel))


@given(wholes())
@settings(unhurried, max_examples=25)
def test_everything_comes_back(whole: Whole) -> None:
    data, found = sent(whole)
    work = back(data)
    assert {key: one.text for key, one in work.documents.items()} == whole.texts
    assert not work.refused
    assert sorted(map(bare, work.lines), key=repr) == own_lines(whole)
    assert not [told for told in work.told() if not told.startswith("Places of passages are read")]
    assert found.passages == len(whole.all_passages)


def two_passages() -> Whole:
    """Return a project of one document with two passages and a link between them."""
    held = a_held(1, TEXT)
    killed = a_passage(held, TEXT, 1, Span(5, 18), "Allegation", note="At night.")
    denied = a_passage(held, TEXT, 2, Span(20, 34), "Denial")
    links = [a_link(denied, killed, LinkType.DENIES, "flatly")]
    return a_whole({"uid-1": TEXT}, [held], [killed, denied], links)


def test_a_passage_is_a_region_with_its_words_and_its_note() -> None:
    (task,) = json.loads(sent(two_passages())[0])
    assert task["data"]["text"] == TEXT
    first = task["annotations"][0]["result"][0]
    assert (first["type"], first["from_name"], first["to_name"]) == ("labels", "label", "text")
    assert first["value"] == {
        "start": 5,
        "end": 18,
        "text": "killed 😀 five",
        "labels": ["Allegation"],
    }
    assert first["meta"]["text"] == ["At night."]


def test_a_link_is_a_relation_from_region_to_region() -> None:
    (task,) = json.loads(sent(two_passages())[0])
    first, second, relation = task["annotations"][0]["result"]
    assert relation == {
        "type": "relation",
        "from_id": second["id"],
        "to_id": first["id"],
        "direction": "right",
        "labels": ["denies"],
    }


def test_notes_are_seen_there_and_details_are_told_to_be_unseen() -> None:
    _data, found = sent(two_passages())
    assert [one.count for one in found.losses] == [2, 9]
    held = a_held(1, TEXT)
    plain = a_passage(held, TEXT, 1, Span(5, 18), "حوالہ \u200f😀", note="Seen.")
    _data, found = sent(a_whole({"uid-1": TEXT}, [held], [plain]))
    assert [one.count for one in found.losses] == [9]


def test_a_project_without_documents_is_an_empty_list() -> None:
    data, found = sent(a_whole({}, [], []))
    assert json.loads(data) == []
    assert found.passages == 0


def test_what_was_changed_there_wins_over_what_went_along() -> None:
    tasks = json.loads(sent(two_passages())[0])
    first, second, _relation = tasks[0]["annotations"][0]["result"]
    first["value"] |= {"start": 0, "end": 4, "text": "They"}
    first["meta"]["text"] = ["By day.", "Or not."]
    second["value"]["labels"] = ["Allegation"]
    work = back(json.dumps(tasks).encode())
    moved, retagged = work.passages
    assert (work.words(moved), moved.words.note) == ("They", "By day.\nOr not.")
    assert moved.values["act"] == "beaten “at night”"
    assert (retagged.tag, retagged.values) == ("Allegation", {})
    assert work.told()[-1] == (
        "1 passage was tagged anew: the details of its old tag are left out."
    )
