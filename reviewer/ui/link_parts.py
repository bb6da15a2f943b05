"""What links offer to commands, as a protocol, and no more; as ``parts.py``."""

from typing import Protocol


class LinkingPart(Protocol):
    """Links between passages, and to sources that are not in the project."""

    def link_or_list(self) -> None:
        """Link the passages chosen in two panes; with one chosen list its counterparts."""
        ...

    def list_counterparts(self) -> None:
        """List the likely counterparts of the passage chosen."""
        ...

    def link_to_source(self) -> None:
        """Ask for a source that is not in the project, and link the passage chosen to it."""
        ...

    def go_to_other_end(self) -> None:
        """Go where the link of the passage chosen leads; of several, list them."""
        ...

    def show_source(self, document: int) -> None:
        """Show the sources to find, at one of them."""
        ...

    def show_sources(self) -> None:
        """Show the sources to find, or put them away."""
        ...

    def curves_shown(self) -> bool:
        """Say whether links are drawn between panes."""
        ...

    def show_curves(self, *, shown: bool) -> None:
        """Draw links between panes, or mark them in the gutter alone."""
        ...
