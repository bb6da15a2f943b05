"""A read-only snapshot -> bytes, one format a file.

What lives here: ``formats`` write tables as files, and ``tables`` say what stands in them;
``reports`` are read from start to end; ``annotated`` is a document with its passages;
``codebooks`` are the tags alone; ``interchange`` is for other programs. ``docx`` and ``paper`` are
what several of them write on.

To add a format of tables: a module in ``formats`` with an ``EXPORTER`` that has ``key``,
``title``, ``suffix``, ``several`` and ``write``; it is found by itself. So it is in the other
folders, each of which says what its formats have. Exporters see sheets (``sheets.py``) of a
``Snapshot``, never the store, and stream: they ask for one row after another and never for a list
of all.
"""

import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import IO, TYPE_CHECKING, Protocol, TypeVar, cast

from reviewer.domain.errors import NotFound
from reviewer.domain.exporting import About
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_

if TYPE_CHECKING:
    from reviewer.exporters.sheets import Sheet


class Exporter(Protocol):
    """One format: what it is called on the command line and on screen, and how it is written.

    ``several`` says that a file of it holds many sheets, and a page that says what they are.
    """

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

    @property
    def several(self) -> bool:
        """Whether one file holds many sheets."""
        ...

    def write(
        self,
        sheets: "Sequence[Sheet]",
        about: About,
        target: IO[bytes],
        progress: Progress,
        *,
        exact: bool = False,
    ) -> int:
        """Write the sheets to ``target``, one only where the format has room for one.

        Returns how many rows the first of them has; raises ``Cancelled``.
        """
        ...


class HasKey(Protocol):
    """A format that is asked for by its key, of whatever it writes."""

    @property
    def key(self) -> str:
        """The word that asks for it."""
        ...


Keyed = TypeVar("Keyed", bound=HasKey)


def all_formats() -> list[Exporter]:
    """Return every format, in the order of their keys."""
    folder = import_module(f"{__name__}.formats")
    found = cast("Iterator[Exporter]", found_in(folder.__name__, folder.__path__, "EXPORTER"))
    return sorted(found, key=lambda exporter: exporter.key)


def found_in(folder: str, places: Iterable[str], called: str) -> Iterator[object]:
    """Give what modules of a folder have under a name; those that have nothing there help others.

    ``folder`` is the package's name, and ``places`` its ``__path__``.
    """
    for module in pkgutil.iter_modules(places):
        found = getattr(import_module(f"{folder}.{module.name}"), called, None)
        if found is not None:
            yield found


def named(key: str) -> Exporter:
    """Return the format of that key; raises ``NotFound``, naming those there are."""
    return with_key(key, all_formats())


def with_key(key: str, formats: Sequence[Keyed]) -> Keyed:
    """Return the one of ``formats`` that has a key; raises ``NotFound``, naming theirs."""
    for exporter in formats:
        if exporter.key == key:
            return exporter
    raise NotFound(
        N_("There is no format “{key}”. There are: {keys}."),
        key=key,
        keys=", ".join(exporter.key for exporter in formats),
    )
