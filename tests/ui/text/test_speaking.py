"""What a screen reader is told while somebody goes through a text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest

from reviewer.ui.text.segments import LONGEST, Segments
from tests.ui.text.conftest import Show, a_mark, view_of

TEXT = "Twelve people were hurt. Nobody was killed, the spokesman said."


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Listen as a screen reader does; returns what was announced."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message().translate(dict.fromkeys((0x2066, 0x2068, 0x2069))))

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    QAccessible.setActive(True)
    yield heard
    QAccessible.setActive(False)


def test_the_tag_is_said_once_on_the_way_into_a_passage(show: Show, said: list[str]) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "people")])
    reader.set_caret(5)
    said.clear()
    view = view_of(reader)
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Right)
    (words,) = said
    assert "Allegation" in words
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert len(said) == 1, "nothing is said for the keys within it, nor behind it"
    reader.set_caret(8)
    assert len(said) == 2, "it is said again when one comes back"


def test_a_passage_that_was_made_or_gone_to_is_said(show: Show, said: list[str]) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "people"), a_mark(2, TEXT, "killed", key="D")])
    said.clear()
    reader.raise_mark(2)
    reader.raise_mark(2)
    (words,) = said
    assert words.startswith("D")


def test_every_passage_of_a_stack_is_said_and_then_each_by_tab(show: Show, said: list[str]) -> None:
    reader = show(TEXT, [a_mark(1, TEXT, "people were"), a_mark(2, TEXT, "people", key="D")])
    said.clear()
    reader.set_caret(TEXT.index("people") + 2)
    QTest.keyClick(view_of(reader), Qt.Key.Key_Tab)
    both, one = said
    assert both.count("Allegation") == 2
    assert one.count("Allegation") == 1


def test_the_title_of_another_document_is_said(show: Show, said: list[str]) -> None:
    reader = show(TEXT)
    said.clear()
    reader.show_text("Other words.", [], [], right_to_left=None, name="Grain store")
    assert said == ["Opened: Grain store"]


def test_what_is_read_has_the_letters_of_the_text_and_says_where_it_breaks(show: Show) -> None:
    text = "Word and 😀 سکول " * (LONGEST // 8) + "\nThe end."
    segments = Segments(text)
    reader = show(text)
    view = view_of(reader)
    interface = QAccessible.queryAccessibleInterface(view)
    words = interface.textInterface()
    read = words.text(0, words.characterCount())
    assert segments.any_cut()
    assert read == segments.display(0, len(segments))
    assert read.replace("\n", "") == text.replace("\n", "")
    assert "no breaks" in interface.text(QAccessible.Text.Description)


def test_nothing_is_said_of_breaks_where_there_are_none(show: Show) -> None:
    reader = show("One.\nTwo.")
    interface = QAccessible.queryAccessibleInterface(view_of(reader))
    assert "no breaks" not in interface.text(QAccessible.Text.Description)
    assert not Segments("One.\nTwo.").any_cut()
