"""A stretch of text."""

from dataclasses import dataclass

from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of text, counted in code points: ``text[start:end]``.

    Raises ``NotAllowed`` when it would begin before the text or hold nothing.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise NotAllowed(
                N_("A passage from {start} to {end} holds no words."),
                start=self.start,
                end=self.end,
            )

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words that stand here in ``text``."""
        return text[self.start : self.end]

    def covers(self, position: int) -> bool:
        """Say whether the character at ``position`` belongs to this span."""
        return self.start <= position < self.end

    def touches(self, other: "Span") -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
