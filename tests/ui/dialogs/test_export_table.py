"""What an export shall hold is asked on one page, by keys alone too, with the first rows shown."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import NotAllowed
from reviewer.domain.export_presets import ExportPreset
from reviewer.environment.settings import Settings
from reviewer.ui.asking.export_questions import ColumnOffer, ExportQuestion, ExportWish, Scope
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.dialogs.export_table import ExportTable
from tests.ui.answering import meanwhile
from tests.ui.walking import nameless, stage

COLUMNS = {"passages": ("quote", "tag", "note"), "links": ("type", "from"), "project": ()}
CSV, LINES = ("csv", "Table (CSV)", ".csv"), ("jsonl", "Lines", ".jsonl")
SEEN: list[ExportWish] = []


def columns(what: str) -> list[ColumnOffer]:
    return [ColumnOffer(one, one.title(), f"About {one}") for one in COLUMNS[what]]


def preview(wish: ExportWish) -> Sequence[Sequence[str | int]]:
    SEEN.append(wish)
    return [[f"{column} 1" for column in wish.columns], [7 for _ in wish.columns]]


QUESTION = ExportQuestion(
    title="Export a table",
    kinds=(("passages", "Passages"), ("links", "Links"), ("project", "The whole project")),
    begin=ExportWish("passages"),
    formats=lambda what: [LINES] if what == "project" else [CSV, LINES],
    columns=columns,
    protected=7,
    counts={Scope.ALL: 9, Scope.SHOWN: 4, Scope.CHOSEN: 0},
    preview=preview,
)


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportTable:
    return staged(qtbot, QUESTION)


def staged(qtbot: QtBot, question: ExportQuestion) -> ExportTable:
    dialog = ExportTable(question)
    with qtbot.waitActive(dialog):
        stage(qtbot, dialog)
        dialog.activateWindow()
    return dialog


def header(dialog: ExportTable) -> list[str]:
    table = dialog.preview
    found = [table.horizontalHeaderItem(place) for place in range(table.columnCount())]
    return [one.text() for one in found if one is not None]


def test_it_begins_at_what_was_exported_last_and_everything_has_a_name(qtbot: QtBot) -> None:
    last = ExportWish("links", format="jsonl", columns=("from",))
    dialog = staged(qtbot, replace(QUESTION, begin=last))
    assert dialog.choice() == replace(last, protect=True)
    assert nameless(dialog) == []
    qtbot.waitUntil(lambda: header(dialog) == ["from"])


def test_it_begins_at_the_first_where_the_last_is_no_longer_known(qtbot: QtBot) -> None:
    dialog = staged(qtbot, replace(QUESTION, begin=ExportWish("rumours", columns=("a",))))
    assert dialog.choice() == ExportWish("passages", protect=True, format="csv")


def test_the_first_rows_follow_what_is_ticked_and_its_order(
    dialog: ExportTable, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: header(dialog) == ["quote", "tag", "note"])
    columns = dialog.columns.list
    columns.setFocus()
    QTest.keyClick(columns, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: header(dialog) == ["tag", "note"])
    columns.setCurrentRow(1)
    QTest.keyClick(columns, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: header(dialog) == ["note", "tag"])
    assert dialog.choice().columns == ("note", "tag")
    assert SEEN[-1].columns == ("note", "tag")
    first = dialog.preview.item(0, 0)
    assert first is not None
    assert first.text() == "note 1"
    QTest.keyClick(columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.choice().columns == ("tag", "note")


def test_a_column_dragged_to_another_place_stands_there(dialog: ExportTable) -> None:
    model = dialog.columns.list.model()
    assert model.moveRow(QModelIndex(), 2, QModelIndex(), 0)
    assert dialog.choice().columns == ("note", "quote", "tag")


def test_all_columns_in_their_own_order_are_no_choice(dialog: ExportTable) -> None:
    dialog.columns.none.click()
    assert not dialog.agree.isEnabled()
    dialog.columns.all.click()
    assert dialog.agree.isEnabled()
    assert dialog.choice().columns == ()
    dialog.columns.list.setCurrentRow(0)
    dialog.columns.down.click()
    assert dialog.choice().columns == ("tag", "quote", "note")
    dialog.columns.up.click()
    dialog.columns.up.click()
    assert dialog.choice().columns == ()


def test_nothing_ticked_says_what_to_do(dialog: ExportTable, qtbot: QtBot) -> None:
    dialog.columns.none.click()
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Tick"))
    assert dialog.preview.columnCount() == 0


def test_another_kind_has_other_columns_and_formats(dialog: ExportTable, qtbot: QtBot) -> None:
    dialog.what.setFocus()
    QTest.keyClick(dialog.what, Qt.Key.Key_Down)
    assert dialog.choice() == ExportWish("links", protect=True, format="csv")
    assert not dialog.scopes[Scope.ALL].isEnabled()
    QTest.keyClick(dialog.what, Qt.Key.Key_Down)
    assert dialog.choice() == ExportWish("project", protect=True, format="jsonl")
    assert dialog.agree.isEnabled()
    qtbot.waitUntil(lambda: "no table" in dialog.said.text())


def test_which_passages_are_meant_is_said_with_how_many(dialog: ExportTable) -> None:
    assert [one.text() for one in dialog.scopes.values()] == [
        "All (9)",
        "The passages the table shows now (4)",
        "The passages chosen in it (0)",
    ]
    assert not dialog.scopes[Scope.CHOSEN].isEnabled()
    dialog.scopes[Scope.ALL].click()
    assert dialog.choice().scope is Scope.ALL


def test_protected_names_are_replaced_unless_it_is_switched_off(dialog: ExportTable) -> None:
    assert dialog.protect.accessibleDescription().startswith("7 names are replaced")
    QTest.keyClick(dialog.protect, Qt.Key.Key_Space)
    assert not dialog.choice().protect


def test_without_protected_names_there_is_nothing_to_switch(qtbot: QtBot) -> None:
    dialog = staged(qtbot, replace(QUESTION, protected=0))
    assert not dialog.protect.isEnabled()
    assert not dialog.choice().protect


def test_rows_that_cannot_be_read_are_said(qtbot: QtBot) -> None:
    def refuse(_wish: ExportWish) -> Sequence[Sequence[str]]:
        raise NotAllowed("The rows are gone.")

    dialog = staged(qtbot, replace(QUESTION, preview=refuse))
    qtbot.waitUntil(lambda: dialog.said.text() == "The rows are gone.")


def test_a_choice_is_kept_taken_and_removed_by_its_name(qtbot: QtBot) -> None:
    kept: list[ExportPreset] = [ExportPreset("Zulu", "links", "jsonl", ("from",))]

    def remove(name: str) -> None:
        kept[:] = [one for one in kept if one.name != name]

    dialog = staged(qtbot, replace(QUESTION, presets=lambda: kept, save=kept.append, remove=remove))
    row = dialog.presets
    assert not row.keep.isEnabled()
    dialog.columns.list.setFocus()
    QTest.keyClick(dialog.columns.list, Qt.Key.Key_Space)
    row.names.setEditText("For the desk")
    row.keep.click()
    assert kept[-1] == ExportPreset("For the desk", "passages", "csv", ("tag", "note"))
    assert row.said.text() == "Kept in the project."
    row.names.setCurrentIndex(row.names.findText("Zulu"))
    row.names.activated.emit(row.names.currentIndex())
    assert dialog.choice() == ExportWish("links", True, "jsonl", ("from",))  # noqa: FBT003
    row.remove.click()
    assert [one.name for one in kept] == ["For the desk"]
    assert not row.remove.isEnabled()


def test_what_cannot_be_kept_says_why(qtbot: QtBot) -> None:
    def refuse(_preset: ExportPreset) -> None:
        raise NotAllowed("Too long.")

    dialog = staged(qtbot, replace(QUESTION, save=refuse))
    dialog.presets.names.setEditText("A name")
    dialog.presets.keep.click()
    assert dialog.presets.said.text() == "Too long."


def test_a_project_that_can_only_be_read_keeps_nothing(dialog: ExportTable) -> None:
    dialog.presets.names.setEditText("A name")
    assert not dialog.presets.keep.isEnabled()


def test_enter_agrees_and_escape_declines(qtbot: QtBot) -> None:
    window = QMainWindow()
    window.resize(900, 600)
    stage(qtbot, window)
    dialogs = Dialogs(window, Settings(), native=False)

    def agree(dialog: ExportTable) -> None:
        QTest.keyClick(dialog.agree, Qt.Key.Key_Return)

    meanwhile(ExportTable, agree)
    wish = dialogs.what_to_export(QUESTION)
    assert wish == ExportWish("passages", protect=True, format="csv")
    meanwhile(ExportTable, lambda dialog: dialog.reject())
    assert dialogs.what_to_export(QUESTION) is None
