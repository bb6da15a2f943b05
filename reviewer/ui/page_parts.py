"""What the picture of a page beside the text offers to commands."""

from typing import Protocol


class PagePart(Protocol):
    """The pictures of pages beside the texts of the panes."""

    def is_on(self) -> bool:
        """Say whether the focused pane shows pages."""
        ...

    def set_on(self, *, on: bool) -> None:
        """Show the page beside the text of the focused pane, or put it away."""
        ...

    def can_show(self) -> bool:
        """Say whether the document in the focused pane has pages to show."""
        ...
