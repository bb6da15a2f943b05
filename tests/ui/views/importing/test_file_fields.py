"""What is known of a file before it comes in: an empty date asks for its form, two readings."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.ui.models.import_rows import ImportRow, ImportRows
from reviewer.ui.views.importing.file_fields import FileFields
from reviewer.workspace.operations.imports import Outcome
from reviewer.workspace.reading_files import ReadFile
from tests.builders import an_incoming


def a_row(posted: WrittenDate) -> ImportRow:
    file = ReadFile(Path("/x/a.txt"), replace(an_incoming("Words."), posted=posted), name="a.txt")
    (row,) = ImportRows().add([file], [Outcome(file.path, None)])
    return row


def test_an_empty_date_names_its_form_and_no_day(qtbot: QtBot) -> None:
    fields = FileFields()
    qtbot.addWidget(fields)
    for name in ("posted", "captured"):
        assert fields.line(name).placeholderText() == "YYYY-MM-DD"


def test_a_date_that_can_be_read_in_two_ways_says_both_until_one_is_written(qtbot: QtBot) -> None:
    fields = FileFields()
    qtbot.addWidget(fields)
    row = a_row(WrittenDate("10/8/2015", "", DateBasis.AMBIGUOUS))
    fields.show_row(row)
    assert fields.line("posted").text() == ""
    assert fields.said("posted").startswith("8 October 2015 or 10 August 2015?")
    assert "10/8/2015" in fields.said("posted")
    row.correct("posted", "2015-08-10")
    fields.show_row(row)
    assert fields.said("posted") == "reads as 10 August 2015 · your correction"
