"""Two accounts of the same days, told in another order, read side by side by their events."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.text.reader import Reader
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.views.reading.pane import Pane
from tests.builders import a_document, a_passage, a_project
from tests.ui.at_the_desk import AtTheDesk, at_the_desk

KEY = Qt.Key
LINE = "Nothing of note was written down by anyone on this day of the long summer.\n"
SHELLING, FIRE = "Shells fell on the market", "The depot burned for two days"
ALSO_SHELLING, ALSO_FIRE = "the market was shelled", "a fire at the depot"
LATER = "later that the market was shelled again"


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with a_project(tmp_path, "accounts") as made:
        one = a_document(
            made,
            LINE * 60 + f"{SHELLING}.\n" + LINE * 60 + f"{FIRE}.\n" + LINE * 60,
            title="The paper",
        )
        other = a_document(
            made,
            LINE * 30
            + f"They speak of {ALSO_FIRE}.\n"
            + LINE * 90
            + f"They say {ALSO_SHELLING}.\n"
            + LINE * 90
            + f"They say {LATER}.\n"
            + LINE * 40,
            title="The spokesman",
        )
        shelling = made.events.add("Shelling of the market")
        fire = made.events.add("Fire at the depot")
        made.events.put([a_passage(made, one, SHELLING)], shelling)
        made.events.put([a_passage(made, other, ALSO_SHELLING)], shelling)
        made.events.put([a_passage(made, other, LATER)], shelling)
        made.events.put([a_passage(made, one, FIRE)], fire)
        made.events.put([a_passage(made, other, ALSO_FIRE)], fire)
        a_document(made, LINE * 90, title="A report on nothing")
        path = made.path
    with at_the_desk(qtbot, path) as desk:
        desk.open_in_panes(*desk.workspace.documents.ids()[:2])
        yield desk


def press(key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        text = QApplication.focusWidget()
        assert text is not None
        QTest.keyClick(text, key)


def height_of(reader: Reader, words: str) -> float | None:
    """Return where the bracket of a passage with these words begins, if it is in view."""
    text = reader._view.text
    for bracket in reader.gutter.places().values():
        if text[bracket.mark.span.start : bracket.mark.span.end] == words:
            return bracket.top
    return None


def says(here: AtTheDesk, words: str) -> bool:
    """Say whether the status bar comes to say this of the events that are followed."""
    label = here.window.findChild(ElidedLabel, "status_together")
    assert isinstance(label, ElidedLabel)
    for _ in range(300):
        if words == (label.text() if label.isVisible() else ""):
            return True
        QTest.qWait(10)
    return False


def scroll_until_near(pane: Pane, words: str) -> None:
    """Scroll line by line until a passage stands in the upper third, as a wheel would."""
    bar, reader = pane.scroll_bar(), pane.reader
    wanted = reader.sight.height / 3
    for _ in range(900):
        found = height_of(reader, words)
        if found is not None and abs(found - wanted) < 30:
            return
        bar.setValue(bar.value() + 24)
    raise AssertionError(words)


def by_events(here: AtTheDesk) -> tuple[Pane, Pane]:
    press(KEY.Key_Y, 2)
    one, other = here.view.panes.panes()
    return one, other


def test_the_other_account_comes_to_the_same_height(here: AtTheDesk) -> None:
    one, other = by_events(here)
    assert other.scroll_bar().value() == 0
    scroll_until_near(one, SHELLING)
    place = height_of(one.reader, SHELLING)
    assert place is not None
    assert height_of(other.reader, ALSO_SHELLING) == pytest.approx(place, abs=1)
    assert says(here, "Together at: \u2068Shelling of the market\u2069")
    scroll_until_near(one, FIRE)
    place = height_of(one.reader, FIRE)
    assert place is not None
    assert height_of(other.reader, ALSO_FIRE) == pytest.approx(place, abs=1)
    assert says(here, "Together at: \u2068Fire at the depot\u2069")


def test_what_is_scrolled_stays_where_it_was_put(here: AtTheDesk) -> None:
    one, _other = by_events(here)
    for wanted in range(0, one.scroll_bar().maximum(), 37):
        one.scroll_bar().setValue(wanted)
        assert one.scroll_bar().value() == wanted


def test_nobody_moves_while_no_event_is_near(here: AtTheDesk) -> None:
    one, other = by_events(here)
    one.scroll_bar().setValue(300)
    assert other.scroll_bar().value() == 0
    scroll_until_near(one, SHELLING)
    one.scroll_bar().setValue(one.scroll_bar().value() + 900)
    followed = other.scroll_bar().value()
    one.scroll_bar().setValue(one.scroll_bar().value() + 60)
    assert height_of(one.reader, SHELLING) is None
    assert other.scroll_bar().value() == followed


def test_the_project_is_not_asked_while_one_scrolls(here: AtTheDesk) -> None:
    one, other = by_events(here)
    assert says(here, "Together by events")
    asked: list[str] = []
    raw = here.workspace._project.connection.raw
    raw.set_trace_callback(asked.append)
    scroll_until_near(one, SHELLING)
    raw.set_trace_callback(None)
    assert height_of(other.reader, ALSO_SHELLING) is not None
    assert asked == []


def test_paging_by_keys_misses_no_event(here: AtTheDesk) -> None:
    _one, other = by_events(here)
    met = set()
    for _ in range(24):
        press(KEY.Key_PageDown)
        both = (ALSO_SHELLING, ALSO_FIRE)
        met |= {words for words in both if height_of(other.reader, words) is not None}
    assert met == {ALSO_SHELLING, ALSO_FIRE}


def test_of_several_places_the_nearest_to_the_last_one_is_taken(here: AtTheDesk) -> None:
    one, other = by_events(here)
    scroll_until_near(one, SHELLING)
    assert height_of(other.reader, LATER) is None
    other.scroll_bar().setValue(other.scroll_bar().maximum())
    one.scroll_bar().setValue(0)
    scroll_until_near(one, SHELLING)
    assert height_of(other.reader, LATER) is not None


def test_whoever_is_scrolled_leads(here: AtTheDesk) -> None:
    one, other = by_events(here)
    scroll_until_near(other, ALSO_SHELLING)
    place = height_of(other.reader, ALSO_SHELLING)
    assert place is not None
    assert height_of(one.reader, SHELLING) == pytest.approx(place, abs=1)


def test_the_key_goes_round_and_a_restart_keeps_it(here: AtTheDesk) -> None:
    ways = ("pane.scroll_apart", "pane.scroll_share", "pane.scroll_events")

    def chosen() -> list[str]:
        here.window.commands.refresh()
        return [one for one in ways if here.window.commands.action(one).isChecked()]

    assert chosen() == ["pane.scroll_apart"]
    for way in ("pane.scroll_share", "pane.scroll_events", "pane.scroll_apart"):
        press(KEY.Key_Y)
        assert chosen() == [way]
    assert says(here, "")
    here.run("pane.scroll_events")
    here.open_again()
    assert chosen() == ["pane.scroll_events"]
    assert says(here, "Together by events")
    one, other = here.view.panes.panes()
    scroll_until_near(one, SHELLING)
    assert height_of(other.reader, ALSO_SHELLING) is not None
    here.window.close_project()
    assert says(here, "")


def test_documents_without_a_common_event_say_how_to_make_one(here: AtTheDesk) -> None:
    one, _other, nothing = here.workspace.documents.ids()
    here.open_in_panes(one, nothing)
    by_events(here)
    assert says(here, "Together by events: these documents share none")
    assert "(E)" in here.prompts.informed[-1]
    assert "(Shift+E)" in here.prompts.informed[-1]
    passage = a_passage(here.workspace, nothing, LINE.strip())
    here.workspace.events.put([passage], here.workspace.events.all()[0].id)
    assert says(here, "Together by events")


def test_beside_an_empty_pane_nothing_is_said_of_events(here: AtTheDesk) -> None:
    here.view.panes.panes()[1].show_document(None)
    told = len(here.prompts.informed)
    by_events(here)
    assert says(here, "")
    assert len(here.prompts.informed) == told
    here.view.panes.panes()[1].show_document(here.workspace.documents.ids()[1])
    assert says(here, "Together by events")
