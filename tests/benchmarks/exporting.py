"""Sending passages out as tables and as a report, and tagging many of them at once."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.workspace.apart import export_to_file
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from reviewer.workspace.reporting.reported import ReportWish
from reviewer.workspace.reports_apart import report_to_file
from tests.benchmarks.corpus import KILOBYTE, SEED, Corpus
from tests.benchmarks.floors import PlainFile
from tests.benchmarks.importing import plain_file_of, project_of
from tests.benchmarks.measures import Bench, Figure, Goal, compared, seconds

A_DOCUMENT = 10
"""How many passages each document gets."""


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    files = bench.fresh("files")
    Corpus().files(files, bench.size(1_000, 20), 20 * KILOBYTE)
    project = project_of(bench, files, "project")
    plain = plain_file_of(bench, files, "plain")
    yield compared(
        bench,
        "10,000 taggings as one step",
        lambda: _tagged(project),
        lambda: _tagged_plainly(project, plain),
        Goal(0.5),
    )
    project.close()
    target = bench.fresh("tables")

    def ours(key: str, what: str = "passages") -> float:
        place = target / f"ours.{key}"
        return seconds(
            lambda: export_to_file(project.path, key, place, Silent(), what=what, overwrite=True)
        )

    for key, name, floor in (
        ("csv", "CSV", plain.write_csv),
        ("jsonl", "JSON Lines", plain.write_lines),
    ):
        yield compared(
            bench,
            f"10,000 passages to {name}",
            partial(ours, key),
            partial(seconds, partial(floor, target / f"plain.{key}")),
            Goal(0.2, times_floor=3),
        )
    yield compared(
        bench,
        "10,000 passages to a report in HTML",
        lambda: _reported(project.path, target / "ours.html"),
        partial(seconds, partial(plain.write_page, target / "plain.html")),
        Goal(0.3),
    )
    _compare_rows(target / "ours.csv", target / "plain.csv")
    plain.close()
    rows = _rows(target / "ours.csv")
    for key, goal in (("xlsx", Goal(0.8, times_floor=2)), ("ods", Goal(0.8, times_floor=2))):
        yield compared(
            bench,
            f"10,000 passages to {key.upper()} (floor: XlsxWriter alone)",
            partial(ours, key),
            lambda: seconds(lambda: _write_workbook(rows, target / "plain.xlsx")),
            goal,
        )


def _reported(project: Path, target: Path) -> float:
    return seconds(
        lambda: report_to_file(project, "html", target, Silent(), ReportWish(), overwrite=True)
    )


def _rows(table: Path) -> list[list[str | int]]:
    """Return the cells of a table, whole numbers as numbers."""
    import csv

    with table.open(encoding="utf-8-sig", newline="") as file:
        return [
            [int(cell) if cell.isdecimal() else cell for cell in row] for row in csv.reader(file)
        ]


def _write_workbook(rows: list[list[str | int]], target: Path) -> None:
    """Write the same cells with the library alone, empty ones left out."""
    from xlsxwriter import Workbook

    with Workbook(target, {"constant_memory": True, "strings_to_urls": False}) as book:
        page = book.add_worksheet("passages")
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, int):
                    page.write_number(number, place, cell)
                elif cell:
                    page.write_string(number, place, cell)


def spans_of(workspace: Workspace) -> list[tuple[int, str, list[Span]]]:
    """Return ten places in every document, with the document and its text."""
    random, found = Random(SEED), []
    for document in workspace.documents.ids():
        text = workspace.documents.text(document)
        starts = sorted(random.sample(range(len(text) - 200), A_DOCUMENT))
        found.append((document, text, [Span(start, start + 80) for start in starts]))
    return found


def taggings_of(workspace: Workspace) -> list[Tagging]:
    """Return the same places as wishes to tag."""
    tag = workspace.tags.all()[0].id
    return [
        Tagging(document, span, tag) for document, _, spans in spans_of(workspace) for span in spans
    ]


def _tagged(project: Workspace) -> float:
    """Tag, and leave the tags where they are only the first time."""
    if project.passages.count():
        project.passages.remove(project.passages.ids())
    wanted = taggings_of(project)
    project.idle()
    return seconds(lambda: project.passages.tag_many(wanted))


def _tagged_plainly(project: Workspace, plain: PlainFile) -> float:
    wanted = [(text, document, spans) for document, text, spans in spans_of(project)]
    plain.clear_passages()
    return seconds(lambda: plain.tag_all(wanted))


def _compare_rows(ours: Path, plain: Path) -> None:
    """Make sure that both wrote as much; quotes have no line ends that would count."""
    import csv

    with ours.open(encoding="utf-8-sig", newline="") as one:
        mine = sum(1 for _ in csv.reader(one)) - 1
    with plain.open(encoding="utf-8-sig", newline="") as other:
        bare = sum(1 for _ in csv.reader(other))
    if mine != bare:
        raise AssertionError(f"{mine} rows beside {bare}")
