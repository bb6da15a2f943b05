"""A file that makes its reader crash, hang or swell costs itself alone, and is named."""

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reviewer.domain.errors import Cancelled, Unreadable
from reviewer.domain.incoming import Enclosed, Incoming, LeftOut
from reviewer.importers import guarded
from reviewer.workspace import guarded_reading
from reviewer.workspace.guarded_reading import GuardedReading
from tests.importers.pdf_files import pdf, stand_in_for_tesseract
from tests.workspace import hostile

posix = pytest.mark.skipif(sys.platform == "win32", reason="a program that is a script")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")


@pytest.fixture
def reading() -> Iterator[GuardedReading]:
    with hostile.at_hand():
        made = GuardedReading()
        yield made
        made.close()


def nobody_asks() -> None:
    """Never stop."""


def take(reading: GuardedReading, words: str, name: str = "a.hostile") -> list[object]:
    return list(reading.take(words.encode(), name, look=nobody_asks))


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{number}/stat")
    return not state.exists() or ") Z " not in state.read_text()


def wait_for_the_end_of(number: int) -> None:
    until = time.monotonic() + 20
    while is_running(number):
        assert time.monotonic() < until, "it is still there"
        time.sleep(0.02)


def test_what_a_file_holds_comes_back_as_it_was_read(
    reading: GuardedReading, tmp_path: Path
) -> None:
    file = tmp_path / "b.hostile"
    file.write_text("One page.\nattach:x.txt=Words\ncannot:y.pdf\nAnother.\n")
    first, attached, locked, second = reading.take(file, "b.hostile", look=nobody_asks)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert (first.text, second.text) == ("One page.\n", "Another.\n")
    assert (first.part, second.part) == ("line 1", "line 4")
    assert second.original is first.original
    assert first.original.data
    assert attached == Enclosed("x.txt", b"Words", attached=True)
    assert isinstance(locked, LeftOut)
    assert str(locked.problem) == "“y.pdf” is locked."


def test_the_same_child_reads_file_after_file(
    reading: GuardedReading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "number"
    monkeypatch.setenv("LEAVE_NUMBER_IN", str(note))
    numbers: list[str] = []
    for _ in range(3):
        assert len(take(reading, "number:\nA page.")) == 1
        numbers.append(note.read_text())
    assert len(set(numbers)) == 1
    assert numbers[0] != str(os.getpid())
    reading.close()
    wait_for_the_end_of(int(numbers[0]))
    take(reading, "number:\nA page.")
    assert note.read_text() != numbers[0]


@pytest.mark.parametrize("deed", ["crash", "leave", "fail", "nonsense"])
def test_a_file_that_makes_its_reader_crash_is_named_and_the_next_is_read(
    reading: GuardedReading, deed: str
) -> None:
    with pytest.raises(Unreadable, match=r"“bad\.hostile” made its reader crash"):
        take(reading, deed, "bad.hostile")
    assert len(take(reading, "A page.")) == 1


def test_a_missing_part_of_the_program_is_not_blamed_on_the_file(reading: GuardedReading) -> None:
    with pytest.raises(Unreadable, match=r"“bad\.hostile” was not read, because a part of this"):
        take(reading, "miss", "bad.hostile")


def test_what_was_found_before_a_crash_is_kept(reading: GuardedReading) -> None:
    stream = reading.take(b"One page.\nfail", "a.hostile", look=nobody_asks)
    assert isinstance(next(stream), Incoming)
    with pytest.raises(Unreadable, match="crash"):
        next(stream)


@pytest.mark.parametrize("deed", ["hang", "spin"])
def test_a_file_that_makes_its_reader_hang_is_named_and_the_next_is_read(
    reading: GuardedReading, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    monkeypatch.setattr(guarded_reading, "PATIENCE", 1.5)
    with pytest.raises(Unreadable, match=r"“bad\.hostile” took too long.* for 1 seconds"):
        take(reading, deed, "bad.hostile")
    monkeypatch.undo()
    with hostile.at_hand():
        assert len(take(reading, "A page.")) == 1


def test_a_reader_that_says_it_goes_on_is_waited_for(
    reading: GuardedReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(reading, "A page.")
    monkeypatch.setattr(guarded_reading, "PATIENCE", 1.2)
    assert len(take(reading, "beat\nA page.")) == 1


@posix
def test_recognition_is_waited_for_however_long_it_thinks(
    reading: GuardedReading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in_for_tesseract(tmp_path, monkeypatch, "import time; time.sleep(3)")
    with pytest.raises(Unreadable, match="Import it with recognition"):
        list(reading.take(pdf([]), "a.pdf", look=nobody_asks))
    monkeypatch.setattr(guarded_reading, "PATIENCE", 1.5)
    (found,) = reading.take(pdf([]), "a.pdf", recognise=True, look=nobody_asks)
    assert isinstance(found, Incoming)
    assert "second piece" in found.text


@posix
def test_whoever_stops_ends_the_recognition_too(
    reading: GuardedReading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "number"
    words = f"open({str(note)!r}, 'w').write(str(os.getpid()) + ' '); import time; time.sleep(600)"
    stand_in_for_tesseract(tmp_path, monkeypatch, words)

    def look() -> None:
        if note.exists() and note.read_text().endswith(" "):
            raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        list(reading.take(pdf([]), "a.pdf", recognise=True, look=look))
    wait_for_the_end_of(int(note.read_text()))


@on_linux
def test_a_file_that_takes_too_much_memory_is_named_and_the_next_is_read(
    reading: GuardedReading,
) -> None:
    with pytest.raises(Unreadable, match=r"“bad\.hostile” needs more than 2 GB"):
        take(reading, "swell", "bad.hostile")
    assert len(take(reading, "A page.")) == 1


def test_a_refusal_comes_back_in_words(reading: GuardedReading) -> None:
    with pytest.raises(Unreadable, match="“x” is refused: no sense"):
        take(reading, "refuse")


def test_a_file_that_is_not_there_says_so(reading: GuardedReading, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is not there"):
        list(reading.take(tmp_path / "gone.hostile", "gone.hostile", look=nobody_asks))


def test_a_child_says_nothing_on_the_terminal_and_leaves_ctrl_c_to_others(
    reading: GuardedReading, capfd: pytest.CaptureFixture[str]
) -> None:
    take(reading, "shout\nA page.")
    assert capfd.readouterr() == ("", "")
    with pytest.raises(Unreadable, match=r"ignores Ctrl\+C: 1"):
        take(reading, "limits")


def test_whoever_stops_is_not_waited_for(reading: GuardedReading) -> None:
    looks = 0

    def look() -> None:
        nonlocal looks
        looks += 1
        if looks > 2:
            raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        list(reading.take(b"hang", "a.hostile", look=look))
    assert len(take(reading, "A page.")) == 1


def test_a_child_that_is_not_heard_out_is_ended(
    reading: GuardedReading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "number"
    monkeypatch.setenv("LEAVE_NUMBER_IN", str(note))
    stream = reading.take(b"number:\nA page.\nhang", "a.hostile", look=nobody_asks)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    wait_for_the_end_of(int(note.read_text()))


def test_a_child_ends_when_nobody_is_left_to_read_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "number"
    monkeypatch.setenv("LEAVE_NUMBER_IN", str(note))
    reads = (
        "from tests.workspace import hostile\n"
        "from reviewer.workspace.guarded_reading import GuardedReading\n"
        "with hostile.at_hand():\n"
        "    words = b'number:\\nA page.\\nhang'\n"
        "    for one in GuardedReading().take(words, 'a.hostile', look=lambda: None):\n"
        "        print('read', flush=True)\n"
    )
    root = Path(__file__).parents[2]
    reader = subprocess.Popen([sys.executable, "-c", reads], stdout=subprocess.PIPE, cwd=root)
    assert reader.stdout is not None
    assert reader.stdout.readline() == b"read\n"
    number = int(note.read_text())
    assert is_running(number)
    os.kill(reader.pid, signal.SIGKILL)
    reader.communicate()
    wait_for_the_end_of(number)


def test_where_no_process_can_be_started_it_is_said(
    reading: GuardedReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
    with pytest.raises(Unreadable, match="no process could be started for it: Resource"):
        take(reading, "A page.")


def test_a_table_can_be_looked_at_first(reading: GuardedReading, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Head,Body\nFirst,Words of one.\n")
    for source in (file, file.read_bytes()):
        table = reading.table(source, "a.csv", look=nobody_asks)
        assert (table.header, table.rows) == (("Head", "Body"), (("First", "Words of one."),))
        assert str(table.guess) == "text = Body"
    for source in (tmp_path / "gone.csv", b""):
        with pytest.raises(Unreadable):
            reading.table(source, "a.csv", look=nobody_asks)
    with pytest.raises(Unreadable, match="is no table"):
        reading.table(b"Words.", "a.hostile", look=nobody_asks)


def says_only_that_it_ended(line: Connection) -> None:
    """Answer every question with its end, or with something else than was asked for."""
    while True:
        try:
            wish = pickle.loads(line.recv_bytes())
        except EOFError:
            return
        if wish.name == "odd.csv":
            line.send_bytes(guarded.TABLE + pickle.dumps(4))
        line.send_bytes(guarded.ENDED)


def test_a_table_that_does_not_come_is_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "serve", says_only_that_it_ended)
    reading = GuardedReading()
    for name in ("a.csv", "odd.csv"):
        with pytest.raises(Unreadable, match="made its reader crash"):
            reading.table(b"x", name, look=nobody_asks)
    reading.close()
