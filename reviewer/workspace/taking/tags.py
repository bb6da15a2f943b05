"""Tags of a file in the order in which they are made: each after the one it stands under."""

from collections.abc import Iterable

from reviewer.domain.codebooks import same_name
from reviewer.domain.project_lines import Line, TagLine


def parents_first(lines: Iterable[Line]) -> list[TagLine]:
    """Return the lines of tags, each after its parent's; else they keep their order.

    Of those that stand under each other in a circle the last one comes first. So thousands of tags
    are made where they belong, and none is moved, which costs a look at all of them.
    """
    tags = [line for line in lines if isinstance(line, TagLine)]
    waiting = {same_name(line.name): line for line in reversed(tags)}
    order: list[TagLine] = []
    for line in tags:
        chain = []
        above = waiting.pop(same_name(line.name), None)
        while above is not None:
            chain.append(above)
            above = waiting.pop(same_name(above.parent), None)
        order += reversed(chain)
    return order
