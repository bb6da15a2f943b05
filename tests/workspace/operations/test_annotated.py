"""Documents with their passages: what is written, of which moment, and what cannot be had."""

import hashlib
import re
import zipfile
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest

from reviewer.domain.errors import Cancelled, NotAllowed, NotFound, Unreadable
from reviewer.domain.incoming import Incoming, Original
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.snapshot import PassageFilter
from reviewer.importers import take_bytes
from reviewer.workspace.annotated_apart import annotated_to_file
from reviewer.workspace.apart import AlreadyThere
from reviewer.workspace.operations.annotated import ZIP, Sent
from reviewer.workspace.project import Workspace
from reviewer.workspace.reporting.reported import ReportWish
from tests.builders import a_document, a_passage, import_incoming
from tests.importers.pdf_files import column, pdf
from tests.workspace.sources import a_source_not_held
from tests.workspace.test_page_marks import marks_of

WORDS = "Menu\n\nTwelve people were hurt, Shireen Kol said.\nNobody came."
FIRST, SECOND = "The bridge was hit at night.", "At least 25 people were hurt."


@pytest.fixture
def document(workspace: Workspace) -> int:
    """Give a document with two linked passages, of which one has a note."""
    document = a_document(workspace, WORDS, title="Flyer")
    claim = a_passage(workspace, document, "Twelve people were hurt, Shireen Kol", note="By phone")
    denial = a_passage(workspace, document, "Nobody came", "Denial")
    workspace.links.link(denial, claim, LinkType.DENIES)
    return document


def a_pdf(workspace: Workspace) -> int:
    found = next(iter(take_bytes(pdf(column(FIRST), column(SECOND)), "report.pdf")))
    assert isinstance(found, Incoming)
    return import_incoming(workspace, found)


def lose(workspace: Workspace, passage: int, what: str = "anchor = 'not_certain'") -> None:
    """Let the place of a passage be uncertain."""
    with workspace.history.step("passages.note"):
        workspace._project.connection.execute(f"UPDATE passages SET {what} WHERE id = ?", [passage])


def page(workspace: Workspace, document: int, wish: ReportWish | None = None) -> str:
    target = BytesIO()
    workspace.annotated.write(document, "html", target, wish=wish)
    return target.getvalue().decode()


def marked(found: str) -> list[str]:
    """Return the marked words of a page, label by label."""
    main = found[found.index("<main") : found.index("</main>")]
    return [unescape(one) for one in re.findall(r"<mark[^>]*>(?:<span[^>]*>)?([^<]+)", main)]


def test_passages_stand_over_their_words(workspace: Workspace, document: int) -> None:
    found = page(workspace, document)
    assert marked(found) == ["Twelve people were hurt, Shireen Kol", "Nobody came"]
    assert "Note by the analysts: By phone" in found
    assert '<a href="#p-D1-2">D1·2</a>' in found


def test_passages_are_narrowed(workspace: Workspace, document: int) -> None:
    denial = workspace.tags.named("Denial")
    assert denial is not None
    wish = ReportWish(chosen=PassageFilter(tags=(denial.id,)))
    assert marked(page(workspace, document, wish)) == ["Nobody came"]


def test_protected_names_are_gone_from_words_passages_and_file_names(
    workspace: Workspace, document: int
) -> None:
    actor = workspace.actors.add("Shireen Kol")
    workspace.actors.change(actor, protected=True)
    workspace.documents.describe(document, "title", "Flyer of Shireen Kol")
    wish = ReportWish(protect=True)
    found = page(workspace, document, wish)
    assert "Shireen" not in found
    assert marked(found) == [f"Twelve people were hurt, [A{actor}]", "Nobody came"]
    other = a_document(workspace, "Nothing at all here.")
    target = BytesIO()
    workspace.annotated.write_several([document, other], "html", target, Silent(), wish)
    with zipfile.ZipFile(target) as several:
        assert several.namelist()[0] == f"D1 Flyer of [A{actor}].html"


def test_a_passage_whose_place_is_not_certain_is_told_below(
    workspace: Workspace, document: int
) -> None:
    (first, second) = workspace.passages.ids(PassageFilter())
    lose(workspace, first)
    found = page(workspace, document)
    assert marked(found) == ["Nobody came"]
    assert found.index('id="lost"') < found.index('id="p-D1-1"')
    lose(workspace, second, "quote = 'nobody came'")
    assert marked(page(workspace, document)) == []


def test_a_passage_of_another_version_has_no_place_in_this_one(
    workspace: Workspace, document: int
) -> None:
    other = workspace._project.documents.text_of(a_document(workspace, WORDS + " Not at all."))
    with workspace.history.step("documents.describe"):
        workspace._project.documents.set([document], {"text": other}, "now")
    assert marked(page(workspace, document)) == []


def test_what_is_not_held_has_no_words_to_show(workspace: Workspace) -> None:
    source = a_source_not_held(workspace)
    with pytest.raises(NotAllowed, match="is not held"):
        workspace.annotated.write(source, "html", BytesIO())


def test_there_is_no_other_format(workspace: Workspace, document: int) -> None:
    with pytest.raises(NotFound, match="There are: html, docx, pdf"):
        workspace.annotated.write(document, "odt", BytesIO())
    assert [one.key for one in workspace.annotated.formats()] == ["html", "docx", "pdf"]
    assert workspace.annotated.suffix_of("docx", 1) == ".docx"
    assert workspace.annotated.suffix_of("docx", 2) == ZIP
    assert workspace.annotated.refusal(document, "docx") is None


def test_a_pdf_is_marked_on_its_own_pages(workspace: Workspace) -> None:
    document = a_pdf(workspace)
    a_passage(workspace, document, "bridge was hit")
    text = workspace.documents.text(document)
    across = text[text.index("at night") : text.index(" people")]
    a_passage(workspace, document, across, "Denial", note="Mine")
    lost = a_passage(workspace, document, "At least")
    lose(workspace, lost)
    target = BytesIO()
    assert workspace.annotated.write(document, "pdf", target) == 3
    found = marks_of(target.getvalue())
    assert [(one.page, one.words["NM"], one.under) for one in found if one.boxes] == [
        (1, "D1·1", "bridge was hit"),
        (1, "D1·2", "at night."),
        (2, "D1·2", "At least 25"),
    ]
    (note,) = [one for one in found if not one.boxes]
    assert (
        "The place of these words on the page was not found: “At least”" in (note.words["Contents"])
    )
    assert "Note by the analysts: Mine" in found[1].words["Contents"]


def test_what_did_not_come_in_as_a_pdf_has_no_pages_to_mark(
    workspace: Workspace, document: int
) -> None:
    with pytest.raises(NotAllowed, match="D1 did not come in as a PDF"):
        workspace.annotated.write(document, "pdf", BytesIO())


def test_names_on_the_pages_of_a_pdf_cannot_be_replaced(workspace: Workspace) -> None:
    document = a_pdf(workspace)
    assert workspace.annotated.refusal(document, "pdf") is None
    with pytest.raises(NotAllowed, match="Names cannot be replaced"):
        workspace.annotated.write(document, "pdf", BytesIO(), wish=ReportWish(protect=True))


def test_several_go_into_a_zip_and_what_cannot_is_told(workspace: Workspace, document: int) -> None:
    other = a_pdf(workspace)
    target = BytesIO()
    sent = workspace.annotated.write_all([document, other], "pdf", target, Silent())
    assert (sent.documents, sent.passages) == (1, 0)
    ((name, problem),) = sent.left
    assert name == "D1 Flyer.pdf"
    assert "did not come in as a PDF" in str(problem)
    with zipfile.ZipFile(target) as several:
        (only,) = several.namelist()
        assert several.read(only).startswith(b"%PDF")


def test_where_none_can_be_had_there_is_no_archive_of_nothing(
    workspace: Workspace, document: int, tmp_path: Path
) -> None:
    target = tmp_path / "all.zip"
    several = [document, a_document(workspace, "Another flyer.")]
    with pytest.raises(NotAllowed, match="None of these 2 documents"):
        annotated_to_file(workspace.path, several, "pdf", target, Silent())
    assert not target.exists()


def test_writing_several_stops_when_asked_to(workspace: Workspace, document: int) -> None:
    class Impatient:
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            raise Cancelled("{done}{total}{what}", done=done, total=total, what=what)

    with pytest.raises(Cancelled):
        workspace.annotated.write_several([document], "html", BytesIO(), Impatient())


def test_a_document_is_written_apart_from_the_window(
    workspace: Workspace, document: int, tmp_path: Path
) -> None:
    target = tmp_path / "one.html"
    args = (workspace.path, [document], "html", target, Silent())
    assert annotated_to_file(*args) == Sent(1, 2)
    assert marked(target.read_text(encoding="utf-8")) == marked(page(workspace, document))
    with pytest.raises(AlreadyThere):
        annotated_to_file(*args)
    assert annotated_to_file(*args, overwrite=True) == Sent(1, 2)


def test_a_pdf_that_cannot_be_marked_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    found = next(iter(take_bytes(pdf(column(FIRST)), "report.pdf")))
    assert isinstance(found, Incoming)
    broken = b"no PDF at all"
    kept = Original(hashlib.sha256(broken).hexdigest(), len(broken), "", "plain", broken)
    document = import_incoming(workspace, replace(found, original=kept))
    a_passage(workspace, document, "bridge")
    target = tmp_path / "one.pdf"
    with pytest.raises(Unreadable, match="pages cannot be marked"):
        annotated_to_file(workspace.path, [document], "pdf", target, Silent())
    assert not target.exists()
