"""The card of a record: what it shows, what is typed into it, and what is never lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer.domain.actors import ChainMember
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.errors import ReviewerError
from reviewer.domain.fields import FieldKind
from reviewer.domain.spans import Span
from reviewer.ui.bridge import Bridge
from reviewer.ui.theme.themes import LIGHT
from reviewer.ui.views.details.details import DetailsPanel
from reviewer.ui.views.details.record_card import Entering, RecordCard
from reviewer.ui.views.details.record_row import RecordRow
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage

TEXT = (
    "At least 27 party workers were arrested. "
    "Farooq Sattar said that the Rangers had tortured Aftab Ahmed. "
    "Several people were killed. The army denied the charge of torture."
)
FIGURE = "At least 27 party workers were arrested."
CHARGE = "Farooq Sattar said that the Rangers had tortured Aftab Ahmed."
KEY = Qt.Key


@pytest.fixture
def bridge(workspace: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(workspace, qapp)
    yield made
    made.close()


class Hand:
    """Somebody at the details of a project; saves as the window does."""

    def __init__(self, workspace: Workspace, bridge: Bridge, qtbot: QtBot) -> None:
        self.workspace, self.qtbot = workspace, qtbot
        self.document = a_document(workspace, TEXT)
        self.problems: list[ReviewerError] = []
        self.panel = DetailsPanel(workspace, bridge, LIGHT)
        self.card: RecordCard = self.panel.card.record
        self.card.entering.connect(self._enter)
        qtbot.addWidget(self.panel)
        self.panel.resize(300, 900)
        with qtbot.waitActive(self.panel):
            self.panel.show()
            self.panel.activateWindow()

    def _enter(self, wish: Entering) -> None:
        records = self.workspace.records
        try:
            records.enter(wish.passage, wish.values, own=wish.own, confirm=wish.confirm)
            wish.saved = True
        except ReviewerError as problem:
            self.problems.append(problem)

    def passage(self, words: str = FIGURE, tag: str = "Casualty figure") -> int:
        made = a_passage(self.workspace, self.document, words, tag)
        self.show(made)
        return made

    def show(self, passage: int) -> None:
        self.panel.show_chosen(self.document, passage)
        self.qtbot.waitUntil(lambda: self.panel.card.passage == passage)

    def row(self, key: str) -> RecordRow:
        return self.card.row(key)

    def text(self, key: str) -> str:
        return self.row(key).editor.line.text()

    def write(self, key: str, words: str) -> None:
        """Type into a field, in place of what stands there."""
        self.row(key).editor.start()
        QTest.keyClicks(self.row(key).editor.line, words)

    def press(self, key: Qt.Key) -> None:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, key)

    def said(self) -> str:
        labels = [one for one in self.card.findChildren(QLabel) if one.isVisible()]
        words = "\n".join(one.text() for one in labels)
        return words.translate(dict.fromkeys((0x2066, 0x2068, 0x2069)))

    def line(self) -> str:
        """Return what a screen reader says of all of it."""
        said = next(
            one.accessibleName() for one in self.card.findChildren(QLabel) if one.accessibleName()
        )
        return said.translate(dict.fromkeys((0x2066, 0x2068, 0x2069)))


@pytest.fixture
def hand(workspace: Workspace, bridge: Bridge, qtbot: QtBot) -> Hand:
    return Hand(workspace, bridge, qtbot)


def test_a_figure_stands_in_one_line_with_what_is_not_confirmed_marked(hand: Hand) -> None:
    hand.passage()
    assert hand.line() == (
        "27 or more (not confirmed) · arrested (not confirmed) · "
        "who says so: this page → not named (not confirmed)"
    )
    assert "confirms" in hand.said()


def test_four_fields_show_at_first_and_the_rest_on_demand(hand: Hand, qtbot: QtBot) -> None:
    hand.passage()
    keys = ["number_text", "harm", "chain", "victim_label"]
    assert [row.key for row in hand.card.rows()] == keys
    with qtbot.waitSignal(hand.card.more_changed) as told:
        hand.card.more.click()
    assert told.args == [True]
    assert len(hand.card.rows()) > len(keys)
    assert hand.text("low") == "27"
    hand.card.more.click()
    assert [row.key for row in hand.card.rows()] == keys


def test_what_is_read_is_slanted_and_called_not_confirmed_until_it_is(hand: Hand) -> None:
    passage = hand.passage()
    line = hand.row("harm").editor.line
    assert line.font().italic()
    assert "not confirmed" in line.accessibleName()
    hand.workspace.records.confirm([passage])
    hand.qtbot.waitUntil(lambda: not line.font().italic())
    assert "not confirmed" not in line.accessibleName()


def test_enter_saves_what_was_typed_and_confirms_the_rest(hand: Hand, qtbot: QtBot) -> None:
    passage = hand.passage()
    hand.card.edit()
    QTest.keyClicks(hand.row("number_text").editor.line, "27")
    assert "read as: 27" in hand.said()
    with qtbot.waitSignal(hand.card.done):
        hand.press(KEY.Key_Return)
    entered = hand.workspace.records.of(passage).entered
    assert (entered["number_text"], entered["low"], entered["high"]) == ("27", 27, 27)
    assert entered["harm"] == "arrested"


def test_escape_keeps_what_was_typed_and_leaves_the_rest_unconfirmed(
    hand: Hand, qtbot: QtBot
) -> None:
    passage = hand.passage()
    hand.write("victim_label", "activists")
    with qtbot.waitSignal(hand.card.done):
        hand.press(KEY.Key_Escape)
    record = hand.workspace.records.of(passage)
    assert record.entered == {"victim_label": "activists"}
    assert "harm" in record.unconfirmed()


def test_numbers_are_typed_in_the_digits_of_any_script_and_empty_is_none(hand: Hand) -> None:
    passage = hand.passage("Several people were killed.")
    hand.card.set_more(more=True)
    hand.row("low").editor.put_draft("۱٬۲۰۰")
    hand.card.flush()
    assert hand.workspace.records.of(passage).entered["low"] == 1200
    hand.row("low").editor.put_draft("")
    hand.card.flush()
    assert "low" not in hand.workspace.records.of(passage).entered


def test_what_is_no_number_is_said_and_stays_typed(hand: Hand, qtbot: QtBot) -> None:
    passage = hand.passage()
    hand.card.set_more(more=True)
    hand.write("high", "many")
    with qtbot.assertNotEmitted(hand.card.done):
        hand.press(KEY.Key_Return)
    assert "is no number" in hand.said()
    assert hand.text("high") == "many"
    assert hand.workspace.records.of(passage).entered == {}


def test_what_is_refused_stays_with_its_passage_and_comes_back(hand: Hand) -> None:
    first = hand.passage()
    second = a_passage(hand.workspace, hand.document, "Several people", "Casualty figure")
    hand.card.set_more(more=True)
    hand.row("low").editor.put_draft("9")
    hand.row("high").editor.put_draft("5")
    hand.show(second)
    assert len(hand.problems) == 1
    hand.qtbot.waitUntil(lambda: hand.text("low") == "")
    hand.show(first)
    assert (hand.text("low"), hand.text("high")) == ("9", "5")
    assert "Not saved yet." in hand.said()
    hand.row("high").editor.put_draft("12")
    hand.card.flush()
    entered = hand.workspace.records.of(first).entered
    assert (entered["low"], entered["high"]) == (9, 12)
    assert "Not saved yet." not in hand.said()


def test_what_had_to_wait_is_saved_of_passages_that_are_not_shown_too(hand: Hand) -> None:
    first = hand.passage()
    second = a_passage(hand.workspace, hand.document, "Several people", "Casualty figure")
    with hand.workspace.history.alone():
        hand.card.set_more(more=True)
        hand.row("low").editor.put_draft("9")
        hand.show(second)
        hand.qtbot.waitUntil(lambda: hand.text("low") == "")
        hand.row("low").editor.put_draft("7")
        hand.card.flush()
        assert len(hand.problems) == 2
    hand.panel.settle()
    found = [hand.workspace.records.of(one).entered["low"] for one in (first, second)]
    assert found == [9, 7]
    assert "Not saved yet." not in hand.said()
    hand.panel.settle()
    assert len(hand.problems) == 2


def test_leaving_the_card_saves_what_was_typed(hand: Hand, qtbot: QtBot) -> None:
    passage = hand.passage()
    hand.write("victim_label", "activists")
    hand.panel.note.edit()
    qtbot.waitUntil(lambda: "victim_label" in hand.workspace.records.of(passage).entered)


def test_news_of_other_changes_does_not_write_over_what_is_typed(hand: Hand) -> None:
    passage = hand.passage()
    hand.write("victim_label", "activ")
    hand.workspace.records.enter(passage, {"harm": "killed", "victim_label": "men"})
    hand.qtbot.waitUntil(lambda: hand.text("harm") == "killed")
    assert hand.text("victim_label") == "activ"


def test_a_word_of_a_closed_list_is_typed_by_its_beginning(hand: Hand, qtbot: QtBot) -> None:
    passage = hand.passage()
    hand.write("harm", "forced")
    with qtbot.waitSignal(hand.card.done):
        hand.press(KEY.Key_Return)
    assert hand.workspace.records.of(passage).entered["harm"] == "displaced"


def test_a_word_that_is_not_in_the_list_is_refused(hand: Hand) -> None:
    hand.passage()
    hand.row("harm").editor.put_draft("bored")
    assert not hand.card.flush()
    assert "is not in the list" in hand.said()


def test_yes_and_no_are_a_list_of_their_own(hand: Hand) -> None:
    passage = hand.passage()
    hand.card.set_more(more=True)
    hand.row("negated").editor.put_draft("yes")
    hand.card.flush()
    assert hand.workspace.records.of(passage).entered["negated"] is True
    hand.qtbot.waitUntil(lambda: "denied number" in hand.line())


def test_a_date_is_read_as_it_is_typed_and_an_ambiguous_one_says_so(hand: Hand) -> None:
    passage = hand.passage()
    hand.card.set_more(more=True)
    hand.write("event_date", "11 March 2015")
    hand.card.flush()
    entered = hand.workspace.records.of(passage).entered
    assert entered["event_date"] == WrittenDate("11 March 2015", "2015-03-11", DateBasis.ENTERED)
    hand.write("event_date", "10/8/2015")
    assert "Two readings: 8 October 2015, or 10 August 2015" in hand.said()
    hand.card.flush()
    entered = hand.workspace.records.of(passage).entered
    assert entered["event_date"] == WrittenDate("10/8/2015", "", DateBasis.AMBIGUOUS)
    hand.write("event_date", "the day after")
    assert "Not read as a date" in hand.said()


def test_a_chain_is_typed_with_arrows_and_completed(hand: Hand) -> None:
    sattar = hand.workspace.actors.add("Farooq Sattar")
    passage = hand.passage()
    hand.write("chain", "The Courier < Farooq Sattar < not named")
    assert hand.text("chain") == "The Courier → Farooq Sattar → not named"
    hand.card.flush()
    chain = hand.workspace.records.of(passage).entered["chain"]
    assert isinstance(chain, tuple)
    courier = hand.workspace.actors.named("the courier")
    assert courier is not None
    assert [one.actor for one in chain] == [courier.id, sattar, None]
    said = "who says so: this page → The Courier → Farooq Sattar → not named"
    hand.qtbot.waitUntil(lambda: said in hand.line())


def test_a_chain_that_is_only_led_on_keeps_its_members_and_words_of_caution(hand: Hand) -> None:
    passage = hand.passage()
    hand.workspace.records.enter(passage, {"chain": (ChainMember(None, "a source", "reportedly"),)})
    hand.qtbot.waitUntil(lambda: hand.text("chain") == "a source (“reportedly”)")
    line = hand.row("chain").editor.line
    line.setFocus()
    line.end(False)  # noqa: FBT003 - Qt calls it so
    QTest.keyClicks(line, " <- Farooq Sattar")
    hand.card.flush()
    chain = hand.workspace.records.of(passage).entered["chain"]
    assert isinstance(chain, tuple)
    first, second = chain
    assert first == ChainMember(None, "a source", "reportedly")
    assert isinstance(second, ChainMember)
    assert second.printed == "Farooq Sattar"
    assert second.actor is not None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a source (“allegedly”)", ("a source", "allegedly")),
        ('a source "it is said that"', ("a source", "it is said that")),
        ("a source", ("a source", "")),
        ('not named "reportedly"', ("", "reportedly")),
        ("a witness «apparently»", ("a witness", "apparently")),
    ],
)
def test_words_of_caution_are_typed_behind_a_name_in_quotation_marks(
    hand: Hand, typed: str, kept: tuple[str, str]
) -> None:
    passage = hand.passage()
    hand.workspace.records.enter(passage, {"chain": (ChainMember(None, "a source", "reportedly"),)})
    hand.qtbot.waitUntil(lambda: hand.text("chain") == "a source (“reportedly”)")
    hand.row("chain").put_draft(typed)
    assert "Words of caution go behind a name" in hand.said()
    hand.card.flush()
    chain = hand.workspace.records.of(passage).entered["chain"]
    assert isinstance(chain, tuple)
    (member,) = chain
    assert isinstance(member, ChainMember)
    assert (member.printed, member.hedge) == kept


def test_words_of_caution_change_and_who_is_meant_stays(hand: Hand) -> None:
    passage = hand.passage()
    courier = hand.workspace.actors.add("Kamal “the Courier”")
    hand.workspace.records.enter(passage, {"chain": (ChainMember(courier, "Kamal", "reportedly"),)})
    hand.qtbot.waitUntil(lambda: hand.text("chain").startswith("Kamal “the Courier”"))
    hand.row("chain").put_draft('Kamal “the Courier” "allegedly"')
    hand.card.flush()
    assert hand.workspace.records.of(passage).entered["chain"] == (
        ChainMember(courier, "Kamal", "allegedly"),
    )
    hand.row("chain").put_draft("Kamal “the Courier” ← Kamal “the Courier”")
    hand.card.flush()
    assert hand.workspace.records.of(passage).entered["chain"] == (
        ChainMember(courier, "Kamal"),
        ChainMember(courier, "Kamal"),
    )


def test_the_accused_are_typed_with_semicolons(hand: Hand) -> None:
    passage = hand.passage(CHARGE, "Allegation")
    hand.row("accused").editor.put_draft("Rangers; Sindh Police")
    hand.card.flush()
    accused = hand.workspace.records.of(passage).entered["accused"]
    assert isinstance(accused, tuple)
    assert len(accused) == 2
    said = "said to have done it: Rangers, Sindh Police"
    hand.qtbot.waitUntil(lambda: said in hand.line())


def test_words_a_value_was_read_from_are_pointed_out(hand: Hand, qtbot: QtBot) -> None:
    hand.passage()
    with qtbot.waitSignal(hand.card.pointed) as told:
        hand.row("number_text").editor.start()
    assert told.args == [Span(0, len("At least 27"))]


def test_the_standard_names_stand_beside_the_plain_ones(hand: Hand) -> None:
    hand.passage()
    assert "number_text" not in hand.said()
    hand.card.set_standard(standard=True)
    assert "Number as printed · number_text" in hand.said()


def test_own_fields_stand_below_and_are_kept(hand: Hand) -> None:
    tag = hand.workspace.tags.named("Casualty figure")
    assert tag is not None
    fields = hand.workspace.fields
    shift = fields.add(tag.id, "Shift", FieldKind.CHOICE, ("day", "night"))
    when = fields.add(tag.id, "Filed on", FieldKind.DATE)
    sure = fields.add(tag.id, "Seen twice", FieldKind.YES_NO)
    passage = hand.passage()
    hand.row(f"own.{shift}").editor.put_draft("night")
    hand.row(f"own.{when}").editor.put_draft("11 March 2015")
    hand.row(f"own.{sure}").editor.put_draft("no")
    hand.card.flush()
    assert hand.workspace.records.of(passage).own == {
        shift: "night",
        when: "2015-03-11",
        sure: "0",
    }
    fields.remove(shift)
    hand.qtbot.waitUntil(lambda: f"own.{shift}" not in [row.key for row in hand.card.rows()])


def test_a_tag_without_details_has_no_card(hand: Hand) -> None:
    hand.passage("Several people", "Other")
    assert hand.card.isHidden()
    assert not hand.card.edit()


def test_every_field_has_a_name_and_a_line_of_help(hand: Hand) -> None:
    hand.passage(CHARGE, "Allegation")
    hand.card.set_more(more=True)
    for row in hand.card.rows():
        assert row.editor.line.accessibleName()
        assert row.editor.line.toolTip()


def test_a_speaker_in_the_line_leads_to_the_register(hand: Hand, qtbot: QtBot) -> None:
    passage = hand.passage(CHARGE, "Allegation")
    hand.workspace.records.confirm([passage])
    actor = hand.workspace.actors.named("Farooq Sattar")
    assert actor is not None
    hand.qtbot.waitUntil(lambda: f"actor:{actor.id}" in hand.said())
    line = next(one for one in hand.card.findChildren(QLabel) if "actor:" in one.text())
    with qtbot.waitSignal(hand.card.actor_wanted) as told:
        line.linkActivated.emit(f"actor:{actor.id}")
    assert told.args == [actor.id]


def test_a_named_victim_says_why_it_is_one_or_more_and_a_tip_says_the_rule(hand: Hand) -> None:
    passage = hand.passage("Several people were killed.")
    assert "at least one" not in hand.said()
    tip = hand.row("harm").editor.line.toolTip()
    assert "read by: what was done to them" in tip
    assert "killed" in tip
    named = a_passage(
        hand.workspace,
        a_document(hand.workspace, "Junaid Varr was killed.", title="Named"),
        "Junaid Varr was killed.",
        "Casualty figure",
    )
    document = hand.workspace.passages.get(named).document
    hand.panel.show_chosen(document, named)
    hand.qtbot.waitUntil(lambda: hand.panel.card.passage == named)
    assert "One person is named: that means at least one" in hand.said()
    assert named != passage
    hand.write("number_text", "3")
    assert "at least one" not in hand.said()
    assert "read by" not in hand.row("number_text").editor.line.toolTip()
