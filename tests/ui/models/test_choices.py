"""What filter menus offer, and what is ticked in them."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.models import ID_ROLE, ROW_ROLE
from reviewer.ui.models.choices import Choice, ChoicesModel, analyst_offer, document_offer
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def model(workspace: Workspace, qapp: QApplication) -> ChoicesModel:
    for title in ("The bridge", "The gate", "دریا کے پل"):
        a_document(workspace, f"Words of {title}.", title=title)
    made = ChoicesModel(document_offer(workspace), qapp)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.narrow("")
    return made


def names(model: ChoicesModel) -> list[object]:
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_documents_are_offered_in_order_and_narrowed(model: ChoicesModel) -> None:
    assert names(model) == ["The bridge", "The gate", "دریا کے پل"]
    model.narrow("gate")
    assert names(model) == ["The gate"]
    assert model.data(model.index(0), ID_ROLE) == 2


def test_a_document_is_offered_with_its_number_and_its_passages(
    workspace: Workspace, model: ChoicesModel
) -> None:
    a_passage(workspace, 2, "Words")
    model.narrow("")
    assert model.data(model.index(1), ROW_ROLE) == Choice(2, "The gate", "D2", count=1)


def test_a_tick_stays_while_the_list_is_narrowed(model: ChoicesModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.ticked):
        assert model.setData(model.index(0), Qt.CheckState.Checked, CHECK)
    model.narrow("gate")
    assert model.data(model.index(0), CHECK) == Qt.CheckState.Unchecked
    assert list(model.chosen) == [1]
    model.setData(model.index(0), Qt.CheckState.Checked.value, CHECK)
    assert list(model.chosen) == [1, 2]
    model.setData(model.index(0), Qt.CheckState.Unchecked, CHECK)
    assert list(model.chosen) == [1]


def test_ticking_what_is_ticked_tells_nothing(model: ChoicesModel, qtbot: QtBot) -> None:
    model.choose([1, 2])
    with qtbot.assertNotEmitted(model.ticked):
        model.choose([2, 1])


def test_what_is_gone_has_no_name(model: ChoicesModel) -> None:
    assert [one.name for one in model.named([3, 99, 1])] == ["دریا کے پل", "The bridge"]


def test_only_ticks_can_be_set(model: ChoicesModel) -> None:
    assert not model.setData(model.index(0), "another name")
    assert not model.setData(QModelIndex(), Qt.CheckState.Checked, CHECK)


def test_everyone_who_worked_here_is_offered(workspace: Workspace) -> None:
    workspace.sign_in(BASIT)
    offer = analyst_offer(workspace)
    assert [one.name for one in offer.read(offer.ids("")).values()] == ["Noor", "Basit"]
    assert [one.name for one in offer.read(offer.ids("bas")).values()] == ["Basit"]
