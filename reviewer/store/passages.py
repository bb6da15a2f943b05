"""Passages: the tagged spans, by document for the panes. The table is ``passage_list.py``."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.passages import Anchor, Passage, PlacedPassage, passage_label
from reviewer.domain.spans import Span
from reviewer.domain.tags import FIRST_VERSION
from reviewer.domain.words import N_
from reviewer.store.belongings import hand_on, let_go
from reviewer.store.connection import Connection
from reviewer.store.counters import take_numbers_of_each
from reviewer.store.shapes import NUMBER, PAIRS, TEXT, Row, Shape

_COLUMNS = (
    'id, uid, document, text, number, start, "end", quote, tag, analyst, note, anchor, '
    "created_at, modified_at"
)
_PASSAGE = Shape(
    NUMBER, TEXT, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, TEXT, NUMBER, NUMBER, *[TEXT] * 4
)
_PLACED = Shape(*[NUMBER] * 7, TEXT)
_TAKEN = Shape(NUMBER, NUMBER, NUMBER, NUMBER)
_CHOSEN = "(SELECT value FROM json_each(?))"
_WRITTEN = (
    "uid",
    "analyst",
    "created_at",
    "document",
    "text",
    "number",
    "start",
    "end",
    "quote",
    "prefix",
    "suffix",
    "tag",
    "note",
    "modified_at",
    "definition_version",
)


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
    made: tuple[int, str] | None = None  # by which analyst, and when, if not by whoever writes it


class PassageStore:
    """Keeps passages; a number is counted per document and never given twice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, passages: Sequence[NewPassage], *, analyst: int, now: str) -> list[int]:
        """Write passages down under the definitions that stand now; returns their ids."""
        wanted = Counter(f"passages of {passage.document}" for passage in passages)
        taken = take_numbers_of_each(self._connection, wanted)
        numbers = {counter: iter(several) for counter, several in taken.items()}
        versions: dict[int, int] = dict(
            self._connection.rows(PAIRS, "SELECT id, definition_version FROM tags")
        )
        return self._connection.insert(
            "passages",
            _WRITTEN,
            [
                (
                    str(uuid4()),
                    *(passage.made or (analyst, now)),
                    passage.document,
                    passage.text,
                    next(numbers[f"passages of {passage.document}"]),
                    passage.span.start,
                    passage.span.end,
                    passage.quote,
                    passage.prefix,
                    passage.suffix,
                    passage.tag,
                    passage.note,
                    now,
                    versions.get(passage.tag, FIRST_VERSION),
                )
                for passage in passages
            ],
        )

    def get(self, passage: int) -> Passage:
        """Return one passage; raises ``NotFound`` or ``Damaged``."""
        row = self._connection.row(
            _PASSAGE, f"SELECT {_COLUMNS} FROM passages WHERE id = ?", [passage]
        )
        if row is None:
            raise NotFound(N_("There is no such passage any more."))
        return self._passage(row)

    def on(self, document: int) -> list[Passage]:
        """Return every passage of a document in order of place; raises ``Damaged``."""
        rows = self._connection.rows(
            _PASSAGE,
            f'SELECT {_COLUMNS} FROM passages WHERE document = ? ORDER BY start, "end", id',
            [document],
        )
        return [self._passage(row) for row in rows]

    def placed(self, document: int, text: int | None, words: str) -> Iterator[PlacedPassage]:
        """Give where every passage of a document stands, in order of place.

        ``text`` is the version the document has now, and ``words`` are its words; what was marked
        in another version, or reads otherwise there, is not sure. Raises ``Damaged``.
        """
        # One at a time: many thousands at once make Python look for garbage again and again.
        for identity, number, start, end, tag, analyst, sure, quote in self._connection.each(
            _PLACED,
            "SELECT id, number, start, \"end\", tag, analyst, text IS ? AND anchor = 'sure', quote "
            'FROM passages WHERE document = ? ORDER BY start, "end", id',
            [text, document],
        ):
            try:
                span = Span(start, end)
            except NotAllowed as fault:
                raise self._connection.misshapen(f"passage {identity}") from fault
            stands = sure == 1 and words[start:end] == quote
            yield PlacedPassage(identity, number, span, tag, analyst, stands)

    def taken(self, document: int, spans: Iterable[Span]) -> dict[tuple[int, int, int], int]:
        """Return the passages that stand at exactly these places, by start, end and tag."""
        places = [[span.start, span.end] for span in spans]
        rows = self._connection.rows(
            _TAKEN,
            'SELECT start, "end", tag, id FROM passages WHERE document = ? AND (start, "end") IN '
            "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))",
            [document, json.dumps(places)],
        )
        return {(start, end, tag): passage for start, end, tag, passage in rows}

    def that_may_take(self, passages: Sequence[int], tag: int) -> list[int]:
        """Return those of ``passages`` that can be put under ``tag`` without standing twice.

        Raises ``NotFound`` when one of them is gone.
        """
        chosen = json.dumps(list(passages))
        known = self._connection.count(
            f"SELECT count(*) FROM passages WHERE id IN {_CHOSEN}", [chosen]
        )
        if known < len(set(passages)):
            raise NotFound(N_("There is no such passage any more."))
        # Of several that stand at one place only the first may move.
        rows = self._connection.rows(
            PAIRS,
            f"SELECT min(id), count(*) FROM passages WHERE id IN {_CHOSEN} AND NOT EXISTS ("
            "SELECT 1 FROM passages AS other WHERE other.document = passages.document "
            'AND other.start = passages.start AND other."end" = passages."end" AND other.tag = ?) '
            'GROUP BY document, start, "end"',
            [chosen, tag],
        )
        return [passage for passage, _count in rows]

    def label(self, passage: int) -> str:
        """Return what a person calls a passage, such as ``D4·12``; raises ``NotFound``."""
        return passage_label(*self.numbers_of(passage))

    def numbers_of(self, passage: int) -> tuple[int, int]:
        """Return the numbers of a passage's document and of itself; raises ``NotFound``."""
        row = self._connection.row(
            PAIRS,
            "SELECT documents.number, passages.number FROM passages "
            "JOIN documents ON documents.id = passages.document WHERE passages.id = ?",
            [passage],
        )
        if row is None:
            raise NotFound(N_("There is no such passage any more."))
        document, number = row
        return document, number

    def documents_of(self, passages: Collection[int]) -> list[int]:
        """Return the documents that passages stand in, by number of row."""
        return self._connection.numbers(
            f"SELECT DISTINCT document FROM passages WHERE id IN {_CHOSEN} ORDER BY 1",
            [json.dumps(list(passages))],
        )

    def set(self, passages: Sequence[int], values: Mapping[str, object], now: str) -> None:
        """Set columns of passages to the same values."""
        sets = ", ".join(f"{column} = ?" for column in values)
        self._connection.execute(
            f"UPDATE passages SET {sets}, modified_at = ? WHERE id IN {_CHOSEN}",
            [*values.values(), now, json.dumps(list(passages))],
        )

    def remove(self, passages: Sequence[int]) -> None:
        """Take passages away with everything that hangs on them; their numbers stay used."""
        let_go(self._connection, passages)
        self._connection.execute(
            f"DELETE FROM passages WHERE id IN {_CHOSEN}", [json.dumps(list(passages))]
        )

    def hand_on(self, passages: Sequence[int], into: int, now: str) -> None:
        """Let a passage have the links and answers of others that are merged into it."""
        hand_on(self._connection, passages, into, now)

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
        except (ValueError, NotAllowed) as fault:
            raise self._connection.misshapen(f"passage {identity}") from fault
