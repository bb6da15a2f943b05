"""Menus stand in an order one can expect."""

from pathlib import Path

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import Settings
from reviewer.ui.views.frame.recent_menu import RecentMenu
from tests.ui.at_the_desk import a_file, at_the_desk


def test_the_project_menu_goes_from_opening_to_closing(qtbot: QtBot, tmp_path: Path) -> None:
    with at_the_desk(qtbot, a_file(tmp_path)) as here:
        menu = here.window.menuBar().actions()[0].menu()
        assert isinstance(menu, QMenu)
        groups: list[list[str]] = [[]]
        for action in menu.actions():
            if action.isSeparator():
                groups.append([])
            else:
                groups[-1].append(action.objectName() or action.text())
        first = [group[0] for group in groups]
        assert first == [
            *("project.new", "project.import", "project.export", "project.report"),
            *("project.originals", "project.show_written", "help.verify", "project.close"),
        ]
        assert groups[0][:3] == ["project.new", "project.open", "Open recent"]
        assert groups[-1] == ["project.close", "project.quit"]


def test_projects_opened_before_are_opened_from_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings()
    wanted: list[Path] = []
    menu = RecentMenu(settings)
    qtbot.addWidget(menu)
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    for name in ("Earlier", "This & that"):
        settings.remember(tmp_path / f"{name}.review")
    menu.wanted.connect(wanted.append)
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["This && that", "Earlier"]
    menu.actions()[1].trigger()
    assert wanted == [tmp_path / "Earlier.review"]
