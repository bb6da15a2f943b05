"""An archive (ZIP): the files in it, one after another, to be read as if they lay in a folder.

What nobody means in a folder is passed over here too (``passed_over.py``). Of a kind that cannot be
read a file is only named, not unpacked. Python itself unpacks archives, within limits
(``zipped.py``), so this needs no process of its own: a file in it that makes its reader crash
then costs itself alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, LeftOut, Taken
from reviewer.domain.words import N_
from reviewer.importers import Importer, can_read, shown
from reviewer.importers.passed_over import folders_of_pages, is_hidden
from reviewer.importers.zipped import MOST_MEMBERS, Member, Zipped

_LISTED = b"PK\x01\x02"  # begins each entry of an archive's directory
_SEPARATORS = re.compile(r"[/\\]+")
_NOTHING = N_("“{name}” is empty: no file lies in it. Look whether it was saved completely.")
_TOO_MANY = N_("“{name}” holds more than {most} files. Split it.")


@dataclass(frozen=True, slots=True)
class ZipArchive:
    """Gives the files of an archive, each under its name in there."""

    key: str = "zip"
    title: str = N_("Archive (ZIP)")
    suffixes: tuple[str, ...] = (".zip",)
    guarded: bool = False

    def take(self, data: bytes, name: str, *, encoding: str | None = None) -> Iterator[Taken]:
        """Give each file; raises ``Unreadable`` where there is no archive, or too much in it."""
        del encoding  # a matter of the files in it
        if data.count(_LISTED) > MOST_MEMBERS:  # before a list of them is made
            raise Unreadable(_TOO_MANY, name=shown(name), most=MOST_MEMBERS)
        archive = Zipped(data, name)
        files = [member for member in archive.members if not member.is_folder]
        if not files:
            raise Unreadable(_NOTHING, name=shown(name))
        names = {member.place: _names(member.name) for member in files}
        of_pages = _folders_of_pages(names.values())
        for member in files:
            path = names[member.place]
            if any(map(is_hidden, path)) or _lies_in(path, of_pages):
                continue
            yield _taken(archive, member, "/".join(path))


def _taken(archive: Zipped, member: Member, name: str) -> Taken:
    if not can_read(name):
        return Enclosed(name, b"")
    try:
        return Enclosed(name, archive.contents(member, name))
    except Unreadable as problem:
        return LeftOut(name, problem)


def _names(name: str) -> tuple[str, ...]:
    """Return the folders of a file and its own name, as given."""
    return tuple(part for part in _SEPARATORS.split(_mended(name)) if part) or ("?",)


def _mended(name: str) -> str:
    """Return a name as it was meant: many programs write UTF-8 and do not say so."""
    try:
        return name.encode("cp437").decode()
    except UnicodeError:
        return name


def _folders_of_pages(paths: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Return the folders that belong to a page saved beside them, as paths in the archive."""
    files = defaultdict[tuple[str, ...], set[str]](set)
    folders = defaultdict[tuple[str, ...], set[str]](set)
    for *above, name in paths:
        files[tuple(above)].add(name)
        for depth, folder in enumerate(above):
            folders[tuple(above[:depth])].add(folder)
    return {
        (*place, folder)
        for place, inside in folders.items()
        for folder in folders_of_pages(inside, files[place])
    }


def _lies_in(path: tuple[str, ...], folders: set[tuple[str, ...]]) -> bool:
    return any(path[:depth] in folders for depth in range(1, len(path)))


IMPORTER: Importer = ZipArchive()
