"""A list that drops down and is ticked, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.ui.models.choices import document_offer
from reviewer.ui.models.tags import tag_offer
from reviewer.ui.theme.themes import DARK
from reviewer.ui.views.passages.filter_menus import ROW, FilterMenu
from reviewer.workspace.project import Workspace
from tests.builders import a_tag, many_documents
from tests.ui.walking import nameless

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def menu(workspace: Workspace, qtbot: QtBot) -> FilterMenu:
    made = FilterMenu("tags", "Tag", tag_offer(workspace))
    qtbot.addWidget(made)
    made.show()
    return made


def the_list(menu: FilterMenu) -> QListView:
    return menu.findChildren(QListView)[0]


def the_field(menu: FilterMenu) -> QLineEdit:
    return menu.findChildren(QLineEdit)[0]


def click_row(menu: FilterMenu, row: int) -> None:
    QTest.mouseClick(the_list(menu).viewport(), LEFT, pos=QPoint(40, row * ROW + ROW // 2))


def test_a_click_ticks_and_unticks(menu: FilterMenu, qtbot: QtBot) -> None:
    QTest.mouseClick(menu, LEFT)
    assert the_list(menu).isVisible()
    with qtbot.waitSignal(menu.ticked):
        click_row(menu, 1)
    assert [one.name for one in menu.names()] == ["Denial"]
    click_row(menu, 2)
    assert [one.name for one in menu.names()] == ["Denial", "Casualty figure"]
    click_row(menu, 1)
    assert [one.name for one in menu.names()] == ["Casualty figure"]


def test_the_button_says_how_many_are_ticked(menu: FilterMenu) -> None:
    assert (menu.text(), menu.isChecked()) == ("Tag", False)
    menu.choose([1, 3])
    assert (menu.text(), menu.isChecked()) == ("Tag (2)", True)
    assert menu.accessibleName() == "Filter by Tag: 2 ticked"


def test_it_works_by_keys_alone(menu: FilterMenu) -> None:
    QTest.keyClick(menu, Qt.Key.Key_Down)
    ticks = the_list(menu)
    QTest.keyClick(ticks, Qt.Key.Key_Down)
    QTest.keyClick(ticks, Qt.Key.Key_Space)
    QTest.keyClick(ticks, Qt.Key.Key_Down)
    QTest.keyClick(ticks, Qt.Key.Key_Return)
    assert [one.name for one in menu.names()] == ["Denial", "Casualty figure"]
    QTest.keyClick(ticks, Qt.Key.Key_Escape)
    assert not ticks.isVisible()


def test_clear_unticks_everything(menu: FilterMenu) -> None:
    menu.choose([1, 2])
    menu.open()
    (clear,) = menu.findChildren(QPushButton)
    QTest.mouseClick(clear, LEFT)
    assert menu.chosen == ()
    assert not clear.isEnabled()


def test_a_long_list_narrows_as_one_types(workspace: Workspace, qtbot: QtBot) -> None:
    many_documents(workspace, 40)
    menu = FilterMenu("documents", "Document", document_offer(workspace))
    qtbot.addWidget(menu)
    menu.show()
    menu.open()
    field, ticks = the_field(menu), the_list(menu)
    assert field.isVisible()
    QTest.keyClicks(field, "harbour")
    assert 0 < ticks.model().rowCount() < 40
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "harbour" in menu.names()[0].name
    QTest.keyClicks(field, " zzz")
    assert not ticks.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(menu.chosen) == 1


def test_a_short_list_needs_no_field(menu: FilterMenu) -> None:
    menu.open()
    assert not the_field(menu).isVisible()


def test_opening_offers_what_is_there_now(workspace: Workspace, menu: FilterMenu) -> None:
    menu.open()
    assert the_list(menu).model().rowCount() == 3
    a_tag(workspace, "Curfew")
    menu.open()
    assert the_list(menu).model().rowCount() == 4


def test_everything_in_it_has_a_name(menu: FilterMenu) -> None:
    menu.open()
    sheet = the_list(menu).window()
    assert nameless(sheet) == []


def test_ticks_names_and_counts_are_painted(menu: FilterMenu) -> None:
    menu.open()
    before = the_list(menu).viewport().grab().toImage()
    menu.choose([1])
    after = the_list(menu).viewport().grab().toImage()
    the_list(menu).setPalette(DARK.palette())
    dark = the_list(menu).viewport().grab().toImage()
    assert before != after != dark
