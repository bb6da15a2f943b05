"""Finding at a real window: hits are opened, tagged and asked about, and panes come back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.spans import Span
from reviewer.environment.settings import TAGGED_OF_HITS
from reviewer.ui.assembly.searching import WHERE_ELSE, Searching
from reviewer.ui.desk import PageName
from reviewer.ui.views.finding.tagged_of_hits import TaggedOfHits
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_project
from tests.ui.at_the_desk import AtTheDesk, at_the_desk
from tests.ui.walking import nameless

RAID = "Junaid Kavrel was shot at the bridge on 7 October 2019. Nobody else was hurt.\n"
ARMY = "The Army says that Kavrel died in a quarrel.\nThe harbour was closed on 7 October 2019.\n"
URDU = "جنید پل پر تھا۔ پل بند تھا۔\n"
HARBOUR = "The harbour opened. The harbour closed.\n"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


class Seeking(AtTheDesk):
    """Somebody at a window who looks for something."""

    qtbot: QtBot

    @property
    def searching(self) -> Searching:
        session = self.window.session
        assert session is not None
        return session.searching

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the keys are."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def wait(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done)

    def search(self, words: str) -> None:
        """Search all documents and wait for the end."""
        self.press(Qt.Key.Key_F, CTRL | SHIFT)
        page = self.searching.page
        page.head.field.setText(words)
        self.press(Qt.Key.Key_Return)
        self.wait(lambda: not page.is_searching())

    def document(self, title: str) -> int:
        (found,) = self.workspace.documents.matching(title)
        return found

    def quotes(self, title: str) -> list[str]:
        return [one.quote for one in self.workspace.passages.on(self.document(title))]

    def ask_where_else(self, caret: int) -> None:
        """Press W at a place of the focused document, and wait for what is found."""
        self.view.panes.focused().take_keys()
        self.view.panes.focused().reader.set_caret(caret)
        self.press(Qt.Key.Key_W)
        self.wait(lambda: self.searching.where_else._job is None)


@pytest.fixture
def seeking(qtbot: QtBot, tmp_path: Path) -> Iterator[Seeking]:
    with a_project(tmp_path, "opened") as made:
        _fill(made)
        path = made.path
    with at_the_desk(qtbot, path) as desk:
        one = Seeking(desk.window, desk.prompts)
        one.qtbot = qtbot
        one.open_in_panes(one.document("Raid"))
        yield one


def _fill(made: Workspace) -> None:
    raid = a_document(made, RAID, title="Raid")
    a_document(made, ARMY, title="Army")
    a_document(made, HARBOUR, title="Harbour")
    a_document(made, URDU, title="Urdu")
    for number in range(6):  # so that what two documents share is rare
        a_document(made, f"Notice {number} on grain and nothing else. " * 3, title=f"N{number}")
    a_passage(made, raid, "Nobody else was hurt", "Denial", note="compare the harbour")
    made.notes.add("Ask about the harbour")


def test_a_hit_is_opened_at_its_place_and_the_way_back_leads_to_the_hits(seeking: Seeking) -> None:
    seeking.search("harbour closed")
    assert seeking.searching.page.head.summary() == "5 hits in 2 documents"
    seeking.press(Qt.Key.Key_Return)
    table = seeking.searching.page.table
    assert QApplication.focusWidget() is table
    seeking.press(Qt.Key.Key_Down)
    here = table.current()
    assert here is not None
    seeking.press(Qt.Key.Key_Return)
    assert seeking.view.current() is PageName.READ
    pane = seeking.view.panes.focused()
    assert pane.document == here.document
    assert pane.reader.selection() == here.span
    assert QApplication.focusWidget() is pane.reader.focusProxy()
    seeking.press(Qt.Key.Key_Left, ALT)
    assert seeking.view.current() is PageName.SEARCH
    assert table.current() == here
    assert QApplication.focusWidget() is table


def test_ctrl_enter_opens_a_hit_beside(seeking: Seeking) -> None:
    seeking.search('"harbour opened"')
    seeking.press(Qt.Key.Key_Down)
    seeking.press(Qt.Key.Key_Return, CTRL)
    assert seeking.view.panes.documents() == [
        seeking.document("Raid"),
        seeking.document("Harbour"),
    ]


def test_a_tag_key_tags_what_is_picked_as_one_step(seeking: Seeking) -> None:
    seeking.search("harbour")
    seeking.press(Qt.Key.Key_Down)
    seeking.press(Qt.Key.Key_A, CTRL)
    before = seeking.workspace.history.newest()
    seeking.press(Qt.Key.Key_A)
    assert seeking.quotes("Harbour") == ["The harbour opened.", "The harbour closed."]
    assert seeking.quotes("Army") == ["The harbour was closed on 7 October 2019."]
    assert seeking.prompts.informed[-1] == "3 sentences tagged. Undo takes it back."
    seeking.press(Qt.Key.Key_A)
    assert seeking.prompts.informed[-1] == "Tagged so already; nothing was changed."
    seeking.run("history.undo")
    assert seeking.quotes("Harbour") == []
    assert seeking.workspace.history.newest() > before


def test_below_the_hits_one_chooses_to_tag_only_the_words_found(seeking: Seeking) -> None:
    seeking.search("harbour")
    choice = seeking.window.findChild(TaggedOfHits)
    assert choice is not None
    assert choice.isVisible()
    assert choice.choice.currentText() == "the sentence around it"
    QTest.keyClick(choice.choice, Qt.Key.Key_Down)
    assert seeking.window.context.settings.text(TAGGED_OF_HITS) == "words"
    seeking.press(Qt.Key.Key_Tab)
    seeking.searching.page.table.setFocus()
    seeking.press(Qt.Key.Key_Down)
    seeking.press(Qt.Key.Key_A, CTRL)
    seeking.press(Qt.Key.Key_A)
    assert seeking.quotes("Harbour") == ["harbour", "harbour"]
    assert seeking.prompts.informed[-1] == "3 hits tagged. Undo takes it back."
    seeking.window.context.settings.reset(TAGGED_OF_HITS)
    assert choice.choice.currentText() == "the sentence around it"


def test_before_hits_are_tagged_it_is_said_what_of_them_will_be(seeking: Seeking) -> None:
    said: list[str] = []

    def answer(_tags: object, words: str) -> None:
        said.append(words)

    seeking.prompts.will("tag", answer, answer, answer)
    seeking.search("harbour")
    seeking.press(Qt.Key.Key_Down)
    seeking.press(Qt.Key.Key_T)
    seeking.window.context.settings.set(TAGGED_OF_HITS, "words")
    seeking.press(Qt.Key.Key_T)
    seeking.run("search.tag_all")
    assert said == [
        "1 hit: the sentence around it",
        "1 place: only the words found",
        "3 places: only the words found",
    ]


def test_t_asks_for_the_tag_and_says_which_had_it(seeking: Seeking) -> None:
    seeking.window.context.settings.set(TAGGED_OF_HITS, "words")
    a_passage(seeking.workspace, seeking.document("Army"), "harbour", "Allegation")
    allegation = seeking.workspace.tags.named("Allegation")
    seeking.prompts.will("tag", allegation)
    seeking.search("harbour")
    seeking.press(Qt.Key.Key_Down)
    seeking.press(Qt.Key.Key_A, CTRL)
    seeking.press(Qt.Key.Key_T)
    said = "2 hits tagged, 1 had the tag already. Undo takes it back."
    assert seeking.prompts.informed[-1] == said


def test_space_picks_and_walking_on_leaves_what_is_picked(seeking: Seeking) -> None:
    seeking.search("harbour closed OR bridge OR پل")
    table = seeking.searching.page.table
    seeking.press(Qt.Key.Key_Down)
    seeking.press(Qt.Key.Key_Space)
    for _ in range(3):
        seeking.press(Qt.Key.Key_Down)
    seeking.press(Qt.Key.Key_Space)
    picked = table.chosen()
    assert len(picked) == 2
    seeking.press(Qt.Key.Key_D)
    assert len(seeking.workspace.passages.ids()) == 3


def test_left_and_right_go_from_document_to_document(seeking: Seeking) -> None:
    seeking.search("harbour OR bridge")
    table = seeking.searching.page.table
    seeking.press(Qt.Key.Key_Down)
    documents = []
    for _ in range(3):
        here = table.current()
        assert here is not None
        documents.append(here.document)
        seeking.press(Qt.Key.Key_Right)
    assert len(set(documents)) == 3
    here = table.current()
    seeking.press(Qt.Key.Key_Left)
    assert table.current() != here
    for _ in range(5):
        seeking.press(Qt.Key.Key_Left)
    seeking.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is seeking.searching.page.head.field


def test_notes_are_found_and_lead_to_what_they_are_about(seeking: Seeking) -> None:
    seeking.search("harbour")
    table = seeking.searching.page.table
    seeking.press(Qt.Key.Key_Down)
    seeking.press(Qt.Key.Key_Right)
    seeking.press(Qt.Key.Key_Right)
    here = table.current()
    assert here is not None
    assert here.passage is not None
    assert table.places() == []
    seeking.press(Qt.Key.Key_Return)
    assert seeking.view.panes.chosen_passage() == here.passage
    seeking.press(Qt.Key.Key_Left, ALT)
    seeking.press(Qt.Key.Key_Right)
    seeking.press(Qt.Key.Key_Right)
    here = table.current()
    assert here is not None
    assert here.note is not None
    seeking.press(Qt.Key.Key_Return)
    assert seeking.view.sides.wanted() == "journal"


def test_actors_and_events_are_found_and_open_where_they_are_kept(seeking: Seeking) -> None:
    actor = seeking.workspace.actors.add("Quarry owners")
    event = seeking.workspace.events.add("Quarry strike")
    seeking.workspace.events.add("Another matter")
    seeking.search("quarry")
    seeking.press(Qt.Key.Key_Down)
    here = seeking.searching.page.table.current()
    assert here is not None
    assert here.actor == actor
    assert "0 documents" not in seeking.searching.page.head.summary()
    seeking.press(Qt.Key.Key_Return)
    assert seeking.desk.actors is not None
    assert seeking.desk.actors.is_shown()
    assert list(seeking.desk.actors.chosen()) == [actor]
    seeking.searching.page.table.setFocus()
    seeking.press(Qt.Key.Key_Right)
    here = seeking.searching.page.table.current()
    assert here is not None
    assert here.event == event
    seeking.press(Qt.Key.Key_Return)
    assert seeking.desk.pages.current() is PageName.EVENTS
    assert seeking.desk.events is not None
    assert seeking.desk.events.event_shown() == event


def test_the_lines_are_copied(seeking: Seeking) -> None:
    seeking.search('"harbour opened" OR "harbour was closed"')
    seeking.press(Qt.Key.Key_Down)
    seeking.press(Qt.Key.Key_A, CTRL)
    seeking.press(Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 2
    assert any("The harbour was closed on 7 October 2019." in line for line in lines)


def test_everything_found_is_tagged_by_one_button(seeking: Seeking) -> None:
    seeking.search("harbour")
    seeking.prompts.will("tag", seeking.workspace.tags.named("Allegation"))
    seeking.run("search.tag_all")
    assert len(seeking.quotes("Harbour")) == 2
    seeking.search("grainless OR compare")
    seeking.run("search.tag_all")
    assert "could be tagged" in str(seeking.prompts.told[-1])


def test_selected_words_are_taken_along_into_the_search(seeking: Seeking) -> None:
    start = RAID.index("at the bridge")
    seeking.view.panes.focused().reader.choose(Span(start, start + len("at the bridge")))
    seeking.press(Qt.Key.Key_3, ALT)
    page = seeking.searching.page
    assert page.head.ask().words == '"at the bridge"'
    seeking.wait(lambda: page.model.hits == 1)


def test_what_was_asked_is_there_when_the_project_is_opened_again(seeking: Seeking) -> None:
    seeking.search("harbour")
    seeking.open_again()
    assert seeking.searching.page.head.ask().words == "harbour"
    assert seeking.searching.page.model.rows == []


def test_a_query_is_saved_run_renamed_and_removed(seeking: Seeking) -> None:
    seeking.search("harbour OR bridge")
    page = seeking.searching.page
    seeking.run("search.save")
    assert QApplication.focusWidget() is page.head.name.field
    page.head.name.field.setText("Places")
    seeking.press(Qt.Key.Key_Return)
    (saved,) = seeking.workspace.queries.all()
    assert (saved.name, saved.words) == ("Places", "harbour OR bridge")
    page._rename(saved)
    page.head.name.field.setText("Where")
    seeking.press(Qt.Key.Key_Return)
    (saved,) = seeking.workspace.queries.all()
    assert saved.name == "Where"
    page._rename(saved)
    seeking.press(Qt.Key.Key_Escape)
    assert not page.head.name.isVisible()
    page.head.field.setText("nothing")
    page.head.saved._fill()
    page.head.saved._menu.actions()[0].trigger()
    seeking.wait(lambda: page.model.hits > 0)
    assert page.head.ask().words == "harbour OR bridge"
    page._remove(saved)
    assert seeking.workspace.queries.all() == []
    page.head.saved._fill()
    assert not page.head.saved._menu.actions()[0].isEnabled()


def test_the_question_mark_opens_the_page_on_queries(seeking: Seeking) -> None:
    seeking.search("harbour")
    seeking.searching.page.head._help.click()
    assert seeking.prompts.asked[-1] == "help:search#Words in all documents"


def test_ctrl_f_on_the_search_page_goes_to_its_field(seeking: Seeking) -> None:
    seeking.search("harbour")
    seeking.press(Qt.Key.Key_Down)
    seeking.press(Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is seeking.searching.page.head.field


def test_keys_that_act_on_a_passage_do_nothing_on_the_hits(seeking: Seeking) -> None:
    seeking.view.panes.focused().reader.set_caret(RAID.index("Nobody") + 1)
    assert seeking.view.panes.chosen_passage() is not None
    seeking.search("harbour")
    seeking.press(Qt.Key.Key_Down)
    seeking.press(Qt.Key.Key_Delete)
    assert len(seeking.workspace.passages.ids()) == 1


# In the document.


def test_a_tag_key_takes_the_hit_one_is_at_and_f3_goes_on(seeking: Seeking) -> None:
    seeking.view.panes.open_here(seeking.document("Harbour"))
    seeking.press(Qt.Key.Key_F, CTRL)
    bar = seeking.searching.find.bar()
    assert bar is not None
    QTest.keyClicks(bar.field, "harbour")
    seeking.wait(lambda: seeking.searching.find.count() == 2)
    seeking.press(Qt.Key.Key_Escape)
    seeking.press(Qt.Key.Key_A)
    seeking.press(Qt.Key.Key_F3)
    seeking.wait(lambda: seeking.searching.find.count() == 2)
    seeking.press(Qt.Key.Key_A)
    assert [one.span for one in seeking.workspace.passages.on(seeking.document("Harbour"))] == [
        Span(4, 11),
        Span(24, 31),
    ]
    seeking.press(Qt.Key.Key_Escape)
    assert seeking.searching.find.is_open()
    seeking.press(Qt.Key.Key_Escape)
    assert not seeking.searching.find.is_open()


def test_every_place_found_is_tagged_at_once(seeking: Seeking) -> None:
    seeking.view.panes.open_here(seeking.document("Harbour"))
    seeking.press(Qt.Key.Key_F, CTRL)
    bar = seeking.searching.find.bar()
    assert bar is not None
    QTest.keyClicks(bar.field, "harbour")
    seeking.wait(lambda: seeking.searching.find.count() == 2)
    seeking.prompts.will("tag", seeking.workspace.tags.named("Denial"))
    bar.tag_all.click()
    assert seeking.quotes("Harbour") == ["harbour", "harbour"]
    seeking.prompts.will("tag", None)
    bar.tag_all.click()
    assert len(seeking.quotes("Harbour")) == 2


# Where else.


def test_walking_the_places_shows_them_beside_and_escape_gives_the_pane_back(
    seeking: Seeking,
) -> None:
    seeking.ask_where_else(5)
    panel = seeking.searching.where_else
    assert seeking.view.sides.wanted() == WHERE_ELSE
    assert panel.has_keys()
    place = panel.current()
    assert place is not None
    assert place.document == seeking.document("Army")
    assert "Kavrel" in place.reasons or "7 October 2019" in place.reasons
    panes = seeking.view.panes.panes()
    assert [pane.document for pane in panes] == [seeking.document("Raid"), place.document]
    assert panes[1].reader.selection() == place.span
    assert seeking.view.panes.focused() is panes[0]
    seeking.press(Qt.Key.Key_Down)
    other = panel.current()
    assert other is not None
    assert panes[1].reader.selection() == other.span
    seeking.press(Qt.Key.Key_Escape)
    assert seeking.view.sides.wanted() == ""
    assert seeking.view.panes.documents() == [seeking.document("Raid")]
    assert seeking.view.panes.focused().reader.caret() == 5
    assert QApplication.focusWidget() is seeking.view.panes.focused().reader.focusProxy()


def test_a_pane_that_was_there_shows_again_what_it_showed(seeking: Seeking) -> None:
    seeking.open_in_panes(seeking.document("Raid"), seeking.document("Harbour"))
    seeking.ask_where_else(5)
    assert seeking.view.panes.documents()[1] == seeking.document("Army")
    seeking.press(Qt.Key.Key_Escape)
    assert seeking.view.panes.documents() == [
        seeking.document("Raid"),
        seeking.document("Harbour"),
    ]


def test_enter_goes_to_the_place_and_it_stays(seeking: Seeking) -> None:
    seeking.ask_where_else(5)
    seeking.press(Qt.Key.Key_Return)
    pane = seeking.view.panes.focused()
    assert pane.document == seeking.document("Army")
    assert QApplication.focusWidget() is pane.reader.focusProxy()
    seeking.searching.where_else.close_wanted.emit()
    assert seeking.view.panes.documents()[1] == seeking.document("Army")


def test_a_tag_key_tags_the_words_that_are_shown(seeking: Seeking) -> None:
    seeking.ask_where_else(5)
    place = seeking.searching.where_else.current()
    assert place is not None
    seeking.press(Qt.Key.Key_D)
    (passage,) = seeking.workspace.passages.on(place.document)
    assert passage.span == place.span
    assert seeking.quotes("Raid") == ["Nobody else was hurt"]
    seeking.press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == place.quote


def test_nothing_elsewhere_is_said_in_a_sentence(seeking: Seeking) -> None:
    seeking.view.panes.open_here(seeking.document("Urdu"))
    seeking.ask_where_else(2)
    assert seeking.searching.where_else.words() == (
        "Nothing else in these 10 documents shares its names, numbers, dates or rare words."
    )
    seeking.press(Qt.Key.Key_W)
    seeking.searching.where_else.close_wanted.emit()
    assert seeking.searching.where_else.words().startswith("W in a document lists")


def test_a_raised_passage_is_asked_about(seeking: Seeking) -> None:
    a_passage(seeking.workspace, seeking.document("Raid"), "7 October 2019", "Denial")
    seeking.ask_where_else(RAID.index("October"))
    place = seeking.searching.where_else.current()
    assert place is not None
    assert "7 October 2019" in place.quote


def test_who_walks_on_from_a_passage_asks_about_what_is_outlined(seeking: Seeking) -> None:
    start = RAID.index("Nobody")
    a_passage(seeking.workspace, seeking.document("Raid"), RAID.strip(), "Denial")
    (about,) = seeking.searching.where_else.findChildren(QLabel, "where_else_about")
    seeking.view.panes.focused().take_keys()
    seeking.view.panes.focused().reader.set_caret(5)
    QTest.qWait(0)
    seeking.press(Qt.Key.Key_W)
    assert "Junaid Kavrel was shot at the bridge on 7 October 2019. Nobody" in about.text()
    seeking.press(Qt.Key.Key_Escape)
    seeking.view.panes.focused().take_keys()
    seeking.press(Qt.Key.Key_J)
    assert seeking.view.panes.focused().reader.caret() == start
    seeking.press(Qt.Key.Key_W)
    assert about.text() == "for “\u2068Nobody else was hurt.\u2069”"
    seeking.press(Qt.Key.Key_Escape)
    seeking.view.panes.focused().take_keys()
    seeking.press(Qt.Key.Key_Left)
    QTest.qWait(0)
    seeking.press(Qt.Key.Key_Left)
    seeking.press(Qt.Key.Key_W)
    assert (
        about.text() == "for “\u2068Junaid Kavrel was shot at the bridge on 7 October 2019.\u2069”"
    )


def test_every_control_has_a_name(seeking: Seeking) -> None:
    seeking.search("harbour")
    assert nameless(seeking.searching.page) == []
    seeking.run("view.read")
    seeking.ask_where_else(5)
    assert nameless(seeking.searching.where_else) == []


def test_a_project_that_can_only_be_read_is_searched_and_not_tagged(
    seeking: Seeking, qtbot: QtBot
) -> None:
    path = seeking.workspace.path
    with at_the_desk(qtbot, path) as second:
        other = Seeking(second.window, second.prompts)
        other.qtbot = qtbot
        page = other.searching.page
        page.begin("harbour")
        other.wait(lambda: page.model.hits > 0)
        assert not page._tag_all.isEnabled()
        for command in ("search.tag_all", "search.tag_hits", "find.tag_all", "search.save"):
            assert not second.window.commands.action(command).isEnabled()
        assert isinstance(page, QWidget)


def test_the_palette_runs_a_saved_query(seeking: Seeking) -> None:
    seeking.workspace.queries.save("Where it burned", "harbour OR bridge")
    card = seeking.window.palette_card
    seeking.window.show_palette()
    card.field.setText("where it burn")
    seeking.press(Qt.Key.Key_Return)
    seeking.wait(lambda: seeking.searching.page.model.hits > 0)
    assert seeking.view.current() is PageName.SEARCH
    assert seeking.searching.page.head.ask().words == "harbour OR bridge"


def test_the_status_bar_says_what_is_chosen_only_where_it_is_in_sight(seeking: Seeking) -> None:
    status = seeking.window._status
    seeking.view.panes.focused().reader.choose(Span(0, 6))
    seeking.wait(lambda: "6 characters" in status._chosen.text())
    seeking.search("harbour")
    assert status._chosen.text() == ""
    seeking.run("view.read")
    assert "6 characters" in status._chosen.text()
