"""The codebook as a tree: it mirrors the tags, counts their passages, and tells what is dropped."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import CannotSave
from reviewer.ui.bridge import Bridge
from reviewer.ui.models import ID_ROLE, ROW_ROLE
from reviewer.ui.models.codebook import MIME, CodebookModel, TagRow
from reviewer.workspace.operations.tags import TagChange
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_tag

MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def bridge(workspace: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(workspace, qapp)
    yield made
    made.close()


@pytest.fixture
def model(workspace: Workspace, bridge: Bridge) -> CodebookModel:
    made = CodebookModel(workspace, bridge)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_awake(awake=True)
    return made


def shown(model: CodebookModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """Return what the tree shows, a dot for each level."""
    above = parent or QModelIndex()
    found: list[str] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found += ["." * depth + str(model.data(index)), *shown(model, index, depth + 1)]
    return found


def row(model: CodebookModel, tag: int) -> TagRow:
    found = model.data(model.index_of(tag), ROW_ROLE)
    assert isinstance(found, TagRow)
    return found


def carried(model: CodebookModel, tag: int) -> QMimeData:
    return model.mimeData([model.index_of(tag)])


def test_it_shows_the_codebook_as_it_stands(workspace: Workspace, model: CodebookModel) -> None:
    figure = a_tag(workspace, "Casualty figure")
    killed = workspace.tags.add("Killed", parent=figure)
    workspace.tags.add("Executed", parent=killed)
    workspace.tags.add("Injured", parent=figure)
    assert shown(model) == [
        *("Allegation", "Denial", "Casualty figure"),
        *(".Killed", "..Executed", ".Injured"),
    ]
    assert model.total == 6
    workspace.history.undo()
    assert shown(model)[-1] == "..Executed"
    index = model.index_of(killed)
    assert model.data(index, ID_ROLE) == killed
    assert model.data(index.parent(), ID_ROLE) == figure
    assert model.index(0, 1) == model.index(9, 0) == QModelIndex()


def test_passages_are_counted_once_what_was_done_is_painted(
    workspace: Workspace, model: CodebookModel, qtbot: QtBot
) -> None:
    document = a_document(workspace, "Twelve people were hurt. Nobody was killed.")
    denial = a_tag(workspace, "Denial")
    with qtbot.waitSignal(model.numbers_changed):
        a_passage(workspace, document, "Twelve", "Denial")
    assert row(model, denial).passages == 1
    workspace.tags.change(denial, TagChange(definition="Whoever answers."))
    assert row(model, denial).another_look == 1
    spoken = model.data(model.index_of(denial), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Denial, key D, 1 passage, 1 wants another look"
    assert "Whoever answers." in str(
        model.data(model.index_of(denial), Qt.ItemDataRole.ToolTipRole)
    )


def test_what_is_looked_for_stands_under_what_it_stands_under(
    workspace: Workspace, model: CodebookModel
) -> None:
    killed = workspace.tags.add("Killed", parent=a_tag(workspace, "Casualty figure"))
    model.narrow(" kil ")
    assert shown(model) == ["Casualty figure", ".Killed"]
    assert model.fitting() == [killed]
    assert not row(model, a_tag(workspace, "Casualty figure")).fits
    assert model.index_of(a_tag(workspace, "Denial")) == QModelIndex()
    model.narrow("zzz")
    assert shown(model) == []
    model.narrow("")
    assert len(shown(model)) == 4


def test_while_nobody_looks_nothing_is_read(
    workspace: Workspace, model: CodebookModel, qtbot: QtBot
) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    model.set_awake(awake=False)
    workspace.tags.add("Killed")
    a_passage(workspace, document, "Twelve", "Denial")
    assert shown(model) == ["Allegation", "Denial", "Casualty figure"]
    with qtbot.waitSignal(model.modelReset):
        model.set_awake(awake=True)
    assert shown(model)[-1] == "Killed"
    assert row(model, a_tag(workspace, "Denial")).passages == 1


def test_a_tag_is_dropped_on_another_or_between_two(
    workspace: Workspace, model: CodebookModel
) -> None:
    allegation, denial, figure = (tag.id for tag in workspace.tags.all())
    told: list[tuple[int, object, object]] = []
    model.dropped.connect(lambda *where: told.append(where))
    model.dropMimeData(carried(model, allegation), MOVE, -1, -1, model.index_of(figure))
    model.dropMimeData(carried(model, allegation), MOVE, 3, 0, QModelIndex())
    model.dropMimeData(carried(model, figure), MOVE, 0, 0, QModelIndex())
    model.dropMimeData(carried(model, denial), MOVE, -1, -1, QModelIndex())
    assert told == [
        (allegation, figure, None),
        (allegation, None, 2),
        (figure, None, 0),
        (denial, None, None),
    ]
    assert model.mimeTypes() == [MIME]
    assert model.supportedDropActions() == MOVE


def test_a_tag_is_not_dropped_where_it_would_stand_under_itself(
    workspace: Workspace, model: CodebookModel
) -> None:
    figure = a_tag(workspace, "Casualty figure")
    killed = workspace.tags.add("Killed", parent=figure)
    told: list[object] = []
    model.dropped.connect(lambda *where: told.append(where))
    under = model.index_of(killed)
    assert not model.canDropMimeData(carried(model, figure), MOVE, -1, -1, under)
    model.dropMimeData(carried(model, figure), MOVE, -1, -1, under)
    foreign = QMimeData()
    foreign.setData(MIME, b"four")
    assert not model.canDropMimeData(foreign, MOVE, -1, -1, QModelIndex())
    assert not model.canDropMimeData(QMimeData(), MOVE, -1, -1, QModelIndex())
    assert told == []


def test_nothing_is_moved_among_what_was_looked_for(
    workspace: Workspace, model: CodebookModel
) -> None:
    denial = a_tag(workspace, "Denial")
    data = carried(model, denial)
    assert model.flags(model.index_of(denial)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDropEnabled
    model.narrow("den")
    assert not model.flags(model.index_of(denial)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.canDropMimeData(data, MOVE, 0, 0, QModelIndex())


def test_what_cannot_be_read_leaves_what_is_shown(
    workspace: Workspace, model: CodebookModel, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full() -> dict[int, int]:
        raise CannotSave("disk full")

    before = shown(model)
    monkeypatch.setattr(workspace.tags, "counts", full)
    workspace.tags.add("Killed")
    assert shown(model) == before
    document = a_document(workspace, "Twelve people were hurt.")
    a_passage(workspace, document, "Twelve", "Denial")
    monkeypatch.undo()
    with qtbot.waitSignal(model.numbers_changed):
        a_passage(workspace, document, "people", "Denial")
    assert shown(model) == before
    model.read_again()
    assert shown(model)[-1] == "Killed"
