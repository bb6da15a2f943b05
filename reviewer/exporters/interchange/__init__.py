"""A whole project -> files of other programs, one format a file.

What lives here: a format is a module with a ``PROJECT``; it is found by being here. It is given a
``ProjectSnapshot`` and goes through its passages once, document by document; what it has no room
for it counts, and returns (``domain.interchange.Loss``): nothing is left out in silence.

Decided: every format has its mirror in ``importers/interchange``, of the same file name, and a test
sends projects out and back. Offsets are put into the unit of the other program by
``domain/offsets.py``. Names of files in an archive are made here from numbers and plain letters,
never from titles as they are.
"""

import pkgutil
from importlib import import_module
from typing import IO, Protocol, cast

from reviewer.domain.exporting import About
from reviewer.domain.interchange import Sent
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ProjectSnapshot


class ProjectFormat(Protocol):
    """One format: what it is called on the command line and on screen, and how it is written."""

    @property
    def key(self) -> str:
        """The word that asks for it."""
        ...

    @property
    def title(self) -> str:
        """What a person calls it, marked for translation."""
        ...

    @property
    def suffix(self) -> str:
        """How its files' names end."""
        ...

    def write(
        self, project: ProjectSnapshot, about: About, target: IO[bytes], progress: Progress
    ) -> Sent:
        """Write the project to ``target``; returns what went out and what could not.

        Raises ``Cancelled`` when asked to stop.
        """
        ...


def all_projects() -> list[ProjectFormat]:
    """Return every format that can be written, by key."""
    modules = (import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    found = [cast("ProjectFormat", one.PROJECT) for one in modules if hasattr(one, "PROJECT")]
    return sorted(found, key=lambda one: one.key)
