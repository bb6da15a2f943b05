"""Which kinds of files can be read and written, for whoever asks; no project is needed."""

from dataclasses import dataclass

from reviewer import exporters, importers
from reviewer.exporters import codebook

TABLES, CODEBOOK = "tables", "codebook"


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A kind of file: its key, what a person calls it (for translation), its names' endings.

    ``of`` says what a format that is written is one of; ``several`` whether it holds many tables.
    """

    key: str
    title: str
    suffixes: tuple[str, ...]
    of: str = ""
    several: bool = False


def readable() -> list[FileFormat]:
    """Return what can be read, in the order of the keys."""
    found = {
        one.key: FileFormat(one.key, one.title, one.suffixes)
        for one in (importers.importer_for(f"file{suffix}") for suffix in importers.suffixes())
    }
    return [found[key] for key in sorted(found)]


def writable() -> list[FileFormat]:
    """Return what can be written, tables first."""
    found = [
        FileFormat(one.key, one.title, (one.suffix,), TABLES, one.several)
        for one in exporters.all_formats()
    ]
    return found + [
        FileFormat(one.key, one.title, (one.suffix,), CODEBOOK) for one in codebook.all_formats()
    ]
