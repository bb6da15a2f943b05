"""What comes soon comes once, and behind the paint."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.soon import Soon


class Page(QWidget):
    """Notes when it is painted, and when an event posted while it was painted is heard."""

    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        self._seen = seen

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        self._seen.append("painted")
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    @override
    @guard()
    def customEvent(self, event: QEvent) -> None:
        self._seen.append("heard")


def test_it_comes_when_all_is_painted_and_only_once(qtbot: QtBot) -> None:
    seen: list[str] = []
    page = Page(seen)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "heard" in seen)
    seen.clear()
    soon = Soon(lambda: seen.append("brought up to date"), page)
    page.update()
    for _ in range(3):
        soon.start()
    qtbot.waitUntil(lambda: "brought up to date" in seen)
    assert seen == ["painted", "heard", "brought up to date"]
    soon.start()
    qtbot.waitUntil(lambda: seen.count("brought up to date") == 2)
