r"""Finding words or a pattern in one text.

Words are found as they are folded: capitals, accents, Arabic marks and letter forms do not matter,
nor does which white space stands between two words, so that a phrase broken at a line end is
found. With ``exact`` everything matters. A pattern is a regular expression of the ``regex``
library over the text itself; only capitals do not matter, unless ``exact``; ``^`` and ``$`` are
the ends of a line. It may be hostile or merely careless, so it has a deadline.

A hit is a span of whole grapheme clusters; hits do not overlap.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import methodcaller

import regex  # type: ignore[import-untyped]

from reviewer.domain.errors import NotAllowed
from reviewer.domain.folded_offsets import FoldedText
from reviewer.domain.folding import fold
from reviewer.domain.offsets import widen
from reviewer.domain.spans import Span
from reviewer.domain.words import N_

MOST_HITS = 100_000
LONGEST_SEARCH = 1.0  # seconds that a pattern may take
LONGEST_PATTERN = 1_000  # code points

_CANNOT_READ = N_("This pattern cannot be read from character {place} on: {reason}.")
_WORD = regex.compile(r"\w")
_SPACE = regex.compile(r"\s+")
_SPAN = methodcaller("span")
_ALONE = regex.compile(r"\p{GCB=Other}")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: words, or a pattern."""

    words: str
    exact: bool = False
    whole_words: bool = False
    pattern: bool = False


class BadPattern(NotAllowed):
    """What was given is no regular expression, or takes too long; the words say why."""


class Finder:
    """Finds in one text. Keep it while the text is searched: it keeps the folded copy."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: FoldedText | None = None

    def hits(
        self, sought: Sought, most: int = MOST_HITS, seconds: float = LONGEST_SEARCH
    ) -> list[Span]:
        """Return where ``sought`` stands, in order, the first ``most`` places.

        Nothing stands nowhere. Raises ``BadPattern`` when a pattern cannot be read, or when it
        takes longer than ``seconds``.
        """
        if not sought.words:
            return []
        places = self._pattern(sought, seconds) if sought.pattern else self._words(sought)
        return list(islice(apart(self._text, places), most))

    def prepare(self) -> FoldedText:
        """Fold the text, once; may be done ahead, in any thread, as it takes its time."""
        if self._folded is None:
            self._folded = FoldedText(self._text)
        return self._folded

    def _words(self, sought: Sought) -> Iterable[tuple[int, int]]:
        folded = fold(sought.words)
        if sought.exact or not folded:
            return _found(_literal(sought.words, whole=sought.whole_words), self._text)
        text = self.prepare()
        parts = _SPACE.split(folded)
        pattern = r"\s++".join(regex.escape(part, literal_spaces=True) for part in parts)
        found = _found(_compiled(pattern, whole=sought.whole_words), text.folded)
        return text.spans_of(found)

    def _pattern(self, sought: Sought, seconds: float) -> Iterator[tuple[int, int]]:
        pattern = compiled(sought.words, exact=sought.exact)
        try:
            for match in pattern.finditer(self._text, timeout=seconds):
                start, end = match.span()
                if start < end and (not sought.whole_words or _is_whole(self._text, start, end)):
                    yield start, end
        except (TimeoutError, MemoryError) as fault:  # the second where it calls itself
            raise BadPattern(
                N_(
                    "This pattern was stopped after {seconds:g} s, because it takes too long on "
                    "this text. Make it simpler: a repetition inside a repetition is mostly why."
                ),
                seconds=seconds,
            ) from fault


def compiled(words: str, *, exact: bool) -> regex.Pattern[str]:
    """Return a person's pattern, ready for use; raises ``BadPattern`` naming what is wrong."""
    if len(words) > LONGEST_PATTERN:
        raise BadPattern(
            N_("This pattern has {length} characters; at most {longest} are read."),
            length=len(words),
            longest=LONGEST_PATTERN,
        )
    try:
        return regex.compile(words, regex.MULTILINE | (0 if exact else regex.IGNORECASE))
    except regex.error as fault:
        raise BadPattern(
            _CANNOT_READ,
            place=1 if fault.pos is None else fault.pos + 1,
            reason=fault.msg,
        ) from fault
    except RecursionError as fault:
        raise BadPattern(N_("This pattern has too many brackets inside each other.")) from fault
    except ValueError as fault:  # flags that do not go together
        raise BadPattern(_CANNOT_READ, place=1, reason=fault) from fault


def _literal(words: str, *, whole: bool) -> regex.Pattern[str]:
    return _compiled(regex.escape(words, literal_spaces=True), whole=whole)


def _compiled(pattern: str, *, whole: bool) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\w){pattern}(?!\w)" if whole else pattern)


def _found(pattern: regex.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return map(_SPAN, pattern.finditer(text))


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return not _WORD.match(before) and not _WORD.match(after)


class _Plain(dict[str, bool]):
    """Knows of each character whether two such never stand in one cluster."""

    def __missing__(self, character: str) -> bool:
        self[character] = plain = _ALONE.match(character) is not None
        return plain


_plain = _Plain({"": False})


def apart(text: str, places: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """Give places, in order, as spans of whole clusters; what overlaps one before is left out."""
    done, plain = 0, _plain
    for start, end in places:
        if start < done:  # as what stands before ends with a cluster, so does this begin with one
            continue
        if (
            plain[text[start - 1 : start]]
            and plain[text[start]]
            and plain[text[end - 1]]
            and plain[text[end : end + 1]]
        ):
            span = Span(start, end)
        else:
            span = widen(text, Span(start, end))
        done = span.end
        yield span
