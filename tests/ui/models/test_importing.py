"""The table of an import: what each row says, its tick, and those to be looked at first."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis, Reading
from reviewer.domain.reading.captures import Rule
from reviewer.ui.models.import_rows import ImportRow, ImportRows
from reviewer.ui.models.import_words import read_from
from reviewer.ui.models.importing import ImportColumn, ImportTable
from reviewer.workspace.operations.imports import AlreadyIn, Outcome
from reviewer.workspace.reading_files import ReadFile
from tests.builders import an_incoming, read_as

pytestmark = pytest.mark.usefixtures("qapp")
CHECK = Qt.ItemDataRole.CheckStateRole


def outcome(name: str, problem: Unreadable | AlreadyIn | None = None, twin: str = "") -> Outcome:
    return Outcome(Path(name), None, problem, same_text_as=twin)


@pytest.fixture
def rows() -> ImportRows:
    rows = ImportRows()
    dated = replace(an_incoming("Words one."), posted=read_as("8 October 2015", "2015-10-08"))
    unsure = replace(an_incoming("Words two."), encoding_basis=EncodingBasis.GUESSED)
    two_ways = WrittenDate("10/8/2015", "", DateBasis.AMBIGUOUS)
    twice = replace(an_incoming("Words three."), posted=two_ways)
    unread = Unreadable("“{name}” is no text.", name="d.bin")
    rows.add(
        [
            ReadFile(Path("/x/a.txt"), dated, name="a.txt"),
            ReadFile(Path("/x/all.zip"), unsure, inside=("all.zip",), name="b.txt"),
            ReadFile(Path("/x/c.txt"), twice, name="c.txt"),
            ReadFile(Path("/x/d.bin"), None, unread, name="d.bin"),
            ReadFile(Path("/x/e.txt"), an_incoming("Words five."), name="e.txt"),
        ],
        [
            outcome("a.txt"),
            outcome("b.txt"),
            outcome("c.txt", twin="D4"),
            outcome("d.bin", unread),
            outcome("e.txt", AlreadyIn("“{name}” is in already.", name="e.txt")),
        ],
    )
    return rows


@pytest.fixture
def table(rows: ImportRows) -> ImportTable:
    table = ImportTable(rows)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    return table


def cell(table: ImportTable, row: int, column: ImportColumn) -> str:
    return str(table.index(row, column).data()).strip("\u2066\u2068\u2069")


def names(table: ImportTable) -> list[str]:
    return [cell(table, row, ImportColumn.FILE) for row in range(table.rowCount())]


def test_each_row_says_what_is_known_of_its_file(table: ImportTable) -> None:
    assert names(table) == ["a.txt", "all.zip/b.txt", "c.txt", "d.bin", "e.txt"]
    assert cell(table, 0, ImportColumn.DATE) == "8 Oct 2015"
    assert cell(table, 0, ImportColumn.KIND) == "Plain text"
    assert cell(table, 0, ImportColumn.WORDS) == "2"
    assert cell(table, 0, ImportColumn.ENCODING) == "Unicode (UTF-8)"
    assert cell(table, 0, ImportColumn.SAID) == ""
    assert "guess" in cell(table, 1, ImportColumn.SAID)
    assert cell(table, 2, ImportColumn.DATE) == "10/8/2015 ?"
    assert "two ways" in cell(table, 2, ImportColumn.SAID)
    assert "D4" in cell(table, 2, ImportColumn.SAME)
    assert "no text" in cell(table, 3, ImportColumn.SAID)
    assert cell(table, 3, ImportColumn.TITLE) == ""
    assert cell(table, 4, ImportColumn.SAME) == "known already"


def test_only_what_can_come_in_has_a_tick(table: ImportTable, rows: ImportRows) -> None:
    checkable = Qt.ItemFlag.ItemIsUserCheckable
    ticks = [table.index(row, ImportColumn.FILE).data(CHECK) is not None for row in range(5)]
    assert ticks == [True, True, True, False, False]
    assert table.flags(table.index(0, ImportColumn.FILE)) & checkable
    assert not table.flags(table.index(3, ImportColumn.FILE)) & checkable
    assert table.setData(table.index(0, ImportColumn.FILE), Qt.CheckState.Unchecked, CHECK)
    assert [row.number for row in rows.ticked()] == [1, 2]
    assert cell(table, 0, ImportColumn.SAID) == "Left out."
    assert not table.setData(table.index(0, ImportColumn.FILE), "other.txt")


def test_those_to_be_looked_at_stand_first_when_asked_for(table: ImportTable) -> None:
    table.set_troubled_first(wanted=True)
    assert names(table) == ["d.bin", "all.zip/b.txt", "c.txt", "a.txt", "e.txt"]
    table.set_troubled_first(wanted=False)
    assert names(table)[0] == "a.txt"


@pytest.mark.parametrize("column", ImportColumn)
def test_the_rows_can_be_in_the_order_of_any_column(
    table: ImportTable, column: ImportColumn
) -> None:
    table.sort(column, Qt.SortOrder.AscendingOrder)
    upwards = names(table)
    table.sort(column, Qt.SortOrder.DescendingOrder)
    assert sorted(names(table)) == sorted(upwards)
    table.sort(-1)
    assert names(table)[0] == "a.txt"
    assert table.headerData(column, Qt.Orientation.Horizontal)


def test_rows_that_are_found_later_stand_last(table: ImportTable, rows: ImportRows) -> None:
    later = ReadFile(Path("/x/0.txt"), an_incoming("Later."), name="0.txt")
    made = rows.add([later], [outcome("0.txt")])
    table.rows_added(made)
    assert names(table)[-1] == "0.txt"
    assert table.place_of(made[0]) == 5
    assert table.place_of(None) == -1
    table.rows_added([])
    assert table.rowCount() == 6


def test_what_became_of_a_row_is_said(table: ImportTable, rows: ImportRows) -> None:
    row: ImportRow = rows.rows[0]
    rows.note(row, Outcome(row.file.path, 9))
    row.label = "D9"
    assert "D9" in cell(table, 0, ImportColumn.SAID)
    assert table.index(0, ImportColumn.FILE).data(CHECK) is None
    row.correct("posted", "2016")
    assert cell(table, 0, ImportColumn.DATE) == "2016"


def test_where_a_piece_was_read_is_said_with_its_words() -> None:
    by_rule = Reading("author", "A. Quill", "By A. Quill", None, Rule.BYLINE)
    assert "By A. Quill" in read_from(by_rule)
    assert read_from(replace(by_rule, words="")) == "from the line that names the author"
    assert "unheard" in read_from(replace(by_rule, rule="unheard"))
    assert read_from(None) == ""


def test_a_file_that_is_there_twice_says_which_it_is_the_same_as() -> None:
    rows = ImportRows()
    files = [ReadFile(Path("/x", n), an_incoming("Words."), name=n) for n in ("a.txt", "b.txt")]
    rows.add(files, [outcome(file.called) for file in files])
    table = ImportTable(rows)
    assert cell(table, 1, ImportColumn.SAME) == "the same file as \u2068a.txt\u2069".strip("\u2069")
    assert table.index(1, ImportColumn.FILE).data(CHECK) is None
    table.tick([rows.rows[0]], ticked=False)
    assert table.index(1, ImportColumn.FILE).data(CHECK) is Qt.CheckState.Checked
    assert cell(table, 1, ImportColumn.SAME) == ""
