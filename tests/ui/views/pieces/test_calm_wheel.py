"""The wheel scrolls past a field, and turns it only while the field has the keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from reviewer.ui.views.pieces.calm_wheel import CalmWheel


@pytest.fixture
def field(qtbot: QtBot) -> QSpinBox:
    field = QSpinBox()
    qtbot.addWidget(field)
    field.setValue(5)
    field.show()
    field.activateWindow()
    CalmWheel(field)
    return field


def turn(field: QSpinBox) -> bool:
    """Turn the wheel over a field; says whether the field made use of it."""
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own order of arguments
    )
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_without_the_keys_it_is_left_to_what_lies_around(field: QSpinBox) -> None:
    field.clearFocus()
    assert not turn(field)
    assert field.value() == 5


def test_with_the_keys_it_turns_the_field(field: QSpinBox) -> None:
    field.setFocus()
    assert turn(field)
    assert field.value() == 4
