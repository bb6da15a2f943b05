"""A button in a narrow panel shows as many of its words as there is room for."""

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.theme.icons import icon
from reviewer.ui.views.pieces.elided_button import ElidedButton
from tests.ui.walking import stage

WORDS = "Add a note on the document (Shift+N)"


@pytest.fixture
def button(qtbot: QtBot) -> ElidedButton:
    button = ElidedButton(WORDS)
    button.setIcon(icon("add"))
    stage(qtbot, button)
    return button


def test_it_shows_all_its_words_where_there_is_room(button: ElidedButton) -> None:
    button.resize(button.sizeHint())
    assert button.shown() == WORDS


def test_it_asks_for_less_than_its_words_and_shortens_them(button: ElidedButton) -> None:
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    button.resize(160, button.sizeHint().height())
    assert button.shown().endswith("…")
    assert WORDS.startswith(button.shown().removesuffix("…"))
    assert button.text() == WORDS


def test_the_words_that_are_shown_are_painted(button: ElidedButton) -> None:
    button.resize(160, button.sizeHint().height())
    shortened = button.grab().toImage()
    button.setText("")
    assert button.grab().toImage() != shortened
