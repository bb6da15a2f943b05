"""What an exporter sees: a project at one moment, read-only."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from reviewer.domain.actors import Actor
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.exported import (
    NO_RECORD,
    ExportedEvent,
    ExportedField,
    ExportedFigure,
    ExportedHeld,
    ExportedLayout,
    ExportedLink,
    ExportedNothing,
    ExportedQuestion,
    ExportedRating,
    ExportedRecord,
)
from reviewer.domain.links import SourceToFind
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind, Tag


@dataclass(frozen=True, slots=True)
class ExportedDocument:
    """What an export prints about a document: the same object for all passages of one text."""

    uid: str
    number: int
    title: str
    original_name: str
    author: str
    publisher: str
    url: str
    posted: WrittenDate
    captured: WrittenDate
    text_sha256: str
    original_sha256: str


class ExportedDetails(NamedTuple):
    """What analysts added to a passage, all empty where there is nothing; times are UTC.

    The statement is the passage in plain words; whoever checked is given by name.
    """

    statement: str = ""
    translation: str = ""
    translation_language: str = ""
    translator: str = ""
    translation_checked_by: str = ""
    translation_checked_at: str = ""
    checked_by: str = ""
    checked_at: str = ""


NO_DETAILS = ExportedDetails()


class ExportedPassage(NamedTuple):
    """A passage with everything an export prints about it; offsets in code points.

    ``paragraph`` counts non-empty lines from 1; ``page`` is the page's number as printed, and
    empty for a text without pages; ``sentence`` is the sentence or sentences the
    words stand in; times are UTC. (A tuple, because a project has a hundred thousand of them.)
    """

    project: str
    uid: str
    label: str
    tag: str
    span: Span
    paragraph: int
    quote: str
    sentence: str
    note: str
    anchor: str
    analyst: str
    created_at: str
    modified_at: str
    document: ExportedDocument
    details: ExportedDetails = NO_DETAILS
    follow_up: bool = False
    record: ExportedRecord = NO_RECORD
    page: str = ""


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Which passages are meant; empty means all. ``words`` are looked for in quote and note.

    ``another_look`` means those only whose tag was defined anew since, or that were put off;
    ``nobody_checked`` those that wait for a second pair of eyes, ``checked_by`` those that one of
    these analysts has checked. ``records`` are kinds of record, ``events`` those a passage is in,
    ``actors`` those it names as who says so, as accused or as harmed; ``unconfirmed`` means those
    only that show what a rule read and nobody confirmed, ``follow_up`` those marked so.
    ``passages`` are those chosen one by one.
    """

    documents: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    analysts: tuple[int, ...] = ()
    words: str = ""
    another_look: bool = False
    nobody_checked: bool = False
    checked_by: tuple[int, ...] = ()
    records: tuple[RecordKind, ...] = ()
    events: tuple[int, ...] = ()
    actors: tuple[int, ...] = ()
    unconfirmed: bool = False
    follow_up: bool = False
    passages: tuple[int, ...] = ()


class Snapshot(Protocol):
    """Counts and iterators over one read transaction; never a list of everything."""

    def count(self) -> int:
        """Return how many passages ``passages`` will give."""
        ...

    def passages(self) -> Iterator[ExportedPassage]:
        """Give every chosen passage in order of document and place."""
        ...


class ProjectSnapshot(Snapshot, Protocol):
    """The same with everything else that a project holds, from the same moment."""

    def actors(self) -> Iterator[Actor]:
        """Give the register by name."""
        ...

    def sources(self) -> Iterator[SourceToFind]:
        """Give the sources that are not held, the most named first."""
        ...

    def held(self) -> Iterator[ExportedHeld]:
        """Give the documents that are held, by number."""
        ...

    def text(self, document_uid: str) -> str:
        """Return the words of a document that is held; raises ``NotFound`` or ``Damaged``."""
        ...

    def original(self, document_uid: str) -> bytes | None:
        """Return the bytes a document came in, checked; ``None`` where they were not kept."""
        ...

    def layout(self, document_uid: str) -> ExportedLayout:
        """Return what stood where in the file of a document that is held."""
        ...

    def tags(self) -> Iterator[Tag]:
        """Give the codebook in its order, each tag before those under it."""
        ...

    def fields(self) -> Iterator[ExportedField]:
        """Give the fields of one's own, tag by tag."""
        ...

    def events(self) -> Iterator[ExportedEvent]:
        """Give the events in order of time."""
        ...

    def questions(self) -> Iterator[ExportedQuestion]:
        """Give the questions, event by event, in their order."""
        ...

    def figures(self) -> Iterator[ExportedFigure]:
        """Give the figures that answer questions, question by question."""
        ...

    def links(self) -> Iterator[ExportedLink]:
        """Give the links, oldest first."""
        ...

    def nothings(self) -> Iterator[ExportedNothing]:
        """Give what was looked for in vain."""
        ...

    def ratings(self) -> Iterator[ExportedRating]:
        """Give the ratings, oldest first."""
        ...
