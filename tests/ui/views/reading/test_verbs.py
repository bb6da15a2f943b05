"""The verbs above the panes: each says its key, and can be pressed only while it does something."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from reviewer.domain.tags import Tag
from reviewer.environment.settings import Settings
from reviewer.ui.theme.themes import LIGHT
from reviewer.ui.views.reading.verbs import MOST_TAGS, SLACK, VerbStrip
from reviewer.ui.window import Window
from tests.builders import a_tag
from tests.scripted import ScriptedPrompts
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def named(verbs: VerbStrip, name: str) -> QToolButton:
    (found,) = (one for one in verbs.findChildren(QToolButton) if one.accessibleName() == name)
    return found


def tag_buttons(verbs: VerbStrip) -> list[QToolButton]:
    return [button for button, _name, _key in verbs._tag_buttons]


def test_the_buttons_with_words_say_their_keys(here: AtTheDesk) -> None:
    here.view.verbs.resize(1_400, here.view.verbs.height())
    said = {button.text() for button, _action in here.view.verbs._worded}
    assert {"Tag…  T", "Done, next  Ctrl+↵"} == said
    assert [button.text()[-3:] for button in tag_buttons(here.view.verbs)] == ["  A", "  D", "  C"]


def test_a_tag_button_tags_the_sentence_at_the_caret(here: AtTheDesk) -> None:
    QTest.mouseClick(tag_buttons(here.view.verbs)[1], Qt.MouseButton.LeftButton)
    (passage,) = here.workspace.passages.ids()
    assert here.workspace.passages.listed([passage])[passage].tag_name.startswith("Denial")


def test_done_next_is_done_by_its_button(here: AtTheDesk) -> None:
    first, second = here.workspace.documents.ids()[:2]
    QTest.mouseClick(named(here.view.verbs, "Done, next not read"), Qt.MouseButton.LeftButton)
    assert here.desk.panes.document() == second
    assert here.workspace.documents.get(first).review_status.value == "done"


def test_nothing_can_be_tagged_where_nothing_is_open(here: AtTheDesk) -> None:
    assert all(button.isEnabled() for button in tag_buttons(here.view.verbs))
    here.view.panes.split(1)
    here.view.panes.close_pane()
    here.window.commands.refresh()
    assert not any(button.isEnabled() for button in tag_buttons(here.view.verbs))
    assert not named(here.view.verbs, "Tag…").isEnabled()


def test_a_project_that_can_only_be_read_offers_no_tagging(here: AtTheDesk, qtbot: QtBot) -> None:
    second = Window(Settings(), ScriptedPrompts())
    qtbot.addWidget(second)
    second.open_project(here.workspace.path)
    second.commands.refresh()
    assert second.session is not None
    verbs = second.session.view.verbs
    assert second.session.view.panes.document() is not None
    assert len(tag_buttons(verbs)) == 3
    assert not any(button.isEnabled() for button in tag_buttons(verbs))
    assert not named(verbs, "Tag…").isEnabled()
    assert not named(verbs, "Done, next not read").isEnabled()
    second.close()


def test_a_tag_made_later_gets_a_button_that_can_be_pressed(here: AtTheDesk) -> None:
    a_tag(here.workspace, "Warrant")
    assert named(here.view.verbs, "Tag as Warrant").isEnabled()


def test_names_from_a_stranger_are_shown_as_they_are_written(here: AtTheDesk) -> None:
    a_tag(here.workspace, "<b>Cause & effect</b>")
    here.view.verbs.resize(1_400, here.view.verbs.height())
    button = tag_buttons(here.view.verbs)[-1]
    assert button.text().startswith("<b>Cause && effect</b>")
    assert "&lt;b&gt;Cause &amp; effect" in button.toolTip()


def test_no_more_tags_have_buttons_than_there_is_room_for(here: AtTheDesk) -> None:
    for number in range(9):
        a_tag(here.workspace, f"Tag {number}")
    assert len(tag_buttons(here.view.verbs)) == MOST_TAGS
    tags: list[Tag] = here.workspace.tags.all()
    here.view.verbs.show_tags(tags[:1])
    assert len(tag_buttons(here.view.verbs)) == 1


def test_where_there_is_little_room_words_give_way_to_keys(here: AtTheDesk) -> None:
    verbs = here.view.verbs
    seen: list[tuple[str, str]] = []
    for width in range(1_400, 200, -20):
        verbs.resize(width, verbs.height())
        done = verbs._worded[1][0]
        has_words = done.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        now = (done.text() if has_words else "", tag_buttons(verbs)[0].text())
        if now not in seen:
            seen.append(now)
    assert seen == [
        ("Done, next  Ctrl+↵", "Allegation  A"),
        ("Done, next", "Allegation  A"),
        ("", "Allegation  A"),
        ("", "A"),
    ]


@pytest.mark.parametrize("width", [760, 1_024, 1_200, 1_440])
def test_no_button_is_narrower_than_what_it_says(qtbot: QtBot, tmp_path: Path, width: int) -> None:
    with at_the_desk(qtbot, a_file(tmp_path), width, 700) as here:
        here.view.panes.split(1)
        QTest.qWait(0)
        for button in here.view.verbs.findChildren(QToolButton):
            assert button.width() >= button.minimumSizeHint().width(), button.text()


def test_a_closed_project_leaves_no_button_that_follows_the_commands(here: AtTheDesk) -> None:
    here.open_again()
    here.open_again()
    here.window.commands.refresh()
    assert here.prompts.told == []
    assert all(button.isEnabled() for button in tag_buttons(here.view.verbs))


def test_tags_without_a_button_are_offered_from_the_list(here: AtTheDesk, qtbot: QtBot) -> None:
    for number in range(40):
        here.workspace.tags.add(f"A tag with a long name {number}")
    strip = here.view.verbs
    more = next(one for one in strip.findChildren(QToolButton) if one.text().startswith("+"))
    assert more.isVisible()
    shown = [one for one in strip.findChildren(QToolButton) if one.text().startswith("A tag with")]
    seen = len([one for one in shown if one.isVisible()]) + 3
    assert more.text() == f"+{43 - seen}"
    assert more.accessibleName() == f"{43 - seen} more tags…"
    here.prompts.will("tag", None)
    with qtbot.waitSignal(here.window.commands.action("passage.tag").triggered):
        more.click()
    for tag in here.workspace.tags.all()[3:]:
        here.workspace.regrouping.remove(tag.id)
    assert not more.isVisible()


def test_a_button_that_goes_is_never_a_window_of_its_own(here: AtTheDesk) -> None:
    for number in range(9):
        here.workspace.tags.add(f"Tag {number}")
    QTest.qWait(0)
    windows = QApplication.topLevelWidgets()
    assert not any(isinstance(one, QToolButton) and one.isVisible() for one in windows)
    assert QApplication.activeWindow() is here.window


def test_a_button_tags_though_the_letter_of_its_tag_runs_something_else(here: AtTheDesk) -> None:
    made = here.workspace.tags.add("Killed", key="T")
    button = next(one for one in tag_buttons(here.view.verbs) if one.text().startswith("Killed"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    (passage,) = here.workspace.passages.ids()
    assert here.workspace.passages.get(passage).tag == made


LONG_NAMES = ("Detention", "Extrajudicial killing", "ماورائے عدالت قتل کا الزام", "Custody & care")


def free_strip(here: AtTheDesk) -> VerbStrip:
    """Return a strip with the tags there are, which no layout around it gives another width."""
    verbs = VerbStrip(here.window.commands, LIGHT)
    verbs.setParent(here.window)
    verbs.show_tags(here.workspace.tags.all())
    verbs.show()
    return verbs


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("count", [1, 4])
def test_everything_has_room_at_every_width(
    here: AtTheDesk, qapp: QApplication, way: Qt.LayoutDirection, count: int
) -> None:
    for name in LONG_NAMES[:count]:
        here.workspace.tags.add(name)
    verbs = free_strip(here)
    layout = verbs.layout()
    assert layout is not None
    qapp.setLayoutDirection(way)
    try:
        for width in (*range(1_600, 299, -1), *range(300, 1_601)):
            verbs.resize(width, verbs.height())
            verbs._tag_places.invalidate()
            layout.invalidate()
            assert layout.minimumSize().width() <= width == verbs.width()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class _Pusher(QObject):
    """Resizes the strip whenever a button comes or goes, as a layout around it may."""

    def __init__(self, verbs: VerbStrip) -> None:
        super().__init__(verbs)
        self.pushed = 0
        self._verbs = verbs

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.pushed += 1
            self._verbs.resize(1_500 - 60 * (self.pushed % 21), self._verbs.height())
        return False


def test_a_strip_that_is_resized_by_its_own_buttons_comes_to_rest(here: AtTheDesk) -> None:
    for name in LONG_NAMES:
        here.workspace.tags.add(name)
    verbs = here.view.verbs
    pusher = _Pusher(verbs)
    for button in verbs.findChildren(QToolButton):
        button.installEventFilter(pusher)
    for width in range(1_600, 299, -50):
        verbs.resize(width, verbs.height())
    assert 0 < pusher.pushed < 2_000


def test_a_word_that_went_comes_back_only_with_room_to_spare(here: AtTheDesk) -> None:
    verbs = here.view.verbs
    width = 1_400
    verbs.resize(width, verbs.height())
    before = verbs._shown
    while verbs._shown == before:
        width -= 1
        verbs.resize(width, verbs.height())
    narrow = verbs._shown
    verbs.resize(width + SLACK, verbs.height())
    assert verbs._shown == narrow
    verbs.resize(width + SLACK + 1, verbs.height())
    assert verbs._shown == before


def test_names_are_shortened_before_only_keys_are_left(here: AtTheDesk) -> None:
    for name in ("Detention", "Extrajudicial killing"):
        here.workspace.tags.add(name)
    verbs = free_strip(here)
    seen: list[list[str]] = []
    for width in range(1_400, 420, -5):
        verbs.resize(width, verbs.height())
        said = [one.text() for one in tag_buttons(verbs) if not one.isHidden()]
        if said not in seen:
            seen.append(said)
    assert [said[2] for said in seen[-2:]] == ["Casualty f…  C", "C"]
    assert seen[0][2] == "Casualty figure  C"
    assert named(verbs, "Tag as Casualty figure").text() == "C"


def test_marks_stay_on_the_letter_where_a_name_is_shortened(here: AtTheDesk) -> None:
    here.workspace.tags.add("abcdefghij\u0301\u0323klmnop")
    verbs = free_strip(here)
    said: set[str] = set()
    for width in range(1_400, 200, -5):
        verbs.resize(width, verbs.height())
        said.add(tag_buttons(verbs)[3].text().partition("  ")[0])
    assert "abcdefghij\u0301\u0323…" in said


def test_documents_put_away_for_want_of_room_are_brought_back_by_a_button(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with at_the_desk(qtbot, a_file(tmp_path), 1_024, 700) as here:
        here.open_in_panes(*here.workspace.documents.ids()[:2])
        here.view.read.close_drawer()
        button = here.view.verbs.button("view.documents")
        assert button is not None
        assert button.isVisible()
        assert button.x() == min(
            one.x() for one in here.view.verbs.findChildren(QToolButton) if one.isVisible()
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert here.view.documents.isVisible()
        assert not button.isVisible()
