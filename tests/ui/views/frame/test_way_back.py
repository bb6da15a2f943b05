"""Back goes where one was before each jump; and every document is where one left it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.domain.steps import Place
from reviewer.ui.desk import PageName
from reviewer.ui.views.reading.pane_place import first_words_at
from tests.builders import a_document, a_passage, a_project
from tests.ui.at_the_desk import AtTheDesk, at_the_desk

LINE = "Twelve people were hurt at the bridge, the spokesman said on the second day.\n"
FAR = Span(150 * len(LINE), 150 * len(LINE) + 13)


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with a_project(tmp_path, "long") as made:
        for number in range(3):
            a_document(made, LINE * 200 + f"The end of number {number}.")
        path = made.path
    with at_the_desk(qtbot, path) as one:
        one.open_in_panes(one.workspace.documents.ids()[0])
        QTest.qWait(0)
        yield one


def read_at(here: AtTheDesk, line: int) -> tuple[int, float]:
    """Go on reading at a line, with the caret there."""
    reader = here.view.panes.focused().reader
    reader.set_caret(line * len(LINE) + 7)
    reader.restore_place((line * len(LINE), 0.5))
    QTest.qWait(0)
    return reader.place()


def place(here: AtTheDesk) -> tuple[int, float]:
    return here.view.panes.focused().reader.place()


def test_coming_back_to_a_document_is_coming_back_to_ones_place(here: AtTheDesk) -> None:
    first, second = here.workspace.documents.ids()[:2]
    was = read_at(here, 60)
    here.desk.panes.open_here(second)
    assert place(here)[0] == 0
    here.desk.panes.open_here(first)
    assert place(here) == was
    assert here.view.panes.focused().reader.caret() == 60 * len(LINE) + 7


def test_the_place_is_there_after_closing_the_pane_and_after_a_restart(here: AtTheDesk) -> None:
    first, second, third = here.workspace.documents.ids()
    was = read_at(here, 60)
    here.desk.panes.open_beside(second)
    also = read_at(here, 90)
    here.desk.panes.close_pane()
    here.desk.panes.open_here(third)
    here.open_again()
    assert here.desk.panes.document() == third
    here.desk.panes.open_here(second)
    assert place(here) == also
    here.desk.panes.open_here(first)
    assert place(here) == was


def test_back_after_a_jump_to_a_passage(here: AtTheDesk) -> None:
    first, second = here.workspace.documents.ids()[:2]
    passage = a_passage(here.workspace, second, "number 1")
    was = read_at(here, 60)
    here.view.show_passage(passage)
    assert here.desk.panes.document() == second
    QTest.qWait(0)
    here.run("view.back")
    assert here.desk.panes.document() == first
    assert place(here) == was


def test_back_after_a_jump_within_the_document(here: AtTheDesk) -> None:
    first = here.workspace.documents.ids()[0]
    was = read_at(here, 20)
    here.view.show_place(Place(first, FAR))
    assert place(here) != was
    QTest.qWait(0)
    here.run("view.back")
    assert place(here) == was


def test_back_from_a_row_of_the_table_is_the_table(here: AtTheDesk) -> None:
    first, second = here.workspace.documents.ids()[:2]
    passage = a_passage(here.workspace, second, "number 1")
    was = read_at(here, 60)
    here.run("view.passages")
    QTest.qWait(0)
    here.view.passages.show_wanted.emit(passage)
    QTest.qWait(0)
    assert here.desk.pages.current() is PageName.READ
    here.run("view.back")
    assert here.desk.pages.current() is PageName.PASSAGES
    assert here.desk.panes.document() == first
    here.run("view.back")
    assert here.desk.pages.current() is PageName.READ
    assert place(here) == was


def test_back_goes_through_all_jumps_and_then_stays(here: AtTheDesk) -> None:
    first, second, third = here.workspace.documents.ids()
    for document in (second, third):
        here.desk.panes.open_here(document)
        QTest.qWait(0)
    seen = []
    for _turn in range(4):
        here.run("view.back")
        seen.append(here.desk.panes.document())
    assert seen == [second, first, first, first]


def test_back_passes_over_a_document_that_was_removed(here: AtTheDesk) -> None:
    first, second, third = here.workspace.documents.ids()
    for document in (second, third):
        here.desk.panes.open_here(document)
        QTest.qWait(0)
    here.workspace.documents.remove([second])
    here.run("view.back")
    assert here.desk.panes.document() == first


def test_the_caret_begins_behind_the_menu() -> None:
    text = "Home  News  \n\nTwelve people"
    assert first_words_at(text, [Span(0, 12)]) == text.index("Twelve")
    assert first_words_at(text, []) == 0
    assert first_words_at("  ", []) == 2
    assert first_words_at(text, [Span(12, 14)]) == 0
