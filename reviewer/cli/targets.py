"""Where an export goes: standard output, or whatever ``workspace/apart.py`` can write to."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reviewer.cli.codes import CannotStart
from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_
from reviewer.workspace.apart import AlreadyThere, check_target, writing_to

STANDARD_OUTPUT = Path("-")
_NO_FILE = N_("Stopped. No file was written.")
_CUT_SHORT = N_("Stopped. What was printed until then is not all.")


def check(target: Path, project: Path, *, overwrite: bool) -> None:
    """Raise what ``apart.check_target`` does, with the words of a command line."""
    try:
        check_target(target, project, overwrite=overwrite)
    except AlreadyThere as fault:
        raise NotAllowed(
            N_("There is already a file “{name}”. Choose another name, or give --overwrite."),
            name=str(target),
        ) from fault


def stopped(target: Path) -> str:
    """Return what is true when Ctrl+C stops the writing: a file appears whole or not at all."""
    return _CUT_SHORT if target == STANDARD_OUTPUT else _NO_FILE


@contextmanager
def opened(target: Path, *, overwrite: bool) -> Iterator[BinaryIO]:
    """Give what to write to; raises what ``apart.writing_to`` does, and ``CannotStart``."""
    if target != STANDARD_OUTPUT:
        with writing_to(target, overwrite=overwrite) as file:
            yield file
        return
    if sys.stdout is None:
        raise CannotStart(N_("Standard output is closed."))
    sys.stdout.flush()
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()
