"""``reviewer annotated``."""

import zipfile
from pathlib import Path

import pytest

from tests.builders import a_document, a_passage, a_project
from tests.cli.running import Run, started


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    """Give a project with passages in two documents."""
    with a_project(tmp_path, "tagged") as workspace:
        one = a_document(workspace, "<b>He</b> said nobody came.", title="One")
        other = a_document(workspace, "Twelve were hurt.", title="Other: ../two")
        a_passage(workspace, one, "<b>He</b>", "Allegation")
        a_passage(workspace, one, "nobody came", "Denial")
        a_passage(workspace, other, "Twelve", "Denial")
        return workspace.path


def test_one_document_is_written_as_it_is_and_over_a_file_only_when_allowed(
    tagged: Path, tmp_path: Path
) -> None:
    target = tmp_path / "one.html"
    asked = ("annotated", tagged, "--document", "D1", "--output", target)
    ended = started(*asked)
    assert ended.code == 0
    assert "1 document with 2 passages" in ended.out
    assert ">&lt;b&gt;He&lt;/b&gt;</mark>" in target.read_text(encoding="utf-8")
    assert started(*asked).code == 3
    narrowed = started(*asked, "--overwrite", "--tag", "denial")
    assert "1 document with 1 passage " in narrowed.out
    assert "He&lt;/b&gt;</mark>" not in target.read_text(encoding="utf-8")


def test_several_are_written_into_a_zip_under_safe_names(tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.zip"
    ended = started("annotated", tagged, "--format", "docx", "--output", target)
    assert ended.code == 0
    assert "2 documents with 3 passages" in ended.out
    with zipfile.ZipFile(target) as several:
        assert several.namelist() == ["D1 One.docx", "D2 Other_ .._two.docx"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("a.html",), "2 documents go into a ZIP: name a file that ends in .zip"),
        (("a.zip", "--document", "D1"), "name a file that ends in .html."),
        (("a.docx", "--document", "D1", "--format", "html"), "end in .html, .zip."),
        (("a.foo",), "“.foo” says no format. Name a file that ends in .html, .docx, .pdf, .zip"),
    ],
)
def test_a_name_that_says_something_else_is_refused(
    run: Run, tagged: Path, words: tuple[str, ...], told: str
) -> None:
    target = tagged.with_name(words[0])
    ended = run("annotated", tagged, "--output", target, *words[1:])
    assert (ended.code, told in ended.err, target.exists()) == (2, True, False)


def test_the_ending_of_a_file_says_the_format(run: Run, tagged: Path) -> None:
    target = tagged.with_name("one.docx")
    assert run("annotated", tagged, "--document", "D1", "--output", target).code == 0
    with zipfile.ZipFile(target) as parts:
        assert "word/document.xml" in parts.namelist()


def test_what_cannot_be_had_is_named(tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.zip"
    ended = started("annotated", tagged, "--format", "pdf", "--output", target)
    assert ended.code == 3
    assert "None of these 2 documents can be had in this format" in ended.err
    assert not target.exists()
    one = started("annotated", tagged, "--format", "pdf", "--document", "D2", "--output", "-")
    assert one.code == 3
    assert "D2 did not come in as a PDF" in one.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "odt"), "There is no format “odt”. There are: html, docx, pdf"),
        (("--document", "D9"), "D9"),
        (("--tag", "none"), "There is no tag “none”"),
    ],
)
def test_what_there_is_not_is_refused_by_name(
    tagged: Path, words: tuple[str, ...], told: str
) -> None:
    ended = started("annotated", tagged, "--output", "-", *words)
    assert ended.code == 2
    assert told in ended.err


def test_a_project_without_documents_has_none_to_write(tmp_path: Path) -> None:
    with a_project(tmp_path, "empty") as workspace:
        path = workspace.path
    ended = started("annotated", path, "--output", "-")
    assert ended.code == 2
    assert "There is no document in the project." in ended.err
