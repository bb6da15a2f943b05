"""What echoes offer to commands, as a protocol, and no more."""

from typing import Protocol


class EchoesPart(Protocol):
    """The panel of sentences that stand in other documents too, and their marks."""

    def show_all(self) -> None:
        """List the echoes of the document in the focused pane, or put the list away."""
        ...

    def show_here(self) -> None:
        """List where the sentence at the caret stands again."""
        ...

    def is_open(self) -> bool:
        """Say whether the list is in sight."""
        ...

    def marks_shown(self) -> bool:
        """Say whether echoes are marked in the margin."""
        ...

    def show_marks(self, *, shown: bool) -> None:
        """Mark echoes in the margin, or hide the marks."""
        ...

    def documents_meant(self) -> list[int]:
        """Return the documents of which the list, where it has the keys, may say one origin."""
        ...
