"""The fields of an event stand where they can be read, however narrow their page is."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.events import Event, EventStatus, EventType, PlacePrecision
from reviewer.ui.dialogs.scrolled import Scrolled
from reviewer.ui.views.events.event_head import EventHead
from tests.ui.walking import stage

RAID = Event(
    *(1, "uid", "The raid", EventType.INCIDENT, WrittenDate("", "2015-03-11", DateBasis.ENTERED)),
    *("House Twelve, Tannery Road", PlacePrecision.EXACT, None, "", EventStatus.OPEN),
)


def fields(head: EventHead) -> list[QWidget]:
    return [head.date, head.place, head.precision, head.parent_button, head.type, head.status]


def places(head: EventHead) -> list[QRect]:
    return [one.geometry() for one in fields(head)]


@pytest.mark.parametrize(("width", "across"), [(1_000, 3), (500, 2), (300, 1)])
def test_so_many_fields_stand_beside_each_other_as_can_be_read(
    qtbot: QtBot, width: int, across: int
) -> None:
    head = EventHead(read_only=False)
    shown = Scrolled(head)
    shown.resize(width, 600)
    stage(qtbot, shown)
    head.show_event(RAID, "")
    qtbot.waitUntil(lambda: len({one.left() for one in places(head)}) == across)
    assert not any(one.intersects(other) for one, other in combinations(places(head), 2))
    assert all(one.width() >= 60 for one in places(head))


def test_where_there_is_too_little_height_they_are_scrolled_and_not_squeezed(qtbot: QtBot) -> None:
    head = EventHead(read_only=False)
    shown = Scrolled(head)
    shown.resize(300, 170)
    stage(qtbot, shown)
    head.show_event(RAID, "")
    qtbot.waitUntil(lambda: shown.verticalScrollBar().maximum() > 0)
    assert not any(one.intersects(other) for one, other in combinations(places(head), 2))
    wanted = shown.sizeHint().height()
    head.description.setPlainText("Of many words.\n" * 6)
    qtbot.waitUntil(lambda: shown.sizeHint().height() > wanted)


@pytest.fixture
def head(qtbot: QtBot) -> EventHead:
    made = EventHead(read_only=False)
    stage(qtbot, made)
    made.show_event(RAID, "")
    return made


def test_a_name_that_is_missing_is_said_below_its_field_and_nothing_is_written(
    head: EventHead, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(head.written):
        head.name.clear()
        qtbot.keyClick(head.name, Qt.Key.Key_Return)
    assert head.problem.isVisible()
    assert head.problem.said() == "An event needs a name."


def test_what_is_wrong_goes_when_it_is_made_right(head: EventHead, qtbot: QtBot) -> None:
    head.name.clear()
    head.flush()
    with qtbot.waitSignal(head.written):
        qtbot.keyClicks(head.name, "Raid")
        head.flush()
    assert head.problem.isHidden()


def test_what_is_wrong_with_one_event_does_not_follow_to_another(head: EventHead) -> None:
    head.name.clear()
    head.flush()
    head.show_event(replace(RAID, id=2, uid="other", name="The fire"), "")
    assert head.problem.isHidden()
    assert head.name.text() == "The fire"


def test_escape_brings_the_name_back_and_takes_the_message_away(
    head: EventHead, qtbot: QtBot
) -> None:
    head.name.clear()
    head.flush()
    qtbot.keyClick(head.name, Qt.Key.Key_Escape)
    assert (head.name.text(), head.problem.isHidden()) == ("The raid", True)
