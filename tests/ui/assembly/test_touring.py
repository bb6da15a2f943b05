"""The tour begins with the sample dossier, once; each of its cards can be done there by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import ANALYST_NAME, TOUR_OFFERED, Settings
from reviewer.ui.views.frame.tour import CARDS, Tour
from reviewer.ui.window import Window
from tests.scripted import ScriptedPrompts
from tests.ui.at_the_desk import a_file

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Newcomer:
    """Somebody who opens the program for the first time."""

    def __init__(self, window: Window, prompts: ScriptedPrompts, qtbot: QtBot) -> None:
        self.window = window
        self.prompts = prompts
        self._qtbot = qtbot

    @property
    def tour(self) -> Tour:
        return self.window.touring.tour

    def open_sample(self) -> None:
        self.window.commands.action("project.practice").trigger()
        self._qtbot.waitUntil(self.tour.is_on, timeout=30_000)

    def open_a_hit(self, words: str) -> None:
        assert self.window.session is not None
        page = self.window.session.searching.page
        page.begin(words)
        self._qtbot.waitUntil(lambda: page.has_hits() and not page.is_searching())
        QTest.keyClick(page.head.field, Qt.Key.Key_Down)
        QTest.keyClick(page.table, Qt.Key.Key_Return)

    def text(self) -> QWidget:
        assert self.window.session is not None
        text = self.window.session.view.panes.focused().reader.focusProxy()
        assert text is not None
        return text


@pytest.fixture
def newcomer(qtbot: QtBot) -> Iterator[Newcomer]:
    settings = Settings()
    settings.set(ANALYST_NAME, "Mirela Novak")
    prompts = ScriptedPrompts()
    window = Window(settings, prompts)
    qtbot.addWidget(window)
    window.resize(1_440, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Newcomer(window, prompts, qtbot)
    window.close()


def test_every_card_is_done_by_a_key_on_the_sample(newcomer: Newcomer, tmp_path: Path) -> None:
    newcomer.open_sample()
    tour = newcomer.tour
    reached = [tour.card()]
    newcomer.prompts.will("file_to_export", (tmp_path / "out.csv", "csv"))
    keys = (
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_V, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_O, CONTROL | SHIFT),
        (Qt.Key.Key_Z, CONTROL),
        (Qt.Key.Key_F, CONTROL | SHIFT),
    )
    for key, modifiers in keys:
        assert tour.is_on()
        QTest.keyClick(newcomer.text(), key, modifiers)
        QTest.qWait(0)
        reached.append(tour.card())
    assert reached == [*CARDS[:5], CARDS[4]]
    newcomer.open_a_hit("shot")
    assert tour.card() is CARDS[5]
    QTest.keyClick(newcomer.text(), Qt.Key.Key_E, CONTROL)
    assert not tour.is_on()
    assert newcomer.prompts.told == []


def test_the_tour_begins_by_itself_only_once(newcomer: Newcomer) -> None:
    newcomer.open_sample()
    assert Settings().flag(TOUR_OFFERED)
    QTest.keyClick(newcomer.text(), Qt.Key.Key_Escape)
    assert not newcomer.tour.is_on()
    assert newcomer.prompts.informed[-1] == "The tour is in the Help menu: Take the tour."
    newcomer.window.close_project()
    newcomer.window.open_sample(practice=True)
    QTest.qWait(0)
    assert not newcomer.tour.is_on()


def test_a_project_of_ones_own_begins_no_tour_but_help_does(
    newcomer: Newcomer, tmp_path: Path
) -> None:
    newcomer.window.open_project(a_file(tmp_path))
    QTest.qWait(0)
    assert not newcomer.tour.is_on()
    newcomer.window.commands.action("help.tour").trigger()
    assert newcomer.tour.is_on()
    newcomer.window.close_project()
    assert not newcomer.tour.is_on()


def test_help_opens_the_sample_for_the_tour_where_no_project_is_open(
    newcomer: Newcomer, qtbot: QtBot
) -> None:
    newcomer.window.commands.action("help.tour").trigger()
    assert newcomer.window.session is not None
    assert newcomer.tour.is_on()
    qtbot.waitUntil(lambda: not newcomer.window.session.imports(), timeout=30_000)  # type: ignore[union-attr]


def test_a_command_that_failed_is_no_deed(newcomer: Newcomer) -> None:
    newcomer.open_sample()
    assert newcomer.window.session is not None
    newcomer.window.session.view.panes.focused().show_document(None)
    newcomer.window.commands.action("passage.tag").trigger()
    assert newcomer.tour.card() is CARDS[0]
