"""Linking at a real window: passages of two panes, likely counterparts, sources not held."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.actors import ChainMember
from reviewer.domain.links import Independence, LinkType
from reviewer.domain.spans import Span
from reviewer.ui.asking.link_questions import LinkQuestion, LinkWish, SourceQuestion, SourceWish
from reviewer.ui.assembly.finding_sources import SOURCES
from reviewer.ui.assembly.link_lists import COUNTERPARTS
from reviewer.ui.assembly.linking import Linking
from reviewer.ui.desk import PageName
from reviewer.ui.views.reading.pane import Pane
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_project, a_tag
from tests.ui.at_the_desk import AtTheDesk, at_the_desk
from tests.ui.walking import nameless

RAID = (
    "Junaid Kavrel was shot at the Zarvel bridge on 7 October 2019.\n"
    "At least 27 party workers were arrested there.\n"
)
ARMY = (
    "The Army denies that Junaid Kavrel was shot at the Zarvel bridge on 7 October 2019.\n"
    "Exactly 14 persons were arrested.\n"
)
COURIER = "The Courier says that Kavrel was seen at the Zarvel bridge on 7 October 2019.\n"
SHOT = "Junaid Kavrel was shot at the Zarvel bridge on 7 October 2019"
DENIED = "The Army denies that Junaid Kavrel was shot"
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Linker(AtTheDesk):
    """Somebody at a window who links; counts the keys that were pressed."""

    keys = 0
    qtbot: QtBot

    @property
    def linking(self) -> Linking:
        session = self.window.session
        assert session is not None
        return session.linking

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        self.keys += 1
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        QTest.qWait(0)

    def passage(self, words: str) -> int:
        (found,) = (
            one
            for one in self.workspace.passages.listed(self.workspace.passages.ids()).values()
            if one.quote.startswith(words)
        )
        return found.id

    def document(self, title: str) -> int:
        (found,) = self.workspace.documents.matching(title)
        return found

    def pane(self, place: int) -> Pane:
        return self.view.panes.panes()[place]

    def choose(self, words: str, place: int = 0) -> None:
        """Choose a passage in a pane, which gets the keys."""
        passage = self.workspace.passages.get(self.passage(words))
        self.pane(place).take_keys()
        self.pane(place).show_passage(passage, by_hand=True)

    def links(self, words: str) -> list[tuple[str, str]]:
        return [(one.words, one.label) for one in self.workspace.links.of(self.passage(words))]

    def settle(self) -> None:
        """Wait until everything that comes after the paint has come."""
        QTest.qWait(30)


@pytest.fixture
def linker(qtbot: QtBot, tmp_path: Path) -> Iterator[Linker]:
    with a_project(tmp_path, "opened") as made:
        _fill(made)
        path = made.path
    with at_the_desk(qtbot, path) as desk:
        one = Linker(desk.window, desk.prompts)
        one.qtbot = qtbot
        one.open_in_panes(one.document("Raid"), one.document("Army"))
        yield one


def _fill(made: Workspace) -> None:
    raid = a_document(made, RAID, title="Raid")
    army = a_document(made, ARMY, title="Army")
    courier = a_document(made, COURIER, title="Courier")
    a_passage(made, raid, SHOT, "Allegation")
    a_passage(made, raid, "At least 27 party workers were arrested", "Casualty figure")
    a_passage(made, army, DENIED + " at the Zarvel bridge on 7 October 2019", "Denial")
    a_passage(made, army, "Exactly 14 persons were arrested", "Casualty figure")
    a_passage(made, courier, "Kavrel was seen at the Zarvel bridge on 7 October 2019", "Denial")
    for number in range(6):
        other = a_document(made, f"Notice {number}: grain came to the store.", title=f"N{number}")
        a_passage(made, other, "grain came to the store", "Allegation")


def test_l_with_a_passage_chosen_in_each_of_two_panes_links_them_at_once(linker: Linker) -> None:
    linker.choose(DENIED, 1)
    linker.choose(SHOT, 0)
    linker.press(Qt.Key.Key_L)
    assert linker.links(SHOT) == [("denied by", "D2·1")]
    assert linker.prompts.informed[-1] == "D2·1 denies D1·1"
    assert linker.view.sides.wanted() == ""
    assert linker.prompts.offered is not None
    action, run = linker.prompts.offered
    assert action == "Undo"
    linker.run("passage.check")
    run()
    assert linker.links(SHOT) == []
    assert linker.workspace.history.to_undo() is not None


def test_two_passages_in_sight_are_linked_by_two_presses_and_a_key(linker: Linker) -> None:
    for place in (1, 0):
        gutter = linker.pane(place).reader.gutter
        linker.window.grab()
        label = gutter.labels()[0]
        QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, PLAIN, label.box.center().toPoint())
    linker.keys = 0
    linker.press(Qt.Key.Key_L)
    assert linker.keys == 1
    assert linker.links(SHOT) == [("denied by", "D2·1")]


def test_two_that_share_nothing_are_linked_and_the_notice_says_so(linker: Linker) -> None:
    notice = linker.document("N0")
    linker.open_in_panes(linker.document("Raid"), notice)
    linker.pane(1).take_keys()
    linker.pane(1).reader.set_caret(0)
    linker.press(Qt.Key.Key_P)
    linker.choose(SHOT, 0)
    linker.press(Qt.Key.Key_L)
    assert linker.links(SHOT) in ([("supports", "D4·1")], [("supported by", "D4·1")])
    said = linker.prompts.informed[-1]
    assert said.endswith(
        ", guessed from their tags. They share no actor, number, date, place or event: is it what "
        "you meant?"
    )
    assert said.startswith(("D1·1 supports D4·1", "D4·1 supports D1·1"))
    assert linker.prompts.offered is not None
    linker.prompts.offered[1]()
    assert linker.links(SHOT) == []


def test_what_only_stands_out_in_the_other_pane_is_not_linked_but_listed(linker: Linker) -> None:
    """The caret was moved there by keys that go through the words."""
    linker.pane(1).take_keys()
    linker.press(Qt.Key.Key_Down)
    linker.press(Qt.Key.Key_Up)
    assert linker.view.panes.chosen_passage() == linker.passage(DENIED)
    linker.choose(SHOT, 0)
    linker.press(Qt.Key.Key_L)
    assert linker.links(SHOT) == []
    assert linker.view.sides.wanted() == COUNTERPARTS


def test_what_was_chosen_before_the_project_was_closed_is_not_linked(linker: Linker) -> None:
    linker.choose(DENIED, 1)
    linker.choose(SHOT, 0)
    linker.open_again()
    assert linker.pane(1).chosen_passage() == linker.passage(DENIED)
    linker.choose(SHOT, 0)
    linker.press(Qt.Key.Key_L)
    assert linker.links(SHOT) == []
    assert linker.view.sides.wanted() == COUNTERPARTS


def test_what_was_linked_from_the_list_is_not_linked_to_the_next_one(linker: Linker) -> None:
    linker.open_in_panes(linker.document("Raid"))
    linker.choose(SHOT)
    linker.press(Qt.Key.Key_L)
    linker.press(Qt.Key.Key_Return)
    assert linker.links(SHOT) == [("denied by", "D2·1")]
    assert linker.pane(1).chosen_passage() == linker.passage(DENIED)
    linker.press(Qt.Key.Key_P)
    linker.press(Qt.Key.Key_L)
    assert linker.links("At least 27") == []
    assert linker.view.sides.wanted() == COUNTERPARTS


def test_the_list_says_as_what_it_would_link_and_right_changes_it(linker: Linker) -> None:
    linker.open_in_panes(linker.document("Raid"))
    linker.choose(SHOT)
    linker.press(Qt.Key.Key_L)
    panel = linker.linking.lists.panel
    first = panel.current()
    assert first is not None
    assert first.reasons.startswith("would be linked as: denies")
    linker.press(Qt.Key.Key_Right)
    changed = panel.current()
    assert changed is not None
    assert changed.type is not first.type
    linker.press(Qt.Key.Key_Return)
    (end,) = linker.workspace.links.of(linker.passage(SHOT))
    assert linker.workspace.links.get(end.link).type is changed.type


def test_what_was_chosen_beside_is_linked_though_a_list_went_over_it(linker: Linker) -> None:
    linker.choose(DENIED, 1)
    linker.choose("At least 27", 0)
    linker.run("link.counterparts")
    linker.press(Qt.Key.Key_Escape)
    linker.choose(SHOT, 0)
    linker.press(Qt.Key.Key_L)
    assert linker.links(SHOT) == [("denied by", "D2·1")]


def test_keys_and_tagging_choose_a_passage_as_a_click_does(linker: Linker) -> None:
    denied, counted = linker.passage(DENIED), linker.passage("Exactly 14")
    pane = linker.pane(1)
    pane.take_keys()
    pane.reader.set_caret(3)
    assert pane.reader.raised() == denied
    assert pane.reader.raised_by_hand() is None
    linker.press(Qt.Key.Key_P)
    assert pane.reader.raised_by_hand() == counted
    pane.reader.set_caret(ARMY.index("persons"))
    linker.press(Qt.Key.Key_A)
    made = pane.reader.raised_by_hand()
    assert made is not None
    assert made not in (denied, counted)


def test_one_in_a_page_that_is_not_open_is_linked_with_three_keys(linker: Linker) -> None:
    linker.open_in_panes(linker.document("Raid"))
    linker.pane(0).reader.set_caret(len(SHOT) + 1)
    linker.pane(0).take_keys()
    linker.keys = 0
    linker.press(Qt.Key.Key_P, SHIFT)
    assert linker.view.panes.chosen_passage() == linker.passage(SHOT)
    linker.press(Qt.Key.Key_L)
    linker.press(Qt.Key.Key_Return)
    assert linker.keys == 3
    assert linker.links(SHOT) == [("denied by", "D2·1")]


def test_two_that_are_linked_already_are_said_to_be_and_others_are_listed(linker: Linker) -> None:
    linker.choose(DENIED, 1)
    linker.choose(SHOT, 0)
    linker.press(Qt.Key.Key_L)
    linker.press(Qt.Key.Key_L)
    assert linker.prompts.informed[-1] == "D1·1 and D2·1 are linked already."
    assert linker.view.sides.wanted() == COUNTERPARTS
    assert len(linker.links(SHOT)) == 1


def test_l_with_one_chosen_lists_counterparts_and_enter_links_the_first(linker: Linker) -> None:
    linker.open_in_panes(linker.document("Raid"))
    linker.choose(SHOT, 0)
    linker.keys = 0
    linker.press(Qt.Key.Key_L)
    panel = linker.linking.lists.panel
    assert linker.keys_are_in(panel.list)
    here = panel.current()
    assert here is not None
    assert here.label == "D2·1"
    assert "same date" in here.reasons
    assert [pane.document for pane in linker.view.panes.panes()] == [
        linker.document("Raid"),
        linker.document("Army"),
    ]
    assert linker.pane(1).chosen_passage() == linker.passage(DENIED)
    linker.press(Qt.Key.Key_Return)
    assert linker.keys == 2
    assert linker.links(SHOT) == [("denied by", "D2·1")]
    assert linker.view.sides.wanted() == ""
    assert linker.pane(1).document == linker.document("Army")
    assert linker.keys_are_in(linker.pane(0))


def test_walking_shows_each_beside_and_escape_brings_back_what_was_there(linker: Linker) -> None:
    linker.choose("Exactly 14", 1)
    linker.choose(SHOT, 0)
    before = linker.pane(1).state()
    linker.press(Qt.Key.Key_L, CTRL | SHIFT)
    panel = linker.linking.lists.panel
    assert len(panel.rows()) >= 2
    linker.press(Qt.Key.Key_Down)
    here = panel.current()
    assert here is not None
    assert linker.pane(1).document == here.document
    assert linker.pane(1).chosen_passage() == here.passage
    linker.press(Qt.Key.Key_Escape)
    assert linker.view.sides.wanted() == ""
    after = linker.pane(1).state()
    assert [after[key] for key in ("document", "offset", "caret")] == [
        before[key] for key in ("document", "offset", "caret")
    ]
    assert linker.pane(1).chosen_passage() == linker.passage("Exactly 14")
    assert linker.keys_are_in(linker.pane(0))
    assert linker.links(SHOT) == []


def test_shift_enter_links_and_stays_for_the_next(linker: Linker) -> None:
    linker.open_in_panes(linker.document("Raid"))
    linker.choose(SHOT, 0)
    linker.press(Qt.Key.Key_L)
    panel = linker.linking.lists.panel
    count = len(panel.rows())
    linker.press(Qt.Key.Key_Return, SHIFT)
    linker.qtbot.waitUntil(lambda: len(panel.rows()) == count - 1)
    assert linker.view.sides.wanted() == COUNTERPARTS
    assert len(linker.links(SHOT)) == 1
    linker.press(Qt.Key.Key_L)
    assert len(linker.links(SHOT)) == 2


def test_where_nothing_is_likely_it_is_said_and_a_source_not_held_is_offered(
    linker: Linker,
) -> None:
    passage = a_passage(linker.workspace, linker.document("N0"), "Notice 0", "Casualty figure")
    linker.open_in_panes(linker.document("N0"))
    linker.pane(0).show_passage(linker.workspace.passages.get(passage))
    linker.press(Qt.Key.Key_L)
    panel = linker.linking.lists.panel
    assert panel.words().startswith("Nothing is likely among 12 passages")
    linker.prompts.will(
        "source", SourceWish(None, "A broadcast", "Radio", "", "2020-11", None, "said so")
    )
    linker.press(Qt.Key.Key_L, SHIFT)
    (source,) = linker.workspace.links.sources_to_find()
    assert (source.title, source.publisher, source.posted.edtf) == (
        "A broadcast",
        "Radio",
        "2020-11",
    )
    assert linker.workspace.links.of(passage)[0].note == "said so"
    assert linker.prompts.informed[-1].startswith("D4·")
    linker.run("history.undo")
    assert linker.workspace.links.sources_to_find() == []


def test_a_source_known_already_is_linked_and_not_written_down_twice(linker: Linker) -> None:
    known = linker.workspace.links.add_source("A press conference")
    linker.open_in_panes(linker.document("Raid"))
    linker.choose(SHOT, 0)

    def answer(question: SourceQuestion) -> SourceWish:
        assert [one.title for one in question.known] == ["A press conference"]
        assert question.types[0] is LinkType.CORROBORATES
        return SourceWish(known, "A press conference", "", "", "", LinkType.REPEATS, "")

    linker.prompts.will("source", answer, None)
    linker.press(Qt.Key.Key_L, SHIFT)
    assert linker.links(SHOT) == [("repeats", "D10")]
    linker.press(Qt.Key.Key_L, SHIFT)
    assert len(linker.workspace.links.sources_to_find()) == 1


def test_g_goes_to_the_other_end_and_back_and_lists_several(linker: Linker) -> None:
    links = linker.workspace.links
    links.link(linker.passage(DENIED), linker.passage(SHOT))
    linker.open_in_panes(linker.document("Raid"))
    linker.choose(SHOT, 0)
    linker.press(Qt.Key.Key_G)
    assert linker.view.panes.focused().document == linker.document("Army")
    assert linker.view.panes.chosen_passage() == linker.passage(DENIED)
    linker.press(Qt.Key.Key_G)
    assert linker.view.panes.chosen_passage() == linker.passage(SHOT)
    links.link(linker.passage("Kavrel was seen"), linker.passage(SHOT))
    linker.press(Qt.Key.Key_G)
    panel = linker.linking.lists.panel
    assert [row.label for row in panel.rows()] == ["D2·1", "D3·1"]
    linker.press(Qt.Key.Key_Down)
    linker.press(Qt.Key.Key_Return)
    assert linker.view.sides.wanted() == ""
    assert linker.view.panes.chosen_passage() == linker.passage("Kavrel was seen")


def test_what_was_not_read_yet_is_looked_through_while_one_reads_on(linker: Linker) -> None:
    workspace = linker.workspace
    store = a_document(workspace, "Grain went out. " * 60, title="Store")
    tag = a_tag(workspace, "Allegation")
    workspace.passages.tag_many(
        [Tagging(store, Span(16 * at, 16 * at + 15), tag) for at in range(60)]
    )
    linker.choose(SHOT)
    linker.press(Qt.Key.Key_L)
    panel = linker.linking.lists.panel
    assert panel.is_looking()
    assert linker.view.sides.wanted() == COUNTERPARTS
    assert panel.words().startswith("Looking through 71 passages for what they share")
    assert panel.progress.isVisible()
    assert panel.progress.accessibleName() == "How many passages have been read"
    linker.qtbot.waitUntil(lambda: not panel.is_looking())
    assert not panel.progress.isVisible()
    current = panel.current()
    assert current is not None
    assert current.label == "D2·1"


def test_a_list_that_is_closed_while_it_looks_stops_looking(linker: Linker) -> None:
    workspace = linker.workspace
    store = a_document(workspace, "Grain went out. " * 60, title="Store")
    tag = a_tag(workspace, "Allegation")
    workspace.passages.tag_many(
        [Tagging(store, Span(16 * at, 16 * at + 15), tag) for at in range(60)]
    )
    linker.choose(SHOT)
    linker.press(Qt.Key.Key_L)
    panel = linker.linking.lists.panel
    linker.linking.lists.close()
    assert not panel.is_looking()
    assert not panel.progress.isVisible()


def test_g_where_nothing_is_linked_says_so(linker: Linker) -> None:
    linker.choose(SHOT, 0)
    linker.press(Qt.Key.Key_G)
    assert "linked to nothing" in linker.prompts.told[-1].template


def test_the_details_say_each_link_both_ways_and_change_it(linker: Linker) -> None:
    workspace = linker.workspace
    link = workspace.links.link(linker.passage(DENIED), linker.passage(SHOT))
    linker.choose(SHOT, 0)
    section = linker.linking.section
    linker.qtbot.waitUntil(lambda: len(section.words()) == 1)
    assert section.words()[0].startswith("\u2066×\u2069 denied by D2·1 “")
    linker.choose(DENIED, 1)
    linker.qtbot.waitUntil(lambda: section.words()[0].startswith("\u2066×\u2069 denies D1·1"))

    def answer(question: LinkQuestion) -> LinkWish:
        assert LinkType.SAME_FIGURE not in question.types
        return LinkWish(LinkType.CONTRADICTS, "as told", Independence.NO)

    linker.prompts.will("describe_link", answer)
    section.change_wanted.emit(link)
    linker.qtbot.waitUntil(lambda: "Same origin\nas told" in section.words()[0])
    assert section.words()[0].startswith("\u2066≠\u2069 cannot both hold D1·1")
    linker.prompts.will(
        "describe_link", LinkWish(LinkType.DENIES, "", Independence.NOT_JUDGED, remove=True)
    )
    section.change_wanted.emit(link)
    linker.qtbot.waitUntil(section.isHidden)
    assert linker.links(SHOT) == []


def test_it_is_said_where_both_ends_are_told_by_one_actor(linker: Linker) -> None:
    workspace = linker.workspace
    army = workspace.actors.add("The Army")
    one, other = linker.passage(DENIED), linker.passage("Kavrel was seen")
    for passage in (one, other):
        workspace.records.enter(passage, {"chain": (ChainMember(army),)})
    link = workspace.links.link(one, other, LinkType.CORROBORATES)
    linker.choose(DENIED, 1)
    section = linker.linking.section
    linker.qtbot.waitUntil(lambda: len(section.words()) == 1)
    assert "Separate source: not judged" in section.words()[0]
    assert "Both are told by \u2068The Army\u2069" in section.words()[0]
    seen: list[str] = []

    def answer(question: LinkQuestion) -> None:
        seen.append(question.warning)

    linker.prompts.will("describe_link", answer)
    section.change_wanted.emit(link)
    assert seen == ["Both are told by \u2068The Army\u2069"]


def test_badges_say_what_answers_and_each_opens_its_passages(linker: Linker) -> None:
    workspace = linker.workspace
    linker.open_in_panes(linker.document("Raid"))
    linker.choose(SHOT, 0)
    badges = linker.linking.badges
    linker.qtbot.waitUntil(lambda: len(badges.buttons()) == 1)
    assert badges.buttons()[0].accessibleName() == "no answer in these documents (0 of 9 done)"
    badges.buttons()[0].click()
    assert linker.view.sides.wanted() == COUNTERPARTS
    linker.press(Qt.Key.Key_Escape)
    workspace.links.link(linker.passage(DENIED), linker.passage(SHOT))
    linker.qtbot.waitUntil(lambda: len(badges.buttons()) == 2)
    assert [one.accessibleName() for one in badges.buttons()] == ["has a response", "denied by 1"]
    badges.buttons()[1].click()
    assert linker.view.panes.chosen_passage() == linker.passage(DENIED)
    workspace.links.link(linker.passage("Kavrel was seen"), linker.passage(SHOT))
    linker.choose(SHOT, 0)
    linker.qtbot.waitUntil(lambda: badges.buttons()[-1].accessibleName() == "denied by 2")
    badges.buttons()[-1].click()
    assert [row.label for row in linker.linking.lists.panel.rows()] == ["D2·1", "D3·1"]


def test_links_are_curves_where_both_ends_are_in_view_and_signs_where_one_is(
    linker: Linker,
) -> None:
    workspace = linker.workspace
    workspace.links.link(linker.passage(DENIED), linker.passage(SHOT))
    workspace.links.link(linker.passage("Kavrel was seen"), linker.passage(SHOT))
    linker.choose(SHOT, 0)
    curves = linker.linking.curves
    linker.qtbot.waitUntil(lambda: len(curves.strips()) == 1 and curves.strips()[0].isVisible())
    linker.window.grab()
    (curve,) = curves.strips()[0].curves()
    assert (curve.sign, curve.into_left, curve.into_right) == ("×", True, False)
    assert curve.raised
    labels = {one.bracket.mark.id: one for one in linker.pane(0).reader.gutter.labels()}
    assert labels[linker.passage(SHOT)].links == "×"
    linker.run("link.curves")
    assert not curves.strips() or curves.strips()[0].isHidden()
    linker.window.grab()
    labels = {one.bracket.mark.id: one for one in linker.pane(0).reader.gutter.labels()}
    assert curves.words(linker.passage(SHOT))[0].startswith("\u2066×\u2069 denied by D2·1")
    shot = linker.passage(SHOT)
    assert len(curves.signs(linker.pane(0), [shot])[shot]) == 2
    linker.open_again()
    assert not linker.linking.curves_shown()


def test_a_press_on_the_sign_of_a_link_goes_to_its_other_end(linker: Linker) -> None:
    linker.workspace.links.link(linker.passage("Kavrel was seen"), linker.passage(SHOT))
    linker.choose("Exactly 14", 1)
    gutter = linker.pane(0).reader.gutter

    def pill() -> QPoint | None:
        linker.window.grab()
        found = [one.pill.center().toPoint() for one in gutter.labels() if one.links]
        return found[0] if found else None

    linker.qtbot.waitUntil(lambda: pill() is not None)
    place = pill()
    assert place is not None
    QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, PLAIN, place)
    assert linker.view.panes.chosen_passage() == linker.passage("Kavrel was seen")


def test_a_source_that_has_come_asks_to_be_placed(linker: Linker) -> None:
    workspace = linker.workspace
    source = workspace.links.add_source("The broadcast", "Radio")
    link = workspace.links.link_to_source(linker.passage(DENIED), source)
    linker.choose(DENIED, 1)
    linker.run("link.sources")
    panel = linker.linking.sources.panel
    assert linker.view.sides.wanted() == SOURCES
    assert [(row.title, row.quote, row.reasons) for row in panel.rows()] == [
        ("The broadcast", "\u2068Radio\u2069", "named by D2·1")
    ]
    linker.press(Qt.Key.Key_Return)
    assert linker.view.panes.chosen_passage() == linker.passage(DENIED)
    held = a_document(workspace, "He was shot, the speaker said.", title="The Broadcast")
    assert linker.prompts.informed[-1].startswith("A source you were looking for is here: 1 link")
    assert linker.prompts.offered is not None
    linker.prompts.offered[1]()
    linker.qtbot.waitUntil(lambda: panel.rows()[0].document == held)
    assert panel.title() == "Sources to find: 1 · 1 link to place"
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    linker.press(Qt.Key.Key_Return)
    lists = linker.linking.lists
    assert lists.panel.words().startswith("Nothing is tagged in D11 yet")
    passage = a_passage(workspace, held, "He was shot", "Allegation")
    linker.qtbot.waitUntil(lambda: len(lists.panel.rows()) == 1)
    lists.panel.take_keys()
    linker.press(Qt.Key.Key_Return)
    assert workspace.links.get(link).to_passage == passage
    assert workspace.links.sources_to_find() == []


def test_passages_of_the_event_are_offered_to_be_linked(linker: Linker) -> None:
    events = linker.workspace.events
    event = events.add("The raid")
    events.put([linker.passage(SHOT), linker.passage("Exactly 14")], event)
    linker.open_in_panes(linker.document("Raid"))
    linker.choose(SHOT, 0)
    linker.press(Qt.Key.Key_L)
    panel = linker.linking.lists.panel
    panel.event_wanted.emit()
    assert [row.label for row in panel.rows()] == ["D2·2"]
    linker.press(Qt.Key.Key_Return)
    assert [label for _words, label in linker.links(SHOT)] == ["D2·2"]


def test_the_panels_are_named_and_reached_by_keys(linker: Linker) -> None:
    linker.choose(SHOT, 0)
    linker.press(Qt.Key.Key_L, CTRL | SHIFT)
    assert nameless(linker.window) == []
    linker.press(Qt.Key.Key_Escape)
    linker.run("link.sources")
    assert "not in this project" in linker.linking.sources.panel.words()
    assert nameless(linker.window) == []
    assert linker.view.current() is PageName.READ
