"""What stands in more than one document: a thousand documents printed, written down, compared.

One in ten is a copy of another in which words were changed. The floor cuts at full stops and white
space, takes Python's own hashes (which differ from process to process), folds nothing, and keeps
what it finds in two plain tables.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from reviewer.workspace.apart import printed_apart
from reviewer.workspace.jobs import JobProgress
from reviewer.workspace.project import Workspace
from tests.benchmarks.corpus import KILOBYTE, Corpus
from tests.benchmarks.measures import Bench, Figure, Goal, seconds, slow_of
from tests.builders import NOOR, an_incoming, import_many

DOCUMENTS, SIZE = 1_000, 20 * KILOBYTE
_EVERY_COPY, _WORDS_CHANGED = 10, 0.03
_KEPT, _RUN, _SHORTEST = 64, 5, 8
NAMED = f"{DOCUMENTS:,} documents of {SIZE // KILOBYTE} KB"
_TABLES = """
CREATE TABLE sentences (text INTEGER, hash INTEGER);
CREATE INDEX sentences_by_hash ON sentences (hash, text);
CREATE TABLE runs (text INTEGER, hash INTEGER);
CREATE INDEX runs_by_hash ON runs (hash, text);
CREATE INDEX runs_by_text ON runs (text);
"""


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    texts = _texts(bench.size(DOCUMENTS, 20))
    with Workspace.create(bench.fresh("echoes") / "echoes.review", NOOR) as workspace:
        ids = import_many(workspace, [an_incoming(text) for text in texts])
        before = _size(workspace.path)
        written: list[float] = []
        plain = bench.fresh("plain") / "plain.db"
        printing = seconds(lambda: _print_all(workspace, written))
        goal, named = Goal(10), f"{NAMED} printed, written and compared"
        comparing = seconds(lambda: workspace.echoes.near_among(ids))
        yield Figure(named, printing + comparing, seconds(lambda: _floor(plain, texts)), goal)
        yield Figure(
            "of that, the longest pause of who types (p95)", slow_of(written), goal=Goal(0.05)
        )
        yield _asked("nearest documents of one", ids, workspace.echoes.near)
        yield _asked("echoes of one document", ids, workspace.echoes.echoes)
        grown = _size(workspace.path) - before
        yield Figure("the project grows, for each byte of text", grown / _bytes(texts), unit="x")


def _print_all(workspace: Workspace, written: list[float]) -> None:
    progress = JobProgress(lambda _done, _total, _what: None)
    written += [
        seconds(partial(workspace.echoes.write, part))
        for part in printed_apart(workspace.path, progress)
    ]


def _asked(what: str, ids: Sequence[int], ask: Callable[[int], object]) -> Figure:
    chosen = Random(1).sample(list(ids), min(50, len(ids)))
    took = [seconds(partial(ask, one)) for one in chosen]
    return Figure(
        f"{NAMED}: {what}", median(took), goal=Goal(0.05, slow_ones=True), slow=slow_of(took)
    )


def _texts(count: int) -> list[str]:
    corpus, random, texts = Corpus(), Random(7), list[str]()
    for at in range(count):
        if at % _EVERY_COPY == _EVERY_COPY - 1:
            words = random.choice(texts).split(" ")
            texts.append(
                " ".join("sand" if random.random() < _WORDS_CHANGED else word for word in words)
            )
        else:
            texts.append(corpus.text(SIZE))
    return texts


def _floor(path: Path, texts: Sequence[str]) -> None:
    database = sqlite3.connect(path)
    database.executescript(_TABLES)
    for at, text in enumerate(texts):
        words = text.split()
        runs = {hash(tuple(words[here : here + _RUN])) for here in range(len(words) - _RUN + 1)}
        database.executemany(
            "INSERT INTO runs VALUES (?, ?)", ((at, one) for one in sorted(runs)[:_KEPT])
        )
        database.executemany(
            "INSERT INTO sentences VALUES (?, ?)",
            ((at, hash(one)) for one in text.split(". ") if len(one.split()) >= _SHORTEST),
        )
    for at in range(len(texts)):
        database.execute(
            "SELECT there.text, count(*) FROM runs AS here JOIN runs AS there USING (hash) "
            "WHERE here.text = ? GROUP BY 1",
            [at],
        ).fetchall()
    database.commit()
    database.close()


def _size(project: Path) -> int:
    return sum(one.stat().st_size for one in project.parent.glob(f"{project.name}*"))


def _bytes(texts: Sequence[str]) -> int:
    return sum(len(text.encode()) for text in texts)
