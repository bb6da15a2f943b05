"""Echoes: sentences and whole documents that stand, word for word or nearly, in other documents.

Everything is compared by *prints*: numbers of 64 bits that are the same in every process and every
release. A word's print is made once (BLAKE2), and a run of words is told by the exclusive or of
its words' prints, each by its place in the run (simple tabulation hashing). Of a whole document the
64 smallest prints of runs of five words are kept: two documents share as many of those as of all
their runs, so that "58 of 64" can be said and understood. Of a sentence the print of all its words
is kept, and the three smallest of runs of three words, by which sentences meet that differ in a few
words; whether they really are nearly the same is then told from their words. Page furniture is
left out. Capitals, accents and marks between words do not matter (``folding.py``).

The last bit tells a sentence's prints apart: even for all its words, odd for a run.
"""

import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from operator import xor
from typing import NamedTuple

from reviewer.domain.folding import FOLD_VERSION, fold
from reviewer.domain.paragraphs import Line
from reviewer.domain.sentence_ends import ends
from reviewer.domain.spans import Span

PRINT_VERSION = 1_000 + FOLD_VERSION  # a change of the rules here raises the thousands
KEPT_OF_DOCUMENT = 64
SHORTEST_SENTENCE = 8  # words: shorter ones stand in many documents that have nothing in common
LONGEST_SENTENCE = 400  # words: what is longer is a table or no text at all

_KEPT_OF_SENTENCE = 3
_RUN_OF_DOCUMENT = 5  # words
_RUN_OF_SENTENCE = 3
_LONGEST_PIECE = 10_000  # code points folded at once of what has no sentences
_BATCH = 20_000  # code points, so that a text of any length needs little memory
_NEAR_SHARE = 1 / 3
_FEWEST_SHARED = 8
_ALIKE = 0.8  # of the words of two sentences stand in both, in one order
_WORD = re.compile(r"\w+")
_FIVE_NUMBERS = struct.Struct("<5q")
_APART = "\n\n"  # folding joins no words across two line ends


class PrintKind(StrEnum):
    """What a fingerprint was made of."""

    SENTENCE = "sentence"
    DOCUMENT = "document"


class Print(NamedTuple):
    """One print, and where in the text its sentence stands (code points; 0, 0 of a document)."""

    kind: PrintKind
    hash: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Nearness:
    """How many prints two documents share, of how many that were compared."""

    shared: int
    of: int

    @property
    def is_near(self) -> bool:
        """Say whether so much is shared that one is told of it."""
        return self.shared >= _FEWEST_SHARED and self.shared >= self.of * _NEAR_SHARE

    @property
    def is_same(self) -> bool:
        """Say whether nothing that was compared differs."""
        return self.shared == self.of


@dataclass(frozen=True, slots=True)
class NearDocument:
    """Another document that shares much of its text with one."""

    document: int
    nearness: Nearness


@dataclass(frozen=True, slots=True)
class EchoPlace:
    """Where a sentence stands again; not ``exact``: nearly word for word."""

    document: int
    span: Span
    exact: bool


@dataclass(frozen=True, slots=True)
class Echo:
    """A sentence that stands in other documents too.

    One place a document, by the documents' numbers; ``more`` counts those that are not named,
    which were not compared word for word.
    """

    span: Span
    places: tuple[EchoPlace, ...]
    more: int = 0

    @property
    def documents(self) -> int:
        """How many other documents have the sentence."""
        return len(self.places) + self.more


def prints_of(text: str, furniture: Sequence[Span] = ()) -> Iterator[Print]:
    """Give the prints of a text's sentences in order of place, then those of the whole."""
    smallest: list[int] = []
    for batch in _batches(text, furniture):
        yield from _sentence_prints(batch)
        smallest = nsmallest(KEPT_OF_DOCUMENT, {*smallest, *batch.fives()})
    for one in smallest:
        yield Print(PrintKind.DOCUMENT, one, 0, 0)


def sketch_of(text: str, furniture: Sequence[Span] = ()) -> list[int]:
    """Return the prints of a whole text: at most 64, the smallest first; none of a few words."""
    smallest: list[int] = []
    for batch in _batches(text, furniture):
        smallest = nsmallest(KEPT_OF_DOCUMENT, {*smallest, *batch.fives()})
    return smallest


def is_exact(print_hash: int) -> bool:
    """Say whether a sentence's print stands for all its words: then the words are equal."""
    return not print_hash & 1


def nearness(shared: int, one: int, other: int) -> Nearness:
    """Return how near two documents are that keep ``one`` and ``other`` prints."""
    return Nearness(shared, max(one, other))


def nearly_the_same(sentence: str, other: str) -> bool:
    """Say whether at least four in five words of two sentences are equal and in one order."""
    matcher = SequenceMatcher(None, _words(sentence), _words(other), autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def differing_words(sentence: str, other: str) -> tuple[list[Span], list[Span]]:
    """Return the stretches of two sentences that do not stand in the other; code points in each."""
    here, there = list(_WORD.finditer(sentence)), list(_WORD.finditer(other))
    matcher = SequenceMatcher(
        None, [fold(one[0]) for one in here], [fold(one[0]) for one in there], autojunk=False
    )
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        [
            Span(here[low].start(), here[high - 1].end())
            for _, low, high, *_ in changed
            if low < high
        ],
        [
            Span(there[low].start(), there[high - 1].end())
            for *_, low, high in changed
            if low < high
        ],
    )


class _Piece(NamedTuple):
    """A sentence, or a part of what has none, with its place among the words of its batch."""

    span: Span
    first: int
    last: int


class _Batch:
    """Some sentences in a row: their words, and the prints of runs of words."""

    def __init__(self, pieces: Sequence[tuple[Span, Sequence[str]]], before: Sequence[str]) -> None:
        self.words = list(before)
        self.pieces: list[_Piece] = []
        for span, words in pieces:
            first = len(self.words)
            self.words += words
            self.pieces.append(_Piece(span, first, len(self.words)))
        self._by_place = list(zip(*map(_word_prints, self.words), strict=True)) or [()] * 5
        self.threes = list(self._runs(_RUN_OF_SENTENCE))

    def fives(self) -> Iterator[int]:
        return self._runs(_RUN_OF_DOCUMENT)

    def _runs(self, length: int) -> Iterator[int]:
        prints: Iterable[int] = self._by_place[0]
        for place in range(1, length):
            prints = map(xor, prints, self._by_place[place][place:])
        return iter(prints)


def _sentence_prints(batch: _Batch) -> Iterator[Print]:
    for span, first, last in batch.pieces:
        if SHORTEST_SENTENCE <= last - first <= LONGEST_SENTENCE:
            whole = _exact(" ".join(batch.words[first:last]))
            yield Print(PrintKind.SENTENCE, whole, span.start, span.end)
            runs = {one | 1 for one in batch.threes[first : last - _RUN_OF_SENTENCE + 1]}
            for one in sorted(runs)[:_KEPT_OF_SENTENCE]:
                yield Print(PrintKind.SENTENCE, one, span.start, span.end)


def _exact(words: str) -> int:
    digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True) & ~1


@lru_cache(maxsize=100_000)
def _word_prints(word: str) -> tuple[int, ...]:
    """Return the print of a word for each of the five places it can have in a run."""
    return _FIVE_NUMBERS.unpack(
        blake2b(word.encode("utf-8", "surrogatepass"), digest_size=_FIVE_NUMBERS.size).digest()
    )


def _words(sentence: str) -> list[str]:
    return _WORD.findall(fold(sentence))


def _batches(text: str, furniture: Sequence[Span]) -> Iterator[_Batch]:
    """Give the sentences in batches; each begins with the last words of the one before."""
    several: list[Span] = []
    before: list[str] = []
    weight = 0
    for span in _pieces(text, furniture):
        several.append(span)
        weight += len(span)
        if weight >= _BATCH:
            batch = _Batch(_with_words(text, several), before)
            before = batch.words[1 - _RUN_OF_DOCUMENT :]
            yield batch
            several, weight = [], 0
    yield _Batch(_with_words(text, several), before)


def _with_words(text: str, spans: Sequence[Span]) -> list[tuple[Span, list[str]]]:
    folded = fold(_APART.join(span.of(text) for span in spans)).split(_APART)
    return [(span, _WORD.findall(words)) for span, words in zip(spans, folded, strict=bool(spans))]


def _pieces(text: str, furniture: Sequence[Span]) -> Iterator[Span]:
    """Give the sentences that are no furniture; what has none is cut where it becomes too long."""
    for line in _own_lines(text, furniture):
        start = line.start
        for end in (*ends(text, line.start, line), line.end):
            words = text[start:end]
            low = start + len(words) - len(words.lstrip())
            high = end - len(words) + len(words.rstrip())
            for cut in range(low, high, _LONGEST_PIECE):
                yield Span(cut, min(cut + _LONGEST_PIECE, high))
            start = end


def _own_lines(text: str, furniture: Sequence[Span]) -> Iterator[Line]:
    """Give the lines of a text without its furniture, which may cut them."""
    start = 0
    for piece in (*sorted(furniture), None):
        until = len(text) if piece is None else min(piece.start, len(text))
        while start < until:
            end = text.find("\n", start, until)
            end = until if end < 0 else end
            yield Line(start, end)
            start = end + 1
        start = until if piece is None else max(start, piece.end)
