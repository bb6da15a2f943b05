"""A read-only picture of the passages for the exporters, streamed document by document."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.errors import Damaged, NotAllowed
from reviewer.domain.exported import NO_RECORD, ExportedRecord
from reviewer.domain.incoming import PartKind
from reviewer.domain.pages import Pages
from reviewer.domain.paragraphs import Paragraphs
from reviewer.domain.passages import passage_label
from reviewer.domain.sentences import sentence_around
from reviewer.domain.snapshot import (
    NO_DETAILS,
    ExportedDetails,
    ExportedDocument,
    ExportedPassage,
    PassageFilter,
)
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection
from reviewer.store.dates import DATE, written_date
from reviewer.store.parts import PartStore
from reviewer.store.passage_list import PassageList
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Row, Shape

_AT_ONCE = 500
_COLUMNS = (
    'id, uid, document, text, number, start, "end", tag, quote, note, anchor, analyst, '
    "created_at, modified_at, statement, translation, translation_language, translator, "
    "translation_checked_by, translation_checked_at, checked_by, checked_at, follow_up"
)
_PASSAGE = Shape(
    *(NUMBER, TEXT, *[NUMBER] * 6, TEXT, TEXT, TEXT, NUMBER, TEXT, TEXT),
    *(*[TEXT] * 4, MAYBE_NUMBER, TEXT, MAYBE_NUMBER, TEXT, NUMBER),
)  # the numbers of analysts are among the words
_OF_DOCUMENT = (
    "documents.number, documents.uid, title, original_name, author, publisher, url, "
    f"{DATE.format('posted')}, {DATE.format('captured')}, "
    "texts.sha256, originals.sha256, texts.text, "
    "EXISTS (SELECT 1 FROM parts WHERE parts.text = texts.id)"
)
_DOCUMENT = Shape(NUMBER, *[TEXT] * 17, NUMBER)
_NAME = Shape(NUMBER, TEXT)
_Names = Mapping[int, str]
Records = Callable[[Sequence[int]], Mapping[int, ExportedRecord]]


@dataclass(slots=True)
class _Source:
    """The text in hand: exports go document by document, so one at a time is kept."""

    key: tuple[int, int]
    document: ExportedDocument
    words: str
    paragraphs: Paragraphs | None
    pages: Pages | None


class StoredSnapshot:
    """The chosen passages at one moment; see ``domain.snapshot.Snapshot``.

    Without ``surroundings`` no sentence and no paragraph is looked for: they are empty, and 0.
    """

    def __init__(
        self,
        connection: Connection,
        project: str,
        chosen: PassageFilter,
        records: Records | None = None,
        *,
        surroundings: bool = True,
    ) -> None:
        self._connection = connection
        self._records = records or _no_records
        self._project = project
        self._surroundings = surroundings
        self._ids = PassageList(connection).ids(chosen)

    def count(self) -> int:
        """Return how many passages there will be."""
        return len(self._ids)

    def passages(self) -> Iterator[ExportedPassage]:
        """Give every chosen passage in order of document and place; raises ``Damaged``."""
        tags, analysts = map(self._names, ("tags", "analysts"))
        source: _Source | None = None
        for start in range(0, len(self._ids), _AT_ONCE):
            several = self._ids[start : start + _AT_ONCE]
            rows = {row[0]: row for row in self._rows(several)}
            records = self._records(several)
            for passage in several:
                row = rows.get(passage)
                if row is None:
                    raise self._damaged(passage)
                if source is None or source.key != row[2:4]:
                    source = self._source(passage, row[2], row[3])
                record = records.get(passage, NO_RECORD)
                yield self._exported(row, source, tags, analysts, record)

    def _names(self, table: str) -> _Names:
        return dict(self._connection.rows(_NAME, f"SELECT id, name FROM {table}"))

    def _rows(self, ids: list[int]) -> list[Row]:
        return self._connection.rows(
            _PASSAGE,
            f"SELECT {_COLUMNS} FROM passages WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(ids)],
        )

    def _source(self, passage: int, document: int, text: int) -> _Source:
        row = self._connection.row(
            _DOCUMENT,
            f"SELECT {_OF_DOCUMENT} FROM documents JOIN texts ON texts.id = ? "
            "JOIN originals ON originals.id = texts.original WHERE documents.id = ?",
            [text, document],
        )
        if row is None:
            raise self._damaged(passage)
        number, uid, title, original_name, author, publisher, url = row[:7]
        try:
            found = ExportedDocument(
                uid=uid,
                number=number,
                title=title,
                original_name=original_name,
                author=author,
                publisher=publisher,
                url=url,
                posted=written_date(*row[7:11]),
                captured=written_date(*row[11:15]),
                text_sha256=row[15],
                original_sha256=row[16],
            )
        except ValueError as fault:
            raise self._damaged(passage) from fault
        pages = Pages(PartStore(self._connection).of(text, PartKind.PAGE)) if row[18] else None
        paragraphs = Paragraphs(row[17]) if self._surroundings else None
        return _Source((document, text), found, row[17], paragraphs, pages)

    def _exported(
        self, row: Row, source: _Source, tags: _Names, analysts: _Names, record: ExportedRecord
    ) -> ExportedPassage:
        passage, uid, _document, _text, number, start, end, tag, quote, note = row[:10]
        anchor, analyst, created_at, modified_at = row[10:14]
        words = source.words
        try:
            span = Span(start, end)
            tag_name, analyst_name = tags[tag], analysts[analyst]
            added = row[14:22]
            details = _details(added, analysts) if any(added) else NO_DETAILS
        except (KeyError, NotAllowed) as fault:
            raise self._damaged(passage) from fault
        return ExportedPassage(
            self._project,
            uid,
            passage_label(source.document.number, number),
            tag_name,
            span,
            source.paragraphs.number_at(start) if source.paragraphs else 0,
            quote,
            sentence_around(words, span).of(words)
            if self._surroundings and end <= len(words)
            else "",
            note,
            anchor,
            analyst_name,
            created_at,
            modified_at,
            source.document,
            details,
            bool(row[22]),
            record,
            source.pages.name_at(start) if source.pages else "",
        )

    def _damaged(self, passage: int) -> Damaged:
        return self._connection.misshapen(f"passage {passage}")


def _no_records(_passages: Sequence[int]) -> Mapping[int, ExportedRecord]:
    return {}


def _details(added: Row, analysts: Mapping[int, str]) -> ExportedDetails:
    """Return what was added to a passage; ``KeyError`` for an analyst there is not."""
    statement, translation, language, translator, of_translation, then, by, at = added
    return ExportedDetails(
        statement,
        translation,
        language,
        translator,
        "" if of_translation is None else analysts[of_translation],
        then,
        "" if by is None else analysts[by],
        at,
    )
