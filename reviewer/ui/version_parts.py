"""What newer versions of documents offer to commands, as a protocol, and no more."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol


class VersionsPart(Protocol):
    """The list of passages that moved, and newer versions on their way into the project."""

    def begin(self, document: int, path: Path, then: Callable[[], None] = lambda: None) -> None:
        """Read a file, tell what it would do, and put it in the place of a document.

        ``then`` is called once it is there.
        """
        ...

    def show_moved(self, passage: int | None = None) -> None:
        """Show the list of passages that moved, at one of them."""
        ...

    def show_older(self, document: int, text: int) -> None:
        """Show an older version of a document beside, by the id of its text."""
        ...

    def moved(self) -> int | None:
        """Return the passage one is at in the list, while it is in sight."""
        ...

    def accept(self) -> None:
        """Let the passage one is at stand where it was put."""
        ...

    def accept_certain(self) -> None:
        """Let all stand whose very words are in the newer version."""
        ...

    def place_here(self) -> None:
        """Put the passage one is at where words are selected in its document."""
        ...

    def take_off(self) -> None:
        """Take the tag off the passage one is at."""
        ...
