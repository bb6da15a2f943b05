"""Work that goes out to other programs and comes back: documents, rows of our own, and doubts.

Every format of another program is put into the rows of our own JSON Lines
(``importers/json_lines.py``) and the documents those speak of, and is made of them again. So what
comes from a stranger is looked at by the same code as what comes from us, and what a format cannot
hold is counted in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.domain.incoming import Incoming
from reviewer.domain.words import Saying, Template, in_english


@dataclass(frozen=True, slots=True)
class Brought:
    """A document that comes with work on it; ``key`` is what the rows call it (``document``)."""

    key: str
    incoming: Incoming


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One thing that is said of the documents: an object of our own JSON Lines.

    ``at`` says where it stood in the file, in its own terms (``T3``, ``line 12``), for complaints.
    """

    values: Mapping[str, object]
    at: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something of a file that is not taken over, or was read by a choice between readings.

    ``message`` is a sentence for a person, with ``{count}`` and what else ``values`` fill in.
    ``at`` says where it stood, where it is about one thing only.
    """

    message: Template
    values: Mapping[str, str | int] = field(default_factory=dict)
    at: str = ""

    @property
    def sentence(self) -> str:
        """The doubt in English, without its place."""
        return in_english(self.message, self.values).format(**self.values)


Given = Brought | GivenRow | Doubt
"""What a file of another program holds, documents before the rows that speak of them."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of a project that a format has no room for, and how many there were."""

    what: Saying
    count: int


@dataclass(frozen=True, slots=True)
class Sent:
    """What went out: how many passages, and what of the project the format could not hold.

    ``named`` is how many protected actors are named in it.
    """

    passages: int
    losses: tuple[Loss, ...] = ()
    named: int = 0
