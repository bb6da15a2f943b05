"""Finding in one long text, in all documents, and where else something is said."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from statistics import median

from reviewer.domain.finding import Finder, Sought
from reviewer.domain.sentences import sentences
from reviewer.domain.spans import Span
from reviewer.workspace.project import Workspace
from tests.benchmarks.corpus import KILOBYTE, PHRASE, Corpus
from tests.benchmarks.floors import PlainFile
from tests.benchmarks.importing import plain_file_of, project_of
from tests.benchmarks.measures import Bench, Figure, Goal, compared, in_turn, seconds

HITS_SHOWN = 50
COMMON_PHRASE = "of the"
PLACES = 20
"""Sentences from which it is asked where else they are said."""

_LETTERS = 5_000_000
_IN_TEXT = 20_000


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    yield from _in_one_text(bench)
    files = bench.fresh("files")
    Corpus().files(files, bench.size(10_000, 30), 5 * KILOBYTE)
    with project_of(bench, files, "project") as project:
        plain = plain_file_of(bench, files, "plain")
        for phrase in (PHRASE, COMMON_PHRASE):
            yield compared(
                bench,
                f"10,000 x 5 KB: first hits of “{phrase}”",
                partial(_first_hits, project, phrase),
                partial(_first_hits_plainly, plain, phrase),
                Goal(0.050),
            )
        plain.close()
    files = bench.fresh("files")
    Corpus().files(files, bench.size(1_000, 30), 5 * KILOBYTE)
    with project_of(bench, files, "fewer") as project:
        plain = plain_file_of(bench, files, "plain")
        yield _where_else(bench, project, plain)
        plain.close()


def _in_one_text(bench: Bench) -> Iterator[Figure]:
    text = _text_with_hits(bench)
    sought = Sought("Salt")
    finder = Finder(text)
    what = "5 MB text, 20,000 hits"
    floor = partial(_found_plainly, text, "salt")
    yield compared(
        bench, f"{what}: first search", lambda: _found(Finder(text), sought), floor, Goal(0.3)
    )
    yield compared(
        bench, f"{what}: each next letter", lambda: _found(finder, sought), floor, Goal(0.1)
    )
    pattern = Sought(r"\bsalt\b", pattern=True)
    yield compared(
        bench, f"{what}: as a pattern", lambda: _found(finder, pattern), floor, Goal(0.3)
    )


def _text_with_hits(bench: Bench) -> str:
    """Return a long text with a word at so many places all over it."""
    text = Corpus().text(bench.size(_LETTERS, 50 * KILOBYTE), urdu=True)
    text = text.replace("salt", "sand")
    count = bench.size(_IN_TEXT, 50)
    step = len(text) // count
    return "".join(f"{text[at * step : (at + 1) * step]} Salt " for at in range(count))


def _found(finder: Finder, sought: Sought) -> float:
    found: list[Span] = []
    taken = seconds(lambda: found.extend(finder.hits(sought)))
    if not found:
        raise AssertionError("the words that were put there are not found")
    return taken


def _found_plainly(text: str, words: str) -> float:
    """Fold capitals and look for the words, one place after the other."""

    def look() -> None:
        lower, places, at = text.lower(), [], 0
        while (at := lower.find(words, at)) >= 0:
            places.append((at, at + len(words)))
            at += len(words)

    return seconds(look)


def _first_hits(project: Workspace, phrase: str) -> float:
    def look() -> None:
        hits = list(islice(project.search.search(f'"{phrase}"').hits(), HITS_SHOWN))
        if not hits:
            raise AssertionError("the phrase that was put there is not found")

    return seconds(look)


def _first_hits_plainly(plain: PlainFile, phrase: str) -> float:
    """Ask the index for the best documents and read them."""

    def look() -> None:
        found = plain.database.execute(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?",
            [f'"{phrase}"', HITS_SHOWN],
        ).fetchall()
        for (document,) in found:
            text, _passages = plain.read_document(document)
            at = text.lower().find(phrase)
            _line = text[max(at - 60, 0) : at + 60]

    return seconds(look)


def _where_else(bench: Bench, project: Workspace, plain: PlainFile) -> Figure:
    """Ask of sentences all over the project; the floor asks the index for their words."""
    asked = [
        (document, span, span.of(text))
        for document in islice(project.documents.ids(), bench.size(PLACES, 3))
        for text in (project.documents.text(document),)
        for span in islice(sentences(text, Span(0, len(text))), 5, 6)
    ]

    def ours() -> float:
        return median(
            seconds(partial(project.likeness.where_else, document, span))
            for document, span, _words in asked
        )

    def bare() -> float:
        return median(seconds(partial(_holding_any, plain, words)) for _d, _s, words in asked)

    mine, floor = in_turn(bench, ours, bare)
    return Figure("1,000 x 5 KB: where else", median(mine), median(floor), Goal(0.2))


def _holding_any(plain: PlainFile, words: str) -> None:
    letters = "".join(letter if letter.isalnum() else " " for letter in words.lower())
    query = " OR ".join(f'"{word}"' for word in letters.split() if len(word) > 3)
    plain.database.execute(
        "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 60", [query]
    ).fetchall()
