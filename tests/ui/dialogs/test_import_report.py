"""After an import every refused file is named with the reason."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import NotAllowed, Unreadable
from reviewer.ui.dialogs.import_report import ImportReport, kinds_in_words, refused, summary
from reviewer.workspace.found import Found
from reviewer.workspace.operations.imports import Outcome, passed_over
from tests.ui.walking import nameless, stage

OUT = " Save their text as .txt, and import that."
TAKEN = [Outcome(Path(f"/x/{number}.txt"), number) for number in range(1, 1_204)]
BINARY = Outcome(
    Path("/x/<b>scan.pdf"), None, Unreadable("“{name}” is no text.", name="<b>scan.pdf")
)
TWICE = Outcome(
    Path("/x/زرویل\nپل.txt"),
    None,
    NotAllowed("“{name}” is in the project already, as “{title}”.", name="پل.txt", title="فائرنگ"),
)


def shown(qtbot: QtBot, *outcomes: Outcome, stopped: bool = False) -> ImportReport:
    dialog = ImportReport(outcomes, stopped=stopped)
    stage(qtbot, dialog)
    return dialog


def said(dialog: ImportReport) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_summary_counts_both() -> None:
    assert summary(TAKEN) == "1,203 documents imported"
    assert summary(TAKEN[:1]) == "1 document imported"
    assert summary([*TAKEN, BINARY]) == "1,203 documents imported, 1 file refused"
    assert summary(TAKEN[:2], stopped=True) == "Stopped: 2 documents imported"


def test_each_refused_file_is_listed_by_name_with_its_sentence(qtbot: QtBot) -> None:
    dialog = shown(qtbot, *TAKEN, BINARY, TWICE)
    (listed,) = dialog.findChildren(QTextEdit)
    lines = [line for line in listed.toPlainText().split("\n") if line]
    assert [line.strip("\u2068\u2069") for line in lines[::2]] == ["<b>scan.pdf", "زرویل¶پل.txt"]
    assert "is no text" in lines[1]
    assert "already" in lines[3]
    assert "1,203 documents imported, 2 files refused." in said(dialog)


def test_the_list_is_copied_with_whole_paths(qtbot: QtBot) -> None:
    dialog = shown(qtbot, BINARY, TWICE)
    copy = next(button for button in dialog.findChildren(QPushButton) if "opy" in button.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0] == "/x/<b>scan.pdf"
    assert copied[1] == "    “<b>scan.pdf” is no text."
    assert "\u2068" not in "".join(copied)


def test_a_problem_without_a_file_is_told_too(qtbot: QtBot) -> None:
    dialog = shown(qtbot, TAKEN[0], Outcome(Path(), None, Unreadable("The disk is gone.")))
    (listed,) = dialog.findChildren(QTextEdit)
    assert listed.toPlainText() == "The disk is gone."
    assert dialog.text() == "The disk is gone."


def test_a_stopped_import_says_that_what_was_done_is_kept(qtbot: QtBot) -> None:
    assert "kept" in said(shown(qtbot, TAKEN[0], BINARY, stopped=True))
    assert "kept" not in said(shown(qtbot, TAKEN[0], BINARY))


def test_ten_thousand_refused_files_are_listed(qtbot: QtBot) -> None:
    dialog = shown(qtbot, *[BINARY] * 10_000)
    assert dialog.text().count("is no text") == 10_000
    assert not dialog.grab().isNull()


def test_either_key_closes_it_and_every_control_says_what_it_is(qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = shown(qtbot, BINARY)
        assert nameless(dialog) == []
        with qtbot.waitSignal(dialog.finished):
            qtbot.keyClick(dialog, key)


def test_files_of_other_kinds_are_told_together_a_kind_a_line(qtbot: QtBot) -> None:
    names = [*(f"{number}.pdf" for number in range(7)), "letter.DOCX", "README"]
    others = passed_over(Found(others=tuple(Path("/x", name) for name in names)))
    outcomes = [*TAKEN[:3], *others, BINARY]
    assert summary(outcomes) == (
        "3 documents imported, 1 file refused, 9 files of other kinds left out"
    )
    assert len(refused(outcomes)) == 4
    lines = shown(qtbot, *outcomes).text().split("\n")
    assert lines[0] == "/x/<b>scan.pdf"
    plain = [line.translate({0x2068: None, 0x2069: None}) for line in lines[2:]]
    assert [line.split(" (")[0] for line in plain] == [
        "7 files ending in .pdf: not of a kind that can be imported yet",
        "1 file without an ending: not of a kind that can be imported yet",
        "1 file ending in .docx: not of a kind that can be imported yet",
    ]
    assert all(line.endswith(OUT) for line in plain)
    assert [line.split(" (")[1].removesuffix(OUT) for line in plain] == [
        "0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf and 2 more).",
        "README).",
        "letter.DOCX).",
    ]
    assert kinds_in_words(one.path for one in others) == "7 .pdf, 1 without an ending, 1 .docx"
