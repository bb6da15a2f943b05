"""Sending passages out as a table, and tagging many of them at once."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.workspace.apart import export_to_file
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
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
    yield compared(
        bench,
        "10,000 passages to CSV",
        lambda: seconds(
            lambda: export_to_file(
                project.path, "csv", target / "ours.csv", Silent(), overwrite=True
            )
        ),
        lambda: seconds(lambda: plain.write_csv(target / "plain.csv")),
        Goal(0.2),
    )
    _compare_rows(target / "ours.csv", target / "plain.csv")
    plain.close()


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
