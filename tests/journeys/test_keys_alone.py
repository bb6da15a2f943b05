"""A day's work by keys alone, on a real window with its real dialogs; the keys are counted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import ReviewStatus
from reviewer.environment.settings import ANALYST_NAME, TOUR_OFFERED, Settings
from reviewer.ui.desk import Desk
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.dialogs.reason import OneLine
from reviewer.ui.dialogs.tag_picker import TagPicker
from reviewer.ui.text.reader import Reader
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.window import Window
from reviewer.ui.wish import Wish
from reviewer.workspace.project import Workspace

ARMY = "army-info-statement-88.txt"
NO_ONE = "No one was killed in the operation."
KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


class Typist:
    """Sits at the window without a mouse. Every key goes to whatever has the keys, and counts."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window = window
        self.keys = 0
        self._qtbot = qtbot

    @property
    def desk(self) -> Desk:
        desk = self.window.context.desk
        assert desk is not None
        return desk

    @property
    def view(self) -> DeskView:
        session = self.window.session
        assert session is not None
        return session.view

    @property
    def workspace(self) -> Workspace:
        return self.desk.workspace

    @property
    def reader(self) -> Reader:
        return self.view.panes.focused().reader

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        if QApplication.focusWidget() is None:
            # No window manager gives the window the keys back once a dialog is closed.
            self.window.activateWindow()
            self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        target = QApplication.focusWidget()
        assert target is not None
        self.keys += 1
        QTest.keyClick(target, key, held)

    def write(self, words: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, words)
        self.keys += len(words)

    @contextmanager
    def counting(self, keys: int) -> Iterator[None]:
        """Fail where what is done takes another number of keys."""
        before = self.keys
        yield
        assert self.keys - before == keys

    def when_asked(self, kind: type[QWidget], answer: Callable[[], object]) -> None:
        """Once such a dialog has the keys, answer it."""

        def look() -> None:
            asking = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            if not isinstance(asking, kind) or asking.focusWidget() is None:
                QTimer.singleShot(5, look)
                return
            asking.activateWindow()
            answer()

        QTimer.singleShot(0, look)

    def press_in(self, kind: type[QWidget], key: Qt.Key) -> None:
        """Press a key in the dialog of this kind."""
        asking = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        assert isinstance(asking, kind)
        target = asking.focusWidget()
        assert target is not None
        self.keys += 1
        QTest.keyClick(target, key)

    def is_at_rest(self) -> bool:
        """Say whether everything is imported."""
        session = self.window.session
        return session is not None and not session.imports() and any(self.desk.panes.documents())

    def title(self) -> str:
        document = self.desk.panes.document()
        assert document is not None
        return self.workspace.documents.get(document).original_name

    def target(self) -> str:
        span, document = self.desk.panes.target(), self.desk.panes.document()
        assert document is not None
        return "" if span is None else span.of(self.workspace.documents.text(document))

    def quotes(self) -> list[str]:
        document = self.desk.panes.document()
        assert document is not None
        return [one.quote for one in self.workspace.passages.on(document)]

    def tags(self) -> list[str]:
        document = self.desk.panes.document()
        assert document is not None
        found = self.workspace.passages.on(document)
        return [self.workspace.tags.get(one.tag).name for one in found]

    def steps(self) -> int:
        return len(self.workspace.history.ids())

    def notice(self) -> str:
        assert isinstance(self.window.prompts, Dialogs)
        message = self.window.prompts.notice.message()
        return "" if message is None else message.words

    def status(self) -> str:
        return self.view._status._chosen.text()


@pytest.fixture
def typist(qtbot: QtBot) -> Iterator[Typist]:
    settings = Settings()
    settings.set(ANALYST_NAME, "Mirela Novak")
    settings.set(TOUR_OFFERED, value=True)
    window = Window(settings)
    qtbot.addWidget(window)
    window.resize(1_440, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Typist(window, qtbot)
    window.close()


@pytest.fixture
def at_the_sample(typist: Typist, qtbot: QtBot) -> Typist:
    typist.window.grant(Wish(sample=True, practice=True))
    qtbot.waitUntil(typist.is_at_rest, timeout=20_000)
    typist.view.give_keys_back()
    return typist


@pytest.fixture
def at_the_sentence(at_the_sample: Typist) -> Typist:
    """Go to the document by Ctrl+PgDown and to the sentence by J."""
    typist = at_the_sample
    for _ in range(20):
        if typist.title() == ARMY:
            break
        typist.press(KEY.Key_PageDown, CTRL)
    for _ in range(40):
        if typist.target() == NO_ONE:
            break
        typist.press(KEY.Key_J)
    assert (typist.title(), typist.target()) == (ARMY, NO_ONE)
    return typist


def test_the_whole_loop_by_keys_alone(at_the_sentence: Typist, qtbot: QtBot) -> None:
    typist = at_the_sentence
    document = typist.desk.panes.document()
    assert document is not None
    with typist.counting(1):
        typist.press(KEY.Key_C)
    assert (typist.quotes(), typist.tags()) == ([NO_ONE], ["Casualty figure"])
    with typist.counting(2):
        typist.when_asked(TagPicker, lambda: typist.press_in(TagPicker, KEY.Key_D))
        typist.press(KEY.Key_T, SHIFT)
    assert typist.tags() == ["Denial"]
    with typist.counting(1):
        typist.press(KEY.Key_Left, ALT | SHIFT)
    assert typist.quotes() == ["No one was killed in the operation"]
    typist.press(KEY.Key_O)
    with typist.counting(1):
        typist.press(KEY.Key_Right, ALT | SHIFT)
    assert typist.quotes() == ["one was killed in the operation"]
    qtbot.waitUntil(lambda: "the beginning moves" in typist.status())
    assert "one was killed" in typist.status()

    typist.press(KEY.Key_N)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    typist.write("His own words.")
    typist.press(KEY.Key_Escape)
    (passage,) = typist.workspace.passages.on(document)
    assert passage.note == "His own words."
    assert QApplication.focusWidget() is typist.reader.focusProxy()

    for _ in range(3):
        typist.press(KEY.Key_Right, CTRL)
    with typist.counting(1):
        typist.press(KEY.Key_S)
    assert typist.quotes() == ["one was", "killed in the operation"]
    assert typist.desk.panes.chosen_passage() == typist.workspace.passages.on(document)[1].id
    with typist.counting(1):
        typist.press(KEY.Key_M)
    assert typist.quotes() == ["one was killed in the operation"]
    assert typist.desk.panes.chosen_passage() == passage.id
    typist.press(KEY.Key_Z, CTRL)
    assert typist.quotes() == ["one was", "killed in the operation"]
    typist.press(KEY.Key_Z, CTRL)
    assert typist.quotes() == ["one was killed in the operation"]

    with typist.counting(1):
        typist.press(KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: typist.desk.panes.document() != document)
    assert typist.workspace.documents.get(document).review_status is ReviewStatus.DONE
    assert QApplication.focusWidget() is typist.reader.focusProxy()


def test_after_tagging_one_goes_on_from_there(at_the_sentence: Typist) -> None:
    typist = at_the_sentence
    typist.press(KEY.Key_A)
    assert typist.target() == NO_ONE
    typist.press(KEY.Key_J)
    assert typist.target().startswith("The man named Kavrel")
    typist.press(KEY.Key_J, SHIFT)
    typist.press(KEY.Key_D)
    typist.press(KEY.Key_J)
    assert typist.target().startswith("No second person died")
    assert typist.quotes()[1].endswith("This is recorded by the police.")


def test_the_same_words_get_another_tag(at_the_sentence: Typist) -> None:
    typist = at_the_sentence
    typist.press(KEY.Key_C)
    typist.press(KEY.Key_D)
    assert (typist.quotes(), set(typist.tags())) == (
        [NO_ONE, NO_ONE],
        {"Casualty figure", "Denial"},
    )


def test_a_citation_is_one_key(at_the_sentence: Typist) -> None:
    typist = at_the_sentence
    with typist.counting(1):
        typist.press(KEY.Key_C, CTRL | SHIFT)
    assert NO_ONE in QGuiApplication.clipboard().text()


def test_a_page_is_set_aside_with_a_reason_by_two_keys(at_the_sentence: Typist) -> None:
    typist = at_the_sentence
    document = typist.desk.panes.document()
    assert document is not None
    with typist.counting(2):
        typist.when_asked(OneLine, lambda: typist.press_in(OneLine, KEY.Key_2))
        typist.press(KEY.Key_Backspace, CTRL)
    found = typist.workspace.documents.get(document)
    assert found.review_status is ReviewStatus.SET_ASIDE
    assert found.set_aside_reason == "Same as another document"


def test_passages_are_gone_through_and_let_go(at_the_sentence: Typist, qtbot: QtBot) -> None:
    typist = at_the_sentence
    typist.press(KEY.Key_C)
    for _ in range(3):
        typist.press(KEY.Key_J)
    typist.press(KEY.Key_A)
    document = typist.desk.panes.document()
    assert document is not None
    first, second = (one.id for one in typist.workspace.passages.on(document))
    typist.press(KEY.Key_P, SHIFT)
    assert typist.desk.panes.chosen_passage() == first
    typist.press(KEY.Key_P)
    assert typist.desk.panes.chosen_passage() == second
    typist.press(KEY.Key_P)
    qtbot.waitUntil(lambda: "last passage" in typist.notice())
    assert typist.desk.panes.chosen_passage() == second
    typist.press(KEY.Key_Escape)
    assert typist.desk.panes.chosen_passage() is None


def test_the_same_document_beside_follows_every_edge_at_once(at_the_sentence: Typist) -> None:
    typist = at_the_sentence
    here = typist.desk.panes.document()
    assert here is not None
    typist.press(KEY.Key_C)
    typist.press(KEY.Key_F6)
    while typist.desk.panes.document() is None or typist.title() != ARMY:
        typist.press(KEY.Key_PageDown, CTRL)
    typist.press(KEY.Key_P)
    typist.press(KEY.Key_Left, ALT | SHIFT)
    typist.press(KEY.Key_Up, ALT | SHIFT)
    spans = []
    for pane in typist.view.panes.panes():
        (mark,) = pane.reader._view.scene.marks.all()
        spans.append(mark.span)
    (passage,) = typist.workspace.passages.on(here)
    assert passage.quote == "No one was killed in the operatio"
    assert spans == [passage.span, passage.span]


def test_with_words_selected_the_edge_keys_move_the_selection(at_the_sentence: Typist) -> None:
    typist = at_the_sentence
    typist.press(KEY.Key_C)
    steps = typist.steps()
    typist.press(KEY.Key_J, SHIFT)
    typist.press(KEY.Key_K, SHIFT)
    typist.press(KEY.Key_Left, ALT | SHIFT)
    assert typist.target() == "No one was killed in the operation"
    assert typist.steps() == steps
    typist.press(KEY.Key_Escape)
    assert typist.reader.selection() is None


def test_every_move_of_an_edge_is_one_step_and_undone_by_one_key(at_the_sentence: Typist) -> None:
    typist = at_the_sentence
    typist.press(KEY.Key_C)
    steps = typist.steps()
    for _ in range(3):
        typist.press(KEY.Key_Left, ALT | SHIFT)
    assert typist.steps() == steps + 3
    assert typist.quotes() == ["No one was killed in"]
    typist.press(KEY.Key_Z, CTRL)
    assert typist.quotes() == ["No one was killed in the"]


def test_what_touches_nothing_is_not_merged_and_that_is_said(
    at_the_sentence: Typist, qtbot: QtBot
) -> None:
    typist = at_the_sentence
    typist.press(KEY.Key_C)
    steps = typist.steps()
    typist.press(KEY.Key_M)
    qtbot.waitUntil(lambda: "touches this one" in typist.notice())
    assert typist.steps() == steps


def test_a_folder_of_two_hundred_is_opened_and_two_pages_read_by_three_keys(
    at_the_sample: Typist, tmp_path: Path, qtbot: QtBot
) -> None:
    typist = at_the_sample
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number:03}.txt").write_text(f"Report {number}: two were hurt.\n", "utf-8")
    typist.window.close_project()
    typist.window.create_project(tmp_path / "new.review", "Mirela Novak")
    typist.window.context.settings.remember_imported_from(folder)  # the day before
    with typist.counting(3):
        typist.when_asked(QFileDialog, lambda: typist.press_in(QFileDialog, KEY.Key_Return))
        typist.press(KEY.Key_I, CTRL | SHIFT)
        qtbot.waitUntil(lambda: typist.workspace.documents.count() == 200, timeout=30_000)
        qtbot.waitUntil(typist.is_at_rest, timeout=10_000)
        typist.press(KEY.Key_O, CTRL | SHIFT)
    left, right = typist.desk.panes.documents()
    titles = [typist.workspace.documents.get(one or 0).original_name for one in (left, right)]
    assert titles == ["000.txt", "001.txt"]
