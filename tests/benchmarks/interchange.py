"""Work sent out for other programs and taken in again, in every format there is."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reviewer.domain.progress import Silent
from reviewer.domain.spans import Span
from reviewer.exporters.interchange import ProjectFormat
from reviewer.importers.interchange import all_projects as all_importers
from reviewer.workspace.apart import writing_to
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_work import read_work
from tests.benchmarks.corpus import KILOBYTE, Corpus
from tests.benchmarks.exporting import spans_of
from tests.benchmarks.floors import PlainFile
from tests.benchmarks.importing import plain_file_of, project_of
from tests.benchmarks.measures import Bench, Figure, Goal, compared, seconds
from tests.builders import NOOR

_GOALS = {"refi_project": (Goal(1.0), Goal(2.0))}
_NO_GOALS = (Goal(), Goal())


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group; a format is in it by being there."""
    files = bench.fresh("files")
    Corpus().files(files, bench.size(1_000, 20), 20 * KILOBYTE)
    project = project_of(bench, files, "project")
    plain = plain_file_of(bench, files, "plain")
    tag = project.tags.all()[0].id
    project.passages.tag_many(
        [Tagging(document, span, tag) for _, document, spans in _places(project) for span in spans]
    )
    plain.tag_all(_places(project))
    project.idle()
    readers = {one.key for one in all_importers()}
    target = bench.fresh("sent")
    for one in project.exports.other_programs():
        place = target / f"ours{one.suffix}"
        there, back = _GOALS.get(one.key, _NO_GOALS)
        yield compared(
            bench,
            f"10,000 passages and their documents to {one.key}",
            partial(_sent, project, one, place),
            partial(seconds, partial(plain.write_archive, target / "plain.zip")),
            there,
        )
        if one.key in readers:
            yield compared(
                bench,
                f"10,000 passages and their documents from {one.key}",
                partial(_taken, bench, place),
                partial(_taken_plainly, bench, files, project),
                back,
            )
    project.close()
    plain.close()


def _places(project: Workspace) -> Iterator[tuple[str, int, list[Span]]]:
    """Give ten places in each document, without white space around them, as people tag."""
    for document, text, spans in spans_of(project):
        places = []
        for span in spans:
            words = span.of(text)
            start = span.start + len(words) - len(words.lstrip())
            places.append(Span(start, start + len(words.strip())))
        yield text, document, places


def _sent(project: Workspace, one: ProjectFormat, place: Path) -> float:
    def send() -> None:
        with writing_to(place, overwrite=True) as file:
            project.exports.send(one.key, file, Silent())

    return seconds(send)


def _taken(bench: Bench, place: Path) -> float:
    """Read what was sent, and take it into an empty project."""
    with Workspace.create(bench.fresh("taken") / "dossier.review", NOOR) as workspace:
        taken = seconds(lambda: workspace.interchange.take(read_work(place, Silent()), Silent()))
        if not workspace.passages.count():
            raise AssertionError(f"nothing of {place.name} came back")
    return taken


def _taken_plainly(bench: Bench, files: Path, project: Workspace) -> float:
    """Write the same documents and passages down with nothing around it."""
    wanted = list(_places(project))
    plain = PlainFile(bench.fresh("bare") / "plain.db")

    def take() -> None:
        plain.take_in(sorted(files.iterdir()))
        plain.tag_all(wanted)

    taken = seconds(take)
    plain.close()
    return taken
