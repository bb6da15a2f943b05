"""``reviewer report``."""

from pathlib import Path

import pytest

from reviewer.domain.events import NewEvent
from tests.builders import a_document, a_passage, a_project
from tests.cli.running import Run, started


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    """Give a project with passages in two documents, one of them in two events of one name."""
    with a_project(tmp_path, "tagged") as workspace:
        one = a_document(workspace, "<b>He</b> said nobody came.", title="One")
        other = a_document(workspace, "Twelve were hurt.", title="Other")
        passage = a_passage(workspace, one, "<b>He</b>", "Allegation")
        a_passage(workspace, other, "Twelve", "Denial")
        workspace.events.make_from([passage], NewEvent("The bridge"))
        workspace.events.make_from([passage], NewEvent("Told twice"))
        workspace.events.make_from([passage], NewEvent("told  twice"))
        workspace.reports.set_statement("")
        return workspace.path


def test_a_report_is_written_to_a_file(tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    ended = started("report", tagged, "--output", target)
    assert ended.code == 0
    assert "A report with 2 passages" in ended.out
    assert "&lt;b&gt;He&lt;/b&gt;" in target.read_text(encoding="utf-8")


def test_the_opening_statement_is_never_missing_in_a_script(tagged: Path) -> None:
    ended = started("report", tagged, "--output", "-")
    assert ended.code == 0
    assert "It does not state that any of it happened" in ended.out


def test_a_report_is_narrowed_to_a_tag_a_document_and_an_event(tagged: Path) -> None:
    for narrowed in (
        ("--tag", "allegation"),
        ("--document", "One"),
        ("--document", "D1"),
        ("--event", "the bridge"),
    ):
        ended = started("report", tagged, "--output", "-", "--by", "tag", *narrowed)
        assert "&lt;b&gt;He" in ended.out
        assert "<mark>Twelve" not in ended.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "odt"), "There is no format “odt”. There are: html"),
        (("--event", "none"), "There is no event “none”. There are: The bridge, Told twice, "),
        (("--event", "told twice"), "There are several events “told twice”."),
        (("--tag", "none"), "There is no tag “none”"),
    ],
)
def test_what_there_is_not_is_refused_by_name(
    tagged: Path, words: tuple[str, ...], told: str
) -> None:
    ended = started("report", tagged, "--output", "-", *words)
    assert ended.code == 2
    assert told in ended.err


def test_a_file_is_written_over_only_when_that_is_allowed(tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("mine", encoding="utf-8")
    assert started("report", tagged, "--output", target).code == 3
    assert target.read_text(encoding="utf-8") == "mine"
    assert started("report", tagged, "--output", target, "--overwrite").code == 0


@pytest.mark.parametrize(
    ("name", "head"), [("r.DOCX", b"PK"), ("r.md", b"# "), ("r", b"<!DOCTYPE")]
)
def test_the_ending_of_a_file_says_the_format(
    run: Run, tagged: Path, tmp_path: Path, name: str, head: bytes
) -> None:
    assert run("report", tagged, "--output", tmp_path / name).code == 0
    assert (tmp_path / name).read_bytes().startswith(head)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("r.docx", "--format", "html"), "“r.docx” would be a file of another kind"),
        (("r.csv", "--format", "md"), "md is written to files that end in .md."),
        (("r.foo",), "“.foo” says no format. Name a file that ends in .html, .docx, .md, .zip"),
    ],
)
def test_an_ending_that_says_nothing_or_something_else_is_refused(
    run: Run, tagged: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    target = tmp_path / words[0]
    ended = run("report", tagged, "--output", target, *words[1:])
    assert (ended.code, told in ended.err, target.exists()) == (2, True, False)


def test_a_report_is_printed_to_pdf_without_a_display(tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    ended = started("report", tagged, "--format", "pdf", "--output", target)
    assert ended.code == 0
    assert target.read_bytes().startswith(b"%PDF")
