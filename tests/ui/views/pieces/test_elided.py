"""A label of one line shortens its words, and keeps them whole for whoever asks."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.ui.views.pieces.elided import ElidedLabel

NAME = "statement of the league on the night raids, saved in 2019.txt"


def a_label(qtbot: QtBot, label: ElidedLabel, width: int = 200) -> ElidedLabel:
    qtbot.addWidget(label)
    label.resize(width, label.sizeHint().height())
    return label


def test_words_for_which_there_is_no_room_are_cut_and_stand_whole_in_the_tip(qtbot: QtBot) -> None:
    label = a_label(qtbot, ElidedLabel(NAME))
    assert NAME.startswith(label.shown().removesuffix("…"))
    assert label.text() == label.accessibleName() == NAME
    assert NAME in label.toolTip()
    assert not label.grab().isNull()
    label.resize(2_000, 20)
    assert label.shown() == NAME


def test_a_name_can_keep_its_beginning_and_its_end(qtbot: QtBot) -> None:
    label = a_label(qtbot, ElidedLabel(NAME, cut=Qt.TextElideMode.ElideMiddle))
    assert label.shown().startswith("state")
    assert label.shown().endswith("2019.txt")


def test_lines_become_one(qtbot: QtBot) -> None:
    label = a_label(qtbot, ElidedLabel("one\n  two"))
    assert label.text() == "one two"
    assert label.minimumSizeHint().width() == 0


def test_with_a_width_it_asks_for_the_same_whatever_its_words(qtbot: QtBot) -> None:
    label = a_label(qtbot, ElidedLabel("a", width=240))
    before = label.sizeHint()
    label.setText("a" * 300)
    assert label.sizeHint() == before
    assert before.width() == 240
