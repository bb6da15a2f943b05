"""Codebooks from files, ours and strangers'."""

import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.codebooks import Codebook, Entry
from reviewer.domain.errors import Unreadable
from reviewer.domain.tags import RecordKind, definition_of, tag_name
from reviewer.domain.text import normalise
from reviewer.exporters import codebooks as exporting
from reviewer.importers import codebook
from reviewer.importers.codebook import LARGEST_FILE, read, read_file, suffixes

UID = "5f0c7c54-6f0e-4f6e-9b59-5a3c0d1f2e10"


def table(*lines: str) -> Codebook:
    return read("\r\n".join(lines).encode(), "book.csv")


def of_json(tags: object, number: object = 1) -> Codebook:
    return read(json.dumps({"format": number, "tags": tags}).encode(), "book.json")


def complaints(found: Codebook) -> list[str]:
    return [f"{one.place}: {one.problem}" for one in found.complaints]


def values(entry: Entry) -> tuple[object, ...]:
    return tuple(exporting.values_of(entry).values())


def test_the_endings_of_codebooks_are_known() -> None:
    assert suffixes() == (".csv", ".json", ".qdc", ".tsv")


def test_a_table_is_read_row_by_row() -> None:
    found = table(
        "name,parent,colour,key,definition,record,uid",
        "Violence,,1,v,Force.,none,",
        '" Threat\t of  force ",Violence,#a0b0c0,,"Two\nlines, ""quoted"".",allegation,' + UID,
    )
    assert found.complaints == ()
    assert found.name == "book.csv"
    assert [values(entry) for entry in found.entries] == [
        ("Violence", "", "1", "V", "Force.", "none", ""),
        ("Threat of force", "Violence", "#A0B0C0", "", 'Two\nlines, "quoted".', "allegation", UID),
    ]
    assert [entry.place for entry in found.entries] == [1, 2]


def test_a_table_says_only_what_it_has_columns_for() -> None:
    found = table("Definition;Name ;shade", ";Violence;red", "", " ;;", "Words.;Threat;blue")
    assert [(entry.name, entry.definition) for entry in found.entries] == [
        ("Violence", ""),
        ("Threat", "Words."),
    ]
    assert found.entries[0].said == {"name", "definition"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_of_a_spreadsheet_is_read_in_its_encoding(encoding: str) -> None:
    data = "name\tdefinition\r\nÉlan\tWords – “quoted”\r\n".encode(encoding)
    (entry,) = read(data, "book.TSV").entries
    assert (entry.name, entry.definition) == ("Élan", "Words – “quoted”")


def test_empty_cells_behind_the_last_column_are_nothing() -> None:
    assert [entry.name for entry in table("name,key", "One,k,,", "Two, , ").entries] == [
        "One",
        "Two",
    ]


def test_a_column_that_stands_twice_counts_once_and_short_rows_are_short() -> None:
    (first, second) = table("name,name,key", "One,Two,k", "Three").entries
    assert (first.name, first.key, second.name) == ("One", "K", "Three")
    assert second.said == {"name"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "has no column “name”"),
        (b"tag,definition\nA,B\n", "has no column “name”"),
        (b"name\n", "There is no tag in “book.csv”"),
        (b'name\n"open', "no whole table: line 2"),
        (b'name\n"a"b\n', "no whole table: line 2"),
        (
            b"name,definition\nA,Words, and more\n",
            "line 2 cannot be read .more cells than columns",
        ),
        (b"name,definition\nA," + b"d" * 140_000, "no whole table"),
        (bytes(range(32)) * 50, "no text"),
        (b"name\n" + b"".join(b"T%d\n" % number for number in range(2001)), "too many tags"),
    ],
)
def test_what_is_no_codebook_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read(data, "book.csv")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no JSON: Expecting value, line 1, column 1"),
        ("[" * 200_000, "no JSON: RecursionError"),
        ('{"format": 1, "tags": ' + "9" * 5000 + "}", "no JSON: ValueError"),
        ("[]", "no codebook"),
        ('{"format": 1}', "no codebook"),
        ('{"format": 1, "tags": {}}', "no codebook"),
        ('{"tags": []}', "another format than 1"),
        ('{"format": true, "tags": []}', "another format than 1"),
        ('{"format": 2, "tags": []}', "another format than 1"),
        ('{"format": 1, "tags": []}', "There is no tag"),
    ],
)
def test_json_that_is_no_codebook_is_refused(text: str, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read(text.encode(), "book.json")


def test_what_is_odd_in_a_tag_is_passed_over_and_told() -> None:
    found = of_json(
        [
            {"name": "One", "colour": 7, "key": "k", "uid": UID, "more": []},
            {"name": "ONE"},
            {"name": "  "},
            {"colour": "1"},
            "Two",
            {"name": ["Three"]},
            {"name": "Four", "colour": "red", "key": "K", "record": "guilty", "uid": UID},
            {"name": "Five", "key": True, "uid": "5", "definition": None, "record": " Figure "},
            {"name": "Six", "definition": "d" * 20_001, "colour": "", "parent": "n" * 201},
            {"name": "Lone \ud800 half", "parent": " "},
        ]
    )
    assert [entry.name for entry in found.entries] == ["One", "Four", "Five", "Six", "Lone � half"]
    one, four, five, six, lone = found.entries
    assert (one.colour, one.key, one.uid) == ("7", "K", UID)
    assert one.said == {"name", "colour", "key", "uid"}
    assert four.said == six.said == {"name"}
    assert five.record is RecordKind.FIGURE
    assert five.said == {"name", "record"}
    assert lone.said == {"name", "parent"}
    told = complaints(found)
    assert [line.partition(":")[0] for line in told] == [*"23456", *"7777", *"88", *"99"]
    assert told[0] == "2: “ONE” stands twice; the second is passed over."
    assert told[1] == "3: A tag needs a name."
    assert told[3] == "5: There is something else where words should be; it is passed over."
    assert "7: “K” (key) is given to two tags; the second goes without it." in told
    assert "7: “guilty” is no kind of details. There are: none, allegation, response, figure." in (
        told
    )


def test_tags_in_a_circle_stand_at_the_top() -> None:
    found = table("name,parent", "A,B", "B,C", "C,a", "D,A", "E,e", "F,elsewhere")
    assert [entry.parent for entry in found.entries] == ["", "", "", "A", "", "elsewhere"]
    assert found.entries[0].said == {"name"}
    assert [one.place for one in found.complaints] == [1, 2, 3, 5]
    assert "“A” stands under itself by way of “B”" in complaints(found)[0]


def test_a_deep_and_large_codebook_is_read_at_once() -> None:
    lines = [f"Tag {number},Tag {number - 1}" for number in range(2000)]
    found = table("name,parent", *lines)
    assert len(found.entries) == 2000
    assert found.complaints == ()


WORDS = st.text(alphabet=st.characters(codec="utf-8"), max_size=30).map(
    lambda words: normalise(words).text
)


@st.composite
def books(draw: st.DrawFn) -> list[Entry]:
    names = draw(
        st.lists(
            WORDS.filter(lambda words: bool(definition_of(words).split())).map(tag_name),
            min_size=1,
            max_size=6,
            unique_by=lambda name: name.encode().lower(),
        )
    )
    return [
        Entry(
            name,
            names[place - 1] if place and draw(st.booleans()) else "",
            draw(st.sampled_from(["1", "24", "#A0B0C0"])),
            "KLMOPS"[place],
            draw(WORDS.map(definition_of)),
            draw(st.sampled_from(RecordKind)),
            f"5f0c7c54-6f0e-4f6e-9b59-5a3c0d1f2e1{place}",
        )
        for place, name in enumerate(names)
    ]


@pytest.mark.parametrize("key", [exporter.key for exporter in exporting.all_formats()])
@given(book=books())
def test_what_is_written_is_read_back_exactly(key: str, book: list[Entry]) -> None:
    exporter = exporting.named(key)
    target = io.BytesIO()
    exporter.write(book, target)
    found = read(target.getvalue(), f"book{exporter.suffix}")
    assert found.complaints == ()
    assert list(map(values, found.entries)) == list(map(values, book))


@given(data=st.binary(max_size=400), suffix=st.sampled_from(suffixes()))
def test_whatever_bytes_come_the_file_is_read_or_refused(data: bytes, suffix: str) -> None:
    try:
        found = read(b"name\n" + data, f"book{suffix}")
    except Unreadable as fault:
        problem = str(fault)
    else:
        problem = "" if found.entries or found.complaints else "nothing came of it"
    assert "book" in problem or not problem


def test_a_file_is_read_by_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_text("name\nViolence\n")
    assert [entry.name for entry in read_file(path).entries] == ["Violence"]
    with pytest.raises(
        Unreadable, match=r"cannot be read as a codebook.*\.csv, \.json, \.qdc, \.tsv"
    ):
        read_file(tmp_path / "book.txt")
    with pytest.raises(Unreadable, match="is not there"):
        read_file(tmp_path / "none.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(Unreadable, match="folder"):
        read_file(tmp_path / "folder.csv")


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(Unreadable, match="too large: 6 MB; at most 5 MB"):
        read_file(path)
    monkeypatch.setattr(codebook, "LARGEST_FILE", LARGEST_FILE + 1)
    with pytest.raises(Unreadable, match="no text"):
        read_file(path)


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of POSIX")
def test_a_pipe_is_no_codebook(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    with pytest.raises(Unreadable, match="a device or a pipe"):
        read_file(pipe)


def test_a_table_of_taguette_is_a_tree_by_the_dots_in_its_names() -> None:
    found = table(
        "tag,description,number of highlights,number of documents",
        "figure.killed,Deaths,2,1",
        ",,,",
        "figure,Numbers,0,0",
        "U.S. forces,'=who,0,0",
    )
    assert [(one.name, one.parent, one.definition) for one in found.entries] == [
        ("killed", "figure", "Deaths"),
        ("figure", "", "Numbers"),
        ("U.S. forces", "", "=who"),
    ]
    with pytest.raises(Unreadable, match="line 2"):
        table("tag,description", "a,b,c")
    with pytest.raises(Unreadable, match="no column “name”"):
        table("document,tag,description", "a,b,c")


def test_the_table_that_taguette_wrote_is_read(samples: Path) -> None:
    found = read_file(samples / "taguette" / "taguette-codebook.csv")
    assert [(one.name, one.parent) for one in found.entries] == [
        ("allegation", ""),
        ("denial", ""),
        ("casualty figure", ""),
        ("killed", "casualty figure"),
    ]
    assert found.complaints == ()
