"""What is asked about records, as an interface; a part of ``prompts.Prompts``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reviewer.domain.fields import FieldWish
from reviewer.domain.reading.number_tables import NumberTable


@dataclass(frozen=True, slots=True)
class FieldsQuestion:
    """Which fields a tag has; ``use`` is in how many passages something is entered, by field."""

    tag: str
    fields: tuple[FieldWish, ...] = ()
    use: Mapping[int, int] = field(default_factory=dict)


class RecordPrompts(Protocol):
    """Asks about number words and fields."""

    def number_words(self, table: NumberTable) -> NumberTable | None:
        """Show the table of number words, and let it be changed."""
        ...

    def tag_fields(self, question: FieldsQuestion) -> Sequence[FieldWish] | None:
        """Ask which fields a tag shall have."""
        ...
