"""The codebook panel, used as a person uses it: looked through, put in order, changed by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reviewer.domain.tags import RecordKind
from reviewer.ui.asking.tag_questions import TagQuestion, TagWish
from reviewer.ui.models import ID_ROLE
from reviewer.ui.models.codebook import CodebookModel
from reviewer.ui.theme.themes import DARK
from reviewer.ui.views.codebook.codebook import CodebookPanel
from reviewer.workspace.operations.tags import TagChange
from tests.builders import a_passage, a_tag
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk
from tests.ui.walking import nameless

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        figure = a_tag(one.workspace, "Casualty figure")
        one.workspace.tags.add("Killed", parent=figure)
        one.workspace.tags.add("Injured", parent=figure)
        QTest.keyClick(one.window, KEY.Key_B, CONTROL)
        yield one


@pytest.fixture
def panel(here: AtTheDesk) -> CodebookPanel:
    return here.view.codebook


def press(panel: CodebookPanel, key: Qt.Key, modifier: Qt.KeyboardModifier = ALT) -> None:
    QTest.keyClick(panel.tree, key, modifier)


def plain(panel: CodebookPanel, key: Qt.Key) -> None:
    QTest.keyClick(panel.tree, key)


def choose(panel: CodebookPanel, name: str) -> int:
    model = panel.tree.model()
    assert isinstance(model, CodebookModel)
    tag = next(one for one in model.fitting() if model.data(model.index_of(one)) == name)
    panel.choose(tag)
    return tag


def order(here: AtTheDesk) -> list[str]:
    return ["." * one.depth + one.tag.name for one in here.workspace.tags.tree()]


def chosen(here: AtTheDesk) -> str:
    tag = here.view.codebook.chosen()
    return "" if tag is None else here.workspace.tags.get(tag).name


def said(panel: CodebookPanel) -> str:
    labels = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    return "\n".join(labels).replace("\u2068", "").replace("\u2069", "")


def wish(question: TagQuestion, name: str, key: str = "") -> TagWish:
    tag = question.tag
    if tag is None:
        return TagWish(name, "", "5", key, RecordKind.NONE, question.parent)
    return TagWish(name, tag.definition, tag.colour, key or tag.key, tag.record, tag.parent)


def test_one_key_shows_it_with_the_keys_in_it_and_hides_it_again(
    here: AtTheDesk, panel: CodebookPanel
) -> None:
    assert panel.is_shown()
    assert here.keys_are_in(panel.tree)
    assert chosen(here) == "Allegation"
    assert here.window.commands.action("view.codebook").isChecked()
    QTest.keyClick(panel.tree, KEY.Key_B, CONTROL)
    assert not panel.is_shown()
    assert panel.chosen() is None
    assert here.keys_are_in(here.view.panes)


def test_a_tag_moves_among_its_neighbours_by_keys(here: AtTheDesk, panel: CodebookPanel) -> None:
    choose(panel, "Casualty figure")
    press(panel, KEY.Key_Up)
    assert order(here)[:4] == ["Allegation", "Casualty figure", ".Killed", ".Injured"]
    assert chosen(here) == "Casualty figure"
    press(panel, KEY.Key_Up)
    press(panel, KEY.Key_Up)
    press(panel, KEY.Key_Down)
    assert order(here)[0] == "Allegation"
    here.run("history.undo")
    assert order(here)[0] == "Casualty figure"


def test_a_tag_is_nested_and_taken_out_by_keys_that_go_back_elsewhere(
    here: AtTheDesk, panel: CodebookPanel
) -> None:
    choose(panel, "Denial")
    press(panel, KEY.Key_Right)
    assert order(here)[:2] == ["Allegation", ".Denial"]
    press(panel, KEY.Key_Right)
    assert order(here)[:2] == ["Allegation", ".Denial"]
    press(panel, KEY.Key_Left)
    assert order(here)[:3] == ["Allegation", "Denial", "Casualty figure"]
    choose(panel, "Killed")
    press(panel, KEY.Key_Left)
    assert order(here)[2:] == ["Casualty figure", ".Injured", "Killed"]
    press(panel, KEY.Key_Left)
    assert order(here)[2:] == ["Casualty figure", ".Injured", "Killed"]
    assert here.prompts.told == []


def test_letters_look_for_tags_and_enter_goes_to_them(
    here: AtTheDesk, panel: CodebookPanel, qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.tree, "k")
    assert panel.field.hasFocus()
    QTest.keyClicks(panel.field, "il")
    qtbot.waitUntil(lambda: "1 of 5" in said(panel))
    QTest.keyClick(panel.field, KEY.Key_Return)
    assert here.keys_are_in(panel.tree)
    assert chosen(here) == "Killed"
    panel.field.setText("zzz")
    panel.field.settle()
    assert "No tag fits these words." in said(panel)
    button = next(one for one in panel.findChildren(QPushButton) if one.text() == "Show all tags")
    button.click()
    assert "5 tags" in said(panel)


def test_a_tag_hidden_by_the_filter_is_brought_into_sight(
    here: AtTheDesk, panel: CodebookPanel
) -> None:
    panel.field.setText("kil")
    panel.field.settle()
    panel.choose(a_tag(here.workspace, "Denial"))
    assert chosen(here) == "Denial"
    assert panel.field.text() == ""


def test_what_the_chosen_tag_means_stands_below_with_its_earlier_wordings_folded(
    here: AtTheDesk, panel: CodebookPanel, qtbot: QtBot
) -> None:
    killed = choose(panel, "Killed")
    qtbot.waitUntil(lambda: "Nobody has said yet when to use it" in said(panel))
    for words in ("Lost their lives.", "Lost their lives, at once or later."):
        here.workspace.tags.change(killed, TagChange(definition=words))
    qtbot.waitUntil(lambda: panel.card._means.toPlainText().endswith("or later."))
    fold = panel.card._fold
    assert fold.text() == "1 earlier wording"
    names = [one.accessibleName() for one in panel.card.findChildren(type(panel.card._means))]
    assert "Lost their lives." not in names
    fold.click()
    names = [one.accessibleName() for one in panel.card.findChildren(type(panel.card._means))]
    assert "Lost their lives." in names
    qtbot.waitUntil(lambda: "Mirela Novak" in said(panel))
    choose(panel, "Injured")
    qtbot.waitUntil(lambda: not fold.isVisible())


def test_passages_are_counted_with_those_that_want_another_look(
    here: AtTheDesk, panel: CodebookPanel, qtbot: QtBot
) -> None:
    document = here.workspace.documents.ids()[0]
    killed = choose(panel, "Killed")
    a_passage(here.workspace, document, "Twelve people", "Killed")
    qtbot.waitUntil(lambda: "1 passage" in said(panel))
    here.workspace.tags.change(killed, TagChange(definition="Lost their lives."))
    qtbot.waitUntil(lambda: "1 wants another look" in said(panel))
    here.run("tag.looked_again")
    qtbot.waitUntil(lambda: "another look" not in said(panel))
    assert here.prompts.informed[-1] == "1 passage looked at again."


def count_place(panel: CodebookPanel) -> QPoint:
    rect = panel.tree.visualRect(panel.tree.currentIndex())
    return QPoint(rect.right() - 8, rect.center().y())


def test_two_presses_on_the_number_show_the_passages(here: AtTheDesk, panel: CodebookPanel) -> None:
    document = here.workspace.documents.ids()[0]
    a_passage(here.workspace, document, "Nobody", "Denial")
    passage = a_passage(here.workspace, document, "Twelve people", "Killed")
    killed = choose(panel, "Killed")
    QTest.mouseDClick(panel.tree.viewport(), LEFT, pos=count_place(panel))
    assert here.desk.pages.current().value == "passages"
    assert here.desk.passages.filter().tags == (killed,)
    assert here.view.passages.table.model().rowCount() == 1
    assert here.workspace.passages.get(passage).tag == killed


def test_two_presses_on_the_name_change_the_tag(here: AtTheDesk, panel: CodebookPanel) -> None:
    choose(panel, "Killed")
    here.prompts.will("describe_tag", lambda question: wish(question, "Dead"))
    rect = panel.tree.visualRect(panel.tree.currentIndex())
    QTest.mouseDClick(panel.tree.viewport(), LEFT, pos=rect.topLeft() + QPoint(40, 10))
    assert chosen(here) == "Dead"


def test_the_branch_is_folded_and_stays_so(here: AtTheDesk, panel: CodebookPanel) -> None:
    choose(panel, "Casualty figure")
    plain(panel, KEY.Key_Left)
    index = panel.tree.currentIndex()
    assert not panel.tree.isExpanded(index)
    here.workspace.tags.add("Another")
    assert chosen(here) == "Casualty figure"
    assert not panel.tree.isExpanded(panel.tree.currentIndex())
    panel.field.setText("kil")
    panel.field.settle()
    assert panel.tree.isExpanded(panel.tree.model().index(0, 0))


def test_when_the_chosen_tag_goes_its_neighbour_is_chosen(
    here: AtTheDesk, panel: CodebookPanel
) -> None:
    choose(panel, "Killed")
    plain(panel, KEY.Key_Delete)
    assert order(here)[2:] == ["Casualty figure", ".Injured"]
    assert chosen(here) == "Injured"
    assert here.prompts.informed[-1].endswith("removed. Undo brings it back.")


def test_a_tag_dropped_on_another_stands_under_it(
    here: AtTheDesk, panel: CodebookPanel, qtbot: QtBot
) -> None:
    model = panel.tree.model()
    assert isinstance(model, CodebookModel)
    denial, killed = a_tag(here.workspace, "Denial"), a_tag(here.workspace, "Killed")
    data = model.mimeData([model.index_of(killed)])
    with qtbot.waitSignal(model.modelReset):
        model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index_of(denial))
    assert order(here)[1:3] == ["Denial", ".Killed"]
    qtbot.waitUntil(lambda: chosen(here) == "Killed")


def menu_titles(qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [one.text().partition("\t")[0] for one in menu.actions() if not one.isSeparator()]
    menu.close()
    return titles


def test_the_menu_of_a_tag_has_all_verbs(panel: CodebookPanel, qtbot: QtBot) -> None:
    choose(panel, "Killed")
    panel.tree.menu_wanted.emit(QPoint(10, 10))
    titles = menu_titles(qtbot)
    assert {"Change the tag…", "Split passages off…", "Move up", "Remove the tag…"} <= set(titles)
    more = next(
        one for one in panel.findChildren(QToolButton) if one.accessibleName() == "Whole codebooks"
    )
    more.click()
    assert "Import codebook…" in menu_titles(qtbot)


def test_the_row_below_the_tree_adds_a_tag(here: AtTheDesk, panel: CodebookPanel) -> None:
    assert panel.add.isEnabled()
    here.prompts.will("describe_tag", lambda question: wish(question, "Threat"))
    panel.add.click()
    assert chosen(here) == "Threat"
    assert order(here)[-1] == "Threat"


def test_an_empty_codebook_says_what_a_tag_is_for(here: AtTheDesk, panel: CodebookPanel) -> None:
    for tag in reversed(here.workspace.tags.all()):
        here.workspace.regrouping.remove(tag.id)
    assert "A tag is a name for what you look for." in said(panel)
    here.prompts.will("starter_codebook", "default")
    words = "Add a starter codebook…"
    next(one for one in panel.findChildren(QPushButton) if one.text() == words).click()
    assert order(here) == ["Allegation", "Denial", "Casualty figure"]
    assert here.prompts.informed[-1] == "3 tags added."


def test_the_panel_is_closed_by_its_button_and_takes_another_theme(
    panel: CodebookPanel,
) -> None:
    panel.set_theme(DARK)
    panel.reload()
    words = "Close the codebook"
    next(one for one in panel.findChildren(QToolButton) if one.toolTip() == words).click()
    assert not panel.is_shown()


def test_every_control_is_named(panel: CodebookPanel) -> None:
    assert nameless(panel) == []


def test_rows_are_painted_in_both_directions(panel: CodebookPanel) -> None:
    choose(panel, "Killed")
    straight = panel.tree.grab().toImage()
    panel.tree.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = panel.tree.grab().toImage()
    assert straight.size() == mirrored.size()
    assert straight != mirrored


def test_a_key_of_ones_own_takes_the_place_of_the_first(
    here: AtTheDesk, panel: CodebookPanel
) -> None:
    here.window.context.settings.set_own_keys({"tag.up": ("Ctrl+Up",)})
    choose(panel, "Denial")
    press(panel, KEY.Key_Up)
    assert order(here)[0] == "Allegation"
    choose(panel, "Denial")
    press(panel, KEY.Key_Up, CONTROL)
    assert order(here)[0] == "Denial"
    assert panel.tree.currentIndex().data(ID_ROLE) == panel.chosen()
