"""What Label Studio writes, and has written."""

import json
from pathlib import Path

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.domain.project_lines import GivenWork, HeldLine, LinkLine
from reviewer.importers.interchange import Parcel
from reviewer.importers.interchange.labelling.label_studio import PROJECT
from tests.importers.interchange.taken_work import Work, work_of

TEXT = "😀 He ran.\nShe did not."


def region(
    start: object, end: object, text: str, *labels: str, **more: object
) -> dict[str, object]:
    value = {"start": start, "end": end, "text": text, "labels": list(labels)}
    return {"id": f"r{start}", "type": "labels", "value": value, **more}


def relation(start: str, end: str, *labels: str, **more: object) -> dict[str, object]:
    return {"type": "relation", "from_id": start, "to_id": end, "labels": list(labels), **more}


def task(*results: object, text: str = TEXT, **more: object) -> dict[str, object]:
    return {"id": 7, "data": {"text": text}, "annotations": [{"result": list(results)}], **more}


def parcel(value: object) -> Parcel:
    return Parcel("out.json", {"out.json": json.dumps(value).encode()})


def work(*tasks: object) -> Work:
    given = parcel(list(tasks))
    assert PROJECT.claims(given)
    return work_of(PROJECT.take(given))


@pytest.mark.parametrize(
    ("start", "end", "reading"),
    [(2, 4, "code points"), (3, 5, "UTF-16"), ("2", "4", "code points")],
)
def test_places_are_read_as_the_words_want_it(start: object, end: object, reading: str) -> None:
    found = work(task(region(start, end, "He", "A")))
    assert [found.words(one) for one in found.passages] == ["He"]
    assert found.passages[0].quote is None
    assert f"are read as {reading}" in found.told()[0]


def test_without_wide_characters_there_is_no_choice_and_no_doubt() -> None:
    found = work(task(region(0, 2, "He", "A"), text="He ran."))
    assert found.doubts == []


def test_all_tasks_of_a_file_count_alike() -> None:
    sure = task(region(3, 5, "He", "A"), region(11, 14, "She", "A"))
    found = work(sure, task(region(3, 5, "", "A")))
    assert [found.words(one) for one in found.passages] == ["He", "She", "He"]


def test_a_region_that_is_not_its_words_comes_with_both() -> None:
    found = work(task(region(2, 4, "He", "A"), region(5, 8, "walked", "A")))
    assert [one.quote for one in found.passages] == [None, "walked"]


def test_a_region_outside_the_text_comes_with_its_words_alone() -> None:
    found = work(task(region(2, 4, "He", "A"), region(90, 93, "She", "B"), region(5, 5, "", "C")))
    assert [(one.start, one.quote) for one in found.passages] == [(2, None), (None, "She")]
    assert "1 region is left out" in found.told()[-1]


def test_line_ends_in_words_may_be_written_as_two_characters() -> None:
    found = work(task(region(5, 13, "ran.\\nShe", "A")))
    assert found.passages[0].quote is None


def test_several_labels_of_a_region_are_several_passages() -> None:
    found = work(task(region(2, 4, "He", "A", "B")))
    assert [one.tag for one in found.passages] == ["A", "B"]


def test_what_two_annotators_mark_alike_is_one_passage_with_both_notes() -> None:
    one = region(2, 4, "He", "A", meta={"text": ["mine"]})
    other = region(2, 4, "He", "A", meta={"text": "yours"})
    both = [{"result": [one]}, {"result": [other]}, {"result": [one], "was_cancelled": True}]
    found = work(task(annotations=both))
    assert [line.words.note for line in found.passages] == ["mine\nyours"]
    assert found.told()[1] == "1 annotation that was skipped or cancelled is left out."
    assert found.told()[-1].startswith("1 region marks what is marked already")


def test_relations_called_like_links_are_links_in_their_direction() -> None:
    found = work(
        task(
            region(2, 4, "He", "A"),
            region(10, 13, "She", "B"),
            relation("r2", "r10", "corroborates"),
            relation("r2", "r10", "denies", "repeats", direction="left"),
            relation("r2", "r10"),
            relation("r2", "gone", "denies"),
        )
    )
    first, second = (one.key for one in found.passages)
    links = [one for one in found.lines if isinstance(one, LinkLine)]
    assert [(one.type, one.start, one.end) for one in links] == [
        ("corroborates", first, second),
        ("denies", second, first),
        ("repeats", second, first),
    ]
    assert found.passages[0].words.note == "? → “She”"
    assert "1 relation leads to no region." in found.told()


def test_completions_of_old_versions_are_annotations() -> None:
    old = {"data": {"text": TEXT}, "completions": [{"result": [region(2, 4, "He", "A")]}]}
    assert [one.tag for one in work(old).passages] == ["A"]


def test_the_short_form_is_read() -> None:
    short = {
        "id": 1,
        "text": TEXT,
        "label": [{"start": 2, "end": 4, "text": "He", "labels": ["A"]}],
        "annotator": 1,
        "lead_time": 3.5,
    }
    found = work(short, {"id": 2, "text": "Nothing is marked here.", "annotator": 1}, {"id": 3})
    assert [(one.tag, found.words(one)) for one in found.passages] == [("A", "He")]
    assert list(found.documents) == ["task 1", "task 2"]


def test_the_text_is_the_one_of_which_the_words_are() -> None:
    data = {"text": "Not this one, long as it is, nor that.", "body": TEXT, "n": 3}
    found = work(task(region(2, 4, "He", "A"), data=data))
    assert [one.text for one in found.documents.values()] == [TEXT]
    (held,) = [one for one in found.lines if isinstance(one, HeldLine)]
    assert held.described == {"note": "text: Not this one, long as it is, nor that.\nn: 3"}


def test_predictions_and_other_kinds_of_results_are_counted() -> None:
    other = {"type": "choices", "value": {"choices": ["good"]}}
    found = work(task(other, other, {}, text="He ran.", predictions=[{"result": []}, {}]))
    assert found.told() == [
        "2 predictions are left out: nobody has confirmed them.",
        "2 results of the kind “choices” are left out: only labels of plain text can be read.",
        "1 result of the kind “?” is left out: only labels of plain text can be read.",
    ]


def test_a_task_that_is_none_is_left_out_alone() -> None:
    found = work(task(), 7, {"data": {"image": ""}, "annotations": []}, task(text="\ufeff"))
    assert len(found.documents) == 1
    assert [one.at for one in found.doubts] == ["task 2", "task 3", "task 7"]


@pytest.mark.parametrize(
    "result",
    [
        7,
        {"type": "labels"},
        {"type": "labels", "value": {"start": [], "end": {}, "labels": 3}},
        {"type": "labels", "value": {"start": True, "end": 4, "labels": [3, None]}},
        {"type": ["labels"], "value": 3, "meta": []},
        {"type": "relation", "from_id": {}, "to_id": [], "labels": {}},
        region(2, 4, "He", "A", meta={"text": {"a": 1}, "reviewer": [3]}),
        region(2, 4, "He", "A", meta={"reviewer": {"note": 3, "key": []}}),
        region(10**30, -5, "He", "A"),
    ],
)
def test_results_may_be_anything(result: object) -> None:
    found = work(task(result, region(5, 8, "ran", "B")))
    assert "B" in [one.tag for one in found.passages]


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        [[1]],
        "text",
        {"data": {"text": "x"}},
        {"data": {"n": 3}, "annotations": []},
        {"text": "x", "label": [[0, 1, "A"]]},
        {"text": "x", "label": []},
        {"%TYPES": {}, "%FEATURE_STRUCTURES": []},
    ],
)
def test_other_json_is_not_label_studios(value: object) -> None:
    assert not PROJECT.claims(parcel(value))


def test_a_task_of_any_length_is_looked_at() -> None:
    assert PROJECT.claims(parcel([task(text="He ran. " * 9_000)]))


def test_what_cannot_be_read_is_named() -> None:
    gone = Parcel("gone.json", {"gone.json": Path("gone.json")})
    assert not PROJECT.claims(gone)
    with pytest.raises(Unreadable, match=r"gone\.json"):
        work_of(PROJECT.take(gone))
    for data in (b'{"data": ', b"[" * 100_000):
        with pytest.raises(Unreadable, match=r"out\.json"):
            work_of(PROJECT.take(Parcel("out.json", {"out.json": data})))


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ({"first_name": "Noor", "last_name": "Jan", "email": "n@example.org"}, "Noor Jan"),
        ({"email": "n@example.org"}, "n@example.org"),
        ("noor", "noor"),
    ],
)
def test_whoever_marked_it_is_its_analyst(who: object, name: str) -> None:
    made = {
        "result": [region(2, 4, "He", "A")],
        "completed_by": who,
        "created_at": "2026-03-14T09:26:53.5Z",
    }
    (line,) = work(task(annotations=[made])).passages
    assert line.made == GivenWork(name, "2026-03-14T09:26:53.500+00:00")


def test_a_number_says_nobodys_name() -> None:
    (line,) = work(
        task(annotations=[{"result": [region(2, 4, "He", "A")], "completed_by": 3}])
    ).passages
    assert line.made is None


def test_what_was_asked_of_a_region_is_its_note() -> None:
    marked = region(2, 4, "He", "A", meta={"text": ["mine"]})
    written = {"id": "r2", "type": "textarea", "from_name": "why", "value": {"text": ["So.", ""]}}
    chosen = {"id": "r2", "type": "choices", "from_name": "sure", "value": {"choices": ["yes"]}}
    found = work(task(marked, written, chosen, {**chosen, "id": "r9"}))
    assert [one.words.note for one in found.passages] == ["mine\nwhy: So.\nsure: yes"]
    assert "1 result of the kind “choices” is left out" in found.told()[1]


def test_places_of_a_page_are_those_in_its_words() -> None:
    value = {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "text": "He",
             "startOffset": 2, "endOffset": 4, "globalOffsets": {"start": 2, "end": 4},
             "hypertextlabels": ["A"]}  # fmt: skip
    found = work(task({"id": "r", "type": "hypertextlabels", "value": value}))
    assert [(found.words(one), one.tag) for one in found.passages] == [("He", "A")]


@pytest.mark.parametrize(
    "address", ["https://example.org/a.jpg", "/data/upload/1/a.png", "s3://a/b"]
)
def test_a_task_of_a_picture_has_no_text(address: str) -> None:
    assert not PROJECT.claims(parcel(task(data={"image": address})))
    assert PROJECT.claims(parcel(task(data={"image": address, "caption": "He ran / away."})))
