"""The codebook as a tree: its order, who stands under whom, and what would close a circle."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.tags import Tag


@dataclass(frozen=True, slots=True)
class Branch:
    """A tag in the tree: how deep it stands (0 at the top level), and how many stand under it."""

    tag: Tag
    depth: int
    children: int


def place_of(tag: Tag) -> tuple[int, int]:
    """Return what orders a tag among its siblings."""
    return tag.position, tag.id


def tree(tags: Iterable[Tag]) -> list[Branch]:
    """Return every tag in order, each after its parent and before its parent's next sibling.

    None is ever left out: one whose parent is missing, or that stands in a circle, as only a
    damaged file can have it, is shown at the top level.
    """
    known = sorted(tags, key=place_of)
    under: dict[int | None, list[Tag]] = {}
    ids = {tag.id for tag in known}
    for tag in known:
        under.setdefault(tag.parent if tag.parent in ids else None, []).append(tag)
    found: list[Branch] = []
    seen: set[int] = set()
    for root in [*under.get(None, []), *known]:
        found += _branches(root, under, seen)
    return found


def siblings(tags: Iterable[Tag], parent: int | None) -> list[Tag]:
    """Return the tags right under ``parent`` in their order, at the top level for ``None``."""
    return sorted((tag for tag in tags if tag.parent == parent), key=place_of)


def inside(tags: Iterable[Tag], tag: int) -> set[int]:
    """Return a tag and everything under it."""
    parents = {one.id: one.parent for one in tags}
    return {one for one in parents if tag in _line(one, parents)}


def makes_circle(tags: Iterable[Tag], tag: int, parent: int | None) -> bool:
    """Say whether ``tag`` put under ``parent`` would stand under itself."""
    return parent is not None and parent in inside(tags, tag)


def circles(parents: Mapping[int, int | None]) -> list[list[int]]:
    """Return every circle of tags that stand under each other, each tag before its parent.

    Only a damaged file has any. Each begins with its lowest id, so that one is always told alike.
    """
    found: list[list[int]] = []
    settled: set[int] = set()
    for tag in parents:
        line: dict[int, None] = {}
        at: int | None = tag
        while at is not None and at not in settled and at not in line:
            line[at] = None
            at = parents.get(at)
        if at in line:
            ring = list(line)[list(line).index(at) :]
            first = ring.index(min(ring))
            found.append([*ring[first:], *ring[:first]])
        settled.update(line)
    return found


def without_circles(
    wanted: Mapping[int, int | None], standing: Mapping[int, int | None]
) -> dict[int, int | None]:
    """Return the parents of ``wanted``, those that would close a circle as they are ``standing``.

    What stands must be free of circles; a tag that is not in it stands at the top level.
    """
    parents = {**standing, **wanted}
    left = set(wanted)
    while circling := {tag for tag in left if _circles(tag, parents)}:
        parents |= {tag: standing.get(tag) for tag in circling}
        left -= circling
    return {tag: parents[tag] for tag in wanted}


def rearranged(siblings: Sequence[Tag], moved: Tag, place: int | None) -> dict[int, int]:
    """Return the positions to be written so that ``moved`` stands at ``place`` among siblings.

    ``place`` counts from 0 without the moved one; beyond the end, or ``None``, is the end.
    """
    others = [tag for tag in siblings if tag.id != moved.id]
    place = len(others) if place is None else max(0, place)
    return in_this_order([*others[:place], moved, *others[place:]])


def in_this_order(ordered: Sequence[Tag]) -> dict[int, int]:
    """Return the positions to be written so that siblings stand in this order.

    They share out the positions they have, so that as few as possible are written.
    """
    positions: dict[int, int] = {}
    last = 0
    for tag, position in zip(ordered, sorted(one.position for one in ordered), strict=True):
        last = max(position, last + 1)
        if tag.position != last:
            positions[tag.id] = last
    return positions


def _branches(
    root: Tag, under: Mapping[int | None, Sequence[Tag]], seen: set[int]
) -> Iterator[Branch]:
    """Give a tag and everything under it that was not seen yet; never deep on Python's stack."""
    waiting = [(root, 0)]
    while waiting:
        tag, depth = waiting.pop()
        if tag.id not in seen:
            seen.add(tag.id)
            children = under.get(tag.id, ())
            yield Branch(tag, depth, len(children))
            waiting += [(child, depth + 1) for child in reversed(children)]


def _line(tag: int, parents: Mapping[int, int | None]) -> set[int]:
    """Return a tag with all it stands under; ends in a circle too."""
    line: set[int] = set()
    at: int | None = tag
    while at is not None and at not in line:
        line.add(at)
        at = parents.get(at)
    return line


def _circles(tag: int, parents: Mapping[int, int | None]) -> bool:
    at, steps = parents.get(tag), 0
    while at is not None and at != tag and steps <= len(parents):
        at, steps = parents.get(at), steps + 1
    return at == tag
