"""Documents: identity and metadata. How they are listed stands in ``document_list.py``."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.documents import Document, ReviewStatus
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import Damaged, NotFound
from reviewer.domain.incoming import Incoming
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.counters import take_numbers
from reviewer.store.dates import DATE, date_columns, written_date
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Row, Shape

LISTED = "documents.removed_at = ''"

_COLUMNS = (
    "id, uid, number, text, title, original_name, media_type, imported_at, author, publisher, url, "
    f"{DATE.format('posted')}, {DATE.format('captured')}, "
    "language, review_status, set_aside_reason, second_look, note, source_type"
)
_DOCUMENT = Shape(NUMBER, TEXT, NUMBER, MAYBE_NUMBER, *[TEXT] * 18, NUMBER, TEXT, TEXT)
_DATED = Shape(NUMBER, TEXT, TEXT, TEXT, *[TEXT] * 4)
_NAME = Shape(TEXT, NUMBER)
_MENU = Shape(NUMBER, TEXT)
_TEXT_OF = Shape(MAYBE_NUMBER)
_OF_FILE = Shape(TEXT, TEXT, NUMBER, TEXT)
_OF_TEXT = Shape(TEXT, NUMBER)
_NUMBERED = Shape(NUMBER, NUMBER)
_FROM = Shape(TEXT, MAYBE_NUMBER)
_HASHES = (
    "SELECT texts.sha256 AS name, documents.id AS id FROM documents "
    f"JOIN texts ON texts.id = documents.text WHERE {LISTED} "
    "UNION ALL SELECT originals.sha256, documents.id FROM documents "
    "JOIN texts ON texts.id = documents.text "
    f"JOIN originals ON originals.id = texts.original WHERE {LISTED}"
)
_NO_DOCUMENT = N_("There is no such document in this project any more.")
# What a document can be called by, in the order in which it is tried.
_NAMED = (
    f"SELECT uid AS name, id FROM documents WHERE {LISTED}",
    _HASHES,
    f"SELECT original_name AS name, id FROM documents WHERE {LISTED}",
    f"SELECT title AS name, id FROM documents WHERE {LISTED}",
)


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """A document's date beside what tells which site it comes from."""

    id: int
    title: str
    publisher: str
    url: str
    date: WrittenDate


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that is written down: its uid, the id of its text, and where it came from.

    ``inside`` names what it lay in, ``parent`` is the document (a mail) it came with.
    """

    incoming: Incoming
    uid: str
    text: int
    inside: str = ""
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document came from: what it lay in, as given, and the mail it came with."""

    inside: str
    parent: int | None


class DocumentStore:
    """Keeps what is known of each source, apart from its words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, arrived: Sequence[Arrival], *, analyst: int, now: str) -> list[int]:
        """Write down imported documents; returns their ids, the first ``next_id``."""
        numbers = take_numbers(self._connection, "documents", len(arrived))
        rows = [
            _row_of(one, number, analyst, now) for one, number in zip(arrived, numbers, strict=True)
        ]
        return self._connection.insert(
            "documents", tuple(rows[0]), [tuple(row.values()) for row in rows]
        )

    def next_id(self) -> int:
        """Return the id that the next document gets, while nobody else can write."""
        last = self._connection.count("SELECT seq FROM sqlite_sequence WHERE name = 'documents'")
        return last + 1

    def provenance(self, document: int) -> Provenance:
        """Return where a document came from; raises ``NotFound``."""
        row = self._connection.row(
            _FROM, "SELECT inside, parent FROM documents WHERE id = ?", [document]
        )
        if row is None:
            raise NotFound(_NO_DOCUMENT)
        return Provenance(*row)

    def attached_to(self, document: int) -> list[int]:
        """Return the listed documents that came with a mail, in order."""
        return self._connection.numbers(
            f"SELECT id FROM documents WHERE {LISTED} AND parent = ? ORDER BY number", [document]
        )

    def get(self, document: int) -> Document:
        """Return one document; raises ``NotFound`` or ``Damaged``."""
        row = self._connection.row(
            _DOCUMENT, f"SELECT {_COLUMNS} FROM documents WHERE id = ?", [document]
        )
        if row is None:
            raise NotFound(_NO_DOCUMENT)
        return self._document(row)

    def several(self, documents: Sequence[int]) -> list[Document]:
        """Return documents in this order, hundreds at once; raises ``NotFound`` or ``Damaged``."""
        rows = self._connection.rows(
            _DOCUMENT,
            f"SELECT {_COLUMNS} FROM documents WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(documents))],
        )
        found = {row[0]: self._document(row) for row in rows}
        if not found.keys() >= set(documents):
            raise NotFound(_NO_DOCUMENT)
        return [found[document] for document in documents]

    def has(self, document: int) -> bool:
        """Say whether there is such a document, listed or taken off the list."""
        found = self._connection.number("SELECT id FROM documents WHERE id = ?", [document])
        return found is not None

    def text_of(self, document: int) -> int | None:
        """Return the id of a document's text; raises ``NotFound``."""
        row = self._connection.row(_TEXT_OF, "SELECT text FROM documents WHERE id = ?", [document])
        if row is None:
            raise NotFound(_NO_DOCUMENT)
        text: int | None = row[0]
        return text

    def of_text(self, text: object) -> int | None:
        """Return the listed document whose current text is ``text``."""
        return self._connection.number(
            f"SELECT id FROM documents WHERE {LISTED} AND text = ?", [text]
        )

    def of_files(self, sha256s: Collection[str]) -> dict[tuple[str, str], tuple[int, str]]:
        """Return the listed documents that came in files with these SHA-256s.

        By the file's SHA-256 and the part of it that the document is: its id and its title.
        """
        rows = self._connection.rows(
            _OF_FILE,
            "SELECT originals.sha256, texts.part, documents.id, documents.title FROM originals "
            "JOIN texts ON texts.original = originals.id "
            f"JOIN documents ON documents.text = texts.id WHERE {LISTED} "
            "AND originals.sha256 IN (SELECT value FROM json_each(?))",
            [json.dumps(list(sha256s))],
        )
        return {(sha256, part): (document, title) for sha256, part, document, title in rows}

    def of_texts(self, sha256s: Collection[str]) -> dict[str, int]:
        """Return, by the SHA-256 of their texts, the numbers of the first listed documents."""
        rows = self._connection.rows(
            _OF_TEXT,
            "SELECT texts.sha256, min(documents.number) FROM texts "
            f"JOIN documents ON documents.text = texts.id WHERE {LISTED} "
            "AND texts.sha256 IN (SELECT value FROM json_each(?)) GROUP BY texts.sha256",
            [json.dumps(list(sha256s))],
        )
        return dict(rows)

    def labels(self, documents: Collection[int]) -> dict[int, str]:
        """Return what a person calls each of these documents: ``D4``."""
        rows = self._connection.rows(
            _NUMBERED,
            "SELECT id, number FROM documents WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(documents))],
        )
        return {document: f"D{number}" for document, number in rows}

    def matching(self, name: str) -> list[int]:
        """Return the documents a file means by ``name``, by the first kind of name that fits.

        In order: uid, SHA-256 of text or original, original name, title.
        """
        for named in _NAMED:
            found = self._connection.numbers(
                f"SELECT DISTINCT id FROM ({named}) WHERE name = ? ORDER BY id", [name]
            )
            if found:
                return found
        return []

    def matching_each(self, names: Collection[str]) -> dict[str, list[int]]:
        """Return what ``matching`` returns for each of many names, reading the list only once."""
        wanted = set(names)
        matched: dict[str, list[int]] = {name: [] for name in wanted}
        for named in _NAMED:
            here: dict[str, list[int]] = {}
            for name, document in self._connection.each(
                _NAME, f"SELECT DISTINCT name, id FROM ({named}) ORDER BY id"
            ):
                if name in wanted:
                    here.setdefault(name, []).append(document)
            matched |= here
            wanted -= here.keys()
            if not wanted:
                break
        return matched

    def set(self, documents: Sequence[int], values: Mapping[str, object], now: str) -> None:
        """Set columns of documents to the same values."""
        sets = ", ".join(f"{column} = ?" for column in values)
        self._connection.execute(
            f"UPDATE documents SET {sets}, modified_at = ? "
            "WHERE id IN (SELECT value FROM json_each(?))",
            [*values.values(), now, json.dumps(list(documents))],
        )

    def set_date(self, document: int, field: str, date: WrittenDate, now: str) -> None:
        """Set one of a document's dates."""
        self.set([document], date_columns(field, date), now)

    def dated(self, field: str) -> list[DatedDocument]:
        """Return every listed document that has words for a date, in order; raises ``Damaged``."""
        rows = self._connection.rows(
            _DATED,
            f"SELECT id, title, publisher, url, {DATE.format(field)} FROM documents "
            f"WHERE {LISTED} AND {field}_words <> '' ORDER BY number",
        )
        try:
            return [
                DatedDocument(identity, title, publisher, url, written_date(*date))
                for identity, title, publisher, url, *date in rows
            ]
        except ValueError as fault:
            raise self._connection.misshapen("a document’s date") from fault

    def menus(self) -> dict[int, str]:
        """Return the first line of the menu of every listed document that has one."""
        rows = self._connection.rows(
            _MENU,
            "SELECT documents.id, substr(texts.text, min(furniture.start) + 1, "
            'furniture."end" - furniture.start) FROM furniture '
            "JOIN documents ON documents.text = furniture.text "
            "JOIN texts ON texts.id = furniture.text "
            f"WHERE furniture.kind = 'navigation' AND {LISTED} GROUP BY documents.id",
        )
        return {document: menu.split("\n")[0] for document, menu in rows}

    def _document(self, row: Row) -> Document:
        identity, uid, number, text, title, original_name, media_type, imported_at = row[:8]
        author, publisher, url = row[8:11]
        language, status, reason, look, note, source_type = row[19:]
        try:
            return Document(
                id=identity,
                uid=uid,
                number=number,
                text=text,
                title=title,
                original_name=original_name,
                media_type=media_type,
                imported_at=imported_at,
                author=author,
                publisher=publisher,
                url=url,
                posted=written_date(*row[11:15]),
                captured=written_date(*row[15:19]),
                language=language,
                review_status=ReviewStatus(status),
                set_aside_reason=reason,
                second_look=bool(look),
                note=note,
                source_type=source_type,
            )
        except ValueError as fault:
            raise self._damaged(identity) from fault

    def _damaged(self, document: int) -> Damaged:
        return self._connection.misshapen(f"document {document}")


def contains(words: str) -> str:
    """Return a LIKE pattern for text that holds exactly these words."""
    return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _row_of(arrival: Arrival, number: int, analyst: int, now: str) -> dict[str, object]:
    incoming = arrival.incoming
    return {
        "uid": arrival.uid,
        "number": number,
        "text": arrival.text,
        "held": 1,
        "words": incoming.words,
        "title": incoming.title,
        "original_name": incoming.original_name,
        "media_type": incoming.media_type,
        "inside": arrival.inside,
        "parent": arrival.parent,
        "imported_at": now,
        "author": incoming.author,
        "publisher": incoming.publisher,
        "url": incoming.url,
        "language": incoming.language,
        "analyst": analyst,
        "created_at": now,
        "modified_at": now,
        **date_columns("posted", incoming.posted),
        **date_columns("captured", incoming.captured),
    }
