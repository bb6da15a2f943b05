"""Statements, transactions, and what leaves when SQLite fails."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain.errors import CannotSave, Damaged, NotAllowed, ProjectProblem, ReadOnly
from reviewer.store.connection import ROWS_AT_ONCE, Connection, is_open_here
from reviewer.store.faults import Busy
from reviewer.store.shapes import NUMBER, TEXT, WORDS, Shape

THING = Shape(NUMBER, TEXT)
ADDING = "INSERT INTO things (name) VALUES (?)"
NOT_UTF8 = "INSERT INTO things (name) VALUES (CAST(x'ff' AS TEXT))"
NO_TEXT = "INSERT INTO things (name) VALUES (x'00')"


def names(connection: Connection) -> list[str]:
    return [name for (name,) in connection.rows(WORDS, "SELECT name FROM things ORDER BY id")]


def add(connection: Connection, name: str) -> int:
    return connection.execute(ADDING, [name])


@pytest.mark.parametrize(
    "ask",
    [
        lambda c: c.rows(THING, "SELECT id, name FROM things"),
        lambda c: list(c.each(THING, "SELECT id, name FROM things")),
        lambda c: c.row(THING, "SELECT id, name FROM things"),
        lambda c: c.words("SELECT name FROM things"),
        lambda c: c.number("SELECT name FROM things"),
        lambda c: c.numbers("SELECT name FROM things"),
    ],
)
@pytest.mark.parametrize("damage", [NOT_UTF8, NO_TEXT])
def test_a_value_that_cannot_be_is_damage_however_it_is_asked_for(
    connection: Connection, ask: Callable[[Connection], object], damage: str
) -> None:
    connection.execute(damage)
    with pytest.raises(Damaged):
        ask(connection)


@pytest.mark.parametrize("value", ["1.5", "9e999", "'7'", "NULL", "x'07'"])
def test_what_is_no_number_is_damage_in_a_list_of_numbers(
    connection: Connection, value: str
) -> None:
    assert connection.numbers("SELECT 7 UNION ALL SELECT -7 ORDER BY 1") == [-7, 7]
    assert connection.numbers("SELECT 7 WHERE 0") == []
    with pytest.raises(Damaged):
        connection.numbers(f"SELECT 7 UNION ALL SELECT {value}")


def test_after_damage_was_met_nothing_is_written_any_more(connection: Connection) -> None:
    add(connection, "before")
    connection.execute(NO_TEXT)
    with pytest.raises(Damaged):
        names(connection)
    with pytest.raises(ReadOnly, match="damaged"), connection.transaction():
        add(connection, "after")
    assert connection.count("SELECT count(*) FROM things") == 2


@pytest.mark.parametrize(
    "ask",
    [
        lambda c: c.execute("SELECT nothing FROM nowhere"),
        lambda c: c.execute_many("INSERT INTO nowhere VALUES (?)", [[1]]),
        lambda c: c.rows(None, "SELECT nothing FROM nowhere"),
        lambda c: list(c.each(THING, "SELECT nothing FROM nowhere")),
    ],
)
def test_no_fault_of_sqlite_leaves_as_it_is(
    connection: Connection, ask: Callable[[Connection], object]
) -> None:
    with pytest.raises(ProjectProblem):
        ask(connection)


def test_a_fault_in_the_middle_of_streaming_is_told_too(connection: Connection) -> None:
    connection.insert("things", ["name"], [[str(number)] for number in range(ROWS_AT_ONCE)])
    connection.execute(NOT_UTF8)
    stream = connection.each(THING, "SELECT id, name FROM things ORDER BY id")
    assert next(stream) == (1, "0")
    with pytest.raises(Damaged):
        list(stream)


def test_a_mistake_of_the_program_stays_one(connection: Connection) -> None:
    faults: list[Exception] = []

    def elsewhere() -> None:
        try:
            connection.rows(None, "SELECT 1")
        except sqlite3.ProgrammingError as fault:
            faults.append(fault)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert len(faults) == 1


def test_a_damaged_table_whose_name_is_no_text_is_damage_and_no_fault_of_ours(
    connection: Connection,
) -> None:
    other = sqlite3.connect(connection.path)
    other.executescript(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema "
        "SET name = CAST(x'ff74' AS TEXT), sql = 'CREATE TABLE'; PRAGMA schema_version = 77;"
    )
    other.close()
    with pytest.raises(Damaged, match="text is not UTF-8"):
        names(connection)
    with pytest.raises(ReadOnly), connection.transaction():
        add(connection, "afterwards")


@pytest.mark.parametrize("words", ["a\ud83d", "a\0b"])
def test_a_broken_character_is_refused_with_a_sentence(connection: Connection, words: str) -> None:
    with pytest.raises(NotAllowed, match="broken character"):
        add(connection, words)
    with pytest.raises(NotAllowed, match="broken character"):
        connection.insert("things", ["name"], [["sound"], [words]])
    assert names(connection) == []


def test_a_number_beyond_sqlite_is_refused_with_a_sentence(connection: Connection) -> None:
    with pytest.raises(NotAllowed, match="too large"):
        connection.execute("INSERT INTO things (size) VALUES (?)", [2**63])


def test_many_rows_are_inserted_in_few_statements_and_get_their_ids(connection: Connection) -> None:
    first = add(connection, "first")
    made = connection.insert("things", ["name"], [[f"n{number}"] for number in range(450)])
    assert made == list(range(first + 1, first + 451))
    assert names(connection)[1:] == [f"n{number}" for number in range(450)]


def test_inserting_no_rows_does_nothing(connection: Connection) -> None:
    assert connection.insert("things", ["name"], []) == []
    assert names(connection) == []


def test_a_transaction_is_kept_whole(connection: Connection) -> None:
    with connection.transaction():
        add(connection, "one")
        assert connection.in_transaction
    assert not connection.in_transaction
    assert names(connection) == ["one"]


def test_a_transaction_that_fails_leaves_nothing(connection: Connection) -> None:
    with pytest.raises(NotAllowed), connection.transaction():
        connection.execute_many(ADDING, [["one"], ["half a character \ud83d"]])
    assert names(connection) == []
    assert not connection.in_transaction


def test_a_transaction_inside_another_is_our_mistake(connection: Connection) -> None:
    with pytest.raises(RuntimeError), connection.transaction(), connection.transaction():
        pass
    assert not connection.in_transaction


def test_a_part_that_fails_does_not_take_the_rest_with_it(connection: Connection) -> None:
    with connection.transaction():
        add(connection, "one")
        with pytest.raises(NotAllowed), connection.part():
            connection.execute_many(ADDING, [["two"], ["half a character \ud83d"]])
        with connection.part():
            add(connection, "three")
    assert names(connection) == ["one", "three"]


def test_reading_sees_one_moment_whatever_is_written_meanwhile(connection: Connection) -> None:
    connection.words("PRAGMA journal_mode = WAL")
    other = Connection(connection.path, str(connection.path))
    with other.reading():
        assert names(other) == []
        with other.reading():
            add(connection, "one")
        assert names(other) == []
    assert names(other) == ["one"]
    other.close()


def test_a_file_that_another_has_locked_says_so(connection: Connection) -> None:
    other = Connection(connection.path, str(connection.path))
    connection.execute("BEGIN IMMEDIATE")
    with other.without_waiting(), pytest.raises(Busy, match="locked"), other.transaction():
        pass
    assert other.count("PRAGMA busy_timeout") > 0
    other.close()


def test_a_closed_project_says_that_it_is_closed(connection: Connection) -> None:
    connection.close()
    connection.close()
    assert not connection.in_transaction
    with pytest.raises(ProjectProblem, match="closed"):
        names(connection)


def test_a_project_that_was_moved_away_takes_no_more_changes(connection: Connection) -> None:
    elsewhere = connection.path.with_name("elsewhere.review")
    connection.path.rename(elsewhere)
    with pytest.raises(CannotSave, match="moved"), connection.transaction():
        add(connection, "lost")
    elsewhere.rename(connection.path)
    with connection.transaction():
        add(connection, "kept")
    assert names(connection) == ["kept"]


def test_a_project_that_was_replaced_takes_no_more_changes(connection: Connection) -> None:
    connection.path.unlink()
    connection.path.write_bytes(b"something else")
    with pytest.raises(CannotSave, match="moved"), connection.transaction():
        add(connection, "lost")


def test_it_is_known_which_files_this_process_has_open(tmp_path: Path) -> None:
    path = tmp_path / "a.review"
    assert not is_open_here(path)
    one, two = Connection(path, str(path)), None
    one.execute("CREATE TABLE t (x)")
    link = tmp_path / "link.review"
    link.symlink_to(path)
    assert is_open_here(path)
    assert is_open_here(link)
    two = Connection(path, str(path))
    one.close()
    assert is_open_here(path)
    two.close()
    assert not is_open_here(path)


def test_a_file_that_is_no_database_does_not_stay_open(tmp_path: Path) -> None:
    path = tmp_path / "letter.review"
    path.write_text("Dear all, " * 100)
    with pytest.raises(Damaged):
        Connection(path, str(path))
    assert not is_open_here(path)
