"""The search and command box: what is typed is offered, what is taken is done, the keys go back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.ui.views.command_box import MOST_SHOWN, CommandBox, Offer


class Shop:
    """Offers whatever begins with what was typed, and keeps what was taken."""

    def __init__(self, *titles: str) -> None:
        self.titles = titles
        self.taken: list[str] = []

    def find(self, words: str) -> list[Offer]:
        return [
            Offer(title, "", "command", lambda title=title: self.taken.append(title))  # type: ignore[misc]
            for title in self.titles
            if title.startswith(words)
        ]


@pytest.fixture
def shop() -> Shop:
    return Shop("bread", "butter", "salt", *(f"x{number}" for number in range(50)))


@pytest.fixture
def box(shop: Shop, qtbot: QtBot) -> CommandBox:
    made = CommandBox(shop.find)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def listed(box: CommandBox, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: not box._soon.isActive())
    if not box._list.isVisible():
        return []
    return [box._list.item(row).text() for row in range(box._list.count())]


def test_offers_come_as_one_types(box: CommandBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "b")
    assert listed(box, qtbot) == ["bread", "butter"]
    QTest.keyClicks(box, "u")
    assert listed(box, qtbot) == ["butter"]


def test_enter_takes_the_first_even_before_it_was_shown(box: CommandBox, shop: Shop) -> None:
    QTest.keyClicks(box, "b")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert shop.taken == ["bread"]
    assert box.text() == ""


def test_down_and_enter_take_the_second(box: CommandBox, shop: Shop, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "b")
    listed(box, qtbot)
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert shop.taken == ["butter"]


def test_escape_empties_the_box_and_says_that_it_was_left(
    box: CommandBox, shop: Shop, qtbot: QtBot
) -> None:
    QTest.keyClicks(box, "b")
    listed(box, qtbot)
    with qtbot.waitSignal(box.left, timeout=1_000):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert not box.hasFocus()
    assert listed(box, qtbot) == []
    assert shop.taken == []


def test_nothing_is_offered_after_the_box_was_left(box: CommandBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "b")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box._soon.isActive()
    assert listed(box, qtbot) == []


def test_the_box_is_left_before_what_was_taken_is_done(
    shop: Shop, box: CommandBox, qtbot: QtBot
) -> None:
    box.left.connect(lambda: shop.taken.append("left"))
    QTest.keyClicks(box, "salt")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert shop.taken == ["left", "salt"]
    del qtbot


def test_what_is_not_found_is_said_in_its_own_direction(box: CommandBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "zz")
    assert listed(box, qtbot) == ["Nothing found for “\u2068zz\u2069”."]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "zz"


def test_the_list_does_not_grow_without_end(box: CommandBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "x")
    assert len(listed(box, qtbot)) == MOST_SHOWN
