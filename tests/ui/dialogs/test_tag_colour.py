"""A colour is chosen from the palette by keys, or written, and said to be hard to see if it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from reviewer.ui.dialogs.tag_colour import ColourChooser, Swatch
from tests.ui.walking import controls, nameless, stage


def chooser(qtbot: QtBot, colour: str = "1") -> ColourChooser:
    made = ColourChooser(colour)
    with qtbot.waitActive(made):
        stage(qtbot, made)
        made.activateWindow()
    return made


def own(made: ColourChooser) -> QLineEdit:
    return made.findChildren(QLineEdit)[0]


def said(made: ColourChooser) -> str:
    return "\n".join(one.text() for one in made.findChildren(QLabel))


def test_arrow_keys_choose_among_the_slots(qtbot: QtBot) -> None:
    made = chooser(qtbot)
    swatches = made.findChildren(Swatch)
    assert len(swatches) == 24
    swatches[0].setFocus()
    with qtbot.waitSignal(made.changed):
        QTest.keyClick(swatches[0], Qt.Key.Key_Right)
    assert made.colour() == "2"
    QTest.keyClick(swatches[1], Qt.Key.Key_Down)
    assert made.colour() == "10"


def test_a_slot_says_its_names_and_contrast_in_both_themes(qtbot: QtBot) -> None:
    made = chooser(qtbot, "9")
    assert "Indigo, dashed on the light page: contrast 8.4 : 1" in said(made)
    assert "Lilac, dashed on the dark page" in said(made)
    assert [one.accessibleName() for one in made.findChildren(Swatch)][:2] == ["Indigo", "Mauve"]


def test_a_colour_of_ones_own_takes_the_place_of_a_slot(qtbot: QtBot) -> None:
    made = chooser(qtbot, "3")
    QTest.keyClicks(own(made), "#11223")
    assert made.colour() == ""
    assert "is no colour for a tag" in made.problem()
    QTest.keyClicks(own(made), "a")
    assert made.colour() == "#11223A"
    assert not any(one.isChecked() for one in made.findChildren(Swatch))
    QTest.mouseClick(made.findChildren(Swatch)[4], Qt.MouseButton.LeftButton)
    assert made.colour() == "5"
    assert own(made).text() == ""


@pytest.mark.parametrize(
    ("colour", "warning"), [("#FFEE00", "hard to see on the light"), ("#101010", "on the dark")]
)
def test_a_colour_that_is_hard_to_see_is_warned_of(qtbot: QtBot, colour: str, warning: str) -> None:
    made = chooser(qtbot, colour)
    assert made.colour() == colour
    assert warning in said(made)


def test_every_control_is_named(qtbot: QtBot) -> None:
    made = chooser(qtbot)
    assert nameless(made) == []
    assert own(made) in controls(made)
