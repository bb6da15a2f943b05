"""Codebooks from files: one format a file, apart from the formats of documents.

A codebook format is a module ``codebook_….py`` with a ``CODEBOOK_IMPORTER`` that has ``suffixes``
and ``rows``; it is found by itself. It only takes a file apart; what may stand in a tag is settled
in ``codebook_entries.py``, the same for all. A file is a stranger's: what is odd in one tag is
passed over or mended and told as a complaint, what is odd about the file is ``Unreadable``.
"""

import pkgutil
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from reviewer import importers
from reviewer.domain.codebooks import MOST_TAGS, Codebook
from reviewer.domain.errors import Unreadable
from reviewer.domain.words import N_
from reviewer.importers.codebook_entries import Entries, Row

LARGEST_FILE = 5_000_000  # bytes


class CodebookImporter(Protocol):
    """A format that can be read; ``suffixes`` are lower case and begin with a dot."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of file names that mean this format."""
        ...

    def rows(self, data: bytes, name: str) -> Iterable[Row]:
        """Give, for each tag, what the file says of it by column; raises ``Unreadable``."""
        ...


def read_file(path: Path) -> Codebook:
    """Read a codebook's file; raises ``Unreadable`` with its name and what to do."""
    _importer_for(path.name or str(path))
    return read(importers.contents(path, LARGEST_FILE), path.name)


def read(data: bytes, name: str) -> Codebook:
    """Read a codebook's bytes; ``name`` is its file's own, whose ending says the format.

    Raises ``Unreadable``, naming it.
    """
    shown = importers.shown(name)
    entries = Entries()
    count = 0
    for row in _importer_for(name).rows(data, shown):
        count += 1
        if count > MOST_TAGS:
            raise Unreadable(
                N_("“{name}” has too many tags: at most {most} can be taken in. Split it."),
                name=shown,
                most=MOST_TAGS,
            )
        entries.take(row, count)
    if not count:
        raise Unreadable(
            N_("There is no tag in “{name}”. Export a codebook to see how one is written."),
            name=shown,
        )
    return entries.codebook(shown)


def suffixes() -> tuple[str, ...]:
    """Return the endings of names that can be read as codebooks, in order."""
    return tuple(sorted(_by_suffix()))


@cache
def _by_suffix() -> dict[str, CodebookImporter]:
    modules = (
        import_module(f"{importers.__name__}.{info.name}")
        for info in pkgutil.iter_modules(importers.__path__)
        if info.name.startswith("codebook_")
    )
    found: list[CodebookImporter] = [
        module.CODEBOOK_IMPORTER for module in modules if hasattr(module, "CODEBOOK_IMPORTER")
    ]
    return {suffix: importer for importer in found for suffix in importer.suffixes}


def _importer_for(name: str) -> CodebookImporter:
    suffix = Path(name).suffix.casefold()
    if suffix not in _by_suffix():
        raise Unreadable(
            N_("“{name}” cannot be read as a codebook. Files with these endings can be: {kinds}."),
            name=importers.shown(name),
            kinds=", ".join(suffixes()),
        )
    return _by_suffix()[suffix]
