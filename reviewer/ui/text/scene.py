"""What the page shows besides its words: passages, and which of them is looked at."""

from dataclasses import dataclass, field

from reviewer.domain.spans import Span
from reviewer.ui.text.hits import Hits
from reviewer.ui.text.marks import Mark, Marks


@dataclass(slots=True)
class Scene:
    """The state the painters read and the view writes.

    ``raised`` is the passage chosen by caret or key, ``hovered`` the one under the pointer;
    ``target`` is what a tag key would take and is outlined; ``flash`` is a stretch just gone to,
    with the strength left of its light, from 1 to 0. ``quiet`` leaves the tints out. ``hits`` is
    where something that is looked for stands.
    """

    marks: Marks = field(default_factory=Marks)
    raised: int | None = None
    hovered: int | None = None
    target: Span | None = None
    focused: bool = False
    quiet: bool = False
    flash: Span | None = None
    flash_strength: float = 0.0
    hits: Hits = field(default_factory=Hits)

    @property
    def lit(self) -> Mark | None:
        """Return the mark that stands out just now.

        The chosen one goes first: what stands out must be what a key takes off.
        """
        return self.marks.get(self.raised) or self.marks.get(self.hovered)
