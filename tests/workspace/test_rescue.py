"""What can be read of a damaged project comes into a new one; the damaged one stays as it is."""

import gzip
import os
import random
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reviewer.domain.errors import CannotSave, NotAProject, NotFound, ReviewerError
from reviewer.domain.progress import Silent
from reviewer.domain.rescues import Saved
from reviewer.workspace.project import Workspace
from reviewer.workspace.rescue import Rescued, rescue
from tests.builders import NOOR, a_document, a_passage, a_project
from tests.store.test_damage import make_project

PAGE = 4096
PLACES = int(os.environ.get("REVIEWER_FLIPS", "12"))
OLDER = Path(__file__).parents[1] / "store" / "older"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the bytes of a project with something of everything."""
    folder = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as home:
        home.setenv("REVIEWER_HOME", str(folder))
        return make_project(folder).read_bytes()


@dataclass(frozen=True, slots=True)
class Held:
    """Titles and texts; numbers, words and notes of passages; names of tags."""

    documents: list[tuple[str, str]]
    passages: list[tuple[str, str, str]]
    tags: list[str]


class Bench:
    """A folder with a damaged project, and the new one beside it."""

    def __init__(self, folder: Path) -> None:
        self.damaged = folder / "damaged.review"
        self.out = folder / "saved.review"

    def rescue(self, data: bytes) -> Rescued:
        self.damaged.write_bytes(data)
        self.out.unlink(missing_ok=True)
        rescued = rescue(self.damaged, self.out, Silent())
        assert self.damaged.read_bytes() == data
        return rescued

    def change(self, data: bytes, *statements: str) -> bytes:
        """Return the file as SQLite leaves it after statements that no trigger hinders."""
        self.damaged.write_bytes(data)
        raw = sqlite3.connect(self.damaged, isolation_level=None)
        triggers = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            raw.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            raw.execute(statement)
        raw.close()
        return self.damaged.read_bytes()

    def held(self) -> Held:
        """Return what a person would look for in the new project."""
        with Workspace.open(self.out, only_read=True) as made:
            documents = made.documents.ids()
            ids = sorted(made.passages.ids())
            found = made.passages.listed(ids)
            return Held(
                [(made.documents.get(one).title, made.documents.text(one)) for one in documents],
                [(found[one].label, found[one].quote, found[one].note) for one in ids],
                [tag.name for tag in made.tags.all()],
            )

    def everything(self, data: bytes) -> Held:
        """Return what a whole project holds."""
        self.rescue(data)
        return self.held()


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def saved(rescued: Rescued, table: str) -> Saved:
    return next(one for one in rescued.tables if one.table == table)


def without_page(data: bytes, number: int) -> bytes:
    return data[: (number - 1) * PAGE] + bytes(PAGE) + data[number * PAGE :]


def root_of(data: bytes, table: str, folder: Path) -> int:
    path = folder / "asked.review"
    path.write_bytes(data)
    raw = sqlite3.connect(path)
    ((root,),) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table])
    raw.close()
    path.unlink()
    return int(root)


def test_of_a_whole_project_everything_comes(whole: bytes, bench: Bench) -> None:
    rescued = bench.rescue(whole)
    assert rescued.is_whole
    here = bench.held()
    bench.damaged.replace(bench.out)
    assert bench.held() == here


def test_a_new_project_can_be_worked_in_and_its_history_goes_on(whole: bytes, bench: Bench) -> None:
    bench.rescue(whole)
    with Workspace.open(bench.out, NOOR) as made:
        steps = made.history.ids()
        assert made.documents.holding("spokesman")
        a_passage(made, 1, "Nobody was killed")
        made.history.undo()
        made.history.undo()
        assert len(made.history.ids()) > len(steps)
        assert list(made.verify()) == []


def test_a_flipped_bit_anywhere_loses_little_and_is_told(whole: bytes, bench: Bench) -> None:
    chance = random.Random(20260314)
    everything = bench.everything(whole)
    for _ in range(PLACES):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        rescued = bench.rescue(bytes(data))
        assert bench.held() == everything or not rescued.is_whole


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_a_file_cut_short_gives_what_is_left(whole: bytes, bench: Bench, share: float) -> None:
    rescued = bench.rescue(whole[: int(len(whole) * share)])
    assert not rescued.is_whole
    assert len(bench.held().documents) == 5


def test_without_the_first_page_the_rows_that_cannot_be_mistaken_come(
    whole: bytes, bench: Bench
) -> None:
    everything = bench.everything(whole)
    rescued = bench.rescue(without_page(whole, 1))
    assert bench.held() == everything
    assert saved(rescued, "counters").unknown == 1
    with Workspace.open(bench.out, NOOR) as made:
        assert made.documents.get(a_document(made)).number == 6


@pytest.mark.parametrize("table", ["tags", "furniture"])
def test_what_the_history_knows_is_rebuilt(
    whole: bytes, bench: Bench, tmp_path: Path, table: str
) -> None:
    everything = bench.everything(whole)
    rescued = bench.rescue(without_page(whole, root_of(whole, table, tmp_path)))
    assert saved(rescued, table).rebuilt > 0
    assert bench.held() == everything
    assert rescued.findings == ()


def lose(table: str, row: int) -> str:
    return f"DELETE FROM {table} WHERE id = {row}"


def forget(table: str, row: int) -> str:
    return f"DELETE FROM changes WHERE table_name = '{table}' AND row = {row}"


def test_what_others_rest_on_has_a_stand_in(whole: bytes, bench: Bench) -> None:
    everything = bench.everything(whole)
    lost = [("analysts", 1), ("originals", 1), ("texts", 2), ("documents", 3), ("tags", 1)]
    data = bench.change(
        whole,
        *(lose(table, row) for table, row in lost),
        lose("steps", 4),
        *(forget(table, row) for table, row in lost),
    )
    rescued = bench.rescue(data)
    for table, row in (*lost, ("steps", 4)):
        assert saved(rescued, table).lost == [row]
    held = bench.held()
    assert len(held.passages) == len(everything.passages)
    assert "Lost 1" in held.tags
    assert "Lost 3" in [title for title, _text in held.documents]
    with Workspace.open(bench.out, only_read=True) as made:
        assert [one.name for one in made.analysts()] == ["Lost 1"]
        told = [step.sentence for step in made.history.listed(made.history.ids())]
        assert "A change that was lost when the file was damaged" in told


def test_a_row_that_breaks_the_rules_does_not_come_and_is_named(whole: bytes, bench: Bench) -> None:
    data = bench.change(
        whole,
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE steps SET kind = 'dream' WHERE id = 20",
        "UPDATE settings SET key = key",
        "UPDATE passages SET number = -1 WHERE id = 2",
    )
    rescued = bench.rescue(data)
    assert saved(rescued, "steps").lost == [20]
    passage = saved(rescued, "passages")
    assert (passage.came, passage.rebuilt, passage.lost) == (5, 1, [])


def test_what_was_taken_away_is_not_put_back(bench: Bench, tmp_path: Path) -> None:
    with a_project(tmp_path, "other") as workspace:
        document = a_document(workspace, "Twelve people were hurt. Nobody was killed.")
        gone = a_passage(workspace, document, "Twelve people")
        kept = a_passage(workspace, document, "Nobody was killed", note="Look again")
        workspace.passages.note(kept, "Looked again")
        workspace.passages.remove([gone])
    data = workspace.path.read_bytes()
    rescued = bench.rescue(without_page(data, root_of(data, "passages", tmp_path)))
    assert saved(rescued, "passages").rebuilt == 1
    assert bench.held().passages == [("D1·2", "Nobody was killed", "Looked again")]
    with Workspace.open(bench.out, NOOR) as made:
        again = a_passage(made, document, "Twelve people")
        assert made.passages.label(again) == "D1·3"


def test_a_history_that_is_damaged_too_is_not_asked_what_is_missing(
    whole: bytes, bench: Bench
) -> None:
    nonsense = "UPDATE changes SET after = '[' WHERE table_name = 'tags' AND row = 2"
    of_nothing = "UPDATE changes SET action = 'update' WHERE table_name = 'tags' AND row = 3"
    rules = "PRAGMA ignore_check_constraints = ON"
    lost = "UPDATE tags SET record = 'dream'"
    rescued = bench.rescue(bench.change(whole, rules, nonsense, of_nothing, lost))
    tags = saved(rescued, "tags")
    assert (tags.came, tags.rebuilt) == (0, 1)
    assert {2, 3} >= set(tags.lost)
    broken = "UPDATE changes SET action = 'bless' WHERE id = 5"
    gone = lose("furniture", 1)
    rescued = bench.rescue(bench.change(whole, rules, broken, gone))
    assert saved(rescued, "furniture").rebuilt == 0


@pytest.mark.parametrize(
    "image", ["[]", "5", "null", '{"name": [1]}', '{"name": {"of": 1}}', "[" * 9_000]
)
@pytest.mark.parametrize("action", ["insert", "update"])
def test_nonsense_in_the_history_rebuilds_nothing(
    whole: bytes, bench: Bench, image: str, action: str
) -> None:
    nonsense = f"UPDATE changes SET after = '{image}', action = '{action}' WHERE row = 2"
    rescued = bench.rescue(bench.change(whole, nonsense, lose("notes", 1), lose("tags", 2)))
    assert saved(rescued, "tags").rebuilt == 0
    assert 2 in saved(rescued, "tags").lost


def test_what_rests_on_what_nothing_can_stand_for_goes_too(whole: bytes, bench: Bench) -> None:
    data = bench.change(
        whole,
        "UPDATE texts SET version = 2 WHERE id = 1",
        "UPDATE texts SET document_uid = (SELECT uid FROM documents WHERE id = 2) WHERE id = 1",
        "UPDATE tags SET name = 'Lost 9' WHERE id = 1",
        "UPDATE passages SET tag = 9, document = 77 WHERE id = 1",
        "UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'tags'",
    )
    rescued = bench.rescue(data)
    assert 1 in saved(rescued, "passages").lost
    assert len(bench.held().passages) == 5


def test_ids_go_on_behind_those_of_rows_that_are_gone(bench: Bench, tmp_path: Path) -> None:
    with a_project(tmp_path, "other") as workspace:
        document = a_document(workspace, "Twelve people were hurt.")
        gone = a_passage(workspace, document, "Twelve")
        workspace.history.undo()
    assert bench.rescue(workspace.path.read_bytes()).is_whole
    with Workspace.open(bench.out, NOOR) as made:
        assert a_passage(made, document, "people") > gone


def test_a_reference_that_flipped_leads_to_a_stand_in(whole: bytes, bench: Bench) -> None:
    rules = "PRAGMA ignore_check_constraints = ON"
    data = bench.change(whole, rules, "UPDATE metadata SET text = 9223372036854775807")
    rescued = bench.rescue(data)
    assert saved(rescued, "metadata").came == 1
    assert not rescued.is_whole


def test_an_older_project_is_saved_and_brought_up_to_date(bench: Bench) -> None:
    for path in sorted(OLDER.glob("*.gz")):
        data = gzip.decompress(path.read_bytes())
        rescued = bench.rescue(data)
        assert rescued.is_whole, path.name
        assert sum(one.came for one in rescued.tables) > 10


def test_work_that_waits_in_the_log_comes_too(tmp_path: Path, bench: Bench) -> None:
    with a_project(tmp_path, "open") as workspace:
        document = a_document(workspace, "Twelve people were hurt.")
        workspace.idle()
        a_passage(workspace, document, "Twelve people")
        file = workspace.path.read_bytes()
        log = workspace.path.with_name(workspace.path.name + "-wal").read_bytes()
    assert log
    beside = bench.damaged.with_name(bench.damaged.name + "-wal")
    beside.write_bytes(log)
    assert bench.rescue(file).is_whole
    assert [label for label, *_ in bench.held().passages] == ["D1·1"]
    assert beside.read_bytes() == log


@pytest.mark.parametrize("data", [b"", b"x" * 200, bytes(20_000), b"SQLite format 3\0" * 900])
def test_what_is_no_project_leaves_no_new_one(bench: Bench, data: bytes) -> None:
    with pytest.raises(NotAProject, match=r"damaged\.review"):
        bench.rescue(data)
    assert not bench.out.exists()


def refused(deed: Callable[[], object], kind: type[ReviewerError], words: str) -> None:
    with pytest.raises(kind, match=words):
        deed()


def test_a_project_that_is_open_is_not_read_beside_sqlite(
    workspace: Workspace, bench: Bench
) -> None:
    refused(lambda: rescue(workspace.path, bench.out, Silent()), CannotSave, "open in a window")
    assert not bench.out.exists()


def test_a_new_project_is_never_written_over_anything(whole: bytes, bench: Bench) -> None:
    bench.rescue(whole)
    before = bench.out.read_bytes()
    refused(lambda: rescue(bench.damaged, bench.out, Silent()), CannotSave, "already a file")
    refused(lambda: rescue(bench.damaged, bench.damaged, Silent()), CannotSave, "already a file")
    assert bench.out.read_bytes() == before
    assert bench.damaged.read_bytes() == whole


def test_what_is_not_there_or_is_a_folder_is_a_sentence(tmp_path: Path, bench: Bench) -> None:
    refused(lambda: rescue(tmp_path / "none", bench.out, Silent()), NotFound, "none")
    refused(lambda: rescue(tmp_path, bench.out, Silent()), CannotSave, "cannot be read")


def test_a_pipe_is_no_project_and_nobody_waits_for_it(tmp_path: Path, bench: Bench) -> None:
    os.mkfifo(tmp_path / "pipe.review")
    pipe = tmp_path / "pipe.review"
    refused(lambda: rescue(pipe, bench.out, Silent()), NotAProject, "pipe")
    refused(lambda: Workspace.open(pipe, NOOR), NotAProject, "pipe")


def test_a_row_with_more_in_it_than_its_table_has_does_not_come(whole: bytes, bench: Bench) -> None:
    more = ("ALTER TABLE tags ADD COLUMN more TEXT", "UPDATE tags SET more = 'x' WHERE id = 3")
    assert saved(bench.rescue(bench.change(whole, *more)), "tags").came == 2


@pytest.mark.parametrize("columns", ["id INTEGER PRIMARY KEY, uid, passage, field", ""])
def test_a_row_that_is_cut_where_it_must_be_whole_does_not_come(
    whole: bytes, bench: Bench, columns: str
) -> None:
    long = "z" * 9000
    statements = ["PRAGMA foreign_keys = OFF"]
    if columns:
        statements += ["DROP TABLE field_values", f"CREATE TABLE field_values ({columns})"]
        statements += [f"INSERT INTO field_values VALUES (1, 'u', 1, '{long}')"]
    else:
        statements += [f"INSERT INTO field_values VALUES (1, 'u', 1, 1, '{long}')"]
    data = bench.change(whole, *statements, "VACUUM")
    behind = data.rindex(b"z" * 100) // PAGE * PAGE
    rescued = bench.rescue(data[:behind] + bytes(PAGE) * 0)
    assert saved(rescued, "field_values").came == 0
    assert saved(rescued, "passages").came > 0


def test_of_a_text_that_is_cut_short_the_beginning_comes(bench: Bench, tmp_path: Path) -> None:
    with a_project(tmp_path, "long") as workspace:
        a_document(workspace, "Twelve people were hurt. " + "They ran. " * 2_000, original=b"%PDF")
    data = bytearray(bench.change(workspace.path.read_bytes(), "VACUUM"))
    last_but_one = (data.rindex(b"They ran. " * 20) // PAGE - 1) * PAGE
    data[last_but_one : last_but_one + 4] = bytes(4)  # where it goes on is not known any more
    texts = saved(bench.rescue(bytes(data)), "texts")
    assert (texts.came, texts.cut) == (1, [1])
    ((_title, text),) = bench.held().documents
    assert text.startswith("Twelve people were hurt. They ran. They ran.")
    assert len(text) < 20_000
