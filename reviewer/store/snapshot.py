"""A read-only picture of the passages for the exporters, streamed document by document."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.paragraphs import Paragraphs
from reviewer.domain.passages import passage_label
from reviewer.domain.sentences import sentence_around
from reviewer.domain.snapshot import ExportedPassage, PassageFilter
from reviewer.domain.spans import Span
from reviewer.store.connection import Connection, Row
from reviewer.store.passages import where_of

_COLUMNS = (
    "passages.uid, documents.number, passages.number, tags.name, passages.start, "
    'passages."end", passages.quote, passages.note, passages.anchor, analysts.name, '
    "passages.created_at, passages.modified_at, passages.text, documents.uid, documents.title, "
    "documents.original_name, documents.author, documents.publisher, documents.url, "
    "documents.posted_words, documents.posted_edtf, documents.posted_basis, "
    "documents.posted_evidence, documents.captured_words, documents.captured_edtf, "
    "documents.captured_basis, documents.captured_evidence, texts.sha256, "
    "coalesce(originals.sha256, '')"
)
_JOINED = (
    "FROM passages JOIN documents ON documents.id = passages.document "
    "JOIN tags ON tags.id = passages.tag JOIN analysts ON analysts.id = passages.analyst "
    "JOIN texts ON texts.id = passages.text LEFT JOIN originals ON originals.id = texts.original"
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
        self._where, self._values = where_of(chosen)

    @property
    def project(self) -> str:
        """The project's name."""
        return self._project

    def count(self) -> int:
        """Return how many passages there will be."""
        return int(
            self._connection.value(
                "SELECT count(*) FROM passages JOIN documents "
                f"ON documents.id = passages.document WHERE {self._where}",
                self._values,
            )
        )

    def passages(self) -> Iterator[ExportedPassage]:
        """Give every chosen passage in order of document and place."""
        words: _Words | None = None
        for row in self._connection.each(
            f"SELECT {_COLUMNS} {_JOINED} WHERE {self._where} "
            'ORDER BY documents.number, passages.text, passages.start, passages."end", passages.id',
            self._values,
        ):
            text = row[12]
            if words is None or words.id != text:
                words = self._words(text)
            yield self._exported(row, words)

    def _words(self, text: int) -> _Words:
        found = str(self._connection.value("SELECT text FROM texts WHERE id = ?", [text]))
        return _Words(text, found, Paragraphs(found))

    def _exported(self, row: Row, words: _Words) -> ExportedPassage:
        uid, of_document, number, tag, start, end, quote, note, anchor, analyst = row[:10]
        span = Span(start, end)
        return ExportedPassage(
            project=self._project,
            uid=uid,
            label=passage_label(of_document, number),
            tag=tag,
            span=span,
            paragraph=words.paragraphs.number_at(start),
            quote=quote,
            sentence=sentence_around(words.text, span).of(words.text),
            note=note,
            anchor=anchor,
            analyst=analyst,
            created_at=row[10],
            modified_at=row[11],
            document_uid=row[13],
            document_number=of_document,
            document_title=row[14],
            original_name=row[15],
            author=row[16],
            publisher=row[17],
            url=row[18],
            posted=WrittenDate(row[19], row[20], DateBasis(row[21]), row[22]),
            captured=WrittenDate(row[23], row[24], DateBasis(row[25]), row[26]),
            text_sha256=row[27],
            original_sha256=row[28],
        )
