"""Codebooks as files: one format a file, apart from the formats of passages.

A codebook format is a module with a ``CODEBOOK_EXPORTER`` that has ``key``,
``title``, ``suffix`` and ``write``; it is found by itself. It is given the tags as a file has them.
"""

from collections.abc import Iterator, Sequence
from typing import IO, Protocol, cast

from reviewer import exporters
from reviewer.domain.codebooks import Entry


class CodebookExporter(Protocol):
    """One format: what it is called on the command line and on screen, and how it is written."""

    key: str
    title: str
    suffix: str

    def write(self, entries: Sequence[Entry], target: IO[bytes]) -> None:
        """Write every tag to ``target``."""
        ...


def all_formats() -> list[CodebookExporter]:
    """Return every format, in the order of their keys."""
    formats = exporters.found_in(__name__, __path__, "CODEBOOK_EXPORTER")
    found = cast("Iterator[CodebookExporter]", formats)
    return sorted(found, key=lambda exporter: exporter.key)


def named(key: str) -> CodebookExporter:
    """Return the format of that key; raises ``NotFound``, naming those there are."""
    return exporters.with_key(key, all_formats())


def values_of(entry: Entry) -> dict[str, str]:
    """Return what a format writes of a tag, by column, in the order of the columns."""
    return {
        "name": entry.name,
        "parent": entry.parent,
        "colour": entry.colour,
        "key": entry.key,
        "definition": entry.definition,
        "record": entry.record.value,
        "uid": entry.uid,
    }
