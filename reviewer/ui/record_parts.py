"""What parts that show records, links and events offer to commands, as protocols, and no more.

As ``parts.py``, for what is said of passages and of what several documents speak of.
"""

from collections.abc import Sequence
from typing import Protocol

from reviewer.domain.actors import ChainMember
from reviewer.domain.comparisons import CellState
from reviewer.ui.models.event_page import RowKind


class RecordingPart(Protocol):
    """What was confirmed last, to be given again."""

    def last_chain(self) -> tuple[ChainMember, ...]:
        """Return who said so of the record that was confirmed or entered last."""
        ...

    def remember(self, passages: Sequence[int]) -> None:
        """Keep who says so of the last of these, now that it is confirmed."""
        ...


class EventsPart(Protocol):
    """The place of events: the list of them, and the one that is shown with its questions."""

    def event_shown(self) -> int | None:
        """Return the event that is shown."""
        ...

    def question(self) -> int | None:
        """Return the question one is at, or whose answer one is at."""
        ...

    def passages(self) -> list[int]:
        """Return the passages chosen among the answers, the current one first."""
        ...

    def placed(self) -> list[tuple[int, int | None]]:
        """Return the passages chosen, each with the question it stands under."""
        ...

    def document(self) -> int | None:
        """Return the document one is at, where a row says what it has to say on a question."""
        ...

    def row_kind(self) -> RowKind | None:
        """Return what the row is that one is at."""
        ...

    def show_event(self, event: int, question: int | None = None) -> None:
        """Show an event, at one of its questions."""
        ...

    def focus_filter(self) -> None:
        """Put the caret into the field that narrows the list."""
        ...


class ComparePart(Protocol):
    """The place where it is compared what each document says."""

    def event_at(self) -> int | None:
        """Return the event one is at, or whose questions are compared."""
        ...

    def question(self) -> int | None:
        """Return the question one is at; ``None`` while events are compared."""
        ...

    def document(self) -> int | None:
        """Return the document one is at."""
        ...

    def state(self) -> CellState | None:
        """Return what the cell one is at says, or why it says nothing."""
        ...

    def passages(self) -> list[int]:
        """Return the passages of the chosen cells; of one alone, with one it is to be read by."""
        ...

    def read(self, passages: Sequence[int]) -> None:
        """Ask for passages to be shown side by side."""
        ...

    def show_questions(self, event: int) -> None:
        """Compare what each document says on the questions of an event."""
        ...

    def up(self) -> bool:
        """Go back from the questions of an event to all events; says whether one was there."""
        ...

    def copy(self) -> None:
        """Copy the chosen cells as text."""
        ...
