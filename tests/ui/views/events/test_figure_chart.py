"""The chart of figures on the screen: walked by keys, opened, copied."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.compared import Compared
from reviewer.domain.pictures import Line
from reviewer.domain.ranges import compare
from reviewer.ui.theme.themes import DARK, LIGHT
from reviewer.ui.views.events.figure_chart import FigureChart, SentPicture, image_of
from tests.domain.test_figure_pictures import ALL, LINKS, NOBODY, OURS, SPAN
from tests.ui.walking import nameless

BOTH = compare((NOBODY, SPAN), ())


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[FigureChart]:
    room = QWidget()
    qtbot.addWidget(room)
    made = FigureChart(LIGHT)
    column = QVBoxLayout(room)
    column.addWidget(made)
    column.addStretch(1)
    room.resize(720, 600)
    with qtbot.waitActive(room):
        room.show()
        room.activateWindow()
    made.show_comparison(BOTH, OURS, "Noor", "The raid – Killed")
    made.setFocus()
    yield made
    room.close()


def buttons(chart: FigureChart) -> list[QPushButton]:
    return [one for one in chart.findChildren(QPushButton) if one.isVisible()]


def test_keys_walk_the_figures_and_enter_opens_one(chart: FigureChart, qtbot: QtBot) -> None:
    assert "no one was killed" in chart.canvas.accessibleDescription()
    QTest.keyClick(chart.canvas, Qt.Key.Key_Down)
    assert "28 to 31" in chart.canvas.accessibleDescription()
    with qtbot.waitSignal(chart.passage_wanted) as told:
        QTest.keyClick(chart.canvas, Qt.Key.Key_Return)
    assert told.args == [SPAN.passage]
    QTest.keyClick(chart.canvas, Qt.Key.Key_Home)
    assert "no one was killed" in chart.canvas.accessibleDescription()
    QTest.keyClick(chart.canvas, Qt.Key.Key_End)
    assert "28 to 31" in chart.canvas.accessibleDescription()


def test_a_click_goes_to_a_figure_and_a_second_opens_it(chart: FigureChart, qtbot: QtBot) -> None:
    row = chart.canvas.rows()[1]
    middle = QPoint(20, round(row.top + row.height / 2))
    QTest.mouseClick(chart.canvas, Qt.MouseButton.LeftButton, pos=middle)
    assert chart.canvas.current() == row
    with qtbot.waitSignal(chart.passage_wanted) as told:
        QTest.mouseDClick(chart.canvas, Qt.MouseButton.LeftButton, pos=middle)
    assert told.args == [SPAN.passage]


def test_it_stays_at_its_figure_when_others_come(chart: FigureChart) -> None:
    QTest.keyClick(chart.canvas, Qt.Key.Key_Down)
    chart.show_comparison(compare(ALL, LINKS))
    row = chart.canvas.current()
    assert row is not None
    assert row.key == SPAN.passage


def test_it_is_as_high_as_it_needs_in_a_narrow_panel_too(chart: FigureChart, qtbot: QtBot) -> None:
    before = chart.canvas.height()
    room = chart.parentWidget()
    assert room is not None
    room.resize(300, 600)
    qtbot.waitUntil(lambda: chart.canvas.height() > before)
    last = chart.canvas.rows()[-1]
    assert last.top + last.height <= chart.canvas.height()


def test_a_picture_is_copied_with_its_heading(chart: FigureChart) -> None:
    QGuiApplication.clipboard().clear()
    buttons(chart)[0].click()
    sent = chart.sent()
    assert sent is not None
    assert QGuiApplication.clipboard().image().size() == image_of(sent.picture).size()
    assert sent.title == "The raid – Killed"


def test_a_picture_is_offered_to_be_saved(chart: FigureChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.save_wanted) as told:
        buttons(chart)[1].click()
    (sent,) = told.args
    assert isinstance(sent, SentPicture)


def test_without_figures_there_is_nothing_to_copy_or_go_to(chart: FigureChart) -> None:
    chart.show_comparison(compare((), ()))
    assert buttons(chart) == []
    QTest.keyClick(chart.canvas, Qt.Key.Key_Return)
    chart.clear()
    assert chart.sent() is None
    assert chart.canvas.height() == 0


def test_it_looks_different_in_the_dark(chart: FigureChart) -> None:
    light = chart.canvas.grab().toImage()
    chart.set_theme(DARK)
    assert chart.canvas.grab().toImage() != light


def test_everything_has_a_name(chart: FigureChart) -> None:
    assert nameless(chart) == []


def test_several_questions_are_drawn_and_saved_as_one(chart: FigureChart, qtbot: QtBot) -> None:
    alone = chart.canvas.height()
    chart.show_several(
        [Compared(BOTH, heading="Killed"), Compared(BOTH, heading="Hurt")], "The raid"
    )
    assert chart.canvas.height() > 1.5 * alone
    assert len(chart.canvas.rows()) == 4
    with qtbot.waitSignal(chart.save_wanted) as told:
        chart._save.click()
    (sent,) = told.args
    assert isinstance(sent, SentPicture)
    assert sent.title == "The raid"
    words = [one.words for one in sent.picture.items if isinstance(one, Line)]
    assert {"The raid: Killed", "The raid: Hurt"} <= set(words)


def test_questions_are_checked_in_a_list_that_stays(chart: FigureChart, qtbot: QtBot) -> None:
    choice = chart.questions
    chosen: list[object] = []
    choice.chosen.connect(chosen.append)
    choice.offers_wanted.connect(lambda: choice.offer([(3, "Killed"), (5, "Hurt & missing")], [3]))
    choice.list.popup(chart.mapToGlobal(QPoint(0, 0)))
    qtbot.waitUntil(choice.list.isVisible)
    first, second = choice.list.actions()
    assert (first.isChecked(), second.isChecked()) == (True, False)
    QTest.keyClick(choice.list, Qt.Key.Key_Down)
    QTest.keyClick(choice.list, Qt.Key.Key_Down)
    QTest.keyClick(choice.list, Qt.Key.Key_Space)
    assert chosen == [(3, 5)]
    middle = choice.list.actionGeometry(first).center()
    QTest.mouseClick(choice.list, Qt.MouseButton.LeftButton, pos=middle)
    assert chosen == [(3, 5), (5,)]
    assert choice.list.isVisible()
    QTest.keyClick(choice.list, Qt.Key.Key_Escape)
    assert not choice.list.isVisible()
    choice.offer([], [])
    assert not choice.list.actions()[0].isEnabled()
