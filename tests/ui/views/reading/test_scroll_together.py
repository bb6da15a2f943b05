"""Two panes that scroll together, by the share of their lengths, and lead each other in no ring."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from reviewer.ui.views.pieces.glyphs import Glyph
from reviewer.ui.views.reading.pane import Pane
from tests.builders import a_document, a_project
from tests.ui.at_the_desk import AtTheDesk, at_the_desk
from tests.ui.what_stands_painted import painted_anew, what_stands_painted

LINE = "Twelve people were hurt at the bridge, the spokesman said on the second day.\n"
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
POSTS = "".join(
    f"{number}. dr_meher 👩🏽‍⚕️🇵🇰, 3 Nov\n"
    "3 dead in Emergency and a score of bullet wounds. Please don't send flowers, send blood 🩸\n\n"
    "پل پر گولی چلی، درجنوں زخمی ہسپتال پہنچے۔ خون کی اشد ضرورت ہے 🙏\n"
    for number in range(1, 12)
)


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with a_project(tmp_path, "long") as made:
        for count in (80, 240, 120):
            a_document(made, LINE * count + f"The end of {count} lines.")
        path = made.path
    with at_the_desk(qtbot, path) as one:
        one.open_in_panes(*one.workspace.documents.ids()[:2])
        yield one


def share(pane: Pane) -> float:
    bar = pane.scroll_bar()
    return bar.value() / bar.maximum()


def press_y(here: AtTheDesk) -> None:
    text = here.view.panes.focused().reader.focusProxy()
    assert text is not None
    QTest.keyClick(text, Qt.Key.Key_Y)


def linked(pane: Pane) -> bool:
    glyph = pane.header.findChild(Glyph, "pane_linked")
    assert isinstance(glyph, Glyph)
    return not glyph.isHidden()


def test_where_one_goes_the_other_goes(here: AtTheDesk) -> None:
    one, other = here.view.panes.panes()
    one.scroll_bar().setValue(one.scroll_bar().maximum() // 3)
    assert other.scroll_bar().value() == 0
    press_y(here)
    assert linked(one)
    assert linked(other)
    one.scroll_bar().setValue(one.scroll_bar().maximum() // 2)
    assert share(other) == pytest.approx(0.5, abs=0.02)
    other.scroll_bar().setValue(other.scroll_bar().maximum())
    assert share(one) == pytest.approx(1.0, abs=0.001)


def test_the_one_that_leads_stays_where_it_was_put(here: AtTheDesk) -> None:
    press_y(here)
    one, _other = here.view.panes.panes()
    for wanted in (411, 97, 640):
        one.scroll_bar().setValue(wanted)
        QTest.qWait(0)
        assert one.scroll_bar().value() == wanted


def test_the_pane_that_follows_shows_every_line_where_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    with a_project(tmp_path, "posts") as made:
        a_document(made, LINE * 60)
        a_document(made, POSTS)
        path = made.path
    with at_the_desk(qtbot, path) as one:
        one.open_in_panes(*one.workspace.documents.ids())
        press_y(one)
        leads, follows = (pane.reader.focusProxy() for pane in one.view.panes.panes())
        assert leads is not None
        assert isinstance(follows, QAbstractScrollArea)
        places = set()
        # To the end first: what is then scrolled to from below was only guessed at until then.
        for key in (Qt.Key.Key_End, *[Qt.Key.Key_PageUp] * 9, *[Qt.Key.Key_PageDown] * 4):
            all_the_way = key == Qt.Key.Key_End
            how = Qt.KeyboardModifier.ControlModifier if all_the_way else NO_MODIFIER
            QTest.keyClick(leads, key, how)
            assert what_stands_painted(follows) == painted_anew(follows)
            places.add(follows.verticalScrollBar().value())
        assert len(places) > 6


def test_the_same_key_goes_on_to_events_and_then_lets_each_go_by_itself(here: AtTheDesk) -> None:
    for _ in range(3):
        press_y(here)
    one, other = here.view.panes.panes()
    assert not linked(one)
    one.scroll_bar().setValue(300)
    assert other.scroll_bar().value() == 0


def test_another_document_leads_nobody_and_the_pair_stays(here: AtTheDesk) -> None:
    press_y(here)
    one, other = here.view.panes.panes()
    one.scroll_bar().setValue(500)
    followed = other.scroll_bar().value()
    one.show_document(here.workspace.documents.ids()[2])
    assert other.scroll_bar().value() == followed
    assert linked(one)
    one.scroll_bar().setValue(one.scroll_bar().maximum())
    assert share(other) == pytest.approx(1.0, abs=0.001)


def test_a_pane_is_in_one_pair_and_closing_it_ends_that(here: AtTheDesk) -> None:
    panes = here.view.panes
    here.open_in_panes(*here.workspace.documents.ids()[:3])
    one, other, third = panes.panes()
    panes.together.link(one, other)
    panes.together.link(other, third)
    assert panes.together.pairs() == [(other, third)]
    assert not linked(one)
    panes._close(third)
    assert panes.together.pairs() == []
    assert not linked(other)


def test_one_pane_alone_has_nobody_to_scroll_with(here: AtTheDesk) -> None:
    here.view.panes.split(1)
    here.window.commands.refresh()
    assert not here.window.commands.action("pane.together").isEnabled()


def test_the_pairs_are_there_after_a_restart(here: AtTheDesk) -> None:
    press_y(here)
    here.open_again()
    one, other = here.view.panes.panes()
    assert here.view.panes.together.pairs() == [(one, other)]
    assert linked(other)


@pytest.mark.parametrize("state", [3, [[0]], [[0, 0]], [[0, 9]], [["x", 1]], [[True, 1]]])
def test_pairs_nobody_wrote_link_nothing(here: AtTheDesk, state: object) -> None:
    here.view.panes.together.restore(state, here.view.panes.panes())
    assert here.view.panes.together.pairs() == []
