"""Fills in what a document says about itself, from what the rules read and its name."""

from dataclasses import dataclass
from pathlib import PurePath

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.incoming import Furniture, Reading
from reviewer.domain.reading.captures import written

LONGEST_TITLE = 120  # code points of a line that serves as title


@dataclass(frozen=True, slots=True)
class Metadata:
    """The values a new document starts with; empty where nothing was read."""

    title: str
    author: str
    publisher: str
    url: str
    posted: WrittenDate
    captured: WrittenDate
    language: str


def described(
    text: str, name: str, furniture: tuple[Furniture, ...], readings: tuple[Reading, ...]
) -> Metadata:
    """Return a document's metadata.

    Without a title that was read, the first line that is not furniture serves, cut at a word
    after at most 120 characters, and without such a line the file's name.
    """
    values = {reading.field: reading.value for reading in reversed(readings)}
    return Metadata(
        title=values.get("title", "") or _first_line(text, furniture) or _stem(name),
        author=values.get("author", ""),
        publisher=values.get("publisher", ""),
        url=values.get("url", ""),
        posted=written(readings, "posted"),
        captured=written(readings, "captured"),
        language=values.get("language", ""),
    )


def _first_line(text: str, furniture: tuple[Furniture, ...]) -> str:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start : min(end, start + 2 * LONGEST_TITLE)]
        if any(map(str.isalnum, line)) and not _covered(start, end, furniture):
            return _cut(" ".join(line.split()))
        start = end + 1
    return ""


def _covered(start: int, end: int, furniture: tuple[Furniture, ...]) -> bool:
    return any(piece.span.start < end and start < piece.span.end for piece in furniture)


def _cut(line: str) -> str:
    if len(line) <= LONGEST_TITLE:
        return line
    words = line[:LONGEST_TITLE].rpartition(" ")[0] or line[: LONGEST_TITLE - 1]
    return f"{words.rstrip(' ,;:،؛–—-')}…"


def _stem(name: str) -> str:
    return " ".join(PurePath(name).stem.split()) or name
