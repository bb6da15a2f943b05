"""The humans who work in a project."""

from dataclasses import dataclass

from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_


@dataclass(frozen=True, slots=True)
class Analyst:
    """Whose name is on the work; ``uid`` stays when the name changes."""

    id: int
    uid: str
    name: str


def analyst_name(written: str) -> str:
    """Return ``written`` as an analyst's name: one line, single spaces, not empty.

    Raises ``NotAllowed`` when nothing is left: a name is asked, never taken from the login.
    """
    name = " ".join(written.split())
    if not name:
        raise NotAllowed(N_("Your name is needed: it stands with every passage you tag."))
    return name
