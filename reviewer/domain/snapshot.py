"""What an exporter sees: a project at one moment, read-only."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.spans import Span


@dataclass(frozen=True, slots=True)
class ExportedPassage:
    """A passage with everything an export prints about it; offsets in code points.

    ``paragraph`` counts non-empty lines from 1; ``sentence`` is the sentence or sentences the
    words stand in; times are UTC.
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
    document_uid: str
    document_number: int
    document_title: str
    original_name: str
    author: str
    publisher: str
    url: str
    posted: WrittenDate
    captured: WrittenDate
    text_sha256: str
    original_sha256: str


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Which passages are meant; empty means all. ``words`` are looked for in quote and note.

    ``another_look`` means those only whose tag was defined anew since, or that were put off.
    """

    documents: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    analysts: tuple[int, ...] = ()
    words: str = ""
    another_look: bool = False


class Snapshot(Protocol):
    """Counts and iterators over one read transaction; never a list of everything."""

    @property
    def project(self) -> str:
        """The project's name."""
        ...

    def count(self) -> int:
        """Return how many passages ``passages`` will give."""
        ...

    def passages(self) -> Iterator[ExportedPassage]:
        """Give every chosen passage in order of document and place."""
        ...
