"""A wrong guess at an encoding is seen before the import, and put right there."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from reviewer.domain.incoming import EncodingBasis
from reviewer.domain.progress import Progress, Silent
from reviewer.ui.bridge import Bridge, Job
from reviewer.ui.dialogs.import_options import ImportOptions
from reviewer.ui.theme import fonts
from reviewer.workspace.operations.imports import ENCODINGS
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import ReadFile, read_files
from tests.ui.walking import nameless, stage

RUSSIAN = "Мы отвергаем это заявление полностью. Никто не был убит, никто не задержан.\n" * 9
ARABIC = "ننفي هذا البيان جملة وتفصيلا. لم يقتل أحد ولم يعتقل أحد في ذلك اليوم.\n" * 9


@pytest.fixture
def files(tmp_path: Path) -> list[ReadFile]:
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode("windows-1251"))
    (tmp_path / "b.txt").write_bytes(ARABIC.encode("windows-1256"))
    (tmp_path / "c.txt").write_text("Plain words.", "utf-8")
    (tmp_path / "d.txt").write_bytes(bytes(range(32)) * 40)
    return list(read_files(sorted(tmp_path.iterdir()), Silent()))


@pytest.fixture
def bridge(workspace: Workspace) -> Iterator[Bridge]:
    bridge = Bridge(workspace)
    yield bridge
    bridge.close()


class Options:
    """The dialog and its parts, as a person finds them."""

    def __init__(
        self,
        qtbot: QtBot,
        files: list[ReadFile],
        run: Callable[[str, Callable[[Progress], object]], Job],
    ) -> None:
        self.qtbot = qtbot
        self.dialog = ImportOptions(files, ENCODINGS, run)
        stage(qtbot, self.dialog)
        (self.table,) = self.dialog.findChildren(QTableView)
        (self.choice,) = self.dialog.findChildren(QComboBox)
        (self.preview,) = self.dialog.findChildren(QPlainTextEdit)

    def button(self, words: str) -> QPushButton:
        buttons = self.dialog.findChildren(QPushButton)
        return next(button for button in buttons if words in button.text())

    def read_as(self, encoding: str) -> None:
        self.choice.setCurrentIndex(self.choice.findData(encoding))
        self.choice.activated.emit(self.choice.currentIndex())

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: "Reading" not in self.said())

    def said(self) -> str:
        return "\n".join(label.text() for label in self.dialog.findChildren(QLabel))

    def encodings(self) -> dict[str, tuple[str, EncodingBasis]]:
        return {
            file.path.name: (file.incoming.encoding, file.incoming.encoding_basis)
            for file in self.dialog.files()
            if file.incoming is not None
        }


@pytest.fixture
def options(qtbot: QtBot, files: list[ReadFile], bridge: Bridge) -> Options:
    return Options(qtbot, files, bridge.run)


def test_it_begins_at_the_first_file_that_is_to_be_looked_at(options: Options) -> None:
    assert options.table.currentIndex().row() == 0
    assert options.preview.toPlainText().startswith("Мы отвергаем")
    assert options.choice.currentData() == "windows-1251"
    assert "3 files will be imported" in options.said()


def test_another_encoding_is_tried_at_once_and_is_what_will_be_imported(options: Options) -> None:
    options.read_as("koi8-r")
    assert not options.button("Import").isEnabled()
    options.settle()
    assert not options.preview.toPlainText().startswith("Мы отвергаем")
    assert options.encodings()["a.txt"] == ("koi8-r", EncodingBasis.CHOSEN)
    options.read_as("windows-1251")
    options.settle()
    assert options.preview.toPlainText().startswith("Мы отвергаем")
    with options.qtbot.waitSignal(options.dialog.accepted):
        options.qtbot.mouseClick(options.button("Import"), Qt.MouseButton.LeftButton)
    assert options.encodings()["a.txt"] == ("windows-1251", EncodingBasis.CHOSEN)


def test_damage_done_by_an_encoding_is_counted(options: Options) -> None:
    options.read_as("utf-8")
    options.settle()
    assert "could not be read so" in options.said()


def test_one_choice_can_serve_all_that_were_guessed(options: Options) -> None:
    options.read_as("windows-1256")
    options.settle()
    options.table.selectRow(1)
    options.read_as("windows-1256")
    options.settle()
    assert not options.button("guessed").isVisible()


def test_every_guessed_file_is_read_so_and_no_other(
    qtbot: QtBot, tmp_path: Path, bridge: Bridge
) -> None:
    for name in "xyz":
        (tmp_path / f"{name}.txt").write_bytes((RUSSIAN + name).encode("windows-1251"))
    (tmp_path / "sure.txt").write_text(RUSSIAN, "utf-8")
    found = list(read_files(sorted(tmp_path.glob("*.txt")), Silent()))
    options = Options(qtbot, found, bridge.run)
    options.choice.setCurrentIndex(options.choice.findData("koi8-r"))
    qtbot.mouseClick(options.button("guessed"), Qt.MouseButton.LeftButton)
    options.settle()
    assert {basis for _encoding, basis in options.encodings().values()} == {
        EncodingBasis.CHOSEN,
        EncodingBasis.STRICT,
    }
    assert options.encodings()["sure.txt"] == ("utf-8", EncodingBasis.STRICT)
    assert [options.encodings()[f"{name}.txt"][0] for name in "xyz"] == ["koi8-r"] * 3


def test_a_file_that_cannot_be_read_says_why_and_stays_out(options: Options) -> None:
    options.table.selectRow(3)
    assert "control characters" in options.said()
    assert options.preview.toPlainText() == ""
    assert "d.txt" not in options.encodings()


def test_a_file_can_be_left_out_and_with_none_left_there_is_nothing_to_import(
    options: Options,
) -> None:
    model = options.table.model()
    for row in range(3):
        model.setData(model.index(row, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert options.dialog.files() == []
    assert not options.button("Import").isEnabled()


def test_urdu_and_arabic_are_shown_from_right_to_left(options: Options) -> None:
    options.table.selectRow(1)
    option = options.preview.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft
    options.table.selectRow(2)
    option = options.preview.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.LeftToRight


def test_an_answer_that_comes_too_late_changes_nothing(
    qtbot: QtBot, files: list[ReadFile], bridge: Bridge
) -> None:
    hold = threading.Event()
    jobs: list[Job] = []

    def slowly(title: str, work: Callable[[Progress], object]) -> Job:
        def held(progress: Progress) -> object:
            hold.wait(30)
            return work(progress)

        jobs.append(bridge.run(title, work if jobs else held))
        return jobs[-1]

    options = Options(qtbot, files, slowly)
    options.read_as("koi8-r")
    options.read_as("windows-1255")
    options.settle()
    with qtbot.waitSignal(jobs[0].destroyed):
        hold.set()
    assert options.encodings()["a.txt"][0] == "windows-1255"


def test_leaving_stops_what_is_being_read(
    qtbot: QtBot, files: list[ReadFile], bridge: Bridge
) -> None:
    options = Options(qtbot, files, bridge.run)
    options.read_as("koi8-r")
    (job,) = bridge.running()
    with qtbot.waitSignals([options.dialog.rejected, job.stopped]):
        qtbot.keyClick(options.dialog, Qt.Key.Key_Escape)


def test_every_control_says_what_it_is(options: Options) -> None:
    assert nameless(options.dialog) == []


def test_arabic_is_shown_in_naskh_and_urdu_in_nastaliq(
    qtbot: QtBot, tmp_path: Path, bridge: Bridge
) -> None:
    (tmp_path / "a.txt").write_bytes(ARABIC.encode("windows-1256"))
    (tmp_path / "b.txt").write_text("ہم قریب ترین اسکول سے چھ کلومیٹر دور رہتے ہیں۔", "utf-8")
    files = list(read_files(sorted(tmp_path.glob("*.txt")), Silent()))
    options = Options(qtbot, files, bridge.run)
    options.read_as("windows-1256")
    options.settle()
    assert options.preview.font().families()[0] == fonts.NASKH
    options.table.selectRow(1)
    assert options.preview.font().families()[0] == fonts.NASTALIQ
