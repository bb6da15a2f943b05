"""Finding by a few letters: which names fit what was typed, how well, and by which letters.

Every word typed must be found, in any order: as it stands, or its letters one after another. What
stands at the beginning of a name or of a word is worth most, then letters without a gap. Names and
words are compared folded (``domain/folding.py``), so capitals, accents and Arabic marks do not
matter; places are counted in the folded name.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import accumulate, islice, pairwise

from reviewer.domain.folding import fold, fold_with_map

_WHOLE, _START, _WORD, _INSIDE, _SCATTERED = 1_200, 1_000, 800, 500, 100
_WORD_START, _NEXT = 24, 16
_WIDEST = 4  # scattered letters further apart than this say nothing about what was meant
_SCORED = 400
_APART = str.maketrans(dict.fromkeys("_-–—/\\.,:;()[]{}'\"&+*#@!?|<>=…\n\t", " "))


@dataclass(frozen=True, slots=True)
class Match:
    """How well a name fits, and the places of the letters found in the folded name."""

    score: int
    places: tuple[int, ...]
    weak: bool = False  # some letter neither begins a word nor follows the one before


@dataclass(frozen=True, slots=True)
class Name:
    """A name made ready: folded, and with every sign between words as a space."""

    folded: str
    spaced: str

    @staticmethod
    def of(words: str) -> "Name":
        """Make a name ready to be compared."""
        return _ready(words)


@lru_cache(maxsize=2_000)
def _ready(words: str) -> Name:
    return _named(fold(words))


def _named(folded: str) -> Name:
    folded = folded.replace("\n", " ")
    return Name(folded, " " + folded.translate(_APART))


def wanted(typed: str) -> tuple[str, ...]:
    """Return the words that were typed, folded."""
    return tuple(fold(typed).split())


def match(words: Sequence[str], name: Name) -> Match | None:
    """Return how well a name fits all the words; ``None`` where it does not."""
    score, places, weak = 0, set[int](), False
    for word in words:
        found = _as_it_stands(word, name) or _scattered(word, name)
        if found is None:
            return None
        score += found.score
        places.update(found.places)
        weak = weak or found.weak
    score = score // max(1, len(words)) - min(len(name.folded), 200) // 4
    return Match(score, tuple(sorted(places)), weak)


def _as_it_stands(word: str, name: Name) -> Match | None:
    place = name.spaced.find(" " + word)
    at_word = place >= 0
    if not at_word:
        place = name.folded.find(word)
        if place < 0:
            return None
    if place:
        score = (_WORD if at_word else _INSIDE) - min(place, 100)
    else:
        score = _WHOLE if len(word) == len(name.folded) else _START
    return Match(score, tuple(range(place, place + len(word))))


def _scattered(word: str, name: Name) -> Match | None:
    if len(word) < 2 or _in_order(word).search(name.folded) is None:
        return None
    places = _by_beginnings(word, name) or _leftmost(word, name.folded)
    starts = sum(1 for place in places if name.spaced[place] == " ")
    pairs = sum(1 for one, other in pairwise(places) if other == one + 1)
    wide = places[-1] - places[0] + 1
    if starts < len(word) and wide > _WIDEST * len(word):
        return None
    score = _SCATTERED + starts * _WORD_START + pairs * _NEXT - min(wide, 60) - min(places[0], 40)
    return Match(score, tuple(places), weak=starts + pairs < len(word))


def _by_beginnings(word: str, name: Name) -> list[int]:
    """Take each letter right after the one before, else where a word begins; empty if none."""
    places: list[int] = []
    after = 0
    for letter in word:
        if places and name.folded[after : after + 1] == letter:
            place = after
        else:
            place = name.spaced.find(" " + letter, after)
            if place < 0:
                return []
        places.append(place)
        after = place + 1
    return places


def _leftmost(word: str, folded: str) -> list[int]:
    """Take the first place for the last letter, and from there back as near as can be."""
    place = -1
    for letter in word:
        place = folded.find(letter, place + 1)
    end = place + 1
    places: list[int] = []
    for letter in reversed(word):
        end = folded.rfind(letter, 0, end)
        places.append(end)
    return places[::-1]


@lru_cache(maxsize=64)
def _in_order(word: str) -> re.Pattern[str]:
    first, *others = map(re.escape, word)
    return re.compile(first + "".join(f"[^{letter}\\n]*{letter}" for letter in others))


def letters(words: Sequence[str], shown: str) -> list[int]:
    """Return the code points of a name as shown that some of the words were found by."""
    folded, origins = fold_with_map(shown)
    name = _named(folded)
    every = [found for word in words if (found := match([word], name)) is not None]
    return sorted({origins[place] for found in every for place in found.places})


class Names:
    """Many names, of which only a few are ever shown: the best are found without scoring all.

    First those in which every word begins a word, then those that hold them, then those with the
    letters in order; the next kind is only looked for while there are too few. All names stand in
    one text, a line each, because searching that is a hundred times faster than asking each.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names: list[Name] = []
        self._folded = _Lines(())
        self._spaced = _Lines(())
        self.add(names)

    def __len__(self) -> int:
        return len(self._names)

    def add(self, names: Iterable[str]) -> None:
        """Add names; they are known by the number of their place."""
        self._names += map(Name.of, names)

    def best(self, words: Sequence[str], most: int) -> list[tuple[int, Match]]:
        """Return the best names by their places, the best first; none for no words."""
        found: list[tuple[int, Match]] = []
        if not words:
            return found
        for place in self._likely(words, most):
            one = match(words, self._names[place])
            if one is not None:
                found.append((place, one))
        return nlargest(most, found, key=lambda pair: (pair[1].score, -pair[0]))

    def _likely(self, words: Sequence[str], most: int) -> list[int]:
        names = self._names
        if len(names) <= _SCORED:
            return list(range(len(names)))
        if len(self._folded) != len(names):
            self._folded = _Lines(name.folded for name in names)
            self._spaced = _Lines(name.spaced for name in names)
        begun = [f" {word}" for word in words]
        likely = self._first(
            self._spaced.holding(begun),
            lambda name: all(word in name.spaced for word in begun),
        )
        if len(likely) < most:
            likely |= self._first(
                self._folded.holding(words),
                lambda name: all(word in name.folded for word in words),
            )
        if len(likely) < most:
            patterns = [_in_order(word) for word in words]
            likely |= self._first(
                self._folded.matching(patterns),
                lambda name: all(one.search(name.folded) for one in patterns),
            )
        return list(likely)

    def _first(self, places: Iterable[int], fits: Callable[[Name], bool]) -> dict[int, None]:
        """Return the first places whose names fit, in order; as many as are ever scored."""
        fitting = (place for place in places if fits(self._names[place]))
        return dict.fromkeys(islice(fitting, _SCORED))


class _Lines:
    """Lines in one text; says which lines hold something, going from hit to hit."""

    def __init__(self, lines: Iterable[str]) -> None:
        kept = list(lines)
        self._text = "\n".join(kept)
        self._starts = [0, *accumulate(len(line) + 1 for line in kept)]

    def __len__(self) -> int:
        return len(self._starts) - 1

    def holding(self, words: Sequence[str]) -> Iterator[int]:
        """Give the lines that hold the rarest of the words."""
        rarest = min(words, key=self._text.count)
        place = self._text.find(rarest)
        while place >= 0:
            line = bisect_right(self._starts, place) - 1
            yield line
            place = self._text.find(rarest, self._starts[line + 1])

    def matching(self, patterns: Sequence[re.Pattern[str]]) -> Iterator[int]:
        """Give the lines that fit the longest of the patterns."""
        longest = max(patterns, key=lambda one: len(one.pattern))
        found = longest.search(self._text)
        while found is not None:
            line = bisect_right(self._starts, found.start()) - 1
            yield line
            found = longest.search(self._text, self._starts[line + 1])
