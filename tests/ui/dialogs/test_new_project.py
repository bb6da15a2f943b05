"""A new project's place is asked once, and said to be good or not while one types."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.environment import paths
from reviewer.ui.dialogs.new_project import (
    NOT_ENCRYPTED,
    NewProjectDialog,
    free_place,
    judge,
    place_of,
)
from reviewer.ui.prompts import NewProject
from tests.ui.answering import meanwhile
from tests.ui.walking import nameless, stage


def asked(qtbot: QtBot, suggested: Path, analyst: str = "") -> NewProjectDialog:
    dialog = NewProjectDialog(suggested, analyst, native=False)
    stage(qtbot, dialog)
    return dialog


def fields(dialog: NewProjectDialog) -> list[QLineEdit]:
    return [line for line in dialog.findChildren(QLineEdit) if line.isVisible()]


def create_button(dialog: NewProjectDialog) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(button for button in buttons if button.text() == "Create project")


def said(dialog: NewProjectDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_name_alone_lies_in_the_folder_for_projects() -> None:
    assert place_of(" Case ") == paths.projects_folder() / "Case.review"
    assert place_of("Case.review") == paths.projects_folder() / "Case.review"
    assert place_of("v1.2") == paths.projects_folder() / "v1.2.review"
    assert place_of("/x/زرویل پل") == Path("/x/زرویل پل.review")
    assert place_of("~/Case") == Path.home() / "Case.review"


@pytest.mark.parametrize("written", ["", "  ", "/x/", "/", "..", "/x/.review", "nul\0"])
def test_what_names_no_file_is_no_place(written: str) -> None:
    assert place_of(written) is None
    assert not judge(written).good


def test_the_folders_on_the_way_are_made_with_the_project(tmp_path: Path) -> None:
    verdict = judge(str(tmp_path / "new" / "folder" / "Case"))
    assert verdict.good
    assert "Case.review" in verdict.words


def test_the_programs_own_folder_for_projects_is_made_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "projects_folder", lambda: tmp_path / "Reviewer")
    assert not judge("Case").makes_folder
    assert judge(str(tmp_path / "Reviewr" / "Case")).makes_folder


def test_a_folder_that_is_not_there_is_said_and_its_making_is_on_the_button(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(qtbot, tmp_path / "Case.review", "Noor")
    (place,) = fields(dialog)
    assert create_button(dialog).isEnabled()
    place.setText(str(tmp_path / "Docments" / "Case.review"))
    assert "Docments" in said(dialog)
    assert "is not there" in said(dialog)
    assert [one for one in dialog.findChildren(QPushButton) if one.text().startswith("Make folder")]
    place.setText(str(tmp_path / "Case.review"))
    assert "is not there" not in said(dialog)
    assert create_button(dialog).isEnabled()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "Case.review").touch()
    (tmp_path / "broken.review").symlink_to(tmp_path / "nowhere")
    for name in ("Case", "Case.review", "broken"):
        verdict = judge(str(tmp_path / name))
        assert not verdict.good
        assert "already" in verdict.words


def test_a_file_is_no_folder_and_a_name_has_an_end(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "not a folder" in judge(str(tmp_path / "file" / "Case")).words
    assert "too long" in judge(str(tmp_path / ("پ" * 130))).words
    assert not judge("~nobody-of-this-name/Case").good


def test_a_folder_that_cannot_be_written_to_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    verdict = judge(str(tmp_path / "Case"))
    assert not verdict.good
    assert tmp_path.name in verdict.words
    assert "cannot be written to" in verdict.words


def test_a_free_name_is_suggested(tmp_path: Path) -> None:
    (tmp_path / "Case.review").touch()
    (tmp_path / "Case 2.review").touch()
    assert free_place(tmp_path / "Case.review") == tmp_path / "Case 3.review"
    assert free_place(tmp_path / "Case") == tmp_path / "Case 3.review"
    assert free_place(Path("Other")) == paths.projects_folder() / "Other.review"


def test_a_stranger_types_a_name_and_their_own_and_has_a_project(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(qtbot, tmp_path / "Case.review")
    place, name = fields(dialog)
    assert name.text() == ""
    assert not create_button(dialog).isEnabled()
    qtbot.keyClicks(place, "Night raids")
    qtbot.keyClicks(name, "  Noor   Jan ")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(name, Qt.Key.Key_Return)
    assert dialog.choice() == NewProject(tmp_path / "Night raids.review", "Noor Jan")


def test_a_known_name_is_not_asked_for_again(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = asked(qtbot, tmp_path / "Case.review", "Noor")
    assert len(fields(dialog)) == 1
    assert "Noor" in said(dialog)
    qtbot.keyClick(fields(dialog)[0], Qt.Key.Key_Return)
    assert dialog.choice() == NewProject(tmp_path / "Case.review", "Noor")


def test_the_verdict_follows_what_is_typed(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Old.review").touch()
    dialog = asked(qtbot, tmp_path / "Case.review", "Noor")
    (place,) = fields(dialog)
    assert create_button(dialog).isEnabled()
    qtbot.keyClicks(place, "Old")
    assert "already" in said(dialog)
    assert "already" in place.accessibleDescription()
    assert not create_button(dialog).isEnabled()
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(place, Qt.Key.Key_Return)


def test_a_file_made_meanwhile_is_not_written_over(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = asked(qtbot, tmp_path / "Case.review", "Noor")
    (tmp_path / "Case.review").touch()
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(fields(dialog)[0], Qt.Key.Key_Return)
    assert "already" in said(dialog)


def test_another_place_can_be_looked_for(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    dialog = asked(qtbot, tmp_path / "Case.review", "Noor")

    def choose(files: QFileDialog) -> None:
        files.setDirectory(str(tmp_path / "other"))
        files.selectFile("Found")
        files.accept()

    meanwhile(QFileDialog, choose)
    browse = next(button for button in dialog.findChildren(QPushButton) if "rowse" in button.text())
    qtbot.mouseClick(browse, Qt.MouseButton.LeftButton)
    assert dialog.choice() == NewProject(tmp_path / "other" / "Found.review", "Noor")


def test_it_says_that_the_file_is_open_to_whoever_has_it(qtbot: QtBot, tmp_path: Path) -> None:
    assert NOT_ENCRYPTED in said(asked(qtbot, tmp_path / "Case.review"))


def test_every_control_says_what_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    assert nameless(asked(qtbot, tmp_path / "Case.review")) == []
