"""Tables of passages as CSV and TSV: a row a passage, of documents that are in the project.

Our own come back with their places, notes and records; of another program's a document, the exact
words and a tag are enough. The texts are not in the table: a row says which document is meant, as
everywhere by uid, SHA-256, file name or title.

Decided: places of another program's table are believed where they are as far apart as the words
are long, and else the words alone are looked for. The apostrophe that keeps a spreadsheet from
running a cell is taken off, from a quote only where it then has the length its places say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType

from reviewer.domain.codebooks import same_name
from reviewer.domain.disarming import as_written
from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Doubt, Given, GivenRow
from reviewer.domain.tags import RecordKind
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.importers import shown
from reviewer.importers.interchange import Parcel, ProjectImporter
from reviewer.importers.interchange.passages.passages_columns import (
    DOCUMENT,
    WORDS,
    Columns,
    columns_of,
)
from reviewer.importers.interchange.passages.passages_record import needed_for, number_of, record_of
from reviewer.importers.rows.csv_rows import opened

NO_PASSAGES = N_(
    "“{name}” is no table of passages: it needs a column for the document, one for the words and "
    "one for the tag. Export passages to see how one is written."
)
INCOMPLETE = N_("Rows without a document, words or a tag, which are passed over: {count}.")
UNREAD = N_("Columns that are not read: {columns}.")
REPEATED = N_(
    "The heading “{heading}” stands over {times} columns: the first of them is read, the others "
    "are not. Give each a heading of its own where another one is meant."
)
LINKS = N_(
    "Passages whose links are in the table in words only, which are not taken over: {count}. JSON "
    "Lines bring them along."
)

_MOST_NAMED = 12  # columns in a doubt
_ESCAPE = re.compile(r"\\([\\tnr])")
_SIGNS = MappingProxyType({"\\": "\\", "t": "\t", "n": "\n", "r": "\r"})
_PARTED = re.compile(r"[;\n|]")


@dataclass(slots=True)
class _Table:
    """One table while it is taken; what was said of tags, events and fields is said once."""

    columns: Columns
    escaped: bool
    known: set[str] = field(default_factory=set)
    incomplete: int = 0
    linked: int = 0

    def rows(self, cells: Mapping[str, str], at: str) -> Iterator[GivenRow]:
        """Give what a row of the table says."""
        found = self._by_meaning(cells)
        place = self._place(found)
        document = {key: found[key] for key in DOCUMENT if found.get(key)}
        if not document and found.get("original_name"):
            document["document"] = found["original_name"]
        tags = self._tags(found.get("tag", ""))
        if not (document and place and tags):
            self.incomplete += any(map(str.strip, cells.values()))
            return
        values: dict[str, object] = {"row": "passage", **document, **place}
        values |= {key: found[key] for key in ("uid", *WORDS) if found.get(key)}
        if self.columns.ours:
            values |= {"follow_up": found.get("follow_up") == "yes", **record_of(found)}
            self.linked += bool(found.get("links"))
        for tag in tags:
            yield from self._once(tag, found)
            yield GivenRow({**values, "tag": tag}, at)

    def _by_meaning(self, cells: Mapping[str, str]) -> dict[str, str]:
        """Return cells by what their columns are; the quote is as it stands in the table."""
        found = {}
        for key, heading in self.columns.headings.items():
            cell = cells.get(heading, "")
            if self.escaped:
                cell = _ESCAPE.sub(lambda sign: _SIGNS[sign[1]], cell)
            found[key] = cell if key == "quote" else as_written(cell).strip()
        return found

    def _place(self, found: Mapping[str, str]) -> dict[str, object]:
        """Return the words of a passage and where they stand, as far as that is believed."""
        start, end = number_of(found.get("start", "")), number_of(found.get("end", ""))
        length = end - start if isinstance(start, int) and isinstance(end, int) else None
        quotes = [_normal(as_written(found.get("quote", ""))), _normal(found.get("quote", ""))]
        quote = next((one for one in quotes if len(one) == length), quotes[0])
        believed = self.columns.ours or not quote or len(quote) == length
        if length is None or not believed:
            return {"quote": quote} if quote.strip() else {}
        return {"start": start, "end": end, **({"quote": quote} if quote else {})}

    def _tags(self, cell: str) -> list[str]:
        names = _PARTED.split(cell) if self.columns.several else [cell]
        return list(dict.fromkeys(filter(None, (" ".join(name.split()) for name in names))))

    def _once(self, tag: str, found: Mapping[str, str]) -> Iterator[GivenRow]:
        """Give the tag, and what else a row speaks of, where no row before it did."""
        record = found.get("record", "")
        values = {"row": "tag", "name": tag, "record": record if record in set(RecordKind) else ""}
        needed: Sequence[GivenRow] = [GivenRow(values)]
        if self.columns.ours:
            needed = [*needed, *needed_for(tag, found)]
        for row in needed:
            said = same_name("\0".join(str(row.values.get(key, "")) for key in _NAMING))
            if said not in self.known:
                self.known.add(said)
                yield row

    def doubts(self) -> Iterator[Doubt]:
        """Say what was not taken."""
        if self.incomplete:
            yield Doubt(INCOMPLETE, {"count": self.incomplete})
        if self.linked:
            yield Doubt(LINKS, {"count": self.linked})
        if self.columns.unread:
            named = ", ".join(map(shown, self.columns.unread[:_MOST_NAMED]))
            more = ", …" if len(self.columns.unread) > _MOST_NAMED else ""
            yield Doubt(UNREAD, {"columns": named + more})


_NAMING = ("row", "tag", "event", "name", "wording")


def _normal(quote: str) -> str:
    """Return words from the middle of a text as they stand in it."""
    return normalise("." + quote).text[1:]


@dataclass(frozen=True, slots=True)
class PassagesTable:
    """Reads tables in text whose columns say that their rows are passages."""

    key: str = "passages_csv"
    title: str = N_("Table of passages (CSV)")
    suffixes: tuple[str, ...] = (".csv", ".tsv")

    @property
    def tables(self) -> Mapping[str, Sequence[str]]:
        """None: it is no database."""
        return {}

    def claims(self, parcel: Parcel) -> bool:
        """Say whether its headings are those of passages."""
        if not parcel.is_one_file:
            return False
        with suppress(Unreadable):
            sheet = next(opened(parcel.beginning(), parcel.name, None).sheets)
            return columns_of(sheet.header) is not None
        return False

    def take(self, parcel: Parcel) -> Iterator[Given]:
        """Give its passages, and the tags they have; raises ``Unreadable``."""
        data = parcel.data
        sheet = next(opened(data, parcel.name, None).sheets)
        columns = columns_of(sheet.header)
        if columns is None:
            raise Unreadable(NO_PASSAGES, name=shown(parcel.name))
        for heading in columns.headings.values():
            if heading in sheet.repeated:
                yield Doubt(REPEATED, {"heading": shown(heading), "times": sheet.repeated[heading]})
        table = _Table(columns, escaped=columns.ours and _has_tabs(data))
        for row in sheet.rows:
            yield from table.rows(row.cells, row.part)
        yield from table.doubts()


def _has_tabs(data: bytes) -> bool:
    """Say whether tabs part its cells: then ours have no line end in a cell, but a sign for it."""
    return b"\t" in data[: data.find(b"\n") + 1]


PROJECT: ProjectImporter = PassagesTable()
