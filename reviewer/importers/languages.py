"""Finds the language of a document: by its letters and words, and by statistics where they fail.

The statistics (py3langid) take half a second to load and are asked only of formats that a library
reads anyway; of plain text, letters and common words tell it or nothing does. What is not sure is
left empty: a wrong language costs more than none.
"""

from collections.abc import Iterable

from reviewer.domain.incoming import Furniture, Reading
from reviewer.domain.reading.captures import Rule
from reviewer.domain.reading.language import Told, told

_SAMPLE = 4_000  # code points
_GLANCE = 600  # code points, where thousands of texts come in
_FEWEST_LETTERS = 40
_MARGIN = 15.0  # natural logarithm of how much likelier the first is than the second
_MOST_PIECES = 100  # of furniture that are stepped over
_KNOWN = frozenset(
    {"af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "ckb", "cs", "da", "de", "el", "en"}
    | {"es", "et", "fa", "fi", "fr", "ha", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka"}
    | {"kk", "km", "ko", "ku", "ky", "lo", "lt", "lv", "mk", "mn", "mr", "ms", "my", "ne", "nl"}
    | {"no", "om", "pa", "pl", "ps", "pt", "ro", "ru", "rw", "sd", "si", "sk", "sl", "so", "sq"}
    | {"sr", "sv", "sw", "ta", "te", "th", "ti", "tl", "tr", "ug", "uk", "ur", "uz", "vi", "yo"}
    | {"zh", "zu"}
)
_ARABIC = frozenset({"ar", "fa", "ur", "ps", "sd", "ckb", "ug"})  # told by letters or not at all


def by_letters(text: str) -> Reading | None:
    """Read the language from letters and common words, cheaply."""
    found = told(text, _GLANCE)
    return _reading(found) if found else None


def of_text(text: str, furniture: Iterable[Furniture] = ()) -> Reading | None:
    """Read the language of what a document says, its furniture left aside."""
    sample = _told_words(text, furniture)
    found = told(sample) or _by_statistics(sample)
    return _reading(found) if found else None


def _reading(found: Told) -> Reading:
    return Reading("language", found.code, "", None, found.rule)


def _by_statistics(sample: str) -> Told | None:
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    from py3langid import rank

    ranked: list[tuple[str, float]] = [(str(code), float(score)) for code, score in rank(sample)]
    (best, score), (_, second) = ranked[:2]
    if best not in _KNOWN or best in _ARABIC or score - second < _MARGIN:
        return None
    return Told(best, Rule.COMMON_WORDS)


def _told_words(text: str, furniture: Iterable[Furniture]) -> str:
    """Return the beginning of what is no furniture; all of it where that leaves nothing."""
    pieces: list[str] = []
    start = room = 0
    for count, piece in enumerate(furniture):
        pieces.append(text[start : max(start, piece.span.start)])
        room += len(pieces[-1])
        start = max(start, piece.span.end)
        if room > _SAMPLE or count == _MOST_PIECES:
            break
    pieces.append(text[start : start + _SAMPLE])
    words = "".join(pieces)
    return words[:_SAMPLE] if words.strip() else text[:_SAMPLE]
