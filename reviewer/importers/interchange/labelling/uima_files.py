"""The files of a parcel of UIMA: by themselves, in a folder, in an archive, in archives within it.

INCEpTION packs each document of each person into an archive with its types, and a project into an
archive of those. Archives within archives are opened one level deep, and what they hold together is
bounded as one archive would be.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.importers.interchange import Parcel
from reviewer.importers.zipped import LARGEST_WHOLE, Zipped, too_much

_ARCHIVE = ".zip"


@dataclass(frozen=True, slots=True)
class File:
    """One file, by its name as it is shown."""

    name: str
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Container:
    """Files that lie together, so that the types of one are those of the others."""

    files: Sequence[File]

    def ending(self, suffix: str) -> list[File]:
        """Return the files whose names end so, capital letters apart, in order."""
        found = [one for one in self.files if one.name.casefold().endswith(suffix)]
        return sorted(found, key=lambda one: one.name)


def containers(parcel: Parcel) -> Iterator[Container]:
    """Give the files of a parcel, then those of each archive in it; raises ``Unreadable``."""
    budget = _Budget(parcel.name)
    names = parcel.names()
    yield Container([File(name, budget.reader(parcel.read, name)) for name in names])
    for name in parcel.ending(_ARCHIVE):
        if name == parcel.name and parcel.is_one_file:
            continue
        inner = Zipped(budget.reader(parcel.read, name)(), name)
        inside = [one.name for one in inner.members if not one.is_folder]

        def read(part: str, inner: Zipped = inner) -> bytes:
            return inner.contents(inner.part(part))

        yield Container([File(f"{name}/{one}", budget.reader(read, one)) for one in inside])


class _Budget:
    """Counts what was unpacked, of all archives together."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._left = LARGEST_WHOLE

    def reader(self, read: Callable[[str], bytes], name: str) -> Callable[[], bytes]:
        """Return what reads a file and counts its bytes."""

        def counted() -> bytes:
            data = read(name)
            self._left -= len(data)
            if self._left < 0:
                raise too_much(self._name, LARGEST_WHOLE)
            return data

        return counted
