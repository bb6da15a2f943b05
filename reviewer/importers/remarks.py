"""What a person is told of a document that was read, where not all of it came in."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.domain.incoming import Remark
from reviewer.domain.words import N_

TOO_DEEP = N_(
    "“{name}” was not opened: things in it lie in each other deeper than any document needs. Ask "
    "who sent it, or save it again in the program it was made with."
)


@dataclass(slots=True)
class Skipped:
    """What was left out of a text: ``deleted`` and ``hidden`` words, ``pictures``, ``drawings``.

    Drawings are charts and diagrams, made from words and numbers.
    """

    deleted: int = 0
    hidden: int = 0
    pictures: int = 0
    drawings: int = 0

    def remarks(self) -> Iterator[Remark]:
        """Give a sentence for each that is not nothing."""
        if self.deleted:
            yield Remark(
                N_("Words left out because they were deleted while changes were tracked: {count}."),
                {"count": self.deleted},
            )
        if self.hidden:
            yield Remark(
                N_("Words left out because the file hides them: {count}."), {"count": self.hidden}
            )
        if self.pictures:
            yield Remark(
                N_("Pictures in the file, whose words were not read: {count}."),
                {"count": self.pictures},
            )
        if self.drawings:
            yield Remark(
                N_("Charts and diagrams in the file, whose words were not read: {count}."),
                {"count": self.drawings},
            )
