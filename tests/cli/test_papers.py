"""``reviewer register`` and ``reviewer certificate``."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage, a_project, an_incoming
from tests.cli.running import Run, started

NASTY = '<script>alert(1)</script> "\u202e & پل'


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give a project of two documents, one in its second version."""
    with a_project(tmp_path, "archive") as workspace:
        first = a_document(workspace, "Two men were held.\n", title=NASTY, original_name=NASTY)
        a_passage(workspace, first, "Two men")
        a_document(workspace, "Other words\n", original=b"other", title="Other")
        newer = an_incoming("Three men were held.\n")
        workspace.versions.replace(first, newer, "corrected by the office")
        return workspace.path


def body(target: Path) -> str:
    """Return the words of a page, after seeing that it is well formed and nothing in it runs."""
    html = target.read_text(encoding="utf-8")
    assert "<script" not in html
    assert "http://" not in html
    assert "https://" not in html
    inside = html[html.index("<body>") : html.index("</html>")].replace("<br>", "<br/>")
    return " ".join("".join(ET.fromstring(inside).itertext()).split())


def test_the_register_lists_every_document_with_its_fingerprints(
    archive: Path, tmp_path: Path
) -> None:
    target = tmp_path / "register.html"
    ended = started("register", archive, "--to", target)
    assert (ended.code, ended.err) == (0, "")
    said = body(target)
    assert "D1" in said
    assert "D2" in said
    assert said.count("computed again just now: the same") == 4
    assert "version 2" in said
    assert "does not state that anything a document says happened" in said


def test_a_certificate_says_where_a_document_came_from_with_every_version(
    archive: Path, tmp_path: Path, run: Run
) -> None:
    target = tmp_path / "certificate.html"
    assert run("certificate", archive, "D1", "--to", target).code == 0
    said = body(target)
    with Workspace.open(archive, only_read=True) as workspace:
        found = workspace.provenance.record(1)
    assert "corrected by the office" in said
    assert "Version 2, read now" in said
    assert "Version 1, older" in said
    assert "Noor" in said
    assert "plain_text, version 1" in said
    for version in found.versions:
        for sha256 in (version.text_sha256, version.original_sha256):
            assert sha256 in re.sub(r"\s", "", said)
    assert f"{found.now.text_sha256[:4]} {found.now.text_sha256[4:8]} " in said
    assert "alert(1)" in said  # as words, not as markup


def test_what_changed_is_said_on_the_page(archive: Path, tmp_path: Path, run: Run) -> None:
    data = archive.read_bytes()
    archive.write_bytes(data.replace(b"Other words", b"Otter words"))
    target = tmp_path / "register.html"
    assert run("register", archive, "--to", target).code == 1
    assert "computed again just now: DIFFERENT" in body(target)


def test_a_page_is_not_written_over_unless_it_is_said(
    archive: Path, tmp_path: Path, run: Run
) -> None:
    target = tmp_path / "register.html"
    target.write_text("mine", encoding="utf-8")
    assert run("register", archive, "--to", target).code == 3
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("register", archive, "--to", target, "--overwrite").code == 0


@pytest.mark.parametrize("asked", [("register",), ("certificate", "D1")])
def test_a_page_is_printed_to_pdf_without_a_display(
    archive: Path, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    target = tmp_path / "page.pdf"
    ended = started(asked[0], archive, *asked[1:], "--to", target)
    assert (ended.code, ended.err) == (0, "")
    made = pypdfium2.PdfDocument(target.read_bytes())
    said = " ".join(page.get_textpage().get_text_range() for page in made)
    assert "does not state that anything a document says happened" in " ".join(said.split())
    assert said.count("computed again just now: the same") == 4
    assert made.get_metadata_dict()["Title"] in " ".join(said.split())
    assert b"/Lang <FEFF0065006E>" in target.read_bytes()


def test_where_nothing_prints_no_page_is_left(archive: Path, tmp_path: Path, run: Run) -> None:
    target = tmp_path / "page.pdf"
    ended = run("register", archive, "--to", target)
    assert ended.code == 3
    assert "Nothing here prints pages" in ended.err
    assert not target.exists()
