"""Projects of other programs -> documents and rows of our own JSON Lines, one format a file.

What lives here: a format is a module with a ``PROJECT``, in the folder of its kind; it is found by
being there. What several kinds need stands beside the folders. A format looks at a ``Parcel`` (a
file, a folder or an archive, all alike), says whether it is of its kind, and gives what is in it as
``domain.interchange`` has it. Whoever takes it in checks every row as if it stood in a file of ours
(``json_lines.py``), so a format here need not check what it passes on, only translate it; what it
cannot translate it says as a ``Doubt``, counted, never in silence.

Decided: offsets come in the unit of the other program and leave as code points of the text as we
keep it (``offset_units.py``). A passage whose words do not stand where the file says is passed on
with both, words and place: that they do not fit is found, and said, where it is taken in.

Unlike documents, work of other programs is told by its contents: ``.json`` and ``.zip`` say
nothing, and to take a stranger's work for a document would be the wrong guess.
"""

import io
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import IO, Protocol, cast

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Given
from reviewer.domain.words import N_
from reviewer.importers import LARGEST_FILE, contents, guarded, shown, storable
from reviewer.importers.zipped import Zipped

Cell = str | int | float | bytes | None
Tables = Mapping[str, Sequence[Mapping[str, Cell]]]
BEGINNING = 4_096  # bytes of a file by which its kind is told
_MOST_FILES = 20_000


class Parcel:
    """What was dropped: files by their names inside it, none of which is ever used as a path.

    A single file is a parcel of one. ``tables`` are those of a SQLite file, read by the store.
    """

    def __init__(
        self, name: str, files: Mapping[str, Path | bytes], tables: Tables | None = None
    ) -> None:
        """Hold files of a folder by their paths, or what they hold."""
        self.name = storable(name)
        self.tables: Tables = tables or {}
        self._files = files
        self._zipped: Zipped | None = None
        self._names: dict[str, None] | None = None

    def __contains__(self, name: str) -> bool:
        """Say whether there is a file of exactly that name; raises what ``names`` raises."""
        return name in self._known()

    @classmethod
    def of(cls, path: Path) -> "Parcel":
        """Return what lies at a path, a folder with all that is in it; raises ``Unreadable``."""
        if not _is_folder(path):
            return cls(path.name, {path.name: path})
        found: list[Path] = []
        for file in path.rglob("*"):
            if file.is_file() and not file.is_symlink():
                found.append(file)
                if len(found) > _MOST_FILES:
                    raise Unreadable(
                        N_("“{name}” holds more than {most} files. Import a part of it."),
                        name=shown(storable(path.name)),
                        most=_MOST_FILES,
                    )
        return cls(path.name, {file.relative_to(path).as_posix(): file for file in sorted(found)})

    @property
    def is_one_file(self) -> bool:
        """Whether it is a single file, so that ``data`` is what it holds."""
        return len(self._files) == 1

    @property
    def data(self) -> bytes:
        """The bytes of the single file; raises ``Unreadable``."""
        return self._contents(next(iter(self._files)))

    def beginning(self, most: int = BEGINNING) -> bytes:
        """Return the first bytes of the single file, of a folder or a pipe none."""
        if not self.is_one_file:
            return b""
        (source,) = self._files.values()
        if isinstance(source, bytes):
            return source[:most]
        try:
            if not source.is_file():  # to open a pipe would wait for whoever writes into it
                return b""
            with source.open("rb") as file:
                return file.read(most)
        except OSError:
            return b""

    def names(self) -> list[str]:
        """Return the names of all files, those in an archive instead of its own."""
        return list(self._known())

    def read(self, name: str) -> bytes:
        """Return what one of the files holds; raises ``Unreadable`` when it is not there."""
        guarded.beat()
        zipped = self._archive()
        return self._contents(name) if zipped is None else zipped.contents(zipped.part(name))

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        """Give one of the files to read from as it is unpacked; raises what ``read`` raises."""
        zipped = self._archive()
        if zipped is None:
            yield io.BytesIO(self._contents(name))
            return
        with zipped.opened(zipped.part(name)) as file:
            yield file

    def ending(self, *suffixes: str) -> list[str]:
        """Return the names that end so, capital letters apart, in order."""
        return sorted(name for name in self.names() if name.casefold().endswith(suffixes))

    def _known(self) -> dict[str, None]:
        if self._names is None:
            zipped = self._archive()
            files = [] if zipped is None else [one for one in zipped.members if not one.is_folder]
            names = self._files if zipped is None else (one.name for one in files)
            self._names = dict.fromkeys(names)
        return self._names

    def _archive(self) -> Zipped | None:
        if self._zipped is None and self.is_one_file and self.beginning().startswith(b"PK"):
            self._zipped = Zipped(self.data, self.name)
        return self._zipped

    def _contents(self, name: str) -> bytes:
        source = self._files.get(name)
        if source is None:
            raise Unreadable(
                N_("“{part}” is missing in “{name}”. Get it again from where it came from."),
                name=shown(self.name),
                part=shown(name),
            )
        return source if isinstance(source, bytes) else contents(source, LARGEST_FILE)


def _is_folder(path: Path) -> bool:
    with suppress(OSError, ValueError):  # a name of 300 letters, say
        return path.is_dir()
    return False


class ProjectImporter(Protocol):
    """A format of another program that can be read."""

    @property
    def key(self) -> str:
        """The word for it."""
        ...

    @property
    def title(self) -> str:
        """What a person calls it, marked for translation."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of names it may have, lower case with a dot; others are not looked at."""
        ...

    @property
    def tables(self) -> Mapping[str, Sequence[str]]:
        """The tables, each with its columns, that a SQLite file of this kind has; else nothing."""
        ...

    def claims(self, parcel: Parcel) -> bool:
        """Say whether a parcel is of this kind, from names and beginnings; never raises."""
        ...

    def take(self, parcel: Parcel) -> Iterator[Given]:
        """Give what it holds, documents first; raises ``Unreadable``, naming the parcel."""
        ...


@cache
def all_projects() -> tuple[ProjectImporter, ...]:
    """Return every format that can be read, by key."""
    modules = (import_module(info.name) for info in pkgutil.walk_packages(__path__, f"{__name__}."))
    found = [cast("ProjectImporter", one.PROJECT) for one in modules if hasattr(one, "PROJECT")]
    return tuple(sorted(found, key=lambda one: one.key))


def importer_of(parcel: Parcel) -> ProjectImporter | None:
    """Return what reads a parcel, if anything does; what cannot be looked into is of no kind."""
    suffix = Path(parcel.name).suffix.casefold()
    for one in all_projects():
        with suppress(Unreadable):
            if (suffix in one.suffixes or not parcel.is_one_file) and one.claims(parcel):
                return one
    return None


def importer_called(key: str) -> ProjectImporter | None:
    """Return the format of that key, which is the name of its module; no other is imported."""
    for info in pkgutil.walk_packages(__path__, f"{__name__}."):
        if not info.ispkg and info.name.rpartition(".")[2] == key:
            return cast("ProjectImporter", import_module(info.name).PROJECT)
    return None


def must_be_read(parcel: Parcel) -> ProjectImporter:
    """Return what reads a parcel; raises ``Unreadable``, naming it, where nothing does."""
    importer = importer_of(parcel)
    if importer is None:
        raise Unreadable(
            N_("“{name}” is not the work of any program that can be read here: {kinds}."),
            name=shown(parcel.name),
            kinds=", ".join(one.title for one in all_projects()),
        )
    return importer
