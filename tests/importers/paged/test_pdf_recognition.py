"""Pages that are pictures are given to Tesseract where a person asks for it."""

import sys
from pathlib import Path

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Incoming, PartKind
from reviewer.importers import guarded
from reviewer.importers.paged import pdf_recognition
from reviewer.importers.paged.pdf import PdfImporter
from reviewer.importers.paged.pdf_recognition import Recognising, languages
from tests.importers.pdf_files import column, pdf, stand_in_for_tesseract


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program on the path that stands in for Tesseract."""
    return stand_in_for_tesseract(tmp_path, monkeypatch)


def read(data: bytes) -> Incoming:
    found = next(iter(PdfImporter().take_recognised(data, "scan.pdf")))
    assert isinstance(found, Incoming)
    return found


def test_a_picture_of_a_page_is_read_and_marked_so(tesseract: Path) -> None:
    assert languages(str(tesseract)) == ("eng", "urd")
    document = read(pdf([], column("This page has words.")))
    assert document.text.startswith("Read with eng+urd from a pic-\nture of a page\n\nand a second")
    (part,) = [part for part in document.parts if part.kind is PartKind.RECOGNISED]
    assert document.text[part.start : part.end].endswith("second piece")
    (remark,) = document.remarks
    assert "recognised" in remark.message
    assert remark.values == {"pages": "1"}


def test_nothing_is_recognised_unless_it_is_asked_for(tesseract: Path) -> None:
    assert tesseract.exists()
    with pytest.raises(Unreadable, match="Import it with recognition"):
        next(iter(PdfImporter().take(pdf([]), "scan.pdf")))


def test_a_program_that_fails_leaves_the_page_empty(tesseract: Path) -> None:
    tesseract.write_text(f"#!{sys.executable}\nraise SystemExit(1)\n")
    with pytest.raises(Unreadable, match="Tesseract recognised nothing"):
        read(pdf([]))
    tesseract.write_text("#!/nowhere/at/all\n")
    with pytest.raises(Unreadable, match="Tesseract recognised nothing"):
        read(pdf([]))


def test_the_language_of_the_other_pages_goes_first(tesseract: Path) -> None:
    assert tesseract.exists()
    assert Recognising("ur").of_page == ("urd", "eng")
    assert Recognising("xx").of_page == Recognising("").of_page == ("eng", "urd")
    assert "Read with eng+urd" in read(pdf([], column("The police said that nobody died."))).text


def test_it_says_that_it_goes_on_while_the_program_thinks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in_for_tesseract(tmp_path, monkeypatch, "import time; time.sleep(1)")
    beats: list[int] = []
    monkeypatch.setattr(guarded, "beat", lambda: beats.append(1))
    assert "Read with" in read(pdf([])).text
    assert len(beats) > 3


def test_a_program_that_never_ends_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in_for_tesseract(tmp_path, monkeypatch, "import time; time.sleep(600)")
    monkeypatch.setattr(pdf_recognition, "_PATIENCE", 0.5)
    with pytest.raises(Unreadable, match="recognised nothing"):
        read(pdf([]))


def test_without_the_program_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable, match="tesseract-ocr-urd"):
        read(pdf([]))
    assert "words" in read(pdf([], column("This page has words."))).text
