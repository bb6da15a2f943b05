"""What holds a passage to its place: its words, and 32 code points on either side.

``text[start:end] == quote``, always. The surroundings tell equal quotes apart when a text is
replaced by another version of itself; nothing is ever moved silently.
"""

from typing import NamedTuple

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.spans import Span
from reviewer.domain.words import N_

CONTEXT = 32  # code points


class Anchor(NamedTuple):
    """The words of a passage, exactly as printed, and what stands before and after them."""

    quote: str
    prefix: str
    suffix: str


def anchor(text: str, span: Span) -> Anchor:
    """Return what to store of ``span``; ``NotAllowed`` when it ends behind the text."""
    if span.end > len(text):
        raise NotAllowed(
            N_("A passage up to {end} does not fit: the text ends at {length}."),
            end=span.end,
            length=len(text),
        )
    prefix = text[max(0, span.start - CONTEXT) : span.start]
    return Anchor(span.of(text), prefix, text[span.end : span.end + CONTEXT])


def holds(text: str, span: Span, quote: str) -> bool:
    """Say whether exactly ``quote`` stands at ``span``."""
    # A stranger's offsets may be larger than len() can say.
    return span.end - span.start == len(quote) and text.startswith(quote, span.start)


def place_of(text: str, quote: str) -> Span:
    """Return where ``quote`` stands, when it stands there only.

    Raises ``NotFound`` when it does not stand in the text, ``NotAllowed`` when it stands more
    than once (with how often) or is empty.
    """
    if not quote:
        raise NotAllowed(N_("An empty quote has no place."))
    start = text.find(quote)
    if start < 0:
        raise NotFound(N_("“{quote}” does not stand in the text."), quote=_shown(quote))
    if text.find(quote, start + 1) >= 0:
        raise NotAllowed(
            N_("“{quote}” stands {times} times in the text: say where it starts and ends."),
            quote=_shown(quote),
            times=max(2, text.count(quote)),
        )
    return Span(start, start + len(quote))


def _shown(quote: str) -> str:
    return quote if len(quote) <= 80 else f"{quote[:79]}…"
