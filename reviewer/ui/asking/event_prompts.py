"""Questions about events, as part of ``prompts.Prompts``: what is asked, and how it is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reviewer.domain.events import Asked, NewEvent, WorkingFigure


@dataclass(frozen=True, slots=True)
class Entry:
    """One of several things to choose among: its id, what it is called, and what tells it apart."""

    id: int
    name: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class Choosing:
    """What is to be chosen: over the field stands ``title``, in it ``hint``.

    ``new`` is how a new one is offered, with ``{name}``; without it only those there are can be
    chosen. ``none`` is an entry without an id, such as "no larger event".
    """

    title: str
    hint: str
    entries: Sequence[Entry]
    new: str = ""
    none: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """A working figure as it is typed; without one of both ends and a reason it is taken away."""

    low: int | None = None
    high: int | None = None
    reason: str = ""


class EventPrompts(Protocol):
    """What is asked about events."""

    def event(self, proposed: NewEvent, about: str) -> NewEvent | None:
        """Ask what a new event is called, when and where it was; ``about`` says what goes in."""
        ...

    def pick(self, choosing: Choosing) -> "Entry | str | None":
        """Ask for one of several, narrowed as one types; a string is the name of a new one."""
        ...

    def question_asked(self, now: Asked, event: str) -> Asked | None:
        """Ask what is asked of an event."""
        ...

    def working_figure(self, question: str, now: WorkingFigure | None, said: str) -> Working | None:
        """Ask for the figure to work with and why; ``said`` is what the sources say together."""
        ...
