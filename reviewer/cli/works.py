"""What ``reviewer import`` does with the work of other programs: read, taken in, and told."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.cli.came import made_beside, refusals
from reviewer.cli.printing import complain, say, sentence
from reviewer.cli.progress import watched
from reviewer.domain.interchange import Doubt
from reviewer.domain.progress import Progress
from reviewer.environment.translation import _, counted, filled
from reviewer.workspace.operations.interchange import TakenWork
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_work import OtherWork, kind_of_work, read_work
from reviewer.workspace.work_apart import OWN_LINES, work_among


@dataclass(frozen=True, slots=True)
class CameIn:
    """Work of another program, and what became of it."""

    work: OtherWork
    found: TakenWork

    @property
    def documents(self) -> list[int]:
        """The documents that came with it."""
        return [one.document for one in self.found.outcomes if one.document is not None]

    @property
    def is_clean(self) -> bool:
        """Whether nothing of it was refused."""
        problems = any(one.problem is not None for one in self.found.outcomes)
        return not problems and not self.found.taken.refused


def works_among(paths: Sequence[Path]) -> list[Path]:
    """Return which of the paths are work of other programs; raises ``Cancelled``.

    Our own lines are none: unknown tags are made of them only where somebody says so.
    """
    with watched(_("Looking")) as progress:
        return [path for path in work_among(paths, progress) if kind_of_work(path) != OWN_LINES]


def take_in_work(workspace: Workspace, path: Path, progress: Progress) -> CameIn:
    """Take work in as one change, telling on standard error what does not fit.

    Raises ``Unreadable`` and ``Cancelled``; then nothing of it is in the project.
    """
    work = read_work(path, progress)
    came = CameIn(work, workspace.interchange.take(work, progress))
    for doubt in work.doubts:
        complain(_("“{name}”: {remark}").format(name=path.name, remark=_doubt(doubt)))
    if came.found.taken.kept:
        complain(
            counted(
                "Of {count} document that is here it says something else: how far it was read, its "
                "dates or its source. Yours stands.",
                "Of {count} documents that are here it says something else: how far they were "
                "read, their dates or their sources. Yours stands.",
                came.found.taken.kept,
            )
        )
    for problem in _problems(came):
        complain(_("“{name}”: {remark}").format(name=path.name, remark=problem))
    return came


def say_what_came(came: CameIn) -> None:
    """Say what became of it in a sentence or two."""
    found = came.found
    words = [
        counted("{count} document", "{count} documents", len(came.documents)),
        counted("{count} passage", "{count} passages", len(found.taken.passages)),
    ]
    if found.joined:
        there = counted("{count} was here already", "{count} were here already", len(found.joined))
        words.insert(1, there)
    words += made_beside(found.taken)
    say(
        _("{things} imported from “{name}” ({format}).").format(
            things=", ".join(words), name=came.work.path.name, format=_(came.work.title)
        )
    )
    if found.not_certain:
        say(
            counted(
                "{count} place is not certain: the window lists it under “Moved passages”.",
                "{count} places are not certain: the window lists them under “Moved passages”.",
                len(found.not_certain),
            )
        )


def values_of_work(workspace: Workspace, came: CameIn) -> dict[str, object]:
    """Return what became of it as values for scripts."""
    work, found = came.work, came.found
    places = workspace.passages.listed(found.not_certain)
    return {
        "path": str(work.path),
        "of": work.format,
        "documents": [workspace.documents.get(one).label for one in came.documents],
        "here_already": [workspace.documents.get(one).label for one in found.joined],
        "passages": len(found.taken.passages),
        "rows": dict(found.taken.made),
        "kept_as_they_were": found.taken.kept,
        "not_certain": [places[one].label for one in found.not_certain],
        "doubts": [{"at": one.at, "words": one.sentence} for one in work.doubts],
        "refused": [
            {"at": work.at(one.number), "problem": str(one.problem)} for one in found.taken.refused
        ],
    }


def _doubt(doubt: Doubt) -> str:
    words = filled(doubt.message, doubt.values)
    return f"{doubt.at}: {words}" if doubt.at else words


def _problems(came: CameIn) -> list[str]:
    files = [sentence(one.problem) for one in came.found.outcomes if one.problem is not None]
    rows = refusals(
        came.found.taken.refused, lambda one: came.work.at(one.number) or str(one.number)
    )
    return [*files, *rows]
