"""The history's rows: steps under the days they were made on."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.steps import Step
from reviewer.environment.clock import local_day, now
from reviewer.ui.bridge import Bridge
from reviewer.ui.models import ID_ROLE, ROW_ROLE
from reviewer.ui.models.history import Day, HistoryModel, day_starts, day_words, what
from reviewer.workspace.project import Workspace
from tests.builders import BASIT, a_document, a_passage, a_project, many_documents
from tests.workspace.test_groups import half_way

SAID = Qt.ItemDataRole.AccessibleTextRole


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.moment = "2026-03-12T12:00:00.000+00:00"

    def __call__(self) -> str:
        return self.moment

    def go_to(self, day: str) -> None:
        self.moment = f"{day}T12:00:00.000+00:00"


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def dated(tmp_path: Path, hands: Hands) -> Iterator[Workspace]:
    with a_project(tmp_path, "dated", now=hands) as opened:
        yield opened


@pytest.fixture
def bridge(dated: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(dated, qapp)
    yield made
    made.close()


@pytest.fixture
def model(dated: Workspace, bridge: Bridge) -> HistoryModel:
    made = HistoryModel(dated, bridge, bridge)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_awake(awake=True)
    return made


def rows(model: HistoryModel) -> list[str]:
    shown = [str(model.data(model.index(row))) for row in range(model.rowCount())]
    return [words.replace("\u2068", "").replace("\u2069", "") for words in shown]


def settled(model: HistoryModel, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: not model.busy)
    return rows(model)


def test_steps_stand_under_their_days_newest_first(
    dated: Workspace, hands: Hands, model: HistoryModel, qtbot: QtBot
) -> None:
    document = a_document(dated, title="Bridge")
    hands.go_to("2026-03-14")
    a_passage(dated, document, "Twelve", "Denial")
    a_passage(dated, document, "Nobody", "Denial")
    model.ask_again()
    assert settled(model, qtbot) == [
        "14 March 2026",
        "Tag D1·2 as Denial",
        "Tag D1·1 as Denial",
        "12 March 2026",
        "Import Bridge",
        "Make the project",
    ]
    assert [model.is_heading(row) for row in range(4)] == [True, False, False, True]
    assert model.data(model.index(0), ROW_ROLE) == Day("2026-03-14")
    assert model.count() == 4


def test_a_new_step_comes_on_top_of_its_day(
    dated: Workspace, hands: Hands, model: HistoryModel, qtbot: QtBot
) -> None:
    document = a_document(dated, title="Bridge")
    settled(model, qtbot)
    with qtbot.assertNotEmitted(model.modelReset):
        a_passage(dated, document, "Twelve", "Denial")
        hands.go_to("2026-03-13")
        a_passage(dated, document, "Nobody", "Denial")
    assert rows(model)[:5] == [
        "13 March 2026",
        "Tag D1·2 as Denial",
        "12 March 2026",
        "Tag D1·1 as Denial",
        "Import Bridge",
    ]


def test_an_undone_step_is_marked_and_the_undo_is_listed(
    dated: Workspace, model: HistoryModel, qtbot: QtBot
) -> None:
    a_passage(dated, a_document(dated), "Twelve", "Denial")
    settled(model, qtbot)
    with qtbot.waitSignal(model.dataChanged):
        dated.history.undo()
    assert rows(model)[1:3] == ["Undo: Tag D1·1 as Denial", "Tag D1·1 as Denial"]
    assert str(model.data(model.index(2), SAID)).endswith("undone")
    dated.history.redo()
    assert rows(model)[1] == "Redo: Tag D1·1 as Denial"
    assert not str(model.data(model.index(3), SAID)).endswith("undone")


def test_a_group_is_one_entry(dated: Workspace, model: HistoryModel, qtbot: QtBot) -> None:
    many_documents(dated, 1_500)
    assert settled(model, qtbot)[1:] == ["Import 1500 documents", "Make the project"]
    dated.history.undo()
    undone, step, _made = settled(model, qtbot)[1:]
    assert undone.startswith("Undo: Import")
    assert step == "Import 1500 documents"


def test_a_search_finds_what_who_and_whether_it_was_undone(
    dated: Workspace, hands: Hands, model: HistoryModel, qtbot: QtBot
) -> None:
    document = a_document(dated)
    a_passage(dated, document, "Twelve", "Denial")
    hands.go_to("2026-03-14")
    dated.sign_in(BASIT)
    a_passage(dated, document, "Nobody", "Allegation")
    dated.history.undo()
    model.set_filter("tag DENIAL", None)
    assert settled(model, qtbot) == ["12 March 2026", "Tag D1·1 as Denial"]
    model.set_filter("basit", None)
    assert settled(model, qtbot) == [
        "14 March 2026",
        "Undo: Tag D1·2 as Allegation",
        "Tag D1·2 as Allegation",
    ]
    model.set_filter("undo", None)
    assert settled(model, qtbot) == ["14 March 2026", "Undo: Tag D1·2 as Allegation"]
    model.set_filter("no such words", None)
    assert settled(model, qtbot) == []


def test_one_passage_has_a_history_of_its_own(
    dated: Workspace, model: HistoryModel, qtbot: QtBot
) -> None:
    document = a_document(dated)
    passage = a_passage(dated, document, "Twelve", "Denial")
    a_passage(dated, document, "Nobody", "Denial")
    dated.passages.note(passage, "Compare")
    model.set_filter("", passage)
    assert settled(model, qtbot)[1:] == ["Note on D1·1", "Tag D1·1 as Denial"]
    dated.passages.note(passage, "Compared")
    assert settled(model, qtbot)[1:] == ["Note on D1·1", "Note on D1·1", "Tag D1·1 as Denial"]


def test_what_happens_while_nobody_looks_is_caught_up(
    dated: Workspace, model: HistoryModel, qtbot: QtBot
) -> None:
    settled(model, qtbot)
    model.set_awake(awake=False)
    a_document(dated, title="Bridge")
    assert rows(model)[1:] == ["Make the project"]
    model.set_awake(awake=True)
    assert settled(model, qtbot)[1:] == ["Import Bridge", "Make the project"]


def test_rows_and_steps_find_each_other(
    dated: Workspace, hands: Hands, model: HistoryModel, qtbot: QtBot
) -> None:
    document = a_document(dated, "Notice one. Notice two. Notice three.")
    for day, words in (("2026-03-13", "one"), ("2026-03-13", "two"), ("2026-03-20", "three")):
        hands.go_to(day)
        a_passage(dated, document, words)
    model.ask_again()
    settled(model, qtbot)
    steps = [row for row in range(model.rowCount()) if not model.is_heading(row)]
    assert [model.row_of(step.id) for row in steps if (step := model.step_at(row))] == steps
    assert [model.data(model.index(row), ID_ROLE) for row in steps] == dated.history.ids()
    assert model.row_of(10_000) is None
    assert model.step_at(0) is None


def test_headings_cannot_be_chosen(model: HistoryModel, qtbot: QtBot) -> None:
    settled(model, qtbot)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.data(QModelIndex()) is None


def test_a_project_that_cannot_be_read_keeps_what_is_shown(
    dated: Workspace, model: HistoryModel, qtbot: QtBot
) -> None:
    before = settled(model, qtbot)
    dated.close()
    model.ask_again()
    assert len(rows(model)) == len(before)


def test_days_near_now_have_names() -> None:
    today = date.fromisoformat(local_day(now()))
    assert day_words(today.isoformat()) == "Today"
    assert day_words((today - timedelta(days=1)).isoformat()) == "Yesterday"
    assert day_words("2026-03-09") == "9 March 2026"


def test_schema_words_in_a_step_are_screen_words(dated: Workspace) -> None:
    document = a_document(dated, title="Bridge")
    dated.documents.describe(document, "publisher", "The Courier")
    (step,) = dated.history.listed(dated.history.ids()[:1])
    assert isinstance(step, Step)
    assert "Source" in what(step)


@given(st.lists(st.integers(1, 40), max_size=30))
def test_every_day_is_found_where_it_begins(lengths: list[int]) -> None:
    days = [f"day {number}" for number, length in enumerate(lengths) for _ in range(length)]
    asked = 0

    def day_of(position: int) -> str:
        nonlocal asked
        asked += 1
        return days[position]

    starts = [sum(lengths[:number]) for number in range(len(lengths))]
    assert list(day_starts(len(days), day_of)) == [
        (start, f"day {number}") for number, start in enumerate(starts)
    ]
    assert asked <= len(lengths) * 14


def test_a_long_day_is_not_read_step_by_step() -> None:
    asked: list[int] = []

    def day_of(position: int) -> str:
        asked.append(position)
        return "early" if position > 70_000 else "late"

    assert list(day_starts(100_000, day_of)) == [(0, "late"), (70_001, "early")]
    assert len(asked) < 80


def test_a_step_whose_day_cannot_be_told_stays_with_the_day_before_it() -> None:
    days = ["b", "", "b", "", "a"]
    assert list(day_starts(5, days.__getitem__)) == [(0, "b"), (4, "a")]


def test_what_was_stopped_on_its_way_is_told_as_that(workspace: Workspace) -> None:
    half_way(workspace).close()
    (newest, *_others) = workspace.history.listed(workspace.history.ids())
    assert what(newest).endswith("(stopped, and taken back)")
