"""Where documents came from, with every version: for registers and certificates."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewer.domain.incoming import EncodingBasis
from reviewer.domain.provenance import DocumentRecord, VersionRecord
from reviewer.store.shapes import MAYBE_NUMBER, NUMBER, TEXT, Row, Shape

if TYPE_CHECKING:
    from reviewer.store.project_file import ProjectFile

_ABOUT = Shape(TEXT, TEXT, MAYBE_NUMBER, TEXT, NUMBER)
_VERSION = Shape(
    *(NUMBER, NUMBER, TEXT, TEXT, TEXT, NUMBER, NUMBER, NUMBER, TEXT, TEXT, TEXT, TEXT),
    *(NUMBER, NUMBER, NUMBER, TEXT, NUMBER, NUMBER),
)


class ProvenanceStore:
    """Reads only."""

    def __init__(self, project: "ProjectFile") -> None:
        self._project = project
        self._connection = project.connection

    def held(self) -> list[int]:
        """Return every document that has a text, on the list or taken off it, by number."""
        return self._connection.numbers(
            "SELECT id FROM documents WHERE text IS NOT NULL ORDER BY number"
        )

    def numbered(self, number: int) -> int | None:
        """Return the document of a number, on the list or taken off it."""
        return self._connection.number("SELECT id FROM documents WHERE number = ?", [number])

    def record(self, document: int) -> DocumentRecord:
        """Return where a document came from; raises ``NotFound`` or ``Damaged``."""
        found = self._project.documents.get(document)
        row = self._connection.row(
            _ABOUT,
            "SELECT analysts.name, inside, parent, removed_at, "
            "(SELECT count(*) FROM passages WHERE passages.document = documents.id) "
            "FROM documents JOIN analysts ON analysts.id = documents.analyst "
            "WHERE documents.id = ?",
            [document],
        )
        if row is None:
            raise self._connection.misshapen(f"document {document}")
        by, inside, parent, removed_at, passages = row
        mail = "" if parent is None else self._project.documents.get(parent).label
        readings = () if found.text is None else self._project.texts.readings(found.text)
        return DocumentRecord(
            found, by, inside, mail, not removed_at, passages, list(self._versions(document)),
            readings,
        )  # fmt: skip

    def _versions(self, document: int) -> Iterator[VersionRecord]:
        for row in self._connection.rows(
            _VERSION,
            "SELECT texts.id, version, texts.created_at, reason, part, length, texts.words, "
            "changed, texts.sha256, encoding, encoding_basis, importer, importer_version, "
            "normaliser_version, originals.id, originals.sha256, size, dropped "
            "FROM documents JOIN texts ON texts.document_uid = documents.uid "
            "JOIN originals ON originals.id = texts.original "
            "WHERE documents.id = ? ORDER BY version",
            [document],
        ):
            yield self._version(row)

    def _version(self, row: Row) -> VersionRecord:
        try:
            basis = EncodingBasis(row[10])
        except ValueError as fault:
            raise self._connection.misshapen(f"text {row[0]}") from fault
        values: Row = (*row[:10], basis, *row[11:17], bool(row[17]))
        return VersionRecord(*values)
