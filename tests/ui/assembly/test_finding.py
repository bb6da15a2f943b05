"""What the palette offers: everything that can be opened or done, and why not where it cannot."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.passages import PassageRow
from reviewer.domain.spans import Span
from reviewer.ui.assembly import finding
from reviewer.ui.assembly.finding import MOST_HOLDING, MOST_NAMED, Search, or_nothing
from reviewer.ui.desk import PageName
from reviewer.ui.models.palette import Entry, EntryKind, Row, Section
from tests.builders import a_document, a_tag
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk, damage


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


@pytest.fixture
def search(here: AtTheDesk) -> Search:
    return opened(here)


def opened(here: AtTheDesk) -> Search:
    search = Search(here.window.context, here.window.commands, here.window)
    begin(search)
    return search


def begin(search: Search) -> None:
    search.begin()
    while search.read_on():
        pass


def entries(rows: Sequence[Row], kind: EntryKind | None = None) -> list[Entry]:
    found = [row for row in rows if isinstance(row, Entry)]
    return [entry for entry in found if kind in (None, entry.kind)]


def titled(rows: Sequence[Row], words: str) -> Entry:
    return next(one for one in entries(rows) if words in one.title)


def test_a_document_is_found_by_its_title_and_opened_and_chosen(
    here: AtTheDesk, search: Search
) -> None:
    gate = here.workspace.documents.ids()[1]
    here.run("view.passages")
    titled(search.find("harbour"), "The harbour gate").run()
    assert here.desk.pages.current() is PageName.READ
    assert here.desk.panes.document() == gate
    assert here.desk.documents.chosen() == [gate]


def test_a_document_is_opened_beside_what_is_read(here: AtTheDesk, search: Search) -> None:
    first, gate = here.workspace.documents.ids()[:2]
    here.open_in_panes(first)
    beside = titled(search.find("hgate"), "The harbour gate").beside
    assert beside is not None
    beside()
    assert here.desk.panes.documents() == [first, gate]


def test_a_document_is_found_by_its_number(search: Search) -> None:
    assert entries(search.find("d3"), EntryKind.DOCUMENT)[0].title == "Night raids"


def test_a_command_is_found_by_its_letters_with_its_keys_and_its_menu(search: Search) -> None:
    found = titled(search.find("quiet"), "Quiet view")
    assert (found.keys, found.detail, found.why) == ("Q", "View", "")
    assert entries(search.find("fpf"))[0].title == "Fold page furniture"


def test_what_cannot_be_done_now_says_why_and_comes_after_what_can(here: AtTheDesk) -> None:
    here.open_in_panes(here.workspace.documents.ids()[0])
    search = opened(here)
    assert titled(search.find("redo"), "Redo").why
    commands = entries(search.find("pane"), EntryKind.COMMAND)
    swap = [entry.title for entry in commands].index("Swap panes")
    assert commands[swap].why
    assert swap > [entry.title for entry in commands].index("Two panes")


def test_on_the_welcome_page_a_project_is_asked_for(here: AtTheDesk) -> None:
    here.window.close_project()
    search = opened(here)
    assert entries(search.find("o"), EntryKind.DOCUMENT) == []
    assert entries(search.find("o"), EntryKind.TAG) == []
    assert titled(search.find("export"), "Export a table…").why == "Open a project first."


def test_a_tag_tags_the_words_chosen(here: AtTheDesk) -> None:
    here.open_in_panes(here.workspace.documents.ids()[0])
    here.view.give_keys_back()
    titled(opened(here).find("#den"), "Denial").run()
    assert [one.tag_name for one in passages(here)] == ["Denial"]


def test_the_row_of_a_tag_says_what_enter_tags(here: AtTheDesk) -> None:
    here.open_in_panes(here.workspace.documents.ids()[0])
    here.view.give_keys_back()
    assert entries(opened(here).find("#den"))[0].title == "Tag the sentence as Denial"
    here.view.panes.focused().reader.choose(Span(0, 6))
    found = titled(opened(here).find("denial"), "as Denial")
    assert found.title == "Tag the words chosen as Denial"


def test_where_no_words_are_in_sight_a_tag_is_shown_in_the_codebook(here: AtTheDesk) -> None:
    here.open_in_panes(here.workspace.documents.ids()[0])
    here.run("view.passages")
    found = titled(opened(here).find("#den"), "Denial")
    assert (found.title, found.detail) == ("Denial", "Show it in the codebook")
    found.run()
    part = here.desk.codebook
    assert part is not None
    assert part.is_shown()
    assert part.chosen() == a_tag(here.workspace, "Denial")
    assert passages(here) == []
    titled(opened(here).find("#all"), "Allegation").run()
    assert part.chosen() == a_tag(here.workspace, "Allegation")


def passages(here: AtTheDesk) -> list[PassageRow]:
    ids = here.workspace.passages.ids()
    return list(here.workspace.passages.listed(ids).values())


def test_a_setting_and_a_help_page_are_found_and_opened(here: AtTheDesk, search: Search) -> None:
    titled(search.find("letters in a line"), "Letters in a line").run()
    titled(entries(search.find("?getting"), EntryKind.HELP), "Getting started").run()
    assert here.prompts.asked[-2:] == [
        "settings:view.reading_column",
        "help:getting-started#Getting started",
    ]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        (">read", EntryKind.COMMAND),
        ("@ga", EntryKind.DOCUMENT),
        ("#a", EntryKind.TAG),
        ("?e", EntryKind.HELP),
        ("#", EntryKind.TAG),
        ("@", EntryKind.DOCUMENT),
    ],
)
def test_a_sign_before_the_words_leaves_one_kind(
    search: Search, typed: str, kind: EntryKind
) -> None:
    found = entries(search.find(typed))
    assert found
    assert {entry.kind for entry in found} == {kind}


def test_with_nothing_typed_what_was_taken_last_comes_first(here: AtTheDesk) -> None:
    search = opened(here)
    for words in ("Night raids", "Swap panes", "History"):
        search.remember(titled(search.find(words), words))
    begin(search)
    rows = search.find("")
    assert rows[0] == Section("Used last")
    assert [entry.title for entry in entries(rows)][:3] == [
        "History",
        "Swap panes",
        "Night raids",
    ]
    again = opened(here)
    assert entries(again.find(""))[0].title == "History"


def test_what_was_taken_before_comes_before_what_fits_as_well(here: AtTheDesk) -> None:
    search = opened(here)
    before = [entry.title for entry in entries(search.find("pane"), EntryKind.COMMAND)]
    search.remember(titled(search.find("four panes"), "Four panes"))
    begin(search)
    after = [entry.title for entry in entries(search.find("pane"), EntryKind.COMMAND)]
    assert before.index("Four panes") > after.index("Four panes") == 0


def test_documents_that_hold_the_words_stand_under_a_heading(search: Search) -> None:
    rows = search.holding("spokesman said")
    assert rows[0] == Section("Documents that hold “\u2068spokesman said\u2069”")
    assert len(entries(rows, EntryKind.HOLDING)) == MOST_HOLDING


def test_a_document_found_by_its_title_is_not_listed_twice(search: Search) -> None:
    named = {entry.identity for entry in entries(search.find("bridge"), EntryKind.DOCUMENT)}
    holding = {entry.identity for entry in entries(search.holding("bridge"))}
    assert named
    assert holding
    assert not named & holding


def test_never_more_of_a_kind_than_can_be_looked_over(here: AtTheDesk, search: Search) -> None:
    for number in range(40):
        a_document(here.workspace, f"Bridge number {number}.", title=f"Bridge {number}")
    begin(search)
    assert len(entries(search.find("bridge"), EntryKind.DOCUMENT)) == MOST_NAMED


def test_a_title_that_was_changed_is_found_by_its_new_words(
    here: AtTheDesk, search: Search
) -> None:
    here.workspace.documents.describe(here.workspace.documents.ids()[0], "title", "The weir")
    begin(search)
    assert titled(search.find("weir"), "The weir").title == "The weir"


def test_of_very_many_documents_the_project_is_asked(
    here: AtTheDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "MOST_KEPT", 2)
    search = opened(here)
    assert entries(search.find("harbour"), EntryKind.DOCUMENT) == []
    assert titled(search.holding("harbour"), "The harbour gate").kind is EntryKind.DOCUMENT


def test_a_damaged_document_is_told_when_it_is_opened(here: AtTheDesk, search: Search) -> None:
    before = here.desk.panes.document()
    damage(here.workspace, here.workspace.documents.ids()[1])
    titled(search.find("harbour"), "The harbour gate").run()
    assert len(here.prompts.told) == 1
    assert here.desk.panes.document() == before


def test_where_the_project_cannot_be_searched_the_reason_stands_among_the_rows(
    here: AtTheDesk, search: Search
) -> None:
    raw = here.workspace._project.connection.raw
    raw.execute("DROP TABLE search")
    (note,) = entries(search.holding("read"))
    assert note.icon == "warning"
    assert here.workspace.path.name in note.title
    note.run()
    assert here.prompts.told == []


def test_that_nothing_is_found_is_said_in_its_own_direction() -> None:
    (note,) = entries(or_nothing([], "zz"))
    assert note.title == "Nothing found for “\u2068zz\u2069”."
    assert or_nothing([], "") == []


def test_an_event_is_found_by_its_name_and_opens_in_its_place(here: AtTheDesk) -> None:
    event = here.workspace.events.add("Fire at the mill", place="Velpara")
    titled(opened(here).find("velpara"), "Fire at the mill").run()
    assert here.desk.pages.current() is PageName.EVENTS
    assert here.desk.events is not None
    assert here.desk.events.event_shown() == event
