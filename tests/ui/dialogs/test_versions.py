"""The dialogs about versions: what they say, and what they answer by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reviewer.domain.incoming import Remark
from reviewer.domain.versions import CarriedBy, Version
from reviewer.environment.settings import Settings
from reviewer.ui.asking.version_prompts import (
    Dropped,
    ReplaceQuestion,
    VersionDeed,
    VersionsQuestion,
    VersionWish,
)
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.dialogs.replace_version import DroppedOn, ReplaceVersion, fates
from reviewer.ui.dialogs.versions import VersionsDialog
from reviewer.ui.window import Window
from tests.ui.answering import meanwhile

ALL = {
    CarriedBy.PLACE: 7,
    CarriedBy.QUOTE: 1,
    CarriedBy.CONTEXT: 1,
    CarriedBy.LIKENESS: 1,
    CarriedBy.NOTHING: 3,
}
QUESTION = ReplaceQuestion("D4 Release", "release 2.txt", (100, 120), ALL, (Remark("A remark."),))
VERSIONS = VersionsQuestion(
    "D4 Release",
    [
        Version(1, 1, "2026-03-14T09:00:00.000+00:00", "", "pdf", 90, "ab" * 32, 1, 20, ""),
        Version(5, 2, "2026-03-15T09:00:00.000+00:00", "mail", "pdf", 99, "cd" * 32, 2, 22, ""),
    ],
)


@pytest.fixture
def dialogs(qtbot: QtBot) -> Dialogs:
    window = Window(Settings())
    qtbot.addWidget(window)
    return Dialogs(window, Settings(), native=False)


def test_it_is_told_what_becomes_of_the_passages() -> None:
    kept, moved, changed, gone = fates(QUESTION)
    assert kept.startswith("7 passages keep their place")
    assert moved.startswith("2 passages move")
    assert changed.startswith("1 passage has other words")
    assert gone.startswith("3 passages are not found")
    assert fates(ReplaceQuestion("D4", "x", (1, 1))) == []


def test_replacing_needs_a_reason(qtbot: QtBot) -> None:
    dialog = ReplaceVersion(QUESTION)
    qtbot.addWidget(dialog)
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.reason, "  from the office ")
    assert dialog.agree.isEnabled()
    assert dialog.answer() == "from the office"


def test_the_dialogs_answer_what_a_person_chose(dialogs: Dialogs) -> None:
    def agree(dialog: ReplaceVersion) -> None:
        dialog.reason.setText("why")
        dialog.agree.click()

    meanwhile(ReplaceVersion, agree)
    assert dialogs.replace_version(QUESTION) == "why"
    meanwhile(ReplaceVersion, lambda dialog: dialog.reject())
    assert dialogs.replace_version(QUESTION) is None
    meanwhile(DroppedOn, lambda dialog: dialog.newer.click())
    assert dialogs.dropped_on("x.txt", "D4 Release") is Dropped.NEWER
    meanwhile(DroppedOn, lambda dialog: dialog.alone.click())
    assert dialogs.dropped_on("x.txt", "D4 Release") is Dropped.ALONE
    meanwhile(DroppedOn, lambda dialog: dialog.reject())
    assert dialogs.dropped_on("x.txt", "D4 Release") is None


def test_versions_are_listed_the_newest_first_and_read_with_enter(dialogs: Dialogs) -> None:
    def read(dialog: VersionsDialog) -> None:
        newest, first = (dialog.list.item(row).text() for row in (0, 1))
        assert "Version 2" in newest
        assert "mail" in newest
        assert "Version 1" in first
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        assert "abab abab" in dialog._sums.text()
        dialog.read.click()

    meanwhile(VersionsDialog, read)
    assert dialogs.versions(VERSIONS) == VersionWish(1, VersionDeed.READ)
    meanwhile(VersionsDialog, lambda dialog: dialog.save.click())
    assert dialogs.versions(VERSIONS) == VersionWish(5, VersionDeed.SAVE_ORIGINAL)
    meanwhile(VersionsDialog, lambda dialog: dialog.reject())
    assert dialogs.versions(VERSIONS) is None


def test_nothing_is_saved_where_a_file_dialog_is_left(dialogs: Dialogs, tmp_path: Path) -> None:
    def leave(dialog: QFileDialog) -> None:
        dialog.reject()

    for ask in (
        lambda: dialogs.newer_version("D4 Release"),
        lambda: dialogs.original_to_write(Path("a.txt")),
        lambda: dialogs.folder_for_originals(tmp_path),
        lambda: dialogs.paper_to_write(tmp_path / "x", (("html", "Web page", ".html"),)),
    ):
        meanwhile(QFileDialog, leave)
        assert ask() is None
