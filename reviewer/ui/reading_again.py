"""What is shown is read again when the project has changed, but only while somebody looks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer.domain.steps import News
from reviewer.ui.bridge import Bridge
from reviewer.ui.guard import guard
from reviewer.ui.soon import Soon


class ReadingAgain(QObject):
    """Lets a widget read what it shows: soon after a change in sight, else when it is shown.

    ``tables`` are those it shows something of; news of others does not concern it. Without them
    every change does.
    """

    def __init__(
        self,
        shown: QWidget,
        bridge: Bridge,
        read: Callable[[], object],
        tables: frozenset[str] | None = None,
    ) -> None:
        super().__init__(shown)
        self._shown = shown
        self._read = read
        self._tables = tables
        self._is_stale = True
        self._soon = Soon(self.read, self)
        shown.installEventFilter(self)
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self.forget)

    def read(self) -> None:
        """Read now, whether anything has changed or not."""
        self._is_stale = False
        self._read()

    def catch_up(self) -> None:
        """Read now what has changed since it was read."""
        if self._is_stale:
            self.read()

    def forget(self) -> None:
        """Take what was read for stale."""
        self._is_stale = True
        if self._shown.isVisible():
            self._soon.start()

    def _follow(self, news: News) -> None:
        if self._tables is None or self._tables & news.tables:
            self.forget()

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.catch_up()
        return False
