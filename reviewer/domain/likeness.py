"""Places in other documents that speak of the same, by rules, each with its reason.

A place is a sentence. It counts what it shares with the source (``clues.py``), the rarer in the
project the more; what stands elsewhere in its paragraph counts a part. A place that shares one
common thing only is none, nor is one that shares nothing but numbers, unless nothing else was
asked for. Page furniture is never a place.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from reviewer.domain.clues import Clue, ClueKind, compiled
from reviewer.domain.folded_offsets import FoldedText
from reviewer.domain.paragraphs import paragraph_span
from reviewer.domain.sentences import sentence_at
from reviewer.domain.spans import Span
from reviewer.domain.words import N_

MOST_OF_A_CLUE = 20  # places in one document
_NEARBY = 0.4  # what a clue in the same paragraph counts
_KIND_WEIGHT = {
    ClueKind.DATE: 1.5,
    ClueKind.NAME: 1.3,
    ClueKind.NUMBER: 1.0,
    ClueKind.WORD: 0.8,
}
_SMALL = 0.3  # of its weight has a number below ten
_LITTLE = 0.4  # of the weight a thing has that stands in two documents only: no place by itself

REASON_WORDS: Mapping[ClueKind, tuple[str, str]] = {
    ClueKind.NUMBER: (N_("same number {words}"), N_("same numbers {words}")),
    ClueKind.DATE: (N_("same date {words}"), N_("same dates {words}")),
    ClueKind.NAME: (N_("name {words}"), N_("names {words}")),
    ClueKind.WORD: (N_("rare word {words}"), N_("rare words {words}")),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """What two places share, in the words of the source."""

    kind: ClueKind
    words: tuple[str, ...]

    @property
    def template(self) -> str:
        """The reason as a template with ``{words}``, which are joined by commas."""
        return REASON_WORDS[self.kind][len(self.words) > 1]

    @property
    def sentence(self) -> str:
        """The reason in English."""
        return self.template.format(words=", ".join(self.words))


@dataclass(frozen=True, slots=True)
class Likeness:
    """A place in one text that speaks of the same."""

    span: Span
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A clue, and how much it tells here; a title tells nothing."""

    clue: Clue
    weight: float


def weighed(clue: Clue, holding: int, documents: int) -> Weighed:
    """Say how much a clue tells that stands in ``holding`` of so many ``documents``."""
    if clue.title:
        return Weighed(clue, 0)
    rare = log((documents + 1) / min(max(holding, 1), documents)) + 0.1
    small = clue.kind is ClueKind.NUMBER and len(clue.key) < 2
    return Weighed(clue, rare * _KIND_WEIGHT[clue.kind] * (_SMALL if small else 1))


def enough(documents: int) -> float:
    """Return the score from which on a place is one, in a project of so many documents."""
    return _LITTLE * (log((documents + 1) / min(2, max(documents, 1))) + 0.1)


def alike(text: str, sought: Sequence[Weighed], furniture: Sequence[Span]) -> Iterator[Likeness]:
    """Give the places of a text that share something with the source, one a paragraph at most."""
    by_sentence = _by_sentence(text, sought, furniture)
    only_numbers = _only_numbers(sought)
    by_paragraph: dict[Span, list[Span]] = {}
    for sentence in by_sentence:
        paragraph = paragraph_span(text, sentence.start) or sentence
        by_paragraph.setdefault(paragraph, []).append(sentence)
    for several in by_paragraph.values():
        everything = {one for sentence in several for one in by_sentence[sentence]}
        best = max(several, key=lambda sentence: _worth(by_sentence[sentence]))
        here = by_sentence[best]
        score = _worth(here) + _NEARBY * _worth(everything - here)
        told = [one for one in sought if one in here]
        if any(one.weight for one in told) and (only_numbers or not _only_numbers(everything)):
            yield Likeness(best, score, _reasons(told, sought))


def _only_numbers(several: Iterable[Weighed]) -> bool:
    return all(one.clue.kind is ClueKind.NUMBER for one in several)


def _worth(several: set[Weighed]) -> float:
    return sum(one.weight for one in several)


def _by_sentence(
    text: str, sought: Sequence[Weighed], furniture: Sequence[Span]
) -> dict[Span, set[Weighed]]:
    folded = FoldedText(text)
    found: list[tuple[int, Weighed]] = []
    for one in sought:
        if one.clue.stands_in(folded.folded):
            matches = compiled(one.clue.pattern).finditer(folded.folded)
            places = (
                match.start() for match, _ in zip(matches, range(MOST_OF_A_CLUE), strict=False)
            )
            found += [(folded.start_of(place), one) for place in places]
    by_sentence: dict[Span, set[Weighed]] = {}
    sentence: Span | None = None
    for place, one in sorted(found, key=lambda pair: pair[0]):
        if sentence is None or not sentence.covers(place):
            sentence = sentence_at(text, place)
        if sentence is not None and not any(sentence.touches(piece) for piece in furniture):
            by_sentence.setdefault(sentence, set()).add(one)
    return by_sentence


def _reasons(told: Sequence[Weighed], sought: Sequence[Weighed]) -> tuple[Reason, ...]:
    whole = Counter(one.clue.run for one in sought)
    reasons = []
    for kind in REASON_WORDS:
        clues = [one.clue for one in told if one.clue.kind is kind]
        words = _names(clues, whole) if kind is ClueKind.NAME else [clue.shown for clue in clues]
        if words:
            reasons.append(Reason(kind, tuple(dict.fromkeys(words))))
    return tuple(reasons)


def _names(clues: Sequence[Clue], whole: Mapping[str, int]) -> list[str]:
    """Return the shared words of each name together; a title alone is no name."""
    runs: dict[str, list[Clue]] = {}
    for clue in clues:
        runs.setdefault(clue.run, []).append(clue)
    return [
        run if len(several) == whole[run] else " ".join(clue.shown for clue in several)
        for run, several in runs.items()
        if not all(clue.title for clue in several)
    ]
