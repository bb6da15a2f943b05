"""Finding in the text of a pane: the bar, the marks, and the way from place to place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.environment.settings import Settings
from reviewer.ui.bridge import Bridge
from reviewer.ui.theme.themes import LIGHT
from reviewer.ui.views.finding.find_bar import FindBar
from reviewer.ui.views.finding.find_in_document import FindInDocument
from reviewer.ui.views.reading.panes import PaneAreaView
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_project
from tests.ui.walking import controls, nameless, spoken, stage

TEXT = "Salt was sold at the gate. The salt store burned. No SALT was left, and no Säle.\n" * 3
OTHER = "The gate was shut. Nobody had salt."


class Finding:
    """Somebody who looks for words in a pane."""

    def __init__(self, qtbot: QtBot, workspace: Workspace) -> None:
        self.qtbot = qtbot
        self.workspace = workspace
        self.documents = [
            a_document(workspace, TEXT, title="Store"),
            a_document(workspace, OTHER, title="Gate"),
        ]
        self.bridge = Bridge(workspace)
        self.panes = PaneAreaView(workspace, Settings(), LIGHT)
        self.find = FindInDocument(workspace, self.bridge, self.panes)
        self.panes.resize(900, 600)
        stage(qtbot, self.panes)
        self.panes.activateWindow()
        self.panes.open_here(self.documents[0])

    @property
    def bar(self) -> FindBar:
        bar = self.find.bar()
        assert bar is not None
        return bar

    def marked(self) -> list[str]:
        """Return the words of every place that is marked."""
        return [span.of(TEXT) for span in self.panes.focused().reader.hits().spans]

    def present(self) -> Span | None:
        return self.panes.focused().reader.hits().present_span

    def look_for(self, words: str, *, count: int) -> None:
        self.find.open()
        self.bar.field.clear()
        QTest.keyClicks(self.bar.field, words)
        self.wait_for(count)

    def wait_for(self, count: int) -> None:
        """Wait until so many places are known."""
        self.qtbot.waitUntil(lambda: self.find._is_shown() and self.find.count() == count)

    def said(self) -> str:
        return self.bar._count.text()


@pytest.fixture
def finding(qtbot: QtBot, workspace: Workspace) -> Iterator[Finding]:
    one = Finding(qtbot, workspace)
    yield one
    one.bridge.close()
    one.bridge.deleteLater()


def test_every_place_is_marked_and_the_first_one_chosen(finding: Finding) -> None:
    finding.look_for("salt", count=9)
    assert finding.marked()[:3] == ["Salt", "salt", "SALT"]
    assert finding.present() == Span(0, 4)
    assert finding.panes.focused().reader.selection() == Span(0, 4)
    assert finding.said() == "1 of 9"


def test_enter_goes_on_shift_enter_back_and_behind_the_last_comes_the_first(
    finding: Finding,
) -> None:
    finding.look_for("salt", count=9)
    QTest.keyClick(finding.bar.field, Qt.Key.Key_Return)
    assert finding.said() == "2 of 9"
    for _ in range(2):
        QTest.keyClick(finding.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert finding.said() == "9 of 9"
    QTest.keyClick(finding.bar.field, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert finding.said() == "1 of 9"
    assert QApplication.focusWidget() is finding.bar.field


def test_the_switches_narrow_what_is_found(finding: Finding) -> None:
    finding.look_for("sal", count=12)
    QTest.keyClick(finding.bar.field, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    finding.wait_for(3)
    QTest.keyClick(finding.bar.field, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    finding.wait_for(0)
    assert finding.said() == "Nothing found"
    assert not finding.bar.tag_all.isEnabled()
    QTest.keyClick(finding.bar.field, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(finding.bar.field, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    finding.bar.field.end(False)  # noqa: FBT003 - Qt's own
    QTest.keyClicks(finding.bar.field, "t$|left")
    finding.wait_for(3)
    assert set(finding.marked()) == {"left"}


def test_a_pattern_that_cannot_be_read_is_said_in_the_bar(finding: Finding) -> None:
    finding.look_for("salt", count=9)
    finding.bar.pattern.setChecked(True)
    QTest.keyClicks(finding.bar.field, "(")
    finding.qtbot.waitUntil(finding.bar._problem.isVisible)
    assert "cannot be read from character 6" in finding.bar._problem.text()
    assert finding.marked() == []
    QTest.keyClick(finding.bar.field, Qt.Key.Key_Backspace)
    finding.wait_for(9)
    assert not finding.bar._problem.isVisible()


def test_escape_gives_the_keys_back_at_the_hit_and_takes_the_marks_away(finding: Finding) -> None:
    finding.look_for("store", count=3)
    QTest.keyClick(finding.bar.field, Qt.Key.Key_Escape)
    reader = finding.panes.focused().reader
    assert finding.find.bar() is None
    assert len(reader.hits()) == 0
    selected = reader.selection()
    assert selected is not None
    assert selected.of(TEXT) == "store"
    assert QApplication.focusWidget() is reader.focusProxy()
    assert finding.find.close() is False


def test_without_the_bar_the_next_place_is_looked_for_from_the_caret(finding: Finding) -> None:
    finding.look_for("salt", count=9)
    finding.find.close()
    reader = finding.panes.focused().reader
    reader.set_caret(TEXT.index("No SALT"))
    finding.find.step()
    finding.wait_for(9)
    assert finding.said() == "3 of 9"
    assert QApplication.focusWidget() is reader.focusProxy()
    reader.set_caret(len(TEXT) - 10)
    finding.find.step(backwards=True)
    assert finding.said() == "9 of 9"


def test_going_on_without_words_asks_for_them(finding: Finding) -> None:
    finding.find.step()
    assert QApplication.focusWidget() is finding.bar.field


def test_selected_words_are_looked_for(finding: Finding) -> None:
    at = TEXT.index("gate")
    finding.panes.focused().reader.choose(Span(at, at + 4))
    finding.find.open()
    assert finding.bar.field.text() == "gate"
    finding.wait_for(3)
    assert finding.present() == Span(at, at + 4)


def test_another_document_in_the_pane_is_searched_too(finding: Finding) -> None:
    finding.look_for("salt", count=9)
    finding.panes.open_here(finding.documents[1])
    finding.wait_for(1)
    assert finding.find.hits() == [
        (finding.documents[1], Span(OTHER.index("salt"), OTHER.index("salt") + 4))
    ]


def test_the_bar_goes_with_its_pane_and_comes_to_the_one_with_the_keys(finding: Finding) -> None:
    finding.panes.split(2)
    finding.look_for("salt", count=9)
    finding.panes.focus_next()
    finding.panes.open_here(finding.documents[1])
    finding.find.step()
    finding.wait_for(1)
    assert len(finding.panes.panes()[0].reader.hits()) == 0
    finding.panes.close_pane()
    assert finding.find.bar() is None
    assert finding.find.hits() == []
    finding.find.open()
    finding.wait_for(9)


def test_an_emptied_pane_has_no_bar(finding: Finding) -> None:
    finding.look_for("salt", count=9)
    finding.panes.close_pane()
    assert finding.find.bar() is None
    finding.find.open()
    assert finding.find.bar() is None


def test_nothing_is_said_of_no_words(finding: Finding) -> None:
    finding.look_for("salt", count=9)
    finding.bar.field.clear()
    finding.wait_for(0)
    assert finding.said() == ""
    assert finding.marked() == []


def test_what_is_typed_while_a_search_goes_on_is_found_after_it(finding: Finding) -> None:
    finding.look_for("s", count=24)
    finding.bar.field.setText("gate")
    finding.find._search()
    finding.bar.field.setText("store")
    finding.find._search()
    finding.wait_for(3)
    assert set(finding.marked()) == {"store"}


def test_the_bar_is_walked_through_by_tab_and_every_control_has_a_name(finding: Finding) -> None:
    finding.look_for("salt", count=9)
    assert nameless(finding.bar) == []
    names = [spoken(control) for control in controls(finding.bar)]
    assert "Whole words" in names
    assert "Next place" in names
    assert "Tag all 9…" in names


@pytest.mark.parametrize("width", [340, 900])
def test_everything_is_in_sight_in_a_narrow_pane(finding: Finding, width: int) -> None:
    finding.panes.resize(width, 600)
    finding.look_for("salt", count=9)
    finding.qtbot.waitUntil(lambda: finding.bar.width() == width)
    bar = finding.bar
    for control in controls(bar):
        there = QRect(control.mapTo(bar, QPoint()), control.size())
        assert bar.rect().contains(there), spoken(control)


def test_a_long_text_lets_go_of_its_project_in_peace(tmp_path: Path, qtbot: QtBot) -> None:
    with a_project(tmp_path, "other") as workspace:
        one = Finding(qtbot, workspace)
        one.find.open()
        one.bar.field.setText("salt")
        one.find._search()
        one.bridge.close()
