"""Answers a dialog that keeps its caller waiting."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

Shown = TypeVar("Shown", bound=QDialog)


def meanwhile(kind: type[Shown], answer: Callable[[Shown], object]) -> None:
    """Once a dialog of this kind is shown, do ``answer`` with it; it is closed in any case."""

    def now() -> None:
        dialog = next(
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, kind) and widget.isVisible()
        )
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, now)
