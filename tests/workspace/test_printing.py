"""Pages printed to PDF by a process of its own, whatever becomes of that."""

import os
from collections.abc import Iterator
from ctypes import byref, c_int
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import pytest
from pypdfium2 import raw as library

import reviewer
from reviewer.app import print_pages
from reviewer.domain.errors import Cancelled, NotAllowed
from reviewer.domain.links import LinkType
from reviewer.domain.progress import Silent
from reviewer.domain.report import ReportBy, Voice
from reviewer.workspace.jobs import JobProgress
from reviewer.workspace.papers import as_pdf, paper_of
from reviewer.workspace.printing import PAGES, TOLD, Line, Work, printed_by, printer
from reviewer.workspace.project import Workspace
from reviewer.workspace.reporting.reported import ReportWish
from tests.builders import a_document, a_passage


@pytest.fixture(autouse=True)
def nobody_prints() -> Iterator[None]:
    """Let nothing print before and after a test."""
    printed_by(None)
    yield
    printed_by(None)


def tells_why(line: Line) -> None:
    line.recv_bytes()
    line.send_bytes(TOLD + b"no paper")


def ends_at_once(line: Line) -> None:
    line.recv_bytes()
    os._exit(1)


def sends_nonsense(line: Line) -> None:
    for _page in range(3):
        line.recv_bytes()
        line.send_bytes(PAGES + b"no PDF")
        line.send_bytes(PAGES)


def hangs(line: Line) -> None:
    line.recv_bytes()
    line.send_bytes(PAGES)
    line.recv_bytes()
    line.recv_bytes()


def sends_nothing(line: Line) -> None:
    for _page in range(3):
        line.recv_bytes()
        line.send_bytes(PAGES)


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def printed(work: Work) -> bytes:
    printed_by(work)
    found = printer()
    assert found is not None
    return found(["<p>", "Words"], Silent())


def test_a_report_is_printed_page_by_page(workspace: Workspace) -> None:
    document = a_document(workspace, "Nobody was hurt, the army said.", title="Statement")
    a_passage(workspace, document, "Nobody was hurt")
    target = BytesIO()
    with pytest.raises(NotAllowed, match="Nothing here prints pages"):
        workspace.reports.write("pdf", target, Silent())
    printed_by(print_pages)
    assert workspace.reports.write("pdf", target, Silent()) == 1
    found = text_of(target.getvalue())
    assert "It does not state that any of it happened" in found.replace("\r\n", " ")
    assert "Nobody was hurt, the army said." in found
    assert f"{workspace.name} · Report · " in found


def links_of(document: pypdfium2.PdfDocument, page: int) -> list[int]:
    """Return the pages that links on a page lead to, both from 0."""
    found, place, link = list[int](), c_int(0), library.FPDF_LINK()
    while library.FPDFLink_Enumerate(document[page].raw, byref(place), byref(link)):
        leads = library.FPDFLink_GetDest(document.raw, link)
        found.append(library.FPDFDest_GetDestPageIndex(document.raw, leads))
    return found


def test_a_printed_report_is_led_through_by_an_outline_and_by_links(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "XST-9")
    document = a_document(workspace, "Twelve died. Nobody was hurt.", title="شہر کی تحقیق")
    claim = a_passage(workspace, document, "Twelve died")
    denial = a_passage(workspace, document, "Nobody was hurt", "Denial")
    workspace.links.link(denial, claim, LinkType.REJECTS_IN_GENERAL)
    for name, passage in (("زرویل پل پر فائرنگ", claim), ("The mill", denial)):
        workspace.events.put([passage], workspace.events.add(name))
    printed_by(print_pages)
    target = BytesIO()
    begun = datetime.now(UTC).replace(microsecond=0)
    workspace.reports.write("pdf", target, Silent())
    made = pypdfium2.PdfDocument(target.getvalue())
    outline = {
        line.get_title(): (line.level, line.get_dest().get_index()) for line in made.get_toc()
    }
    first, second = outline["\u200fزرویل پل پر فائرنگ"], outline["The mill"]
    assert (first[0], second[0], outline["Events"]) == (1, 1, (0, min(first[1], second[1])))
    assert "زرویل پل پر فائرنگ" in made[first[1]].get_textpage().get_text_range()
    sources = outline["Sources"][1]
    assert set(links_of(made, first[1])) == {sources, second[1]}
    assert set(links_of(made, second[1])) == {sources, first[1]}
    assert {first[1], second[1], sources} <= set(links_of(made, 0))
    told = made.get_metadata_dict()
    assert told["Creator"] == f"Reviewer {reviewer.__version__}"
    assert told["Author"] == ""
    assert told["Title"].startswith(f"{workspace.name} · Report · ")
    when = datetime.strptime(told["CreationDate"], "D:%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
    assert begun <= when <= datetime.now(UTC)


def test_a_certificate_is_printed_where_something_prints(workspace: Workspace) -> None:
    document = a_document(workspace, "Nobody was hurt.", title="شہر کی تحقیق")
    with pytest.raises(NotAllowed, match="Nothing here prints pages"):
        as_pdf(paper_of(workspace, document, Silent()), Silent())
    printed_by(print_pages)
    data = as_pdf(paper_of(workspace, document, Silent()), Silent())
    assert "شہر کی تحقیق" in text_of(data)
    assert pypdfium2.PdfDocument(data).get_metadata_dict()["Title"] == "Certificate of D1"
    assert b"/DisplayDocTitle true" in data


def test_latin_names_are_copied_from_an_urdu_report_in_their_order(workspace: Workspace) -> None:
    document = a_document(workspace, "Nobody was hurt.", title="Shots on Zarvel Bridge")
    a_passage(workspace, document, "Nobody was hurt")
    printed_by(print_pages)
    target = BytesIO()
    urdu = Voice("ur", lambda said: said.sentence, leftward=True)
    workspace.reports.write("pdf", target, Silent(), ReportWish(ReportBy.DOCUMENT, voice=urdu))
    assert "Shots on Zarvel Bridge" in " ".join(text_of(target.getvalue()).split())


def test_why_nothing_was_printed_is_told() -> None:
    with pytest.raises(NotAllowed, match="could not be printed: no paper"):
        printed(tells_why)


@pytest.mark.parametrize("work", [ends_at_once, sends_nonsense, sends_nothing])
def test_a_process_that_prints_nothing_costs_no_more_than_that(work: Work) -> None:
    with pytest.raises(NotAllowed, match=r"pages could not be printed.*browser"):
        printed(work)


def test_printing_stops_when_asked_to() -> None:
    progress = JobProgress(lambda _done, _total, _what: None)
    printed_by(hangs)
    found = printer()
    assert found is not None

    def pages() -> Iterator[str]:
        yield "<p>"
        progress.cancel()
        yield "<p>"

    with pytest.raises(Cancelled):
        found(pages(), progress)


def test_where_nothing_prints_any_more_that_is_said() -> None:
    printed_by(print_pages)
    found = printer()
    printed_by(None)
    assert printer() is None
    assert found is not None
    with pytest.raises(NotAllowed, match="could not be printed"):
        found([], Silent())
