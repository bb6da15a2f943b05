"""Tags in the order in which they are taken: a tag after the one it stands under."""

from collections.abc import Iterable, Iterator

from reviewer.domain.codebooks import same_name
from reviewer.domain.interchange import GivenRow


def parents_first(rows: Iterable[GivenRow]) -> Iterator[GivenRow]:
    """Give rows of tags, each after its parent; else they keep their order.

    Those that stand under each other in a circle come last, the first of them at the top.
    """
    waiting = list(rows)
    names = {_named(row, "name") for row in waiting}
    under: dict[str, list[GivenRow]] = {}
    for row in waiting:
        parent = _named(row, "parent")
        under.setdefault(parent if parent in names else "", []).append(row)
    yield from _below("", under)
    for row in waiting:
        if _named(row, "name") in under and _named(row, "parent") in under:
            own = under[_named(row, "parent")]
            own[:] = [one for one in own if one is not row]
            yield GivenRow({**row.values, "parent": ""}, row.at)
            yield from _below(_named(row, "name"), under)


def _below(name: str, under: dict[str, list[GivenRow]]) -> Iterator[GivenRow]:
    stack = list(reversed(under.pop(name, [])))
    while stack:
        row = stack.pop()
        yield row
        stack += reversed(under.pop(_named(row, "name"), []))


def _named(row: GivenRow, key: str) -> str:
    return same_name(str(row.values.get(key, "")))
