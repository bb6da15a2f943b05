"""Files that wait to come in: which are wanted, which ask for a look, what room they take."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.columns import ColumnMapping
from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis, Remark
from reviewer.ui.models.import_rows import ImportRow, ImportRows, Weight
from reviewer.workspace.operations.imports import AlreadyIn, Outcome
from reviewer.workspace.reading_files import ReadFile
from reviewer.workspace.waiting_files import is_whole
from tests.builders import an_incoming

pytestmark = pytest.mark.usefixtures("qapp")


def a_file(name: str, words: str = "", **known: object) -> ReadFile:
    incoming = replace(an_incoming(words or f"Words of {name}."), **known)  # type: ignore[arg-type]
    return ReadFile(Path("/x", name), incoming, name=name)


def an_unreadable(name: str) -> ReadFile:
    return ReadFile(Path("/x", name), None, Unreadable("“{name}” is no text.", name=name))


def added(rows: ImportRows, *files: ReadFile, twin: str = "") -> list[ImportRow]:
    told = [Outcome(one.path, None, one.problem, same_text_as=twin) for one in files]
    return rows.add(files, told)


def test_what_can_be_read_is_wanted_and_counted() -> None:
    rows = ImportRows()
    guessed = a_file("guess.txt", encoding_basis=EncodingBasis.GUESSED)
    good, doubtful, broken = added(rows, a_file("a.txt"), guessed, an_unreadable("b.bin"))
    known = rows.add([a_file("k.txt")], [Outcome(Path("k"), None, AlreadyIn("Known."))])[0]
    assert [row.weight for row in rows.rows] == [
        Weight.FINE,
        Weight.UNSURE,
        Weight.BROKEN,
        Weight.KNOWN,
    ]
    assert rows.ticked() == [good, doubtful]
    assert rows.guessed() == [doubtful]
    counts = rows.counts()
    assert (counts.found, counts.coming, counts.known) == (4, 2, 1)
    assert (counts.broken, counts.unsure, counts.imported) == (1, 1, 0)
    assert not rows.is_clean()
    assert not broken.is_readable
    assert known.is_known


def test_the_same_file_twice_comes_in_once_and_the_same_words_are_told() -> None:
    rows = ImportRows()
    incoming = an_incoming("Twelve were hurt.")
    other = replace(incoming, original=replace(incoming.original, sha256="0" * 64))
    files = [ReadFile(Path("/x", name), incoming, name=name) for name in ("a.txt", "b.txt")]
    first, again, alike = added(rows, *files, ReadFile(Path("/x/c.html"), other, name="c.html"))
    assert first.ticked
    assert again.is_known
    assert not again.ticked
    assert alike.outcome.same_text_as == "a.txt"
    assert alike.ticked
    assert alike.weight is Weight.REMARKED


def test_of_files_that_are_the_same_the_next_comes_in_where_the_first_is_left_out() -> None:
    rows = ImportRows()
    incoming = an_incoming("Twelve were hurt.")
    files = [ReadFile(Path("/x", name), incoming, name=name) for name in ("a.txt", "b.txt")]
    first, again = added(rows, *files)
    assert str(again.outcome.problem) == (
        "“b.txt” is the same file as “a.txt” in this list, which comes in."
    )
    rows.tick([first], ticked=False)
    assert [row.ticked for row in (first, again)] == [False, True]
    assert again.weight is Weight.FINE
    assert first.is_known
    rows.tick([again], ticked=False)
    assert rows.ticked() == []
    assert first.is_readable
    assert again.is_readable
    rows.tick([first, again], ticked=True)
    assert rows.ticked() == [first]
    rows.tick([first, again], ticked=False)
    assert rows.ticked() == []


def test_the_same_words_are_told_of_those_only_that_come_in() -> None:
    rows = ImportRows()
    other = an_incoming("Twelve were hurt.")
    files = [
        ReadFile(
            Path("/x", name),
            replace(other, original=replace(other.original, sha256=name[0] * 64)),
            name=name,
        )
        for name in ("a.txt", "b.txt", "c.txt")
    ]
    first, second, third = added(rows, *files)
    rows.tick([first], ticked=False)
    assert [row.outcome.same_text_as for row in (first, second, third)] == ["", "", "b.txt"]
    assert second.weight is Weight.FINE
    rows.tick([first], ticked=True)
    assert [row.outcome.same_text_as for row in (first, second, third)] == ["", "a.txt", "a.txt"]
    rows.replace(first, a_file("a.txt", "Others."), Outcome(Path("/x/a.txt"), None))
    assert [row.outcome.same_text_as for row in (first, second, third)] == ["", "", "b.txt"]


def test_the_same_file_comes_in_where_the_first_is_read_as_others() -> None:
    rows = ImportRows()
    row = replace(an_incoming("Row."), part="row 1")
    first, again = added(rows, ReadFile(Path("/x/t.csv"), row), ReadFile(Path("/x/u.csv"), row))
    assert not again.ticked
    rows.take_away([first])
    assert again.ticked
    (back,) = added(rows, ReadFile(Path("/x/t.csv"), row))
    assert back.is_known
    rows.note(again, Outcome(Path("/x/u.csv"), None, Unreadable("Refused.")))
    assert isinstance(again.outcome.problem, Unreadable)
    assert not back.ticked


def test_the_same_file_in_two_folders_comes_in_once() -> None:
    rows = ImportRows()
    incoming = an_incoming("Twelve were hurt.")
    files = [ReadFile(Path(folder, "a.txt"), incoming, name="a.txt") for folder in ("/x", "/y")]
    _first, second = added(rows, *files)
    assert second.is_known


def test_words_are_kept_as_far_as_there_is_room() -> None:
    rows = ImportRows(most_kept=60)
    first, second = added(rows, a_file("a.txt", "a" * 20), a_file("b.txt", "b" * 20))
    pasted = ReadFile(Path("Pasted.txt"), an_incoming("c" * 20))
    (third,) = added(rows, pasted)
    assert [is_whole(row.file) for row in (first, second, third)] == [True, False, True]
    rows.note(first, Outcome(first.file.path, 7))
    rows.note(third, Outcome(third.file.path, 8))
    assert not is_whole(first.file)
    assert first.document == 7
    (fourth,) = added(rows, a_file("d.txt", "d" * 20))
    assert is_whole(fourth.file)


def test_what_is_read_anew_takes_its_row_and_is_wanted_once_it_can_be_read() -> None:
    rows = ImportRows()
    broken, good = added(rows, an_unreadable("a.txt"), a_file("b.txt"))
    rows.replace(broken, a_file("a.txt"), Outcome(broken.file.path, None))
    assert broken.ticked
    rows.tick([good], ticked=False)
    rows.replace(good, a_file("b.txt", "Other."), Outcome(good.file.path, None))
    assert not good.ticked
    rows.replace(good, an_unreadable("b.txt"), Outcome(good.file.path, None, Unreadable("No.")))
    assert good.weight is Weight.BROKEN


def test_rows_of_a_table_go_when_it_is_read_anew_and_may_come_back() -> None:
    rows = ImportRows()
    table = [
        ReadFile(Path("/x/t.csv"), replace(an_incoming(f"Row {n}."), part=f"row {n}"))
        for n in range(2)
    ]
    other = a_file("a.txt")
    made = added(rows, table[0], other, table[1])
    assert all(row.is_of_table for row in (made[0], made[2]))
    assert not made[1].is_of_table
    rows.take_away(rows.of_file((Path("/x/t.csv"), (), "t.csv")))
    assert rows.rows == [made[1]]
    told = [Outcome(one.path, None) for one in table]
    back = rows.add(table, told, None, ColumnMapping({}))
    assert [row.ticked for row in back] == [True, True]
    assert [row.number for row in rows.rows] == [0, 1, 2]


def test_a_correction_that_is_none_is_forgotten_and_a_wrong_one_is_told() -> None:
    (row,) = added(rows := ImportRows(), a_file("a.txt"))
    row.correct("title", "Another")
    row.correct("posted", "soon")
    assert row.title == "Another"
    assert row.wrong
    assert row.weight is Weight.UNSURE
    assert rows.counts().wrong == 1
    row.correct("posted", "2015")
    assert not row.wrong
    row.correct("title", row.as_read("title"))
    assert row.corrected == {"posted": "2015"}
    wish = row.wish(keep_bytes=False)
    assert wish.corrected == {"posted": "2015"}
    assert not wish.keep_bytes


def test_what_a_reader_remarked_asks_for_a_look() -> None:
    remark = Remark("{count} page has no text.", {"count": 1})
    (row,) = added(rows := ImportRows(), a_file("a.pdf", remarks=(remark,)))
    assert row.weight is Weight.REMARKED
    assert rows.is_clean()
    assert row.kind == "PDF"
