"""The palette: it opens over the window, is filtered as one types, and gives the keys back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import ReviewStatus
from reviewer.environment.settings import THEME
from reviewer.ui.models.palette import Entry, EntryKind, Section
from reviewer.ui.views.finding.palette import PAGE, Palette
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


@pytest.fixture
def palette(here: AtTheDesk, qtbot: QtBot) -> Palette:
    return opened(here, qtbot)


def opened(here: AtTheDesk, qtbot: QtBot) -> Palette:
    here.view.give_keys_back()
    here.window.commands.action("view.search").trigger()
    card = here.window.palette_card
    qtbot.waitUntil(lambda: not card._reading.isActive())
    return card


def titles(palette: Palette) -> list[str]:
    return [row.title for row in palette._model.rows() if isinstance(row, Entry)]


def press(palette: Palette, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(palette.field, key, modifiers or Qt.KeyboardModifier.NoModifier)


def test_it_narrows_as_one_types_and_marks_the_letters(palette: Palette) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(palette._model, fatal, palette._model)
    QTest.keyClicks(palette.field, "harb")
    assert titles(palette)[0] == "The harbour gate"
    index = palette._model.index(0)
    assert index.data(Qt.ItemDataRole.UserRole + 1) == [4, 5, 6, 7]
    assert str(index.data()).startswith("The harbour gate, Document, ")


def test_enter_opens_a_document_and_control_enter_opens_it_beside(
    here: AtTheDesk, palette: Palette, qtbot: QtBot
) -> None:
    first, gate, raids = here.workspace.documents.ids()[:3]
    here.open_in_panes(first)
    palette.leave()
    palette = opened(here, qtbot)
    QTest.keyClicks(palette.field, "harbour")
    press(palette, Qt.Key.Key_Return)
    assert palette.isHidden()
    assert here.desk.panes.documents() == [gate]
    palette = opened(here, qtbot)
    QTest.keyClicks(palette.field, "raids")
    press(palette, Qt.Key.Key_Return, CONTROL)
    assert here.desk.panes.documents() == [gate, raids]
    assert here.workspace.documents.counts_by_status()[ReviewStatus.DONE] == 0


def test_enter_before_the_titles_are_read_still_opens_the_document(here: AtTheDesk) -> None:
    here.view.give_keys_back()
    here.window.commands.action("view.search").trigger()
    palette = here.window.palette_card
    assert palette._reading.isActive()
    palette.field.setText("@harbour")
    press(palette, Qt.Key.Key_Return)
    assert here.desk.panes.document() == here.workspace.documents.ids()[1]


def test_a_command_runs_with_the_keys_where_they_were(here: AtTheDesk, palette: Palette) -> None:
    QTest.keyClicks(palette.field, "quiet")
    press(palette, Qt.Key.Key_Return)
    assert here.desk.panes.is_quiet()
    assert here.keys_are_in(here.view.panes.focused())


def test_what_cannot_be_done_stays_open_and_does_nothing(here: AtTheDesk, palette: Palette) -> None:
    QTest.keyClicks(palette.field, ">redo")
    chosen = palette.chosen()
    assert chosen is not None
    assert chosen.why
    assert chosen.why in str(palette.list.currentIndex().data())
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert here.prompts.told == []


def test_arrow_keys_pass_over_headings_and_come_round(palette: Palette) -> None:
    rows = palette._model.rows()
    assert isinstance(rows[0], Section)
    assert palette.list.currentIndex().row() == 1
    press(palette, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(rows) - 1
    press(palette, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    press(palette, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() == 1 + PAGE
    press(palette, Qt.Key.Key_PageUp)
    press(palette, Qt.Key.Key_PageUp)
    assert palette.list.currentIndex().row() == 1


def test_what_documents_hold_comes_below_a_moment_later(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "spokesman said")
    qtbot.waitUntil(lambda: not palette._soon.isActive())
    rows = palette._model.rows()
    assert any(isinstance(row, Section) and "spokesman" in row.title for row in rows)
    assert isinstance(rows[-1], Entry)
    assert rows[-1].kind is EntryKind.HOLDING
    chosen = palette.chosen()
    assert chosen is not None


def test_that_nothing_fits_is_said(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "zzqx")
    qtbot.waitUntil(lambda: not palette._soon.isActive())
    assert titles(palette) == ["Nothing found for “\u2068zzqx\u2069”."]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_K])
def test_escape_and_its_own_keys_leave_it(here: AtTheDesk, palette: Palette, key: Qt.Key) -> None:
    press(palette, key, CONTROL if key == Qt.Key.Key_K else None)
    assert palette.isHidden()
    assert here.keys_are_in(here.view.panes.focused())


def test_a_click_beside_the_card_leaves_it_and_one_on_a_row_takes_it(
    here: AtTheDesk, palette: Palette, qtbot: QtBot
) -> None:
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, palette.height() - 5))
    assert palette.isHidden()
    palette = opened(here, qtbot)
    QTest.keyClicks(palette.field, "raids")
    where = palette.list.visualRect(palette._model.index(0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert here.desk.panes.document() == here.workspace.documents.ids()[2]


def test_the_windows_shortcuts_rest_while_it_is_open(here: AtTheDesk, palette: Palette) -> None:
    press(palette, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert palette.isVisible()
    assert here.desk.pages.current().value == "read"


@pytest.mark.parametrize("size", [(1_440, 900), (720, 480)])
def test_it_stands_inside_the_window_whatever_its_size(
    here: AtTheDesk, palette: Palette, size: tuple[int, int], qtbot: QtBot
) -> None:
    here.window.resize(*size)
    qtbot.waitUntil(lambda: palette.width() == here.window.width())
    card = palette.card.geometry()
    assert here.window.rect().contains(card)
    assert here.window.rect().contains(palette._inner.geometry())


def test_it_opens_without_a_project_too(here: AtTheDesk) -> None:
    here.window.close_project()
    here.window.commands.action("view.search").trigger()
    palette = here.window.palette_card
    QTest.keyClicks(palette.field, ">dark")
    press(palette, Qt.Key.Key_Return)
    assert here.window.context.settings.text(THEME) == "dark"
    assert palette.isHidden()
