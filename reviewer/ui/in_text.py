"""What commands may do with the text in the focused pane, besides tagging it.

``ui/text/walking.py`` does it; commands reach it as ``desk.panes.text()``. Positions are code
points of the text.
"""

from typing import Protocol

from reviewer.domain.boundaries import Edge, Stride
from reviewer.domain.selections import Unit


class InText(Protocol):
    """Going through the text, choosing words by keys, and the edges of the raised passage."""

    def caret(self) -> int:
        """Return where the caret is."""
        ...

    def go(self, unit: Unit, *, earlier: bool) -> bool:
        """Put the caret at the start of the next sentence or paragraph; says whether there is one.

        Folded furniture is passed over. The page stays where it is when that is in sight.
        """
        ...

    def go_to_passage(self, *, earlier: bool) -> bool:
        """Raise the next passage, in order of place; says whether there is one."""
        ...

    def has_passages(self) -> bool:
        """Say whether anything is tagged in this text."""
        ...

    def more_under_caret(self, *, earlier: bool) -> bool:
        """Say whether Tab has another passage to raise here, before the keys go elsewhere."""
        ...

    def has_selection(self) -> bool:
        """Say whether words are selected."""
        ...

    def extend(self, unit: Unit, *, earlier: bool) -> bool:
        """Let the selection go on by a unit; says whether it could."""
        ...

    def step(self, stride: Stride, *, earlier: bool) -> None:
        """Move the end of the selection that moves, by a word or a character."""
        ...

    def change_ends(self) -> Edge | None:
        """Let the other end move: of the selection, else of the raised passage; says which."""
        ...

    def moving_edge(self) -> Edge | None:
        """Return which end moves; ``None`` with nothing selected and nothing raised."""
        ...

    def runs_to_the_left(self) -> bool:
        """Say whether the paragraph of the end that moves runs from right to left."""
        ...

    def show_edge(self) -> None:
        """Bring the moved edge of the raised passage into sight, and say its words."""
        ...

    def can_let_go(self) -> bool:
        """Say whether there is something to let go of."""
        ...

    def let_go_of_words(self) -> bool:
        """Let go of an edge that is dragged, else of the selection; says whether there was one."""
        ...

    def let_go_of_passage(self) -> None:
        """Raise no passage any more."""
        ...

    def take_up_passage(self) -> bool:
        """Raise the passage under the caret again, by hand; says whether there is one."""
        ...
