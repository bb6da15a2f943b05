"""The documents panel, used as a person uses it: filter, choose, open, order, and be told."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import DocumentFilter, DocumentSort, ReviewStatus
from reviewer.ui.bridge import Bridge
from reviewer.ui.models.document_cells import SELDOM_SHOWN, DocumentColumn
from reviewer.ui.theme.themes import DARK, LIGHT, Theme
from reviewer.ui.views.documents.documents import WIDE, DocumentsPanel
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, many_documents, two_readings

NARROW = 260
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bridge(workspace: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(workspace, qapp)
    yield made
    made.close()


@pytest.fixture
def panel(workspace: Workspace, bridge: Bridge, qtbot: QtBot) -> DocumentsPanel:
    made = DocumentsPanel(workspace, bridge, LIGHT)
    QAbstractItemModelTester(
        made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made.model
    )
    qtbot.addWidget(made)
    made.resize(NARROW, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def five(workspace: Workspace, panel: DocumentsPanel) -> list[int]:
    """Five documents, called A to E."""
    made = [a_document(workspace, f"Text {name}", title=f"Title {name}") for name in "ABCDE"]
    panel.model.ask_again()
    return made


def count_words(panel: DocumentsPanel) -> str:
    return panel._count.text()


def press_chip(panel: DocumentsPanel, status: ReviewStatus | None) -> None:
    wanted = None if status is None else status.value
    for chip in panel._chips.findChildren(QToolButton):
        if chip.property("status") == wanted:
            chip.click()


def test_an_empty_project_says_how_to_begin(panel: DocumentsPanel, qtbot: QtBot) -> None:
    assert panel._stack.currentWidget() is panel._none
    assert panel._none.words() == (
        "Every document is listed here: drop files, or press Ctrl+I to import."
    )
    button = panel._none.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(panel.import_wanted):
        button.click()


def test_the_count_of_done_documents_is_said(
    workspace: Workspace, panel: DocumentsPanel, five: list[int]
) -> None:
    workspace.documents.review(five[:2], ReviewStatus.DONE)
    assert count_words(panel) == "2 of 5 done"


def test_the_list_filters_as_one_types_and_says_what_is_hidden(
    panel: DocumentsPanel, five: list[int], qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.filter_field, "title c")
    qtbot.waitUntil(lambda: list(panel.model.ids) == [five[2]])
    assert count_words(panel) == "1 of 5 shown"


@pytest.mark.usefixtures("five")
def test_escape_clears_the_filter(panel: DocumentsPanel) -> None:
    QTest.keyClicks(panel.filter_field, "c")
    panel.filter_field.settle()
    QTest.keyClick(panel.filter_field, Qt.Key.Key_Escape)
    assert panel.filter_field.text() == ""
    assert len(panel.model.ids) == 5


def test_nothing_found_says_so_and_offers_to_clear(panel: DocumentsPanel, five: list[int]) -> None:
    QTest.keyClicks(panel.filter_field, "zzz")
    panel.filter_field.settle()
    assert panel._stack.currentWidget() is panel._no_match
    assert "zzz" in panel._no_match.words()
    button = panel._no_match.findChild(QPushButton)
    assert button is not None
    button.click()
    assert panel._stack.currentWidget() is panel.list
    assert panel.filter_field.text() == ""
    assert list(panel.model.ids) == five


def test_a_status_filter_is_named(
    workspace: Workspace, panel: DocumentsPanel, five: list[int]
) -> None:
    workspace.documents.review(five[:2], ReviewStatus.DONE)
    press_chip(panel, ReviewStatus.DONE)
    assert list(panel.model.ids) == five[:2]
    assert count_words(panel) == "2 of 5 shown: Done"
    press_chip(panel, None)
    assert list(panel.model.ids) == five


def test_the_menu_filters_by_second_look_and_unsettled_dates(
    workspace: Workspace, panel: DocumentsPanel, five: list[int]
) -> None:
    dated = a_document(workspace, "Dated", posted=two_readings("10/8/2015"))
    workspace.documents.mark_second_look(five[:1], wanted=True)
    panel.model.ask_again()
    panel._only_second_look.trigger()
    assert list(panel.model.ids) == five[:1]
    panel._only_second_look.trigger()
    panel._only_unsettled.trigger()
    assert list(panel.model.ids) == [dated]
    assert count_words(panel) == "1 of 6 shown: dates with two readings"


def test_enter_opens_here_and_alt_enter_beside(
    panel: DocumentsPanel, five: list[int], qtbot: QtBot
) -> None:
    panel.choose(five[1])
    with qtbot.waitSignal(panel.open_here) as here:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.open_beside) as beside:
        QTest.keyClick(panel.list, Qt.Key.Key_Return, ALT)
    assert (here.args, beside.args) == ([five[1]], [five[1]])


def test_control_enter_is_left_to_the_window(
    panel: DocumentsPanel, five: list[int], qtbot: QtBot
) -> None:
    panel.choose(five[1])
    with qtbot.assertNotEmitted(panel.open_here), qtbot.assertNotEmitted(panel.open_beside):
        QTest.keyClick(panel.list, Qt.Key.Key_Return, CONTROL)
        QTest.keyClick(panel.filter_field, Qt.Key.Key_Return, CONTROL)
    assert panel.chosen() == [five[1]]


def test_a_double_click_opens_here_and_the_middle_button_beside(
    panel: DocumentsPanel, five: list[int], qtbot: QtBot
) -> None:
    index = panel.model.index(2, DocumentColumn.TITLE)
    place = panel.list.visualRect(index).center()
    with qtbot.waitSignal(panel.open_here) as here:
        QTest.mouseClick(panel.list.viewport(), LEFT, PLAIN, place)
        QTest.mouseDClick(panel.list.viewport(), LEFT, PLAIN, place)
    with qtbot.waitSignal(panel.open_beside) as beside:
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.MiddleButton, PLAIN, place)
    assert (here.args, beside.args) == ([five[2]], [five[2]])


def test_home_end_and_arrows_go_through_the_list(panel: DocumentsPanel, five: list[int]) -> None:
    panel.choose(five[2])
    for key, document in (
        (Qt.Key.Key_End, five[4]),
        (Qt.Key.Key_Up, five[3]),
        (Qt.Key.Key_Home, five[0]),
        (Qt.Key.Key_Down, five[1]),
    ):
        QTest.keyClick(panel.list, key)
        assert panel.chosen() == [document]


def test_typing_in_the_list_goes_to_the_filter(
    panel: DocumentsPanel, five: list[int], qtbot: QtBot
) -> None:
    panel.list.setFocus()
    QTest.keyClicks(panel.list, "c")
    assert panel.filter_field.text() == "c"
    assert panel.filter_field.hasFocus()
    qtbot.waitUntil(lambda: list(panel.model.ids) == [five[2]])


def test_from_the_filter_down_goes_to_the_list_and_enter_opens_the_first(
    panel: DocumentsPanel, five: list[int], qtbot: QtBot
) -> None:
    panel.focus_filter()
    QTest.keyClicks(panel.filter_field, "e")
    with qtbot.waitSignal(panel.open_here) as here:
        QTest.keyClick(panel.filter_field, Qt.Key.Key_Return)
    assert here.args == [five[0]]
    QTest.keyClick(panel.filter_field, Qt.Key.Key_Down)
    assert panel.has_focus()
    assert panel.chosen() == [five[0]]


def test_what_is_chosen_stays_chosen_in_another_order(
    panel: DocumentsPanel, five: list[int]
) -> None:
    panel.list.setFocus()
    panel.choose(five[1])
    panel.model.set_order(DocumentSort.NUMBER, descending=True)
    assert panel.chosen() == [five[1]]
    assert panel.list.currentIndex().row() == 3


def test_several_chosen_documents_come_with_the_current_one_first(
    panel: DocumentsPanel, five: list[int]
) -> None:
    panel.choose(five[1])
    QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.chosen() == [five[2], five[1]]
    panel.model.set_order(DocumentSort.TITLE, descending=True)
    assert panel.chosen() == [five[2], five[1]]


def test_choosing_a_hidden_document_clears_the_filter(
    panel: DocumentsPanel, five: list[int]
) -> None:
    panel.filter_field.setText("title c")
    panel.filter_field.settle()
    panel.choose(five[0])
    assert panel.chosen() == [five[0]]
    assert panel.model.filter == DocumentFilter()


def test_after_a_removal_the_keys_go_on_from_the_same_row(
    workspace: Workspace, panel: DocumentsPanel, five: list[int]
) -> None:
    panel.choose(five[2])
    workspace.documents.remove([five[2]])
    assert panel.chosen() == []
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.chosen() == [five[4]]


def test_the_place_scrolled_to_is_kept_when_documents_come_before_it(
    workspace: Workspace, panel: DocumentsPanel
) -> None:
    many_documents(workspace, 200)
    panel.model.set_order(DocumentSort.TITLE)
    panel.list.verticalScrollBar().setValue(3_010)
    top = panel.model.document_at(panel.list.rowAt(0))
    a_document(workspace, "First of all", title="AAA")
    panel.model.ask_again()
    assert panel.model.document_at(panel.list.rowAt(0)) == top
    assert panel.model.document_at(0) != top


def test_tagging_moves_nothing(
    workspace: Workspace, panel: DocumentsPanel, five: list[int]
) -> None:
    panel.choose(five[3])
    a_passage(workspace, five[0], "Text")
    assert panel.chosen() == [five[3]]
    row = panel.model.row(0)
    assert row is not None
    assert row.passages == 1


def test_neighbours_are_those_of_the_list_as_shown(panel: DocumentsPanel, five: list[int]) -> None:
    assert panel.neighbour(five[1], 1) == five[2]
    assert panel.neighbour(five[1], -1) == five[0]
    assert panel.neighbour(five[4], 1) is None
    assert panel.neighbour(None, 1) == five[0]
    panel.model.set_order(DocumentSort.NUMBER, descending=True)
    assert panel.neighbour(five[1], 1) == five[0]


@pytest.mark.usefixtures("five")
def test_narrow_it_shows_titles_only_and_wide_every_column(panel: DocumentsPanel) -> None:
    head = panel.list.horizontalHeader()
    assert panel.list.is_compact()
    assert head.isHidden()
    panel.resize(WIDE + 20, 600)
    assert not panel.list.is_compact()
    hidden = {column for column in DocumentColumn if head.isSectionHidden(column)}
    assert hidden == set(SELDOM_SHOWN)  # they wait until somebody asks for them
    assert head.length() <= panel.list.viewport().width()
    panel.resize(NARROW, 600)
    assert [column for column in DocumentColumn if not head.isSectionHidden(column)] == [
        DocumentColumn.TITLE
    ]


def test_changing_form_keeps_choice_and_place(workspace: Workspace, panel: DocumentsPanel) -> None:
    documents = many_documents(workspace, 100)
    panel.model.ask_again()
    panel.choose(documents[60])
    top = panel.model.document_at(panel.list.rowAt(0))
    panel.resize(WIDE + 20, 600)
    assert panel.chosen() == [documents[60]]
    assert panel.model.document_at(panel.list.rowAt(0)) == top


def test_columns_remember_themselves(
    workspace: Workspace, bridge: Bridge, panel: DocumentsPanel, qtbot: QtBot
) -> None:
    panel.resize(WIDE + 200, 600)
    head = panel.list.horizontalHeader()
    panel.list.columns.show(DocumentColumn.WORDS, shown=False)
    head.moveSection(head.visualIndex(DocumentColumn.SECOND_LOOK), 0)
    head.resizeSection(DocumentColumn.SOURCE, 233)
    panel.model.sort(DocumentColumn.SOURCE, Qt.SortOrder.DescendingOrder)
    again = DocumentsPanel(workspace, bridge, DARK)
    qtbot.addWidget(again)
    again.resize(WIDE + 200, 600)
    again.show()
    again.restore(panel.state())
    other = again.list.horizontalHeader()
    assert other.isSectionHidden(DocumentColumn.WORDS)
    assert other.visualIndex(DocumentColumn.SECOND_LOOK) == 0
    assert other.sectionSize(DocumentColumn.SOURCE) == 233
    assert again.model.order == (DocumentSort.SOURCE, True)
    assert other.sortIndicatorSection() == DocumentColumn.SOURCE


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"columns": "no list", "sort": 7},
        {"columns": [1, {"column": "nonsense"}, {"column": "title", "width": -3, "shown": False}]},
    ],
)
def test_a_state_that_is_not_understood_is_passed_over(
    panel: DocumentsPanel, state: dict[str, object]
) -> None:
    panel.resize(WIDE + 20, 600)
    panel.restore(state)
    head = panel.list.horizontalHeader()
    assert not head.isSectionHidden(DocumentColumn.TITLE)
    assert panel.model.order == (DocumentSort.NUMBER, False)


def test_the_head_has_a_menu_that_hides_columns(panel: DocumentsPanel) -> None:
    panel.resize(WIDE + 20, 600)
    menu = panel.list.columns.menu()
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Title"].isEnabled()
    actions["Words"].trigger()
    assert panel.list.horizontalHeader().isSectionHidden(DocumentColumn.WORDS)
    actions["Words"].trigger()
    assert not panel.list.horizontalHeader().isSectionHidden(DocumentColumn.WORDS)


@pytest.mark.usefixtures("five")
def test_pressing_a_head_orders_and_the_menu_follows(panel: DocumentsPanel) -> None:
    panel.resize(WIDE + 20, 600)
    head = panel.list.horizontalHeader()
    x = head.sectionViewportPosition(DocumentColumn.TITLE) + 20
    place = QPoint(x, head.height() // 2)
    QTest.mouseClick(head.viewport(), LEFT, PLAIN, place)
    QTest.mouseClick(head.viewport(), LEFT, PLAIN, place)
    assert panel.model.order == (DocumentSort.TITLE, True)
    assert panel._sorts.checkedAction().text() == "Title"
    assert panel._directions.checkedAction().text() == "Downwards"


def test_the_menu_orders(panel: DocumentsPanel, five: list[int]) -> None:
    next(action for action in panel._sorts.actions() if action.text() == "Title").trigger()
    next(action for action in panel._directions.actions() if action.data()).trigger()
    assert list(panel.model.ids) == five[::-1]
    assert panel.list.horizontalHeader().sortIndicatorSection() == DocumentColumn.TITLE


def test_the_context_menu_is_asked_of_the_window(
    panel: DocumentsPanel, five: list[int], qtbot: QtBot
) -> None:
    panel.choose(five[1])
    rect = panel.list.visualRect(panel.list.currentIndex())
    for reason, place in (
        (QContextMenuEvent.Reason.Mouse, rect.center()),
        (QContextMenuEvent.Reason.Keyboard, rect.bottomLeft()),
    ):
        with qtbot.waitSignal(panel.context_menu_wanted) as wanted:
            event = QContextMenuEvent(reason, rect.center(), QPoint(), PLAIN)
            QApplication.sendEvent(panel.list.viewport(), event)
        assert wanted.args == [panel.list.viewport().mapToGlobal(place)]


def test_another_window_s_work_appears_on_reload(
    workspace: Workspace, bridge: Bridge, panel: DocumentsPanel, five: list[int]
) -> None:
    row = panel.model.row(0)
    assert row is not None
    assert row.passages == 0
    with QSignalBlocker(bridge):
        a_passage(workspace, five[0], "Text")
    panel.reload()
    row = panel.model.row(0)
    assert row is not None
    assert row.passages == 1


def test_everything_that_takes_the_keys_has_a_name(panel: DocumentsPanel) -> None:
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.objectName().startswith(
            "qt_"
        ):
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named, widget


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [NARROW, WIDE + 40])
def test_it_paints_without_a_fault(
    workspace: Workspace,
    panel: DocumentsPanel,
    width: int,
    theme: Theme,
    caplog: pytest.LogCaptureFixture,
) -> None:
    documents = [
        a_document(workspace, "One", title="پل پر فائرنگ", publisher="روزنامہ"),
        a_document(workspace, "Two", title="T" * 500, posted=two_readings("10/8/2015")),
        a_document(workspace, "Three words here", title="Nothing known"),
    ]
    workspace.documents.mark_second_look(documents[:2], wanted=True)
    workspace.documents.review(documents[1:2], ReviewStatus.READING)
    panel.set_theme(theme)
    panel.resize(width, 400)
    panel.reload()
    panel.choose(documents[0])
    assert not panel.grab().isNull()
    assert caplog.text == ""


def test_only_documents_of_one_origin_with_others_are_shown(
    panel: DocumentsPanel, workspace: Workspace
) -> None:
    first, second, _third = many_documents(workspace, 3)
    workspace.origins.join([first, second])
    panel._only_shared.trigger()
    assert panel.model.filter.shared_origin
    panel.model.ask_again()
    assert panel.model.rowCount() == 2
    assert panel.filter_sentence() == "one origin with others"


@pytest.mark.usefixtures("five")
def test_the_list_is_narrowed_to_a_value_by_its_menu(
    panel: DocumentsPanel, workspace: Workspace
) -> None:
    workspace.documents.describe(workspace.documents.ids()[1], "language", "ur")
    menus = [one for one in panel.findChildren(QMenu) if one.title() == "Language"]
    (menu,) = menus
    menu.aboutToShow.emit()
    everything, urdu = menu.actions()
    assert everything.isChecked()
    assert urdu.text() == "Urdu  (1)"
    urdu.trigger()
    assert panel.list.model().rowCount() == 1
    assert panel.filter_sentence() == "Language: Urdu"
    menu.aboutToShow.emit()
    everything, urdu = menu.actions()
    assert urdu.isChecked()
    everything.trigger()
    assert panel.filter_sentence() == ""
