"""Names from outside stand in sentences without steering them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import Unreadable
from reviewer.ui.wording import (
    announce,
    begin_at_the_edge,
    isolated,
    native_keys,
    one_line,
    plain,
    put_on_clipboard,
    sentence,
)

STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text(st.characters(codec=None)))
def test_a_shown_name_is_one_line_and_steers_nothing(name: str) -> None:
    shown = one_line(name)
    assert len(shown.splitlines()) <= 1 or set("\x85\x1c\x1d\x1e\v\f").isdisjoint(shown)
    assert not set(shown) & set(STEERING + "\n\r\u2028\u2029\0")
    shown.encode()


@pytest.mark.parametrize(
    "name", ["plain.txt", "زرویل پل پر فائرنگ.txt", "گھر\u200cوں", "e\u0301 👩‍👩‍👧"]
)
def test_a_harmless_name_is_shown_as_it_is(name: str) -> None:
    assert one_line(name) == name


def test_a_line_end_in_a_name_can_be_seen() -> None:
    assert one_line("two\r\nlines\n") == "two¶lines¶"


def test_a_path_reads_from_left_to_right_and_a_name_as_its_letters_do() -> None:
    assert isolated(Path("/زرویل/x")).startswith("\u2066")
    assert isolated("زرویل").startswith("\u2068")


def test_a_sentence_keeps_every_name_in_its_place_and_numbers_as_numbers() -> None:
    problem = Unreadable("“{name}” has {count:,} lines.", name="a\u202eb", count=1200)
    assert sentence(problem) == "“\u2068a\ufffdb\u2069” has 1,200 lines."


def test_a_list_in_a_sentence_stays_a_list() -> None:
    problem = Unreadable("Found:\n{lines}", lines="one\ntwo")
    assert sentence(problem) == "Found:\n\u2068one\u2069\n\u2068two\u2069"


def test_a_label_never_takes_words_for_markup(qtbot: QtBot) -> None:
    label = plain("<b>name</b>.txt")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    shown = plain("name.txt")
    qtbot.addWidget(shown)
    assert label.sizeHint().width() > shown.sizeHint().width()


def test_what_is_copied_has_no_marks_that_only_a_screen_needs(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    put_on_clipboard(widget, f"The log is {isolated(Path('/home/x/زرویل.log'))}")
    assert QGuiApplication.clipboard().text() == "The log is /home/x/زرویل.log"


def test_an_announcement_can_be_made_while_a_screen_reader_listens(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    QAccessible.setActive(True)
    try:
        announce(widget, "Undone")
        announce(widget, "Not saved", urgent=True)
    finally:
        QAccessible.setActive(False)


def test_keys_are_written_as_the_system_writes_them_and_never_lost(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert native_keys("Ctrl+Shift+C").endswith("C")
    assert native_keys("[") == "["


def test_the_large_key_is_called_enter_as_everywhere_else() -> None:
    assert native_keys("Ctrl+Return") == native_keys("Ctrl+Enter") == "Ctrl+Enter"


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_lines_of_our_own_begin_where_the_window_does(
    qapp: QApplication, qtbot: QtBot, way: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(way)
    try:
        field = QPlainTextEdit("“Killed” was passed over.")
        qtbot.addWidget(field)
        begin_at_the_edge(field)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    right = bool(field.document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignRight)
    assert right is (way is Qt.LayoutDirection.RightToLeft)
