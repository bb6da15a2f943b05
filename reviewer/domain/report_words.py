"""The words a report opens with: its statement, and its method part by part.

Both belong to the project and can be edited. A statement that was taken away is never missing
without a word: the report then says that it was.
"""

import json
from enum import StrEnum

from reviewer.domain.errors import NotAllowed
from reviewer.domain.overview import Base
from reviewer.domain.ratings import VALUE_LABELS, Rating
from reviewer.domain.words import N_, Saying

LONGEST_WORDS = 20_000  # code points of a statement, and of each part of the method

STATEMENT = N_(
    "This report repeats what the named sources say. It does not state that any of it happened, "
    "nor that it did not.\n\n"
    "Figures are as printed. A range goes from the lowest to the highest figure that may be "
    "compared; it is neither a sum nor an estimate. No answer means that none was found in the "
    "{done} of {documents} documents that were read to the end by {day}.\n\n"
    "Translations, ratings and working figures are the analysts’."
)
"""The statement where nobody wrote another; numbers and day are filled in for each report."""

TAKEN_AWAY = N_(
    "The opening statement of this project was taken away by its analysts. What follows is what "
    "sources say, and nothing else."
)

HOLES = ("done", "documents", "day")


class MethodKey(StrEnum):
    """The parts of a method, in the order in which they are read."""

    SCOPE = "scope"
    SEARCH = "search"
    INCLUSION = "inclusion"
    READING = "reading"
    SCALES = "scales"
    WHO = "who"
    CONVENTIONS = "conventions"


METHOD_TITLES = {
    MethodKey.SCOPE: N_("Scope"),
    MethodKey.SEARCH: N_("How sources were looked for"),
    MethodKey.INCLUSION: N_("What was taken in, and what was not"),
    MethodKey.READING: N_("How number words were read"),
    MethodKey.SCALES: N_("Scales"),
    MethodKey.WHO: N_("Who worked"),
    MethodKey.CONVENTIONS: N_("Conventions"),
}
METHOD_HELP = {
    MethodKey.SCOPE: N_("Which place, which time and which matter; what the report is for."),
    MethodKey.SEARCH: N_("Where, when and with which words; in which languages."),
    MethodKey.INCLUSION: N_("Which documents and which claims were tagged; who decided, and how."),
    MethodKey.READING: N_(
        "The table of number words is printed here; add what a reader must know."
    ),
    MethodKey.SCALES: N_("The scales in use are printed here; add how they were used."),
    MethodKey.WHO: N_("Names from the history are printed here; add languages, roles, checks."),
    MethodKey.CONVENTIONS: N_("Spelling of names, dates, what counts as one event."),
}
NOT_WRITTEN = N_("Nothing was written about this.")
SOURCES = N_("Sources")


_RATED = N_("rated by the analysts {value}: {words} ({analyst}, {day})")
_RATED_WHY = N_("rated by the analysts {value}: {words} ({analyst}, {day}). Reason: {reason}")


def rated(rating: Rating, analyst: str) -> Saying:
    """Return how a source was rated, with whose rating it is and why."""
    values = {
        "value": rating.value,
        "words": Saying(VALUE_LABELS[rating.value]),
        "analyst": analyst,
        "day": rating.at[:10],
        "reason": rating.reason,
    }
    return Saying(_RATED_WHY if rating.reason else _RATED, values)


def statement_written(words: str | None) -> str:
    """Return a statement as the project keeps it; ``None`` is the default, empty taken away.

    Raises ``NotAllowed`` for one that is too long.
    """
    return "" if words is None else json.dumps({"words": kept(words)}, ensure_ascii=False)


def statement_read(written: str) -> str | None:
    """Return the statement somebody wrote; ``None``: nobody did, or what is kept is damaged."""
    try:
        found: object = json.loads(written) if written else None
    except (ValueError, RecursionError):
        return None
    words = found.get("words") if isinstance(found, dict) else None
    return words if isinstance(words, str) else None


def statement_filled(words: str, base: Base, day: str) -> str:
    """Return a statement with its numbers and its day; other braces stay as they are."""
    values = {"done": str(base.done), "documents": str(base.documents), "day": day}
    for hole in HOLES:
        words = words.replace("{" + hole + "}", values[hole])
    return words


def default_statement() -> Saying:
    """Return the default with its holes, for a person to change."""
    return Saying(STATEMENT, {hole: "{" + hole + "}" for hole in HOLES})


def kept(words: str) -> str:
    """Return words without blank space around; raises ``NotAllowed`` for more than fit."""
    words = words.strip()
    if len(words) > LONGEST_WORDS:
        raise NotAllowed(
            N_("These words have {length} characters; at most {longest} fit. Shorten them."),
            length=len(words),
            longest=LONGEST_WORDS,
        )
    return words
