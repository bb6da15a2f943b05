"""What came out of a damaged project, and what did not."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Saved:
    """How the rows of one table came through.

    ``came`` as they lay in the file, ``rebuilt`` from the history, ``cut`` with the end of their
    words or bytes missing (among those that came). ``lost`` are the ids of rows that were there
    and did not come, as far as their ids are known; ``unknown`` counts the places where a row or
    a whole page of rows could not be read.
    """

    table: str
    came: int = 0
    rebuilt: int = 0
    cut: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    unknown: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing of this table is known to be missing."""
        return not (self.cut or self.lost or self.unknown)
