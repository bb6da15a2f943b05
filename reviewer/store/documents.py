"""Documents: identity and metadata, listed by id first and by row when shown."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.documents import (
    DATE_FIELDS,
    Document,
    DocumentFilter,
    DocumentRow,
    DocumentSort,
    ReviewStatus,
)
from reviewer.domain.edtf import DateBasis, WrittenDate
from reviewer.domain.edtf_parser import earliest, latest
from reviewer.domain.errors import Damaged, NotFound
from reviewer.domain.incoming import Incoming
from reviewer.domain.words import N_
from reviewer.store.connection import Connection, Row
from reviewer.store.counters import take_numbers

_DATE = "{0}_words, {0}_edtf, {0}_basis, {0}_evidence"
_COLUMNS = (
    "id, uid, number, text, title, original_name, media_type, imported_at, author, publisher, url, "
    f"{_DATE.format('posted')}, {_DATE.format('captured')}, "
    "language, review_status, set_aside_reason, second_look, note"
)
_SOURCE = "CASE WHEN publisher <> '' THEN publisher ELSE author END"
_PASSAGES = "(SELECT count(*) FROM passages WHERE passages.document = documents.id)"
_LISTED = "documents.removed_at = ''"
_ORDER = {
    DocumentSort.NUMBER: "number",
    DocumentSort.TITLE: "title COLLATE NOCASE",
    DocumentSort.POSTED: "posted_earliest",
    DocumentSort.SOURCE: f"{_SOURCE} COLLATE NOCASE",
    DocumentSort.WORDS: "words",
    DocumentSort.PASSAGES: _PASSAGES,
    DocumentSort.REVIEW_STATUS: "review_status",
    DocumentSort.SECOND_LOOK: "second_look",
}
_SEARCHED = ("title", "publisher", "author", "original_name", "'D' || number")
_HASHES = (
    "SELECT texts.sha256 AS name, documents.id AS id FROM documents "
    f"JOIN texts ON texts.id = documents.text WHERE {_LISTED} "
    "UNION ALL SELECT originals.sha256, documents.id FROM documents "
    "JOIN texts ON texts.id = documents.text "
    f"JOIN originals ON originals.id = texts.original WHERE {_LISTED}"
)
# What a document can be called by, in the order in which it is tried.
_NAMED = (
    f"SELECT uid AS name, id FROM documents WHERE {_LISTED}",
    _HASHES,
    f"SELECT original_name AS name, id FROM documents WHERE {_LISTED}",
    f"SELECT title AS name, id FROM documents WHERE {_LISTED}",
)
_MENU = (
    '(SELECT substr(texts.text, furniture.start + 1, furniture."end" - furniture.start) '
    "FROM furniture JOIN texts ON texts.id = furniture.text "
    "WHERE furniture.text = documents.text AND kind = 'navigation' ORDER BY start LIMIT 1)"
)


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """A document's date beside what tells which site it comes from; ``menu`` is its first line."""

    id: int
    title: str
    publisher: str
    url: str
    menu: str
    date: WrittenDate


class DocumentStore:
    """Keeps what is known of each source, apart from its words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, incoming: Incoming, text: int, uid: str, *, analyst: int, now: str
    ) -> tuple[int, int]:
        """Write down an imported document; returns its id and its number."""
        (number,) = take_numbers(self._connection, "documents")
        values: dict[str, object] = {
            "uid": uid,
            "number": number,
            "text": text,
            "held": 1,
            "words": incoming.words,
            "title": incoming.title,
            "original_name": incoming.original_name,
            "media_type": incoming.media_type,
            "imported_at": now,
            "author": incoming.author,
            "publisher": incoming.publisher,
            "url": incoming.url,
            "language": incoming.language,
            "analyst": analyst,
            "created_at": now,
            "modified_at": now,
            **_date_columns("posted", incoming.posted),
            **_date_columns("captured", incoming.captured),
        }
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        document = self._connection.execute(
            f"INSERT INTO documents ({names}) VALUES ({marks})", list(values.values())
        )
        return document, number

    def get(self, document: int) -> Document:
        """Return one document; raises ``NotFound`` or ``Damaged``."""
        row = self._connection.row(f"SELECT {_COLUMNS} FROM documents WHERE id = ?", [document])
        if row is None:
            raise NotFound(N_("There is no such document in this project any more."))
        return self._document(row)

    def by_uid(self, uid: str) -> int | None:
        """Return the listed document with ``uid``."""
        return self._one("uid = ?", uid)

    def of_text(self, text: int) -> int | None:
        """Return the document whose current text is ``text``."""
        return self._one("text = ?", text)

    def matching(self, name: str) -> list[int]:
        """Return the documents a file means by ``name``, by the first kind of name that fits.

        In order: uid, SHA-256 of text or original, original name, title.
        """
        for named in _NAMED:
            found = self._connection.rows(
                f"SELECT DISTINCT id FROM ({named}) WHERE name = ? ORDER BY id", [name]
            )
            if found:
                return [document for (document,) in found]
        return []

    def matching_each(self, names: Collection[str]) -> dict[str, list[int]]:
        """Return what ``matching`` returns for each of many names, reading the list only once."""
        wanted = set(names)
        matched: dict[str, list[int]] = {name: [] for name in wanted}
        for named in _NAMED:
            here: dict[str, list[int]] = {}
            for name, document in self._connection.each(
                f"SELECT DISTINCT name, id FROM ({named}) ORDER BY id"
            ):
                if name in wanted:
                    here.setdefault(name, []).append(document)
            matched |= here
            wanted -= here.keys()
            if not wanted:
                break
        return matched

    def ids(
        self,
        chosen: DocumentFilter | None = None,
        sort: DocumentSort = DocumentSort.NUMBER,
        *,
        descending: bool = False,
    ) -> list[int]:
        """Return the ids of the listed documents that pass the filter, in order."""
        where, values = _where(chosen or DocumentFilter())
        direction = "DESC" if descending else "ASC"
        # An empty value stands last whichever way the list is turned: it is unknown, not small.
        empty = "posted_earliest = '', " if sort is DocumentSort.POSTED else ""
        rows = self._connection.rows(
            f"SELECT id FROM documents WHERE {where} "
            f"ORDER BY {empty}{_ORDER[sort]} {direction}, number {direction}",
            values,
        )
        return [document for (document,) in rows]

    def listed(self, ids: Sequence[int]) -> dict[int, DocumentRow]:
        """Return the list's rows for these documents, by id."""
        marks = ",".join("?" * len(ids))
        rows = self._connection.rows(
            f"SELECT id, number, title, posted_words, posted_edtf, posted_basis, posted_evidence, "
            f"{_SOURCE}, words, {_PASSAGES}, review_status, second_look, held "
            f"FROM documents WHERE id IN ({marks})",
            list(ids),
        )
        return {row[0]: self._listed(row) for row in rows}

    def next_unread(self, number: int) -> int | None:
        """Return the unread document next after ``number``, beginning again at the top."""
        found = self._connection.value(
            f"SELECT id FROM documents WHERE {_LISTED} AND review_status = 'unread' "
            "ORDER BY number <= ?, number LIMIT 1",
            [number],
        )
        return None if found is None else int(found)

    def count(self) -> int:
        """Return how many documents are listed."""
        return int(self._connection.value(f"SELECT count(*) FROM documents WHERE {_LISTED}"))

    def counts_by_status(self) -> dict[ReviewStatus, int]:
        """Return how many listed documents have each review status."""
        found: dict[str, int] = dict(
            self._connection.rows(
                f"SELECT review_status, count(*) FROM documents WHERE {_LISTED} "
                "GROUP BY review_status"
            )
        )
        return {status: found.get(status.value, 0) for status in ReviewStatus}

    def reasons(self) -> list[str]:
        """Return the reasons documents were set aside for, the most used first."""
        return [
            reason
            for (reason,) in self._connection.rows(
                f"SELECT set_aside_reason FROM documents WHERE {_LISTED} "
                "AND set_aside_reason <> '' GROUP BY set_aside_reason "
                "ORDER BY count(*) DESC, set_aside_reason"
            )
        ]

    def set(self, document: int, values: Mapping[str, object], now: str) -> None:
        """Set columns of a document."""
        sets = ", ".join(f"{column} = ?" for column in values)
        self._connection.execute(
            f"UPDATE documents SET {sets}, modified_at = ? WHERE id = ?",
            [*values.values(), now, document],
        )

    def set_date(self, document: int, field: str, date: WrittenDate, now: str) -> None:
        """Set one of a document's dates."""
        self.set(document, _date_columns(field, date), now)

    def dated(self, field: str) -> list[DatedDocument]:
        """Return every listed document that has words for a date, with what tells its site."""
        return [
            DatedDocument(
                document, title, publisher, url, (menu or "").split("\n")[0], _date(*date)
            )
            for document, title, publisher, url, menu, *date in self._connection.rows(
                f"SELECT id, title, publisher, url, {_MENU}, {_DATE.format(field)} FROM documents "
                f"WHERE {_LISTED} AND {field}_words <> '' ORDER BY number"
            )
        ]

    def _one(self, condition: str, value: object) -> int | None:
        found = self._connection.value(
            f"SELECT id FROM documents WHERE {_LISTED} AND {condition}", [value]
        )
        return None if found is None else int(found)

    def _document(self, row: Row) -> Document:
        identity, uid, number, text, title, original_name, media_type, imported_at = row[:8]
        author, publisher, url = row[8:11]
        language, status, reason, look, note = row[19:]
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
                posted=_date(*row[11:15]),
                captured=_date(*row[15:19]),
                language=language,
                review_status=ReviewStatus(status),
                set_aside_reason=reason,
                second_look=bool(look),
                note=note,
            )
        except ValueError as fault:
            raise self._damaged(identity) from fault

    def _listed(self, row: Row) -> DocumentRow:
        identity, number, title, *date, source, words, passages, status, look, held = row
        try:
            return DocumentRow(
                id=identity,
                number=number,
                title=title,
                posted=_date(*date),
                source=source,
                words=words,
                passages=passages,
                review_status=ReviewStatus(status),
                second_look=bool(look),
                held=bool(held),
            )
        except ValueError as fault:
            raise self._damaged(identity) from fault

    def _damaged(self, document: int) -> Damaged:
        return Damaged(
            N_("Document {document} of “{name}” is damaged."),
            document=document,
            name=self._connection.path.name,
        )


def _where(chosen: DocumentFilter) -> tuple[str, list[object]]:
    conditions, values = [_LISTED], list[object]()
    for word in chosen.words.split():
        conditions.append(
            "(" + " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in _SEARCHED) + ")"
        )
        values += [contains(word)] * len(_SEARCHED)
    if chosen.statuses:
        conditions.append(f"review_status IN ({','.join('?' * len(chosen.statuses))})")
        values += chosen.statuses
    if chosen.second_look:
        conditions.append("second_look = 1")
    if chosen.unsettled_dates:
        conditions.append(
            "(" + " OR ".join(f"{field}_basis = 'ambiguous'" for field in DATE_FIELDS) + ")"
        )
    return " AND ".join(conditions), values


def contains(words: str) -> str:
    """Return a LIKE pattern for text that holds exactly these words."""
    return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _date(words: str, edtf: str, basis: str, evidence: str) -> WrittenDate:
    return WrittenDate(words, edtf, DateBasis(basis), evidence)


def _date_columns(field: str, date: WrittenDate) -> dict[str, object]:
    return {
        f"{field}_words": date.words,
        f"{field}_edtf": date.edtf,
        f"{field}_earliest": earliest(date.edtf) if date.edtf else "",
        f"{field}_latest": latest(date.edtf) if date.edtf else "",
        f"{field}_basis": date.basis,
        f"{field}_evidence": date.evidence,
    }
