"""Which kinds of files can be read and written, for whoever asks; no project is needed."""

from dataclasses import dataclass

from reviewer import exporters, importers
from reviewer.exporters import codebooks
from reviewer.exporters.annotated import all_annotated
from reviewer.exporters.interchange import all_projects as written_projects
from reviewer.exporters.reports import all_reports
from reviewer.importers.interchange import all_projects as read_projects

TABLES, CODEBOOK, INTERCHANGE, DOCUMENTS = "tables", "codebook", "interchange", "documents"
REPORT, ANNOTATED = "report", "annotated"
"""What a format is one of; work of other programs, with its documents, is interchange."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A kind of file: its key, what a person calls it (for translation), its names' endings.

    ``of`` says what a format is one of; ``several`` whether it holds many tables.
    """

    key: str
    title: str
    suffixes: tuple[str, ...]
    of: str = ""
    several: bool = False


def readable() -> list[FileFormat]:
    """Return what can be read, documents first, each in the order of the keys."""
    found = {
        one.key: FileFormat(one.key, one.title, one.suffixes, DOCUMENTS)
        for one in (importers.importer_for(f"file{suffix}") for suffix in importers.suffixes())
    }
    return [found[key] for key in sorted(found)] + [
        FileFormat(one.key, one.title, tuple(one.suffixes), INTERCHANGE) for one in read_projects()
    ]


def writable() -> list[FileFormat]:
    """Return what can be written: tables, codebooks, reports, documents, for other programs."""
    found = [
        FileFormat(one.key, one.title, (one.suffix,), TABLES, one.several)
        for one in exporters.all_formats()
    ]
    found += [
        FileFormat(one.key, one.title, (one.suffix,), CODEBOOK) for one in codebooks.all_formats()
    ]
    found += [FileFormat(one.key, one.title, (one.suffix,), REPORT) for one in all_reports()]
    found += [FileFormat(one.key, one.title, (one.suffix,), ANNOTATED) for one in all_annotated()]
    return found + [
        FileFormat(one.key, one.title, (one.suffix,), INTERCHANGE) for one in written_projects()
    ]
