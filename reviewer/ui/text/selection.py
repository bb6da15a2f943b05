"""What a tag key would take: the selection, or else the sentence at the caret.

All in code points; no Qt here.
"""

from reviewer.domain.offsets import next_boundary, widen
from reviewer.domain.selections import Ends
from reviewer.domain.sentences import grow, sentence_at, shrink, word_at
from reviewer.domain.spans import Span


class Chosen:
    """The words chosen in one text, and the steps by which they grow and shrink.

    Growing without a selection changes only what is outlined; the caret stays where it is.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._caret = 0
        self._anchor = 0
        self._selection: Span | None = None
        self._stretched: Span | None = None
        self._target: Span | None = None

    def follow(self, selection: Span | None, caret: int) -> bool:
        """Take note of where the selection and the caret are; say whether the target changed."""
        selection = widen(self._text, selection) if selection else None
        if (selection, caret) == (self._selection, self._caret):
            return self._choose()
        self._selection, self._caret = selection, caret
        self._stretched = None
        self._anchor = selection.start if selection else caret
        return self._choose()

    def stretched(self, selection: Span, caret: int) -> bool:
        """Take note of a selection that ``grow`` or ``shrink`` made: the anchor stays."""
        anchor = self._anchor
        changed = self.follow(selection, caret)
        self._anchor = anchor
        return changed

    @property
    def selection(self) -> Span | None:
        """Return the selected words in whole grapheme clusters."""
        return self._selection

    @property
    def target(self) -> Span | None:
        """Return the selection, or what is outlined at the caret; ``None`` on a blank line."""
        return self._target

    def grown(self) -> Span | None:
        """Return the next bigger target."""
        return grow(self._text, self._target) if self._target else None

    def shrunk(self) -> Span | None:
        """Return the next smaller target."""
        return shrink(self._text, self._target, self._anchor) if self._target else None

    def outline(self, span: Span) -> bool:
        """Make ``span`` the target without selecting it; say whether it changed."""
        self._stretched = span
        return self._choose()

    def _choose(self) -> bool:
        before = self._target
        self._target = self._selection or self._stretched or sentence_at(self._text, self._caret)
        return self._target != before


def whole_by_keys(text: str, ends: Ends, *, later: bool) -> Ends:
    """Return a selection that keys have moved, without half a word or number at its ends.

    The caret goes on to the edge of the word it came into, ``later`` or earlier, so that one key
    takes a word in and the other lets it go again.
    """
    anchor, caret = ends
    word = word_at(text, caret) if text else None
    if word is not None and word.start < caret < word.end:
        caret = word.end if later else word.start
    word = word_at(text, anchor) if text else None
    if word is not None and word.start < anchor < word.end:
        anchor = word.start if caret >= anchor else word.end
    return Ends(anchor, caret)


def word_around(text: str, position: int) -> Span | None:
    """Return the word at ``position``, else the one character there; ``None`` at a line's end."""
    found = word_at(text, position) if text else None
    if found is not None or position >= len(text) or text[position] == "\n":
        return found
    return widen(text, Span(position, next_boundary(text, position)))


def sentence_or_word(text: str, position: int) -> Span | None:
    """Return the sentence at ``position``; ``None`` on a blank line."""
    return sentence_at(text, position) if text else None


def joined(one: Span, other: Span) -> Span:
    """Return the span from the start of the first of two to the end of the last."""
    return Span(min(one.start, other.start), max(one.end, other.end))
