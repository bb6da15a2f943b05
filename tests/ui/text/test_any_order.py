"""Whatever is pressed, dragged, resized, added and gone to, in any order, nothing goes wrong."""

from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.offsets import is_boundary
from reviewer.domain.spans import Span
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.reader import Reader
from reviewer.ui.theme.themes import DARK, LIGHT
from tests.ui.text.conftest import Show, drag, view_of

PARTS = (
    "Twelve people were hurt when the lorry turned over. The driver denied it.",
    "ہم قریب ترین اسکول سے تقریباً چھ کلومیٹر دور رہتے ہیں۔ UNICEF کی 2023 کی رپورٹ۔",
    "😀 👩\u200d👩\u200d👧 🇵🇰🇸🇾 e\u0301e\u0301 किताब",
    "",
    "word " * 3_000,
    "Home | News",
)
KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Space,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_A,
)
HELD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)


class Hand:
    """Somebody who does anything."""

    def __init__(self, reader: Reader, seed: int) -> None:
        self.random = Random(seed)
        self.reader = reader
        self.view = view_of(reader)
        self.text = ""
        self.made = 0
        self.open()

    def open(self) -> None:
        parts = [self.random.choice(PARTS) for _ in range(self.random.randint(1, 30))]
        self.text = "\n".join(parts)
        marks = [self.mark() for _ in range(self.random.randint(0, 40))] if self.text else []
        furniture = [self.span() for _ in range(4)] if self.text else []
        self.reader.show_text(self.text, marks, furniture, right_to_left=None, name="any")

    def span(self) -> Span:
        start = self.random.randrange(len(self.text))
        return Span(start, min(len(self.text), start + self.random.randint(1, 300)))

    def mark(self) -> Mark:
        self.made += 1
        return Mark(self.made, self.span(), str(self.random.randint(1, 20)), "", "any tag")

    def somewhere(self) -> QPoint:
        port = self.view.viewport()
        return QPoint(
            self.random.randint(-20, port.width() + 20),
            self.random.randint(-20, port.height() + 20),
        )

    def act(self) -> None:
        doing = self.random.choice(
            (
                self.press_key,
                self.press_key,
                self.press_key,
                self.drag,
                self.click,
                self.resize,
                self.scroll,
                self.add,
                self.remove,
                self.go,
                self.stretch,
                self.fold,
                self.look,
                self.open,
            )
        )
        if self.text or doing == self.open:
            doing()

    def press_key(self) -> None:
        QTest.keyClick(self.view, self.random.choice(KEYS), self.random.choice(HELD))

    def drag(self) -> None:
        drag(self.reader, self.somewhere(), self.somewhere())

    def click(self) -> None:
        click = self.random.choice((QTest.mouseClick, QTest.mouseDClick))
        click(
            self.view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self.somewhere(),
        )

    def resize(self) -> None:
        self.reader.resize(self.random.randint(60, 1200), self.random.randint(40, 900))

    def scroll(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(self.random.randint(0, max(1, bar.maximum())))

    def add(self) -> None:
        self.reader.add_mark(self.mark())

    def remove(self) -> None:
        self.reader.remove_mark(self.random.randint(0, self.made))

    def go(self) -> None:
        if self.random.random() < 0.5:
            self.reader.reveal(self.span())
        else:
            self.reader.select(self.span())

    def stretch(self) -> None:
        self.random.choice((self.reader.grow, self.reader.shrink))()

    def fold(self) -> None:
        self.reader.fold_furniture(self.random.random() < 0.5)

    def look(self) -> None:
        if self.random.random() < 0.5:
            self.reader.set_theme(self.random.choice((LIGHT, DARK)))
        else:
            self.reader.set_reading_font(self.random.choice((9, 13, 20)), 1.25, 72)

    def check(self) -> None:
        text, reader = self.text, self.reader
        assert 0 <= reader.caret() <= len(text)
        selection, target = reader.selection(), reader.target()
        if selection is not None:
            assert selection.end <= len(text)
            assert is_boundary(text, selection.start)
            assert is_boundary(text, selection.end)
            assert target == selection
        assert 0 <= reader.place()[0] <= len(text)
        assert self.view.document().blockCount() == len(self.view.page.segments)


@pytest.mark.parametrize("seed", range(6))
def test_anything_in_any_order(show: Show, seed: int) -> None:
    hand = Hand(show(""), seed)
    for _ in range(120):
        hand.act()
        QApplication.processEvents()
        hand.check()
