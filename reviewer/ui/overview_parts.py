"""What the overview and the register of actors offer to commands, as protocols, and no more."""

from collections.abc import Sequence
from typing import Protocol

from reviewer.ui.models.overview import Section


class OverviewPart(Protocol):
    """The place of what is to do, of counts and of time."""

    def show_section(self, section: Section) -> None:
        """Go to a list of the overview."""
        ...


class ActorsPart(Protocol):
    """The panel of actors."""

    def is_shown(self) -> bool:
        """Say whether the panel is in sight."""
        ...

    def chosen(self) -> Sequence[int]:
        """Return the actors that are selected, the current one first; none while hidden."""
        ...

    def choose(self, actor: int) -> None:
        """Show the panel at an actor."""
        ...

    def begin(self) -> None:
        """Show the panel with the caret where a name is looked for, or written anew."""
        ...

    def take_keys(self) -> None:
        """Give the keys to the panel."""
        ...
