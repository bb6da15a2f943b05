"""Somebody who works on passages at a real window, by keys, and counts them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.actors import ChainMember
from reviewer.domain.records import Record
from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.ui.desk import Desk
from reviewer.ui.views.details.record_card import RecordCard
from reviewer.ui.window import Window
from tests.builders import NOOR
from tests.scripted import ScriptedPrompts

PLAIN = Qt.KeyboardModifier.NoModifier


class Analyst:
    """Somebody who works by keys; ``pressed`` counts them, but for the letters of what is typed."""

    def __init__(self, window: Window, prompts: ScriptedPrompts, qtbot: QtBot, text: str) -> None:
        self.window, self.prompts, self._qtbot, self._text = window, prompts, qtbot, text
        self.pressed = 0

    @property
    def desk(self) -> Desk:
        desk = self.window.context.desk
        assert desk is not None
        return desk

    @property
    def card(self) -> RecordCard:
        session = self.window.session
        assert session is not None
        return session.view.details.card.record

    def begin_at(self, words: str) -> None:
        """Put the caret on some words; what is counted begins here."""
        session = self.window.session
        assert session is not None
        pane = session.view.panes.focused()
        pane.reader.set_caret(self._text.index(words))
        pane.take_keys()
        self.pressed = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        QTest.keyClick(self.keys(), key, held)
        self.pressed += 1

    def type(self, words: str) -> None:
        QTest.keyClicks(self.keys(), words)

    def keys(self) -> QWidget:
        here = QApplication.focusWidget()
        assert here is not None
        return here

    def keys_are_in_the_text(self) -> bool:
        session = self.window.session
        assert session is not None
        return session.view.panes.focused().isAncestorOf(self.keys())

    def raised(self) -> int:
        passage = self.desk.panes.chosen_passage()
        assert passage is not None
        return passage

    def record(self, passage: int | None = None) -> Record:
        return self.desk.workspace.records.of(self.raised() if passage is None else passage)

    def changes(self) -> list[str]:
        history = self.desk.workspace.history
        return [step.sentence for step in history.listed(history.ids())]

    def named(self, member: ChainMember) -> str:
        assert member.actor is not None
        return self.desk.workspace.actors.get(member.actor).name


@contextmanager
def an_analyst(qtbot: QtBot, path: Path, document: int, text: str) -> Iterator[Analyst]:
    """Open a project in a window, with a document of these words in the pane."""
    settings, prompts = Settings(), ScriptedPrompts()
    settings.set(ANALYST_NAME, NOOR.name)
    window = Window(settings, prompts)
    qtbot.addWidget(window)
    window.resize(1_440, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open_project(path)
    person = Analyst(window, prompts, qtbot, text)
    person.desk.panes.open_here(document)
    yield person
    assert prompts.unforeseen == []
    window.close()
