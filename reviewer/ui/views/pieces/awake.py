"""A model reads the project only while somebody looks at what shows it."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer.ui.guard import guard


class Sleeper(Protocol):
    """A model that reads nothing while it is not awake."""

    def set_awake(self, *, awake: bool) -> None:
        """Say whether anybody looks."""
        ...


class AwakeInSight(QObject):
    """Wakes a model when a widget is shown, and lets it sleep when it is hidden."""

    def __init__(self, shown: QWidget, model: Sleeper) -> None:
        super().__init__(shown)
        self._model = model
        shown.installEventFilter(self)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._model.set_awake(awake=event.type() == QEvent.Type.Show)
        return False
