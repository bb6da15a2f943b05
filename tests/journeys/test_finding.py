"""Finding by keys alone, from the words to the tag, and what each of it costs in keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.progress import Silent
from reviewer.environment.resources import seed
from reviewer.ui.assembly.searching import Searching
from reviewer.ui.desk import PageName
from tests.builders import a_document, a_project
from tests.ui.at_the_desk import AtTheDesk, at_the_desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
RAID = "party-release-night-raids.txt"
TWELVE = "The tannery burned. Nobody at the tannery was hurt, said the tannery owner.\n"


class Finder(AtTheDesk):
    """Somebody who finds things with the keyboard, and counts the keys."""

    qtbot: QtBot
    keys = 0

    @property
    def searching(self) -> Searching:
        session = self.window.session
        assert session is not None
        return session.searching

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        self.keys += 1
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def write(self, words: str) -> None:
        """Type words where the keys are; they are not counted."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)

    def wait(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done, timeout=20_000)

    def document(self, name: str) -> int:
        (found,) = self.workspace.documents.matching(name)
        return found


@pytest.fixture
def finder(qtbot: QtBot, tmp_path: Path) -> Iterator[Finder]:
    with a_project(tmp_path, "dossier") as made:
        list(made.imports.take_in([seed("sample")], Silent()))
        for number in range(4):
            a_document(made, TWELVE, title=f"Tannery {number}", original=b"%d" % number)
        path = made.path
    with at_the_desk(qtbot, path) as desk:
        one = Finder(desk.window, desk.prompts)
        one.qtbot = qtbot
        one.open_in_panes(one.document(RAID))
        yield one


def test_words_are_found_in_a_document_and_tagged_one_by_one(finder: Finder) -> None:
    finder.press(Qt.Key.Key_F, CTRL)
    finder.write("arrested")
    finder.wait(lambda: finder.searching.find.count() > 0)
    count = finder.searching.find.count()
    finder.press(Qt.Key.Key_Escape)
    finder.press(Qt.Key.Key_C)
    finder.press(Qt.Key.Key_F3)
    finder.wait(lambda: finder.searching.find.count() == count)
    tagged = finder.workspace.passages.on(finder.document(RAID))
    assert [one.quote for one in tagged] == ["arrested"]


def test_twelve_hits_go_under_one_tag_with_three_keys(finder: Finder) -> None:
    finder.press(Qt.Key.Key_F, CTRL | SHIFT)
    finder.write('"the tannery"')
    finder.wait(lambda: finder.searching.page.model.hits == 12)
    finder.wait(lambda: not finder.searching.page.is_searching())
    places = finder.searching.page.all_places()
    before = finder.workspace.history.newest()
    finder.keys = 0
    finder.press(Qt.Key.Key_Down)
    finder.press(Qt.Key.Key_A, CTRL)
    finder.press(Qt.Key.Key_A)
    assert finder.keys == 3
    made = [finder.workspace.passages.get(one) for one in finder.workspace.passages.ids()]
    assert len(places) == 12
    assert all(
        any(
            one.document == document and one.span.start <= span.start and span.end <= one.span.end
            for one in made
        )
        for document, span in places
    )
    assert "Undo takes it back." in finder.prompts.informed[-1]
    assert len(list(finder.workspace.history.ids())) > 0
    finder.press(Qt.Key.Key_Z, CTRL)
    assert finder.workspace.passages.ids() == []
    assert finder.workspace.history.newest() == before + 2


def test_where_else_something_is_said_costs_one_key(finder: Finder) -> None:
    text = finder.workspace.documents.text(finder.document(RAID)).replace("\xa0", " ")
    pane = finder.view.panes.focused()
    pane.reader.set_caret(text.index("Junaid Kavrel, 22") + 3)
    place = pane.reader.place()
    finder.keys = 0
    finder.press(Qt.Key.Key_W)
    assert finder.keys == 1
    finder.wait(lambda: finder.searching.where_else.current() is not None)
    first = finder.searching.where_else.current()
    assert first is not None
    assert "Kavrel" in first.quote
    beside = finder.view.panes.panes()[1]
    assert beside.document == first.document
    assert beside.reader.selection() == first.span
    finder.press(Qt.Key.Key_Down)
    finder.press(Qt.Key.Key_D)
    second = finder.searching.where_else.current()
    assert second is not None
    (passage,) = finder.workspace.passages.on(second.document)
    assert passage.span == second.span
    finder.press(Qt.Key.Key_Escape)
    assert finder.view.panes.documents() == [finder.document(RAID)]
    assert pane.reader.place()[0] == place[0]


def test_a_hit_is_read_where_it_stands_and_one_comes_back_to_the_others(finder: Finder) -> None:
    finder.press(Qt.Key.Key_3, ALT)
    finder.write("Kavrel")
    finder.wait(lambda: finder.searching.page.model.hits > 5)
    finder.wait(lambda: not finder.searching.page.is_searching())
    finder.press(Qt.Key.Key_Down)
    finder.press(Qt.Key.Key_Down)
    hit = finder.searching.page.table.current()
    assert hit is not None
    finder.press(Qt.Key.Key_Return)
    pane = finder.view.panes.focused()
    assert finder.view.current() is PageName.READ
    assert (pane.document, pane.reader.selection()) == (hit.document, hit.span)
    finder.press(Qt.Key.Key_Left, ALT)
    assert finder.view.current() is PageName.SEARCH
    assert finder.searching.page.table.current() == hit
