"""Behaviour of a list one walks: its rows have the room their words take."""

from itertools import pairwise

from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.ui.models.where_else import Elsewhere
from reviewer.ui.views.finding.walked_list import WalkedList

WORDS = "Since January three hundred and twelve supporters of the movement have been killed"


def _a_list(qtbot: QtBot, rows: int, width: int) -> WalkedList:
    panel = WalkedList("Counterparts", "link", "Passages that may be linked", "links")
    qtbot.addWidget(panel)
    panel.resize(width, 400)
    panel.show()
    quotes = [WORDS[: 20 + number] for number in range(rows)]
    places = [Elsewhere(1, Span(0, 1), "D1·1", "Raids", quote, "same event") for quote in quotes]
    panel.show_rows(places, "Likely")
    return panel


def _heights(panel: WalkedList) -> list[int]:
    """Return how far below each row the next one begins, in pixels."""
    tops = [panel.list.visualRect(index).top() for index in _indexes(panel)]
    return [behind - before for before, behind in pairwise(tops)]


def _wanted(panel: WalkedList) -> list[int]:
    return [panel.list.sizeHintForIndex(index).height() for index in _indexes(panel)][:-1]


def _indexes(panel: WalkedList) -> list[QModelIndex]:
    return [panel.list.model().index(row, 0) for row in range(len(panel.rows()))]


def test_rows_keep_their_room_when_the_bar_at_the_side_appears(qtbot: QtBot) -> None:
    panel = _a_list(qtbot, 40, 320)
    qtbot.waitUntil(panel.list.verticalScrollBar().isVisible)
    assert len(set(_wanted(panel))) == 2  # some words take one line, others two
    assert _heights(panel) == _wanted(panel)


def test_rows_are_placed_anew_when_the_list_becomes_narrower(qtbot: QtBot) -> None:
    panel = _a_list(qtbot, 40, 700)
    assert len(set(_heights(panel))) == 1
    panel.resize(320, 400)
    qtbot.waitUntil(lambda: len(set(_heights(panel))) == 2)
    assert _heights(panel) == _wanted(panel)
