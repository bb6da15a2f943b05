"""Files that wait to be imported say how they were decoded, and which of them are wanted."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import EncodingBasis
from reviewer.ui.models.found_files import (
    BASIS,
    ENCODING,
    NAME,
    PREVIEW_LETTERS,
    PREVIEW_LINES,
    FoundFiles,
    excerpt,
    is_doubtful,
)
from reviewer.workspace.reading_files import ReadFile
from tests.builders import an_incoming

pytestmark = pytest.mark.usefixtures("qapp")

LABELS = {"utf-8": "Unicode (UTF-8)"}


def a_file(name: str, basis: EncodingBasis, encoding: str = "utf-8") -> ReadFile:
    incoming = replace(an_incoming("Words."), encoding=encoding, encoding_basis=basis)
    return ReadFile(Path(name), incoming)


def an_unreadable(name: str) -> ReadFile:
    return ReadFile(Path(name), None, Unreadable("“{name}” is no text.", name=name))


@pytest.fixture
def model() -> FoundFiles:
    files = [
        a_file("sure.txt", EncodingBasis.STRICT),
        a_file("guess.txt", EncodingBasis.GUESSED, "koi8-t"),
        a_file("hurt.txt", EncodingBasis.DAMAGED),
        an_unreadable("binary.bin"),
    ]
    model = FoundFiles(files, LABELS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def cell(model: FoundFiles, row: int, column: int) -> str:
    return str(model.index(row, column).data())


def tick(model: FoundFiles, row: int, state: Qt.CheckState) -> bool:
    return model.setData(model.index(row, NAME), state, Qt.ItemDataRole.CheckStateRole)


def names(files: list[ReadFile]) -> list[str]:
    return [file.path.name for file in files]


def test_each_file_says_its_encoding_and_why_that_one(model: FoundFiles) -> None:
    assert cell(model, 0, NAME).strip("\u2066\u2068\u2069") == "sure.txt"
    assert cell(model, 0, ENCODING) == "Unicode (UTF-8)"
    assert cell(model, 1, ENCODING) == "koi8-t"
    assert "guess" in cell(model, 1, BASIS)
    assert cell(model, 3, BASIS) == "cannot be read"
    assert cell(model, 3, ENCODING) == ""


def test_what_was_guessed_or_is_damaged_is_to_be_looked_at(model: FoundFiles) -> None:
    assert model.doubtful() == (1, 2)
    assert model.guessed() == (1,)
    assert not is_doubtful(model.file(0))
    assert not is_doubtful(model.file(3))


def test_what_can_be_read_is_wanted_unless_it_is_unticked(model: FoundFiles) -> None:
    assert names(model.ticked()) == ["sure.txt", "guess.txt", "hurt.txt"]
    assert tick(model, 0, Qt.CheckState.Unchecked)
    assert names(model.ticked()) == ["guess.txt", "hurt.txt"]
    assert tick(model, 0, Qt.CheckState.Checked)
    assert names(model.ticked()) == ["sure.txt", "guess.txt", "hurt.txt"]


def test_what_cannot_be_read_has_no_tick_to_set(model: FoundFiles) -> None:
    checkable = Qt.ItemFlag.ItemIsUserCheckable
    assert not model.flags(model.index(3, NAME)) & checkable
    assert model.flags(model.index(0, NAME)) & checkable
    assert not model.flags(model.index(0, BASIS)) & checkable


def test_a_file_read_anew_takes_its_row_and_is_wanted_once_it_can_be_read(
    model: FoundFiles,
) -> None:
    model.replace(3, a_file("binary.bin", EncodingBasis.CHOSEN))
    assert names(model.ticked())[-1] == "binary.bin"
    tick(model, 1, Qt.CheckState.Unchecked)
    model.replace(1, a_file("guess.txt", EncodingBasis.CHOSEN))
    assert "guess.txt" not in names(model.ticked())
    assert model.doubtful() == (2,)


def test_nothing_but_the_tick_can_be_changed(model: FoundFiles) -> None:
    assert not model.setData(model.index(0, NAME), "other.txt")
    assert not model.setData(
        model.index(0, BASIS), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
    )
    assert cell(model, 0, NAME).strip("\u2066\u2068\u2069") == "sure.txt"


def test_the_excerpt_is_the_beginning_where_that_shows_enough() -> None:
    assert excerpt("Café\nwords") == "Café\nwords"
    assert excerpt("plain\nwords") == "plain\nwords"
    assert excerpt("é\n" * 500).count("\n") == PREVIEW_LINES - 1


def test_the_excerpt_goes_to_the_first_letter_that_an_encoding_can_spoil() -> None:
    shown = excerpt("plain words\n" * 5_000 + "Café\n" + "more\n" * 3_000)
    assert "Café" in shown
    assert shown.startswith("…\nplain words\n")
    assert len(shown) <= PREVIEW_LETTERS + 2


def test_the_excerpt_prefers_the_place_of_the_damage() -> None:
    assert "be\ufffdre" in excerpt("Café\n" + "plain\n" * 5_000 + "be\ufffdre")


def test_one_endless_line_has_an_excerpt_too() -> None:
    shown = excerpt("x" * 1_000_000 + "é" + "x" * 1_000_000)
    assert "é" in shown
    assert len(shown) <= PREVIEW_LETTERS + 2
