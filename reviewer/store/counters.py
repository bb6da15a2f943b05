"""Numbers that are given once and never again, whatever is undone."""

from reviewer.store.connection import Connection


def take_numbers(connection: Connection, name: str, count: int = 1) -> range:
    """Return the next ``count`` numbers of the counter ``name``, beginning at 1."""
    last = connection.count(
        "INSERT INTO counters (name, last) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET last = last + excluded.last RETURNING last",
        [name, count],
    )
    return range(last - count + 1, last + 1)
