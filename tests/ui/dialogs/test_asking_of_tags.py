"""Every question about the codebook has its dialog; what is declined is nothing."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from reviewer.domain.codebooks import Codebook, Entry
from reviewer.domain.tags import RecordKind
from reviewer.environment.settings import Settings
from reviewer.ui.asking.tag_questions import (
    Joining,
    MergeQuestion,
    MergeWish,
    SplitQuestion,
    SplitWish,
    StarterCard,
    TagQuestion,
    TagWish,
)
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.dialogs.merge_tags import MergeDialog
from reviewer.ui.dialogs.split_tag import SplitDialog
from reviewer.ui.dialogs.starters import StartersDialog
from reviewer.ui.dialogs.tag import TagDialog
from reviewer.ui.dialogs.take_in_codebook import TakeInDialog
from reviewer.ui.models.tags import passage_offer
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage
from tests.ui.answering import meanwhile
from tests.ui.walking import stage

FORMATS = (("csv", "Table (CSV)", ".csv"), ("json", "JSON", ".json"))


@pytest.fixture
def dialogs(qtbot: QtBot) -> Dialogs:
    window = QMainWindow()
    window.resize(900, 700)
    stage(qtbot, window)
    return Dialogs(window, Settings(), native=False)


def test_a_tag_is_asked_for(dialogs: Dialogs, workspace: Workspace) -> None:
    question = TagQuestion(workspace.tags.all(), {}, name="Killed")
    meanwhile(TagDialog, lambda dialog: dialog.accept())
    wanted = TagWish("Killed", "", "4", "", RecordKind.NONE, None)
    assert dialogs.describe_tag(question) == wanted
    meanwhile(TagDialog, lambda dialog: dialog.reject())
    assert dialogs.describe_tag(question) is None


def test_two_tags_to_merge_are_asked_for(dialogs: Dialogs, workspace: Workspace) -> None:
    question = MergeQuestion(workspace.tags.all(), 1, lambda _from, _into: Joining(2, 0, 0))

    def answer(dialog: MergeDialog) -> None:
        dialog.target.setCurrentIndex(dialog.target.findData(2))
        dialog.accept()

    meanwhile(MergeDialog, answer)
    assert dialogs.merge_tags(question) == MergeWish(1, 2)
    meanwhile(MergeDialog, lambda dialog: dialog.reject())
    assert dialogs.merge_tags(question) is None


def test_passages_to_split_off_are_asked_for(dialogs: Dialogs, workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace, "Twelve were hurt."), "Twelve", "Denial")
    tag = workspace.tags.all()[1]
    question = SplitQuestion(tag, passage_offer(workspace, tag.id), frozenset())

    def answer(dialog: SplitDialog) -> None:
        dialog.name.setText("Answer")
        dialog._tick_all()
        dialog.accept()

    meanwhile(SplitDialog, answer)
    assert dialogs.split_tag(question) == SplitWish((passage,), "Answer")
    meanwhile(SplitDialog, lambda dialog: dialog.reject())
    assert dialogs.split_tag(question) is None


def test_a_codebook_is_asked_for_and_looked_at(
    dialogs: Dialogs, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text("name\nKilled\n", "utf-8")

    def choose(dialog: QFileDialog) -> None:
        assert dialog.nameFilters()[0] == "Codebooks (*.csv *.json)"
        dialog.selectFile(str(path))
        dialog.accept()

    meanwhile(QFileDialog, choose)
    assert dialogs.codebook_to_read((".csv", ".json")) == path
    meanwhile(QFileDialog, lambda dialog: dialog.reject())
    assert dialogs.codebook_to_read((".csv", ".json")) is None
    preview = workspace.codebooks.preview(Codebook("x", (Entry("Killed", place=1),)))
    meanwhile(TakeInDialog, lambda dialog: dialog.accept())
    assert dialogs.take_in_codebook(preview) == frozenset({1})
    meanwhile(TakeInDialog, lambda dialog: dialog.reject())
    assert dialogs.take_in_codebook(preview) is None


def test_a_starter_is_asked_for(dialogs: Dialogs, workspace: Workspace) -> None:
    preview = workspace.codebooks.preview(Codebook("x", (Entry("Killed", place=1),)))
    cards = [StarterCard("one", "One", "The first.", preview)]
    meanwhile(StartersDialog, lambda dialog: dialog.accept())
    assert dialogs.starter_codebook(cards) == "one"
    meanwhile(StartersDialog, lambda dialog: dialog.reject())
    assert dialogs.starter_codebook(cards) is None


def test_a_place_for_the_codebook_is_asked_for(dialogs: Dialogs, tmp_path: Path) -> None:
    def choose(dialog: QFileDialog) -> None:
        dialog.selectFile(str(tmp_path / "mine.json"))
        dialog.accept()

    meanwhile(QFileDialog, choose)
    assert dialogs.codebook_to_write(tmp_path / "mine", FORMATS) == (tmp_path / "mine.json", "json")
    meanwhile(QFileDialog, lambda dialog: dialog.reject())
    assert dialogs.codebook_to_write(tmp_path / "mine", FORMATS) is None
