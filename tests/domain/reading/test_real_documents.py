"""Figures in real documents, each checked by hand against its text.

The documents are nobody's to give away, so they are not here; without them these tests are skipped.
Only the number words stand here.
"""

from pathlib import Path

import pytest

from reviewer.domain.reading.number_tables import default_table
from reviewer.domain.reading.plain_words import plain, tokens
from reviewer.domain.reading.quantities import quantities
from reviewer.domain.reading.records import read_record
from reviewer.domain.sentences import sentences
from reviewer.domain.spans import Span
from reviewer.domain.tags import RecordKind

# Document, number as printed, which of those, low, high, about, qualifier, harm.
FIGURES = (
    ("000", "many hundreds", 0, "", "", "words_only", ""),
    ("000", "More than 300", 0, "301", "", "more_than", "killed"),
    ("000", "4", 0, "4", "4", "stated", "killed"),
    ("000", "46", 0, "46", "46", "stated", "killed"),
    ("000", "an innocent young MQM member", 0, "1", "", "at_least", "killed"),
    ("001", "About 8 to 10", 0, "8", "10", "between", ""),
    ("001", "about 6 to 8", 0, "6", "8", "between", ""),
    ("001", "thousands", 0, "", "", "words_only", ""),
    ("001", "a passer-by", 0, "1", "", "at_least", "killed"),
    ("001", "several", 1, "", "", "words_only", "injured"),
    ("001", "several", 2, "", "", "words_only", "arrested"),
    ("001", "thousands", 1, "", "", "words_only", "killed"),
    ("001", "several", 5, "", "", "words_only", "unspecified"),
    ("001", "two", 1, "2", "2", "stated", "killed"),
    ("001", "some", 1, "", "", "words_only", "arrested"),
    ("001", "250", 0, "250", "250", "stated", "killed"),
    ("001", "a senior MQM worker", 0, "1", "", "at_least", "arrested"),
    ("001", "over 250", 0, "251", "", "more_than", "killed"),
    ("001", "several", 6, "", "", "words_only", "arrested"),
    ("001", "13", 1, "13", "13", "stated", "killed"),
    ("001", "two", 4, "2", "2", "stated", "killed"),
    ("002", "hundreds", 1, "", "", "words_only", "killed"),
    ("002", "many", 0, "", "", "words_only", "killed_or_injured"),
)


def document(folder: Path, beginning: str) -> str:
    [path] = (folder / "captured").glob(f"{beginning}_*")
    return path.read_text("utf-8")


def place(text: str, words: str, which: int) -> Span:
    at = -1
    for _again in range(which + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("beginning", "words", "which", "low", "high", "qualifier", "harm"), FIGURES
)
def test_a_figure_is_read_as_a_person_reads_it(
    real_documents: Path,
    beginning: str,
    words: str,
    which: int,
    low: str,
    high: str,
    qualifier: str,
    harm: str,
) -> None:
    text = document(real_documents, beginning)
    span = place(text, words, which)
    found = read_record(RecordKind.FIGURE, text, span, default_table())
    told = {one.field: one.value for one in found}
    assert told["number_text"] == words
    assert (
        told.get("low", ""),
        told.get("high", ""),
        told["qualifier"],
        told.get("harm", ""),
    ) == (low, high, qualifier, harm)


def test_whole_sentences_give_the_figure_and_not_its_part(real_documents: Path) -> None:
    text = document(real_documents, "000")
    found = [
        read_record(RecordKind.FIGURE, text, one, default_table())
        for one in sentences(text, Span(0, len(text)))
    ]
    numbers = [one.value for readings in found for one in readings if one.field == "low"]
    assert "301" in numbers
    assert "4" not in numbers


def test_what_stands_in_every_document_is_found_where_it_stands(real_documents: Path) -> None:
    read = 0
    for path in sorted(real_documents.rglob("*.txt")):
        words = plain(path.read_text("utf-8", "replace"))
        listed = tokens(words)
        for one in quantities(listed, default_table()):
            assert 0 <= listed[one.start].start < listed[one.end - 1].end <= len(words)
            read += 1
    assert read > 50
