"""Records, events and links in number: comparing, following a change, proposing counterparts.

The project is made by the operations a person uses: figures are read by the rules and confirmed,
every passage is put into an event. The floor asks plain tables for the same numbers and sorts them
into rows and columns, without saying why a cell is empty or whether accounts differ.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random
from sqlite3 import connect

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.spans import Span
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.benchmarks.measures import Bench, Figure, Goal, compared, seconds, spread
from tests.builders import NOOR, a_tag, an_incoming, import_many

EVENTS, DOCUMENTS, PASSAGES = 500, 1_000, 20
_AT_ONCE = 500  # taggings of one step that are read by the rules
_PLACES = ("Zarwil", "Karimabad", "Tannery", "Sorn", "Dralow", "Mirgate", "Oskel", "Pallas")
_SPEAKERS = (
    "the Army spokesman",
    "Colonel Varr",
    "the Concord League",
    "Mirela Sand",
    "the Courier",
    "the Union of Dyers",
)
_HARMS = ("killed", "injured", "arrested")
COMPARED = "500 events, 1,000 documents, 20,000 passages"


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    with _dossier(bench) as (workspace, plain, passages):
        grid = workspace.comparison.events_by_documents
        yield Figure(
            f"{COMPARED}: compared for the first time",
            seconds(grid),
            seconds(lambda: _plain_grid(plain)),
            Goal(0.3),
        )
        yield compared(
            bench,
            f"{COMPARED}: compared",
            lambda: seconds(grid),
            lambda: seconds(lambda: _plain_grid(plain)),
            Goal(0.3),
        )
        yield _after_a_change(bench, workspace, plain, passages)
        yield from _counterparts(bench, workspace, plain, passages)


@contextmanager
def _dossier(bench: Bench) -> Iterator[tuple[Workspace, Path, list[int]]]:
    chance = Random(4)
    folder = bench.fresh("comparing")
    texts = [_text(chance, number) for number in range(bench.size(DOCUMENTS, 20))]
    with Workspace.create(folder / "dossier.review", NOOR) as workspace:
        documents = import_many(
            workspace,
            [an_incoming(text, title=f"Paper {number}") for number, (text, _s) in enumerate(texts)],
        )
        tag = a_tag(workspace, "Casualty figure")
        taggings = [
            Tagging(document, span, tag)
            for document, (_text, spans) in zip(documents, texts, strict=True)
            for span in spans
        ]
        passages: list[int] = []
        for start in range(0, len(taggings), _AT_ONCE):
            made = workspace.passages.tag_many(taggings[start : start + _AT_ONCE])
            workspace.records.confirm(made)
            passages += made
        events = _put_into_events(workspace, passages, bench.size(EVENTS, 10))
        plain = _plain(folder / "plain.db", passages, events, len(texts[0][1]))
        workspace.idle()
        yield workspace, plain, passages


def _text(chance: Random, number: int) -> tuple[str, list[Span]]:
    """Return a document and where its figures stand."""
    text, spans = f"Paper {number}\n\n", []
    for place in chance.choices(_PLACES, k=PASSAGES):
        words = (
            f"At least {chance.randint(1, 300)} workers were {chance.choice(_HARMS)} in {place}, "
            f"{chance.choice(_SPEAKERS)} said."
        )
        spans.append(Span(len(text), len(text) + len(words)))
        text += f"{words}\n"
    return text, spans


def _put_into_events(workspace: Workspace, passages: Sequence[int], count: int) -> list[int]:
    dates = (f"2019-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(count))
    events = [
        workspace.events.add(
            f"Event {number} in {_PLACES[number % len(_PLACES)]}",
            date=WrittenDate(day, day, DateBasis.ENTERED),
        )
        for number, day in enumerate(dates)
    ]
    for number, event in enumerate(events):
        workspace.events.put(list(passages[number::count]), event)
    return events


def _plain(path: Path, passages: Sequence[int], events: Sequence[int], each: int) -> Path:
    with connect(path) as database:
        database.execute(
            "CREATE TABLE answers (event INTEGER, document INTEGER, low INTEGER, high INTEGER)"
        )
        database.executemany(
            "INSERT INTO answers VALUES (?, ?, ?, NULL)",
            [
                (events[at % len(events)], at // each, passage % 300)
                for at, passage in enumerate(passages)
            ],
        )
    database.close()
    return path


def _plain_grid(plain: Path) -> int:
    cells: dict[tuple[int, int], list[tuple[int, int]]] = {}
    database = connect(plain)
    for event, document, low, high in database.execute("SELECT * FROM answers"):
        cells.setdefault((event, document), []).append((low, high))
    database.close()
    return len(cells)


def _after_a_change(
    bench: Bench, workspace: Workspace, plain: Path, passages: Sequence[int]
) -> Figure:
    """Correct a number, then compare anew: what the page waits for."""
    numbers, chosen = cycle(range(1, 300)), cycle(passages[:50])

    def ours() -> float:
        workspace.records.enter(next(chosen), {"low": next(numbers)})
        return seconds(workspace.comparison.events_by_documents)

    return compared(
        bench,
        f"{COMPARED}: after a change",
        ours,
        lambda: seconds(lambda: _plain_grid(plain)),
        Goal(0.1),
    )


def _counterparts(
    bench: Bench, workspace: Workspace, plain: Path, passages: Sequence[int]
) -> Iterator[Figure]:
    quotes = [workspace.passages.get(passage).quote for passage in passages]
    yield Figure(
        "20,000 passages: read in quiet moments, for counterparts",
        seconds(lambda: _gather(workspace)),
        seconds(lambda: _plain_words(quotes)),
        remark="no goal",
    )
    asked = passages[:: max(1, len(passages) // bench.size(50, 3))]
    yield spread(
        "20,000 passages: likely counterparts of one",
        [seconds(partial(workspace.links.counterparts, one)) for one in asked],
        [seconds(lambda: _plain_grid(plain)) for _round in range(bench.rounds)],
        Goal(0.15, slow_ones=True),
    )


def _plain_words(quotes: Sequence[str]) -> int:
    """Note of every word in which quotes it stands."""
    places: dict[str, set[int]] = {}
    for at, quote in enumerate(quotes):
        for word in quote.casefold().split():
            places.setdefault(word, set()).add(at)
    return len(places)


def _gather(workspace: Workspace) -> None:
    while workspace.links.gather():
        pass
