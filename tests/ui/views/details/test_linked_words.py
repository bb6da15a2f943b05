"""Words with links in them: told apart, followed by mouse and keys, never markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.notes import NoteKind, Reference, references
from reviewer.ui.views.details.linked_words import Link, LinkedWords, Stretch, stretches

LEFT = Qt.MouseButton.LeftButton
TO = Link(NoteKind.PASSAGE, 7)


@pytest.fixture
def view(qtbot: QtBot) -> LinkedWords:
    """Put it into a window with a field before and behind it."""
    window = QWidget()
    layout = QVBoxLayout(window)
    made = LinkedWords()
    for part in (QLineEdit(), made, QLineEdit()):
        layout.addWidget(part)
    window.made = made  # type: ignore[attr-defined]
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    window.resize(300, 300)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return made


@given(st.text(alphabet="D14·.- \n😀ہ", max_size=40))
def test_a_note_is_cut_at_its_links_and_nothing_of_it_is_lost(words: str) -> None:
    found = [Reference(one.span, "D", one.document) for one in references(words)]
    cut = stretches(words, found)
    assert "".join(one.words for one in cut) == words
    assert [one.words for one in cut if one.link] == [one.span.of(words) for one in found]


def test_a_link_is_followed_with_the_mouse(view: LinkedWords, qtbot: QtBot) -> None:
    view.say([Stretch("D4·7", TO), Stretch(" says so")])
    with qtbot.waitSignal(view.followed) as followed:
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(14, 10))
    assert followed.args == [TO]


def test_a_press_beside_any_link_asks_to_edit_there(view: LinkedWords, qtbot: QtBot) -> None:
    view.say([Stretch("D4·7", TO), Stretch(" says so, and other things besides")])
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(120, 10))
    (place,) = wanted.args or [0]
    assert place > len("D4·7")


def test_tab_goes_from_link_to_link_and_on(view: LinkedWords, qtbot: QtBot) -> None:
    other = Link(NoteKind.DOCUMENT, 3)
    view.say([Stretch("D4·7", TO), Stretch(" and "), Stretch("D3", other)])
    view.setFocus(Qt.FocusReason.TabFocusReason)
    followed: list[object] = []
    view.followed.connect(followed.append)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert followed == [TO, other]
    QTest.keyClick(view, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not view.hasFocus())


def test_enter_beside_any_link_asks_to_edit(view: LinkedWords, qtbot: QtBot) -> None:
    view.say([Stretch("No link here.")])
    view.setFocus()
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == [-1]


def test_what_looks_like_markup_is_shown_as_it_is(view: LinkedWords) -> None:
    written = "<b>bold</b> &amp; <a href='x'>y</a>"
    view.say([Stretch(written)])
    assert view.toPlainText() == written


def test_each_line_runs_as_its_own_letters_do(view: LinkedWords) -> None:
    view.say([Stretch("فوج نے UNICEF کو بتایا\nas "), Stretch("D4·7", TO), Stretch(" has it")])
    document = view.document()
    directions = [document.findBlockByNumber(n).textDirection() for n in range(2)]
    assert directions == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]


def test_it_is_as_high_as_its_words_need(view: LinkedWords, qtbot: QtBot) -> None:
    view.say([Stretch("short")])
    low = view.height()
    view.say([Stretch("word " * 60)])
    qtbot.waitUntil(lambda: view.height() > 3 * low)
    assert not view.verticalScrollBar().isVisible()
