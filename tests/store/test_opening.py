"""Making, opening, sharing and closing a project file."""

import multiprocessing
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from reviewer.domain.errors import CannotSave, Damaged, NotAProject, NotFound, ReadOnly
from reviewer.environment import clock, places
from reviewer.store import opening, schema
from reviewer.store.connection import IN_MEMORY, Connection, is_open_here
from reviewer.store.lock import Turn, WriterLock
from reviewer.store.opened import Holder
from reviewer.store.opening import ALONE, HELD, MEDIUM, NO_LOCK, NO_ROOM, make, open_file
from reviewer.store.project_file import ProjectFile, Surroundings
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_passage, a_project
from tests.store.conftest import Disk

OTHER_MACHINE = Holder("Basit", host="the-other-machine", process=7)


@pytest.fixture
def path(tmp_path: Path, surroundings: Surroundings) -> Path:
    """Give a project file that is closed."""
    path = tmp_path / "winter.review"
    make(path, surroundings).close()
    return path


def beside(path: Path) -> list[str]:
    return sorted(found.name for found in path.parent.iterdir() if found.name.startswith(path.name))


def remember(project: ProjectFile, value: str) -> None:
    with project.connection.transaction():
        project.states.set("word", value)


def test_a_project_is_a_file_from_its_first_second_and_its_owners_alone(
    tmp_path: Path, surroundings: Surroundings
) -> None:
    path = tmp_path / "deep" / "er" / "زرویل\nwinter?#%.review"
    with make(path, surroundings) as project:
        assert path.stat().st_size > 0
        for name in beside(path):
            assert path.with_name(name).stat().st_mode & 0o777 == 0o600
        remember(project, "x")
    assert beside(path) == [path.name]
    with open_file(path, surroundings) as project:
        assert project.states.get("word") == "x"


def test_changes_are_on_disk_before_a_commit_returns(
    path: Path, surroundings: Surroundings
) -> None:
    full = 2
    with open_file(path, surroundings) as project:
        assert project.connection.words("PRAGMA journal_mode") == "wal"
        assert project.connection.count("PRAGMA synchronous") == full
        assert not project.alone


def test_nothing_that_is_there_is_written_over(tmp_path: Path, surroundings: Surroundings) -> None:
    path = tmp_path / "thesis.review"
    path.write_bytes(b"my only copy")
    with pytest.raises(CannotSave, match="already a file"):
        make(path, surroundings)
    assert path.read_bytes() == b"my only copy"


def test_a_place_that_cannot_be_written_is_named(
    tmp_path: Path, surroundings: Surroundings
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotSave, match="folder"):
        make(tmp_path / "file" / "a.review", surroundings)
    with pytest.raises(CannotSave, match="cannot be made in"):
        make(tmp_path / ("n" * 300 + ".review"), surroundings)


def test_a_project_is_not_made_where_others_could_not_be_kept_out(
    tmp_path: Path, surroundings: Surroundings
) -> None:
    path = tmp_path / "winter.review"
    gone_but_open = WriterLock(path, surroundings.state_folder)
    assert gone_but_open.take() is Turn.OURS
    with pytest.raises(CannotSave, match="another name"):
        make(path, surroundings)
    assert beside(path) == []
    gone_but_open.give_back()
    make(path, surroundings).close()


def test_making_that_fails_leaves_nothing_behind(
    tmp_path: Path, surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "winter.review"

    def fail(_connection: Connection, _version: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as failing:
        failing.setattr(opening, "migrate", fail)
        with pytest.raises(KeyboardInterrupt):
            make(path, surroundings)
    assert beside(path) == []
    assert not is_open_here(path)
    make(path, surroundings).close()


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_project_whose_making_was_cut_short_is_finished_when_opened(
    tmp_path: Path, surroundings: Surroundings, journal: str
) -> None:
    path = tmp_path / "winter.review"
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        raw.execute(f"PRAGMA journal_mode = {journal}")
    raw.close()
    with pytest.raises(Damaged, match="never finished"):
        open_file(path, surroundings, only_read=True)
    with open_file(path, surroundings) as project:
        remember(project, "x")


def test_a_project_cut_off_in_its_first_moment_says_what_to_do(
    tmp_path: Path, surroundings: Surroundings
) -> None:
    path = tmp_path / "winter.review"
    path.touch()
    with pytest.raises(NotAProject, match="Delete it"):
        open_file(path, surroundings)


def test_an_unfinished_file_with_something_in_it_is_not_finished(
    tmp_path: Path, surroundings: Surroundings
) -> None:
    path = tmp_path / "winter.review"
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        raw.execute("CREATE TABLE trap (x)")
    raw.close()
    with pytest.raises(Damaged, match="trap"):
        open_file(path, surroundings)


def test_a_file_that_is_not_there_is_named(tmp_path: Path, surroundings: Surroundings) -> None:
    with pytest.raises(NotFound, match=r"no file “winter\.review”"):
        open_file(tmp_path / "winter.review", surroundings)


def test_a_folder_is_no_project(tmp_path: Path, surroundings: Surroundings) -> None:
    with pytest.raises(CannotSave, match="cannot be opened"):
        open_file(tmp_path, surroundings)


def test_a_name_that_means_something_to_sqlite_is_a_file_like_any_other(
    tmp_path: Path, surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (":memory:", "file:x?mode=memory"):
        with make(Path(name), surroundings) as project:
            remember(project, name)
        assert (tmp_path / name).stat().st_size > 0
        with open_file(Path(name), surroundings) as project:
            assert project.states.get("word") == name


def test_a_name_that_is_no_text_can_be_a_projects(
    tmp_path: Path, surroundings: Surroundings
) -> None:
    path = tmp_path / os.fsdecode(b"w\xefnter.review")
    copy = tmp_path / os.fsdecode(b"c\xf6py.review")
    with make(path, surroundings) as project:
        remember(project, "x")
        project.copy_to(copy)
    with open_file(copy, surroundings) as project:
        assert project.states.get("word") == "x"


def test_a_second_window_reads_and_is_told_who_writes(
    path: Path, surroundings: Surroundings
) -> None:
    with open_file(path, surroundings) as writer, open_file(path, surroundings) as reader:
        assert writer.reason_not_to_write == ""
        assert reader.reason_not_to_write == HELD
        assert "Noor" in reader.connection.held_by
        with pytest.raises(ReadOnly, match="Noor"):
            remember(reader, "lost")
        with pytest.raises(ReadOnly):
            reader.connection.execute("DELETE FROM counters")


def test_a_second_window_sees_what_the_first_writes(path: Path, surroundings: Surroundings) -> None:
    with open_file(path, surroundings) as writer, open_file(path, surroundings) as reader:
        before = reader.data_version()
        remember(writer, "x")
        assert reader.data_version() != before
        assert reader.states.get("word") == "x"


def test_a_window_that_only_wants_to_read_keeps_nobody_from_writing(
    path: Path, surroundings: Surroundings
) -> None:
    with open_file(path, surroundings, only_read=True) as reader:
        assert "reading only" in reader.reason_not_to_write
        assert reader.connection.held_by == "?"
        with open_file(path, surroundings) as writer:
            remember(writer, "x")
            assert reader.states.get("word") == "x"


@pytest.mark.parametrize("writer_first", [True, False])
def test_one_single_file_is_left_whoever_closes_last(
    path: Path, surroundings: Surroundings, *, writer_first: bool
) -> None:
    writer = open_file(path, surroundings)
    reader = open_file(path, surroundings)
    remember(writer, "x")
    for project in (writer, reader) if writer_first else (reader, writer):
        project.close()
        project.close()
    assert beside(path) == [path.name]
    with open_file(path, surroundings) as again:
        assert again.reason_not_to_write == ""
        assert again.states.get("word") == "x"


def test_a_reader_in_the_middle_of_reading_does_not_hold_up_closing(
    path: Path, surroundings: Surroundings
) -> None:
    with open_file(path, surroundings) as writer, open_file(path, surroundings) as reader:
        with reader.connection.reading():
            reader.states.get("word")
            remember(writer, "x")
            writer.tidy()
            writer.close()
        assert reader.states.get("word") == "x"
    assert beside(path) == [path.name]


def test_a_quiet_moment_empties_the_log(path: Path, surroundings: Surroundings) -> None:
    log = path.with_name(path.name + "-wal")
    with open_file(path, surroundings) as project:
        remember(project, "x" * 10_000)
        assert log.stat().st_size > 0
        with project.connection.transaction():
            project.tidy()
        assert log.stat().st_size > 0
        project.tidy()
        assert log.stat().st_size == 0


def test_whoever_writes_is_noted_and_leaves_no_trace(
    path: Path, surroundings: Surroundings
) -> None:
    with open_file(path, surroundings) as writer, open_file(path, surroundings) as reader:
        since = reader.opened.described()
        assert writer.note_presence()
        assert reader.note_presence()
        assert reader.opened.described() == since
        writer.close()
        assert reader.opened.described() == "?"


def at_work(path: Path, surroundings: Surroundings, seen_at: str) -> None:
    """Leave the row of another machine that was at work then."""
    with open_file(path, surroundings) as project:
        project.connection.execute("DELETE FROM opened")
        project.opened.note(OTHER_MACHINE, seen_at)
        project.connection.close()


@pytest.mark.parametrize(
    ("seen_at", "writes"),
    [
        ("2026-03-14T09:00:00.000+00:00", False),
        ("2026-03-14T08:58:00.000+00:00", False),
        ("2026-03-14T09:02:00.000+00:00", False),  # its clock is a little ahead of ours
        ("2026-03-14T08:50:00.000+00:00", True),
        ("2031-03-14T09:00:00.000+00:00", True),  # its clock was wrong
        ("2026-03-14T09:00:00.000", True),  # not a moment of ours
        ("nonsense", True),
    ],
)
def test_another_machine_counts_while_it_was_seen_a_moment_ago(
    path: Path, surroundings: Surroundings, seen_at: str, *, writes: bool
) -> None:
    at_work(path, surroundings, seen_at)
    now = replace(surroundings, now=lambda: "2026-03-14T09:00:00.000+00:00")
    with open_file(path, now) as project:
        assert (project.reason_not_to_write == "") is writes
        assert ("the-other-machine" in project.connection.held_by) is not writes
    lock = WriterLock(path, surroundings.state_folder)
    assert lock.take() is Turn.OURS
    lock.give_back()


def test_another_machine_that_came_in_the_same_moment_keeps_us_from_writing(
    path: Path, surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare = opening._prepare_writing

    def meanwhile(connection: Connection) -> bool:
        alone = prepare(connection)
        with sqlite3.connect(path) as raw:
            raw.execute(
                "INSERT INTO opened VALUES (1, 'the-other-machine', 7, 'Basit', ?, ?)",
                [clock.now(), clock.now()],
            )
        raw.close()
        return alone

    monkeypatch.setattr(opening, "_prepare_writing", meanwhile)
    with open_file(path, surroundings) as project:
        assert "Basit" in project.connection.held_by


def test_a_writer_found_on_another_machine_stops_noting_its_presence(
    path: Path, surroundings: Surroundings
) -> None:
    with open_file(path, surroundings) as project:
        project.connection.execute("DELETE FROM opened")
        project.opened.note(OTHER_MACHINE, clock.now())
        assert not project.note_presence()


def test_without_its_own_folder_the_program_only_reads(
    path: Path, surroundings: Surroundings, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    nowhere = replace(surroundings, state_folder=tmp_path / "file" / "state")
    with open_file(path, nowhere) as project:
        assert project.reason_not_to_write == NO_LOCK
    with pytest.raises(CannotSave):
        make(tmp_path / "new.review", nowhere)


def test_on_a_network_drive_one_program_has_the_file_to_itself(
    path: Path, surroundings: Surroundings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"1 1 0:1 / {tmp_path.resolve()} rw - nfs4 server:/office rw\n")
    monkeypatch.setattr(places, "MOUNTS", mounts)
    with open_file(path, surroundings) as project:
        assert project.alone
        assert "network" in ALONE
        assert project.connection.words("PRAGMA journal_mode") == "delete"
        remember(project, "x")
        other = sqlite3.connect(path, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("SELECT * FROM ui_state")
        other.close()
    assert beside(path) == [path.name]


def test_where_the_log_cannot_be_had_one_program_has_the_file_to_itself() -> None:
    connection = Connection(Path("pattern"), IN_MEMORY)
    assert opening._prepare_writing(connection)
    assert connection.words("PRAGMA locking_mode") == "exclusive"


def test_a_file_locked_by_another_program_says_so(
    path: Path, surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.store.connection.BUSY_TIMEOUT_MILLISECONDS", 1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(CannotSave, match="locked"):
        open_file(path, surroundings)
    other.close()
    open_file(path, surroundings).close()


def limit(workspace: Workspace, pages: int) -> None:
    workspace._project.connection.count(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_loses_nothing_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    with a_project(tmp_path) as workspace:
        document = a_document(workspace, "one two three")
        limit(workspace, workspace._project.connection.count("PRAGMA page_count") + 50)
        made = fill_up(workspace, document)
        assert workspace.passages.ids() == made
        limit(workspace, 2**31 - 2)
        more = a_passage(workspace, document, "two")
        assert workspace.passages.ids() == [*made, more]
    with Workspace.open(tmp_path / "project.review", NOOR) as workspace:
        assert sorted(workspace.passages.ids()) == [*made, more]
        assert list(workspace.verify()) == []


def test_a_disk_that_is_really_full_loses_nothing(disk: Disk) -> None:
    with a_project(disk.place) as workspace:
        document = a_document(workspace, "one two three " * 100)
        first = a_passage(workspace, document, "one two")
        filler = disk.fill()
        made = fill_up(workspace, document)
        assert workspace.passages.ids() == [first, *made]
        filler.unlink()
        more = a_passage(workspace, document, "three")
        filler = disk.fill()
    with Workspace.open(disk.place / "project.review", NOOR) as workspace:
        assert sorted(workspace.passages.ids()) == [first, *made, more]
    filler.unlink()
    with Workspace.open(disk.place / "project.review", NOOR) as workspace:
        assert workspace.read_only is None
        assert sorted(workspace.passages.ids()) == [first, *made, more]
        assert list(workspace.verify()) == []
    assert sorted(found.name for found in disk.place.iterdir()) == ["project.review"]


def fill_up(workspace: Workspace, document: int) -> list[int]:
    """Add tags and use them until the disk says no; returns the passages acknowledged."""
    made: list[int] = []
    for number in range(10_000):
        try:
            made.append(a_passage(workspace, document, "one", f"tag {number}"))
        except CannotSave:
            return made
    pytest.fail("there was always room")


def test_a_project_can_be_read_from_a_full_disk(disk: Disk, surroundings: Surroundings) -> None:
    path = disk.place / "winter.review"
    with make(path, surroundings) as project:
        remember(project, "x")
    filler = disk.fill()
    with open_file(path, surroundings) as project:
        assert project.reason_not_to_write == NO_ROOM
        assert project.states.get("word") == "x"
    filler.unlink()
    with open_file(path, surroundings) as project:
        assert project.reason_not_to_write == ""


def leave_a_log(path: Path, surroundings: Surroundings, word: str) -> None:
    """Let another process write into the project and die with the log not folded in."""
    context = multiprocessing.get_context("spawn")
    written = context.Event()
    other = context.Process(
        target=_write_and_die, args=(path, surroundings.state_folder, word, written)
    )
    other.start()
    other.join()
    assert written.is_set(), "the other process ended before it had written"
    assert path.with_name(path.name + "-wal").stat().st_size > 0


def _write_and_die(path: Path, state_folder: Path, word: str, written: Event) -> None:
    project = open_file(path, Surroundings(state_folder, Holder("Basit"), clock.now))
    remember(project, word)
    written.set()
    os._exit(1)


def test_a_log_found_beside_a_file_is_read_and_folded_in(
    path: Path, surroundings: Surroundings
) -> None:
    leave_a_log(path, surroundings, "left")
    with open_file(path, surroundings, only_read=True) as project:
        assert project.states.get("word") == "left"
    leave_a_log(path, surroundings, "left again")
    with open_file(path, surroundings) as project:
        assert project.reason_not_to_write == ""
        assert project.states.get("word") == "left again"
    assert beside(path) == [path.name]


def test_on_a_full_disk_a_log_is_still_read(disk: Disk, surroundings: Surroundings) -> None:
    path = disk.place / "winter.review"
    make(path, surroundings).close()
    leave_a_log(path, surroundings, "left")
    path.with_name(path.name + "-shm").unlink()
    filler = disk.fill()
    with open_file(path, surroundings) as project:
        assert project.reason_not_to_write == NO_ROOM
        assert project.states.get("word") == "left"
    filler.unlink()
    with open_file(path, surroundings) as project:
        assert project.states.get("word") == "left"


def with_a_log(path: Path, surroundings: Surroundings) -> None:
    leave_a_log(path, surroundings, "x")


def with_a_log_and_no_index(path: Path, surroundings: Surroundings) -> None:
    leave_a_log(path, surroundings, "x")
    path.with_name(path.name + "-shm").unlink()


def without_a_log(path: Path, surroundings: Surroundings) -> None:
    with open_file(path, surroundings) as project:
        remember(project, "x")


@pytest.mark.parametrize("leave", [with_a_log, with_a_log_and_no_index, without_a_log])
def test_a_read_only_place_can_be_read_and_copied_from(
    disk: Disk,
    tmp_path: Path,
    surroundings: Surroundings,
    leave: Callable[[Path, Surroundings], None],
) -> None:
    path = disk.place / "winter #1?.review"
    make(path, surroundings).close()
    leave(path, surroundings)
    disk.make_read_only()
    before = {found.name: found.read_bytes() for found in disk.place.iterdir()}
    with open_file(path, surroundings) as project:
        assert project.reason_not_to_write == MEDIUM
        assert project.states.get("word") == "x"
        with pytest.raises(ReadOnly, match="read-only place"):
            remember(project, "lost")
        project.copy_to(tmp_path / "copy.review")
    assert {found.name: found.read_bytes() for found in disk.place.iterdir()} == before
    with open_file(tmp_path / "copy.review", surroundings) as copy:
        assert copy.states.get("word") == "x"


def test_a_copy_is_whole_its_owners_alone_and_never_over_another(
    path: Path, surroundings: Surroundings
) -> None:
    copy = path.with_name("copy.review")
    with open_file(path, surroundings) as writer, open_file(path, surroundings) as reader:
        remember(writer, "x")
        reader.copy_to(copy)
        with pytest.raises(ReadOnly):
            reader.connection.execute("DELETE FROM ui_state")
        with pytest.raises(CannotSave, match="already"):
            writer.copy_to(copy)
        with pytest.raises(CannotSave):
            writer.copy_to(path.with_name("no such folder") / "copy.review")
    assert copy.stat().st_mode & 0o777 == 0o600
    with open_file(copy, surroundings) as project:
        assert project.states.get("word") == "x"


def test_a_copy_that_does_not_fit_leaves_nothing_behind(
    path: Path, surroundings: Surroundings, disk: Disk
) -> None:
    copy = disk.place / "copy.review"
    disk.fill()
    with open_file(path, surroundings) as project:
        with pytest.raises(CannotSave):
            project.copy_to(copy)
        remember(project, "x")
    assert not copy.exists()
