"""Rows out of single pages: the cells of SQLite's table pages, read with distrust.

The format is described in SQLite's own documentation of its file format. Whatever does not add up
is no row; of a row that runs on into pages that are gone the last value given is a ``Cut``.

A long row goes on in a chain of pages. In a file made to do harm a chain may lead back into itself,
and any number of rows may name the same one, so that a small file holds endless rows: each page of
a chain is read once, and all rows of a walk together get no more than an ``Allowance``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.store.pages import Pages

LEAF, INNER = 13, 5
_HEADER = 100  # of the file, before the first page's own
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_NULL, _ZERO, _ONE, _FIRST_OF_BYTES = 0, 8, 9, 12
_MOST_COLUMNS = 200
_TIMES = 4  # what damaged rows may take of a file, all in all; sound ones share no byte of it


class Senseless(ValueError):
    """Bytes that cannot be what they should be."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The beginning of a value whose end is gone."""

    start: bytes


Value = int | str | bytes | Cut | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One row as it lies in the file; the column that is the row's id is ``None`` among values."""

    id: int
    values: tuple[Value, ...]


class Allowance:
    """How many bytes the rows of one walk through a file may still have."""

    def __init__(self, pages: Pages) -> None:
        self._left = _TIMES * pages.count * pages.size

    def take(self, data: bytes) -> bytes:
        """Return ``data``, which is a row's; raises ``Senseless`` when too much was taken."""
        self._left -= len(data)
        if self._left < 0:
            raise Senseless
        return data


def leaves(pages: Pages, root: int) -> Iterator[int]:
    """Give the pages that hold a table's rows, from the page it begins with, each once.

    What is no inner page may be a page of rows with a broken head, or lie behind the end of a file
    that was cut short, and is given too.
    """
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        if pages.page(number)[_start(number) :][:1] == bytes([INNER]):
            waiting += reversed(_children(pages, number))
        else:
            yield number


def cells(pages: Pages, number: int, allowance: Allowance) -> Iterator[Cell | None]:
    """Give the rows of a page; ``None`` for each that cannot be read, and for a page of none."""
    page, start = pages.page(number), _start(number)
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    if not page or (page[start] != LEAF and not count):
        yield None
        return
    for place in _places(page, start + 8, count):
        try:
            yield _cell(pages, page, place, allowance)
        except (Senseless, IndexError):
            yield None


def _start(number: int) -> int:
    return _HEADER if number == 1 else 0


def _children(pages: Pages, number: int) -> list[int]:
    page, start = pages.page(number), _start(number)
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    places = _places(page, start + 12, count)
    last = int.from_bytes(page[start + 8 : start + 12], "big")
    return [*(int.from_bytes(page[place : place + 4], "big") for place in places), last]


def _places(page: bytes, start: int, count: int) -> Iterator[int]:
    """Give where the cells of a page begin, as its list of them says."""
    for at in range(start, min(start + 2 * count, len(page) - 1), 2):
        yield int.from_bytes(page[at : at + 2], "big")


def _cell(pages: Pages, page: bytes, place: int, allowance: Allowance) -> Cell:
    length, place = _varint(page, place)
    identity, place = _varint(page, place)
    if identity >= 1 << 63:
        identity -= 1 << 64
    return Cell(identity, _values(_payload(pages, page, place, length, allowance), length))


def _payload(pages: Pages, page: bytes, place: int, length: int, allowance: Allowance) -> bytes:
    """Return a row's bytes, as many as there are."""
    most = pages.size - 35
    if length <= most:
        return allowance.take(page[place : place + length])
    least = (pages.size - 12) * 32 // 255 - 23
    here = least + (length - least) % (pages.size - 4)
    here = here if here <= most else least
    parts = [allowance.take(page[place : place + here])]
    following = int.from_bytes(page[place + here : place + here + 4], "big")
    left = length - here
    seen: set[int] = set()
    while left > 0 and following not in seen and (more := pages.page(following)):
        seen.add(following)
        parts.append(allowance.take(more[4 : 4 + left]))
        left -= len(parts[-1])
        following = int.from_bytes(more[:4], "big")
    return b"".join(parts)


def _values(payload: bytes, length: int) -> tuple[Value, ...]:
    kinds, place = _kinds(payload)
    if place + sum(map(_size, kinds)) != length:
        raise Senseless
    values: list[Value] = []
    for kind in kinds:
        size = _size(kind)
        values.append(_value(kind, payload[place : place + size], size))
        if isinstance(values[-1], Cut):
            break
        place += size
    return tuple(values)


def _kinds(payload: bytes) -> tuple[list[int], int]:
    """Return what kind each value of a cell is, and where the values begin."""
    end, place = _varint(payload, 0)
    if end > len(payload):
        raise Senseless
    kinds: list[int] = []
    while place < end and len(kinds) <= _MOST_COLUMNS:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    if place != end:
        raise Senseless
    return kinds, place


def _size(kind: int) -> int:
    if kind in _INTEGERS:
        return _INTEGERS[kind]
    if kind >= _FIRST_OF_BYTES:
        return (kind - _FIRST_OF_BYTES) // 2
    if kind in (_NULL, _ZERO, _ONE):
        return 0
    raise Senseless  # a fraction, which no table of ours has, or a kind there is not


def _value(kind: int, data: bytes, size: int) -> Value:
    if len(data) < size:
        return Cut(data)
    if kind in _INTEGERS:
        return int.from_bytes(data, "big", signed=True)
    if kind < _FIRST_OF_BYTES:
        return {_NULL: None, _ZERO: 0, _ONE: 1}[kind]
    return data.decode("utf-8", "replace") if kind % 2 else data


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends."""
    value = 0
    for at in range(place, place + 8):
        value = value << 7 | data[at] & 0x7F
        if data[at] < 0x80:
            return value, at + 1
    return value << 8 | data[place + 8], place + 9
