"""The documents of the benchmark, made from a seed: nothing in them was ever said by anyone.

Sentences are templates filled with invented words; few words are common and many are rare, as in
any language, because a full-text index of ten words would be a fairy tale. One document in twenty
has Urdu in it, and here and there an emoji, so that code points and Qt's units differ.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

from reviewer.domain.spans import Span

SEED = 20_261_121
KILOBYTE = 1_024
MEGABYTE = 1_024 * KILOBYTE
PHRASE = "beside the salt store"
"""Stands in every hundredth document, for finding it."""

_WORDS = 24_000
_DRAWN = 20_000
_EVERY_URDU, _EVERY_PHRASE, _EVERY_EMOJI = 20, 100, 60

_ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s")
_ONSETS_TOO = ("sh", "sk", "st", "t", "th", "tr", "v", "w", "z", "")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_CODAS = ("", "", "l", "m", "n", "r", "s", "t", "nd", "rk", "st")
_URDU_LETTERS = "بپتجچخدرزسشفقکگلمنوہی"

_TEMPLATES = (
    "The {} of {} said on {} that the {} had been {} before anyone came.",
    "“We saw the {} and the {}, nobody asked us,” a {} of {} told this paper.",
    "A spokesman for the {} called the {} {}, and gave no figure.",
    "At least {} people were hurt when the {} near {} gave way, the {} wrote.",
    "Neither the {} nor the {} has answered the letter about the {}.",
    "In {} the {} counted {} names; the list of the {} had other ones.",
    "It is not so, the {} said: the {} was {} by the men of {}.",
    "Reports from {} speak of a {} that no {} has seen.",
    "The {} road was closed, then opened, then closed again by the {}.",
    "Who gave the order at {} is a question that the {} {} would not touch.",
    "For {} the {} had waited; what came was a {} and a {}.",
    "The paper printed the {} twice, once with {} and once without the {}.",
)
_URDU_TEMPLATES = (
    "{} کے ترجمان نے کہا کہ {} کے قریب کوئی زخمی نہیں ہوا۔",
    "{} میں {} افراد کے نام لکھے گئے، مگر {} نے انکار کیا۔",
    "گاؤں {} کی سڑک دو دن بند رہی، {} نے وجہ نہیں بتائی۔",
    "اخبار {} کے مطابق {} کا بیان بعد میں بدل گیا۔",
)
_EMOJI = ("🌾", "🚧", "👩‍🚒", "🏚️", "🕯️")


class Corpus:
    """Makes documents; the same seed makes the same ones."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = Random(seed)
        self._lexicon = self._invented()
        self._ranks = list(accumulate(1 / (rank + 3) for rank in range(len(self._lexicon))))
        self._urdu = ["".join(self._random.choices(_URDU_LETTERS, k=5)) for _ in range(2_000)]
        self._drawn: Iterator[str] = iter(())

    def text(self, size: int, *, urdu: bool = False) -> str:
        """Return a document of about ``size`` bytes as UTF-8: a title, a date line, paragraphs."""
        made = [f"{self._word().title()} and the {self._word()}\n", f"{self._date()}\n\n"]
        length = sum(len(part) for part in made)
        count = 0
        while length < size:
            count += 1
            sentence = self._sentence(urdu=urdu and count % 3 == 0, emoji=count % _EVERY_EMOJI == 0)
            made.append(sentence)
            length += len(sentence) if sentence.isascii() else len(sentence.encode())
            made.append("\n\n" if count % 4 == 0 else " ")
            length += 1
        return "".join(made).rstrip() + "\n"

    def line(self, size: int) -> str:
        """Return a text of about ``size`` bytes without a single line break."""
        return " ".join(self.text(size).split())

    def files(self, folder: Path, count: int, size: int) -> int:
        """Write ``count`` documents of ``size`` bytes to ``folder``; return the bytes of all."""
        total = 0
        for number in range(count):
            text = self.text(size, urdu=number % _EVERY_URDU == 7)
            if number % _EVERY_PHRASE == 0:
                text += f"\nThe ledger was found {PHRASE}.\n"
            data = text.encode()
            total += len(data)
            (folder / f"notice-{number:05}.txt").write_bytes(data)
        return total

    def titles(self, count: int) -> Iterator[str]:
        """Give titles for a long list, all different."""
        for number in range(count):
            yield f"{self._word().title()} {self._word()}, notice {number}"

    def spans(self, text: str, count: int) -> list[Span]:
        """Return so many different spans of whole words, many of them nested or crossing."""
        ends = [place for place, letter in enumerate(text) if letter == " "]
        found: set[Span] = set()
        while len(found) < count:
            first = self._random.randrange(len(ends) - 40)
            start = ends[first] + 1
            last = bisect_right(ends, start + self._random.choice((30, 60, 90, 160)))
            end = ends[min(last, len(ends) - 1)]
            if text[start:end].strip():
                found.add(Span(start, end))
        return sorted(found)

    def _sentence(self, *, urdu: bool, emoji: bool) -> str:
        if urdu:
            template = self._random.choice(_URDU_TEMPLATES)
            return template.format(*self._random.choices(self._urdu, k=template.count("{}")))
        template = self._random.choice(_TEMPLATES)
        made = template.format(*(self._word() for _ in range(template.count("{}"))))
        return f"{made} {self._random.choice(_EMOJI)}" if emoji else made

    def _word(self) -> str:
        word = next(self._drawn, None)
        if word is None:
            self._drawn = iter(
                self._random.choices(self._lexicon, cum_weights=self._ranks, k=_DRAWN)
            )
            word = next(self._drawn)
        return word

    def _date(self) -> str:
        return f"{self._random.randrange(1, 29)} June {self._random.randrange(2009, 2025)}"

    def _invented(self) -> list[str]:
        words: dict[str, None] = {}
        while len(words) < _WORDS:
            syllables = self._random.choice((1, 2, 2, 3, 3))
            words["".join(self._syllable() for _ in range(syllables))] = None
        return list(words)

    def _syllable(self) -> str:
        choice = self._random.choice
        return choice(_ONSETS + _ONSETS_TOO) + choice(_VOWELS) + choice(_CODAS)
