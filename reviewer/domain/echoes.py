"""Echoes: sentences and whole documents that stand, word for word or nearly, in other documents.

Everything is compared by *prints*: numbers that are the same in every process and every release.
They have 48 bits, of which that of the sign is never set, so that each takes six bytes in the file.
Of a hundred million prints, one meets another by chance less than twice in a million times; so what
a print tells of a sentence is looked at again in its words.

A word's prints are made once (BLAKE2), one for each place it can have in a run, and a run of words
is told by the exclusive or of them (simple tabulation hashing). Of a whole document the 64 smallest
prints of runs of five words are kept: two documents share as many of those as of all their runs, so
that "58 of 64" can be said and understood.

Of a sentence three prints are kept. One is of all its words. For the others its words fall into two
halves, by a bit of their own, and each half is told by its two longest words, which are the rarest,
too: one word more, less or other seldom changes both (measured: of sentences with one change 98 %
meet, with two 94 %), and sentences that have nothing in common seldom meet. Whether those that meet
so are nearly the same is then told from all their words. The last bit tells these prints apart:
even for all words, odd for a half. Page furniture is left out. Capitals, accents and marks between
words do not matter (``folding.py``).
"""

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from typing import NamedTuple

from reviewer.domain.folding import FOLD_VERSION, fold
from reviewer.domain.paragraphs import Line, line_end
from reviewer.domain.sentence_ends import ends
from reviewer.domain.spans import Span

PRINT_VERSION = 3_000 + FOLD_VERSION  # a change of the rules here raises the thousands
KEPT_OF_DOCUMENT = 64
SHORTEST_SENTENCE = 8  # words: shorter ones stand in many documents that have nothing in common
LONGEST_SENTENCE = 400  # words: what is longer is a table or no text at all

_RUN_OF_DOCUMENT = 5  # words
_OF_A_HALF = 2  # words
_MOST_WORDS = 100_000
_LONGEST_PIECE = 10_000  # code points folded at once of what has no sentences
_BATCH = 20_000  # code points, so that a text of any length needs little memory
_NEAR_SHARE = 1 / 3
FEWEST_SHARED = 8  # prints of two documents that are near
_ALIKE = 0.8  # of the words of two sentences stand in both, in one order
_WORD = re.compile(r"\w+")
_FIVE_NUMBERS = struct.Struct("<5Q")
_LONGER_THAN_ANY = 10_000_000  # letters
_BITS = (1 << 47) - 1
_APART = "\n\n"  # folding joins no words across two line ends
_TO_BLANKS = {code: " " for code in range(128) if not _WORD.match(chr(code)) and chr(code) != "\n"}


class Print(NamedTuple):
    """One print, and where in the text its sentence stands (code points; 0, 0 of a document)."""

    hash: int
    start: int
    end: int

    @property
    def is_of_sentence(self) -> bool:
        """Say whether it is a sentence's, and not one of the whole document."""
        return self.end > 0


@dataclass(frozen=True, slots=True)
class Nearness:
    """How many prints two documents share, of how many that were compared."""

    shared: int
    of: int

    @property
    def is_near(self) -> bool:
        """Say whether so much is shared that one is told of it."""
        return self.shared >= FEWEST_SHARED and self.shared >= self.of * _NEAR_SHARE

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
        smallest = _smallest(smallest, batch.fives())
    for one in smallest:
        yield Print(one, 0, 0)


def prints_of_sentences(text: str, furniture: Sequence[Span] = ()) -> Iterator[Print]:
    """Give the prints of a text's sentences alone, in order of place."""
    for batch in _batches(text, furniture):
        yield from _sentence_prints(batch)


def sketch_of(text: str, furniture: Sequence[Span] = ()) -> list[int]:
    """Return the prints of a whole text: at most 64, the smallest first; none of a few words."""
    smallest: list[int] = []
    for batch in _batches(text, furniture):
        smallest = _smallest(smallest, batch.fives())
    return smallest


def nearness(shared: int, one: int, other: int) -> Nearness:
    """Return how near two documents are that keep ``one`` and ``other`` prints."""
    return Nearness(shared, max(one, other))


def nearly_the_same(sentence: str, other: str) -> bool:
    """Say whether at least four in five words of two sentences are equal and in one order."""
    matcher = SequenceMatcher(None, _words(sentence), _words(other), autojunk=False)
    likely = matcher.real_quick_ratio() >= _ALIKE <= matcher.quick_ratio()
    return likely and matcher.ratio() >= _ALIKE


def same_words(sentence: str, other: str) -> bool:
    """Say whether two sentences have the same words, however they are written."""
    return _words(sentence) == _words(other)


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

    def fives(self) -> Sequence[int]:
        """Return the prints of all runs of five words.

        The prints of all words for one place are a single number, so that all runs are put
        together in five steps: a third of what taking run by run costs (measured).
        """
        count = len(self.words) - _RUN_OF_DOCUMENT + 1
        if count < 1:
            return ()
        by_word = memoryview(b"".join(map(_word_prints.__getitem__, self.words))).cast("Q")
        runs = 0
        for place in range(_RUN_OF_DOCUMENT):
            of_place = by_word[place::_RUN_OF_DOCUMENT].tobytes()
            runs ^= int.from_bytes(of_place, "little") >> place * 8 * by_word.itemsize
        size = by_word.itemsize * len(self.words)
        return struct.unpack_from(f"<{count}Q", runs.to_bytes(size, "little"))


def _smallest(known: Sequence[int], prints: Sequence[int]) -> list[int]:
    """Return the smallest of all, each once: those that may be among them are looked at first."""
    limit = _BITS * 4 * KEPT_OF_DOCUMENT // max(len(prints), 1)
    found = nsmallest(KEPT_OF_DOCUMENT, {*known, *[one for one in prints if one <= limit]})
    if len(found) < KEPT_OF_DOCUMENT or found[-1] > limit:
        return nsmallest(KEPT_OF_DOCUMENT, {*known, *prints})
    return found


def _sentence_prints(batch: _Batch) -> Iterator[Print]:
    for span, first, last in batch.pieces:
        if SHORTEST_SENTENCE <= last - first <= LONGEST_SENTENCE:
            words = batch.words[first:last]
            for one in (_whole(words), *_halves(words)):
                yield Print(one, span.start, span.end)


def _whole(words: Sequence[str]) -> int:
    """Return the print of all words: they are equal where it is."""
    digest = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") & _BITS & ~1


def _halves(words: Sequence[str]) -> list[int]:
    """Return the print of each half of a sentence; none of one with less than two words."""
    found: tuple[list[tuple[int, ...]], list[tuple[int, ...]]] = ([], [])
    left = 2 * _OF_A_HALF
    for word in sorted(set(words), key=_longest_first.__getitem__):
        prints = _word_prints[word]
        half = found[prints[0] & 1]
        if len(half) < _OF_A_HALF:
            half.append(_FIVE_NUMBERS.unpack(prints))
            left -= 1
            if not left:
                break
    return [
        (half[0][2 * place] ^ half[1][2 * place + 1]) | 1
        for place, half in enumerate(found)
        if len(half) == _OF_A_HALF
    ]


class _WordPrints(dict[str, bytes]):
    """The prints of a word, one for each of the five places it can have in a run, eight bytes each.

    Kept where they were asked for: a look into a dictionary takes half the time a call does.
    """

    def __missing__(self, word: str) -> bytes:
        if len(self) >= _MOST_WORDS:
            self.clear()
        data = word.encode("utf-8", "surrogatepass")
        digest = blake2b(data, digest_size=_FIVE_NUMBERS.size).digest()
        numbers = [one & _BITS for one in _FIVE_NUMBERS.unpack(digest)]
        found = self[word] = _FIVE_NUMBERS.pack(*numbers)
        return found


class _LongestFirst(dict[str, str]):
    """What words are ordered by: the longer ones first, and those of one length by their letters.

    Kept for the same reason.
    """

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = f"{_LONGER_THAN_ANY - len(word)}{word}"
        return found


_word_prints = _WordPrints()
_longest_first = _LongestFirst()


@lru_cache(maxsize=4_096)  # the same sentence is compared with many
def _words(sentence: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(sentence)))


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
    folded = fold(_APART.join([span.of(text) for span in spans]))
    if folded.isascii():  # as most are when they are folded: in a quarter of the time
        parts = [part.split() for part in folded.translate(_TO_BLANKS).split(_APART)]
    else:
        parts = [_WORD.findall(part) for part in folded.split(_APART)]
    return list(zip(spans, parts, strict=bool(spans)))


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
            end = line_end(text, start, until)
            yield Line(start, end)
            start = end + 1
        start = until if piece is None else max(start, piece.end)
