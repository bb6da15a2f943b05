"""Taking files in until they can be searched, and until they are listed."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from textwrap import wrap

from pypdfium2 import PdfDocument

from reviewer.domain.progress import Silent
from reviewer.importers.paged.pdf import PdfImporter
from reviewer.importers.paged.pdf_layout import page_text
from reviewer.importers.paged.pdf_pages import opened
from reviewer.workspace.project import Workspace
from tests.benchmarks.corpus import KILOBYTE, PHRASE, Corpus
from tests.benchmarks.floors import PlainFile
from tests.benchmarks.measures import Bench, Figure, Goal, compared, in_turn, seconds
from tests.builders import NOOR
from tests.importers.pdf_files import column, pdf

LINES = 50  # on a page
LOADS = (
    ("1,000 x 20 KB", 1_000, 20, 20 * KILOBYTE, Goal(0.9, times_floor=2)),
    ("10,000 x 5 KB", 10_000, 30, 5 * KILOBYTE, Goal(4.0)),
)


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    for name, full, quick, size, goal in LOADS:
        files = bench.fresh("files")
        Corpus().files(files, bench.size(full, quick), size)
        floor = partial(_floor, bench, files)
        plain, bare = in_turn(bench, partial(_imported, bench, files), floor)
        yield Figure(f"{name} imported and searchable", median(plain), median(bare), goal)
        seen, bare = in_turn(bench, partial(_imported_in_window, bench, files), floor)
        yield Figure(f"{name} imported in the window", median(seen), median(bare), goal)
    yield from _of_pdf(bench)


def _of_pdf(bench: Bench) -> Iterator[Figure]:
    """Give what the text of a PDF costs beside the library's own, and what all of it costs."""
    pages = bench.size(200, 5)
    words = Corpus().text(pages * LINES * 100).encode("ascii", "ignore").decode()
    lines = [line for part in words.split("\n") for line in wrap(part, 90)][: pages * LINES]
    printed = ("\n".join(lines[at : at + LINES]) for at in range(0, len(lines), LINES))
    data = pdf(*map(column, printed))
    floor = partial(seconds, partial(_text_of_library, data))
    text = partial(seconds, partial(_text_of_pages, data))
    yield compared(bench, f"text of a PDF of {pages} pages", text, floor, Goal(times_floor=1.25))
    whole = partial(seconds, lambda: list(PdfImporter().take(data, "report.pdf")))
    yield compared(bench, f"a PDF of {pages} pages read whole", whole, floor, Goal())


def _text_of_library(data: bytes) -> None:
    with closing(PdfDocument(data)) as document:
        for page in document:
            with closing(page), closing(page.get_textpage()) as text:
                text.get_text_range()


def _text_of_pages(data: bytes) -> None:
    with opened(data, "report.pdf") as pages:
        for number in range(1, len(pages) + 1):
            with pages.page(number) as page:
                if page is None or not page_text(page).blocks:
                    raise AssertionError("a page has no text")


def project_of(bench: Bench, files: Path, name: str) -> Workspace:
    """Import files into a new project; the caller closes it."""
    workspace = Workspace.create(bench.fresh(name) / "dossier.review", NOOR)
    take_in(workspace, files)
    return workspace


def take_in(workspace: Workspace, files: Path) -> None:
    """Import files and find one of them by its words."""
    taken = sum(one.document is not None for one in workspace.imports.take_in([files], Silent()))
    if not taken or not workspace.documents.holding(PHRASE):
        raise AssertionError("what was imported cannot be found")


def plain_file_of(bench: Bench, files: Path, name: str) -> PlainFile:
    """Write files down with nothing around it; the caller closes it."""
    plain = PlainFile(bench.fresh(name) / "plain.db")
    take_in_plainly(plain, files)
    return plain


def take_in_plainly(plain: PlainFile, files: Path) -> None:
    """Write files down with nothing around it, and find one of them by its words."""
    plain.take_in(sorted(files.iterdir()))
    if not plain.holds(PHRASE):
        raise AssertionError("what was imported cannot be found")


def _imported(bench: Bench, files: Path) -> float:
    with Workspace.create(bench.fresh("imported") / "dossier.review", NOOR) as workspace:
        return seconds(lambda: take_in(workspace, files))


def _floor(bench: Bench, files: Path) -> float:
    plain = PlainFile(bench.fresh("plain") / "plain.db")
    taken = seconds(lambda: take_in_plainly(plain, files))
    plain.close()
    return taken


def _imported_in_window(bench: Bench, files: Path) -> float:
    from reviewer.ui.importing import Look
    from tests.benchmarks import driving

    path = bench.fresh("window") / "dossier.review"
    with driving.window() as window:
        window.create_project(path, NOOR.name)
        driving.rest()
        reports = driving.scripted(window).reports

        def take_in() -> None:
            window.import_paths([files], look=Look.AT_ONCE)
            driving.wait_until(lambda: bool(reports))

        taken = seconds(take_in)
        if not driving.session_of(window).workspace.documents.holding(PHRASE):
            raise AssertionError("what was imported cannot be found")
    return taken
