"""dkpro-cassis, another program of UIMA, reads what we write, and we what it writes of it."""

import io
from typing import Any

import pytest
from hypothesis import given, settings

from reviewer.domain import cas
from tests.exporters.interchange.test_uima_cas import TEXT, back, sent, three_passages
from tests.exporters.interchange.wholes import Whole, a_held, a_whole, bare, own_lines, wholes
from tests.exporters.snapshots import unhurried

cassis = pytest.importorskip("cassis")


def read_by_cassis(files: dict[str, bytes], name: str = "00001.xmi") -> Any:
    """Return a document as the other program has it, its types with it."""
    types = cassis.load_typesystem(io.BytesIO(files["TypeSystem.xml"]))
    return cassis.load_cas_from_xmi(io.BytesIO(files[name]), typesystem=types)


@given(wholes())
@settings(unhurried, max_examples=15)
def test_cassis_reads_the_same_words_under_the_same_tags(whole: Whole) -> None:
    files, _found = sent(whole)
    for number, uid in enumerate(whole.texts, start=1):
        read = read_by_cassis(files, f"{number:05}.xmi")
        assert read.sofa_string == cas.holdable(whole.texts[uid])[0]
        wanted = [
            (one.tag, cas.holdable(one.quote)[0], cas.holdable(one.note)[0])
            for one in whole.all_passages
            if one.document.uid == uid
        ]
        marks = read.select(cas.PASSAGE)
        assert sorted((one.tag, one.get_covered_text(), one.note or "") for one in marks) == sorted(
            wanted
        )


def test_cassis_finds_records_and_relations_in_their_features() -> None:
    read = read_by_cassis(sent(three_passages())[0])
    killed, denied, figure = sorted(read.select(cas.PASSAGE), key=lambda one: one.tag)
    assert (killed.record, killed.act, killed.event_date) == (
        "allegation",
        "beaten\t“at night”",
        "2019-11",
    )
    assert (denied.low, denied.high, denied.negated) == ("0", "12", "true")
    assert figure.chain == "Courier; the army"
    (link,) = read.select(cas.LINK)
    assert (link.Governor.tag, link.kind, link.Dependent.tag) == ("Denial", "denies", "Allegation")
    assert (link.begin, link.end) == (link.Dependent.begin, link.Dependent.end)
    (said,) = read.select("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData")
    assert (said.documentTitle, said.documentId, said.language) == ("The same title", "uid-1", "en")


def test_cassis_writes_them_again_and_they_come_back() -> None:
    whole = three_passages()
    files, _found = sent(whole)
    read = read_by_cassis(files)
    again = {"a.json": read.to_json().encode(), "project.jsonl": files["project.jsonl"]}
    assert sorted(map(bare, back(again).lines), key=repr) == own_lines(whole)


def test_what_was_changed_there_wins_over_what_went_along() -> None:
    files, _found = sent(three_passages())
    read = read_by_cassis(files)
    killed, figure, denied = sorted(read.select(cas.PASSAGE), key=lambda one: one.begin)
    killed.note, killed.act, killed.follow_up = "By day.", None, "true"
    killed.begin = 0
    figure.low, figure.high, figure.chain, figure.event_date = "3", "many", "Nobody", "2020"
    denied.tag, denied.said_on = "Allegation", "2019"
    files["00001.xmi"] = read.to_xmi().encode()
    work = back(files)
    first, second = work.passages
    assert (work.words(first), first.words.note) == ("They killed 😀 five", "By day.")
    assert first.follow_up
    assert "act" not in first.values
    assert second.tag == "Allegation"
    assert second.values == {}
    (refused,) = work.refused
    assert "high" in str(refused.problem)
    assert sorted(told[:40] for told in work.told()) == [
        "1 passage has other names, events or fie",
        "1 passage was tagged anew: the details o",
    ]


def test_a_passage_made_there_comes_with_what_was_said_of_it() -> None:
    files, _found = sent(a_whole({"uid-1": TEXT}, [a_held(1, TEXT)], []))
    read = read_by_cassis(files)
    made = read.typesystem.get_type(cas.PASSAGE)
    read.add(made(begin=5, end=11, tag="Casualty figure", record="figure", low="5", note="New"))
    read.add(made(begin=0, end=4))
    files["00001.xmi"] = read.to_xmi().encode()
    work = back(files)
    killed, they = work.passages
    assert (work.words(they), they.tag) == ("They", "Passage")
    assert (work.words(killed), killed.tag) == ("killed", "Casualty figure")
    assert (killed.values, killed.words.note) == ({"low": 5}, "New")
