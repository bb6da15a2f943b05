"""Bytes become domain values here: one format a file, nothing written down.

What lives here: a format is a module with an ``IMPORTER`` (``plain_text.py``, ``markdown.py``),
here or, where it takes more than one module, in the folder of its kind (``FOLDERS``); it is found
by being there, nothing is registered. Work of other programs is read in ``interchange``.
``decoding.py`` turns bytes into text, ``writing.py`` puts the text of a file together that is not
text all through, ``originals.py`` keeps the file's own bytes or the recipe for them,
``metadata.py`` fills in what a document says about itself. To add a format: a file with an
``IMPORTER``, its mirrored test, and a document of that kind which must come out right, and one
which must be refused. A format whose parser may crash or hang says ``guarded`` and is read in a
process of its own (``guarded.py``); what imports a library imports it in ``take``.

A file gives what it holds one after another (``Taken``): a document, several, or files that lie in
it and are read by their own importers, as if they lay in a folder.

Decided: a suffix chooses the format, the content never does (a web page saved as ``.txt`` is shown
as it was saved); a name without a suffix is tried as plain text. Text is decoded once, and what
was chosen and why is kept (``EncodingBasis``). An importer is given bytes, not paths, so that what
lies in a mail or an archive is read by the same code. Every refusal is ``Unreadable``: it names
the file, says what happened and what to do.

Refused: guessing a format from its first bytes (a wrong guess is worse than a question); importing
``charset-normalizer`` before it is needed (most text is UTF-8); reading a file twice.
"""

import os
import pkgutil
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Protocol, runtime_checkable

from reviewer.domain.columns import ColumnMapping, Table
from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Incoming, Taken
from reviewer.domain.words import N_

FOLDERS = ("web", "paged", "office", "letters", "rows")
"""Where formats live that take more than a module."""
LARGEST_FILE = 400_000_000  # bytes: 100 million characters take at most four bytes each
_NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Importer(Protocol):
    """A format that can be read; ``suffixes`` are lower case and begin with a dot."""

    @property
    def key(self) -> str:
        """The name kept with every text that came through it."""
        ...

    @property
    def title(self) -> str:
        """What a person calls the format, marked for translation."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of file names that mean this format."""
        ...

    @property
    def guarded(self) -> bool:
        """Whether its parser is not trusted with strangers' files in this process."""
        ...

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:
        """Give what a file's bytes hold; ``name`` is its own; raises ``Unreadable``, naming it.

        ``encoding`` overrules what the bytes say, where the format leaves it open.
        """
        ...


@runtime_checkable
class TableImporter(Importer, Protocol):
    """A format of tables, a document a row; what its columns mean can be said beforehand."""

    def take_rows(
        self, data: bytes, name: str, *, encoding: str | None, columns: ColumnMapping
    ) -> Iterator[Taken]:
        """Give what the rows hold, as ``take`` does, reading the columns that are named."""
        ...

    def table(self, data: bytes, name: str, *, encoding: str | None = None) -> Table:
        """Return headings, first rows, and what the headings seem to mean; raises as ``take``."""
        ...


@runtime_checkable
class PictureImporter(Importer, Protocol):
    """A format whose pages may be pictures, of which the text can be recognised."""

    def take_recognised(
        self, data: bytes, name: str, *, encoding: str | None = None
    ) -> Iterator[Taken]:
        """Give what a file holds, as ``take`` does, recognising the text of pictures."""
        ...


def take(
    path: Path,
    *,
    encoding: str | None = None,
    name: str | None = None,
    columns: ColumnMapping | None = None,
    recognise: bool = False,
) -> Iterator[Taken]:
    """Give what one file holds, one after another.

    ``encoding`` overrules what the bytes say, ``columns`` what a table's headings seem to mean,
    ``name`` is kept instead of the file's own. With ``recognise`` pages that are pictures are read
    too. Raises ``Unreadable`` with the file's name, what happened, and what to do.
    """
    kept = storable(path.name if name is None else name)
    importer, data = _opened(path, kept)
    yield from _taken(importer, data, kept, encoding, columns, recognise=recognise)


def take_bytes(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    columns: ColumnMapping | None = None,
    recognise: bool = False,
) -> Iterator[Taken]:
    """Give what a file that lies in another holds; raises ``Unreadable``, as ``take`` does."""
    kept = storable(name)
    if len(data) > LARGEST_FILE:
        raise _too_large(shown(kept), len(data))
    yield from _taken(importer_for(kept), data, kept, encoding, columns, recognise=recognise)


def table_of(path: Path, *, encoding: str | None = None) -> Table:
    """Return what a person sees of a table before it is imported; raises as ``take`` does."""
    kept = storable(path.name)
    importer, data = _opened(path, kept)
    return _table(importer, data, kept, encoding)


def table_of_bytes(data: bytes, name: str, *, encoding: str | None = None) -> Table:
    """Return what a person sees of a table that lies in another file; raises as ``take`` does."""
    kept = storable(name)
    return _table(importer_for(kept), data, kept, encoding)


def is_table(name: str) -> bool:
    """Say whether a file of that name is a table, a document a row."""
    return isinstance(_by_suffix().get(_ending(name)), TableImporter)


def read(path: Path, *, encoding: str | None = None, name: str | None = None) -> Incoming:
    """Read a file that is one document; raises ``Unreadable``, as ``take`` does."""
    found = next(take(path, encoding=encoding, name=name))
    assert isinstance(found, Incoming)
    return found


def contents(path: Path, largest: int) -> bytes:
    """Return the bytes of a file that is read here as something else than a document.

    Raises ``Unreadable``, as ``read`` does, and for one of more than ``largest`` bytes.
    """
    name = shown(storable(path.name))
    try:
        _check(path.stat(), name)
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except (OSError, ValueError) as fault:
        raise _unreadable(fault, name, path) from fault
    if len(data) > largest:
        raise _too_large(name, max(len(data), path.stat().st_size), largest)
    return data


def can_read(name: str) -> bool:
    """Say whether files whose name ends so can be read."""
    return _ending(name) in _by_suffix()


def suffixes() -> tuple[str, ...]:
    """Return the endings of names that can be read, in order, such as ``.md``."""
    return tuple(sorted(_by_suffix()))


def _suffixes_of_work() -> list[str]:
    from reviewer.importers.interchange import all_projects  # it needs what is here

    known = {suffix for one in all_projects() for suffix in one.suffixes}
    return sorted(known - _by_suffix().keys())


def shown(name: str) -> str:
    """Return a file's name as it can stand in a sentence: on one line, in its own direction."""
    return _NOT_SHOWN.sub("�", name)


@cache
def _by_suffix() -> dict[str, Importer]:
    found: list[Importer] = [
        module.IMPORTER for module in _modules() if hasattr(module, "IMPORTER")
    ]
    return {suffix: importer for importer in found for suffix in importer.suffixes}


def _modules() -> Iterator[ModuleType]:
    """Give every module here and in the folders of formats."""
    folders = [(__name__, __path__)] + [
        (f"{__name__}.{folder}", [str(Path(place) / folder) for place in __path__])
        for folder in FOLDERS
    ]
    for package, place in folders:
        for info in pkgutil.iter_modules(place):
            if not info.ispkg:
                yield import_module(f"{package}.{info.name}")


@lru_cache(maxsize=16)  # of one file it is asked again and again
def _ending(name: str) -> str:
    return Path(name).suffix.casefold()


def importer_for(name: str) -> Importer:
    """Return what reads files of that name; raises ``Unreadable`` where nothing does."""
    suffix = _ending(name) or ".txt"
    if suffix not in _by_suffix():
        raise Unreadable(
            N_(
                "“{name}” cannot be read: files ending in {suffix} are no documents, and it is no "
                "work of another program that is known here. Documents end in {kinds}; work of "
                "other programs in {works} too. Save it as one of them, or copy its text into one."
            ),
            name=shown(name),
            suffix=suffix,
            kinds=", ".join(suffixes()),
            works=", ".join(_suffixes_of_work()),
        )
    return _by_suffix()[suffix]


def _opened(path: Path, name: str) -> tuple[Importer, bytes]:
    try:
        facts = path.stat()
        _check(facts, shown(name))
        importer = importer_for(name)
        data = _bytes_of(path, facts.st_size)
    except (OSError, ValueError) as fault:
        raise _unreadable(fault, shown(name), path) from fault
    if len(data) > LARGEST_FILE:
        raise _too_large(shown(name), len(data))
    return importer, data


def _taken(
    importer: Importer,
    data: bytes,
    name: str,
    encoding: str | None,
    columns: ColumnMapping | None,
    *,
    recognise: bool,
) -> Iterator[Taken]:
    if recognise and isinstance(importer, PictureImporter):
        return importer.take_recognised(data, name, encoding=encoding)
    if columns is not None and isinstance(importer, TableImporter):
        return importer.take_rows(data, name, encoding=encoding, columns=columns)
    return importer.take(data, name, encoding=encoding)


def _table(importer: Importer, data: bytes, name: str, encoding: str | None) -> Table:
    if not isinstance(importer, TableImporter):
        raise Unreadable(N_("“{name}” is no table."), name=shown(name))
    return importer.table(data, name, encoding=encoding)


def _check(facts: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(facts.st_mode):
        raise Unreadable(
            N_("“{name}” is a folder, not a document. Import the folder, or files in it."),
            name=name,
        )
    if not stat.S_ISREG(facts.st_mode):
        raise Unreadable(
            N_("“{name}” is not a file but a device or a pipe. Copy what it holds to a file."),
            name=name,
        )
    if facts.st_size > LARGEST_FILE:
        raise _too_large(name, facts.st_size)


def _bytes_of(path: Path, size: int) -> bytes:
    """Return what is in a file, at most a byte more than the largest may have.

    Room is made for ``size`` bytes, and more only where it grew meanwhile: making room for the
    largest file costs more than reading a small one.
    """
    with path.open("rb") as file:
        data = file.read(size + 1)
        return data if len(data) <= size else data + file.read(LARGEST_FILE - size)


def _unreadable(fault: OSError | ValueError, name: str, path: Path) -> Unreadable:
    if isinstance(fault, FileNotFoundError):  # the folder may be what is wrong
        return Unreadable(
            N_("“{name}” is not there (any more). Look where it was moved, and import it again."),
            name=shown(storable(str(path))),
        )
    if isinstance(fault, PermissionError):
        return Unreadable(
            N_("“{name}” may not be read by you. Ask for the right to read it, or copy it."),
            name=name,
        )
    return Unreadable(
        N_("“{name}” cannot be read: {reason}. Copy it to another place and try again."),
        name=name,
        reason=getattr(fault, "strerror", None) or fault,
    )


def _too_large(name: str, size: int, largest: int = LARGEST_FILE) -> Unreadable:
    return Unreadable(
        N_("“{name}” is too large: {size} MB; at most {largest} MB can be read. Split it."),
        name=name,
        size=-(-size // 1_000_000),
        largest=largest // 1_000_000,
    )


def storable(name: str) -> str:
    """Return the name itself, or with escapes where the file system's bytes are no text."""
    try:
        name.encode()
    except UnicodeEncodeError:
        with suppress(UnicodeEncodeError):
            return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        return name.encode("utf-8", "backslashreplace").decode()
    return name
