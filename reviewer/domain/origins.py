"""Documents of one origin: copies and reworkings of one text, which count as one source.

An analyst says so; nothing is concluded from words that stand in both. A number that counts them
once has the number of documents beside it.
"""

from collections.abc import Hashable, Iterable

from reviewer.domain.groupings import joined


def counted_once(sources: Iterable[tuple[Hashable, str]]) -> int:
    """Return how many sources there are, each given by what tells it apart and by its origin.

    What has the same origin counts once, and so does what cannot be told apart. An empty origin is
    none.
    """
    several = list(sources)
    first_of: dict[Hashable, int] = {}
    pairs = []
    for at, (source, origin) in enumerate(several):
        pairs.append((first_of.setdefault(("source", source), at), at))
        if origin:
            pairs.append((first_of.setdefault(("origin", origin), at), at))
    return len(set(joined(range(len(several)), pairs).values()))


def of_one_origin(documents: Iterable[tuple[int, str]]) -> int:
    """Return how many documents share their origin with another of them; each is given with it."""
    by_origin: dict[str, set[int]] = {}
    for document, origin in documents:
        if origin:
            by_origin.setdefault(origin, set()).add(document)
    return sum(len(several) for several in by_origin.values() if len(several) > 1)
