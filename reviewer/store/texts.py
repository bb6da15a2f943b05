"""Texts and originals: write-once, versioned, never edited."""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from reviewer.domain.errors import Damaged, NotAllowed, NotFound
from reviewer.domain.incoming import EncodingBasis, Incoming, Original, Reading
from reviewer.domain.spans import Span
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.shapes import BYTES, MAYBE_NUMBER, NUMBER, TEXT, Shape
from reviewer.store.uids import new_uids

_FACTS = Shape(NUMBER, TEXT, NUMBER, NUMBER, TEXT, NUMBER, NUMBER, NUMBER, TEXT, TEXT, TEXT, NUMBER)
_READING = Shape(TEXT, TEXT, TEXT, MAYBE_NUMBER, MAYBE_NUMBER, TEXT)
_ORIGINAL = Shape(TEXT, NUMBER, TEXT, TEXT, BYTES, NUMBER)
_KNOWN = Shape(TEXT, NUMBER)
_TEXT_COLUMNS = (
    *("uid", "document_uid", "version", "original", "sha256", "length", "words", "changed"),
    *("encoding", "encoding_basis", "importer", "importer_version", "normaliser_version"),
    *("fold_version", "created_at", "part", "reason", "text"),
)
_NO_TEXT = N_("There is no text {text} in this project.")


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What is known of a text without reading it; ``length`` in code points."""

    id: int
    document_uid: str
    version: int
    original: int
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

    def add(
        self,
        arrived: Sequence[tuple[Incoming, str]],
        fold_version: int,
        now: str,
        *,
        version: int = 1,
        reason: str = "",
    ) -> list[int]:
        """Write texts down, each with its document's uid; returns their ids.

        Their originals, their folded words for the search, and what was read from them are
        written with them. A later ``version`` says for which ``reason`` it was put in place.
        """
        texts = self._add(arrived, fold_version, now, version, reason)
        self._connection.insert(
            "search",
            ("rowid", "words"),
            [(text, incoming.folded) for text, (incoming, _) in zip(texts, arrived, strict=True)],
        )
        self._connection.insert(
            "metadata",
            ("text", "field", "value", "words", "start", "end", "rule"),
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
                for text, (incoming, _) in zip(texts, arrived, strict=True)
                for reading in incoming.readings
            ],
        )
        return texts

    def text(self, text: int) -> str:
        """Return the words of a text; raises ``NotFound`` or ``Damaged``."""
        found = self._connection.words("SELECT text FROM texts WHERE id = ?", [text])
        if found is None:
            raise NotFound(_NO_TEXT, text=text)
        return found

    def of_document(self, uid: str) -> str:
        """Return the words of the document with a uid; raises ``NotFound`` or ``Damaged``."""
        found = self._connection.words(
            "SELECT texts.text FROM documents JOIN texts ON texts.id = documents.text "
            "WHERE documents.uid = ?",
            [uid],
        )
        if found is None:
            raise NotFound(_NO_TEXT, text=uid)
        return found

    def ids(self) -> list[int]:
        """Return every text's id, from each of the places that know it: one may be damaged."""
        found: set[int] = set()
        for place in (
            "id FROM texts NOT INDEXED",
            "id FROM texts INDEXED BY texts_by_sha256",
            "text FROM documents WHERE text IS NOT NULL",
        ):
            with suppress(Damaged):
                found.update(self._connection.numbers(f"SELECT {place}"))
        return sorted(found)

    def facts(self, text: int) -> TextFacts:
        """Return what is known of a text; raises ``NotFound`` or ``Damaged``."""
        row = self._connection.row(
            _FACTS,
            "SELECT id, document_uid, version, original, sha256, length, words, changed, "
            "encoding, encoding_basis, importer, importer_version FROM texts WHERE id = ?",
            [text],
        )
        if row is None:
            raise NotFound(_NO_TEXT, text=text)
        try:
            basis = EncodingBasis(row[9])
        except ValueError as fault:
            raise self._connection.misshapen(f"text {text}") from fault
        identity, document_uid, version, original, sha256, length, words, changed = row[:8]
        return TextFacts(
            id=identity,
            document_uid=document_uid,
            version=version,
            original=original,
            sha256=sha256,
            length=length,
            words=words,
            changed=changed,
            encoding=row[8],
            encoding_basis=basis,
            importer=row[10],
            importer_version=row[11],
        )

    def readings(self, text: int) -> list[Reading]:
        """Return where each piece of metadata was read from; raises ``Damaged``."""
        rows = self._connection.rows(
            _READING,
            'SELECT field, value, words, start, "end", rule FROM metadata WHERE text = ? '
            "ORDER BY id",
            [text],
        )
        try:
            return [
                Reading(field, value, words, _span(start, end), rule)
                for field, value, words, start, end, rule in rows
            ]
        except NotAllowed as fault:
            raise self._connection.misshapen(f"what was read from text {text}") from fault

    def original(self, original: int) -> Original:
        """Return a file's bytes or their recipe; raises ``NotFound`` or ``Damaged``."""
        row = self._connection.row(
            _ORIGINAL,
            "SELECT sha256, size, recipe, codec, data, dropped FROM originals WHERE id = ?",
            [original],
        )
        if row is None:
            raise NotFound(N_("There is no original {original}."), original=original)
        sha256, size, recipe, codec, data, dropped = row
        return Original(sha256, size, recipe, codec, data, dropped=bool(dropped))

    def first_of(self, original: int) -> int | None:
        """Return the first text that came of a file: a recipe makes the file's bytes of that one.

        Read in another way, or under another name, the same bytes may have become more texts since.
        """
        return self._connection.number("SELECT min(id) FROM texts WHERE original = ?", [original])

    def original_sha256(self, original: int) -> str:
        """Return the fingerprint of a file without reading the file; empty where there is none."""
        return self._connection.words("SELECT sha256 FROM originals WHERE id = ?", [original]) or ""

    def _add(
        self,
        arrived: Sequence[tuple[Incoming, str]],
        fold_version: int,
        now: str,
        version: int,
        reason: str,
    ) -> list[int]:
        originals = self._add_originals(incoming.original for incoming, _ in arrived)
        return self._connection.insert(
            "texts",
            _TEXT_COLUMNS,
            [
                (
                    uid,
                    document_uid,
                    version,
                    originals[incoming.original.sha256],
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
                    incoming.part,
                    reason,
                    incoming.text,
                )
                for (incoming, document_uid), uid in zip(
                    arrived, new_uids(len(arrived)), strict=True
                )
            ],
        )

    def _add_originals(self, arrived: Iterable[Original]) -> dict[str, int]:
        """Write down the files that are not here yet; returns the id of each by its SHA-256."""
        wanted = {original.sha256: original for original in arrived}
        known: dict[str, int] = dict(
            self._connection.rows(
                _KNOWN,
                "SELECT sha256, id FROM originals WHERE sha256 IN (SELECT value FROM json_each(?))",
                [json.dumps(list(wanted))],
            )
        )
        fresh = [original for sha256, original in wanted.items() if sha256 not in known]
        made = self._connection.insert(
            "originals",
            ("uid", "sha256", "size", "recipe", "codec", "dropped", "data"),
            [
                (
                    uid,
                    original.sha256,
                    original.size,
                    original.recipe,
                    original.codec,
                    int(original.dropped),
                    original.data,
                )
                for original, uid in zip(fresh, new_uids(len(fresh)), strict=True)
            ],
        )
        return known | {
            original.sha256: identity for original, identity in zip(fresh, made, strict=True)
        }


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
