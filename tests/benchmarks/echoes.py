"""What stands in more than one document: a thousand documents printed, written down, compared.

One in ten is a copy of another in which words were changed. The floor cuts at full stops and white
space, takes Python's own hashes (which differ from process to process), folds nothing, and keeps
what it finds in two plain tables.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

from reviewer.workspace.apart import printed_apart
from reviewer.workspace.jobs import JobProgress, made_ahead
from reviewer.workspace.project import Workspace
from tests.benchmarks.corpus import KILOBYTE, Corpus
from tests.benchmarks.measures import Bench, Figure, Goal, seconds, spread
from tests.builders import NOOR, an_incoming, import_many

DOCUMENTS, SIZE = 1_000, 20 * KILOBYTE
_EVERY_COPY, _WORDS_CHANGED = 10, 0.03
_AHEAD = 4_000  # prints that wait to be written
_KEPT, _RUN, _SHORTEST = 64, 5, 8
NAMED = f"{DOCUMENTS:,} documents of {SIZE // KILOBYTE} KB"
_TABLES = """
CREATE TABLE sentences (text INTEGER, hash INTEGER);
CREATE INDEX sentences_by_hash ON sentences (hash, text);
CREATE INDEX sentences_by_text ON sentences (text);
CREATE TABLE runs (text INTEGER, hash INTEGER);
CREATE INDEX runs_by_hash ON runs (hash, text);
CREATE INDEX runs_by_text ON runs (text);
"""


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    texts = _texts(bench.size(DOCUMENTS, 20))
    plain = _Plain(bench.fresh("plain") / "plain.db")
    with Workspace.create(bench.fresh("echoes") / "echoes.review", NOOR) as workspace:
        ids = import_many(workspace, [an_incoming(text) for text in texts])
        before, written = _size(workspace.path), list[float]()
        printing = seconds(lambda: _print_all(workspace, written))
        took = printing + seconds(lambda: workspace.echoes.near_among(ids))
        bare = seconds(lambda: plain.compare(texts))
        yield Figure(f"{NAMED} printed, written and compared", took, bare, Goal(10))
        goal = Goal(0.05, slow_ones=True)
        yield spread("of that, the pauses of who types meanwhile", written, plain.written, goal)
        chosen = Random(1).sample(range(len(ids)), min(50, len(ids)))
        for what, ask, ask_plain in (
            ("documents near to one", workspace.echoes.near, plain.near),
            ("echoes of one document", workspace.echoes.echoes, plain.echoes),
        ):  # both are asked by a worker
            ours = [seconds(partial(ask, ids[at])) for at in chosen]
            theirs = [seconds(partial(ask_plain, at)) for at in chosen]
            yield spread(f"{NAMED}: {what}", ours, theirs, Goal(0.2, slow_ones=True))
        grown = (_size(workspace.path) - before) / _bytes(texts)
        small = _size(plain.path) / _bytes(texts)
        yield Figure("the project grows, for each byte of text", grown, small, unit="x")


def _print_all(workspace: Workspace, written: list[float]) -> None:
    progress = JobProgress(lambda _done, _total, _what: None)
    parts = printed_apart(workspace.path, progress)
    with closing(made_ahead(parts, lambda part: len(part.prints), _AHEAD)) as ahead:  # as a window
        written += [seconds(partial(workspace.echoes.write, part)) for part in ahead]


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


class _Plain:
    """The same asked of two tables, as one would write it down in an hour."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.written: list[float] = []
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.executescript(_TABLES)

    def compare(self, texts: Sequence[str]) -> None:
        """Write down what texts hold, one a transaction, and ask each for those like it."""
        for at, text in enumerate(texts):
            self._take(at, text)
        for at in range(len(texts)):
            self.near(at)

    def near(self, at: int) -> object:
        """Ask which texts share runs of words with one."""
        return self._database.execute(
            "SELECT there.text, count(*) FROM runs AS here JOIN runs AS there USING (hash) "
            "WHERE here.text = ? GROUP BY 1",
            [at],
        ).fetchall()

    def echoes(self, at: int) -> object:
        """Ask which texts have the very sentences of one."""
        return self._database.execute(
            "SELECT here.hash, there.text FROM sentences AS here "
            "JOIN sentences AS there USING (hash) WHERE here.text = ?",
            [at],
        ).fetchall()

    def _take(self, at: int, text: str) -> None:
        words = text.split()
        runs = {hash(tuple(words[here : here + _RUN])) for here in range(len(words) - _RUN + 1)}
        sentences = [one for one in text.split(". ") if len(one.split()) >= _SHORTEST]
        kept = sorted(runs)[:_KEPT]
        self.written.append(seconds(lambda: self._write(at, kept, list(map(hash, sentences)))))

    def _write(self, at: int, runs: Sequence[int], sentences: Sequence[int]) -> None:
        run = self._database
        run.execute("BEGIN")
        run.executemany("INSERT INTO runs VALUES (?, ?)", ((at, one) for one in runs))
        run.executemany("INSERT INTO sentences VALUES (?, ?)", ((at, one) for one in sentences))
        run.execute("COMMIT")


def _size(project: Path) -> int:
    return sum(one.stat().st_size for one in project.parent.glob(f"{project.name}*"))


def _bytes(texts: Sequence[str]) -> int:
    return sum(len(text.encode()) for text in texts)
