"""A document is opened the first time where its own words begin."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from tests.builders import a_document, a_project
from tests.ui.at_the_desk import AtTheDesk, at_the_desk

MENU = "".join(f"Menu entry number {number}\n" for number in range(12))
WORDS = "Twelve people were hurt at the bridge, the spokesman said.\n" * 80


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with a_project(tmp_path, "page") as made:
        a_document(made, "Another one.")
        document = a_document(made, MENU + WORDS)
        made.documents.mark_furniture(document, Span(0, len(MENU)), wanted=True)
        path = made.path
    with at_the_desk(qtbot, path) as one:
        yield one


def test_the_menu_of_a_page_lies_above_what_is_in_sight(here: AtTheDesk) -> None:
    here.open_in_panes(here.workspace.documents.ids()[1])
    QTest.qWait(0)
    reader = here.view.panes.focused().reader
    assert len(MENU) - 30 < reader.place()[0] <= len(MENU)
    assert reader.caret() == len(MENU)


def test_a_folded_menu_stays_in_sight_as_one_line(here: AtTheDesk) -> None:
    here.view.panes.focused().fold_furniture(folded=True)
    here.open_in_panes(here.workspace.documents.ids()[1])
    QTest.qWait(0)
    reader = here.view.panes.focused().reader
    assert reader.place()[0] == 0
    assert reader.caret() == len(MENU)
