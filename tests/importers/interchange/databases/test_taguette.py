"""Taguette's databases, its own and ones made after its schema: every highlight is its words."""

import csv
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.domain.project_lines import GivenWork
from reviewer.importers.interchange import Cell, Parcel, importer_of
from reviewer.importers.interchange.databases.taguette import PROJECT
from reviewer.store.other_programs import tables_of
from tests.importers.interchange.taken_work import Work, work_of

SCHEMA = """
CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT, created TEXT);
CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL,
    filename TEXT NOT NULL, created TEXT, project_id INTEGER NOT NULL, text_direction TEXT,
    contents TEXT NOT NULL);
CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL, path TEXT NOT NULL,
    description TEXT NOT NULL, UNIQUE (project_id, path));
CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL,
    start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);
CREATE TABLE commands (id INTEGER PRIMARY KEY, date TEXT, user_login TEXT, project_id INTEGER,
    document_id INTEGER, payload TEXT);
CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL);
"""
Rows = Mapping[str, Sequence[Sequence[Cell]]]


def a_project(path: Path, rows: Rows) -> Parcel:
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(SCHEMA)
        for table, several in rows.items():
            for row in several:
                marks = ", ".join("?" * len(row))
                raw.execute(f"INSERT INTO {table} VALUES ({marks})", row)
        raw.commit()
    return parcel_of(path)


def parcel_of(path: Path) -> Parcel:
    return Parcel(path.name, {path.name: path}, tables_of(path, {PROJECT.key: PROJECT.tables}))


def taken(path: Path, rows: Rows) -> Work:
    return work_of(PROJECT.take(a_project(path, rows)))


ONE: Rows = {
    "projects": [(1, "Raid", "", "")],
    "documents": [
        (7, "Statement", " who\nsays ", "a.html", "", 1, "", "<p>12 died.</p><p>All</p>")
    ],
    "tags": [(1, 1, "figure", "Numbers"), (2, 1, "figure.killed", "")],
    "highlights": [(1, 7, 0, 7, "<p>12 died</p>")],
    "highlight_tags": [(1, 2)],
}


def test_every_highlight_of_taguettes_own_file_is_its_words(samples: Path) -> None:
    parcel = parcel_of(samples / "taguette" / "taguette-sample.sqlite3")
    assert importer_of(parcel) is PROJECT
    work = work_of(PROJECT.take(parcel))
    with (samples / "taguette" / "taguette-highlights.csv").open(encoding="utf-8") as file:
        truth = Counter(
            (row["document"], row["tag"].rpartition(".")[2], _plain(row["content"]))
            for row in csv.DictReader(file)
        )
    assert (
        Counter(
            (work.documents[one.document[0]].title, one.tag, _plain(work.words(one)))
            for one in work.passages
        )
        == truth
    )
    assert all(one.quote == work.words(one) for one in work.passages)
    assert {name: tag.parent for name, tag in work.tags.items()} == {
        "allegation": "",
        "denial": "",
        "casualty figure": "",
        "killed": "casualty figure",
    }
    assert (work.refused, work.doubts) == ([], [])


def _plain(words: str) -> str:
    return " ".join(words.split())


def test_what_a_project_holds_comes_over(tmp_path: Path) -> None:
    work = taken(tmp_path / "one.sqlite3", ONE)
    (document,) = work.documents.values()
    assert (document.title, document.original_name) == ("Statement", "a.html")
    assert document.text == "12 died.\n\nAll"
    assert [(one.tag, one.start, one.end, one.quote) for one in work.passages] == [
        ("killed", 0, 7, "12 died")
    ]
    assert work.tags["figure"].definition == "Numbers"
    assert work.at == ["", "tags 1", "tags 2", "highlights 1"]
    assert work.doubts == []


def test_projects_of_several_people_come_each_under_its_name(tmp_path: Path) -> None:
    page = "<p>Words {}</p>"
    work = taken(
        tmp_path / "all.sqlite3",
        {
            "projects": [(key, f"P{key}", "", "") for key in range(1, 9)],
            "documents": [
                (key, "Doc", "", "d.html", "", key, "", page.format(key)) for key in range(1, 9)
            ],
            "tags": [(key, key, "same", f"Of {key}") for key in range(1, 9)],
        },
    )
    assert [one.title for one in work.documents.values()][:2] == ["P1: Doc", "P2: Doc"]
    assert work.tags.keys() == {"same"}
    (told,) = work.told()
    assert told.startswith("“all.sqlite3” holds 8 projects (P1, P2, P3, P4, P5, …). All of them")


def test_an_empty_project_beside_it_is_none(tmp_path: Path) -> None:
    projects = {"projects": [(1, "Raid", "", ""), (2, "Nothing in it", "", "")]}
    work = taken(tmp_path / "two.sqlite3", {**ONE, **projects})
    assert [one.title for one in work.documents.values()] == ["Statement"]


def test_a_highlight_without_a_tag_comes_under_one_made_for_it(tmp_path: Path) -> None:
    work = taken(tmp_path / "one.sqlite3", {**ONE, "highlight_tags": [(1, 99), (8, 1)]})
    assert [one.tag for one in work.passages] == ["Highlight"]
    assert work.told() == ["Highlights without a tag, which come under the tag “Highlight”: 1."]


def test_who_highlighted_is_read_from_the_commands(tmp_path: Path) -> None:
    def command(key: int, login: str, date: str, payload: str) -> Sequence[Cell]:
        return (key, date, login, 1, 7, payload)

    added = '{"type": "highlight_add", "highlight_id": %s}'
    work = taken(
        tmp_path / "one.sqlite3",
        {
            **ONE,
            "highlights": [(at, 7, 0, at, "") for at in range(1, 8)],
            "commands": [
                command(1, "noor", "2026-11-21 21:49:29.145049", added % 1),
                command(2, "sana", "2026-11-22 01:00:00", added % 1),
                command(3, "sana", "yesterday", added % 2),
                command(4, "admin", "2026-11-22 01:00:00", added % 3),
                command(5, "sana", "2026-11-22 01:00:00", added % '["4"]'),
                command(6, "sana", "2026-11-22 01:00:00", '["highlight_add"]'),
                command(7, "sana", "2026-11-22 01:00:00", '{"highlight_add": ' + "[" * 9_000),
                command(8, "sana", "2026-11-22 01:00:00", '{"type": "tag_add"}'),
            ],
        },
    )
    made = [one.made for one in work.passages]
    assert made[:2] == [
        GivenWork("noor", "2026-11-21T21:49:29.145+00:00"),
        GivenWork("sana", ""),
    ]
    assert set(made[2:]) == {None}


def test_other_words_than_stand_there_are_passed_on_with_the_place(tmp_path: Path) -> None:
    work = taken(
        tmp_path / "one.sqlite3",
        {
            **ONE,
            "highlights": [
                (1, 7, 0, 7, "<p>Other</p><p>words</p>"),
                (2, 7, 90, 99, "All"),
                (3, 7, 90, 99, ""),
                (4, 7, "no", 3, ""),
                (5, 8, 0, 3, "12"),
                (6, 7, 0, 2, ""),
            ],
        },
    )
    assert [(one.start, one.end, one.quote) for one in work.passages] == [
        (0, 7, "Other\n\nwords"),
        (None, None, "All"),
        (0, 2, "12"),
    ]
    assert "Highlights that lead to no document, tag or words in the file: 3." in work.told()


def test_documents_without_words_are_said_and_a_file_of_nothing_else_refused(
    tmp_path: Path,
) -> None:
    empty = (8, "Empty", "", "e.html", "", 1, "", "<p> </p>")
    work = taken(tmp_path / "one.sqlite3", {**ONE, "documents": [*ONE["documents"], empty]})
    assert work.told() == ["Documents without words, which are passed over: 1."]
    with pytest.raises(Unreadable, match=r"none\.sqlite3"):
        taken(tmp_path / "none.sqlite3", {**ONE, "documents": [empty]})


def test_odd_names_and_cells_of_other_kinds_harm_nothing(tmp_path: Path) -> None:
    work = taken(
        tmp_path / "odd.sqlite3",
        {
            "projects": [(1, b"x", None, None)],
            "documents": [
                (1, 5, b"", "../../=cmd|'", "", 1, "", "<p>a</p>"),
                (2, "", "", "", "", 1, 3, 7),
            ],
            "tags": [(1, 1, "</script>\u202e\n=1", ""), (2, 1, " ", "x")],
            "highlights": [(1, 1, 0, 1, "a"), (2, 1, 0, 1, "a")],
            "highlight_tags": [(1, 1), (2, 2)],
        },
    )
    assert next(iter(work.documents.values())).title == "5"
    assert [one.tag for one in work.passages] == ["</script>\u202e =1", "Highlight"]
    assert work.refused == []


def test_a_file_without_tables_of_taguette_is_not_claimed() -> None:
    assert not PROJECT.claims(Parcel("x.db", {"x.db": b""}))
