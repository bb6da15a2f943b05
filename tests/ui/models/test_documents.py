"""The document list's rows follow the project, under Qt's own watch over models."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import DocumentFilter, DocumentSort, ReviewStatus
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.environment.clock import local_time
from reviewer.ui.bridge import Bridge
from reviewer.ui.models import ID_ROLE, RAW_ROLE, ROW_ROLE
from reviewer.ui.models.document_cells import DocumentColumn
from reviewer.ui.models.documents import DOCUMENT_MIME, DocumentModel
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import ReadFile
from tests.builders import (
    a_document,
    a_passage,
    an_incoming,
    many_documents,
    read_as,
    two_readings,
)

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
SAID = Qt.ItemDataRole.AccessibleTextRole

LANGUAGE, KIND = DocumentColumn.LANGUAGE, DocumentColumn.KIND


@pytest.fixture
def bridge(workspace: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(workspace, qapp)
    yield made
    made.close()


@pytest.fixture
def model(workspace: Workspace, bridge: Bridge) -> DocumentModel:
    made = DocumentModel(workspace, bridge, bridge)
    watched(made)
    return made


def watched(model: QAbstractItemModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)


def said(model: DocumentModel, row: int, column: DocumentColumn, role: int = DISPLAY) -> object:
    return model.data(model.index(row, column), role)


def titles(model: DocumentModel) -> list[object]:
    return [said(model, row, DocumentColumn.TITLE) for row in range(model.rowCount())]


def test_a_row_says_what_is_known_of_a_document(workspace: Workspace, model: DocumentModel) -> None:
    document = a_document(
        workspace,
        "Twelve people were hurt.",
        title="At the bridge",
        publisher="The Courier",
        posted=read_as("8 October 2015", "2015-10-08"),
    )
    a_passage(workspace, document, "Twelve")
    assert [said(model, 0, column) for column in DocumentColumn] == [
        "Not read",
        "D1",
        "At the bridge",
        "8 October 2015",
        "The Courier",
        "4",
        "1",
        "",
        "",
        "",
        "",
        "Plain text",
        "",
        "",
        local_time(workspace.documents.get(document).imported_at),
    ]
    assert [said(model, 0, column, RAW_ROLE) for column in DocumentColumn] == [
        "unread",
        1,
        "At the bridge",
        "2015-10-08",
        "The Courier",
        4,
        1,
        False,
        "",
        "",
        "",
        "text/plain",
        "",
        "",
        workspace.documents.get(document).imported_at,
    ]
    assert said(model, 0, DocumentColumn.WORDS, ID_ROLE) == document
    assert said(model, 0, DocumentColumn.WORDS, ROW_ROLE) == model.row(0)


def test_a_row_names_the_documents_of_one_origin_with_it(
    workspace: Workspace, model: DocumentModel
) -> None:
    first, second, third = (a_document(workspace, f"Notice {at}.") for at in range(3))
    workspace.origins.join([first, second, third])
    assert said(model, 0, DocumentColumn.ORIGIN) == "D2, D3"
    assert "One origin with D2, D3" in str(said(model, 0, DocumentColumn.TITLE, SAID))
    workspace.origins.part([third])
    assert said(model, 0, DocumentColumn.ORIGIN) == "D2"
    assert said(model, 2, DocumentColumn.ORIGIN) == ""


def test_a_screen_reader_hears_the_whole_row_from_its_title(
    workspace: Workspace, model: DocumentModel
) -> None:
    document = a_document(
        workspace, title="At the bridge", author="N. Ost", posted=two_readings("10/8/2015")
    )
    workspace.documents.review([document], ReviewStatus.DONE)
    workspace.documents.mark_second_look([document], wanted=True)
    assert said(model, 0, DocumentColumn.TITLE, SAID) == (
        "At the bridge, D1, Done, 10/8/2015, two readings, N. Ost, 0 passages, Second look"
    )
    assert said(model, 0, DocumentColumn.SECOND_LOOK, SAID) == "Second look"


def test_the_tip_of_a_date_tells_how_and_why_it_was_read(
    workspace: Workspace, model: DocumentModel
) -> None:
    settled = WrittenDate("10/8/2015", "2015-10-08", DateBasis.SITE, "11/14/2020 (The gate)")
    a_document(workspace, posted=settled)
    tip = str(said(model, 0, DocumentColumn.POSTED, TOOLTIP))
    assert said(model, 0, DocumentColumn.POSTED) == "8 Oct 2015"
    assert "10/8/2015" in tip
    assert "read as 8 October 2015 (2015-10-08)" in tip
    assert "settled for all pages of this site" in tip
    assert "11/14/2020 (The gate)" in tip


def test_the_tip_of_an_ambiguous_date_names_both_days(
    workspace: Workspace, model: DocumentModel
) -> None:
    a_document(workspace, posted=two_readings("10/8/2015"))
    tip = str(said(model, 0, DocumentColumn.POSTED, TOOLTIP))
    assert "8 October 2015 or 10 August 2015?" in tip


def test_words_of_a_document_are_never_markup_in_a_tip(
    workspace: Workspace, model: DocumentModel
) -> None:
    a_document(workspace, title="<img src=x> & <b>bold</b>", publisher="<u>Gazette</u>")
    for column in (DocumentColumn.TITLE, DocumentColumn.SOURCE):
        tip = str(said(model, 0, column, TOOLTIP))
        assert "<img" not in tip
        assert "<u>" not in tip
        assert "&lt;" in tip


def test_the_status_tip_gives_the_reason_for_setting_aside(
    workspace: Workspace, model: DocumentModel
) -> None:
    document = a_document(workspace)
    workspace.documents.review([document], ReviewStatus.SET_ASIDE, "a copy of D4")
    assert "a copy of D4" in str(said(model, 0, DocumentColumn.STATUS, TOOLTIP))
    assert "a copy of D4" in str(said(model, 0, DocumentColumn.TITLE, TOOLTIP))


def test_a_new_document_appears(workspace: Workspace, model: DocumentModel, qtbot: QtBot) -> None:
    a_document(workspace, title="One")
    qtbot.waitUntil(lambda: titles(model) == ["One"])
    assert model.tally.total == 1


def test_the_news_of_an_import_is_gathered(
    workspace: Workspace, model: DocumentModel, qtbot: QtBot
) -> None:
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    for number in range(30):
        a_document(workspace, f"Text {number}")
    qtbot.waitUntil(lambda: model.rowCount() == 30)
    assert len(resets) < 30


def test_a_removed_document_goes_and_comes_back_with_undo(
    workspace: Workspace, model: DocumentModel
) -> None:
    first = a_document(workspace, "One", title="One")
    a_document(workspace, "Two", title="Two")
    model.ask_again()
    workspace.documents.remove([first])
    assert titles(model) == ["Two"]
    assert model.tally.total == 1
    workspace.history.undo()
    assert titles(model) == ["One", "Two"]


def test_tagging_changes_the_count_without_a_reset(
    workspace: Workspace, model: DocumentModel, qtbot: QtBot
) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    model.ask_again()
    assert said(model, 0, DocumentColumn.PASSAGES) == "0"
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignal(model.dataChanged),
    ):
        a_passage(workspace, document, "Twelve")
    assert said(model, 0, DocumentColumn.PASSAGES) == "1"
    workspace.history.undo()
    assert said(model, 0, DocumentColumn.PASSAGES) == "0"


def test_a_change_of_status_touches_its_row_only(
    workspace: Workspace, model: DocumentModel
) -> None:
    documents = [a_document(workspace, f"Text {number}") for number in range(5)]
    model.ask_again()
    touched: list[tuple[int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        touched.append((first.row(), last.row()))

    model.dataChanged.connect(note)
    workspace.documents.review([documents[1], documents[2], documents[4]], ReviewStatus.DONE)
    assert touched == [(1, 2), (4, 4)]
    assert model.tally.of(ReviewStatus.DONE) == 3


def test_a_document_that_no_longer_passes_the_filter_leaves(
    workspace: Workspace, model: DocumentModel
) -> None:
    documents = [a_document(workspace, f"Text {number}") for number in range(3)]
    model.set_filter(DocumentFilter(statuses=(ReviewStatus.UNREAD,)))
    workspace.documents.review(documents[:1], ReviewStatus.DONE)
    assert list(model.ids) == documents[1:]
    assert (model.tally.total, model.tally.shown) == (3, 2)


def test_the_filter_looks_into_title_and_source(workspace: Workspace, model: DocumentModel) -> None:
    a_document(workspace, "One", title="At the bridge", publisher="The Courier")
    a_document(workspace, "Two", title="At the gate", publisher="Courier of the north")
    model.set_filter(DocumentFilter("courier gate"))
    assert titles(model) == ["At the gate"]


def test_the_list_is_ordered_by_any_column(
    workspace: Workspace, model: DocumentModel, qtbot: QtBot
) -> None:
    a_document(workspace, "one two three", title="B")
    a_document(workspace, "one", title="a")
    a_document(workspace, "one two", title="C")
    model.ask_again()
    with qtbot.waitSignal(model.ordered):
        model.sort(DocumentColumn.TITLE, Qt.SortOrder.AscendingOrder)
    assert titles(model) == ["a", "B", "C"]
    model.sort(DocumentColumn.WORDS, Qt.SortOrder.DescendingOrder)
    assert titles(model) == ["B", "C", "a"]
    assert model.order == (DocumentSort.WORDS, True)


def test_every_column_can_be_ordered_by(workspace: Workspace, model: DocumentModel) -> None:
    many_documents(workspace, 12)
    for column in DocumentColumn:
        model.sort(column, Qt.SortOrder.AscendingOrder)
        rising = list(model.ids)
        model.sort(column, Qt.SortOrder.DescendingOrder)
        assert sorted(model.ids) == sorted(rising)
    assert len(model.ids) == 12


def test_ordered_by_passages_the_list_moves_a_moment_after_the_tagging(
    workspace: Workspace, model: DocumentModel, qtbot: QtBot
) -> None:
    first, second = a_document(workspace, "First text"), a_document(workspace, "Second text")
    model.set_order(DocumentSort.PASSAGES, descending=True)
    a_passage(workspace, first, "First")
    a_passage(workspace, second, "Second")
    a_passage(workspace, second, "text")
    qtbot.waitUntil(lambda: list(model.ids) == [second, first])


def test_a_document_is_found_by_its_id(workspace: Workspace, model: DocumentModel) -> None:
    documents = [a_document(workspace, f"Text {number}") for number in range(3)]
    model.set_order(DocumentSort.NUMBER, descending=True)
    assert model.row_of(documents[2]) == 0
    assert model.document_at(0) == documents[2]
    assert model.document_at(3) is None
    model.set_filter(DocumentFilter("nowhere"))
    assert model.row_of(documents[2]) is None


def test_a_dragged_row_carries_the_id(workspace: Workspace, model: DocumentModel) -> None:
    document = a_document(workspace)
    model.ask_again()
    carried = model.mimeData([model.index(0, DocumentColumn.TITLE)])
    assert model.mimeTypes() == [DOCUMENT_MIME]
    assert bytes(carried.data(DOCUMENT_MIME).data()).decode() == str(document)
    assert model.index(0, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_a_title_with_a_newline_stands_on_one_line(
    workspace: Workspace, model: DocumentModel
) -> None:
    a_document(workspace, title="Two\nlines")
    model.ask_again()
    assert "\n" not in str(said(model, 0, DocumentColumn.TITLE))


def test_the_mark_of_the_second_look_has_a_head_with_a_name(model: DocumentModel) -> None:
    def head(role: int) -> object:
        return model.headerData(DocumentColumn.SECOND_LOOK, Qt.Orientation.Horizontal, role)

    assert head(SAID) == "Second look"
    assert head(Qt.ItemDataRole.DecorationRole) is not None
    assert model.headerData(DocumentColumn.TITLE, Qt.Orientation.Horizontal) == "Title"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_a_document_that_stands_in_a_pane_is_said_to_be_open(
    workspace: Workspace, model: DocumentModel
) -> None:
    document = a_document(workspace, "Twelve people were hurt.", title="At the bridge")
    assert "open in a pane" not in str(said(model, 0, DocumentColumn.TITLE, SAID))
    model.in_panes = frozenset((document,))
    assert str(said(model, 0, DocumentColumn.TITLE, SAID)).endswith(", open in a pane")


def test_a_row_says_what_a_document_came_with_and_is_read_out(
    workspace: Workspace, model: DocumentModel
) -> None:
    mail = ReadFile(Path("m.eml"), an_incoming("Dear all."), key=5)
    inside = ("all.zip", "m.eml")
    attached = ReadFile(Path("all.zip"), an_incoming("A list."), None, inside, "list.txt", 6, 5)
    lone = ReadFile(Path("all.zip"), an_incoming("A letter."), None, ("all.zip",), "a.txt", 7)
    workspace.imports.write([mail, attached, lone], workspace.imports.new_group())
    column = DocumentColumn.CAME_WITH
    assert said(model, 0, column) == ""
    assert said(model, 1, column) == "attached to D1"
    assert "all.zip" in str(said(model, 2, column))
    assert "m.eml" in str(said(model, 1, column, TOOLTIP))
    assert said(model, 0, column, TOOLTIP) is None
    assert "attached to D1" in str(said(model, 1, DocumentColumn.TITLE, SAID))
    assert "attached to D1" in str(said(model, 1, DocumentColumn.TITLE, TOOLTIP))


def test_languages_and_kinds_have_their_names(workspace: Workspace, model: DocumentModel) -> None:
    a_document(workspace, language="ur", media_type="application/pdf")
    a_document(workspace, "Other words.", language="Brahui", media_type="image/x-odd")
    model.ask_again()
    names = [[said(model, row, one) for row in (0, 1)] for one in (LANGUAGE, KIND)]
    assert names == [["Urdu", "Brahui"], ["PDF", "image/x-odd"]]
