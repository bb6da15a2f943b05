"""The page of a PDF stands beside its text, follows it, and is there again the next day."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.domain.incoming import Incoming
from reviewer.domain.spans import Span
from reviewer.importers import take_bytes
from reviewer.ui.views.reading.page_view import PageView
from tests.builders import a_passage, import_incoming
from tests.importers.pdf_files import column, pdf
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk

PAGES = (
    column("The bridge was hit at night, they say, and two of them saw it\nwith their own eyes."),
    column("At least 25 people were hurt, the report says on its second page."),
)


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def a_pdf(here: AtTheDesk) -> int:
    found = next(iter(take_bytes(pdf(*PAGES), "report.pdf")))
    assert isinstance(found, Incoming)
    document = import_incoming(here.workspace, found)
    here.open_in_panes(document)
    return document


def run(here: AtTheDesk) -> None:
    here.window.commands.refresh()
    here.window.commands.action("pane.page").trigger()


def page(here: AtTheDesk) -> PageView:
    found = here.view.panes.focused().body.page()
    assert found is not None
    return found


def drawn(here: AtTheDesk) -> bool:
    return not page(here).sheet.picture().isNull()


def test_the_page_is_shown_with_its_passages(here: AtTheDesk, qtbot: QtBot) -> None:
    document = a_pdf(here)
    passage = a_passage(here.workspace, document, "hit at night")
    run(here)
    qtbot.waitUntil(lambda: drawn(here) and bool(page(here).sheet.passages()), timeout=30_000)
    (shown,) = page(here).sheet.passages()
    assert shown.id == passage
    page(here).passage_clicked.emit(passage)
    assert here.view.panes.chosen_passage() == passage


def test_it_follows_where_one_reads(here: AtTheDesk, qtbot: QtBot) -> None:
    document = a_pdf(here)
    run(here)
    qtbot.waitUntil(lambda: drawn(here), timeout=30_000)
    start = here.workspace.documents.text(document).index("At least 25")
    here.view.panes.focused().reader.set_caret(start)
    name = page(here).findChild(QLabel, "page_name")
    assert isinstance(name, QLabel)
    qtbot.waitUntil(lambda: name.text() == "Page 2 of 2")
    page(here).turned.emit(-1)
    assert name.text() == "Page 1 of 2"
    assert here.view.panes.focused().reader.caret() == 0


def test_a_text_without_pages_says_so(here: AtTheDesk, qtbot: QtBot) -> None:
    a_pdf(here)
    run(here)
    other = here.workspace.documents.ids()[0]
    here.view.panes.open_here(other, Span(0, 3))
    qtbot.waitUntil(lambda: "no pages" in page(here).said())


def test_it_is_put_away_by_the_same_command(here: AtTheDesk) -> None:
    a_pdf(here)
    run(here)
    assert here.view.panes.focused().body.page() is not None
    run(here)
    assert here.view.panes.focused().body.page() is None


def test_only_a_pdf_can_show_its_page(here: AtTheDesk) -> None:
    here.open_in_panes(here.workspace.documents.ids()[0])
    here.window.commands.refresh()
    assert not here.window.commands.action("pane.page").isEnabled()


def test_it_is_there_again_when_the_project_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    file = a_file(tmp_path)
    with at_the_desk(qtbot, file) as here:
        a_pdf(here)
        run(here)
    with at_the_desk(qtbot, file) as again:
        qtbot.waitUntil(lambda: again.view.panes.panes()[0].body.page() is not None)


def widths(here: AtTheDesk) -> list[int]:
    return here.view.panes.splitter().sizes()


def test_an_empty_pane_gives_its_room_to_a_page_and_has_it_again(
    here: AtTheDesk, qtbot: QtBot
) -> None:
    document = a_pdf(here)
    panes = here.view.panes
    panes.split(2)
    even = widths(here)
    assert abs(even[0] - even[1]) <= 1
    run(here)
    qtbot.waitUntil(lambda: widths(here)[1] < 100)
    given = widths(here)
    assert given[0] > 1.5 * even[0]
    panes.panes()[1].show_document(here.workspace.documents.ids()[0])
    qtbot.waitUntil(lambda: widths(here)[1] > 200)  # half, or what the page leaves
    panes.panes()[1].show_document(None)
    qtbot.waitUntil(lambda: widths(here)[1] < 100)
    panes.focus_document(document)
    run(here)
    qtbot.waitUntil(lambda: abs(widths(here)[0] - widths(here)[1]) <= 1)


def test_widths_chosen_by_hand_stay_while_a_page_is_shown(here: AtTheDesk, qtbot: QtBot) -> None:
    document = a_pdf(here)
    here.view.panes.split(2)
    run(here)
    qtbot.waitUntil(lambda: widths(here)[1] < 100)
    chosen = [sum(widths(here)) // 2] * 2
    here.view.panes.splitter().setSizes(chosen)
    chosen = widths(here)
    here.view.panes.open_here(document, Span(3, 9))
    here.view.panes.focus_moved.emit()
    QTest.qWait(0)
    assert widths(here) == chosen
