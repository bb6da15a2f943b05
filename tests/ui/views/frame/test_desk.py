"""An open project on the screen: narrow and wide, with any state, kept and brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import DocumentFilter, ReviewStatus
from reviewer.domain.spans import Span
from reviewer.domain.steps import Place
from reviewer.ui.desk import PageName
from reviewer.ui.views.details.details_strip import DetailsStrip
from reviewer.ui.views.frame.command_box import CommandBox
from reviewer.ui.views.frame.desk import SAVE_MILLISECONDS, STATE, DeskView
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.workspace.project import Workspace
from tests.builders import a_passage, a_tag
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk, damage


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


@pytest.fixture
def narrow(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path), 1_024, 700) as one:
        yield one


def status_filter(here: AtTheDesk) -> ElidedLabel:
    found = here.window.statusBar().findChild(ElidedLabel, "status_filter")
    assert isinstance(found, ElidedLabel)
    return found


def strip(here: AtTheDesk) -> DetailsStrip:
    found = here.view.findChild(DetailsStrip, "details_strip")
    assert isinstance(found, DetailsStrip)
    return found


def kept(workspace: Workspace) -> object:
    return workspace.remembered(STATE)


def test_a_project_opens_in_a_narrow_window_with_one_pane(narrow: AtTheDesk) -> None:
    assert narrow.prompts.told == []
    assert narrow.view.panes.documents() == [narrow.workspace.documents.ids()[0]]
    assert narrow.view.documents.isHidden()
    assert narrow.view.details.isHidden()


def test_keys_are_put_on_every_pane_the_first_one_too(narrow: AtTheDesk) -> None:
    narrow.desk.panes.open_here(narrow.workspace.documents.ids()[0])
    text = narrow.view.panes.focused().reader.focusProxy()
    assert text is not None
    QTest.keyClick(text, Qt.Key.Key_A)
    assert narrow.workspace.passages.count() == 1


def test_an_empty_project_opens_in_a_narrow_window_with_the_drawer_out(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with at_the_desk(qtbot, a_file(tmp_path, 0), 1_024, 700) as here:
        assert here.view.panes.documents() == [None]
        assert not here.view.documents.isHidden()


def test_the_drawer_of_a_narrow_window_says_nothing_about_a_wide_one(narrow: AtTheDesk) -> None:
    assert narrow.view.documents.isHidden()
    narrow.window.resize(1_440, 900)
    QTest.qWait(0)
    narrow.open_again()
    assert not narrow.view.documents.isHidden()


HOSTILE: list[object] = [
    7,
    [],
    "words",
    {"panes": 3, "documents": [], "passages": "x", "page": {}, "sizes": {}, "wanted": []},
    {"sizes": [True, -4, 10**30], "wanted": {"documents": "no", "history": 3}},
    {"sizes": [10**9, 10**9, 10**9]},
    {"panes": {"panes": [{}] * 900, "focused": 800, "sizes": [10**40] * 900}},
    {"panes": {"panes": [{"document": 3, "offset": "x"}], "focused": True, "quiet": "yes"}},
    {"documents": {"columns": [{"column": 3}, 4, None], "sort": [], "descending": 10**40}},
    {"passages": {"filter": {"documents": [10**40], "tags": ["x"], "words": "x" * 10**6}}},
    {"passages": {"preview": 10**40, "columns": {"a": 1}, "sort": {}, "filter": [1]}},
]


@pytest.mark.parametrize("state", HOSTILE, ids=range(len(HOSTILE)))
def test_a_state_no_window_wrote_opens_a_window_that_can_be_worked_in(
    qtbot: QtBot, tmp_path: Path, state: object
) -> None:
    with at_the_desk(qtbot, a_file(tmp_path, state=state)) as here:
        assert here.prompts.told == []
        assert 1 <= here.view.panes.count() <= 4
        first = here.workspace.documents.ids()[0]
        here.desk.panes.open_here(first)
        assert here.desk.panes.document() == first
        here.run("view.passages")
        here.run("view.read")
        here.open_again()
        assert first in here.desk.panes.documents()


@pytest.mark.parametrize(("offset", "fraction"), [(10**9, 0.5), (-1, "x"), (True, 10**40)])
def test_a_place_outside_the_text_is_the_top_of_the_text(
    qtbot: QtBot, tmp_path: Path, offset: object, fraction: object
) -> None:
    path = a_file(tmp_path, 1)
    with Workspace.open(path) as opened:
        uid = opened.documents.get(opened.documents.ids()[0]).uid
        pane = {"document": uid, "offset": offset, "fraction": fraction}
        opened.remember(STATE, {"panes": {"panes": [pane]}})
    with at_the_desk(qtbot, path) as here:
        assert here.desk.panes.documents() == here.workspace.documents.ids()
        assert here.view.panes.focused().reader.place()[0] == 0


def test_panes_quiet_view_and_folded_furniture_are_there_after_a_restart(here: AtTheDesk) -> None:
    ids = here.workspace.documents.ids()
    here.open_in_panes(*ids[:3])
    here.run("pane.furniture")
    here.run("pane.quiet")
    here.open_again()
    assert here.desk.panes.documents() == ids[:3]
    assert here.desk.panes.is_quiet()
    assert [pane.furniture_folded() for pane in here.view.panes.panes()] == [True, False, False]


def test_how_it_stands_is_saved_in_a_quiet_moment_and_only_when_it_changed(
    here: AtTheDesk, qtbot: QtBot
) -> None:
    timer = here.view._save_later
    assert timer.interval() == SAVE_MILLISECONDS
    here.open_in_panes(*here.workspace.documents.ids()[:3])
    qtbot.waitUntil(timer.isActive)
    timer.setInterval(0)
    qtbot.waitUntil(lambda: not timer.isActive())
    saved = kept(here.workspace)
    assert isinstance(saved, dict)
    assert len(saved["panes"]["panes"]) == 3
    here.workspace.remember(STATE, "untouched")
    here.view.save()
    assert kept(here.workspace) == "untouched"


def test_escape_in_the_palette_gives_the_keys_back_to_the_text(here: AtTheDesk) -> None:
    field = here.window.palette_card.field
    here.view.give_keys_back()
    here.run("view.search")
    assert here.keys_are_in(field)
    QTest.keyClicks(field, "bridge")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert here.keys_are_in(here.view.panes.focused())
    here.run("view.passages")
    here.run("view.search")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert here.keys_are_in(here.view.passages)


def test_the_status_bar_says_what_the_document_list_is_filtered_by(here: AtTheDesk) -> None:
    assert status_filter(here).isHidden()
    here.view.documents._filter(DocumentFilter("harbour", (ReviewStatus.UNREAD,)))
    said = status_filter(here)
    assert not said.isHidden()
    assert "harbour" in said.text()
    assert "Not read" in said.text()
    here.view.documents.clear_filter()
    assert said.isHidden()


def test_the_status_bar_says_what_the_passages_are_filtered_by_while_one_is_there(
    here: AtTheDesk,
) -> None:
    denial = a_tag(here.workspace, "Denial")
    first, second = here.workspace.documents.ids()[:2]
    here.run("view.passages")
    here.view.passages.bar.restore({"tags": [denial], "documents": [first, second]})
    assert "Denial" in status_filter(here).text()
    assert "2 documents" in status_filter(here).text()
    here.view.passages.bar.restore({"words": "bridge", "documents": [second]})
    assert "bridge" in status_filter(here).text()
    assert "D2" in status_filter(here).text()
    here.run("view.read")
    assert status_filter(here).isHidden()


def test_the_strip_of_a_narrow_window_says_what_nothing_else_says(
    narrow: AtTheDesk, qtbot: QtBot
) -> None:
    document = narrow.workspace.documents.ids()[0]
    passage = a_passage(narrow.workspace, document, "Twelve people", note="Who counted them?")
    narrow.workspace.documents.review([document], ReviewStatus.SET_ASIDE, "A copy")
    narrow.desk.panes.show_passage(passage)
    said = strip(narrow).text()
    assert not strip(narrow).isHidden()
    for words in ("Who counted them?", "Mirela Novak", "Set aside", "A copy"):
        assert words in said
    assert "Twelve people" not in said
    assert "At the bridge" not in said
    qtbot.waitUntil(lambda: "Twelve people" in narrow.view._status._chosen.text())


def test_a_change_at_words_is_shown_at_its_words_from_any_place(here: AtTheDesk) -> None:
    first, second = here.workspace.documents.ids()[:2]
    here.open_in_panes(first, second)
    here.run("view.passages")
    here.view.show_place(Place(second, Span(0, 6)))
    assert here.desk.pages.current() is PageName.READ
    assert here.desk.panes.document() == second


def test_a_change_of_a_document_is_shown_in_the_list_and_what_is_read_stays(
    here: AtTheDesk,
) -> None:
    first, second, third = here.workspace.documents.ids()[:3]
    here.open_in_panes(first, second)
    here.view.history.show_wanted.emit(Place(third))
    assert here.desk.panes.documents() == [first, second]
    assert here.desk.documents.chosen() == [third]
    here.view.history.show_wanted.emit(Place(second))
    assert here.desk.panes.document() == second


def test_a_change_of_a_document_that_was_removed_leaves_the_filter_alone(here: AtTheDesk) -> None:
    first = here.workspace.documents.ids()[0]
    here.workspace.documents.remove([first])
    here.view.documents._filter(DocumentFilter("harbour"))
    here.view.show_place(Place(first))
    assert here.view.documents.model.filter.words == "harbour"


def test_what_another_window_did_to_the_tags_is_seen_in_the_verbs(here: AtTheDesk) -> None:
    a_tag(here.workspace, "Warrant")
    here.view.verbs.show_tags([])
    here.view._reload()
    names = [name for _button, name, _key in here.view.verbs._tag_buttons]
    assert "Warrant" in names


def test_what_cannot_be_read_is_handed_to_whoever_tells_it(here: AtTheDesk) -> None:
    first, second = here.workspace.documents.ids()[:2]
    here.open_in_panes(first)
    view = DeskView(
        here.workspace,
        here.desk.bridge,
        here.window.context.settings,
        here.window.commands,
        CommandBox(here.window.commands.action("view.search")),
        here.window._theme,
        here.view._status,
        here.window.commands.safely,
    )
    view.restore()
    view.panes.open_here(first)
    damage(here.workspace, second)
    view.documents.open_here.emit(second)
    view.documents.open_beside.emit(second)
    view.panes.focused().dropped.emit(second)
    view.history.show_wanted.emit(Place(second, Span(0, 3)))
    assert len(here.prompts.told) == 4
    assert second not in view.panes.documents()
    view._restored = False
    view._save_later.stop()
    view.deleteLater()


def test_the_list_tells_which_documents_stand_in_panes(
    here: AtTheDesk,
) -> None:
    first, second = here.workspace.documents.ids()[:2]
    here.open_in_panes(first, second)
    here.desk.pages.give_keys_back()
    QApplication.processEvents()
    port = here.view.documents.list.viewport()
    before = port.grab().toImage()
    here.desk.panes.split(1)
    QApplication.processEvents()
    assert here.view.documents.chosen() == [first]
    assert port.grab().toImage() != before


def test_the_row_of_the_document_that_is_read_is_highlighted(here: AtTheDesk) -> None:
    first, second, third = here.workspace.documents.ids()[:3]
    here.open_in_panes(first, second)
    assert here.desk.documents.chosen() == [first]
    here.view.panes.focus_next()
    assert here.desk.documents.chosen() == [second]
    here.view.panes.open_here(third)
    assert here.desk.documents.chosen() == [third]


def test_documents_chosen_together_stay_chosen_whatever_is_read(here: AtTheDesk) -> None:
    here.open_in_panes(*here.workspace.documents.ids()[:2])
    here.view.documents.list.selectAll()
    every = sorted(here.desk.documents.chosen())
    here.view.panes.focus_next()
    assert sorted(here.desk.documents.chosen()) == every
