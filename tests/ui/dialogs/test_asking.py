"""Every question has its dialog; what is answered comes back, what is declined is nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from reviewer.domain.documents import Document
from reviewer.domain.edtf import DateBasis
from reviewer.domain.errors import (
    Cancelled,
    CannotSave,
    Damaged,
    NotAllowed,
    Unreadable,
)
from reviewer.domain.reading.dates import DateOrder
from reviewer.domain.steps import EarlierWork
from reviewer.environment.settings import Settings
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.registry import all_commands
from reviewer.ui.dialogs.about import About
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.dialogs.describe import DescribeDialog
from reviewer.ui.dialogs.legend import Legend
from reviewer.ui.dialogs.new_project import NewProjectDialog
from reviewer.ui.dialogs.problem import Problem
from reviewer.ui.dialogs.reason import OneLine
from reviewer.ui.dialogs.settle_date import SettleDateDialog
from reviewer.ui.dialogs.tag_picker import TagPicker
from reviewer.ui.prompts import NewProject, Prompts
from reviewer.ui.views.frame.notice import Tone
from reviewer.workspace.operations.imports import Outcome
from reviewer.workspace.project import Workspace
from tests.builders import a_document, two_readings
from tests.ui.answering import meanwhile
from tests.ui.walking import stage

FORMATS = (("csv", "Table (CSV)", ".csv"), ("jsonl", "JSON Lines", ".jsonl"))
FULL = CannotSave("“{name}” cannot be saved: disk full.", name="x.review")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.resize(900, 600)
    stage(qtbot, window)
    return window


@pytest.fixture
def dialogs(window: QMainWindow) -> Dialogs:
    return Dialogs(window, Settings(), native=False)


@pytest.fixture
def bridge(workspace: Workspace) -> Iterator[Bridge]:
    bridge = Bridge(workspace)
    yield bridge
    bridge.close()


def told(dialogs: Dialogs) -> tuple[str, Tone] | None:
    message = dialogs.notice.message()
    return None if message is None else (message.words, message.tone)


def button(dialog: QMessageBox | Problem, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def write(words: str) -> Callable[[OneLine], None]:
    def answer(dialog: OneLine) -> None:
        dialog.findChildren(QLineEdit)[0].setText(words)
        dialog.accept()

    return answer


def test_the_window_asks_as_the_commands_expect(dialogs: Dialogs) -> None:
    prompts: Prompts = dialogs
    assert prompts is dialogs


def test_what_was_done_is_told_in_passing(dialogs: Dialogs) -> None:
    dialogs.inform("Tagged D4·12 as Denial")
    assert told(dialogs) == ("Tagged D4·12 as Denial", Tone.DONE)


def test_what_cannot_be_done_stays_as_a_notice(dialogs: Dialogs) -> None:
    dialogs.tell(NotAllowed("There is already a tag “{name}”.", name="Denial"))
    assert told(dialogs) == ("There is already a tag “\u2068Denial\u2069”.", Tone.ERROR)


@pytest.mark.parametrize("problem", [EarlierWork("Undo again to go on."), Cancelled("Stopped.")])
def test_a_word_before_one_goes_on_is_no_error(
    dialogs: Dialogs, problem: EarlierWork | Cancelled
) -> None:
    dialogs.tell(problem)
    assert told(dialogs) == (str(problem), Tone.CAUTION)


@pytest.mark.parametrize("problem", [FULL, Damaged("One.\nTwo.\nThree.\nFour.")])
def test_trouble_with_the_project_stands_in_the_way(
    dialogs: Dialogs, problem: CannotSave | Damaged
) -> None:
    seen: list[str] = []
    meanwhile(Problem, lambda dialog: seen.append(dialog.windowTitle()))
    dialogs.tell(problem)
    assert len(seen) == 1
    assert told(dialogs) is None


def test_a_full_disk_can_be_tried_again(dialogs: Dialogs) -> None:
    meanwhile(Problem, lambda dialog: button(dialog, "Try again").click())
    assert dialogs.retry(FULL)
    meanwhile(Problem, lambda dialog: button(dialog, "Cancel").click())
    assert not dialogs.retry(FULL)


def test_enter_declines_and_only_the_verb_agrees(dialogs: Dialogs, qtbot: QtBot) -> None:
    question = "Remove 40 <b>passages</b>?"
    meanwhile(QMessageBox, lambda box: qtbot.keyClick(box, Qt.Key.Key_Return))
    assert not dialogs.confirm(question, "Remove")
    meanwhile(QMessageBox, lambda box: qtbot.keyClick(box, Qt.Key.Key_Escape))
    assert not dialogs.confirm(question, "Remove")
    meanwhile(QMessageBox, lambda box: button(box, "Remove").click())
    assert dialogs.confirm(question, "Remove")


def test_words_in_a_question_are_not_taken_for_markup(dialogs: Dialogs) -> None:
    formats: list[Qt.TextFormat] = []
    meanwhile(QMessageBox, lambda box: formats.append(box.textFormat()))
    dialogs.confirm("<b>?</b>", "Remove")
    assert formats == [Qt.TextFormat.PlainText]


def test_a_new_project_is_asked_for(dialogs: Dialogs, tmp_path: Path) -> None:
    meanwhile(NewProjectDialog, lambda dialog: dialog.accept())
    answer = dialogs.new_project(tmp_path / "Case.review", "Noor")
    assert answer == NewProject(tmp_path / "Case.review", "Noor")
    meanwhile(NewProjectDialog, lambda dialog: dialog.reject())
    assert dialogs.new_project(tmp_path / "Case.review", "Noor") is None


def test_a_project_to_open_is_chosen(dialogs: Dialogs, tmp_path: Path) -> None:
    (tmp_path / "زرویل پل.review").touch()

    def choose(files: QFileDialog) -> None:
        files.selectFile("زرویل پل.review")
        files.accept()

    meanwhile(QFileDialog, choose)
    assert dialogs.project_to_open(tmp_path) == tmp_path / "زرویل پل.review"
    meanwhile(QFileDialog, lambda files: files.reject())
    assert dialogs.project_to_open(tmp_path / "gone") is None


def test_files_or_a_folder_to_import_are_chosen_and_the_place_is_remembered(
    dialogs: Dialogs, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.md"):
        (tmp_path / name).touch()

    def choose(files: QFileDialog) -> None:
        files.setDirectory(str(tmp_path))
        files.findChildren(QLineEdit)[0].setText('"a.txt" "b.md"')
        files.accept()

    meanwhile(QFileDialog, choose)
    assert sorted(dialogs.files_to_import()) == [tmp_path / "a.txt", tmp_path / "b.md"]
    places: list[str] = []
    meanwhile(QFileDialog, lambda files: places.append(files.directory().absolutePath()))
    assert dialogs.files_to_import() == []
    assert places == [str(tmp_path)]

    def choose_folder(files: QFileDialog) -> None:
        files.selectFile(str(tmp_path))
        files.accept()

    meanwhile(QFileDialog, choose_folder)
    assert dialogs.folder_to_import() == [tmp_path]


def test_an_import_begins_where_the_last_one_was_in_another_window_too(
    dialogs: Dialogs, window: QMainWindow, tmp_path: Path
) -> None:
    def choose(files: QFileDialog) -> None:
        files.selectFile(str(tmp_path))
        files.accept()

    meanwhile(QFileDialog, choose)
    assert dialogs.folder_to_import() == [tmp_path]
    places: list[str] = []
    later = Dialogs(window, Settings(), native=False)
    for ask in (later.folder_to_import, later.files_to_import):
        meanwhile(QFileDialog, lambda files: places.append(files.directory().absolutePath()))
        assert ask() == []
    assert places == [str(tmp_path)] * 2


def test_a_remembered_folder_on_a_network_drive_is_not_even_looked_at(
    dialogs: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Settings().remember_imported_from(tmp_path)
    monkeypatch.setattr(
        "reviewer.environment.places.mounts",
        lambda: f"1 2 0:3 / {tmp_path} rw - nfs4 far:/share rw",
    )
    places: list[str] = []
    later = Dialogs(dialogs.notice.window(), Settings(), native=False)
    meanwhile(QFileDialog, lambda files: places.append(files.directory().absolutePath()))
    assert later.folder_to_import() == []
    assert places == [str(Path.home())]


def export_as(name: str, title: str = "") -> Callable[[QFileDialog], None]:
    def answer(files: QFileDialog) -> None:
        for line in files.nameFilters():
            if title and line.startswith(title):
                files.selectNameFilter(line)
                files.filterSelected.emit(line)
        if name:
            files.selectFile(name)
        files.accept()

    return answer


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("", "", ("Case passages.csv", "csv")),
        ("mine", "", ("mine.csv", "csv")),
        ("mine", "JSON", ("mine.jsonl", "jsonl")),
        ("mine.jsonl", "", ("mine.jsonl", "jsonl")),
        ("v1.2", "", ("v1.2.csv", "csv")),
    ],
)
def test_suffix_and_format_of_an_export_agree(
    dialogs: Dialogs, tmp_path: Path, name: str, title: str, expected: tuple[str, str]
) -> None:
    meanwhile(QFileDialog, export_as(name, title))
    answer = dialogs.file_to_export(tmp_path / "Case passages", FORMATS)
    assert answer == (tmp_path / expected[0], expected[1])


def test_a_file_is_not_replaced_unasked_where_the_suffix_was_added(
    dialogs: Dialogs, tmp_path: Path
) -> None:
    (tmp_path / "v1.2.csv").touch()
    asked: list[str] = []

    def decline(box: QMessageBox) -> None:
        asked.append(box.text())

    def answer(files: QFileDialog) -> None:
        meanwhile(QMessageBox, decline)
        export_as("v1.2")(files)

    meanwhile(QFileDialog, answer)
    assert dialogs.file_to_export(tmp_path / "Case", FORMATS) is None
    assert "v1.2.csv" in asked[0]


def test_an_export_can_be_declined(dialogs: Dialogs, tmp_path: Path) -> None:
    meanwhile(QFileDialog, lambda files: files.reject())
    assert dialogs.file_to_export(tmp_path / "Case", FORMATS) is None


def test_a_name_and_a_reason_are_asked_for_in_one_line(dialogs: Dialogs) -> None:
    meanwhile(OneLine, write("  Noor   Jan"))
    assert dialogs.analyst_name("Noor") == "Noor Jan"
    meanwhile(OneLine, write("Duplicate of D4"))
    assert dialogs.reason("Why?", ["Not about the events"]) == "Duplicate of D4"
    meanwhile(OneLine, lambda dialog: dialog.reject())
    assert dialogs.reason("Why?", []) is None


def test_a_tag_is_picked_inside_the_screen(dialogs: Dialogs, workspace: Workspace) -> None:
    tags = workspace.tags.all()
    places: list[bool] = []

    def pick(picker: TagPicker) -> None:
        places.append(picker.screen().availableGeometry().contains(picker.pos()))
        picker.findChildren(QLineEdit)[0].setText("den")
        picker._take(picker._list.currentItem())

    meanwhile(TagPicker, pick)
    picked = dialogs.tag(tags, "Twelve were hurt")
    assert picked == workspace.tags.named("Denial")
    assert places == [True]
    meanwhile(TagPicker, lambda picker: picker.reject())
    assert dialogs.tag(tags, "Twelve were hurt") is None


def test_a_document_is_described_and_its_date_settled(
    dialogs: Dialogs, workspace: Workspace
) -> None:
    number = a_document(workspace, posted=two_readings("10/8/2015"))
    document: Document = workspace.documents.get(number)
    assert document.posted.basis is DateBasis.AMBIGUOUS

    def describe(dialog: DescribeDialog) -> None:
        dialog.field("title").setText("A new title")
        dialog.accept()

    meanwhile(DescribeDialog, describe)
    correction = dialogs.describe([document])
    assert correction is not None
    assert correction.fields["title"] == "A new title"

    def settle(dialog: SettleDateDialog) -> None:
        dialog.choose(next(iter(DateOrder)))
        dialog.accept()

    readings = workspace.documents.possible_dates(number, "posted")
    order = workspace.documents.site_order(number, "posted")
    meanwhile(SettleDateDialog, settle)
    settlement = dialogs.settle_date(document, "posted", readings, order, 1)
    assert settlement is not None
    assert settlement.edtf in readings
    meanwhile(SettleDateDialog, lambda dialog: dialog.reject())
    assert dialogs.settle_date(document, "posted", readings, order, 1) is None


def test_an_import_is_told_as_briefly_as_it_can_be(dialogs: Dialogs) -> None:
    taken = Outcome(Path("/x/a.txt"), 1)
    binary = Outcome(Path("/x/b.txt"), None, Unreadable("“{name}” is no text.", name="b.txt"))
    dialogs.imported([taken, taken])
    assert told(dialogs) == ("2 documents imported", Tone.DONE)
    dialogs.imported([binary])
    assert told(dialogs) == ("“\u2068b.txt\u2069” is no text.", Tone.ERROR)
    shown: list[str] = []
    dialogs.imported([taken, binary], stopped=True, details=lambda: shown.append("details"))
    assert told(dialogs) == ("Stopped: 1 document imported, 1 file refused", Tone.DONE)
    button = dialogs.notice.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert shown == ["details"]


def test_what_was_written_is_told_with_its_folder_and_the_ways_there(
    dialogs: Dialogs, tmp_path: Path
) -> None:
    file = tmp_path / "Case.csv"
    dialogs.written("3 passages exported: Case.csv", file, opens=True)
    said = dialogs.notice.message()
    assert said is not None
    assert said.tone is Tone.DONE
    assert said.words.startswith("3 passages exported: Case.csv")
    assert str(tmp_path) in said.words
    show, opening = dialogs.notice.findChildren(QPushButton)
    assert (show.text(), opening.text()) == ("Show in folder", "Open")
    opening.click()
    problem = dialogs.notice.message()
    assert problem is not None
    assert problem.tone is Tone.ERROR  # it is not there
    file.touch()
    dialogs.written("3 passages exported: Case.csv", file, opens=False)
    assert (show.isHidden(), opening.isHidden()) == (False, True)
    show.click()
    problem = dialogs.notice.message()
    assert problem is not None
    assert "No program" in problem.words  # there is no desktop in a test


def test_the_keys_and_the_page_about_the_program_are_shown(dialogs: Dialogs) -> None:
    seen: list[str] = []
    meanwhile(Legend, lambda dialog: seen.append(dialog.windowTitle()))
    dialogs.legend(all_commands())
    meanwhile(About, lambda dialog: seen.append(dialog.text()))
    dialogs.about("3.99.1", Path("/x/Case.review"))
    assert seen[0] == "Keys"
    assert "3.99.1" in seen[1]
