"""The first lines of a file: those by which it can be judged, page furniture dimmed."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.incoming import Furniture, FurnitureKind
from reviewer.domain.spans import Span
from reviewer.ui.views.importing.first_lines import LETTERS, LINES, FirstLines, excerpt, pieces
from tests.builders import an_incoming


def shown(text: str) -> str:
    start, end = excerpt(text)
    return text[start:end]


def test_the_excerpt_is_the_beginning_where_that_shows_enough() -> None:
    assert shown("Café\nwords") == "Café\nwords"
    assert shown("plain\nwords") == "plain\nwords"
    assert shown("é\n" * 500).count("\n") == LINES - 1


def test_the_excerpt_goes_to_the_first_letter_that_an_encoding_can_spoil() -> None:
    text = "plain words\n" * 2_000 + "Café\n" + "more\n" * 2_000
    assert "Café" in shown(text)
    assert "�" in shown("é" + "plain words\n" * 2_000 + "a � place")


@pytest.mark.parametrize("text", ["x" * 50_000, "é" + "x" * 50_000, "x" * 50_000 + "é"])
def test_a_line_without_an_end_is_cut(text: str) -> None:
    assert 0 < len(shown(text)) <= LETTERS + 1


def test_furniture_is_told_from_what_the_source_says(qtbot: QtBot) -> None:
    menu = Furniture(Span(0, 4), FurnitureKind.NAVIGATION)
    inside = Furniture(Span(2, 4), FurnitureKind.NAVIGATION)
    foot = Furniture(Span(10, 14), FurnitureKind.FOOTER)
    incoming = replace(an_incoming("Menu\nsaid\nFoot"), furniture=(foot, inside, menu))
    assert list(pieces(incoming, 0, 14)) == [
        ("Menu", True),
        ("\nsaid\n", False),
        ("Foot", True),
    ]
    assert list(pieces(incoming, 5, 9)) == [("said", False)]
    view = FirstLines()
    qtbot.addWidget(view)
    view.show_text(incoming)
    assert view.toPlainText() == "Menu\nsaid\nFoot"
