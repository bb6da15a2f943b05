"""Who speaks, is accused, is harmed or publishes: the register of actors, and how they are named.

An actor has one name it is filed under and any number of other names and spellings, in any script.
What a document prints is kept beside the actor wherever one is named (``printed``), so that merging
two actors that turn out to be one loses nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.errors import NotAllowed
from reviewer.domain.folding import folded_line
from reviewer.domain.words import N_

LONGEST_NAME = 300  # code points


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OFFICE = "office"  # a post, whoever holds it: the spokesman of the army
    UNNAMED = "unnamed"  # a source the documents do not name: a security official


class Role(StrEnum):
    """What an actor has to do with the act a passage speaks of."""

    ACCUSED = "accused"
    VICTIM = "victim"


ACTOR_KIND_LABELS = {
    ActorKind.PERSON: N_("Person"),
    ActorKind.ORGANISATION: N_("Organisation"),
    ActorKind.OFFICE: N_("Office"),
    ActorKind.UNNAMED: N_("Not named"),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """One entry of the register; ``names`` are the other names and spellings, in order.

    ``side`` is the party to the dispute it belongs to or speaks for, empty where it is none.
    ``protected`` names are replaced in what leaves the program.
    """

    id: int
    uid: str
    name: str
    kind: ActorKind
    side: str = ""
    protected: bool = False
    note: str = ""
    names: tuple[str, ...] = ()

    @property
    def every_name(self) -> tuple[str, ...]:
        """The name it is filed under, then the others."""
        return (self.name, *self.names)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as a document names it; without ``actor`` the document gives no name.

    ``printed`` are the document's own words ("sources", "a spokesman"), empty where an analyst
    chose the actor without any.
    """

    actor: int | None
    printed: str = ""


@dataclass(frozen=True, slots=True)
class ActorUse:
    """Where an actor is named: passages by what it is there, documents it publishes, ratings."""

    chains: tuple[int, ...] = ()
    accused: tuple[int, ...] = ()
    victims: tuple[int, ...] = ()
    publishers: tuple[int, ...] = ()
    ratings: int = 0

    @property
    def count(self) -> int:
        """How many places there are in all; none means that the actor can be taken away."""
        places = len(self.chains) + len(self.accused) + len(self.victims) + len(self.publishers)
        return places + self.ratings


@dataclass(frozen=True, slots=True)
class ChainMember:
    """One step of who says so: an actor as named, and the words of caution it was told with.

    A chain is read from the page back to the speaker. The page itself is the document and no
    member; the speaker is the last member and is stored nowhere else.
    """

    actor: int | None
    printed: str = ""
    hedge: str = ""


def actor_name(written: str) -> str:
    """Return ``written`` as an actor's name: one line, single spaces, not empty.

    Raises ``NotAllowed`` when nothing is left, or more than 300 characters are.
    """
    name = " ".join(
        "".join(c if c.isprintable() or c in "\u200c\u200d" else " " for c in written).split()
    )
    if not name:
        raise NotAllowed(N_("An actor needs a name."))
    if len(name) > LONGEST_NAME:
        raise NotAllowed(
            N_("The name has {length} characters; at most {longest} fit."),
            length=len(name),
            longest=LONGEST_NAME,
        )
    return name


def same_name(one: str, other: str) -> bool:
    """Say whether two spellings differ in case, accents, vowel marks or blank space only."""
    return folded_line(one) == folded_line(other)


def with_name(actors: Iterable[Actor], written: str) -> Actor | None:
    """Return the first actor that has this name among its own, however it is spelt."""
    wanted = folded_line(written)
    if not wanted:
        return None
    return next(
        (one for one in actors if any(folded_line(name) == wanted for name in one.every_name)),
        None,
    )


def names_somebody(printed: str) -> bool:
    """Say whether printed words name an actor, rather than only describe one nobody can find again.

    "sources", "a security official" and "Witnesses" name nobody: two documents that print them
    need not mean the same people. A word in capitals, or in a script without them, does.
    """
    words = [word.strip(_AROUND_WORDS) for word in printed.split()]
    return any(
        word and word[0].isalpha() and not word[0].islower() and word.casefold() not in _NOBODY
        for word in words
    )


_AROUND_WORDS = "\"'“”‘’«»()[].,;:"
_NOBODY = frozenset(
    (
        *("a", "an", "the", "some", "one", "two", "three", "several", "many", "unnamed"),
        *("source", "sources", "official", "officials", "witness", "witnesses", "eyewitnesses"),
        *("spokesman", "spokeswoman", "spokesperson", "resident", "residents", "locals"),
        *("people", "observers", "critics", "analysts", "reports", "relatives", "activists"),
    )
)
