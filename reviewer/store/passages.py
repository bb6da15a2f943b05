"""Passages: the tagged spans, by document for the panes and by page for the table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from reviewer.domain.errors import Damaged, NotFound
from reviewer.domain.passages import Anchor, Passage, PassageRow, PassageSort, passage_label
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.spans import Span
from reviewer.domain.words import N_
from reviewer.store.connection import Connection, Row
from reviewer.store.counters import take_numbers
from reviewer.store.documents import contains

_COLUMNS = (
    "passages.id, passages.uid, passages.document, passages.text, passages.number, passages.start, "
    'passages."end", passages.quote, passages.tag, passages.analyst, passages.note, '
    "passages.anchor, passages.created_at, passages.modified_at"
)
_JOINED = (
    "FROM passages JOIN documents ON documents.id = passages.document "
    "JOIN tags ON tags.id = passages.tag JOIN analysts ON analysts.id = passages.analyst"
)
_PLACE = 'documents.number, passages.start, passages."end", passages.id'
_ORDER = {
    PassageSort.PLACE: _PLACE,
    PassageSort.WORDS: f"passages.quote COLLATE NOCASE, {_PLACE}",
    PassageSort.TAG: f"tags.position, {_PLACE}",
    PassageSort.DOCUMENT: f"documents.title COLLATE NOCASE, {_PLACE}",
    PassageSort.ANALYST: f"analysts.name COLLATE NOCASE, {_PLACE}",
    PassageSort.CREATED: "passages.created_at, passages.id",
}


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage about to be written; the words and context were taken from the text."""

    document: int
    text: int
    span: Span
    quote: str
    prefix: str
    suffix: str
    tag: int
    note: str = ""


class PassageStore:
    """Keeps passages; a number is counted per document and never given twice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, passages: Sequence[NewPassage], *, analyst: int, now: str) -> list[int]:
        """Write passages down; returns their ids."""
        wanted: dict[int, int] = {}
        for passage in passages:
            wanted[passage.document] = wanted.get(passage.document, 0) + 1
        numbers = {
            document: iter(take_numbers(self._connection, f"passages of {document}", count))
            for document, count in wanted.items()
        }
        return [
            self._connection.execute(
                'INSERT INTO passages (uid, document, text, number, start, "end", quote, prefix, '
                "suffix, tag, analyst, note, created_at, modified_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    str(uuid4()),
                    passage.document,
                    passage.text,
                    next(numbers[passage.document]),
                    passage.span.start,
                    passage.span.end,
                    passage.quote,
                    passage.prefix,
                    passage.suffix,
                    passage.tag,
                    analyst,
                    passage.note,
                    now,
                    now,
                ],
            )
            for passage in passages
        ]

    def get(self, passage: int) -> Passage:
        """Return one passage; raises ``NotFound`` or ``Damaged``."""
        row = self._connection.row(f"SELECT {_COLUMNS} FROM passages WHERE id = ?", [passage])
        if row is None:
            raise NotFound(N_("There is no such passage any more."))
        return self._passage(row)

    def on(self, document: int) -> list[Passage]:
        """Return every passage of a document in order of place."""
        return [
            self._passage(row)
            for row in self._connection.rows(
                f'SELECT {_COLUMNS} FROM passages WHERE document = ? ORDER BY start, "end", id',
                [document],
            )
        ]

    def same(self, document: int, span: Span, tag: int) -> int | None:
        """Return the passage that already has this place under this tag."""
        found = self._connection.value(
            'SELECT id FROM passages WHERE document = ? AND start = ? AND "end" = ? AND tag = ?',
            [document, span.start, span.end, tag],
        )
        return None if found is None else int(found)

    def label(self, passage: int) -> str:
        """Return what a person calls a passage, such as ``D4·12``."""
        row = self._connection.row(
            "SELECT documents.number, passages.number FROM passages "
            "JOIN documents ON documents.id = passages.document WHERE passages.id = ?",
            [passage],
        )
        if row is None:
            raise NotFound(N_("There is no such passage any more."))
        return passage_label(*row)

    def set(self, passages: Iterable[int], values: Mapping[str, object], now: str) -> None:
        """Set columns of passages."""
        sets = ", ".join(f"{column} = ?" for column in values)
        self._connection.execute_many(
            f"UPDATE passages SET {sets}, modified_at = ? WHERE id = ?",
            [(*values.values(), now, passage) for passage in passages],
        )

    def remove(self, passages: Iterable[int]) -> None:
        """Take passages away; their numbers stay used."""
        self._connection.execute_many(
            "DELETE FROM passages WHERE id = ?", [(passage,) for passage in passages]
        )

    def ids(
        self,
        chosen: PassageFilter | None = None,
        sort: PassageSort = PassageSort.PLACE,
        *,
        descending: bool = False,
    ) -> list[int]:
        """Return the ids of the passages that pass the filter, in order."""
        where, values = where_of(chosen or PassageFilter())
        order = ", ".join(
            part + (" DESC" if descending else "") for part in _ORDER[sort].split(", ")
        )
        rows = self._connection.rows(
            f"SELECT passages.id {_JOINED} WHERE {where} ORDER BY {order}", values
        )
        return [passage for (passage,) in rows]

    def listed(self, ids: Sequence[int]) -> dict[int, PassageRow]:
        """Return the table's rows for these passages, by id."""
        marks = ",".join("?" * len(ids))
        rows = self._connection.rows(
            "SELECT passages.id, passages.document, documents.number, passages.number, "
            'passages.start, passages."end", passages.quote, passages.tag, tags.name, tags.colour, '
            "documents.title, analysts.name, passages.note, passages.anchor, passages.created_at "
            f"{_JOINED} WHERE passages.id IN ({marks})",
            list(ids),
        )
        return {row[0]: self._listed(row) for row in rows}

    def count(self) -> int:
        """Return how many passages stand in listed documents."""
        return int(
            self._connection.value(
                "SELECT count(*) FROM passages JOIN documents "
                "ON documents.id = passages.document WHERE documents.removed_at = ''"
            )
        )

    def _passage(self, row: Row) -> Passage:
        identity, uid, document, text, number, start, end, quote = row[:8]
        tag, analyst, note, anchor, created_at, modified_at = row[8:]
        try:
            return Passage(
                id=identity,
                uid=uid,
                document=document,
                text=text,
                number=number,
                span=Span(start, end),
                quote=quote,
                tag=tag,
                analyst=analyst,
                note=note,
                anchor=Anchor(anchor),
                created_at=created_at,
                modified_at=modified_at,
            )
        except ValueError as fault:
            raise self._damaged(identity) from fault

    def _listed(self, row: Row) -> PassageRow:
        identity, document, of_document, number, start, end, quote = row[:7]
        tag, tag_name, tag_colour, title, analyst_name, note, anchor, created_at = row[7:]
        try:
            return PassageRow(
                id=identity,
                document=document,
                label=passage_label(of_document, number),
                span=Span(start, end),
                quote=quote,
                tag=tag,
                tag_name=tag_name,
                tag_colour=tag_colour,
                document_title=title,
                analyst_name=analyst_name,
                note=note,
                anchor=Anchor(anchor),
                created_at=created_at,
            )
        except ValueError as fault:
            raise self._damaged(identity) from fault

    def _damaged(self, passage: int) -> Damaged:
        return Damaged(
            N_("Passage {passage} of “{name}” is damaged."),
            passage=passage,
            name=self._connection.path.name,
        )


def where_of(chosen: PassageFilter) -> tuple[str, list[object]]:
    """Return the SQL condition and its values for a filter over passages and documents."""
    conditions, values = ["documents.removed_at = ''"], list[object]()
    for column, wanted in (
        ("passages.document", chosen.documents),
        ("passages.tag", chosen.tags),
        ("passages.analyst", chosen.analysts),
    ):
        if wanted:
            conditions.append(f"{column} IN ({','.join('?' * len(wanted))})")
            values += wanted
    for word in chosen.words.split():
        conditions.append("(passages.quote LIKE ? ESCAPE '\\' OR passages.note LIKE ? ESCAPE '\\')")
        values += [contains(word)] * 2
    return " AND ".join(conditions), values
