"""What a codebook would bring: new tags are ticked, those that differ wait for a person."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from reviewer.domain.codebooks import Codebook, Entry, Standing
from reviewer.ui.models.codebook_preview import NAME, STANDING, WHAT, CodebookPreviewModel
from reviewer.workspace.project import Workspace

ENTRIES = (
    Entry("Allegation", said=frozenset({"name"}), place=1),
    Entry("Denial", definition="An <answer>.", said=frozenset({"name", "definition"}), place=2),
    Entry("Killed", definition="Lost their lives.", place=3),
)
ROLE = Qt.ItemDataRole


@pytest.fixture
def model(workspace: Workspace, qapp: QApplication) -> CodebookPreviewModel:
    del qapp
    made = CodebookPreviewModel(workspace.codebooks.preview(Codebook("theirs.csv", ENTRIES)))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def cells(model: CodebookPreviewModel) -> list[list[object]]:
    return [
        [model.data(model.index(row, column)) for column in (NAME, STANDING, WHAT)]
        for row in range(model.rowCount())
    ]


def ticks(model: CodebookPreviewModel) -> list[object]:
    return [model.data(model.index(row, NAME), ROLE.CheckStateRole) for row in range(3)]


def test_what_is_new_comes_first_and_what_is_the_same_last(model: CodebookPreviewModel) -> None:
    assert cells(model) == [
        ["Killed", "new", ""],
        ["Denial", "differs", "what it means"],
        ["Allegation", "the same", ""],
    ]
    across = Qt.Orientation.Horizontal
    assert [model.headerData(column, across) for column in range(3)] == [
        "Tag",
        "Beside your codebook",
        "What would change",
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_nothing_of_ones_own_is_changed_unless_it_is_ticked(model: CodebookPreviewModel) -> None:
    assert ticks(model) == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, None]
    assert model.places() == {3}
    model.setData(model.index(1, NAME), Qt.CheckState.Checked, ROLE.CheckStateRole)
    assert model.places() == {2, 3}
    assert model.count(Standing.DIFFERS) == model.count(Standing.NEW) == 1
    model.turn(0)
    assert model.places() == {2}
    model.tick_all(Standing.DIFFERS, on=False)
    model.tick_all(Standing.NEW, on=True)
    assert model.places() == {3}


def test_what_is_the_same_has_nothing_to_tick(model: CodebookPreviewModel) -> None:
    model.turn(2)
    assert model.places() == {3}
    assert not model.flags(model.index(2, NAME)) & Qt.ItemFlag.ItemIsUserCheckable
    assert model.flags(model.index(0, NAME)) & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.flags(QModelIndex())
    assert not model.setData(QModelIndex(), Qt.CheckState.Checked, ROLE.CheckStateRole)


def test_words_from_a_file_are_never_markup(model: CodebookPreviewModel) -> None:
    told = str(model.data(model.index(1, NAME), ROLE.ToolTipRole))
    assert "Then: An &lt;answer&gt;." in told
    assert "Now: " in told
    assert "Lost their lives." in str(model.data(model.index(0, NAME), ROLE.ToolTipRole))
