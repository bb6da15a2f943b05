"""What became of the lines that came in."""

from dataclasses import dataclass, field

from reviewer.domain.project_lines import Refused


@dataclass(frozen=True, slots=True)
class TakenPassage:
    """A line that is a passage now; ``cuts`` says that it begins or ends inside a character.

    ``certain`` is false where other words stand at its place than came with it.
    """

    number: int
    passage: int
    cuts: bool
    certain: bool = True


@dataclass(slots=True)
class Taken:
    """What became of the lines of a file.

    ``made`` counts, by the ``row`` of the lines, what is in the project now and was not before.
    """

    passages: list[TakenPassage] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    made: dict[str, int] = field(default_factory=dict)
    made_tags: list[str] = field(default_factory=list)
    sources: int = 0  # of the documents made: sources that are not held
    kept: int = 0  # documents that were here, of which a line says something: theirs was left
