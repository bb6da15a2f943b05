"""Long reading of a project, apart from the window that has it open.

SQLite connections stay in the thread that made them, so a worker opens the project a second time,
for reading only. The command line uses the same functions.

An export appears whole or not at all: it is written beside its place and moved there; what one that
was killed left there goes with the next export to the folder (``unfinished.py``). It is never
written over a project, whatever it is called, and not even when writing over was allowed.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reviewer.domain.errors import CannotSave, NotAllowed
from reviewer.domain.findings import Finding
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.words import N_
from reviewer.environment.paths import COMPANIONS, files_of_project
from reviewer.store.connection import is_open_here
from reviewer.workspace.operations.echoes import PrintedPart
from reviewer.workspace.operations.exports import PASSAGES
from reviewer.workspace.operations.provenance import OriginalSaver, SavedOriginals
from reviewer.workspace.project import SUFFIX, Workspace
from reviewer.workspace.unfinished import remove_unfinished, unfinished_beside

_SQLITE = b"SQLite format 3\x00"
_ALREADY_THERE = N_("There is already a file “{name}”. Choose another name.")
_IS_PROJECT = N_("“{name}” is a project; an export is never written over one. Choose another name.")
_NAME_OF_PROJECT = N_("“{name}” is the name of a project, not of an export. Choose another name.")
_NO_FOLDER = N_("There is no folder “{folder}”. Make it, or choose another.")
_REFUSED = N_("“{name}” cannot be written: {reason}. The project is as it was.")


class AlreadyThere(NotAllowed):
    """A file stands where an export should go, and nobody allowed to write over it."""


def export_to_file(
    project: Path,
    key: str,
    target: Path,
    progress: Progress,
    chosen: PassageFilter | None = None,
    *,
    what: str = PASSAGES,
    columns: Sequence[str] = (),
    overwrite: bool = False,
    **how: bool,
) -> int:
    """Export passages, or another kind, to ``target``, whole or not at all; returns how many.

    ``how`` is ``exact`` and ``protect``; all else is as in ``ExportOperations.write``.
    Raises what ``check_target`` and ``writing_to`` raise.
    """
    check_target(target, project, overwrite=overwrite)
    with (
        Workspace.open(project, only_read=True) as workspace,
        writing_to(target, overwrite=overwrite) as file,
    ):
        return workspace.exports.write(
            key, file, progress, chosen, what=what, columns=columns, **how
        )


def check_target(target: Path, project: Path, *, overwrite: bool) -> None:
    """Raise ``NotAllowed`` where an export must not go, ``CannotSave`` where it cannot.

    Never over a project, this one or another, not even with ``overwrite``; ``AlreadyThere`` over
    another file without it. Devices and pipes are written to as they are.
    """
    facts = _facts(target)
    if facts is None:
        if _is_called_project(target):
            raise NotAllowed(_NAME_OF_PROJECT, name=str(target))
        return
    if stat.S_ISDIR(facts.st_mode):
        raise NotAllowed(N_("“{name}” is a folder. Name a file in it."), name=str(target))
    if not stat.S_ISREG(facts.st_mode):
        return
    if _is_of_project(target, project) or _is_called_project(target) or _is_database(target):
        raise NotAllowed(_IS_PROJECT, name=str(target))
    if not overwrite:
        raise AlreadyThere(_ALREADY_THERE, name=str(target))


@contextmanager
def writing_to(target: Path, *, overwrite: bool) -> Iterator[BinaryIO]:
    """Give what to write to. A file is written beside its place and moved there when it is whole.

    A new file is its owner's alone, another keeps its mode, and a link stays a link. Raises
    ``CannotSave`` when the place or the disk refuses, ``AlreadyThere`` when a file appeared
    meanwhile; then what stood there still stands.
    """
    with _faults(target):
        facts = _facts(target)
        if facts is not None and not stat.S_ISREG(facts.st_mode):
            with target.open("wb") as device:
                yield device
            return
        place = Path(os.path.realpath(target))
        with _moved_into_place(place, facts) as file:
            yield file
            if not overwrite and place.exists():
                raise AlreadyThere(_ALREADY_THERE, name=str(target))


def originals_to_folder(project: Path, folder: Path, progress: Progress) -> SavedOriginals:
    """Save every original into an empty folder; raises what ``OriginalSaver.save`` raises."""
    with Workspace.open(project, only_read=True) as workspace:
        return OriginalSaver(workspace.provenance).save(folder, progress)


def findings_of(project: Path, progress: Progress) -> list[Finding]:
    """Return everything in a project that differs from what it should be."""
    with Workspace.open(project, only_read=True) as workspace:
        return list(workspace.verify(progress))


def printed_apart(project: Path, progress: Progress) -> Iterator[PrintedPart]:
    """Give the prints of every text that has none yet, for whoever may write them down."""
    with Workspace.open(project, only_read=True) as workspace:
        waiting = workspace.echoes.waiting()

        def documents() -> Iterator[int]:
            for done, document in enumerate(waiting):
                progress.report(done, len(waiting), workspace.documents.get(document).label)
                yield document

        yield from workspace.echoes.printed_parts(documents())
        progress.report(len(waiting), len(waiting))


@contextmanager
def _moved_into_place(place: Path, facts: os.stat_result | None) -> Iterator[BinaryIO]:
    remove_unfinished(place.parent)
    with unfinished_beside(place) as (beside, number):
        with os.fdopen(number, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if facts is not None:
            beside.chmod(stat.S_IMODE(facts.st_mode))
        beside.replace(place)


@contextmanager
def _faults(target: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except FileNotFoundError as fault:
        folder = Path(os.path.realpath(target)).parent
        if folder.exists():
            raise _refused(target, fault) from fault
        raise CannotSave(_NO_FOLDER, folder=_folder_named(target, folder)) from fault
    except OSError as fault:
        raise _refused(target, fault) from fault


def _folder_named(target: Path, folder: Path) -> str:
    """Return what a missing folder is called: as the person called it, but where a link leads."""
    return str(folder if target.is_symlink() else target.parent)


def _facts(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as fault:
        raise _refused(target, fault) from fault


def _refused(target: Path, fault: OSError | ValueError) -> CannotSave:
    reason = getattr(fault, "strerror", None) or str(fault) or type(fault).__name__
    return CannotSave(_REFUSED, name=str(target), reason=reason)


def _is_of_project(target: Path, project: Path) -> bool:
    """Say whether a file is the project's or one that SQLite keeps beside it, under any name.

    Neither is opened: doing that to a project which SQLite has open would drop its locks.
    """
    return any(_same(target, one) for one in files_of_project(project))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def _is_called_project(target: Path) -> bool:
    """Say whether a file has a project's name: a damaged project is one too."""
    endings = tuple(SUFFIX + ending for ending in ("", *COMPANIONS))
    names = (target.name, os.path.basename(os.path.realpath(target)))  # noqa: PTH119
    return any(name.casefold().endswith(endings) for name in names)


def _is_database(target: Path) -> bool:
    """Say whether a file has the head of a project; one that may not be read might be one."""
    if is_open_here(target):
        return True
    with _faults(target), target.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE
