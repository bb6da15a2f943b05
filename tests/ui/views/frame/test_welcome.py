"""The welcome page offers three ways to begin, and the projects opened last."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import Settings
from reviewer.ui.views.frame.welcome import BigButton, DropVeil, WelcomePage, dropped_paths
from tests.ui.walking import controls, nameless, spoken, stage


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def page(qtbot: QtBot, settings: Settings) -> WelcomePage:
    page = WelcomePage(settings)
    page.resize(1200, 800)
    stage(qtbot, page)
    return page


def recents(page: WelcomePage, settings: Settings, *paths: Path) -> None:
    for path in reversed(paths):
        settings.remember(path)
    page.refresh()
    QApplication.processEvents()


def dragged(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(urls)
    return data


def drop(page: WelcomePage, data: QMimeData) -> QDropEvent:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    event = QDropEvent(QPointF(9, 9), copy, data, left, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    if enter.isAccepted():
        QApplication.sendEvent(page, event)
    return event


def test_each_way_to_begin_is_told(page: WelcomePage, qtbot: QtBot) -> None:
    wanted = (page.new_wanted, page.open_wanted, page.sample_wanted, page.practice_wanted)
    for button, signal in zip(page.findChildren(BigButton), wanted, strict=True):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(signal):
            qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_button_says_its_key_to_those_who_cannot_see_it(page: WelcomePage) -> None:
    new, _open, sample, _practice = page.findChildren(BigButton)
    assert "Ctrl+N" in new.accessibleDescription()
    assert sample.accessibleDescription()


def test_without_recent_projects_no_empty_list_is_shown(page: WelcomePage) -> None:
    assert page.rows() == []
    assert not [button for button in page.findChildren(QPushButton) if spoken(button) == ""]
    assert all("recent" not in spoken(control) for control in controls(page))


def test_recent_projects_are_listed_newest_first_and_opened(
    page: WelcomePage, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / "زرویل پل.review", tmp_path / "gone.review", tmp_path / "c.review"]
    for path in (paths[0], paths[2]):
        path.touch()
    recents(page, settings, *paths)
    assert [(row.path, row.found) for row in page.rows()] == list(
        zip(paths, (True, False, True), strict=True)
    )
    with qtbot.waitSignal(page.recent_wanted) as signal:
        qtbot.mouseClick(page.rows()[0].button, Qt.MouseButton.LeftButton)
    assert signal.args == [paths[0]]


def test_a_missing_project_is_removed_alone(
    page: WelcomePage, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{name}.review" for name in "abc"]
    recents(page, settings, *paths)
    qtbot.mouseClick(page.rows()[1].remove, Qt.MouseButton.LeftButton)
    assert [row.path for row in page.rows()] == [paths[0], paths[2]]
    assert Settings().recent() == [paths[0], paths[2]]


def test_the_list_can_be_cleared(
    page: WelcomePage, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    recents(page, settings, tmp_path / "a.review", tmp_path / "b.review")
    (clear,) = [button for button in controls(page) if spoken(button).startswith("Clear")]
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert page.rows() == []
    assert Settings().recent() == []
    assert not clear.isVisible()


def test_dropped_files_are_told_after_the_drop_is_over(page: WelcomePage, qtbot: QtBot) -> None:
    data = dragged(QUrl.fromLocalFile("/x/folder"), QUrl.fromLocalFile("/x/زرویل.review"))
    with qtbot.waitSignal(page.files_dropped) as signal:
        event = drop(page, data)
        assert event.isAccepted()
        assert not signal.signal_triggered
    assert signal.args == [[Path("/x/folder"), Path("/x/زرویل.review")]]


def test_addresses_elsewhere_are_not_taken(page: WelcomePage, qtbot: QtBot) -> None:
    data = dragged(QUrl("https://example.org/a.txt"))
    assert dropped_paths(data) == []
    with qtbot.assertNotEmitted(page.files_dropped):
        assert not drop(page, data).isAccepted()


def test_a_line_around_the_page_says_that_it_takes_what_hangs_over_it(page: WelcomePage) -> None:
    (veil,) = page.findChildren(DropVeil)
    data = dragged(QUrl.fromLocalFile("/x"))
    enter = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page, enter)
    assert veil.isVisible()
    page.resize(700, 500)
    QApplication.processEvents()
    assert veil.geometry() == page.rect()
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not veil.isVisible()


def test_where_there_is_little_room_the_list_stands_under_the_buttons(
    page: WelcomePage, settings: Settings, tmp_path: Path
) -> None:
    recents(page, settings, tmp_path / "a.review")
    new, row = page.findChildren(BigButton)[0], page.rows()[0]
    assert row.mapTo(page, QPoint(0, 0)).x() > new.mapTo(page, QPoint(0, 0)).x()
    page.resize(600, 800)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QApplication.processEvents()
    assert row.mapTo(page, QPoint(0, 0)).x() == new.mapTo(page, QPoint(0, 0)).x()


def test_everything_is_reached_by_tab_and_says_what_it_is(
    page: WelcomePage, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "a.review").touch()
    recents(page, settings, tmp_path / "a.review", tmp_path / "gone.review")
    assert nameless(page) == []
    names = [spoken(control) for control in controls(page)]
    assert names[0].startswith("New project")
    assert len(names) == 4 + 1 + 1 + 1
