"""Pages printed to PDF by a process of its own, whatever becomes of that."""

import os
from collections.abc import Iterator
from io import BytesIO

import pypdfium2
import pytest

from reviewer.app import print_pages
from reviewer.domain.errors import Cancelled, NotAllowed
from reviewer.domain.progress import Silent
from reviewer.workspace.jobs import JobProgress
from reviewer.workspace.printing import PAGES, TOLD, Line, Work, printed_by, printer
from reviewer.workspace.project import Workspace
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
