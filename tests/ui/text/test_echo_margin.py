"""The margin beside the ruler: which sentences it marks, where, and what the pointer is told."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.ui.text.echo_margin import EchoMark
from reviewer.ui.text.reader import Reader

ONE = "The crane fell on nine workers at noon."
TWO = "Nobody wanted to say why the bridge was closed."
TEXT = f"{ONE} {TWO}\n\nGrain came."
URDU = "کرین دوپہر کو نو مزدوروں پر گری۔ پل کے بند ہونے کی وجہ کسی نے نہیں بتائی۔"


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_text(TEXT, [], [], right_to_left=None, name="Raid")
    made.show()
    return made


def marks(*spans: tuple[int, int], exact: bool = True) -> list[EchoMark]:
    return [EchoMark(Span(*span), at + 1, exact, f"also in D{at}") for at, span in enumerate(spans)]


def test_without_echoes_there_is_no_margin(reader: Reader) -> None:
    assert not reader.echoes.isVisible()
    reader.show_echoes(marks((0, len(ONE))))
    assert reader.echoes.isVisible()
    reader.show_text("Other words.", [], [], right_to_left=None, name="Other")
    assert not reader.echoes.isVisible()


def test_of_two_that_begin_on_one_line_the_first_says_its_number(reader: Reader) -> None:
    reader.show_echoes(marks((0, len(ONE)), (len(ONE) + 1, len(ONE) + 1 + len(TWO))))
    first, second = reader.echoes.placed()
    assert first.opens
    assert second.opens is (second.bar.top() != first.bar.top())
    assert reader.echoes.under(first.bar.center())[0].words == "also in D0"


def test_what_is_far_from_any_sentence_says_nothing(reader: Reader) -> None:
    reader.show_echoes(marks((0, len(ONE)), exact=False))
    far = QPointF(3, reader.echoes.height() - 2)
    assert reader.echoes.under(far) == []
    pressed: list[int] = []
    reader.echo_wanted.connect(pressed.append)
    QTest.mouseClick(reader.echoes, Qt.MouseButton.LeftButton, pos=far.toPoint())
    assert pressed == []
    bar = reader.echoes.placed()[0].bar
    QTest.mouseClick(reader.echoes, Qt.MouseButton.LeftButton, pos=bar.center().toPoint())
    assert pressed == [0]


def test_it_stands_at_the_ruler_on_either_side(reader: Reader) -> None:
    reader.show_echoes(marks((0, len(ONE))))
    assert reader.echoes.x() > reader.width() / 2
    reader.show_text(URDU, [], [], right_to_left=None, name="Urdu")
    reader.show_echoes(marks((0, 20)))
    assert reader.echoes.x() < reader.width() / 2
    bar = reader.echoes.placed()[0].bar
    assert bar.left() > reader.echoes.width() / 2


def test_both_kinds_of_line_are_painted(reader: Reader) -> None:
    painted = []
    for exact in (True, False):
        reader.show_echoes(marks((0, len(ONE)), exact=exact))
        bar = reader.echoes.placed()[0].bar
        picture = reader.echoes.grab().toImage()
        x, top = round(bar.left()), round(bar.top())
        colours = {picture.pixelColor(QPoint(x, y)).name() for y in range(top + 1, top + 14)}
        painted.append(len(colours))
    assert painted[0] == 1
    assert painted[1] > 1
