r"""Places of another program, in whatever it counts, -> places in the text as we keep it.

Programs count code points, UTF-16 units or UTF-8 bytes; CRLF as two or as one; a byte order mark
or not; and name the first character behind a passage or its last one. A ``Counting`` says which,
and turns all the places of a text round in one pass over it: pieces between neighbouring places
are measured, nothing is walked character by character.

Files seldom say how they count, and some say it wrongly. ``best_reading`` tries the ways there are
and keeps the one in which most passages are the words they should be, or begin and end where words
and lines do. That is a choice: it is to be said, with its numbers (``Chosen.doubt``).

Rounding: a place inside a character (a surrogate pair, bytes of one letter, the middle of CRLF)
goes down where a passage starts and up where it ends. Clusters are not looked at: places from
files are kept as they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from typing import NamedTuple
from unicodedata import category

from typing_extensions import override

from reviewer.domain.interchange import Doubt
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.importers.interchange.texts_in_units import CodePoints, Encoded

Pair = tuple[int, int]
"""Start and end of a passage as another program gives them, in its unit."""
Place = tuple[int, int]
"""Start and end in code points of our text, end excluded; both alike where there are no words."""

_MARK = "\ufeff"
_SHORTEST_CUT = 20  # code points that are left of a quote a program cut off
_LEAST_CUT = 10  # code points that are cut off at least where nothing says so
_ENOUGH = 1_000  # passages to tell ways apart by; those that are alike in them are told by all


class Unit(StrEnum):
    """What is counted."""

    CODE_POINTS = "code points"
    UTF16 = "UTF-16"
    UTF8 = "UTF-8"


_ENCODINGS = {Unit.UTF16: ("utf-16-le", 2), Unit.UTF8: ("utf-8", 1)}  # and bytes of a unit


@dataclass(frozen=True, slots=True)
class Counting:
    """How a program counts: its unit, CRLF as two or one, a leading U+FEFF or not, and the end.

    ``last`` means that the end is the last character of a passage, not the first behind it.
    """

    unit: Unit = Unit.CODE_POINTS
    crlf_is_two: bool = True
    mark_counts: bool = True
    last: bool = False

    @override
    def __str__(self) -> str:
        """Say it in signs that are the same in every language."""
        return self.told()

    def told(self, *, crlf: bool = True, mark: bool = True) -> str:
        """Return the same without what does not matter: there is no CRLF, no byte order mark."""
        parts = [str(self.unit)]
        if crlf:
            parts.append(f"CRLF = {1 + self.crlf_is_two}")
        if mark:
            parts.append(f"U+FEFF = {int(self.mark_counts)}")
        return ", ".join([*parts, "start…last" if self.last else "start…end"])

    def places(self, raw: str, pairs: Sequence[Pair]) -> list[Place | None]:
        """Return where passages stand in ``normalise(raw).text``, in the order of ``pairs``.

        ``raw`` is the text as the other program has it, with its CRLF and byte order mark. Pairs
        that lie outside the text or end before they start give ``None``.
        """
        more = int(self.last)
        text = self._counted(raw)
        lead = int(self.mark_counts and text.startswith(_MARK))
        if _has_crlf(text) or not (self.unit is Unit.CODE_POINTS or _is_narrow(text, self.unit)):
            wanted = sorted({place for start, end in pairs for place in (start, end + more)})
            found = dict(_turned(text, self.unit, wanted))
            return [_place(found.get(start), found.get(end + more), lead) for start, end in pairs]
        length = len(text)
        return [
            _place((start, start), (end + more, end + more), lead)
            if 0 <= start <= end + more <= length
            else None
            for start, end in pairs
        ]

    def _counted(self, raw: str) -> str:
        """Return the text in which its numbers count; what it does not count is gone."""
        text = raw if self.mark_counts else raw.removeprefix(_MARK)
        # A CR before a CRLF is a line end by itself and must not become half of another.
        return text if self.crlf_is_two else text.replace("\r\n", "\n").replace("\r", "\n")


def _has_crlf(text: str) -> bool:
    return "\r" in text and "\r\n" in text  # one character is found much faster than two


def _is_narrow(text: str, unit: Unit) -> bool:
    """Say whether every character is one of a unit that encodes it, so that both count alike."""
    if unit is Unit.UTF16 and not text.isascii():
        return len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
    return text.isascii()


def _place(start: Pair | None, end: Pair | None, lead: int) -> Place | None:
    """Return where a passage stands, from its two ends rounded both ways."""
    if start is None or end is None or end < start:
        return None
    low = max(start[0] - lead, 0)
    return low, (low if start == end else max(end[1] - lead, 0))


def _turned(text: str, unit: Unit, wanted: Iterable[int]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Give each place inside the text with its code points in ours, rounded down and up.

    A byte order mark is still counted here.
    """
    data = CodePoints(text) if unit is Unit.CODE_POINTS else Encoded(text, *_ENCODINGS[unit])
    length = len(data)
    before = at = 0
    for place in wanted:
        if not 0 <= place <= length:
            continue
        floor = data.floor(place)
        piece = data.piece(before, floor)
        at += len(piece) - piece.count("\r\n")
        before = floor
        yield place, (at, at + (floor < place))


ALL = tuple(
    Counting(unit, crlf, mark, last)
    for last, unit, crlf, mark in product((False, True), Unit, (True, False), (True, False))
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with the places in it, as the other program has both.

    ``quotes`` are the words that stand there, as far as they are known (``""``: not); white space
    and what a program cut off at the end of a long one do not matter.
    """

    raw: str
    pairs: Sequence[Pair]
    quotes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """How places were read: which way, how many of how many fit, and what the next best has.

    ``other`` is ``None`` where every way gives the same places, so that nothing was chosen.
    ``crlf`` and ``mark`` say whether any text has a CRLF, and a byte order mark.
    """

    counting: Counting
    fitted: int
    total: int
    other: Counting | None = None
    other_fitted: int = 0
    crlf: bool = True
    mark: bool = True

    @property
    def unfitted(self) -> int:
        """How many passages are not the words, or do not begin and end where words do."""
        return self.total - self.fitted

    def doubt(self) -> Doubt | None:
        """Say the choice with its numbers; ``None`` where there was none and everything fits."""
        if self.other is None and not self.unfitted:
            return None
        if self.other is None:
            return Doubt(
                N_(
                    "Passages that are not where words begin and end: {count} of {total} "
                    "({reading})."
                ),
                {"count": self.unfitted, "total": self.total, "reading": self._told(self.counting)},
            )
        return Doubt(
            N_(
                "Places of passages are read as {reading}: {count} of {total} fit. Read as "
                "{other}, {other_count} would."
            ),
            {
                "reading": self._told(self.counting),
                "count": self.fitted,
                "total": self.total,
                "other": self._told(self.other),
                "other_count": self.other_fitted,
            },
        )

    def _told(self, way: Counting) -> str:
        return way.told(crlf=self.crlf, mark=self.mark)


def best_reading(
    raw: str,
    pairs: Sequence[Pair],
    quotes: Sequence[str] | None = None,
    likely: Sequence[Counting] = (),
    among: Iterable[Counting] = ALL,
) -> Chosen:
    """Return the way to count in which most passages of one text fit; see ``best_of``."""
    return best_of([Sample(raw, pairs, quotes or ())], likely, among)


def best_of(
    samples: Sequence[Sample], likely: Sequence[Counting] = (), among: Iterable[Counting] = ALL
) -> Chosen:
    """Return the one way to count in which most passages of all texts of a file fit.

    A passage with a quote fits where its words are the quote, any other where it begins and ends
    at the edge of a word. Of ways in which as many fit those that are ``likely`` come first, then
    those in which most begin and end with a line, then the earlier ones.
    """
    ways = _different(list(dict.fromkeys((*likely, *among))) or [Counting()], samples)
    texts = [normalise(sample.raw).text for sample in samples]
    some = _thinned(samples)
    scores = {way: _score(way, some, texts) for way in ways}
    first = frozenset(likely)

    def rank(way: Counting) -> tuple[int, bool, int]:
        fitted, lines = scores[way]
        return fitted, way in first, lines

    order = sorted(ways, key=rank, reverse=True)
    if some is not samples:
        near = [way for way in order if scores[way][0] == scores[order[0]][0]]
        near = [*near, *order[len(near) : max(len(near) + 1, 2)]]
        scores = {way: _score(way, samples, texts) for way in near}
        order = sorted(near, key=rank, reverse=True)
    best, *others = order
    total = sum(len(sample.pairs) for sample in samples)
    chosen = Chosen(
        *(best, scores[best][0], total),
        crlf=any("\r\n" in sample.raw for sample in samples),
        mark=any(sample.raw.startswith(_MARK) for sample in samples),
    )
    if not others or not total:
        return chosen
    return replace(chosen, other=others[0], other_fitted=scores[others[0]][0])


def _different(ways: Sequence[Counting], samples: Sequence[Sample]) -> list[Counting]:
    """Return the ways that differ in any of these texts, the earlier one of two that do not."""
    kinds = sorted({_Kind.of(sample.raw) for sample in samples})
    seen: dict[tuple[Counting, ...], Counting] = {}
    for way in ways:
        seen.setdefault(tuple(kind.simplest(way) for kind in kinds), way)
    return list(seen.values())


def _thinned(samples: Sequence[Sample]) -> Sequence[Sample]:
    """Return the samples with at most a few thousand of their passages, from all over the texts."""
    step = -(-sum(len(sample.pairs) for sample in samples) // _ENOUGH)
    if step <= 1:
        return samples
    thin: list[Sample] = []
    for sample in samples:
        order = sorted(range(len(sample.pairs)), key=sample.pairs.__getitem__)
        kept = {*order[::step], *order[-1:]}
        numbers = [number for number in order if number in kept]
        quotes = [sample.quotes[number] for number in numbers] if sample.quotes else ()
        thin.append(Sample(sample.raw, [sample.pairs[number] for number in numbers], quotes))
    return thin


class _Kind(NamedTuple):
    """What of a text decides which ways to count in it differ."""

    is_ascii: bool
    is_narrow: bool
    crlf: bool
    mark: bool

    @classmethod
    def of(cls, raw: str) -> "_Kind":
        """Look at a text."""
        narrow = _is_narrow(raw, Unit.UTF16)
        return cls(raw.isascii(), narrow, _has_crlf(raw), raw.startswith(_MARK))

    def simplest(self, way: Counting) -> Counting:
        """Return what a way comes to; two that come to the same need not both be tried."""
        same = self.is_ascii or (self.is_narrow and way.unit is Unit.UTF16)
        return Counting(
            Unit.CODE_POINTS if same else way.unit,
            crlf_is_two=way.crlf_is_two and self.crlf,
            mark_counts=way.mark_counts and self.mark,
            last=way.last,
        )


def _score(way: Counting, samples: Sequence[Sample], texts: Sequence[str]) -> tuple[int, int]:
    """Return how many passages fit, and how many ends are ends of lines."""
    fitted = lines = 0
    for sample, text in zip(samples, texts, strict=True):
        quotes = sample.quotes or ("",) * len(sample.pairs)
        for place, quote in zip(way.places(sample.raw, sample.pairs), quotes, strict=True):
            if place is None:
                continue
            fitted += is_said(text, place, quote) if quote.strip() else _is_clean(text, place)
            lines += _starts_line(text, place[0]) + _ends_line(text, place[1])
    return fitted, lines


def is_said(text: str, place: Place, quote: str) -> bool:
    """Say whether the words are the quote, or begin with what is left of a shortened one."""
    start, end = place
    words = text[start:end]
    if words == quote:
        return True
    plain, wanted = " ".join(words.split()), " ".join(quote.split())
    if plain == wanted and not (words[:1].isspace() or words[-1:].isspace()):
        return True
    short = wanted.rstrip(".… ")
    missing = len(plain) - len(short)
    return (
        len(short) >= _SHORTEST_CUT
        and missing > (0 if wanted.endswith(("…", "...")) else _LEAST_CUT)
        and plain.startswith(short)
        and _is_clean(text, place)
    )


def _is_clean(text: str, place: Place) -> bool:
    """Say whether a place begins and ends at edges of words, without white space at them."""
    start, end = place
    if start == end or text[start].isspace():
        return False
    ends_well = _ends_line(text, end) or not text[end - 1].isspace()
    return ends_well and not _is_inside(text, start) and not _is_inside(text, end)


def _is_inside(text: str, place: int) -> bool:
    """Say whether a place cuts a word, or a mark from its letter."""
    if not 0 < place < len(text):
        return False
    after = category(text[place])[0]
    return after == "M" or (after in "LN" and category(text[place - 1])[0] in "LMN")


def _starts_line(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _ends_line(text: str, end: int) -> bool:
    return end == len(text) or text[end] == "\n" or text[end - 1 : end] == "\n"
