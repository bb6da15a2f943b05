"""Where an export goes: standard output, a device, or a file that appears whole or not at all."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from reviewer.cli.codes import CannotStart
from reviewer.cli.projects import COMPANIONS, number_of, numbers_of_project
from reviewer.domain.errors import CannotSave, NotAllowed
from reviewer.domain.words import N_
from reviewer.workspace.project import SUFFIX

STANDARD_OUTPUT = Path("-")
_SQLITE = b"SQLite format 3\x00"
_MODE = 0o600  # what stands in an export is as confidential as the project


def check(target: Path, project: Path, *, overwrite: bool) -> None:
    """Raise ``NotAllowed`` where an export must not go, ``CannotSave`` where it cannot.

    Never over a project, this one or another, not even with ``overwrite``.
    """
    facts = _facts(target)
    if facts is None or not (stat.S_ISREG(facts.st_mode) or stat.S_ISDIR(facts.st_mode)):
        return
    if stat.S_ISDIR(facts.st_mode):
        raise NotAllowed(N_("“{name}” is a folder. Name a file in it."), name=str(target))
    if number_of(target) in numbers_of_project(project) or _is_project(target):
        raise NotAllowed(
            N_("“{name}” is a project; an export is never written over one. Choose another name."),
            name=str(target),
        )
    if not overwrite:
        raise NotAllowed(
            N_("There is already a file “{name}”. Choose another name, or give --overwrite."),
            name=str(target),
        )


@contextmanager
def opened(target: Path, *, overwrite: bool) -> Iterator[BinaryIO]:
    """Give what to write to. A file is written beside its place and moved there when it is whole.

    Raises ``CannotSave`` when the place or the disk refuses; then what stood there still stands.
    """
    if target == STANDARD_OUTPUT:
        if sys.stdout is None:
            raise CannotStart(N_("Standard output is closed."))
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with _faults(target):
        facts = _facts(target)
        if facts is not None and not stat.S_ISREG(facts.st_mode):
            with target.open("wb") as device:
                yield device
            return
        with _moved_into_place(target.resolve(), facts, overwrite=overwrite) as file:
            yield file


@contextmanager
def _moved_into_place(
    place: Path, facts: os.stat_result | None, *, overwrite: bool
) -> Iterator[BinaryIO]:
    beside = place.with_name(f".{uuid4().hex}.part")
    mode = _MODE if facts is None else stat.S_IMODE(facts.st_mode)
    try:
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _MODE), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        _move(beside, place, overwrite=overwrite)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _move(beside: Path, place: Path, *, overwrite: bool) -> None:
    if not overwrite and place.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    beside.replace(place)


@contextmanager
def _faults(target: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise CannotSave(
            N_("“{name}” cannot be written: {reason}. The project is as it was."),
            name=str(target),
            reason=fault.strerror or type(fault).__name__,
        ) from fault


def _facts(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as fault:
        raise CannotSave(
            N_("“{name}” cannot be written: {reason}. The project is as it was."),
            name=str(target),
            reason=getattr(fault, "strerror", None) or str(fault),
        ) from fault


def _is_project(target: Path) -> bool:
    """Say whether a file is a project: by its name, as a damaged one is one too, or its head."""
    endings = tuple(SUFFIX + ending for ending in ("", *COMPANIONS))
    if target.resolve().name.casefold().endswith(endings) or target.name.endswith(endings):
        return True
    try:
        with target.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False  # it cannot be read, and so it is not known to be one
