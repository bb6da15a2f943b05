"""Words of documents: whole, selectable, broken where they must be, on the side they begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.ui.views.pieces.plain_words import MOST_LETTERS, PlainWords, quoted, selectable


def test_short_words_are_a_label_and_a_long_one_can_break(qtbot: QtBot) -> None:
    label = selectable("a few words")
    broken = selectable("a" * 60)
    for one in (label, broken):
        qtbot.addWidget(one)
        assert one.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert isinstance(label, QLabel)
    assert isinstance(broken, PlainWords)


def test_its_height_follows_its_width(qtbot: QtBot) -> None:
    words = PlainWords("x" * 200)
    qtbot.addWidget(words)
    words.resize(600, 10)
    words.show()
    wide = words.height()
    words.resize(150, 10)
    qtbot.waitUntil(lambda: words.height() > 2 * wide)


def test_words_begin_on_their_own_side(qtbot: QtBot) -> None:
    words = PlainWords("Twelve people")
    qtbot.addWidget(words)
    option = words.document().defaultTextOption
    assert option().textDirection() == Qt.LayoutDirection.LeftToRight
    words.say("“بارہ افراد UNICEF زخمی ہوئے”")
    assert option().textDirection() == Qt.LayoutDirection.RightToLeft
    assert option().alignment() & Qt.AlignmentFlag.AlignRight


def test_markup_stays_words(qtbot: QtBot) -> None:
    words = PlainWords("<b>bold</b>")
    qtbot.addWidget(words)
    assert words.toPlainText() == "<b>bold</b>"


def test_a_quotation_is_whole_up_to_a_length() -> None:
    assert quoted("Twelve") == "“Twelve”"
    assert quoted("x" * MOST_LETTERS) == f"“{'x' * MOST_LETTERS}”"
    assert quoted("x" * (MOST_LETTERS + 1)).endswith("…” (and 1 character more)")
