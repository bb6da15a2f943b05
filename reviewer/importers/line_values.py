"""The values of one line of our own JSON Lines, each complaint with the field it is about.

A file is a stranger's: nothing is of the kind it should be until it was looked at, and nothing is
longer than it can be.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from reviewer.domain.edtf import NO_DATE, DateBasis, WrittenDate
from reviewer.domain.errors import NotAllowed, ReviewerError
from reviewer.domain.notes import LONGEST_NOTE
from reviewer.domain.project_lines import GivenWork
from reviewer.domain.record_values import LONGEST_LINE, LONGEST_WORDS, date_of
from reviewer.domain.text import normalise
from reviewer.domain.words import N_

Word = TypeVar("Word", bound=StrEnum)

MOST_THINGS = 1_000  # things in one list: names, events, choices
LONGEST_TEXT = 10_000_000  # code points: the words of a passage
_NOWHERE = ""


class FieldProblem(NotAllowed):
    """What is the matter with one field of a line, whose name the words do not say."""

    def __init__(self, field: str, problem: ReviewerError) -> None:
        super().__init__(problem.template, **problem.values)
        self.field = field


@contextmanager
def about(field: str) -> Iterator[None]:
    """Let what is not allowed inside be said of a field, unless the words name it already."""
    try:
        yield
    except NotAllowed as problem:
        if "key" in problem.values:
            raise
        raise FieldProblem(field, problem) from problem


class Values:
    """One JSON object, whose fields are asked for by what they must be.

    ``where`` is where the object stands in its line, such as ``working.`` or ``chain[2].``.
    Every getter gives what is empty for a key that is left out or ``null``, and raises
    ``NotAllowed``, naming the field, for a value of another kind.
    """

    def __init__(self, values: Mapping[str, object], where: str = _NOWHERE) -> None:
        self._values = values
        self._where = where

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def name(self, key: str) -> str:
        """Return what a field is called in a complaint."""
        return self._where + key

    def raw(self, key: str) -> object:
        """Return a value as it stands, ``None`` where there is none."""
        return self._values.get(key)

    def is_empty(self, key: str) -> bool:
        """Say whether a field is left out or says nothing."""
        return self._values.get(key) in (None, "")

    def exact(self, key: str, longest: int = LONGEST_TEXT) -> str | None:
        """Return a text as it stands; ``None`` where there is none."""
        value = self._values.get(key)
        return None if value is None else self._text(key, value, longest)

    def text(self, key: str, longest: int = LONGEST_NOTE) -> str:
        """Return a text as the program keeps texts."""
        value = self.exact(key, longest)
        return "" if value is None else normalise(value).text

    def line(self, key: str, longest: int = LONGEST_LINE) -> str:
        """Return a text on one line."""
        return " ".join(self.text(key, longest).split())

    def needed(self, key: str, longest: int = LONGEST_LINE) -> str:
        """Return a text on one line that must be there."""
        found = self.line(key, longest)
        if not found:
            raise NotAllowed(N_("“{key}” is missing."), key=self.name(key))
        return found

    def number(self, key: str) -> int | None:
        """Return a whole number, ``None`` where there is none."""
        value = self._values.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise NotAllowed(N_("“{key}” is not a whole number."), key=self.name(key))
        return value

    def flag(self, key: str) -> bool | None:
        """Return true or false, ``None`` where neither is said."""
        value = self._values.get(key)
        if value is None or value == "":
            return None
        if not isinstance(value, bool):
            raise NotAllowed(N_("“{key}” is neither true nor false."), key=self.name(key))
        return value

    def word(self, key: str, kind: type[Word], otherwise: Word) -> Word:
        """Return a word of a closed list."""
        found = self.line(key)
        if not found:
            return otherwise
        if found not in tuple(kind):
            raise NotAllowed(
                N_("“{key}” is “{word}”; it can be: {words}."),
                key=self.name(key),
                word=found,
                words=", ".join(one for one in kind if one),
            )
        return kind(found)

    def date(self, key: str) -> WrittenDate:
        """Return a date: EDTF as a text, or an object with its words as printed."""
        value = self._values.get(key)
        if value is None or value == "":
            return NO_DATE
        if isinstance(value, dict):
            parts = self.inner(key)
            written = WrittenDate(
                parts.line("words"),
                parts.line("edtf"),
                parts.word("basis", DateBasis, DateBasis.NONE),
                parts.line("evidence"),
            )
        else:
            written = WrittenDate(edtf=self.line(key))
        with about(self.name(key)):
            return date_of(written)

    def work(self, who: str, when: str) -> GivenWork | None:
        """Return whose work something is, and when; ``None`` where nobody is named."""
        name = self.line(who, LONGEST_WORDS)
        return GivenWork(name, self.moment(when)) if name else None

    def made(self) -> GivenWork | None:
        """Return who made something, and when, as exports say it beside what was made.

        A moment that cannot be read is none: it is no reason to refuse what was made.
        """
        name, at = self.line("analyst", LONGEST_WORDS), ""
        with suppress(NotAllowed):
            at = self.moment("created")
        return GivenWork(name, at) if name else None

    def moment(self, key: str) -> str:
        """Return a moment in UTC, to the millisecond; empty where none is given.

        Raises ``NotAllowed`` for what is none, or has no zone.
        """
        words = self.line(key)
        if not words:
            return ""
        with suppress(ValueError, OverflowError):
            found = datetime.fromisoformat(words)
            if found.tzinfo is not None:
                return found.astimezone(UTC).isoformat(timespec="milliseconds")
        raise NotAllowed(
            N_("“{key}” is “{words}”: a moment is written as 2026-03-14T09:26:53.000+00:00."),
            key=self.name(key),
            words=words,
        )

    def inner(self, key: str) -> "Values":
        """Return the object that a field is; an empty one where there is none."""
        value = self._values.get(key)
        if value is None:
            return Values({}, f"{self.name(key)}.")
        if not isinstance(value, dict):
            raise NotAllowed(N_("“{key}” is not an object."), key=self.name(key))
        return Values(value, f"{self.name(key)}.")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, each on one line."""
        return tuple(
            " ".join(normalise(self._text(f"{key}[{at}]", one, LONGEST_WORDS)).text.split())
            for at, one in enumerate(self._list(key), start=1)
        )

    def objects(self, key: str, short: str) -> list["Values"]:
        """Return a list of objects; a text stands for one that has only the field ``short``."""
        found = []
        for at, one in enumerate(self._list(key), start=1):
            value = {short: one} if isinstance(one, str) else one
            if not isinstance(value, dict):
                raise NotAllowed(N_("“{key}” is not an object."), key=f"{self.name(key)}[{at}]")
            found.append(Values(value, f"{self.name(key)}[{at}]."))
        return found

    def any_text(self, key: str) -> str:
        """Return a text, a number or yes and no as fields of one's own keep them."""
        value = self._values.get(key)
        if value is None:
            return ""
        if isinstance(value, bool):
            return str(int(value))
        if isinstance(value, int | float):
            return str(value)
        return normalise(self._text(key, value, LONGEST_WORDS)).text

    def _list(self, key: str) -> list[object]:
        value = self._values.get(key)
        if value is None or value == "":
            return []
        if not isinstance(value, list):
            raise NotAllowed(N_("“{key}” is not a list."), key=self.name(key))
        if len(value) > MOST_THINGS:
            raise NotAllowed(
                N_("“{key}” has {count} things; at most {most} fit."),
                key=self.name(key),
                count=len(value),
                most=MOST_THINGS,
            )
        return value

    def _text(self, key: str, value: object, longest: int) -> str:
        if not isinstance(value, str):
            raise NotAllowed(N_("“{key}” is not a text."), key=self.name(key))
        try:
            value.encode()
        except UnicodeEncodeError as fault:
            raise NotAllowed(N_("“{key}” holds half a character."), key=self.name(key)) from fault
        if len(value) > longest:
            raise NotAllowed(
                N_("“{key}” has {length} characters; at most {longest} fit."),
                key=self.name(key),
                length=len(value),
                longest=longest,
            )
        return value


def values_of(raw: bytes) -> Values:
    """Return what stands in a line; raises ``NotAllowed`` for what is no JSON object."""
    try:
        value: object = json.loads(raw.decode())
    except UnicodeDecodeError as fault:
        raise NotAllowed(N_("It is not UTF-8.")) from fault
    except json.JSONDecodeError as fault:
        raise NotAllowed(
            N_("It is not JSON: {reason}, at character {place}."),
            reason=fault.msg,
            place=fault.colno,
        ) from fault
    except (ValueError, RecursionError) as fault:  # a number of 5,000 digits, 100,000 brackets
        raise NotAllowed(N_("It is not JSON that can be read.")) from fault
    if not isinstance(value, dict):
        raise NotAllowed(N_("It is not an object, as in {example}."), example='{"document": …}')
    return Values(value)
