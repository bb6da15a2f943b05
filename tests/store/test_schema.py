"""The tables are as the code says, and a stranger's additions never run."""

import re
import sqlite3
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reviewer.domain.actors import ActorKind, Role
from reviewer.domain.allegations import ActType, Wording
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.edtf import DateBasis
from reviewer.domain.errors import Damaged, NotAProject, TooNew
from reviewer.domain.events import EventStatus, EventType, PlacePrecision
from reviewer.domain.fields import FieldKind
from reviewer.domain.figures import Harm, Qualifier
from reviewer.domain.incoming import EncodingBasis, FurnitureKind, PartKind
from reviewer.domain.links import Independence, LinkType
from reviewer.domain.passages import Anchor
from reviewer.domain.ratings import Scale
from reviewer.domain.responses import ResponseKind, Scope
from reviewer.domain.steps import Action, StepKind
from reviewer.domain.tags import RecordKind
from reviewer.domain.versions import CarriedBy
from reviewer.store import migrations, opening, schema
from reviewer.store.connection import IN_MEMORY, Connection
from reviewer.store.journal import JOURNALED, UNJOURNALED, columns_of
from reviewer.store.opening import make, open_file
from reviewer.store.project_file import Surroundings
from reviewer.store.shapes import TEXT, WORDS, Shape

if TYPE_CHECKING:
    from sqlite_utils import Database

LATER = migrations.NEWEST + 1
COPY = f"winter.review.version-{migrations.NEWEST}"
CLOSED_LISTS = [
    ("documents", "review_status", ReviewStatus),
    ("documents", "posted_basis", DateBasis),
    ("documents", "captured_basis", DateBasis),
    ("texts", "encoding_basis", EncodingBasis),
    ("furniture", "kind", FurnitureKind),
    ("passages", "anchor", Anchor),
    ("tags", "record", RecordKind),
    ("steps", "kind", StepKind),
    ("changes", "action", Action),
    ("actors", "kind", ActorKind),
    ("roles", "role", Role),
    ("allegations", "act_type", ActType),
    ("allegations", "wording", Wording),
    ("responses", "response_kind", ResponseKind),
    ("responses", "scope", Scope),
    ("figures", "qualifier", Qualifier),
    ("figures", "harm", Harm),
    *(
        (table, f"{date}_basis", DateBasis)
        for table, dates in {
            "allegations": ("event_date", "statement"),
            "responses": ("statement",),
            "figures": ("event_date", "as_of", "said_on"),
            "events": ("date",),
            "questions": ("period",),
        }.items()
        for date in dates
    ),
    ("fields", "kind", FieldKind),
    ("events", "type", EventType),
    ("events", "status", EventStatus),
    ("events", "place_precision", PlacePrecision),
    ("questions", "harm", Harm),
    ("links", "type", LinkType),
    ("links", "independent", Independence),
    ("ratings", "scale", Scale),
    ("parts", "kind", PartKind),
    ("version_places", "by_what", CarriedBy),
]


@pytest.fixture
def pattern() -> Connection:
    """Give a database with today's tables and nothing in them."""
    made = Connection(Path("pattern"), IN_MEMORY)
    schema.migrate(made, 0)
    return made


@pytest.fixture
def path(tmp_path: Path, surroundings: Surroundings) -> Path:
    """Give a project file that is closed."""
    path = tmp_path / "winter.review"
    make(path, surroundings).close()
    return path


def change_by_hand(path: Path, sql: str) -> None:
    with sqlite3.connect(path) as raw:
        raw.executescript(sql)
    raw.close()


def test_the_fingerprint_in_the_code_is_that_of_the_tables(pattern: Connection) -> None:
    assert schema.fingerprint(pattern) == schema.FINGERPRINT


@pytest.mark.parametrize(("table", "column", "words"), CLOSED_LISTS)
def test_the_file_allows_exactly_the_words_of_each_closed_list(
    pattern: Connection, table: str, column: str, words: type[StrEnum]
) -> None:
    sql = pattern.words("SELECT sql FROM sqlite_schema WHERE name = ?", [table]) or ""
    (allowed,) = re.findall(rf"CHECK \({column} IN\s*\(([^)]*)\)\)", sql)
    assert re.findall(r"'(\w*)'", allowed) == [word.value for word in words]


def test_every_closed_list_of_the_file_is_compared(pattern: Connection) -> None:
    found = pattern.rows(
        Shape(TEXT, TEXT), "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql <> ''"
    )
    listed = {
        (name, column) for name, sql in found for column in re.findall(r"(\w+) IN\s*\('", sql)
    }
    assert listed - {("originals", "codec"), ("steps", "kind")} == {
        (table, column) for table, column, _ in CLOSED_LISTS
    } - {("steps", "kind")}


def test_every_table_is_said_to_be_journaled_or_not(pattern: Connection) -> None:
    found = pattern.rows(
        WORDS,
        "SELECT name FROM sqlite_schema WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search%'",
    )
    assert sorted(name for (name,) in found) == sorted(JOURNALED + UNJOURNALED)


@pytest.mark.parametrize("table", JOURNALED)
def test_journaled_rows_have_a_uid_and_an_id_never_given_again(
    pattern: Connection, table: str
) -> None:
    sql = pattern.words("SELECT sql FROM sqlite_schema WHERE name = ?", [table]) or ""
    assert "id INTEGER PRIMARY KEY AUTOINCREMENT" in sql
    assert "uid TEXT NOT NULL UNIQUE" in sql
    assert sql.endswith("STRICT")
    assert {"id", "uid"} <= set(columns_of(pattern, table))


def test_nothing_is_deleted_along_with_something_else(pattern: Connection) -> None:
    for (sql,) in pattern.rows(
        WORDS, "SELECT sql FROM sqlite_schema WHERE sql LIKE '%REFERENCES%'"
    ):
        assert sql.count("REFERENCES") == sql.count("ON DELETE RESTRICT")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"Dear all,", "not a Reviewer project"),
        (b"SQLite format 3\x00" + bytes(40), "not a Reviewer project"),
        (bytes(5000), "not a Reviewer project"),
    ],
)
def test_another_kind_of_file_is_refused_and_left_alone(
    tmp_path: Path, surroundings: Surroundings, content: bytes, words: str
) -> None:
    path = tmp_path / "letter.review"
    path.write_bytes(content)
    with pytest.raises(NotAProject, match=words):
        open_file(path, surroundings)
    assert path.read_bytes() == content
    assert [found for found in tmp_path.iterdir() if found != path] == []


def test_another_programs_database_is_refused(tmp_path: Path, surroundings: Surroundings) -> None:
    path = tmp_path / "recipes.review"
    change_by_hand(path, "CREATE TABLE recipes (name); PRAGMA application_id = 7;")
    with pytest.raises(NotAProject):
        open_file(path, surroundings)


@pytest.mark.parametrize("version", [migrations.NEWEST + 1, 99, -1])
def test_a_file_of_a_newer_version_is_refused(
    path: Path, surroundings: Surroundings, version: int
) -> None:
    change_by_hand(path, f"PRAGMA user_version = {version}")
    before = path.read_bytes()
    with pytest.raises(TooNew, match="Update Reviewer"):
        open_file(path, surroundings)
    assert path.read_bytes() == before


def test_what_is_open_here_is_judged_through_sqlite(path: Path, surroundings: Surroundings) -> None:
    raw = Connection(path, str(path))
    raw.execute("PRAGMA user_version = 99")
    with pytest.raises(TooNew):
        open_file(path, surroundings)
    raw.execute("PRAGMA application_id = 7")
    with pytest.raises(NotAProject):
        open_file(path, surroundings)
    raw.close()


TRAPS = {
    "a view": "CREATE VIEW totals AS SELECT count(*) FROM documents",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON opened BEGIN DELETE FROM documents; END",
    "a trigger called like a table": (
        "CREATE TRIGGER documents AFTER INSERT ON opened BEGIN DELETE FROM documents; END"
    ),
    "a table": "CREATE TABLE more (x)",
    "an index": "CREATE INDEX more ON documents (note)",
    "a missing trigger": "DROP TRIGGER passages_update",
    "another trigger of the same name": (
        "DROP TRIGGER passages_update; "
        "CREATE TRIGGER passages_update AFTER UPDATE ON passages BEGIN DELETE FROM changes; END"
    ),
    "a view in place of a table": (
        "DROP TABLE opened; CREATE VIEW opened AS "
        "SELECT 1 AS id, 'h' AS host, 1 AS process, 'a' AS analyst, 's' AS since, 's' AS seen_at"
    ),
    "a trigger called like one of SQLite's own": (
        "CREATE TRIGGER innocent AFTER INSERT ON opened BEGIN DELETE FROM documents; END; "
        "PRAGMA writable_schema = ON; "
        "UPDATE sqlite_schema SET name = 'sqlite_x', "
        "sql = replace(sql, 'innocent', 'sqlite_x') WHERE name = 'innocent'; "
    ),
    "a computed column in the index's own tables": (
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = "
        "'CREATE TABLE ''search_config''(k PRIMARY KEY, v AS (random())) WITHOUT ROWID' "
        "WHERE name = 'search_config'"
    ),
}


@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS.keys())
@pytest.mark.parametrize("only_read", [False, True])
def test_a_strangers_additions_are_refused_before_they_can_run(
    path: Path, surroundings: Surroundings, trap: str, only_read: bool
) -> None:
    change_by_hand(path, trap)
    before = path.read_bytes()
    with pytest.raises(Damaged, match=r"can do harm|damaged"):
        open_file(path, surroundings, only_read=only_read)
    assert path.read_bytes() == before


def test_a_strangers_function_does_not_run_while_the_file_is_judged(
    path: Path, surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[int] = []
    prepare = Connection.__init__

    def with_a_function(self: Connection, *arguments: object, **more: object) -> None:
        prepare(self, *arguments, **more)  # type: ignore[arg-type]
        self.raw.create_function("alarm", 0, lambda: called.append(1))

    monkeypatch.setattr(Connection, "__init__", with_a_function)
    change_by_hand(
        path,
        "DROP TABLE opened; CREATE VIEW opened AS SELECT alarm() AS host, alarm() AS analyst, "
        "alarm() AS since, alarm() AS seen_at",
    )
    for only_read in (False, True):
        with pytest.raises(Damaged):
            open_file(path, surroundings, only_read=only_read)
    assert called == []


def test_tables_the_index_made_for_itself_may_be_worded_by_another_sqlite(
    path: Path, surroundings: Surroundings
) -> None:
    change_by_hand(
        path,
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = "
        "'CREATE TABLE ''search_docsize''(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)' "
        "WHERE name = 'search_docsize'",
    )
    open_file(path, surroundings).close()


def add_a_table(db: "Database") -> None:
    db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")


def break_a_reference(db: "Database") -> None:
    db.execute(
        "INSERT INTO texts SELECT 1, 'u', 'd', 1, 77, printf('%064d', 1), 0, 0, 0, '', 'strict', "
        "'', 1, 1, 1, '', '', '', ''"
    )


def fail(db: "Database") -> None:
    add_a_table(db)
    db.execute("INSERT INTO nowhere VALUES (1)")


def a_later_version(monkeypatch: pytest.MonkeyPatch, apply: Callable[["Database"], None]) -> None:
    """Let the program be one version newer than it is, reached by ``apply``."""
    first = migrations.migrations_after

    def after(
        version: int, up_to: int | None = None
    ) -> list[tuple[int, Callable[["Database"], None]]]:
        steps = [*first(0), (LATER, apply)]
        return [step for step in steps[:up_to] if step[0] > version]

    monkeypatch.setattr(schema, "migrations_after", after)
    monkeypatch.setattr(schema, "NEWEST", LATER)
    monkeypatch.setattr(opening, "NEWEST", LATER)


def test_an_older_file_is_brought_up_to_date_beside_a_copy_of_it(
    path: Path, surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_later_version(monkeypatch, add_a_table)
    copy = path.with_name(COPY)
    copy.write_bytes(b"left by an earlier try")
    project = open_file(path, surroundings)
    assert project.connection.count("PRAGMA user_version") == LATER
    assert copy.stat().st_mode & 0o777 == 0o600
    assert schema.sniff(copy) == migrations.NEWEST
    project.close()
    assert not copy.exists()
    monkeypatch.setattr(schema, "FINGERPRINT", "")
    open_file(path, surroundings).close()


@pytest.mark.parametrize(
    ("apply", "said"), [(fail, "nowhere"), (break_a_reference, "parts do not fit together")]
)
def test_a_file_that_cannot_be_brought_up_to_date_stays_as_it_was(
    path: Path,
    surroundings: Surroundings,
    monkeypatch: pytest.MonkeyPatch,
    apply: Callable[["Database"], None],
    said: str,
) -> None:
    with monkeypatch.context() as newer:
        a_later_version(newer, apply)
        with pytest.raises(Damaged, match=said):
            open_file(path, surroundings)
    assert schema.sniff(path.with_name(COPY)) == migrations.NEWEST
    with open_file(path, surroundings) as project:
        assert project.connection.count("PRAGMA user_version") == migrations.NEWEST


def test_an_older_file_that_may_only_be_read_asks_to_be_opened_for_writing(
    path: Path, surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_later_version(monkeypatch, add_a_table)
    with pytest.raises(Damaged, match="older version"):
        open_file(path, surroundings, only_read=True)
