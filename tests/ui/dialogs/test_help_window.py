"""The help window: pages, the way back, a search over all, and nothing from anywhere else."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.ui.commands.registry import all_commands
from reviewer.ui.dialogs.help_window import HelpWindow
from reviewer.ui.models.help_pages import ORDER, title
from tests.ui.walking import nameless, stage


@pytest.fixture
def window(qtbot: QtBot) -> HelpWindow:
    made = HelpWindow()
    made.open_page("reading", "", all_commands())
    stage(qtbot, made)
    return made


def shown(window: HelpWindow) -> str:
    return window.page.toPlainText()


@pytest.mark.parametrize("name", ORDER)
def test_every_page_can_be_shown(window: HelpWindow, name: str) -> None:
    window.open_page(name)
    assert shown(window).startswith(title(name))
    assert "{key:" not in shown(window)
    row = window.contents.currentItem()
    assert row is not None
    assert row.text() == title(name)


def test_one_goes_back_and_forward_through_what_was_read(window: HelpWindow) -> None:
    window.open_page("tagging")
    window.open_page("export", "Formats")
    window.go(-1)
    assert window.current() == "tagging"
    window.go(-1)
    window.go(-1)
    assert window.current() == "reading"
    assert not window.back.isEnabled()
    window.go(1)
    window.open_page("notes")
    window.go(1)
    assert window.current() == "notes"
    assert not window.forward.isEnabled()


def test_the_contents_open_a_page(window: HelpWindow) -> None:
    window.contents.setCurrentRow(ORDER.index("privacy"))
    assert window.current() == "privacy"


def test_a_page_there_is_not_shows_the_first(window: HelpWindow) -> None:
    window.open_page("nowhere")
    assert shown(window).startswith(title(ORDER[0]))


def test_a_link_leads_to_another_page_and_nowhere_else(window: HelpWindow) -> None:
    window._follow(QUrl("settings.md"))
    assert window.current() == "settings"
    for target in ("https://example.org/notes.md", "file:///etc/passwd", "javascript:1", "x.md"):
        window._follow(QUrl(target))
        assert window.current() == "settings"


def test_nothing_is_loaded_from_anywhere(window: HelpWindow) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert window.page.loadResource(kind, QUrl("file:///etc/passwd")) is None
    assert not window.page.openLinks()
    assert not window.page.openExternalLinks()


def test_typing_searches_all_pages_and_a_place_found_is_opened(window: HelpWindow) -> None:
    QTest.keyClicks(window.field, "exit code")
    assert "Command line" in shown(window)
    window._follow(QUrl("help:command-line%23How it ends"))
    assert window.current() == "command-line#How it ends"
    assert window.page.verticalScrollBar().value() > 0
    window.go(-1)
    assert window.current() == "found?exit code"


def test_a_search_is_one_place_on_the_way_back_and_leaves_no_trace_when_emptied(
    window: HelpWindow,
) -> None:
    QTest.keyClicks(window.field, "undo")
    window.field.selectAll()
    QTest.keyClicks(window.field, "zzqx")
    assert "holds all these words" in shown(window)
    window.go(-1)
    assert window.current() == "reading"
    window.go(1)
    window.field.setFocus()
    window.field.selectAll()
    window.field.del_()
    window._search("")
    assert window.current() == "reading"


def test_words_searched_for_are_no_markup(window: HelpWindow) -> None:
    QTest.keyClicks(window.field, "<b>")
    assert window.current() == "found?<b>"


def test_every_control_says_what_it_is(window: HelpWindow) -> None:
    assert nameless(window) == []
