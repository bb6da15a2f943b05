"""Tables of documents: which column holds the words, which the title, the date, and so on.

A table that somebody else made calls its columns as it likes. What each means is guessed from its
heading, in English and Urdu, and for the words themselves from what stands in it; a person can say
otherwise. Columns that mean nothing here are passed over.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.words import N_


class Column(StrEnum):
    """What a column of a table can be to a document."""

    TEXT = "text"
    TITLE = "title"
    AUTHOR = "author"
    PUBLISHER = "publisher"
    URL = "url"
    POSTED = "posted"
    CAPTURED = "captured"
    LANGUAGE = "language"


COLUMN_LABELS = {
    Column.TEXT: N_("words of the document"),
    Column.TITLE: N_("title"),
    Column.AUTHOR: N_("author"),
    Column.PUBLISHER: N_("publisher"),
    Column.URL: N_("web address"),
    Column.POSTED: N_("date posted"),
    Column.CAPTURED: N_("date captured"),
    Column.LANGUAGE: N_("language"),
}

_HEADINGS: Mapping[Column, str] = {
    Column.TEXT: "text|full text|fulltext|body|content|contents|article|article text|message|tweet|"
    "post text|statement|story|transcript|description|متن|عبارت|مضمون|تحریر|خبر|بیان|پیغام",
    Column.TITLE: "title|headline|heading|subject|عنوان|سرخی|موضوع",
    Column.AUTHOR: "author|authors|by|byline|writer|reporter|journalist|creator|user|username|"
    "user name|screen name|from|مصنف|تحریر از|لکھاری|نامہ نگار|رپورٹر|صحافی",
    Column.PUBLISHER: "publisher|source|source name|outlet|newspaper|publication|media|site|"
    "website|domain|channel|ناشر|ذریعہ|اخبار|ماخذ|ادارہ|چینل",
    Column.URL: "url|link|permalink|web address|address|uri|href|ربط|لنک|پتہ|ویب پتہ",
    Column.POSTED: "date|posted|published|publication date|publish date|date published|"
    "date posted|pub date|pubdate|published at|published on|posted at|posted on|created at|"
    "timestamp|time|datetime|date time|تاریخ|تاریخ اشاعت|شائع|اشاعت",
    Column.CAPTURED: "captured|captured at|date captured|retrieved|retrieved at|accessed|"
    "accessed at|access date|date accessed|saved|downloaded|scraped|scraped at|crawled|"
    "محفوظ|تاریخ حصول|حاصل کردہ",
    Column.LANGUAGE: "language|lang|language code|زبان",
}
_WANTED = {column: words.split("|") for column, words in _HEADINGS.items()}
LONGEST_HEADING = 200  # code points of a heading that is shown
SHOWN_ROWS = 5
_LEAST_PROSE = 20  # code points a cell has on average in a column that may be the words


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The heading of the column that each is read from; an empty one says that there is none.

    What is not spoken of is left to be guessed.
    """

    headings: Mapping[Column, str]

    def over(self, guessed: "ColumnMapping") -> "ColumnMapping":
        """Return these columns, and for those not spoken of here the guessed ones.

        A column that is named here for one thing is not guessed to be another as well.
        """
        own = set(self.headings.values())
        rest = {
            column: heading
            for column, heading in guessed.headings.items()
            if column not in self.headings and heading not in own
        }
        return ColumnMapping({**rest, **self.headings})

    def among(self, header: Collection[str]) -> "ColumnMapping":
        """Return those of these columns that a table has."""
        return ColumnMapping(
            {
                column: self.headings[column]
                for column in Column
                if self.headings.get(column) in header
            }
        )

    def __str__(self) -> str:
        """Return what was settled, as it can stand in a sentence: “text = Body, title = Head”."""
        return ", ".join(
            f"{column} = {self.headings[column]}" for column in Column if column in self.headings
        )


@dataclass(frozen=True, slots=True)
class Table:
    """What a person sees of a table before it is imported: its headings and its first rows.

    ``guess`` is what the headings are taken to mean.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: ColumnMapping


def guess(header: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> ColumnMapping:
    """Guess what columns mean, from their headings.

    Where no heading says so, the words are taken to stand in the column with the longest cells
    that means nothing else.
    """
    plain = {_plain(heading): heading for heading in reversed(header)}
    found: dict[Column, str] = {}
    for column, words in _WANTED.items():
        heading = next((plain[word] for word in words if word in plain), None)
        if heading is not None and heading not in found.values():
            found[column] = heading
    if Column.TEXT not in found:
        longest = _longest(header, rows, set(found.values()))
        if longest:
            found[Column.TEXT] = longest
    return ColumnMapping(found)


def headings_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the headings of columns so that each has one of its own and none is empty."""
    found: list[str] = []
    for place, cell in enumerate(cells, 1):
        heading = _heading(cell) or f"#{place}"
        while heading in found:
            heading = f"{heading} #{place}"
        found.append(heading)
    return tuple(found)


def repeated_headings(cells: Sequence[str]) -> dict[str, int]:
    """Return the headings that stand over several columns, and over how many."""
    times = Counter(filter(None, map(_heading, cells)))
    return {heading: count for heading, count in times.items() if count > 1}


def _heading(cell: str) -> str:
    return " ".join(cell.split())[:LONGEST_HEADING]


def _plain(heading: str) -> str:
    return " ".join(heading.replace("_", " ").replace("-", " ").casefold().split()).strip(" :*")


def _longest(header: Sequence[str], rows: Sequence[Sequence[str]], taken: set[str]) -> str:
    """Return the heading of the column with the longest cells; empty where all are short."""
    lengths = {
        heading: sum(len(row[place]) for row in rows if place < len(row))
        for place, heading in enumerate(header)
        if heading not in taken
    }
    longest = max(lengths, key=lambda heading: lengths[heading], default="")
    return longest if longest and lengths[longest] >= _LEAST_PROSE * len(rows) > 0 else ""
