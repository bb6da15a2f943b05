"""What came in beside documents and passages, counted; and lines that did not, each cause once."""

from collections.abc import Callable, Iterator, Sequence

from reviewer.cli.printing import sentence
from reviewer.domain.project_lines import Refused
from reviewer.environment.translation import _, counted
from reviewer.workspace.taking.outcome import Taken

FEW = 3
"""Lines of one cause that are named; where there are more, the others are counted."""
MOST_SENTENCES = 5
"""Different sentences told of refusals of one kind (no such document: one, another, …)."""


def made_beside(taken: Taken, *, documents_too: bool = False) -> list[str]:
    """Return what else came in than passages, each with how many, what there is none of left out.

    Tags and actors are counted that were made because they were missing, too. ``documents_too``
    counts documents of which something is said: those that came with it are told otherwise.
    """
    described = taken.made.get("document", 0) - taken.sources if documents_too else 0
    made = {**taken.made, "source": taken.sources, "document": described}
    several = (
        (len(taken.made_tags), counted("{count} tag", "{count} tags", len(taken.made_tags))),
        *((made.get(row, 0), words(made.get(row, 0))) for row, words in _ROWS.items()),
    )
    return [words for count, words in several if count]


_ROWS: dict[str, Callable[[int], str]] = {
    "field": lambda count: counted("{count} own field", "{count} own fields", count),
    "actor": lambda count: counted("{count} actor", "{count} actors", count),
    "source": lambda count: counted(
        "{count} source to be found", "{count} sources to be found", count
    ),
    "document": lambda count: counted(
        "{count} document described", "{count} documents described", count
    ),
    "event": lambda count: counted("{count} event", "{count} events", count),
    "question": lambda count: counted("{count} question", "{count} questions", count),
    "link": lambda count: counted("{count} link", "{count} links", count),
    "nothing": lambda count: counted(
        "{count} note that a source says nothing", "{count} notes that a source says nothing", count
    ),
    "rating": lambda count: counted("{count} rating", "{count} ratings", count),
}


def refusals(refused: Sequence[Refused], place: Callable[[Refused], str]) -> Iterator[str]:
    """Give sentences on lines that were refused: what is wrong with many is said once.

    ``place`` says where a line stood. Every one of them is in what --json prints.
    """
    causes: dict[str, dict[str, list[Refused]]] = {}
    for one in refused:
        alike = causes.setdefault(str(one.problem.template), {})
        alike.setdefault(sentence(one.problem), []).append(one)
    for alike in causes.values():
        for words, lines in list(alike.items())[:MOST_SENTENCES]:
            yield from _told(words, [place(one) for one in lines])
        rest = sum(map(len, list(alike.values())[MOST_SENTENCES:]))
        if rest:
            yield counted(
                "{count} more was refused for a reason of this kind; --json names it.",
                "{count} more were refused for reasons of this kind; --json names all.",
                rest,
            )


def _told(words: str, places: Sequence[str]) -> Iterator[str]:
    if len(places) <= FEW:
        for place in places:
            yield f"{place}: {words}"
        return
    several = _("{places} and {count} more").format(
        places=", ".join(places[:FEW]), count=f"{len(places) - FEW:,}"
    )
    yield f"{several}: {words}"
