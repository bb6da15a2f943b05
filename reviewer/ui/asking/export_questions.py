"""What is asked about an export, and what is answered: values that go in and out of dialogs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.domain.export_presets import ExportPreset


class Scope(StrEnum):
    """Of which passages: all of them, those the table shows, those chosen in it."""

    ALL = "all"
    SHOWN = "shown"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What shall be exported: which kind, in which format (empty: asked with the place).

    No ``columns`` means all of them. ``protect`` replaces protected names by numbers.
    """

    what: str
    protect: bool = False
    format: str = ""
    columns: tuple[str, ...] = ()
    scope: Scope = Scope.SHOWN


@dataclass(frozen=True, slots=True)
class ColumnOffer:
    """A column that can be had: its schema word, what a person calls it, and a line of help."""

    column: str
    label: str
    help: str


def _nothing_to_see(_wish: ExportWish) -> Sequence[Sequence[str | int]]:
    return ()


@dataclass(frozen=True, slots=True)
class ExportQuestion:
    """What can be exported, and how the dialog finds out more while a person chooses.

    ``kinds`` are word and title; ``counts`` how many passages each scope has; ``formats`` gives
    key, title and suffix for a kind. ``save`` and ``remove`` keep a choice in the project and take
    it away; ``save`` is ``None`` where the project can only be read.
    """

    title: str
    kinds: Sequence[tuple[str, str]]
    begin: ExportWish
    formats: Callable[[str], Sequence[tuple[str, str, str]]]
    columns: Callable[[str], Sequence[ColumnOffer]]
    protected: int = 0
    counts: Mapping[Scope, int] = field(default_factory=dict)
    preview: Callable[[ExportWish], Sequence[Sequence[str | int]]] = _nothing_to_see
    presets: Callable[[], Sequence[ExportPreset]] = tuple
    save: Callable[[ExportPreset], object] | None = None
    remove: Callable[[str], object] | None = None
