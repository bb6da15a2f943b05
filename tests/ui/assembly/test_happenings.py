"""Events and comparing, as somebody goes through them by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.comparisons import CellState
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.events import Asked, EventStatus, NewEvent
from reviewer.domain.figures import Harm
from reviewer.ui.asking.event_prompts import Choosing, Entry, Working
from reviewer.ui.assembly.happenings import Happenings
from reviewer.ui.desk import PageName
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.dialogs.entry_picker import EntryPicker
from reviewer.ui.dialogs.event import EventDialog
from reviewer.ui.models.event_page import RowKind
from reviewer.ui.models.events import EventSort
from reviewer.workspace.project import Workspace
from tests.builders import NOOR
from tests.ui.answering import meanwhile
from tests.ui.at_the_desk import AtTheDesk, at_the_desk
from tests.ui.told import Told, a_raid_told

KEY = Qt.Key
NO_THEN_YES = (False, True)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return a_raid_told(tmp_path)


@pytest.fixture
def here(qtbot: QtBot, told: Told) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, told.path) as one:
        yield one


def places(here: AtTheDesk) -> Happenings:
    session = here.window.session
    assert session is not None
    return session.happenings


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def type_into(words: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, words)


def raise_passage(here: AtTheDesk, passage: int) -> None:
    here.run("view.read")
    here.view.panes.show_passage(passage)


def at_the_event(here: AtTheDesk, told: Told) -> Happenings:
    here.run("view.events")
    places(here).events.show_event(told.event)
    places(here).events.take_keys()
    return places(here)


def go_to(happenings: Happenings, kind: RowKind, question: int | None = None) -> None:
    rows = happenings.events.rows
    model = happenings.events._model
    at = model.find(lambda one: one.kind is kind and question in (None, one.question))
    assert at >= 0, kind
    rows.go(at)


def kinds(happenings: Happenings) -> list[RowKind]:
    return [one.kind for one in happenings.events._model.rows()]


def test_an_event_is_made_of_a_passage_with_two_keys(told: Told, here: AtTheDesk) -> None:
    dialogs = Dialogs(here.window, here.window.context.settings, native=False)
    here.window.context.prompts = dialogs
    raise_passage(here, told.passages["mention"])
    count = len(here.workspace.events.all())
    meanwhile(EventDialog, lambda dialog: QTest.keyClick(dialog, KEY.Key_Return))
    press(KEY.Key_E)
    events = here.workspace.events.all()
    assert len(events) == count + 1
    made = next(one for one in events if one.id != told.event)
    assert made.name.startswith("The raid was mentioned")
    assert [one.event for one in here.workspace.events.of(told.passages["mention"])] == [
        told.event,
        made.id,
    ]


def test_the_last_event_takes_a_passage_with_one_key(here: AtTheDesk, told: Told) -> None:
    last = here.workspace.events.add("The trial")
    here.workspace.events.put([told.passages["mention"]], last)
    raise_passage(here, told.passages["killed"])
    press(KEY.Key_E, SHIFT)
    assert last in [one.event for one in here.workspace.events.of(told.passages["killed"])]
    assert "The trial" in here.prompts.informed[-1]
    assert "Killed" in here.prompts.informed[-1]


def test_many_passages_of_the_table_go_into_an_event_that_is_picked(
    here: AtTheDesk, told: Told
) -> None:
    here.run("view.passages")
    here.view.passages.table.selectAll()
    here.prompts.will("pick", "Everything")
    here.run("event.put")
    made = next(one for one in here.workspace.events.all() if one.name == "Everything")
    assert here.workspace.events.counts()[made.id] == len(told.passages)
    here.prompts.will("pick", lambda choosing: choosing.entries[-1])
    here.run("event.put")
    here.prompts.will("pick", None)
    here.run("event.put")


def test_the_keys_of_events_act_on_rows_of_the_passages_table(here: AtTheDesk) -> None:
    here.run("view.passages")
    table = here.view.passages.table
    table.setFocus()
    table.choose_first()
    here.prompts.will("event", NewEvent("From the table"))
    press(KEY.Key_E)
    assert "From the table" in [one.name for one in here.workspace.events.all()]
    press(KEY.Key_X)
    assert here.view.passages.bar.field.text() == "x"


def test_a_search_hit_that_is_a_passage_goes_into_an_event(
    qtbot: QtBot, here: AtTheDesk, told: Told
) -> None:
    session = here.window.session
    assert session is not None
    assert session.searching.passages_chosen() == []
    here.run("search.everywhere")
    page = session.searching.page
    page.head.choose_scopes(["passages"])
    page.begin("mentioned")
    qtbot.waitUntil(lambda: page.has_hits() and not page.is_searching())
    page.table.selectAll()
    assert session.searching.passages_chosen() == [told.passages["mention"]]
    here.prompts.will("pick", "The trial")
    here.run("event.put")
    assert len(here.workspace.events.of(told.passages["mention"])) == 2


def test_the_page_of_an_event_says_what_each_source_says(here: AtTheDesk, told: Told) -> None:
    happenings = at_the_event(here, told)
    rows = happenings.events._model.rows()
    said = [one.words() for one in rows]
    assert kinds(happenings)[:4] == [
        RowKind.QUESTION,
        RowKind.RANGE,
        RowKind.ANSWER,
        RowKind.ANSWER,
    ]
    assert any("At least 27" in one and "the party spokesman" in one for one in said)
    ranges = [one.first for one in rows if one.kind is RowKind.RANGE]
    assert any("from 27 · no upper end given" in one for one in ranges)
    assert any("0 to 1" in one and "apart" in one for one in ranges)
    differing = [one for one in rows if one.flag == "Accounts differ"]
    assert [one.first.strip("\u2068\u2069") for one in differing] == ["Killed"]
    assert "The court" in said[-1] or any(
        one.kind is RowKind.PASSAGE and "The court" in one.second for one in rows
    )
    assert sum(1 for one in rows if one.kind is RowKind.NOT_CHECKED) == 2


def test_a_document_is_checked_and_the_check_taken_back(here: AtTheDesk, told: Told) -> None:
    happenings = at_the_event(here, told)
    question = told.questions[0]
    go_to(happenings, RowKind.NOT_CHECKED, question)
    press(KEY.Key_V)
    checked = here.workspace.events.checked(told.event)
    assert [(one.document, one.question) for one in checked] == [
        (told.documents["court"], question)
    ]
    go_to(happenings, RowKind.CHECKED)
    assert "Mirela Novak" in str(happenings.events.rows.current())
    press(KEY.Key_V, SHIFT)
    assert here.workspace.events.checked(told.event) == []
    go_to(happenings, RowKind.NOT_CHECKED, question)
    press(KEY.Key_V)
    go_to(happenings, RowKind.CHECKED)
    press(KEY.Key_Delete)
    assert here.workspace.events.checked(told.event) == []


def test_a_working_figure_is_typed_with_a_reason_and_taken_away(
    here: AtTheDesk, told: Told
) -> None:
    happenings = at_the_event(here, told)
    here.prompts.will("working_figure", None, Working(1, 1, "A named victim."), Working())
    go_to(happenings, RowKind.QUESTION, told.questions[1])
    press(KEY.Key_W)
    assert RowKind.WORKING not in kinds(happenings)
    press(KEY.Key_W)
    go_to(happenings, RowKind.WORKING)
    row = happenings.events.rows.current()
    assert row is not None
    assert "A named victim." in row.second
    assert "Mirela Novak" in row.second
    press(KEY.Key_Return)
    assert RowKind.WORKING not in kinds(happenings)
    here.workspace.events.set_working(told.questions[1], 2, None, "Two names.")
    go_to(happenings, RowKind.WORKING)
    press(KEY.Key_Delete)
    assert here.workspace.events.question(told.questions[1]).working is None


def test_questions_are_asked_changed_moved_and_removed(here: AtTheDesk, told: Told) -> None:
    happenings = at_the_event(here, told)
    here.prompts.will("question_asked", None, Asked("Who ordered it"))
    press(KEY.Key_Q)
    press(KEY.Key_Q)
    order = [one.wording for one in here.workspace.events.questions(told.event)]
    assert order[-1] == "Who ordered it"
    asked = happenings.events.question()
    press(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in here.workspace.events.questions(told.event)].index(asked or 0) == 1
    press(KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    here.prompts.will("question_asked", Asked("Who gave the order"), None)
    press(KEY.Key_F2)
    press(KEY.Key_Return)
    assert here.workspace.events.question(asked or 0).wording == "Who gave the order"
    press(KEY.Key_Delete)
    assert len(here.workspace.events.questions(told.event)) == 2
    here.workspace.events.set_working(told.questions[0], 27, None, "The list.")
    go_to(happenings, RowKind.QUESTION, told.questions[0])
    here.prompts.will("confirm", *NO_THEN_YES)
    press(KEY.Key_Delete)
    assert len(here.workspace.events.questions(told.event)) == 2
    press(KEY.Key_Delete)
    assert len(here.workspace.events.questions(told.event)) == 1


def test_a_passage_is_put_under_a_question_by_key_and_taken_out_again(
    here: AtTheDesk, told: Told
) -> None:
    happenings = at_the_event(here, told)
    here.prompts.will("pick", "What was said in court", None)
    go_to(happenings, RowKind.PASSAGE)
    press(KEY.Key_M)
    assert RowKind.PASSAGE not in kinds(happenings)
    mention = told.passages["mention"]
    (answer,) = here.workspace.events.of(mention)
    assert answer.question is not None
    press(KEY.Key_M)
    here.run("history.undo")
    (answer,) = here.workspace.events.of(mention)
    assert answer.question is None
    go_to(happenings, RowKind.ANSWER, told.questions[0])
    press(KEY.Key_Delete)
    go_to(happenings, RowKind.PASSAGE)
    press(KEY.Key_Delete)
    assert here.workspace.events.counts()[told.event] == len(told.passages) - 1


def test_a_passage_is_dragged_onto_a_question(here: AtTheDesk, told: Told) -> None:
    happenings = at_the_event(here, told)
    model = happenings.events._model
    loose = model.find(lambda one: one.kind is RowKind.PASSAGE)
    onto = model.find(lambda one: one.question == told.questions[1])
    data = model.mimeData([model.index(loose)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(onto))
    QTest.qWait(0)
    (answer,) = here.workspace.events.of(told.passages["mention"])
    assert answer.question == told.questions[1]


def test_what_is_known_of_an_event_is_edited_where_it_stands(here: AtTheDesk, told: Told) -> None:
    happenings = at_the_event(here, told)
    head = happenings.events.head
    head.name.setFocus()
    head.name.selectAll()
    QTest.keyClicks(head.name, "The night raid")
    press(KEY.Key_Return)
    found = here.workspace.events.get(told.event)
    assert found.name == "The night raid"
    assert here.keys_are_in(happenings.events.rows)
    head.date.line.setFocus()
    head.date.line.setText("12 March 2015")
    press(KEY.Key_Return)
    assert here.workspace.events.get(told.event).date.edtf == "2015-03-12"
    head.date.line.setFocus()
    head.date.line.setText("no day at all")
    press(KEY.Key_Return)
    assert here.workspace.events.get(told.event).date.edtf == "2015-03-12"
    head.date.line.setFocus()
    press(KEY.Key_Escape)
    assert head.date.line.text() == "12 March 2015"
    head.description.setFocus()
    QTest.keyClicks(head.description, "Told by two sides.")
    press(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert here.workspace.events.get(told.event).description == "Told by two sides."
    head.status.setCurrentIndex(head.status.findData(EventStatus.CLOSED))
    head.status.activated.emit(head.status.currentIndex())
    assert here.workspace.events.get(told.event).status is EventStatus.CLOSED


def test_events_are_nested_found_and_put_in_order(here: AtTheDesk, told: Told) -> None:
    larger = here.workspace.events.add("An operation")
    happenings = at_the_event(here, told)
    here.prompts.will("pick", lambda choosing: choosing.entries[0], Entry(0, ""), None)
    here.run("event.nest")
    assert here.workspace.events.get(told.event).parent == larger
    model = happenings.events._events
    assert [(model.item(row).event.id, model.item(row).depth) for row in range(2)] == [  # type: ignore[union-attr]
        (larger, 0),
        (told.event, 1),
    ]
    here.run("event.nest")
    here.run("event.nest")
    assert here.workspace.events.get(told.event).parent is None
    happenings.events.list.order_by(EventSort.NAME)
    assert model.item(0).event.id == larger  # type: ignore[union-attr]
    for sort in EventSort:
        happenings.events.list.order_by(sort)
        assert model.rowCount() == 2
    happenings.events.list.rows.setFocus()
    type_into("raid")
    assert model.rowCount() == 1
    assert happenings.events.event_shown() == told.event
    type_into("xyz")
    assert happenings.events.event_shown() is None
    press(KEY.Key_Escape)
    assert model.rowCount() == 2
    here.run("event.find")
    assert here.keys_are_in(happenings.events.list.field)


def test_an_event_is_made_empty_and_removed(here: AtTheDesk, told: Told) -> None:
    happenings = at_the_event(here, told)
    here.prompts.will("event", None, NewEvent("A matter"))
    here.run("event.new")
    here.run("event.new")
    made = happenings.events.event_shown()
    assert made is not None
    assert made != told.event
    happenings.events.list.enter()
    press(KEY.Key_Delete)
    assert [one.id for one in here.workspace.events.all()] == [told.event]
    happenings.events.show_event(told.event)
    here.prompts.will("confirm", *NO_THEN_YES)
    here.run("event.remove")
    here.run("event.remove")
    assert here.workspace.events.all() == []
    assert happenings.events.event_shown() is None
    here.run("history.undo")
    assert happenings.events.event_shown() == told.event


def test_enter_goes_from_an_answer_to_its_passage_and_back_leads_to_the_event(
    here: AtTheDesk, told: Told
) -> None:
    happenings = at_the_event(here, told)
    go_to(happenings, RowKind.ANSWER, told.questions[0])
    press(KEY.Key_Return)
    assert here.view.current() is PageName.READ
    assert here.view.panes.chosen_passage() == told.passages["arrested"]
    here.run("view.back")
    assert here.view.current() is PageName.EVENTS
    go_to(happenings, RowKind.NOT_CHECKED)
    press(KEY.Key_Return)
    assert here.view.panes.document() == told.documents["court"]


def at_the_grid(here: AtTheDesk) -> Happenings:
    here.run("view.compare")
    places(here).compare.take_keys()
    return places(here)


def test_cells_say_what_a_source_says_or_why_it_says_nothing(here: AtTheDesk) -> None:
    grid = at_the_grid(here).compare
    states = [grid._model.cell(0, column) for column in range(5)]
    assert [one.state for one in states if one] == [
        CellState.SAYS,
        CellState.SAYS,
        CellState.OLDER,
        CellState.SAYS,
        CellState.NOT_READ,
    ]
    words = grid._model.words(0, 0)
    assert words is not None
    assert "At least 27" in words.first()
    assert "the party spokesman" in words.second()
    index = grid._model.index(0, 2)
    assert "older than the event" in str(index.data(Qt.ItemDataRole.DisplayRole))
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "The raid" in spoken
    assert "Earlier" in spoken
    assert "Accounts differ" in spoken


def test_enter_on_a_cell_reads_two_accounts_side_by_side(here: AtTheDesk, told: Told) -> None:
    grid = at_the_grid(here).compare
    grid.show_questions(told.event)
    grid.table.go(told.questions.index(told.questions[1]), 0)
    press(KEY.Key_Return)
    assert here.view.current() is PageName.READ
    assert here.view.panes.documents()[:2] == [told.documents["party"], told.documents["army"]]
    raised = [pane.reader.raised() for pane in here.view.panes.panes()[:2]]
    assert raised == [told.passages["killed"], told.passages["nobody"]]
    here.run("view.back")
    assert here.view.current() is PageName.COMPARE


def test_enter_on_a_cell_without_passages_says_why(here: AtTheDesk) -> None:
    grid = at_the_grid(here).compare
    grid.table.go(0, 2)
    press(KEY.Key_Return)
    assert here.view.current() is PageName.COMPARE
    assert "older than the event" in here.prompts.informed[-1]
    assert here.prompts.told == []


def test_a_document_where_nobody_looked_opens_where_the_event_is_likeliest(
    here: AtTheDesk, told: Told
) -> None:
    here.workspace.documents.review([told.documents["court"]], ReviewStatus.DONE)
    later = here.workspace.events.add("The raid as the others tell it")
    here.workspace.events.put([told.passages["arrested"], told.passages["killed"]], later)
    grid = at_the_grid(here).compare
    columns = [one.id for one in grid._model.grid.columns]
    row, _column = grid._model.place_of(later, None)
    grid.table.go(row, columns.index(told.documents["court"]))
    assert grid.state() is CellState.READ_BEFORE
    press(KEY.Key_Return)
    assert "read before this event was made" in here.prompts.informed[-1]
    offered = here.prompts.offered
    assert offered is not None
    offered[1]()
    assert here.view.current() is PageName.READ
    assert here.view.panes.document() == told.documents["court"]


def test_the_head_of_an_event_opens_its_questions_and_escape_goes_back(
    here: AtTheDesk, told: Told
) -> None:
    grid = at_the_grid(here).compare
    press(KEY.Key_Left)
    assert grid.table.at_head()
    press(KEY.Key_Return)
    assert grid.event_at() == told.event
    assert grid.question() == told.questions[0]
    press(KEY.Key_Escape)
    assert grid.question() is None
    assert here.view.current() is PageName.COMPARE
    press(KEY.Key_Left)
    press(KEY.Key_Right)
    assert not grid.table.at_head()
    press(KEY.Key_Escape)
    assert here.view.current() is PageName.READ


def test_a_cell_is_checked_and_shows_it_at_once(here: AtTheDesk, told: Told) -> None:
    grid = at_the_grid(here).compare
    grid.show_questions(told.event)
    grid.table.go(0, 3)
    assert grid.state() is CellState.NOT_CHECKED
    press(KEY.Key_V)
    assert grid.state() is CellState.NOTHING_ON_THIS
    press(KEY.Key_V, SHIFT)
    assert grid.state() is CellState.NOT_CHECKED


def test_rows_and_columns_are_filtered_and_sorted(here: AtTheDesk) -> None:
    here.workspace.events.add("Another matter", status=EventStatus.CLOSED)
    grid = at_the_grid(here).compare
    model = grid._model
    assert model.rowCount() == 2
    grid.differing.setChecked(True)
    assert model.rowCount() == 1
    grid.differing.setChecked(False)
    grid.open_only.setChecked(True)
    assert model.rowCount() == 1
    grid.open_only.setChecked(False)
    grid.documents.setCurrentIndex(1)
    assert model.columnCount() == 4
    grid.documents.setCurrentIndex(2)
    assert model.columnCount() == 3
    grid.documents.setCurrentIndex(0)
    for row in range(grid.sort.count()):
        grid.sort.setCurrentIndex(row)
        assert model.rowCount() == 2
    grid.focus_filter()
    type_into("matter")
    assert model.rowCount() == 1
    type_into("xyz")
    assert model.rowCount() == 0
    grid._clear()
    assert model.rowCount() == 2


def test_cells_are_copied_as_text(here: AtTheDesk) -> None:
    grid = at_the_grid(here).compare
    grid.table.selectAll()
    here.run("compare.copy")
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0].split("\t")[1] == "D1 The party"
    assert copied[1].startswith("The raid\t“At least 27” arrested")
    assert "older than the event" in copied[1]


def test_from_the_grid_one_goes_to_the_event_and_back_to_its_questions(
    here: AtTheDesk, told: Told
) -> None:
    happenings = at_the_grid(here)
    press(KEY.Key_Q)
    press(KEY.Key_E)
    assert here.view.current() is PageName.EVENTS
    assert happenings.events.event_shown() == told.event
    press(KEY.Key_C)
    assert here.view.current() is PageName.COMPARE
    assert happenings.compare.question() == told.questions[0]
    press(KEY.Key_O)
    assert here.view.panes.document() == told.documents["party"]


def test_a_removed_event_leaves_its_questions_too(here: AtTheDesk, told: Told) -> None:
    grid = at_the_grid(here).compare
    grid.show_questions(told.event)
    here.workspace.events.remove([told.event])
    assert grid.event_at() is None
    assert grid._model.rowCount() == 0


def test_models_keep_the_rules_of_qt(here: AtTheDesk, told: Told) -> None:
    happenings = at_the_event(here, told)
    testers = [
        QAbstractItemModelTester(model)
        for model in (
            happenings.events._model,
            happenings.events._events,
            happenings.compare._model,
        )
    ]
    here.run("view.compare")
    here.workspace.events.ask(told.event, "Weapons", Harm.NOT_READ)
    here.run("history.undo")
    assert len(testers) == 3


def test_nothing_is_changed_in_a_project_that_can_only_be_read(qtbot: QtBot, told: Told) -> None:
    with at_the_desk(qtbot, told.path) as writing, at_the_desk(qtbot, told.path) as reading:
        assert writing.workspace.read_only is None
        assert reading.workspace.read_only is not None
        happenings = at_the_event(reading, told)
        assert happenings.events.head.name.isReadOnly()
        go_to(happenings, RowKind.NOT_CHECKED)
        QTest.keyClick(happenings.events.rows, KEY.Key_V)
        assert reading.workspace.events.checked(told.event) == []


def test_the_picker_narrows_and_makes_new_ones(here: AtTheDesk) -> None:
    dialogs = Dialogs(here.window, here.window.context.settings, native=False)
    entries = [Entry(1, "The raid", "2015"), Entry(2, "The fire")]
    choosing = Choosing("Put in event", "Event…", entries, new="Make “{name}”")

    def type_and_take(words: str) -> object:
        def answer(picker: EntryPicker) -> None:
            QTest.keyClicks(picker.focusWidget(), words)
            QTest.keyClick(picker.focusWidget(), KEY.Key_Return)

        meanwhile(EntryPicker, answer)
        return dialogs.pick(choosing)

    assert type_and_take("fi") == entries[1]
    assert type_and_take("2015") == entries[0]
    assert type_and_take("The flood") == "The flood"


def test_what_is_shown_and_compared_is_there_after_a_restart(here: AtTheDesk, told: Told) -> None:
    other = here.workspace.events.add("The trial")
    at_the_event(here, told)
    places(here).events.list.order_by(EventSort.NAME)
    places(here).events.show_event(other)
    places(here).events.list.field.setText("trial")
    grid = at_the_grid(here).compare
    grid.show_questions(told.event)
    grid.differing.setChecked(True)
    grid.documents.setCurrentIndex(2)
    grid.sort.setCurrentIndex(1)
    here.open_again()
    here.run("view.events")
    events = places(here).events
    assert events.event_shown() == other
    assert events.list.field.text() == "trial"
    assert events.list.sort is EventSort.NAME
    grid = at_the_grid(here).compare
    assert grid.event_at() == told.event
    assert grid.question() is not None
    assert grid.differing.isChecked()
    assert (grid.documents.currentIndex(), grid.sort.currentIndex()) == (2, 1)
    here.open_again()  # without having looked at either
    here.run("view.events")
    assert places(here).events.event_shown() == other


@pytest.mark.parametrize(
    "state",
    [
        7,
        {"events": []},
        {"events": {"event": 3, "order": "x", "words": 1}, "compare": {"order": 99}},
    ],
)
def test_what_nobody_kept_of_events_is_passed_over(
    here: AtTheDesk, told: Told, state: object
) -> None:
    here.window.close_project()
    with Workspace.open(told.path, NOOR) as made:
        made.remember("happenings", state)
    here.window.open_project(told.path)
    assert at_the_event(here, told).events.list.field.text() == ""
    assert at_the_grid(here).compare.sort.currentIndex() == 0


def test_several_questions_of_an_event_are_drawn_until_another_event_is_shown(
    here: AtTheDesk, told: Told
) -> None:
    happenings = at_the_event(here, told)
    chart = happenings.events.chart
    go_to(happenings, RowKind.QUESTION, told.questions[0])
    alone = len(chart.canvas.rows())
    assert alone
    assert not chart.questions.isHidden()
    chart.questions.list.aboutToShow.emit()
    offered = chart.questions.list.actions()
    assert [one.data() for one in offered] == told.questions
    for action in offered:
        action.toggle()
    sent = chart.sent()
    assert sent is not None
    assert sent.title == here.workspace.events.get(told.event).name
    both = len(chart.canvas.rows())
    assert both > alone
    go_to(happenings, RowKind.QUESTION, told.questions[1])
    assert len(chart.canvas.rows()) == both
    chart.questions.list.aboutToShow.emit()
    assert all(one.isChecked() for one in chart.questions.list.actions())
    other = here.workspace.events.add("Another")
    happenings.events.show_event(other)
    happenings.events.show_event(told.event)
    go_to(happenings, RowKind.QUESTION, told.questions[0])
    assert len(chart.canvas.rows()) == alone
