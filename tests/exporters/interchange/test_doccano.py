"""A project goes out to doccano, and comes back."""

import io
import json

from hypothesis import given, settings

from reviewer.domain.edtf import NO_DATE
from reviewer.domain.interchange import Sent
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.project_lines import HeldLine, LinkLine
from reviewer.domain.spans import Span
from reviewer.exporters.interchange.doccano import PROJECT
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.labelling import doccano as importer
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
    parcel = Parcel("out.jsonl", {"out.jsonl": data})
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
    assert work.told() == []
    assert found.passages == len(whole.all_passages)


def two_passages(*, link: bool = True) -> Whole:
    """Return a project of one document with two passages and perhaps a link between them."""
    held = a_held(1, TEXT)
    killed = a_passage(held, TEXT, 1, Span(5, 18), "Allegation", note="At night.")
    denied = a_passage(held, TEXT, 2, Span(20, 34), "Denial")
    links = [a_link(denied, killed, LinkType.DENIES, "flatly")] if link else []
    return a_whole({"uid-1": TEXT}, [held], [killed, denied], links)


def test_a_passage_is_a_label_in_code_points() -> None:
    line = json.loads(sent(two_passages(link=False))[0])
    assert line["label"] == [[5, 18, "Allegation"], [20, 34, "Denial"]]
    assert [line["text"][start:end] for start, end, _tag in line["label"]] == [
        "killed 😀 five",
        "No, we did not",
    ]
    assert "entities" not in line


def test_a_link_within_a_document_makes_entities_and_relations_of_all() -> None:
    line = json.loads(sent(two_passages())[0])
    first, second = line["entities"]
    assert first == {"id": 1, "label": "Allegation", "start_offset": 5, "end_offset": 18}
    (relation,) = line["relations"]
    assert (relation["from_id"], relation["to_id"]) == (second["id"], first["id"])
    assert relation["type"] == "denies"
    assert "label" not in line


def test_what_doccano_does_not_show_is_told_though_it_comes_back() -> None:
    data, found = sent(two_passages())
    told = [one.what.sentence for one in found.losses]
    assert told == [
        "What is said of 2 passages: doccano does not show all of it. It goes along unseen.",
        (
            "9 tags, actors, events, ratings and other things that are not passages: doccano does "
            "not show them. They go along unseen."
        ),
    ]
    assert "At night." in data.decode()


def test_a_link_between_documents_goes_along_and_is_told() -> None:
    held = [a_held(1, "He did it."), a_held(2, "He did not.")]
    one = a_passage(held[0], "He did it.", 1, Span(0, 9), "Allegation")
    other = a_passage(held[1], "He did not.", 1, Span(0, 10), "Denial")
    whole = a_whole(
        {"uid-1": "He did it.", "uid-2": "He did not."},
        held,
        [one, other],
        [a_link(other, one, LinkType.DENIES)],
    )
    data, found = sent(whole)
    assert "entities" not in data.decode()
    assert "1 link between documents or to a source not held" in found.losses[0].what.sentence
    assert sorted(map(bare, back(data).lines), key=repr) == own_lines(whole)


def test_a_link_whose_other_end_was_not_chosen_stays_behind() -> None:
    whole = two_passages()
    whole.all_passages = whole.all_passages[:1]
    data, found = sent(whole)
    assert "1 link with a passage that was not chosen" in found.losses[-1].what.sentence
    assert not [one for one in back(data).lines if isinstance(one, LinkLine)]


def test_a_passage_whose_place_is_not_certain_goes_along_with_its_words() -> None:
    held = a_held(1, TEXT)
    lost = a_passage(held, TEXT, 1, Span(5, 18), "Denial", quote="killed nobody")
    data, found = sent(a_whole({"uid-1": TEXT}, [held], [lost]))
    assert json.loads(data)["label"] == []
    (line,) = back(data).passages
    assert (line.start, line.end, line.quote) == (5, 18, "killed nobody")
    assert "1 passage whose place is not certain" in found.losses[0].what.sentence


def test_each_document_is_one_line_whatever_stands_in_it() -> None:
    held = a_held(1, "one\u0085two", title="Title\u2029\n{")
    passage = a_passage(held, "one\u0085two", 1, Span(0, 7), "Denial", note="\n\r\u2028")
    data, _found = sent(a_whole({"uid-1": "one\u0085two"}, [held], [passage]))
    assert len(data.decode().splitlines()) == 1


def test_a_document_without_a_passage_goes_out_too() -> None:
    data, found = sent(a_whole({"uid-1": TEXT}, [a_held(1, TEXT)], []))
    assert found.passages == 0
    assert back(data).documents["uid-1"].text == TEXT


def test_what_is_not_known_of_a_document_stays_so_whatever_rules_read() -> None:
    text = "By Asha Karim\n\nIt rained all day in the town, and nobody came to the bridge.\n"
    data, _found = sent(a_whole({"uid-1": text}, [a_held(1, text)], []))
    (held,) = [one for one in back(data).lines if isinstance(one, HeldLine)]
    assert (held.described["language"], held.described["author"]) == ("", "")
    assert held.dates["posted"] == NO_DATE
