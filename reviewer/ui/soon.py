"""What is brought up to date once the paint is done that a person waits for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Soon(QObject):
    """Calls something once, however often it is asked to until then, when all is quiet again.

    That is two turns of the event loop later. In the first Qt paints what is due; one turn more,
    and whatever was posted while it painted has been heard too.
    """

    def __init__(self, call: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._call = call
        self._painted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Ask for the call; being asked for already it comes no later."""
        if not self._timer.isActive():
            self._painted = False
            self._timer.start(0)

    def _turn(self) -> None:
        if self._painted:
            self._call()
        else:
            self._painted = True
            self._timer.start(0)
