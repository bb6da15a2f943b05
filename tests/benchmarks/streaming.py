"""How much memory an export takes that is far larger than memory should be."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from reviewer.domain.spans import Span
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.benchmarks.corpus import KILOBYTE, SEED, Corpus
from tests.benchmarks.importing import plain_file_of, project_of
from tests.benchmarks.measures import (
    MEGABYTE,
    Bench,
    Figure,
    Goal,
    in_turn,
    memory_of_child,
)

A_DOCUMENT = 100
"""How many passages each document gets."""
_FORMATS = ("csv", "jsonl", "xlsx", "ods", "html")
_EXPORT = "from tests.benchmarks.streaming import export; import sys; export(*sys.argv[1:])"
_BARE = (
    "import sys; from pathlib import Path; from tests.benchmarks.floors import PlainFile;"
    "PlainFile(Path(sys.argv[1])).write_csv(Path(sys.argv[2]))"
)


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    files = bench.fresh("files")
    Corpus().files(files, bench.size(1_000, 3), 20 * KILOBYTE)
    project = project_of(bench, files, "project")
    plain = plain_file_of(bench, files, "plain")
    places = list(_places(project))
    tag = project.tags.all()[0].id
    project.passages.tag_many(
        [Tagging(document, span, tag) for document, _, spans in places for span in spans]
    )
    plain.tag_all((text, document, spans) for document, text, spans in places)
    project.close()
    plain.close()
    target = bench.fresh("exports")
    for key in _FORMATS:
        ours, bare = in_turn(
            bench,
            partial(memory_of_child, _EXPORT, key, str(project.path), str(target / f"ours.{key}")),
            partial(memory_of_child, _BARE, str(plain.path), str(target / "plain.csv")),
        )
        what = f"memory for 100,000 passages to {key.upper()}"
        yield Figure(what, median(ours), median(bare), Goal(200 * MEGABYTE), unit="B")


def _places(workspace: Workspace) -> Iterator[tuple[int, str, Sequence[Span]]]:
    random = Random(SEED)
    for document in workspace.documents.ids():
        text = workspace.documents.text(document)
        starts = sorted(random.sample(range(len(text) - 200), A_DOCUMENT))
        yield document, text, [Span(start, start + 80) for start in starts]


def export(key: str, project: str, target: str) -> None:
    """Export everything once, as the command line does."""
    from reviewer.domain.progress import Silent
    from reviewer.workspace.apart import export_to_file
    from reviewer.workspace.reporting.reported import ReportWish
    from reviewer.workspace.reports_apart import report_to_file

    place = Path(target)
    if key == "html":
        report_to_file(Path(project), key, place, Silent(), ReportWish(), overwrite=True)
    else:
        export_to_file(Path(project), key, place, Silent(), overwrite=True)
