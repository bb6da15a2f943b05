"""Starter codebooks that come with the program, read like anybody's file."""

from dataclasses import dataclass

from reviewer.domain.codebooks import Codebook
from reviewer.domain.errors import NotFound
from reviewer.domain.tags import NewTag
from reviewer.domain.words import N_
from reviewer.environment.resources import seed
from reviewer.importers import codebook

_FOLDER = "codebooks"


@dataclass(frozen=True, slots=True)
class Starter:
    """A codebook to begin with: title and one line about it, marked for translation."""

    key: str
    title: str
    description: str


STARTERS = (
    Starter(
        "default",
        N_("The three of a new project"),
        N_("Allegation, denial and casualty figure: who says what of whom, and how many."),
    ),
    Starter(
        "casualty_recorder",
        N_("Casualty recorder"),
        N_("What happened to people, from killed to released, each under “Casualty figure”."),
    ),
    Starter(
        "fact_checker",
        N_("Fact checker"),
        N_("Claims and where they come from, what speaks for and against them, corrections."),
    ),
)


def starter(key: str) -> Codebook:
    """Return a starter codebook; raises ``NotFound``."""
    for one in STARTERS:
        if one.key == key:
            name = f"{key}.json"
            data = seed(f"{_FOLDER}/{name}").read_bytes()
            return codebook.read(data, name)
    raise NotFound(
        N_("There is no starter codebook “{key}”. There are: {keys}."),
        key=key,
        keys=", ".join(one.key for one in STARTERS),
    )


def default_tags() -> list[NewTag]:
    """Return the tags a new project begins with."""
    return [
        NewTag(entry.name, entry.colour, entry.key, entry.definition, entry.record)
        for entry in starter("default").entries
    ]
