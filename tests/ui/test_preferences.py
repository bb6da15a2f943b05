"""Settings take hold at once, and what is new is said once after an update."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer import __version__
from reviewer.environment.settings import (
    ANALYST_NAME,
    READING_SIZE,
    SEEN_VERSION,
    TELL_NEWS,
    THEME,
    WINDOW_SIZE,
)
from reviewer.ui.preferences import dress
from reviewer.ui.theme import fonts
from reviewer.ui.theme.themes import DARK, LIGHT
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    before = QApplication.font()
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one
    QApplication.setFont(before)


def test_a_theme_that_is_set_is_put_on(here: AtTheDesk) -> None:
    settings = here.window.context.settings
    for name, theme in (("dark", DARK), ("light", LIGHT)):
        settings.set(THEME, name)
        assert QApplication.palette().base().color() == theme.page


def test_the_size_of_the_windows_words_is_put_on_apart_from_that_of_documents(
    here: AtTheDesk,
) -> None:
    settings = here.window.context.settings
    settings.set(WINDOW_SIZE, 18.0)
    assert QApplication.font() == fonts.interface_font(24)
    assert settings.is_default(READING_SIZE)
    settings.reset(WINDOW_SIZE)
    assert QApplication.font() == fonts.interface_font()


def test_the_very_first_look_has_the_size_that_is_set(here: AtTheDesk) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = here.window.context.settings
    application.setProperty("reviewer-desktop-base", None)
    settings.set(WINDOW_SIZE, 18.0)
    dress(application, settings, LIGHT)
    assert QApplication.font() == fonts.interface_font(24)


@pytest.mark.parametrize(("turn", "size"), [(120, 14.0), (-120, 12.0)])
def test_the_wheel_with_control_changes_the_size_of_documents_only(
    here: AtTheDesk, turn: int, size: float
) -> None:
    here.open_in_panes(here.workspace.documents.ids()[0])
    for modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        place = QPointF(here.window.rect().center())
        event = QWheelEvent(
            place,
            QPointF(here.window.mapToGlobal(place.toPoint())),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - as Qt has it
        )
        # Where no part of the window wants it; Qt hands on only what a mouse has sent.
        QApplication.sendEvent(here.window, event)
    assert here.window.context.settings.number(READING_SIZE) == size


def test_who_draws_by_a_setting_is_told_which_changed(here: AtTheDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(here.window.preferences.settings_changed) as told:
        here.window.context.settings.set(READING_SIZE, 20.0)
    assert told.args == [frozenset({READING_SIZE.key})]


def test_a_changed_name_stands_with_the_work_from_then_on(here: AtTheDesk) -> None:
    here.window.context.settings.set(ANALYST_NAME, "Adeel Sarmuz")
    tag = here.workspace.tags.add("Warrant")
    assert tag
    assert here.workspace.history.listed(here.workspace.history.ids()[:1])[0].analyst_name == (
        "Adeel Sarmuz"
    )


@pytest.mark.parametrize(
    ("seen", "wanted", "told"),
    [("", True, 0), (__version__, True, 0), ("0.0.1", True, 1), ("0.0.1", False, 0)],
)
def test_what_is_new_is_said_once_and_never_to_a_newcomer(
    here: AtTheDesk, seen: str, told: int, *, wanted: bool
) -> None:
    settings = here.window.context.settings
    settings.set(SEEN_VERSION, seen)
    settings.set(TELL_NEWS, wanted)
    before = len(here.prompts.informed)
    here.window.preferences.tell_news()
    here.window.preferences.tell_news()
    assert len(here.prompts.informed) - before == told
    assert settings.text(SEEN_VERSION) == __version__
