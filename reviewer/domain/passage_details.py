"""What analysts added to a passage beside its tag and note: a translation, plain words, checks.

Kept apart from ``Passage``, which is read by the ten thousand when a page is painted; these are
read for the one passage that is looked at.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.errors import NotAllowed
from reviewer.domain.notes import LONGEST_NOTE
from reviewer.domain.words import N_

LONGEST_STATEMENT = 10_000  # code points
LONGEST_TRANSLATION = 100_000  # code points
LONGEST_LINE = 200  # code points of a translation's language, and of its translator
_LONGEST: Mapping[str, int] = {
    "note": LONGEST_NOTE,
    "statement": LONGEST_STATEMENT,
    "translation": LONGEST_TRANSLATION,
    "translation_language": LONGEST_LINE,
    "translator": LONGEST_LINE,
}


@dataclass(frozen=True, slots=True)
class PassageDetails:
    """The further words and checks of one passage; times are UTC, empty where there is none.

    ``statement`` is the passage in plain words. ``translation_language`` is a BCP 47 code, or what
    was typed instead of one. ``analyst`` is who tagged; who checked is another pair of eyes only
    when it is somebody else.
    """

    passage: int
    analyst: int
    statement: str = ""
    translation: str = ""
    translation_language: str = ""
    translator: str = ""
    translation_checked_by: int | None = None
    translation_checked_at: str = ""
    checked_by: int | None = None
    checked_at: str = ""
    follow_up: bool = False
    definition_version: int = 1

    @property
    def checked_by_another(self) -> bool:
        """Say whether somebody other than who tagged has checked the passage."""
        return self.checked_by is not None and self.checked_by != self.analyst


def statement_of(written: str) -> str:
    """Return plain words as they are kept, on one line.

    Raises ``NotAllowed`` when more than 10,000 characters are left.
    """
    words = " ".join(written.split())
    if len(words) > LONGEST_STATEMENT:
        raise NotAllowed(
            N_("The plain words have {length} characters; at most {longest} fit. Shorten them."),
            length=len(words),
            longest=LONGEST_STATEMENT,
        )
    return words


def translation_of(written: str) -> str:
    """Return a translation as it is kept; raises ``NotAllowed`` for over 100,000 characters."""
    words = written.strip()
    if len(words) > LONGEST_TRANSLATION:
        raise NotAllowed(
            N_("The translation has {length} characters; at most {longest} fit. Shorten it."),
            length=len(words),
            longest=LONGEST_TRANSLATION,
        )
    return words


def translator_of(written: str) -> str:
    """Return a translator's name on one line; raises ``NotAllowed`` for over 200 characters."""
    return _line(
        written,
        N_("The translator’s name has {length} characters; at most {longest} fit. Shorten it."),
    )


def translation_language_of(written: str) -> str:
    """Return a language on one line; raises ``NotAllowed`` for over 200 characters."""
    return _line(
        written,
        N_("The language’s name has {length} characters; at most {longest} fit. Shorten it."),
    )


def written_together(
    details: Sequence[PassageDetails], notes: Sequence[str], between_translations: str
) -> dict[str, object]:
    """Return, by column, what was written beside several passages, everything once, in order.

    Raises ``NotAllowed`` where that is more than fits beside one passage.
    """
    columns = {
        "note": _each_once("\n", notes),
        "statement": _each_once(" ", [one.statement for one in details]),
        "translation": _each_once(between_translations, [one.translation for one in details]),
        "translation_language": _each_once(", ", [one.translation_language for one in details]),
        "translator": _each_once(", ", [one.translator for one in details]),
    }
    for column, words in columns.items():
        if len(words) > _LONGEST[column]:
            raise NotAllowed(
                N_("Joined, what is beside these passages has {length} characters; {longest} fit."),
                length=len(words),
                longest=_LONGEST[column],
            )
    return {**columns, "follow_up": int(any(one.follow_up for one in details))}


def _line(written: str, too_long: str) -> str:
    words = " ".join(written.split())
    if len(words) > LONGEST_LINE:
        raise NotAllowed(too_long, length=len(words), longest=LONGEST_LINE)
    return words


def _each_once(between: str, words: Sequence[str]) -> str:
    return between.join(one for one in dict.fromkeys(words) if one)
