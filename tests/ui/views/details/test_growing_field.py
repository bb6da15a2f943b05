"""A field of plain words is as high as what is in it, and as what says what it is for."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from reviewer.ui.views.details.growing_field import Growing
from tests.ui.walking import stage

HINT = "Your own words; not part of the source, and never printed as if they were."


@pytest.fixture
def field(qtbot: QtBot) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setAccessibleName("Note")
    field.setPlaceholderText(HINT)
    Growing(field)
    field.resize(160, 20)
    stage(qtbot, field)
    return field


def lines(field: QPlainTextEdit) -> float:
    return field.viewport().height() / field.fontMetrics().lineSpacing()


def test_what_an_empty_field_is_for_can_be_read_to_its_end(
    field: QPlainTextEdit, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: lines(field) >= 3)
    field.setPlainText("Brief.")
    qtbot.waitUntil(lambda: lines(field) < 2)
    field.clear()
    qtbot.waitUntil(lambda: lines(field) >= 3)


def test_it_grows_with_its_words(field: QPlainTextEdit, qtbot: QtBot) -> None:
    field.setPlainText("word\n" * 6)
    qtbot.waitUntil(lambda: lines(field) >= 6)
