"""Tags that stand under each other by a dot in their names (``figure.killed``) -> a tree.

A tag of ours has a name that no other has, and a parent. So what stands before a dot is a parent
only where there is such a tag (``U.S. forces`` stays what it is), and what stands behind it is the
name only where nothing else is called so; otherwise the whole is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reviewer.domain.codebooks import same_name

_LONGEST = 2_000  # code points of a name in which dots are looked for


@dataclass(frozen=True, slots=True)
class Branch:
    """A tag's name, and its parent's, which is empty at the top."""

    name: str
    parent: str = ""


def tree_of(paths: Iterable[str]) -> Mapping[str, Branch]:
    """Return the name and the parent of every path; those that differ in spaces only are one."""
    plain = {path: " ".join(path.split()) for path in paths}
    parents = _parents(frozenset(plain.values()))
    counts = Counter(same_name(name) for name in parents)
    counts.update(same_name(_last(path, parent)) for path, parent in parents.items() if parent)
    names = {path: _name(path, parent, counts) for path, parent in parents.items()}
    return {
        path: Branch(names[whole], names[parents[whole]] if parents[whole] else "")
        for path, whole in plain.items()
    }


def _parents(paths: frozenset[str]) -> dict[str, str]:
    """Return the longest beginning of each that ends before a dot and is one of them itself."""
    return {path: next((one for one in _beginnings(path) if one in paths), "") for path in paths}


def _beginnings(path: str) -> Iterable[str]:
    at = path.rfind(".", 0, _LONGEST)
    while at > 0:
        if path[at + 1 :].strip():
            yield path[:at].rstrip()
        at = path.rfind(".", 0, at)


def _last(path: str, parent: str) -> str:
    return path[len(parent) :].lstrip(" ").removeprefix(".").strip()


def _name(path: str, parent: str, counts: Counter[str]) -> str:
    last = _last(path, parent)
    return last if parent and counts[same_name(last)] == 1 else path
