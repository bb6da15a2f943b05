"""A model is awake as long as what shows it is seen, and sleeps when it is hidden."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.views.pieces.awake import AwakeInSight


class Sleeper:
    """Notes what it was told."""

    def __init__(self) -> None:
        self.told: list[bool] = []

    def set_awake(self, *, awake: bool) -> None:
        self.told.append(awake)


def test_it_wakes_when_it_is_shown_and_sleeps_when_its_place_is_left(qtbot: QtBot) -> None:
    place, sleeper = QWidget(), Sleeper()
    qtbot.addWidget(place)
    shown = QWidget(place)
    AwakeInSight(shown, sleeper)
    assert sleeper.told == []
    place.show()
    assert sleeper.told == [True]
    place.hide()
    place.show()
    assert sleeper.told == [True, False, True]
