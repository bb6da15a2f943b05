"""The codebook's entries."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_

PALETTE_SLOTS = 8
DEFAULT_TAGS = ("Allegation", "Denial", "Casualty figure")


class RecordKind(StrEnum):
    """Which structured details a passage under the tag carries."""

    NONE = "none"
    ALLEGATION = "allegation"
    RESPONSE = "response"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Tag:
    """A name analysts put on words, with what it means.

    ``colour`` is a slot of the palette (``"1"`` upwards; the theme decides the shade) or an own
    colour as ``#RRGGBB``. ``key`` is the letter or digit that tags with it, or empty.
    """

    id: int
    uid: str
    name: str
    colour: str
    key: str
    definition: str
    parent: int | None
    record: RecordKind
    position: int


@dataclass(frozen=True, slots=True)
class NewTag:
    """A tag that is not in the codebook yet."""

    name: str
    colour: str
    key: str = ""
    definition: str = ""
    record: RecordKind = RecordKind.NONE


def tag_name(written: str) -> str:
    """Return ``written`` as a tag's name: one line, single spaces, not empty.

    Raises ``NotAllowed`` when nothing is left.
    """
    name = " ".join(written.split())
    if not name:
        raise NotAllowed(N_("A tag needs a name."))
    return name
