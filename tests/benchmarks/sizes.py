"""How big the project file is, beside the text that is in it."""

from collections.abc import Iterator

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.exporting import spans_of, taggings_of
from tests.benchmarks.importing import LOADS, plain_file_of, project_of
from tests.benchmarks.measures import Bench, Figure, Goal

TIMES_THE_TEXT = Goal(1.6)


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    for name, full, quick, size, _goal in LOADS:
        files = bench.fresh("files")
        text = Corpus().files(files, bench.size(full, quick), size)
        project = project_of(bench, files, "project")
        plain = plain_file_of(bench, files, "plain")
        project.idle()
        plain.fold()
        ours, bare = project.path.stat().st_size, plain.path.stat().st_size
        what = f"{name}: project file to text"
        yield Figure(what, ours / text, bare / text, TIMES_THE_TEXT, unit="x")
        plain.tag_all((words, document, spans) for document, words, spans in spans_of(project))
        project.passages.tag_many(taggings_of(project))
        project.close()
        plain.close()
        ours, bare = project.path.stat().st_size, plain.path.stat().st_size
        what = f"{name}: the same with ten passages in each"
        yield Figure(what, ours / text, bare / text, unit="x")
