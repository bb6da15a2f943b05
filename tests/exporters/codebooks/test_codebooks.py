"""Codebooks as files."""

import io
import json

import pytest

from reviewer import exporters
from reviewer.domain.codebooks import COLUMNS, Entry
from reviewer.domain.errors import NotFound
from reviewer.domain.tags import RecordKind
from reviewer.exporters import codebooks

BOOK = [
    Entry("Violence", "", "1", "V", '=2+3 "Force",\nor worse.', RecordKind.NONE, "uid-1"),
    Entry("@threat", "Violence", "#A0B0C0", "", "'twas said", RecordKind.ALLEGATION, "uid-2"),
]


def written(key: str) -> bytes:
    target = io.BytesIO()
    codebooks.named(key).write(BOOK, target)
    return target.getvalue()


def test_codebook_formats_are_found_apart_from_those_of_passages() -> None:
    assert [(one.key, one.suffix) for one in codebooks.all_formats()] == [
        ("csv", ".csv"),
        ("json", ".json"),
        ("qdc", ".qdc"),
    ]
    passages = {id(one) for one in exporters.all_formats()}
    assert passages.isdisjoint({id(one) for one in codebooks.all_formats()})
    with pytest.raises(NotFound, match=r"“doc”.*csv, json, qdc"):
        codebooks.named("doc")


def test_a_table_is_written_so_that_no_spreadsheet_runs_it() -> None:
    assert written("csv").decode("utf-8-sig").split("\r\n") == [
        ",".join(COLUMNS),
        'Violence,,1,V,"\'=2+3 ""Force"",\nor worse.",none,uid-1',
        "'@threat,Violence,#A0B0C0,,''twas said,allegation,uid-2",
        "",
    ]


def test_json_holds_the_exact_words() -> None:
    book = json.loads(written("json"))
    assert book["format"] == 1
    assert [tuple(tag) for tag in book["tags"]] == [COLUMNS, COLUMNS]
    assert book["tags"][0]["definition"] == BOOK[0].definition
    assert book["tags"][1]["record"] == "allegation"
