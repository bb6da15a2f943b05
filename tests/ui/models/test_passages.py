"""The passages table's rows follow the project, under Qt's own watch over models."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import ProjectProblem
from reviewer.domain.incoming import Incoming
from reviewer.domain.passages import PassageSort
from reviewer.domain.snapshot import PassageFilter
from reviewer.importers import take_bytes
from reviewer.ui.bridge import Bridge
from reviewer.ui.models import ID_ROLE, RAW_ROLE, ROW_ROLE
from reviewer.ui.models.passage_columns import PassageColumn
from reviewer.ui.models.passages import PassagesModel
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag, import_incoming
from tests.importers.pdf_files import column, pdf

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
TEXT = "Twelve people were hurt.\n\nNobody was killed, the spokesman said.\n"


@pytest.fixture
def bridge(workspace: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(workspace, qapp)
    yield made
    made.close()


@pytest.fixture
def model(workspace: Workspace, bridge: Bridge) -> PassagesModel:
    made = PassagesModel(workspace, bridge, bridge)
    watched(made)
    made.set_awake(awake=True)
    return made


def watched(model: QAbstractItemModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)


def said(model: PassagesModel, row: int, column: PassageColumn, role: int = DISPLAY) -> object:
    return model.data(model.index(row, column), role)


def quotes(model: PassagesModel) -> list[object]:
    return [said(model, row, PassageColumn.WORDS) for row in range(model.rowCount())]


def test_a_row_says_what_is_known_of_a_passage(
    workspace: Workspace, model: PassagesModel, qtbot: QtBot
) -> None:
    document = a_document(workspace, TEXT, title="At the bridge")
    passage = a_passage(workspace, document, "Nobody was killed", "Denial", note="Compare\nwith D2")
    assert model.ids == [passage]
    qtbot.waitUntil(lambda: said(model, 0, PassageColumn.PLACE) == "paragraph 2")
    assert said(model, 0, PassageColumn.NUMBER) == "D1·1"
    assert said(model, 0, PassageColumn.WORDS) == "Nobody was killed"
    assert said(model, 0, PassageColumn.TAG) == "Denial"
    assert said(model, 0, PassageColumn.DOCUMENT) == "At the bridge"
    assert said(model, 0, PassageColumn.ANALYST) == "Noor"
    assert said(model, 0, PassageColumn.NOTE) == "Compare with D2"
    assert said(model, 0, PassageColumn.DATE, ID_ROLE) == passage
    row = model.row(0)
    assert row is not None
    assert said(model, 0, PassageColumn.DATE, ROW_ROLE) == row
    assert said(model, 0, PassageColumn.DATE, RAW_ROLE) == row.created_at
    assert "UTC" in str(said(model, 0, PassageColumn.DATE, TOOLTIP))
    assert "characters 27 to 43" in str(said(model, 0, PassageColumn.PLACE, TOOLTIP))


def test_words_of_a_document_are_never_markup(workspace: Workspace, model: PassagesModel) -> None:
    a_passage(workspace, a_document(workspace, "He wrote <b>twelve</b>."), "<b>twelve</b>")
    assert "&lt;b&gt;" in str(said(model, 0, PassageColumn.WORDS, TOOLTIP))


def test_new_passages_come_and_undone_ones_go(workspace: Workspace, model: PassagesModel) -> None:
    document = a_document(workspace, TEXT)
    a_passage(workspace, document, "Nobody")
    a_passage(workspace, document, "Twelve")
    assert quotes(model) == ["Twelve", "Nobody"]
    workspace.history.undo()
    assert quotes(model) == ["Nobody"]
    workspace.history.redo()
    assert quotes(model) == ["Twelve", "Nobody"]
    assert model.total == 2


def test_a_change_of_a_row_is_told_without_a_new_list(
    workspace: Workspace, model: PassagesModel, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, a_document(workspace, TEXT), "Twelve")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        workspace.passages.note(passage, "Checked")
    assert said(model, 0, PassageColumn.NOTE) == "Checked"


def test_a_new_title_or_tag_name_reaches_every_row(
    workspace: Workspace, model: PassagesModel
) -> None:
    document = a_document(workspace, TEXT, title="Untitled")
    a_passage(workspace, document, "Twelve")
    assert said(model, 0, PassageColumn.DOCUMENT) == "Untitled"
    workspace.documents.describe(document, "title", "At the bridge")
    assert said(model, 0, PassageColumn.DOCUMENT) == "At the bridge"


def test_passages_of_a_removed_document_go_with_it(
    workspace: Workspace, model: PassagesModel
) -> None:
    document = a_document(workspace, TEXT)
    a_passage(workspace, document, "Twelve")
    workspace.documents.remove([document])
    assert (model.rowCount(), model.total) == (0, 0)


def test_the_project_file_filters_and_counts(workspace: Workspace, model: PassagesModel) -> None:
    document = a_document(workspace, TEXT)
    a_passage(workspace, document, "Twelve people", "Casualty figure")
    a_passage(workspace, document, "Nobody was killed", "Denial")
    model.set_filter(PassageFilter(tags=(a_tag(workspace, "Denial"),)))
    assert (quotes(model), model.total) == (["Nobody was killed"], 2)
    model.set_filter(PassageFilter(words="people"))
    assert quotes(model) == ["Twelve people"]


def test_a_retagged_passage_leaves_the_filter(workspace: Workspace, model: PassagesModel) -> None:
    passage = a_passage(workspace, a_document(workspace, TEXT), "Twelve", "Denial")
    model.set_filter(PassageFilter(tags=(a_tag(workspace, "Denial"),)))
    workspace.passages.retag([passage], a_tag(workspace, "Allegation"))
    assert model.rowCount() == 0


@pytest.mark.parametrize(
    ("sort", "descending", "expected"),
    [
        (PassageSort.PLACE, False, ["Twelve", "hurt", "Nobody"]),
        (PassageSort.PLACE, True, ["Nobody", "hurt", "Twelve"]),
        (PassageSort.WORDS, False, ["hurt", "Nobody", "Twelve"]),
        (PassageSort.CREATED, False, ["Nobody", "Twelve", "hurt"]),
    ],
)
def test_the_project_file_orders(
    workspace: Workspace,
    model: PassagesModel,
    sort: PassageSort,
    descending: bool,
    expected: list[str],
) -> None:
    document = a_document(workspace, TEXT)
    for words in ("Nobody", "Twelve", "hurt"):
        a_passage(workspace, document, words)
    model.set_order(sort, descending=descending)
    assert quotes(model) == expected


def test_what_happens_while_nobody_looks_is_caught_up(
    workspace: Workspace, model: PassagesModel, qtbot: QtBot
) -> None:
    model.set_awake(awake=False)
    with qtbot.assertNotEmitted(model.counted):
        a_passage(workspace, a_document(workspace, TEXT), "Twelve")
    assert model.rowCount() == 0
    model.set_awake(awake=True)
    assert quotes(model) == ["Twelve"]


def test_a_list_that_is_not_behind_is_not_asked_for_again(
    model: PassagesModel, qtbot: QtBot
) -> None:
    model.set_awake(awake=False)
    with qtbot.assertNotEmitted(model.counted):
        model.set_awake(awake=True)


def test_everything_is_read_again_when_another_window_wrote(
    workspace: Workspace, model: PassagesModel
) -> None:
    document = a_document(workspace, TEXT, title="Untitled")
    a_passage(workspace, document, "Twelve")
    assert said(model, 0, PassageColumn.DOCUMENT) == "Untitled"
    with Workspace.open(workspace.path, only_read=True) as other:
        made = PassagesModel(other, Bridge(other, model), model)
        made.set_awake(awake=True)
        assert said(made, 0, PassageColumn.DOCUMENT) == "Untitled"
        workspace.documents.describe(document, "title", "At the bridge")
        made.read_again()
        assert said(made, 0, PassageColumn.DOCUMENT) == "At the bridge"


def test_a_place_that_is_not_certain_says_so(workspace: Workspace, model: PassagesModel) -> None:
    passage = a_passage(workspace, a_document(workspace, TEXT), "Twelve")
    with workspace.history.step("passages.note", {}):
        workspace._project.passages.set([passage], {"anchor": "not_certain"}, "2026-03-14")
    assert said(model, 0, PassageColumn.PLACE) == "Place not certain"
    assert "confirm where they are" in str(said(model, 0, PassageColumn.PLACE, TOOLTIP))


def test_a_project_that_cannot_be_read_keeps_what_is_shown(
    workspace: Workspace, model: PassagesModel, qtbot: QtBot
) -> None:
    a_passage(workspace, a_document(workspace, TEXT), "Twelve")
    workspace.close()
    with qtbot.waitSignal(model.failed) as told:
        model.ask_again()
    assert isinstance(told.args[0], ProjectProblem)
    assert len(model.ids) == 1


def test_heads_say_what_a_column_holds(model: PassagesModel) -> None:
    across = Qt.Orientation.Horizontal
    assert model.headerData(PassageColumn.TAG, across) == "Tag"
    assert model.headerData(PassageColumn.WORDS, across, TOOLTIP) == (
        "Exactly as printed; never changed"
    )
    assert model.headerData(PassageColumn.TAG, Qt.Orientation.Vertical) is None
    assert model.headerData(99, across) is None
    assert model.data(QModelIndex()) is None


def test_where_a_text_has_pages_its_place_is_the_page(
    workspace: Workspace, model: PassagesModel, qtbot: QtBot
) -> None:
    data = pdf(column("On the first page."), column("Twelve people were hurt, it says here."))
    found = next(iter(take_bytes(data, "report.pdf")))
    assert isinstance(found, Incoming)
    document = import_incoming(workspace, found)
    a_passage(workspace, document, "Twelve people")
    model.set_filter(PassageFilter(documents=(document,)))
    qtbot.waitUntil(lambda: said(model, 0, PassageColumn.PLACE) == "p. 2")
