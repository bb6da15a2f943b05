"""The History panel, used as a person uses it: who did what, what it changed, take it back."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.domain.steps import Place
from reviewer.ui.bridge import Bridge
from reviewer.ui.models.history import HistoryModel
from reviewer.ui.theme.themes import DARK, LIGHT, Theme
from reviewer.ui.views.history import step_details
from reviewer.ui.views.history.history import HistoryPanel
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import ReadFile
from tests.builders import a_document, a_passage, a_tag, an_incoming
from tests.ui.walking import nameless

LEFT = Qt.MouseButton.LeftButton
TEXT = "Twelve people were hurt. Nobody was killed."


@pytest.fixture
def bridge(workspace: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(workspace, qapp)
    yield made
    made.close()


@pytest.fixture
def document(workspace: Workspace) -> int:
    return a_document(workspace, TEXT, title="At the bridge")


@pytest.fixture
def panel(workspace: Workspace, bridge: Bridge, qtbot: QtBot) -> HistoryPanel:
    made = HistoryPanel(workspace, bridge, LIGHT)
    model = made.findChildren(HistoryModel)[0]
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    qtbot.addWidget(made)
    made.resize(360, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: not model.busy)
    return made


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def rows(panel: HistoryPanel) -> list[str]:
    model = panel.list.model()
    return [plain(str(model.data(model.index(row, 0)))) for row in range(model.rowCount())]


def labels(panel: QWidget) -> list[str]:
    return [plain(one.text()) for one in panel.findChildren(QLabel) if one.isVisible()]


def button(panel: QWidget, words: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if one.text() == words)


def only(panel: HistoryPanel) -> QCheckBox:
    return panel.findChildren(QCheckBox)[0]


def click(panel: HistoryPanel, row: int) -> None:
    rect = panel.list.visualRect(panel.list.model().index(row, 0))
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=rect.center())


def changes(panel: HistoryPanel) -> list[list[str]]:
    table = next(one for one in panel.findChildren(QTableView) if one is not panel.list)
    model = table.model()
    return [
        [plain(str(model.data(model.index(row, column)))) for column in range(3)]
        for row in range(model.rowCount())
    ]


def test_choosing_a_step_shows_what_it_changed(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve", "Denial")
    workspace.passages.retag([passage], a_tag(workspace, "Casualty figure"))
    click(panel, 1)
    qtbot.waitUntil(lambda: "Tag D1·1 as Casualty figure instead" in labels(panel))
    assert changes(panel)[:2] == [
        ["Passage D1·1", "", ""],
        ["Tag", "Denial", "Casualty figure"],
    ]
    assert any(one.startswith("Noor · ") for one in labels(panel))


def heads(panel: HistoryPanel) -> list[str]:
    table = next(one for one in panel.findChildren(QTableView) if one is not panel.list)
    model = table.model()
    across = Qt.Orientation.Horizontal
    return [
        str(model.headerData(column, across))
        for column in range(3)
        if not table.isColumnHidden(column)
    ]


def says(panel: HistoryPanel, words: str) -> bool:
    return any(one.startswith(words) for one in labels(panel))


def test_only_values_there_can_be_have_a_column(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve", "Denial", note="Compare")
    workspace.passages.note(passage, "")
    workspace.passages.remove([passage])
    shown = []
    for row, words in ((1, "Remove the tag"), (2, "Note on"), (4, "Tag D1·1")):
        click(panel, row)
        qtbot.waitUntil(partial(says, panel, words))
        shown.append(heads(panel))
    assert shown == [["What", "Before"], ["What", "Before", "After"], ["What", "After"]]


def test_a_step_is_taken_back_by_its_button(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    first = a_passage(workspace, document, "Twelve", "Denial")
    a_passage(workspace, document, "Nobody", "Denial")
    panel.take_back_wanted.connect(workspace.history.take_back)
    click(panel, 2)
    qtbot.waitUntil(lambda: "Tag D1·1 as Denial" in labels(panel))
    QTest.mouseClick(button(panel, "Undo this change"), LEFT)
    assert [one.number for one in workspace.passages.on(document)] == [2]
    assert rows(panel)[1] == "Undo: Tag D1·1 as Denial"
    qtbot.waitUntil(lambda: any(one.endswith("undone") for one in labels(panel)))
    assert not button(panel, "Undo this change").isEnabled()
    assert first == 1


def test_a_double_click_goes_to_the_place_and_takes_nothing_back(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve", "Denial")
    for number in range(9):
        workspace.passages.note(passage, f"Note {number}")
    assert "Choose a change to see what it did, and to take it back." in labels(panel)
    buttons = [button(panel, words) for words in ("Show the place", "Undo this change")]
    before = [one.mapTo(panel, QPoint()) for one in buttons]
    rect = panel.list.visualRect(panel.list.model().index(6, 0))
    place = panel.list.viewport().mapTo(panel, rect.center())
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=rect.center())
    qtbot.waitUntil(lambda: "Note on D1·1" in labels(panel))
    assert [one.mapTo(panel, QPoint()) for one in buttons] == before
    assert panel.childAt(place) is panel.list.viewport()
    with (
        qtbot.assertNotEmitted(panel.take_back_wanted),
        qtbot.waitSignal(panel.show_wanted) as told,
    ):
        QTest.mouseDClick(panel.list.viewport(), LEFT, pos=rect.center())
    assert told.args == [Place(document, Span(0, 6))]


def test_a_change_of_several_chunks_tells_of_all_of_them(
    workspace: Workspace, panel: HistoryPanel, qtbot: QtBot
) -> None:
    group = workspace.imports.new_group()
    for chunk in range(0, 70, 10):
        numbers = range(chunk, chunk + 10)
        files = [ReadFile(Path(f"{one}.txt"), an_incoming(f"Notice {one}.")) for one in numbers]
        workspace.imports.write(files, group)
    workspace.imports.end(group)
    click(panel, 1)
    qtbot.waitUntil(lambda: "Import 70 documents" in labels(panel))
    assert "70 documents, new" in labels(panel)
    told = [row[0] for row in changes(panel)]
    assert told[0] == "Document “Notice 0.”, new"
    assert told[-1] == "… and 10 more"


def test_everything_told_of_a_change_can_be_scrolled_to_in_a_low_window(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve", "Denial")
    workspace.passages.note(passage, "A long note that wants many lines. " * 12)
    panel.resize(300, 420)
    click(panel, 1)
    qtbot.waitUntil(lambda: "Note on D1·1" in labels(panel))
    table = next(one for one in panel.findChildren(QTableView) if one is not panel.list)
    last = table.model().index(table.model().rowCount() - 1, 2)
    qtbot.waitUntil(lambda: table.rowHeight(last.row()) > 100)
    assert table.visualRect(last).bottom() <= table.viewport().height()
    qtbot.waitUntil(lambda: panel.details.verticalScrollBar().maximum() > 0)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert panel.details.verticalScrollBar().value() > 0
    shown = [one for one in panel.details.findChildren(QLabel) if one.isVisible()]
    for one, other in pairwise(shown):
        assert one.geometry().bottom() < other.geometry().top()


def test_an_undo_is_not_taken_back_but_what_it_acted_on(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    a_passage(workspace, document, "Twelve", "Denial")
    workspace.history.undo()
    click(panel, 1)
    qtbot.waitUntil(lambda: "Undo: Tag D1·1 as Denial" in labels(panel))
    taking_back = button(panel, "Undo this change")
    assert not taking_back.isEnabled()
    assert "undo what it acted on" in taking_back.toolTip()


def test_the_place_of_a_change_can_be_gone_to(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Nobody", "Denial")
    workspace.passages.remove([passage])
    click(panel, 1)
    qtbot.waitUntil(lambda: button(panel, "Show the place").isEnabled())
    with qtbot.waitSignal(panel.show_wanted) as told:
        QTest.mouseClick(button(panel, "Show the place"), LEFT)
    assert told.args == [Place(document, Span(25, 31))]
    with qtbot.waitSignal(panel.show_wanted) as told:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert told.args == [Place(document, Span(25, 31))]


def test_a_change_of_no_document_has_no_place(
    workspace: Workspace, panel: HistoryPanel, qtbot: QtBot
) -> None:
    a_tag(workspace, "Curfew")
    click(panel, 1)
    qtbot.waitUntil(lambda: "Add the tag Curfew" in labels(panel))
    assert not button(panel, "Show the place").isEnabled()
    with qtbot.assertNotEmitted(panel.show_wanted):
        QTest.keyClick(panel.list, Qt.Key.Key_Return)


def test_it_is_filtered_by_what_and_who(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    a_passage(workspace, document, "Twelve", "Denial")
    a_passage(workspace, document, "Nobody", "Allegation")
    panel.list.setFocus()
    QTest.keyClicks(panel.list, "d")
    assert panel.field.hasFocus()
    QTest.keyClicks(panel.field, "enial")
    qtbot.waitUntil(lambda: "1 found" in labels(panel))
    assert rows(panel)[1:] == ["Tag D1·1 as Denial"]
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    chosen = panel.list.chosen()
    assert chosen is not None
    assert chosen.name == "passages.tag"
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "4 changes" in labels(panel))


def test_nothing_found_says_so(panel: HistoryPanel, qtbot: QtBot) -> None:
    panel.field.setText("no such words")
    panel.field.settle()
    qtbot.waitUntil(lambda: "No change matches." in labels(panel))


def test_one_passage_has_a_history_of_its_own(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve", "Denial")
    a_passage(workspace, document, "Nobody", "Denial")
    assert not only(panel).isEnabled()
    panel.follow_passage(passage)
    assert plain(only(panel).text()) == "D1·1 only"
    QTest.mouseClick(only(panel), LEFT, pos=QPoint(8, only(panel).height() // 2))
    qtbot.waitUntil(lambda: "1 found" in labels(panel))
    assert rows(panel)[1:] == ["Tag D1·1 as Denial"]
    panel.follow_passage(None)
    assert rows(panel)[1:] == ["Tag D1·1 as Denial"]
    panel.follow_passage(99)
    assert only(panel).text() == "This passage only"


def test_the_chosen_step_stays_chosen_while_more_is_done(
    workspace: Workspace, document: int, panel: HistoryPanel
) -> None:
    a_passage(workspace, document, "Twelve", "Denial")
    click(panel, 1)
    chosen = panel.list.chosen()
    a_passage(workspace, document, "Nobody", "Denial")
    assert panel.list.chosen() == chosen
    panel.reload()
    assert panel.list.chosen() == chosen


def test_the_place_scrolled_to_stays_when_the_list_is_read_again(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    passage = a_passage(workspace, document, "Twelve", "Denial")
    for number in range(60):
        workspace.passages.note(passage, f"Note {number}")
    panel.list.verticalScrollBar().setValue(1_000)
    top = panel.list.rowAt(0)
    step = panel.list.model().step_at(top)  # type: ignore[attr-defined]
    panel.reload()
    qtbot.waitUntil(lambda: "63 changes" in labels(panel))
    assert panel.list.model().step_at(panel.list.rowAt(0)) == step  # type: ignore[attr-defined]


def test_headings_are_lower_than_steps_also_when_the_list_is_read_again(
    document: int, panel: HistoryPanel
) -> None:
    panel.reload()
    heights = [panel.list.rowHeight(row) for row in range(panel.list.model().rowCount())]
    assert heights[0] < heights[1] == heights[2]
    assert document == 1


def test_keys_go_from_step_to_step_and_never_to_a_heading(
    workspace: Workspace, document: int, panel: HistoryPanel
) -> None:
    passage = a_passage(workspace, document, "Twelve", "Denial")
    for number in range(40):
        workspace.passages.note(passage, f"Note {number}")
    keys = Qt.Key
    panel.list.setFocus()
    assert chosen_row(panel) == 1
    walked = []
    for key in (keys.Key_Down, keys.Key_Up, keys.Key_Up, keys.Key_End, keys.Key_Home):
        QTest.keyClick(panel.list, key)
        walked.append(chosen_row(panel))
    assert walked == [2, 1, 1, panel.list.model().rowCount() - 1, 1]
    QTest.keyClick(panel.list, keys.Key_PageDown)
    assert chosen_row(panel) > 5
    QTest.keyClick(panel.list, keys.Key_PageUp)
    assert chosen_row(panel) == 1


def chosen_row(panel: HistoryPanel) -> int:
    (index,) = panel.list.selectionModel().selectedRows()
    return index.row()


def test_a_step_of_very_many_rows_is_read_when_it_is_asked_for(
    workspace: Workspace, panel: HistoryPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step_details, "MANY", 80)
    document = a_document(workspace, "word " * 100)
    tag = a_tag(workspace, "Denial")
    workspace.passages.tag_many([Tagging(document, Span(5 * n, 5 * n + 4), tag) for n in range(90)])
    click(panel, 1)
    qtbot.waitUntil(lambda: "Tag 90 passages" in labels(panel))
    assert changes(panel) == []
    QTest.mouseClick(button(panel, "Show what changed"), LEFT)
    assert changes(panel)[0] == ["Passage D1·1, new", "", ""]
    assert changes(panel)[-1][0] == "… and 30 more"


def test_a_read_only_project_says_why_nothing_is_taken_back(
    workspace: Workspace, document: int, qtbot: QtBot, qapp: QApplication
) -> None:
    a_passage(workspace, document, "Twelve", "Denial")
    with Workspace.open(workspace.path, only_read=True) as other:
        bridge = Bridge(other, qapp)
        panel = HistoryPanel(other, bridge, LIGHT)
        qtbot.addWidget(panel)
        panel.show()
        panel.list.choose_first()
        qtbot.waitUntil(lambda: "Tag D1·1 as Denial" in labels(panel))
        assert not button(panel, "Undo this change").isEnabled()
        assert button(panel, "Undo this change").toolTip()
        bridge.close()


def test_a_damaged_step_says_so(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    a_passage(workspace, document, "Twelve", "Denial")
    (step, *_earlier) = workspace.history.ids()
    workspace._project.connection.execute("UPDATE changes SET after = '[1' WHERE step = ?", [step])
    click(panel, 1)
    qtbot.waitUntil(lambda: any("damaged" in one for one in labels(panel)))
    with qtbot.assertNotEmitted(panel.show_wanted):
        QTest.keyClick(panel.list, Qt.Key.Key_Return)


def test_it_can_be_closed(panel: HistoryPanel, qtbot: QtBot) -> None:
    close = next(
        one for one in panel.findChildren(QWidget) if one.accessibleName() == "Close the history"
    )
    with qtbot.waitSignal(panel.close_wanted):
        QTest.mouseClick(close, LEFT)


def test_everything_is_reached_by_tab_and_has_a_name(
    workspace: Workspace, document: int, panel: HistoryPanel, qtbot: QtBot
) -> None:
    a_passage(workspace, document, "Twelve", "Denial")
    panel.follow_passage(1)
    click(panel, 1)
    qtbot.waitUntil(lambda: button(panel, "Undo this change").isVisible())
    assert nameless(panel) == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_undone_is_painted_paler(
    workspace: Workspace, document: int, panel: HistoryPanel, theme: Theme
) -> None:
    a_passage(workspace, document, "Twelve", "Denial")
    panel.setPalette(theme.palette())
    panel.set_theme(theme)
    before = colours(panel, 1)
    workspace.history.undo()
    assert theme.text.name() in before
    assert theme.text.name() not in colours(panel, 2)


def colours(panel: HistoryPanel, row: int) -> set[str]:
    rect = panel.list.visualRect(panel.list.model().index(row, 0))
    image = panel.list.viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for y in range(rect.top(), rect.bottom())
        for x in range(rect.left(), rect.right())
    }
