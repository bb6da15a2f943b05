"""The tour waits for each deed, and ends with Escape."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.views.frame.tour import CARDS, Tour


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """Give a window with a field that has the keys."""
    host = QWidget()
    host.resize(900, 600)
    field = QLineEdit(host)
    QVBoxLayout(host).addWidget(field)
    qtbot.addWidget(host)
    host.show()
    field.setFocus()
    return host


@pytest.fixture
def tour(host: QWidget) -> Tour:
    """Give a tour that has begun; every command has the key F5."""
    tour = Tour(host, lambda _command: "F5")
    tour.begin()
    return tour


def test_each_card_waits_for_its_deed(tour: Tour) -> None:
    assert tour.card() is CARDS[0]
    tour.did("history.undo")
    assert tour.card() is CARDS[0]
    tour.did("passage.tag.some-uid")
    assert tour.card() is CARDS[1]


def test_the_tour_ends_when_all_is_done(tour: Tour, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tour.ended) as ended:
        for card in CARDS:
            tour.did(card.deeds[0])
    assert ended.args == [True]
    assert not tour.is_on()


def test_escape_ends_the_tour_from_wherever_the_keys_are(
    tour: Tour, host: QWidget, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tour.ended) as ended:
        QTest.keyClick(host.findChildren(QLineEdit)[0], Qt.Key.Key_Escape)
    assert ended.args == [False]
    assert not tour.is_on()


def test_escape_in_a_dialog_is_the_dialogs(tour: Tour, host: QWidget, qtbot: QtBot) -> None:
    dialog = QDialog(host)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert tour.is_on()


def test_the_card_keeps_to_its_corner(tour: Tour, host: QWidget) -> None:
    host.resize(700, 500)
    QTest.qWait(0)
    assert host.rect().contains(tour.geometry())
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    host.resize(800, 520)
    QTest.qWait(0)
    assert host.rect().contains(tour.geometry())
    assert tour.geometry().center().x() < host.width() / 2


def test_the_key_of_the_card_is_shown(tour: Tour) -> None:
    tour.did("passage.tag")
    shown = [label.text() for label in tour.findChildren(QWidget) if hasattr(label, "text")]
    assert any("F5" in words for words in shown)
