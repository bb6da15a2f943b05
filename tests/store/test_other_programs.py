"""Databases of other programs: what is read of them, what is refused, and that nothing runs."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.store import other_programs
from reviewer.store.other_programs import Wanted, tables_in, tables_of
from reviewer.workspace.project import Workspace
from tests.builders import a_project

BOOKS: Wanted = {"books": ("id", "title", "pages"), "shelves": ("id", "room")}
BIRDS: Wanted = {"birds": ("id", "colour"), "nests": ("id", "tree"), "eggs": ("id",)}
KINDS = {"birds": BIRDS, "books": BOOKS}


def a_database(path: Path, *statements: str | tuple[str, Iterable[object]]) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for one in statements:
            sql, values = (one, ()) if isinstance(one, str) else one
            raw.execute(sql, tuple(values))
    return path


def of_books(path: Path, *more: str | tuple[str, Iterable[object]]) -> Path:
    return a_database(
        path,
        "CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT, pages INTEGER)",
        "CREATE TABLE shelves (id INTEGER PRIMARY KEY, room TEXT)",
        "INSERT INTO books VALUES (1, 'One 😀', 30), (2, NULL, 2.5), (3, x'00FF', 'many')",
        *more,
    )


def refused(path: Path) -> Unreadable:
    with pytest.raises(Unreadable) as told:
        tables_of(path, KINDS)
    assert path.name in str(told.value)
    return told.value


def test_every_row_comes_with_its_columns_whatever_is_in_them(tmp_path: Path) -> None:
    found = tables_of(of_books(tmp_path / "books.sqlite3"), KINDS)
    assert found == {
        "books": [
            {"id": 1, "title": "One 😀", "pages": 30},
            {"id": 2, "title": None, "pages": 2.5},
            {"id": 3, "title": b"\x00\xff", "pages": "many"},
        ],
        "shelves": [],
    }


def test_reading_leaves_the_file_and_its_folder_as_they_were(tmp_path: Path) -> None:
    path = of_books(tmp_path / "books.sqlite3")
    before = path.read_bytes()
    tables_of(path, KINDS)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_a_folder_with_odd_signs_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "100% of? it#1 پرانا"
    folder.mkdir()
    assert tables_of(of_books(folder / "b ks.qda"), KINDS)["books"]


def test_names_are_found_whatever_their_capitals(tmp_path: Path) -> None:
    path = a_database(
        tmp_path / "old.db",
        "CREATE TABLE Books (ID INTEGER, Title TEXT)",
        "INSERT INTO Books VALUES (7, 'Old')",
    )
    assert tables_of(path, KINDS) == {"books": [{"id": 7, "title": "Old", "pages": None}]}


def test_of_two_kinds_it_is_the_one_it_has_more_of(tmp_path: Path) -> None:
    path = of_books(
        tmp_path / "both.db", "CREATE TABLE birds (id, colour)", "CREATE TABLE eggs (id)"
    )
    assert set(tables_of(path, KINDS)) == {"books", "shelves"}


def test_a_file_of_no_kind_gives_nothing(tmp_path: Path) -> None:
    path = a_database(
        tmp_path / "other.db", "CREATE TABLE birds (id, colour)", "CREATE TABLE a (b)"
    )
    assert tables_of(path, KINDS) == {}
    assert tables_of(path, {}) == {}
    assert tables_of(path, {"nothing": {}}) == {}


def test_a_table_with_less_than_half_of_its_columns_is_another_one(tmp_path: Path) -> None:
    path = a_database(
        tmp_path / "other.db",
        "CREATE TABLE books (id INTEGER, weight REAL)",
        "CREATE TABLE shelves (id INTEGER, room TEXT)",
    )
    assert tables_of(path, KINDS) == {"shelves": []}


def test_bytes_that_are_no_utf8_do_not_stop_anything(tmp_path: Path) -> None:
    path = of_books(
        tmp_path / "bytes.db",
        "DELETE FROM books",
        "INSERT INTO books VALUES (1, CAST(x'61FF62' AS TEXT), 1)",
    )
    assert tables_of(path, KINDS)["books"][0]["title"] == "a\ufffdb"


def test_a_file_that_counts_in_utf16_inside_is_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "wide.db"
    a_database(path, "PRAGMA encoding = 'UTF-16be'", "CREATE TABLE shelves (id, room)")
    a_database(path, ("INSERT INTO shelves VALUES (1, ?)", ("کمرہ 😀",)))
    assert tables_of(path, KINDS)["shelves"] == [{"id": 1, "room": "کمرہ 😀"}]


def test_a_file_with_a_log_that_was_brought_in_is_read(tmp_path: Path) -> None:
    path = of_books(tmp_path / "log.db", "PRAGMA journal_mode = WAL")
    assert len(tables_of(path, KINDS)["books"]) == 3
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_file_that_is_being_written_elsewhere_is_refused(tmp_path: Path, mode: str) -> None:
    path = of_books(tmp_path / "open.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as elsewhere:
        elsewhere.execute(f"PRAGMA journal_mode = {mode}")
        elsewhere.execute("PRAGMA cache_size = 1")
        elsewhere.execute("BEGIN")
        elsewhere.execute("INSERT INTO shelves VALUES (1, ?)", ("x" * 1_000_000,))
        if mode == "WAL":
            elsewhere.execute("COMMIT")
        assert "open.db-" in str(refused(path))


def test_a_project_is_not_imported_whether_open_or_not(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        path = workspace.path
        assert refused(path).template == other_programs.OPEN_HERE
        beside = tmp_path / "link.qda"
        os.link(path, beside)
        assert refused(beside).template == other_programs.OPEN_HERE
        _still_works(workspace)
    assert refused(path).template == other_programs.A_PROJECT


def _still_works(workspace: Workspace) -> None:
    workspace.tags.add("Still here")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.db").template == other_programs.NOT_THERE
    assert refused(tmp_path).template == other_programs.NOT_THERE
    assert refused(tmp_path / ("x" * 5_000)).template == other_programs.NOT_THERE
    os.mkfifo(tmp_path / "pipe.db")
    assert refused(tmp_path / "pipe.db").template == other_programs.NOT_THERE


@pytest.mark.parametrize(
    "data", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5_000, bytes(8192)]
)
def test_what_is_no_database_is_refused_or_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "no.db"
    path.write_bytes(data)
    if data:
        assert refused(path).template == other_programs.BROKEN
    else:
        assert tables_of(path, KINDS) == {}


def test_a_damaged_file_is_refused_or_read_never_more(tmp_path: Path) -> None:
    path = of_books(
        tmp_path / "whole.db",
        ("INSERT INTO shelves VALUES (1, ?)", ("room " * 4_000,)),
    )
    whole = path.read_bytes()
    told = []
    for at in range(0, len(whole), 97):
        flipped = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        told += [*_complaints(tmp_path, flipped), *_complaints(tmp_path, whole[:at])]
    assert len(told) > 10
    assert all("hurt.db" in one for one in told)


def _complaints(folder: Path, data: bytes) -> list[str]:
    path = folder / "hurt.db"
    path.write_bytes(data)
    try:
        tables_of(path, KINDS)
    except Unreadable as problem:
        return [str(problem)]
    return []


def test_views_and_virtual_tables_are_never_asked(tmp_path: Path) -> None:
    path = a_database(
        tmp_path / "views.db",
        "CREATE TABLE hidden (id, title, pages)",
        "INSERT INTO hidden VALUES (1, 'a', 2)",
        "CREATE VIEW books AS SELECT * FROM hidden",
        "CREATE VIRTUAL TABLE birds USING fts5 (id, colour)",
        "CREATE TABLE shelves (id, room)",
        "CREATE TABLE nests (id, tree)",
        "CREATE TABLE eggs (id)",
    )
    assert set(tables_of(path, KINDS)) == {"nests", "eggs"}
    assert set(tables_of(path, {"books": BOOKS})) == {"shelves"}


def test_a_column_that_is_computed_is_none(tmp_path: Path) -> None:
    path = a_database(
        tmp_path / "computed.db",
        "CREATE TABLE books (id, title TEXT AS (printf('%.*c', 9, 'x')), pages)",
        "CREATE TABLE shelves (id, room TEXT)",
        "INSERT INTO books (id, pages) VALUES (1, 2)",
    )
    assert tables_of(path, KINDS)["books"] == [{"id": 1, "title": None, "pages": 2}]


def tampered(path: Path, change: Callable[[sqlite3.Connection], object]) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        change(raw)
    return path


def test_a_view_that_hides_behind_the_name_of_a_table_is_refused(tmp_path: Path) -> None:
    path = of_books(tmp_path / "hiding.db", "CREATE TABLE other (id, title, pages)")
    path = a_database(path, "CREATE VIEW aside AS SELECT 1 AS id, 'made up' AS title, 2 AS pages")
    tampered(
        path,
        lambda raw: raw.executescript(
            "UPDATE sqlite_schema SET sql = replace(sql, 'books', 'moved'),"
            " tbl_name = 'books', name = 'books' WHERE name = 'books';"
            "UPDATE sqlite_schema SET sql = replace(sql, 'aside', 'books') WHERE name = 'aside';"
        ),
    )
    assert refused(path).template == other_programs.BROKEN


def test_odd_names_in_the_schema_harm_nothing(tmp_path: Path) -> None:
    path = of_books(tmp_path / "odd.db", 'CREATE TABLE "a""; DROP TABLE books; --" ("x""y" TEXT)')
    assert len(tables_of(path, KINDS)["books"]) == 3
    tampered(
        path,
        lambda raw: raw.execute("UPDATE sqlite_schema SET name = x'FF' WHERE name = 'shelves'"),
    )
    with pytest.raises(Unreadable):
        tables_of(path, KINDS)


def test_triggers_never_run(tmp_path: Path) -> None:
    path = of_books(
        tmp_path / "triggers.db",
        "CREATE TRIGGER t AFTER INSERT ON books BEGIN DELETE FROM shelves; END",
    )
    assert len(tables_of(path, KINDS)["books"]) == 3


@pytest.mark.parametrize("bound", ["MOST_ROWS", "MOST_BYTES"])
def test_a_file_that_holds_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    monkeypatch.setattr(other_programs, bound, 2)
    assert refused(of_books(tmp_path / "much.db")).template == other_programs.TOO_MUCH


def test_a_cell_that_is_too_long_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(other_programs, "LONGEST_CELL", 1_000)
    path = of_books(tmp_path / "long.db", ("INSERT INTO shelves VALUES (1, ?)", ("x" * 2_000,)))
    assert refused(path).template == other_programs.BROKEN


def test_a_file_from_an_archive_is_read_from_its_bytes(tmp_path: Path) -> None:
    path = of_books(tmp_path / "books.db", "PRAGMA journal_mode = WAL")
    assert tables_in(path.read_bytes(), "books.db", KINDS) == tables_of(path, KINDS)


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5_000])
def test_bytes_that_are_no_database_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"bytes\.db"):
        tables_in(data, "bytes.db", KINDS)


def test_a_project_in_an_archive_is_not_imported(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        path = workspace.path
    with pytest.raises(Unreadable) as told:
        tables_in(path.read_bytes(), path.name, KINDS)
    assert told.value.template == other_programs.A_PROJECT
