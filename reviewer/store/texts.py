"""Texts and originals: write-once, versioned, never edited."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

from reviewer.domain.errors import Damaged, NotFound
from reviewer.domain.incoming import EncodingBasis, Incoming, Original, Reading
from reviewer.domain.spans import Span
from reviewer.domain.words import N_
from reviewer.store.connection import Connection, Row


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What is known of a text without reading it; ``length`` in code points."""

    id: int
    document_uid: str
    version: int
    original: int | None
    sha256: str
    length: int
    words: int
    changed: int
    encoding: str
    encoding_basis: EncodingBasis
    importer: str
    importer_version: int


class TextStore:
    """Keeps what documents say, and the bytes they came in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, incoming: Incoming, document_uid: str, fold_version: int, now: str) -> int:
        """Write down a text, its original and what was read from it; returns the text's id."""
        text = self._connection.execute(
            "INSERT INTO texts (uid, document_uid, version, original, sha256, length, words, "
            "changed, encoding, encoding_basis, importer, importer_version, normaliser_version, "
            "fold_version, created_at, text) "
            "VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                str(uuid4()),
                document_uid,
                self._add_original(incoming.original),
                incoming.text_sha256,
                len(incoming.text),
                incoming.words,
                incoming.changed,
                incoming.encoding,
                incoming.encoding_basis,
                incoming.importer,
                incoming.importer_version,
                incoming.normaliser_version,
                fold_version,
                now,
                incoming.text,
            ],
        )
        self._connection.execute(
            "INSERT INTO search (rowid, words) VALUES (?, ?)", [text, incoming.folded]
        )
        self._connection.execute_many(
            'INSERT INTO metadata (text, field, value, words, start, "end", rule) '
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    text,
                    reading.field,
                    reading.value,
                    reading.words,
                    reading.span.start if reading.span else None,
                    reading.span.end if reading.span else None,
                    reading.rule,
                )
                for reading in incoming.readings
            ],
        )
        return text

    def text(self, text: int) -> str:
        """Return the words of a text; raises ``NotFound``."""
        found = self._connection.value("SELECT text FROM texts WHERE id = ?", [text])
        if found is None:
            raise NotFound(N_("There is no text {text} in this project."), text=text)
        return str(found)

    def facts(self, text: int) -> TextFacts:
        """Return what is known of a text; raises ``NotFound`` or ``Damaged``."""
        row = self._connection.row(
            "SELECT id, document_uid, version, original, sha256, length, words, changed, "
            "encoding, encoding_basis, importer, importer_version FROM texts WHERE id = ?",
            [text],
        )
        if row is None:
            raise NotFound(N_("There is no text {text} in this project."), text=text)
        try:
            basis = EncodingBasis(row[9])
        except ValueError as fault:
            raise self._damaged(text) from fault
        identity, document_uid, version, original, sha256, length, words, changed, encoding = row[
            :9
        ]
        return TextFacts(
            id=identity,
            document_uid=document_uid,
            version=version,
            original=original,
            sha256=sha256,
            length=length,
            words=words,
            changed=changed,
            encoding=encoding,
            encoding_basis=basis,
            importer=row[10],
            importer_version=row[11],
        )

    def readings(self, text: int) -> list[Reading]:
        """Return where each piece of metadata was read from."""
        return [
            _reading(row)
            for row in self._connection.rows(
                'SELECT field, value, words, start, "end", rule FROM metadata WHERE text = ? '
                "ORDER BY id",
                [text],
            )
        ]

    def original(self, original: int) -> Original:
        """Return a file's bytes or their recipe; raises ``NotFound``."""
        row = self._connection.row(
            "SELECT sha256, size, recipe, codec, data FROM originals WHERE id = ?", [original]
        )
        if row is None:
            raise NotFound(N_("There is no original {original}."), original=original)
        return Original(*row)

    def known_originals(self) -> dict[str, str]:
        """Return the title of the listed document for every file's SHA-256 already held."""
        return dict(
            self._connection.rows(
                "SELECT originals.sha256, documents.title FROM originals "
                "JOIN texts ON texts.original = originals.id "
                "JOIN documents ON documents.text = texts.id WHERE documents.removed_at = ''"
            )
        )

    def each(self) -> Iterator[tuple[int, int | None, str]]:
        """Give the id, the original and the SHA-256 of every text."""
        yield from self._connection.rows("SELECT id, original, sha256 FROM texts ORDER BY id")

    def _add_original(self, original: Original) -> int:
        known = self._connection.value(
            "SELECT id FROM originals WHERE sha256 = ?", [original.sha256]
        )
        if known is not None:
            return int(known)
        return self._connection.execute(
            "INSERT INTO originals (uid, sha256, size, recipe, codec, data) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [
                str(uuid4()),
                original.sha256,
                original.size,
                original.recipe,
                original.codec,
                original.data,
            ],
        )

    def _damaged(self, text: int) -> Damaged:
        return Damaged(
            N_("Text {text} of “{name}” is damaged."),
            text=text,
            name=self._connection.path.name,
        )


def _reading(row: Row) -> Reading:
    field, value, words, start, end, rule = row
    return Reading(field, value, words, None if start is None else Span(start, end), rule)
