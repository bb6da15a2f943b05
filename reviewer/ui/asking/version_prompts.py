"""What is asked about versions of documents and their originals; a part of ``prompts.Prompts``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from reviewer.domain.incoming import Remark
from reviewer.domain.versions import CarriedBy, Version


class Dropped(StrEnum):
    """What is meant by a file that was dropped onto a document."""

    NEWER = "newer"  # it takes the document's place
    ALONE = "alone"  # it is a document of its own


@dataclass(frozen=True, slots=True)
class ReplaceQuestion:
    """What putting a newer version in a document's place would do.

    ``carried`` says how many passages are found again by what; words are counted before and now.
    """

    document: str
    name: str
    words: tuple[int, int]
    carried: Mapping[CarriedBy, int] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


class VersionDeed(StrEnum):
    """What is to be done with a version."""

    READ = "read"
    SAVE_ORIGINAL = "save_original"


@dataclass(frozen=True, slots=True)
class VersionWish:
    """A version, by the id of its text, and what is to be done with it."""

    text: int
    deed: VersionDeed


@dataclass(frozen=True, slots=True)
class VersionsQuestion:
    """A document and its versions, the first one first."""

    document: str
    versions: Sequence[Version]


class VersionPrompts(Protocol):
    """Asks about versions and originals."""

    def newer_version(self, document: str) -> Path | None:
        """Ask which file is the newer version of a document."""
        ...

    def replace_version(self, question: ReplaceQuestion) -> str | None:
        """Tell what putting it in place would do; returns why it is done."""
        ...

    def dropped_on(self, name: str, document: str) -> Dropped | None:
        """Ask what is meant by a file that was dropped onto a document."""
        ...

    def versions(self, question: VersionsQuestion) -> VersionWish | None:
        """Show every version of a document; returns what is to be done with one."""
        ...

    def original_to_write(self, suggested: Path) -> Path | None:
        """Ask where to save a file as it came in."""
        ...

    def folder_for_originals(self, begin: Path) -> Path | None:
        """Ask for an empty folder to save all originals into, beginning in another."""
        ...

    def paper_to_write(
        self, suggested: Path, formats: Sequence[tuple[str, str, str]]
    ) -> tuple[Path, str] | None:
        """Ask where to save a register or a certificate, and in which of the formats."""
        ...
