"""What the box offers: documents by name and by words, commands, and a sentence where it cannot."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.desk import PageName
from reviewer.ui.finding import MOST_OF_A_KIND, Search
from reviewer.ui.views.command_box import Offer
from tests.builders import a_document
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk, damage


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


@pytest.fixture
def search(here: AtTheDesk) -> Search:
    return Search(here.window.context, here.window.commands)


def titled(offers: list[Offer], words: str) -> Offer:
    return next(one for one in offers if words in one.title)


def test_a_document_is_found_by_its_title_and_opened_and_chosen(
    here: AtTheDesk, search: Search
) -> None:
    gate = here.workspace.documents.ids()[1]
    here.run("view.passages")
    titled(search.offers("harbour"), "The harbour gate").run()
    assert here.desk.pages.current() is PageName.READ
    assert here.desk.panes.document() == gate
    assert here.desk.documents.chosen() == [gate]


def test_a_command_is_found_by_any_part_of_its_title_with_its_key(search: Search) -> None:
    found = titled(search.offers("pane quiet") or search.offers("quiet"), "Quiet view")
    assert found.hint == "Q"


def test_what_cannot_be_done_now_is_not_offered(search: Search) -> None:
    assert not any(offer.title == "Redo" for offer in search.offers("redo"))


def test_documents_that_hold_the_words_come_last_and_say_so(search: Search) -> None:
    offers = search.offers("spokesman said")
    assert len(offers) == MOST_OF_A_KIND
    assert all(offer.hint == "holds “\u2068spokesman said\u2069”" for offer in offers)


def test_never_more_of_a_kind_than_can_be_looked_over(here: AtTheDesk, search: Search) -> None:
    for number in range(12):
        a_document(here.workspace, f"Bridge number {number}.", title=f"Bridge {number}")
    assert len(search.offers("bridge")) <= 3 * MOST_OF_A_KIND


def test_a_damaged_document_is_told_when_it_is_opened(here: AtTheDesk, search: Search) -> None:
    before = here.desk.panes.document()
    gate = here.workspace.documents.ids()[1]
    damage(here.workspace, gate)
    titled(search.offers("harbour"), "The harbour gate").run()
    assert len(here.prompts.told) == 1
    assert here.desk.panes.document() == before


def test_where_the_project_cannot_be_searched_the_reason_stands_among_the_offers(
    here: AtTheDesk, search: Search
) -> None:
    raw = here.workspace._project.connection.raw
    raw.execute("DROP TABLE search")
    offers = search.offers("read")
    assert offers[-1].icon == "warning"
    assert here.workspace.path.name in offers[-1].title
    assert any(offer.title == "Read" for offer in offers)
    offers[-1].run()
    assert here.prompts.told == []


def test_on_the_welcome_page_there_are_commands_only(here: AtTheDesk, search: Search) -> None:
    here.window.close_project()
    offers = search.offers("o")
    assert offers
    assert all(offer.icon != "document" for offer in offers)
