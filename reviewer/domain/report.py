"""What a report holds, as plain values: no format, no language, nothing that is not in the project.

A report says "A says that …, in this document, on this day, in this passage"; it never says that
anything happened. Ranges are neither sums nor estimates, what nobody confirmed is marked, and every
count says what it rests on. Words that a person reads are ``Saying``s, put into a language by the
``Voice`` of whoever writes; words of documents and analysts are never put into another.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from reviewer.domain.compared import Compared
from reviewer.domain.directions import apart, may_run_left
from reviewer.domain.exported import ExportedHeld
from reviewer.domain.links import SourceToFind
from reviewer.domain.overview import Base
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import ExportedPassage
from reviewer.domain.words import N_, Saying

Words = str | Saying
"""Words of the project as they are, or words of ours that are still to be said in a language."""


class ReportBy(StrEnum):
    """What a report has a chapter for."""

    EVENT = "event"
    TAG = "tag"
    DOCUMENT = "document"


REPORT_BY_LABELS = {
    ReportBy.EVENT: N_("A chapter for each event"),
    ReportBy.TAG: N_("A chapter for each tag"),
    ReportBy.DOCUMENT: N_("A chapter for each document"),
}


def _english(said: Saying) -> str:
    return said.sentence


@dataclass(frozen=True, slots=True)
class Voice:
    """How a report speaks: its language's code, its way of saying, and whether it runs leftward."""

    language: str = "en"
    say: Callable[[Saying], str] = _english
    leftward: bool = False

    def words(self, words: Words) -> str:
        """Return words as they are printed; sayings within a saying are said first.

        Where the report runs leftward, names and numbers in a sentence are isolated from it; where
        it does not, words that run leftward are. Otherwise the numbers beside them change places,
        and a day is read as another.
        """
        if isinstance(words, str):
            return words
        values = words.values
        if values and (self.leftward or any(map(_not_as_it_is, values.values()))):
            words = Saying(words.template, {key: self._value(one) for key, one in values.items()})
        return self.say(words)

    def label(self, template: str) -> str:
        """Return a word or label that has no values."""
        return self.say(Saying(template)) if template else ""

    def _value(self, value: object) -> object:
        if isinstance(value, Saying):
            words = self.words(value)
            return f"\u2068{words}\u2069" if self.leftward else words
        if isinstance(value, str) and (self.leftward or may_run_left(value)):
            return apart(value)
        return value


def _not_as_it_is(value: object) -> bool:
    """Say whether a value is to be said, or to be set apart, in a report that runs rightward."""
    return isinstance(value, Saying) or (isinstance(value, str) and may_run_left(value))


ENGLISH = Voice()


class Detail(NamedTuple):
    """A value of a passage's record. ``hollow``: a rule read it and nobody confirmed it.

    ``source`` says that the words are the document's and stand in quotation marks.
    """

    label: Words
    words: Words
    hollow: bool = False
    source: bool = False


class OtherEnd(NamedTuple):
    """What a passage is linked to: how the link reads from here, and the other words.

    ``judged`` says whether the sources are separate, where that is asked; ``quote`` is empty for a
    source that is not held. ``response`` is what kind of response answers here, so that a question
    that is linked as a denial does not pass for one.
    """

    words: str
    label: str
    document: str
    quote: str = ""
    judged: str = ""
    note: str = ""
    response: str = ""

    @property
    def remarks(self) -> tuple[Saying, ...]:
        """What there is to say of the link itself."""
        said = (
            (N_("Kind of response: {kind}"), "kind", self.response),
            (N_("Separate source, as the analysts see it: {judged}"), "judged", self.judged),
        )
        found = [Saying(template, {key: Saying(one)}) for template, key, one in said if one]
        if self.note:
            found.append(Saying(N_("Note by the analysts: {words}"), {"words": self.note}))
        return tuple(found)


class Account(NamedTuple):
    """What one source says, in its words: ``before`` and ``after`` are the rest of the sentence.

    ``head`` says who says so. (A tuple, because a report may have a hundred thousand of them.)
    """

    passage: ExportedPassage
    head: Saying
    before: str = ""
    after: str = ""
    details: tuple[Detail, ...] = ()
    ends: tuple[OtherEnd, ...] = ()
    badges: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """A question of an event: what its figures say together, and what no source says.

    ``compared`` is ``None`` where no figure answers. ``answers`` are the passages that answer it by
    their labels, ``states`` what the documents without an answer are, in words. ``working`` and
    ``rating`` are the analysts' own.
    """

    wording: str
    answers: tuple[str, ...]
    compared: Compared | None = None
    states: tuple[Saying, ...] = ()
    working: tuple[Saying, ...] = ()
    ratings: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: ``lines`` say what it is of and on what it rests, ``description`` is an analyst's.

    ``accounts`` can be gone through once or more; each time they are read anew.
    """

    key: str
    title: Words
    count: int
    lines: tuple[Saying, ...] = ()
    description: str = ""
    questions: tuple[QuestionPart, ...] = ()
    accounts: Iterable[Account] = ()


@dataclass(frozen=True, slots=True)
class MethodPart:
    """A part of the method: ``facts`` come from the project itself, ``words`` from an analyst."""

    title: str
    words: str = ""
    facts: tuple[Saying, ...] = ()


class CheckKind(StrEnum):
    """What a report is checked for before it leaves."""

    UNCONFIRMED = "unconfirmed"
    UNCHECKED = "unchecked"
    NOT_READ = "not_read"
    DATES = "dates"
    DOCUMENT_DATES = "document_dates"
    PLACES = "places"
    INDEPENDENCE = "independence"
    MOVED = "moved"


CHECK_LABELS = {
    CheckKind.UNCONFIRMED: N_("Passages with values that nobody confirmed"),
    CheckKind.UNCHECKED: N_("Passages that nobody has checked"),
    CheckKind.NOT_READ: N_("Documents that are not read to the end"),
    CheckKind.DATES: N_("Passages with a date that can be read in two ways"),
    CheckKind.DOCUMENT_DATES: N_("Documents with a date that can be read in two ways"),
    CheckKind.PLACES: N_("Passages whose place is not certain"),
    CheckKind.INDEPENDENCE: N_("Supporting links nobody has judged: separate sources or not"),
    CheckKind.MOVED: N_("Passages moved by a newer version that nobody has looked at"),
}


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing to settle before a report: how many of how many, and which, by their ids.

    The ids are of documents for ``NOT_READ`` and ``DOCUMENT_DATES``, of links for
    ``INDEPENDENCE``, else of passages.
    """

    kind: CheckKind
    ids: tuple[int, ...]
    of: int

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.ids)

    @property
    def saying(self) -> Saying:
        """The line in words, with its base."""
        return Saying(
            N_("{what}: {count} of {all}"),
            {"what": Saying(CHECK_LABELS[self.kind]), "count": self.count, "all": self.of},
        )


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. Times are UTC; ``statement`` is empty only where somebody took it away.

    ``limits`` say in words to what the passages were narrowed; ``sources`` are all documents that
    are held, ``reliability`` is how analysts rated them, by uid. ``labels`` are the passages in the
    report, for whoever links to them; ``None`` means all that the project has. ``print_pages``
    makes a PDF of pages of HTML, one behind the other, where something here does.
    """

    project: str
    made_at: str
    version: str
    by: ReportBy
    base: Base
    passages: int
    of_passages: int
    statement: str
    limits: tuple[Saying, ...] = ()
    method: tuple[MethodPart, ...] = ()
    checks: tuple[CheckLine, ...] = ()
    chapters: Sequence[Chapter] = ()
    sources: Iterable[ExportedHeld] = ()
    not_held: Iterable[SourceToFind] = ()
    reliability: Mapping[str, Saying] = field(default_factory=dict)
    labels: frozenset[str] | None = None
    print_pages: Callable[[Iterable[str], Progress], bytes] | None = None

    def has(self, label: str) -> bool:
        """Say whether a passage is in the report."""
        return "·" in label and (self.labels is None or label in self.labels)

    @property
    def day(self) -> str:
        """The day it was made."""
        return self.made_at[:10]

    @property
    def counts(self) -> tuple[Saying, ...]:
        """What the report rests on, in words."""
        return (
            Saying(
                N_("Passages in this report: {count} of {all} in the project"),
                {"count": self.passages, "all": self.of_passages},
            ),
            Saying(
                N_(
                    "Documents held: {documents}; read to the end: {done}; being read: {reading}; "
                    "not read: {unread}; set aside: {aside}"
                ),
                {
                    "documents": self.base.documents,
                    "done": self.base.done,
                    "reading": self.base.reading,
                    "unread": self.base.unread,
                    "aside": self.base.set_aside,
                },
            ),
        )
