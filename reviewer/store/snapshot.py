"""A read-only picture of the passages for the exporters, streamed document by document."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.paragraphs import Paragraphs
from reviewer.domain.passages import passage_label
from reviewer.domain.sentences import sentence_around
from reviewer.domain.snapshot import ExportedPassage, PassageFilter
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection
from reviewer.store.documents import written_date
from reviewer.store.passage_list import PassageList
from reviewer.store.shapes import NUMBER, TEXT, Row, Shape

_AT_ONCE = 500
_COLUMNS = (
    'passages.id, passages.number, passages.start, passages."end", passages.text, '
    "documents.number, passages.uid, tags.name, passages.quote, passages.note, passages.anchor, "
    "analysts.name, passages.created_at, passages.modified_at, documents.uid, documents.title, "
    "documents.original_name, documents.author, documents.publisher, documents.url, "
    "documents.posted_words, documents.posted_edtf, documents.posted_basis, "
    "documents.posted_evidence, documents.captured_words, documents.captured_edtf, "
    "documents.captured_basis, documents.captured_evidence, texts.sha256, originals.sha256"
)
_EXPORTED = Shape(*[NUMBER] * 6, *[TEXT] * 24)
_JOINED = (
    "FROM passages JOIN documents ON documents.id = passages.document "
    "JOIN tags ON tags.id = passages.tag JOIN analysts ON analysts.id = passages.analyst "
    "JOIN texts ON texts.id = passages.text JOIN originals ON originals.id = texts.original"
)


@dataclass(slots=True)
class _Words:
    """The text in hand: exports go document by document, so one at a time is kept."""

    id: int
    text: str
    paragraphs: Paragraphs


class StoredSnapshot:
    """The chosen passages at one moment; see ``domain.snapshot.Snapshot``."""

    def __init__(self, connection: Connection, project: str, chosen: PassageFilter) -> None:
        self._connection = connection
        self._project = project
        self._ids = PassageList(connection).ids(chosen)

    @property
    def project(self) -> str:
        """The project's name."""
        return self._project

    def count(self) -> int:
        """Return how many passages there will be."""
        return len(self._ids)

    def passages(self) -> Iterator[ExportedPassage]:
        """Give every chosen passage in order of document and place; raises ``Damaged``."""
        words = _Words(0, "", Paragraphs(""))
        for start in range(0, len(self._ids), _AT_ONCE):
            several = self._ids[start : start + _AT_ONCE]
            rows = {row[0]: row for row in self._rows(several)}
            for passage in several:
                row = rows.get(passage)
                if row is None:
                    raise self._connection.misshapen(f"passage {passage}")
                if words.id != row[4]:
                    words = self._words(row[4])
                yield self._exported(row, words)

    def _rows(self, ids: list[int]) -> list[Row]:
        return self._connection.rows(
            _EXPORTED,
            f"SELECT {_COLUMNS} {_JOINED} WHERE passages.id IN (SELECT value FROM json_each(?))",
            [json.dumps(ids)],
        )

    def _words(self, text: int) -> _Words:
        found = self._connection.words("SELECT text FROM texts WHERE id = ?", [text]) or ""
        return _Words(text, found, Paragraphs(found))

    def _exported(self, row: Row, words: _Words) -> ExportedPassage:
        identity, number, start, end, _text, of_document = row[:6]
        try:
            span, posted, captured = Span(start, end), _date(row, 20), _date(row, 24)
        except (ValueError, NotAllowed) as fault:
            raise self._connection.misshapen(f"passage {identity}") from fault
        inside = end <= len(words.text)
        return ExportedPassage(
            project=self._project,
            uid=row[6],
            label=passage_label(of_document, number),
            tag=row[7],
            span=span,
            paragraph=words.paragraphs.number_at(start),
            quote=row[8],
            sentence=sentence_around(words.text, span).of(words.text) if inside else "",
            note=row[9],
            anchor=row[10],
            analyst=row[11],
            created_at=row[12],
            modified_at=row[13],
            document_uid=row[14],
            document_number=of_document,
            document_title=row[15],
            original_name=row[16],
            author=row[17],
            publisher=row[18],
            url=row[19],
            posted=posted,
            captured=captured,
            text_sha256=row[28],
            original_sha256=row[29],
        )


def _date(row: Row, first: int) -> WrittenDate:
    return written_date(*row[first : first + 4])
