"""Pages that are pictures are given to Tesseract where a person asks for it."""

import stat
import sys
from pathlib import Path

import pytest

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Incoming, PartKind
from reviewer.importers.pdf import PdfImporter
from reviewer.importers.pdf_recognition import languages
from tests.importers.pdf_files import column, pdf

_IN_ITS_PLACE = """#!{python}
import sys
if "--list-langs" in sys.argv:
    print("List of available languages (3):\\nosd\\nurd\\neng")
else:
    page = sys.stdin.buffer.read()
    assert page.startswith(b"P5 ")
    print("Read with " + sys.argv[-1] + " from a pic-\\nture of a page\\n\\nand a second piece")
"""


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program on the path that stands in for Tesseract, which is not always installed."""
    program = tmp_path / "tesseract"
    program.write_text(_IN_ITS_PLACE.format(python=sys.executable))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    return program


def read(data: bytes) -> Incoming:
    found = next(iter(PdfImporter().take(data, "scan.pdf", recognise=True)))
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
    with pytest.raises(Unreadable, match="no text"):
        read(pdf([]))


def test_without_the_program_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable, match="tesseract-ocr-urd"):
        read(pdf([]))
