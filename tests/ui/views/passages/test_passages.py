"""The place "Passages", used as a person uses it: filter, order, choose, look, go there."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.passages import PassageSort
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.spans import Span
from reviewer.ui.bridge import Bridge
from reviewer.ui.models.checks import AGAIN, NOBODY
from reviewer.ui.models.passage_columns import PassageColumn
from reviewer.ui.models.passages import PassagesModel
from reviewer.ui.parts import PassagesPart
from reviewer.ui.theme.tag_colours import tag_colour
from reviewer.ui.theme.themes import DARK, LIGHT, Theme
from reviewer.ui.views.passages.filter_menus import FilterMenu
from reviewer.ui.views.passages.filtered import passage_filter_sentence
from reviewer.ui.views.passages.passages import PassagesPage
from reviewer.ui.views.passages.tag_chips import ChipButton
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage, a_tag
from tests.ui.walking import nameless

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ACROSS = Qt.Orientation.Horizontal
TEXT = (
    "Twelve people were hurt at the bridge. The union says so.\n\n"
    "Nobody was killed, the spokesman said. He gave no names.\n"
)


@pytest.fixture
def bridge(workspace: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(workspace, qapp)
    yield made
    made.close()


@pytest.fixture
def five(workspace: Workspace) -> list[int]:
    """Five passages in two documents: Twelve, bridge, union, Nobody; and پل in the second."""
    document = a_document(workspace, TEXT, title="At the bridge")
    made = [
        a_passage(workspace, document, "Twelve people", "Casualty figure"),
        a_passage(workspace, document, "bridge", "Allegation", note="Which bridge?"),
        a_passage(workspace, document, "The union says so.", "Allegation"),
        a_passage(workspace, document, "Nobody was killed", "Denial"),
    ]
    workspace.sign_in(BASIT)
    other = a_document(workspace, "فوج نے پل پر فائرنگ کی تردید کی۔ حکام خاموش رہے۔", title="پل")
    return [*made, a_passage(workspace, other, "فوج نے پل پر فائرنگ کی تردید کی۔", "Denial")]


@pytest.fixture
def page(workspace: Workspace, bridge: Bridge, qtbot: QtBot) -> PassagesPage:
    made = PassagesPage(workspace, bridge, LIGHT)
    model = made.findChildren(PassagesModel)[0]
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def press(page: PassagesPage, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(page.table, key, modifier or Qt.KeyboardModifier.NoModifier)


def click(page: PassagesPage, row: int, modifier: Qt.KeyboardModifier | None = None) -> None:
    index = page.table.model().index(row, PassageColumn.WORDS)
    QTest.mouseClick(
        page.table.viewport(),
        LEFT,
        modifier or Qt.KeyboardModifier.NoModifier,
        page.table.visualRect(index).center(),
    )


def shown(page: PassagesPage) -> list[int]:
    return list(page.table.model().ids)  # type: ignore[attr-defined]


def labels(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def chips(page: PassagesPage) -> list[ChipButton]:
    return [one for one in page.findChildren(ChipButton) if one.isVisible()]


def menu(page: PassagesPage, kind: str) -> FilterMenu:
    return next(one for one in page.findChildren(FilterMenu) if one.kind == kind)


def button(page: QWidget, words: str) -> QPushButton:
    return next(
        one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible()
    )


def type_words(page: PassagesPage, words: str) -> None:
    page.focus_filter()
    QTest.keyClicks(page.bar.field, words)
    page.bar.field.settle()


def test_it_is_what_commands_know(page: PassagesPage) -> None:
    part: PassagesPart = page
    assert part.chosen() == []
    assert part.filter() == PassageFilter()


def test_without_passages_it_says_what_to_do(page: PassagesPage) -> None:
    said = "Every tagged passage stands here: select words in a document and press A, D or C."
    assert said in labels(page)
    assert "0 of 0 shown" in labels(page)


def test_it_always_says_how_many_are_shown(five: list[int], page: PassagesPage) -> None:
    assert shown(page) == five
    assert "5 of 5 shown" in labels(page)
    type_words(page, "bridge")
    assert shown(page) == [five[1]]
    assert "1 of 5 shown" in labels(page)


def test_words_filter_as_one_types_and_esc_clears(
    five: list[int], page: PassagesPage, qtbot: QtBot
) -> None:
    page.focus_filter()
    with qtbot.waitSignal(page.filter_changed):
        QTest.keyClicks(page.bar.field, "nobody")
    assert shown(page) == [five[3]]
    assert page.filter() == PassageFilter(words="nobody")
    QTest.keyClick(page.bar.field, Qt.Key.Key_Escape)
    assert shown(page) == five


def test_a_second_esc_clears_the_rest_and_a_third_goes_to_the_list(
    five: list[int], page: PassagesPage, workspace: Workspace
) -> None:
    type_words(page, "n")
    menu(page, "tags").choose([a_tag(workspace, "Denial")])
    QTest.keyClick(page.bar.field, Qt.Key.Key_Escape)
    assert shown(page) == [five[3], five[4]]
    QTest.keyClick(page.bar.field, Qt.Key.Key_Escape)
    assert shown(page) == five
    QTest.keyClick(page.bar.field, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_filters_are_chips_that_can_be_taken_off(
    five: list[int], page: PassagesPage, workspace: Workspace
) -> None:
    menu(page, "tags").choose([a_tag(workspace, "Denial"), a_tag(workspace, "Allegation")])
    menu(page, "analysts").choose([one.id for one in workspace.analysts() if one.name == "Noor"])
    assert shown(page) == [five[1], five[2], five[3]]
    allegation, _denial, _noor = chips(page)
    assert allegation.chip.words == "\u2068Allegation\u2069"
    QTest.mouseClick(allegation, LEFT)
    assert shown(page) == [five[3]]
    QTest.mouseClick(button(page, "Clear all"), LEFT)
    assert shown(page) == five
    assert chips(page) == []


def test_many_of_one_kind_are_one_chip(page: PassagesPage, workspace: Workspace) -> None:
    documents = [a_document(workspace, f"Text {number}.") for number in range(6)]
    menu(page, "documents").choose(documents)
    (chip,) = chips(page)
    assert chip.chip.words == "6 documents"
    QTest.mouseClick(chip, LEFT)
    assert page.filter() == PassageFilter()


def test_nothing_found_offers_to_show_everything(five: list[int], page: PassagesPage) -> None:
    type_words(page, "no such words")
    assert "No passage matches the filter." in labels(page)
    QTest.mouseClick(button(page, "Show all passages"), LEFT)
    assert shown(page) == five


def test_a_tag_that_is_undone_leaves_the_filter(page: PassagesPage, workspace: Workspace) -> None:
    a_passage(workspace, a_document(workspace), "Twelve")
    tag = a_tag(workspace, "Curfew")
    menu(page, "tags").choose([tag])
    workspace.history.undo()
    assert page.filter() == PassageFilter()
    assert len(shown(page)) == 1


def test_a_click_chooses_and_shows_the_words_in_their_sentence(
    five: list[int], page: PassagesPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.selection_changed):
        click(page, 1)
    assert page.chosen() == [five[1]]
    qtbot.waitUntil(lambda: any("Twelve people were hurt" in one for one in labels(page)))
    sentence = next(one for one in labels(page) if "Twelve people were hurt" in one)
    assert ">bridge</span>" in sentence
    assert any("Note: Which bridge?" in one for one in labels(page))


def test_words_of_a_document_are_never_markup(
    page: PassagesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    a_passage(workspace, a_document(workspace, "He wrote <img src=x> there."), "<img src=x>")
    page.table.setFocus()
    page.table.choose_first()
    qtbot.waitUntil(lambda: any("&lt;img" in one for one in labels(page)))
    assert not any("<img" in one for one in labels(page))


def test_urdu_stands_on_the_right(five: list[int], page: PassagesPage, qtbot: QtBot) -> None:
    click(page, 4)
    qtbot.waitUntil(lambda: any('dir="rtl"' in one for one in labels(page)))
    assert page.chosen() == [five[4]]


def test_enter_and_a_double_click_go_to_the_place(
    five: list[int], page: PassagesPage, qtbot: QtBot
) -> None:
    click(page, 2)
    with qtbot.waitSignal(page.show_wanted) as told:
        press(page, Qt.Key.Key_Return)
    assert told.args == [five[2]]
    index = page.table.model().index(3, PassageColumn.WORDS)
    with qtbot.waitSignal(page.show_wanted) as told:
        place = page.table.visualRect(index).center()
        QTest.mouseClick(page.table.viewport(), LEFT, pos=place)
        QTest.mouseDClick(page.table.viewport(), LEFT, pos=place)
    assert told.args == [five[3]]
    qtbot.waitUntil(lambda: "Show in its document" in [b.text() for b in buttons_of(page)])
    with qtbot.waitSignal(page.show_wanted) as told:
        QTest.mouseClick(button(page, "Show in its document"), LEFT)
    assert told.args == [five[3]]


def buttons_of(page: QWidget) -> list[QPushButton]:
    return [one for one in page.findChildren(QPushButton) if one.isVisible()]


def test_several_are_chosen_by_mouse_and_keys(five: list[int], page: PassagesPage) -> None:
    click(page, 0)
    click(page, 2, CONTROL)
    assert sorted(page.chosen()) == [five[0], five[2]]
    assert page.chosen()[0] == five[2]
    click(page, 4, SHIFT)
    assert sorted(page.chosen()) == [five[0], five[2], five[3], five[4]]
    press(page, Qt.Key.Key_A, CONTROL)
    assert sorted(page.chosen()) == sorted(five)
    press(page, Qt.Key.Key_Home)
    press(page, Qt.Key.Key_Down, SHIFT)
    assert sorted(page.chosen()) == five[:2]
    press(page, Qt.Key.Key_End)
    assert page.chosen() == [five[4]]


def test_how_many_are_chosen_is_said(five: list[int], page: PassagesPage, qtbot: QtBot) -> None:
    page.table.selectAll()
    qtbot.waitUntil(lambda: any(one.text().startswith("5 passages chosen") for one in elided(page)))
    assert len(page.chosen()) == len(five)


def elided(page: QWidget) -> list[QLabel]:
    return [one for one in page.findChildren(QWidget) if type(one).__name__ == "ElidedLabel"]  # type: ignore[misc]


def test_delete_and_retag_are_wishes_of_the_list(
    five: list[int], page: PassagesPage, qtbot: QtBot
) -> None:
    click(page, 0)
    with qtbot.waitSignal(page.remove_wanted):
        press(page, Qt.Key.Key_Delete)
    with qtbot.waitSignal(page.retag_wanted):
        press(page, Qt.Key.Key_T, SHIFT)
    assert shown(page) == five


def test_letters_go_to_the_filter(five: list[int], page: PassagesPage) -> None:
    page.table.setFocus()
    press(page, Qt.Key.Key_U)
    assert page.bar.field.text() == "u"
    assert page.bar.field.hasFocus()
    assert len(shown(page)) == len(five)


def test_down_from_the_field_goes_to_the_list(five: list[int], page: PassagesPage) -> None:
    type_words(page, "n")
    QTest.keyClick(page.bar.field, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    assert page.chosen() == shown(page)[:1]
    assert len(five) == 5


def test_the_words_of_what_is_chosen_can_be_copied(five: list[int], page: PassagesPage) -> None:
    click(page, 3)
    click(page, 0, CONTROL)
    press(page, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Twelve people\nNobody was killed"
    assert len(page.chosen()) < len(five)


def test_the_menu_is_wanted_where_the_pointer_or_the_row_is(
    five: list[int], page: PassagesPage, qtbot: QtBot
) -> None:
    click(page, 1)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, QPoint(30, 30), page.table.mapToGlobal(QPoint(30, 30)))
        with qtbot.waitSignal(page.context_menu_wanted) as told:
            QApplication.sendEvent(page.table.viewport(), event)
        inside = page.table.viewport().mapFromGlobal(told.args[0])
        assert page.table.viewport().rect().contains(inside)
    assert len(five) == 5


def click_head(page: PassagesPage, column: PassageColumn) -> None:
    head = page.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(column) + 30, head.height() // 2)
    QTest.mouseClick(head.viewport(), LEFT, pos=place)


def test_heads_order_both_ways(five: list[int], page: PassagesPage) -> None:
    click_head(page, PassageColumn.TAG)
    assert shown(page) == [five[1], five[2], five[3], five[4], five[0]]
    click_head(page, PassageColumn.TAG)
    assert shown(page) == [five[0], five[4], five[3], five[2], five[1]]
    click_head(page, PassageColumn.NOTE)
    assert shown(page) == [five[0], five[4], five[3], five[2], five[1]]
    assert page.table.horizontalHeader().sortIndicatorSection() == PassageColumn.TAG
    click_head(page, PassageColumn.NUMBER)
    assert shown(page) == five


def test_what_is_chosen_stays_chosen_in_another_order(five: list[int], page: PassagesPage) -> None:
    click(page, 0)
    click(page, 3, CONTROL)
    click_head(page, PassageColumn.TAG)
    assert sorted(page.chosen()) == [five[0], five[3]]
    assert page.chosen()[0] == five[3]


def many(workspace: Workspace, count: int) -> list[int]:
    document = a_document(workspace, "Word by word. " * count, title="Long")
    tag = a_tag(workspace, "Denial")
    return workspace.passages.tag_many(
        [Tagging(document, Span(14 * n, 14 * n + 4), tag) for n in range(count)]
    )


def test_the_place_scrolled_to_stays_when_something_comes_or_goes(
    page: PassagesPage, workspace: Workspace
) -> None:
    passages = many(workspace, 200)
    page.table.verticalScrollBar().setValue(48 * 100 + 7)
    top = page.table.rowViewportPosition(100)
    workspace.passages.remove(passages[:10])
    assert page.table.rowViewportPosition(90) == top
    workspace.history.undo()
    assert page.table.rowViewportPosition(100) == top


def test_the_next_one_is_chosen_when_the_chosen_one_is_removed(
    page: PassagesPage, workspace: Workspace
) -> None:
    passages = many(workspace, 20)
    click(page, 5)
    workspace.passages.remove(page.chosen())
    assert page.chosen() == [passages[6]]


def test_a_filter_that_hides_the_chosen_one_chooses_nothing_else(
    five: list[int], page: PassagesPage
) -> None:
    click(page, 0)
    type_words(page, "union")
    assert page.chosen() == []
    assert shown(page) == [five[2]]


def test_a_chosen_row_stays_in_sight_when_the_order_changes(
    page: PassagesPage, workspace: Workspace
) -> None:
    many(workspace, 200)
    click(page, 2)
    page.table.set_order(PassageSort.PLACE, descending=True)
    rect = page.table.visualRect(page.table.currentIndex())
    assert page.table.viewport().rect().intersects(rect)


def test_what_it_looked_like_is_remembered(
    five: list[int], page: PassagesPage, workspace: Workspace, bridge: Bridge, qtbot: QtBot
) -> None:
    page.table.set_order(PassageSort.WORDS, descending=True)
    menu(page, "tags").choose([a_tag(workspace, "Denial")])
    page.table.columns.show(PassageColumn.NOTE, shown=False)
    kept = json.loads(json.dumps(page.state()))
    other = PassagesPage(workspace, bridge, LIGHT)
    qtbot.addWidget(other)
    other.resize(1100, 700)
    other.restore(kept)
    other.show()
    assert other.filter() == page.filter()
    assert shown(other) == shown(page)
    assert not other.table.columns.is_shown(PassageColumn.NOTE)
    assert other.state() == kept
    assert len(five) == 5


@pytest.mark.parametrize(
    "odd",
    [
        {"columns": 3, "sort": "colour", "descending": "x", "filter": [], "preview": -3},
        {"filter": {"words": 4, "tags": [99, "x"], "documents": 7}},
        {},
    ],
)
def test_what_is_not_understood_is_passed_over(
    five: list[int], page: PassagesPage, odd: dict[str, object]
) -> None:
    page.restore(odd)
    assert shown(page) == five
    assert page.filter() == PassageFilter()


@pytest.mark.parametrize("width", [700, 1100, 1600])
def test_the_words_always_have_room(five: list[int], page: PassagesPage, width: int) -> None:
    page.resize(width, 600)
    QApplication.processEvents()
    head = page.table.horizontalHeader()
    seen = [column for column in PassageColumn if not head.isSectionHidden(column)]
    assert head.sectionSize(PassageColumn.WORDS) >= 230
    assert sum(head.sectionSize(column) for column in seen) <= page.table.viewport().width()
    assert {PassageColumn.NUMBER, PassageColumn.WORDS, PassageColumn.TAG} <= set(seen)
    assert (PassageColumn.NOTE in seen) == (width > 1200)
    assert (PassageColumn.CHECKED in seen) == (width > 1000)
    assert len(five) == 5


def test_everything_is_reached_by_tab_and_has_a_name(five: list[int], page: PassagesPage) -> None:
    menu(page, "tags").choose([1])
    click(page, 0)
    QApplication.processEvents()
    assert nameless(page) == []
    assert len(five) == 5


def test_the_order_can_be_chosen_by_key(five: list[int], page: PassagesPage) -> None:
    page._fill_order_menu()
    actions = {action.text(): action for action in page._order_menu.actions()}
    actions["Tag"].trigger()
    assert shown(page)[-1] == five[0]
    actions["The other way round"].trigger()
    assert shown(page)[0] == five[0]
    assert "Columns" in actions


def row_of_pixels(page: PassagesPage, row: int) -> set[str]:
    """Return the colours a row is painted in."""
    rect = page.table.visualRect(page.table.model().index(row, 0))
    image = page.table.viewport().grab().toImage()
    width = page.table.viewport().width()
    return {
        image.pixelColor(x, y).name()
        for y in range(rect.top(), rect.bottom(), 2)
        for x in range(width)
    }


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_rows_say_by_their_ground_what_is_chosen_or_under_the_pointer(
    five: list[int], page: PassagesPage, workspace: Workspace, theme: Theme
) -> None:
    page.setPalette(theme.palette())
    page.set_theme(theme)
    click(page, 1)
    table = page.table
    for row in (4, 2):  # where the mouse is already, moving there tells nothing
        under = table.visualRect(table.model().index(row, PassageColumn.WORDS)).center()
        QTest.mouseMove(table.viewport(), under)
    assert theme.selection.name() in row_of_pixels(page, 1)
    assert theme.hover.name() in row_of_pixels(page, 2)
    assert not {theme.selection.name(), theme.hover.name()} & row_of_pixels(page, 3)
    assert tag_colour(workspace.tags.all()[1].colour, theme.dark).name() in row_of_pixels(page, 3)
    assert len(five) == 5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_place_that_is_not_certain_is_painted_as_a_warning(
    five: list[int], page: PassagesPage, workspace: Workspace, theme: Theme
) -> None:
    page.setPalette(theme.palette())
    assert theme.warning.name() not in row_of_pixels(page, 3)
    with workspace.history.step("passages.note", {}):
        workspace._project.passages.set([five[3]], {"anchor": "not_certain"}, "2026-03-14")
    page.reload()
    assert theme.warning.name() in row_of_pixels(page, 3)


def test_words_that_were_looked_for_are_marked(five: list[int], page: PassagesPage) -> None:
    page.setPalette(LIGHT.palette())
    plain = row_of_pixels(page, 3)
    type_words(page, "killed")
    assert len(row_of_pixels(page, 0) - plain) > 0
    assert shown(page) == [five[3]]


def test_what_another_window_wrote_is_shown(five: list[int], page: PassagesPage) -> None:
    page.reload()
    assert shown(page) == five


def test_a_project_that_cannot_be_read_is_told(
    five: list[int], page: PassagesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.close()
    with qtbot.waitSignal(page.failed):
        page.reload()
    assert shown(page) == five


def test_heads_are_not_the_only_words(five: list[int], page: PassagesPage) -> None:
    """A screen reader says the words of a row, not its picture."""
    model = page.table.model()
    said = [model.data(model.index(3, column)) for column in PassageColumn]
    assert said[:4] == ["D1·4", "Nobody was killed", "Denial", "At the bridge"]
    assert model.headerData(0, ACROSS) == "No."
    assert len(five) == 5


def test_what_nobody_checked_is_found_and_checked_with_one_key(
    workspace: Workspace, five: list[int], page: PassagesPage
) -> None:
    page.check_wanted.connect(
        lambda wanted: (workspace.details.check if wanted else workspace.details.uncheck)(
            page.chosen()
        )
    )
    click(page, 0)
    press(page, Qt.Key.Key_V)
    menu(page, "checks").choose([NOBODY])
    assert shown(page) == five[1:]
    click(page, 0)
    press(page, Qt.Key.Key_A, CONTROL)
    press(page, Qt.Key.Key_V)
    assert shown(page) == []
    menu(page, "checks").choose([])
    assert shown(page) == five
    click(page, 4)
    press(page, Qt.Key.Key_V, SHIFT)
    menu(page, "checks").choose([NOBODY])
    assert shown(page) == five[4:]


def test_not_checked_gives_way_to_checked_by_somebody_and_back(
    workspace: Workspace, five: list[int], page: PassagesPage
) -> None:
    workspace.details.check(five[:2])
    workspace.definitions.put_off(five[1:3])
    basit = workspace.analyst
    assert basit is not None
    checks = menu(page, "checks")
    checks.choose([NOBODY])
    assert shown(page) == five[2:]
    checks.choose([NOBODY, basit.id])
    assert checks.chosen == (basit.id,)
    assert shown(page) == five[:2]
    checks.choose([AGAIN, basit.id])
    assert shown(page) == five[1:2]
    chips = [one.chip.words for one in page.findChildren(ChipButton) if one.isVisible()]
    said = passage_filter_sentence(workspace, page.filter())
    for words in ("Wants another look", "Checked by"):
        assert words in " ".join(chips)
        assert words in said
    kept = json.loads(json.dumps(page.state()))
    page.bar.clear()
    assert shown(page) == five
    page.restore(kept)
    assert shown(page) == five[1:2]


def test_the_table_says_who_checked_and_what_wants_another_look(
    workspace: Workspace, five: list[int], page: PassagesPage
) -> None:
    workspace.details.check([five[0], five[4]])
    workspace.definitions.put_off([five[4]])
    QApplication.processEvents()

    def said(row: int) -> str:
        words = str(page.table.model().index(row, PassageColumn.CHECKED).data())
        return words.translate({0x2068: None, 0x2069: None})

    assert [said(row) for row in (0, 1, 4)] == [
        "Basit",
        "Not checked",
        "Basit, who tagged it; wants another look",
    ]


def test_translation_and_plain_words_stand_below_the_sentence(
    workspace: Workspace, five: list[int], page: PassagesPage, qtbot: QtBot
) -> None:
    workspace.details.set_translation(five[4], "The army denied it.", "English", "Noor")
    workspace.details.set_statement(five[4], "The army says that it did not shoot.")
    click(page, 4)

    def words() -> str:
        labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
        said = "".join(label.text() for label in labels)
        return said.translate({0x2068: None, 0x2069: None})

    qtbot.waitUntil(lambda: "The army denied it." in words())
    assert "Translation into English by Noor" in words()
    assert "In plain words: The army says that it did not shoot." in words()
    click(page, 0)
    qtbot.waitUntil(lambda: "The army denied it." not in words())
