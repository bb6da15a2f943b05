"""What lies over the window leaves the line of the caret in sight, wherever the caret goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.views.frame.caret_sight import caret_line
from reviewer.ui.views.frame.notice import Notice
from tests.builders import a_document, a_project
from tests.ui.at_the_desk import AtTheDesk, at_the_desk
from tests.ui.walking import stage

LINE = "Twelve people were hurt at the bridge, the spokesman said on the second day.\n"


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with a_project(tmp_path, "long") as made:
        a_document(made, LINE * 200)
        path = made.path
    with at_the_desk(qtbot, path) as one:
        one.open_in_panes(*one.workspace.documents.ids())
        yield one


def the_line(host: QWidget) -> QRect:
    found = caret_line(host)
    assert found is not None
    return found


def test_a_notice_stands_beside_the_line_of_the_caret_wherever_it_goes(
    here: AtTheDesk, qtbot: QtBot
) -> None:
    notice = Dialogs(here.window, here.window.context.settings, native=False).notice
    notice.error("The tag could not be taken off.")
    text = QApplication.focusWidget()
    assert text is not None
    at_foot = notice.geometry()
    met = False
    for _ in range(60):
        QTest.keyClick(text, Qt.Key.Key_Down)
        met = met or at_foot.intersects(the_line(here.window))
        qtbot.waitUntil(lambda: not notice.geometry().intersects(the_line(here.window)))
        assert here.window.rect().contains(notice.geometry())
    assert met  # else it never had to go out of the way


def test_where_there_is_no_room_above_it_stands_below(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(500, 200)
    field = QPlainTextEdit(host)
    field.setAccessibleName("field")
    field.resize(500, 30)
    notice = Notice(host, lift=150)
    stage(qtbot, host)
    host.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    notice.tell("Saved")
    assert notice.isVisible()
    assert [label.text() for label in notice.findChildren(QLabel) if label.text()] == ["Saved"]
    assert not notice.geometry().intersects(the_line(host))
    assert notice.y() > the_line(host).bottom()


def test_a_caret_that_is_out_of_sight_or_nowhere_has_no_line(here: AtTheDesk) -> None:
    pane = here.view.panes.focused()
    assert caret_line(here.window) is not None
    pane.scroll_bar().setValue(pane.scroll_bar().maximum())
    assert caret_line(here.window) is None
    here.view.documents.list.setFocus()
    assert caret_line(here.window) is None
