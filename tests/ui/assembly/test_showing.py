"""Only some passages are shown in the text: it is said, counted, remembered, and cleared."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import DocumentFilter, ReviewStatus
from reviewer.domain.snapshot import PassageFilter
from reviewer.ui.assembly.showing import Showing
from reviewer.ui.models.shown import EVERYTHING, Shown
from reviewer.ui.views.passages.tag_chips import ChipButton
from tests.builders import a_passage, a_tag
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk
from tests.ui.walking import nameless


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        first, second = one.workspace.documents.ids()[:2]
        for document in (first, second):
            a_passage(one.workspace, document, "Twelve people were hurt", "Allegation")
            a_passage(one.workspace, document, "Nobody was killed", "Denial")
        one.open_in_panes(first, second)
        yield one


def showing(here: AtTheDesk) -> Showing:
    assert here.window.session is not None
    return here.window.session.showing


def only(here: AtTheDesk, name: str) -> None:
    showing(here).use(Shown(frozenset({a_tag(here.workspace, name)})))


def seen(here: AtTheDesk, pane: int = 0) -> list[str]:
    """Return the tags of the passages that a pane shows."""
    reader = here.view.panes.panes()[pane].reader
    return sorted(mark.tag for mark in reader._view.scene.marks.all())


def left_out(here: AtTheDesk) -> str:
    label = here.view.shown.findChild(QLabel, "left_out")
    assert isinstance(label, QLabel)
    return label.text()


def passage_of(here: AtTheDesk, tag: str, document: int) -> int:
    wanted = PassageFilter(documents=(document,), tags=(a_tag(here.workspace, tag),))
    (passage,) = here.workspace.passages.ids(wanted)
    return passage


def test_the_text_shows_the_passages_of_the_tags_that_are_chosen(here: AtTheDesk) -> None:
    only(here, "Denial")
    assert seen(here, 0) == seen(here, 1) == ["Denial"]
    assert not here.view.shown.isHidden()
    assert [chip.words for chip in here.view.shown.chips()] == ["\u2068Denial\u2069"]
    showing(here).clear()
    assert seen(here) == ["Allegation", "Denial"]
    assert here.view.shown.isHidden()


def test_what_is_left_out_is_counted_once_for_each_passage(here: AtTheDesk) -> None:
    only(here, "Denial")
    assert left_out(here) == "2 hidden"
    first = here.workspace.documents.ids()[0]
    here.view.panes.panes()[1].show_document(first)
    showing(here)._count()
    assert left_out(here) == "1 hidden"
    assert "1 of 2 passages shown" in here.view.panes.focused().header._about.text()


def test_the_passages_of_a_person_are_shown(here: AtTheDesk) -> None:
    (mirela, *_others) = [one for one in here.workspace.analysts() if one.name.startswith("Mirela")]
    showing(here).use(Shown(analysts=frozenset({mirela.id})))
    assert [chip.words for chip in here.view.shown.chips()] == ["by \u2068Mirela Novak\u2069"]
    assert showing(here).sentence() == "Only: by \u2068Mirela Novak\u2069"


def test_pressing_a_chip_takes_its_part_of_the_filter_off(here: AtTheDesk) -> None:
    tags = frozenset({a_tag(here.workspace, "Denial"), a_tag(here.workspace, "Allegation")})
    showing(here).use(Shown(tags))
    buttons = [one for one in here.view.shown.findChildren(ChipButton) if not one.isHidden()]
    assert nameless(here.view.shown) == []
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    assert len(here.view.panes.shown().tags) == 1
    here.view.shown._clear()
    assert here.view.panes.shown() == EVERYTHING


def test_the_sheet_is_opened_by_its_key_and_ticked_by_keys(here: AtTheDesk, qtbot: QtBot) -> None:
    text = here.view.panes.focused().reader.focusProxy()
    assert text is not None
    QTest.keyClick(text, Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    sheet = showing(here)._sheet
    qtbot.waitUntil(sheet.isVisible)
    assert nameless(sheet) == []
    QTest.keyClick(sheet.tags, Qt.Key.Key_Down)
    QTest.keyClick(sheet.tags, Qt.Key.Key_Space)
    assert seen(here) == ["Denial"]
    QTest.keyClick(sheet.tags, Qt.Key.Key_Return)
    assert here.view.panes.shown() == EVERYTHING
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_sheet_counts_what_is_in_the_panes(here: AtTheDesk) -> None:
    tags, people = showing(here)._tally()
    assert tags[a_tag(here.workspace, "Denial")] == 2
    assert sum(people.values()) == 4


def test_a_passage_one_goes_to_is_shown_all_the_same_and_told(here: AtTheDesk) -> None:
    only(here, "Denial")
    second = here.workspace.documents.ids()[1]
    hidden = passage_of(here, "Allegation", second)
    here.view.show_passage(hidden)
    assert seen(here, 1) == ["Allegation", "Denial"]
    assert here.view.panes.chosen_passage() == hidden
    assert "D2·1 is shown although" in here.prompts.informed[-1]
    only(here, "Casualty figure")
    assert seen(here, 1) == []


def test_the_place_of_a_change_shows_its_passage_all_the_same(here: AtTheDesk) -> None:
    first = here.workspace.documents.ids()[0]
    span = here.workspace.passages.get(passage_of(here, "Allegation", first)).span
    only(here, "Denial")
    here.desk.panes.go_to(first, span)
    assert seen(here) == ["Allegation", "Denial"]


def test_a_passage_just_tagged_is_shown_all_the_same(here: AtTheDesk) -> None:
    only(here, "Denial")
    reader = here.view.panes.focused().reader
    reader.set_caret(0)
    text = reader.focusProxy()
    assert text is not None
    QTest.keyClick(text, Qt.Key.Key_C)
    assert seen(here) == ["Casualty figure", "Denial"]


def test_a_passage_put_under_another_tag_comes_and_goes(here: AtTheDesk) -> None:
    only(here, "Denial")
    first = here.workspace.documents.ids()[0]
    passage = passage_of(here, "Denial", first)
    here.workspace.passages.retag([passage], a_tag(here.workspace, "Casualty figure"))
    assert seen(here) == []
    here.run("history.undo")
    assert seen(here) == ["Denial"]


def test_a_filter_is_there_after_a_restart_and_told(here: AtTheDesk, qtbot: QtBot) -> None:
    only(here, "Denial")
    here.open_again()
    assert seen(here) == ["Denial"]
    qtbot.waitUntil(lambda: not here.view.shown.isHidden())
    told = [words for words in here.prompts.informed if words.startswith("Filter active")]
    assert len(told) == 1
    assert "Denial" in told[0]


def test_a_tag_that_is_removed_filters_no_more(here: AtTheDesk) -> None:
    warrant = here.workspace.tags.add("Warrant")
    showing(here).use(Shown(frozenset({warrant})))
    here.run("history.undo")
    assert here.view.panes.shown() == EVERYTHING
    assert here.view.shown.isHidden()


def test_one_key_clears_every_filter_and_says_which(here: AtTheDesk) -> None:
    only(here, "Denial")
    here.view.documents._filter(DocumentFilter("harbour", (ReviewStatus.UNREAD,)))
    here.view.passages.show_filter(PassageFilter(words="bridge"))
    here.run("view.clear_filters")
    said = here.prompts.informed[-1]
    for words in ("Cleared", "harbour", "bridge", "Denial"):
        assert words in said
    assert here.view.documents.model.filter == DocumentFilter()
    assert here.view.passages.filter() == PassageFilter()
    assert here.view.panes.shown() == EVERYTHING
    here.run("view.clear_filters")
    assert "No filter is on" in here.prompts.informed[-1]


def test_the_line_stays_where_everything_else_is_put_away(here: AtTheDesk) -> None:
    only(here, "Denial")
    here.run("view.focus")
    assert here.view.shown.isVisible()
