"""What hangs together by pairs: groups joined either way, and circles of things that lead on."""

from collections.abc import Iterable, Mapping


def joined(members: Iterable[int], pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return for each member the smallest member it is joined to by ``pairs``, in either way.

    Members joined to nobody stand for themselves. Both ends of every pair must be members.
    """
    leader = {one: one for one in members}
    for one, other in pairs:
        first, second = _leader(leader, one), _leader(leader, other)
        leader[max(first, second)] = min(first, second)
    return {one: _leader(leader, one) for one in leader}


def circles(members: Iterable[int], steps: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return for each member the smallest member of the circle it stands in.

    A circle are all that can be reached from one another by ``steps``, each from its first to its
    second member. Whoever stands in no circle stands for itself.
    """
    onward: dict[int, list[int]] = {one: [] for one in members}
    back: dict[int, list[int]] = {one: [] for one in onward}
    for start, end in steps:
        onward[start].append(end)
        back[end].append(start)
    seen: set[int] = set()
    order = [left for one in onward for left in _reached(one, onward, seen)]
    circle_of: dict[int, int] = {}
    seen = set()
    for one in reversed(order):
        circle = _reached(one, back, seen)
        circle_of |= dict.fromkeys(circle, min(circle, default=one))
    return circle_of


def _leader(leader: dict[int, int], one: int) -> int:
    while leader[one] != one:
        leader[one] = leader[leader[one]]
        one = leader[one]
    return one


def _reached(start: int, onward: Mapping[int, list[int]], seen: set[int]) -> list[int]:
    """Return what is reached first from ``start``, each after all that it leads on to."""
    if start in seen:
        return []
    seen.add(start)
    left: list[int] = []
    way = [(start, iter(onward[start]))]
    while way:
        here, steps = way[-1]
        following = next((one for one in steps if one not in seen), None)
        if following is None:
            left.append(here)
            way.pop()
        else:
            seen.add(following)
            way.append((following, iter(onward[following])))
    return left


def several_of(group_of: Mapping[int, int], members: Iterable[int]) -> list[list[int]]:
    """Return the groups of two or more among ``members``."""
    groups: dict[int, list[int]] = {}
    for one in members:
        groups.setdefault(group_of[one], []).append(one)
    return [several for several in groups.values() if len(several) > 1]


def in_circles(
    known: Iterable[int],
    group_of: Mapping[int, int],
    circle_of: Mapping[int, int],
    steps: Iterable[tuple[int, int]],
) -> list[tuple[int, ...]]:
    """Return the members of each circle: those at the ends of steps that lead around in it."""
    at_ends = {
        end
        for one, other in steps
        if circle_of[group_of[one]] == circle_of[group_of[other]]
        for end in (one, other)
    }
    found: dict[int, list[int]] = {}
    for one in known:
        if one in at_ends:
            found.setdefault(circle_of[group_of[one]], []).append(one)
    return [tuple(several) for several in found.values()]
