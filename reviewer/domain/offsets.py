r"""The only translator of offsets: code points to and from other units, and grapheme clusters.

Everything in a project counts code points. Qt counts UTF-16 units, some files count UTF-8 bytes,
and a person counts what looks like one character (a grapheme cluster, ``\X``). Nothing here
walks a whole text in Python; a text without wide characters costs next to nothing. Texts are
normalised (``text.py``): they hold no lone surrogates.
"""

from bisect import bisect_left

import regex  # type: ignore[import-untyped]

from reviewer.domain.errors import NotAllowed
from reviewer.domain.spans import Span
from reviewer.domain.words import N_

_CLUSTER = regex.compile(r"\X")
_WIDE = regex.compile(r"[\U00010000-\U0010ffff]")
# The last character that does not lean on the one before it. Whether there is a break behind it
# can be told without looking further left, but for regional indicators (flags).
_BASE = regex.compile(r"(?r)[^\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}]")
_NOT_FLAG = regex.compile(r"(?r)[^\p{GCB=Regional_Indicator}]")
_FLAG_FIRST, _FLAG_LAST = "\U0001f1e6", "\U0001f1ff"


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units ``text`` takes."""
    return len(text) if text.isascii() else len(_utf16(text)) // 2


def to_utf16(text: str, position: int) -> int:
    """Turn a position in code points into one in UTF-16 units.

    Raises ``NotAllowed`` outside the text. Many positions of one text: see ``Columns``.
    """
    _check(position, len(text))
    return position if text.isascii() else len(_utf16(text[:position])) // 2


def from_utf16(text: str, position: int, *, round_up: bool = False) -> int:
    """Turn a position in UTF-16 units into one in code points.

    A position inside a surrogate pair goes down, as the start of a span should; with
    ``round_up`` it goes up, as an end should. Raises ``NotAllowed`` outside the text.
    """
    if text.isascii():
        _check(position, len(text))
        return position
    units = _utf16(text)
    _check(position, len(units) // 2)
    if len(units) == 2 * len(text):
        return position
    inside = 0 < 2 * position < len(units) and 0xDC <= units[2 * position + 1] <= 0xDF
    whole = units[: 2 * (position - inside)].decode("utf-16-le", "surrogatepass")
    return len(whole) + (inside and round_up)


def to_bytes(text: str, position: int) -> int:
    """Turn a position in code points into one in UTF-8 bytes; ``NotAllowed`` outside the text."""
    _check(position, len(text))
    return position if text.isascii() else len(text[:position].encode())


def from_bytes(text: str, position: int, *, round_up: bool = False) -> int:
    """Turn a position in UTF-8 bytes into one in code points.

    A position inside a character goes down, or up with ``round_up``. Raises ``NotAllowed``
    outside the text.
    """
    data = text.encode()
    _check(position, len(data))
    start = position
    while 0 < start < len(data) and data[start] & 0xC0 == 0x80:
        start -= 1
    return len(data[:start].decode()) + (round_up and start < position)


class Columns:
    """Columns of one segment of text, in code points and in UTF-16 units.

    Make one for a line or a part of it and keep it while the segment is shown: a segment without
    wide characters keeps no list at all, any other keeps one entry for each wide character.
    """

    __slots__ = ("_length", "_wide", "_wide_units")

    def __init__(self, segment: str) -> None:
        self._length = len(segment)
        self._wide: list[int] | None = None
        self._wide_units: list[int] = []
        if not segment.isascii() and len(_utf16(segment)) != 2 * self._length:
            self._wide = [match.start() for match in _WIDE.finditer(segment)]
            self._wide_units = [at + before for before, at in enumerate(self._wide)]

    def to_utf16(self, column: int) -> int:
        """Turn a column in code points into one in UTF-16 units; ``NotAllowed`` outside."""
        _check(column, self._length)
        return column if self._wide is None else column + bisect_left(self._wide, column)

    def from_utf16(self, column: int, *, round_up: bool = False) -> int:
        """Turn a column in UTF-16 units into one in code points; ``NotAllowed`` outside.

        Inside a surrogate pair: down for a start, up (``round_up``) for an end.
        """
        _check(column, self._length + len(self._wide_units))
        if self._wide is None:
            return column
        before = bisect_left(self._wide_units, column)
        inside = before > 0 and self._wide_units[before - 1] + 1 == column
        return column - before + (inside and round_up)


def is_boundary(text: str, position: int) -> bool:
    """Say whether no grapheme cluster is cut at ``position``; ``NotAllowed`` outside the text."""
    if not 0 < position < len(text):
        _check(position, len(text))
        return True
    around = text[position - 1 : position + 1]
    if around.isascii():
        return around != "\r\n"
    before, after = text[position - 1], text[position]
    if _is_flag(before) and _is_flag(after):
        return (position - _after(_NOT_FLAG, text, position)) % 2 == 0
    return _last_boundary(text, _base(text, position), position) == position


def next_boundary(text: str, position: int) -> int:
    """Return the end of the cluster that ``position`` stands before or in, or the text's end."""
    _check(position, len(text))
    match = _CLUSTER.match(text, position)
    return match.end() if match else position


def previous_boundary(text: str, position: int) -> int:
    """Return the nearest boundary before ``position``, or the text's start."""
    _check(position, len(text))
    return _cluster_start(text, position - 1) if position else 0


def widen(text: str, span: Span) -> Span:
    """Return the smallest span of whole grapheme clusters that holds ``span``.

    Only the neighbourhood of the two ends is looked at. Raises ``NotAllowed`` where the span
    ends behind the text.
    """
    if is_boundary(text, span.end) and is_boundary(text, span.start):
        return span
    end = span.end if is_boundary(text, span.end) else next_boundary(text, span.end)
    return Span(_cluster_start(text, span.start), end)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _check(position: int, length: int) -> None:
    if not 0 <= position <= length:
        raise NotAllowed(
            N_("Position {position} lies outside the text, which is {length} long."),
            position=position,
            length=length,
        )


def _is_flag(character: str) -> bool:
    return _FLAG_FIRST <= character <= _FLAG_LAST


def _after(pattern: regex.Pattern[str], text: str, position: int) -> int:
    """Return the end of the last match of a backward ``pattern`` before ``position``, or 0."""
    match = pattern.search(text, 0, position)
    return match.end() if match else 0


def _base(text: str, position: int) -> int:
    """Return where the last character before ``position`` stands that leans on none, or 0."""
    return max(_after(_BASE, text, position) - 1, 0)


def _last_boundary(text: str, start: int, position: int) -> int:
    """Return the last boundary up to ``position``, or ``start`` when there is none behind it."""
    while start < position and (end := next_boundary(text, start)) <= position:
        start = end
    return start


def _cluster_start(text: str, position: int) -> int:
    """Return the last boundary at or before ``position``."""
    while not is_boundary(text, position):
        base = _base(text, position)
        found = _last_boundary(text, base, position)
        if found > base:
            return found
        position = base
    return position
