"""What is asked about ratings, as an interface; a part of ``prompts.Prompts``."""

from dataclasses import dataclass
from typing import Protocol

from reviewer.domain.ratings import Scale


@dataclass(frozen=True, slots=True)
class RatingWish:
    """A rating as it shall be; an empty value takes one's own away."""

    value: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RatingQuestion:
    """What is rated on which scale, one's own rating now, and what others say, in words."""

    about: str
    scale: Scale
    now: RatingWish = RatingWish()
    others: tuple[str, ...] = ()


class RatingPrompts(Protocol):
    """Asks for ratings."""

    def rating(self, question: RatingQuestion) -> RatingWish | None:
        """Ask for one's own rating, with its reason."""
        ...
